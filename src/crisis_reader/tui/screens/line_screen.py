"""LineScreen: the line of succession over the whole width."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.succession_pane import SuccessionPane
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.session.shelf import Shelf


class LineScreen(Screen[None]):
    """Who holds power, who says so."""

    BLANK = True  # its children cover it

    AUTO_FOCUS = "SuccessionPane"
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "dismiss", "back"),
        bound("l,q", "dismiss", "close", show=False),
        bound("plus", "more", "more articles of the event", show=False),
    ]

    def __init__(
        self, shelf: Shelf, letters: Sequence[str], scope: str = "", near: str | None = None
    ) -> None:
        """A line of articles.

        Args:
            shelf: Where they are.
            letters: Theirs.
            scope: Out of how many they are.
            near: The article that the reader stood on.
        """
        super().__init__()
        self.near = near
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

    def action_more(self) -> None:
        """Draw the line from more articles, where their event has more than it is drawn from."""
        letters = app_of(self).more_of_story(self.letters, self.near)
        if letters == self.letters:
            self.query_one(KeyBar).say("the line is drawn from all that was chosen")
            return
        self.letters, self.scope = letters, app_of(self).scope_of(letters)
        self.query_one(SuccessionPane).want(self.letters, self.scope)
