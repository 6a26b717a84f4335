"""Fetching one address: within limits, as its site allows, and only if it changed.

Every hop of a redirect is an address of its own: its form, its site's robots.txt and the machine it
leads to are looked at again. What was fetched before is asked for with its ETag or date, so that an
unchanged one costs a few bytes.
"""

import logging
import threading
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpcore2
import httpx2
from hishel import SqliteStorage
from hishel.httpx2 import CacheTransport

from crisis_reader.sources.addresses import fault_of, host_of, joined
from crisis_reader.sources.certificates import secrecy_fault
from crisis_reader.sources.connecting import CheckedTransport, Clock
from crisis_reader.sources.faults import (
    FetchError,
    PrivateAddressError,
    RefusedError,
    TooLargeError,
    TooSlowError,
    UntrustedError,
)
from crisis_reader.sources.journal import note
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.robots import NAME, ROBOTS_BYTES, Robots
from crisis_reader.sources.unpacking import ACCEPTED, too_large, unpacked
from crisis_reader.version import __version__

_CACHE = "fetched.sqlite3"
_CACHE_BYTES = 64 * 2**20
_LONGEST_WAIT = 7 * 24 * 3600.0
"""Seconds; a site that asks for more, by mistake mostly, is asked again after a week."""
_USUAL_WAIT = 60.0
"""Seconds, where a site is too busy and does not say for how long."""

_REDIRECTS = {301, 302, 303, 307, 308}
_BUSY = {429, 503}
_REFUSED = (RefusedError, PrivateAddressError, TooLargeError, UntrustedError)
"""What the journal calls so: by the site, or by us."""
_SAID = {
    401: "asks for a name and a password, which are not sent; save the page and open the file",
    402: "asks for money; save the page and open the file",
    403: "does not let this program in; open it in a browser, save the page and open the file",
    404: "is not there (404); check the spelling",
    410: "is gone for good (410); take it off with: crisis-reader remove",
    451: "may not be shown for legal reasons (451)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer, whole and unpacked."""

    address: str
    """Where it came from in the end."""
    body: bytes
    media_type: str
    """Such as ``text/html``, lower case; empty where the answer does not say."""
    charset: str | None
    """As the answer says; None where it does not."""
    unchanged: bool
    """Whether the site said that it is what it was the last time."""


class Fetcher:
    """Fetches addresses; several threads may share it."""

    def __init__(
        self,
        limits: Limits,
        *,
        cache: Path | None = None,
        not_before: MutableMapping[str, float] | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            limits: How far to go.
            cache: Folder for what was fetched; None to ask for everything anew.
            not_before: Host -> time (seconds since 1970) before which it wants no question; what
                sites ask for is put in.
        """
        self.not_before = {} if not_before is None else not_before
        self._limits = limits
        self._stopped = threading.Event()
        self._clock = Clock(self._stopped)
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}
        """Host -> when it was asked last, monotonic seconds."""
        self._lock = threading.Lock()
        transport: httpx2.BaseTransport = CheckedTransport(
            self._clock, allow_private=limits.allow_private
        )
        if cache is not None:
            # What goes wrong with it is no loss, and must not be written over the screen.
            logging.getLogger("hishel").addHandler(logging.NullHandler())
            storage = SqliteStorage(
                database_path=cache / _CACHE,
                max_size=_CACHE_BYTES,
                max_stream_size=limits.largest,
            )
            transport = CacheTransport(transport, storage, rfc={"shared": False})
        self._transport = transport
        contact = f" ({limits.contact})" if limits.contact else ""
        self._agent = f"{NAME}/{__version__}{contact}"

    def close(self) -> None:
        """Close every connection and the store."""
        self._transport.close()

    def stop(self) -> None:
        """Give up what is under way, and ask nothing more."""
        self._stopped.set()

    def fetch(self, address: str, *, accept: str = "*/*") -> Fetched:
        """What an address holds now.

        Raises:
            FetchError: If it can't be had; the message says why and what to do.
        """
        begun = time.perf_counter()
        try:
            with self._clock.limited(self._limits.seconds):
                fetched = self._follow(address, accept)
        except FetchError as error:
            what = "refused" if isinstance(error, _REFUSED) else "not fetched"
            note(what, address, str(error), since=begun)
            raise
        moved = "" if fetched.address == address else f", from {fetched.address}"
        new = "unchanged" if fetched.unchanged else "new"
        size = f"{len(fetched.body):,} bytes of {fetched.media_type or 'no type'}"
        note("fetched", address, f"{new}, {size}{moved}", since=begun)
        return fetched

    def _follow(self, address: str, accept: str) -> Fetched:
        for _ in range(self._limits.redirects + 1):
            if fault := fault_of(address):
                raise FetchError(fault)
            self._see_that_it_may_be_asked(address)
            with self._answer(address, accept, fresh=True) as answer:
                if answer.status_code not in _REDIRECTS:
                    return self._read(address, answer)
                to = answer.headers.get("location")
            if not to:
                raise FetchError("leads elsewhere, but does not say where; try again later")
            address = joined(address, to) or to
        raise FetchError(
            f"leads elsewhere more than {self._limits.redirects} times; open it in a browser and "
            "give the address where it ends"
        )

    def _read(self, address: str, answer: httpx2.Response) -> Fetched:
        status = answer.status_code
        if status in _BUSY:
            self._wait(address, answer)
        if not answer.is_success:
            raise FetchError(_SAID.get(status, f"answered with {status}; try again later"))
        said = Message()
        said["content-type"] = answer.headers.get("content-type", "")
        body = _body(answer, self._limits.largest)
        status_of_cache = answer.extensions.get("caching", {})
        return Fetched(
            address=address,
            body=body,
            media_type=said.get_content_type() if said["content-type"] else "",
            charset=said.get_content_charset(),
            unchanged=bool(status_of_cache.get("from_cache")),
        )

    @contextmanager
    def _answer(self, address: str, accept: str, *, fresh: bool) -> Iterator[httpx2.Response]:
        """One question and its answer, whatever it is.

        Raises:
            FetchError: If there is none.
        """
        headers = {"user-agent": self._agent, "accept": accept, "accept-encoding": ACCEPTED}
        if fresh:
            headers["cache-control"] = "no-cache"
        try:
            request = httpx2.Request("GET", address, headers=headers)
            answer = self._transport.handle_request(request)
            try:
                yield answer
            finally:
                answer.close()
        except (httpcore2.TimeoutException, TimeoutError) as error:
            raise TooSlowError("did not answer in time; try again later") from error
        except (httpcore2.ConnectError, OSError) as error:
            if (why := secrecy_fault(error)) is not None:
                raise why from error
            raise FetchError(f"could not be reached ({_brief(error)}); try again later") from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise FetchError(f"broke off ({_brief(error)}); try again later") from error
        except (httpcore2.UnsupportedProtocol, httpx2.InvalidURL, UnicodeError) as error:
            raise FetchError("is no web address; check the spelling") from error

    # What the site wants

    def _see_that_it_may_be_asked(self, address: str) -> None:
        host = host_of(address)
        left = self.not_before.get(host, 0.0) - time.time()
        if left > 0:
            raise RefusedError(f"asks not to be asked again for {_span(left)}; try again then")
        robots = self._robots_of(address)
        if not robots.allows(address):
            raise RefusedError(
                "its site does not want programs to fetch it (robots.txt); open it in a browser, "
                "save the page and open the file"
            )
        self._take_turns(host, max(self._limits.pause, robots.delay))

    def _robots_of(self, address: str) -> Robots:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        with self._lock:
            known = self._robots.get(site)
        if known is None:
            begun = time.perf_counter()
            known = self._ask_for_robots(f"{site}/robots.txt")
            note("asked for", f"{site}/robots.txt", since=begun)
            with self._lock:
                self._robots[site] = known
        return known

    def _ask_for_robots(self, address: str) -> Robots:
        """The rules at this address, redirects followed; each hop is checked like any other."""
        for _ in range(self._limits.redirects + 1):
            if fault_of(address):
                break
            with self._answer(address, "text/plain,*/*;q=0.5", fresh=False) as answer:
                if answer.status_code not in _REDIRECTS:
                    if answer.status_code in _BUSY:
                        self._wait(address, answer)
                    body = _body(answer, ROBOTS_BYTES, cut=True)
                    if answer.is_success:
                        return Robots.read(body)
                    return Robots.without(allowed=answer.is_client_error)
                to = answer.headers.get("location", "")
                address = joined(address, to) or to
        return Robots.without(allowed=True)

    def _take_turns(self, host: str, pause: float) -> None:
        """Wait until this host may be asked again."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._asked.get(host, 0.0) + pause)
            self._asked[host] = turn
        if turn - now > self._clock.left():
            raise RefusedError(
                f"its site wants {_span(pause)} between two questions; try again later"
            )
        self._stopped.wait(turn - now)

    def _wait(self, address: str, answer: httpx2.Response) -> None:
        """Keep how long the site wants to be left alone.

        Raises:
            RefusedError: Always.
        """
        seconds = min(_retry_after(answer.headers.get("retry-after")), _LONGEST_WAIT)
        self.not_before[host_of(address)] = time.time() + seconds
        raise RefusedError(
            f"is too busy ({answer.status_code}) and asks not to be asked again for "
            f"{_span(seconds)}; try again then"
        )


def _body(answer: httpx2.Response, largest: int, *, cut: bool = False) -> bytes:
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and float(announced[:30]) > largest and not cut:
        raise too_large("sends", largest)
    coding = answer.headers.get("content-encoding", "")
    return unpacked(answer.iter_raw(), coding, largest, cut=cut)


def _retry_after(said: str | None) -> float:
    """Seconds; a header is a number of them, or a date. Source: RFC 9110, 10.2.3."""
    said = (said or "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError, OSError):
        return _USUAL_WAIT


def _span(seconds: float) -> str:
    """A length of time in the words of a person."""
    for unit, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= unit:
            number = round(seconds / unit)
            return f"{number} {name}" if number == 1 else f"{number} {name}s"
    number = max(1, round(seconds))
    return "1 second" if number == 1 else f"{number} seconds"


def _brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
