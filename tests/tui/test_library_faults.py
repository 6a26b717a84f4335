"""A library that is held, read-only, full, gone, without full text: a clear word, no damage."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from time import perf_counter

import pytest
from tests.tui.driving import press, seen, settle
from textual.pilot import Pilot
from textual.widgets import Input

from crisis_reader.library import Library, SourceKind, Stories, StoryRows, refresh
from crisis_reader.library.file import database as database_module
from crisis_reader.library.search import index as index_module
from crisis_reader.tui.app import memory as memory_module
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.start import make_app

NOW = datetime(2031, 9, 15, 12, tzinfo=UTC)
SIZE = (120, 30)
TEXTS = {
    "one.txt": "The regent left the palace of Corvia on Monday.",
    "two.txt": "Ferries to the islands stopped for want of coal.",
    "three.txt": "The council of Corvia met without a quorum.",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library of three articles of a folder."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "library.sqlite3"
    with Library.open(path) as library:
        refresh(library, (library.sources.add(str(folder), SourceKind.FOLDER, now=NOW),), now=NOW)
        library.stories.group()
        library.stories.group()
    return path


def start(place: Path) -> CrisisReader:
    """A reader of the library at this place."""
    return make_app((), library_path=place)


def words(app: CrisisReader) -> str:
    """What the screen says, however it is wrapped."""
    return " ".join(seen(app).replace("│", " ").split())


async def until(pilot: Pilot[None], app: CrisisReader, told: str) -> str:
    """The screen once it says this."""
    begun = perf_counter()
    while told not in words(app) and perf_counter() - begun < 20:
        await pilot.pause(0.02)
    assert told in words(app)
    return words(app)


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Another program has taken the library for itself alone."""
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT OR REPLACE INTO setting VALUES ('theirs', '1')")
    try:
        yield
    finally:
        other.close()


async def test_a_held_library_does_not_hold_up_the_first_frame(place: Path) -> None:
    """It says what it waits for, and lists the library once it is let go."""
    hold = held(place)
    hold.__enter__()
    try:
        begun = perf_counter()
        app = start(place)
        assert perf_counter() - begun < database_module.PATIENCE / 2
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert "another program holds your library: waiting for it …" in words(app)
            hold.__exit__(None, None, None)
            screen = await until(pilot, app, "Articles 3")
            assert "waiting" not in screen
    finally:
        hold.__exit__(None, None, None)


async def test_a_library_held_for_good(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its patience the reader shows the samples, and says that nothing is kept."""
    monkeypatch.setattr(database_module, "PATIENCE", 0.3)
    with held(place):
        app = start(place)
        async with app.run_test(size=SIZE) as pilot:
            await until(pilot, app, "your library can't be opened: ! tells why")
            await settle(pilot)
            assert app.home.list.listed.in_all == 10
            assert "your library can't be opened" in words(app)
            await press(pilot, "exclamation_mark")
            assert "is in use by another program" in words(app)


async def test_a_library_taken_away_while_it_is_read(place: Path) -> None:
    """A key waits a moment, not ten seconds; what is on the screen stays."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app.kept is not None
        patience = app.kept._database.rows("PRAGMA busy_timeout")[0][0]
        assert patience == database_module.AT_ONCE * 1000


async def test_an_older_library_is_brought_up_to_date_behind_the_first_frame(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its search index is to be made anew, which takes as long as an import."""
    with Library.open(place) as library, library._database.writing():
        library._database.run("DROP TABLE search")
    rebuilt: list[bool] = []
    rebuild = index_module.SearchIndex.rebuild

    def noted(index: index_module.SearchIndex) -> None:
        rebuilt.append(True)
        rebuild(index)

    monkeypatch.setattr(index_module.SearchIndex, "rebuild", noted)
    app = start(place)
    assert not rebuilt
    assert app.waits == "bringing your library up to date …"
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, app, "Articles 3")
        assert rebuilt
        await press(pilot, "slash", *"quorum")
        assert "Articles 1 of 3" in words(app)


@pytest.fixture
def read_only(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The library where nothing can be written."""
    before = place.read_bytes()
    modes = {path: path.stat().st_mode for path in (place, place.parent)}
    place.chmod(stat.S_IRUSR)
    place.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(place, os.W_OK):  # whoever may do everything is refused by the code instead
        monkeypatch.setattr("crisis_reader.library.library._is_locked", lambda _: True)
    yield place
    for path, mode in modes.items():
        path.chmod(mode)
    assert place.read_bytes() == before


async def test_a_library_that_can_only_be_read(read_only: Path) -> None:
    """It is shown; what can't be kept is said, and nothing is written."""
    app = start(read_only)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Articles 3" in words(app)
        await press(pilot, "enter", "b", *"shared", "enter")
        assert "is open for reading only, so this can't be kept" in words(app)
        await press(pilot, "escape", "exclamation_mark")
        assert "can only be read, so nothing will be kept" in words(app)


async def test_a_library_that_can_only_be_read_says_what_is_not_grouped(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can't be grouped, which is not the same as that nothing belongs together."""
    with Library.open(place) as library, library._database.writing():
        library._database.run("INSERT INTO sketch_due SELECT number FROM article")
    monkeypatch.setattr("crisis_reader.library.library._is_locked", lambda _: True)
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "S")
        assert "3 articles not grouped yet" in await until(pilot, app, "not grouped")


async def test_a_full_disk(place: Path) -> None:
    """A note that finds no room is told and not half there; reading goes on, and later notes."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app._keeper is not None
        writing = app._keeper._library()._database
        pages = writing.rows("PRAGMA page_count")[0][0]
        writing.rows(f"PRAGMA max_page_count = {pages}")
        await press(pilot, "enter", "b")
        app.screen.query_one(Input).value = "long words " * 900
        await press(pilot, "enter")
        assert "the disk is full: this was not kept, all before it is" in words(app)
        assert app.kept is not None
        assert app.kept.marks.all_notes() == ()
        writing.rows("PRAGMA max_page_count = 1000000")
        await press(pilot, "b", *"short", "enter")
        assert [note.words for note in app.kept.marks.all_notes()] == ["short"]


async def test_a_library_whose_folder_is_gone(place: Path) -> None:
    """The disk it was on is taken away: what is written is refused in words."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        place.parent.rename(place.parent.with_name("elsewhere"))
        await press(pilot, "enter", "b", *"lost", "enter")
        assert "is no longer where it was, so this can't be kept" in words(app)
        await press(pilot, "escape", "j", "enter", "escape")
        assert "Articles 3" in words(app)
    with Library.open(place.parent.with_name("elsewhere") / place.name) as library:
        assert library.marks.all_notes() == ()


async def test_without_full_text_search(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles and outlets are filtered, and a notice says so; what came in is found later."""
    monkeypatch.setattr(index_module, "_has_fts5", lambda _: False)
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"ferries", "enter")
        assert "Articles 1 of 3" in words(app)
        await press(pilot, "exclamation_mark")
        assert "has no full-text search (FTS5)" in words(app)
        await press(pilot, "escape", "escape")
        (place.parent.parent / "news" / "four.txt").write_text("Nothing.\n\nAn almanac was found.")
        await press(pilot, "r")
        assert "Articles 4" in words(app)
    monkeypatch.undo()
    again = start(place)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, again, "Articles 4")
        await press(pilot, "slash", *"almanac")
        assert "Articles 1 of 4" in words(again)


async def test_a_clock_that_jumps(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Back by thirty years between two texts: the later one read is the one now."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        past = datetime(2001, 1, 1, tzinfo=UTC)
        monkeypatch.setattr("crisis_reader.tui.app.gathering.moment", lambda: past)
        monkeypatch.setattr(memory_module, "moment", lambda: past)
        changed = place.parent.parent / "news" / "one.txt"
        changed.write_text("The regent left the palace of Corvia by night, on foot.")
        await press(pilot, "r")
        assert "1 changed" in words(app)
        row = next(r for r in app.home.list.listed.rows(0, 9) if r.id.endswith("one.txt"))
        assert row.versions == 2
        assert app.kept is not None
        assert app.kept.articles.article(row.id).text.endswith("on foot.")
        assert "palace of Corvia on Monday" in app.kept.articles.article(row.id, 1).text


async def test_stories_on_a_slow_disk(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They come when they come; until then every key works."""
    arrived = Event()
    shown = Stories.shown

    def slowly(stories: Stories, offset: int, count: int) -> tuple[StoryRows, ...]:
        arrived.wait(20)
        return shown(stories, offset, count, several=False)

    monkeypatch.setattr(Stories, "shown", slowly)
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("S")
        await pilot.pause()
        assert "reading the stories" in words(app)
        await pilot.press("escape", "j", "S")
        await pilot.pause()
        assert "reading the stories" in words(app)
        arrived.set()
        assert "1 article, 1 account" in await until(pilot, app, "1 article, 1 account")
