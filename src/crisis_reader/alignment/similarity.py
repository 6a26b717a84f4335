"""How alike the sentences of two articles are: tf-isf cosines, summed over shared terms only.

Work is bounded: terms are taken rarest first until a budget that grows with the length of the two
articles is spent, so that there is never a table of all pairs.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from crisis_reader.alignment.preparing import Prepared

# Pairs of sentences touched per sentence of both articles. Articles of a few hundred sentences
# never reach it; it keeps 100,000 words against 100,000 within seconds.
_BUDGET = 400
# Added to sentences over frequency before the logarithm, so that a term of every second sentence
# still weighs something: the subject of both articles is named all the time and matters.
_FLOOR = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """Sparse cosines between the sentences of two articles; a pair is ``left * width + right``."""

    width: int
    """Number of right sentences."""
    rarity: Mapping[str, float]
    """Weight of each term in these two articles."""
    dots: Mapping[int, float]
    """Dot products of tf-isf vectors, of pairs that share a term."""
    shared: Mapping[int, float]
    """Summed rarity of the terms that a pair shares."""
    left_norms: tuple[float, ...]
    right_norms: tuple[float, ...]

    def cosine(self, left: int, right: int) -> float:
        """Cosine of two sentences, 0 where either does not exist."""
        if not (0 <= left < len(self.left_norms) and 0 <= right < self.width):
            return 0.0
        dot = self.dots.get(left * self.width + right, 0.0)
        return dot / (self.left_norms[left] * self.right_norms[right]) if dot else 0.0


def rarities(left: Prepared, right: Prepared) -> dict[str, float]:
    """How rare each term of the two articles is: log of sentences over sentences that have it.

    Source: inverse sentence frequency, Sanchez-Perez et al. 2014; the floor is ours.
    """
    total = len(left.bags) + len(right.bags)
    logs = [0.0, *(math.log(_FLOOR + total / n) for n in range(1, total + 1))]
    other = right.postings
    out = {t: logs[len(p) + len(other.get(t, ()))] for t, p in left.postings.items()}
    for term, places in other.items():
        if term not in out:
            out[term] = logs[len(places)]
    return out


def compare_sentences(left: Prepared, right: Prepared) -> Similarity:
    """Compare all sentences of two articles that share a term within the budget."""
    rarity = rarities(left, right)
    rows = _weighted(left, rarity)
    columns = _weighted(right, rarity)
    width = len(columns)
    allowed = _affordable(left, right)
    postings: dict[str, list[tuple[int, float]]] = {}
    for j, column in enumerate(columns):
        for term, weight in column.items():
            if term in allowed:
                postings.setdefault(term, []).append((j, weight))
    dots: dict[int, float] = {}
    shared: dict[int, float] = {}
    for i, row in enumerate(rows):
        base = i * width
        for term, weight in row.items():
            for j, other in postings.get(term, ()):
                key = base + j
                if key in dots:
                    dots[key] += weight * other
                    shared[key] += rarity[term]
                else:
                    dots[key] = weight * other
                    shared[key] = rarity[term]
    return Similarity(width, rarity, dots, shared, _norms(rows), _norms(columns))


def _weighted(article: Prepared, rarity: Mapping[str, float]) -> list[dict[str, float]]:
    return [
        {t: rarity[t] if n == 1 else (1.0 + math.log(n)) * rarity[t] for t, n in bag.items()}
        for bag in article.bags
    ]


def _norms(vectors: list[dict[str, float]]) -> tuple[float, ...]:
    return tuple(math.sqrt(sum(x * x for x in v.values())) or 1.0 for v in vectors)


def _affordable(left: Prepared, right: Prepared) -> frozenset[str]:
    """The terms of both articles, rarest first, as far as the budget goes."""
    budget = _BUDGET * (len(left.bags) + len(right.bags))
    other = right.postings
    costs = sorted((len(p) * len(other[t]), t) for t, p in left.postings.items() if t in other)
    taken: list[str] = []
    for cost, term in costs:
        budget -= cost
        if budget < 0:
            break
        taken.append(term)
    return frozenset(taken)
