"""Grouping in a process of its own: started, asked how far it is, stopped at any moment.

Loads no screen there. Whatever ends the process, what it had reported is on the disk, and the next
one goes on from there; where the program that started it is gone, it ends by itself.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from crisis_reader.library.stories.records import GroupingReport

_PROGRAM = "crisis_reader.library.stories.grouping_process"
_PATIENCE = 5.0
"""Seconds a process gets to finish its batch once it is cancelled."""
_LONGEST = 4096
"""Bytes of what it says."""


class StoryProcess:
    """Groups the articles of a library until all are grouped."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Start it; returns at once."""
        # A file of which the beginning is written anew, not a pipe: a reader who never asks holds
        # up nothing.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, no shell
            # -P: nothing that lies in the folder the reader happens to be in is imported.
            [sys.executable, "-P", "-m", _PROGRAM, str(Path(path).absolute())],
            stdin=subprocess.PIPE,
            stdout=self._said,
            stderr=subprocess.DEVNULL,
        )
        self._last = GroupingReport()
        self._problem: str | None = None

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._process.poll() is None

    @property
    def problem(self) -> str | None:
        """Why it ended early, in words for the reader; None if nothing was wrong so far."""
        self.report()
        code = self._process.poll()
        if self._problem is None and code:
            self._problem = f"grouping was ended ({code}); it goes on later"
        return self._problem

    def report(self) -> GroupingReport:
        """How far it is; does not wait."""
        if not self._said.closed:
            self._said.seek(0)
            line = self._said.read(_LONGEST).partition(b"\n")[0]
            # A line that is being written is read the next time.
            with suppress(ValueError):
                told = json.loads(line or b"{}")
                self._problem = told.pop("problem", self._problem)
                self._last = GroupingReport(**told) if told else self._last
        return self._last

    def cancel(self) -> None:
        """Have it end after the articles at hand; does not wait."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def wait(self, timeout: float | None = None) -> GroupingReport:
        """Wait for its end, at most so many seconds; how far it is then."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout)
        return self.report()

    def close(self) -> None:
        """End it, by force if it takes long; nothing that it reported is lost."""
        self.cancel()
        self.wait(_PATIENCE)
        if self.running:
            self._process.kill()
            self._process.wait()
        self.report()
        self._said.close()
