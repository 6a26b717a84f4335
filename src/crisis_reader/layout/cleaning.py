"""Cleaning: what stands between an article and the terminal.

Owns the one mapping through which every character of an article goes before it is drawn. It maps
one code point to one code point, so offsets stay true; nothing that a terminal could take for a
command, or that would turn the direction of a line, comes through.
"""

import unicodedata

HIDDEN = "\x00"
"""Stands for a character that is not drawn at all (a soft hyphen, a joiner); zero cells."""

REPLACED = "\ufffd"
"""Stands for a character that must not reach a terminal; one cell."""

_BLANK = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Control pictures name what stood there: U+2400 and the code of the control character.
_NAMED = {
    **{chr(code): chr(0x2400 + code) for code in range(0x20)},
    "\x7f": "\u2421",
    **dict.fromkeys(_TURNING, REPLACED),
    **dict.fromkeys(_BLANK, " "),
}
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# Variation selectors change the width of what stands before them in some terminals only.
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def clean_char(char: str) -> str:
    """The one character that is drawn for ``char``; ``HIDDEN`` where none is."""
    code = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    if code in _SKIN_TONES or any(code in selectors for selectors in _SELECTORS):
        return HIDDEN
    return _by_category(char)


def _by_category(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category == "Cf":
        return HIDDEN
    if category in {"Cc", "Cs", "Co"}:
        return REPLACED
    return char


class _Table(dict[int, str]):
    """A table for ``str.translate`` that learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = clean_char(chr(code))
        return shown


_TABLE = _Table()


def clean(text: str) -> str:
    """The text as it may be drawn, one character for each, ``HIDDEN`` included."""
    return text.translate(_TABLE)


def visible(text: str) -> str:
    """The text as it may be drawn on one line, without the characters that are not drawn."""
    return text.translate(_TABLE).replace(HIDDEN, "")
