"""The page with the screen, and who may open it.

The terminal in the page and the traffic with the apps are textual-serve's; the page is ours: it
asks nothing of any other machine, and the browser is told to refuse it if something did. Pages of
other sites can't reach the apps through the reader's browser.
"""

import asyncio
import logging
import re
import secrets
import signal
import socket
from importlib.resources import files
from typing import NoReturn
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src ws://{host}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""What the browser may load for the page: nothing that is not from here."""

_HOST = re.compile(r"[\w.:\[\]-]+", re.ASCII)
"""What may stand in the page and its policy as the name that it was asked by."""

_PATIENCE = 5.0
"""Seconds that apps get to keep what is open, once the server ends."""


class PageServer(Server):
    """Serves the page and an app for each time it is opened."""

    def __init__(self, command: str, *, host: str, port: int, to_others: bool) -> None:
        """Serve nothing yet.

        Args:
            command: What starts an app, for a shell.
            host: Name or address that is served on.
            port: The one that is served on.
            to_others: Whether other machines may ask, by whatever name they know this one.
        """
        super().__init__(command, host=host, port=port)
        self._to_others = to_others
        self._sessions: set[asyncio.Task[object]] = set()
        written = f"[{host}]" if ":" in host else host
        self.address = f"http://{written}:{port}/"
        # A page that is asked for by another name was led here by somebody: DNS rebinding.
        self._names = {f"{name}:{port}" for name in ("localhost", "127.0.0.1", "[::1]", written)}

    def serve_on(self, listening: socket.socket) -> None:
        """Serve until the reader, or the system, ends it."""
        # Faults only, without what was typed.
        logging.basicConfig(level="ERROR", format="%(name)s: %(message)s")
        app = web.Application()
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        loop = asyncio.new_event_loop()
        if hasattr(signal, "SIGHUP"):  # the terminal is gone: the apps go, too
            loop.add_signal_handler(signal.SIGHUP, self.request_exit)
        web.run_app(app, sock=listening, print=None, shutdown_timeout=_PATIENCE, loop=loop)

    def request_exit(self) -> NoReturn:
        """Leave as if by ``Ctrl+C``."""
        raise web.GracefulExit

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - as the library has it
        """End the apps: a page that is open would be waited for."""
        sessions = tuple(self._sessions)
        for session in sessions:
            session.cancel()
        await asyncio.gather(*sessions, return_exceptions=True)

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page."""
        self._refuse_strangers(request)
        nonce = secrets.token_urlsafe(16)
        page = files("crisis_reader.cli").joinpath("page.html").read_text("utf-8")
        for name, value in {"HOST": request.host, "NONCE": nonce}.items():
            page = page.replace(f"%{name}%", value)
        return web.Response(
            text=page,
            content_type="text/html",
            headers={
                "content-security-policy": _POLICY.format(nonce=nonce, host=request.host),
                "referrer-policy": "no-referrer",
                "x-content-type-options": "nosniff",
                "cache-control": "no-store",
            },
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The traffic between a page and its app."""
        self._refuse_strangers(request)
        session = asyncio.current_task()
        assert session is not None
        self._sessions.add(session)
        try:
            return await super().handle_websocket(request)
        finally:
            self._sessions.discard(session)

    def _refuse_strangers(self, request: web.Request) -> None:
        """Let in nobody but our own page.

        Raises:
            HTTPForbidden: If the request is another site's, or by a name that is not ours.
        """
        host, origin = request.host, request.headers.get("origin")
        is_ours = origin is None or urlsplit(origin).netloc == host
        is_known = bool(_HOST.fullmatch(host)) if self._to_others else host in self._names
        if not (is_ours and is_known):
            raise web.HTTPForbidden(text=f"open {self.address} itself\n")
