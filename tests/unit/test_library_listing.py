"""The list, a screen at a time, in every order, filtered as somebody types."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.library import Library, Sort, SourceKind

NOW = datetime(2020, 2, 3, tzinfo=UTC)

ARTICLES = (
    ("c", "Quorum in doubt", "post", "2019-11-12"),
    ("a", "Ñandú freed", None, None),
    ("d", "Court meets", "Herald", "2019-11-12"),
    ("b", "Assembly of senators", "Árbol", "2019-11-15"),
)


def article(name: str, title: str, outlet: str | None, day: str | None) -> Article:
    """A short article with this in its head."""
    text = f"What was reported under {name} on that day."
    return Article.from_text(
        text, id=name, title=title, outlet=outlet, published=day, language="en"
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Four articles."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        source = opened.sources.add("/news", SourceKind.FOLDER, now=NOW)
        opened.import_articles((article(*row) for row in ARTICLES), source, now=NOW)
        yield opened


def ids(library: Library, sort: Sort = Sort.NEWEST, words: str = "") -> str:
    """The ids of the list in order."""
    return "".join(row.id for row in library.list.page(0, 99, sort=sort, filter=words))


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.NEWEST, "bcda"),
        (Sort.OUTLET, "bdca"),
        (Sort.TITLE, "bdac"),
        (Sort.FOUND, "cadb"),
        (Sort.ARRIVED, "bdac"),
    ],
)
def test_orders(library: Library, sort: Sort, order: str) -> None:
    """Accents and case make no difference; what has no day or outlet comes last."""
    assert ids(library, sort) == order
    assert [library.list.place(id_, sort=sort) for id_ in order] == [0, 1, 2, 3]


def test_a_window(library: Library) -> None:
    """As many rows as there are from there on."""
    assert [row.id for row in library.list.page(1, 2)] == ["c", "d"]
    assert [row.id for row in library.list.page(3, 9)] == ["a"]
    assert library.list.page(9, 9) == ()
    assert library.list.count() == 4


def test_a_row(library: Library) -> None:
    """What a list shows of an article."""
    row = library.list.row("b")
    assert row is not None
    assert (row.title, row.outlet, str(row.published), row.words, row.read) == (
        "Assembly of senators",
        "Árbol",
        "2019-11-15",
        8,
        False,
    )
    assert library.list.row("x") is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("quo", "c"),
        ("qurum", "c"),
        ("quroum", "c"),
        ("asembly", "b"),
        ("arbol", "b"),
        ("nandu", "a"),
        ("senatros asembly", "b"),
        ("court meets", "d"),
        ("meets court", "d"),
        ("reported", "bcda"),
        ("qzzrum", ""),
        ("outlet:herald", "d"),
    ],
)
def test_filter_as_typed(library: Library, typed: str, found: str) -> None:
    """Words in any order, accents left out, a letter wrong, and full text."""
    assert ids(library, words=typed) == found
    assert library.list.count(typed) == len(found)


def test_no_prefix_of_a_right_word_is_taken_for_a_mistake(library: Library) -> None:
    """While a word is typed the list only ever narrows."""
    typed = "assembly"
    assert {ids(library, words=typed[:n]) for n in range(3, len(typed))} == {"b"}


def test_the_place_in_a_filtered_list(library: Library) -> None:
    """None for what it leaves out."""
    assert library.list.place("c", filter="2019") is None
    assert library.list.place("d", filter="court") == 0
    assert library.list.place("c", filter="court") is None
    assert library.list.place("x") is None


def test_what_another_program_adds_is_seen(library: Library) -> None:
    """Counts, pages, places and filters follow."""
    assert library.list.count("court") == 1
    assert library.path is not None
    with Library.open(library.path) as other:
        late = article("e", "Court adjourns", "Herald", "2020-01-01")
        other.import_articles([late], other.sources.source("/news"), now=NOW)
    assert ids(library, words="court") == "ed"
    assert (library.list.place("b"), library.list.count()) == (1, 5)


def test_what_is_added_here_is_seen(library: Library) -> None:
    """The same for this program's own writes."""
    assert library.list.place("b") == 0
    late = article("e", "Court adjourns", "Herald", "2020-01-01")
    library.import_articles([late], library.sources.source("/news"), now=NOW)
    assert library.list.place("b") == 1
