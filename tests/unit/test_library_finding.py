"""A filter looked for in a thread: what is found, what is dropped, what a fault is."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from crisis_reader.article import Article
from crisis_reader.library import Library, LibraryError, Sort, SourceKind
from crisis_reader.library.finding import Finder

NOW = datetime(2020, 2, 3, tzinfo=UTC)
TITLES = ("Quorum in doubt", "Court meets again", "Quorum at last")


def fill(library: Library) -> None:
    """Put three short articles on the shelf."""
    source = library.sources.add("/news", SourceKind.FOLDER, now=NOW)
    articles = [
        Article.from_text(f"What {n} says.", id=str(n), title=title, published=f"2020-01-0{n + 1}")
        for n, title in enumerate(TITLES)
    ]
    library.import_articles(articles, source, now=NOW)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three articles."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def finder(library: Library) -> Iterator[Finder]:
    """What looks through them."""
    finder = Finder(library)
    yield finder
    finder.close()


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.TITLE])
def test_it_finds_what_the_list_does(library: Library, finder: Finder, sort: Sort) -> None:
    """In the same order."""
    found = finder.find(sort, "quorum").result()
    rows = library.list.rows(found.numbers)
    assert [row.title for row in rows] == [
        row.title for row in library.list.page(0, 9, sort=sort, filter="quorum")
    ]
    assert (len(rows), found.sort, found.filter) == (2, sort, "quorum")


def test_what_came_in_meanwhile_is_found(library: Library, finder: Finder) -> None:
    """Its own connection sees what another one wrote."""
    assert len(finder.find(Sort.NEWEST, "harbour").result().numbers) == 0
    source = library.sources.all()[0]
    library.import_articles([Article.from_text("The harbour.", id="x")], source, now=NOW)
    assert len(finder.find(Sort.NEWEST, "harbour").result().numbers) == 1


def test_of_requests_that_pile_up_the_newest_counts(
    finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one is looked for, the one asked for next is dropped for the one after it."""
    begun, go = Event(), Event()
    look = finder._find

    def slow(sort: Sort, filter: str) -> object:  # noqa: A002 - as it is called
        begun.set()
        assert go.wait(10)
        return look(sort, filter)

    monkeypatch.setattr(finder, "_find", slow)
    first = finder.find(Sort.NEWEST, "q")
    assert begun.wait(10)
    second, third = finder.find(Sort.NEWEST, "qu"), finder.find(Sort.NEWEST, "court")
    go.set()
    assert len(third.result().numbers) == 1
    assert first.result().filter == "q"
    with pytest.raises(CancelledError):
        second.result()


def test_a_library_in_memory_is_shared() -> None:
    """There is only one of it, and it is not closed with the finder."""
    with Library.in_memory() as library:
        fill(library)
        finder = Finder(library)
        assert len(finder.find(Sort.NEWEST, "quorum").result().numbers) == 2
        finder.close()
        assert library.list.count() == 3


def test_a_library_that_is_gone_is_told(library: Library, finder: Finder) -> None:
    """By the result, not in the thread."""
    assert library.path is not None
    for file in library.path.parent.iterdir():
        file.unlink()
    library.path.parent.rmdir()
    library.path.parent.write_text("in the way")
    with pytest.raises(LibraryError):
        finder.find(Sort.NEWEST, "quorum").result()
    library.path.parent.unlink()
    library.path.parent.mkdir()


def test_anything_else_is_asked_in_the_same_thread(library: Library) -> None:
    """With the same connection, and what goes wrong is the asker's to hear."""
    finder = Finder(library)
    try:
        assert finder.ask(lambda own: own.list.count()).result(10) == library.list.count()
        assert finder.ask(lambda own: own is library).result(10) is (library.path is None)
        with pytest.raises(ZeroDivisionError):
            finder.ask(lambda _: 1 // 0).result(10)
    finally:
        finder.close()
