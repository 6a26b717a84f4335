"""An article made ready for comparison, once: words, terms, bags and where each term stands.

Owns what can be known of one article alone; nothing here knows of a second one. The costly parts
that not every profile needs (shingles, events, mentions) are read when first asked for.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crisis_reader.article import Article, Sentence
from crisis_reader.text.clauses import read_clauses
from crisis_reader.text.language import function_words
from crisis_reader.text.spans import Span
from crisis_reader.text.words import Words, read_words

# Words of a shingle: the shortest run of words that says anything ("open fire on").
SHINGLE = 3


@dataclass(frozen=True, kw_only=True, eq=False)
class Prepared:
    """One article with all that a comparison needs, computed once and never changed."""

    article: Article
    corrections: tuple[object, ...] = ()
    words: Words = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    ranges: tuple[tuple[int, int], ...] = field(repr=False)
    """For each sentence the indices of its first word and of the one after its last."""
    terms: tuple[str, ...] = field(repr=False)
    """For each word its stem; empty for a function word."""
    bags: tuple[Mapping[str, int], ...] = field(repr=False)
    """For each sentence how often it has each term."""
    postings: Mapping[str, tuple[int, ...]] = field(repr=False)
    """For each term the sentences that have it, in order."""

    @property
    def language(self) -> str:
        """The language its words were stemmed in."""
        return self.words.language

    @property
    def key(self) -> tuple[str, str, str]:
        """What puts two articles in an order that does not depend on who was named first."""
        return (self.article.version, self.article.id, self.article.outlet or "")

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that the text writes with a capital inside sentences and never without."""
        text, words = self.article.text, self.words
        firsts = {first for first, _ in self.ranges}
        capital: set[str] = set()
        small: set[str] = set()
        for index, (start, word) in enumerate(zip(words.starts, words.folded, strict=True)):
            if text[start].isupper():
                if index not in firsts:
                    capital.add(word)
            elif text[start].isalpha():
                small.add(word)
        return frozenset(capital - small - function_words(self.language))

    @cached_property
    def name_terms(self) -> frozenset[str]:
        """The terms of its names."""
        names = self.names
        return frozenset(
            t for w, t in zip(self.words.folded, self.terms, strict=True) if t and w in names
        )

    @cached_property
    def shingles(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        """For each run of ``SHINGLE`` folded words where it begins."""
        found: dict[tuple[str, ...], list[int]] = {}
        folded = self.words.folded
        columns = (folded[k:] for k in range(SHINGLE))
        for index, shingle in enumerate(zip(*columns, strict=False)):
            found.setdefault(shingle, []).append(index)
        return {shingle: tuple(places) for shingle, places in found.items()}

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each word the sentence it stands in; -1 between sentences."""
        out = [-1] * len(self.words)
        for index, (first, end) in enumerate(self.ranges):
            out[first:end] = [index] * (end - first)
        return tuple(out)

    @cached_property
    def clauses(self) -> tuple[tuple[Span, ...], ...]:
        """For each sentence its clauses."""
        text = self.article.text
        return tuple(read_clauses(text, s.span, self.language) for s in self.sentences)

    def span_of(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to the end of word ``last``, inclusive."""
        return self.words.span(first, last)


def prepare(article: Article, *, corrections: tuple[object, ...] = ()) -> Prepared:
    """Read an article's words, terms and sentence bags for comparison.

    Args:
        article: What to prepare.
        corrections: A reader's corrections to its events, as the ``events`` room parses them.
    """
    language = article.language or "en"
    words = read_words(article.text, language)
    idle = function_words(language)
    terms = tuple(
        "" if folded in idle or (len(folded) == 1 and not folded.isdigit()) else stemmed
        for folded, stemmed in zip(words.folded, words.stems, strict=True)
    )
    sentences = article.sentences
    ranges = tuple(_range(words, sentence.span) for sentence in sentences)
    bags = tuple(dict(Counter(t for t in terms[a:b] if t)) for a, b in ranges)
    postings: dict[str, list[int]] = {}
    for index, bag in enumerate(bags):
        for term in bag:
            postings.setdefault(term, []).append(index)
    return Prepared(
        article=article,
        corrections=tuple(corrections),
        words=words,
        sentences=sentences,
        ranges=ranges,
        terms=terms,
        bags=bags,
        postings={term: tuple(places) for term, places in postings.items()},
    )


def _range(words: Words, span: Span) -> tuple[int, int]:
    inside = words.within(span)
    return inside.start, inside.stop
