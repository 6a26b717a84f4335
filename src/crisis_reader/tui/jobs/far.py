"""Far: reading and aligning long texts in a process of its own, which can be stopped at any moment.

A thread would share the interpreter with the screen, and what long texts need while they are
worked on would stay with the reader: two books take 150 MiB on the way to an alignment of 15, and
50 on the way to their events, however few those are. Also the program of that process; it loads no
screen.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from crisis_reader.article import Article

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Anchor, Overview, Prepared
    from crisis_reader.events import Event
    from crisis_reader.library.own_files import OwnFiles

    Known = tuple[int, int, Alignment]  # numbers of two articles, and what they share

_LOOK = 0.1
"""Seconds between two looks at whether the reader wants it stopped."""


def align_far(
    left: Article,
    right: Article,
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
    words = own.corrections, own.concepts, tuple(anchors)
    return _asked("align", (left, right), words, stopped)  # type: ignore[return-value] # as it answers


def events_far(
    article: Article, own: "OwnFiles", stopped: Callable[[], bool]
) -> "tuple[Event, ...] | None":
    """Extract the events of an article in another process; None where it was stopped.

    Args:
        article: An article.
        own: A reader's own word on its events.
        stopped: Asked ten times a second whether to end the process.

    Raises:
        RuntimeError: If the process fails; its last words are the message.
    """
    return _asked("events", (article,), own.corrections, stopped)  # type: ignore[return-value] # as it answers


def overview_far(
    articles: Sequence[Article],
    own: "OwnFiles",
    known: Sequence["Known"],
    tied: Mapping[tuple[int, int], Sequence["Anchor"]],
    stopped: Callable[[], bool],
) -> "Overview | None":
    """What several articles share, found out in another process; None where it was stopped.

    Args:
        articles: Two or more.
        own: A reader's own word on their events, and words.
        known: What pairs of them share, as far as it was found out before.
        tied: What the reader tied together in pairs of them, by their numbers.
        stopped: Asked ten times a second whether to end the process.

    Raises:
        RuntimeError: If the process fails; its last words are the message.
    """
    words = own.corrections, own.concepts, tuple(known), dict(tied)
    return _asked("overview", tuple(articles), words, stopped)  # type: ignore[return-value] # as it answers


def _asked(
    what: str, articles: Sequence[Article], words: object, stopped: Callable[[], bool]
) -> object:
    """What another process answers; None where it was stopped."""
    program = f"from {__name__} import main; main()"
    with TemporaryFile() as asked:
        # A file and not a pipe: Python 3.11 forgets what is still to be written to a pipe when
        # waiting for the process is broken off to look whether it is to be stopped.
        pickle.dump((what, articles, words), asked)
        asked.seek(0)
        answer = _answer([sys.executable, "-c", program], asked, stopped)
    if answer is None:
        return None
    found, said, code = answer
    if code:
        last = said.decode(errors="replace").strip().splitlines()
        raise RuntimeError(last[-1] if last else f"exit code {code}")
    return _Reading(BytesIO(found), articles).load()


class _Reading(pickle.Unpickler):
    """Reads an answer, which names articles by number: those of the shelf, not copies of them."""

    def __init__(self, answer: IO[bytes], articles: Sequence[Article]) -> None:
        super().__init__(answer)
        self._articles = articles

    def persistent_load(self, number: object) -> Article:
        """The article of a number."""
        return self._articles[int(str(number))]


class _Writing(pickle.Pickler):
    """Writes an answer with numbers for articles: their texts are where the answer goes to."""

    def __init__(self, answer: IO[bytes], articles: Sequence[Article]) -> None:
        super().__init__(answer, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = {id(article): number for number, article in enumerate(articles)}

    def persistent_id(self, one: object) -> int | None:
        """The number of an article."""
        return self._numbers.get(id(one)) if isinstance(one, Article) else None


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
    what, articles, words = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the reader itself
    answered = {"align": _align, "events": _events, "overview": _overview}[what](articles, words)
    _Writing(sys.stdout.buffer, articles).dump(answered)


def _events(articles: Sequence[Article], corrections: object) -> "tuple[Event, ...]":
    from crisis_reader.events import extract_events  # noqa: PLC0415 - only in that process

    return extract_events(articles[0], corrections=corrections)  # type: ignore[arg-type] # as asked


def _align(articles: Sequence[Article], words: tuple[Any, ...]) -> "Alignment":
    from crisis_reader.alignment import align, prepare  # noqa: PLC0415 - only in that process

    corrections, concepts, anchors = words
    left, right = (prepare(a, corrections=corrections, concepts=concepts) for a in articles)
    return align(left, right, anchors=anchors)


def _overview(articles: Sequence[Article], words: tuple[Any, ...]) -> "Overview":
    from crisis_reader.alignment import align, align_all, prepare  # noqa: PLC0415 - only in that process
    from crisis_reader.alignment.aligning import mirrored  # noqa: PLC0415 - the same

    corrections, concepts, known, tied = words
    numbers = {id(article): number for number, article in enumerate(articles)}
    found = {(i, j): pair for i, j, pair in known}

    def align_pair(left: "Prepared", right: "Prepared", _of: int) -> "Alignment":
        one, other = numbers[id(left.article)], numbers[id(right.article)]
        pair = found.get((one, other))
        if pair is None:
            return align(left, right, anchors=tied.get((one, other), ()))
        return pair if pair.left == left.article else mirrored(pair)

    prepared = [prepare(a, corrections=corrections, concepts=concepts) for a in articles]
    return align_all(prepared, align_pair=align_pair)
