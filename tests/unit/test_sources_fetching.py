"""Fetching over a real server on the loopback: limits, courtesy, and what servers really do."""

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.serving import Site, serving

from crisis_reader.sources import connecting
from crisis_reader.sources.faults import (
    FetchError,
    PrivateAddressError,
    RefusedError,
    TooLargeError,
    TooSlowError,
)
from crisis_reader.sources.fetching import Fetcher
from crisis_reader.sources.limits import Limits
from crisis_reader.version import __version__

HERE = Limits(allow_private=True, pause=0, seconds=5, megabytes=0.1)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without anything yet."""
    with serving() as served:
        yield served


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """One that may ask this machine, and keeps nothing."""
    with closing(Fetcher(HERE)) as opened:
        yield opened


def test_an_answer_is_whole(site: Site, fetcher: Fetcher) -> None:
    """Bytes, kind and encoding as the site says."""
    got = fetcher.fetch(site.put("/a", b"caf\xe9", "Text/HTML; charset=ISO-8859-1"))
    assert (got.body, got.media_type, got.charset) == (b"caf\xe9", "text/html", "iso-8859-1")
    assert got.address == site.url("/a")
    assert not got.unchanged


def test_an_answer_that_says_nothing_of_itself(site: Site, fetcher: Fetcher) -> None:
    """No kind and no encoding are made up."""
    got = fetcher.fetch(site.put("/a", b"x", None))
    assert (got.media_type, got.charset) == ("", None)


def test_a_true_user_agent(site: Site) -> None:
    """Name and version, and whom to write to if the reader said so."""
    with closing(
        Fetcher(Limits(allow_private=True, pause=0, contact="desk@example.org"))
    ) as fetcher:
        fetcher.fetch(site.put("/a"))
    ((_, headers),) = site.asked
    assert headers["user-agent"] == f"crisis-reader/{__version__} (desk@example.org)"
    assert headers["host"] == f"127.0.0.1:{site.port}"


# Where it may go


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1"),
        *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0"),
    ],
)
def test_this_machine_is_not_asked(site: Site, host: str) -> None:
    """However its address is written; the message names the setting."""
    site.put("/a")
    with (
        closing(Fetcher(Limits(pause=0))) as fetcher,
        pytest.raises(FetchError, match=r"private|no web"),
    ):
        fetcher.fetch(f"http://{host}:{site.port}/a")
    assert site.asked == []


def test_a_redirect_to_a_private_machine_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hop is looked at, also where the first one was in public."""
    monkeypatch.setattr(connecting, "is_public", lambda ip: ip == "127.0.0.1")
    with serving("127.0.0.2") as hidden, closing(Fetcher(Limits(pause=0))) as fetcher:
        site.put("/a", status=302, location=hidden.put("/secret"))
        with pytest.raises(PrivateAddressError):
            fetcher.fetch(site.url("/a"))
        assert hidden.asked == []
    assert site.paths() == ["/a"]


def test_one_private_address_of_several_is_enough(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads to a public and to a private machine is not connected to."""
    monkeypatch.setattr(connecting, "_looked_up", lambda *_: ["93.184.216.34", "127.0.0.1"])
    with closing(Fetcher(Limits(pause=0))) as fetcher, pytest.raises(PrivateAddressError):
        fetcher.fetch(f"http://harbour.example:{site.port}/a")


def test_what_was_checked_is_what_is_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is looked up once; a second look-up, which could lead elsewhere, never happens."""
    real, looked_up = socket.getaddrinfo, []

    def look_up(host: str, *args: object, **named: object) -> object:
        if host != "harbour.example":
            return real(host, *args, **named)  # type: ignore[arg-type] # passed on as they came
        looked_up.append(host)
        return real("127.0.0.1" if len(looked_up) == 1 else "127.0.0.9", *args, **named)  # type: ignore[arg-type] # the same

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    site.put("/robots.txt")  # over the same connection
    site.put("/a", b"here")
    with closing(Fetcher(HERE)) as fetcher:
        assert fetcher.fetch(f"http://harbour.example:{site.port}/a").body == b"here"
    assert looked_up == ["harbour.example"]
    assert site.asked[0][1]["host"] == f"harbour.example:{site.port}"


@pytest.mark.parametrize("to", ["ftp://127.0.0.1/a", "file:///etc/passwd", "http://a:b@127.0.0.1/"])
def test_a_redirect_to_what_is_not_fetched(site: Site, fetcher: Fetcher, to: str) -> None:
    """The form of an address is looked at at every hop, too."""
    with pytest.raises(FetchError, match=r"only http|password"):
        fetcher.fetch(site.put("/a", status=301, location=to))


def test_redirects_are_followed(site: Site, fetcher: Fetcher) -> None:
    """Five of them, relative ones too; the answer tells where it came from."""
    for number in range(5):
        site.put(f"/{number}", status=(301, 302, 303, 307, 308)[number], location=f"{number + 1}")
    site.put("/5", b"here")
    assert fetcher.fetch(site.url("/0")).address == site.url("/5")


def test_no_more_than_five_redirects(site: Site, fetcher: Fetcher) -> None:
    """A loop ends, and says so."""
    with pytest.raises(FetchError, match="more than 5 times"):
        fetcher.fetch(site.put("/a", status=302, location="/a"))
    assert len(site.asked) == 6


def test_a_redirect_to_nowhere(site: Site, fetcher: Fetcher) -> None:
    """One without a place is told."""
    with pytest.raises(FetchError, match="does not say where"):
        fetcher.fetch(site.put("/a", status=302))


# How much, and for how long


def test_a_long_answer_is_not_read(site: Site, fetcher: Fetcher) -> None:
    """Neither one that says how long it is, nor one that does not."""
    with pytest.raises(TooLargeError, match="sends more than 100,000 bytes"):
        fetcher.fetch(site.put("/a", b"x" * 200_000))

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("transfer-encoding", "chunked")
        request.end_headers()
        for _ in range(10_000):
            request.wfile.write(b"400\r\n" + b"x" * 1024 + b"\r\n")

    site.answers["/b"] = endless
    with pytest.raises(TooLargeError):
        fetcher.fetch(site.url("/b"))


def test_a_bomb_is_cut(site: Site, fetcher: Fetcher) -> None:
    """Ten kilobytes that unpack to ten megabytes."""
    bomb = gzip.compress(b"\0" * 10_000_000)
    with pytest.raises(TooLargeError, match="unpacks to more"):
        fetcher.fetch(site.put("/a", bomb, content_encoding="gzip"))


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_slow_drip_is_cut(site: Site, part: str) -> None:
    """A byte now and then keeps no fetch beyond its time, in the headers or in the body."""

    def drip(request: BaseHTTPRequestHandler) -> None:
        if part == "body":
            request.send_response(200)
            request.send_header("content-length", "1000")
            request.end_headers()
        else:
            request.wfile.write(b"HTTP/1.1 200 OK\r\nx-slow: ")
        for _ in range(100):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.1)

    site.answers["/a"] = drip
    begun = time.monotonic()
    with (
        closing(Fetcher(Limits(allow_private=True, pause=0, seconds=0.5))) as fetcher,
        pytest.raises(TooSlowError, match="in time"),
    ):
        fetcher.fetch(site.url("/a"))
    assert time.monotonic() - begun < 5


def test_redirects_share_the_time(site: Site) -> None:
    """Twenty seconds in all, not for each hop."""

    def slow(request: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        request.send_response(302)
        request.send_header("location", "/a")
        request.send_header("content-length", "0")
        request.end_headers()

    site.answers["/a"] = slow
    with (
        closing(Fetcher(Limits(allow_private=True, pause=0, seconds=0.7))) as fetcher,
        pytest.raises(TooSlowError),
    ):
        fetcher.fetch(site.url("/a"))


def test_a_name_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking up counts, too."""

    def look_up(*_: object, **__: object) -> list[object]:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with (
        closing(Fetcher(Limits(seconds=0.2, pause=0))) as fetcher,
        pytest.raises(TooSlowError, match="looked up"),
    ):
        fetcher.fetch("http://slow.example/")


# What servers really do


@pytest.mark.parametrize(
    ("status", "told"),
    [
        *((401, "password"), (403, "does not let"), (404, "spelling"), (410, "gone for good")),
        *((451, "legal"), (418, "answered with 418"), (500, "with 500"), (304, "304")),
    ],
)
def test_answers_that_are_none(site: Site, fetcher: Fetcher, status: int, told: str) -> None:
    """Each says what to do."""
    with pytest.raises(FetchError, match=told):
        fetcher.fetch(site.put("/a", status=status))


def test_chunks_are_put_together(site: Site, fetcher: Fetcher) -> None:
    """Also packed ones."""
    raw = gzip.compress(b"hello" * 100)

    def chunked(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("transfer-encoding", "chunked")
        request.send_header("content-encoding", "gzip")
        request.end_headers()
        for at in range(0, len(raw), 7):
            piece = raw[at : at + 7]
            request.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        request.wfile.write(b"0\r\n\r\n")

    site.answers["/a"] = chunked
    assert fetcher.fetch(site.url("/a")).body == b"hello" * 100


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"",
        b"220 mail.example ready\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
    ],
)
def test_what_breaks_off_is_told(site: Site, fetcher: Fetcher, raw: bytes) -> None:
    """Cut short, empty, or no HTTP at all: no half of a page is taken for a page."""

    def broken(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(raw)
        request.close_connection = True

    site.answers["/a"] = broken
    with pytest.raises(FetchError, match=r"broke off|reached"):
        fetcher.fetch(site.url("/a"))


def test_nobody_answers(fetcher: Fetcher) -> None:
    """A port without a server, a name without a machine."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="could not be reached"):
        fetcher.fetch(f"http://127.0.0.1:{port}/")
    with pytest.raises(FetchError, match="leads nowhere"):
        fetcher.fetch("http://nothing.invalid/")


@pytest.mark.parametrize(
    "host",
    ["a..b", "x" * 300, "ex ample", "a\x00b"],
    ids=["dots", "long", "blank", "nul"],
)
def test_names_that_are_none(fetcher: Fetcher, host: str) -> None:
    """They are no web addresses or lead nowhere; nothing else happens."""
    with pytest.raises(FetchError):
        fetcher.fetch(f"http://{host}/")


# Courtesy


def test_robots_txt_is_obeyed(site: Site, fetcher: Fetcher) -> None:
    """What it forbids is not asked for."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /no", "text/plain")
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        fetcher.fetch(site.put("/no/a"))
    assert fetcher.fetch(site.put("/yes", b"x")).body == b"x"
    assert site.paths() == ["/yes"]


def test_robots_txt_counts_at_every_hop(site: Site, fetcher: Fetcher) -> None:
    """A redirect leads nobody around it."""
    site.put("/robots.txt", "User-agent: *\nDisallow: /no", "text/plain")
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        fetcher.fetch(site.put("/a", status=302, location="/no"))


def test_robots_txt_is_asked_for_once(site: Site, fetcher: Fetcher) -> None:
    """For all pages of a site."""
    asked: list[str] = []

    def rules(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path)
        request.send_response(200)
        request.send_header("content-length", "0")
        request.end_headers()

    site.answers["/robots.txt"] = rules
    for path in ("/a", "/b"):
        fetcher.fetch(site.put(path))
    assert asked == ["/robots.txt"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_a_site_whose_rules_cannot_be_had(
    site: Site, fetcher: Fetcher, status: int, *, allowed: bool
) -> None:
    """None are needed where there are none; where the server fails nothing is asked."""
    site.put("/robots.txt", status=status)
    site.put("/a", b"x")
    if allowed:
        assert fetcher.fetch(site.url("/a")).body == b"x"
    else:
        with pytest.raises(RefusedError):
            fetcher.fetch(site.url("/a"))


def test_rules_that_are_moved_or_long(site: Site, fetcher: Fetcher) -> None:
    """A redirect is followed, and of a long file the beginning counts."""
    site.put("/robots.txt", status=301, location="/rules")
    site.put("/rules", b"User-agent: *\nDisallow: /no\n" + b"# more\n" * 200_000, "text/plain")
    with pytest.raises(RefusedError, match=r"robots\.txt"):
        fetcher.fetch(site.put("/no"))


def test_rules_that_lead_in_a_circle(site: Site, fetcher: Fetcher) -> None:
    """They are none."""
    site.put("/robots.txt", status=302, location="/robots.txt")
    assert fetcher.fetch(site.put("/a", b"x")).body == b"x"


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("120", 100, 121),
        ("Wed, 01 Jan 2098 00:00:00 GMT", 600_000, 604_801),
        ("soon", 50, 61),
        ("-5", 50, 61),
        ("9" * 400, 600_000, 604_801),
    ],
    ids=["seconds", "date", "words", "negative", "huge"],
)
def test_retry_after_is_honoured(site: Site, said: str, least: float, most: float) -> None:
    """Seconds or a date, at most a week; until then, in later runs too, the host is not asked."""
    not_before: dict[str, float] = {}
    site.put("/busy", status=429, retry_after=said)
    with closing(Fetcher(HERE, not_before=not_before)) as fetcher:
        with pytest.raises(RefusedError, match="not to be asked again for"):
            fetcher.fetch(site.url("/busy"))
        with pytest.raises(RefusedError, match="not to be asked again for"):
            fetcher.fetch(site.put("/other"))
    assert site.paths() == ["/busy"]
    assert least < not_before["127.0.0.1"] - time.time() <= most
    with closing(Fetcher(HERE, not_before=not_before)) as later, pytest.raises(RefusedError):
        later.fetch(site.url("/other"))


def test_a_wait_that_is_over(site: Site) -> None:
    """The host is asked again."""
    with closing(Fetcher(HERE, not_before={"127.0.0.1": time.time() - 1})) as fetcher:
        assert fetcher.fetch(site.put("/a", b"x")).body == b"x"


def test_questions_to_one_host_have_a_pause(site: Site) -> None:
    """The reader's, or the site's if that is longer."""
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", "text/plain")
    with closing(Fetcher(Limits(allow_private=True, pause=0.1))) as fetcher:
        begun = time.monotonic()
        for path in ("/a", "/b"):
            fetcher.fetch(site.put(path))
        assert time.monotonic() - begun >= 0.3


def test_a_pause_longer_than_the_time_there_is(site: Site) -> None:
    """It is told instead of waited for."""
    with closing(Fetcher(Limits(allow_private=True, pause=60, seconds=2))) as fetcher:
        fetcher.fetch(site.put("/a"))
        with pytest.raises(RefusedError, match="1 minute between two questions"):
            fetcher.fetch(site.put("/b"))


def test_an_unchanged_page_costs_a_question(site: Site, tmp_path: Path) -> None:
    """Its ETag is sent, and what was kept is given; in a later run, too."""
    site.put("/a", b"hello", etag='"7"')
    with closing(Fetcher(HERE, cache=tmp_path)) as fetcher:
        assert not fetcher.fetch(site.url("/a")).unchanged
    with closing(Fetcher(HERE, cache=tmp_path)) as later:
        again = later.fetch(site.url("/a"))
    assert (again.unchanged, again.body) == (True, b"hello")
    assert "if-none-match" not in site.asked[0][1]
    assert site.asked[1][1]["if-none-match"] == '"7"'


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_an_unchanged_page_that_was_sent_packed(site: Site, tmp_path: Path, coding: str) -> None:
    """As most are: it is kept to its end, asked for by its ETag, and unpacked again."""
    words = b"The council of Marovia met. " * 400
    packed = gzip.compress(words) if coding == "gzip" else zlib.compress(words)
    site.put("/a", packed, etag='"7"', content_encoding=coding, vary="Accept-Encoding")
    with closing(Fetcher(HERE, cache=tmp_path)) as fetcher:
        assert fetcher.fetch(site.url("/a")).body == words
    with closing(Fetcher(HERE, cache=tmp_path)) as later:
        again = later.fetch(site.url("/a"))
    assert (again.unchanged, again.body) == (True, words)
    assert site.asked[1][1]["if-none-match"] == '"7"'


def test_the_date_of_a_page_is_sent(site: Site, tmp_path: Path) -> None:
    """Where it has no ETag."""
    day = "Fri, 15 Nov 2019 10:00:00 GMT"
    site.put("/a", b"hello", last_modified=day)
    with closing(Fetcher(HERE, cache=tmp_path)) as fetcher:
        fetcher.fetch(site.url("/a"))
        fetcher.fetch(site.url("/a"))
    assert site.asked[1][1]["if-modified-since"] == day


def test_a_changed_page_is_read_anew(site: Site, tmp_path: Path) -> None:
    """Whatever was kept."""
    site.put("/a", b"one", etag='"1"', cache_control="max-age=600")
    with closing(Fetcher(HERE, cache=tmp_path)) as fetcher:
        fetcher.fetch(site.url("/a"))
        site.put("/a", b"two", etag='"2"')
        again = fetcher.fetch(site.url("/a"))
    assert (again.unchanged, again.body) == (False, b"two")


def test_a_store_that_cannot_be_written_does_no_harm(
    site: Site, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Everything is asked for anew, and nothing is written over the screen."""
    (tmp_path / "fetched.sqlite3").write_bytes(b"no database at all, but something else" * 50)
    site.put("/a", b"hello", etag='"7"')
    with caplog.at_level("CRITICAL"), closing(Fetcher(HERE, cache=tmp_path)) as fetcher:
        assert fetcher.fetch(site.url("/a")).body == b"hello"
        assert fetcher.fetch(site.url("/a")).body == b"hello"
