"""ReadScreen: one article over the whole width, at a passage if it was opened for one."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.text.spans import Span
from crisis_reader.tui.article_pane import ArticlePane
from crisis_reader.tui.bindings import bound
from crisis_reader.tui.find import Find
from crisis_reader.tui.key_bar import KeyBar
from crisis_reader.tui.shelf import Shelf


class ReadScreen(Find, Screen[None]):
    """Reading."""

    AUTO_FOCUS = "ArticlePane"
    DEFAULT_CSS = """
    ReadScreen { align-horizontal: center; }
    ReadScreen ArticlePane { max-width: 92; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "back", "back"),
        bound("q", "dismiss", "close", show=False),
        bound("backspace", "dismiss", "where I was before", show=False),
    ]

    def __init__(self, shelf: Shelf, letter: str, span: Span | None = None) -> None:
        super().__init__()
        self.shelf = shelf
        self.letter = letter
        self.span = span

    def compose(self) -> ComposeResult:
        """The article and the keys."""
        yield ArticlePane(self.letter, self.shelf.articles[self.letter])
        yield KeyBar()

    def on_mount(self) -> None:
        """Go to the passage."""
        if self.span is not None:
            pane = self.query_one(ArticlePane)
            pane.lift([(self.span.start, self.span.end, "here")])
            pane.show_place(self.span.start)
        elif self.letter in self.shelf.places:
            self.query_one(ArticlePane).show_place(self.shelf.places[self.letter], 0)

    def on_article_pane_scrolled(self, message: ArticlePane.Scrolled) -> None:
        """Remember the place."""
        self.shelf.places[self.letter] = message.pane.place()

    def find_panes(self) -> list[ArticlePane]:
        """Where ``/`` looks."""
        return list(self.query(ArticlePane))

    def action_back(self) -> None:
        """Out of find, then out of the article."""
        if self.finding:
            self.stop_finding()
        else:
            self.dismiss()
