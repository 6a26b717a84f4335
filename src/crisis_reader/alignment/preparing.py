"""An article made ready for comparison, once: its sentences as bags of terms, and their weights.

Owns what the terms of one article say alone; nothing here knows of a second one. What needs no
terms is read once in :mod:`telling`, and shared by the same article in other terms.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

from crisis_reader.alignment.scenery import CALENDAR, PLACES, is_scenery
from crisis_reader.alignment.spellings import variants
from crisis_reader.alignment.telling import Telling, read
from crisis_reader.alignment.terms import (
    MEANING,
    Terms,
    plain_terms,
    respelt,
    shared_terms,
    told_terms,
)
from crisis_reader.article import Article, Sentence
from crisis_reader.events import Correction
from crisis_reader.text.concepts import ConceptTable
from crisis_reader.text.concepts import concepts as shipped_concepts
from crisis_reader.text.spans import Span
from crisis_reader.text.words import Words

# Terms stand together with two words between them at most ("allegations of serious fraud").
_TOGETHER = 3
# Figures of a day of the month.
_DAY = 2


@dataclass(frozen=True, kw_only=True, eq=False)
class Prepared:
    """One article in terms, with all that a comparison needs, computed once and never changed."""

    reading: Telling
    """The article itself, its words and sentences, and what is read of them."""
    said: Terms = field(repr=False)
    """Its terms here."""
    article: Article
    words: Words = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    ranges: tuple[tuple[int, int], ...] = field(repr=False)
    """For each sentence the indices of its first word and of the one after its last."""
    terms: tuple[str, ...] = field(repr=False)
    """For each word its term; empty for a word that says nothing of the matter."""
    marks: tuple[str, ...] = field(repr=False)
    """The same, with the words that only introduce a name: what is marked where passages agree."""
    meanings: Mapping[int, str] = field(repr=False)
    """The concept that begins at a word, by the word's index; none before they are asked for."""

    known_spellings: "dict[tuple[tuple[str, str], ...], Prepared]" = field(
        default_factory=dict, repr=False
    )
    """Memory of :meth:`spelling`."""
    known_pieces: dict[int, tuple[frozenset[str], ...]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`pieces`."""
    known_places: dict[int, Mapping[str, tuple[int, int]]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`places`."""
    known_clauses: dict[int, tuple[frozenset[str], ...]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`clause_terms`."""

    @property
    def language(self) -> str:
        """The language its words were stemmed in."""
        return self.words.language

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What puts two articles in an order that does not depend on who was named first."""
        article = self.article
        return (article.version, article.id, article.outlet or "", str(article.published or ""))

    # -- the same in other terms ----------------------------------------------------------------

    @cached_property
    def told(self) -> "Prepared":
        """The article in terms of what it tells: each name by its last word, concepts added."""
        return self._in(told_terms(self.reading, self.said))

    @cached_property
    def bridge(self) -> "Prepared":
        """The article in terms that two languages share: names, numbers, concepts, cognates."""
        return self._in(shared_terms(self.reading, self.said))

    def spelling(self, names: Mapping[str, str]) -> "Prepared":
        """The same with the terms of some folded words as if they were spelt otherwise."""
        key = tuple(sorted(names.items()))
        if key not in self.known_spellings:
            self.known_spellings.clear()  # one partner at a time, lest memory grow with them
            self.known_spellings[key] = self._in(respelt(self.reading, self.said, names))
        return self.known_spellings[key]

    def _in(self, terms: Terms) -> "Prepared":
        return _prepared(self.reading, terms)

    # -- bags -----------------------------------------------------------------------------------

    @cached_property
    def bags(self) -> tuple[Mapping[str, int], ...]:
        """For each sentence how often it has each term and each concept."""
        return tuple([_counted(self._inside(span)) for span in self.ranges])

    @cached_property
    def repeated(self) -> tuple[tuple[int, str, int], ...]:
        """Sentence, term and count of what a sentence has more than once."""
        bags = enumerate(self.bags)
        return tuple([(k, t, n) for k, bag in bags for t, n in bag.items() if n > 1])

    @cached_property
    def postings(self) -> Mapping[str, Sequence[int]]:
        """For each term and concept the sentences that have it, in order."""
        places: dict[str, list[int]] = {}
        for number, bag in enumerate(self.bags):
            for term in bag:
                if term in places:
                    places[term].append(number)
                else:
                    places[term] = [number]
        return places

    def pieces(self, sentence: int) -> tuple[frozenset[str], ...]:
        """The terms of each piece of a sentence that has any."""
        if sentence not in self.known_pieces:
            held = [frozenset(self._inside(piece)) for piece in self.reading.pieces(sentence)]
            self.known_pieces[sentence] = tuple([piece for piece in held if piece])
        return self.known_pieces[sentence]

    def places(self, sentence: int) -> Mapping[str, tuple[int, int]]:
        """For each term of a sentence, concepts left out, its first word and its last."""
        if sentence not in self.known_places:
            found: dict[str, tuple[int, int]] = {}
            for k in range(*self.ranges[sentence]):
                term = self.terms[k]
                if term:
                    found[term] = (found[term][0] if term in found else k, k)
            self.known_places[sentence] = found
        return self.known_places[sentence]

    def clause_terms(self, sentence: int) -> tuple[frozenset[str], ...]:
        """The terms of each clause of a sentence."""
        if sentence not in self.known_clauses:
            clauses = self.reading.clauses(sentence)
            self.known_clauses[sentence] = tuple([self.terms_in(clause) for clause in clauses])
        return self.known_clauses[sentence]

    @cached_property
    def couples(self) -> Mapping[tuple[str, str], int]:
        """The sentence of each two terms that stand together, in either order, in it alone.

        Of what is told only: who, where and the day of a month stand together with anything.
        """
        aside = self.bystanders | {t for t in self.days if t[0] == MEANING or len(t) <= _DAY}
        terms = self.terms
        found: dict[tuple[str, str], int] = {}
        for number, (first, end) in enumerate(self.ranges):
            said = [k for k in range(first, end) if terms[k]]
            for a, b in chain(pairwise(said), zip(said, said[2:], strict=False)):
                one, other = terms[a], terms[b]
                if b - a > _TOGETHER or one == other or one in aside or other in aside:
                    continue
                pair = (one, other) if one < other else (other, one)
                if found.setdefault(pair, number) != number:
                    found[pair] = -1
        return {pair: number for pair, number in found.items() if number >= 0}

    @cached_property
    def forms(self) -> tuple[Mapping[str, Sequence[str]], ...]:
        """For each sentence the folded words of each term that is marked, in order."""
        out: list[Mapping[str, Sequence[str]]] = []
        words, marks = self.words.folded, self.marks
        for first, end in self.ranges:
            held: dict[str, list[str]] = {}
            for k in range(first, end):
                if marks[k]:
                    held.setdefault(marks[k], []).append(words[k])
            out.append(held)
        return tuple(out)

    def terms_in(self, span: Span) -> frozenset[str]:
        """The terms and concepts of the words that begin inside a span."""
        inside = self.words.within(span)
        return frozenset(self._inside((inside.start, inside.stop)))

    def _inside(self, words: tuple[int, int]) -> list[str]:
        """The terms and concepts that begin within a range of words; more than once if so said."""
        first, end = words
        out = [term for term in self.terms[first:end] if term]
        at, named = self._meant
        if at:
            out += named[bisect_left(at, first) : bisect_left(at, end)]
        return out

    @cached_property
    def _meant(self) -> tuple[list[int], list[str]]:
        """Where its meanings begin, in order, and the term of each."""
        at = sorted(self.meanings)
        return at, [MEANING + self.meanings[k] for k in at]

    # -- what its terms are ---------------------------------------------------------------------

    @cached_property
    def name_terms(self) -> frozenset[str]:
        """The terms of its names."""
        names = self.reading.names
        pairs = zip(self.words.folded, self.terms, strict=True)
        return frozenset([term for word, term in pairs if term and word in names])

    @cached_property
    def bystanders(self) -> frozenset[str]:
        """Terms that only say who or where: names, and words for offices, bodies and places."""
        out = set(self.name_terms)
        table = self.reading.table
        for hit in self.reading.hits:
            if is_scenery(hit.concept, table):
                out.add(MEANING + hit.concept)
                out.update(self.terms[hit.first : hit.last + 1])
        out.discard("")
        return frozenset(out)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """For each term the logarithm of how often the article has it."""
        return {t: math.log1p(n) for t, n in Counter(filter(None, self.terms)).items()}

    @cached_property
    def own_names(self) -> Mapping[str, float]:
        """The weights of its names of people and places, words for offices and bodies left out."""
        general: set[str] = set()
        table = self.reading.table
        for hit in self.reading.hits:
            if is_scenery(hit.concept, table) and table.topic(hit.concept) not in PLACES:
                general.update(self.terms[hit.first : hit.last + 1])
        own = self.name_terms - general
        return {t: weight for t, weight in self.weights.items() if t in own}

    @cached_property
    def days(self) -> frozenset[str]:
        """Terms that only say when, or are bare figures."""
        said = {t for t in self.postings if t.isdigit() or t.strip(MEANING) in CALENDAR}
        words = (self.terms[h.first] for h in self.reading.hits if h.concept in CALENDAR)
        return frozenset(said.union(filter(None, words)))


def prepare(
    article: Article,
    *,
    corrections: tuple[Correction, ...] = (),
    concepts: ConceptTable | None = None,
) -> Prepared:
    """Read an article's words, terms and sentence bags for comparison.

    Args:
        article: What to prepare.
        corrections: A reader's corrections to its events, as the ``events`` room parses them.
        concepts: What words mean, a reader's own rows included; None for the table that comes with
            the program. Articles to be compared take the same.
    """
    table = shipped_concepts() if concepts is None else concepts
    reading = read(article, tuple(corrections), table)
    terms = plain_terms(reading)
    return _prepared(reading, terms)


def _prepared(reading: Telling, terms: Terms) -> Prepared:
    return Prepared(
        reading=reading,
        said=terms,
        article=reading.article,
        words=reading.words,
        sentences=reading.sentences,
        ranges=reading.ranges,
        terms=terms.words,
        marks=terms.marks,
        meanings=terms.meanings,
    )


def retold(one: Prepared, other: Prepared) -> tuple[Prepared, Prepared]:
    """Two articles in terms for comparing what they tell: of one language, or of both.

    Names that they spell differently are one term.
    """
    if one.language != other.language:
        return one.bridge, other.bridge
    left, right = one.told, other.told
    own, its = left.reading, right.reading
    spelt = variants(
        {name: sound for name, sound in own.sounds.items() if name not in its.vocabulary},
        {name: sound for name, sound in its.sounds.items() if name not in own.vocabulary},
    )
    return (left, right.spelling(spelt)) if spelt else (left, right)


def _counted(terms: list[str]) -> Mapping[str, int]:
    """How often each term stands in a sentence."""
    bag = dict.fromkeys(terms, 1)
    return bag if len(bag) == len(terms) else dict(Counter(terms))
