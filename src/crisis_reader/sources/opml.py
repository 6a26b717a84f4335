"""Lists of subscriptions, as feed readers hand them to each other: OPML, read and written."""

import re
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crisis_reader.errors import Problem
from crisis_reader.sources.decoding import NotTextError, decode
from crisis_reader.sources.folder import why
from crisis_reader.sources.journal import note
from crisis_reader.sources.parsing import Parser, ParsingError

OPML_ENDING = ".opml"
"""Of the name of such a file."""

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold. Source: XML 1.0, 2.2."""

_LOOKED_AT = 1_000
"""Characters within which the first element has to begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed, or a page, that a reader follows."""

    address: str
    title: str | None = None
    is_page: bool = False


def is_opml(text: str) -> bool:
    """Whether a document is such a list, by how it begins."""
    return "<opml" in text[:_LOOKED_AT].lower()


def read_opml(raw: bytes, source: str, parser: Parser) -> tuple[Subscription | Problem, ...]:
    """The feeds of a list in its order, whatever folders they are in; each once.

    Args:
        raw: The file.
        source: What problems name it.
        parser: What reads it.
    """
    try:
        text = decode(raw, markup=True).text
    except NotTextError as error:
        return (Problem(source=source, message=str(error)),)
    try:
        feeds = parser.subscriptions(text) if is_opml(text) else None
    except ParsingError as error:
        return (Problem(source=source, message=f"could not be read: {error}; add it again"),)
    if feeds is None:
        message = "is no OPML; export the list of feeds from the other program again"
        return (Problem(source=source, message=message),)
    if not feeds:
        return (Problem(source=source, message="names no feeds; nothing was added"),)
    by_address = dict(reversed(feeds))  # of two names of one feed the first counts
    return tuple(
        Subscription(address=address, title=by_address[address])
        for address in dict.fromkeys(address for address, _ in feeds)
    )


def read_opml_file(path: str) -> tuple[Subscription | Problem, ...]:
    """The feeds of such a file; problems where it can't be read."""
    try:
        raw = Path(path).expanduser().read_bytes()
    except (OSError, ValueError) as error:
        return (Problem(source=path, message=why(error)),)
    begun = time.perf_counter()
    with closing(Parser()) as parser:
        found = read_opml(raw, path, parser)
    note("read", path, f"a list of feeds, {len(found)} of them", since=begun)
    return found


def write_opml(subscriptions: Iterable[Subscription], title: str) -> str:
    """A list that other feed readers take: OPML 2.0. Pages stand in it as links."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{_clean(title)}</title></head>",
        "  <body>",
    ]
    for one in subscriptions:
        name, address = _quoted(one.title or one.address), _quoted(one.address)
        where = f'type="link" url={address}' if one.is_page else f'type="rss" xmlUrl={address}'
        lines.append(f"    <outline text={name} title={name} {where}/>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _quoted(words: str) -> str:
    """In quotation marks, with nothing in it that XML may not hold."""
    return f'"{_clean(words)}"'


def _clean(words: str) -> str:
    from html import escape  # noqa: PLC0415 - loads every entity of HTML, a megabyte; xml.sax more

    return escape(" ".join(_NOT_XML.sub("\ufffd", words).split()))
