"""Finding: what is asked of a library in a thread of its own, so that no key waits for it.

Of a filter what is asked for last is what counts: of requests that pile up behind a long one only
the newest is looked for.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from crisis_reader.library.library import Library
from crisis_reader.library.listing.rows import Sort

if TYPE_CHECKING:
    from array import array

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The articles that satisfy a filter."""

    sort: Sort
    filter: str
    numbers: "array[int]"
    """In the order of ``sort``; what ``Library.list.rows`` takes."""


class Finder:
    """Looks through one library."""

    def __init__(self, library: Library) -> None:
        """Open nothing yet.

        Args:
            library: Whose file is opened once more, so that its own reading never waits; one in
                memory, which there is only one of, is shared.
        """
        self._given = library
        self._own: Library | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="finder")
        self._asked: Future[Found] | None = None

    def find(self, sort: Sort, filter: str) -> "Future[Found]":  # noqa: A002 - the word on the screen
        """Begin to look; a request before this one that has not begun is dropped.

        The result raises ``LibraryError`` where the library can't answer.
        """
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._thread.submit(self._find, sort, filter)
        return self._asked

    def ask(self, question: Callable[[Library], _T]) -> "Future[_T]":
        """Ask anything else of the library in the same thread, after what was asked before.

        The result raises what the question does.
        """
        return self._thread.submit(lambda: question(self._library()))

    def close(self) -> None:
        """Wait for what is being looked for, then let go of the file."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._own is not None and self._own is not self._given:
            self._own.close()

    def _find(self, sort: Sort, filter: str) -> Found:  # noqa: A002 - the word on the screen
        numbers = self._library().list.found(sort, filter)
        return Found(sort=sort, filter=filter, numbers=numbers)

    def _library(self) -> Library:
        if self._own is None:
            self._own = self._given if self._given.path is None else self._given.again()
        return self._own
