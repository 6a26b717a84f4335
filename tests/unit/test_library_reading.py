"""What was read and how far is kept for every article ever opened."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin
from crisis_reader.errors import UsageError
from crisis_reader.library import Library, ReadState, SourceKind
from crisis_reader.sources import bundled_articles, open_source

NOW = datetime(2020, 2, 3, tzinfo=UTC)
TEXT = "The court met in Quito. The speaker resigned before noon. Crowds filled the square."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def article(text: str = TEXT, name: str = "a.txt") -> Article:
    """An article that was read from a file."""
    return Article.from_text(text, id=name, origin=Origin(uri=f"/news/{name}"))


def test_nothing_is_known_at_first(library: Library) -> None:
    """Unread, no position."""
    assert library.reading.state(article()) == ReadState()


def test_read_and_unread(library: Library) -> None:
    """Both at once for several articles."""
    both = article(), article(name="b.txt")
    library.reading.set_read(both, now=NOW)
    assert [library.reading.state(a).read for a in both] == [NOW, NOW]
    library.reading.set_read(both[:1], read=False, now=NOW)
    assert [library.reading.state(a).read for a in both] == [None, NOW]


def test_a_text_that_changed_since(library: Library) -> None:
    """It was read, but not as it stands now."""
    library.reading.set_read([article()], now=NOW)
    state = library.reading.state(article("Updated. " + TEXT))
    assert (state.read, state.changed) == (NOW, True)


def test_the_list_knows_what_is_read(library: Library) -> None:
    """Rows and the filter tell the same."""
    source = library.sources.add("/news", SourceKind.FOLDER, now=NOW)
    library.import_articles([article(), article(name="b.txt")], source, now=NOW)
    library.reading.set_read([article()], now=NOW)
    assert {row.id: row.read for row in library.list.page(0, 9)} == {"a.txt": True}
    assert library.list.count("unread") == 0


def test_what_was_read_before_it_was_added_is_read(library: Library) -> None:
    """Opened first, added later."""
    library.reading.set_read([article()], now=NOW)
    source = library.sources.add("/news", SourceKind.FOLDER, now=NOW)
    library.import_articles([article()], source, now=NOW)
    assert [row.read for row in library.list.page(0, 9)] == [True]


def test_a_position_is_kept(library: Library) -> None:
    """Apart from whether it was read."""
    library.reading.set_position(article(), 30)
    library.reading.set_read([article()], now=NOW)
    assert library.reading.state(article()) == ReadState(read=NOW, position=30)


@pytest.mark.parametrize(("given", "kept"), [(-5, 0), (10_000, len(TEXT)), (len(TEXT), len(TEXT))])
def test_a_position_outside_is_moved_in(library: Library, given: int, kept: int) -> None:
    """The last character is as far as one can be."""
    library.reading.set_position(article(), given)
    assert library.reading.state(article()).position == kept


def test_a_position_follows_its_place(library: Library) -> None:
    """In a text that grew at its head."""
    library.reading.set_position(article(), 24)
    assert library.reading.state(article("Updated. " + TEXT)).position == 33


def test_a_position_whose_place_is_gone(library: Library) -> None:
    """No place is better than a wrong one."""
    library.reading.set_position(article(), 24)
    assert library.reading.state(article("Nothing of it.")).position is None


def test_samples_are_known_by_their_name(library: Library, tmp_path: Path) -> None:
    """Installing the program elsewhere forgets nothing of them: no path is in their key."""
    sample = open_source(bundled_articles()).articles[0]
    library.reading.set_read([sample], now=NOW)
    stored = (tmp_path / "library.sqlite3-wal").read_bytes()
    assert b"sample:" in stored
    assert str(bundled_articles()).encode() not in stored


def test_a_time_without_a_zone_is_refused(library: Library) -> None:
    """It could be any of two dozen."""
    with pytest.raises(UsageError, match="zone"):
        library.reading.set_read([article()], now=datetime(2020, 1, 1))  # noqa: DTZ001 - on purpose
    assert library.reading.state(article()).read is None
