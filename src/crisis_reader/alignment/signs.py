"""Signs: what a sentence has that could part it from another one, read once an article.

Only sentences that both have a number, or a day, or a mark of quotation are looked at for a
contrast of that sort: reading two sentences for all of them would take most of a comparison.
"""

from functools import cache
from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words, opposite_forms
from crisis_reader.alignment.reading import Reading

QUOTES = frozenset('"“”«»')
# A quotation opens and closes.
_BOTH = 2


class Signs(NamedTuple):
    """What one sentence has."""

    numbers: bool
    days: bool
    parts: bool
    """Words for a part of something."""
    hangs: bool
    """Words that make something hang on something else."""
    against: bool
    """A "not", which may set one doer against another."""
    undone: bool
    """Words that make an act not done."""
    sure: bool
    """Words that make an act as good as done."""
    opposable: bool
    """A verb that has an opposite."""
    quotes: bool
    """Enough quotation marks to quote something."""
    offices: bool
    """An office, with capitals right after it."""


def read_signs(reading: Reading, sentence: int) -> Signs:
    """The signs of a sentence."""
    span = reading.sentences[sentence].span
    words = range(*reading.ranges[sentence])
    said = frozenset(reading.words.folded[words.start : words.stop])
    quoted = span.of(reading.article.text)
    parts, hangs, against, undone, sure = _words(reading.language)
    return Signs(
        numbers=bool(reading.numbers_in(span)),
        days=bool(reading.days_in(span)),
        parts=not parts.isdisjoint(said),
        hangs=not hangs.isdisjoint(said),
        against=not against.isdisjoint(said),
        undone=not (undone.isdisjoint(said) and reading.contracted.isdisjoint(said)),
        sure=not sure.isdisjoint(said),
        opposable=not opposite_forms(reading.language).keys().isdisjoint(said),
        quotes=sum(map(quoted.count, QUOTES)) >= _BOTH,
        offices=any(
            hit.last + 1 in words
            and reading.upper[hit.last + 1]
            and reading.table.topic(hit.concept) == "offices"
            for hit in reading.hits_in(words)
        ),
    )


@cache
def _words(language: str) -> tuple[frozenset[str], ...]:
    hangs = contrast_words("if", language) | contrast_words("may", language)
    parts, against = contrast_words("part", language), contrast_words("not", language)
    sure = contrast_words("sure", language) | contrast_words("will", language)
    return parts, hangs, against, contrast_words("undone", language), sure
