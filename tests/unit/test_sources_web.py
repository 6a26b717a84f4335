"""Pages and feeds over a real server: what each turns out to be, and which article it is."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from tests.serving import Site, serving

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources import open_source
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.web import Web

HERE = Limits(allow_private=True, pause=0, seconds=10)
FIRST = (
    "The Supreme Court of Ruritania on Tuesday suspended the vote by which the assembly had named "
    "Leo Roa interim president, and gave the deputies five days to answer."
)
SECOND = (
    "Judge Paula Rey said the session lacked a quorum, a charge which the speaker of the assembly, "
    "Ana Paz, rejected within the hour before reporters at the gate."
)
THIRD = (
    "The army said it would respect whatever the courts decide, according to a statement carried "
    "by the state news agency late at night."
)
TEXT = (FIRST, SECOND, THIRD)
BODY = "".join(f"<p>{words}</p>" for words in TEXT)
FURNITURE = (
    "<div class='menu'><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></div>"
    "<div class='post'><h1>Court suspends vote</h1>{}</div>"
    "<div class='sidebar'><h3>Most read</h3><ol><li><a href='/1'>Storm closes harbour</a></li></ol>"
    "<p>Sign up to get the day's news in your inbox every morning at seven.</p></div>"
)
LINKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Court suspends vote",'
    ' "datePublished": "2031-05-06T21:10:00-04:00", "publisher": {"name": "The Post"}}</script>'
)
RSS = "<rss version='2.0'><channel><title>Post</title><item><title>A</title></item></channel></rss>"
FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="feed.xml">'


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without anything yet."""
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    """One client for all of them."""
    with closing(Web(HERE)) as opened:
        yield opened


def page(head: str = "", body: str = FURNITURE.format(BODY)) -> str:
    """A page as publishers write them."""
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def article(web: Web, address: str) -> Article:
    """The one article at an address."""
    (item,) = web.look(address).items
    assert isinstance(item, Article)
    return item


def problem(web: Web, address: str) -> Problem:
    """The one problem there."""
    found = web.look(address)
    (item,) = found.items
    assert isinstance(item, Problem)
    assert found.failed
    return item


def test_a_page_is_read_without_its_furniture(site: Site, web: Web) -> None:
    """Menus and sidebars go; what the page says of itself comes from its linked data."""
    got = article(web, site.put("/a", page(LINKED)))
    assert got.text == "\n\n".join(["Court suspends vote", *TEXT])
    assert (got.title, got.outlet, got.published) == (
        "Court suspends vote",
        "The Post",
        date(2031, 5, 6),
    )
    assert (got.id, got.url, got.origin.uri) == (site.url("/a"),) * 3


def test_captions_between_the_paragraphs_stay(site: Site, web: Web) -> None:
    """An extractor takes them for furniture; they are evidence."""
    caption = "<figure><img src='a.jpg'><figcaption>Judge Rey on Tuesday.</figcaption></figure>"
    old = "<div class='wp-caption'><p class='wp-caption-text'>Speaker Paz at the gate.</p></div>"
    got = article(
        web, site.put("/a", page(LINKED, FURNITURE.format(caption + BODY[:400] + old + BODY[400:])))
    )
    assert "Judge Rey on Tuesday." in got.text.split("\n\n")
    assert "Speaker Paz at the gate." in got.text.split("\n\n")


def test_a_page_without_an_article(site: Site, web: Web) -> None:
    """It is told."""
    assert "no article text" in problem(web, site.put("/a", page(body="<nav>x</nav>"))).message


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("http://127.0.0.1:{port}/story/7", "http://127.0.0.1:{port}/story/7"),
        ("http://127.0.0.1:{port}/", "http://127.0.0.1:{port}/a?b=1"),
        ("https://elsewhere.example/story", "http://127.0.0.1:{port}/a?b=1"),
    ],
)
def test_a_page_may_speak_for_its_own_site_only(site: Site, web: Web, said: str, own: str) -> None:
    """Neither for another, nor as the front page of its own."""
    link = f'<link rel="canonical" href="{said.format(port=site.port)}">'
    got = article(web, site.put("/a?b=1", page(LINKED + link)))
    assert got.url == own.format(port=site.port)


def test_a_redirect_gives_the_address_where_it_ends(site: Site, web: Web) -> None:
    """That is where the article is."""
    site.put("/a", page(LINKED))
    assert article(web, site.put("/s/x7", status=301, location="/a")).id == site.url("/a")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("Áñez asumió".encode("latin-1"), "text/html; charset=iso-8859-1"),
        ("Áñez asumió".encode(), "text/html; charset=utf-8"),
        ("Áñez asumió".encode("utf-16"), "text/html"),
        (b"<meta charset=windows-1252>" + "Áñez asumió".encode("cp1252"), "text/html"),
        (b"<meta charset=windows-1252>" + "Áñez asumió".encode(), "text/html; charset=utf-8"),
        ("Áñez asumió".encode(), "text/html; charset=no-such-thing"),
    ],
    ids=["header", "utf-8", "mark", "page", "header wins", "unknown"],
)
def test_encodings(site: Site, web: Web, raw: bytes, kind: str) -> None:
    """What the answer says wins over what the page says; wrong labels are told, not believed."""
    found = web.look(site.put("/a", raw, kind))
    (got,) = [item for item in found.items if isinstance(item, Article)]
    assert got.text == "Áñez asumió"


def test_a_wrong_label_is_told(site: Site, web: Web) -> None:
    """As a notice: the article was read."""
    found = web.look(site.put("/a", "Áñez asumió".encode("cp1252"), "text/html; charset=utf-8"))
    notice, got = found.items
    assert isinstance(notice, Problem)
    assert isinstance(got, Article)
    assert "declares the encoding utf-8" in notice.message
    assert not notice.lost
    assert got.text == "Áñez asumió"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4"])
def test_what_is_no_text_is_told(site: Site, web: Web, kind: str) -> None:
    """It is not taken for a page."""
    assert kind in problem(web, site.put("/a", b"%PDF-1.7", kind)).message


def test_bytes_that_claim_to_be_a_page(site: Site, web: Web) -> None:
    """They are told, too."""
    assert "not a text file" in problem(web, site.put("/a", b"\x89PNG\0\0", "text/html")).message


def test_plain_text(site: Site, web: Web) -> None:
    """It is the article, as it stands."""
    got = article(web, site.put("/a.txt", "President <b> resigned.\n\nShe left.", "text/plain"))
    assert got.text == "President <b> resigned.\n\nShe left."


@pytest.mark.parametrize(
    "kind", ["application/rss+xml", "application/xml", "text/xml", "text/html", "text/plain", None]
)
def test_a_feed_is_one_whatever_its_server_says(site: Site, web: Web, kind: str | None) -> None:
    """By how it begins."""
    found = web.look(site.put("/feed.xml", RSS, kind))
    assert (found.is_feed, found.title, found.address) == (True, "Post", site.url("/feed.xml"))
    assert len(found.items) == 1


def test_a_feed_that_cannot_be_read(site: Site, web: Web) -> None:
    """One with a document type is refused."""
    told = problem(web, site.put("/feed.xml", f"<!DOCTYPE rss>{RSS}", "application/rss+xml"))
    assert "DOCTYPE" in told.message


def test_a_front_page_leads_to_its_feed(site: Site, web: Web) -> None:
    """The link it names is followed, relative to its base."""
    site.put("/x/feed.xml", RSS, "text/xml")
    for path, head in (
        ("/", f'<base href="/x/">{FEED_LINK}'),
        ("/x/news", f'<meta property="og:type" content="website">{FEED_LINK}'),
    ):
        found = web.look(site.put(path, page(head)))
        assert (found.is_feed, found.address) == (True, site.url("/x/feed.xml"))


def test_an_article_does_not_stand_for_its_feed(site: Site, web: Web) -> None:
    """Nearly every page names one."""
    site.put("/x/feed.xml", RSS, "text/xml")
    for head in (LINKED, '<meta property="og:type" content="article">', ""):
        assert not web.look(site.put("/x/story", page(head + FEED_LINK))).is_feed


def test_a_front_page_may_be_taken_as_a_page(site: Site, web: Web) -> None:
    """Where that is asked for, or where its feed is none."""
    site.put("/", page(FEED_LINK))
    assert not web.look(site.url("/")).is_feed
    site.put("/feed.xml", RSS, "text/xml")
    assert not web.look(site.url("/"), for_feeds=False).is_feed


def test_the_full_text_is_known_by_the_address_it_was_asked_for(site: Site, web: Web) -> None:
    """It is the same article as the summary, wherever the link led."""
    site.put("/story", page(LINKED))
    got = web.full(site.put("/link?id=7&utm_medium=feed", status=302, location="/story"))
    assert isinstance(got, Article)
    assert got.url == site.url("/link?id=7&utm_medium=feed")
    assert got.id == site.url("/link?id=7")


def test_a_full_text_that_is_none(site: Site, web: Web) -> None:
    """A feed, and a page that is gone."""
    told = web.full(site.put("/feed.xml", RSS, "text/xml"))
    assert isinstance(told, Problem)
    assert "is a feed" in told.message
    gone = web.full(site.put("/gone", status=410))
    assert isinstance(gone, Problem)
    assert "410" in gone.message


def test_an_address_is_a_source_like_any_other(site: Site) -> None:
    """With limits where the defaults do not fit."""
    address = site.put("/a", page(LINKED))
    assert [a.title for a in open_source(address, limits=HERE).articles] == ["Court suspends vote"]
    (told,) = open_source(address).problems
    assert "allow_private" in told.message


NOWHERE = "http://[news.example/a"
"""Begins like an address and is none: brackets are for IPv6."""


def test_an_address_of_its_own_that_is_none(site: Site, web: Web) -> None:
    """A page whose canonical address is broken is known under the one it was asked by."""
    address = site.put("/a", page(LINKED + f"<link rel='canonical' href='{NOWHERE}'>"))
    (article,) = web.look(address).items
    assert isinstance(article, Article)
    assert article.url == address


def test_a_link_to_a_feed_that_leads_nowhere(site: Site, web: Web) -> None:
    """The front page stands for itself then."""
    link = f'<link rel="alternate" type="application/rss+xml" href="{NOWHERE}">'
    found = web.look(site.put("/", page(link)))
    assert not found.is_feed
    assert any(isinstance(item, Article) for item in found.items)


def test_a_redirect_that_leads_nowhere(site: Site, web: Web) -> None:
    """It is told like any other address that is none."""
    found = web.look(site.put("/moved", status=301, location=NOWHERE))
    (problem,) = found.items
    assert isinstance(problem, Problem)
    assert "is no web address" in problem.message


def test_what_breaks_inside_costs_one_address(
    site: Site, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks at the others goes on."""

    def breaks(*_words: object) -> None:
        raise ZeroDivisionError("nothing is left")

    address = site.put("/a", page())
    monkeypatch.setattr("crisis_reader.sources.web_page.read_web_page", breaks)
    found = web.look(address)
    assert found.failed
    assert "something broke inside: ZeroDivisionError" in str(found.items[0])


def test_a_page_is_filled_in_from_its_feed(site: Site, web: Web) -> None:
    """What it says itself stands; outlet, day, title, language and tags that it lacks are kept."""
    summary = Article.from_text(
        "The court met.",
        title="Court meets",
        outlet="The Post",
        published="2031-05-06",
        language="en",
        tags=("law",),
    )
    bare = site.put("/bare", f"<body>{BODY}</body>")
    got = web.full(bare, summary)
    assert isinstance(got, Article)
    assert (got.title, got.title_is_made, got.outlet) == ("Court meets", False, "The Post")
    assert (got.published, got.published_from) == (date(2031, 5, 6), "given")
    assert (got.language, got.tags) == ("en", ("law",))
    said = (
        '{"@type": "NewsArticle", "headline": "H", "publisher": "P", "datePublished": "2031-05-07"}'
    )
    told = web.full(
        site.put("/told", page(f'<script type="application/ld+json">{said}</script>')), summary
    )
    assert isinstance(told, Article)
    assert (told.title, told.outlet, told.published) == ("H", "P", date(2031, 5, 7))
