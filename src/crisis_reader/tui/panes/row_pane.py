"""RowPane: a titled pane of rows on the line API; the one way in which lists and texts are shown.

Owns scrolling and its keys. What a row looks like is its subclass's: ``total`` rows, each drawn as
segments when it is seen. The right-most column is the rail, a place for marks and the border
between panes.
"""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from crisis_reader.layout.wrapping import fitted
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.palette import Palette
from crisis_reader.tui.panes.steady import room_for, steady, widest

_WHEEL = 3
"""Rows a turn of the mouse wheel moves."""


def fit(text: str, width: int) -> str:
    """The text cut to so many cells as the terminal counts them."""
    return fitted(text, width, widest)


def palette_of(app: App[object]) -> Palette:
    """The palette of the app's theme; made once for each theme."""
    theme = app.current_theme
    kept = getattr(app, "_palette", None)
    if kept is None or kept[0] is not theme:
        kept = (theme, Palette(theme))
        app._palette = kept  # type: ignore[attr-defined] # noqa: SLF001 - one slot of our own
    palette: Palette = kept[1]
    return palette


class RowPane(Widget, can_focus=True):
    """Rows under a title; subclasses draw them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("down,j", "move(1)", "down", show=False, key_display="↓ j"),
        bound("up,k", "move(-1)", "up", show=False, key_display="↑ k"),
        bound("pagedown", "page(1)", "a page down", show=False),
        bound("pageup", "page(-1)", "a page up", show=False),
        bound("ctrl+d", "page(0.5)", "half a page down", show=False),
        bound("ctrl+u", "page(-0.5)", "half a page up", show=False),
        bound("home,g", "first", "to the first row", show=False),
        bound("end,G", "last", "to the last row", show=False),
    ]

    TITLE_ROWS = 1
    RAIL = True
    FILL = True
    """Whether a row's last background goes on to the rail."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.top = 0
        """Index of the row that stands first under the title; may lie outside the rows."""
        self.lead = 0
        """Blank cells before each row; 1 keeps the text off the rail of the pane at its left."""
        self._base = Style()
        self._painting = False

    # What subclasses give

    @property
    def total(self) -> int:
        """Number of rows."""
        return 0

    def draw(self, index: int, width: int) -> list[Segment]:
        """The segments of one row, at most ``width`` cells."""
        raise NotImplementedError

    @property
    def cursor_row(self) -> int:
        """Index of the row that the reader is at."""
        return self.top

    def draw_empty(self, index: int) -> list[Segment]:
        """The segments of a row before the first or after the last one."""
        del index
        return []

    def draw_title(self, row: int, width: int) -> list[Segment]:
        """The segments of a row above the scrolled ones."""
        raise NotImplementedError

    def rail(self, y: int) -> Segment:
        """The right-most cell of screen row ``y`` below the title."""
        del y
        return Segment("│", self.palette.style("dim"))

    def moved(self) -> None:
        """Called after the reader's own scrolling."""

    # Geometry

    @property
    def palette(self) -> Palette:
        """The styles of the theme."""
        return palette_of(self.app)

    @property
    def text_width(self) -> int:
        """Cells of a row, what leads it and the rail left out."""
        return max(1, self.size.width - self.lead - (1 if self.RAIL else 0))

    @property
    def view_height(self) -> int:
        """Rows seen at once, title left out."""
        return max(1, self.size.height - self.TITLE_ROWS)

    @property
    def last_top(self) -> int:
        """The top at which the last row is the lowest one seen."""
        return max(0, self.total - self.view_height)

    def show_top(self, top: int, *, free: bool = False) -> None:
        """Scroll so that row ``top`` stands first; ``free`` allows empty rows above and below."""
        top = top if free else min(max(0, top), self.last_top)
        if top != self.top:
            self.top = top
            self.refresh()

    # Keys and wheel

    def action_move(self, rows: int) -> None:
        """Scroll by rows."""
        self.show_top(self.top + rows)
        self.moved()

    def action_page(self, pages: float) -> None:
        """Scroll by pages, one row of overlap."""
        self.action_move(int(pages * max(1, self.view_height - 1)))

    def action_first(self) -> None:
        """Scroll to the first row."""
        self.show_top(0)
        self.moved()

    def action_last(self) -> None:
        """Scroll to the last row."""
        self.show_top(self.last_top)
        self.moved()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.show_top(self.top + _WHEEL)
        self.moved()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.show_top(self.top - _WHEEL)
        self.moved()

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Take the pane's colours once a frame, then draw."""
        self._base = self.rich_style
        self._painting = True
        if self.has_focus:
            # The terminal's own cursor, for screen readers and magnifiers that follow it.
            row = min(max(0, self.cursor_row - self.top), self.view_height - 1)
            self.app.cursor_position = self.region.offset + Offset(0, row + self.TITLE_ROWS)
        try:
            # Not by way of the widget's own cache: a strip that is kept takes 4 KiB with what is
            # cut from it, and rows are drawn anew in less time than is worth it.
            strips = [self.render_line(y) for y in crop.line_range]
        finally:
            self._painting = False
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One row of the widget."""
        width = self.text_width
        if y < self.TITLE_ROWS:
            bar = self.palette.style("bar")
            return self._strip(self.draw_title(y, width), width, bar, Segment(" ", bar))
        index = self.top + y - self.TITLE_ROWS
        row = self.draw(index, width) if 0 <= index < self.total else self.draw_empty(index)
        return self._strip(row, width, Style(), self.rail(y - self.TITLE_ROWS))

    def _strip(self, row: Iterable[Segment], width: int, fill: Style, rail: Segment) -> Strip:
        base = self._base
        under = base + fill
        segments = [Segment(text, under + style if style else under) for text, style, _ in row]
        if sum(room_for(segment.text) for segment in segments) > width:
            segments = list(Segment.adjust_line_length(segments, width))
        # The last segment's background runs on to the rail, so that a cursor row is whole.
        tail = segments[-1].style if segments and self.FILL else under
        rest = under + Style(bgcolor=tail.bgcolor if tail else None)
        end = Segment(rail.text, base + rail.style if rail.style else base)
        if self.lead:
            # To the mouse the row begins here: a selection can be drawn from the pane's edge.
            metas = (part.style.meta for part in segments if part.style and part.style.meta)
            begins = Style.from_meta(next(metas, {}))
            segments.insert(0, Segment(" " * self.lead, under + begins))
        return steady(self, segments, rest, end if self.RAIL else None)

    def title_segments(self, text: str, width: int, note: str = "") -> list[Segment]:
        """A title on the left, a note on the right; the word ``keys`` where the keys go now."""
        here = "◂ keys" if self.has_focus else ""
        right = "  ".join(part for part in (note, here) if part)
        right = right if room_for(right) * 2 <= width else ""
        room = width - (room_for(right) + 1 if right else 0)
        left = fit(text, max(0, room))
        gap = " " * max(0, width - room_for(left) - room_for(right))
        style = self.palette.style("title" if self.has_focus else "bold")
        return [Segment(left, style), Segment(gap), Segment(right, self.palette.style("dim"))]

    def on_focus(self) -> None:
        """Show where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys went elsewhere."""
        self.refresh()
