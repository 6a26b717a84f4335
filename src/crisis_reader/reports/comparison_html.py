"""A comparison as a page of HTML: what is shared as a list, then both texts with their marks.

The texts are drawn from the alignment's blocks, which tile them: every character of a text stands
on the page once. A match has a number, and words for those who do not see it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape as _escape

from crisis_reader.alignment import Alignment, Grade, Match
from crisis_reader.alignment.wording import KINDS
from crisis_reader.article import Article
from crisis_reader.layout.page import APART, paragraphs
from crisis_reader.reports.comparison_items import (
    Letters,
    heading_items,
    lettered,
    only_items,
    pair_items,
)
from crisis_reader.reports.html_page import escape, outline, page
from crisis_reader.reports.items import explained
from crisis_reader.text.cleaning import printed
from crisis_reader.text.spans import Span


def comparison_html(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    *,
    letters: Sequence[str] = (),
    at_least: Grade | None = None,
    with_only: bool = False,
) -> str:
    """What the articles share and where they part, as one page that needs nothing else.

    Arguments are those of ``comparison_markdown``.
    """
    named = lettered(articles, letters)
    heading = list(heading_items(articles, named))
    parts = [outline(heading)]
    last = len(alignments) - 1
    for number, alignment in enumerate(alignments):
        told = list(pair_items(alignment, named, at_least))
        told += only_items(alignment, named, at_least) if with_only else ()
        told = told if number < last else list(explained(told))
        parts += [outline(told), _texts(alignment, named, at_least, f"p{number}")]
    return page(heading[0].words, "\n".join(parts))


def _texts(alignment: Alignment, letters: Letters, at_least: Grade | None, prefix: str) -> str:
    """Both texts beside each other."""
    names = letters[alignment.left.id], letters[alignment.right.id]
    blocks = alignment.blocks(at_least)
    left = sorted((b.left, b.match) for b in blocks if b.left is not None)
    right = sorted((b.right, b.match) for b in blocks if b.right is not None)
    shown = {id(match): n for n, match in enumerate(alignment.shown(at_least), start=1)}
    numbers = {n: shown[id(m)] for n, m in enumerate(alignment.matches) if id(m) in shown}
    marks = _Marks(alignment=alignment, numbers=numbers)
    own, other = f"{prefix}l", f"{prefix}r"
    columns = [
        _column(alignment.left, names[0], _Side(marks, left, own, other, names[1])),
        _column(alignment.right, names[1], _Side(marks, right, other, own, names[0])),
    ]
    heading = f"<h2>{escape(names[0])} and {escape(names[1])} side by side</h2>\n{_legend()}"
    return f'{heading}\n<div class="sides">\n' + "\n".join(columns) + "\n</div>"


def _column(article: Article, letter: str, side: "_Side") -> str:
    lang = f' lang="{_escape(article.language)}"' if article.language else ""
    heading = f"<h3>{escape(letter)}: {escape(article.title)}</h3>"
    body = "\n".join(side.paragraphs(article))
    return f"<article{lang}>\n{heading}\n{body}\n</article>"


def _legend() -> str:
    told = ", ".join(
        f'<mark class="{kind}">{escape(words)}</mark>' for kind, words in KINDS.items()
    )
    return f"<p>Marks: {told}. A number leads to the same passage in the other text.</p>"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """The matches of a pair, as they are numbered on the page."""

    alignment: Alignment
    numbers: Mapping[int, int]
    """Number shown by index of match."""


class _Side:
    """One text of a pair, with the marks of its matches."""

    def __init__(
        self,
        marks: _Marks,
        segments: Sequence[tuple[Span, int | None]],
        own: str,
        other: str,
        there: str,
    ) -> None:
        self._marks = marks
        self._segments = segments
        self._starts = [span.start for span, _ in segments]
        self._own = own
        self._other = other
        self._there = there
        self._begun: set[int] = set()
        self._within = self._lost(left=own.endswith("l"))

    def _lost(self, *, left: bool) -> Mapping[int, list[int]]:
        """Matches whose words here all belong to a better one, by that one."""
        within: dict[int, list[int]] = {}
        present = {match for _, match in self._segments}
        for index in self._marks.numbers:
            match = self._marks.alignment.matches[index]
            span = match.left if left else match.right
            at = max(0, bisect_right(self._starts, span.start) - 1)
            better = self._segments[at][1]
            if index not in present and better is not None:
                within.setdefault(better, []).append(index)
        return within

    def paragraphs(self, article: Article) -> Iterable[str]:
        """The text, front matter left out, each paragraph with its marks."""
        for one in paragraphs(article):
            word = APART.get(one.kind)
            opening = f'<p class="apart"><span class="said">{word}</span>' if word else "<p>"
            inside = "".join(self._pieces(article, one.start, one.end))
            yield f"{opening}{inside}</p>"

    def _pieces(self, article: Article, start: int, end: int) -> Iterable[str]:
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._segments) and self._segments[at][0].start < end:
            segment, match = self._segments[at]
            words = _escape(
                printed(article.text[max(segment.start, start) : min(segment.end, end)])
            )
            yield words if match is None else self._marked(match, words)
            at += 1

    def _marked(self, index: int, words: str) -> str:
        match = self._marks.alignment.matches[index]
        signs = "" if index in self._begun else self._signs(index)
        self._begun.add(index)
        return f'<mark class="{match.kind.value} {match.grade.value}">{signs}{words}</mark>'

    def _signs(self, index: int) -> str:
        """The numbers of all matches told here, each leading to its place on the other side."""
        both = sorted((index, *self._within.get(index, ())), key=self._marks.numbers.__getitem__)
        return "".join(self._sign(n, self._marks.alignment.matches[n]) for n in both)

    def _sign(self, index: int, match: Match) -> str:
        number = self._marks.numbers[index]
        shown = f"{number}{'?' if match.grade is Grade.WEAK else ''}"
        told = f"match {number}, {KINDS[match.kind]}, {match.grade}: to it in {self._there}"
        return (
            f'<a class="mark" id="{self._own}{number}" href="#{self._other}{number}" '
            f'aria-label="{escape(told)}">{shown}</a> '
        )
