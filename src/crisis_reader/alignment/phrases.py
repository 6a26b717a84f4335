"""Where inside two sentences the shared matter stands: whole clauses that hold what both say.

Bounds end at clause edges. What both sides say is narrowed only where a part of a sentence holds
nearly all of it; otherwise the sentence stays whole.
"""

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
    clauses = article.clauses(index)
    if len(clauses) < 2 or not shared:  # noqa: PLR2004 - nothing to choose from
        return whole
    held = [terms & shared.keys() for terms in article.windows(index)[: len(clauses)]]
    wanted = _KEPT * sum(shared[t] for t in shared.keys() & set().union(*held))
    best = whole
    for first in range(len(clauses)):
        seen: set[str] = set()
        for last in range(first, len(clauses)):
            seen |= held[last]
            if sum(shared[t] for t in seen) >= wanted:
                span = Span(clauses[first].start, clauses[last].end)
                if span.length < best.length:
                    best = span
                break
    if (
        whole.length - best.length < _SAVED * whole.length
        or len(article.words.within(best)) < _WORDS
    ):
        return whole
    return best
