"""Folders and files that change are told while they are watched."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from crisis_reader.sources.watching import changed_places

Watch = Callable[..., "SimpleQueue[list[str]]"]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watch places in a thread; what changed comes out of a queue."""
    stop, threads = threading.Event(), []

    def begin(*places: Path) -> "SimpleQueue[list[str]]":
        told: SimpleQueue[list[str]] = SimpleQueue()

        def work() -> None:
            for changed in changed_places(places, stop):
                told.put(changed)

        thread = threading.Thread(target=work)
        thread.start()
        threads.append(thread)
        return told

    yield begin
    stop.set()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def told_after(write: Callable[[], object], told: "SimpleQueue[list[str]]") -> list[str]:
    """What is told once something is written; written anew until the watch has begun."""
    for _ in range(20):
        write()
        try:
            return told.get(timeout=0.8)
        except Empty:
            continue
    raise AssertionError("nothing was told")


def test_a_folder_tells_of_articles_below_it(tmp_path: Path, watch: Watch) -> None:
    """New, changed, deep down; as the place was given."""
    deep = tmp_path / "news" / "2019"
    deep.mkdir(parents=True)
    told = watch(tmp_path / "news")
    changed = told_after(lambda: (deep / "a.txt").write_text(f"{time.monotonic()}"), told)
    assert changed == [str(tmp_path / "news")]


def test_other_files_are_passed_over(tmp_path: Path, watch: Watch) -> None:
    """Pictures, hidden files and notes on the folder are no articles."""
    told = watch(tmp_path)
    told_after(lambda: (tmp_path / "a.txt").write_text(f"{time.monotonic()}"), told)
    while not is_quiet(told):
        continue
    for name in ("a.png", ".a.txt", "README.md", "a.txt~"):
        (tmp_path / name).write_text("x")
    assert is_quiet(told)


def is_quiet(told: "SimpleQueue[list[str]]") -> bool:
    """Whether nothing is told for longer than a change takes."""
    try:
        told.get(timeout=1.2)
    except Empty:
        return True
    return False


def test_a_file_is_watched_also_when_it_is_replaced(tmp_path: Path, watch: Watch) -> None:
    """Editors put a new one in its place; its neighbours do not count."""
    file, neighbour = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("one")
    told = watch(file, tmp_path / "missing.md")

    def replace() -> None:
        neighbour.write_text("other")
        draft = tmp_path / "draft.tmp"
        draft.write_text(f"{time.monotonic()}")
        draft.replace(file)

    assert told_after(replace, told) == [str(file)]


def test_nothing_to_watch(tmp_path: Path, watch: Watch) -> None:
    """It waits to be stopped."""
    assert watch(tmp_path / "gone").empty()
