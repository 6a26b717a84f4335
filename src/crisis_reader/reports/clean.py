"""Nothing in an article is a command to the terminal: what commands print goes through here.

Escapes, control characters, marks that turn the direction of writing and characters that hide
become visible marks; every other character stays as it is. Offsets never depend on this: it is
applied to what is printed, never to ``Article.text``.
"""

import re

_MARK = "\ufffd"

_FIRST_PICTURE = 0x2400
"""Unicode has a picture for each of the 32 C0 controls, in their order."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    # Joiners belong between letters of many scripts and within emoji, and beside ASCII nowhere.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)

_WHITE = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def clean(text: str) -> str:
    """``text`` on one line, fit for a terminal: controls shown as marks, line ends as spaces."""
    return _UNSEEN.sub(_shown, text)


def escaped(document: str) -> str:
    r"""A JSON document with such characters as ``\u`` escapes; what it says is the same."""
    return _UNSEEN.sub(_escape, document)


def _shown(found: re.Match[str]) -> str:
    char = found[0]
    if char in _WHITE:
        return " "
    return chr(_FIRST_PICTURE + ord(char)) if char < " " else _MARK


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\n":  # of the layout: within a string it is an escape already
        return char
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
