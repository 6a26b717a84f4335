"""Styled lines: short texts of our own and of articles, with style names, wrapped for a pane.

Pure; everything passes through cleaning here, nothing is ever parsed for markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from crisis_reader.layout.layers import flatten
from crisis_reader.layout.wrapping import WidthOf, cells, char_width, wrap
from crisis_reader.text.cleaning import visible

_GAP = 2
"""Cells between two columns."""

Part = tuple[str, str]
"""Words and the name of their style (``plain``, ``bold``, ``dim``, a mark's name)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be wrapped."""

    parts: tuple[Part, ...] = ()
    indent: int = 0
    """Cells before every row."""
    hang: int = 0
    """Cells more before every row but the first."""
    target: object = None
    """What ``Enter`` opens here; None for a line the cursor passes over."""
    cells: tuple["Cell", ...] = ()
    """Columns to the right of the line's own words, left to right."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a column of their own."""

    left: int
    """Cells before it."""
    parts: tuple[Part, ...] = ()


def line(
    *parts: str | Part,
    indent: int = 0,
    hang: int = 0,
    target: object = None,
    cells: Sequence[Cell] = (),
) -> Line:
    """A line of plain and styled words."""
    own = tuple((part, "plain") if isinstance(part, str) else part for part in parts)
    return Line(own, indent, hang, target, tuple(cells))


def rows_of(one: Line, width: int, width_of: WidthOf = char_width) -> list[list[Part]]:
    """The line as rows of at most ``width`` cells; an empty line is one empty row."""
    if not one.cells:
        return _wrapped(one, width, width_of)
    edges = [*(cell.left for cell in one.cells), width]
    columns = [_wrapped(one, edges[0] - _GAP, width_of)]
    columns += [
        _wrapped(Line(cell.parts, hang=1), edges[n + 1] - cell.left - _GAP, width_of)
        for n, cell in enumerate(one.cells)
    ]
    rows: list[list[Part]] = []
    for pieces in zip_longest(*columns, fillvalue=[]):
        row: list[Part] = []
        for left, piece in zip([0, *edges], pieces, strict=False):
            used = sum(cells(text, width_of) for text, _ in row)
            row += [(" " * (left - used), "plain")] if piece and left > used else []
            row += piece
        rows.append(row)
    return rows


def _wrapped(one: Line, width: int, width_of: WidthOf) -> list[list[Part]]:
    texts = [visible(text) for text, _ in one.parts]
    whole = "".join(texts)
    at, spans = 0, []
    for text, (_, style) in zip(texts, one.parts, strict=True):
        spans.append((at, at + len(text), style))
        at += len(text)
    layers = flatten(spans)
    found = wrap(whole, (0, len(whole)), width - one.indent, (), width_of)
    if one.hang and len(found) > 1:  # all rows but the first are narrower
        rest = (found[1][0], len(whole))
        found = [found[0], *wrap(whole, rest, width - one.indent - one.hang, (), width_of)]
    rows: list[list[Part]] = []
    for number, (start, end) in enumerate(found):
        lead = one.indent + (one.hang if number else 0)
        row: list[Part] = [(" " * lead, "plain")] if lead else []
        row += [
            (whole[a:b], keys[-1] if keys else "plain") for a, b, keys in layers.pieces(start, end)
        ]
        rows.append(row)
    return rows or [[]]


def lay(
    lines: Sequence[Line], width: int, width_of: WidthOf = char_width
) -> list[tuple[int, list[Part]]]:
    """All rows of all lines, each with the index of its line."""
    return [(n, row) for n, one in enumerate(lines) for row in rows_of(one, width, width_of)]
