"""OverviewScreen: what several accounts share, passage by passage; ``Enter`` opens two there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from crisis_reader.tui.lines.overview_rows import (
    ORDERS,
    Row,
    header_lines,
    overview_lines,
    passages_shown,
)
from crisis_reader.tui.lines.styled import line
from crisis_reader.tui.lines.words import bar, counted
from crisis_reader.tui.panes.asking import ExportAsked
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.overview_pane import OverviewPane
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from crisis_reader.alignment import Match, Overview

_NAMED = 6
"""Letters that the name of a file takes."""


class OverviewScreen(Screen[None]):
    """Passages by accounts."""

    BLANK = True  # its children cover it

    AUTO_FOCUS = "OverviewPane"
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("s", "sort", "sort"),
        bound("e", "export", "export", show=False),
        bound("escape", "back", "back"),
        bound("v,q", "back", "close", show=False),
    ]

    class Wanted(Message):
        """The overview of these articles is needed."""

        def __init__(self, letters: tuple[str, ...]) -> None:
            super().__init__()
            self.letters = letters

    def __init__(self, shelf: Shelf, letters: Sequence[str]) -> None:
        super().__init__()
        self.shelf = shelf
        self.letters = tuple(letters)
        self.overview: Overview | None = None
        self.order = 0
        self._shown: dict[tuple[str, str], tuple[Match, ...]] = {}
        """The matches of pairs, as far as they were asked for."""

    def compose(self) -> ComposeResult:
        """The passages and the keys."""
        yield OverviewPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for it."""
        named = counted(len(self.letters), "article")
        self.query_one(OverviewPane).tell([line((f"comparing {named} …", "dim"))])
        self.post_message(self.Wanted(self.letters))

    def tell_progress(self, done: int, of: int) -> None:
        """Say how far it is."""
        if self.overview is None:
            self.query_one(OverviewPane).tell([line((f"comparing {bar(done, of)}", "dim"))])

    def action_back(self) -> None:
        """Go back; an overview that is not made yet is given up."""
        if self.overview is None:
            self.app.workers.cancel_group(self.app, "overview")
        self.dismiss()

    def take(self, letters: tuple[str, ...], overview: "Overview") -> None:
        """Show it, if it is the one asked for."""
        if letters == self.letters:
            self.overview = overview
            self._tell()

    def _tell(self) -> None:
        if self.overview is None:
            return
        articles = self.shelf.articles
        by_id = {articles[letter].id: letter for letter in self.letters}
        width = self.size.width
        lines = overview_lines(
            self.overview, by_id, articles, order=self.order, width=width, meet=self._meet
        )
        number, rows = len(self.overview.passages), passages_shown(lines)
        passages = counted(number, "passage")
        if rows != number:  # several that begin at one place
            passages += f" in {counted(rows, 'row')}"
        accounts = counted(len(self.overview.accounts), "account")
        title = f"Overview · {passages}, {accounts}"
        pane = self.query_one(OverviewPane)
        pane.head(header_lines(self.overview, by_id, width=width))
        pane.tell(lines, title=title, note=ORDERS[self.order][0])

    def _meet(self, row: Row) -> bool:
        """Whether two share a match there, as far as the shelf knows them."""
        known = self.shelf.alignment(*row.letters)
        if known is None:
            return True
        turned = self.shelf.letter(known.left) != row.letters[0]
        left, right = row.spans[::-1] if turned else row.spans
        if row.letters not in self._shown:  # asked for every passage
            self._shown[row.letters] = known.shown()
        shown = self._shown[row.letters]
        return any(m.left.touches(left) and m.right.touches(right) for m in shown)

    def on_resize(self) -> None:
        """Fit the columns of letters to the width."""
        self.call_after_refresh(self._tell)

    def action_export(self) -> None:
        """Write it to a file, in a form to choose."""
        if (overview := self.overview) is None:
            return
        articles = [self.shelf.articles[letter] for letter in self.letters]
        self.post_message(
            ExportAsked(
                f"overview-{'-'.join(self.letters[:_NAMED])}",
                lambda reports: reports.overview(articles, overview, letters=self.letters),
            )
        )

    def action_sort(self) -> None:
        """In the next order."""
        self.order = (self.order + 1) % len(ORDERS)
        self._tell()
