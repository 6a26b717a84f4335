"""Several hosts are asked at a time, one address of a host after another, and it can be stopped."""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from http.server import BaseHTTPRequestHandler

import pytest
from tests.serving import serving

from crisis_reader.library.articles.sources import never
from crisis_reader.library.gathering.lookout import Lookout, Wanted
from crisis_reader.sources import Limits
from crisis_reader.sources.web import Web

HERE = Limits(allow_private=True, pause=0, seconds=10)
RSS = "<rss version='2.0'><channel><title>Post</title><item><title>A</title></item></channel></rss>"


def waiting(seconds: float, log: list[str]) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that takes its time and keeps when it began and ended."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        log.append("begins")
        time.sleep(seconds)
        log.append("ends")
        request.send_response(200)
        request.send_header("content-type", "text/xml")
        request.send_header("content-length", str(len(RSS)))
        request.end_headers()
        request.wfile.write(RSS.encode())

    return answer


def test_hosts_are_asked_at_a_time() -> None:
    """The answers of two are waited for together; each is given for its own address."""
    log: list[str] = []
    with serving("127.0.0.1") as one, serving("127.0.0.2") as other, closing(Web(HERE)) as web:
        for site in (one, other):
            site.answers["/feed"] = waiting(0.6, log)
        addresses = [one.url("/feed"), other.url("/feed")]
        lookout = Lookout(web, [Wanted(address, for_feeds=True) for address in addresses])
        for address in addresses:
            found = lookout.found(address, never)
            assert found is not None
            assert found.address == address
        lookout.close()
    assert log[:2] == ["begins", "begins"]


def test_a_host_is_asked_one_thing_at_a_time() -> None:
    """However many of its addresses are followed; one that is named twice is asked once."""
    log: list[str] = []
    with serving() as site, closing(Web(HERE)) as web:
        for path in ("/a", "/b"):
            site.answers[path] = waiting(0.1, log)
        wanted = [Wanted(site.url(path), for_feeds=True) for path in ("/a", "/b", "/a")]
        lookout = Lookout(web, wanted)
        assert lookout.found(site.url("/b"), never)
        assert lookout.found(site.url("/a"), never)
        lookout.close()
    assert log == ["begins", "ends"] * 2


def test_it_can_be_stopped() -> None:
    """A site that never answers keeps nobody: what is under way is given up."""
    with serving() as site, closing(Web(HERE)) as web:
        done = threading.Event()

        def never_answer(_request: BaseHTTPRequestHandler) -> None:
            done.wait(8)

        site.answers["/feed"] = never_answer
        lookout = Lookout(web, [Wanted(site.url("/feed"), for_feeds=True)])
        begun = time.monotonic()
        assert lookout.found(site.url("/feed"), lambda: time.monotonic() > begun + 0.3) is None
        lookout.close()
        assert not any(thread.is_alive() for thread in lookout._threads)
        assert time.monotonic() - begun < 4
        done.set()


def test_nothing_to_look_at() -> None:
    """No thread is started."""
    with closing(Web(HERE)) as web:
        lookout = Lookout(web, [])
        assert lookout._threads == []
        lookout.close()


def test_a_thread_that_broke_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of ours is no reason to wait for ever."""
    with closing(Web(HERE)) as web:
        monkeypatch.setattr(Lookout, "_work", lambda _: None)
        lookout = Lookout(web, [Wanted("http://post.example/", for_feeds=True)])
        with pytest.raises(RuntimeError, match=r"post\.example"):
            lookout.found("http://post.example/", never)
