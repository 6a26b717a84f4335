"""Where inside two sentences the shared matter stands: whole clauses that hold what both say.

Bounds end at clause edges. What both sides say is narrowed only where a part of a sentence holds
nearly all of it; otherwise the sentence stays whole.
"""

import math
from collections.abc import Mapping

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.text.spans import Span

# Share of the rarity of the shared terms that the kept clauses must hold.
_KEPT = 0.8
# A cut that saves less than this share of the sentence is not worth making.
_SAVED = 0.25
# Fewer words than this say too little to stand alone.
_WORDS = 4


def narrowed(
    left: Prepared, right: Prepared, i: int, j: int, rarity: Mapping[str, float]
) -> tuple[Span, Span]:
    """The parts of two sentences that say the same: each the sentence, or a run of its clauses.

    ``rarity`` weighs the terms that count; others are left aside.
    """
    both = left.bags[i].keys() & right.bags[j].keys()
    shared = {t: rarity[t] for t in both if t in rarity}
    return _narrow(left, i, shared), _narrow(right, j, shared)


def _narrow(article: Prepared, index: int, shared: Mapping[str, float]) -> Span:
    whole = article.sentences[index].span
    clauses = article.reading.clauses(index)
    if len(clauses) < 2 or not shared:  # noqa: PLR2004 - nothing to choose from
        return whole
    held = [terms & shared.keys() for terms in article.clause_terms(index)]
    # fsum: the order of a set's members differs from run to run, the sum must not.
    wanted = _KEPT * math.fsum([shared[t] for t in frozenset().union(*held)])
    best = whole
    for first in range(len(clauses)):
        start, seen = clauses[first].start, frozenset[str]()
        for last in range(first, len(clauses)):
            if clauses[last].end - start >= best.length:
                break
            seen |= held[last]
            if math.fsum([shared[t] for t in seen]) >= wanted:
                best = Span(start, clauses[last].end)
                break
    starts = [clause.start for clause in clauses]
    if best.start in starts:
        opening = article.reading.opening(index, starts.index(best.start))
        best = clauses[opening].hull(best)
    if (
        whole.length - best.length < _SAVED * whole.length
        or len(article.words.within(best)) < _WORDS
    ):
        return whole
    return best
