"""The commands for what a reader keeps: add, remove, sources, refresh, notes.

What they do is told on standard error; standard output has data only: the list of sources.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from crisis_reader.cli.options import FINE, INCOMPLETE, WRONG_USAGE, Options
from crisis_reader.cli.output import complain, mention, put, tell
from crisis_reader.cli.selection import settings_of_reader
from crisis_reader.errors import Problem, UsageError
from crisis_reader.library import (
    Library,
    Note,
    Progress,
    RefreshReport,
    Source,
    add_sources,
    library_path,
    refresh,
    subscriptions,
)
from crisis_reader.library.settings import Settings
from crisis_reader.reports.json_parts import dumped
from crisis_reader.reports.notes import notes_json, notes_text
from crisis_reader.reports.source_list import sources_json, sources_text
from crisis_reader.reports.wording import counted


def add(options: Options) -> int:
    """Add sources to the library and read them."""
    settings = settings_of_reader()
    with Library.open(library_path(options.data_dir)) as library:
        was_empty = not library.sources.any()
        new: list[Source] = []
        problems: list[Problem] = []
        refused = 0
        for name in options.names:
            try:
                added = add_sources(library, name, now=_now())
            except UsageError as error:
                complain(str(error))
                refused += 1
                continue
            new += added.new
            problems += added.problems
            for source in added.known:
                mention(f"{source.address} is among your sources already; refresh reads it again")
        report = _refreshed(library, settings, new, for_feeds=not options.as_page)
        for one in report.sources:
            mention(f"added {one.source.address}: {counted(one.report.new, 'new article')}")
        if was_empty and library.sources.any():
            mention(
                "crisis-reader opens your library from now on; "
                "'crisis-reader samples' opens the samples"
            )
        lost = tell((*settings.problems, *problems, *report.problems))
    if refused == len(options.names):
        return WRONG_USAGE
    return INCOMPLETE if lost or refused else FINE


def remove(options: Options) -> int:
    """Take sources off, with the articles that no other one has."""
    with Library.open(library_path(options.data_dir)) as library:
        # All are looked up before any is taken off: a mistyped one changes nothing.
        for source in [_named(library, name) for name in options.names]:
            gone = library.sources.remove(source)
            mention(f"removed {source.address}: {counted(gone, 'article')} taken off")
        library.sources.clear_leftovers()
    return FINE


def list_sources(options: Options) -> int:
    """List the sources, or write them as OPML."""
    path = library_path(options.data_dir)
    sources: tuple[Source, ...] = ()
    document = ""
    if path.exists():
        with Library.open(path) as library:
            sources, document = library.sources.all(), subscriptions(library)
    if options.form == "opml":
        put(document or subscriptions(Library.in_memory()))
    elif options.form == "json":
        put(dumped(sources_json(sources)))
    else:
        put(sources_text(sources))
    if not sources:
        mention("no sources yet; add one with: crisis-reader add SOURCE")
    return FINE


def list_notes(options: Options) -> int:
    """List what the reader noted, in articles of the library and in those only looked at."""
    path = library_path(options.data_dir)
    notes: tuple[Note, ...] = ()
    if path.exists():
        with Library.open(path) as library:
            notes = library.marks.all_notes()
    put(dumped(notes_json(notes)) if options.form == "json" else notes_text(notes))
    if not notes:
        mention("no notes yet; in the reader b makes one of a passage")
    return FINE


def refresh_sources(options: Options) -> int:
    """Read sources again, all of them where none are named."""
    settings = settings_of_reader()
    with Library.open(library_path(options.data_dir)) as library:
        if not library.sources.any():
            mention("no sources yet; add one with: crisis-reader add SOURCE")
            return FINE
        named = [_named(library, name) for name in options.names]
        report = _refreshed(library, settings, named or None, full=options.full)
        told = f"{counted(report.new, 'new article')}, {report.changed} changed"
        mention(f"{told}, in {counted(len(report.sources), 'source')}")
        return INCOMPLETE if tell((*settings.problems, *report.problems)) else FINE


def _refreshed(
    library: Library,
    settings: Settings,
    sources: list[Source] | None,
    *,
    full: bool = False,
    for_feeds: bool = True,
) -> RefreshReport:
    with _progress() as progress:
        return refresh(
            library,
            sources,
            now=_now(),
            full=full,
            for_feeds=for_feeds,
            limits=settings.network,
            progress=progress,
        )


class _Bar:
    """How far reading is, on one line of a terminal; nothing where there is none."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()
        self._length = 0

    def __call__(self, progress: Progress) -> None:
        done = f"{progress.number} of {progress.of}" if progress.of > 1 else ""
        words = f"reading {done} {progress.source.address[:60]}: {progress.report.done:,}"
        self.show(" ".join(words.split()))

    def show(self, words: str) -> None:
        """Put these words in the place of the last ones."""
        if self._is_shown:
            from crisis_reader.text.cleaning import printed  # noqa: PLC0415 - only in a terminal

            line = printed(words)[:79]
            sys.stderr.write("\r" + line.ljust(self._length) + ("" if line else "\r"))
            sys.stderr.flush()
            self._length = len(line)


@contextmanager
def _progress() -> Iterator[_Bar]:
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.show("")


def _named(library: Library, name: str) -> Source:
    """The source of this address, path or number.

    Raises:
        UsageError: If there is none.
    """
    for source in library.sources.all():
        if name == str(source.number):
            return source
    return library.sources.source(name)


def _now() -> datetime:
    return datetime.now(UTC)
