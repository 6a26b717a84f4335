"""One article to read aloud, or as JSON with its text."""

import json

from crisis_reader.article import Article, RegionKind
from crisis_reader.reports.article_text import article_text, show_json
from crisis_reader.reports.json_parts import dumped
from crisis_reader.text import Span

HEAD = "---\nnote: sample\n---\n"
TEXT = (
    f"{HEAD}LIMA, March 3 - The council met on Monday.\n"
    "It adopted the budget.\n\nIt then rose for the year."
)


def article() -> Article:
    """An account with front matter, a dateline and a note."""
    return Article.from_text(
        TEXT,
        title="T\x1b",
        outlet="O",
        note="sample",
        id="notes/a.md",
        front_matter=Span(0, len(HEAD)),
    )


def test_metadata_stand_above_the_text() -> None:
    """A line each, the note among them, and front matter is not read out again."""
    lines = article_text(article()).splitlines()
    assert lines[:2] == ["Title: T␛", "Outlet: O"]
    assert "Note: sample" in lines
    assert "Name: notes/a.md" in lines
    assert "---" not in lines


def test_agency_and_address_are_told() -> None:
    """Whose text it is, and where it stands; the name only where the address is not it."""
    shown = Article.from_text(
        TEXT, outlet="O", agency="Reuters", url="https://x.example/a", published="2019-11-05"
    )
    lines = article_text(shown).splitlines()
    assert "Agency: Reuters" in lines
    assert "Address: https://x.example/a" in lines
    assert not any(line.startswith("Name: ") for line in lines)


def test_a_paragraph_is_a_line() -> None:
    """Line breaks within a paragraph are typesetting."""
    assert article_text(article()).splitlines()[-2:] == [
        "The council met on Monday. It adopted the budget.",
        "It then rose for the year.",
    ]


def test_what_is_no_running_text_says_so() -> None:
    """A listener hears that a line is a dateline or a caption."""
    assert any(line.startswith("Dateline: LIMA") for line in article_text(article()).splitlines())


def test_the_document_holds_text_and_regions() -> None:
    """Every region's quote is that slice of the text."""
    (shown,) = json.loads(dumped(show_json([article()])))["articles"]
    assert shown["text"] == TEXT
    assert shown["regions"][0]["kind"] == RegionKind.FRONT_MATTER
    assert all(r["quote"] == TEXT[r["start"] : r["end"]] for r in shown["regions"])
