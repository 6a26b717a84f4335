"""Bringing articles in while the reader runs: feeds, pages, folders that change."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from tests.panics import PanicException
from tests.serving import Site, serving
from tests.tui.driving import press, seen, send, settle, until
from textual.timer import Timer

from crisis_reader.library import Library, add_source, refresh
from crisis_reader.library.settings import Settings
from crisis_reader.sources import Limits, opening
from crisis_reader.tui import start
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.screens.home import Home
from crisis_reader.tui.start import make_app

NOW = datetime(2031, 10, 3, tzinfo=UTC)
SIZE = (120, 40)
HERE = Limits(allow_private=True, pause=0)
LONG = "The council of Ostrel met behind closed doors and named nobody. " * 12


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on the loopback."""
    with serving() as one:
        yield one


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The file of a library with a folder of one article."""
    path, news = tmp_path / "data" / "library.sqlite3", tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("The mint of Ostrel is shut. Nobody says for how long.")
    with Library.open(path) as library:
        add_source(library, str(news), now=NOW)
        refresh(library, now=NOW)
        library.stories.group()
    return path


async def test_a_feed_is_added_and_a_page_fetched(place: Path, site: Site) -> None:
    """I takes an address; the entry is a summary until f fetches its page."""
    entry = "<item><title>Council</title><link>/one</link><description>Short.</description></item>"
    feed = f'<rss version="2.0"><channel><title>Ostrel</title>{entry}</channel></rss>'
    address = site.put("/feed", feed, "text/xml")
    site.put("/one", f"<html><body><article><h1>Council</h1><p>{LONG}</p></article></body></html>")
    app = make_app([], library_path=place, settings=Settings(network=HERE))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "i", *address, "enter")
        await settle(pilot)
        assert "summary only" in seen(app)
        app.home.list.choose(site.url("/one"))
        await press(pilot, "f")
        await settle(pilot)
        assert "the full text is here now" in seen(app)
        assert "summary only" not in seen(app)
        assert site.paths() == ["/feed", "/one"]


async def test_a_page_that_is_gone_is_told(place: Path, site: Site) -> None:
    """F says what is wrong; the summary stays."""
    entry = "<item><title>Council</title><link>/gone</link><description>Short.</description></item>"
    feed = f'<rss version="2.0"><channel><title>Ostrel</title>{entry}</channel></rss>'
    with Library.open(place) as library:
        add_source(library, site.put("/feed", feed, "text/xml"), now=NOW)
        refresh(library, limits=HERE, now=NOW)
    app = make_app([], library_path=place, settings=Settings(network=HERE))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.home.list.choose(site.url("/gone"))
        await press(pilot, "f")
        await settle(pilot)
        assert app.shelf.problems
        assert "summary only" in seen(app)


async def test_a_folder_is_watched(place: Path, tmp_path: Path) -> None:
    """What is written into it is listed without a key."""
    app = make_app([], library_path=place)
    app.watches = True
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.pause(0.3)
        (tmp_path / "news" / "b.txt").write_text("The mint of Ostrel has opened. It strikes coins.")
        await until(pilot, "Articles 2")


async def test_sources_are_read_now_and_then(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As often as the settings say."""
    timers: list[tuple[float, object]] = []
    begin = CrisisReader.set_interval

    def noted(app: CrisisReader, interval: float, callback: Callable[[], object]) -> Timer:
        timers.append((interval, callback))
        return begin(app, interval, callback)

    monkeypatch.setattr(CrisisReader, "set_interval", noted)
    app = make_app([], library_path=place, settings=Settings(refresh_every=7))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert (7 * 60, app.refresh_by_itself) in timers
        (tmp_path / "news" / "b.txt").write_text("The mint of Ostrel has opened. It strikes coins.")
        app.refresh_by_itself()
        await settle(pilot)
        assert "Articles 2" in seen(app)


@pytest.mark.parametrize("fault", [OSError("no space left for watches"), PanicException("oops")])
async def test_a_folder_that_can_not_be_watched(
    place: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    """The system allows no more watches, or the library panics: told, and the rest goes on."""

    def refused(*_: object, **__: object) -> object:
        raise fault

    monkeypatch.setattr("watchfiles.watch", refused)
    app = make_app([], library_path=place)
    app.watches = True
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: bool(app.shelf.problems))
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert "is not watched any more" in seen(app)
        assert str(fault) in seen(app)


async def test_what_is_no_source_is_told(place: Path) -> None:
    """Nothing at that place: said at once, nothing is added."""
    app = make_app([], library_path=place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "i", *"/no/such/place", "enter")
        assert "no such file or folder" in seen(app)
    with Library.open(place) as library:
        assert len(library.sources.all()) == 1


async def test_many_opened_articles_are_on_the_disk_meanwhile(tmp_path: Path) -> None:
    """Sources too large to read at once: listed as they come, cleared away at the end."""
    lines = (f'{{"title": "Title {n}", "text": "Words of number {n}."}}' for n in range(700))
    corpus = tmp_path / "many.jsonl"
    corpus.write_text("\n".join(line + " " * 700 for line in lines))
    app = make_app([str(corpus)], library_path=tmp_path / "library.sqlite3")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Articles 700" in seen(app)
        assert app.shown_library is not None
        path = app.shown_library.path
        assert path is not None
        assert path.exists()
    assert not path.exists()
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert len(library.articles) == 0


async def test_reading_is_stopped_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Esc stops; what was read is kept; r reads the rest."""
    lines = "\n".join(f'{{"title": "Title {n}", "text": "Number {n}."}}' for n in range(1500))
    corpus = tmp_path / "many.jsonl"
    corpus.write_text(lines)
    monkeypatch.setattr("crisis_reader.tui.app.gathering._OFTEN", 0.0)
    with Library.open(tmp_path / "library.sqlite3") as library:
        add_source(library, str(corpus), now=NOW)
    app = make_app([], library_path=tmp_path / "library.sqlite3")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        send(pilot, "r")
        await until(pilot, lambda: app.home.list.listed.in_all > 0)
        assert "Esc stops" in seen(app)
        send(pilot, "escape")
        await settle(pilot)
        found = app.home.list.listed.in_all
        assert 0 < found <= 1500
        await press(pilot, "r")
        await settle(pilot)
        assert "Articles 1,500" in seen(app)


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that gives no byte of any file before it is told to."""
    gate, read = Event(), opening._bytes

    def waited(path: Path, limits: Limits) -> bytes:
        gate.wait(30)
        return read(path, limits)

    monkeypatch.setattr(opening, "_bytes", waited)
    monkeypatch.setattr(start, "_PATIENCE", 0.05)
    yield gate
    gate.set()


async def test_a_slow_disk_holds_up_nothing_but_its_articles(
    tmp_path: Path, slow_disk: Event
) -> None:
    """The first frame is there, keys are answered, and the articles come when they come."""
    (tmp_path / "a.txt").write_text("The mint of Ostrel is shut.")
    app = make_app([str(tmp_path / "a.txt")])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "reading" in seen(app)
        await pilot.press("question_mark")
        await pilot.pause()
        assert not isinstance(app.screen, Home)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Home)
        assert "The mint" not in seen(app)
        slow_disk.set()
        await settle(pilot)
        assert "The mint of Ostrel" in seen(app)


async def test_a_slow_disk_while_the_reader_is_at_something_else(
    place: Path, tmp_path: Path, slow_disk: Event
) -> None:
    """A source is added, and takes its time: keys go on, and the article comes."""
    (tmp_path / "b.txt").write_text("The bakers of Ostrel sold no bread.")
    app = make_app([], library_path=place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("i", *str(tmp_path / "b.txt"), "enter")
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert not isinstance(app.screen, Home)
        await pilot.press("escape")
        await pilot.pause()
        slow_disk.set()
        await settle(pilot)
        assert "The bakers" in seen(app)
