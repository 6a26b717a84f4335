"""PowerBar: on a small screen, who holds power in one line."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.styled import Part
from crisis_reader.tui.panes.row_pane import fit, palette_of
from crisis_reader.tui.panes.steady import room_for, steady


class PowerBar(Widget):
    """One row; what does not fit ends in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = [("reading who holds power …", "dim")]

    def tell(self, parts: list[Part]) -> None:
        """Show this sentence."""
        self.parts = parts
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row."""
        del y
        base, palette, width = self.rich_style, palette_of(self.app), self.size.width
        segments, used = [Segment(" ", base)], 1
        for text, name in self.parts:
            whole = visible(text)
            shown = fit(whole, width - used - 1)
            segments.append(Segment(shown, base + palette.style(name)))
            used += room_for(shown)
            if shown != whole:  # what follows has no room either
                break
        return steady(self, segments, base)
