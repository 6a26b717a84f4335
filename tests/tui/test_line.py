"""The line of succession on the screen: correcting it, choosing its order, what each calls whom."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tui.driving import press, seen, settle
from textual.pilot import Pilot

from crisis_reader.article import Article
from crisis_reader.article.letters import letter_at
from crisis_reader.errors import Problem
from crisis_reader.events import parse_corrections
from crisis_reader.events.corrections import Apart, Fix, Reject, SamePerson
from crisis_reader.library.own_files import corrections_path, read_own_files
from crisis_reader.sources.side_files import write_side_file
from crisis_reader.succession import Evidence, line_of_succession
from crisis_reader.succession.ladder import MARKS
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.lines.line_rows import line_rows
from crisis_reader.tui.lines.line_statements import share_words
from crisis_reader.tui.lines.styled import Cell, line, rows_of
from crisis_reader.tui.panes.succession_pane import SuccessionPane
from crisis_reader.tui.screens.correct_screen import (
    Change,
    CorrectScreen,
    WrongEntryError,
    correction_of,
)
from crisis_reader.tui.screens.line_screen import LineScreen
from crisis_reader.tui.start import make_app

Make = Callable[[], CrisisReader]

CAPITAL = (
    "title: Head of state gives up\noutlet: Courier\npublished: 2017-11-22\n",
    "Robert Mugabe resigned as president of Zimbabwe on Tuesday after 37 years in power.",
)
HARBOUR = (
    "title: A party takes over\noutlet: Lantern\npublished: 2017-11-24\n",
    "Emmerson Mnangagwa was sworn in as president of Zimbabwe on Friday.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two accounts of Zimbabwe in 2017."""
    for name, (head, body) in (("capital.md", CAPITAL), ("harbour.md", HARBOUR)):
        (tmp_path / name).write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
    return tmp_path


async def open_line(app: CrisisReader, pilot: Pilot[None]) -> SuccessionPane:
    """The line of the first two articles over the whole screen."""
    await settle(pilot)
    await press(pilot, "space", "space", "l")
    assert isinstance(app.screen, LineScreen)
    return app.screen.query_one(SuccessionPane)


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type words and Enter."""
    await press(pilot, *words, "enter")


async def test_capital_c_rejects_a_statement_and_marks_it(folder: Path) -> None:
    """The file beside the article has it, the line shows it as rejected, nothing is deleted."""
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot)
        await press(pilot, "C")
        assert isinstance(app.screen, CorrectScreen)
        assert "Robert Mugabe resigned" in seen(app)
        await press(pilot, "enter")
        await type_in(pilot, "a rumour")
        assert "rejected by your corrections" in seen(app)
    read, faults = parse_corrections((folder / "corrections.toml").read_text("utf-8"))
    assert [type(one) for one in read] == [Reject]
    assert not faults


async def test_a_wrong_day_is_not_taken(folder: Path) -> None:
    """The screen says how to write a day and stays."""
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot)
        await press(pilot, "C", "down", "enter")
        await type_in(pilot, "sunday")
        assert "write it as 2019-11-10" in seen(app)
        assert not (folder / "corrections.toml").exists()


async def test_a_corrected_day_is_on_the_line(folder: Path) -> None:
    """The day that the reader set stands there, with what it was."""
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot)
        await press(pilot, "C", "down", "enter")
        await type_in(pilot, "2017-11-20")
        assert "20 Nov 2017" in seen(app)
        assert "corrected: fixed: date was" in " ".join(seen(app).split())


async def test_esc_leaves_everything_as_it_was(folder: Path) -> None:
    """Out of the prompt, then out of the screen; no file is begun."""
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot)
        await press(pilot, "C", "enter", "escape")
        assert isinstance(app.screen, CorrectScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, LineScreen)
        assert not (folder / "corrections.toml").exists()


async def test_a_lost_correction_is_a_problem(folder: Path) -> None:
    """One whose words are no longer in the article is told under the key for problems."""
    lost = '[[reject]]\narticle = "capital.md"\nquote = "words of an older text"\n'
    (folder / "corrections.toml").write_text(lost, encoding="utf-8")
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert "correction lost" in seen(app)


async def test_what_cannot_be_read_of_own_files_is_a_problem(folder: Path) -> None:
    """A broken order beside the articles is named with what is wrong."""
    (folder / "mine.order.toml").write_text("id = ", encoding="utf-8")
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert "mine.order.toml" in seen(app)


async def test_h_offers_orders_and_none(folder: Path) -> None:
    """Those that fit come first; with none the offices stand as the texts name them."""
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        pane = await open_line(app, pilot)
        await press(pilot, "h")
        offered = seen(app)
        assert (
            offered.index("Zimbabwe") < offered.index("none") < offered.index("these place nobody")
        )
        await press(pilot, "down", "down", "enter")
        assert pane.power is not None
        assert pane.power.order is None
        assert "offices as the texts name them" in seen(app)


async def test_capital_t_tells_what_each_calls_them(folder: Path) -> None:
    """For each person the titles of each outlet, the earlier one first."""
    app = make_app([str(folder)])
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot)
        await press(pilot, "T")
        text = seen(app)
        assert "What each calls them" in text
        assert text.index("Courier · 22 Nov 2017") < text.index("Lantern · 24 Nov 2017")


async def test_the_samples_are_not_corrected() -> None:
    """Their folder belongs to the program: the screen says what to do instead."""
    app = make_app([])
    async with app.run_test(size=(120, 40)) as pilot:
        await open_line(app, pilot)
        await press(pilot, "C", "C")
        assert isinstance(app.screen, LineScreen)
        assert "copy them to a folder of yours" in seen(app)


def _evidence(folder: Path) -> Evidence:
    line = line_of_succession(make_app([str(folder)])._read)
    return next(e for rung in line.rungs for status in rung.statuses for e in status.evidence)


@pytest.mark.parametrize(
    ("change", "typed", "sort"),
    [
        (Change.REJECT, "", Reject),
        (Change.DAY, "2017-11-20", Fix),
        (Change.PERSON, "Grace Mugabe", Fix),
        (Change.SAME, "Comrade Bob", SamePerson),
        (Change.APART, "Robert Mugabe Jr", Apart),
    ],
)
def test_each_change_is_a_correction(folder: Path, change: Change, typed: str, sort: type) -> None:
    """What the dialog offers is what the file can say."""
    assert type(correction_of(change, _evidence(folder), typed)) is sort


def test_a_person_needs_a_name(folder: Path) -> None:
    """An empty name corrects nothing."""
    with pytest.raises(WrongEntryError):
        correction_of(Change.PERSON, _evidence(folder), " ")


def test_corrections_lie_beside_their_article(folder: Path) -> None:
    """In the folder of the article's own file."""
    app = make_app([str(folder / "capital.md")])
    path = corrections_path(app._read[0], ())
    assert path == str(folder / "corrections.toml")


def test_own_files_are_read_beside_the_source(folder: Path) -> None:
    """Corrections beside a single file count as much as those in a folder."""
    joined = '[[same_person]]\nnames = ["Robert Mugabe", "Comrade Bob"]\n'
    (folder / "corrections.toml").write_text(joined, encoding="utf-8")
    own = read_own_files([str(folder / "capital.md")])
    assert [type(one) for one in own.corrections] == [SamePerson]


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    """It says so, and no half of a file is left."""
    assert isinstance(write_side_file(tmp_path / "missing" / "corrections.toml", "x"), Problem)
    assert not list(tmp_path.iterdir())


def test_the_line_uses_the_marks_of_the_ladder(folder: Path) -> None:
    """One table of marks for screen and reports."""
    articles = make_app([str(folder)])._read
    line = line_of_succession(articles)
    words = [
        row.parts[0][0].strip() for row in line_rows(line, {}) if row.indent == 1 and row.target
    ]
    drawn = [status for rung in line.rungs for status in rung.statuses]
    assert words == ["!" if status.disputed else MARKS[status.word] for status in drawn]


async def test_enter_opens_the_statements_behind_a_status_and_closes_them(reader: Make) -> None:
    """Each with its voice, its day's basis and its words; the cursor goes to the first."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        pane = app.screen.query_one(SuccessionPane)
        assert "2 statements" in seen(app)
        assert "“a day after he resigned”" not in seen(app)
        await press(pilot, "enter")
        assert "A: resigned “a day after he resigned”" in seen(app)
        assert isinstance(pane.lines[pane.at or 0].target, Evidence)
        await press(pilot, "up", "enter")
        assert "“a day after he resigned”" not in seen(app)


async def test_capital_c_on_several_statements_lets_the_reader_say_which(reader: Make) -> None:
    """It opens them first; nothing is corrected unseen."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l", "C")
        assert isinstance(app.screen, LineScreen)
        await press(pilot, "C")
        assert isinstance(app.screen, CorrectScreen)


async def test_another_day_leaves_the_cursor_where_it_was(reader: Make) -> None:
    """Stepping through days is for watching one status."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l", "down")
        pane = app.screen.query_one(SuccessionPane)
        before = pane.lines[pane.at or 0].target
        await press(pilot, "right")
        assert pane.lines[pane.at or 0].target == before


def test_on_a_wide_screen_each_outlet_has_a_column(folder: Path) -> None:
    """What it says stands below its name; one that is silent says so in its own column."""
    articles = make_app([str(folder)])._read
    power = line_of_succession(articles)
    letters = {article.id: letter_at(n) for n, article in enumerate(articles)}
    rows = [
        "".join(text for text, _ in row)
        for one in line_rows(power, letters, width=120)
        for row in rows_of(one, 120)
    ]
    head = next(row for row in rows if "Courier" in row)
    out = next(row for row in rows if "Robert Mugabe out" in row)
    assert out.index("resigned") == head.index("A Courier")
    assert out.index("says nothing") == head.index("B Lantern")


def test_many_outlets_are_grouped_by_what_they_say() -> None:
    """How many of how many, and which."""
    text = "Robert Mugabe resigned as president of Zimbabwe on Tuesday."
    forced = "Robert Mugabe, president of Zimbabwe, was forced out on Tuesday."
    texts = [text, f"{text} So it ended.", f"{text} He was old.", f"{text} It rained.", forced]
    articles = [
        Article.from_text(own, id=str(n), outlet=f"Outlet {n}", published="2017-11-22")
        for n, own in enumerate(texts)
    ]
    power = line_of_succession(articles)
    letters = {article.id: letter for letter, article in zip("ABCDE", articles, strict=True)}
    told = " ".join(text for one in line_rows(power, letters, width=160) for text, _ in one.parts)
    assert "resigned: 4 of 5 (A, B, C, D) · forced out: 1 of 5 (E)" in told


def test_a_line_of_columns_wraps_each_in_its_own_cells() -> None:
    """No word of one column stands under another."""
    one = line("three words here", cells=[Cell(10, (("nine ten eleven twelve", "plain"),))])
    rows = ["".join(text for text, _ in row) for row in rows_of(one, 24)]
    assert rows == ["three     nine ten", "words      eleven", "here       twelve"]


def test_a_dispute_over_a_day_stands_once_and_hides_no_manner() -> None:
    """Two statuses of one person, one line of its sides, the manners of both."""
    texts = {
        "Robert Mugabe resigned as president of Zimbabwe on 21 November 2017.": "2017-11-22",
        "Robert Mugabe was forced out as president of Zimbabwe on 19 November 2017.": "2017-11-23",
    }
    articles = [
        Article.from_text(text, id=str(n), outlet=f"Outlet {n}", published=day)
        for n, (text, day) in enumerate(texts.items())
    ]
    power = line_of_succession(articles)
    letters = {article.id: letter for letter, article in zip("AB", articles, strict=True)}
    told = ["".join(text for text, _ in one.parts) for one in line_rows(power, letters, width=80)]
    assert sum("disputed: " in row for row in told) == 1
    assert any(row.startswith("resigned: 1 of") for row in told)
    assert any(row.startswith("forced out: 1 of") for row in told)


def test_of_many_who_say_the_same_the_first_are_named() -> None:
    """And how many they are; a row stays a row."""
    assert share_words(list("ABCDEFGH")) == "8 (A, B, C, D, E, F, …)"
    assert share_words(list("AB"), 8) == "2 of 8 (A, B)"
