"""``align``: two articles in, an ``Alignment`` out, the same whichever is named first.

Owns the order of computation and the order of what comes out; the profiles find the matches.
"""

from dataclasses import replace

from crisis_reader.alignment.anchoring import respecting
from crisis_reader.alignment.news import Found, align_news
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.records import (
    Alignment,
    Anchor,
    Difference,
    Grade,
    LookAlike,
    Match,
    Profile,
)
from crisis_reader.alignment.reuse import align_reuse
from crisis_reader.article import Article
from crisis_reader.errors import UsageError

# Across languages: fewer matches than this at the usual grade are too few to read by.
_FEW = 8


def align(
    left: Article | Prepared,
    right: Article | Prepared,
    *,
    profile: str | Profile = Profile.NEWS,
    anchors: tuple[Anchor, ...] = (),
) -> Alignment:
    """Find what two articles share and where they part.

    ``align(b, a)`` is the mirror of ``align(a, b)``; the same input gives the same output.

    Args:
        left: An article, or one prepared with :func:`prepare`.
        right: The other one.
        profile: ``news`` for independent accounts of one event, ``reuse`` for reused text.
        anchors: Pairs that a reader pinned; each is a match of score 1 that the others respect.

    Raises:
        UsageError: If there is no such profile, or an anchor lies outside its text.
    """
    try:
        profile = Profile(profile)
    except ValueError:
        known = ", ".join(Profile)
        raise UsageError(f"no profile {profile!r}; there are: {known}") from None
    one = left if isinstance(left, Prepared) else prepare(left)
    other = right if isinstance(right, Prepared) else prepare(right)
    turned = other.key < one.key
    found = _found(other, one, profile) if turned else _found(one, other, profile)
    if turned:
        found = _turned(found)
    kept = respecting(one, other, found.matches, tuple(anchors))
    matches = _grouped(one, other, sorted(kept, key=_position))
    inside = {d for m in matches for d in m.differences}
    return Alignment(
        left=one.article,
        right=other.article,
        profile=profile,
        matches=matches,
        look_alikes=tuple(sorted(found.look_alikes, key=_position)),
        differences=tuple(sorted(inside.union(found.differences), key=_position)),
        default=_default(one, other, matches),
    )


def mirrored(alignment: Alignment) -> Alignment:
    """The same alignment seen from the right; groups keep their numbers."""
    return Alignment(
        left=alignment.right,
        right=alignment.left,
        profile=alignment.profile,
        matches=tuple(sorted(map(_turned_match, alignment.matches), key=_position)),
        look_alikes=tuple(sorted(map(_turned_look_alike, alignment.look_alikes), key=_position)),
        differences=tuple(sorted(map(_turned_difference, alignment.differences), key=_position)),
        default=alignment.default,
    )


def _default(left: Prepared, right: Prepared, matches: tuple[Match, ...]) -> Grade:
    """Weak matches are shown by default where two languages leave little that is firmer."""
    firm = sum(m.grade is not Grade.WEAK for m in matches)
    return Grade.WEAK if left.language != right.language and firm < _FEW else Grade.LIKELY


def _found(left: Prepared, right: Prepared, profile: Profile) -> Found:
    return align_news(left, right) if profile is Profile.NEWS else Found(align_reuse(left, right))


def _position(pair: Match | LookAlike | Difference) -> tuple[int, int, int, int]:
    return (*pair.left, *pair.right)


def _turned(found: Found) -> Found:
    """What was found from right to left, seen from left to right."""
    return Found(
        [_turned_match(m) for m in found.matches],
        [_turned_look_alike(x) for x in found.look_alikes],
        [_turned_difference(d) for d in found.differences],
    )


def _turned_look_alike(look_alike: LookAlike) -> LookAlike:
    return LookAlike(left=look_alike.right, right=look_alike.left, reason=look_alike.reason)


def _turned_match(match: Match) -> Match:
    # Not replace(), which takes three times as long, for a hundred matches a pair.
    return Match(
        left=match.right,
        right=match.left,
        score=match.score,
        grade=match.grade,
        kind=match.kind,
        group=match.group,
        words=tuple(sorted([(b, a) for a, b in match.words])),
        differences=tuple([_turned_difference(d) for d in match.differences]),
        because=match.because,
    )


def _turned_difference(difference: Difference) -> Difference:
    return replace(
        difference,
        left=difference.right,
        right=difference.left,
        left_also=difference.right_also,
        right_also=difference.left_also,
    )


def _grouped(left: Prepared, right: Prepared, matches: list[Match]) -> tuple[Match, ...]:
    """Number the groups: matches in touching sentences of both articles share one."""
    own = [left.words.within(m.left) for m in matches]
    its = [right.words.within(m.right) for m in matches]
    places = [
        (left.sentence_of[a.start] if a else -1, right.sentence_of[b.start] if b else -1)
        for a, b in zip(own, its, strict=True)
    ]
    groups: list[int] = []
    last: dict[tuple[int, int], int] = {}
    count = 0
    for i, j in places:
        near = [last[i + d, j + e] for d in (-1, 0) for e in (-1, 0, 1) if (i + d, j + e) in last]
        group = min(near, default=count)
        count += group == count
        last[i, j] = group
        groups.append(group)
    return tuple(
        m if m.group == g else replace(m, group=g) for m, g in zip(matches, groups, strict=True)
    )
