"""Rows end where they should, whatever the terminal makes of the signs in them."""

import unicodedata
from collections.abc import Callable

import pyte
import pytest
from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from crisis_reader.layout.wrapping import char_width
from crisis_reader.tui.panes.steady import is_steady, room_for, steady

WIDTH = 30
HINDI = "प्रधानमंत्री ने रविवार को"
EMOJI = "👍🏽 ☎️ 👩‍👩‍👧 said"


def signs_alone(char: str) -> int:
    """As xterm, VTE and tmux count: vowel signs have a cell of their own."""
    return char_width(char)


def signs_joined(char: str) -> int:
    """As kitty and others count: what is joined to a letter has none."""
    if unicodedata.category(char) in {"Mc", "Sk", "Cf"}:
        return 0
    return get_character_cell_size(char)


class Row(App[None]):
    """Two panes beside each other."""

    CSS = "Screen { layout: horizontal; } Widget { width: 30; height: 1; }"

    def compose(self) -> ComposeResult:
        """The panes."""
        yield Widget(id="left")
        yield Widget(id="right")


def drawn(strip: Strip, app: App[None], column: int) -> str:
    """What a terminal full of old signs shows once the row is drawn there."""
    screen = pyte.Screen(2 * WIDTH, 2)
    stream = pyte.Stream(screen)
    stream.feed("x" * (4 * WIDTH - 1) + f"\x1b[1;{column + 1}H" + strip.render(app.console))
    return "".join(screen.buffer[0][n].data for n in range(2 * WIDTH))


@pytest.mark.parametrize("width_of", [signs_alone, signs_joined])
@pytest.mark.parametrize("text", [HINDI, EMOJI, "日本の首相", "plain words", "café"])
async def test_the_rail_stands_in_its_column(
    monkeypatch: pytest.MonkeyPatch, width_of: Callable[[str], int], text: str
) -> None:
    """Nothing of the row before shows through, and the pane beside it is not touched."""
    monkeypatch.setattr("pyte.screens.wcwidth", width_of)
    app = Row()
    async with app.run_test(size=(2 * WIDTH, 2)):
        left = app.query_one("#left")
        strip = steady(left, [Segment(text)], Style(), Segment("|"))
        assert strip.cell_length == WIDTH
        shown = drawn(strip, app, 0)
        cells = sum(map(width_of, unicodedata.normalize("NFC", text)))
        tail = shown.partition("|")[0]
        assert "x" not in tail
        assert shown.endswith("|" + "x" * WIDTH)
        assert cells <= room_for(text)


async def test_a_row_of_the_right_pane_begins_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns are those of the screen, not of the pane."""
    monkeypatch.setattr("pyte.screens.wcwidth", signs_joined)
    app = Row()
    async with app.run_test(size=(2 * WIDTH, 2)):
        right = app.query_one("#right")
        shown = drawn(steady(right, [Segment(HINDI)], Style(), Segment("|")), app, WIDTH)
        assert shown.startswith("x" * WIDTH + "प")
        assert shown.endswith(" |")


@pytest.mark.parametrize(
    ("text", "same"), [("plain — “words”", True), ("日本", True), (HINDI, False), ("👍🏽", False)]
)
def test_which_texts_terminals_agree_on(text: str, *, same: bool) -> None:
    """Only the others cost a blank and a move of the cursor."""
    assert is_steady(text) is same
