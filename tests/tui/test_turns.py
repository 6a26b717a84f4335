"""Long texts: no turn of the event loop does so much that a key would have to wait for it.

Work is counted in lines of our code run in one turn, so that a busy machine changes nothing.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import press, seen, settle, until

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import Grade, Match, MatchKind, Profile
from crisis_reader.article import Article
from crisis_reader.text.spans import Span
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.jobs.bench import Bench
from crisis_reader.tui.start import make_app

if TYPE_CHECKING:
    from _typeshed import TraceFunction

SENTENCES = 1200
"""Of each text, ten words each; every fourth one stands in both."""

MOST = 200_000
"""Lines of one turn: some eight milliseconds. One that went over the shared sentences for each
sentence would run millions."""


def sentence(number: int, text: str) -> str:
    """One that both texts have, or one of its own."""
    whose = "both" if number % 4 == 0 else text
    return f"In year {number} the elders of {whose} met for one day."


class SharingBench(Bench):
    """Finds the shared sentences by looking for them, and no events."""

    def aligned(
        self, pairs: Sequence[tuple[Article, Article]], stopped: object = None
    ) -> Iterator[tuple[list[Alignment], int]]:
        """All at once."""
        del stopped
        for left, right in pairs:
            yield [shared(left, right)], 0

    def readings(self, articles: object, stopped: object = None) -> tuple[()]:
        """Nobody's power."""
        del articles, stopped
        return ()


def shared(left: Article, right: Article) -> Alignment:
    """What two of the texts share."""
    matches = []
    for number in range(0, SENTENCES, 4):
        words = sentence(number, "both")
        start, there = left.text.index(words), right.text.index(words)
        spans = Span(start, start + len(words)), Span(there, there + len(words))
        matches.append(
            Match(
                left=spans[0],
                right=spans[1],
                score=0.9,
                grade=Grade.STRONG,
                kind=MatchKind.VERBATIM,
                group=number,
                words=(spans,),
            )
        )
    return Alignment(left=left, right=right, profile=Profile.NEWS, matches=tuple(matches))


class Turns:
    """Counts the lines of our code that run in each turn."""

    def __init__(self) -> None:
        self.most = 0
        self.spent: Counter[str] = Counter()
        """Lines of the longest turn by where they are."""
        self._lines: Counter[str] = Counter()

    def _count(self, frame: FrameType, event: str, _argument: object) -> "TraceFunction":
        self._lines[frame.f_code.co_qualname] += event == "line"
        return self._count

    def _enter(self, frame: FrameType, _event: str, _argument: object) -> "TraceFunction | None":
        return self._count if "crisis_reader" in frame.f_code.co_filename else None

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Count from now on."""
        run = asyncio.Handle._run

        def counted(handle: asyncio.Handle) -> None:
            self._lines, before = Counter(), sys.gettrace()
            sys.settrace(self._enter)
            try:
                run(handle)
            finally:
                sys.settrace(before)
                if (lines := self._lines.total()) > self.most:
                    self.most, self.spent = lines, self._lines

        monkeypatch.setattr(asyncio.Handle, "_run", counted)


@pytest.fixture
def app(tmp_path: Path) -> CrisisReader:
    """A reader of two long texts."""
    for name in "ab":
        told = [sentence(number, name) for number in range(SENTENCES)]
        if name == "b":
            told.reverse()
        paragraphs = [" ".join(told[n : n + 6]) for n in range(0, SENTENCES, 6)]
        (tmp_path / f"{name}.txt").write_text("\n\n".join(paragraphs))
    app = make_app([str(tmp_path)])
    app.bench = SharingBench()
    return app


@pytest.mark.parametrize(
    ("keys", "comes"),
    [
        (("c", "n", "p", "G", "g"), "match 1/300"),
        (("c", "o", "x"), "only here"),
        (("enter", "G", "left_curly_bracket", "right_curly_bracket"), "year"),
        (("enter", "slash", "e"), "find: e"),
    ],
    ids=lambda one: "".join(one) if isinstance(one, tuple) else None,
)
async def test_no_turn_is_long(
    app: CrisisReader, keys: tuple[str, ...], comes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comparing, what one alone tells, reading, finding: each in turns that a key can wait for."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        turns = Turns()
        turns.watch(monkeypatch)
        await press(pilot, *keys)
        await until(pilot, comes)
        await pilot.resize_terminal(100, 40)
        await settle(pilot)
        monkeypatch.undo()
        assert comes in seen(app)
    assert 0 < turns.most < MOST, turns.spent.most_common(5)
