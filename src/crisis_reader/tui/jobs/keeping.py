"""Keeping: the reader's library opened, and what it shall keep written in a thread of its own.

A key never waits for the disk. What is written is written in the order asked for; the screen says
"kept" only when it is.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from crisis_reader.errors import CrisisReaderError, Problem, is_fault, told

if TYPE_CHECKING:
    from crisis_reader.library import Library

_T = TypeVar("_T")


class Kept(Message):
    """Something was written, or could not be."""

    def __init__(
        self,
        then: Callable[[], object],
        problem: Problem | None = None,
        *,
        quietly: bool = False,
    ) -> None:
        super().__init__()
        self.then = then
        """What to do now that it is on the disk."""
        self.problem = problem
        """Why it is not; None where it is."""
        self.quietly = quietly
        """Whether the reader did not ask for it."""


def open_at_once(path: Path) -> tuple["Library | None", list[Problem], str]:
    """The reader's library before the first frame, which waits for nothing.

    Returns:
        As ``open_kept``; no library where one has to wait, and then in words what for.
    """
    from crisis_reader.library import BusyLibraryError, StaleLibraryError  # noqa: PLC0415 - the same

    try:
        return *open_kept(path, at_once=True), ""
    except BusyLibraryError:
        return None, [], "another program holds your library: waiting for it …"
    except StaleLibraryError:
        return None, [], "bringing your library up to date …"


def open_kept(path: Path | None, *, at_once: bool = False) -> tuple["Library", list[Problem]]:
    """The reader's library, and what there is to say of it.

    Where it can't be opened (newer, damaged, locked) it is left as it is, and one that lasts as
    long as the program takes its place.

    Args:
        path: Its file; None for a session that keeps nothing.
        at_once: Whether not to wait.

    Raises:
        BusyLibraryError: If it should not wait, and would have to.
        StaleLibraryError: The same.
    """
    from crisis_reader.library import (  # noqa: PLC0415 - after the first frame
        BusyLibraryError,
        Library,
        LibraryError,
        StaleLibraryError,
    )

    if path is None:
        return Library.in_memory(), []
    try:
        library = Library.open(path, at_once=at_once)
    except LibraryError as error:
        if at_once and isinstance(error, BusyLibraryError | StaleLibraryError):
            raise
        words = f"{error}. Until then nothing of this session is kept"
        return Library.in_memory(), [Problem(source="library", message=words)]
    return library, list(library.notices)


class Keeper:
    """Writes into a library, one thing after the other."""

    def __init__(self, library: "Library", post: Callable[[Message], object]) -> None:
        """A keeper.

        Args:
            library: Where to; its file is opened once more for writing, so that reading it never
                waits.
            post: Takes the messages that tell how it went.
        """
        self._reading = library
        self._writing: Library | None = None
        self._post = post
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeper")

    def keep(
        self,
        work: Callable[["Library"], _T],
        then: Callable[[_T], object],
        *,
        quietly: bool = False,
    ) -> None:
        """Write something; the message that it is written carries what shall follow."""
        self._thread.submit(self._keep, work, then, quietly=quietly)

    def _keep(
        self,
        work: Callable[["Library"], _T],
        then: Callable[[_T], object],
        *,
        quietly: bool,
    ) -> None:
        try:
            made = work(self._library())
        except BaseException as error:
            if not is_fault(error):
                raise
            path = self._reading.path or "the library"
            said = str(error) if isinstance(error, CrisisReaderError) else told(error)
            problem = Problem(source=str(path), message=said.removeprefix(f"{path}: "))
            self._post(Kept(lambda: None, problem, quietly=quietly))
            return
        self._post(Kept(lambda: then(made), quietly=quietly))

    def _library(self) -> "Library":
        if self._writing is None:
            if self._reading.path is None or self._reading.read_only:
                self._writing = self._reading
            else:
                self._writing = self._reading.again()
        return self._writing

    def close(self) -> None:
        """Wait until everything is written, then let go."""
        self._thread.shutdown(wait=True)
        if self._writing is not None and self._writing is not self._reading:
            self._writing.close()
