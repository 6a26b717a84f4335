"""Start: from sources to the first frame, the list before any work."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from crisis_reader.library.settings import Settings, parse_settings
from crisis_reader.tui.app.leaving import leave_from_now
from crisis_reader.tui.app.reader import CrisisReader

if TYPE_CHECKING:
    from crisis_reader.errors import Problem
    from crisis_reader.sources import Limits, Loaded
    from crisis_reader.tui.jobs.exporting import Reports

_CHEAP_BYTES = 400_000
_CHEAP_FILES = 40
"""Up to here sources are read before the first frame: a few milliseconds, and the titles are there
at once. More is read in the background."""


_PATIENCE = 1.0
"""Seconds; a disk that takes longer must not hold up the first frame. What it holds comes later."""

_PAGES = (".html", ".htm", ".xhtml")
"""Endings of files that another process reads: starting it takes longer than the first frame."""


def is_cheap(sources: Sequence[str]) -> bool:
    """Whether these can be read before the first frame."""
    files = size = 0
    for source in sources:
        if source == "-" or "://" in source:
            return False
        for entry in _entries(source):
            if isinstance(entry, os.DirEntry) and entry.is_dir():
                return False
            try:
                size += os.stat(entry).st_size  # noqa: PTH116 - no Path: each millisecond counts here
            except OSError:  # reading it tells why
                continue
            if os.fspath(entry).lower().endswith(_PAGES):
                return False
            files += 1
            if files > _CHEAP_FILES or size > _CHEAP_BYTES:
                return False
    return True


def _entries(source: str) -> Iterator[os.DirEntry[str] | str]:
    if not os.path.isdir(source):  # noqa: PTH112 - the same
        yield source
        return
    try:
        with os.scandir(source) as entries:
            yield from entries
    except OSError:  # reading it tells why
        return


def make_app(
    sources: Sequence[str],
    *,
    samples: bool = False,
    library_path: Path | None = None,
    theme: str | None = None,
    settings: Settings | None = None,
) -> CrisisReader:
    """The app on these sources, read already if that is cheap.

    Args:
        sources: Files and folders that are looked at, not added; the reader's library if none are
            named, the samples while nothing was added to it.
        samples: Whether the samples are asked for.
        library_path: The file of the reader's library; None for a session that keeps nothing.
        theme: Name of a theme.
        settings: What the reader set.
    """
    problems: Sequence[Problem] = ()
    if not sources and not samples and library_path is not None and _may_be_shown(library_path):
        from crisis_reader.tui.jobs.keeping import open_at_once  # noqa: PLC0415 - only with a library

        kept, problems, waits = open_at_once(library_path)
        if kept is not None and kept.path is None:
            library_path = None  # it is not tried a second time
        elif kept is None or kept.sources.any():
            app = CrisisReader(
                which="library",
                kept=kept,
                library_path=library_path,
                theme=theme,
                settings=settings,
            )
            app.shelf.problems += problems
            app.waits = waits
            return app
        else:
            kept.close()
    which = "opened" if sources else "samples"
    if not sources:
        from crisis_reader.sources import bundled_articles  # noqa: PLC0415 - only without sources

        sources = (str(bundled_articles()),)
    app = CrisisReader(
        sources, which=which, library_path=library_path, theme=theme, settings=settings
    )
    app.shelf.problems += problems
    loaded = _read_at_once(sources, settings.network if settings else None)
    if loaded is not None:
        app.take_read(loaded.articles, loaded.problems)
    return app


def _may_be_shown(library_path: Path) -> bool:
    """Whether the reader's library is there, and not known to have nothing to show."""
    if not library_path.exists():
        return False
    from crisis_reader.library.file.peeking import has_sources  # noqa: PLC0415 - only with a library

    return has_sources(library_path) is not False


def _read_at_once(sources: Sequence[str], limits: "Limits | None") -> "Loaded | None":
    """What the sources hold, if that is cheap; None where it is not, or the disk takes its time."""
    found: SimpleQueue[Loaded | None] = SimpleQueue()

    def work() -> None:
        from crisis_reader.sources import open_sources  # noqa: PLC0415 - not for a library

        found.put(open_sources(sources, limits=limits) if is_cheap(sources) else None)

    Thread(target=work, daemon=True).start()
    try:
        return found.get(timeout=_PATIENCE)
    except Empty:
        return None


def start(
    sources: Sequence[str],
    *,
    samples: bool = False,
    data_dir: str | None = None,
    theme: str | None = None,
    settings: tuple[str, str] | None = None,
    reports: "Reports | None" = None,
) -> int:
    """Run the app; its exit code. The settings are (path, text) of the config file."""
    parsed = None if settings is None else parse_settings(settings[1], settings[0])
    app = make_app(
        sources, samples=samples, library_path=_path(data_dir), theme=theme, settings=parsed
    )
    app.reports = reports
    app.watches = True
    leave_from_now()
    app.run()
    return app.return_code or 0


def _path(data_dir: str | None) -> Path:
    from crisis_reader.library.file.place import library_path  # noqa: PLC0415 - not for pictures

    return library_path(data_dir)
