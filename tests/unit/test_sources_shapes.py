"""What sites really send, from address to article: over a real server, one shape a case."""

import gzip
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from http.server import BaseHTTPRequestHandler

import pytest
from tests.serving import Site, serving

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.web import Found, Web

HERE = Limits(allow_private=True, pause=0, seconds=10, megabytes=0.2)
WORDS = "The court of Ruritania met on Friday and heard Leo Muñoz, who denied “everything”. " * 8


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


def rss(items: str, head: str = "", title: str = "Ruritania Post") -> str:
    """A feed."""
    return f"{head}<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"


def item(link: str = "/a", day: str = "Fri, 15 Nov 2019 10:00:00 GMT", text: str = WORDS) -> str:
    """An entry of one."""
    return (
        f"<item><title>Court meets</title><link>{link}</link><pubDate>{day}</pubDate>"
        f"<description>{text}</description></item>"
    )


def article(found: Found) -> Article:
    """The only thing found."""
    (one,) = found.items
    assert isinstance(one, Article), one
    return one


def problem(found: Found) -> str:
    """Why nothing was found."""
    (one,) = found.items
    assert isinstance(one, Problem)
    assert found.failed
    return one.message


def sent(*pieces: bytes, chunked: bool = False, **headers: str) -> Callable[..., None]:
    """An answer written by hand."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        if chunked:
            request.send_header("transfer-encoding", "chunked")
        request.end_headers()
        for piece in pieces:
            request.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if chunked else piece)
        if chunked:
            request.wfile.write(b"0\r\n\r\n")
        request.close_connection = True

    return answer


# Packed, in pieces, broken off

FEED = rss(item()).encode()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(FEED)),
        ("x-gzip", gzip.compress(FEED[:50]) + gzip.compress(FEED[50:])),
        ("deflate", zlib.compress(FEED)),
        ("deflate", zlib.compress(FEED)[2:-4]),
    ],
)
@pytest.mark.parametrize("chunked", [True, False])
def test_a_packed_feed(site: Site, web: Web, coding: str, body: bytes, *, chunked: bool) -> None:
    """Whole, or in chunks that end in the middle of anything."""
    pieces = [body[:7], body[7:]] if chunked else [body]
    site.answers["/f"] = sent(*pieces, chunked=chunked, content_encoding=coding)
    assert article(web.look(site.url("/f"))).outlet == "Ruritania Post"


@pytest.mark.parametrize(
    ("body", "headers", "told"),
    [
        (gzip.compress(FEED)[:-30], {"content_encoding": "gzip"}, "arrived broken"),
        (FEED, {"content_encoding": "gzip"}, "arrived broken"),
        (FEED, {"content_encoding": "br"}, "packed as 'br'"),
        (FEED, {"content_length": str(len(FEED) + 10)}, "broke off"),
        (gzip.compress(b" " * 9_000_000), {"content_encoding": "gzip"}, "unpacks to more than"),
        (b"x" * 300_000, {}, "sends more than"),
    ],
)
def test_what_does_not_arrive_whole(
    site: Site, web: Web, body: bytes, headers: dict[str, str], told: str
) -> None:
    """Half a text is never taken for a whole one."""
    site.answers["/f"] = sent(body, chunked=False, **headers)
    assert told in problem(web.look(site.url("/f")))


def test_a_feed_without_an_end_of_its_own(site: Site, web: Web) -> None:
    """Neither length nor chunks: it ends where the connection does."""
    site.answers["/f"] = sent(FEED)
    assert article(web.look(site.url("/f"))).words > 80


def test_a_drip(site: Site) -> None:
    """A byte now and then, for ever: cut when its time is up, and the rest goes on."""

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(600):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.05)

    site.answers["/f"] = drip
    site.put("/g", FEED, "text/xml")
    begun = time.monotonic()
    with closing(Web(Limits(allow_private=True, pause=0, seconds=1))) as web:
        assert "did not answer in time" in problem(web.look(site.url("/f")))
        assert time.monotonic() - begun < 10
        assert article(web.look(site.url("/g")))


def test_a_circle_of_redirects(site: Site, web: Web) -> None:
    """It is left after five of them."""
    site.put("/a", status=302, location="/b")
    site.put("/b", status=302, location="/a")
    assert "more than 5 times" in problem(web.look(site.url("/a")))
    assert len(site.asked) == 6


# Encodings that are wrong, or said in two ways


PLAIN = WORDS.replace("“", "").replace("”", "")
"""Letters of Latin-1 only: of such bytes nothing shows that they are not in that encoding."""
LATIN = "<?xml version='1.0' encoding='ISO-8859-1'?>"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (rss(item(text=PLAIN)).encode(), "text/xml; charset=ISO-8859-1"),
        (rss(item(text=PLAIN), LATIN).encode(), "text/xml"),
        (rss(item(text=PLAIN), LATIN).encode("latin-1"), "text/xml"),
        (rss(item(), "<?xml version='1.0' encoding='utf-8'?>").encode(), "text/xml"),
        (rss(item()).encode("utf-8-sig"), "text/xml; charset=iso-8859-1"),
        (rss(item()).encode(), "text/xml; charset=ISO-8859-1"),
        (rss(item(), "<?xml version='1.0' encoding='windows-1252'?>").encode(), "text/xml"),
        (rss(item(), "<?xml version='1.0' encoding='utf-8'?>").encode("cp1252"), "text/xml"),
        (rss(item(), "<?xml version='1.0'?>").encode("cp1252"), "application/rss+xml"),
        (rss(item()).encode("cp1252"), "text/xml; charset=utf-8"),
        (rss(item()).encode("cp1252"), "text/xml; charset=none-such"),
        (rss(item(), "\n\n<?xml version='1.0' encoding='utf-8'?>").encode(), None),
        (rss(item()).encode("utf-16"), "text/xml"),
    ],
)
def test_a_letter_is_what_it_is(site: Site, web: Web, raw: bytes, kind: str | None) -> None:
    """Whatever the server, the declaration and the bytes say of each other."""
    found = web.look(site.put("/f", raw, kind))
    (one,) = [i for i in found.items if isinstance(i, Article)]
    assert "Leo Muñoz, who denied" in one.text
    assert all(not i.lost for i in found.items if isinstance(i, Problem))


# Links, days, marks


@pytest.mark.parametrize(
    ("link", "where"),
    [
        ("/2019/a", "{}/2019/a"),
        ("a?b=1&amp;c=2", "{}/feeds/a?b=1&c=2"),
        ("../a#part", "{}/a#part"),
        (" \n {}/a \n ", "{}/a"),
    ],
)
def test_links_lead_from_where_the_feed_is(site: Site, web: Web, link: str, where: str) -> None:
    """Relative ones, too; blanks around them are none of theirs."""
    base = site.url("/").rstrip("/")
    address = site.put("/feeds/f", rss(item(link.format(base))), "text/xml")
    assert article(web.look(address)).url == where.format(base)


def test_a_feed_with_a_base_of_its_own(site: Site, web: Web) -> None:
    """Atom says with xml:base what its links are relative to."""
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://news.example/w/'><title>P"
        f"</title><entry><title>T</title><link href='a'/><summary>{WORDS}</summary></entry></feed>"
    )
    assert article(web.look(site.put("/f", atom))).url == "http://news.example/w/a"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 15 Nov 2019 23:30:00 -0500", date(2019, 11, 15)),
        ("15 November 2019", date(2019, 11, 15)),
        ("Mon, 15 Nov 2019 10:00:00 GMT", date(2019, 11, 15)),
        ("Fri, 31 Nov 2019 10:00:00 GMT", None),
        ("2019-11-15T10:00:00", date(2019, 11, 15)),
        ("2019-11-31", None),
        ("0000-00-00 00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days_that_are_wrong_are_none(site: Site, web: Web, written: str, day: date | None) -> None:
    """The article is there all the same; a day that can't be read is told and not made up."""
    found = web.look(site.put("/f", rss(item(day=written)), "text/xml"))
    (one,) = [i for i in found.items if isinstance(i, Article)]
    assert one.published == day
    told = [i for i in found.items if isinstance(i, Problem)]
    assert bool(told) == (day is None and bool(written))


@pytest.mark.parametrize(
    "text",
    [
        WORDS.replace("“", "&nbsp;").replace("”", "&eacute;"),
        f"AT&T & Co. {WORDS}",
        f"<![CDATA[<p>{WORDS}</p><br>]]>",
        f"\x0b{WORDS}\x1b",
        f"<b>{WORDS}",
    ],
)
def test_marks_that_xml_does_not_allow(site: Site, web: Web, text: str) -> None:
    """Entities that nobody declared, bare ampersands, control characters, tags left open."""
    found = web.look(site.put("/f", rss(item(text=text)), "text/xml"))
    (one,) = [i for i in found.items if isinstance(i, Article)]
    assert "heard Leo Muñoz" in one.text


def test_a_feed_without_entries(site: Site, web: Web) -> None:
    """It is one, and nothing is wrong with it."""
    found = web.look(site.put("/f", rss(""), "text/xml"))
    assert (found.is_feed, found.failed, found.items) == (True, False, ())


def test_a_page_in_place_of_a_feed(site: Site, web: Web) -> None:
    """What a gate or a site that moved answers, with 200."""
    found = web.look(site.put("/feed.xml", f"<html><body><p>{WORDS}</p>", "application/rss+xml"))
    assert not found.is_feed
    assert article(found).text == WORDS.strip()
