"""Styled lines: short texts of our own and of articles, with style names, wrapped for a pane.

Pure; everything passes through cleaning here, nothing is ever parsed for markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from crisis_reader.layout.layers import flatten
from crisis_reader.layout.wrapping import WidthOf, char_width, wrap
from crisis_reader.text.cleaning import visible

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


def line(*parts: str | Part, indent: int = 0, hang: int = 0, target: object = None) -> Line:
    """A line of plain and styled words."""
    own = tuple((part, "plain") if isinstance(part, str) else part for part in parts)
    return Line(own, indent, hang, target)


def rows_of(one: Line, width: int, width_of: WidthOf = char_width) -> list[list[Part]]:
    """The line as rows of at most ``width`` cells; an empty line is one empty row."""
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
