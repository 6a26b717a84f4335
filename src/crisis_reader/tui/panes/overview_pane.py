"""OverviewPane: passages by accounts under their letters, which stay on top while one scrolls."""

from collections.abc import Sequence

from rich.segment import Segment

from crisis_reader.tui.lines.styled import Line, lay
from crisis_reader.tui.panes.steady import widest
from crisis_reader.tui.panes.text_pane import TextPane


class OverviewPane(TextPane):
    """Lines below a heading of letters."""

    def __init__(self) -> None:
        super().__init__("Overview")
        self._header: Sequence[Line] = ()

    def head(self, lines: Sequence[Line]) -> None:
        """Set the rows that stay below the title."""
        self._header = tuple(lines)
        self.TITLE_ROWS = 1 + len(self._header)

    def draw_title(self, row: int, width: int) -> list[Segment]:
        """The title, then the letters."""
        if row == 0:
            return super().draw_title(row, width)
        rows = lay(self._header, width, widest)
        parts = rows[row - 1][1] if row <= len(rows) else []
        return [Segment(text, self.palette.style(name)) for text, name in parts]
