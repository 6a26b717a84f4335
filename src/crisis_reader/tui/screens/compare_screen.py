"""CompareScreen: two to four articles over the whole width; ``l`` adds who holds power."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from crisis_reader.text.spans import Span
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.comparison import Comparison
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.succession_pane import SuccessionPane
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.screens.find import Find
from crisis_reader.tui.session.history import Place
from crisis_reader.tui.session.shelf import Shelf

_BESIDE = 120
"""Columns from which the line stands beside the texts."""


class CompareScreen(Find, Screen[None]):
    """A comparison of its own."""

    BLANK = True  # its children cover it

    AUTO_FOCUS = None
    DEFAULT_CSS = """
    CompareScreen { layout: vertical; }
    CompareScreen #columns { height: 1fr; }
    CompareScreen SuccessionPane { width: 44; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("l", "line", "who is in power"),
        bound("v", "app.overview", "overview", show=False),
        bound("tab", "pane(1)", "next pane", show=False),
        bound("shift+tab", "pane(-1)", "previous pane", show=False),
        bound("escape", "back", "back", show=False),
        bound("q", "dismiss", "close", show=False),
    ]

    def __init__(self, shelf: Shelf, letters: Sequence[str], at: Sequence[Span] = ()) -> None:
        super().__init__()
        self._at = tuple(at)
        self.shelf = shelf
        self.letters = tuple(letters)

    def compose(self) -> ComposeResult:
        """The comparison, the line beside it, the keys."""
        with Horizontal(id="columns"):
            yield Comparison(self.shelf, self.letters, begin_at=self._at)
            yield SuccessionPane(self.shelf, lead=1)
        yield KeyBar()

    @property
    def place(self) -> Place:
        """What it is a view of."""
        return Place(view="compare", letters=self.letters)

    @property
    def comparison(self) -> Comparison:
        """The columns."""
        return self.query_one(Comparison)

    async def on_mount(self) -> None:
        """Give the keys to the first column once it is there."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        panes = self.comparison.panes
        if panes:
            panes[0].focus()
        else:
            self.call_after_refresh(self._begin)

    async def shelf_changed(self, *, settled: bool) -> None:
        """Alignments came in."""
        del settled
        self.comparison.take()

    def find_panes(self) -> list[ArticlePane]:
        """Where ``/`` looks: the column that has the keys."""
        panes = self.comparison.panes
        return [panes[self.comparison.columns.active]] if panes else []

    def action_pane(self, step: int) -> None:
        """To the next column, then to the line, then round."""
        line = self.query_one(SuccessionPane)
        if line.has_focus or not self.comparison.columns.step(step):
            if line.display and not line.has_focus:
                line.focus()
            else:
                panes = self.comparison.panes
                panes[0 if step > 0 else -1].focus()

    def action_back(self) -> None:
        """Out of the line to the texts, then out of the comparison."""
        if self.finding:
            self.stop_finding()
        elif self.query_one(SuccessionPane).has_focus:
            self.comparison.panes[0].focus()
        elif self.comparison.comparing.waiting and app_of(self).stop_work():
            self.comparison.take()
        else:
            self.dismiss()

    def action_line(self) -> None:
        """Open the line of these beside them, or close it; on a small screen in its place."""
        from crisis_reader.tui.screens.line_screen import LineScreen  # noqa: PLC0415 - when first needed

        if self.size.width < _BESIDE:
            self.app.push_screen(LineScreen(self.shelf, self.letters))
            return
        line = self.query_one(SuccessionPane)
        line.display = not line.display
        if line.display:
            line.want(self.letters)
            line.focus()
        else:
            self.comparison.panes[0].focus()
