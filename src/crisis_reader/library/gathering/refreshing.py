"""Bringing sources onto the shelf: added, read for the first time, read again.

What was read is on the disk after each batch, so a refresh that is cancelled or killed goes on from
there when it is run again. A source that can't be read costs itself only.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crisis_reader.errors import Problem, UsageError
from crisis_reader.library.articles.identity import source_address
from crisis_reader.library.articles.importing import silent
from crisis_reader.library.articles.records import ImportReport, Source, SourceKind
from crisis_reader.library.articles.sources import never
from crisis_reader.library.gathering.source_reader import SourceReader
from crisis_reader.library.library import Library
from crisis_reader.sources import Limits
from crisis_reader.sources.naming import STANDARD_INPUT, is_address
from crisis_reader.sources.opml import OPML_ENDING, Subscription, read_opml_file, write_opml


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a refresh is; everything it counts is on the disk."""

    source: Source
    """The one being read."""
    number: int
    """Its place among those to be read, from 1."""
    of: int
    """How many are to be read."""
    report: ImportReport
    """What this source has brought so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What reading one source brought."""

    source: Source
    report: ImportReport


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshReport:
    """What a refresh brought, source by source."""

    sources: tuple[Refreshed, ...] = ()
    """In the order read; where it was cancelled the last one is not read to its end."""
    cancelled: bool = False

    @property
    def new(self) -> int:
        """Articles that were not on the shelf."""
        return sum(one.report.new for one in self.sources)

    @property
    def changed(self) -> int:
        """Articles whose text is another now."""
        return sum(one.report.changed for one in self.sources)

    @property
    def news(self) -> tuple[str, ...]:
        """Ids of the new and changed ones, the first thousand of each source."""
        return tuple(dict.fromkeys(id_ for one in self.sources for id_ in one.report.news))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The first thousand of each source."""
        return tuple(dict.fromkeys(p for one in self.sources for p in one.report.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding came to."""

    new: tuple[Source, ...] = ()
    known: tuple[Source, ...] = ()
    """Those that were among the sources already."""
    problems: tuple[Problem, ...] = ()


def unwatched(_progress: Progress) -> None:
    """Tell nobody."""


def add_source(library: Library, address: str, *, now: datetime) -> Source:
    """Put a file, a folder, a page, a feed or ``-`` among the sources, for the next ``refresh``.

    Whether an address is that of a page or a feed is known when it is first read: until then it
    counts as a page.

    Raises:
        UsageError: If there is nothing at that place, or it is the samples'.
        LibraryError: If it can't be kept.
    """
    return library.sources.add(address, _kind(address), now=now)


def add_sources(library: Library, address: str, *, now: datetime) -> Added:
    """Add what ``add_source`` takes, or every feed of a list of subscriptions (``.opml``).

    Raises:
        UsageError: If there is nothing at that place, or it is the samples'.
        LibraryError: If it can't be kept.
    """
    before = {source.number for source in library.sources.all()}
    problems: list[Problem] = []
    if address.lower().endswith(OPML_ENDING) and not is_address(address):
        sources = _subscribed(library, address, problems, now)
    else:
        sources = [add_source(library, address, now=now)]
    return Added(
        new=tuple(s for s in sources if s.number not in before),
        known=tuple(s for s in sources if s.number in before),
        problems=tuple(problems),
    )


def subscriptions(library: Library) -> str:
    """The feeds and pages among the sources as a list that other feed readers take: OPML."""
    kinds = {SourceKind.FEED: False, SourceKind.PAGE: True}
    followed = [
        Subscription(address=s.address, title=s.title, is_page=kinds[s.kind])
        for s in library.sources.all()
        if s.kind in kinds
    ]
    return write_opml(followed, "crisis-reader")


def refresh(
    library: Library,
    sources: Iterable[Source] | None = None,
    *,
    now: datetime,
    full: bool = False,
    for_feeds: bool = True,
    limits: Limits | None = None,
    progress: Callable[[Progress], None] = unwatched,
    cancelled: Callable[[], bool] = never,
) -> RefreshReport:
    """Read sources and put what is new or changed on the shelf.

    To be run in a thread with a ``Library`` of its own where a screen waits.

    Args:
        library: Where the sources are and the articles go.
        sources: Those to be read; where None all that can be read again.
        now: With a time zone.
        full: Whether to fetch the pages of entries that have a summary only.
        for_feeds: Whether a page read for the first time stands for its site's feed, if it is a
            front page.
        limits: How far fetching goes; the defaults where None.
        progress: Called when a source is begun and after each batch that is on the disk.
        cancelled: Asked between articles; True ends the refresh, what was read until then kept.

    Raises:
        LibraryError: If the disk refuses; what was reported before is kept.
    """
    chosen = _readable(library) if sources is None else tuple(sources)
    done: list[Refreshed] = []
    with closing(SourceReader(library, limits or Limits(), now=now, cancelled=cancelled)) as reader:
        reader.look_ahead(chosen, for_feeds=for_feeds)
        for number, source in enumerate(chosen, start=1):
            if cancelled():
                return RefreshReport(sources=tuple(done), cancelled=True)

            def tell(report: ImportReport, source: Source = source, number: int = number) -> None:
                progress(Progress(source=source, number=number, of=len(chosen), report=report))

            tell(ImportReport())
            read, report = reader.read(source, tell)
            if full and not report.cancelled:
                report = reader.read_full(library.articles.summaries(read), report, tell)
            done.append(Refreshed(source=read, report=report))
            if report.cancelled:
                return RefreshReport(sources=tuple(done), cancelled=True)
            library.sources.refreshed(read, problem=_worst(report), now=now)
    return RefreshReport(sources=tuple(done))


def fetch_full(
    library: Library,
    ids: Iterable[str],
    *,
    now: datetime,
    limits: Limits | None = None,
    progress: Callable[[ImportReport], None] = silent,
    cancelled: Callable[[], bool] = never,
) -> ImportReport:
    """Fetch the pages of articles of which the shelf has a summary only.

    Args:
        library: Where the articles are.
        ids: Those wanted; one that has its full text is passed over.
        now: With a time zone.
        limits: How far fetching goes; the defaults where None.
        progress: Called after each page that is on the disk.
        cancelled: Asked between pages.

    Raises:
        UsageError: If there is no such article.
        LibraryError: If the disk refuses; what was reported before is kept.
    """
    with closing(SourceReader(library, limits or Limits(), now=now, cancelled=cancelled)) as reader:
        return reader.read_full(ids, ImportReport(), progress)


def _subscribed(
    library: Library, path: str, problems: list[Problem], now: datetime
) -> list[Source]:
    """The feeds of a list, added; one that can't be is a problem."""
    sources: list[Source] = []
    for one in read_opml_file(path):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        try:
            kind = _kind(one.address)
            sources.append(library.sources.add(one.address, kind, title=one.title, now=now))
        except UsageError as error:
            problems.append(Problem(source=path, message=str(error)))
    return sources


def _readable(library: Library) -> tuple[Source, ...]:
    """All but standard input, which is gone."""
    return tuple(s for s in library.sources.all() if s.kind is not SourceKind.INPUT)


def _kind(address: str) -> SourceKind:
    if address == STANDARD_INPUT:
        return SourceKind.INPUT
    if is_address(address):
        from crisis_reader.sources.addresses import fault_of  # noqa: PLC0415 - only for the web

        if fault := fault_of(address):
            raise UsageError(f"{address}: {fault}")
        return SourceKind.PAGE
    path = Path(source_address(address))
    if path.is_dir():
        return SourceKind.FOLDER
    if path.is_file():
        return SourceKind.FILE
    raise UsageError(f"{path}: no such file or folder; check the spelling")


def _worst(report: ImportReport) -> str | None:
    """What the list of sources tells of a reading: the first thing that was lost."""
    lost = [p for p in report.problems if p.lost]
    if not lost:
        return None
    more = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
    return f"{lost[0]}{more}"
