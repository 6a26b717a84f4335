"""ChoiceScreen: lines to choose one from; ``Enter`` takes it, ``Esc`` takes none."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.tui.bindings import bound
from crisis_reader.tui.key_bar import KeyBar
from crisis_reader.tui.styled import Line
from crisis_reader.tui.text_pane import TextPane


class ChoiceScreen(Screen[object]):
    """A pane of lines; the targets of those that can be chosen are what it comes back with."""

    AUTO_FOCUS = "TextPane"
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "dismiss(None)", "back"),
        bound("q", "dismiss(None)", "close", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines and the keys."""
        yield TextPane(self._title)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the lines."""
        self.query_one(TextPane).tell(self._lines)

    async def on_text_pane_followed(self, message: TextPane.Followed) -> None:
        """One was chosen."""
        message.stop()
        await self.chosen(message.target)

    async def chosen(self, target: object) -> None:
        """What happens with it: here it is what this screen comes back with."""
        self.dismiss(target)
