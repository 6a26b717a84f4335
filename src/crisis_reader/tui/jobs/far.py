"""Far: reading and aligning long texts in a process of its own, which can be stopped at any moment.

A thread would share the interpreter with the screen, and what long texts need while they are
worked on would stay with the reader: two books take 150 MiB on the way to an alignment of 15, and
50 on the way to their events, however few those are. Also the program of that process; it loads no
screen.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Anchor
    from crisis_reader.article import Article
    from crisis_reader.events import Event
    from crisis_reader.library.own_files import OwnFiles

_LOOK = 0.1
"""Seconds between two looks at whether the reader wants it stopped."""


def align_far(
    left: "Article",
    right: "Article",
    own: "OwnFiles",
    stopped: Callable[[], bool],
    anchors: Sequence["Anchor"] = (),
) -> "Alignment | None":
    """Align two articles in another process and wait for it; None where it was stopped.

    Args:
        left: An article.
        right: Another.
        own: A reader's own word on their events, and words.
        stopped: Asked ten times a second whether to end the process.
        anchors: What the reader tied together in them.

    Raises:
        RuntimeError: If the process fails; its last words are the message.
    """
    question = left, right, own.corrections, own.concepts, tuple(anchors)
    answer = _asked("align", question, stopped)
    if answer is None:
        return None
    alignment: Alignment = pickle.loads(answer)  # noqa: S301 - written by our own process
    # The very articles that are on the shelf, not copies of them.
    return replace(alignment, left=left, right=right)


def events_far(
    article: "Article", own: "OwnFiles", stopped: Callable[[], bool]
) -> "tuple[Event, ...] | None":
    """Extract the events of an article in another process; None where it was stopped.

    Args:
        article: An article.
        own: A reader's own word on its events.
        stopped: Asked ten times a second whether to end the process.

    Raises:
        RuntimeError: If the process fails; its last words are the message.
    """
    answer = _asked("events", (article, own.corrections), stopped)
    if answer is None:
        return None
    events: tuple[Event, ...] = pickle.loads(answer)  # noqa: S301 - written by our own process
    return events


def _asked(what: str, question: object, stopped: Callable[[], bool]) -> bytes | None:
    """The pickled answer of another process; None where it was stopped."""
    program = f"from {__name__} import main; main()"
    with TemporaryFile() as asked:
        # A file and not a pipe: Python 3.11 forgets what is still to be written to a pipe when
        # waiting for the process is broken off to look whether it is to be stopped.
        pickle.dump((what, question), asked)
        asked.seek(0)
        answer = _answer([sys.executable, "-c", program], asked, stopped)
    if answer is None:
        return None
    found, said, code = answer
    if code:
        words = said.decode(errors="replace").strip().splitlines()
        raise RuntimeError(words[-1] if words else f"exit code {code}")
    return found


def _answer(
    argv: Sequence[str], asked: IO[bytes], stopped: Callable[[], bool]
) -> tuple[bytes, bytes, int] | None:
    """What a program writes, what it complains of and its exit code; None where it was stopped."""
    with subprocess.Popen(  # noqa: S603 - this very interpreter, no shell
        argv, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while True:
            try:
                found, said = process.communicate(timeout=_LOOK)
            except subprocess.TimeoutExpired:
                if stopped():
                    process.kill()
                    return None
            else:
                return found, said, process.returncode


def main() -> None:
    """Answer on standard output what standard input asks."""
    what, question = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the reader itself
    if what == "events":
        from crisis_reader.events import extract_events  # noqa: PLC0415 - only in that process

        article, corrections = question
        pickle.dump(extract_events(article, corrections=corrections), sys.stdout.buffer)
        return
    from crisis_reader.alignment import align, prepare  # noqa: PLC0415 - the same

    left, right, corrections, concepts, anchors = question
    alignment = align(
        prepare(left, corrections=corrections, concepts=concepts),
        prepare(right, corrections=corrections, concepts=concepts),
        anchors=anchors,
    )
    pickle.dump(alignment, sys.stdout.buffer)
