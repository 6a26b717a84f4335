"""Feeds of all three kinds become articles; what may be a summary counts as one."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources.feed import NoFeedError, articles_of, is_feed, read_feed
from crisis_reader.sources.parsing import Parser

ADDRESS = "https://post.example/feeds/news.xml"
LONG = "The court of Ruritania met on Friday and heard the speaker. " * 10


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    """One process for all of them."""
    with closing(Parser()) as opened:
        yield opened


def rss(items: str, *, before: str = "", channel: str = "<title>The Post</title>") -> str:
    """A feed of RSS 2.0."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"{before}<rss version='2.0' {spaces}><channel>{channel}{items}</channel></rss>"


def full(markup: str = f"<p>{LONG}</p>") -> str:
    """An element with the full text."""
    return f"<content:encoded><![CDATA[{markup}]]></content:encoded>"


def articles(text: str, parser: Parser) -> list[Article]:
    """The articles of a feed without problems, first entry first."""
    found = list(articles_of(read_feed(text, ADDRESS, parser), ADDRESS))
    assert not [item for item in found if isinstance(item, Problem)]
    return [item for item in reversed(found) if isinstance(item, Article)]


def test_rss(parser: Parser) -> None:
    """Title, day, outlet, language, address, tags and text of an entry."""
    item = (
        "<item><title>Court &amp; assembly</title><link>/a?utm_source=rss#top</link>"
        "<guid isPermaLink='false'>7</guid>"
        "<pubDate>Fri, 15 Nov 2019 22:30:00 -0400</pubDate><category>courts</category>"
        f"<description>Short.</description>{full(f'<p>{LONG}</p><p>Second.</p>')}</item>"
    )
    channel = "<title>The Post</title><language>en-us</language>"
    (article,) = articles(rss(item, channel=channel), parser)
    assert article.title == "Court & assembly"
    assert (article.outlet, article.language) == ("The Post", "en")
    assert article.published == date(2019, 11, 15)
    assert article.url == "https://post.example/a?utm_source=rss#top"
    assert article.id == "https://post.example/a"
    assert article.text == f"{LONG.strip()}\n\nSecond."
    assert article.tags == ("courts",)
    assert not article.summary_only
    assert (article.origin.uri, article.origin.member) == (ADDRESS, "entry 7")


def test_atom(parser: Parser) -> None:
    """With links relative to the feed's base, and an aggregator's source as the outlet."""
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/x/">'
        "<title>Planet</title><entry><id>urn:1</id><title>A</title><link href='b/c'/>"
        "<published>2019-11-15T23:59:00-04:00</published>"
        "<source><title>Herald</title></source>"
        f"<content type='html'>&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"
    )
    (article,) = articles(atom, parser)
    assert (article.outlet, article.published) == ("Herald", date(2019, 11, 15))
    assert article.url == "https://post.example/x/b/c"


def test_json_feed(parser: Parser) -> None:
    """Version 1.1, with text or markup."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Post",
        "language": "es",
        "items": [
            {"id": 1, "url": "/a", "title": "Uno < dos", "content_html": f"<p>{LONG}</p>"},
            {
                "id": 2,
                "content_text": f"{LONG}\n\nSecond <b>",
                "date_published": "2019-11-15T01:00Z",
            },
            {"id": 3, "title": "C", "summary": "Short.", "tags": ["a", 7, None]},
        ],
    }
    one, two, three = articles(json.dumps(feed), parser)
    assert (one.title, one.outlet, one.language) == ("Uno < dos", "The Post", "es")
    assert one.url == "https://post.example/a"
    assert two.text.endswith("\n\nSecond <b>")
    assert two.published == date(2019, 11, 15)
    assert [a.summary_only for a in (one, two, three)] == [False, False, True]
    assert three.tags == ("a", "7")


@pytest.mark.parametrize(
    "item",
    [
        f"<description>{LONG}</description>",
        full("<p>The court met on Friday.</p>"),
        full(f"<p>{LONG}</p><p>[…]</p>"),
        full(f"<p>{LONG} The judges said…</p>"),
        full(f"<p>{LONG} The judges said [...]</p>"),
        full(f"<p>{LONG}</p><p><a href='/a'>Read more »</a></p>"),
        full(f"<p>{LONG}</p><p>Continue reading Court &amp; assembly</p>"),
        full(f"<p>{LONG}</p><p>Seguir leyendo</p>"),
        full(f"<p>{LONG}</p><p>Leer más: el tribunal</p>"),
        "",
    ],
)
def test_what_may_be_a_summary_counts_as_one(parser: Parser, item: str) -> None:
    """A description, a short text, a text that breaks off, a title alone."""
    (article,) = articles(rss(f"<item><title>Court meets</title>{item}</item>"), parser)
    assert article.summary_only
    assert article.title == "Court meets"


def test_words_of_an_article_are_no_sign_of_a_cut(parser: Parser) -> None:
    """Only how it ends counts."""
    text = f"<p>Read more books, he said… and left.</p><p>{LONG}</p>"
    (article,) = articles(rss(f"<item>{full(text)}</item>"), parser)
    assert not article.summary_only


def test_markup_becomes_text(parser: Parser) -> None:
    """Scripts and tags go, entities become characters, titles too."""
    item = (
        "<item><title>A &amp;amp; B &lt;b&gt;bold&lt;/b&gt;</title><description>"
        "Short &lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;words&lt;/b&gt;</description></item>"
    )
    (article,) = articles(rss(item), parser)
    assert (article.title, article.text) == ("A & B bold", "Short words")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 15 Nov 2019 23:30:00 GMT", date(2019, 11, 15)),
        ("15 Nov 2019 00:30 +0200", date(2019, 11, 15)),
        ("2019-11-15", date(2019, 11, 15)),
        ("Fri, 31 Feb 2019 10:00:00 GMT", None),
        ("viernes", None),
        ("", None),
    ],
)
def test_days_are_as_written(parser: Parser, written: str, day: date | None) -> None:
    """No zone is applied, and none is made up."""
    text = rss(f"<item><title>A</title><pubDate>{written}</pubDate></item>")
    article, *notices = articles_of(read_feed(text, ADDRESS, parser), ADDRESS)
    assert isinstance(article, Article)
    assert article.published == day
    is_odd = day is None and written != ""
    assert [written in str(notice) for notice in notices] == [True] * is_odd


def test_entries_arrive_oldest_first(parser: Parser) -> None:
    """Feeds have the newest one first; the shelf has the last that arrived last."""
    feed = read_feed(
        rss("<item><title>New</title></item><item><title>Old</title></item>"), ADDRESS, parser
    )
    assert [a.title for a in articles_of(feed, ADDRESS) if isinstance(a, Article)] == ["Old", "New"]


def test_an_entry_without_anything_costs_itself(parser: Parser) -> None:
    """It is told, the rest is read."""
    feed = read_feed(rss("<item/><item><title>B</title></item>"), ADDRESS, parser)
    one, two = articles_of(feed, ADDRESS)
    assert isinstance(one, Article)
    assert isinstance(two, Problem)
    assert "entry 1" in two.message


def test_an_entry_without_a_link(parser: Parser) -> None:
    """It is known by the feed and its own id."""
    (article,) = articles(
        rss("<item><guid isPermaLink='false'>x7</guid><title>A</title></item>"), parser
    )
    assert (article.url, article.id) == (None, f"{ADDRESS}#x7")


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
        "<?xml version='1.0'?>\n<!-- <rss> -->\n<!doctype rss SYSTEM 'http://post.example/x.dtd'>",
        "\ufeff  <!DOCTYPE rss>",
    ],
)
def test_a_document_type_is_refused(parser: Parser, before: str) -> None:
    """Entities can fill any memory; no feed needs them."""
    text = rss("<item><title>A</title></item>", before=before)
    assert is_feed(text)
    with pytest.raises(NoFeedError, match="DOCTYPE"):
        read_feed(text, ADDRESS, parser)


def test_a_document_type_within_a_text_is_none(parser: Parser) -> None:
    """An article may well be about one."""
    (article,) = articles(rss(f"<item>{full('<p>&lt;!DOCTYPE html&gt; ' + LONG)}</item>"), parser)
    assert "<!DOCTYPE html>" in article.text


@pytest.mark.parametrize(
    "text",
    [
        rss(""),
        rss("", before="<?xml version='1.0'?><?xml-stylesheet href='a'?><!-- b -->"),
        "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
        '{"version": "https://jsonfeed.org/version/1", "items": []}',
    ],
)
def test_feeds_are_known_by_how_they_begin(text: str) -> None:
    """Whatever kind the server says they are."""
    assert is_feed(text)


@pytest.mark.parametrize(
    "text", ["", "<!doctype html><html>", "<html><rss>", "<p>", "{}", "[1]", "<!-- <rss", "<?x"]
)
def test_other_documents_are_no_feeds(text: str) -> None:
    """Pages, and nothing at all."""
    assert not is_feed(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<html></html>", "no feed that can be read"),
        ("", "no feed that can be read"),
        ('{"version": "https://jsonfeed.org/version/1"', "no valid JSON"),
        ('{"version": "https://jsonfeed.org/version/1"}', "is JSON, but no feed"),
    ],
)
def test_what_is_no_feed_is_told(parser: Parser, text: str, told: str) -> None:
    """With what to do."""
    with pytest.raises(NoFeedError, match=told):
        read_feed(text, ADDRESS, parser)


def test_a_feed_that_breaks_off_gives_what_it_has(parser: Parser) -> None:
    """Half a feed is better than none; the entry that is cut is what is left of it."""
    whole = rss("<item><title>A</title></item><item><title>B</title></item>")
    feed = read_feed(whole[: whole.index("B</title>") + 1], ADDRESS, parser)
    assert feed.entries[0].title == "A"


def test_a_prologue_that_never_ends_takes_no_time() -> None:
    """Time grows with the length and nothing else."""
    assert not is_feed("<!--" + "-" * 2_000_000)
    assert not is_feed("<?" + "?" * 2_000_000)
    assert not is_feed(" " * 2_000_000)


def test_a_link_that_leads_nowhere(parser: Parser) -> None:
    """The entry is an article without an address; the others are read."""
    items = (
        f"<item><title>A</title><link>http://[x/a</link><description>{LONG}</description></item>"
    )
    (article,) = articles(rss(items), parser)
    assert article.url is None
    entry = {"url": "http://[x/a", "content_text": LONG}
    document = {"version": "https://jsonfeed.org/version/1", "items": [entry]}
    (article,) = articles(json.dumps(document), parser)
    assert article.url is None
