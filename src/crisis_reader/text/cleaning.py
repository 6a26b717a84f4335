"""Cleaning: what stands between an article and a terminal, whoever writes to it.

Owns the one judgement on which character may be drawn as it is, which becomes a visible mark and
which is not drawn. It maps one code point to one code point, so offsets stay true: what comes out
is drawn or printed, ``Article.text`` is never changed. Nothing that a terminal could take for a
command, or that would turn the direction of a line, comes through.
"""

import re
import unicodedata
from collections.abc import Callable

HIDDEN = "\x00"
"""Stands for a character that is not drawn at all; zero cells."""

REPLACED = "\ufffd"
"""The mark for a character that must not reach a terminal and has no picture; one cell."""

_FIRST_PICTURE = 0x2400
"""Unicode has a picture for each of the 32 C0 controls, in their order."""
_PICTURE_OF_DELETE = "\u2421"

# Hints to whoever sets the text: a place to hyphenate, the direction of a neighbour without
# letters. They hide nothing and a row of cells needs none of them.
_HINTS = frozenset("\u00ad\u061c\u200e\u200f")
# Parts of the letter or emoji before them: terminals disagree on how many cells the whole takes,
# so the screen does without them.
_JOINERS = "\u200c\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
# Format characters that are seen: signs that stand before or around a number in Arabic, Syriac
# and Kaithi.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd\U000110cd")
# Joiners belong between letters of many scripts and within emoji, and beside ASCII nowhere: there
# they only hide that two words are not the same.
_STRAY = re.compile(f"(?<![^\x00-\x7f])[{_JOINERS}]|[{_JOINERS}](?![^\x00-\x7f])")


def _part_of_a_sign(char: str) -> bool:
    code = ord(char)
    return char in _JOINERS or code in _SKIN_TONES or any(code in several for several in _SELECTORS)


def _stand_in(char: str) -> str:
    """What is shown for a character: itself, a space, a mark, or ``HIDDEN``."""
    if char.isspace():
        return " "
    if char < " ":
        return chr(_FIRST_PICTURE + ord(char))
    if char == "\x7f":
        return _PICTURE_OF_DELETE
    if char in _HINTS:
        return HIDDEN
    category = unicodedata.category(char)
    if category in {"Cc", "Cs", "Co"} or (category == "Cf" and char not in _SEEN):
        return REPLACED
    return char


class _Table(dict[int, str]):
    """A table for ``str.translate`` that learns a character when it first meets it."""

    def __init__(self, stand_in: Callable[[str], str]) -> None:
        super().__init__()
        self._stand_in = stand_in

    def __missing__(self, code: int) -> str:
        shown = self[code] = self._stand_in(chr(code))
        return shown


def _on_paper(char: str) -> str:
    """As on the screen, but joiners, variants and spaces of a width of their own stay."""
    if _part_of_a_sign(char) or unicodedata.category(char) == "Zs":
        return char
    return _stand_in(char)


_DRAWN = _Table(lambda char: HIDDEN if _part_of_a_sign(char) else _stand_in(char))
_PRINTED = _Table(_on_paper)


def _without_strays(text: str) -> str:
    return text if text.isascii() else _STRAY.sub(REPLACED, text)


def clean(text: str) -> str:
    """The text as a screen draws it, one character for each, ``HIDDEN`` included."""
    return _without_strays(text).translate(_DRAWN)


def visible(text: str) -> str:
    """The text as a screen draws it on one line, without the characters that are not drawn."""
    return clean(text).replace(HIDDEN, "")


def printed(text: str) -> str:
    """The text on one line as it may be printed, pasted or read aloud.

    Unlike on the screen, where each cell counts, joiners, variants of letters and no-break spaces
    stay.
    """
    return _without_strays(text).translate(_PRINTED).replace(HIDDEN, "")


def escaped(document: str) -> str:
    r"""A JSON document fit to be printed: what may not be shown stands as a ``\u`` escape.

    Read as JSON it says the same as before, lone surrogates included.
    """
    if document.isascii() and document.replace("\n", "").isprintable():
        return document
    # A line end is of the layout: within a string it is an escape already.
    unsafe = {char for char in set(document) if char != "\n" and _on_paper(char) != char}
    document = document.translate({ord(char): _escape(char) for char in unsafe})
    return _STRAY.sub(lambda found: _escape(found[0]), document)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
