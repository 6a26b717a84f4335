"""Peeking: whether a library has sources, asked of its file alone."""

from datetime import UTC, datetime
from pathlib import Path

from crisis_reader.library import Library, SourceKind
from crisis_reader.library.file.peeking import has_sources

NOW = datetime(2031, 9, 15, 12, tzinfo=UTC)


def test_a_library_with_a_source_has_one(tmp_path: Path) -> None:
    """Also while another program has it open."""
    path = tmp_path / "a folder" / "library.sqlite3"
    path.parent.mkdir()
    with Library.open(path) as library:
        assert has_sources(path) is False
        library.sources.add("x.txt", SourceKind.FILE, now=NOW)
        assert has_sources(path) is True
    assert has_sources(path) is True


def test_a_file_that_is_no_library_tells_nothing(tmp_path: Path) -> None:
    """Neither words nor a database of something else; what opens it says why."""
    words = tmp_path / "words.sqlite3"
    words.write_text("these are words " * 100)
    assert has_sources(words) is None
    assert has_sources(tmp_path / "nothing.sqlite3") is None
    assert not (tmp_path / "nothing.sqlite3").exists()


def test_a_library_that_is_held_tells_nothing(tmp_path: Path) -> None:
    """Nothing is waited for."""
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        library._database.run("PRAGMA journal_mode = DELETE")
        library._database.run("BEGIN EXCLUSIVE")
        assert has_sources(path) is None
        library._database.run("ROLLBACK")
