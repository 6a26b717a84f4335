"""A program in a pseudo-terminal: started, sent keys, its screen read, its frames timed."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyte

_QUIET = 0.06
_LIMIT = 180.0
_END = b"\x1b[?2026l"
_QUESTIONS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"),)


@dataclass(slots=True)
class Terminal:
    """A program in a pseudo-terminal of its own."""

    argv: Sequence[str]
    size: tuple[int, int]
    pid: int = 0
    fd: int = 0
    screen: pyte.Screen = field(init=False)
    _stream: pyte.ByteStream = field(init=False)

    def __post_init__(self) -> None:
        columns, rows = self.size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            for name in ("NO_COLOR", "TMUX"):
                os.environ.pop(name, None)
            os.execv(self.argv[0], list(self.argv))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, patience: float) -> bytes:
        """What comes within so many seconds; empty where nothing does."""
        if not select.select([self.fd], [], [], patience)[0]:
            return b""
        data = os.read(self.fd, 1 << 18)
        for asked, answer in _QUESTIONS:
            if asked in data:
                os.write(self.fd, answer)
                data = data.replace(asked, b"")
        return data

    def wait(self, words: str, quiet: float = 0.2) -> None:
        """Until these words stand on the screen and so many seconds nothing came."""
        begin = time.perf_counter()
        while time.perf_counter() - begin < _LIMIT:
            if data := self.read(quiet):
                self._stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[A-Za-z]", b"", data))
            elif words in "\n".join(self.screen.display):
                return
        raise TimeoutError(f"{words!r} was not seen within {_LIMIT:.0f} s")

    def drain(self, seconds: float) -> None:
        """Read for so long."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if data := self.read(0.05):
                self._stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[A-Za-z]", b"", data))

    def key(self, data: bytes) -> tuple[float, int]:
        """Milliseconds from a key to the end of its frame, and the bytes it took."""
        begin = last = time.perf_counter()
        os.write(self.fd, data)
        size, patience, whole = 0, 1.0, 0.0
        while got := self.read(patience):
            last = time.perf_counter()
            size, patience = size + len(got), _QUIET
            if _END in got:
                whole = last
        # A program that marks no frames has drawn one when it falls silent.
        return ((whole or last) - begin) * 1000, size

    def shown(self, data: bytes, rows: int, patience: float = 0.5) -> float:
        """Milliseconds from a key to the last change in the first rows of the screen, 0 for none.

        What blinks or fills in elsewhere does not count.
        """
        before = self.screen.display[:rows]
        begin, last = time.perf_counter(), 0.0
        os.write(self.fd, data)
        while time.perf_counter() - begin < patience:
            if got := self.read(0.05):
                now = time.perf_counter()
                self._stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[A-Za-z]", b"", got))
                if (after := self.screen.display[:rows]) != before:
                    before, last = after, now - begin
        return last * 1000

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def processor(self) -> float:
        """Milliseconds of processor time so far, which a busy machine does not lengthen; Linux."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def memory(self) -> float:
        """Resident MiB."""
        text = Path(f"/proc/{self.pid}/smaps_rollup").read_text("utf-8")
        found = re.search(r"^Rss:\s+(\d+)", text, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, 15)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
