"""Files that are as they were are not read again; whatever is uncertain is."""

import os
from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources import Limits, read_source
from crisis_reader.sources.stamps import Stamps

TEXT = "The court of Ruritania met on Friday and heard the speaker, Leo Paz.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files that were changed some time ago."""
    for name in ("a.txt", "b.txt"):
        put(tmp_path / name, TEXT)
    return tmp_path


def put(path: Path, text: str, seconds_ago: float = 60) -> None:
    """A file that was changed so long ago."""
    path.write_text(text)
    moment = path.stat().st_mtime - seconds_ago
    os.utime(path, (moment, moment))


def again(folder: Path, kept: str | None, limits: Limits | None = None) -> tuple[list[str], str]:
    """The names of the files that are read, and what is kept for the next time."""
    limits = limits or Limits()
    stamps = Stamps.read(kept, limits)
    items = list(read_source(folder, limits=limits, stamps=stamps))
    names = [
        Path(str(item.origin.uri if isinstance(item, Article) else item.source)).name
        for item in items
    ]
    return names, stamps.written()


def test_what_is_known_is_passed_over(folder: Path) -> None:
    """Nothing is read a second time, and a third time is like the second."""
    names, kept = again(folder, None)
    assert names == ["a.txt", "b.txt"]
    assert again(folder, kept) == ([], kept)
    assert again(folder / "a.txt", again(folder / "a.txt", None)[1])[0] == []


def test_a_file_that_changed_is_read(folder: Path) -> None:
    """Another size, another moment, another file in its place, a new one."""
    kept = again(folder, None)[1]
    put(folder / "a.txt", TEXT + TEXT)
    names, kept = again(folder, kept)
    assert names == ["a.txt"]
    put(folder / "a.txt", TEXT * 2, seconds_ago=50)
    put(folder / "c.txt", TEXT)
    names, kept = again(folder, kept)
    assert names == ["a.txt", "c.txt"]
    before = (folder / "b.txt").stat()
    (folder / "new").write_text(TEXT.replace("Leo", "Ana"))
    (folder / "new").rename(folder / "b.txt")
    os.utime(folder / "b.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert again(folder, kept)[0] == ["b.txt"]


def test_a_file_that_was_just_changed_is_read_again(folder: Path) -> None:
    """It may change again within the same tick of the clock."""
    put(folder / "a.txt", TEXT, seconds_ago=0)
    kept = again(folder, None)[1]
    assert again(folder, kept)[0] == ["a.txt"]


def test_what_was_wrong_is_told_each_time(folder: Path) -> None:
    """A file with a problem is read again, for the problem."""
    put(folder / "b.txt", "")
    kept = again(folder, None)[1]
    assert again(folder, kept)[0] == ["b.txt"]
    items = list(read_source(folder / "none.txt", stamps=Stamps.read(kept, Limits())))
    assert isinstance(items[0], Problem)


def test_other_limits_read_everything(folder: Path) -> None:
    """With them a file may be read in another way."""
    kept = again(folder, None)[1]
    assert again(folder, kept, Limits(characters=20_000))[0] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("kept", ["", "{", "[]", "null", '{"read as": 1}'])
def test_what_is_none_of_ours_is_nothing(folder: Path, kept: str) -> None:
    """Everything is read then."""
    assert again(folder, kept)[0] == ["a.txt", "b.txt"]


def test_a_name_that_no_file_can_have() -> None:
    """There is no stamp for it."""
    assert Stamps.read(None, Limits()).stamp(Path("a\0b")) is None
