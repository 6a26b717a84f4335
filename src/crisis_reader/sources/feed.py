"""A feed: what it is, and its entries as articles.

RSS and Atom are read by a library in a process of its own, JSON Feed here. An entry has its full
text or a summary; where it is not certain to be the full text it counts as a summary, so that
nothing is called missing from it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_tz

from crisis_reader.article import Article, Origin, TextIs
from crisis_reader.article.records import READ_AT_MOST
from crisis_reader.errors import Problem
from crisis_reader.sources.addresses import joined
from crisis_reader.sources.metadata import Value, read_day, read_metadata
from crisis_reader.sources.naming import canonical
from crisis_reader.sources.parsing import Parser, ParsingError
from crisis_reader.sources.records import unread_remark
from crisis_reader.sources.web_page import read_web_page

_PROLOGUE = re.compile(r"\ufeff?(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+")
"""What may stand before the first element of XML, but a document type."""

_ROOTS = ("<rss", "<feed", "<rdf:rdf")
_FEED_TYPE = re.compile(r"<!doctype\s+(?:rss|feed|rdf:rdf)\b")
_JSON_FEED = re.compile(r"https?://jsonfeed\.org/version/", re.IGNORECASE)

_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\b(?:read|see|view) (?:more|full|the full)[^.!?]{0,40}"
    r"|\bcontinue reading[^.!?]{0,200}|\b(?:leer|seguir|sigue) (?:más|leyendo)[^.!?]{0,200})\W*\Z",
    re.IGNORECASE,
)
"""How a text ends that goes on elsewhere, in English and in Spanish."""

_NUMBER = re.compile(r"\d{1,9}")
_ONE = timedelta(days=1)

_ENOUGH = 80
"""Words; what a feed gives as content but is shorter is a teaser more often than an article."""


class NoFeedError(ValueError):
    """What was given is no feed, or one that is not read; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article of a feed, as far as the feed tells it."""

    id: str | None
    link: str | None
    """Absolute; None where there is none."""
    title: str | None
    published: str | None
    """As written."""
    day: date | None
    """What the library made of it: in UTC; None where it could not."""
    language: str | None
    outlet: str | None
    """Where an aggregator has it from; None where the feed is its own."""
    content: str
    """Markup of the full text; empty where there is a summary only."""
    summary: str
    """Markup."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was fetched."""

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]


def is_feed(text: str) -> bool:
    """Whether a document is a feed, by how it begins."""
    begin = _begin(text)
    if begin.startswith("<"):
        # One with a document type, too: that it is refused has to be told.
        return begin.startswith(_ROOTS) or bool(_FEED_TYPE.match(begin))
    return begin.startswith("{") and bool(_JSON_FEED.search(text[:2_000]))


def read_feed(text: str, address: str, parser: Parser) -> Feed:
    """The feed in a document.

    Args:
        text: The document, decoded.
        address: Where it is from: what its links are relative to.
        parser: What reads XML.

    Raises:
        NoFeedError: If it is none, or declares a document type.
    """
    begin = _begin(text)
    if begin.startswith("{"):
        return _json_feed(text, address)
    if begin.startswith("<!doctype"):
        raise NoFeedError(
            "declares a document type (DOCTYPE), which a feed has no need of and a parser can be "
            "harmed with; it is not read"
        )
    try:
        read = parser.feed(text, address)
    except ParsingError as error:
        raise NoFeedError(f"could not be read: {error}; refresh it again") from error
    if read is None or not read["is_feed"]:
        raise NoFeedError("is no feed that can be read; tell who runs it, or add its pages")
    entries = read["entries"]
    assert isinstance(entries, list)
    return Feed(
        title=_words(read["title"]),
        language=_words(read["language"]),
        entries=tuple(_entry(e, address) for e in entries if isinstance(e, dict)),
    )


def articles_of(
    feed: Feed, address: str, read_at_most: int = READ_AT_MOST
) -> Iterator[Article | Problem]:
    """The entries as articles, newest last so that they arrive in the order of the news.

    Args:
        feed: As it was read.
        address: Where it is from.
        read_at_most: Characters of one article that are read for matching and events.
    """
    odd: list[str] = []
    for number, entry in reversed(list(enumerate(feed.entries, start=1))):
        item = _article(entry, feed, address, number, read_at_most)
        if isinstance(item, Article) and item.published is None and entry.published:
            odd.append(entry.published)
        if isinstance(item, Article) and (unread := unread_remark(item)):
            yield Problem(source=item.url or address, message=unread, lost=False)
        yield item
    if odd:
        more = f" and {len(odd) - 1} more" if len(odd) > 1 else ""
        message = f"the day '{odd[-1]}'{more} could not be read: these articles have none"
        yield Problem(source=address, message=message, lost=False)


def _article(
    entry: Entry, feed: Feed, address: str, number: int, read_at_most: int
) -> Article | Problem:
    title = entry.title and (_text(entry.title) or None)
    full, short = _text(entry.content), _text(entry.summary)
    is_full = len(full.split()) >= _ENOUGH and not _CUT.search(full)
    text = full if len(full) >= len(short) else short
    text = text or title or ""
    if not text:
        message = f"entry {number} has neither text nor title; left out"
        return Problem(source=address, message=message)
    said = read_metadata(
        {
            "title": title,
            "outlet": entry.outlet or feed.title,
            "language": entry.language or feed.language,
            "tags": list(entry.tags),
        }
    )
    return Article.from_text(
        text,
        title=said.title,
        outlet=said.outlet,
        published=_day(entry),
        language=said.language,
        id=canonical(entry.link) or f"{address}#{entry.id or title}",
        origin=Origin(uri=address, member=f"entry {entry.id or number}", text_is=TextIs.EXTRACTED),
        url=entry.link,
        tags=said.tags,
        summary_only=not is_full,
        read_at_most=read_at_most,
    )


def _text(markup: str) -> str:
    return read_web_page(markup).text if markup else ""


def _day(entry: Entry) -> date | None:
    """The day as it is written, no zone applied; what the library makes of it where it is odd."""
    written = (entry.published or "").strip()
    if day := read_day(written):
        return day
    if parts := parsedate_tz(written):
        try:
            return date(*parts[:3])
        except ValueError:
            return None
    return entry.day if entry.day and _is_written(entry.day, written) else None


def _is_written(day: date, words: str) -> bool:
    """Whether the words hold this day, or one beside it in another zone, and its year.

    The library takes the 31st of November for the 1st of December.
    """
    numbers = {int(number) for number in _NUMBER.findall(words)}
    beside = {(day + step).day for step in (-_ONE, timedelta(), _ONE)}
    return bool(numbers & beside) and not numbers.isdisjoint({day.year, day.year % 100})


def _begin(text: str) -> str:
    """How the document begins, its declarations and comments left out, in lower case."""
    found = _PROLOGUE.match(text)
    start = found.end() if found else 0
    return text[start : start + 500].lower()


def _json_feed(text: str, address: str) -> Feed:
    """Source: JSON Feed, version 1.1."""
    try:
        document: Value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NoFeedError("is no valid JSON; tell who runs it, or add its pages") from error
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(items, list):
        raise NoFeedError("is JSON, but no feed; to read articles from JSON, save the file")
    return Feed(
        title=_words(document.get("title")),
        language=_words(document.get("language")),
        entries=tuple(_json_entry(item, address) for item in items if isinstance(item, dict)),
    )


def _json_entry(item: dict[str, Value], address: str) -> Entry:
    content = _words(item.get("content_html"))
    if content is None and (plain := _words(item.get("content_text"))):
        content = _as_markup(plain)
    summary = _words(item.get("summary"))
    link = _words(item.get("url"))
    return Entry(
        id=_words(item.get("id")),
        link=joined(address, link) if link else None,
        title=_as_markup(_words(item.get("title")) or ""),
        published=_words(item.get("date_published")),
        day=None,
        language=_words(item.get("language")),
        outlet=None,
        content=content or "",
        summary=_as_markup(summary or ""),
        tags=_tags(item.get("tags")),
    )


def _entry(item: dict[str, Value], address: str) -> Entry:
    link, parts = _words(item["link"]), item["day"]
    return Entry(
        id=_words(item["id"]),
        link=joined(address, link) if link else None,
        title=_words(item["title"]),
        published=_words(item["published"]),
        day=_made(parts) if isinstance(parts, list) else None,
        language=_words(item["language"]),
        outlet=_words(item["outlet"]),
        content=_words(item["content"]) or "",
        summary=_words(item["summary"]) or "",
        tags=_tags(item["tags"]),
    )


def _made(parts: list[Value]) -> date | None:
    year, month, day = (part if isinstance(part, int) else 0 for part in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _words(value: Value) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).strip() or None


def _tags(value: Value) -> tuple[str, ...]:
    return tuple(t for v in value if (t := _words(v))) if isinstance(value, list) else ()


def _as_markup(plain: str) -> str:
    """A plain text as the markup of its paragraphs."""
    import html  # noqa: PLC0415 - only for feeds

    return "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n\s*\n", plain))
