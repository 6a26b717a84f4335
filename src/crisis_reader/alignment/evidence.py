"""What speaks for two sentences saying the same, as numbers: one row of features a candidate pair.

The names of the features are the columns of ``news_weights.tsv``; ``benchmarks/fit_alignment.py``
fits the weights. Every feature is symmetric in left and right.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crisis_reader.alignment.preparing import MEANING, Prepared
from crisis_reader.alignment.similarity import Similarity
from crisis_reader.alignment.verbatim import Run

_Ranks = dict[int, tuple[float, float]]

FEATURES = (
    "clause",  # best cosine of a clause, or two neighbouring ones, with one of the other sentence
    "couple",  # log of the number of couples of rare terms that only these two sentences have
    "order",  # longest common subsequence of all words, as a share of the shorter sentence
    "mutual",  # share of their cosine in the best cosine of either sentence, the smaller one
    "margin",  # how far their cosine is ahead of the next best of both, or behind the best
    "shared",  # log of the summed rarity of the shared terms
    "second",  # rarity of the second rarest shared word that tells something; 0 for one or none
    "run",  # log of the words of the longest run that both have
    "context",  # cosine of the two sentences with two neighbours on either side
    "distance",  # how far apart they stand in their texts, 0 to 1
    "size",  # log of the number of pairs that there are to err on
    "ratio",  # how much longer one of the two is: distance of the logarithms of their terms
)
DEAR = 3
"""So many features, the first ones, cost more than the others together."""

# Below this cosine nothing that was annotated in real pairs could be told from chance.
_LEAST = 0.05
# A term of a couple stands in at most so many sentences of both articles together.
_RARE = 4
# What a sentence's neighbours count in its context, two on either side.
_CONTEXT = ((-2, 0.25), (-1, 0.5), (0, 1.0), (1, 0.5), (2, 0.25))


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Two sentences that may say the same, and the evidence."""

    left: int
    right: int
    features: tuple[float, ...]
    """In the order of ``FEATURES``."""


Judge = Callable[[tuple[float, ...]], bool]


def gather(
    left: Prepared,
    right: Prepared,
    likeness: Similarity,
    runs: tuple[Run, ...],
    hopeful: Judge | None = None,
) -> list[Candidate]:
    """The candidate pairs of two articles with their evidence, in order of position.

    Args:
        left: The left article.
        right: The right article.
        likeness: The cosines of their sentences.
        runs: The runs of words that both have.
        hopeful: Given the features after ``DEAR`` alone, whether the others are worth computing; a
            pair is left out where not. None for all pairs.
    """
    cosines = _cosines(likeness)
    longest = _longest_runs(left, right, runs)
    rows, columns = _ranked(cosines)
    tall, wide = max(1, len(left.bags)), max(1, len(right.bags))
    size = math.log(tall * wide)
    context = _Context(likeness)
    clauses = _Clauses(left, right, likeness.rarity)
    # One rare word in common may be chance; who, where and when is, more often than not.
    aside = left.bystanders | right.bystanders | left.days | right.days
    telling = {t: w for t, w in likeness.rarity.items() if t[0] != MEANING and t not in aside}
    out: list[Candidate] = []
    bags, others, rarity = left.bags, right.bags, likeness.rarity
    heights = [math.log(1 + len(bag)) for bag in bags]
    widths = [math.log(1 + len(bag)) for bag in others]
    for (i, j), cosine in sorted(cosines.items()):
        other = others[j]
        shared = [t for t in bags[i] if t in other]
        cheap = (
            min(cosine / rows[i][0], cosine / columns[j][0]),
            _ahead(rows[i], cosine) + _ahead(columns[j], cosine),
            math.log1p(sum([rarity[t] for t in shared])),
            _second([telling[t] for t in shared if t in telling]),
            math.log(longest.get((i, j), 1)),
            context.of(i, j),
            abs(i / tall - j / wide),
            size,
            abs(heights[i] - widths[j]),
        )
        couples = rare_couples(left, right, i, j)
        if hopeful is None or couples or hopeful(cheap):
            dear = (
                clauses.best(i, j, shared),
                math.log1p(len(couples)),
                _in_order(left, right, i, j),
            )
            out.append(Candidate(i, j, dear + cheap))
    return out


def _ranked(cosines: Mapping[tuple[int, int], float]) -> tuple[_Ranks, _Ranks]:
    """For each left and each right sentence its two best cosines."""
    rows: _Ranks = {}
    columns: _Ranks = {}
    for (i, j), cosine in cosines.items():
        for ranks, key in ((rows, i), (columns, j)):
            best, second = ranks.get(key, (0.0, 0.0))
            if cosine > best:
                ranks[key] = (cosine, best)
            elif cosine > second:
                ranks[key] = (best, cosine)
    return rows, columns


def _second(weights: list[float]) -> float:
    """The second largest weight; 0 where there are fewer than two."""
    return sorted(weights)[-2] if len(weights) > 1 else 0.0


def _ahead(ranks: tuple[float, float], cosine: float) -> float:
    best, second = ranks
    return cosine - (second if cosine == best else best)


def rare_couples(left: Prepared, right: Prepared, i: int, j: int) -> list[tuple[str, str]]:
    """Rare terms that stand together in these two sentences and in no other of either article."""
    if left.couples[i].isdisjoint(right.couples[j]):
        return []
    return [
        (a, b)
        for a, b in sorted(left.couples[i] & right.couples[j])
        if left.couple_counts[a, b] == right.couple_counts[a, b] == 1
        and _uses(left, right, a) <= _RARE
        and _uses(left, right, b) <= _RARE
    ]


def _uses(left: Prepared, right: Prepared, term: str) -> int:
    return len(left.postings[term]) + len(right.postings[term])


def _in_order(left: Prepared, right: Prepared, i: int, j: int) -> float:
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - needed first when articles are compared

    own = left.words.stems[slice(*left.ranges[i])]
    its = right.words.stems[slice(*right.ranges[j])]
    return LCSseq.similarity(own, its) / max(1, min(len(own), len(its)))


def _cosines(likeness: Similarity) -> dict[tuple[int, int], float]:
    left, right = likeness.left_norms, likeness.right_norms
    return {
        (i, j): cosine
        for (i, j), dot in likeness.dots.items()
        if (cosine := dot / (left[i] * right[j])) >= _LEAST
    }


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


class _Clauses:
    """Cosines of clauses, computed over the shared terms only."""

    def __init__(self, left: Prepared, right: Prepared, rarity: Mapping[str, float]) -> None:
        self.squares = {t: weight * weight for t, weight in rarity.items()}
        self.left, self.right = left, right
        self.left_norms: dict[int, list[float]] = {}
        self.right_norms: dict[int, list[float]] = {}

    def best(self, i: int, j: int, shared: list[str]) -> float:
        """The best cosine of a window of sentence ``i`` with one of sentence ``j``."""
        own, its, squares = self.left.windows(i), self.right.windows(j), self.squares
        if i not in self.left_norms:
            self.left_norms[i] = [self._norm(window) for window in own]
        if j not in self.right_norms:
            self.right_norms[j] = [self._norm(window) for window in its]
        columns = [
            (held, norm)
            for window, norm in zip(its, self.right_norms[j], strict=True)
            if (held := [t for t in shared if t in window])
        ]
        top = 0.0
        for window, norm in zip(own, self.left_norms[i], strict=True):
            if window.isdisjoint(shared):
                continue
            for held, other in columns:
                dot = 0.0
                for term in held:
                    if term in window:
                        dot += squares[term]
                if dot > top * norm * other:
                    top = dot / (norm * other)
        return top

    def _norm(self, window: frozenset[str]) -> float:
        # fsum: the order of a set's members differs from run to run, the sum must not.
        return math.sqrt(math.fsum([self.squares[t] for t in window])) or 1.0


class _Context:
    """Cosines of sentences together with their neighbours."""

    def __init__(self, likeness: Similarity) -> None:
        self.left = _context_norms(likeness.left_norms)
        self.right = _context_norms(likeness.right_norms)
        # One direction at a time: five steps for each product, and five for each question.
        self.beside: dict[int, dict[int, float]] = {}
        for (i, j), dot in likeness.dots.items():
            row = self.beside.setdefault(i, {})
            for step, weight in _CONTEXT:
                row[j + step] = row.get(j + step, 0.0) + weight * dot

    def of(self, i: int, j: int) -> float:
        """Cosine of sentence ``i`` and ``j``, each with its neighbours at lower weights."""
        total = 0.0
        for step, weight in _CONTEXT:
            row = self.beside.get(i + step)
            if row:
                total += weight * row.get(j, 0.0)
        return total / (self.left[i] * self.right[j])


def _context_norms(norms: tuple[float, ...]) -> list[float]:
    """Norms of sentences with their neighbours, as if neighbours shared no terms."""
    margin = [0.0, 0.0]
    squares = [*margin, *(n * n for n in norms), *margin]
    return [
        math.sqrt(sum(w * w * squares[k + 2 + step] for step, w in _CONTEXT)) or 1.0
        for k in range(len(norms))
    ]
