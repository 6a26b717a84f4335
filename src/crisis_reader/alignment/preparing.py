"""An article made ready for comparison, once: words, terms, bags and where each term stands.

Owns what can be known of one article alone; nothing here knows of a second one. The costly parts
that not every profile needs (shingles, events, mentions) are read when first asked for.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from crisis_reader.alignment.claims import Claim, read_claims
from crisis_reader.alignment.forces import Force, read_forces
from crisis_reader.alignment.introductions import introducing
from crisis_reader.alignment.scenery import CALENDAR, PLACES, is_scenery
from crisis_reader.alignment.spellings import sounds_of, variants
from crisis_reader.article import Article, Sentence
from crisis_reader.events import Correction, Event, extract_events
from crisis_reader.text.clauses import read_clauses
from crisis_reader.text.concepts import ConceptHit, ConceptTable
from crisis_reader.text.concepts import concepts as shipped_concepts
from crisis_reader.text.days import Day, read_days
from crisis_reader.text.language import function_words
from crisis_reader.text.numbers import Number, read_numbers
from crisis_reader.text.spans import Span
from crisis_reader.text.words import Words, read_words, stems_of

# Words of a shingle: the shortest run of words that says anything ("open fire on").
SHINGLE = 3


# Marks a term that is a concept, not a stem.
MEANING = "≈"
# Terms stand together with two words between them at most ("allegations of serious fraud").
_TOGETHER = 3
# Figures of a day of the month.
_DAY = 2
# Words of two languages that begin alike are often one word: constitution, constitución.
_COGNATE = 5
_COGNATE_LEAST = 6


@dataclass(frozen=True, kw_only=True, eq=False)
class Prepared:
    """One article with all that a comparison needs, computed once and never changed."""

    article: Article
    corrections: tuple[Correction, ...] = ()
    table: ConceptTable = field(repr=False)
    """The concepts that its words are looked up in."""
    words: Words = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    ranges: tuple[tuple[int, int], ...] = field(repr=False)
    """For each sentence the indices of its first word and of the one after its last."""
    terms: tuple[str, ...] = field(repr=False)
    """For each word its stem; empty for a word that says nothing of the matter."""
    marks: tuple[str, ...] = field(repr=False)
    """The same, with the words that only introduce a name: what is marked where passages agree."""
    meanings: Mapping[int, str] = field(repr=False)
    """The concept that begins at a word, by the word's index; none before they are asked for."""
    base: "Prepared | None" = field(default=None, repr=False)
    """The article as prepared, where this is the same in other terms: what needs no terms is read
    there, once. None for the article as prepared."""

    known_clauses: dict[int, tuple[Span, ...]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`clauses`."""
    known_numbers: dict[int, tuple[Number, ...]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`numbers_in`."""
    known_days: dict[int, tuple[Day, ...]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`days_in`."""
    known_spellings: dict[tuple[tuple[str, str], ...], "Prepared"] = field(
        default_factory=dict, repr=False
    )
    """Memory of :meth:`spelling`."""
    known_windows: dict[int, tuple[frozenset[str], ...]] = field(default_factory=dict, repr=False)
    """Memory of :meth:`windows`."""

    @cached_property
    def bags(self) -> tuple[Mapping[str, int], ...]:
        """For each sentence how often it has each term and each concept."""
        return tuple(_counted(self.terms, self.meanings, span) for span in self.ranges)

    @cached_property
    def postings(self) -> Mapping[str, tuple[int, ...]]:
        """For each term and concept the sentences that have it, in order."""
        places: dict[str, list[int]] = {}
        for number, bag in enumerate(self.bags):
            for term in bag:
                places.setdefault(term, []).append(number)
        return {term: tuple(numbers) for term, numbers in places.items()}

    @property
    def language(self) -> str:
        """The language its words were stemmed in."""
        return self.words.language

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What puts two articles in an order that does not depend on who was named first."""
        article = self.article
        return (article.version, article.id, article.outlet or "", str(article.published or ""))

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that the text writes with a capital, not only to begin, and never small."""
        if self.base:
            return self.base.names
        text, words = self.article.text, self.words
        upper = [text[start].isupper() for start in words.starts]
        capital: set[str] = set()
        small: set[str] = set()
        for first, end in self.ranges:  # not the rest: front matter is full of addresses
            for index in range(first, end):
                if not upper[index]:
                    small.add(words.folded[index])
                # A sentence begins with a capital anyhow; two in a row are a name's.
                elif index > first or (index + 1 < end and upper[index + 1]):
                    capital.add(words.folded[index])
        return frozenset(capital - small - function_words(self.language))

    @cached_property
    def name_terms(self) -> frozenset[str]:
        """The terms of its names."""
        names = self.names
        return frozenset(
            t for w, t in zip(self.words.folded, self.terms, strict=True) if t and w in names
        )

    def _telling(self) -> tuple[str, ...]:
        """Its terms, words of any report left out."""
        idle, phrases = _report_words(self.language)
        folded = self.words.folded
        terms = ["" if w in idle else t for w, t in zip(folded, self.terms, strict=True)]
        for k, word in enumerate(folded):
            for phrase in phrases.get(word, ()):
                if folded[k : k + len(phrase)] == phrase:
                    terms[k : k + len(phrase)] = [""] * len(phrase)
        return tuple(terms)

    @cached_property
    def told(self) -> "Prepared":
        """The article in terms of what it tells: each name by its last word, concepts added."""
        aside = introducing(self.article.text, self.words, self.ranges, self.names)
        telling = self._telling()
        terms = tuple("" if k in aside else t for k, t in enumerate(telling))
        meanings = {k: c for k, c in self._concepts().items() if k not in aside}
        return self._in(terms, telling, meanings)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All its folded words."""
        return self.base.vocabulary if self.base else frozenset(self.words.folded)

    @cached_property
    def sounds(self) -> Mapping[str, str]:
        """How those of its names sound that may be spelt in two ways."""
        return self.base.sounds if self.base else sounds_of(self.names)

    def spelling(self, names: Mapping[str, str]) -> "Prepared":
        """The same with the terms of some folded words as if they were spelt otherwise."""
        key = tuple(sorted(names.items()))
        if key not in self.known_spellings:
            self.known_spellings.clear()  # one partner at a time, lest memory grow with them
            self.known_spellings[key] = self._spelt(names)
        return self.known_spellings[key]

    def _spelt(self, names: Mapping[str, str]) -> "Prepared":
        spelt = dict(zip(names, stems_of(list(names.values()), self.language), strict=True))
        pairs = tuple(spelt.get(word, "") for word in self.words.folded)
        terms, marks = (
            tuple(t and (new or t) for t, new in zip(own, pairs, strict=True))
            for own in (self.terms, self.marks)
        )
        return self._in(terms, marks, self.meanings)

    @cached_property
    def bridge(self) -> "Prepared":
        """The article in terms that two languages share: names, numbers, concepts, cognates."""
        meanings = self._concepts()
        names = self.names
        terms = list(self._telling())
        for index, word in enumerate(self.words.folded):
            if index in meanings:
                terms[index] = MEANING + meanings[index]
            elif terms[index]:
                cut = len(word) >= _COGNATE_LEAST and word.isalpha() and word not in names
                terms[index] = word[:_COGNATE] if cut else word
        return self._in(tuple(terms), tuple(terms), {})

    @cached_property
    def hits(self) -> tuple[ConceptHit, ...]:
        """Where the text has concepts, in order."""
        return self.base.hits if self.base else self.table.find(self.words)

    def _concepts(self) -> dict[int, str]:
        return {hit.first: hit.concept for hit in self.hits}

    def hits_in(self, words: range) -> tuple[ConceptHit, ...]:
        """The concepts that begin within a range of words."""
        first = bisect_left(self.hits, words.start, key=_first)
        return self.hits[first : bisect_left(self.hits, words.stop, key=_first)]

    @cached_property
    def bystanders(self) -> frozenset[str]:
        """Terms that only say who or where: names, and words for offices, bodies and places."""
        out = set(self.name_terms)
        for hit in self.hits:
            if is_scenery(hit.concept, self.table):
                out.add(MEANING + hit.concept)
                out.update(t for t in self.terms[hit.first : hit.last + 1] if t)
        return frozenset(out)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """For each term the logarithm of how often the article has it."""
        return {t: math.log1p(n) for t, n in Counter(filter(None, self.terms)).items()}

    @cached_property
    def own_names(self) -> Mapping[str, float]:
        """The weights of its names of people and places, words for offices and bodies left out."""
        general: set[str] = set()
        for hit in self.hits:
            if is_scenery(hit.concept, self.table) and self.table.topic(hit.concept) not in PLACES:
                general.update(self.terms[hit.first : hit.last + 1])
        own = self.name_terms - general
        return {t: weight for t, weight in self.weights.items() if t in own}

    @cached_property
    def days(self) -> frozenset[str]:
        """Terms that only say when, or are bare figures."""
        said = {t for t in self.postings if t.isdigit() or t.strip(MEANING) in CALENDAR}
        words = (self.terms[h.first] for h in self.hits if h.concept in CALENDAR)
        return frozenset(said.union(filter(None, words)))

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

    def _in(
        self, terms: tuple[str, ...], marks: tuple[str, ...], meanings: Mapping[int, str]
    ) -> "Prepared":
        return replace(
            self,
            terms=terms,
            marks=marks,
            meanings=meanings,
            base=self.base or self,
            known_windows={},
            known_spellings={},
        )

    @cached_property
    def shingles(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """For each run of ``SHINGLE`` folded words in sentences where it begins."""
        if self.base:
            return self.base.shingles
        found: dict[tuple[str, ...], list[int]] = {}
        folded = self.words.folded
        columns = (folded[k:] for k in range(SHINGLE))
        told = self.sentence_of
        for index, shingle in enumerate(zip(*columns, strict=False)):
            if told[index] >= 0 <= told[index + SHINGLE - 1]:
                found.setdefault(shingle, []).append(index)
        return found

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each word the sentence it stands in; -1 between sentences."""
        if self.base:
            return self.base.sentence_of
        out = [-1] * len(self.words)
        for index, (first, end) in enumerate(self.ranges):
            out[first:end] = [index] * (end - first)
        return tuple(out)

    def clauses(self, sentence: int) -> tuple[Span, ...]:
        """The clauses of a sentence, read when first asked for."""
        known = (self.base or self).known_clauses
        if sentence not in known:
            span = self.sentences[sentence].span
            known[sentence] = read_clauses(self.article.text, span, self.language)
        return known[sentence]

    def windows(self, sentence: int) -> tuple[frozenset[str], ...]:
        """The terms of each clause of a sentence and of each two neighbouring ones."""
        if sentence not in self.known_windows:
            single = [self.terms_in(span) for span in self.clauses(sentence)]
            both = (a | b for a, b in pairwise(single))
            self.known_windows[sentence] = (*single, *both)
        return self.known_windows[sentence]

    @cached_property
    def couples(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """For each sentence the terms that stand together in it, in either order.

        Of what is told only: who, where and the day of a month stand together with anything.
        """
        aside = self.bystanders | {t for t in self.days if t[0] == MEANING or len(t) <= _DAY}
        out: list[frozenset[tuple[str, str]]] = []
        for first, end in self.ranges:
            said = [k for k in range(first, end) if self.terms[k]]
            near = [
                (self.terms[a], self.terms[b])
                for place, a in enumerate(said)
                for b in said[place + 1 : place + 3]
                if b - a <= _TOGETHER
            ]
            out.append(
                frozenset(
                    (min(pair), max(pair))
                    for pair in near
                    if pair[0] != pair[1] and pair[0] not in aside and pair[1] not in aside
                )
            )
        return tuple(out)

    @cached_property
    def couple_counts(self) -> Mapping[tuple[str, str], int]:
        """In how many sentences each couple of terms stands."""
        return Counter(pair for couples in self.couples for pair in couples)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What the text says happened to whom, the reader's corrections applied."""
        if self.base:
            return self.base.events
        return extract_events(self.article, corrections=self.corrections)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What those events claim, in order of the text."""
        return self.base.claims if self.base else read_claims(self)

    @cached_property
    def forces(self) -> tuple[Force, ...]:
        """Which bodies it gives a part in whose exit, in order of its claims."""
        return self.base.forces if self.base else read_forces(self)

    def numbers_in(self, span: Span) -> tuple[Number, ...]:
        """The numbers inside a passage of one sentence, in order; read when first asked for."""
        sentence = self.sentence_at(span.start)
        known = (self.base or self).known_numbers
        if sentence not in known:
            where = self.sentences[sentence].span if sentence >= 0 else span
            known[sentence] = read_numbers(self.article.text, where, self.language)
        return tuple(n for n in known[sentence] if span.covers(n.span))

    def days_in(self, span: Span) -> tuple[Day, ...]:
        """The mentions of days inside a passage of one sentence; read when first asked for."""
        sentence = self.sentence_at(span.start)
        known = (self.base or self).known_days
        if sentence not in known:
            where = self.sentences[sentence].span if sentence >= 0 else span
            known[sentence] = read_days(self.article.text, where, self.language)
        return tuple(day for day in known[sentence] if span.covers(day.span))

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds this character; -1 for none."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        return index if index >= 0 and offset < self.sentences[index].span.end else -1

    def terms_in(self, span: Span) -> frozenset[str]:
        """The terms and concepts of the words that begin inside a span."""
        inside = self.words.within(span)
        own = {self.terms[k] for k in inside if self.terms[k]}
        return frozenset(
            own.union(MEANING + self.meanings[k] for k in inside if k in self.meanings)
        )


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
    language = article.language or "en"
    words = read_words(article.text, language, Span(0, article.read_to))
    idle = function_words(language)
    terms = tuple(
        "" if folded in idle or (len(folded) == 1 and not folded.isdigit()) else stemmed
        for folded, stemmed in zip(words.folded, words.stems, strict=True)
    )
    ranges = tuple(_range(words, sentence.span) for sentence in article.sentences)
    return Prepared(
        article=article,
        corrections=tuple(corrections),
        table=shipped_concepts() if concepts is None else concepts,
        words=words,
        sentences=article.sentences,
        ranges=ranges,
        terms=terms,
        marks=terms,
        meanings={},
    )


def retold(one: Prepared, other: Prepared) -> tuple[Prepared, Prepared]:
    """Two articles in terms for comparing what they tell: of one language, or of both.

    Names that they spell differently are one term.
    """
    if one.language != other.language:
        return one.bridge, other.bridge
    left, right = one.told, other.told
    own, its = left.vocabulary, right.vocabulary
    spelt = variants(
        {name: sound for name, sound in left.sounds.items() if name not in its},
        {name: sound for name, sound in right.sounds.items() if name not in own},
    )
    return (left, right.spelling(spelt)) if spelt else (left, right)


def _range(words: Words, span: Span) -> tuple[int, int]:
    inside = words.within(span)
    return inside.start, inside.stop


def _first(hit: ConceptHit) -> int:
    return hit.first


def _counted(
    terms: tuple[str, ...], meanings: Mapping[int, str], span: tuple[int, int]
) -> Mapping[str, int]:
    """The bag of the words of one sentence."""
    bag: dict[str, int] = {}
    for index in range(*span):
        if term := terms[index]:
            bag[term] = bag.get(term, 0) + 1
        if index in meanings:
            term = MEANING + meanings[index]
            bag[term] = bag.get(term, 0) + 1
    return bag


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
