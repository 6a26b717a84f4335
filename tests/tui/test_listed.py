"""The rows of the list: a window at a time, what stands beside a title."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from crisis_reader.alignment import align
from crisis_reader.article import Article
from crisis_reader.errors import UsageError
from crisis_reader.library.listing.rows import Row, Sort
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.list_words import copies_of, facts_of, flag_of, shared_words
from crisis_reader.tui.session.first_rows import FirstRows
from crisis_reader.tui.session.listed import Listed
from crisis_reader.tui.session.shelf import Shelf

ROW = Row(
    number=1, id="a", version="v", versions=1, title="T", title_is_made=False, outlet="Star",
    agency=None, published=date(2031, 9, 14), language="en", words=1200, summary_only=False,
    read=False, changed=False, copy_of=None,
)  # fmt: skip


def articles() -> list[Article]:
    """Three, two of them the same text of one outlet."""
    return [
        Article.from_text("The port is shut.", id="a", outlet="Star", published="2031-09-14"),
        Article.from_text("The port is shut.", id="b", outlet="Star"),
        Article.from_text("The port is open.", id="c", outlet="Sun", published="2031-09-15"),
    ]


def test_first_rows_are_those_a_library_would_list() -> None:
    """Newest first, same text and outlet once."""
    rows = FirstRows(articles())
    assert [row.id for row in rows.page(0, 9)] == ["c", "a"]
    assert (rows.count(), rows.place("a"), rows.place("b")) == (2, 1, None)
    assert rows.article("c").outlet == "Sun"


def test_first_rows_know_no_other_article() -> None:
    """As a library says it."""
    with pytest.raises(UsageError, match="x"):
        FirstRows().article("x")


def test_facts_of_a_row() -> None:
    """Outlet, day, length; what is not known is spelled out."""
    assert facts_of(ROW) == ("Star", "14 Sep 2031", "1,200 words")
    bare = replace(ROW, outlet=None, published=None, summary_only=True)
    assert facts_of(bare) == ("no outlet", "undated", "summary only")


def test_flags_of_a_row() -> None:
    """New until it is read; changed since it was."""
    assert flag_of(ROW, {"a"}) == "new"
    assert flag_of(replace(ROW, read=True), {"a"}) == ""
    assert flag_of(replace(ROW, read=True, changed=True), set()) == "changed"


def test_copies_are_one_account() -> None:
    """An agency's text is called so."""
    assert copies_of(ROW) == ""
    assert copies_of(replace(ROW, copies=1)) == "same text, in 2 outlets"
    assert copies_of(replace(ROW, copies=4, agency="Wire")) == "agency text, in 5 outlets"


def test_a_library_that_does_not_answer_is_a_problem() -> None:
    """The list stays as it is."""
    shelf = Shelf()
    shelf.list_first(articles())
    listed = Listed(shelf)

    def broken(filter: str = "") -> int:  # noqa: A002 - the word on the screen
        raise UsageError(f"no answer to {filter!r}")

    shelf.rows.count = broken  # type: ignore[method-assign] # to do harm
    listed.load()
    assert listed.count == 2
    assert len(shelf.problems) == 1


def test_what_is_shared_is_told_of_articles_taken_up_only() -> None:
    """The others have no letter to tell it with."""
    shelf = Shelf()
    shelf.list_first(articles())
    row = shelf.rows.page(0, 1, sort=Listed(shelf).sort)[0]
    assert shared_words(row, shelf) == ""


def test_the_first_rows_are_given_letters_as_found() -> None:
    """As the library lists them: a letter does not depend on which of the two is there first."""
    shelf = Shelf()
    shelf.list_first(articles())
    found = shelf.rows.page(0, 9, sort=Sort.FOUND)
    newest = shelf.rows.page(0, 9, sort=Sort.NEWEST)
    assert [row.id for row in found] == ["a", "c"]
    assert [row.id for row in newest] == ["c", "a"]


def test_letters_are_never_given_twice() -> None:
    """Also not after other articles are listed."""
    shelf = Shelf()
    first = [shelf.take_up(article) for article in articles()]
    shelf.leave()
    assert first == ["A", "B", "C"]
    assert shelf.take_up(articles()[0]) == "D"


def test_a_promised_letter_is_kept_for_its_article() -> None:
    """As it was in the session before."""
    shelf = Shelf()
    shelf.open({"c": "A"})
    assert [shelf.take_up(article) for article in articles()] == ["B", "C", "A"]


def test_one_text_of_two_outlets_is_no_pair() -> None:
    """Notes that differ in their front matter alone have nothing to be compared."""
    told = "President Ana Roca of Ruritania resigned on Monday after the Vestergate dam broke.\n"
    again = "Ana Roca, the president of Ruritania, resigned on Monday over the Vestergate dam.\n"
    articles = [
        Article.from_text(f"---\noutlet: {outlet}\n---\n{text}", id=outlet)
        for outlet, text in (("Gull", told), ("Herald", told), ("Times", again))
    ]
    # As the reader of Markdown files gives them.
    articles = [
        Article.from_text(a.text, id=a.id, front_matter=Span(0, a.text.rindex("---\n") + 4))
        for a in articles
    ]
    shelf = Shelf()
    shelf.add(articles)
    for left, right in combinations(articles, 2):
        shelf.keep(align(left, right))
    assert shelf.shared("A", "B")
    assert shelf.closest_to("A") == "C"
    assert shelf.closest_pair() == ("A", "C")
