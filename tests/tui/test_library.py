"""The reader on a library: what is kept from one day to the next, driven by real keys."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from tests.tui.driving import press, seen, settle, until
from textual.events import Key

from crisis_reader.library import Library, Sort, SourceKind, add_source, refresh
from crisis_reader.text.spans import Span
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.asking import AnchorAsked, AnchorRefused
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.screens.compare_screen import CompareScreen
from crisis_reader.tui.screens.home import Home
from crisis_reader.tui.screens.line_screen import LineScreen
from crisis_reader.tui.screens.notes_screen import NotesScreen
from crisis_reader.tui.screens.read_screen import ReadScreen
from crisis_reader.tui.start import make_app

NOW = datetime(2031, 10, 3, tzinfo=UTC)
SIZE = (120, 40)
DAYS = ("14", "15", "16", "17")
TEXTS = (
    "The harbour master of Marovia closed the port on Sunday. Forty ships wait outside the mole.",
    "No ship enters Marovia: the harbour master closed the port on Sunday; forty lie at anchor.",
    "The bakers of Ostrel sold no bread today. Flour has doubled in price since spring.",
    "A comet was seen over the Velden hills. It had two tails and no name yet.",
)


def write(folder: Path, texts: Sequence[str] = TEXTS) -> Path:
    """A folder of notes, each by an outlet of its own, the last one the newest."""
    folder.mkdir(exist_ok=True)
    for n, text in enumerate(texts):
        head = f"---\ntitle: Report {n}\noutlet: Outlet {n}\ndate: 2031-09-{DAYS[n % 4]}\n---\n"
        (folder / f"{n}.md").write_text(head + text)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The file of a library with four articles."""
    path = tmp_path / "data" / "library.sqlite3"
    with Library.open(path) as library:
        add_source(library, str(write(tmp_path / "news")), now=NOW)
        refresh(library, now=NOW)
        library.stories.group()  # here, so that no reader has to start a process for four articles
    return path


def start(place: Path, *sources: Path) -> CrisisReader:
    """The reader as a person starts it."""
    return make_app([str(one) for one in sources], library_path=place)


async def test_the_library_is_shown_once_it_has_sources(place: Path) -> None:
    """Without arguments: the reader's own articles, not the samples."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        assert "Report 3" in seen(app)
        await settle(pilot)
        assert "Articles 4" in seen(app)
        assert "sample" not in seen(app)


async def test_the_samples_are_shown_until_then(tmp_path: Path) -> None:
    """A library without a source is as good as none."""
    app = start(tmp_path / "library.sqlite3")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Articles 10" in seen(app)
    assert (tmp_path / "library.sqlite3").exists()


async def test_adding_to_the_samples_shows_the_library(tmp_path: Path) -> None:
    """What is added is listed alone; nothing of the samples stays marked or compared."""
    app = start(tmp_path / "data" / "library.sqlite3")
    folder = write(tmp_path / "news")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "space", "i", *str(folder), "enter")
        await settle(pilot)
        assert "Articles 4" in seen(app)
        assert not app.shelf.marked
        assert "sample" not in seen(app).replace("samples", "")
        assert sorted(app.home.list.take_up(9)) == ["K", "L", "M", "N"]
    with Library.open(tmp_path / "data" / "library.sqlite3") as library:
        assert len(library.articles) == 4


async def test_a_session_is_taken_up_again(place: Path) -> None:
    """The order, the filter, the cursor and the marks."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s", "s", "j", "space")
        before = app.home.list.chosen_row, [app.shelf.articles[x].id for x in app.shelf.marked]
        await press(pilot, "slash", *"report", "enter")
        await press(pilot, "ctrl+q")
    again = start(place)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        shown = again.home.list
        marked = [again.shelf.articles[x].id for x in again.shelf.marked]
        assert (shown.chosen_row, marked) == before
        assert shown.wanted == "report"
        assert shown.listed.order == 2


def hold(app: CrisisReader) -> Event:
    """Let the library be open only once the event is set, however fast the machine."""
    go, run_job = Event(), app.run_job

    def held(work: Callable[[], object], group: str) -> None:
        def waiting() -> object:
            go.wait(120)  # far longer than whoever sets it takes on the busiest of machines
            return work()

        run_job(waiting if group == "open" else work, group)

    app.run_job = held  # type: ignore[method-assign] # only this one app
    return go


@pytest.mark.parametrize("late", [True, False])
async def test_letters_are_those_of_the_session_before(place: Path, *, late: bool) -> None:
    """Also where the library is open only after all else that is on the screen."""
    app = start(place)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "s", "G", "space", "k", "k", "space")
        before = {app.shelf.articles[letter].id: letter for letter in app.shelf.marked}
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert len(before) == 2
    again = start(place)
    go = hold(again)
    async with again.run_test(size=(160, 45)) as pilot:
        if late:
            await until(pilot, "Report 3")
            await asyncio.sleep(0.1)
            assert not again.shelf.articles
        go.set()
        await settle(pilot)
        assert {again.shelf.articles[x].id: x for x in again.shelf.marked} == before


async def test_a_letter_is_kept_though_another_file_comes_before(tmp_path: Path) -> None:
    """Of files that are only looked at as well: letters are not those of the order they lie in."""
    folder, place = write(tmp_path / "news"), tmp_path / "library.sqlite3"
    app = start(place, folder)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "space", "space")
        before = {app.shelf.articles[letter].title: letter for letter in app.shelf.marked}
        await pilot.press("ctrl+q")
        await pilot.pause()
    (folder / "+.md").write_text("---\ntitle: Another\noutlet: New\n---\nThe mole of Ostrel fell.")
    again = start(place, folder)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        marked = {again.shelf.articles[letter].title: letter for letter in again.shelf.marked}
        assert marked == before
        assert len(before) == 2


async def test_marks_come_back_to_articles_that_are_read_in_the_background(tmp_path: Path) -> None:
    """A folder with folders is read after the list is there."""
    folder, place = tmp_path / "news", tmp_path / "library.sqlite3"
    folder.mkdir()
    write(folder / "inner")
    marked: list[list[str]] = []
    for keys in (("G", "space", "k", "space"), ()):
        app = start(place, folder)
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            await press(pilot, *keys)
            marked.append([app.shelf.articles[letter].id for letter in app.shelf.marked])
            await pilot.press("ctrl+q")
            await pilot.pause()
    assert len(marked[0]) == 2
    assert marked[0] == marked[1]


async def test_keys_wait_for_the_list_that_was_left(place: Path) -> None:
    """N of an article that was read makes it unread, also typed before that is known."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "G", "N")
        read = app.home.list.chosen_row
        assert read is not None
        assert read.read
        await pilot.press("ctrl+q")
        await pilot.pause()
    again = start(place)
    go = hold(again)
    async with again.run_test(size=SIZE) as pilot:
        for key in "GNkN":
            again.post_message(Key(key, key))
        for _ in range(10):
            await pilot.pause()
        assert again.is_taking_keys
        go.set()
        while again.is_taking_keys:
            await pilot.pause()
        await settle(pilot)
        last = again.home.list.listed.count - 1
        rows = again.home.list.listed.rows(last - 1, last + 1)
        assert [row.read for row in rows] == [True, False]


async def test_n_twice_at_once_leaves_an_article_as_it_was(place: Path) -> None:
    """The second press counts what the first asked for, which is not on the disk yet."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in "GNN":
            app.post_message(Key(key, key))
        await pilot.pause()
        while app.is_taking_keys:
            await pilot.pause()
        await settle(pilot)
        row = app.home.list.chosen_row
        assert row is not None
        assert not row.read
        assert app.kept is not None
        assert app.kept.list.count("unread") == 4


async def test_a_library_that_can_not_be_opened_soon_holds_nothing_up(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may hold it: after some seconds keys and letters do without."""
    monkeypatch.setattr("crisis_reader.tui.app.reader._PATIENCE", 0.01)
    app = start(place)
    go = hold(app)
    async with app.run_test(size=SIZE) as pilot:
        app.post_message(Key("space", " "))
        await pilot.pause()
        while app.is_taking_keys:
            await pilot.pause()
        assert len(app.shelf.marked) == 1
        go.set()
        await settle(pilot)
        assert len(app.shelf.marked) == 1


async def test_the_last_comparison_and_its_match_are_there_again(place: Path) -> None:
    """Quit from a comparison: it is open beside the list the next time, Backspace has it whole."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.shelf.marked[:] = ["A", "B"]
        await press(pilot, "c", "n")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        told = screen.comparison.comparing.current
        await press(pilot, "ctrl+q")
    again = start(place)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert isinstance(again.screen, CompareScreen)
        assert again.screen.letters == ("A", "B")
        assert told is not None
        assert again.screen.comparison.comparing.current is not None
        assert again.screen.comparison.comparing.current.told == told.told
        await press(pilot, "escape")
        assert again.home.pair == ("A", "B")


async def test_an_article_opens_where_it_was_left_another_day(tmp_path: Path) -> None:
    """The place in the text, not the row: the screen may be another."""
    long = "\n\n".join(f"Paragraph {n} tells of gate {n} and of nothing else." for n in range(60))
    folder = write(tmp_path / "news", [long])
    place = tmp_path / "library.sqlite3"
    app = start(place, folder)
    async with app.run_test(size=(44, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "pagedown", "pagedown", "j")
        offset = app.screen.query_one(ArticlePane).place()
        assert offset > 0
        await press(pilot, "escape")
    again = start(place, folder)
    async with again.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pane = again.screen.query_one(ArticlePane)
        assert pane.page.row_at(offset) == pane.top


async def test_what_was_read_is_known_and_can_be_left_out(place: Path) -> None:
    """Opening counts as reading; u leaves read ones out, N takes it back."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "escape", "u")
        assert app.home.list.listed.count == 3
        await press(pilot, "u", "g", "N", "u")
        assert app.home.list.listed.count == 4
    with Library.open(place) as library:
        assert not any(row.read for row in library.list.page(0, 9))


async def test_new_articles_do_not_move_the_selection(place: Path, tmp_path: Path) -> None:
    """R lists what is new above and below; the cursor stays on its article."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j")
        row = app.home.list.chosen_row
        assert "new ·" not in seen(app)
        write(tmp_path / "news", [*TEXTS, *(f"Another report, number {n}." for n in range(4))])
        await press(pilot, "r")
        await settle(pilot)
        assert "4 new articles" in seen(app)
        assert app.home.list.chosen_row == row
        assert "new · Outlet 7" in seen(app)


async def test_a_changed_text_is_a_version_to_compare_with(place: Path, tmp_path: Path) -> None:
    """V puts the text before beside the one now."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "V")
        assert "one text only" in seen(app)
        write(tmp_path / "news", [*TEXTS[:3], TEXTS[3].replace("two tails", "three tails")])
        await press(pilot, "r")
        await settle(pilot)
        await press(pilot, "V")
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert "had ▲two" in seen(app)
        assert "had ▲three" in seen(app)
        older, newer = app.screen.comparison.panes
        assert "two tails" in older.article.text
        assert f"{older.letter} · older text · Outlet 3" in seen(app)
        assert f"{newer.letter} · newer text · Outlet 3" in seen(app)


async def test_a_note_is_kept_listed_and_led_to(place: Path) -> None:
    """B asks for words; B lists what was noted; Enter goes there."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "b", *"look here", "enter")
        assert "note kept" in seen(app)
        assert "✎" in seen(app)
        await press(pilot, "escape", "B")
        assert isinstance(app.screen, NotesScreen)
        assert "look here" in seen(app)
        assert "1 note, 0 bookmarks" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadScreen)
    with Library.open(place) as library:
        assert [note.words for note in library.marks.all_notes()] == ["look here"]


async def test_a_bookmark_can_get_words_and_be_taken_away(place: Path) -> None:
    """No words make a bookmark; e gives it some, x takes it away."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "b", "enter", "escape", "B")
        assert "0 notes, 1 bookmark" in seen(app)
        await press(pilot, "e", *"why", "enter")
        assert "1 note, 0 bookmarks" in seen(app)
        await press(pilot, "x")
        assert "no notes yet" in seen(app)


async def test_a_note_whose_passage_is_gone_says_so(place: Path, tmp_path: Path) -> None:
    """Lost, not dropped and not on other words."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "b", *"tails", "enter", "escape")
        write(tmp_path / "news", [*TEXTS[:3], "Nothing of that is true, the observatory says now."])
        await press(pilot, "r")
        await settle(pilot)
        await press(pilot, "B")
        assert "lost: its text no longer says this" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, NotesScreen)


async def test_notes_are_kept_for_what_is_only_opened(tmp_path: Path) -> None:
    """The sources are not added; the note is there the next time."""
    folder, place = write(tmp_path / "news"), tmp_path / "library.sqlite3"
    app = start(place, folder)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "b", *"mine", "enter")
    again = start(place, folder)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "B")
        assert "mine" in seen(again)
    with Library.open(place) as library:
        assert not library.sources.any()


async def test_an_anchor_is_a_match_until_it_is_taken_back(place: Path) -> None:
    """What was tied together by hand is kept, also for the next session."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        left, right = app.shelf.articles["C"].text, app.shelf.articles["D"].text
        ids = [app.shelf.articles[letter].id for letter in "CD"]
        bread, comet = left.index("The bakers"), right.index("A comet")
        spans = Span(bread, bread + 34), Span(comet, comet + 37)
        app.post_message(AnchorAsked(("C", "D"), spans))
        await settle(pilot)
        alignment = app.shelf.alignment("C", "D")
        assert alignment is not None
        assert [(m.left, m.right, m.score) for m in alignment.matches] == [(*spans, 1.0)]
    again = start(place)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        one, other = (again.letter_of_id(id_) for id_ in ids)
        kept = again.shelf.alignment(one, other)
        assert kept is not None
        assert len(kept.matches) == 1
        again.post_message(AnchorRefused((one, other), spans))
        await settle(pilot)
        gone = again.shelf.alignment(one, other)
        assert gone is not None
        assert not gone.matches


async def test_backspace_goes_back_and_alt_right_forward(place: Path) -> None:
    """List, article, list: the way back leads through the article."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "escape", "backspace")
        assert isinstance(app.screen, ReadScreen)
        await press(pilot, "backspace")
        assert isinstance(app.screen, Home)
        await press(pilot, "backspace")
        assert "this is where you began" in seen(app)
        await press(pilot, "alt+right")
        assert isinstance(app.screen, ReadScreen)


async def test_the_filter_searches_texts_and_opens_at_the_hit(place: Path) -> None:
    """A word of the text without its accents, a field; Enter on the article goes to the word."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"flour", "enter")
        assert "Articles 1 of 4" in seen(app)
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, ReadScreen)
        assert screen.span is not None
        assert app.shelf.articles[screen.letter].quote(screen.span) == "Flour"
        await press(pilot, "escape", "escape", "slash", *"after:2031-09-16", "enter")
        assert "Articles 2 of 4" in seen(app)


async def test_copies_of_one_text_are_told_apart_and_counted(place: Path, tmp_path: Path) -> None:
    """The list says in how many outlets a text stands."""
    for n, outlet in enumerate(("Star", "Sun")):
        (tmp_path / "news" / f"copy{n}.jsonl").write_text(
            f'{{"title": "Twin", "outlet": "{outlet}", "text": "Twins were born in Ostrel."}}\n'
        )
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "r")
        await settle(pilot)
        await press(pilot, "slash", *"twin", "enter")
        assert "undated · in 2 outlets" in seen(app)


async def test_s_shows_stories_and_capital_m_marks_one(tmp_path: Path) -> None:
    """The samples tell of two events: each a story with its accounts; M marks one, then none."""
    app = start(tmp_path / "library.sqlite3")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "S")
        text = seen(app)
        assert "2 stories" in text
        assert "Chronicle (sample) · 16 Nov 2019 · Bolivia, day by day" in text
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadScreen)
        await press(pilot, "escape", "escape")
        app.home.list.choose("bolivia-chronicle-20-oct-15-nov.md")
        await press(pilot, "M")
        titles = [app.shelf.articles[letter].title for letter in app.shelf.marked]
        assert len(titles) > 2
        await press(pilot, "M")
        assert not app.shelf.marked


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """A library with one story of 43 accounts, a day each."""
    folder = tmp_path / "flood"
    folder.mkdir()
    people = "Ilva Tormund, Pell Asquith, Bram Oster and Wynne Calder stood on the Vestergate dam"
    for number in range(43):
        words = " ".join(f"word{number}x{n}" for n in range(30))
        head = f"---\ndate: 2031-03-{1 + number // 9:02}\n---\n"
        (folder / f"{number:02}.md").write_text(f"{head}{people}. Report {number}.\n\n{words}.\n")
    path = tmp_path / "data" / "library.sqlite3"
    with Library.open(path) as library:
        add_source(library, str(folder), now=NOW)
        refresh(library, now=NOW)
        library.stories.group()
        assert library.stories.page(0, 1)[0].articles == 43
    return path


async def test_a_story_that_is_cut_says_so_and_goes_on(flood: Path) -> None:
    """Of more than forty articles those closest and newest; + takes the others."""
    app = start(flood)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        await settle(pilot)
        assert "from 40 of 43 articles on this event (+ more), of 43 articles" in seen(app)
        screen = app.screen
        assert isinstance(screen, LineScreen)
        taken = {app.shelf.articles[letter].id for letter in screen.letters}
        assert {f"{number}.md" for number in range(36, 43)} < taken
        await press(pilot, "plus")
        await settle(pilot)
        assert "from 43 of 43 articles" in seen(app)
        assert taken < {app.shelf.articles[letter].id for letter in screen.letters}
        await press(pilot, "plus")
        assert "the line is drawn from all that was chosen" in seen(app)
        await press(pilot, "escape", "M", "l")
        await settle(pilot)
        assert "from 40 of 43 articles on this event" in seen(app)


async def test_the_rest_of_a_story_is_shown_when_asked_for(flood: Path) -> None:
    """Twelve accounts, then all of them, the cursor on the first of the others."""
    with Library.open(flood) as library:
        (rows,) = library.stories.shown(0, 1)
    app = start(flood)
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "S")
        await settle(pilot)
        assert "and 31 more: Enter shows them" in seen(app)
        await press(pilot, *["j"] * 13, "enter")
        assert "more: Enter shows them" not in seen(app)
        pane = app.screen.query_one(TextPane)
        assert pane.at is not None
        assert pane.lines[pane.at].target == (1, rows.accounts[12].id)
        await press(pilot, "M")
        assert "40 of 43 accounts, closest and newest, marked" in seen(app)


async def test_a_damaged_library_is_told_and_the_reader_goes_on(tmp_path: Path) -> None:
    """The samples are there, the file is as it was, and ! says what to do."""
    place = tmp_path / "library.sqlite3"
    place.write_bytes(b"this is no library" * 100)
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Articles 10" in seen(app)
        await press(pilot, "exclamation_mark")
        assert "is not a library of this program" in " ".join(seen(app).replace("│", "").split())
        await press(pilot, "escape", "enter", "b", "enter")
        assert "bookmark kept" in seen(app)
    assert place.read_bytes() == b"this is no library" * 100


async def test_a_newer_library_is_left_alone(place: Path) -> None:
    """A newer program wrote it: told, not touched."""
    import sqlite3  # noqa: PLC0415 - to make a file of the future

    connection = sqlite3.connect(place)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert "newer" in seen(app)


async def test_a_source_can_be_taken_off(place: Path) -> None:
    """I lists the sources; x takes one off with its articles."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "I")
        assert "1 source" in seen(app)
        assert "folder · 4 articles" in seen(app)
        await press(pilot, "x")
        await settle(pilot)
        assert "0 sources" in seen(app)
    with Library.open(place) as library:
        assert len(library.articles) == 0


async def test_an_article_with_its_text_needs_no_fetching(place: Path) -> None:
    """F says so and asks nothing of anybody."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert "this article has its full text" in seen(app)


async def test_two_readers_share_one_library(place: Path) -> None:
    """A note made in one is in the other's list."""
    one, other = start(place), start(place)
    async with one.run_test(size=SIZE) as pilot:
        await settle(pilot)
        async with other.run_test(size=SIZE) as second:
            await settle(second)
            await press(pilot, "enter", "b", *"shared", "enter")
            await press(second, "B")
            assert "shared" in seen(other)


async def test_a_long_list_is_read_a_window_at_a_time(tmp_path: Path) -> None:
    """Of three thousand articles a few are taken up, and the last is shown at a key."""
    place = tmp_path / "library.sqlite3"
    lines = [
        f'{{"title": "Title {n}", "text": "Words of article number {n}."}}' for n in range(3000)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    with Library.open(place) as library:
        source = library.sources.add(str(tmp_path / "many.jsonl"), SourceKind.FILE, now=NOW)
        refresh(library, (source,), now=NOW)
        last = library.list.page(2999, 1, sort=Sort.NEWEST)[0]
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "Articles 3,000" in seen(app)
        await press(pilot, "G")
        assert app.home.list.chosen_row == last
        assert len(app.shelf.articles) < 50


async def test_a_library_that_stops_answering_costs_no_session(place: Path) -> None:
    """Its tables are gone while it is open: what is on the screen stays, ! tells what is wrong."""
    import sqlite3  # noqa: PLC0415 - to do harm

    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        connection = sqlite3.connect(place)
        connection.executescript("DROP TABLE sketch; DROP TABLE version; DROP TABLE article;")
        connection.close()
        await press(pilot, "j", "enter", "escape", "u", "S", "escape", "M", "B", "escape", "r")
        await press(pilot, "exclamation_mark")
        assert "the library refused" in " ".join(seen(app).replace("│", "").split())


async def test_a_ties_two_sentences_and_takes_the_tie_back(place: Path) -> None:
    """Apart, a ties what stands first in both columns; on that match it unties."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.shelf.marked[:] = ["C", "D"]
        await press(pilot, "c", "a")
        assert "m first" in seen(app)
        await press(pilot, "m", "a")
        await settle(pilot)
        tied = app.shelf.alignment("C", "D")
        assert tied is not None
        assert [match.score for match in tied.matches] == [1.0]
        await press(pilot, "n", "a")
        await settle(pilot)
        free = app.shelf.alignment("C", "D")
        assert free is not None
        assert not free.matches


async def test_b_notes_the_current_passage_of_a_comparison(place: Path) -> None:
    """In the column that has the keys; its sign stands in the text."""
    app = start(place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.shelf.marked[:] = ["C", "D"]
        await press(pilot, "c", "b", *"odd", "enter")
        await settle(pilot)
        assert "✎" in seen(app)
    with Library.open(place) as library:
        assert [note.words for note in library.marks.all_notes()] == ["odd"]
