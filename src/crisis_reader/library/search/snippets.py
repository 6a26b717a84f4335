"""Where a query's words stand in a text, and the stretch that shows them best. Pure.

Spans are of the text as stored: the index, which knows folded words only, is not asked.
"""

from collections.abc import Sequence

from crisis_reader.library.search.query import Term
from crisis_reader.text.folding import fold
from crisis_reader.text.spans import Span, trimmed

_LENGTH = 200
"""Characters of a snippet: two or three lines of a terminal."""
_LEAD = 40
"""Characters before the first word found, so that it is read in its sentence."""
_MOST = 200
"""Places of one term looked at."""


def find_terms(text: str, terms: Sequence[Term]) -> tuple[tuple[Span, ...], ...]:
    """For each term the places where it stands, in order."""
    folded = fold(text)
    places: list[tuple[Span, ...]] = []
    for term in terms:
        found: list[Span] = []
        for match in term.pattern().finditer(folded.text):
            found.append(folded.span(*match.span()))
            if len(found) == _MOST:
                break
        places.append(tuple(found))
    return tuple(places)


def snippet_of(text: str, places: Sequence[Sequence[Span]], start: int = 0) -> Span:
    """The stretch that shows most of the terms, the earliest of several.

    Where the text holds none of them, what follows ``start``.
    """
    spans = sorted((span, number) for number, found in enumerate(places) for span in found)
    if not spans:
        return trimmed(text, _widened(text, start, start + _LENGTH))
    best, most, last = 0, 0, 0
    for first, (span, _) in enumerate(spans):
        last = max(last, first)
        while last < len(spans) and spans[last][0].end <= span.start + _LENGTH - _LEAD:
            last += 1
        terms = len({number for _, number in spans[first:last]})
        if terms > most:
            best, most = first, terms
    at = spans[best][0]
    begin = max(0, at.start - _LEAD)
    return trimmed(text, _widened(text, begin, max(begin + _LENGTH, at.end)))


def _widened(text: str, start: int, end: int) -> Span:
    """The stretch, moved inwards at its ends to where words begin and end, if that is near."""
    end = min(end, len(text))
    if start > 0 and not text[start - 1].isspace():
        space = next((i for i in range(start, min(start + _LEAD, end)) if text[i].isspace()), start)
        start = space
    if end < len(text) and not text[end].isspace():
        space = next((i for i in range(end, max(end - _LEAD, start), -1) if text[i].isspace()), end)
        end = space
    return Span(start, end)
