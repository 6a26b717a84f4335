"""Sessions, settings and the last copy are there again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.library import Library, Session, ShelfKind

NOW = datetime(2020, 2, 3, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def test_a_session_is_restored(library: Library) -> None:
    """Field for field, tuples included."""
    session = Session(
        view="compare",
        selected="b",
        marked=("a", "b"),
        compared=("b", "a"),
        match=3,
        sort="newest",
        filter="quorum",
        letters=(("A", "a"), ("B", "b")),
    )
    library.memory.save_session(ShelfKind.LIBRARY, session, now=NOW)
    assert library.memory.session(ShelfKind.LIBRARY) == session


def test_samples_and_library_have_their_own(library: Library) -> None:
    """Looking at the samples does not change what was open in the library."""
    library.memory.save_session(ShelfKind.LIBRARY, Session(selected="mine"), now=NOW)
    library.memory.save_session(ShelfKind.SAMPLES, Session(selected="sample"), now=NOW)
    assert library.memory.session(ShelfKind.LIBRARY).selected == "mine"
    assert library.memory.session(ShelfKind.OPENED) == Session()


def test_a_session_of_another_version(library: Library) -> None:
    """Fields it knew and this one does not are passed over, missing ones empty."""
    library.memory.save_session(ShelfKind.LIBRARY, Session(selected="a"), now=NOW)
    with library._database.writing():
        library._database.run('UPDATE session SET record = \'{"selected": "a", "zoom": 2}\'')
    assert library.memory.session(ShelfKind.LIBRARY) == Session(selected="a")


def test_the_latest_session_is_the_one_saved_last(library: Library) -> None:
    """Whatever the clock says: it may have been set back."""
    library.memory.save_session(ShelfKind.LIBRARY, Session(selected="a"), now=NOW)
    library.memory.save_session(
        ShelfKind.LIBRARY, Session(selected="b"), now=NOW.replace(year=1971)
    )
    assert library.memory.session(ShelfKind.LIBRARY).selected == "b"


def test_a_setting(library: Library) -> None:
    """Set, set again, forgotten."""
    assert library.memory.setting("theme") is None
    library.memory.set_setting("theme", "dark")
    library.memory.set_setting("theme", "light")
    assert library.memory.setting("theme") == "light"
    library.memory.set_setting("theme", None)
    assert library.memory.setting("theme") is None
