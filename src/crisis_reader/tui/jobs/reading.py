"""Reading: sources read into a library, pages of summaries fetched; for a thread."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.errors import CrisisReaderError, Problem

if TYPE_CHECKING:
    from crisis_reader.library import Library, Progress, RefreshReport, Source
    from crisis_reader.sources import Limits


class Gathering(Message):
    """How far reading is."""

    def __init__(self, progress: "Progress") -> None:
        super().__init__()
        self.progress = progress


class Fetched(Message):
    """The page of a summary was fetched, or could not be."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Gathered(Message):
    """Sources were read."""

    def __init__(
        self, report: "RefreshReport | None", problem: Problem | None = None, *, first: bool
    ) -> None:
        super().__init__()
        self.report = report
        """None where nothing could be read at all."""
        self.problem = problem
        self.first = first
        """Whether they were read for the first time, at the start."""


def gathered(
    shown: "Library",
    kept: "Library",
    sources: "Sequence[Source] | None",
    *,
    now: datetime,
    progress: "Callable[[Progress], None]",
    cancelled: Callable[[], bool],
    limits: "Limits | None",
    first: bool,
) -> Gathered:
    """Read sources; in a thread.

    Args:
        shown: The library whose sources they are.
        kept: The reader's library, which knows what was read.
        sources: Those to read; all of them where none are named.
        now: When that is.
        progress: Is told how far it is.
        cancelled: Asked between articles whether to end.
        limits: How far reading and fetching go.
        first: Whether they are read for the first time, at the start.
    """
    from crisis_reader.library import refresh  # noqa: PLC0415 - after the first frame

    try:
        with _own(shown) as library:
            # Standard input was kept at the start for what is only looked at; elsewhere it is gone.
            has_input = shown is not kept
            chosen = [
                source
                for source in sources or library.sources.all()
                if source.kind.value != "input" or (has_input and source.address == "-")
            ]
            report = refresh(
                library,
                chosen,
                now=now,
                limits=limits,
                progress=progress,
                cancelled=cancelled,
            )
            if shown is not kept:
                library.reading.take_over(kept.reading)
    except CrisisReaderError as error:
        return Gathered(None, Problem(source="library", message=str(error)), first=first)
    return Gathered(report, first=first)


def fetched(
    shown: "Library",
    id_: str,
    *,
    now: datetime,
    limits: "Limits | None",
    cancelled: Callable[[], bool],
) -> Fetched:
    """Fetch the page of the summary with this id; in a thread."""
    from crisis_reader.library import fetch_full  # noqa: PLC0415 - when first needed

    try:
        with _own(shown) as library:
            report = fetch_full(library, (id_,), now=now, limits=limits, cancelled=cancelled)
    except CrisisReaderError as error:
        return Fetched((Problem(source=id_, message=str(error)),))
    return Fetched(report.problems)


@contextmanager
def _own(shown: "Library") -> "Iterator[Library]":
    """A connection of the thread's own; a library in memory has one only."""
    library = shown if shown.path is None else shown.again()
    try:
        yield library
    finally:
        if library is not shown:
            library.close()
