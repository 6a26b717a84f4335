"""How alike the sentences of two articles are: tf-isf cosines, summed over shared terms only.

Work is bounded: terms are taken rarest first until a budget that grows with the length of the two
articles is spent, so that there is never a table of all pairs.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.terms import MEANING

# Pairs of sentences touched per sentence of both articles. Articles of a few hundred sentences
# never reach it; it keeps 100,000 words against 100,000 within seconds.
_BUDGET = 150
# Added to sentences over frequency before the logarithm, so that a term of every second sentence
# still weighs something: the subject of both articles is named all the time and matters.
FLOOR = 0.5


# A concept weighs less than the same word: synonyms are not always meant alike.
_MEANING_WEIGHT = 0.8
# Who it is about weighs more than another word as rare.
_NAME_WEIGHT = 1.2
# Cosines below this are nobody's evidence and are not kept.
_LEAST = 0.02
# A sentence keeps this many likely partners: more than any sentence of a news report has.
_PARTNERS = 25


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """Sparse cosines between the sentences of two articles."""

    rarity: Mapping[str, float]
    """Weight of each term in these two articles."""
    dots: Mapping[tuple[int, int], float]
    """Dot products of tf-isf vectors, by left and right sentence; of the likely pairs only."""
    left_norms: tuple[float, ...]
    right_norms: tuple[float, ...]

    def cosine(self, left: int, right: int) -> float:
        """Cosine of two sentences; 0 where they are not a likely pair."""
        dot = self.dots.get((left, right), 0.0)
        return dot / (self.left_norms[left] * self.right_norms[right]) if dot else 0.0


def rarities(left: Prepared, right: Prepared, floor: float = FLOOR) -> dict[str, float]:
    """How rare each term of the two articles is: log of sentences over sentences that have it.

    Source: inverse sentence frequency, Sanchez-Perez et al. 2014; the floor is ours.
    """
    total = len(left.bags) + len(right.bags)
    if not total:
        return {}
    logs = [0.0, *(math.log(floor + total / n) for n in range(1, total + 1))]
    other = right.postings
    out = {t: logs[len(p) + len(other.get(t, ()))] for t, p in left.postings.items()}
    for term, places in other.items():
        if term not in out:
            out[term] = logs[len(places)]
    for term in out:
        if term[0] == MEANING:
            out[term] *= _MEANING_WEIGHT
    if left.said.retold and right.said.retold:  # told, each name by one word only
        for term in left.name_terms | right.name_terms:
            if term in out:
                out[term] *= _NAME_WEIGHT
    return out


def compare_sentences(left: Prepared, right: Prepared, floor: float = FLOOR) -> Similarity:
    """Compare the sentences of two articles that share a term within the budget."""
    rarity = rarities(left, right, floor)
    rows, columns = weighted(left, rarity), weighted(right, rarity)
    left_norms, right_norms = _norms(rows), _norms(columns)
    postings = _affordable(left, right, columns)
    dots: dict[tuple[int, int], float] = {}
    for i, row in enumerate(rows):
        sums: dict[int, float] = {}
        for term in row:
            if term in postings:
                weight = row[term]
                for j, other in postings[term]:
                    sums[j] = sums[j] + weight * other if j in sums else weight * other
        least = _LEAST * left_norms[i]
        kept = [(j, dot) for j, dot in sums.items() if dot >= least * right_norms[j]]
        if len(kept) > _PARTNERS:
            kept = nsmallest(
                _PARTNERS, kept, key=lambda pair: (-pair[1] / right_norms[pair[0]], pair[0])
            )
        for j, dot in kept:
            dots[i, j] = dot
    return Similarity(rarity, dots, left_norms, right_norms)


def weighted(article: Prepared, rarity: Mapping[str, float]) -> list[dict[str, float]]:
    """The tf-isf vector of each sentence."""
    weigh = rarity.__getitem__
    rows = [dict(zip(bag, map(weigh, bag), strict=True)) for bag in article.bags]
    for number, term, count in article.repeated:
        rows[number][term] *= 1.0 + math.log(count)
    return rows


def _norms(vectors: list[dict[str, float]]) -> tuple[float, ...]:
    return tuple([math.hypot(*vector.values()) or 1.0 for vector in vectors])


def _affordable(
    left: Prepared, right: Prepared, columns: list[dict[str, float]]
) -> dict[str, list[tuple[int, float]]]:
    """The right sentences of each term of both, with its weight: rarest first, within budget."""
    budget = _BUDGET * (len(left.bags) + len(right.bags))
    other = right.postings
    costs = sorted((len(p) * len(other[t]), t) for t, p in left.postings.items() if t in other)
    taken: dict[str, list[tuple[int, float]]] = {}
    for cost, term in costs:
        budget -= cost
        if budget < 0:
            break
        taken[term] = [(j, columns[j][term]) for j in other[term]]
    return taken
