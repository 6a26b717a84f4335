"""Sources are added once, told of, and taken off with what is theirs alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin
from crisis_reader.errors import UsageError
from crisis_reader.library import Library, SourceKind
from crisis_reader.sources import bundled_articles

NOW = datetime(2020, 2, 3, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def filed(path: str, text: str = "The court met in Quito on Friday.") -> Article:
    """An article from a file."""
    return Article.from_text(text, id=path, origin=Origin(uri=path))


def test_a_source_is_added_once(library: Library) -> None:
    """The second time it is given back as it is."""
    first = library.sources.add("https://Example.org/feed", SourceKind.FEED, title="F", now=NOW)
    again = library.sources.add("HTTPS://example.org/feed", SourceKind.PAGE, now=NOW)
    assert again == first
    assert library.sources.all() == (first,)
    assert (first.address, first.kind, first.added) == (
        "https://example.org/feed",
        SourceKind.FEED,
        NOW,
    )


def test_a_path_is_made_absolute(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is found again from any folder."""
    monkeypatch.chdir(tmp_path)
    added = library.sources.add("news", SourceKind.FOLDER, now=NOW)
    assert added.address == str(tmp_path.resolve() / "news")
    monkeypatch.chdir("/")
    assert library.sources.source(str(tmp_path / "news")) == added


def test_samples_are_no_source(library: Library) -> None:
    """They are kept apart from the library."""
    with pytest.raises(UsageError, match="crisis-reader samples"):
        library.sources.add(str(bundled_articles()), SourceKind.FOLDER, now=NOW)


@pytest.mark.parametrize("address", ["", "  "])
def test_nothing_is_no_source(library: Library, address: str) -> None:
    """Something must be named."""
    with pytest.raises(UsageError, match="no source"):
        library.sources.add(address, SourceKind.FILE, now=NOW)


def test_a_source_that_was_not_added(library: Library) -> None:
    """The message says which command shows them."""
    with pytest.raises(UsageError, match="sources shows them"):
        library.sources.source("/nowhere")


def test_a_reading_is_remembered(library: Library) -> None:
    """When, the feed's title, and what was wrong."""
    source = library.sources.add("https://example.org/feed", SourceKind.FEED, now=NOW)
    later = NOW.replace(year=2021)
    library.sources.refreshed(source, title="Court news", problem="410 gone", now=later)
    (read,) = library.sources.all()
    assert (read.refreshed, read.title, read.problem) == (later, "Court news", "410 gone")
    library.sources.refreshed(source, now=later)
    assert (library.sources.all()[0].title, library.sources.all()[0].problem) == (
        "Court news",
        None,
    )


def test_removing_takes_what_is_its_own(library: Library) -> None:
    """An article that another source has as well stays."""
    one = library.sources.add("/one", SourceKind.FOLDER, now=NOW)
    two = library.sources.add("/two", SourceKind.FOLDER, now=NOW)
    own = filed("/one/own.txt", "Only here was it said that the speaker slept.")
    library.import_articles([filed("/one/a.txt"), own], one, now=NOW)
    library.import_articles([filed("/one/a.txt")], two, now=NOW)
    assert library.sources.remove(one) == 1
    assert [row.id for row in library.list.page(0, 9)] == ["/one/a.txt"]
    assert library.sources.all() == (library.sources.source("/two"),)


def test_nothing_removed_is_found(library: Library) -> None:
    """Neither in the list nor by searching; its room is freed."""
    source = library.sources.add("/one", SourceKind.FOLDER, now=NOW)
    library.import_articles([filed("/one/a.txt")], source, now=NOW)
    library.sources.remove(source)
    library.sources.clear_leftovers()
    assert (library.search("quito"), library.list.count("quito"), len(library.articles)) == (
        (),
        0,
        0,
    )
    assert library._database.rows("SELECT * FROM version") == []
    assert library._database.rows("SELECT * FROM leftover") == []


def test_leftovers_are_cleared_bit_by_bit(library: Library) -> None:
    """A program that was killed before it could is helped by every import after it."""
    one = library.sources.add("/one", SourceKind.FOLDER, now=NOW)
    texts = (filed(f"/one/{n}", f"It was said {n} times in Quito.") for n in range(150))
    library.import_articles(texts, one, now=NOW)
    library.sources.remove(one)
    assert (library.search("quito"), len(library.articles)) == ((), 0)
    two = library.sources.add("/two", SourceKind.FOLDER, now=NOW)
    for name in ("a", "b"):
        library.import_articles([filed(f"/two/{name}", f"Elsewhere: {name}.")], two, now=NOW)
    assert len(library._database.rows("SELECT * FROM version")) == 2


def test_clearing_can_be_cancelled(library: Library) -> None:
    """What is left is left for later."""
    source = library.sources.add("/one", SourceKind.FOLDER, now=NOW)
    library.import_articles([filed("/one/a.txt")], source, now=NOW)
    library.sources.remove(source)
    library.sources.clear_leftovers(cancelled=lambda: True)
    assert library.articles.has_leftovers()
    library.sources.clear_leftovers()
    assert not library.articles.has_leftovers()


def test_a_source_comes_back(library: Library) -> None:
    """Removed and added again, its articles are found again."""
    for _ in range(2):
        source = library.sources.add("/one", SourceKind.FOLDER, now=NOW)
        library.import_articles([filed("/one/a.txt")], source, now=NOW)
        assert [hit.article.id for hit in library.search("quito")] == ["/one/a.txt"]
        library.sources.remove(source)
    assert library.sources.all() == ()
