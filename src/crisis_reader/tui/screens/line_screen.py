"""LineScreen: the line of succession over the whole width."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.succession_pane import SuccessionPane
from crisis_reader.tui.session.shelf import Shelf


class LineScreen(Screen[None]):
    """Who holds power, who says so."""

    BLANK = True  # its children cover it

    AUTO_FOCUS = "SuccessionPane"
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "dismiss", "back"),
        bound("l,q", "dismiss", "close", show=False),
    ]

    def __init__(self, shelf: Shelf, letters: Sequence[str], scope: str = "") -> None:
        """A line of these articles; ``scope`` says out of how many they are."""
        super().__init__()
        self.scope = scope
        self.shelf = shelf
        self.letters = tuple(letters)

    def compose(self) -> ComposeResult:
        """The line and the keys."""
        yield SuccessionPane(self.shelf)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for the line."""
        self.query_one(SuccessionPane).want(self.letters, self.scope)
