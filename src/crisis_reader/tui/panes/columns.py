"""Columns: articles side by side that hold together.

Owns which columns are seen and the scrolling: the current passage stands at one height in all of
them, and between passages they go by position in the source, not by row.
"""

from collections.abc import Sequence

from textual.containers import Horizontal

from crisis_reader.article import Article
from crisis_reader.tui.panes.article_pane import READ_AT, ArticlePane
from crisis_reader.tui.session.guide import Guide
from crisis_reader.tui.session.passages import Passage, Shared

NARROWEST = 37
"""Cells below which a column is not readable: fewer are shown then."""

_BEFORE = 3
"""Rows of the other texts before a passage that begins one of them."""


class Columns(Horizontal):
    """Two to four article panes."""

    BLANK = True  # its children cover it

    DEFAULT_CSS = """
    Columns { height: 1fr; }
    Columns ArticlePane { width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.linked = True
        """Whether one column carries the others along."""
        self._shared = Shared()
        self._passage: Passage | None = None
        self._guides: dict[tuple[int, int], Guide] = {}
        self._first = 0

    @property
    def panes(self) -> list[ArticlePane]:
        """The columns, left to right."""
        return list(self.query(ArticlePane))

    @property
    def active(self) -> int:
        """Index of the column the keys go to; 0 if they go elsewhere."""
        return next((n for n, pane in enumerate(self.panes) if pane.has_focus), 0)

    async def show(self, articles: Sequence[tuple[str, Article]]) -> None:
        """Show other articles, each under its letter."""
        had_keys = any(pane.has_focus for pane in self.panes)
        self._first, self._passage = 0, None
        self.guide_by(Shared())
        async with self.batch():
            await self.remove_children()
            panes = [ArticlePane(letter, article) for letter, article in articles]
            for pane in panes[1:]:
                pane.lead = 1
            await self.mount(*panes)
        if had_keys and articles:
            self.panes[0].focus()

    def guide_by(self, shared: Shared) -> None:
        """Scroll together by these passages from now on."""
        self._shared, self._guides = shared, {}

    # One height

    def align(self, passage: Passage | None) -> None:
        """Bring a passage to one height in every column that tells it, the others near it."""
        self._passage = passage
        panes = self.panes
        if passage is None or len(panes) != len(passage.told):
            return
        if self.size.width and any(pane.display and not pane.size.width for pane in panes):
            # Only just mounted: nothing can be laid out before there is a width.
            self.call_after_refresh(self._align_again)
            return
        lead, start = next((n, span.start) for n, span in enumerate(passage.told) if span)
        down = self._down(passage)
        for column, (pane, span) in enumerate(zip(panes, passage.told, strict=True)):
            if span is not None:
                pane.show_place(span.start, down, free=self.linked)
            elif self.linked:
                pane.show_place(self._guide(lead, column).carry(start), down)

    def _down(self, passage: Passage) -> int:
        """How far down a passage stands: where it begins one text, hardly a row above it is empty.

        The few that may be are for the words before it in the other texts.
        """
        down = min((pane.view_height for pane in self.panes), default=1) // READ_AT
        rows = [row for _, row in self._rows(passage)]
        return min(down, max(min(rows), min(max(rows), _BEFORE))) if rows else down

    def _rows(self, passage: Passage) -> list[tuple[ArticlePane, int]]:
        """The columns on the screen that tell a passage, and its first row in each."""
        told = zip(self.panes, passage.told, strict=True)
        return [
            (pane, pane.page.row_at(span.start)) for pane, span in told if span and pane.size.width
        ]

    def blank_rows(self, passage: Passage) -> int:
        """How many rows below the ends of texts are empty while this passage is the current one."""
        down = self._down(passage)
        return sum(
            max(0, row - down + pane.view_height - pane.total) for pane, row in self._rows(passage)
        )

    def on_article_pane_scrolled(self, message: ArticlePane.Scrolled) -> None:
        """Carry the others along."""
        message.stop()
        if not self.linked:
            return
        panes = self.panes
        mover = message.pane
        here, down = panes.index(mover), mover.view_height // READ_AT
        for there, pane in enumerate(panes):
            if there == here or not pane.display:
                continue
            if mover.top <= 0:
                pane.show_place(0, 0)
            elif mover.top >= mover.last_top:
                pane.show_place(len(pane.article.text), 0)
            else:
                pane.show_place(self._guide(here, there).carry(mover.place(down)), down)

    def _guide(self, here: int, there: int) -> Guide:
        if (here, there) not in self._guides:
            panes = self.panes
            ends = len(panes[here].article.text), len(panes[there].article.text)
            self._guides[here, there] = Guide(self._shared, here, there, ends)
        return self._guides[here, there]

    # As many as fit

    def fit(self) -> None:
        """Show as many columns as are readable, the active one among them."""
        panes = self.panes
        room = max(1, min(len(panes), max(1, self.size.width or 80) // NARROWEST))
        first = min(max(self._first, self.active - room + 1), self.active, len(panes) - room)
        self._first = max(0, first)
        for n, pane in enumerate(panes):
            pane.display = self._first <= n < self._first + room
            pane.lead = int(n > self._first)
            more = len(panes) - room
            pane.more = f"{more} more: Tab" if more and n == self._first + room - 1 else ""

    def step(self, step: int) -> bool:
        """Move the keys to the next column, showing it; False at the last one."""
        panes = self.panes
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), None)
        target = (0 if step > 0 else len(panes) - 1) if here is None else here + step
        if not 0 <= target < len(panes):
            return False
        panes[target].display = True
        panes[target].focus()
        self.call_after_refresh(self.fit)
        return True

    def on_resize(self) -> None:
        """Fit the columns, then bring the passage to one height again."""
        self.fit()
        self.call_after_refresh(self._align_again)

    def _align_again(self) -> None:
        self.align(self._passage)
