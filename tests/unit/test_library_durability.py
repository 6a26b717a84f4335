"""Killed at any moment, the library opens, is sound, and has everything it had acknowledged.

A few kills of each kind; ``python -m tests.kills.run`` does a hundred.
"""

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.kills.checking import (
    Said,
    killed_after,
    killed_and_checked,
    see_that_it_is_there,
    see_that_it_is_whole,
)
from tests.kills.working import WORK

from crisis_reader.errors import UsageError
from crisis_reader.library import Library, refresh

KILLS = 8


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
@pytest.mark.parametrize("kind", WORK)
def test_killed_again_and_again(kind: str, tmp_path: Path) -> None:
    """At random moments on one library: nothing acknowledged is ever lost, by any later kill."""
    path = tmp_path / "library.sqlite3"
    moments = random.Random(kind)
    said: list[Said] = []
    for run in range(1, KILLS + 1):
        seconds = moments.uniform(0.0, 0.2) if run % 2 else 0.0
        said.append(
            killed_and_checked(kind, path, run, seconds=seconds, lines=2 + run % 5, before=said)
        )
    assert sum(map(len, said)) > KILLS


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_a_refresh_that_was_killed_is_finished_by_the_next(tmp_path: Path) -> None:
    """What the folder holds is what is on the shelf."""
    path = tmp_path / "library.sqlite3"
    killed_and_checked("refresh", path, 1, seconds=0.1, lines=40)
    with Library.open(path) as library:
        report = refresh(library, now=datetime.now(UTC))
        assert not report.cancelled
        see_that_it_is_whole(library)
        folder = tmp_path / "news"
        read = {file.name: file.read_text().strip() for file in folder.iterdir()}
        assert {article.id: article.text.strip() for article in library.articles} == read
        assert library.sources.all()[0].refreshed is not None


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("import", ["articles", "1000100", "40"]),
        ("import", ["changed", "1-7"]),
        ("note", ["note", "1-7"]),
        ("note", ["anchor", "7"]),
        ("note", ["setting", "1-7"]),
        ("note", ["position", "7"]),
        ("refresh", ["shelved", "7"]),
        ("refresh", ["refreshed", "1", "7"]),
    ],
)
def test_what_is_missing_is_seen(kind: str, said: list[str], tmp_path: Path) -> None:
    """The checks themselves: what an empty library does not have is found to be lost."""
    with (
        Library.open(tmp_path / "library.sqlite3") as library,
        pytest.raises((AssertionError, LookupError, ValueError, UsageError)),
    ):
        see_that_it_is_there(kind, library, [["open"], said], 1)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_killed_while_it_is_made(tmp_path: Path) -> None:
    """A file that was being made when the program was killed opens as a library."""
    code = (
        "import sys; from crisis_reader.library import Library; print(flush=True);"
        "Library.open(sys.argv[1])"
    )
    moments = random.Random(3)
    for run in range(6):
        path = tmp_path / f"{run}.sqlite3"
        with subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE
        ) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(moments.uniform(0.0, 0.008))
            program.kill()
        with Library.open(path) as library:
            library.memory.set_setting("a", "b")
            assert library.memory.setting("a") == "b"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_a_killed_import_goes_on(tmp_path: Path) -> None:
    """Two programs import into one library at once, one is killed: the other does not notice."""
    path = tmp_path / "library.sqlite3"
    Library.open(path).close()
    program = [sys.executable, "-m", "tests.kills.working", "import", str(path), "1"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        first = [other.stdout.readline() for _ in range(2)]
        said = killed_after("import", path, 2, 0.1, lines=5)
        first += [other.stdout.readline() for _ in range(4)]
        other.kill()
        theirs = [line.split() for line in (*first[1:], *other.stdout) if line.endswith("\n")]
    with Library.open(path) as library:
        see_that_it_is_whole(library)
        see_that_it_is_there("import", library, theirs, 1)
        # The first program goes on after the second is killed, and changes the same articles.
        see_that_it_is_there("import", library, said, 1)
    assert len(said) > 3
    assert len(theirs) > 3
