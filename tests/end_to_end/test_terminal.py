"""The installed program in a real pseudo-terminal: list, mark, compare, next match, line, quit."""

import codecs
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from crisis_reader.sources import bundled_articles

PROGRAM = Path(sys.executable).parent / "crisis-reader"

# pyte would print these as characters: private modes, device strings, window operations.
UNKNOWN = re.compile(
    r"\x1b\[[<>=?][0-9;]*[$a-zA-Z]p?(?<![hl])|\x1bP.*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)|\x1b\[\d*t",
    re.DOTALL,
)


class Terminal:
    """A program on a pseudo-terminal, and the screen as a person sees it."""

    def __init__(self, *argv: str, columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.raw = ""
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._controller, terminal = pty.openpty()
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
        hidden = {"NO_COLOR", "COLUMNS", "LINES", "TMUX"}
        environment = {k: v for k, v in os.environ.items() if k not in hidden}
        self.process = subprocess.Popen(
            argv,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            env={**environment, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        )
        os.close(terminal)

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._controller, keys.encode())

    def wait_for(self, pattern: str, seconds: float = 20) -> str:
        """Read until the screen shows the pattern; fails with the screen where it never does."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text):
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                pytest.fail(f"{pattern!r} did not appear on:\n{self.text}")
        return self.text

    def wait_for_end(self, seconds: float = 20) -> int:
        """Read until the program ends; its exit code."""
        end = time.monotonic() + seconds
        while self._read(max(0.0, end - time.monotonic())):
            pass
        return self.process.wait(max(1.0, end - time.monotonic()))

    def _read(self, seconds: float) -> bool:
        """Take in what the program writes; False at its end, or when nothing comes in time."""
        if not select.select([self._controller], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._controller, 1 << 16)
        except OSError:  # how Linux says that the other side is closed
            return False
        text = self._decoder.decode(data)
        self.raw += text
        self._stream.feed(UNKNOWN.sub("", text))
        return bool(data)

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._controller)


@pytest.fixture(params=[(160, 45), (80, 24)], ids=["160x45", "80x24"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    """The reader on two samples, in a terminal of this size; it remembers nothing of before."""
    folder = bundled_articles()
    names = ("bolivia-wire-departure.md", "bolivia-chronicle-20-oct-15-nov.md")
    columns, rows = request.param
    sources = [str(folder / name) for name in names]
    kept = ("--data-dir", str(tmp_path))
    opened = Terminal(str(PROGRAM), *kept, *sources, columns=columns, rows=rows)
    yield opened
    opened.close()


def test_from_the_list_to_the_line_and_out(terminal: Terminal) -> None:
    """Both articles listed, marked, compared; the next match, the line, and a clean end."""
    terminal.wait_for(r"Articles 2\b[\s\S]*Morales flies to Mexico")
    terminal.press(" ")
    terminal.wait_for("1 marked")
    terminal.press(" ")
    terminal.wait_for("2 marked")
    terminal.press("c")
    terminal.wait_for(r"match 1/\d+")
    terminal.press("n")
    terminal.wait_for(r"match 2/\d+")
    terminal.press("l")
    terminal.wait_for(r"Line of succession[\s\S]*President[\s\S]* out\b")
    if terminal.screen.columns < 120:  # the line has the screen to itself
        terminal.press("q")
        terminal.wait_for(r"match 2/\d+")
    terminal.press("q")
    terminal.wait_for("2 marked")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.raw.rindex("\x1b[?1049l") > terminal.raw.rindex("\x1b[?1049h")
    assert "Traceback" not in terminal.raw


def test_ctrl_c_says_how_to_quit_and_loses_nothing(terminal: Terminal) -> None:
    """A key like others: what was marked and compared stays, and the program ends in order."""
    terminal.wait_for(r"Articles 2\b[\s\S]*Morales flies to Mexico")
    terminal.press("\x03")
    terminal.wait_for(r"\bto quit\b")
    terminal.press("  ")
    terminal.wait_for("2 marked")
    terminal.press("c\x03")
    terminal.wait_for(r"match 1/\d+")
    terminal.press("\x03\x03n")
    terminal.wait_for(r"match 2/\d+")
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0
    assert terminal.raw.rindex("\x1b[?1049l") > terminal.raw.rindex("\x1b[?1049h")
    assert "Traceback" not in terminal.raw


@pytest.mark.skipif(shutil.which("setsid") is None, reason="needs setsid, to own the terminal")
def test_what_is_piped_in_is_opened(tmp_path: Path) -> None:
    """``-`` reads standard input to its end; the keys come from the terminal all the same."""
    command = f"echo 'The court of Quito met.' | '{PROGRAM}' --data-dir '{tmp_path}' -"
    opened = Terminal("setsid", "-w", "-c", "sh", "-c", command, columns=80, rows=24)
    try:
        opened.wait_for("The court of Quito met")
        opened.press("q")
        assert opened.wait_for_end() == 0
    finally:
        opened.close()
