"""The ``news`` profile: sentences and clauses in which two independent accounts say the same.

Works in one direction only; ``aligning`` puts the two articles in order and mirrors the result.
Never joins across a sentence end.
"""

from dataclasses import dataclass

from crisis_reader.alignment.evidence import Candidate, gather
from crisis_reader.alignment.highlights import agreeing_words, reason
from crisis_reader.alignment.phrases import narrowed
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Match, MatchKind
from crisis_reader.alignment.scoring import WEAK, grade_of, probability
from crisis_reader.alignment.similarity import Similarity, compare_sentences
from crisis_reader.alignment.verbatim import find_runs
from crisis_reader.text.spans import Span

# Words of a run that makes two quotations the same one.
_QUOTED_RUN = 4
# Share of agreeing words from which two passages are called nearly the same words.
_NEAR = 0.7
_MARKS = '"“”„«»‟'


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What the profile found, in no particular order."""

    matches: tuple[Match, ...]


def align_news(left: Prepared, right: Prepared) -> Found:
    """Find the passages in which two accounts say the same."""
    likeness = compare_sentences(left, right)
    matches: list[Match] = []
    for candidate in gather(left, right, likeness, find_runs(left, right)):
        score = probability(candidate.features)
        if score >= WEAK and _says_something(left, right, candidate):
            matches.append(_match(left, right, candidate, score, likeness))
    return Found(tuple(matches))


def _says_something(left: Prepared, right: Prepared, candidate: Candidate) -> bool:
    """Whether the two share more than names: a name or a place alone is no passage."""
    shared = left.bags[candidate.left].keys() & right.bags[candidate.right].keys()
    return bool(shared - left.name_terms) or bool(shared - right.name_terms)


def _match(
    left: Prepared, right: Prepared, candidate: Candidate, score: float, likeness: Similarity
) -> Match:
    one, other = narrowed(left, right, candidate.left, candidate.right, likeness.rarity)
    words = agreeing_words(left, right, one, other)
    score = round(score, 4)
    return Match(
        left=one,
        right=other,
        score=score,
        grade=grade_of(score),
        kind=_kind(left, right, one, other, words, candidate.run),
        group=0,
        words=words,
        because=reason(left, right, one, other, likeness.rarity),
    )


def _kind(
    left: Prepared,
    right: Prepared,
    one: Span,
    other: Span,
    words: tuple[tuple[Span, Span], ...],
    run: int,
) -> MatchKind:
    own, its = left.words.within(one), right.words.within(other)
    if left.words.folded[own.start : own.stop] == right.words.folded[its.start : its.stop]:
        return MatchKind.VERBATIM
    agreed = sum(len(left.words.within(a)) for a, _ in words)
    if agreed >= _NEAR * max(len(own), len(its)):
        return MatchKind.NEAR
    if run >= _QUOTED_RUN and any(_quoted(left, a) and _quoted(right, b) for a, b in words):
        return MatchKind.QUOTE
    return MatchKind.PARAPHRASE


def _quoted(article: Prepared, span: Span) -> bool:
    """Whether a run of at least ``_QUOTED_RUN`` words stands in quotation marks."""
    words = article.words.within(span)
    if len(words) < _QUOTED_RUN:
        return False
    index = article.sentence_of[words.start]
    if index < 0:
        return False
    sentence = article.sentences[index].span
    text = article.article.text
    return any(c in _MARKS for c in text[sentence.start : span.end + 1])
