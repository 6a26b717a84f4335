"""Page: an article laid out as rows for a column of a given width.

Owns what stands in which row. Rows carry offsets of ``Article.text``; labels (a match's number, the
word ``caption``) are drawn before a character and belong to no row's characters, so that what is
copied is the article and nothing else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from crisis_reader.article import Article
from crisis_reader.article.records import RegionKind
from crisis_reader.layout.wrapping import WidthOf, cells, char_width, wrap
from crisis_reader.text.cleaning import clean
from crisis_reader.text.spans import Span

APART = {
    RegionKind.CAPTION: "caption: ",
    RegionKind.CREDIT: "photo: ",
    RegionKind.EMBED: "post: ",
    RegionKind.BYLINE: "by-line: ",
    RegionKind.UNREAD: "not matched: ",
}
"""Regions that are set apart by an indent, and the word that says what they are."""

INDENT = 2
"""Cells by which such a region is moved in."""

_RUNNING = {RegionKind.DATELINE, RegionKind.BODY}


class Paragraph(NamedTuple):
    """A stretch of text that is wrapped as one."""

    kind: RegionKind
    start: int
    end: int
    cut: bool = False
    """True where something before it was left out."""


class Row(NamedTuple):
    """One row of a page: characters ``start`` to ``end``; an empty row has ``start == end``."""

    kind: RegionKind
    start: int
    end: int
    first: bool = False
    """Whether it is the first of its paragraph."""


@dataclass(frozen=True)
class Page:
    """Rows of one article at one width."""

    text: str
    """Clean text, as long as the article's."""
    rows: tuple[Row, ...]
    labels: Mapping[int, str]
    """What is drawn before the character at an offset."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each row begins, ascending."""
        return tuple(row.start for row in self.rows)

    @cached_property
    def _label_offsets(self) -> tuple[int, ...]:
        return tuple(sorted(self.labels))

    def labels_between(self, start: int, end: int) -> tuple[int, ...]:
        """Offsets of the labels before the characters ``start`` to ``end``, ascending."""
        if start >= end:
            return ()
        offsets = self._label_offsets
        return offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]

    def row_at(self, offset: int) -> int:
        """Index of the row that holds this character, or of the last one before it; 0 at least."""
        row = max(0, bisect_right(self.starts, offset) - 1)
        while row > 0 and self.rows[row].start == self.rows[row].end:
            row -= 1
        return row


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """What is to be shown of an article, front matter left out, in order of position."""
    out: list[Paragraph] = []
    for region in article.regions:
        kind, (start, end) = region.kind, region.span
        if kind is RegionKind.FRONT_MATTER:
            continue
        if kind in _RUNNING and out and out[-1].kind in _RUNNING:
            last = out[-1]
            if "\n" not in article.text[last.end : start]:
                out[-1] = Paragraph(RegionKind.BODY, last.start, end)
                continue
        out.append(Paragraph(kind, start, end))
    return tuple(piece for one in out for piece in _split_at_blank_lines(article.text, one))


def _split_at_blank_lines(text: str, paragraph: Paragraph) -> list[Paragraph]:
    out: list[Paragraph] = []
    start = paragraph.start
    while start < paragraph.end:
        stop = text.find("\n\n", start, paragraph.end)
        stop = paragraph.end if stop < 0 else stop
        if text[start:stop].strip():
            out.append(paragraph._replace(start=start, end=stop))
        start = stop + 2
    return out


def excerpt(whole: Sequence[Paragraph], spans: Iterable[Span]) -> tuple[Paragraph, ...]:
    """The parts of the paragraphs that the spans (ascending) cover, each on its own."""
    wanted = sorted(spans)
    out: list[Paragraph] = []
    for one in whole:
        for span in wanted:
            start, end = max(one.start, span.start), min(one.end, span.end)
            if start < end:
                out.append(Paragraph(one.kind, start, end, cut=start > one.start))
    return tuple(out)


class PageMaker:
    """Lays one article out again and again; paragraphs whose labels did not change are kept."""

    def __init__(self, article: Article, width_of: WidthOf = char_width) -> None:
        self.text = clean(article.text)
        self.whole = paragraphs(article)
        self._width_of = width_of
        self._width = -1
        self._kept: dict[tuple[Paragraph, tuple[tuple[int, int], ...]], list[Row]] = {}

    def page(
        self,
        width: int,
        labels: Mapping[int, str] | None = None,
        only: Iterable[Span] | None = None,
    ) -> Page:
        """Lay the article out.

        Args:
            width: Cells of the column.
            labels: What to draw before the character at an offset.
            only: Show nothing but these stretches; None for the whole text.
        """
        if width != self._width:
            self._kept.clear()
            self._width = width
        shown = self.whole if only is None else self._said(excerpt(self.whole, only))
        drawn = self._all_labels(shown, labels or {})
        order = sorted(drawn)
        sizes = {offset: cells(drawn[offset], self._width_of) for offset in order}
        rows: list[Row] = []
        at = 0
        for one in shown:
            own: list[tuple[int, int]] = []
            while at < len(order) and order[at] < one.end:
                if order[at] >= one.start:
                    own.append((order[at], sizes[order[at]]))
                at += 1
            if rows:
                rows.append(Row(one.kind, rows[-1].end, rows[-1].end))
            rows += self._rows(one, tuple(own), width)
        return Page(self.text, tuple(rows), drawn)

    def _said(self, pieces: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        """Those that have words: what is left between two stretches is often a comma."""
        return tuple(one for one in pieces if any(map(str.isalnum, self.text[one.start : one.end])))

    def _rows(self, one: Paragraph, labels: tuple[tuple[int, int], ...], width: int) -> list[Row]:
        key = (one, labels)
        rows = self._kept.get(key)
        if rows is None:
            room = width - (INDENT if one.kind in APART else 0)
            found = wrap(self.text, (one.start, one.end), room, labels, self._width_of)
            rows = [Row(one.kind, start, end, n == 0) for n, (start, end) in enumerate(found)]
            self._kept[key] = rows
        return rows

    def _all_labels(self, shown: Sequence[Paragraph], labels: Mapping[int, str]) -> dict[int, str]:
        drawn: dict[int, str] = {}
        for one in shown:
            word = APART.get(one.kind, "") if not one.cut else "… "
            if word:
                drawn[self._solid(one.start)] = word
        for offset, label in labels.items():
            at = self._solid(offset)
            drawn[at] = drawn.get(at, "") + label
        return drawn

    def _solid(self, offset: int) -> int:
        """The first character at or after an offset that is not a space."""
        text = self.text
        at = offset
        while at < len(text) and text[at] == " ":
            at += 1
        return at if at < len(text) else offset
