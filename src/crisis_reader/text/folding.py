"""Folding: one form for what differs only in case, accents, quotes, dashes or spaces.

A folded text keeps, for each of its characters, the offset of the character it came from; one
character may become several (``…`` three dots) or none (a combining accent, a soft hyphen).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crisis_reader.text.spans import Span

# Characters that NFKD leaves alone or takes apart wrongly for reading; each maps to what a plain
# typewriter has for it.
_PLAIN = {
    **dict.fromkeys("‘’‚‛′‵`´ʼ‹›", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    "…": "...",
    "ß": "ss",
    "ø": "o",
    "Ø": "o",
    "ł": "l",
    "Ł": "l",
    "đ": "d",
    "Đ": "d",
    "ı": "i",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
}


def fold_char(char: str) -> str:
    """The folded form of one character: zero, one or several characters."""
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isspace():
        return "\n" if char == "\n" else " "
    parts = unicodedata.normalize("NFKD", char)
    bare = "".join(c for c in parts if not unicodedata.combining(c)).lower()
    # Lower-casing may bring a mark of its own (İ becomes i and a dot).
    return "".join(c for c in bare if not unicodedata.combining(c))


class _FoldTable(dict[int, str]):
    """A table for ``str.translate`` that learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_char(chr(code))
        return folded


_TABLE = _FoldTable()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stood before."""

    text: str
    offsets: Sequence[int]
    """One offset for each folded character, then the length of the source."""

    def span(self, start: int, end: int) -> Span:
        """The source characters that folded characters ``start`` to ``end`` came from."""
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        # A folded character ends where the next source character begins, so that a combining
        # mark that vanished stays with its letter.
        last = end
        while last < len(self.text) and self.offsets[last] == self.offsets[end - 1]:
            last += 1
        return Span(self.offsets[start], self.offsets[last])


def fold(text: str) -> Folded:
    """Fold a text, keeping offsets."""
    if text.isascii() or all(len(_TABLE[ord(char)]) == 1 for char in set(text)):
        return Folded(text.translate(_TABLE), range(len(text) + 1))
    pieces = [_TABLE[ord(char)] for char in text]
    offsets = [i for i, piece in enumerate(pieces) for _ in piece]
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def fold_text(text: str) -> str:
    """The folded form of a text of any length, without offsets."""
    return text.translate(_TABLE)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The folded form of a short string, without offsets."""
    return word.translate(_TABLE)
