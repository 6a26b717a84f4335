"""The article in a saved web page: its text as paragraphs, and what the page says about itself.

Built on a stream of tags, no tree, so nesting cannot exhaust anything. What is said in JSON-LD
wins over the page's ``meta`` elements, those over what is shown.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from crisis_reader.sources.markup import Tag, tokens
from crisis_reader.sources.metadata import Metadata, Value, read_day, read_metadata

_DROPPED = {
    *("nav", "script", "style", "aside", "footer", "noscript", "template", "svg", "iframe", "form"),
    *(
        "button",
        "select",
        "textarea",
        "object",
        "video",
        "audio",
        "canvas",
        "dialog",
        "menu",
        "math",
    ),
}
"""What is no part of an article, with all it holds."""

_BLOCKS = {
    *(
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "body",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ),
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "caption"),
    *(
        "tr",
        "td",
        "th",
        "pre",
        "hr",
        "address",
        "details",
        "summary",
        "title",
        "center",
        "fieldset",
    ),
}
"""Elements that begin and end a paragraph."""

_HIDEABLE = {"div", "section", "span", "ul"}
"""Elements whose ``hidden`` is believed; others are too often left unclosed."""

_LONGEST = 2_000
"""Characters of a title, say; longer values of linked data are whole texts, which are not used."""

_ENOUGH = 50
"""Words; an ``article`` or ``main`` with fewer is a teaser unless it is half of the page."""

_ARTICLE_TYPES = ("Article", "Report", "BlogPosting", "LiveBlogPosting")
"""Endings of the schema.org types of an article: NewsArticle, ReportageNewsArticle, …"""

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "published": (
        *("article:published_time", "og:published_time", "datepublished", "date", "dc.date"),
        *("dc.date.issued", "pubdate", "parsely-pub-date", "sailthru.date"),
    ),
    "url": ("og:url",),
    "language": ("og:locale", "language", "dc.language"),
    "tags": ("keywords", "news_keywords"),
}
"""Field -> ``name``, ``property`` or ``itemprop`` of a ``meta`` element, first found wins."""


_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
"""Types of a link that leads to a feed."""

_LONG = 30
"""Letters and digits from which a paragraph that stands within another's words is the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """The text of a page's article, paragraphs apart by a blank line, and its metadata."""

    text: str
    metadata: Metadata
    is_article: bool | None = None
    """Whether the page says of itself that it is one article, or that it is a site."""
    feeds: tuple[str, ...] = ()
    """Where the page says that its site's feeds are, as written there."""
    base: str | None = None
    """What its links are relative to, as written; None for the page's own address."""


def read_web_page(markup: str, extract: Callable[[str], str | None] | None = None) -> WebPage:
    """The article in a page of HTML; ``text`` is empty where the page shows none.

    Args:
        markup: The page.
        extract: Gives the words of its article, a paragraph a line, or None: which of the page's
            paragraphs are furniture is then its word, how they read is this room's. A page of a
            few words is not worth asking.
    """
    page = _Page()
    for token in tokens(markup.removeprefix("\ufeff")):
        page.take(token)
    page.end_paragraph()
    linked = _linked_data(page.linked_data)
    metadata = (linked or Metadata()).or_else(_from_meta(page)).or_else(_shown(page))
    if metadata.published:
        metadata = replace(metadata, remarks=())  # what one place lacked another had
    extracted = None
    if extract is not None and sum(map(_words, page.paragraphs)) >= _ENOUGH:
        extracted = extract(markup)
    title = metadata.title or ""
    paragraphs = _extracted(page.paragraphs, extracted, title) if extracted else []
    return WebPage(
        text="\n\n".join(p.words for p in paragraphs or _content(page.paragraphs)),
        metadata=metadata,
        is_article=_is_article(page, linked),
        feeds=tuple(page.feeds),
        base=page.shown.get("base"),
    )


def _is_article(page: "_Page", linked: Metadata | None) -> bool | None:
    kind = page.meta.get("og:type", "").lower()
    if linked is not None or kind == "article" or "article:published_time" in page.meta:
        return True
    return False if kind == "website" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    words: str
    article: int | None
    """Which of the page's outermost ``article`` elements it stands in, from 1; None outside."""
    in_main: bool
    in_header: bool
    """In a ``header`` outside article and main: the site's, not the article's."""
    is_caption: bool
    is_heading: bool
    """A heading of the first rank: the article's, or the site's name."""


class _Page:
    """Collects paragraphs, ``meta`` elements and JSON-LD from a stream of tags."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.meta: dict[str, str] = {}
        """``name``, ``property`` or ``itemprop`` in lower case -> first ``content``."""
        self.shown: dict[str, str] = {}
        """What elements themselves say: heading, title, language, time, canonical."""
        self.linked_data: list[str] = []
        self.feeds: list[str] = []
        self._lines: list[list[str]] = [[]]
        self._open: dict[str, int] = {}
        """How many blocks of each name are open."""
        self._articles = 0
        self._dropped: str | None = None
        """Name of the outermost dropped element that is open."""
        self._dropped_depth = 0
        self._script: list[str] | None = None
        self._in_caption = False
        """In a block whose class calls it a caption."""

    def take(self, token: Tag | str) -> None:
        """Read on."""
        if isinstance(token, Tag):
            if token.closes:
                self._close(token.name)
            else:
                self._note(token)
                self._start(token)
        elif self._script is not None:
            self._script.append(token)
        elif not self._dropped:
            self._lines[-1].append(token)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if self._dropped:
            self._dropped_depth += name == self._dropped and not tag.empty
        elif name in _DROPPED or (name in _HIDEABLE and _is_hidden(tag.attributes)):
            if not tag.empty:
                self.end_paragraph()
                self._dropped, self._dropped_depth = name, 1
        elif name == "br":
            self._lines.append([])
        elif name in _BLOCKS:
            self.end_paragraph()
            self._in_caption = "caption" in tag.attributes.get("class", "").lower()
            self._open[name] = self._open.get(name, 0) + 1
            self._articles += name == "article" and self._open[name] == 1

    def _close(self, name: str) -> None:
        if name == "script" and self._script is not None:
            self.linked_data.append("".join(self._script))
            self._script = None
        if self._dropped:
            self._dropped_depth -= name == self._dropped
            if self._dropped_depth == 0:
                self._dropped = None
        elif name in _BLOCKS:
            self.end_paragraph()
            self._in_caption = False
            self._open[name] = max(0, self._open.get(name, 0) - 1)

    def end_paragraph(self) -> None:
        """Close the paragraph that is being read, if it has words."""
        lines = (" ".join("".join(line).split()) for line in self._lines)
        words = "\n".join(filter(None, lines))
        self._lines = [[]]
        if not words:
            return
        if self._open.get("title"):
            self.shown.setdefault("title", words)
            return
        if self._open.get("h1"):
            self.shown.setdefault("heading", words)
        in_article, in_main = bool(self._open.get("article")), bool(self._open.get("main"))
        self.paragraphs.append(
            _Paragraph(
                words=words,
                article=self._articles if in_article else None,
                in_main=in_main,
                in_header=bool(self._open.get("header")) and not (in_article or in_main),
                is_caption=bool(self._open.get("figcaption")) or self._in_caption,
                is_heading=bool(self._open.get("h1")),
            )
        )

    def _note(self, tag: Tag) -> None:
        name, said = tag.name, tag.attributes
        if name == "meta":
            for attribute in ("property", "name", "itemprop"):
                if key := said.get(attribute, "").lower():
                    self.meta.setdefault(key, said.get("content", ""))
        elif name == "html" and said.get("lang"):
            self.shown.setdefault("language", said["lang"])
        elif name == "time" and read_day(said.get("datetime", "")):
            self.shown.setdefault("time", said["datetime"])
        elif name == "link":
            self._note_link(said, set(said.get("rel", "").lower().split()))
        elif name == "base" and said.get("href"):
            self.shown.setdefault("base", said["href"])
        elif name == "script" and "ld+json" in said.get("type", "").lower() and not tag.empty:
            self._script = []

    def _note_link(self, said: dict[str, str], kinds: set[str]) -> None:
        if "canonical" in kinds:
            self.shown.setdefault("canonical", said.get("href", ""))
        elif "alternate" in kinds and said.get("type", "").strip().lower() in _FEEDS:
            self.feeds += [said["href"]] if said.get("href") else []


def _is_hidden(said: dict[str, str]) -> bool:
    return "hidden" in said or said.get("aria-hidden", "").lower() == "true"


def _content(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs of the narrowest part of the page that holds an article's worth of words."""
    sizes: dict[int, int] = {}
    for paragraph in paragraphs:
        if paragraph.article:
            sizes[paragraph.article] = sizes.get(paragraph.article, 0) + _words(paragraph)
    longest = max(sizes, key=lambda number: (sizes[number], -number), default=None)
    everything = [p for p in paragraphs if not p.in_header]
    for part in (
        [p for p in paragraphs if p.article and p.article == longest],
        [p for p in paragraphs if p.in_main],
    ):
        enough = min(_ENOUGH, sum(map(_words, everything)) / 2)
        if part and sum(map(_words, part)) >= enough:
            return part
    return everything or paragraphs


def _extracted(paragraphs: list[_Paragraph], extracted: str, title: str) -> list[_Paragraph]:
    """The paragraphs that the extractor kept, the captions between them, the title above them.

    Empty where it kept too little: then what the page is built of tells more.
    """
    lines = {_squeezed(line) for line in extracted.splitlines()}
    everything = _squeezed(extracted)

    def is_kept(paragraph: _Paragraph) -> bool:
        parts = [p for line in paragraph.words.splitlines() if (p := _squeezed(line))]
        found = (p in lines or (len(p) > _LONG and p in everything) for p in parts)
        return bool(parts) and all(found)

    kept = [number for number, paragraph in enumerate(paragraphs) if is_kept(paragraph)]
    found = sum(_words(paragraphs[number]) for number in kept)
    if found < _ENOUGH and found < len(extracted.split()) / 2:
        return []
    whole = {*kept, *_heading(paragraphs[: kept[0]], title)}
    return [
        paragraph
        for number, paragraph in enumerate(paragraphs)
        if number in whole or (paragraph.is_caption and kept[0] < number < kept[-1])
    ]


def _heading(above: list[_Paragraph], title: str) -> list[int]:
    """The number of the heading that gives the title, if it stands there; no site's name is it."""
    said = _squeezed(title)
    for number, paragraph in enumerate(above):
        words = _squeezed(paragraph.words)
        if paragraph.is_heading and words in said and len(words) >= len(said) / 2:
            return [number]
    return []


def _squeezed(words: str) -> str:
    """Letters and digits only: an extractor sets other blanks, bullets and quotation marks."""
    return "".join(filter(str.isalnum, words))


def _words(paragraph: _Paragraph) -> int:
    return len(paragraph.words.split())


def _from_meta(page: _Page) -> Metadata:
    fields: dict[str, Value] = {}
    for name, places in _META.items():
        fields[name] = next((page.meta[p] for p in places if page.meta.get(p)), None)
    if language := page.shown.get("language"):
        fields["language"] = language
    if canonical := page.shown.get("canonical"):
        fields["url"] = canonical
    return read_metadata(fields)


def _shown(page: _Page) -> Metadata:
    """What a reader sees on the page: its heading, else the window's title without the outlet."""
    title = page.shown.get("title", "")
    for place in _META["outlet"]:
        if outlet := page.meta.get(place):
            title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", title)
    said: dict[str, Value] = {
        "title": page.shown.get("heading") or title,
        "published": page.shown.get("time"),
    }
    return read_metadata(said)


def _linked_data(scripts: list[str]) -> Metadata | None:
    """What the first article among the page's JSON-LD objects says; None where there is none."""
    for script in scripts:
        try:
            document: Value = json.loads(script)
        except (ValueError, RecursionError):
            continue  # as browsers do: a broken block says nothing, the page is still read
        for item in _objects(document):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(n, str) and n.endswith(_ARTICLE_TYPES) for n in names):
                return read_metadata({key: _unescaped(value) for key, value in item.items()})
    return None


def _unescaped(value: Value) -> Value:
    """Many publishers write HTML's character references into JSON, where they mean nothing."""
    if not isinstance(value, str) or len(value) >= _LONGEST or "&" not in value:
        return value
    from html import unescape  # noqa: PLC0415 - loads every entity of HTML, a megabyte

    return unescape(value)


def _objects(document: Value) -> Iterator[dict[str, Value]]:
    """The objects of a JSON-LD document: itself, those of a list, those of its graph."""
    if isinstance(document, list):
        for item in document:
            if isinstance(item, dict):
                yield from _objects(item)
    elif isinstance(document, dict):
        yield document
        graph = document.get("@graph")
        if isinstance(graph, list):
            yield from (item for item in graph if isinstance(item, dict))
