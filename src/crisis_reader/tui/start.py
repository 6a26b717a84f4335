"""Start: from sources to the first frame, the list before any work."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crisis_reader.library.settings import Settings, parse_settings
from crisis_reader.tui.app import CrisisReader
from crisis_reader.tui.jobs import read_sources

if TYPE_CHECKING:
    from crisis_reader.tui.exporting import Reports

_CHEAP_BYTES = 400_000
_CHEAP_FILES = 40
"""Up to here sources are read before the first frame: a few milliseconds, and the titles are there
at once. More is read in the background."""


def is_cheap(sources: Sequence[str]) -> bool:
    """Whether these can be read before the first frame."""
    files = size = 0
    for source in sources:
        entries = os.scandir(source) if os.path.isdir(source) else [source]  # noqa: PTH112 - no Path: each millisecond counts here
        for entry in entries:
            if isinstance(entry, os.DirEntry) and entry.is_dir():
                return False
            try:
                size += os.stat(entry).st_size  # noqa: PTH116 - the same
            except OSError:
                continue
            files += 1
            if files > _CHEAP_FILES or size > _CHEAP_BYTES:
                return False
    return True


def make_app(
    sources: Sequence[str], *, theme: str | None = None, settings: Settings | None = None
) -> CrisisReader:
    """The app on these sources, read already if that is cheap."""
    if not sources:
        from crisis_reader.sources import bundled_articles  # noqa: PLC0415 - only without sources

        sources = (str(bundled_articles()),)
    app = CrisisReader(sources, theme=theme, settings=settings)
    if is_cheap(sources):
        loaded = read_sources(sources)
        app.take_read(loaded.articles, loaded.problems)
    return app


def start(
    sources: Sequence[str],
    *,
    theme: str | None = None,
    settings: tuple[str, str] | None = None,
    reports: "Reports | None" = None,
) -> int:
    """Run the app; its exit code. The settings are (path, text) of the config file."""
    parsed = None if settings is None else parse_settings(settings[1], settings[0])
    app = make_app(sources, theme=theme, settings=parsed)
    app.reports = reports
    app.run()
    return app.return_code or 0
