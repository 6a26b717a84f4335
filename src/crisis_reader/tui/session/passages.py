"""Passages: what two to four columns share, drawn together from the alignments of their pairs.

Plain data between the alignment room and the comparison's widgets; two columns keep each match as
it is, more than two join the matches that meet in one of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.text.spans import Span

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Difference, Match

_PAIR = 2
_TENTHS = 10
_SAME_STRETCH = 0.5
"""Two spans of one column are one passage if they share half of the shorter one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """A point on which two columns differ."""

    dimension: str
    sides: tuple[tuple[int, Span], ...]
    """(column, words) of the two."""
    also: tuple[tuple[int, Span], ...] = ()
    """(column, words) where a column elsewhere says what the other says here."""
    days: tuple[tuple[int, date], ...] = ()
    """(column, day) of the days that the words of the two stand for, as far as they do."""

    def in_column(self, column: int) -> Span | None:
        """The words of one column; None where it is not part of this."""
        return next((span for at, span in self.sides if at == column), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Something that at least two columns say."""

    number: int
    """1-based, in order of the left-most column; 0 for a difference that lies in no match."""
    told: tuple[Span | None, ...]
    """Where each column says it; None where it does not."""
    words: tuple[tuple[Span, ...], ...]
    """For each column the words that agree."""
    kind: str
    grade: str
    because: str
    score: float = 0.0
    """Probability of being right, 0 to 1."""
    partings: tuple[Parting, ...] = ()

    @property
    def is_match(self) -> bool:
        """Whether it is a match, not only a difference."""
        return self.number > 0


@dataclass(frozen=True, slots=True)
class Shared:
    """The passages of one comparison at one lowest grade."""

    passages: tuple[Passage, ...] = ()
    """In order of the left-most column that tells each."""
    hidden: int = 0
    """How many weaker matches are not shown."""

    @property
    def matches(self) -> tuple[Passage, ...]:
        """The passages that are matches, by number."""
        return tuple(passage for passage in self.passages if passage.is_match)

    def index_of(self, told: Sequence[Span | None]) -> int | None:
        """Index of the passage that is told in these places; None if there is none."""
        places = tuple(told)
        return next((n for n, p in enumerate(self.passages) if p.told == places), None)

    def nearest(self, places: Sequence[Span]) -> Passage | None:
        """The match that lies most over these places, one for each column; None if none does."""

        def met(passage: Passage) -> int:
            pairs = zip(places, passage.told, strict=False)
            return sum(span.overlap(told) for span, told in pairs if told)

        best = max(self.matches, key=met, default=None)
        return best if best and met(best) else None


@dataclass(slots=True)
class _Link:
    columns: tuple[int, int]
    spans: tuple[Span, Span]
    words: tuple[tuple[Span, ...], tuple[Span, ...]]
    match: "Match"
    partings: tuple[Parting, ...]


def shared_passages(
    articles: Sequence[Article],
    alignments: Mapping[tuple[int, int], "Alignment"],
    floor: float | None = None,
) -> Shared:
    """Draw the passages of all pairs together.

    Args:
        articles: The columns, left to right.
        alignments: What is known of the pairs, by column numbers, the smaller first.
        floor: The lowest score shown, 0 to 1; None for what each alignment shows of itself.
    """
    links: list[_Link] = []
    loose: list[tuple[tuple[Span | None, ...], Parting]] = []
    hidden = 0
    for (i, j), alignment in sorted(alignments.items()):
        flip = not _same(alignment.left, articles[i])
        shown = _shown(alignment, floor)
        hidden += len(alignment.matches) - len(shown)
        links.extend(_link(match, i, j, flip=flip) for match in shown)
        inside = {id(difference) for match in alignment.matches for difference in match.differences}
        within = {d for match in alignment.matches for d in match.differences}
        for difference in alignment.differences:
            if id(difference) not in inside and difference not in within:
                parting = _parting(difference, i, j, flip=flip)
                loose.append((_told(len(articles), parting.sides), parting))
    clusters = [[link] for link in links] if len(articles) == _PAIR else _clusters(links)
    passages = [_passage(cluster, len(articles)) for cluster in clusters]
    passages += [_difference(told, parting) for told, parting in loose]
    passages.sort(key=_place)
    return Shared(_numbered(passages), hidden)


def _shown(alignment: "Alignment", floor: float | None) -> tuple["Match", ...]:
    if floor is None:
        return alignment.shown()
    return tuple(match for match in alignment.matches if match.score >= floor)


def next_floor(alignments: Iterable["Alignment"], floor: float | None, step: int) -> float | None:
    """The nearest tenth at which more matches are shown, or fewer; None where there is none.

    Args:
        alignments: The pairs on the screen.
        floor: The lowest score shown now; None for what each alignment shows of itself.
        step: 1 for fewer, -1 for more.
    """
    pairs = list(alignments)
    scores = [match.score for pair in pairs for match in pair.matches]
    shown = [match.score for pair in pairs for match in _shown(pair, floor)]
    tenths = [n / 10 for n in range(_TENTHS)]
    if step < 0:
        hidden = len(scores) - len(shown)
        low = min(shown, default=1.0)
        below = (tenth for tenth in reversed(tenths) if tenth < low)
        return next((t for t in below if sum(s < t for s in scores) < hidden), None)
    kept = (t for t in tenths if 0 < sum(s >= t for s in scores) < len(shown))
    return next(kept, None)


def _same(one: Article, other: Article) -> bool:
    return one.id == other.id and one.version == other.version


def _link(match: "Match", i: int, j: int, *, flip: bool) -> _Link:
    left = tuple(pair[0] for pair in match.words)
    right = tuple(pair[1] for pair in match.words)
    partings = tuple(_parting(d, i, j, flip=flip) for d in match.differences)
    if flip:
        return _Link((i, j), (match.right, match.left), (right, left), match, partings)
    return _Link((i, j), (match.left, match.right), (left, right), match, partings)


def _parting(difference: "Difference", i: int, j: int, *, flip: bool) -> Parting:
    left, right = (j, i) if flip else (i, j)
    also = ((left, difference.left_also), (right, difference.right_also))
    days = ((left, difference.left_day), (right, difference.right_day))
    return Parting(
        dimension=difference.dimension.value,
        sides=tuple(sorted(((left, difference.left), (right, difference.right)))),
        also=tuple((column, span) for column, span in also if span is not None),
        days=tuple((column, day) for column, day in days if day is not None),
    )


def _told(columns: int, sides: Sequence[tuple[int, Span]]) -> tuple[Span | None, ...]:
    told: list[Span | None] = [None] * columns
    for column, span in sides:
        told[column] = span
    return tuple(told)


def _clusters(links: list[_Link]) -> list[list[_Link]]:
    """Links that share a stretch of one column, together; the best link of each cluster first."""
    clusters: list[list[_Link]] = []
    for link in sorted(links, key=lambda one: (-one.match.score, one.columns, one.spans)):
        home = next((c for c in clusters if any(_meet(link, other) for other in c)), None)
        if home is None:
            clusters.append([link])
        else:
            home.append(link)
    return clusters


def _meet(one: _Link, other: _Link) -> bool:
    return any(
        column == column_2
        and span.overlap(span_2) >= _SAME_STRETCH * min(span.length, span_2.length)
        for column, span in zip(one.columns, one.spans, strict=True)
        for column_2, span_2 in zip(other.columns, other.spans, strict=True)
    )


def _passage(cluster: list[_Link], columns: int) -> Passage:
    told: list[Span | None] = [None] * columns
    words: list[tuple[Span, ...]] = [()] * columns
    for link in cluster:
        for column, span, own in zip(link.columns, link.spans, link.words, strict=True):
            if told[column] is None:
                told[column], words[column] = span, own
    best = cluster[0].match
    return Passage(
        number=1,
        told=tuple(told),
        words=tuple(words),
        kind=best.kind.value,
        grade=best.grade.value,
        because=best.because,
        score=best.score,
        partings=tuple(parting for link in cluster for parting in link.partings),
    )


def _difference(told: tuple[Span | None, ...], parting: Parting) -> Passage:
    return Passage(
        number=0,
        told=told,
        words=((),) * len(told),
        kind="difference",
        grade="",
        because="",
        partings=(parting,),
    )


def _place(passage: Passage) -> tuple[int, ...]:
    """Sorts by the left-most column; what it does not tell stands after what it does."""
    return tuple(10**9 if span is None else span.start for span in passage.told)


def _numbered(passages: list[Passage]) -> tuple[Passage, ...]:
    out: list[Passage] = []
    number = 0
    for passage in passages:
        if passage.number:
            number += 1
        own = number if passage.number else 0
        out.append(passage if passage.number == own else replace(passage, number=own))
    return tuple(out)
