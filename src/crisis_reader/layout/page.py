"""Page: an article laid out as rows for a column of a given width.

Owns what stands in which row. Rows carry offsets of ``Article.text``; labels (a match's number, the
word ``caption``) are drawn before a character and belong to no row's characters, so that what is
copied is the article and nothing else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, overload

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


class Block(NamedTuple):
    """A paragraph as it was wrapped."""

    kind: RegionKind
    rows: Sequence[tuple[int, int]]
    """First character and end of each row, one at least."""


class Rows(Sequence[Row]):
    """The rows of blocks, an empty one between two; each is made when it is asked for.

    A page of a long text has many thousands of rows, of which some dozens are seen.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = tuple(blocks)
        self._starts = [block.rows[0][0] for block in blocks]
        sizes = (len(block.rows) + 1 for block in blocks)
        self.firsts = tuple(accumulate(sizes, initial=0))[: len(blocks)]
        """Index of the first row of each block."""
        self._count = self.firsts[-1] + len(blocks[-1].rows) if blocks else 0

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(self._count)))
        index = index + self._count if index < 0 else index
        if not 0 <= index < self._count:
            raise IndexError(index)
        at = bisect_right(self.firsts, index) - 1
        kind, rows = self._blocks[at]
        line = index - self.firsts[at]
        if line == len(rows):
            return Row(self._blocks[at + 1].kind, rows[-1][1], rows[-1][1])
        return Row(kind, *rows[line], line == 0)

    def at(self, offset: int) -> int:
        """Index of the row that holds this character, or of the last one before it; 0 at least."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0
        line = bisect_right(self._blocks[at].rows, offset, key=lambda row: row[0]) - 1
        return self.firsts[at] + line


@dataclass(frozen=True)
class Page:
    """Rows of one article at one width."""

    text: str
    """Clean text, as long as the article's."""
    rows: Rows
    labels: Mapping[int, str]
    """What is drawn before the character at an offset."""

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
        return self.rows.at(offset)


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
    """The parts of the paragraphs that the spans, which lie apart, cover, each on its own."""
    wanted = sorted(spans)
    out: list[Paragraph] = []
    for one in whole:
        first = bisect_right(wanted, one.start, key=lambda span: span.end)
        after = bisect_left(wanted, one.end, lo=first, key=lambda span: span.start)
        for span in wanted[first:after]:
            start, end = max(one.start, span.start), min(one.end, span.end)
            out.append(Paragraph(one.kind, start, end, cut=start > one.start))
    return tuple(out)


class PageMaker:
    """Lays one article out again and again; paragraphs whose labels did not change are kept."""

    def __init__(self, article: Article, width_of: WidthOf = char_width) -> None:
        self.text = clean(article.text)
        self.whole = paragraphs(article)
        self._width_of = width_of
        self._width = -1
        self._kept: dict[tuple[Paragraph, tuple[tuple[int, int], ...]], Block] = {}

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
        blocks: list[Block] = []
        at = 0
        for one in shown:
            own: list[tuple[int, int]] = []
            while at < len(order) and order[at] < one.end:
                if order[at] >= one.start:
                    own.append((order[at], sizes[order[at]]))
                at += 1
            block = self._block(one, tuple(own), width)
            if block.rows:
                blocks.append(block)
        return Page(self.text, Rows(blocks), drawn)

    def _said(self, pieces: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        """Those that have words: what is left between two stretches is often a comma."""
        return tuple(one for one in pieces if any(map(str.isalnum, self.text[one.start : one.end])))

    def _block(self, one: Paragraph, labels: tuple[tuple[int, int], ...], width: int) -> Block:
        key = (one, labels)
        block = self._kept.get(key)
        if block is None:
            room = width - (INDENT if one.kind in APART else 0)
            found = wrap(self.text, (one.start, one.end), room, labels, self._width_of)
            self._kept[key] = block = Block(one.kind, found)
        return block

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
