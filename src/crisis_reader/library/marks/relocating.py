"""Finding a marked passage again in a text that may have changed. Pure: no file, no clock.

A passage is known by its words and 32 characters on either side. What no longer fits is lost, and
said to be lost: a mark on the wrong sentence would be worse than none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_reader.text.folding import fold
from crisis_reader.text.spans import Span

AROUND = 32
"""Characters kept on either side of a passage."""

_TELLING = 24
"""Characters from which on a quote that occurs once is taken without its surroundings: some four
words hardly ever recur by chance, while a shorter one, a name say, may stand anywhere."""

_ALIKE = 0.5
"""Least similarity of the surroundings, 0-1, that still counts as the same place."""

_MOST = 1000
"""Occurrences looked at; a mark on a single letter of a long text has no better answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPassage:
    """A stretch of text as it is remembered."""

    quote: str
    """The characters themselves; may be empty for a point between two."""
    before: str = ""
    """Up to 32 characters before it; fewer at the start of the text."""
    after: str = ""
    """Up to 32 characters after it; fewer at the end of the text."""


def passage_at(text: str, span: Span) -> KeptPassage:
    """What is remembered of ``span``."""
    return KeptPassage(
        quote=span.of(text),
        before=text[max(0, span.start - AROUND) : span.start],
        after=text[span.end : span.end + AROUND],
    )


def relocate(text: str, quote: str, before: str, after: str) -> Span | None:
    """Where a remembered passage stands in ``text``; None if it no longer fits or can't be told.

    The exact words are looked for first, then the words with case, accents, quotation marks,
    dashes and spaces folded. Of several places the one with the likest surroundings wins; two
    that are equally like give None.
    """
    if not quote:
        return _point(text, before, after)
    found = list(_exact(text, quote)) or list(_folded(text, quote))
    if not found:
        return None
    ranked = sorted(((_likeness(text, s, before, after), s) for s in found), reverse=True)
    best, span = ranked[0]
    if len(ranked) == 1:
        return span if len(quote) >= _TELLING or best >= _ALIKE else None
    return span if best >= _ALIKE and best > ranked[1][0] else None


def _point(text: str, before: str, after: str) -> Span | None:
    """The point between ``before`` and ``after``, if exactly one place has both."""
    around = before + after
    at = text.find(around)
    if at < 0 or text.find(around, at + 1) >= 0 or (not around and text):
        return None
    return Span(at + len(before), at + len(before))


def _exact(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    for _ in range(_MOST):
        if at < 0:
            return
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _folded(text: str, quote: str) -> Iterator[Span]:
    wanted = fold(quote).text.strip()
    if not wanted:
        return
    folded = fold(text)
    for span in _exact(folded.text, wanted):
        yield folded.span(*span)


def _likeness(text: str, span: Span, before: str, after: str) -> float:
    """How like the surroundings are, 0-1; where none were remembered, those count as like."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - only a text that changed needs it

    sides = (
        (before, text[max(0, span.start - len(before)) : span.start]),
        (after, text[span.end : span.end + len(after)]),
    )
    return sum(Indel.normalized_similarity(was, now) for was, now in sides) / len(sides)
