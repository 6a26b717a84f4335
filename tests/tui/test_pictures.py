"""Pictures of the screens people look at most, on fixed content: a change is meant or a fault."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from crisis_reader.tui.app import CrisisReader

Make = Callable[[], CrisisReader]
Compare = Callable[..., bool]


def keys(*names: str) -> Callable[[Pilot[None]], object]:
    """Let jobs end, then press keys, each shown before the next."""

    async def before(pilot: Pilot[None]) -> None:
        for name in ("", *names):
            if name:
                await pilot.press(name)
            for _ in range(4):
                await pilot.pause()
                await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return before


def test_first_screen_wide(reader: Make, snap_compare: Compare) -> None:
    """List, two texts, line."""
    assert snap_compare(reader(), terminal_size=(160, 45), run_before=keys())


def test_first_screen_small(reader: Make, snap_compare: Compare) -> None:
    """List, one passage in both wordings, one line of who holds power."""
    assert snap_compare(reader(), terminal_size=(80, 24), run_before=keys())


def test_comparison(reader: Make, snap_compare: Compare) -> None:
    """Two columns at a difference."""
    assert snap_compare(reader(), terminal_size=(120, 40), run_before=keys("G", "c", "d"))


def test_comparison_without_colour(
    reader: Make, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Marks tell apart by number, weight and underline alone."""
    monkeypatch.setenv("NO_COLOR", "1")
    shown = keys("G", "c", "right_square_bracket")
    assert snap_compare(reader(), terminal_size=(80, 24), run_before=shown)


def test_line_in_the_light_theme(reader: Make, snap_compare: Compare) -> None:
    """Rungs, statuses with who says them, silences."""
    app = reader()
    app.theme = "crisis-light"
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("l"))


def test_overview_for_red_green_blind_readers(reader: Make, snap_compare: Compare) -> None:
    """Passages by accounts, signs that differ in shape."""
    app = reader()
    app.theme = "crisis-blue-yellow"
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("v"))


def test_line_in_columns(reader: Make, snap_compare: Compare) -> None:
    """A column for each outlet, one status opened."""
    assert snap_compare(reader(), terminal_size=(160, 45), run_before=keys("l", "enter"))


def test_help_in_the_light_theme(reader: Make, snap_compare: Compare) -> None:
    """Every key by place."""
    app = reader()
    app.theme = "crisis-light"
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("question_mark"))
