"""The ``news`` profile: what two independent accounts both say, and where they part.

Works in one direction only; ``aligning`` puts the two articles in order and mirrors the result.
Never joins across a sentence end.
"""

from collections.abc import KeysView, Mapping, Sequence
from dataclasses import dataclass

from crisis_reader.alignment.claims import (
    agreements,
    date_difference,
    only_dates,
    outcome_difference,
    said_of,
    stage_differences,
    title_differences,
)
from crisis_reader.alignment.evidence import Candidate, gather
from crisis_reader.alignment.forces import (
    Force,
    cause_differences,
    part_difference,
    part_of,
    shared_parts,
)
from crisis_reader.alignment.highlights import (
    agreeing_words,
    kind_of,
    reason,
    reason_of_sentences,
)
from crisis_reader.alignment.look_alikes import find_clashes, once
from crisis_reader.alignment.pairing import ClaimPair, pair_claims
from crisis_reader.alignment.parting import Parting
from crisis_reader.alignment.phrases import narrowed
from crisis_reader.alignment.preparing import Prepared, retold
from crisis_reader.alignment.records import Difference, Grade, LookAlike, Match, MatchKind
from crisis_reader.alignment.relatedness import likeness
from crisis_reader.alignment.scoring import (
    ABROAD,
    BYSTANDING,
    LIKELY,
    NEARLY,
    WEAK,
    WEAK_ABROAD,
    claim_score,
    grade_of,
    judge,
    only_coupled,
    probability,
    story_odds,
)
from crisis_reader.alignment.similarity import Similarity, compare_sentences
from crisis_reader.alignment.terms import MEANING
from crisis_reader.alignment.titles import title_contrasts
from crisis_reader.alignment.verbatim import find_runs


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a profile found, in no particular order."""

    matches: Sequence[Match]
    look_alikes: Sequence[LookAlike] = ()
    differences: Sequence[Difference] = ()
    """Those that belong to no match."""


def align_news(left: Prepared, right: Prepared) -> Found:
    """Find the passages in which two accounts say the same, and where they part."""
    left, right = retold(left, right)
    return _Comparison(left, right).found()


class _Comparison:
    """Two articles being compared; all that several steps need."""

    def __init__(self, left: Prepared, right: Prepared) -> None:
        self.left, self.right = left, right
        self.likeness: Similarity = compare_sentences(left, right)
        self.aside = left.bystanders | right.bystanders
        runs = find_runs(left, right)
        odds = story_odds(likeness(left, right))
        self.one_story = odds == 0.0
        abroad = left.language != right.language
        odds += ABROAD if abroad else 0.0
        self.least, self.worthwhile = (WEAK_ABROAD,) * 2 if abroad else (WEAK, NEARLY)
        candidates = gather(left, right, self.likeness, runs, judge(WEAK, odds))
        self.scored = [
            (probability(c.features, odds, coupled=bool(c.couples)) * self._telling(c), c)
            for c in candidates
        ]
        self.scores: Mapping[tuple[int, int], float] = {
            (c.left, c.right): p for p, c in self.scored
        }
        self.lefts, self.rights = left.reading.claims, right.reading.claims

    def found(self) -> Found:
        """Everything, the claims first: a passage they explain is not matched again."""
        agreeing = agreements(self.lefts, self.rights)
        pairs = pair_claims(self.left, self.right, agreeing, self.scores)
        claimed = [self._claimed(pair) for pair in pairs]
        forces = self.left.reading.forces, self.right.reading.forces
        claimed += [self._acted(a, b) for a, b in shared_parts(*forces)]
        clashes = find_clashes(self.left, self.right, agreeing, self.scored)
        refused = {(a.sentence, b.sentence) for a, b, _ in clashes}
        matches = claimed + [
            match
            for p, c in self.scored
            if p >= self.least and (c.left, c.right) not in refused
            if not _explained(match := self._worded(c, p), claimed)
        ]
        apart = [
            *stage_differences(self.lefts, self.rights),
            *cause_differences(*forces),
            *self._titles(),
        ]
        alike = [
            LookAlike(left=a.passage, right=b.passage, reason=why) for a, b, why in once(clashes)
        ]
        return Found(matches, alike, apart)

    def _titles(self) -> list[Difference]:
        """A doubted title against a plain one; failing that, offices with none in common.

        Who is called what is no dispute between two stories, and costs time to read.
        """
        found = title_differences(self.lefts, self.rights)
        if found or not self.one_story:
            return found
        return title_contrasts(self.left, self.right, self.lefts, self.rights)

    def _telling(self, candidate: Candidate) -> float:
        """What the score is to be multiplied by: less for who, where and when alone."""
        left, right, shared = self.left, self.right, candidate.shared
        told = [t for t in shared if t not in self.aside]
        own, its = left.bags[candidate.left].keys(), right.bags[candidate.right].keys()
        if left.days.issuperset(own) or right.days.issuperset(its):
            return 0.0  # a line that is a date heads what follows
        if left.language != right.language:
            said = [t for t in told if t not in left.days]
            if not said:  # an office and a day are of anybody
                return BYSTANDING if own & its & left.own_names.keys() else 0.0
            return 0.0 if len(said) == 1 and said[0][0] == MEANING else 1.0
        if all(t[0] == MEANING for t in shared):
            return 0.0  # a meaning without a word is too little
        if not told and all(t in left.name_terms or t in right.name_terms for t in shared):
            return 0.0
        # Of two stories, what happened to other people is another event in any words.
        little = not self.one_story or sum(t[0] != MEANING for t in told) <= 1
        return BYSTANDING if not told or (little and self._of_others(own, its)) else 1.0

    def _of_others(self, own: KeysView[str], its: KeysView[str]) -> bool:
        """Whether both sentences have names and none of them in common."""
        ours, theirs = own & self.left.own_names.keys(), its & self.right.own_names.keys()
        return bool(ours and theirs) and ours.isdisjoint(theirs)

    def _worded(self, candidate: Candidate, score: float) -> Match:
        """The match of two sentences that their words make."""
        left, right = self.left, self.right
        i, j = candidate.left, candidate.right
        if score < self.worthwhile:
            return self._hardly(i, j, score)
        rarity = self.likeness.rarity
        if candidate.couples and only_coupled(candidate.features):
            # Nothing but a couple speaks for it, so that only its clauses are matched.
            coupled = {t for pair in candidate.couples for t in pair}
            rarity = {t: rarity[t] for t in coupled}
        one, other = narrowed(left, right, i, j, rarity)
        whole = left.sentences[i].span, right.sentences[j].span
        differences: tuple[Difference, ...] = ()
        if score >= NEARLY:
            parting = Parting(left, right, i, j)
            differences = parting.of_one_thing()
            if differences and not all(
                one.covers(d.left) and other.covers(d.right) for d in differences
            ):
                one, other = whole
            score = max(score, LIKELY) if differences else score
            if score >= LIKELY:
                differences += parting.of_names(one, other)
        words = agreeing_words(left, right, one, other)
        score = round(score, 4)
        return Match(
            left=one,
            right=other,
            score=score,
            grade=grade_of(score),
            kind=kind_of(left, right, (one, other), words),
            group=0,
            words=words,
            differences=differences,
            because=reason(left, right, one, other, self.likeness.rarity),
        )

    def _hardly(self, i: int, j: int, score: float) -> Match:
        """A match so weak that it is not worth the time to look into its sentences."""
        left, right = self.left, self.right
        one, other = left.sentences[i].span, right.sentences[j].span
        return Match(
            left=one,
            right=other,
            score=round(score, 4),
            grade=Grade.WEAK,
            kind=MatchKind.PARAPHRASE,
            group=0,
            because=reason_of_sentences(left, right, i, j, self.likeness.rarity),
        )

    def _claimed(self, pair: ClaimPair) -> Match:
        """The match of two clauses that one claim makes."""
        left, right, a, b = self.left, self.right, pair.left, pair.right
        outcome = outcome_difference(a, b, self.lefts, self.rights)
        day = date_difference(a, b, self.lefts, self.rights)
        words = self.scores.get((a.sentence, b.sentence), 0.0)
        first = pair.first and not (only_dates(a) and only_dates(b))
        score = claim_score(words, same_outcome=outcome is None, first=first)
        score = round(score, 4)
        return Match(
            left=a.passage,
            right=b.passage,
            score=score,
            grade=grade_of(score),
            kind=MatchKind.SAME_CLAIM,
            group=0,
            words=agreeing_words(left, right, a.passage, b.passage),
            differences=tuple(d for d in (outcome, day) if d),
            because=said_of(a, b),
        )

    def _acted(self, a: Force, b: Force) -> Match:
        """The match of two passages that tell of one body's part in an exit."""
        left, right = self.left, self.right
        words = self.scores.get((a.claim.sentence, b.claim.sentence), 0.0)
        score = round(claim_score(words, same_outcome=False, first=True), 4)
        difference = part_difference(a, b)
        return Match(
            left=a.span,
            right=b.span,
            score=score,
            grade=grade_of(score),
            kind=MatchKind.SAME_CLAIM,
            group=0,
            words=agreeing_words(left, right, a.span, b.span),
            differences=(difference,) if difference else (),
            because=part_of(a, b),
        )


def _explained(match: Match, claimed: Sequence[Match]) -> bool:
    """Whether a claim covers the better half of a match on both sides."""
    return any(
        2 * match.left.overlap(c.left) >= min(match.left.length, c.left.length)
        and 2 * match.right.overlap(c.right) >= min(match.right.length, c.right.length)
        for c in claimed
    )
