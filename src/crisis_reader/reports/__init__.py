"""What commands print and files hold: articles, comparisons and lines as text, Markdown, JSON.

Pure: records in, strings or JSON objects out. What a report says is made once, as items
(`succession_items`, `comparison_items`); `markdown`, `wikitext` and `html_page` put items into
form. Everything printed goes through :func:`~crisis_reader.text.cleaning.printed`, and a sample's
note goes wherever its words go.
"""
