"""ArticlePane: one article as a column, with its marks, its map and the place it is read at.

Owns the layout of its text at its width and what lies over it. It knows spans and names of marks,
not alignments: the comparison tells it what to show.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.selection import Selection

from crisis_reader.article import Article
from crisis_reader.article.records import RegionKind
from crisis_reader.layout import (
    APART,
    HIDDEN,
    INDENT,
    Layers,
    Page,
    PageMaker,
    Row,
    Rows,
    flatten,
    visible,
)
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.list_words import outlet_of
from crisis_reader.tui.lines.words import day_text
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.row_pane import RowPane, fit
from crisis_reader.tui.panes.steady import widest

Mark = tuple[int, int, str]
"""(start, end, name of a style)."""

READ_AT = 4
"""How far down a pane its current place stands: a fourth of its height."""


class ArticlePane(RowPane):
    """An article in a column."""

    TITLE_ROWS = 2
    FILL = False
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("right_curly_bracket", "paragraph(1)", "next paragraph", show=False),
        bound("left_curly_bracket", "paragraph(-1)", "previous paragraph", show=False),
    ]

    class Scrolled(Message):
        """The reader moved this pane."""

        def __init__(self, pane: "ArticlePane") -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, letter: str, article: Article) -> None:
        super().__init__()
        self.letter = letter
        self.article = article
        self.note = ""
        """What the title says at its right, e.g. ``only here``."""
        self.version = ""
        """Which of two texts of the article it is; empty where one is shown."""
        self.more = ""
        """What the title says of columns that are not seen."""
        self._maker = PageMaker(article, widest)
        self._page: Page | None = None
        self._page_width = 0
        self._labels: Mapping[int, str] = {}
        self._only: tuple[Span, ...] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._over: tuple[Mark, ...] = ()
        self._now: int | None = None
        """Where the current match or hit begins."""
        # Two sets of layers: what changes with every key is flattened apart from what does not.
        self._base_layers: Layers[str] = Layers()
        self._over_layers: Layers[str] = Layers()
        self._rail: dict[int, tuple[str, str]] = {}
        # Where the reader went last: a change of size leads back there, however often.
        self._anchor: tuple[int, int | None, bool] = (0, 0, False)
        datelines = article.spans(RegionKind.DATELINE)
        self._ground = tuple((span.start, span.end, "dim") for span in datelines)

    # What it is told

    def mark(
        self,
        marks: Iterable[Mark],
        labels: Mapping[int, str] | None = None,
        only: Sequence[Span] | None = None,
    ) -> None:
        """Set what lies over the text all the time; the place that is read stays."""
        anchor = self._anchor
        self._marks = tuple(marks)
        self._labels = labels or {}
        self._only = None if only is None else tuple(only)
        self._page = None
        self._base_layers = flatten((*self._ground, *self._marks))
        self._rail = {}
        self.refresh()
        if self.size.width:
            self._go(*anchor)

    def lift(self, over: Iterable[Mark]) -> None:
        """Set what lies over all that, for the current match or find."""
        self._over = tuple(over)
        self._over_layers = flatten(self._over)
        starts = (start for start, _, name in self._over if name in ("now", "here"))
        self._now = next(starts, None)
        self.refresh()

    # Places

    @property
    def page(self) -> Page:
        """The text at the pane's width."""
        if not self.size.width:  # not on the screen yet, or where columns take turns not now
            return Page(self._maker.text, Rows(()), {})
        width = self.text_width - 1
        # Asked for also between a change of size and its message.
        if self._page is None or self._page_width != width:
            self._page = self._maker.page(width, self._labels, self._only)
            self._page_width = width
            self._rail = {}
        return self._page

    @property
    def cursor_row(self) -> int:
        """Row of the current match or hit; the first one seen without either."""
        return self.top if self._now is None else self.page.row_at(self._now)

    @property
    def total(self) -> int:
        """Number of rows."""
        return len(self.page.rows)

    def place(self, down: int = 0) -> int:
        """The offset that stands ``down`` rows below the top."""
        if self._page is None or not self._page.rows:
            return 0
        rows = self._page.rows
        return rows[min(max(0, self.top + down), len(rows) - 1)].start

    def show_place(self, offset: int, down: int | None = None, *, free: bool = False) -> None:
        """Scroll so that this character's row stands ``down`` rows below the top."""
        self._anchor = (offset, down, free)
        if self.size.width:
            self._go(*self._anchor)

    def _go(self, offset: int, down: int | None, free: bool = False) -> None:  # noqa: FBT001, FBT002 - one of three that are kept together
        down = self.view_height // READ_AT if down is None else down
        self.show_top(self.page.row_at(offset) - down, free=free)

    def on_resize(self) -> None:
        """Lay the text out anew, at the same place."""
        self._rail = {}
        self._go(*self._anchor)

    def moved(self) -> None:
        """Remember the place, tell the comparison."""
        self._anchor = (self.place(), 0, False)
        self.post_message(self.Scrolled(self))

    def action_paragraph(self, step: int) -> None:
        """To the next or previous paragraph."""
        firsts = self.page.rows.firsts
        after = bisect_right(firsts, self.top)
        before = bisect_left(firsts, self.top)
        found = firsts[after : after + 1] if step > 0 else firsts[:before][-1:]
        if found:
            self.show_top(found[0])
            self.moved()

    # Drawing

    def draw_title(self, row: int, width: int) -> list[Segment]:
        """Letter, outlet and day; below them the headline."""
        article = self.article
        if row == 0:
            facts = (self.letter, self.version, outlet_of(article), day_text(article.published))
            told = " · ".join(fact for fact in facts if fact)
            return self.title_segments(told, width, self.more or self.note)
        title = visible(article.title)
        style = self.palette.style("apart" if article.title_is_made else "bold")
        return [Segment(fit(title, width), style)]

    def draw_empty(self, index: int) -> list[Segment]:
        """Above the text its beginning is meant, below it its end."""
        rows = self.page.rows
        if not rows:
            return []
        return self._nowhere(0, 0) if index < 0 else self._nowhere(rows[-1].end, len(rows) - 1)

    def _nowhere(self, offset: int, index: int) -> list[Segment]:
        """An empty row; to the mouse an offset stands there, so that a selection can begin."""
        meta = Style.from_meta({"offset": (offset, index)})
        return [] if self._painting else [Segment(" ", meta)]

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of text with its labels and marks."""
        del width
        row = self.page.rows[index]
        if row.start == row.end:
            return self._nowhere(row.start, index)
        ground: tuple[str, ...] = ()
        segments: list[Segment] = []
        if row.kind in APART:
            segments.append(Segment("┆" + " " * (INDENT - 1), self.palette.style("dim")))
            ground = ("apart",)
        elif row.kind is RegionKind.HEADLINE:
            ground = ("headline",)
        low, high = self._selected(index, row) or (row.end, row.end)
        for start, end, keys in self._pieces(row.start, row.end):
            style = self.palette.style("plain", *ground, *keys)
            chosen = self.palette.style("plain", *ground, *keys, "selection")
            self._draw_piece(segments, start, min(end, low), style, index)
            self._draw_piece(segments, max(start, low), min(end, high), chosen, index)
            self._draw_piece(segments, max(start, high), end, style, index)
        return segments

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        for a, b, keys in self._base_layers.pieces(start, end):
            for c, d, over in self._over_layers.pieces(a, b):
                yield c, d, keys + over

    def _draw_piece(
        self, segments: list[Segment], start: int, end: int, style: Style, index: int
    ) -> None:
        """Append a run of one style, cut where labels stand in it."""
        for cut in self.page.labels_between(start, end):
            self._append(segments, start, cut, style, index)
            label = self.page.labels[cut]
            mark = self.palette.style("difference" if "▲" in label else "bold")
            if cut == self._now:
                # Reversed, so that the current match is seen without its background too.
                mark = self.palette.style("here")
            segments.append(Segment(label, style + mark))
            start = cut
        self._append(segments, start, end, style, index)

    def _append(
        self, segments: list[Segment], start: int, end: int, style: Style, index: int
    ) -> None:
        if start >= end:
            return
        if not self._painting:  # asked for by the mouse: say which character stands here
            style = style + Style.from_meta({"offset": (start, index)})
        text = self.page.text[start:end]
        segments.append(Segment(text.replace(HIDDEN, ""), style))

    def rail(self, y: int) -> Segment:
        """The map: where matches and differences are in the whole text, what part is seen."""
        if not self._rail:
            self._draw_rail()
        glyph, name = self._rail.get(y, ("│", "dim"))
        total, height = max(1, self.total), self.view_height
        if self._now is not None and min(height - 1, self.cursor_row * height // total) == y:
            return Segment("◆", self.palette.style("bold"))
        if glyph == "│" and self.top <= (y + 0.5) * total / height < self.top + height:
            glyph = "┃"
        return Segment(glyph, self.palette.colour(name))

    def _draw_rail(self) -> None:
        self._rail[-1] = ("│", "dim")  # not empty: it was drawn
        rows, height = self.page.rows, self.view_height
        total = max(1, len(rows))
        for start, _, name in self._marks:
            y = min(height - 1, rows.at(start) * height // total)
            if name == "difference":
                self._rail[y] = ("▲", name)
            elif self._rail.get(y, ("", ""))[0] != "▲":
                self._rail[y] = ("•", name)

    # Mouse: the map, and selecting clean text

    def on_click(self, event: events.Click) -> None:
        """A click on the map goes there."""
        if event.x >= self.size.width - 1 and event.y >= self.TITLE_ROWS:
            row = (event.y - self.TITLE_ROWS) * self.total // self.view_height
            self.show_top(row - self.view_height // 2)
            self.moved()

    def _selected(self, index: int, row: Row) -> tuple[int, int] | None:
        selection = self.text_selection
        if selection is None:
            return None
        first = (selection.start.y, selection.start.x) if selection.start else (-1, 0)
        last = (selection.end.y, selection.end.x) if selection.end else (len(self.page.rows), 0)
        if not first[0] <= index <= last[0]:
            return None
        start = first[1] if index == first[0] else row.start
        end = last[1] if index == last[0] else row.end
        return (start, end) if start < end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected characters of the article itself, without marks or breaks of ours."""
        rows = self.page.rows
        start = selection.start.x if selection.start else rows[0].start if rows else 0
        end = selection.end.x if selection.end else rows[-1].end if rows else 0
        return visible_paragraphs(self.article.text[start:end]), "\n"


def visible_paragraphs(text: str) -> str:
    """Clean text, its paragraphs kept as lines."""
    return "\n".join(visible(part) for part in text.split("\n"))
