"""Targets for what comes from the web: feeds, lists of feeds, pages, and what servers say.

The libraries that read them run here, in the same process; one that breaks stands for a process
that died, which is no fault of ours.
"""

import html
import json
from collections.abc import Callable, Iterable

from tests.fuzz.drawing import LONGEST, Bytes, drawn_text, is_inside
from tests.fuzz.servers import servers

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources import parsing_process
from crisis_reader.sources.decoding import Decoded, NotTextError, decode
from crisis_reader.sources.feed import NoFeedError, articles_of, is_feed, read_feed
from crisis_reader.sources.fetching import Fetched
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.metadata import Value
from crisis_reader.sources.opml import Subscription, is_opml, read_opml, write_opml
from crisis_reader.sources.parsing import Parser, ParsingError
from crisis_reader.sources.web import _articles
from crisis_reader.sources.web_page import read_web_page

HERE = "http://news.example/2019/front"

PARTS = (
    *("<rss>", "<rss version='2.0'>", "<channel>", "<item>", "</item>", "<feed>", "<entry>"),
    *("<feed xmlns='http://www.w3.org/2005/Atom'>", "</entry>", "<title>", "</title>", "<link>"),
    *("<link href='", "'/>", "</link>", "<pubDate>", "</pubDate>", "<updated>", "</updated>"),
    *("<description>", "</description>", "<content type='html'>", "</content>", "<guid>"),
    *("<![CDATA[", "]]>", "&lt;p&gt;", "&amp;", "&#x", ";", "<!--", "-->", "<?xml version='1.0'?>"),
    *("<!DOCTYPE rss>", "<source>", "<category>", "<dc:date>", "xml:lang='es' ", "</feed>"),
    *('{"version": "https://jsonfeed.org/version/1.1", "items": [', '{"url": "', '", ', "]}"),
    *('"content_html": "', '"date_published": "', '"title": ', '"id": 7, ', "null", "[", "}, "),
    *("<opml version='2.0'>", "<body>", "<outline text='x' ", "xmlUrl='", "' type='rss' ", "/>"),
    *("</opml>", "<html>", "<head>", "<body>", "<article>", "</article>", "<main>", "<p>", "</p>"),
    *("<div class='caption'>", "</div>", "<h1>", "</h1>", "<time datetime='", "<base href='"),
    *("<script type='application/ld+json'>", "</script>", '{"@type": "NewsArticle", "url": "'),
    *("<meta property='og:url' content='", "<meta charset='", "<link rel='canonical' href='"),
    *("<link rel='alternate' type='application/rss+xml' href='", "<br>", "<li>", "<table>", "<td>"),
    *(
        "http://news.example/a",
        "http://[",
        "//x",
        "http://a@b/",
        "https://[::1]:99999/",
        "?#",
        "\\",
    ),
    *("2019-11-15", "Fri, 15 Nov 2019 10:00:00 +0000", "0000-00-00", "99999", "utf-16", "latin-1"),
    *("Ana Paz resigned on Monday. ", "President ", "the court met ", "… ", "Read more", "\x00"),
    *("\ud800", "\u202e", "\ufeff", "\n", " ", "'", '"', "<", ">", "/", "&", "="),
)


def drawn_markup(feed: Bytes) -> str:
    """Pieces of feeds, lists and pages strung together, or any text."""
    kind = feed.ConsumeIntInRange(0, 3)
    if kind == 0:
        return drawn_text(feed)
    count = feed.ConsumeIntInRange(0, 120)
    told = "".join(PARTS[byte % len(PARTS)] for byte in feed.ConsumeBytes(count))
    return told + (drawn_text(feed) if kind == 1 else "")


def _words(feed: Bytes) -> str:
    """A few pieces: what may stand in one field."""
    pieces = feed.ConsumeBytes(feed.ConsumeIntInRange(0, 6))
    return "".join(PARTS[byte % len(PARTS)] for byte in pieces)


def drawn_feed(feed: Bytes) -> str:
    """A feed whose fields may hold anything and whose form is right, or pieces of one."""
    kind = feed.ConsumeIntInRange(0, 3)
    if kind == 0:
        text = drawn_markup(feed)
        return text if is_feed(text) else f"<rss version='2.0'><channel>{text}"
    names = ("title", "url", "date_published", "content_html", "summary", "id")
    entries = [{name: _words(feed) for name in names} for _ in range(feed.ConsumeIntInRange(1, 3))]
    if kind == 1:
        version = "https://jsonfeed.org/version/1.1"
        return json.dumps({"version": version, "title": _words(feed), "items": entries})
    told = "".join(_entry(entry, is_atom=kind == 2) for entry in entries)
    title = html.escape(_words(feed))
    if kind == 2:
        space = "http://www.w3.org/2005/Atom"
        return f"<feed xmlns='{space}'><title>{title}</title>{told}</feed>"
    return f"<rss version='2.0'><channel><title>{title}</title>{told}</channel></rss>"


def _entry(entry: dict[str, str], *, is_atom: bool) -> str:
    said = {name: html.escape(words) for name, words in entry.items()}
    if is_atom:
        return (
            f"<entry><title>{said['title']}</title><link href='{said['url']}'/>"
            f"<updated>{said['date_published']}</updated><id>{said['id']}</id>"
            f"<content type='html'>{said['content_html']}</content></entry>"
        )
    return (
        f"<item><title>{said['title']}</title><link>{said['url']}</link>"
        f"<pubDate>{said['date_published']}</pubDate><guid>{said['id']}</guid>"
        f"<description>{said['content_html']}</description></item>"
    )


class Inside(Parser):
    """What the process would answer, asked without one."""

    def _ask(self, question: dict[str, str]) -> Value:
        try:
            said = parsing_process._JOBS[question["job"]](json.loads(json.dumps(question)))
            answer: Value = json.loads(json.dumps(said))
        except Exception as error:  # whatever breaks there ends the process and nothing else
            raise ParsingError("the process ended") from error
        return answer


def _see(item: Article | Problem) -> None:
    if isinstance(item, Problem):
        assert item.source
        assert item.message
        return
    assert item.text
    assert item.id
    assert all(is_inside(region.span, item.text) for region in item.regions)


def feeds(feed: Bytes) -> None:
    """A feed of anything gives articles and problems."""
    text = drawn_feed(feed)
    try:
        read = read_feed(text, HERE, Inside())
    except NoFeedError:
        return
    items = list(articles_of(read, HERE))
    assert len(items) >= len(read.entries)
    for item in items:
        _see(item)


def pages(feed: Bytes) -> None:
    """A page of anything gives an article or a problem, with an extractor and without."""
    drawn = drawn_markup(feed)
    raw = drawn.encode("utf-8", "surrogatepass")
    declared = (None, "utf-16", "shift_jis", "iso-8859-1", drawn[:20])[feed.ConsumeIntInRange(0, 4)]
    try:
        decoded = decode(raw, markup=True, declared=declared)
    except NotTextError:
        return
    assert raw.decode(decoded.encoding) == decoded.text
    _read_page(decoded, raw)


def _read_page(decoded: Decoded, raw: bytes) -> None:
    fetched = Fetched(address=HERE, body=raw, media_type="text/html", charset=None, unchanged=False)
    for extract in (None, Inside().content):
        page = read_web_page(decoded.text, extract)
        items = list(_articles(page, fetched, decoded, Limits(characters=LONGEST)))
        assert items
        for item in items:
            _see(item)


def opml(feed: Bytes) -> None:
    """A list of anything is told; what is written is read again as it was."""
    text = drawn_markup(feed)
    text = text if is_opml(text) else f"<opml>{text}"
    items = read_opml(text.encode("utf-8", "surrogatepass"), "x.opml", Inside())
    assert items
    once = _through(_followed(items), text[:50])
    assert _through(once, "x") == once


def _followed(items: Iterable[Subscription | Problem]) -> list[Subscription]:
    return [one for one in items if isinstance(one, Subscription)]


def _through(subscriptions: list[Subscription], title: str) -> list[Subscription]:
    """What another reader would find in the list that we write."""
    written = write_opml(subscriptions, title).encode("utf-8")
    return _followed(read_opml(written, "x.opml", Inside()))


WEB_TARGETS: dict[str, Callable[[Bytes], None]] = {
    "feeds": feeds,
    "pages": pages,
    "opml": opml,
    "servers": servers,
}
