"""Which claims of two accounts are told of as one: the best pair of each outcome, once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crisis_reader.alignment.claims import Claim
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.events import HowNamed

# One telling in one account may answer to this many in the other.
_AGAIN = 3
_UNNAMED = frozenset({HowNamed.PRONOUN, HowNamed.NONE})


class ClaimPair(NamedTuple):
    """Two claims that agree."""

    left: Claim
    right: Claim
    likeness: float
    """How alike their clauses and sentences are, 0 to about 2."""
    first: bool = True
    """False where one of the two has a likelier partner already."""


def pair_claims(
    left: Prepared,
    right: Prepared,
    agreeing: Sequence[tuple[Claim, Claim]],
    scores: Mapping[tuple[int, int], float],
) -> list[ClaimPair]:
    """Pair claims that agree, the likest first, each taken once.

    A claim whose outcome the other account does not tell is paired once more, so that the
    difference is seen; it may share its partner.

    Args:
        left: The left article.
        right: The right article.
        agreeing: The claims of the two that agree.
        scores: How probable it is by their words that two sentences say the same.
    """
    pairs = [ClaimPair(a, b, _likeness(left, right, a, b, scores)) for a, b in agreeing]
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
    return out + _told_again(pairs, out) + _with_other_outcome(pairs, out)


def _told_again(pairs: list[ClaimPair], taken: list[ClaimPair]) -> list[ClaimPair]:
    """For claims left over, told once more in full, their best pair: it may share its partner."""
    seen = {claim for pair in taken for claim in (pair.left, pair.right)}
    uses: Counter[Claim] = Counter(c for pair in taken for c in (pair.left, pair.right))
    out: list[ClaimPair] = []
    for pair in pairs:
        one, other = pair.left, pair.right
        if one.row.outcome != other.row.outcome or {one, other} <= seen:
            continue
        spare = other if one in seen else one
        partner = one if one in seen else other
        if uses[partner] < _AGAIN and spare.event.how_named not in _UNNAMED:
            seen.update((one, other))
            uses[partner] += 1
            out.append(pair._replace(first=False))
    return out


def _with_other_outcome(pairs: list[ClaimPair], taken: list[ClaimPair]) -> list[ClaimPair]:
    """For each manner that only one account tells its best pair with another outcome."""
    seen = {_told(claim) for pair in taken for claim in (pair.left, pair.right)}
    out: list[ClaimPair] = []
    for pair in pairs:
        one, other = pair.left, pair.right
        if one.row.outcome == other.row.outcome or not (one.row.outcome and other.row.outcome):
            continue
        if not {_told(one), _told(other)} <= seen:
            seen.update((_told(one), _told(other)))
            out.append(pair)
    return out


def _told(claim: Claim) -> tuple[str, str | None]:
    return claim.event.manner.value, claim.event.person


def _likeness(
    left: Prepared, right: Prepared, a: Claim, b: Claim, scores: Mapping[tuple[int, int], float]
) -> float:
    """Shared words of the clauses, and what the sentences' words say; firmer wording first."""
    own, its = left.terms_in(a.clause), right.terms_in(b.clause)
    shared = len(own & its) / max(1, min(len(own), len(its)))
    firm = 0.1 * ((a.event.manner is b.event.manner) + (a.event.voice is b.event.voice))
    return shared + scores.get((a.sentence, b.sentence), 0.0) + firm
