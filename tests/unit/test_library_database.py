"""The file: whose it is, which version, and what happens when the disk says no."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin
from crisis_reader.library import (
    BusyLibraryError,
    FullLibraryError,
    Library,
    LibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
    SourceKind,
    VanishedLibraryError,
    library_path,
)
from crisis_reader.library.file.database import Database
from crisis_reader.library.file.faults import fault_of
from crisis_reader.library.file.schema import MIGRATIONS, Migration
from crisis_reader.text import Span

NOW = datetime(2020, 2, 3, tzinfo=UTC)
ARTICLE = Article.from_text("The court met in Quito.", id="a", origin=Origin(uri="/news/a"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a library may be made."""
    return tmp_path / "data" / "library.sqlite3"


def note(library: Library, words: str = "x") -> None:
    """Something to keep."""
    library.marks.add_note(ARTICLE, Span(0, 9), words, now=NOW)


def notes(path: Path) -> list[str | None]:
    """What another program finds kept."""
    with Library.open(path) as library:
        return [kept.words for kept in library.marks.all_notes()]


def is_sound(path: Path) -> bool:
    """Whether SQLite finds the file sound."""
    connection = sqlite3.connect(path)
    (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    return bool(answer == "ok")


def articles(count: int) -> Iterator[Article]:
    """So many articles of some hundred words."""
    for number in range(count):
        yield Article.from_text(
            f"{number} " + "The speaker adjourned the sitting until noon. " * 20,
            id=str(number),
            title=f"Sitting {number}",
            language="en",
        )


# Where it is


def test_the_folder_is_made(path: Path) -> None:
    """The first start needs no set-up."""
    Library.open(path).close()
    assert path.is_file()


def test_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Under the platform's data folder, unless another is named."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert library_path().name == "library.sqlite3"
    assert library_path(tmp_path / "x") == tmp_path / "x" / "library.sqlite3"


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    """A file stands in the way."""
    (tmp_path / "data").write_text("")
    with pytest.raises(VanishedLibraryError, match="--data-dir"):
        Library.open(tmp_path / "data" / "library.sqlite3")


def test_odd_names(tmp_path: Path) -> None:
    """Signs that mean something in an address mean nothing here."""
    path = tmp_path / "a ?#%&=ñ" / "l?mode=ro.sqlite3"
    with Library.open(path) as library:
        note(library)
    assert notes(path) == ["x"]


def test_the_room_is_light() -> None:
    """Opening a library loads nothing that only some of its work needs."""
    code = "import sys; from crisis_reader.library import Library; Library.in_memory()"
    heavy = "print(*({'rapidfuzz', 'yaml', 'sentencex', 'Stemmer', 'textual'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {heavy}"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"


# Whose it is


@pytest.mark.parametrize("content", [b"not a database, but long enough to be one" * 40, b"hm"])
def test_another_kind_of_file(path: Path, content: bytes) -> None:
    """It is refused and left as it is."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(NotALibraryError, match="not a library"):
        Library.open(path)
    assert path.read_bytes() == content


def test_another_programs_database(path: Path) -> None:
    """It is refused and left as it is."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotALibraryError, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_newer_schema(path: Path) -> None:
    """It is refused with both numbers, and not a byte is changed."""
    with Library.open(path) as library:
        note(library)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match=r"schema 99.*Update crisis-reader"):
        Library.open(path)
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["library.sqlite3"]


def test_a_damaged_file(path: Path) -> None:
    """Its message says to copy it first."""
    with Library.open(path) as library:
        note(library)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(NotALibraryError, match="Copy it"), Library.open(path) as library:
        library.marks.all_notes()


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    """What a program leaves that was killed at its very first step."""
    path.parent.mkdir()
    path.write_bytes(b"")
    with Library.open(path) as library:
        note(library)
    assert notes(path) == ["x"]


# Which version


def test_an_older_schema_is_brought_up_to_date(path: Path) -> None:
    """Step by step, with everything that was in it."""
    with Library.open(path) as library:
        note(library)
    newest = MIGRATIONS[-1].version
    steps = (
        *MIGRATIONS,
        Migration(newest + 1, "a trial", ("ALTER TABLE note ADD COLUMN colour TEXT",)),
        Migration(newest + 2, "another", ("UPDATE note SET colour = 'red'",)),
    )
    database = Database.open(path, migrations=steps)
    row = database.row("SELECT words, colour FROM note")
    database.close()
    assert row is not None
    assert tuple(row) == ("x", "red")


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    """The file stays what it was, and the older program opens it."""
    with Library.open(path) as library:
        note(library)
    bad = Migration(
        MIGRATIONS[-1].version + 1, "a trial", ("DROP TABLE note", "INSERT INTO nowhere VALUES (1)")
    )
    with pytest.raises(LibraryError):
        Database.open(path, migrations=(*MIGRATIONS, bad))
    assert notes(path) == ["x"]


def test_steps_are_in_order() -> None:
    """Each takes the file one version further and says why."""
    assert [step.version for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
    assert all(step.why for step in MIGRATIONS)


# When the disk says no


def test_a_full_disk_while_noting(path: Path) -> None:
    """The note is refused with what to do; the others are there; room given, it works again."""
    with Library.open(path) as library:
        note(library, "before")
        database = library._database
        pages = database.rows("PRAGMA page_count")[0][0]
        database.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FullLibraryError, match=r"full.*Free some room"):
            note(library, "y" * 100_000)
        assert [kept.words for kept in library.marks.all_notes()] == ["before"]
        database.rows("PRAGMA max_page_count = 1000000")
        note(library, "after")
    assert notes(path) == ["before", "after"]
    assert is_sound(path)


def test_a_full_disk_while_importing(path: Path) -> None:
    """What was told of is there, the batch that did not fit is not."""
    told = [0]
    with Library.open(path) as library:
        source = library.sources.add("/news", SourceKind.FILE, now=NOW)
        library._database.rows("PRAGMA max_page_count = 700")
        with pytest.raises(FullLibraryError):
            library.import_articles(
                articles(3000), source, now=NOW, progress=lambda r: told.append(r.done)
            )
        assert len(library.articles) == told[-1] > 0
    assert is_sound(path)


def test_a_disk_that_takes_no_more_bytes(path: Path) -> None:
    """The system refuses to let the file grow: told in words, nothing lost."""
    with Library.open(path) as library:
        note(library, "before")
    code = f"""
import resource
from datetime import datetime, UTC
from crisis_reader.library import Library, LibraryError, SourceKind
from crisis_reader.article import Article
library = Library.open({str(path)!r})
source = library.sources.add("/news", SourceKind.FILE, now=datetime.now(UTC))
resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
articles = (Article.from_text(f"{{n}} " + "word " * 300, id=str(n), title="t", language="en")
            for n in range(3000))
try:
    library.import_articles(articles, source, now=datetime.now(UTC))
except LibraryError as error:
    print(type(error).__name__, error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(("VanishedLibraryError", "FullLibraryError"))
    assert done.stderr == ""
    assert notes(path) == ["before"]
    assert is_sound(path)


def test_a_library_opened_for_reading(path: Path) -> None:
    """Everything can be read, nothing is kept, and the message says what to do."""
    with Library.open(path) as library:
        note(library)
    before = path.read_bytes()
    with Library.open(path, read_only=True) as library:
        assert [kept.words for kept in library.marks.all_notes()] == ["x"]
        assert [notice.lost for notice in library.notices] == [False]
        with pytest.raises(ReadOnlyLibraryError, match="reading only"):
            note(library)
    assert path.read_bytes() == before


def test_reading_what_is_not_there(path: Path) -> None:
    """Nothing is made where nothing may be written."""
    with pytest.raises(VanishedLibraryError, match="no library here"):
        Library.open(path, read_only=True)
    assert not path.parent.exists()


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users with rights")
@pytest.mark.parametrize("folder", [0o555, 0o755], ids=["folder-too", "file-only"])
def test_a_file_of_somebody_else(folder: int) -> None:
    """It is opened for reading by itself; a note is refused with what to do."""
    home = Path(tempfile.mkdtemp(prefix="crisis-reader-"))
    home.chmod(0o755)
    try:
        path = home / "library.sqlite3"
        with Library.open(path) as library:
            note(library)
        path.chmod(0o444)
        home.chmod(folder)
        code = f"""
import os
from crisis_reader.library import Library, ReadOnlyLibraryError
Library.in_memory().memory.set_setting("everything", "loaded")
if os.getuid() == 0:
    os.setuid(65534)
library = Library.open({str(path)!r})
print(library.read_only, [n.words for n in library.marks.all_notes()], library.list.count())
print(library.notices[0].message)
try:
    library.memory.set_setting("a", "b")
except ReadOnlyLibraryError as error:
    print(error)
"""
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        assert done.stdout.startswith("True ['x'] 0\n"), done.stderr
        assert done.stdout.count("--data-dir") == 2
    finally:
        home.chmod(stat.S_IRWXU)
        shutil.rmtree(home)


def test_a_file_that_vanished(path: Path) -> None:
    """A write that nobody would ever read is not acknowledged."""
    with Library.open(path) as library:
        note(library)
        path.unlink()
        with pytest.raises(VanishedLibraryError, match="no longer where it was"):
            note(library)


def test_a_file_that_was_replaced(path: Path) -> None:
    """The same: it is not the file that was opened."""
    with Library.open(path) as library:
        path.rename(path.with_name("moved"))
        Library.open(path).close()
        with pytest.raises(VanishedLibraryError):
            note(library)


def test_a_folder_that_vanished(path: Path) -> None:
    """A disk was taken away; what is in memory can still be read."""
    with Library.open(path) as library:
        note(library)
        shutil.rmtree(path.parent)
        with pytest.raises(VanishedLibraryError):
            note(library)
        assert len(library.marks.all_notes()) == 1


# Two at once


def test_two_programs_write_in_turn(path: Path) -> None:
    """Each sees what the other has done."""
    with Library.open(path) as one, Library.open(path) as other:
        for number in range(5):
            note(one, f"one {number}")
            note(other, f"other {number}")
        assert len(one.marks.all_notes()) == len(other.marks.all_notes()) == 10


def test_a_reader_is_not_held_up(path: Path) -> None:
    """While another program is in the middle of a write, this one reads what was there before."""
    with Library.open(path) as one, Library.open(path) as other:
        note(one, "before")
        with one._database.writing():
            one._database.run("DELETE FROM note")
            assert len(other.marks.all_notes()) == 1
        assert other.marks.all_notes() == ()


def test_a_write_waits_for_the_other(path: Path) -> None:
    """It is done as soon as the other lets go."""
    with Library.open(path) as one, Library.open(path) as other:
        held, go = threading.Event(), threading.Event()

        def hold() -> None:
            with one._database.writing():
                held.set()
                go.wait(10)

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait(10)
        threading.Timer(0.1, go.set).start()
        note(other)
        thread.join()
    assert notes(path) == ["x"]


def test_a_write_that_waits_too_long(path: Path) -> None:
    """It gives up with a clear word."""
    with Library.open(path) as one, Library.open(path) as other:
        other._database.rows("PRAGMA busy_timeout = 20")
        with one._database.writing(), pytest.raises(BusyLibraryError, match="another program"):
            note(other)


def test_several_start_on_a_new_library_at_once(path: Path) -> None:
    """One makes it, the others find it made."""
    code = f"""
from datetime import datetime, UTC
from crisis_reader.library import Library, SourceKind
with Library.open({str(path)!r}) as library:
    library.sources.add("/news", SourceKind.FILE, now=datetime.now(UTC))
    print(len(library.sources.all()))
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [process.communicate()[0] for process in running] == ["1\n"] * 4
    assert is_sound(path)


# What is said


def test_an_answer_nobody_expected() -> None:
    """It is told as it is."""
    assert "strange" in str(fault_of(sqlite3.OperationalError("strange"), "here"))


def test_an_exception_takes_a_write_back(path: Path) -> None:
    """All of it."""
    with Library.open(path) as library:

        def interrupted() -> None:
            with library._database.writing():
                library._database.run("INSERT INTO setting VALUES ('a', 'b')")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert library.memory.setting("a") is None
        library.memory.set_setting("a", "c")


def test_in_memory() -> None:
    """Everything works, nothing stays."""
    with Library.in_memory() as library:
        note(library)
        assert (len(library.marks.all_notes()), library.path, library.notices) == (1, None, ())
