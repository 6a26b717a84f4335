"""What is read of one article for comparison, whatever terms it is compared in; each part once.

The costly parts (shingles, clauses, events, mentions) are read when first asked for and kept.
Nothing here knows of a second article.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from crisis_reader.alignment.spellings import sounds_of
from crisis_reader.article import Article, Sentence
from crisis_reader.events import Correction, Event, extract_events
from crisis_reader.text.clause_cues import clause_cues, relative_words
from crisis_reader.text.clauses import read_clauses
from crisis_reader.text.concepts import ConceptHit, ConceptTable
from crisis_reader.text.days import Day
from crisis_reader.text.language import function_words
from crisis_reader.text.numbers import Number, read_numbers
from crisis_reader.text.spans import Span
from crisis_reader.text.words import Words

# Words of a shingle: the shortest run of words that says anything ("open fire on").
SHINGLE = 3
# Marks between two words that begin another piece of a sentence.
_PARTING = frozenset(',;:—–()"“”«»')


@dataclass(frozen=True, kw_only=True, eq=False)
class Reading:
    """One article, its words and sentences, and what else is read of it on demand."""

    article: Article
    corrections: tuple[Correction, ...] = ()
    table: ConceptTable = field(repr=False)
    """The concepts that its words are looked up in."""
    words: Words = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    ranges: tuple[tuple[int, int], ...] = field(repr=False)
    """For each sentence the indices of its first word and of the one after its last."""
    _clauses: dict[int, tuple[Span, ...]] = field(default_factory=dict, repr=False)
    _numbers: dict[int, tuple[Number, ...]] = field(default_factory=dict, repr=False)

    @property
    def language(self) -> str:
        """The language its words were stemmed in."""
        return self.words.language

    @cached_property
    def upper(self) -> tuple[bool, ...]:
        """For each word whether the text writes it with a capital."""
        text = self.article.text
        return tuple([text[start].isupper() for start in self.words.starts])

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that the text writes with a capital, not only to begin, and never small."""
        upper, folded = self.upper, self.words.folded
        capital: set[str] = set()
        small: set[str] = set()
        for first, end in self.ranges:  # not the rest: front matter is full of addresses
            for index in range(first, end):
                if not upper[index]:
                    small.add(folded[index])
                # A sentence begins with a capital anyhow; two in a row are a name's.
                elif index > first or (index + 1 < end and upper[index + 1]):
                    capital.add(folded[index])
        return frozenset(capital - small - function_words(self.language))

    @cached_property
    def wordings(self) -> tuple[Mapping[str, int], ...]:
        """For each sentence its folded words, each once, in order."""
        folded = self.words.folded
        return tuple([dict.fromkeys(folded[first:end], 1) for first, end in self.ranges])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All its folded words."""
        return frozenset(self.words.folded)

    @cached_property
    def contracted(self) -> frozenset[str]:
        """Its folded words with a "not" in them: "wouldn't"."""
        return frozenset([word for word in self.vocabulary if word.endswith("n't")])

    @cached_property
    def sounds(self) -> Mapping[str, str]:
        """How those of its names sound that may be spelt in two ways."""
        return sounds_of(self.names)

    @cached_property
    def hits(self) -> tuple[ConceptHit, ...]:
        """Where the text has concepts, in order."""
        return self.table.find(self.words)

    def hits_in(self, words: range) -> tuple[ConceptHit, ...]:
        """The concepts that begin within a range of words."""
        at = self._hit_starts
        return self.hits[bisect_left(at, words.start) : bisect_left(at, words.stop)]

    @cached_property
    def _hit_starts(self) -> list[int]:
        return [hit.first for hit in self.hits]

    @cached_property
    def shingles(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """For each run of ``SHINGLE`` folded words in sentences where it begins."""
        folded, home = self.words.folded, self.sentence_of
        columns = (folded[k:] for k in range(SHINGLE))
        found: dict[tuple[str, ...], list[int]] = {}
        for index, shingle in enumerate(zip(*columns, strict=False)):
            if home[index] < 0 or home[index + SHINGLE - 1] < 0:
                continue
            if shingle in found:
                found[shingle].append(index)
            else:
                found[shingle] = [index]
        return found

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each word the sentence it stands in; -1 between sentences."""
        out = [-1] * len(self.words)
        for index, (first, end) in enumerate(self.ranges):
            out[first:end] = [index] * (end - first)
        return tuple(out)

    def home_of(self, span: Span) -> int:
        """The sentence of the first word that begins inside a span; -1 for none."""
        starts = self.words.starts
        word = bisect_left(starts, span.start)
        inside = word < len(starts) and starts[word] < span.end
        return self.sentence_of[word] if inside else -1

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds this character; -1 for none."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].span.end else -1

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def clauses(self, sentence: int) -> tuple[Span, ...]:
        """The clauses of a sentence, read when first asked for."""
        if sentence not in self._clauses:
            span = self.sentences[sentence].span
            self._clauses[sentence] = read_clauses(self.article.text, span, self.language)
        return self._clauses[sentence]

    def opening(self, sentence: int, clause: int) -> int:
        """The clause to begin with, to be read alone: one that is relative needs what is before."""
        clauses, words = self.clauses(sentence), self.words
        relative = relative_words(self.language)
        while clause > 0:
            first = words.within(clauses[clause])
            if not first or words.folded[first.start] not in relative:
                break
            clause -= 1
        return clause

    @cached_property
    def partings(self) -> tuple[int, ...]:
        """Words that may begin another piece of a sentence: behind a mark, or words that join.

        Coarser than clauses, and a tenth of their cost.
        """
        text, words = self.article.text, self.words
        cues = clause_cues(self.language)
        joining = cues.joining if cues else frozenset()
        gaps = zip(words.ends, words.starts[1:], strict=False)
        behind = {
            k
            for k, (end, start) in enumerate(gaps, 1)
            if start - end != 1 and not _PARTING.isdisjoint(text[end:start])
        }
        behind.update([k for k, word in enumerate(words.folded) if word in joining])
        return tuple(sorted(behind))

    def pieces(self, sentence: int) -> list[tuple[int, int]]:
        """The pieces of a sentence between its partings: first word, and the one after the last."""
        first, end = self.ranges[sentence]
        at = self.partings
        inside = at[bisect_right(at, first) : bisect_left(at, end)]
        return list(zip((first, *inside), (*inside, end), strict=True))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What the text says happened to whom, the reader's corrections applied."""
        return extract_events(self.article, corrections=self.corrections)

    def numbers_in(self, span: Span) -> tuple[Number, ...]:
        """The numbers inside a passage of one sentence, in order; read when first asked for."""
        sentence = self.sentence_at(span.start)
        if sentence < 0:
            return self._numbers_of(span)
        if sentence not in self._numbers:
            self._numbers[sentence] = self._numbers_of(self.sentences[sentence].span)
        return tuple([n for n in self._numbers[sentence] if span.covers(n.span)])

    def _numbers_of(self, span: Span) -> tuple[Number, ...]:
        days = self.days_in(span)
        return read_numbers(self.article.text, span, self.language, days=days)

    def days_in(self, span: Span) -> tuple[Day, ...]:
        """The mentions of days inside a passage."""
        first, last = (bisect_left(self._day_starts, at) for at in span)
        return tuple([d for d in self.article.days[first:last] if d.span.end <= span.end])

    @cached_property
    def _day_starts(self) -> list[int]:
        return [day.span.start for day in self.article.days]
