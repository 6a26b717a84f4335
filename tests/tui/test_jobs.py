"""Jobs without a screen: a process of its own for long texts, and stopping in the middle."""

import sys

import pytest

from crisis_reader.alignment import align, align_all
from crisis_reader.article import Article
from crisis_reader.events import extract_events
from crisis_reader.library.own_files import OwnFiles
from crisis_reader.tui.jobs import bench, far, surveying
from crisis_reader.tui.jobs.far import align_far
from crisis_reader.tui.lines.words import bar

LEFT = Article.from_text("The prince gave up the throne on Sunday evening.", id="l")
RIGHT = Article.from_text("On Sunday evening the prince gave up the throne of Marovia.", id="r")


def test_another_process_finds_the_same() -> None:
    """Its alignment is that of this process, about the very articles given."""
    found = align_far(LEFT, RIGHT, OwnFiles(), lambda: False)
    assert found is not None
    assert found.matches == align(LEFT, RIGHT).matches
    assert found.left is LEFT
    assert found.right is RIGHT


def test_texts_longer_than_a_pipe_reach_the_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is asked meanwhile whether to stop; it once waited for the rest for ever."""
    monkeypatch.setattr("crisis_reader.tui.jobs.far._LOOK", 0.01)
    words = " ".join(f"mint{n}" for n in range(40_000))
    left = Article.from_text(f"The prince gave up the throne. {words}", id="l")
    asked = iter(range(3000))
    found = align_far(left, RIGHT, OwnFiles(), lambda: next(asked, None) is None)
    assert found is not None
    assert found.left is left


def test_another_process_can_be_stopped() -> None:
    """At the first look whether the reader wants to go on it is ended."""
    assert align_far(LEFT, RIGHT, OwnFiles(), lambda: True) is None


def test_long_texts_go_to_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short ones stay: starting a process would cost more than aligning them."""
    monkeypatch.setattr("crisis_reader.tui.jobs.far.align_far", lambda *_: None)
    own = bench.Bench()
    assert [len(found) for found, _ in own.aligned([(LEFT, RIGHT)])] == [1]
    monkeypatch.setattr(bench, "LONG", 10)
    assert [len(found) for found, _ in own.aligned([(LEFT, RIGHT)])] == [0]


def test_another_process_reads_the_same_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a long text, once; a short one is read here."""
    article = Article.from_text("President Ada Voss of Marovia resigned on Monday.", id="v")
    expected = extract_events(article)
    assert expected
    assert bench.Bench().readings([article])[0].events == expected
    monkeypatch.setattr(bench, "LONG", 10)
    asked: list[str] = []
    far_events = far.events_far

    def counted(*given: object) -> object:
        asked.append("events")
        return far_events(*given)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(far, "events_far", counted)
    own = bench.Bench()
    for _ in range(2):
        assert own.readings([article])[0].events == expected
    assert asked == ["events"]
    own.forget()
    own.readings([article])
    assert asked == ["events"] * 2


def test_reading_events_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is ended, and nothing is kept of what it did not finish."""
    monkeypatch.setattr(bench, "LONG", 10)
    with pytest.raises(bench.StoppedError):
        bench.Bench().readings([LEFT], lambda: True)


def test_stopping_keeps_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pair was done when the reader stopped; the second is not begun."""
    monkeypatch.setattr(bench, "OFTEN", 60.0)
    answers = iter([False, True])
    told = list(bench.Bench().aligned([(LEFT, RIGHT)] * 2, lambda: next(answers)))
    assert [(len(found), left) for found, left in told] == [(1, 0)]


def test_a_process_that_dies_costs_its_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed by the system, say: the other pairs are aligned, then it is told."""
    monkeypatch.setattr(bench, "LONG", 120)
    monkeypatch.setattr(bench, "OFTEN", 60.0)  # one report, however long a process takes to die
    dying = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    answer = far._answer
    monkeypatch.setattr(
        far, "_answer", lambda _, *rest: answer([sys.executable, "-c", dying], *rest)
    )
    long = Article.from_text(LEFT.text * 3, id="long")
    told = bench.Bench().aligned([(long, RIGHT), (LEFT, RIGHT)])
    found, left = next(told)
    assert [(one.left.id, one.right.id) for one in found] == [("l", "r")]
    assert left == 0
    with pytest.raises(RuntimeError, match="exit code -9"):
        next(told)


def test_the_bar_says_how_far_and_how_to_stop() -> None:
    """Filled in eighths, with the numbers beside it."""
    assert bar(20, 40) == "▰▰▰▰▱▱▱▱ 20 of 40 · Esc stops"


def test_an_overview_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs done, of how many; what it makes is what the aligner makes."""
    monkeypatch.setattr(surveying, "OFTEN", 0.0)
    told: list[tuple[int, int]] = []
    third = Article.from_text("The mint struck no coin.", id="m")
    made = surveying.surveyed(bench.Bench(), [LEFT, RIGHT, third], lambda *far: told.append(far))
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert made == align_all([LEFT, RIGHT, third])


@pytest.mark.parametrize("turned", [False, True])
def test_an_overview_uses_what_is_known(monkeypatch: pytest.MonkeyPatch, *, turned: bool) -> None:
    """A pair that was aligned before is not aligned again, whichever way round it was."""
    pair = (RIGHT, LEFT) if turned else (LEFT, RIGHT)
    known = align(*pair)
    monkeypatch.setattr("crisis_reader.alignment.align", None)
    made = surveying.surveyed(bench.Bench(), [LEFT, RIGHT], known=lambda *_: known)
    assert made == align_all([LEFT, RIGHT])


def test_an_overview_can_be_stopped() -> None:
    """Before the next pair; there is none then."""
    assert surveying.surveyed(bench.Bench(), [LEFT, RIGHT], stopped=lambda: True) is None
