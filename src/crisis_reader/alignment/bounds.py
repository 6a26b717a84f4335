"""Where a reused passage begins and ends: grown and shrunk by sentences, then trimmed by words."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from crisis_reader.alignment.clusters import Cluster, Vector, likeness_of, summed
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.text.spans import Span

# How much a longer passage may cost in likeness: likeness times length to this power is raised.
_LENGTH = 0.4
# A step must gain at least this factor, lest rounding decide.
_GAIN = 1.001
_STEPS = 12
# What one word without a counterpart costs; one with a counterpart gains its rarity.
_STRANGER = 1.0
# An edge that lies within this share of a sentence from its end is moved to it.
_SNAP = 0.3
_ROUNDS = 2
# One edge out or in, or both texts out at one end.
_MOVES = (
    (-1, 0, 0, 0), (0, 1, 0, 0), (0, 0, -1, 0), (0, 0, 0, 1), (-1, 0, -1, 0),
    (0, 1, 0, 1), (1, 0, 0, 0), (0, -1, 0, 0), (0, 0, 1, 0), (0, 0, 0, -1),
)  # fmt: skip


def fitted(made: Cluster, rows: Sequence[Vector], columns: Sequence[Vector]) -> Cluster:
    """Move the edges of a cluster by sentences as long as that makes it likelier or longer."""
    best, value = made, _value(made, rows, columns)
    for _ in range(_STEPS):
        steps = [
            Cluster(best.i0 + a, best.i1 + b, best.j0 + c, best.j1 + d, made.cosine)
            for a, b, c, d in _MOVES
        ]
        valued = [(_value(s, rows, columns), s) for s in steps if _inside(s, rows, columns)]
        top, step = max(valued, default=(0.0, best))
        if top < _GAIN * value:
            break
        best, value = step, top
    return best


def _inside(step: Cluster, rows: Sequence[Vector], columns: Sequence[Vector]) -> bool:
    return 0 <= step.i0 <= step.i1 < len(rows) and 0 <= step.j0 <= step.j1 < len(columns)


def _value(made: Cluster, rows: Sequence[Vector], columns: Sequence[Vector]) -> float:
    one, other = summed(rows, made.i0, made.i1), summed(columns, made.j0, made.j1)
    return likeness_of(one, other) * math.pow(len(one) + len(other), _LENGTH)


def trimmed_passage(
    left: Prepared, right: Prepared, made: Cluster, rarity: Mapping[str, float]
) -> tuple[Span, Span]:
    """The passages of a cluster without words at their ends that the other one lacks."""
    own = range(left.ranges[made.i0][0], left.ranges[made.i1][1])
    its = range(right.ranges[made.j0][0], right.ranges[made.j1][1])
    for _ in range(_ROUNDS):
        own = _densest(left, own, frozenset(right.terms[its.start : its.stop]), rarity)
        its = _densest(right, its, frozenset(left.terms[own.start : own.stop]), rarity)
    return _snapped(left, own), _snapped(right, its)


def _densest(
    article: Prepared, words: range, wanted: frozenset[str], rarity: Mapping[str, float]
) -> range:
    """The stretch of words with the greatest sum: rarity for shared terms, less for strangers."""
    best, reach = 0.0, words
    total, start = 0.0, words.start
    for k in words:
        if total <= 0.0:
            total, start = 0.0, k
        term = article.terms[k]
        if term:
            total += rarity.get(term, 0.0) if term in wanted else -_STRANGER
        if total > best:
            best, reach = total, range(start, k + 1)
    return reach


def _snapped(article: Prepared, words: range) -> Span:
    """The characters of these words, the edges moved to a sentence's where that is near."""
    start, end = article.words.span(words.start, words.stop - 1)
    first, last = _sentence_at(article, start), _sentence_at(article, end - 1)
    if start - first.start <= _SNAP * first.length:
        start = first.start
    if last.end - end <= _SNAP * last.length:
        end = last.end
    return Span(start, end)


def _sentence_at(article: Prepared, offset: int) -> Span:
    starts = [s.span.start for s in article.sentences]
    return article.sentences[max(0, bisect_left(starts, offset + 1) - 1)].span
