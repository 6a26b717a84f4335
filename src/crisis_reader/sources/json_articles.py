"""Articles in JSON: one object, a list of objects, or JSON Lines with an object a line.

The text of an article is the string under ``text``; it is kept as it stands there. Which member of
the file an article was is kept in its origin.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from crisis_reader.sources.metadata import Metadata, Value, read_metadata

_TEXT = ("text", "body", "content")
"""Keys that may hold the text; the first that holds any wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article of a JSON file, or why it could not be read."""

    name: str | None
    """``line 12`` or ``item 3``; None for an object that is the whole file."""
    line: int | None = None
    """1-based; None where the file is not read by lines."""
    text: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    fault: str | None = None
    """What is wrong and what to do; None for an article."""


def read_json(text: str) -> Iterator[Member]:
    """The articles of a JSON document: an object, a list, an object with a list ``articles``."""
    try:
        document = _parsed(text)
    except _BrokenError as broken:
        yield Member(
            name=None, line=broken.line, fault=f"not valid JSON: {broken}; mend or remove it"
        )
        return
    if isinstance(document, dict) and isinstance(document.get("articles"), list):
        document = document["articles"]
    if not isinstance(document, list):
        yield _member(document, name=None, line=None)
        return
    if not document:
        yield Member(name=None, fault="is an empty list; put an object with a text in it")
    for number, item in enumerate(document, start=1):
        yield _member(item, name=f"item {number}", line=None)


def read_json_line(line: str, number: int) -> Member | None:
    """The article on one line of a JSON Lines file; None for a blank line."""
    if not line.strip(" \t\r\n\ufeff"):
        return None
    name = f"line {number}"
    try:
        return _member(_parsed(line), name=name, line=number)
    except _BrokenError as broken:
        fault = f"not valid JSON: {broken}; mend or remove the line"
        return Member(name=name, line=number, fault=fault)


class _BrokenError(ValueError):
    """JSON that cannot be parsed, and where."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def _parsed(text: str) -> Value:
    try:
        document: Value = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        said = error.msg.removesuffix(" at")  # some messages of the parser end so
        raise _BrokenError(f"{said} at column {error.colno}", error.lineno) from error
    except RecursionError as error:
        raise _BrokenError("nested too deeply") from error
    except ValueError as error:  # an integer of more digits than Python converts
        raise _BrokenError("a number is too long") from error
    return document


def _member(item: Value, *, name: str | None, line: int | None) -> Member:
    if not isinstance(item, dict):
        return Member(name=name, line=line, fault='not an object with a "text"; left out')
    text = next((v for k in _TEXT if isinstance(v := item.get(k), str) and v.strip()), None)
    if text is None:
        return Member(name=name, line=line, fault='has no "text" with words in it; left out')
    return Member(name=name, line=line, text=text, metadata=read_metadata(item))
