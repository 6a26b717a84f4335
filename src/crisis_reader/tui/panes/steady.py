"""Steady: rows that end where they should, whatever the terminal makes of the signs in them.

Terminals disagree about some: the vowel signs of Indic scripts take a cell in one and none in
another, a family of emoji two or eight. A row with such signs is cleared first, is given as many
cells as any terminal would need, and what follows it is put at its own column.
"""

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from crisis_reader.layout.wrapping import cells, char_width


@lru_cache(maxsize=2048)
def widest(char: str) -> int:
    """Cells that a character takes at most."""
    return max(char_width(char), get_character_cell_size(char))


def room_for(text: str) -> int:
    """Cells that a text takes at most."""
    return cells(text, widest)


def is_steady(text: str) -> bool:
    """Whether all terminals give a text the same cells."""
    return room_for(text) == cell_len(text) == cells(text)


def steady(
    widget: Widget,
    segments: Sequence[Segment],
    base: Style,
    rail: Segment | None = None,
) -> Strip:
    """A row of a widget.

    Args:
        widget: Whose row it is; it is drawn from the widget's left edge on.
        segments: What stands in it, no wider than the widget by ``room_for``.
        base: Style of what they leave free.
        rail: What stands in the last cell of the row.
    """
    width = widget.size.width
    text = "".join(segment.text for segment in segments)
    gap = width - room_for(text) - (0 if rail is None else 1)
    row = [*segments, Segment(" " * gap, base)] if gap > 0 else list(segments)
    end = [] if rail is None else [rail]
    if is_steady(text):
        return Strip([*row, *end], width)
    left = widget.region.x
    blank = Strip([Segment(" " * width, base)], width)
    for line_filter in widget.get_line_filters():
        blank = blank.apply_filter(line_filter, widget.background_colors[1])
    first = _to_column(left, blank.render(widget.app.console))
    return Strip([first, *row, *([_to_column(left + width - 1), rail] if rail else ())], width)


def _to_column(column: int, before: str = "") -> Segment:
    """Writes something, then goes to a column of the screen; takes no cell itself."""
    return Segment(
        f"{before}\x1b[{column + 1}G", None, [(ControlType.CURSOR_MOVE_TO_COLUMN, column)]
    )
