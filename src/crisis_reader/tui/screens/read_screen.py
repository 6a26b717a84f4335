"""ReadScreen: one article over the whole width, at a passage if it was opened for one."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.text.spans import Span
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.asking import CopyAsked, NoteAsked
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.noted import note_marks, selected_span, sentence_at
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.screens.find import Find, hits_in
from crisis_reader.tui.session.history import Place
from crisis_reader.tui.session.shelf import Shelf


class ReadScreen(Find, Screen[None]):
    """Reading."""

    AUTO_FOCUS = "ArticlePane"
    DEFAULT_CSS = """
    ReadScreen { align-horizontal: center; }
    ReadScreen ArticlePane { max-width: 92; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("b", "note", "note or bookmark"),
        bound("y", "copy", "copy the sentence", show=False),
        bound("escape", "back", "back"),
        bound("q", "dismiss", "close", show=False),
    ]

    def __init__(self, shelf: Shelf, letter: str, span: Span | None = None, place: int = 0) -> None:
        """An article.

        Args:
            shelf: Where it is.
            letter: Which it is.
            span: The passage it is opened for.
            place: Otherwise where it was left.
        """
        super().__init__()
        self.shelf = shelf
        self.letter = letter
        self.span = span
        self._offset = place

    def compose(self) -> ComposeResult:
        """The article and the keys."""
        yield ArticlePane(self.letter, self.shelf.articles[self.letter])
        yield KeyBar()

    @property
    def place(self) -> Place:
        """What it is a view of."""
        return Place(view="read", letters=(self.letter,))

    @property
    def pane(self) -> ArticlePane:
        """The article."""
        return self.query_one(ArticlePane)

    def on_mount(self) -> None:
        """Go to the passage."""
        pane = self.pane
        pane.mark(*note_marks(self.shelf.notes(self.letter)))
        if self.span is not None:
            pane.lift([(self.span.start, self.span.end, "here")])
            pane.show_place(self.span.start)
        else:
            pane.show_place(self._offset, 0)

    async def shelf_changed(self, *, settled: bool) -> None:
        """A note may have come or gone."""
        del settled
        if self.is_mounted:
            self.pane.mark(*note_marks(self.shelf.notes(self.letter)))

    def on_article_pane_scrolled(self, message: ArticlePane.Scrolled) -> None:
        """Remember the place."""
        self._offset = message.pane.place()
        self.span = None
        self.shelf.places[self.letter] = self._offset

    def on_unmount(self) -> None:
        """Keep the place for another day."""
        app_of(self).keep_place(self.letter, self._offset)

    def find_panes(self) -> list[ArticlePane]:
        """Where ``/`` looks."""
        return list(self.query(ArticlePane))

    def passage(self) -> Span:
        """What a key is about: selected, looked for, or the first sentence seen."""
        pane, text = self.pane, self.pane.article.text
        selected = selected_span(pane) or self.span
        if selected is not None:
            return selected
        hits = hits_in(text, self.wanted) if self.finding else []
        return sentence_at(pane, hits[self.hit].start if hits else pane.place())

    def action_note(self) -> None:
        """Note something on the passage, which is lit up meanwhile."""
        passage = self.passage()
        self.pane.lift([(passage.start, passage.end, "here")])
        self.post_message(NoteAsked(self.letter, passage))

    def action_copy(self) -> None:
        """Copy the passage with its source."""
        passage = self.passage()
        self.pane.lift([(passage.start, passage.end, "here")])
        self.post_message(CopyAsked([self.letter], [passage], self.query_one(KeyBar).say))

    def action_back(self) -> None:
        """Out of find, then out of the article."""
        if self.finding:
            self.stop_finding()
        else:
            self.dismiss()
