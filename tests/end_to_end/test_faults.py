"""Faults from outside, in a real terminal: signals, odd terminals, hostile texts, closed streams.

However the reader is ended, the terminal is as it was, and what was marked is kept.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "crisis-reader"
LEFT = b"\x1b[?1049l"
DRAWN = b"Articles"


class Session:
    """The reader with a pseudo-terminal as its controlling one."""

    def __init__(self, home: Path, *argv: str, **environment: str) -> None:
        self.controller, self.terminal = pty.openpty()
        self.is_there = True
        self.resize(24, 80)
        self.before = termios.tcgetattr(self.terminal)
        self.raw = b""
        hidden = {"NO_COLOR", "COLUMNS", "LINES", "TMUX", "LC_ALL", "LANG", "LC_CTYPE"}
        plain = {k: v for k, v in os.environ.items() if k not in hidden}
        homes = {f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        self.process = subprocess.Popen(
            [PROGRAM, *argv],
            stdin=self.terminal,
            stdout=self.terminal,
            stderr=self.terminal,
            # setsid, so that closing the terminal hangs up on it as it would on a person's.
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads here
            env={**plain, **homes, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
        )

    def resize(self, rows: int, columns: int) -> None:
        """Make the terminal this large."""
        fcntl.ioctl(self.controller, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, words: bytes, seconds: float = 20) -> None:
        """Read until this was written after what was waited for before."""
        begun, end = len(self.raw), time.monotonic() + seconds
        while words not in self.raw[begun:]:
            if not self._read(end - time.monotonic()):
                pytest.fail(f"{words!r} did not come; last: {self.raw[-300:]!r}")

    def settle(self, seconds: float = 0.25) -> None:
        """Read until nothing comes for so long."""
        while self._read(seconds):
            pass

    def wait(self, seconds: float) -> None:
        """Read for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and (self._read(end - time.monotonic()) or self.raw == b""):
            pass

    def press(self, keys: bytes) -> None:
        """Type these keys."""
        os.write(self.controller, keys)

    def end(self, seconds: float = 20) -> int:
        """Read until the program is gone; its exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        while self._read(0.1):
            pass
        return self.process.wait(1)

    def is_as_before(self) -> bool:
        """Whether the terminal is left as it was found."""
        return termios.tcgetattr(self.terminal) == self.before

    def _read(self, seconds: float) -> bool:
        if not select.select([self.controller], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.controller, 1 << 16)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Take the terminal away; a second time nothing happens."""
        for number in (self.controller, self.terminal) if self.is_there else ():
            os.close(number)
        self.is_there = False


@pytest.fixture
def session(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Session]:
    """The reader on the samples; parameters are its environment."""
    opened = Session(tmp_path, "samples", **getattr(request, "param", {}))
    yield opened
    opened.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly(session: Session, number: signal.Signals) -> None:
    """The terminal is restored, the exit code is the signal's."""
    session.wait_for(DRAWN)
    session.settle()
    os.kill(session.process.pid, number)
    assert session.end() == 128 + number
    assert session.raw.count(LEFT) == 1
    assert session.is_as_before()
    assert b"Traceback" not in session.raw


@pytest.mark.parametrize("first", [b"", DRAWN], ids=["before the first frame", "after it"])
def test_a_signal_while_it_starts(tmp_path: Path, first: bytes) -> None:
    """Whatever is being loaded or put on the screen at that moment."""
    for tenths in (0, 1, 2, 4, 6):
        session = Session(tmp_path, "samples")
        try:
            if first:
                session.wait_for(first)
            session.wait(tenths / 10)
            os.kill(session.process.pid, signal.SIGTERM)
            assert session.end() in (128 + signal.SIGTERM, -signal.SIGTERM), session.raw[-3000:]
            assert session.raw.count(LEFT) == session.raw.count(b"\x1b[?1049h")
            assert session.is_as_before()
            assert b"Traceback" not in session.raw
        finally:
            session.close()


def test_what_was_marked_is_kept_when_the_terminal_goes(tmp_path: Path) -> None:
    """Opened again, the library shows the mark."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The assembly of Peru met on Monday and adopted the budget.")
    homes = {f"XDG_{n}_HOME": str(tmp_path / "home") for n in ("DATA", "CONFIG", "STATE", "CACHE")}
    subprocess.run([PROGRAM, "add", folder], check=True, env={**os.environ, **homes})
    subprocess.run([PROGRAM, "refresh"], check=True, env={**os.environ, **homes})
    first = Session(tmp_path / "home")
    try:
        first.wait_for(b"assembly")
        first.settle()
        first.press(b" ")
        first.wait_for(b"1 marked")
        first.hang_up()
        assert first.process.wait(20) == 128 + signal.SIGHUP
    finally:
        first.close()
    second = Session(tmp_path / "home")
    try:
        second.wait_for(b"1 marked")
    finally:
        second.close()


def test_a_terminal_that_is_gone_ends_it(session: Session) -> None:
    """No process stays behind, turning in circles."""
    session.wait_for(DRAWN)
    session.settle()
    session.hang_up()
    assert session.process.wait(20) == 128 + signal.SIGHUP


def test_a_terminal_of_one_cell(session: Session) -> None:
    """Keys pressed there do what they do, and with room again everything is shown."""
    session.wait_for(DRAWN)
    session.resize(1, 1)
    session.settle()
    for keys in (b"j", b"c", b"l", b"?", b"q", b"q", b"q", b"e", b"\x1b"):
        session.press(keys)
    session.settle()
    session.resize(24, 80)
    session.settle()
    session.press(b"\x11")
    assert session.end() == 0
    assert session.is_as_before()
    assert b"Traceback" not in session.raw


@pytest.mark.parametrize(
    "session",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    indirect=True,
    ids=["C"],
)
def test_a_locale_without_utf_8(session: Session) -> None:
    """What it can't say becomes a question mark."""
    session.wait_for(DRAWN)
    session.press(b"\x11")
    assert session.end() == 0
    assert session.is_as_before()
    assert max(session.raw) < 128


@pytest.mark.parametrize("session", [{"TERM": "dumb"}], indirect=True, ids=["dumb"])
def test_a_terminal_without_a_screen(session: Session) -> None:
    """It is told what to use instead, and gets no command that it would print."""
    assert session.end() == 2
    assert b"crisis-reader list" in session.raw
    assert b"\x1b" not in session.raw


@pytest.mark.parametrize("home", ["", "/proc"], ids=["none", "read-only"])
def test_no_home_to_write_to(tmp_path: Path, home: str) -> None:
    """It reads all the same."""
    folders = {f"XDG_{name}_HOME": "" for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    session = Session(tmp_path, **folders, HOME=home)
    try:
        session.wait_for(DRAWN)
        session.press(b"y")
        session.settle()
        session.press(b"\x11")
        assert session.end() == 0
        assert session.is_as_before()
        assert b"Traceback" not in session.raw
    finally:
        session.close()


def test_ctrl_z_at_any_moment_and_back(session: Session) -> None:
    """Stopped, the terminal is the shell's; continued, the screen is drawn anew, any of them."""
    session.wait_for(DRAWN)
    for keys in (b"", b"j", b"c", b"n", b"e", b"\x1b", b"?", b"\x1b", b"/", b"x", b"l", b":"):
        session.press(keys + b"\x1a")  # typed at once: what the key begins is under way
        _stopped(session)
        os.kill(session.process.pid, signal.SIGCONT)
        session.wait_for(b"\x1b[?1049h")
    session.settle()
    session.press(b"\x11")
    assert session.end() == 0
    assert session.is_as_before()
    assert b"Traceback" not in session.raw


def _stopped(session: Session) -> None:
    """Wait until it is, and see that the terminal is the shell's."""
    end = time.monotonic() + 20
    while _state(session.process.pid) != "T" and time.monotonic() < end:
        session.wait(0.02)
    assert _state(session.process.pid) == "T"
    session.settle(0.05)
    assert session.is_as_before()


def _state(number: int) -> str:
    """A letter for what a process does; T for one that is stopped."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        pytest.skip("no /proc here")


@pytest.mark.parametrize("command", ["list", "show", "list --format json", "orders"])
def test_a_reader_that_has_seen_enough(command: str) -> None:
    """``| head -1``: the rest is not missed, and nothing is said about it."""
    done = subprocess.run(
        f"{PROGRAM} {command} {'bolivia-wire-departure' if command == 'show' else ''} | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_ctrl_c_while_a_command_runs() -> None:
    """No traceback, the code a shell expects."""
    process = subprocess.Popen(
        [PROGRAM, "compare", *("bolivia-wire-departure", "bolivia-chronicle-20-oct-15-nov")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(0.25)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode in (0, 130)
    assert b"Traceback" not in said


KEYS = (
    *("!", "q", "?", "q", ":", "\x1b", "c", "n", "d", "\r", "q", "y", "e", "\x1b", "o", "v", "q"),
    *("l", "\r", "q", "t", "q", "C", "\x1b", "h", "\x1b", "q", "q", "\r", "q", "/", "P", "\r"),
)
"""Every screen there is."""

TRICK = "\x1b]0;owned\x07\x1b[31;44m\x9b2J\u202eevil\u2066\x0e\ufeff[red]"


def test_nothing_in_an_article_commands_the_terminal(tmp_path: Path) -> None:
    """Through every screen, with tricks in text, title, outlet, address, note and file name."""
    folder = tmp_path / "articles\x1b[31;44m\u202e"
    folder.mkdir()
    for number in (1, 2):
        article = {
            "text": f"LIMA ({TRICK}) - President Ana {TRICK}Paz resigned on Monday{TRICK} after "
            f"protests in the capital, the senate said.\n\n“She{TRICK} was forced out.”",
            "title": f"Paz{TRICK} out \ud800 {number}",
            "outlet": f"Out{TRICK}let {number}",
            "url": f"https://x.example/{number}{TRICK}",
            "published": "2019-11-15",
            "note": f"no{TRICK}te",
        }
        (folder / f"a{number}\x1b]0;owned\x07.json").write_text(json.dumps(article))
    (folder / "broken\x1b[31;44m.json").write_text(f'{{"text": {TRICK}')
    (folder / "corrections.toml").write_text(f"[[event]]\nperson = {json.dumps(TRICK)}\n")
    session = Session(tmp_path / "home", str(folder))
    try:
        session.resize(45, 160)
        session.wait_for(DRAWN)
        session.settle()
        for key in KEYS:
            session.press(key.encode())
            session.settle(0.15)
        session.press(b"\x11")
        assert session.end() == 0
    finally:
        session.close()
    shown = session.raw.decode("utf-8", "replace")
    assert "evil" in shown
    for command in ("\x1b]0;", "\x1b[31;44m", "\x9b", "\u202e", "\u2066", "\x0e", "\ufeff"):
        assert command not in shown
    assert "Traceback" not in shown
