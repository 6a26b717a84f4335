"""Opposites: an act that one account says went one way and the other that it went the other way.

"The court upheld the levy" and "the levy was struck down". Only where both verbs say so of a fact,
the same thing stands with both, and neither account has the other's verb at all: who rejects first
and accepts then is told of by both. The verbs are rows of ``opposites.tsv``.
"""

from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words, opposite_forms
from crisis_reader.alignment.day_contrasts import days_apart
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.text.spans import Span

# Words between a verb and what it is done to, and between that and a form of "be".
_REACH = 4
_NOT = "n't"

_Terms = frozenset[str]


class _Verb(NamedTuple):
    """A verb of a row where a sentence states a fact with it."""

    row: int
    side: int
    span: Span
    """With what it is done to."""
    thing: _Terms
    """The terms of what it is done to."""
    doer: _Terms
    """The terms of who does it; none where it is told in the passive, or of a pronoun."""


def opposite_contrasts(left: Prepared, right: Prepared, one: Span, other: Span) -> list[Difference]:
    """The acts on one thing by one body that two sentences tell with opposite verbs."""
    if days_apart(left, one, right, other):
        return []
    return [
        Difference(dimension=Dimension.OUTCOME, left=a.span, right=b.span)
        for a in _verbs(left, one)
        for b in _verbs(right, other)
        if a.row == b.row
        and a.side != b.side
        and not a.thing.isdisjoint(b.thing)
        and (not a.doer or not b.doer or not a.doer.isdisjoint(b.doer))
        and not _knows(left, b)
        and not _knows(right, a)
    ]


def _knows(article: Prepared, verb: _Verb) -> bool:
    """Whether an article has a verb of that side anywhere."""
    return any(
        row == verb.row and side == verb.side
        for word in article.reading.vocabulary
        for row, side, phrase in opposite_forms(article.language).get(word, ())
        if article.reading.vocabulary.issuperset(phrase)
    )


def _verbs(article: Prepared, sentence: Span) -> list[_Verb]:
    """The verbs of a sentence that are in a row and told as facts."""
    folded, forms = article.words.folded, opposite_forms(article.language)
    inside = article.words.within(sentence)
    out: list[_Verb] = []
    for k in inside:
        for row, side, phrase in forms.get(folded[k], ()):
            end = k + len(phrase)
            if folded[k:end] == phrase and end <= inside.stop:
                fact = _fact(article, inside, k, end)
                if fact:
                    things, doer = fact
                    span = article.words.span(min(k, *things), max(end - 1, *things))
                    thing = frozenset().union(*(_terms(article, at) for at in things))
                    out.append(_Verb(row, side, span, thing, doer))
    return out


def _fact(article: Prepared, inside: range, k: int, end: int) -> tuple[list[int], _Terms] | None:
    """The words for what a verb is done to, and by whom; None where it is not told as done.

    In the passive its head may stand some words before: "the levy on salt was upheld".
    """
    folded, language = article.words.folded, article.language
    before = k - 1
    passed = contrast_words("passed", language) - contrast_words("be", language)
    while before in inside and folded[before] in passed:
        before -= 1
    if before not in inside:
        return None
    word = folded[before]
    if word in contrast_words("unsure", language) or word.endswith(_NOT):
        return None
    if word in contrast_words("be", language):
        earlier = before - 1
        doubt = earlier in inside and (
            folded[earlier] in contrast_words("unsure", language) or folded[earlier].endswith(_NOT)
        )
        things = _telling(article, range(max(inside.start, before - _REACH), before))
        return None if doubt or not things else (things, frozenset())
    things = _telling(article, range(end, min(inside.stop, end + _REACH)))[:1]
    doers = _telling(article, range(max(inside.start, before + 1 - _REACH), before + 1))[-1:]
    if not things:
        return None
    return things, frozenset().union(*(_terms(article, at) for at in doers))


def _telling(article: Prepared, reach: range) -> list[int]:
    """The words that tell something."""
    return [k for k in reach if article.terms[k] or k in article.meanings]


def _terms(article: Prepared, index: int) -> _Terms:
    """The term of a word, and of what it means."""
    return article.terms_in(article.words.span(index, index))
