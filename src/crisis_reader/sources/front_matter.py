"""YAML front matter: the block between two lines of ``---`` at the head of a Markdown note.

A small reader instead of a YAML object loader: every scalar stays the string that stands in the
file (``2019-11-15`` is no date object, ``no`` is no boolean), aliases are refused, nesting beyond
lists of scalars is skipped, and the offset where the body begins is kept.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

    from crisis_reader.sources.metadata import Value

_BLOCK = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_LIKE_A_KEY = re.compile(r"\ufeff?---[ \t]*\r?\n\w[\w -]*:(?:\s|\Z)")

# Possessive: what a long line has read is not kept to be given back.
_WORDS = (
    r"(?:[^\W_](?:[\w !$%&'()*+./;<=>?@^|~“”‘’«»–—…,-]++|:(?=[^\s:]))*+(?<![ :])"
    r'|"[^"\\\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*+")'
)
_TAG = r"[^\W_][\w -]*+(?<! )"
_LINE = re.compile(
    rf"(?P<key>[A-Za-z]\w*): +(?:(?P<value>{_WORDS})|\[(?P<tags>{_TAG}(?:, *{_TAG})*+)\])"
    rf"|(?P<list>[A-Za-z]\w*):| +- +(?P<item>{_WORDS})"
)
"""The lines that most notes consist of: words after a key, a list in brackets or below a key."""

_PLAIN_LINE = 1_000
"""Characters."""

_LONGEST = 65_536
"""Characters; a longer block is prose between two rules, not metadata."""


_DEEPEST = 16
"""Levels of nesting; nobody writes more by hand, and parsing time grows with its square."""

_INSIDE = 2
"""Depth of what stands within a value of the top-level mapping."""

_MAPPING: "Value" = []
"""Says that the document is a mapping; told from other values by identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The metadata block of a note; ``span`` is None where there is none that can be read."""

    span: Span | None = None
    """From the start of the text to where the body begins."""
    fields: "dict[str, Value]"
    remark: str | None = None
    """Why a block that is there was not read."""
    line: int | None = None
    """1-based line the remark is about."""


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the head of ``text``; a broken one is left to the text, with a remark."""
    block = _BLOCK.match(text)
    if block is None or len(block["yaml"]) > _LONGEST:
        return FrontMatter(fields={}, remark=_unclosed(text))
    plain = _plain_fields(block["yaml"])
    if plain is not None:
        return FrontMatter(span=Span(0, block.end()), fields=plain)
    import yaml  # noqa: PLC0415 - only notes need it

    # libyaml where PyYAML was built with it: a list of ten notes is on the screen 20 ms sooner.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        fields = _fields(yaml.parse(block["yaml"], Loader=loader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return FrontMatter(
            fields={},
            remark=f"the front matter is not valid YAML ({_said(error)}) and was read as text; "
            "mend it to have its title, outlet and day used",
            line=2 if mark is None else mark.line + 2,
        )
    if fields is None:
        return FrontMatter(fields={})
    return FrontMatter(span=Span(0, block.end()), fields=fields)


def _plain_fields(block: str) -> "dict[str, Value] | None":
    """The fields of a block of nothing but plain lines; None where it takes a reader of YAML.

    Loading that one costs as much as reading ten notes, and the first frame waits for them.
    """
    fields: dict[str, Value] = {}
    items: list[Value] | None = None
    indent = 0
    for line in block.split("\n"):
        if len(line) > _PLAIN_LINE:
            return None
        found = _LINE.fullmatch(line.rstrip(" \r"))
        if found is None:
            if line.strip(" \r"):
                return None
        elif found["item"] is not None:
            at = line.index("-")
            if items is None or (items and at != indent):
                return None
            indent = at
            items.append(_bare(found["item"]))
        else:
            key = found["key"] or found["list"]
            if items == [] or key in fields:  # a key without a value, a key said twice
                return None
            items = [] if found["list"] else None
            if found["tags"]:
                tags: list[Value] = [*re.split(", *", found["tags"])]
                fields[key] = tags
            else:
                fields[key] = _bare(found["value"]) if items is None else items
    return None if items == [] else fields


def _bare(words: str) -> str:
    return words[1:-1] if words[0] == '"' else words


def _unclosed(text: str) -> str | None:
    if not _LIKE_A_KEY.match(text):
        return None
    return "the front matter has no closing line '---' and was read as text; add one"


def _said(error: Exception) -> str:
    return " ".join(str(getattr(error, "problem", None) or error).split())[:120]


def _fields(events: "Iterator[Event]") -> "dict[str, Value] | None":
    """The top-level mapping of a stream of YAML events; None where the document is no mapping."""
    nodes = list(_top_nodes(events))
    if not nodes:
        return {}
    if nodes[0] is not _MAPPING:
        return None
    fields: dict[str, Value] = {}
    for key, value in zip(nodes[1::2], nodes[2::2], strict=True):
        if isinstance(key, str):
            fields.setdefault(key, value)
    return fields


def _top_nodes(events: "Iterator[Event]") -> "Iterator[Value]":
    """``_MAPPING``, then keys and values in turn, lists and mappings with their scalars only.

    Walks events instead of composing nodes: no recursion, so nesting cannot exhaust the stack.
    """
    import yaml  # noqa: PLC0415 - only notes need it

    depth = 0
    items: list[Value] = []
    is_mapping = False
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 1:
                yield _MAPPING if isinstance(event, yaml.MappingStartEvent) else None
            elif depth == _INSIDE:
                items, is_mapping = [], isinstance(event, yaml.MappingStartEvent)
            else:
                items.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 1:
                yield _paired(items) if is_mapping else items
        elif isinstance(event, yaml.ScalarEvent) and depth < _INSIDE:
            yield event.value
        elif isinstance(event, yaml.ScalarEvent) and depth == _INSIDE:
            items.append(event.value)
        _refuse(event, depth)


def _refuse(event: "Event", depth: int) -> None:
    """Raise for what a person's note never needs and a hostile file may use."""
    import yaml  # noqa: PLC0415 - only notes need it

    if isinstance(event, yaml.AliasEvent):
        raise yaml.YAMLError(f"alias *{event.anchor} is not allowed")
    if depth > _DEEPEST:
        raise yaml.YAMLError("it is nested too deeply")


def _paired(items: "list[Value]") -> "Value":
    return {k: v for k, v in zip(items[::2], items[1::2], strict=False) if isinstance(k, str)}
