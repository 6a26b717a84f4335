"""The ``news`` profile: sentences and clauses in which two independent accounts say the same.

Works in one direction only; ``aligning`` puts the two articles in order and mirrors the result.
Never joins across a sentence end.
"""

from crisis_reader.alignment.evidence import Candidate, gather
from crisis_reader.alignment.highlights import agreeing_words, kind_of, reason
from crisis_reader.alignment.phrases import narrowed
from crisis_reader.alignment.preparing import Prepared, retold
from crisis_reader.alignment.records import Match
from crisis_reader.alignment.scoring import WEAK, grade_of, probability
from crisis_reader.alignment.similarity import Similarity, compare_sentences
from crisis_reader.alignment.verbatim import find_runs


def align_news(left: Prepared, right: Prepared) -> list[Match]:
    """Find the passages in which two accounts say the same."""
    left, right = retold(left, right)
    likeness = compare_sentences(left, right)
    matches: list[Match] = []
    for candidate in gather(left, right, likeness, find_runs(left, right)):
        score = probability(candidate.features)
        if score >= WEAK and _says_something(left, right, candidate):
            matches.append(_match(left, right, candidate, score, likeness))
    return matches


def _says_something(left: Prepared, right: Prepared, candidate: Candidate) -> bool:
    """Whether the two share more than names: a name or a place alone is no passage."""
    shared = left.bags[candidate.left].keys() & right.bags[candidate.right].keys()
    return bool(shared - left.name_terms) or bool(shared - right.name_terms)


def _match(
    left: Prepared, right: Prepared, candidate: Candidate, score: float, likeness: Similarity
) -> Match:
    one, other = narrowed(left, right, candidate.left, candidate.right, likeness.rarity)
    score = round(score, 4)
    return Match(
        left=one,
        right=other,
        score=score,
        grade=grade_of(score),
        kind=kind_of(left, right, one, other),
        group=0,
        words=agreeing_words(left, right, one, other),
        because=reason(left, right, one, other, likeness.rarity),
    )
