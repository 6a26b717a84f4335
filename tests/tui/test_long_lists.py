"""A long list: filtered in a thread while keys go on, the cursor's article opened once it rests."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from tests.tui.driving import press, seen, settle
from textual.pilot import Pilot

from crisis_reader.library import Library, LibraryError, Sort, SourceKind, refresh
from crisis_reader.library.finding import Finder, Found
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.start import make_app

NOW = datetime(2031, 9, 15, 12, tzinfo=UTC)
SIZE = (80, 24)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 250 articles, in which every fifth one is on a ferry."""
    folder = tmp_path_factory.mktemp("long")
    lines = [
        f'{{"title": "{"Ferry" if n % 5 == 0 else "Bridge"} report {n}", '
        f'"text": "Words of article number {n}."}}'
        for n in range(250)
    ]
    (folder / "many.jsonl").write_text("\n".join(lines))
    with Library.open(folder / "library.sqlite3") as library:
        source = library.sources.add(str(folder / "many.jsonl"), SourceKind.FILE, now=NOW)
        refresh(library, (source,), now=NOW)
        library.stories.group()
    return folder / "library.sqlite3"


@pytest.fixture(autouse=True)
def _long_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a tenth of the articles makes a list that is long."""
    monkeypatch.setattr("crisis_reader.tui.session.listed._AT_ONCE", 200)


@pytest.fixture
def app(place: Path) -> CrisisReader:
    """A reader of them."""
    with Library.open(place) as library, library._database.writing():
        library._database.run("DELETE FROM session")
    return make_app((), library_path=place)


async def found(pilot: Pilot[None], app: CrisisReader) -> str:
    """The screen once the list has what is wanted."""
    while app.home.list.listed.is_searching:
        await pilot.pause(0.01)
    await settle(pilot)
    return seen(app)


async def test_a_filter_narrows_the_list(app: CrisisReader) -> None:
    """Letter by letter; Esc lists all again, the cursor on its article."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "slash", *"ferr")
        assert "Articles 50 of 250" in await found(pilot, app)
        await press(pilot, "y", "space", *"report", "space", *"145")
        assert "Articles 1 of 250" in await found(pilot, app)
        await press(pilot, "escape")
        assert "Articles 250" in seen(app)
        assert app.home.list.cursor == 1


async def test_keys_go_on_while_it_is_looked_for(
    app: CrisisReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed is there at once; the list changes when it is found."""
    go = Event()
    look = Finder._find

    def slow(finder: Finder, sort: Sort, filter: str) -> Found:  # noqa: A002 - as it is called
        assert go.wait(10)
        return look(finder, sort, filter)

    monkeypatch.setattr(Finder, "_find", slow)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"ferry")
        assert "filter: ferry" in seen(app)
        assert "Bridge report" in seen(app)
        go.set()
        screen = await found(pilot, app)
        assert "Articles 50 of 250" in screen
        assert "Bridge report" not in screen


async def test_enter_waits_for_what_was_typed(app: CrisisReader) -> None:
    """Keys typed ahead open an article that was asked for, not one that was still listed."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await pilot.press(*"ferry", "enter", "enter")
        await settle(pilot)
        chosen = app.home.list.chosen_row
        assert chosen is not None
        assert chosen.title.startswith("Ferry")
        assert len(app.screen_stack) == 2


async def test_unread_ones_and_another_order(app: CrisisReader) -> None:
    """They are looked for in the same way."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        assert " of 250" in await found(pilot, app)
        await press(pilot, "u", "slash", *"ferry", "enter", "s", "s")
        assert "Articles 50 of 250" in await found(pilot, app)
        assert app.home.list.seen_rows[0].title == "Ferry report 0"


async def test_a_filter_that_was_left_is_there_again(app: CrisisReader, place: Path) -> None:
    """With the article that was chosen."""
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"ferry", "enter")
        await found(pilot, app)
        await press(pilot, "j", "j")
        chosen = app.home.list.chosen_row
        await press(pilot, "q")
    again = make_app((), library_path=place)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Articles 50 of 250" in await found(pilot, again)
        assert again.home.list.chosen_row == chosen


async def test_a_library_that_does_not_answer_leaves_the_list(
    app: CrisisReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is listed stays, and ! tells why."""

    def broken(*_: object) -> Found:
        raise LibraryError("the shelf fell over")

    monkeypatch.setattr(Finder, "_find", broken)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"fe", "enter")
        assert "report" in seen(app)
        await press(pilot, "exclamation_mark")
        assert "the shelf fell over" in seen(app)
