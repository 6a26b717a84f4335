"""A browser without a window, driven over its DevTools protocol: what a page asks for and shows."""

import asyncio
import base64
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *(
        "--disable-dev-shm-usage",
        "--no-proxy-server",
        "--window-size=1600,900",
        "--remote-debugging-port=0",
    ),
)

# The page keeps its terminal to itself: it is caught when it is made.
HOOK = """
Object.defineProperty(Object.prototype, "websocket_url", {
  configurable: true,
  set(url) {
    Object.defineProperty(this, "websocket_url", {value: url, writable: true});
    globalThis.reader = this;
  },
});
"""

SCREEN = """
(() => {
  const buffer = globalThis.reader?.terminal?.buffer.active;
  if (!buffer) return "";
  return Array.from({length: buffer.length}, (_, row) =>
    buffer.getLine(row).translateToString()).join("\\n");
})()
"""


class Page:
    """One page, and every address that it asked for."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.asked: list[str] = []
        self.text = ""
        self._socket = socket
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._session: str | None = None
        self._reading = asyncio.create_task(self._read())

    async def open(self, address: str) -> None:
        """Go to an address, in a page of its own."""
        made = await self.ask("Target.createTarget", url="about:blank")
        to = {"targetId": made["targetId"], "flatten": True}
        self._session = (await self.ask("Target.attachToTarget", **to))["sessionId"]
        await self.ask("Network.enable")
        await self.ask("Page.enable")
        await self.ask("Page.addScriptToEvaluateOnNewDocument", source=HOOK)
        await self.ask("Page.navigate", url=address)

    async def ask(self, method: str, **params: object) -> dict[str, Any]:
        """What the browser answers to a command."""
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        message = {"id": self._number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        await self._socket.send_json(message)
        return await asyncio.wait_for(answer, 30)

    async def evaluate(self, code: str) -> Any:  # noqa: ANN401 - whatever the page's code gives
        """The value of some code of the page."""
        found = await self.ask("Runtime.evaluate", expression=code, returnByValue=True)
        return found["result"].get("value")

    async def press(self, keys: str) -> None:
        """Type characters; the control characters of Enter and Esc are those keys."""
        named = {"\n": ("Enter", 13, "\r"), "\x1b": ("Escape", 27, "")}
        for key in keys:
            name, code, text = named.get(key, (key, ord(key.upper()), key))
            about = {"key": name, "windowsVirtualKeyCode": code}
            await self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **about)
            await self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    async def wait_for(self, is_there: Callable[[str], object], seconds: float = 30) -> str:
        """What the terminal in the page says once it says that; fails where it never does."""
        end = time.monotonic() + seconds
        while not is_there(text := str(await self.evaluate(SCREEN))):
            assert time.monotonic() < end, f"the page never said so:\n{text}\n{self.asked}"
            await asyncio.sleep(0.05)
        return text

    async def picture(self) -> bytes:
        """A PNG of the page."""
        return base64.b64decode((await self.ask("Page.captureScreenshot"))["data"])

    async def close(self) -> None:
        """Read no more."""
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if waiting := self._answers.pop(said.get("id", 0), None):
                if "error" in said:
                    waiting.set_exception(RuntimeError(str(said["error"])))
                else:
                    waiting.set_result(said["result"])
            elif said.get("method") == "Network.requestWillBeSent":
                self.asked.append(said["params"]["request"]["url"])
            elif said.get("method") == "Network.webSocketCreated":
                self.asked.append(said["params"]["url"])


@asynccontextmanager
async def browsing(profile: Path) -> AsyncIterator[Page]:
    """A browser with an empty profile, as long as the block lasts."""
    with _started(profile) as where:
        async with aiohttp.ClientSession() as session, session.ws_connect(where) as connection:
            page = Page(connection)
            yield page
            await page.close()


@contextmanager
def _started(profile: Path) -> Iterator[str]:
    """A browser that runs, and where it takes commands."""
    assert CHROMIUM is not None
    process = subprocess.Popen(
        [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield _socket(process, profile / "DevToolsActivePort")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # its other processes, too
        process.wait()


def _socket(process: "subprocess.Popen[bytes]", told: Path) -> str:
    """Where the browser takes commands, as it writes it into its profile."""
    for _ in range(1_200):
        assert process.poll() is None, "the browser ended"
        with suppress(OSError, ValueError):
            port, path = told.read_text().splitlines()[:2]
            return f"ws://127.0.0.1:{port}{path}"
        time.sleep(0.05)
    raise AssertionError("the browser does not start")
