"""Wrapping: a stretch of clean text and a width in cells give rows of characters.

Pure; breaks at spaces, and inside a word only where the word alone is wider than a row. Every
character that is not a space stands in exactly one row, in order.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from crisis_reader.text.cleaning import HIDDEN

WidthOf = Callable[[str], int]

_WORD = re.compile(r"[^ ]+")
# Characters that take one cell everywhere: Latin with its accents, the dashes, quotes and dots
# of print. A paragraph of nothing else is measured by counting.
_NARROW = re.compile(r"[ -~\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\ufffd]*")


def char_width(char: str) -> int:
    """How many cells a terminal gives a character: 0, 1 or 2.

    Source: Unicode Standard Annex 11 (East Asian Width), marks that combine count 0.
    """
    if char == HIDDEN or unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cells(text: str, width_of: WidthOf = char_width) -> int:
    """How many cells a clean text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(map(width_of, text))


def fitted(text: str, width: int, width_of: WidthOf = char_width) -> str:
    """The text cut to at most ``width`` cells, at a word where one ends late enough, then ``…``."""
    if cells(text, width_of) <= width:
        return text
    if width <= 0:
        return ""
    used, stop = 0, 0
    for stop, char in enumerate(text):  # noqa: B007 - the index is what is wanted
        used += width_of(char)
        if used > width - 1:
            break
    cut = text[:stop]
    space = cut.rfind(" ")
    if text[stop] != " " and space >= stop * 0.6:
        cut = cut[:space]
    return cut.rstrip(" ,;:") + "…"


def wrap(
    text: str,
    part: tuple[int, int],
    width: int,
    labels: Sequence[tuple[int, int]] = (),
    width_of: WidthOf = char_width,
) -> list[tuple[int, int]]:
    """Break a part of a text into rows of at most ``width`` cells.

    Args:
        text: Clean text; rows are half-open ranges of it without the spaces at their ends.
        part: First character and end of what is to be wrapped.
        labels: (offset, cells) of what will be drawn before a character, ascending; a label stays
            on one row with the character it stands before.
        width: Cells in a row, at least 1.
        width_of: Cells of one character.
    """
    start, end = part
    width = max(1, width)
    if _NARROW.fullmatch(text, start, end):
        rows = _wrap_narrow(text, part, width, labels)
        if rows is not None:
            return rows
    return _wrap_any(text, part, width, labels, width_of)


def _wrap_narrow(
    text: str, part: tuple[int, int], width: int, labels: Sequence[tuple[int, int]]
) -> list[tuple[int, int]] | None:
    """Rows of a text whose characters take one cell each; None where a labelled word is broken."""
    rows: list[tuple[int, int]] = []
    start, end = part
    pending = 0
    while start < end:
        if text[start] == " ":
            start += 1
            continue
        while pending < len(labels) and labels[pending][0] < start:
            pending += 1
        limit = _limit(start, width, islice(labels, pending, None))
        if end <= limit:
            cut = end
        elif text[limit] == " ":
            cut = limit
        else:
            space = text.rfind(" ", start, limit)
            if space <= start and limit < start + width:
                return None
            cut = space if space > start else limit
        stop = cut
        while text[stop - 1] == " ":
            stop -= 1
        rows.append((start, stop))
        start = cut
    return rows


def _limit(start: int, width: int, labels: Iterable[tuple[int, int]]) -> int:
    """Where a row of narrow characters ends at the latest, with labels at or after its start."""
    limit = start + width
    for offset, size in labels:
        if offset >= limit:
            break
        if offset >= limit - size:  # the word that it stands before goes on to the next row
            return offset
        limit -= size
    return limit


def _wrap_any(
    text: str,
    part: tuple[int, int],
    width: int,
    labels: Sequence[tuple[int, int]],
    width_of: WidthOf,
) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    pending, row_start, row_end, used = 0, -1, -1, 0
    for word in _WORD.finditer(text, *part):
        a, b = word.span()
        size = cells(text[a:b], width_of)
        own = []
        while pending < len(labels) and labels[pending][0] < b:
            own.append(labels[pending])
            size += labels[pending][1]
            pending += 1
        gap = a - row_end if row_start >= 0 else 0
        if row_start >= 0 and used + gap + size > width:
            rows.append((row_start, row_end))
            row_start = -1
        if row_start < 0:
            if size > width:
                *whole, (a, b, size) = _broken(text, (a, b), width, own, width_of)
                rows.extend((x, y) for x, y, _ in whole)
            row_start, used, gap = a, 0, 0
        row_end = b
        used += gap + size
    if row_start >= 0:
        rows.append((row_start, row_end))
    return rows


def _broken(
    text: str,
    part: tuple[int, int],
    width: int,
    labels: Sequence[tuple[int, int]],
    width_of: WidthOf,
) -> list[tuple[int, int, int]]:
    """A word wider than a row, in pieces (start, end, cells); marks stay with their letter."""
    start, end = part
    before = dict.fromkeys((offset for offset, _ in labels), 0)
    for offset, size in labels:
        before[offset] += size
    out: list[tuple[int, int, int]] = []
    used = 0
    for at in range(start, end):
        own = width_of(text[at])
        step = own + before.get(at, 0)
        if own > 0 and used + step > width and at > start:
            out.append((start, at, used))
            start, used = at, 0
        used += step
    out.append((start, end, used))
    return out
