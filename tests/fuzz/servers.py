"""A target for what servers say besides documents: addresses, rules, headers, packed bodies."""

import gzip
import ipaddress
import zlib
from collections.abc import Sequence

from tests.fuzz.drawing import LONGEST, Bytes, drawn_text

from crisis_reader.sources.addresses import fault_of, host_of, is_public, joined
from crisis_reader.sources.faults import FetchError
from crisis_reader.sources.fetching import _retry_after, _span
from crisis_reader.sources.naming import canonical
from crisis_reader.sources.robots import Robots
from crisis_reader.sources.unpacking import unpacked

SCHEMES = ("http://", "https://", "HTTP://", "//", "http:", "ftp://", "javascript:", "file:///", "")
HOSTS = (
    *("news.example", "NEWS.Example.", "xn--nxasmq6b", "ñandú.example", "127.1", "0x7f000001"),
    *("[::1]", "[::ffff:10.0.0.1]", "[fe80::1%25eth0]", "[v1.x]", "[", "]", "a..b", "a@b", "u:p@h"),
    *("1.2.3.4", "٣.example", "a\u200bb", "％41", "%41", "-", "_x", "", " ", "\ud800", "\x00"),
)
PORTS = ("", ":", ":80", ":0", ":99999", ":-1", ":８０", ":x", ":443:443")
PATHS = (
    *("/", "/a", "//", "/../", "/./b", "/%2e%2e/", "/%", "/%zz", "/a;b", "\\", "/ñ", "/a b", ":"),
    *("?", "?utm_source=x", "&fbclid=1", "?a=b&a=b", "&=", "?a=%00", "#", "#top", "#?", "\n", "\t"),
    *("/index.html", "/amp/", "/2019/11/15/", "/feed", "?amp=1", "&utm_medium=", "\u202e", "é"),
)
RULES = (
    *("User-agent: *\n", "user-agent : crisis-reader\n", "User-Agent: crisis-reader/1.0\n"),
    *("Disallow: /\n", "Disallow:\n", "Disallow: /*.html$\n", "Allow: /a\n", "Allow: *\n"),
    *("Disallow: /%2e\n", "Disallow: " + "*" * 40 + "\n", "Disallow: /$\n", "Allow: //\n"),
    *("Crawl-delay: 1\n", "Crawl-delay: 1e400\n", "Crawl-delay: nan\n", "Crawl-delay: -3\n"),
    *("Crawl-delay: x\n", "Crawl-delay: ٣\n", "Request-rate: 1/0\n", "Request-rate: 1/5s 0\n"),
    *(
        "Visit-time: 0600-0845\n",
        "Sitemap: http://[\n",
        "# x\n",
        "\ufeff",
        "\r",
        "\x00",
        ":\n",
        ": ",
    ),
    *("Host: x\n", "User-agent:\n", "Disallow\n", "<html>", "Allow: /é\n", "Crawl-delay: 10 s\n"),
)
WAITS = (
    *("120", "0", "-1", "1.5", "１２", "٣", "²", "9" * 40, " 7 ", "1e9", "nan", "inf", "", "soon"),
    *(
        "Fri, 15 Nov 2019 10:00:00 GMT",
        "Fri, 15 Nov 9999 23:59:59 -2359",
        "15 Nov 2030 10:00 +9999",
    ),
    *(
        "Fri, 00 Nov 2019",
        "Mon, 31 Feb 2031 00:00:00 GMT",
        "1 Jan 0001 00:00:00 +2359",
        ", ",
        "GMT",
    ),
)
CODINGS = (
    *(
        "gzip",
        "x-gzip",
        "deflate",
        "GZIP ",
        "identity",
        "identity, deflate",
        "gzip, gzip",
        "br",
        "",
    ),
    *(",", "gzip;q=1", " , gzip"),
)


def _some(feed: Bytes, pieces: Sequence[str], most: int) -> str:
    """A few of these pieces, and sometimes anything."""
    told = feed.ConsumeBytes(feed.ConsumeIntInRange(0, most))
    return "".join(pieces[byte % len(pieces)] if byte < 250 else chr(byte) for byte in told)


def _one(feed: Bytes, pieces: Sequence[str]) -> str:
    return pieces[feed.ConsumeIntInRange(0, len(pieces) - 1)]


def drawn_address(feed: Bytes) -> str:
    """An address whose parts are each right or wrong, or anything."""
    if not feed.ConsumeIntInRange(0, 7):
        return drawn_text(feed)[:100]
    host = "".join(_one(feed, HOSTS) for _ in range(feed.ConsumeIntInRange(1, 2)))
    return f"{_one(feed, SCHEMES)}{host}{_one(feed, PORTS)}{_some(feed, PATHS, 8)}"


def addresses(feed: Bytes) -> None:
    """Whatever is written for an address has a host or a fault, and one canonical form."""
    address, link = drawn_address(feed), drawn_address(feed)
    host = host_of(address)
    assert host == host.lower()
    if fault_of(address) is None:
        assert host
        assert canonical(canonical(address)) == canonical(address)
        there = joined(address, link)
        assert there is None or isinstance(fault_of(there), str | None)
    number = int.from_bytes(feed.ConsumeBytes(16), "big")
    inner = ipaddress.IPv4Address(number & 0xFFFFFFFF)
    assert is_public(str(ipaddress.IPv6Address(number))) in {True, False}
    for wrapped in (f"::ffff:{inner}", f"64:ff9b::{inner}", f"64:ff9b:1::{inner}"):
        assert is_public(wrapped) == is_public(str(inner))


def rules(feed: Bytes) -> None:
    """Any robots.txt allows or does not, and asks for a wait that a person would bear."""
    said = _some(feed, RULES, 40) if feed.ConsumeIntInRange(0, 7) else drawn_text(feed)
    read = Robots.read(said.encode("utf-8", "surrogatepass"))
    assert 0 <= read.delay <= 10
    address = drawn_address(feed)
    assert fault_of(address) or read.allows(address) in {True, False}


def waits(feed: Bytes) -> None:
    """Any ``Retry-After`` is some seconds, which can be told."""
    seconds = _retry_after(_some(feed, WAITS, 3))
    assert 0 <= seconds < 1e12
    assert _span(seconds)


def packed(feed: Bytes) -> None:
    """A body is what was packed, or less, or a fault; never more than is allowed."""
    raw = feed.ConsumeBytes(LONGEST) * feed.ConsumeIntInRange(1, 200)
    coding, way = _one(feed, CODINGS), feed.ConsumeIntInRange(0, 5)
    body = (
        raw,
        gzip.compress(raw, mtime=0),
        zlib.compress(raw),
        zlib.compress(raw, wbits=-zlib.MAX_WBITS),
        gzip.compress(raw, mtime=0) * 2,
        gzip.compress(gzip.compress(raw, mtime=0), mtime=0),
    )[way]
    size = feed.ConsumeIntInRange(1, 300)
    kept = body[: len(body) - feed.ConsumeIntInRange(0, 1) * feed.ConsumeIntInRange(0, 40)]
    pieces = [kept[at : at + size] for at in range(0, len(kept), size)]
    largest, cut = feed.ConsumeIntInRange(0, 9_000), bool(feed.ConsumeIntInRange(0, 1))
    try:
        found = unpacked(pieces, coding, largest, cut=cut)
    except FetchError:
        return
    assert len(found) <= largest
    whole = len(raw) <= largest and len(body) <= largest and kept == body
    if whole and (way, coding) in {(1, "gzip"), (2, "deflate"), (3, "deflate"), (0, "identity")}:
        assert found == raw


def servers(feed: Bytes) -> None:
    """One of the four, so that each byte of the input counts."""
    (addresses, rules, waits, packed)[feed.ConsumeIntInRange(0, 3)](feed)
