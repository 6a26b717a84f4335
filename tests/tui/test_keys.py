"""Keys of the contract that no other test presses."""

from collections.abc import Callable

import pytest
from tests.tui.driving import press, seen, settle
from textual.pilot import Pilot

from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.panes.article_list import ArticleList
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.screens.compare_screen import CompareScreen
from crisis_reader.tui.screens.home import Home
from crisis_reader.tui.screens.read_screen import ReadScreen

Make = Callable[[], CrisisReader]


async def _comparison(pilot: Pilot[None]) -> CompareScreen:
    await settle(pilot)
    await press(pilot, "G", "c")
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


async def test_p_goes_back_to_the_match_before(reader: Make) -> None:
    """The other way round from n."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _comparison(pilot)).comparison
        first = comparison.comparing.at
        await press(pilot, "n", "p")
        assert comparison.comparing.at == first


async def test_capital_d_goes_back_to_the_difference_before(reader: Make) -> None:
    """The other way round from d."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _comparison(pilot)).comparison
        await press(pilot, "d")
        first = comparison.comparing.at
        await press(pilot, "d", "D")
        assert comparison.comparing.at == first


async def test_tab_gives_the_keys_to_the_next_column(reader: Make) -> None:
    """Its title says so by a word."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _comparison(pilot)
        assert screen.comparison.columns.active == 0
        await press(pilot, "tab")
        assert screen.comparison.columns.active == 1
        await press(pilot, "shift+tab")
        assert screen.comparison.columns.active == 0


async def test_backspace_goes_where_the_reader_was(reader: Make) -> None:
    """Out of an article into the comparison it was opened from."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadScreen)
        await press(pilot, "backspace")
        assert isinstance(app.screen, Home)


async def test_s_sorts_the_list(reader: Make) -> None:
    """Another order of the same articles."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        shown = app.screen.query_one(ArticleList)
        before = shown.listed.order
        await press(pilot, "s")
        assert shown.listed.order != before
        assert shown.listed.count == 3


async def test_g_and_capital_g_go_to_the_ends(reader: Make) -> None:
    """The last row of an article, then the first."""
    app = reader()
    async with app.run_test(size=(40, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "G")
        pane = app.screen.query_one(ArticlePane)
        assert pane.top == pane.last_top > 0
        await press(pilot, "g")
        assert pane.top == 0


async def test_ctrl_d_and_ctrl_u_move_by_half_a_page(reader: Make) -> None:
    """Down and back to where it began."""
    app = reader()
    async with app.run_test(size=(40, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "ctrl+d")
        pane = app.screen.query_one(ArticlePane)
        assert 0 < pane.top < pane.view_height
        await press(pilot, "ctrl+u")
        assert pane.top == 0


async def test_braces_go_by_paragraphs(reader: Make) -> None:
    """The next paragraph stands first, then the one before."""
    app = reader()
    async with app.run_test(size=(40, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "enter", "right_curly_bracket")
        pane = app.screen.query_one(ArticlePane)
        assert pane.page.rows[pane.top].first
        assert pane.top > 0
        await press(pilot, "left_curly_bracket")
        assert pane.top == 0


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_colon_and_ctrl_p_open_the_commands(reader: Make, key: str) -> None:
    """Every action by its words, with its key."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert type(app.screen).__name__ == "Commands"
        assert "compare (c)" in seen(app)


async def test_ctrl_q_quits_from_anywhere(reader: Make) -> None:
    """Also out of a comparison."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await _comparison(pilot)
        await press(pilot, "ctrl+q")
        assert not app.is_running


async def test_keys_work_where_the_reader_was_opened_out_of_focus(reader: Make) -> None:
    """In a page, or a window behind others: the list has the keys once it is looked at."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.screen.set_focus(None)
        app.app_focus = False
        await settle(pilot)
        app.app_focus = True
        await settle(pilot)
        assert isinstance(app.focused, ArticleList)
