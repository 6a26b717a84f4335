"""Sentence seeds of reused text, gathered into clusters by gaps on both sides.

Source: Sanchez-Perez, Sidorov, Gelbukh 2014, "A winning approach to text alignment for text reuse
detection at PAN 2014": two thresholds for seeds, gap clusters that shrink recursively where they
do not hold together. The mutual filter is ours.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.similarity import Similarity

Seed = tuple[int, int]
Vector = Mapping[str, float]


class Limits(NamedTuple):
    """What makes two sentences a seed and a cluster whole."""

    cosine: float
    dice: float
    whole: float
    """Cosine of all sentences of a cluster with all of the other side."""


# As published, on tf-isf vectors of stems.
USUAL = Limits(0.30, 0.33, 0.34)
# For a pair of texts in which the usual limits find nothing.
RESCUE = Limits(0.20, 0.20, 0.25)
# A seed stays only at this share of its row's and its column's best.
_MUTUAL = 0.8
# Sentences that a cluster may leave out between two of its seeds, before it has to shrink.
_GAP = 4


class Cluster(NamedTuple):
    """Sentences ``i0`` to ``i1`` of the left text and ``j0`` to ``j1`` of the right, inclusive."""

    i0: int
    i1: int
    j0: int
    j1: int
    cosine: float


def find_seeds(left: Prepared, right: Prepared, likeness: Similarity, limits: Limits) -> list[Seed]:
    """Pairs of sentences alike enough by cosine and Dice, and nearly the best of both."""
    passed: dict[Seed, float] = {}
    for i, j in likeness.dots:
        cosine = likeness.cosine(i, j)
        if cosine >= limits.cosine and _dice(left.bags[i], right.bags[j]) >= limits.dice:
            passed[i, j] = cosine
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for (i, j), cosine in passed.items():
        best_left[i] = max(best_left.get(i, 0.0), cosine)
        best_right[j] = max(best_right.get(j, 0.0), cosine)
    return [
        (i, j)
        for (i, j), cosine in passed.items()
        if cosine >= _MUTUAL * max(best_left[i], best_right[j])
    ]


def _dice(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    return 2 * len(one.keys() & other.keys()) / (len(one) + len(other))


def cluster(
    seeds: Sequence[Seed], rows: Sequence[Vector], columns: Sequence[Vector], whole: float
) -> list[Cluster]:
    """Gather seeds into clusters that hold together; ``rows`` and ``columns`` are the sentences."""
    out: list[Cluster] = []
    todo = [(list(seeds), _GAP)] if seeds else []
    while todo:
        group, gap = todo.pop()
        for part in _connected(group, gap):
            made = _made(part, rows, columns)
            if made.cosine >= whole:
                out.append(made)
            elif gap:
                todo.append((part, gap - 1))
    return sorted(out)


def _connected(seeds: list[Seed], gap: int) -> list[list[Seed]]:
    """Split until no gap on either side is wider than ``gap`` sentences."""
    todo, out = [seeds], []
    while todo:
        group = todo.pop()
        parts = _split(group, gap, 0)
        if len(parts) == 1:
            parts = _split(group, gap, 1)
            if len(parts) == 1:
                out.append(group)
                continue
        todo += parts
    return out


def _split(seeds: list[Seed], gap: int, side: int) -> list[list[Seed]]:
    ordered = sorted(seeds, key=lambda seed: seed[side])
    parts = [[ordered[0]]]
    for seed in ordered[1:]:
        if seed[side] - parts[-1][-1][side] > gap + 1:
            parts.append([seed])
        else:
            parts[-1].append(seed)
    return parts


def _made(seeds: list[Seed], rows: Sequence[Vector], columns: Sequence[Vector]) -> Cluster:
    lefts, rights = [i for i, _ in seeds], [j for _, j in seeds]
    i0, i1, j0, j1 = min(lefts), max(lefts), min(rights), max(rights)
    return Cluster(i0, i1, j0, j1, likeness_of(summed(rows, i0, i1), summed(columns, j0, j1)))


def summed(vectors: Sequence[Vector], first: int, last: int) -> dict[str, float]:
    """The sum of the vectors from ``first`` to ``last``, inclusive."""
    total: dict[str, float] = {}
    for vector in vectors[first : last + 1]:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return total


def likeness_of(one: Vector, other: Vector) -> float:
    """Cosine of two vectors; 0 where one is empty."""
    dot = sum(weight * other[term] for term, weight in one.items() if term in other)
    size = sum(x * x for x in one.values()) * sum(x * x for x in other.values())
    return dot / math.sqrt(size) if size else 0.0
