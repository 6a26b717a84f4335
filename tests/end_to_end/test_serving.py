"""``crisis-reader serve``: the app in a browser's page, and who may open it."""

import asyncio
import importlib.resources
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from tests.browser import CHROMIUM, Page, browsing

from crisis_reader.sources import bundled_articles

PROGRAM = Path(sys.executable).parent / "crisis-reader"
NAMES = ("bolivia-wire-departure.md", "bolivia-chronicle-20-oct-15-nov.md")

needs_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here")


class Served:
    """The program as a server on two samples; it remembers nothing of before."""

    def __init__(self, data: Path, *words: str) -> None:
        folder = bundled_articles()
        sources = [str(folder / name) for name in NAMES]
        self.process = subprocess.Popen(
            [str(PROGRAM), "serve", "--port", "0", "--data-dir", str(data), *words, *sources],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self.said = ""
        while not (found := re.search(r"http://\S+", self.said)):
            line = self.process.stderr.readline()
            assert line, self.said
            self.said += line
        self.address = found[0]

    def apps(self) -> list[int]:
        """The processes of apps that this server started."""
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in told.split()]

    def end(self, number: int = signal.SIGINT) -> int:
        """Send this signal; the exit code."""
        self.process.send_signal(number)
        code = self.process.wait(20)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        return code


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server on a free port."""
    server = Served(tmp_path)
    yield server
    if server.process.poll() is None:
        server.end(signal.SIGKILL)


@pytest.fixture
async def page(served: Served, tmp_path: Path) -> AsyncIterator[Page]:
    """Its page in a browser, the list on it."""
    async with browsing(tmp_path / "profile") as opened:
        await opened.open(served.address)
        await opened.wait_for(lambda text: "Articles 2" in text)
        yield opened


def is_there(process: int) -> bool:
    """Whether this process runs."""
    return Path(f"/proc/{process}").exists()


async def read_to_the_end(socket: aiohttp.ClientWebSocketResponse) -> None:
    """Take what comes, as a page does, until the server hangs up."""
    async for _ in socket:
        pass


async def gone(*processes: int) -> bool:
    """Whether all of these end."""
    for _ in range(200):
        if not any(map(is_there, processes)):
            return True
        await asyncio.sleep(0.05)
    return False


@needs_a_browser
async def test_from_the_list_to_the_line_in_a_browser(page: Page) -> None:
    """Listed, marked, compared, the line; the page changes, and asks nobody but this machine."""
    pictures = [await page.picture()]
    text = await page.wait_for(lambda text: "Morales flies to Mexico" in text)
    assert "Chronicle (sample)" in text
    await page.press("  ")
    await page.wait_for(lambda text: "2 marked" in text)
    await page.press("c")
    await page.wait_for(lambda text: re.search(r"match 1/\d+", text))
    pictures.append(await page.picture())
    await page.press("\x1b")
    await page.wait_for(lambda text: "2 marked" in text)
    await page.press("l")
    text = await page.wait_for(lambda text: "Line of succession" in text and "Evo Morales" in text)
    pictures.append(await page.picture())
    assert len(set(pictures)) == 3
    hosts = {urlsplit(address).hostname for address in page.asked}
    assert hosts == {"127.0.0.1"}
    assert {urlsplit(address).scheme for address in page.asked} == {"http", "ws"}
    assert any(address.endswith(".ttf") for address in page.asked)


@needs_a_browser
async def test_the_browser_refuses_what_is_outside(page: Page) -> None:
    """Even a script in the page could not ask another machine: the page's policy forbids it."""
    code = (
        "new Promise(r => { const i = new Image(); i.onerror = () => r('refused');"
        " i.onload = () => r('went'); i.src = 'http://192.0.2.1/x.png' })"
    )
    refused = await page.ask("Runtime.evaluate", expression=code, awaitPromise=True)
    assert refused["result"]["value"] == "refused"
    fetching = 'fetch("http://192.0.2.1/").then(() => "went", () => "refused")'
    refused = await page.ask("Runtime.evaluate", expression=fetching, awaitPromise=True)
    assert refused["result"]["value"] == "refused"


@needs_a_browser
async def test_an_app_ends_with_its_page(page: Page, served: Served) -> None:
    """A page that is left leaves no app behind; the server stays."""
    (app,) = served.apps()
    await page.ask("Page.navigate", url="about:blank")
    assert await gone(app)
    assert served.end() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
async def test_apps_end_with_the_server(served: Served, number: int) -> None:
    """However it ends, a page that is open does not hold it up."""
    address = served.address.replace("http:", "ws:") + "ws?width=80&height=24"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        first = await socket.receive(timeout=20)
        assert first.type is aiohttp.WSMsgType.BINARY
        (app,) = served.apps()
        reading = asyncio.ensure_future(read_to_the_end(socket))
        code = await asyncio.to_thread(served.end, number)
        assert code == (0 if number != signal.SIGKILL else -number)
        assert await gone(app)
        await reading


async def test_strangers_are_refused(served: Served) -> None:
    """Another site's page can't reach the app, nor one that was led here by another name."""
    cases = [
        ({"origin": "http://news.example"}, "ws"),
        ({"origin": "null"}, "ws"),
        ({"origin": "http://news.example"}, ""),
        ({"host": f"news.example:{urlsplit(served.address).port}"}, ""),
        ({"host": '"><script>'}, ""),
    ]
    async with aiohttp.ClientSession() as session:
        for headers, path in cases:
            async with session.get(served.address + path, headers=headers) as answer:
                assert answer.status in (400, 403), (headers, path)
        async with session.get(served.address) as answer:
            assert answer.status == 200
    assert served.apps() == []


async def test_the_app_writes_the_log(tmp_path: Path) -> None:
    """What it read, with how long that took, and its end."""
    log = tmp_path / "x.log"
    served = Served(tmp_path, "--log", str(log))
    address = served.address.replace("http:", "ws:") + "ws"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive(timeout=20)
        reading = asyncio.ensure_future(read_to_the_end(socket))
        await asyncio.to_thread(served.end)
        await reading
    told = [line.split("] ", 1)[1] for line in log.read_text().splitlines()]
    begun = [line for line in told if line.startswith("began")]
    assert [line.split(":")[0] for line in begun] == ["began serve", "began the screen"]
    assert sum(line.startswith("read ") and line.endswith(" s") for line in told) == 2
    assert sum(line.startswith("ended ") for line in told) == 2


def test_the_page_names_nothing_outside() -> None:
    """Every address in it is a path, or written out in it."""
    page = importlib.resources.files("crisis_reader.cli").joinpath("page.html").read_text("utf-8")
    named = re.findall(r'(?:href|src)="([^"]*)"|url\("([^"]*)"\)', page)
    assert len(named) == 6
    assert all(re.match(r"/(?!/)|data:,", one or other) for one, other in named)
    assert "http" not in page


async def test_other_machines_may_be_let_in_by_name(tmp_path: Path) -> None:
    """Where it is served to others, a warning says what that means; the page is under any name."""
    served = Served(tmp_path, "--host", "0.0.0.0")
    assert served.said.startswith("warning: whoever reaches this machine")
    served.end(signal.SIGKILL)
