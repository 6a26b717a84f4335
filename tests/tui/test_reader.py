"""The reader driven by real keys: what the state is then, and what the screen says."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from tests.tui.driving import press, seen, send, settle, until
from textual.app import ScreenError
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widget import MountError

from crisis_reader.alignment import Alignment
from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.jobs.bench import Aligned, Bench
from crisis_reader.tui.jobs.drawing import drawn_line
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.succession_pane import SuccessionPane
from crisis_reader.tui.screens.compare_screen import CompareScreen
from crisis_reader.tui.screens.home import Home
from crisis_reader.tui.screens.line_screen import LineScreen
from crisis_reader.tui.screens.read_screen import ReadScreen

Make = Callable[[], CrisisReader]
SIZES = [(80, 24), (120, 40), (160, 45), (200, 60)]


def comparing(app: CrisisReader) -> CompareScreen:
    """The comparison on top."""
    assert isinstance(app.screen, CompareScreen)
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_tells_all_three_things(reader: Make, size: tuple[int, int]) -> None:
    """Without a key: the list, what the closest two share, and who holds power."""
    app = reader()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = seen(app)
        assert "Articles 3" in text
        assert "Regent leaves palace" in text
        assert "left the palace" in text
        assert "match" in text
        assert "Regent" in text
        assert "DISPUTED" in text
        assert "? help" in text


async def test_the_list_comes_before_the_work(reader: Make) -> None:
    """On the first frame the titles are there, and nothing has been aligned yet."""
    app = reader()
    async with app.run_test(size=(80, 24)):
        assert app.shelf.counts == {}
        assert "How the regent was driven out" in seen(app)


async def test_the_list_says_what_an_article_lacks(reader: Make) -> None:
    """No day and a made title are spelled out or marked."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = seen(app)
        assert "Courier · undated" in text
        assert "° made from the first sentence" in text
        assert "4 with" in text


async def test_marking_two_and_comparing_them(reader: Make) -> None:
    """Space on both, then c: their columns in the order they were marked."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "space", "space", "c")
        assert comparing(app).letters == tuple(app.shelf.marked)
        assert "match 1/" in seen(app)


async def test_without_marks_c_takes_the_closest(reader: Make) -> None:
    """The article under the cursor is compared with the one it shares most with."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "c")
        assert set(comparing(app).letters) == {"A", "B"}


async def _compare(pilot: Pilot[None]) -> CompareScreen:
    await settle(pilot)
    await press(pilot, "G", "c")
    assert isinstance(pilot.app, CrisisReader)
    return comparing(pilot.app)


async def test_n_walks_all_matches_and_says_when_it_goes_round(reader: Make) -> None:
    """Each match once, in order, then the first again with a word about it."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _compare(pilot)).comparison
        numbers = []
        for _ in range(4):
            assert comparison.comparing.current is not None
            numbers.append(comparison.comparing.current.number)
            await press(pilot, "n")
        assert numbers == [1, 2, 3, 4]
        assert "round to the first" in seen(app)
        await press(pilot, "p")
        assert "match 4/4" in seen(app)


async def test_the_current_match_stands_at_one_height(reader: Make) -> None:
    """In both columns its first row is on the same row of the screen, a moved one too."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        comparison = (await _compare(pilot)).comparison
        for _ in range(4):
            passage = comparison.comparing.current
            assert passage is not None
            rows = [
                pane.page.row_at(span.start) - pane.top
                for pane, span in zip(comparison.panes, passage.told, strict=True)
                if span is not None
            ]
            assert len(set(rows)) == 1
            await press(pilot, "n")


async def test_d_goes_to_differences_and_tells_both_wordings(reader: Make) -> None:
    """Only the two that differ, each with its dimension in everyday words."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await _compare(pilot)
        await press(pilot, "d")
        text = seen(app)
        assert "what happened: A “resigned” · B “forced out”" in text or (
            "what happened: B “forced out” · A “resigned”" in text
        )
        await press(pilot, "d")
        assert "how many" in seen(app)


async def test_brackets_show_more_and_fewer(reader: Make) -> None:
    """The weak match comes with ], the strong ones stay with [ twice; hidden ones are counted."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _compare(pilot)).comparison
        assert "1 weaker hidden: press ]" in seen(app)
        await press(pilot, "right_square_bracket")
        assert len(comparison.comparing.shared.matches) == 5
        assert "?The council" in seen(app) or "?The elders" in seen(app)
        await press(pilot, "minus", "minus")
        assert [match.grade for match in comparison.comparing.shared.matches] == ["strong"] * 3
        assert "2 weaker hidden" in comparison.remark


async def test_o_shows_what_only_one_tells(reader: Make) -> None:
    """Shared passages leave the columns; what one alone says stays."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await _compare(pilot)
        await press(pilot, "o")
        text = seen(app)
        assert "grain" in text
        assert "bakers' guild" in text
        assert "gave up their posts" not in text
        await press(pilot, "o")
        assert "gave up their posts" in seen(app)


async def test_m_lets_the_columns_go_apart(reader: Make) -> None:
    """After m one column scrolls and the other stays; after another m they meet again."""
    app = reader()
    async with app.run_test(size=(80, 16)) as pilot:
        comparison = (await _compare(pilot)).comparison
        await press(pilot, "m")
        assert "scroll apart" in seen(app)
        left, right = comparison.panes
        before = right.top
        left.focus()
        await press(pilot, "G")
        assert right.top == before
        await press(pilot, "m")
        assert comparison.columns.linked


async def test_linked_columns_go_to_the_end_together(reader: Make) -> None:
    """The end of one brings the other to its end."""
    app = reader()
    async with app.run_test(size=(80, 16)) as pilot:
        comparison = (await _compare(pilot)).comparison
        await press(pilot, "G")
        assert [pane.top for pane in comparison.panes] == [
            pane.last_top for pane in comparison.panes
        ]


async def test_x_swaps_the_columns_and_keeps_the_match(reader: Make) -> None:
    """Left becomes right; the match that was current still is."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _compare(pilot)).comparison
        await press(pilot, "n")
        before, told = comparison.comparing.letters, comparison.comparing.current.told  # type: ignore[union-attr]
        await press(pilot, "x")
        assert comparison.comparing.letters == before[::-1]
        assert comparison.comparing.current is not None
        assert comparison.comparing.current.told == told[::-1]


async def test_enter_tells_everything_and_esc_comes_back(reader: Make) -> None:
    """All about one match on a screen of its own, then the comparison as it was."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _compare(pilot)
        await press(pilot, "n", "enter")
        assert "Everything about this passage" in seen(app)
        assert "why: both tell it" in seen(app)
        await press(pilot, "escape")
        assert comparing(app) is screen
        assert screen.comparison.comparing.current is not None
        assert screen.comparison.comparing.current.number == 2


@pytest.mark.parametrize("size", SIZES)
async def test_a_status_leads_to_its_sentence_and_back(reader: Make, size: tuple[int, int]) -> None:
    """The key l opens the line, Enter a status, Enter again its sentence, Esc comes back."""
    app = reader()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        assert isinstance(app.screen, LineScreen)
        assert "says nothing" in seen(app)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, ReadScreen)
        assert app.screen.span is not None
        quoted = app.shelf.articles[app.screen.letter].quote(app.screen.span)
        assert quoted == "a day after he resigned"
        assert quoted in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LineScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, Home)


async def test_l_stands_beside_a_wide_comparison(reader: Make) -> None:
    """At 160 columns the line opens beside the texts and closes again."""
    app = reader()
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await _compare(pilot)
        await press(pilot, "l")
        assert app.screen is screen
        assert "Line of succession" in seen(app)
        await press(pilot, "l")
        assert "Line of succession" not in seen(app)


async def test_arrows_step_through_the_days_of_the_line(reader: Make) -> None:
    """Left goes to the day before on which anything changed."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        assert "as of ◂ 17 Sep 2031 ▸" in seen(app)
        await press(pilot, "left")
        assert "as of ◂ 15 Sep 2031 ▸" in seen(app)
        await press(pilot, "right", "right")
        assert "all days" in seen(app)


async def test_the_filter_takes_letters_as_text(reader: Make) -> None:
    """Typed letters filter, whatever their keys do; Enter keeps it, Esc in the list clears it."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "p", "l", "u", "m")
        assert "1 of 3" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, Home)
        assert "1 of 3" in seen(app)
        await press(pilot, "escape")
        assert "Articles 3" in seen(app)


async def test_a_filter_that_finds_nothing_says_so(reader: Make) -> None:
    """An empty list says why and what next."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "q", "c", "q")
        assert "no article matches “qcq”" in seen(app)
        await press(pilot, "escape")
        assert "Articles 3" in seen(app)


async def test_find_walks_its_hits(reader: Make) -> None:
    """/ then a word, n for the next hit, Esc out of find, Esc out of the article."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "enter", "slash", *"night", "enter")
        await press(pilot, "slash", "escape")
        assert isinstance(app.screen, ReadScreen)
        await press(pilot, "slash", *"the", "enter", "n")
        assert "find 'the' 2/" in seen(app)
        await press(pilot, "N")
        assert "find 'the' 1/" in seen(app)
        await press(pilot, "escape")
        assert not app.screen.finding
        await press(pilot, "escape")
        assert isinstance(app.screen, Home)


async def test_articles_of_different_events_say_why_nothing_matches(reader: Make) -> None:
    """No shared passage: the line below says so and what next."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.shelf.marked[:] = ["A", "C"]
        await press(pilot, "c")
        assert "no shared passage: these tell of different events" in seen(app)


async def test_markup_in_an_article_is_text(reader: Make) -> None:
    """Brackets are shown as they stand."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.read_article("C")
        await settle(pilot)
        assert "[bold]No markup here[/bold]" in seen(app)


async def test_problems_are_told_in_one_place(reader: Make) -> None:
    """! lists every file that could not be read, and says so if all were."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert "no problems: everything was read" in seen(app)
        await press(pilot, "escape")
        app.shelf.problems.append(Problem(source="a.txt", line=3, message="No text. Look."))
        await press(pilot, "exclamation_mark")
        assert "a.txt:3" in seen(app)


async def test_help_is_made_from_the_bindings(reader: Make) -> None:
    """Every key that does something on the list or in a comparison is in the help."""
    app = reader()
    async with app.run_test(size=(80, 200)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        text = seen(app)
        for words in ("next match", "next difference", "fewer", "mark", "filter", "suspend"):
            assert words in text
        await press(pilot, "escape")
        assert isinstance(app.screen, Home)


async def test_q_closes_a_view_and_quits_from_the_list(reader: Make) -> None:
    """Never further than one step."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await _compare(pilot)
        await press(pilot, "q")
        assert isinstance(app.screen, Home)
        await press(pilot, "q")
    assert app.return_code == 0


async def test_what_is_found_after_leaving_is_for_nobody(reader: Make) -> None:
    """The last pairs may be aligned while the screens are being taken down."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shelf.busy = "matching …"
    await app.on_aligned(Aligned([], 0, 1))
    assert not app.shelf.busy


@pytest.mark.parametrize("error", [MountError("gone"), NoMatches("gone"), ScreenError("gone")])
async def test_leaving_in_the_middle_of_drawing_is_no_failure(
    reader: Make, error: Exception
) -> None:
    """The screens are taken down while one is still being filled: no traceback, its exit code."""

    def fill() -> None:
        raise error

    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.home.list.call_later(fill)
        app.exit(return_code=143)
    assert app.return_code == 143


async def test_a_failing_job_leaves_the_rest_readable(
    reader: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader is told and reads on."""
    app = reader()

    def fails(*_: object) -> None:
        raise ZeroDivisionError("by hand")

    monkeypatch.setattr("crisis_reader.tui.jobs.drawing.drawn_line", fails)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "some of the work failed" in seen(app)
        assert "who holds power could not be read" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadScreen)


async def test_a_line_beside_two_texts_cuts_no_word_off(reader: Make) -> None:
    """The columns are laid out anew for the room that is left."""
    app = reader()
    async with app.run_test(size=(160, 45)) as pilot:
        await _compare(pilot)
        await press(pilot, "l")
        shown = " ".join(line[:57].rstrip() for line in seen(app).splitlines())
        assert "palace by the east gate on Monday night" in shown


async def test_a_resize_keeps_the_place(reader: Make) -> None:
    """After a storm of sizes the same words stand at the top."""
    app = reader()
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        app.read_article("A")
        await settle(pilot)
        pane = app.screen.query_one(ArticlePane)
        await press(pilot, "j", "j", "j", "j")
        place = pane.place()
        for width in (60, 120, 44, 100, 80):
            await pilot.resize_terminal(width, 12)
        await settle(pilot)
        row = pane.page.rows[pane.top]
        assert abs(row.start - place) < 80


async def test_a_large_source_is_read_after_the_first_frame(
    reader: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list says that it is being read, then holds the articles."""
    monkeypatch.setattr("crisis_reader.tui.start.is_cheap", lambda _: False)
    app = reader()
    assert app.shelf.articles == {}
    async with app.run_test(size=(80, 24)) as pilot:
        assert "reading …" in seen(app)
        await settle(pilot)
        assert "Articles 3" in seen(app)
        assert "4 with" in seen(app)


async def test_v_shows_who_tells_what_and_enter_opens_two_there(reader: Make) -> None:
    """Passages by accounts, a letter each; Enter compares two of them at the passage."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        text = seen(app)
        assert "Overview" in text
        assert "leaves it out" in text
        assert "The Lantern · 17 Sep 2031" in text
        await press(pilot, "s")
        assert "most disputed first" in seen(app)
        await press(pilot, "enter")
        assert set(comparing(app).letters) == {"A", "B"}
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, Home)


async def test_y_says_where_the_copy_went(reader: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passage in both wordings, without a mark in it."""
    copied: list[str] = []

    def keep(_: object, text: str, command: Sequence[str] = ()) -> str:
        del command
        copied.append(text)
        return "copied to the terminal's clipboard"

    monkeypatch.setattr("crisis_reader.tui.jobs.copying.copy_out", keep)
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await _compare(pilot)
        await press(pilot, "y")
        assert "copied to the terminal's clipboard" in seen(app)
        assert "left the palace by the east gate" in copied[0]
        assert "①" not in copied[0]


async def test_selecting_with_the_mouse_gives_clean_text(reader: Make) -> None:
    """Drawn numbers are not in what is selected; a break of ours is none of the text's."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _compare(pilot)).comparison
        pane = comparison.panes[0]
        await pilot.mouse_down(pane, offset=(0, 4))
        await pilot.hover(pane, offset=(40, 6))
        await pilot.mouse_up(pane, offset=(40, 6))
        await settle(pilot)
        chosen = app.screen.get_selected_text()
        assert chosen
        assert "①" not in chosen
        assert chosen.strip("\n") in pane.article.text


async def test_a_selection_can_begin_in_the_blank_before_a_row(reader: Make) -> None:
    """It begins with the first character of the row, also where a mark stands before that."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        pane = (await _compare(pilot)).comparison.panes[1]
        row = next(r for n, r in enumerate(pane.page.rows) if n > pane.top and r.end > r.start)
        y = pane.page.rows.index(row) - pane.top + pane.TITLE_ROWS
        await pilot.mouse_down(pane, offset=(0, y))
        await pilot.hover(pane, offset=(20, y + 1))
        await pilot.mouse_up(pane, offset=(20, y + 1))
        await settle(pilot)
        chosen = app.screen.get_selected_text() or ""
        assert chosen.startswith(pane.article.text[row.start : row.start + 10])


async def test_text_keeps_off_the_rail_at_its_left(reader: Make) -> None:
    """A mark of a rail is not read as one of the pane beside it: a cell between them is blank."""
    app = reader()
    async with app.run_test(size=(160, 45)) as pilot:
        comparison = (await _compare(pilot)).comparison
        await press(pilot, "l")
        await settle(pilot)
        left, right = comparison.panes
        for pane in (right, app.screen.query_one(SuccessionPane)):
            rows = [pane.render_line(y).text for y in range(pane.size.height)]
            assert {row[0] for row in rows} == {" "}
            assert {len(row) for row in rows} == {pane.size.width}
        assert any(left.render_line(y).text[0] != " " for y in range(left.size.height))


async def test_three_columns_on_a_narrow_screen_take_turns(reader: Make) -> None:
    """Two fit at 80 columns; Tab brings the third."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shelf.marked[:] = ["A", "B", "C"]
        await press(pilot, "c")
        panes = comparing(app).comparison.panes
        assert [pane.display for pane in panes] == [True, True, False]
        assert "1 more: Tab" in seen(app)
        await press(pilot, "tab", "tab")
        assert panes[2].display
        assert panes[2].has_focus


async def test_w_asks_what_was_known_then(reader: Make) -> None:
    """The line says which of the two clocks it shows."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        assert "as known now" in seen(app)
        await press(pilot, "w")
        assert "as known then" in seen(app)


async def test_an_article_opens_where_it_was_left(reader: Make) -> None:
    """Read on, close, open again: the same place."""
    app = reader()
    async with app.run_test(size=(44, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "enter", "j", "j", "j")
        pane = app.screen.query_one(ArticlePane)
        place = pane.place()
        assert place > 0
        await press(pilot, "escape", "enter")
        assert app.screen.query_one(ArticlePane).place() == place


async def test_the_terminals_cursor_follows_the_reader(reader: Make) -> None:
    """It sits on the row of the list's cursor."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = app.cursor_position
        await press(pilot, "down")
        assert app.cursor_position.y == before.y + app.home.list.item_rows


async def test_i_adds_a_source(reader: Make, tmp_path: Path) -> None:
    """A file typed in is read; the new article gets the next letter."""
    (tmp_path / "new.txt").write_text("The mint struck no coin this year. It has no silver.")
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "i", *str(tmp_path / "new.txt"), "enter")
        assert "D" in app.shelf.articles
        assert "1 new article" in seen(app)


async def test_r_reads_the_sources_again(reader: Make) -> None:
    """Nothing new: the letters stay, and the reader is told."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = dict(app.shelf.articles)
        await press(pilot, "r")
        assert app.shelf.articles == before
        assert "0 new articles" in seen(app)


async def test_an_article_without_address_says_so(reader: Make) -> None:
    """O opens nothing then."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "O")
        assert "this article has no address" in seen(app)


async def test_every_action_is_in_the_command_palette(reader: Make) -> None:
    """Colon opens it; typing finds an action by its words."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert any(title.startswith("compare") for title in titles)
        assert len(titles) == len(set(titles))
        await press(pilot, "colon")
        assert "Search for commands" in seen(app)


async def test_t_tells_the_chronicle(reader: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Day by day with the words of the text; Enter goes to the sentence."""
    monkeypatch.setattr("crisis_reader.tui.jobs.drawing.drawn_line", drawn_line)
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "l", "t")
        assert "Chronicle" in seen(app)
        assert "a day after he resigned" in seen(app) or "forced out" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReadScreen)


async def test_paging_through_no_commands_is_harmless(reader: Make) -> None:
    """PageUp and PageDown in an empty palette do nothing."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"zzzz", "pageup", "pagedown", "escape")
        assert isinstance(app.screen, Home)


HOSTILE = (
    "Title \x1b[31mred\x07\n\nShe \x1b]52;c;AAAA\x07said \u202eevil\u202c and [bold]left[/bold]. "
    "\x9b2J 🇧🇴 👍🏽 👨\u200d👩\u200d👧 日本語のニュース e" + "\u0301" * 30 + " "
    + "x" * 300 + " \ud800 end.\n\n" + "www." * 60
)  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (44, 12), (160, 45), (20, 5), (10, 4)])
async def test_a_hostile_article_stays_in_its_cells(size: tuple[int, int]) -> None:
    """No control character reaches the terminal, every row is exactly as wide as the screen."""
    articles = [Article.from_text(HOSTILE, id=name, outlet=HOSTILE[:20]) for name in ("a", "b")]
    app = CrisisReader(articles=articles)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for letter in ("", "A"):
            if letter:
                app.read_article(letter)
                await settle(pilot)
            for strip in app.screen._compositor.render_strips():
                text = strip.text
                assert cell_len(text) == size[0]
                assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in text)


async def test_a_long_shelf_matches_what_is_seen() -> None:
    """Of many articles only those on the screen are aligned, and the list scrolls at once."""
    articles = [Article.from_text(f"Note {n}. Nothing more.", id=str(n)) for n in range(300)]
    app = CrisisReader(articles=articles)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert 0 < len(app.shelf.counts) < 100
        await press(pilot, "G")
        assert app.home.list.cursor == 299
        assert "Note 299" in seen(app)


async def test_an_empty_shelf_says_what_to_do() -> None:
    """No article: every part of the first screen says why and what next."""
    app = CrisisReader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = seen(app)
        assert "no articles here" in text
        assert "i adds a file or folder" in text
        assert "no article here that could say who holds power" in text


async def test_esc_stops_long_work(reader: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found stays, the bar of progress goes, and the screen says how to go on."""
    begun, ended = Event(), Event()

    def slow(
        _: Bench, pairs: Sequence[object], stopped: Callable[[], bool]
    ) -> Iterator[tuple[list[Alignment], int]]:
        yield [], len(pairs)
        begun.set()
        while not stopped():
            ended.wait(0.01)
        ended.set()

    app = reader()
    monkeypatch.setattr(app.bench, "aligned", partial(slow, app.bench))
    monkeypatch.setattr("crisis_reader.tui.app.matching.LONG_WORK", 0.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "Esc stops")
        await until(pilot, begun.is_set)
        assert "0 of 3 · Esc stops" in seen(app)
        await press(pilot, "escape")
        await until(pilot, ended.is_set)
        assert "stopped: c compares" in seen(app)
        assert not app.shelf.busy


async def test_the_overviews_letters_stay_while_one_scrolls(reader: Make) -> None:
    """Below the title, whatever row is the first one seen."""
    app = reader()
    async with app.run_test(size=(80, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        letters = seen(app).splitlines()[1]
        assert set(letters.split()) == {"A", "B", "C"}
        assert "Enter open" in seen(app)
        await press(pilot, "G")
        assert seen(app).splitlines()[1] == letters


async def test_leaving_an_overview_that_is_not_made_gives_it_up(
    reader: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar says how far it is; Esc ends the work."""
    begun, ended = Event(), Event()

    def slow(
        _: Bench,
        __: Sequence[Article],
        told: Callable[[int, int], None],
        stopped: Callable[[], bool],
        ___: object,
    ) -> None:
        told(1, 4)
        begun.set()
        while not stopped():
            ended.wait(0.01)
        ended.set()

    app = reader()
    monkeypatch.setattr("crisis_reader.tui.jobs.surveying.surveyed", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        send(pilot, "v")
        await until(pilot, "1 of 4")
        await until(pilot, begun.is_set)
        assert "comparing ▰▰▱▱▱▱▱▱ 1 of 4 · Esc stops" in seen(app)
        await press(pilot, "escape")
        await until(pilot, ended.is_set)
        assert isinstance(app.screen, Home)


async def test_a_click_on_the_map_goes_there(reader: Make) -> None:
    """The last column of a pane: its lowest cell leads to the end of the text."""
    app = reader()
    async with app.run_test(size=(80, 12)) as pilot:
        comparison = (await _compare(pilot)).comparison
        pane = comparison.panes[0]
        await press(pilot, "g")
        assert pane.top == 0
        await pilot.click(pane, offset=(pane.size.width - 1, pane.size.height - 1))
        await settle(pilot)
        assert pane.top >= pane.last_top - 1 > 0


async def test_a_comma_between_two_passages_is_not_told_by_one_alone(reader: Make) -> None:
    """The key o shows words, not the marks left between what is shared."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        comparison = (await _compare(pilot)).comparison
        await press(pilot, "o")
        for pane in comparison.panes:
            shown = [pane.page.text[row.start : row.end] for row in pane.page.rows if row.first]
            assert shown
            assert all(any(map(str.isalnum, text)) for text in shown)


async def test_small_screens_show_both_wordings_of_a_difference(reader: Make) -> None:
    """What the match is takes one row of the four, also when weaker ones are hidden."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "c", "d")
        first, second = seen(app).splitlines()[-5:-3]
        assert "strong (9 in 10 right)" in first or "likely (3 in 4 right)" in first
        assert first.rstrip().endswith("· 1 weaker: ]")
        assert "▲" in second
        assert second.count("“") == len(comparing(app).letters)
        await pilot.resize_terminal(160, 45)
        await settle(pilot)
        assert "1 weaker hidden: press ]" in seen(app)


async def test_help_is_offered_wherever_lines_are_read(reader: Make) -> None:
    """The question mark opens it there too; in the help itself it closes it."""
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert seen(app).splitlines()[-1].rstrip().endswith("? help")
        await press(pilot, "question_mark")
        assert "Help" in seen(app).splitlines()[0]
        await press(pilot, "question_mark")
        assert "Problems" in seen(app).splitlines()[0]


async def test_alignments_that_come_in_while_the_reader_leaves_are_for_nobody(reader: Make) -> None:
    """The list is gone by then: nothing is asked of it."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
    assert app.is_leaving
    app.shelf.busy = "matching …"
    await app.on_aligned(Aligned([], 0, 1))
    assert app.shelf.busy == ""


async def test_on_a_low_screen_the_list_has_the_room(reader: Make) -> None:
    """The shared passage below it would leave no row for an article."""
    app = reader()
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert "Regent leaves palace" in seen(app)
        assert "Shared by" not in seen(app)
        await pilot.resize_terminal(40, 24)
        await settle(pilot)
        assert "Shared by" in seen(app)
        assert "Regent leaves palace" in seen(app)
