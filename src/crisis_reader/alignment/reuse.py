"""The ``reuse`` profile: passages that one text took from another, copied, reworded or summed up.

Works in one direction only, as ``news`` does. Steps: verbatim runs to their exact bounds; where
there are none, sentence seeds, gap clusters, bounds; then passages that sum up the other text.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from crisis_reader.alignment.bounds import fitted, trimmed_passage
from crisis_reader.alignment.clusters import RESCUE, USUAL, Limits, cluster, find_seeds
from crisis_reader.alignment.highlights import agreeing_words, kind_of, reason
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Match
from crisis_reader.alignment.scoring import grade_of
from crisis_reader.alignment.similarity import Similarity, compare_sentences, weighted
from crisis_reader.alignment.verbatim import find_runs
from crisis_reader.text.spans import Span

# A copied passage has at least these characters, a reworded one these.
_COPIED = 200
_REWORDED = 150
# Runs of one copy may be parted by a changed word or a caption of at most these characters.
_JOIN = 100
# Of two copies of one passage the longer one is kept if they share more than this.
_SAME = 0.5
# A passage that sums up: at least so many sentences, nearly each with a counterpart, alike enough
# on average, whose counterparts lie spread over the other text, which is so many times as long.
_SUM_SENTENCES = 5
_SUM_DENSITY = 0.8
_SUM_COSINE = 0.15
_SUM_MEAN = 0.3
_SUM_SPREAD = 0.25
_SUM_RATIO = 3.0
# From one sentence to the next its counterparts leap; those of a reworded passage go step by step.
_SUM_LEAPS = 0.6
# It stands in a text that says more.
_SUM_PART = 0.5
# It is dropped where one plain passage explains this share of it.
_SUM_EXPLAINED = 0.75
# Share of such passages that is right on the development pairs of PAN 2013.
_SCORE_COPIED = 0.99
_SCORE_SUMMED = 0.9
_SCORE_LEAST = 0.75


class Reused(NamedTuple):
    """One passage and its source."""

    left: Span
    right: Span
    score: float

    def side(self, *, turned: bool) -> Span:
        """The left span, or the right one."""
        return self.right if turned else self.left


def align_reuse(left: Prepared, right: Prepared) -> list[Match]:
    """Find reused passages as matches."""
    likeness = compare_sentences(left, right, floor=0.0)
    return [_match(left, right, passage, likeness) for passage in find_reuse(left, right, likeness)]


def _match(left: Prepared, right: Prepared, passage: Reused, likeness: Similarity) -> Match:
    one, other = passage.left, passage.right
    words = agreeing_words(left, right, one, other)
    return Match(
        left=one,
        right=other,
        score=passage.score,
        grade=grade_of(passage.score),
        kind=kind_of(left, right, (one, other), words),
        group=0,
        words=words,
        because=reason(left, right, one, other, likeness.rarity),
    )


def find_reuse(left: Prepared, right: Prepared, likeness: Similarity) -> list[Reused]:
    """Find reused passages, in order of the left text."""
    passages = _copied(left, right) or _reworded(left, right, likeness)
    for one, other in ((left, right), (right, left)):
        passages = _with_summary(one, other, likeness, passages, turned=one is right)
    return sorted(passages)


def _copied(left: Prepared, right: Prepared) -> list[Reused]:
    joined: list[tuple[Span, Span]] = []
    for run in find_runs(left, right):
        one = left.words.span(run.left, run.left + run.length - 1)
        other = right.words.span(run.right, run.right + run.length - 1)
        if one.length < _COPIED:
            continue
        if joined and _continues(joined[-1], one, other):
            joined[-1] = (joined[-1][0].hull(one), joined[-1][1].hull(other))
        else:
            joined.append((one, other))
    return _apart((Reused(one, other, _SCORE_COPIED) for one, other in joined), _SAME)


def _continues(before: tuple[Span, Span], one: Span, other: Span) -> bool:
    return one.start - before[0].end <= _JOIN and 0 <= other.start - before[1].end <= _JOIN


def _reworded(left: Prepared, right: Prepared, likeness: Similarity) -> list[Reused]:
    rows, columns = weighted(left, likeness.rarity), weighted(right, likeness.rarity)

    def clustered(limits: Limits) -> list[Reused]:
        seeds = find_seeds(left, right, likeness, limits)
        found = []
        for made in cluster(seeds, rows, columns, limits.whole):
            one, other = trimmed_passage(left, right, fitted(made, rows, columns), likeness.rarity)
            if min(one.length, other.length) >= _REWORDED:
                found.append(Reused(one, other, _score(made.cosine)))
        return _apart(found, 0.0)

    return clustered(USUAL) or clustered(RESCUE)


def _score(cosine: float) -> float:
    return round(min(0.97, _SCORE_LEAST + 0.3 * max(0.0, cosine - RESCUE.whole)), 4)


def _apart(passages: Iterable[Reused], most: float) -> list[Reused]:
    """Without those of which more than a share is taken by a better or longer one."""
    kept: list[Reused] = []
    for new in sorted(passages, key=lambda p: (-p.score, -p.left.length, p.left, p.right)):
        taken = any(
            new.left.overlap(old.left) > most * new.left.length
            or new.right.overlap(old.right) > most * new.right.length
            for old in kept
        )
        if not taken:
            kept.append(new)
    return kept


def _with_summary(
    short: Prepared, long: Prepared, likeness: Similarity, passages: list[Reused], *, turned: bool
) -> list[Reused]:
    """Add the passage of ``short`` that sums up ``long``, if there is one."""
    found = _summary(short, long, likeness, turned=turned)
    if found is None or any(
        p.side(turned=turned).overlap(found) >= _SUM_EXPLAINED * found.length for p in passages
    ):
        return passages
    whole = Span(long.sentences[0].span.start, long.sentences[-1].span.end)
    summed = Reused(whole, found, _SCORE_SUMMED) if turned else Reused(found, whole, _SCORE_SUMMED)
    return [*(p for p in passages if not p.side(turned=turned).touches(found)), summed]


def _summary(short: Prepared, long: Prepared, likeness: Similarity, *, turned: bool) -> Span | None:
    """The passage of ``short`` whose sentences have their counterparts all over ``long``."""
    best: dict[int, tuple[float, int]] = {}
    for pair in likeness.dots:
        i, j = pair[::-1] if turned else pair
        cosine = likeness.cosine(*pair)
        if (
            cosine >= _SUM_COSINE
            and (cosine, -j) > best.get(i, (0.0, 0))
            and len(short.bags[i].keys() & long.bags[j].keys()) > 1
        ):
            best[i] = (cosine, -j)
    length = len(long.article.text)
    candidates: list[tuple[float, Span]] = []
    for group in _neighbours(sorted(best)):
        total = sum(best[i][0] for i in group)
        span = short.sentences[group[0]].span.hull(short.sentences[group[-1]].span)
        places = sorted(long.sentences[-best[i][1]].span.start for i in group)
        quarter = len(places) // 4
        if (
            len(group) >= max(_SUM_SENTENCES, _SUM_DENSITY * (group[-1] - group[0] + 1))
            and total >= _SUM_MEAN * len(group)
            and _leaps([-best[i][1] for i in group]) >= _SUM_LEAPS
            and span.length <= _SUM_PART * len(short.article.text)
            and places[-1 - quarter] - places[quarter] >= _SUM_SPREAD * length
            and length >= _SUM_RATIO * span.length
        ):
            candidates.append((total, span))
    return max(candidates)[1] if candidates else None


def _leaps(places: list[int]) -> float:
    """Share of the steps from one sentence's counterpart to the next that lead far and on."""
    seen = {places[0]}
    count = 0
    for before, after in pairwise(places):
        count += abs(after - before) > 1 and after not in seen
        seen.add(after)
    return count / (len(places) - 1)


def _neighbours(indices: list[int]) -> list[list[int]]:
    """Runs of sentences that leave out at most one in between."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index - runs[-1][-1] <= 2:  # noqa: PLR2004 - one left out
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
