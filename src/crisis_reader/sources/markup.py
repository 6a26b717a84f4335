"""HTML as a stream of tags and text, in one pass whose time grows with the length and nothing else.

The standard library's parser takes time in the square of what is never closed: half a megabyte of
``<a <a <a`` keeps it busy for minutes. Here a search that fails is never repeated. Source: HTML
Living Standard, tokenization, as far as telling text from tags needs it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_RAW = {"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"}
"""Elements that hold characters only, whatever these look like."""

_ATTRIBUTE = (
    r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+"""  # name, three values
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TO_END_OF_TAG = re.compile(rf"(?:[\s/=]++|{_ATTRIBUTE})*+>")
_NAME = re.compile(r"/?+([A-Za-z][^\s/>]*+)")
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}

_TOO_LONG_A_NUMBER = re.compile(r"&#(?:\d{8,}+|[xX][0-9a-fA-F]{7,}+);?")
"""No character has so many digits, and Python refuses to convert thousands of them."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an end tag, its name in lower case."""

    name: str
    closes: bool = False
    empty: bool = False
    """Written ``<name/>``."""
    attributes: dict[str, str] = field(default_factory=dict)
    """In lower case; of two of one name the first counts."""


def tokens(markup: str) -> Iterator[Tag | str]:
    """Tags and the text between them, character references resolved; comments are left out."""
    return _Scanner(markup).tokens()


class _Scanner:
    """Where the pass stands in the markup."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._at = 0
        self._ragged = False
        """A tag was found whose quotes never close: from then on ``>`` ends a tag anywhere."""

    def tokens(self) -> Iterator[Tag | str]:
        markup = self._markup
        while (start := markup.find("<", self._at)) >= 0:
            if start > self._at:
                yield _text(markup[self._at : start])
            self._at = start + 1
            if markup.startswith(("!", "?"), self._at):
                self._skip_declaration()
            elif name := _NAME.match(markup, self._at):
                yield from self._element(name)
            else:
                yield "<"
        if self._at < len(markup):
            yield _text(markup[self._at :])

    def _skip_declaration(self) -> None:
        end = "-->" if self._markup.startswith("!--", self._at) else ">"
        self._skip_past(end, self._at)

    def _skip_past(self, words: str, since: int) -> int:
        """Go on after the next ``words``, or to the end; returns where they begin."""
        found = self._markup.find(words, since)
        self._at = len(self._markup) if found < 0 else found + len(words)
        return len(self._markup) if found < 0 else found

    def _element(self, name: re.Match[str]) -> Iterator[Tag | str]:
        closes, tag_name = name[0].startswith("/"), name[1].lower()
        end = self._end_of_tag(name.end())
        inside = self._markup[name.end() : end]
        if closes:
            yield Tag(tag_name, closes=True)
            return
        empty = inside.endswith("/")
        yield Tag(tag_name, empty=empty, attributes=_attributes(inside))
        if tag_name in _RAW and not empty:
            closing = _CLOSING[tag_name].search(self._markup, self._at)
            begin, self._at = self._at, closing.start() if closing else len(self._markup)
            raw = self._markup[begin : self._at]
            yield raw if tag_name == "script" else _text(raw)

    def _end_of_tag(self, since: int) -> int:
        """Where the ``>`` of the tag stands, or the text ends; the pass goes on after it."""
        found = None if self._ragged else _TO_END_OF_TAG.match(self._markup, since)
        if found is None:
            self._ragged = True
            return self._skip_past(">", since)
        self._at = found.end()
        return found.end() - 1


def _attributes(inside: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTES.findall(inside):
        said.setdefault(name.lower(), _text(double or single or bare))
    return said


def _text(raw: str) -> str:
    if "&" not in raw:
        return raw
    from html import unescape  # noqa: PLC0415 - loads every entity of HTML, a megabyte

    return unescape(_TOO_LONG_A_NUMBER.sub("\ufffd", raw))
