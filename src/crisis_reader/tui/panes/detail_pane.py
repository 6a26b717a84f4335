"""DetailPane: the few rows below a comparison that say what the current match is and why."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from crisis_reader.tui.lines.styled import Line, Part, lay
from crisis_reader.tui.panes.row_pane import palette_of
from crisis_reader.tui.panes.steady import steady, widest

_MORE = " … Enter for all"
_MARGIN = 2


class DetailPane(Widget):
    """Wrapped lines; as many rows as the screen can spare."""

    DEFAULT_CSS = """
    DetailPane { height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self._rows: list[list[Part]] = []
        self._width = -1

    @property
    def room(self) -> int:
        """Cells of a row; 0 before there are any."""
        return max(0, self.size.width - _MARGIN)

    def tell(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.lines, self._width = tuple(lines), -1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row; the last says so if there is more."""
        width, palette = self.size.width, palette_of(self.app)
        if self._width != width:
            self._width = width
            self._rows = [row for _, row in lay(self.lines, width - _MARGIN, widest)]
        base = self.rich_style + palette.style("bar")
        parts = self._rows[y] if y < len(self._rows) else []
        segments = [Segment(" ", base)]
        segments += [Segment(text, base + palette.style(name)) for text, name in parts]
        if y == self.size.height - 1 and len(self._rows) > self.size.height:
            strip = Strip(segments).crop(0, width - len(_MORE) - 1)
            segments = [*strip, Segment(_MORE, base + palette.style("bold"))]
        return steady(self, segments, base)
