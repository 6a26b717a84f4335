"""``align``: two articles in, an ``Alignment`` out, the same whichever is named first.

Owns the order of computation and the order of what comes out; the profiles find the matches.
"""

from dataclasses import replace

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.anchoring import respecting
from crisis_reader.alignment.news import Found, align_news
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.records import (
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
    # Worked out in one order of the two, whichever is named first; turned round at the end.
    turned = other.key < one.key
    first, second = (other, one) if turned else (one, other)
    pinned = [Anchor(left=a.right, right=a.left) if turned else a for a in anchors]
    found = _found(first, second, profile)
    kept = respecting(first, second, found.matches, pinned)
    matches = _grouped(first, second, kept, turned=turned)
    apart = map(_turned_difference, found.differences) if turned else found.differences
    alike = map(_turned_look_alike, found.look_alikes) if turned else found.look_alikes
    inside = {d for m in matches for d in m.differences}
    return Alignment(
        left=one.article,
        right=other.article,
        profile=profile,
        matches=matches,
        look_alikes=tuple(sorted(alike, key=_position)),
        differences=tuple(sorted(inside.union(apart), key=_position)),
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


def _turned_look_alike(look_alike: LookAlike) -> LookAlike:
    return LookAlike(left=look_alike.right, right=look_alike.left, reason=look_alike.reason)


def _turned_match(match: Match) -> Match:
    return _finished(match, match.group, turned=True)


def _finished(match: Match, group: int, *, turned: bool) -> Match:
    """A match with its group, seen from the other side if so asked."""
    # Not replace(), which takes three times as long, for a hundred matches a pair.
    if not turned:
        one, other, words, differences = match.left, match.right, match.words, match.differences
    else:
        one, other = match.right, match.left
        words = tuple(sorted([(b, a) for a, b in match.words]))
        differences = tuple([_turned_difference(d) for d in match.differences])
    return Match(
        left=one,
        right=other,
        score=match.score,
        grade=match.grade,
        kind=match.kind,
        group=group,
        words=words,
        differences=differences,
        because=match.because,
    )


def _turned_difference(difference: Difference) -> Difference:
    return replace(
        difference,
        left=difference.right,
        right=difference.left,
        left_also=difference.right_also,
        right_also=difference.left_also,
        left_day=difference.right_day,
        right_day=difference.left_day,
    )


def _grouped(
    first: Prepared, second: Prepared, matches: list[Match], *, turned: bool
) -> tuple[Match, ...]:
    """The matches in order, with groups: those in touching sentences of both articles share one."""
    placed: list[tuple[tuple[int, ...], tuple[int, int], Match]] = []
    for match in matches:
        home = first.reading.home_of(match.left), second.reading.home_of(match.right)
        place = (*match.right, *match.left) if turned else (*match.left, *match.right)
        placed.append((place, home[::-1] if turned else home, match))
    placed.sort(key=_place)
    out: list[Match] = []
    last: dict[tuple[int, int], int] = {}
    count = 0
    for _, (i, j), match in placed:
        near = [last[i + d, j + e] for d in (-1, 0) for e in (-1, 0, 1) if (i + d, j + e) in last]
        group = min(near, default=count)
        count += group == count
        last[i, j] = group
        out.append(_finished(match, group, turned=turned) if turned or group else match)
    return tuple(out)


def _place(placed: tuple[tuple[int, ...], tuple[int, int], Match]) -> tuple[int, ...]:
    return placed[0]
