"""Tokens of one sentence, punctuation included, column by column, with their offsets.

Unlike the words of the text room these keep commas, quotation marks and the possessive ``'s``: the
joints of a clause are read from them.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span

# In order: a possessive or a contracted verb (also the mis-decoded apostrophe of old web pages), an
# abbreviation of letters, a figure, a word that hangs together by hyphens or apostrophes (also
# "self - proclaimed", as some corpora space it), any other mark.
_TOKEN = re.compile(
    r"(?:['’ʼ´]|â€\s?™)\s?(?:s|S|ll|re|ve|d)\b"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:-[^\W\d_]+)+"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|º|ª)?"
    r"|(?:self|ex|vice|co|re)\s-\s[^\W\d_]+"
    r"|(?:[^\W\d_â]+|â(?!€))+(?:['’](?!(?:s|S|ll|re|ve|d)\b)[^\W\d_]+|[-‐‑][^\W_]+)*"
    r"|\S"
)
_SPACED_HYPHEN = re.compile(r"\s-\s")
_APOSTROPHE = str.maketrans({"’": "'", "ʼ": "'", "´": "'", "‐": "-", "‑": "-"})


@dataclass(slots=True)
class Tokens:
    """One sentence as columns of equal length. Not changed once read."""

    text: str
    span: Span
    raw: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    """Lower case with accents."""
    form: list[str] = field(default_factory=list)
    """Lower case without accents."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.raw)

    def words(self, first: int, end: int) -> str:
        """The characters from token ``first`` up to, not including, token ``end``."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""

    def hull(self, first: int, end: int) -> Span:
        """The characters of tokens ``first`` up to, not including, ``end``, as a span."""
        return Span(self.starts[first], self.ends[end - 1])

    def at(self, i: int) -> str:
        """The folded token, empty outside the sentence."""
        return self.form[i] if 0 <= i < len(self.form) else ""


def read_tokens(text: str, span: Span) -> Tokens:
    """Cut a sentence into tokens; offsets are those of the whole text."""
    found = [(m.start(), m.group()) for m in _TOKEN.finditer(text, span.start, span.end)]
    if not text.isascii():  # what folds to nothing (a zero-width space, a lone accent) is no token
        found = [(at, word) for at, word in found if word.isascii() or fold_word(word)]
    raw = [word for _, word in found]
    lower = [word.lower() if word.isascii() else _plain(word) for word in raw]
    if any(" " in word or word[0] in "'â" for word in lower):
        lower = [_joined(word) for word in lower]
    return Tokens(
        text,
        span,
        raw,
        lower,
        [word if word.isascii() else fold_word(word) for word in lower],
        [at for at, _ in found],
        [at + len(word) for at, word in found],
        [word[0].isupper() for word in raw],
    )


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    return word.lower().translate(_APOSTROPHE)


@lru_cache(maxsize=4096)
def _joined(word: str) -> str:
    """One form for ``' s`` and its mis-decoded likes, and for ``self - proclaimed``."""
    if len(word) > 1 and (word[0] == "'" or word.startswith("â€")):
        return "'" + word.lstrip("'â€™ ")
    return _SPACED_HYPHEN.sub("-", word)
