"""Grouping in a process of its own: started, asked how far it is, stopped at any moment.

Loads no screen there. Whatever ends the process, what it had reported is on the disk, and the next
one goes on from there.
"""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_reader.errors import is_fault, told
from crisis_reader.library.file.faults import LibraryError
from crisis_reader.library.stories.records import GroupingReport

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import SynchronizedArray

_PATIENCE = 5.0
"""Seconds a process gets to finish its batch once it is cancelled."""
_LESS = 10
"""How much it yields to other processes: the reader's keys come first."""


class StoryProcess:
    """Groups the articles of a library until all are grouped."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Start it; returns at once."""
        from multiprocessing import get_context  # noqa: PLC0415 - when first needed

        context = get_context("spawn")
        # Numbers that anybody may look at, not messages: a reader who never asks holds up nothing.
        self._numbers = context.Array("q", 7)
        self._said, theirs = context.Pipe(duplex=False)
        self._cancel = context.Event()
        self._process = context.Process(
            target=_work,
            args=(str(Path(path)), self._numbers, theirs, self._cancel.is_set),
            daemon=True,
        )
        self._process.start()
        theirs.close()
        self._problem: str | None = None

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._process.is_alive()

    @property
    def problem(self) -> str | None:
        """Why it ended early, in words for the reader; None if nothing was wrong so far."""
        try:
            if self._problem is None and self._said.poll():
                self._problem = str(self._said.recv())
        except EOFError:
            if self._process.exitcode:
                self._problem = f"grouping was ended ({self._process.exitcode}); it goes on later"
        return self._problem

    def report(self) -> GroupingReport:
        """How far it is; does not wait."""
        with self._numbers.get_lock():
            done, waiting, unread, joined, opened, merged, cancelled = self._numbers[:]
        return GroupingReport(
            done=done,
            waiting=waiting,
            unread=unread,
            joined=joined,
            opened=opened,
            merged=merged,
            cancelled=bool(cancelled),
        )

    def cancel(self) -> None:
        """Have it end after the articles at hand; does not wait."""
        self._cancel.set()

    def wait(self, timeout: float | None = None) -> GroupingReport:
        """Wait for its end, at most so many seconds; how far it is then."""
        self._process.join(timeout)
        return self.report()

    def close(self) -> None:
        """End it, by force if it takes long; nothing that it reported is lost."""
        self.cancel()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _work(
    path: str,
    numbers: "SynchronizedArray[int]",
    said: "Connection",
    cancelled: Callable[[], bool],
) -> None:
    # Only in that process, and no more of the library than that: what is loaded stays resident.
    from crisis_reader.library.file.database import Database  # noqa: PLC0415
    from crisis_reader.library.stories.stories import Stories  # noqa: PLC0415

    def tell(report: GroupingReport) -> None:
        with numbers.get_lock():
            numbers[:] = [
                *(report.done, report.waiting, report.unread),
                *(report.joined, report.opened, report.merged, int(report.cancelled)),
            ]

    os.nice(_LESS)
    try:
        with closing(Database.open(Path(path))) as database:
            tell(Stories(database).group(progress=tell, cancelled=cancelled))
    except LibraryError as error:
        said.send(str(error))
    except BaseException as error:
        if not is_fault(error):
            raise
        # Told by who started it: what is written to standard error would stand on the screen.
        said.send(f"something broke inside, please report it: {told(error)}")
