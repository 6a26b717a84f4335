"""ChoiceScreen: lines to choose one from; ``Enter`` takes it, ``Esc`` takes none."""

from typing import ClassVar

from textual.binding import BindingType

from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.screens.text_screen import LinesScreen


class ChoiceScreen(LinesScreen[object]):
    """A pane of lines; the targets of those that can be chosen are what it comes back with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "dismiss(None)", "back"),
        bound("q", "dismiss(None)", "close", show=False),
    ]

    async def on_text_pane_followed(self, message: TextPane.Followed) -> None:
        """One was chosen."""
        message.stop()
        await self.chosen(message.target)

    async def chosen(self, target: object) -> None:
        """What happens with it: here it is what this screen comes back with."""
        self.dismiss(target)
