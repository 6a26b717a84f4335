"""Sketches: the little that grouping keeps of an article. Pure; loads no stemmer, no numpy.

A sketch has *terms*, each with how much the article speaks of it, and *shingles*, the least hashes
of its runs of words.
"""

import math
import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

from crisis_reader.article import Article, RegionKind
from crisis_reader.library.stories.terms import NAME, read_term, term_of
from crisis_reader.text.folding import fold_word
from crisis_reader.text.language import LANGUAGES, function_words

SHINGLES = 64
"""Runs kept: a text cut to a fifth of 1,000 words still shares a dozen of those that remain."""

_RUN = 5
"""Words of a shingle: a lightly edited text keeps most, two texts on one event share few."""
_NAMES, _WORDS = 28, 36
"""Terms kept of either kind: 100,000 articles take 32 MB of them."""
_HEAD, _HEADED = 60, 2
"""A word of the headline or of the first so many counts so many times: they say what happened."""
SCALE = 32
"""Weights are stored in steps of one 32nd."""
_WORDS_KNOWN = 4096
"""Words of which it is remembered what they count as: most of a text are among them."""
_TEXT = 6000
"""Words looked at; a longer text has said by then what it is about."""

_PIECES = re.compile(r"(\w+)(\W*)")
_OPENS = re.compile(r"[.!?:;\n\"“”«»…•|—–]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")
_TOLD = (RegionKind.HEADLINE, RegionKind.BODY, RegionKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article speaks of, and samples of its wording, packed: thousands are in memory."""

    terms: "array[int]"
    """Hashes; the lowest bit tells names from words."""
    steps: bytes
    """The weight of each term in steps of one 32nd: one plus the logarithm of how often the article
    has it."""
    shingles: "array[int]"
    """The least hashes of its runs of words, ascending; all of them if fewer than ``SHINGLES``."""
    language: str | None


def sketch_of(article: Article) -> Sketch:
    """Read an article's terms and shingles."""
    idle = _idle(article.language)
    counted = _Counted()
    runs: list[str] = []
    for region in article.regions:
        if region.kind in _TOLD:
            words = counted.read(article.quote(region.span), region.kind, idle)
            if region.kind is RegionKind.BODY:
                runs += words
    terms = counted.terms(idle)
    return Sketch(
        terms=array("I", terms),
        steps=bytes(terms.values()),
        shingles=_least(runs[:_TEXT]),
        language=article.language,
    )


class _Counted:
    """The words of an article as they are read, region by region."""

    def __init__(self) -> None:
        self.often: Counter[str] = Counter()
        self.capital: set[str] = set()
        self.small: set[str] = set()
        self.read_so_far = 0

    def read(self, text: str, kind: RegionKind, idle: frozenset[str]) -> list[str]:
        """Count the words of a region; they are given back folded, in order."""
        pieces = _PIECES.findall(text)[:_TEXT]
        words = [w.lower() if w.isascii() else fold_word(w) for w, _ in pieces]
        self._note_capitals(pieces, words, headline=kind is RegionKind.HEADLINE)
        told = [word for word in _spaced(words) if word not in idle]
        self.often.update(told)
        if kind is RegionKind.HEADLINE:
            self.often.update(told * (_HEADED - 1))
        else:
            head = max(0, _HEAD - self.read_so_far)
            self.often.update(told[:head] * (_HEADED - 1))
            self.read_so_far += len(words)
        return words

    def _note_capitals(
        self, pieces: Sequence[tuple[str, str]], words: Sequence[str], *, headline: bool
    ) -> None:
        opening, opener = True, ""
        for (word, gap), folded in zip(pieces, words, strict=True):
            if word[0].isupper():
                # A sentence begins with a capital anyhow: there only two in a row are a name's.
                # Some headlines have nothing but capitals.
                if opening:
                    opener = folded
                elif not headline:
                    self.capital.update((opener, folded) if opener else (folded,))
                    opener = ""
            else:
                self.small.add(folded)
                opener = ""
            opening = gap != " " and bool(_OPENS.search(gap))

    def terms(self, idle: frozenset[str]) -> dict[int, int]:
        """The terms of what was read, the weightiest of either kind, with their steps."""
        names = self.capital - self.small - idle
        counted: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for word, often in self.often.items():
            if len(word) > 1:
                term, kind = _read_term(word, is_name=word in names)
                counted[kind][term] += often
        return {**_weighed(counted[0], _WORDS, 0), **_weighed(counted[NAME], _NAMES, NAME)}


def _weighed(counted: Counter[str], most: int, kind: int) -> dict[int, int]:
    # Sorted by word too, so that ties fall alike wherever the words stand.
    kept = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:most]
    return {term_of(word, kind): _steps(often) for word, often in kept}


_read_term = lru_cache(_WORDS_KNOWN)(read_term)


@cache
def _steps(often: int) -> int:
    return min(255, round((1 + math.log(often)) * SCALE))


def _spaced(words: Sequence[str]) -> Sequence[str]:
    """The words, those of a script without spaces cut into pairs of characters."""
    if not any(_UNSPACED.match(word) for word in words if not word.isascii()):
        return words
    return [
        part
        for word in words
        for part in (
            (word[k : k + 2] for k in range(max(1, len(word) - 1)))
            if _UNSPACED.match(word)
            else (word,)
        )
    ]


def _least(words: Sequence[str]) -> "array[int]":
    """The least hashes of all runs of words; of a shorter text, of the whole."""
    if not words:
        return array("I")
    coded = [word.encode("utf-8", "surrogatepass") for word in _spaced(words)]
    last = max(1, len(coded) - _RUN + 1)
    hashes = {crc32(b" ".join(coded[k : k + _RUN])) for k in range(last)}
    return array("I", sorted(hashes)[:SHINGLES])


@cache
def _idle(language: str | None) -> frozenset[str]:
    if language is not None:
        return function_words(language)
    return frozenset().union(*(function_words(code) for code in LANGUAGES))


# As they are stored


def pack_terms(sketch: Sketch) -> bytes:
    """Terms as bytes: all hashes, then all weights."""
    return sketch.terms.tobytes() + sketch.steps


def unpack_sketch(terms: bytes, shingles: bytes, language: str | None) -> Sketch:
    """A sketch as it was stored."""
    count = len(terms) // 5
    return Sketch(
        terms=array("I", terms[: 4 * count]),
        steps=terms[4 * count :],
        shingles=array("I", shingles),
        language=language,
    )


def pack_shingles(sketch: Sketch) -> bytes:
    """Shingles as bytes."""
    return sketch.shingles.tobytes()
