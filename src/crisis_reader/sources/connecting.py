"""Connections that go only where they may, and end in time.

A name is looked up once; what it leads to is checked, and that very address is connected to, so no
second look-up can lead elsewhere. The host's name stays in the request and in the certificate's
check. Every read and write has what is left of the fetch's time, so a slow drip ends with it.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Any

import httpcore2
import httpx2

from crisis_reader.sources.addresses import is_public
from crisis_reader.sources.faults import FetchError, PrivateAddressError, TooSlowError

_Options = Iterable[
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
]


_SLICE = 0.5
"""Seconds of waiting for bytes between two looks at whether it was given up."""


class Clock(threading.local):
    """What is left of the time of the fetch that this thread is at."""

    def __init__(self, stopped: threading.Event) -> None:
        self._end = float("inf")
        self._stopped = stopped
        """Whether all fetches are given up."""

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """Everything within has so many seconds in all."""
        before, self._end = self._end, time.monotonic() + seconds
        try:
            yield
        finally:
            self._end = before

    def left(self) -> float:
        """Seconds.

        Raises:
            TooSlowError: If there are none.
            FetchError: If it was given up.
        """
        if self._stopped.is_set():
            raise FetchError("was given up; it is asked again with the next refresh")
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TooSlowError("did not answer in time; try again later")
        return seconds


class CheckedBackend(httpcore2.NetworkBackend):
    """Looks names up, checks, and connects to what was checked."""

    def __init__(self, clock: Clock, *, allow_private: bool) -> None:
        self._clock = clock
        self._allow_private = allow_private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the fetch's own time counts
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of ``host`` that answers, if all of them are in public."""
        addresses = _looked_up(host, port, self._clock.left())
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddressError(
                f"'{host}' leads to this machine or to a private network; to allow that, set "
                "allow_private = true under [network] in config.toml"
            )
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(
                    address, port, self._clock.left(), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed: Exception = error
            else:
                return _TimedStream(stream, self._clock)
        raise failed


class _TimedStream(httpcore2.NetworkStream):
    """A connection of which every step has what is left of the fetch's time."""

    def __init__(self, stream: httpcore2.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the fetch's own time counts
        while True:
            try:
                return self._stream.read(max_bytes, min(self._clock.left(), _SLICE))
            except httpcore2.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the same
        self._stream.write(buffer, self._clock.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the fetch's own time counts
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._clock.left())
        return _TimedStream(stream, self._clock)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the library has it
        return self._stream.get_extra_info(info)


class CheckedTransport(httpx2.BaseTransport):
    """Sends requests over such connections; several threads may share it."""

    def __init__(self, clock: Clock, *, allow_private: bool) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            max_connections=20,
            max_keepalive_connections=5,
            keepalive_expiry=5.0,
            network_backend=CheckedBackend(clock, allow_private=allow_private),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; redirects are the caller's."""
        assert isinstance(request.stream, httpx2.SyncByteStream)
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert isinstance(answer.stream, Iterable)
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """The addresses a name leads to, in the system's order.

    Looking up can't be cut short, so it is left behind where it takes too long.

    Raises:
        FetchError: If it leads nowhere, or takes too long.
    """
    found: SimpleQueue[list[str] | OSError | UnicodeError] = SimpleQueue()

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        addresses = found.get(timeout=seconds)
    except Empty:
        raise TooSlowError(f"'{host}' could not be looked up in time; try again later") from None
    if isinstance(addresses, Exception) or not addresses:
        raise FetchError(f"'{host}' leads nowhere; check the spelling, or the connection")
    return addresses
