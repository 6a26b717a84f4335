"""Watching files and folders: which of them something changed in, as it changes."""

import logging
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

from crisis_reader.sources.folder import is_article

_STEP = 300
"""Milliseconds of quiet after which changes are told: an editor writes a file in several steps."""
_TOGETHER = 2_000
"""Milliseconds after which they are told in any case: a corpus may be written for minutes."""
_LOOK = 500
"""Milliseconds between two looks at whether to stop."""


def changed_places(places: Iterable[str | os.PathLike[str]], stop: Event) -> Iterator[list[str]]:
    """The places in which articles were written, moved or deleted, each time some were.

    To be used by a thread of its own; it waits for changes.

    Args:
        places: Files and folders, watched with all below them; what is not there is left out.
        stop: Ends it within half a second.

    Yields:
        Those of the places in which something changed, as they were given.
    """
    from watchfiles import watch  # noqa: PLC0415 - only while folders are watched

    logging.getLogger("watchfiles").setLevel(logging.ERROR)
    # A file is watched by its folder: editors put a new file in the place of the old one.
    given = {os.fspath(place): Path(os.path.realpath(place)) for place in places}
    folders = {path if path.is_dir() else path.parent for path in given.values() if path.exists()}
    if not folders:
        stop.wait()
        return
    changes = watch(
        *sorted(folders),
        watch_filter=lambda _, path: is_article(os.path.basename(path)),  # noqa: PTH119 - text throughout
        debounce=_TOGETHER,
        step=_STEP,
        rust_timeout=_LOOK,
        stop_event=stop,
        ignore_permission_denied=True,
        raise_interrupt=False,
    )
    for changed in changes:
        paths = [Path(path) for _, path in changed]
        told = [
            name
            for name, place in given.items()
            if any(path == place or place in path.parents for path in paths)
        ]
        if told:
            yield told
