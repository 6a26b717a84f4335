"""Keys that come faster than they can be shown: none is lost, each meets what the last one left."""

import random
from collections.abc import Callable, Sequence

import pytest
from tests.tui.driving import press, send, settle
from textual.pilot import Pilot

from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.screens.compare_screen import CompareScreen
from crisis_reader.tui.screens.read_screen import ReadScreen

_FAST, _SLOW = 0.002, 0.04
"""Seconds between two frames."""

Make = Callable[[], CrisisReader]

_COMPARING = [*"npdDomxjkGg", "right_square_bracket", "left_square_bracket"]
_COMPARING += ["pagedown", "pageup", "tab"]
_SWAPPING = [*"xxjnpoG", "tab", "right_square_bracket", "left_square_bracket", "m"]
_VIEWS = ["c", "n", "n", "enter", "escape", "n", "v", "s", "escape", "p", "l", "escape", "D"]


def mixed(keys: Sequence[str], count: int) -> list[str]:
    """So many of these keys, the same in every run."""
    return random.Random(5).choices(keys, k=count)


async def flood(pilot: Pilot[None], keys: Sequence[str]) -> None:
    """All at once, as a terminal sends what was typed ahead."""
    send(pilot, *keys)
    await settle(pilot)


def state(app: CrisisReader) -> list[object]:
    """What is open, and where the reader is in it."""
    told: list[object] = [type(screen).__name__ for screen in app.screen_stack]
    told += [app.home.list.chosen, tuple(app.shelf.marked)]
    for screen in app.screen_stack:
        if isinstance(screen, CompareScreen):
            seen, columns = screen.comparison, screen.comparison.columns
            own = seen.comparing
            told += [own.letters, own.at, own.floor, seen.only, columns.linked, columns.active]
            told += [pane.top for pane in seen.panes]
    return told


@pytest.mark.parametrize(
    ("begin", "keys"),
    [
        (("G", "c"), mixed(_COMPARING, 90)),
        (("G", "c"), mixed(_SWAPPING, 24)),
        ((), mixed(["space", "up", "down", "s"], 60)),
        (("G",), _VIEWS * 2),
    ],
    ids=["comparison", "swaps", "list", "views"],
)
async def test_a_flood_of_keys_does_what_they_do_one_by_one(
    reader: Make, monkeypatch: pytest.MonkeyPatch, begin: Sequence[str], keys: Sequence[str]
) -> None:
    """Also where a key takes away the widget that the next one was meant for."""
    ends: list[list[object]] = []
    for at_once in (False, True):
        app = reader()
        # Keys that come between two frames meet widgets that have no size yet.
        monkeypatch.setattr("textual.screen.UPDATE_PERIOD", _SLOW if at_once else _FAST)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            await press(pilot, *begin)
            if at_once:
                await flood(pilot, keys)
            else:
                await press(pilot, *keys)
            ends.append(state(app))
    assert ends[0] == ends[1]


async def test_letters_typed_ahead_reach_the_filter(reader: Make) -> None:
    """The prompt is there before its first letter is, and Enter is the list's again."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await flood(pilot, ["slash", *"lantern", "enter", "enter"])
        assert isinstance(app.screen, ReadScreen)
        assert app.shelf.articles[app.screen.letter].title == "How the regent was driven out"


async def test_a_widget_that_does_not_answer_holds_no_key_up(reader: Make) -> None:
    """It may have been taken away with the question still in its queue."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app._is_busy = True
        await flood(pilot, ["down", "space"])
        assert app.shelf.marked == ["B"]
