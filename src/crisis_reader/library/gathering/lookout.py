"""Looking at many addresses at once, ahead of who puts what they hold on the shelf.

Several hosts at a time, one address of a host after another. The threads touch no library.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from crisis_reader.sources.web import Found, Web

_THREADS = 6
"""Hosts asked at a time: the time goes into waiting for them."""
_PATIENCE = 1.0
"""Seconds that are waited for threads to end; one that is connecting ends by itself later."""
_LOOK = 0.1
"""Seconds between two looks at whether it was cancelled."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address, and whether a front page there stands for its feed."""

    address: str
    for_feeds: bool


class Lookout:
    """What the addresses hold, each as soon as it is known."""

    def __init__(self, web: "Web", wanted: Iterable[Wanted]) -> None:
        self._web = web
        self._stop = Event()
        self._found: dict[str, SimpleQueue[Found]] = {}
        self._hosts: SimpleQueue[list[Wanted]] = SimpleQueue()
        groups: dict[str | None, list[Wanted]] = {}
        for one in wanted:
            if one.address not in self._found:
                self._found[one.address] = SimpleQueue()
                groups.setdefault(urlsplit(one.address).hostname, []).append(one)
        for group in groups.values():
            self._hosts.put(group)
        self._threads = [
            Thread(target=self._work, daemon=True) for _ in range(min(_THREADS, len(groups)))
        ]
        for thread in self._threads:
            thread.start()

    def found(self, address: str, cancelled: Callable[[], bool]) -> "Found | None":
        """What one of the addresses holds, waited for; None where it was cancelled first.

        To be asked once for each address.

        Raises:
            RuntimeError: If whoever looks ended without an answer.
        """
        queue = self._found[address]
        while not cancelled():
            is_over = not any(thread.is_alive() for thread in self._threads)
            try:
                return queue.get(timeout=_LOOK)
            except Empty:
                if is_over:
                    raise RuntimeError(f"nobody looks at {address} any more") from None
        return None

    def close(self) -> None:
        """Look no further; what is under way is given up."""
        self._stop.set()
        self._web.stop()
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                group = self._hosts.get_nowait()
            except Empty:
                return
            for one in group:
                if self._stop.is_set():
                    return
                found = self._web.look(one.address, for_feeds=one.for_feeds)
                self._found[one.address].put(found)
