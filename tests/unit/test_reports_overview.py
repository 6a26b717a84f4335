"""The overview in words: each account says it, differs, leaves it out, or is a summary only."""

from crisis_reader.alignment import align_all
from crisis_reader.article import Article
from crisis_reader.reports.overview import (
    overview_html,
    overview_json,
    overview_markdown,
    overview_text,
)

FIRST = (
    "The harbour master of Marovia closed the port on Sunday. Forty ships wait outside the mole."
)
SECOND = (
    "On Sunday the harbour master of Marovia closed the port. Ninety ships wait outside the mole."
)
THIRD = "The bakers of Ostrel sold no bread today. Flour has doubled in price since the spring."


def account(text: str, name: str, *, summary: bool = False) -> Article:
    """An article by an outlet of this name."""
    return Article.from_text(
        text, title=f"Report of {name}", outlet=name, id=name, summary_only=summary
    )


ARTICLES = [
    account(FIRST, "Post"),
    account(SECOND, "Wire"),
    account(THIRD, "Mail"),
    account("The bakers struck.", "Feed", summary=True),
    account(FIRST, "Copy"),
]


def test_every_account_is_heard() -> None:
    """A copy is counted once, and nothing is called missing from a summary."""
    text = overview_text(ARTICLES, align_all(ARTICLES))
    lines = text.splitlines()
    assert lines[0].startswith("Overview of 4 accounts: ")
    assert any(
        line.startswith('  E is the text of A, counted once: "Report of Copy"') for line in lines
    )
    assert "Passage 1: told by A and B" in text
    assert '  A: "' in text
    assert "  C: leaves it out." in lines
    assert "  D: only a summary was read." in lines
    assert "differs (number): " in text
    assert '"Ninety ships' in text


def test_the_same_as_json() -> None:
    """Spans index the article that they name."""
    document = overview_json(ARTICLES, align_all(ARTICLES))
    assert document["accounts"] == [["Post", "Copy"], ["Wire"], ["Mail"], ["Feed"]]
    by_id = {article.id: article for article in ARTICLES}
    passages = document["passages"]
    assert isinstance(passages, list)
    assert passages
    assert [stance["stand"] for stance in passages[0]["stances"][2:]] == ["lacks", "unknown"]
    for passage in passages:
        for stance in passage["stances"]:
            if span := stance["span"]:
                article = by_id[span["article"]]
                assert article.text[span["start"] : span["end"]] == span["quote"]


def test_no_passage_is_told_by_two() -> None:
    """The accounts alone."""
    text = overview_text(ARTICLES[1:3], align_all(ARTICLES[1:3]))
    assert text.startswith("Overview of 2 accounts: no passages that two or more of them tell")
    assert "Passage" not in text.replace("passages", "")


def test_the_same_for_a_brief_and_for_the_browser() -> None:
    """Each statement of the text stands in both, under the letters of a session."""
    found = align_all(ARTICLES)
    letters = ["P", "Q", "R", "S", "T"]
    brief = overview_markdown(ARTICLES, found, letters=letters)
    page = overview_html(ARTICLES, found, letters=letters)
    for shown in (brief, page):
        assert "Passage 1: told by P and Q" in shown
        assert "T is the text of P, counted once" in shown
        assert "R: leaves it out." in shown
        assert "differs (number)" in shown
    assert "Ninety ships" in brief
    assert page.startswith("<!doctype html>")
