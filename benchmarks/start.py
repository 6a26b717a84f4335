"""How much later than a bare Textual app the first title can be read: starts of both, interleaved.

    python benchmarks/start.py [--runs 15] [--size 160x45] [SOURCE ...]

Starts, in turn, a Textual app that shows one line and ``crisis-reader SOURCE``, each a process of
its own in a pseudo-terminal of its own, and times from the start to the first moment at which the
text waited for stands on the screen. Interleaved, so that a busy machine slows both. Prints the
medians, the fastest and their ratio; the project's bound is 1.35.
"""

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time
from collections.abc import Sequence
from datetime import date

import pyte

HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Hello, this is a bare app")

Hello().run()
"""
READER = "import sys; from crisis_reader.cli import main; sys.exit(main(sys.argv[1:]))"
BOUND = 1.35
_LIMIT = 30.0


def started(argv: Sequence[str], wait: str, size: tuple[int, int]) -> float:
    """Milliseconds from the start of a process until ``wait`` stands on its screen."""
    columns, rows = size
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.environ.pop("NO_COLOR", None)
        os.execv(argv[0], list(argv))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    try:
        while time.perf_counter() - begin < _LIMIT:
            if not select.select([terminal], [], [], 0.5)[0]:
                continue
            arrived = time.perf_counter()
            stream.feed(os.read(terminal, 1 << 18).replace(b"\x1b[?2026$p", b""))
            if wait in "\n".join(screen.display):
                return (arrived - begin) * 1000
        raise TimeoutError(f"{wait!r} was not seen within {_LIMIT:.0f} s")
    finally:
        os.kill(pid, 15)
        os.waitpid(pid, 0)
        os.close(terminal)


def first_title(sources: Sequence[str]) -> str:
    """The beginning of the title that stands first in the list: the newest article's."""
    from crisis_reader.sources import bundled_articles, open_sources  # noqa: PLC0415 - not part of the timing

    articles = open_sources(sources or [bundled_articles()]).articles
    if not articles:
        raise SystemExit("no article in these sources")
    newest = max(articles, key=lambda article: article.published or date.min)
    return " ".join(newest.title.split()[:2])


def main() -> None:
    """Start both in turn and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--size", default="160x45")
    given = parser.parse_args()
    columns, rows = (int(part) for part in given.size.split("x"))
    title = first_title(given.sources)
    python = sys.executable
    hello = [python, "-c", HELLO]
    reader = [python, "-c", READER, *given.sources]
    bare: list[float] = []
    ours: list[float] = []
    for run in range(given.runs + 1):
        one = started(hello, "Hello, this", (columns, rows))
        other = started(reader, title, (columns, rows))
        if run:  # the first of each only warms the caches
            bare.append(one)
            ours.append(other)
    for name, times in (("bare Textual app", bare), ("crisis-reader", ours)):
        print(f"{name:18} median {statistics.median(times):6.1f} ms  fastest {min(times):6.1f} ms")
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"ratio of medians {ratio:.2f}, of fastest {min(ours) / min(bare):.2f}; bound {BOUND}")


if __name__ == "__main__":
    main()
