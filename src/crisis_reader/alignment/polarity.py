"""Polarity: an act that one account says was done, or is to be, and the other that it is not.

"The envoy will meet the widow" and "he is unlikely to meet the widow". Only where the same verb
has the same object in both, and the words right before it say that it is as good as done, or that
it is not. The words are rows of ``contrast_words.txt``.
"""

from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.text.spans import Span

# Words between a verb and its object, and between two of "to sing and to dance".
_OBJECT = 3
_LIST = 12
_NOT = "n't"


class _Act(NamedTuple):
    """A verb with its object and what is said of both."""

    done: bool
    span: Span
    """From the word that says whether it is done to the object."""
    names: frozenset[str]
    """The terms of the names before that word in its clause."""


def polarity_contrasts(left: Prepared, right: Prepared, one: Span, other: Span) -> list[Difference]:
    """The acts that one of two sentences has as done, or sure, and the other as not."""
    own, its = _acts(left, one), _acts(right, other)
    return [
        Difference(dimension=Dimension.OUTCOME, left=act.span, right=its[key].span)
        for key, act in own.items()
        if key in its and act.done != its[key].done and _of_one(act.names, its[key].names)
    ]


def _of_one(own: frozenset[str], its: frozenset[str]) -> bool:
    """Whether the acts may be one person's: who is called by a pronoun may be anybody."""
    return not own or not its or not own.isdisjoint(its)


def _acts(article: Prepared, sentence: Span) -> dict[tuple[str, str], _Act]:
    """The acts of a sentence by verb and object, those left out of which it says nothing sure."""
    out: dict[tuple[str, str], _Act] = {}
    inside = article.words.within(sentence)
    for k in inside:
        verb = article.marks[k]
        reach = range(k + 1, min(k + 1 + _OBJECT, inside.stop))
        thing = next((j for j in reach if article.marks[j]), None)
        if not verb or thing is None:
            continue
        said = _said(article, inside, k)
        if said is not None:
            at, done = said
            span = article.words.span(at, thing)
            out[verb, article.marks[thing]] = _Act(done, span, _names(article, at))
    return out


def _names(article: Prepared, index: int) -> frozenset[str]:
    """The terms of the names before a word in its clause."""
    at = article.words.starts[index]
    clauses = article.reading.clauses(article.reading.sentence_of[index])
    start = next((c.start for c in clauses if c.start <= at < c.end), at)
    return article.terms_in(Span(start, at)) & article.name_terms


def _said(article: Prepared, inside: range, verb: int) -> tuple[int, bool] | None:
    """The word that says whether the act of a verb is done, and whether it is; None for neither."""
    folded, language = article.words.folded, article.language
    undone = contrast_words("undone", language)
    k = _before(article, inside, verb)
    if k in inside and folded[k] == "to":
        k = _before(article, inside, k)
        if k in inside and folded[k] in contrast_words("and", language):
            # "expected to sing and to dance": what is said of the first holds for the second.
            earlier = range(k - 1, max(inside.start, k - _LIST), -1)
            first = next((j for j in earlier if folded[j] == "to"), None)
            k = _before(article, inside, first) if first is not None else inside.start - 1
        if k in inside and folded[k] in contrast_words("sure", language):
            at = _before(article, inside, k)
            against = at in inside and _negates(folded[at], undone)
            return (at, False) if against else (k, True)
        return (k, False) if k in inside and _negates(folded[k], undone) else None
    if k in inside and _negates(folded[k], undone):
        return k, False
    if k in inside and folded[k] in contrast_words("will", language):
        return k, True
    return None


def _before(article: Prepared, inside: range, index: int) -> int:
    """The word before another one in a sentence, those passed over that change nothing."""
    passed = contrast_words("passed", article.language)
    k = index - 1
    while k in inside and article.words.folded[k] in passed:
        k -= 1
    return k


def _negates(word: str, undone: frozenset[str]) -> bool:
    return word in undone or word.endswith(_NOT)
