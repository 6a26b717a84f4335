"""Which claims of two accounts are told of as one: the best pair of each outcome, once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crisis_reader.alignment.claims import Claim, agree
from crisis_reader.alignment.preparing import Prepared


class ClaimPair(NamedTuple):
    """Two claims that agree."""

    left: Claim
    right: Claim
    likeness: float
    """How alike their clauses and sentences are, 0 to about 2."""


def pair_claims(
    left: Prepared,
    right: Prepared,
    lefts: Sequence[Claim],
    rights: Sequence[Claim],
    scores: Mapping[tuple[int, int], float],
) -> list[ClaimPair]:
    """Pair claims that agree, the likest first, each taken once.

    A claim whose outcome the other account does not tell is paired once more, so that the
    difference is seen; it may share its partner.

    Args:
        scores: How probable it is by their words that two sentences say the same.
    """
    pairs = [
        ClaimPair(a, b, _likeness(left, right, a, b, scores))
        for a in lefts
        for b in rights
        if agree(a, b)
    ]
    pairs.sort(key=lambda p: (-p.likeness, p.left.event.span, p.right.event.span))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    out: list[ClaimPair] = []
    for pair in pairs:
        if pair.left.row.outcome != pair.right.row.outcome:
            continue
        if id(pair.left) not in taken_left and id(pair.right) not in taken_right:
            taken_left.add(id(pair.left))
            taken_right.add(id(pair.right))
            out.append(pair)
    return out + _with_other_outcome(pairs, out)


def _with_other_outcome(pairs: list[ClaimPair], taken: list[ClaimPair]) -> list[ClaimPair]:
    """For each outcome that only one account tells its best pair with another outcome."""
    out: list[ClaimPair] = []
    done = {(p.left.row, p.left.event.person) for p in taken}
    done |= {(p.right.row, p.right.event.person) for p in taken}
    seen = {(row.family, row.outcome, person) for row, person in done}
    for pair in pairs:
        one, other = pair.left, pair.right
        if one.row.outcome == other.row.outcome or not (one.row.outcome and other.row.outcome):
            continue
        own = (one.row.family, one.row.outcome, one.event.person)
        its = (other.row.family, other.row.outcome, other.event.person)
        if own in seen and its in seen:
            continue
        seen.update((own, its))
        out.append(pair)
    return out


def _likeness(
    left: Prepared, right: Prepared, a: Claim, b: Claim, scores: Mapping[tuple[int, int], float]
) -> float:
    """Shared words of the clauses, and what the sentences' words say; firmer wording first."""
    own, its = left.terms_in(a.clause), right.terms_in(b.clause)
    shared = len(own & its) / max(1, min(len(own), len(its)))
    firm = 0.1 * ((a.event.manner is b.event.manner) + (a.event.voice is b.event.voice))
    return shared + scores.get((a.sentence, b.sentence), 0.0) + firm
