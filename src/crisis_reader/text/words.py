"""Words and their stems, column by column, with the offsets of each word in its text."""

import re
import threading
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Protocol, cast

from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span

# A word: an abbreviation of letters with points (U.S.), a figure with its separators (1,300.5), or
# letters with inner apostrophes (O'Neill). A possessive 's is no word and no part of one. Plain
# words go first: most are, and they are found in half the time.
_WORD = re.compile(
    r"([a-zA-Z]{2,}+(?=[ .,])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’ʼ](?![sS]\b)[^\W_](?:[^\W_]|[\u0300-\u036f])*)*)"
)


_S = ("s", "S")
_APOSTROPHES = "'’ʼ"
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - PyStemmer's name
    def stemWords(self, words: list[str]) -> list[str]: ...  # noqa: N802 - the same


_SNOWBALL = {
    "en": "english",
    "es": "spanish",
    "pt": "portuguese",
    "fr": "french",
    "de": "german",
    "it": "italian",
}
_own = threading.local()


def _stemmer(language: str) -> _Stemmer | None:
    """The stemmer of this thread: a PyStemmer object must not be shared between threads."""
    name = _SNOWBALL.get(language)
    if name is None:
        return None
    made = cast("dict[str, _Stemmer]", _own.__dict__)
    if name not in made:
        import Stemmer  # noqa: PLC0415 - needed first when a text is prepared

        made[name] = Stemmer.Stemmer(name)
    return made[name]


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The folded stem of a word; the folded word itself in a language without a stemmer.

    The stemmer sees the accents (``renunció``, not ``renuncio``), the result has none.
    Source: Snowball, https://snowballstem.org (Porter 2001).
    """
    stemmer = _stemmer(language)
    lower = word.lower()
    return fold_word(stemmer.stemWord(lower) if stemmer and word[0].isalpha() else lower)


def stems_of(words: Sequence[str], language: str) -> list[str]:
    """The folded stems of many words at once: :func:`stem` of each, several times faster."""
    return _stemmed([word.lower() for word in words], language)


def _stemmed(lower: list[str], language: str) -> list[str]:
    """The folded stems of words in lower case."""
    stemmer = _stemmer(language)
    if stemmer:
        lower = stemmer.stemWords(lower)
    if all(map(str.isascii, lower)):
        return lower
    return [word if word.isascii() else fold_word(word) for word in lower]


def split_words(text: str) -> list[str]:
    """The words of a short string as they stand, points of abbreviations left out."""
    return [_bare(word) for word in _WORD.findall(text)]


def _bare(word: str) -> str:
    """A word without the points of an abbreviation or the marks between groups of thousands."""
    if word[0].isalpha():
        return word.replace(".", "")
    return re.sub(r"[.,]", "", word) if _GROUPED.fullmatch(word) else word


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: four columns of equal length."""

    language: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    """Lower case, without accents; points of abbreviations and separators of thousands kept out."""
    stems: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to the end of word ``last``, inclusive."""
        return Span(self.starts[first], self.ends[last])

    def within(self, span: Span) -> range:
        """Indices of the words that begin inside ``span``."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


def read_words(text: str, language: str = "en", span: Span | None = None) -> Words:
    """Find the words of a text, or of the part of it that ``span`` covers.

    Offsets are those of the whole text either way.
    """
    start, end = span or (0, len(text))
    # Gaps and words in turn: a match object for each word would take twice the time.
    parts = _WORD.split(text[start:end])
    raw = parts[1::2]
    edges = list(accumulate(map(len, parts), initial=start))
    starts, ends = edges[1:-1:2], edges[2::2]
    if "s" in raw or "S" in raw:
        # The s of a possessive is found as a word of its own: "Mesa's", "Mesa’s".
        kept = [
            k
            for k, word in enumerate(raw)
            if word not in _S or not starts[k] or text[starts[k] - 1] not in _APOSTROPHES
        ]
        raw = [raw[k] for k in kept]
        starts, ends = ([column[k] for k in kept] for column in (starts, ends))
    words = [word if word.isalnum() else _bare(word) for word in raw]
    lower = [word.lower() for word in words]
    folded = tuple(word if word.isascii() else fold_word(word) for word in lower)
    stems = tuple(_stemmed(lower, language))
    return Words(language, tuple(starts), tuple(ends), folded, stems)
