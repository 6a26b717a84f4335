"""Pictures of the screens people look at most, on fixed content: a change is meant or a fault."""

from collections.abc import Callable

import pytest
from tests.tui.driving import press, settle
from textual.pilot import Pilot

from crisis_reader.tui.app.reader import CrisisReader

Make = Callable[[], CrisisReader]
Compare = Callable[..., bool]


def keys(*names: str) -> Callable[[Pilot[None]], object]:
    """Let jobs end, then press keys, each shown before the next."""

    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *names)

    return before


class TestWide:
    """The widest screen that is drawn for, 160 by 45."""

    def test_first_screen(self, reader: Make, snap_compare: Compare) -> None:
        """List, two texts, line."""
        assert snap_compare(reader(), terminal_size=(160, 45), run_before=keys())

    def test_comparison(self, reader: Make, snap_compare: Compare) -> None:
        """Two columns at a difference, the line beside them."""
        assert snap_compare(reader(), terminal_size=(160, 45), run_before=keys("G", "c", "d", "l"))


VIEWS = {
    "list": (),
    "comparison": ("G", "c", "d"),
    "overview": ("v",),
    "line": ("l",),
    "help": ("question_mark",),
}


@pytest.mark.parametrize("look", ["crisis-dark", "crisis-light", "NO_COLOR"])
@pytest.mark.parametrize("view", VIEWS)
def test_view(
    reader: Make, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, view: str, look: str
) -> None:
    """Each view in both our themes and without colour, where number, weight and sign tell apart."""
    if look == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    app = reader()
    if look != "NO_COLOR":
        app.theme = look
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys(*VIEWS[view]))


def test_overview_for_red_green_blind_readers(reader: Make, snap_compare: Compare) -> None:
    """Signs that differ in shape, colours that differ in brightness."""
    app = reader()
    app.theme = "crisis-blue-yellow"
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("v"))


def test_line_in_columns(reader: Make, snap_compare: Compare) -> None:
    """A column for each outlet, one status opened."""
    assert snap_compare(reader(), terminal_size=(160, 45), run_before=keys("l", "enter"))
