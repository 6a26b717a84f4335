"""Tokens of one sentence, punctuation included, column by column, with their offsets.

Unlike the words of the text room these keep commas, quotation marks and the possessive ``'s``: the
joints of a clause are read from them.
"""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span

# In order: a plain word, as most are; a possessive or a contracted verb (also the mis-decoded
# apostrophe of old web pages), an abbreviation of letters, a figure, a word that hangs together by
# hyphens or apostrophes (also "self - proclaimed", as some corpora space it), any other mark.
_TOKEN = re.compile(
    r"([a-zA-Z]{2,}+(?=[,.]| (?!-))"
    r"|(?:['’ʼ´]|â€\s?™)\s?(?:s|S|ll|re|ve|d)\b"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:-[^\W\d_]+)+"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|º|ª)?"
    r"|(?:self|ex|vice|co|re)\s-\s[^\W\d_]+"
    r"|(?:[^\W\d_â]+|â(?!€))+(?:['’](?!(?:s|S|ll|re|ve|d)\b)[^\W\d_]+|[-‐‑][^\W_]+)*"
    r"|\S)"
)
# "Washington-based", "Pro-Morales": an adjective with a name in it.
_ADJECTIVE = re.compile(
    r"(?:pro|anti|post|pre|non|mid)-|.*-(?:based|language|backed|led|born|style|era|held|controlled"
    r"|wing|speaking|run|leaning|friendly|educated|trained|old|elect)$",
    re.IGNORECASE,
)
# "al-Assad", "el-Sissi", "d'Estaing": a small particle hung before the capital.
_HUNG = re.compile(r"(?:[a-z]{1,3}[-'’])[A-ZÀ-Þ]")
_ROMAN = re.compile(r"[IVX]{1,4}$")
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
    named: list[bool] = field(default_factory=list)
    """Whether a token can be part of a name by its letters."""

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
    parts = _TOKEN.split(text[span.start : span.end])  # gap, token, gap, token, …, gap
    edges = list(accumulate(map(len, parts), initial=span.start))
    raw, starts, ends = parts[1::2], edges[1:-1:2], edges[2::2]
    if not raw:
        return Tokens(text, span)
    cells = list(map(_KNOWN.__getitem__, raw))
    if _NOTHING in cells:
        return _without_nothing(text, span, raw, cells, starts)
    lower, form, capital, named = map(list, zip(*cells, strict=True))
    return Tokens(text, span, raw, lower, form, starts, ends, capital, named)


_Word = tuple[str, str, bool, bool]
"""A token in lower case, folded, whether it begins with a capital, can be of a name."""
_NOTHING: _Word = ("", "", False, False)
"""What folds to nothing (a zero-width space, a lone accent) is no token."""


def _without_nothing(
    text: str, span: Span, raw: list[str], cells: list[_Word], starts: list[int]
) -> Tokens:
    """The tokens of a sentence in which something folds to nothing."""
    tokens = Tokens(text, span)
    for word, cell, start in zip(raw, cells, starts, strict=True):
        if cell != _NOTHING:
            tokens.raw.append(word)
            tokens.starts.append(start)
            tokens.ends.append(start + len(word))
            lower, form, capital, named = cell
            tokens.lower.append(lower)
            tokens.form.append(form)
            tokens.capital.append(capital)
            tokens.named.append(named)
    return tokens


class _Known(dict[str, _Word]):
    """What every token is, learned when it is first met.

    A plain table, not a cache that keeps account of what was used last: writing that down for
    each token of each text takes longer than the looking up.
    """

    MOST = 65536

    def __missing__(self, raw: str) -> _Word:
        if len(self) >= self.MOST:
            self.clear()
        word = self[raw] = _word(raw)
        return word


_KNOWN = _Known()


def _word(raw: str) -> _Word:
    lower = raw.lower() if raw.isascii() else raw.lower().translate(_APOSTROPHE)
    if " " in lower or lower[0] in "'â":
        lower = _joined(lower)
    form = lower if lower.isascii() else fold_word(lower)
    if not form:
        return _NOTHING
    return lower, form, raw[0].isupper(), _is_named(raw)


def _is_named(raw: str) -> bool:
    """Whether a token can be part of a name by its letters."""
    if not raw[0].isalpha() or ("-" in raw and _ADJECTIVE.match(raw)):
        return False
    if raw[0].isupper():
        return len(raw) == 1 or not raw.isupper() or bool(_ROMAN.match(raw)) or "." in raw
    return bool(_HUNG.match(raw))


def _joined(word: str) -> str:
    """One form for ``' s`` and its mis-decoded likes, and for ``self - proclaimed``."""
    if len(word) > 1 and (word[0] == "'" or word.startswith("â€")):
        return "'" + word.lstrip("'â€™ ")
    return _SPACED_HYPHEN.sub("-", word)
