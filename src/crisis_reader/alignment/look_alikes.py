"""Look-alikes: passages in like words that tell of different things, and why.

Another person in the same words, or what is demanded in one account and done in the other.
"""

import math
from collections.abc import Sequence

from crisis_reader.alignment.claims import Claim, agree, conflict
from crisis_reader.alignment.evidence import FEATURES, Candidate
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.events import HowNamed

# Words of a run from which two sentences tell the same whatever their claims.
_RUN = math.log(6)
# Sentences less alike than this tempt nobody.
_LIKELY_ENOUGH = 0.06
_RUN_AT = FEATURES.index("run")
_UNNAMED = frozenset({HowNamed.PRONOUN, HowNamed.NONE})
Clash = tuple[Claim, Claim, str]


def find_clashes(
    left: Prepared,
    right: Prepared,
    agreeing: Sequence[tuple[Claim, Claim]],
    scored: Sequence[tuple[float, Candidate]],
) -> list[Clash]:
    """Pairs of claims in sentences of like words that are no match, with the reason; likest first.

    Two claims that both have their match elsewhere are no temptation.
    """
    matched = {c for pair in agreeing for c in pair}
    own, its = _by_sentence(left.reading.claims), _by_sentence(right.reading.claims)
    out: list[Clash] = []
    for score, candidate in sorted(scored, key=lambda s: (-s[0], s[1].left, s[1].right)):
        if score < _LIKELY_ENOUGH or candidate.features[_RUN_AT] >= _RUN:
            continue
        pairs = [(a, b) for a in own.get(candidate.left, ()) for b in its.get(candidate.right, ())]
        if any(agree(a, b) for a, b in pairs):
            continue
        for a, b in pairs:
            why = conflict(a, b)
            if why and not {a, b} <= matched and _alike(left, right, a, b):
                out.append((a, b, why))
    return out


def once(clashes: Sequence[Clash]) -> list[Clash]:
    """Each claim in its likest pair only: these are worth showing."""
    seen_left: set[Claim] = set()
    seen_right: set[Claim] = set()
    out: list[Clash] = []
    for a, b, why in clashes:
        if a not in seen_left and b not in seen_right:
            seen_left.add(a)
            seen_right.add(b)
            out.append((a, b, why))
    return out


def _by_sentence(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    out: dict[int, list[Claim]] = {}
    for claim in claims:
        out.setdefault(claim.sentence, []).append(claim)
    return out


def _alike(left: Prepared, right: Prepared, a: Claim, b: Claim) -> bool:
    """Whether both name whom they tell of, and the words of the events have one in common."""
    if a.event.how_named in _UNNAMED or b.event.how_named in _UNNAMED:
        return False
    own, its = left.terms_in(a.event.span), right.terms_in(b.event.span)
    return bool((own & its) - left.name_terms - right.name_terms)
