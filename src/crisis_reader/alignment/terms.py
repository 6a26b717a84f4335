"""Terms: what each word of an article counts as when two articles are compared.

As prepared a word counts by its stem; for what is *told* names count by their last word and
meanings are added; two languages meet in terms that both have.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from crisis_reader.alignment.introductions import introducing
from crisis_reader.alignment.reading import Reading
from crisis_reader.text.language import function_words
from crisis_reader.text.words import stems_of

# Marks a term that is a concept, not a stem.
MEANING = "≈"
# Words of two languages that begin alike are often one word: constitution, constitución.
_COGNATE = 5
_COGNATE_LEAST = 6


class Terms(NamedTuple):
    """The terms of an article, a row a word."""

    words: tuple[str, ...]
    """For each word its term; empty for a word that says nothing of the matter."""
    marks: tuple[str, ...]
    """The same, with the words that only introduce a name: what is marked where passages agree."""
    meanings: Mapping[int, str]
    """The concept that begins at a word, by the word's index."""
    retold: bool
    """Whether they are made for what is told, in one language or two."""


def plain_terms(reading: Reading) -> Terms:
    """Stems, function words left out; no meanings."""
    idle = function_words(reading.language)
    words = reading.words
    stems = tuple(
        [
            "" if folded in idle or (len(folded) == 1 and not folded.isdigit()) else stemmed
            for folded, stemmed in zip(words.folded, words.stems, strict=True)
        ]
    )
    return Terms(stems, stems, {}, retold=False)


def told_terms(reading: Reading, plain: Terms) -> Terms:
    """What the article tells: each name by its last word, words of any report left out."""
    aside = introducing(reading)
    telling = _telling(reading, plain)
    terms = list(telling)
    for k in aside:
        terms[k] = ""
    meanings = {hit.first: hit.concept for hit in reading.hits if hit.first not in aside}
    return Terms(tuple(terms), telling, meanings, retold=True)


def shared_terms(reading: Reading, plain: Terms) -> Terms:
    """Terms that two languages share: names, numbers, concepts, cognates."""
    meanings = {hit.first: hit.concept for hit in reading.hits}
    names = reading.names
    terms = list(_telling(reading, plain))
    for index, word in enumerate(reading.words.folded):
        if index in meanings:
            terms[index] = MEANING + meanings[index]
        elif terms[index]:
            cut = len(word) >= _COGNATE_LEAST and word.isalpha() and word not in names
            terms[index] = word[:_COGNATE] if cut else word
    return Terms(tuple(terms), tuple(terms), {}, retold=True)


def respelt(reading: Reading, terms: Terms, names: Mapping[str, str]) -> Terms:
    """The same with the terms of some folded words as if they were spelt otherwise."""
    spelt = dict(zip(names, stems_of(list(names.values()), reading.language), strict=True))
    new = [spelt.get(word, "") for word in reading.words.folded]
    words, marks = (
        tuple([t and (other or t) for t, other in zip(own, new, strict=True)])
        for own in (terms.words, terms.marks)
    )
    return Terms(words, marks, terms.meanings, terms.retold)


def _telling(reading: Reading, plain: Terms) -> tuple[str, ...]:
    """Its terms, words of any report left out."""
    idle, phrases = _report_words(reading.language)
    folded = reading.words.folded
    terms = ["" if word in idle else term for word, term in zip(folded, plain.words, strict=True)]
    for first in phrases.keys() & reading.vocabulary:
        for phrase in phrases[first]:
            if not reading.vocabulary.issuperset(phrase):
                continue
            for k, word in enumerate(folded):
                if word == first and folded[k : k + len(phrase)] == phrase:
                    terms[k : k + len(phrase)] = [""] * len(phrase)
    return tuple(terms)


@cache
def _report_words(language: str) -> tuple[frozenset[str], Mapping[str, list[tuple[str, ...]]]]:
    """Words of a language that any report uses, and phrases by their first word, as its rows."""
    lines = (files("crisis_reader.alignment") / "report_words.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    listed = [word for row in rows if row and row[0] == language for word in row[1:]]
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(w.split("_")) for w in listed if "_" in w):
        phrases.setdefault(words[0], []).append(words)
    return frozenset(w for w in listed if "_" not in w), phrases
