"""A site on the loopback: a real HTTP server whose answers a test sets."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a server answers, and what it was asked."""

    port: int
    host: str = "127.0.0.1"
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and headers in lower case, robots.txt left out."""

    scheme: str = "http"

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"{self.scheme}://{self.host}:{self.port}{path}"

    def put(
        self,
        path: str,
        body: bytes | str = b"",
        kind: str | None = "text/html; charset=utf-8",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Answer so at this path; underscores in names of headers stand for hyphens."""
        raw = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            tag = headers.get("etag")
            if tag is not None and request.headers.get("if-none-match") == tag:
                request.send_response(304)
                request.send_header("etag", tag)
                request.end_headers()
                return
            request.send_response(status)
            if kind is not None:
                request.send_header("content-type", kind)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("content-length", str(len(raw)))
            request.end_headers()
            request.wfile.write(raw)

        self.answers[path] = answer
        return self.url(path)

    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.asked]


@contextmanager
def serving(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site for as long as the block lasts; it has nothing but what is put there.

    Args:
        host: An address of this machine, or its name.
        tls: What it shows of itself; None for plain http.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            if self.path != "/robots.txt":
                named = {name.lower(): value for name, value in self.headers.items()}
                site.asked.append((self.path, named))
            answer = site.answers.get(self.path)
            if answer is None:
                self.send_response(404)
                self.send_header("content-length", "0")
                self.end_headers()
            else:
                answer(self)

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that hang up in the middle are what is tested."""

    with Server((host, 0), Handler) as server:
        site = Site(port=server.server_port, host=host)
        if tls is not None:
            site.scheme = "https"
            # Shaken hands in the thread of each connection, not in the one that waits for them.
            server.socket = tls.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
