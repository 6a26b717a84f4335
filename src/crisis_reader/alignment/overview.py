"""``align_all``: passages by accounts, for two articles or many.

Matches between pairs of accounts are joined into passages; copies of one text are one account. What
was read as a summary only is never said to lack anything.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from crisis_reader.alignment.aligning import align
from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.records import (
    Account,
    Difference,
    Match,
    Overview,
    Passage,
    Profile,
    Stance,
    Stand,
)
from crisis_reader.article import Article
from crisis_reader.text.spans import Span

# Share of the words of the shorter text from which two texts are one text printed twice.
_COPY = 0.9
# Two matched stretches of one account tell the same passage if they share this much of the shorter.
_SAME = 0.5

_Pair = tuple[int, int]


def align_all(
    articles: Iterable[Article | Prepared],
    *,
    profile: str | Profile = Profile.NEWS,
    align_pair: Callable[[Prepared, Prepared, int], Alignment] | None = None,
) -> Overview:
    """Find the passages that at least two accounts share.

    Args:
        articles: Articles or prepared ones; the order of accounts is theirs.
        profile: As for :func:`align`.
        align_pair: Aligns two in place of :func:`align` and is told how many pairs there are, for
            a caller that shows how far it has come; what it raises ends the work.

    Raises:
        UsageError: If there is no such profile.
    """
    prepared = [a if isinstance(a, Prepared) else prepare(a) for a in articles]
    copies = _copies(prepared)
    accounts = tuple(Account(articles=tuple(p.article for p in group)) for group in copies)
    firsts = [group[0] for group in copies]
    pairs = list(combinations(range(len(firsts)), 2))
    found = {
        (a, b): align_pair(firsts[a], firsts[b], len(pairs))
        if align_pair
        else align(firsts[a], firsts[b], profile=profile)
        for a, b in pairs
    }
    passages = [_passage(group, firsts) for group in _joined(found)]
    passages.sort(key=lambda p: (-_tellers(p), -p.score, [s.span or (0, 0) for s in p.stances]))
    return Overview(accounts=accounts, passages=tuple(passages))


def _copies(prepared: Sequence[Prepared]) -> list[list[Prepared]]:
    """Group the articles that carry one and the same text, in the order given."""
    groups: list[list[Prepared]] = []
    for article in prepared:
        for group in groups:
            if _one_text(group[0], article):
                group.append(article)
                break
        else:
            groups.append([article])
    return groups


def _one_text(one: Prepared, other: Prepared) -> bool:
    if one.article.version == other.article.version:
        return True
    own, its = one.reading.shingles.keys(), other.reading.shingles.keys()
    least, most = sorted((len(own), len(its)))
    return bool(least) and len(own & its) >= _COPY * most


def _joined(found: Mapping[_Pair, Alignment]) -> list[list[tuple[_Pair, Match]]]:
    """Join the matches, best first, into groups with one stretch an account.

    A match joins a group where one of its sides stands; it is left out where its other side would
    give that account a second, distant stretch.
    """
    ranked = sorted(
        ((pair, match) for pair, alignment in found.items() for match in alignment.shown()),
        key=lambda item: (-item[1].score, item[0], item[1].left, item[1].right),
    )
    groups: list[dict[int, Span]] = []
    members: list[list[tuple[_Pair, Match]]] = []
    for pair, match in ranked:
        sides = {pair[0]: match.left, pair[1]: match.right}
        home = next((k for k, group in enumerate(groups) if _fits(group, sides)), None)
        if home is None:
            groups.append(dict(sides))
            members.append([(pair, match)])
        else:
            groups[home] = sides | groups[home]
            members[home].append((pair, match))
    return members


def _fits(group: Mapping[int, Span], sides: Mapping[int, Span]) -> bool:
    """Whether a match tells a group's passage: on one side it must, on none may it contradict."""
    known = [(group[k], span) for k, span in sides.items() if k in group]
    return bool(known) and all(
        one.overlap(other) >= _SAME * min(one.length, other.length) for one, other in known
    )


def _passage(members: Sequence[tuple[_Pair, Match]], accounts: Sequence[Prepared]) -> Passage:
    spans: dict[int, Span] = {}
    differences: dict[int, list[Difference]] = {}
    for (a, b), match in members:
        spans.setdefault(a, match.left)
        spans.setdefault(b, match.right)
        if match.differences:
            # What differs is said once, of the account that comes later in the list.
            differences.setdefault(b, []).extend(match.differences)
    stances = tuple(
        _stance(number, account, spans, differences) for number, account in enumerate(accounts)
    )
    return Passage(stances=stances, score=max(m.score for _, m in members))


def _stance(
    number: int,
    account: Prepared,
    spans: Mapping[int, Span],
    differences: Mapping[int, list[Difference]],
) -> Stance:
    if number in differences:
        return Stance(
            stand=Stand.DIFFERS, span=spans[number], differences=tuple(differences[number])
        )
    if number in spans:
        return Stance(stand=Stand.HAS, span=spans[number])
    unknown = not account.article.is_whole
    return Stance(stand=Stand.UNKNOWN if unknown else Stand.LACKS, span=None)


def _tellers(passage: Passage) -> int:
    return sum(stance.span is not None for stance in passage.stances)
