"""What speaks for two sentences saying the same, as numbers: one row of features a candidate pair.

The names of the features are the columns of ``news_weights.tsv``; ``benchmarks/fit_alignment.py``
fits the weights. Every feature is symmetric in left and right.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crisis_reader.alignment.literal import literal_cosines
from crisis_reader.alignment.overlap import Overlap
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.similarity import Similarity
from crisis_reader.alignment.terms import MEANING
from crisis_reader.alignment.verbatim import Run

_Ranks = dict[int, tuple[float, float]]
_Couple = tuple[str, str]

FEATURES = (
    "piece",  # best cosine of a piece of one sentence with one of the other
    "order",  # longest common subsequence of all words, as a share of the shorter sentence
    "new",  # log of the summed rarity of shared terms that no other sentence has together
    "spread",  # share of a sentence from its first shared word to its last, of the narrower one
    "mutual",  # share of their cosine in the best cosine of either sentence, the smaller one
    "literal",  # cosine by all their words as they stand
    "margin",  # how far that is ahead of the next best of both, or behind the best
    "shared",  # log of the summed rarity of the shared terms
    "second",  # rarity of the second rarest shared word that tells something; 0 for one or none
    "run",  # log of the words of the longest run that both have
    "context",  # cosine of the two sentences with a neighbour on either side
    "distance",  # how far apart they stand in their texts, 0 to 1
    "size",  # log of the number of pairs that there are to err on
)
DEAR = 4
"""So many features, the first ones, cost more than the others together."""

# Below this cosine nothing that was annotated in real pairs could be told from chance.
_LEAST = 0.05
# A term of a couple stands in at most so many sentences of both articles together.
_RARE = 4
# What a sentence's neighbour counts in its context, one on either side.
_BESIDE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Two sentences that may say the same, and the evidence."""

    left: int
    right: int
    features: tuple[float, ...]
    """In the order of ``FEATURES``."""
    shared: tuple[str, ...] = ()
    """The terms of both, in order of the left one."""
    couples: tuple[_Couple, ...] = ()
    """Rare terms that stand together in these two sentences alone."""


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
    literal = literal_cosines(left, right, cosines)
    abreast, upright = _ranked(literal)
    bags, others, rarity = left.bags, right.bags, likeness.rarity
    tall, wide = max(1, len(bags)), max(1, len(others))
    size = math.log(tall * wide)
    beside = _Context(likeness)
    overlap = Overlap(left, right, rarity)
    couples = _rare_couples(left, right)
    # One rare word in common may be chance; who, where and when is, more often than not.
    aside = left.bystanders | right.bystanders | left.days | right.days
    out: list[Candidate] = []
    for (i, j), cosine in sorted(cosines.items()):
        other, alike = others[j], literal[i, j]
        shared = [t for t in bags[i] if t in other]
        weights = [rarity[t] for t in shared]
        cheap = (
            min(cosine / rows[i][0], cosine / columns[j][0]),
            alike,
            _ahead(abreast[i], alike) + _ahead(upright[j], alike),
            math.log1p(sum(weights)),
            _second(
                [
                    w
                    for t, w in zip(shared, weights, strict=True)
                    if t not in aside and t[0] != MEANING
                ]
            ),
            math.log(longest.get((i, j), 1)),
            beside.of(i, j),
            abs(i / tall - j / wide),
            size,
        )
        coupled = couples.get((i, j), ())
        if hopeful is None or coupled or hopeful(cheap):
            dear = (
                overlap.in_pieces(i, j, shared),
                _in_order(left, right, i, j),
                math.log1p(overlap.new(i, j, shared)),
                overlap.spread(i, j, shared),
            )
            out.append(Candidate(i, j, dear + cheap, tuple(shared), tuple(coupled)))
    return out


def _ranked(cosines: Mapping[tuple[int, int], float]) -> tuple[_Ranks, _Ranks]:
    """For each left and each right sentence its two best cosines."""
    rows: _Ranks = {}
    columns: _Ranks = {}
    for (i, j), cosine in cosines.items():
        for ranks, key in ((rows, i), (columns, j)):
            best, second = ranks.setdefault(key, (0.0, 0.0))
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


def _rare_couples(left: Prepared, right: Prepared) -> Mapping[tuple[int, int], list[_Couple]]:
    """By sentences the rare terms that stand together in these two and in no other of either."""
    own, its = left.couples, right.couples
    out: dict[tuple[int, int], list[_Couple]] = {}
    for pair in sorted(own.keys() & its.keys()):
        if all(_uses(left, right, term) <= _RARE for term in pair):
            out.setdefault((own[pair], its[pair]), []).append(pair)
    return out


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
    own, other = left.reading.sentence_of, right.reading.sentence_of
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
    """Cosines of sentences together with the ones before and after."""

    def __init__(self, likeness: Similarity) -> None:
        self.dots = likeness.dots
        self.left = _context_norms(likeness.left_norms)
        self.right = _context_norms(likeness.right_norms)

    def of(self, i: int, j: int) -> float:
        """Cosine of sentence ``i`` and ``j``, each with its neighbours at a lower weight."""
        dot = self.dots.get
        near = dot((i - 1, j), 0.0) + dot((i + 1, j), 0.0)
        near += dot((i, j - 1), 0.0) + dot((i, j + 1), 0.0)
        apart = dot((i - 1, j - 1), 0.0) + dot((i - 1, j + 1), 0.0)
        apart += dot((i + 1, j - 1), 0.0) + dot((i + 1, j + 1), 0.0)
        total = dot((i, j), 0.0) + _BESIDE * near + _BESIDE * _BESIDE * apart
        return total / (self.left[i] * self.right[j])


def _context_norms(norms: tuple[float, ...]) -> list[float]:
    """Norms of sentences with their neighbours, as if neighbours shared no terms."""
    squares = [0.0, *(n * n for n in norms), 0.0]
    share = _BESIDE * _BESIDE
    return [
        math.sqrt(own + share * (before + after)) or 1.0
        for before, own, after in zip(squares, squares[1:], squares[2:], strict=False)
    ]
