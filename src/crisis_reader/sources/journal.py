"""The journal: what was fetched, read and refused, and how long it took, a line each.

Kept in a file where a reader asks for it, else nothing is written. No word of an article gets into
it: addresses, paths, numbers, and why something was refused. A journal that can't be written any
more, the disk being full, stops; nothing else does.
"""

import os
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from crisis_reader.errors import Problem, UsageError

if TYPE_CHECKING:
    from crisis_reader.article import Article

Item = TypeVar("Item", bound="Article | Problem")


class _Journal:
    """The file, if there is one; several threads may write."""

    def __init__(self) -> None:
        self._file: int | None = None
        self._lock = threading.Lock()

    @property
    def is_kept(self) -> bool:
        return self._file is not None

    def open(self, path: str) -> None:
        self._file = os.open(path, _TO_ADD, 0o666)

    def close(self) -> None:
        with self._lock:
            file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def write(self, line: str) -> None:
        with self._lock, suppress(OSError):
            if self._file is not None:
                # In one piece: several programs may write to one file.
                os.write(self._file, line.encode("utf-8", "replace"))


_TO_ADD = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
"""Without waiting for a reader, should it be a pipe."""

_journal = _Journal()


def keep_journal(path: str) -> None:
    """Write into this file from now on, after what it holds already.

    Raises:
        UsageError: If it can't be written; the message says why.
    """
    try:
        _journal.open(path)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"the log {path} can't be written ({why}); name another file") from error


def close_journal() -> None:
    """Write no more."""
    _journal.close()


def note(what: str, where: str = "", said: str = "", *, since: float | None = None) -> None:
    """Write a line, if a journal is kept.

    Args:
        what: What was done, such as ``read``.
        where: The path or the address.
        said: How it went, in words of ours.
        since: When it was begun, as ``time.perf_counter`` has it.
    """
    if not _journal.is_kept:
        return
    from crisis_reader.text.cleaning import printed  # noqa: PLC0415 - only where one is kept

    took = "" if since is None else f"{time.perf_counter() - since:.3f} s"
    told = ", ".join(filter(None, (said, took)))
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    words = f"{what} {where}".strip() + (f": {told}" if told else "")
    _journal.write(f"{moment} [{os.getpid()}] {printed(words)}\n")


def noted(items: Iterable[Item], where: str) -> Iterator[Item]:
    """The items of a file as they come, and a line on them once it is read.

    Only the time that reading takes counts, not what is done with the items meanwhile.
    """
    if not _journal.is_kept:
        yield from items
        return
    articles = problems = 0
    spent, source = 0.0, iter(items)
    while True:
        begun = time.perf_counter()
        item = next(source, None)
        spent += time.perf_counter() - begun
        if item is None:
            break
        problems += isinstance(item, Problem)
        articles += not isinstance(item, Problem)
        yield item
    note("read", where, counts(articles, problems), since=time.perf_counter() - spent)


def counts(articles: int, problems: int) -> str:
    """How many there were, in words."""
    return f"{_counted(articles, 'article')}, {_counted(problems, 'problem')}"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
