"""Fates: what became of those that a number counts, whoever they are called.

"Killed 12", "12 people died", "a death toll of 12" count the same. The words are rows of
``contrast_words.txt``: a verb stands before the number or after its noun, a noun after it.
"""

import re
from collections import Counter

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.text.language import function_words
from crisis_reader.text.numbers import Number
from crisis_reader.text.spans import Span
from crisis_reader.text.words import stem

# People counted by what they do: "20 protesters", "20 manifestantes".
_DOERS = re.compile(r"(?:[eo]r|ist|ant|ian|ee|m[ae]n|ores|istas?|antes|entes)s?$")

FATES = ("killed", "hurt", "held", "freed", "missing")
# Words between a verb and its number: "killing at least 12".
_BEFORE = 4
# Words between a number and what became of those it counts: "12 people have been".
_AFTER = 6
# Words between "toll" and its number: "the death toll in the port rose to 12".
_TOLL = 9


def fates_of(article: Prepared, passage: Span) -> dict[str, Number]:
    """The number of those of a passage that met each fate; of a fate told twice, none.

    None at all where others are counted of whom no fate is told: "12 rebels and 3 soldiers died".
    """
    found = [(_fate(article, number), number) for number in article.reading.numbers_in(passage)]
    if any(fate is None and _counts_people(article, number) for fate, number in found):
        return {}
    times = Counter(fate for fate, _ in found)
    return {fate: number for fate, number in found if fate and times[fate] == 1}


def _counts_people(article: Prepared, number: Number) -> bool:
    """Whether a number may count people: it says nothing else, or names them by what they do."""
    return number.unit is None or group_of(article, number) is None or does(article, number)


def does(article: Prepared, number: Number) -> bool:
    """Whether the word after a number names people by what they do."""
    after = article.words.within(number.span).stop
    return after < len(article.words) and bool(_DOERS.search(article.words.folded[after]))


def group_of(article: Prepared, number: Number) -> str | None:
    """The stem of who is counted; None for people of any sort, or by their fate alone."""
    language = article.language
    anybody = contrast_words("anybody", language).union(*(_words(f, language) for f in FATES))
    return None if number.unit in {stem(word, language) for word in anybody} else number.unit


def _fate(article: Prepared, number: Number) -> str | None:
    """What became of those a number counts; None where no word next to it says so, or two do."""
    words = article.words
    at = words.within(number.span)
    sentence = article.reading.sentence_of[at.start] if at else -1
    if sentence < 0 or number.unit in ("$", "€", "£", "%"):
        return None
    first, end = article.ranges[sentence]
    return _after(article, at.stop, end) or _before(article, at.start, first)


def _after(article: Prepared, index: int, end: int) -> str | None:
    """The fate told after a number, within its phrase: "12 people were killed", "12 dead"."""
    folded = article.words.folded
    parting = contrast_words("and", article.language)
    for k in range(index, min(end, index + _AFTER)):
        if _marked(article, k) or folded[k] in parting or folded[k].isdigit():
            return None
        fate = _told(article, k)
        if fate:
            more = k + 1 < end and folded[k + 1] in parting and not _marked(article, k + 1)
            other = _told(article, k + 2) if more and k + 2 < end else None
            return None if other and other != fate else fate  # "12 were killed or injured"
    return None


def _before(article: Prepared, index: int, first: int) -> str | None:
    """The fate told right before a number: "killing at least 12", "the death toll rose to 12"."""
    folded, language = article.words.folded, article.language
    idle = function_words(language)
    for k in range(index - 1, max(first, index - _BEFORE) - 1, -1):
        if _marked(article, k + 1):
            return None
        fate = _told(article, k)
        if fate:
            return fate
        if folded[k] not in idle and article.terms[k]:
            break
    toll, death = contrast_words("toll", language), contrast_words("death", language)
    for k in range(index - 1, max(first, index - _TOLL) - 1, -1):
        if _marked(article, k + 1):
            return None
        if folded[k] in toll:
            near = folded[max(first, k - 1) : k + 3]
            return FATES[0] if not death.isdisjoint(near) else None
    return None


def _told(article: Prepared, index: int) -> str | None:
    """The fate that a word tells."""
    word, language = article.words.folded[index], article.language
    return next((fate for fate in FATES if word in _words(fate, language)), None)


def _words(fate: str, language: str) -> frozenset[str]:
    return contrast_words(fate, language)


def _marked(article: Prepared, index: int) -> bool:
    """Whether a mark, not just a space, stands before a word."""
    words, text = article.words, article.article.text
    return bool(text[words.ends[index - 1] : words.starts[index]].strip(" -\n\u00a0"))
