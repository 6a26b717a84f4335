"""Doers: one deed that two accounts put down to different people or bodies.

Only where both set their doer against another one: "ministers, not bankers, drafted the plan".
"""

from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.text.spans import Span

# Words of what was done that are looked at after the verb.
_OBJECT = 8
# Words of a doer before the "not", and of the one who is said not to be it.
_DOER = 6


class _Deed(NamedTuple):
    """Who is said to have done something, and not somebody else."""

    doer: Span
    """Both, as far as they go."""
    heads: frozenset[str]
    """The terms of the doer alone."""
    verb: str
    told: frozenset[str]
    """The terms of what was done."""


def doer_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    """One deed that two sentences put down to different doers, each against another one."""
    own, its = _deeds(left, one), _deeds(right, other)
    return tuple(
        Difference(dimension=Dimension.ATTRIBUTION, left=a.doer, right=b.doer)
        for a in own
        for b in its
        if a.verb == b.verb and a.told & b.told and a.heads.isdisjoint(b.heads)
    )


def _deeds(article: Prepared, sentence: Span) -> list[_Deed]:
    """The deeds of a sentence whose doer is set against another: "X, not Y, did it"."""
    words, terms, language = article.words, article.terms, article.language
    inside = words.within(sentence)
    nots = contrast_words("not", language)
    out: list[_Deed] = []
    if nots.isdisjoint(words.folded[inside.start : inside.stop]):
        return out
    for k in inside:
        if words.folded[k] not in nots or not _comma(article, k):
            continue
        reach = range(k + 1, min(k + _DOER, inside.stop))
        after = next((j for j in reach if _comma(article, j)), inside.stop)
        who = after < inside.stop and words.folded[after] in contrast_words("who", language)
        verb = after + who
        first = _doer_start(article, k, inside.start)
        if verb < inside.stop and terms[verb] and first < k:
            last = min(verb + _OBJECT, inside.stop - 1)
            out.append(
                _Deed(
                    words.span(first, after - 1),
                    frozenset(t for t in terms[first:k] if t),
                    terms[verb],
                    frozenset(t for t in terms[verb + 1 : last + 1] if t),
                )
            )
    return out


def _comma(article: Prepared, index: int) -> bool:
    """Whether a comma stands right before a word."""
    if not index:
        return False
    gap = article.article.text[article.words.ends[index - 1] : article.words.starts[index]]
    return gap.strip() == ","


def _doer_start(article: Prepared, end: int, least: int) -> int:
    """The first word of the doer that ends before ``end``: after a comma or a linking word."""
    inside = contrast_words("inside", article.language)
    first = end
    while first > max(least, end - _DOER):
        linking = not article.marks[first - 1] and article.words.folded[first - 1] not in inside
        if linking or (first < end and _comma(article, first)):
            break
        first -= 1
    return first
