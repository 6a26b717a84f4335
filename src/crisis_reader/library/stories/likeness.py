"""How surely two articles tell of one story: names, words, days. Pure.

Rare terms weigh more than common ones. How rare a term is, the library itself says: the name of the
president of whom every article tells joins no two of them.
"""

import math
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import repeat
from operator import mul

from crisis_reader.library.stories.sketch import SCALE, SHINGLES, Sketch
from crisis_reader.library.stories.terms import NAME, lexicon

PLACES = 1 << 18
"""Counters of terms; a library of 100,000 articles has some 500,000 terms, most of them once."""
PAGE = 1024
"""Counters stored together."""

_ASSUMED = 1000
"""Articles as if there were so many more, none with the term: in a small library a name that all
articles have would otherwise say nothing."""

_TABLED = 4096
_LOGS = [0.0, *(math.log(count) for count in range(1, _TABLED))]
_COMMON = 100
"""Of those so many as if they had a term that the table of concepts knows."""

REACH = 10
"""Days between two articles beyond which neither brings the other into its story."""
COPIED = 0.5
"""Share of the shorter text's runs of words from which it repeats the longer."""
_FEWEST = 4
"""Runs in common that say anything; of two texts shorter than that, all."""


class TermCounts:
    """In how many articles each term is, as far as ``PLACES`` counters tell."""

    def __init__(self, articles: int = 0, pages: Iterable[tuple[int, bytes]] = ()) -> None:
        self._articles = articles
        self._all = math.log(articles + _ASSUMED)
        self.changed: set[int] = set()
        """Pages that are not stored as they are."""
        self._counts = array("I", bytes(4 * PLACES))
        self._common = lexicon().common
        for page, counts in pages:
            self._counts[page * PAGE : (page + 1) * PAGE] = array("I", counts)

    def add(self, sketch: Sketch, times: int = 1) -> None:
        """Count an article in, or out again with ``times=-1``."""
        self._articles += times
        self._all = math.log(self._articles + _ASSUMED)
        for term in sketch.terms:
            place = _place(term)
            self._counts[place] = max(0, self._counts[place] + times)
            self.changed.add(place // PAGE)

    def page(self, number: int) -> bytes:
        """A page of counters as it is stored."""
        return self._counts[number * PAGE : (number + 1) * PAGE].tobytes()

    @property
    def articles(self) -> int:
        """How many articles were counted."""
        return self._articles

    def rarities(self, terms: Iterable[int]) -> list[float]:
        """How much it says that two articles both have a term, for each of these; 0 and more."""
        counts, common, every = self._counts, self._common, self._all
        having = [counts[_place(term)] + (_COMMON if term in common else 1) for term in terms]
        return [every - (_LOGS[n] if n < _TABLED else math.log(n)) for n in having]


def _place(term: int) -> int:
    # Fibonacci hashing: the lowest bit, which tells names from words, must not choose the place.
    return ((term * 2654435769) & 0xFFFFFFFF) >> 14


@dataclass(frozen=True, slots=True)
class Weighed:
    """Terms of one kind, each with its weight."""

    terms: "array[int]"
    weights: "array[float]"
    norm: float


@dataclass(frozen=True, slots=True)
class Told:
    """A sketch with each term weighed by its rarity."""

    names: Weighed
    words: Weighed
    language: str | None
    day: int
    """Ordinal of the day it was published; 0 where it is undated."""

    def rarest(self, count: int) -> dict[int, float]:
        """The terms that tell most of this article, the weightiest first, with their weights."""
        ranked = [
            *zip(self.names.terms, self.names.weights, strict=True),
            *zip(self.words.terms, self.words.weights, strict=True),
        ]
        ranked.sort(key=lambda one: (-one[1], one[0]))
        return dict(ranked[:count])


def told_of(sketch: Sketch, rarities: Callable[[Iterable[int]], list[float]], day: int) -> Told:
    """Weigh the terms of a sketch."""
    kinds = [(array("I"), array("d")), (array("I"), array("d"))]
    for term, steps, rarity in zip(sketch.terms, sketch.steps, rarities(sketch.terms), strict=True):
        kind = term & NAME
        terms, weights = kinds[kind]
        terms.append(term)
        weights.append(steps * rarity * (1 + kind) / SCALE)
    words, names = (Weighed(*kind, _norm(kind[1])) for kind in kinds)
    return Told(names, words, sketch.language, day)


def _norm(weights: Iterable[float]) -> float:
    # fsum: what order terms come in must not matter.
    return math.sqrt(math.fsum(w * w for w in weights))


def likeness(one: Told) -> Callable[[Told], float]:
    """What tells how surely an article and this one tell of one story, 0-1."""
    names = dict(zip(one.names.terms, one.names.weights, strict=True))
    words = dict(zip(one.words.terms, one.words.weights, strict=True))

    def alike(other: Told) -> float:
        of_words = _cosine(words, other.words, one.words.norm)
        if names and other.names.terms:
            of_names = _cosine(names, other.names, one.names.norm)
        else:
            # A script without capitals: its names are among the words.
            of_names = of_words
        crossed = one.language != other.language and None not in (one.language, other.language)
        apart = abs(one.day - other.day) if one.day and other.day else _UNDATED
        bound, by_names, by_words = _WEIGHTS[crossed]
        raw = by_names * of_names + by_words * min(of_words, _MOST_WORDS) - bound - _OF_DAY * apart
        return 1 / (1 + math.exp(-raw))

    return alike


_WEIGHTS = {False: (7.8, 21.5, 7.5), True: (6.2, 25.5, 6.8)}
"""What must be reached, and what cosines of names and of words count; across languages the same.
Logistic regressions over the pairs of decision 0034."""
_OF_DAY = 0.2
"""What each day between two articles takes away; from 0 to 0.4 the same stories come out."""
_UNDATED = 3
"""Days reckoned where one is undated."""
_MOST_WORDS = 0.3
"""Words beyond this say no more: reports made from one form have all but their names in common."""


def _cosine(own: Mapping[int, float], its: Weighed, norm: float) -> float:
    if not norm or not its.norm:
        return 0.0
    # fsum: it must not matter which of the two is held against the other.
    product = math.fsum(map(mul, map(own.get, its.terms, _NOTHING), its.weights))
    return product / (norm * its.norm)


_NOTHING = repeat(0.0)


def repeats(one: Sketch, other: Sketch, runs: AbstractSet[int] | None = None) -> float:
    """The share of the shorter text's runs of words that the longer has too, 0-1, by samples.

    Source: bottom-k sketches, Cohen and Kaplan 2007.

    Args:
        one: A sketch.
        other: Another.
        runs: The shingles of ``one`` as a set, for whoever holds it against many.
    """
    runs = frozenset(one.shingles) if runs is None else runs
    if runs.isdisjoint(other.shingles):
        return 0.0
    # Of both only hashes up to here were all kept.
    limit = min(_limit(one.shingles), _limit(other.shingles))
    least = min(bisect_right(one.shingles, limit), bisect_right(other.shingles, limit))
    both = sum(run <= limit and run in runs for run in other.shingles)
    return both / least if both >= min(_FEWEST, least) else 0.0


def _limit(shingles: Sequence[int]) -> int:
    return shingles[-1] if len(shingles) >= SHINGLES else 0xFFFFFFFF
