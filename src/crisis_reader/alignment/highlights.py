"""The words inside a match that agree, and the ones worth naming as its reason."""

from collections.abc import Mapping

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.text.spans import Span

# A reason names a few words, not all.
_NAMED = 4
# A common beginning shorter than this is not recognisable as a word ("resign…").
_STUMP = 4


def agreeing_words(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[tuple[Span, Span], ...]:
    """Pairs of words or runs of words that agree inside two passages, in left order.

    Each word is paired once; neighbours that agree on both sides make one run, function words
    between them included.
    """
    own, its = left.words.within(one), right.words.within(other)
    pairs = _pairs(left, right, own, its)
    out: list[tuple[Span, Span]] = []
    for first, last, shift in _runs(left, right, pairs, own, its):
        out.append((left.words.span(first, last), right.words.span(first + shift, last + shift)))
    return tuple(out)


def _pairs(left: Prepared, right: Prepared, own: range, its: range) -> dict[int, int]:
    """Left word to right word of the same term, the nearest free one after the last pair first."""
    free: dict[str, list[int]] = {}
    for k in its:
        if right.terms[k]:
            free.setdefault(right.terms[k], []).append(k)
    pairs: dict[int, int] = {}
    last = -1
    for k in own:
        places = free.get(left.terms[k])
        if places:
            place = min(places, key=lambda p: (p <= last, abs(p - last - 1), p))
            places.remove(place)
            pairs[k] = last = place
    return pairs


def _runs(
    left: Prepared, right: Prepared, pairs: dict[int, int], own: range, its: range
) -> list[tuple[int, int, int]]:
    """Runs of pairs on one diagonal: first and last left word, and the shift to the right ones."""
    runs: list[tuple[int, int, int]] = []
    for k in sorted(pairs):
        shift = pairs[k] - k
        if runs and runs[-1][2] == shift and _joined(left, right, runs[-1][1], k, shift):
            runs[-1] = (runs[-1][0], k, shift)
        elif not (runs and runs[-1][1] >= k):
            runs.append((k, k, shift))
    return runs


def _joined(left: Prepared, right: Prepared, before: int, after: int, shift: int) -> bool:
    """Whether all words between two pairs of a diagonal agree."""
    return (
        left.words.folded[before + 1 : after]
        == right.words.folded[before + 1 + shift : after + shift]
    )


def reason(
    left: Prepared, right: Prepared, one: Span, other: Span, rarity: Mapping[str, float]
) -> str:
    """The rarest words that both passages have, in left order; each stands in both once folded."""
    own = {left.words.folded[k]: left.terms[k] for k in left.words.within(one) if left.terms[k]}
    its = {
        right.words.folded[k]: right.terms[k] for k in right.words.within(other) if right.terms[k]
    }
    named: dict[str, float] = {w: rarity.get(t, 0.0) for w, t in own.items() if w in its}
    covered = {own[w] for w in named}
    for word, term in own.items():
        if term not in covered:
            stump = max((_stump(word, w) for w, t in its.items() if t == term), key=len, default="")
            if len(stump) >= _STUMP:
                named[stump + "…"] = rarity.get(term, 0.0)
                covered.add(term)
    chosen = sorted(sorted(named), key=lambda w: -named[w])[:_NAMED]
    return ", ".join(w for w in named if w in chosen)


def _stump(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]
