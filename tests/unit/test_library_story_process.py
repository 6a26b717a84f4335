"""Grouping in a process: it runs, tells how far it is, and can be stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.panics import PanicException

from crisis_reader.article import Article
from crisis_reader.library import Library, SourceKind, StoryProcess
from crisis_reader.library.file.database import Database
from crisis_reader.library.stories import grouping_process

NOW = datetime(2020, 2, 3, tzinfo=UTC)


def read(count: int) -> Iterator[Article]:
    """Reports by two outlets of each event."""
    for number in range(count):
        event = number // 2
        names = f"Senator Aldra{event} met Minister Bertol{event} in Cassow{event}"
        yield Article.from_text(
            f"In the evening {names}. Nothing was said of figure {event + 1000} by either of them.",
            url=f"https://x.example/{number}",
            outlet=f"outlet {number % 2} of {number}",
            title=f"Report {number}",
            published=date(2031, 3, 3),
            language="en",
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with sixty articles that are not grouped."""
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        source = library.sources.add("/news/c.jsonl", SourceKind.FILE, now=NOW)
        library.import_articles(read(60), source, now=NOW)
    return path


def test_it_groups_all(path: Path) -> None:
    """And says what it did, while the library is open here."""
    with Library.open(path) as library:
        process = StoryProcess(path)
        report = process.wait(60)
        process.close()
        assert (report.done, report.waiting, report.cancelled) == (60, 0, False)
        assert process.problem is None
        assert library.stories.waiting() == 0
        assert library.stories.count() == 30


def test_it_can_be_cancelled(path: Path) -> None:
    """What it did until then is kept, and another goes on from there."""
    process = StoryProcess(path)
    process.cancel()
    process.wait(60)
    process.close()
    with Library.open(path) as library:
        assert library.stories.waiting() > 0
        assert library.stories.group().waiting == 0
        assert library.stories.count() == 30


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_two_at_once_one_killed(path: Path) -> None:
    """Two programs group one library: each article is placed once, and none is lost."""
    first, second = StoryProcess(path), StoryProcess(path)
    while second.running and not second.report().done:
        second.wait(0.02)
    if second._process.pid is not None and second.running:
        os.kill(second._process.pid, signal.SIGKILL)
    first.wait(60)
    first.close()
    second.close()
    with Library.open(path) as library:
        library.stories.group()
        assert library.stories.waiting() == 0
        assert library.stories.count() == 30
        members = [
            m.id for s in library.stories.page(0, 500) for m in library.stories.members(s.number)
        ]
        assert len(members) == len(set(members)) == 60


def test_it_says_what_is_wrong(tmp_path: Path) -> None:
    """A library that can't be opened is told of in words."""
    path = tmp_path / "library.sqlite3"
    path.write_bytes(b"not a library at all, but long enough to be looked at" * 40)
    process = StoryProcess(path)
    process.wait(60)
    assert process.problem is not None
    assert str(path) in process.problem
    process.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_one_that_was_killed_is_told(path: Path) -> None:
    """By the system when memory is short, say; what it had reported is there."""
    process = StoryProcess(path)
    assert process._process.pid is not None
    os.kill(process._process.pid, signal.SIGKILL)
    process.wait(60)
    assert process.problem == "grouping was ended (-9); it goes on later"
    process.close()


@pytest.mark.parametrize("fault", [ValueError("oops"), PanicException("oops")])
def test_a_fault_in_it_is_told_and_not_printed(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    """What a process prints when it breaks would stand on the reader's screen."""
    said: list[dict[str, object]] = []

    def broken(_: object) -> Database:
        raise fault

    monkeypatch.setattr(Database, "open", broken)
    monkeypatch.setattr(grouping_process, "say", said.append)
    grouping_process.main(str(path))
    assert str(said[-1]["problem"]).startswith("something broke inside, please report it: ")


def test_a_wish_to_stop_is_let_through(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C reaches every process of a terminal."""

    def interrupted(_: object) -> Database:
        raise KeyboardInterrupt

    monkeypatch.setattr(Database, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        grouping_process.main(str(path))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_it_ends_with_who_started_it(path: Path) -> None:
    """A reader that was killed leaves nothing at work behind."""
    code = (
        "import os, sys, time; from crisis_reader.library import StoryProcess;"
        "process = StoryProcess(sys.argv[1]); print(process._process.pid, flush=True);"
        "time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        own = int(program.stdout.readline())
        program.kill()
    end = time.monotonic() + 20
    while time.monotonic() < end and _is_at_work(own):
        time.sleep(0.05)
    assert not _is_at_work(own)


def _is_at_work(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"  # one that nobody has waited for is over
