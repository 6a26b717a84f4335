"""What speaks for two sentences saying the same, as numbers: one row of features a candidate pair.

The names of the features are the columns of ``news_weights.tsv``; ``benchmarks/fit_alignment.py``
fits the weights. Every feature is symmetric in left and right.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.similarity import Similarity
from crisis_reader.alignment.verbatim import Run

FEATURES = ("cosine", "mutual", "shared", "run", "near", "context", "distance", "rivals")

# Below this cosine nothing that was annotated in real pairs could be told from chance.
_LEAST = 0.05
# A sentence's neighbours count half in its context.
_CONTEXT = 0.5
# A rival is another sentence at least this share as alike.
_RIVAL = 0.6
_AROUND = tuple((d, e) for d in (-1, 0, 1) for e in (-1, 0, 1) if d or e)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Two sentences that may say the same, and the evidence."""

    left: int
    right: int
    features: tuple[float, ...]
    """In the order of ``FEATURES``."""
    run: int
    """Words of the longest run that both have."""


def gather(
    left: Prepared, right: Prepared, likeness: Similarity, runs: tuple[Run, ...]
) -> list[Candidate]:
    """The candidate pairs of two articles with their evidence, in order of position."""
    cosines = _cosines(likeness)
    longest = _longest_runs(left, right, runs)
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (i, j), cosine in cosines.items():
        rows.setdefault(i, []).append(cosine)
        columns.setdefault(j, []).append(cosine)
    for ranked in (*rows.values(), *columns.values()):
        ranked.sort(reverse=True)
    tall, wide = max(1, len(left.bags)), max(1, len(right.bags))
    context = _Context(likeness)
    out: list[Candidate] = []
    for (i, j), cosine in sorted(cosines.items()):
        run = longest.get((i, j), 0)
        row, column = rows[i], columns[j]
        features = (
            cosine,
            min(cosine / row[0], cosine / column[0]),
            math.log1p(_shared(left, right, likeness.rarity, i, j)),
            math.log(run) if run else 0.0,
            max(cosines.get((i + d, j + e), 0.0) for d, e in _AROUND),
            context.of(i, j),
            abs(i / tall - j / wide),
            math.log(_rivals(row, cosine) * _rivals(column, cosine)),
        )
        out.append(Candidate(i, j, features, run))
    return out


def _cosines(likeness: Similarity) -> dict[tuple[int, int], float]:
    left, right = likeness.left_norms, likeness.right_norms
    return {
        (i, j): cosine
        for (i, j), dot in likeness.dots.items()
        if (cosine := dot / (left[i] * right[j])) >= _LEAST
    }


def _shared(left: Prepared, right: Prepared, rarity: Mapping[str, float], i: int, j: int) -> float:
    """Summed rarity of the terms that two sentences share."""
    its = right.bags[j]
    return sum(rarity[t] for t in left.bags[i] if t in its)


def _rivals(ranked: list[float], cosine: float) -> int:
    """How many sentences are at least nearly as alike, the one itself included."""
    floor = _RIVAL * cosine
    count = 0
    for value in ranked:
        if value < floor:
            break
        count += 1
    return max(1, count)


def _longest_runs(
    left: Prepared, right: Prepared, runs: tuple[Run, ...]
) -> Mapping[tuple[int, int], int]:
    """For each pair of sentences the words of the longest run inside both."""
    out: dict[tuple[int, int], int] = {}
    own, other = left.sentence_of, right.sentence_of
    for run in runs:
        before, length = (-1, -1), 0
        for k in range(run.length):
            here = (own[run.left + k], other[run.right + k])
            length = length + 1 if here == before else 1
            before = here
            if -1 not in here and length > out.get(here, 2):
                out[here] = length
    return out


class _Context:
    """Cosines of sentences together with their neighbours."""

    def __init__(self, likeness: Similarity) -> None:
        self.likeness = likeness
        self.left = _context_norms(likeness.left_norms)
        self.right = _context_norms(likeness.right_norms)

    def of(self, i: int, j: int) -> float:
        """Cosine of sentence ``i`` and ``j``, each with its neighbours at half weight."""
        dots = self.likeness.dots
        total = 0.0
        for d in (-1, 0, 1):
            for e in (-1, 0, 1):
                weight = (_CONTEXT if d else 1.0) * (_CONTEXT if e else 1.0)
                total += weight * dots.get((i + d, j + e), 0.0)
        return total / (self.left[i] * self.right[j])


def _context_norms(norms: tuple[float, ...]) -> list[float]:
    """Norms of sentences with their neighbours, as if neighbours shared no terms."""
    squares = [0.0, *(n * n for n in norms), 0.0]
    share = _CONTEXT * _CONTEXT
    return [
        math.sqrt(squares[k] + share * (squares[k - 1] + squares[k + 1])) or 1.0
        for k in range(1, len(squares) - 1)
    ]
