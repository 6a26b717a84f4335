"""Which files are as they were when they were read last, so that they need not be read again.

A file is known by its size and the moment it was changed. One that was changed just before it was
read may be changed again within the same moment of the clock: it is not trusted to be known.
"""

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path

from crisis_reader.sources.limits import Limits
from crisis_reader.version import __version__

_SETTLED = 2_000_000_000
"""Nanoseconds; the coarsest clocks of file systems have two seconds."""

_HOW = "read as"
"""Not the path of any file: what else decides how a file is read."""


class Stamps:
    """The files of one source: as they were, and as they are now."""

    def __init__(self, before: Mapping[str, str], limits: Limits) -> None:
        """What is known.

        Args:
            before: Path -> stamp, as ``after`` had it the last time; empty to read everything.
            limits: With other ones a file may be read in another way.
        """
        self._how = f"{__version__} {limits.characters} {limits.largest_file}"
        self._before = before if before.get(_HOW) == self._how else {}
        self.after: dict[str, str] = {_HOW: self._how}
        """Path -> stamp of every file that need not be read the next time."""

    @classmethod
    def read(cls, text: str | None, limits: Limits) -> "Stamps":
        """What was kept as text; nothing is known where it is none of ours."""
        try:
            known = json.loads(text or "{}")
        except ValueError:
            known = {}
        return cls(known if isinstance(known, dict) else {}, limits)

    def written(self) -> str:
        """What is to be kept."""
        return json.dumps(self.after, separators=(",", ":"))

    def stamp(self, path: Path) -> str | None:
        """The file as it is now; None where that can't be told, or can't be relied on."""
        try:
            found = os.stat(path)  # noqa: PTH116 - once for each file of a folder
        except (OSError, ValueError):
            return None
        if time.time_ns() - found.st_mtime_ns < _SETTLED:
            return None
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"

    def is_known(self, path: Path, stamp: str | None) -> bool:
        """Whether the file is as it was when it was read without a problem."""
        known = stamp is not None and self._before.get(str(path)) == stamp
        if known and stamp is not None:
            self.after[str(path)] = stamp
        return known

    def take(self, path: Path, stamp: str | None) -> None:
        """It was read without a problem, and was so before that."""
        if stamp is not None:
            self.after[str(path)] = stamp
