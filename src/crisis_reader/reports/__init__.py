"""What commands print and files hold: articles, comparisons and lines as text, Markdown, JSON.

Pure: records in, strings or JSON objects out. Everything printed goes through
:func:`~crisis_reader.text.cleaning.printed`, and a sample's note goes wherever its words go.
"""
