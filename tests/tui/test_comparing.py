"""Comparing: the current passage of a comparison, with no widget."""

from pathlib import Path

import pytest
from tests.tui.driving import press, seen, settle
from tests.tui.pairs import ARTICLES, alignment_of, match_of

from crisis_reader.alignment import align
from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import Grade
from crisis_reader.article import Article
from crisis_reader.library.settings import Settings
from crisis_reader.sources import Limits
from crisis_reader.text.spans import Span
from crisis_reader.tui.screens.compare_screen import CompareScreen
from crisis_reader.tui.session.compared import Compared
from crisis_reader.tui.session.comparing import Comparing
from crisis_reader.tui.session.passages import Passage
from crisis_reader.tui.session.shelf import Shelf
from crisis_reader.tui.start import make_app

FOUND = alignment_of(
    0,
    1,
    match_of((10, 20), (50, 60), Grade.LIKELY, 0.6),
    match_of((30, 40), (5, 15), Grade.STRONG, 0.9),
    match_of((60, 70), (80, 90), Grade.WEAK, 0.2),
)


def shelf_with(*alignments: Alignment) -> Shelf:
    """A shelf of the three articles, which are A, B and C."""
    shelf = Shelf()
    shelf.add(ARTICLES)
    for alignment in alignments:
        shelf.keep(alignment)
    return shelf


def comparing_of(shelf: Shelf, *, best_first: bool = False, at: tuple[Span, ...] = ()) -> Comparing:
    """A and B compared."""
    comparing = Comparing(shelf, best_first=best_first, begin_at=at)
    comparing.begin(("A", "B"))
    comparing.take()
    return comparing


def is_match(passage: Passage) -> bool:
    """Whether it is one."""
    return passage.is_match


def test_it_begins_at_the_first_in_the_text_or_at_the_surest() -> None:
    """As its screen asks."""
    shelf = shelf_with(FOUND)
    assert comparing_of(shelf).at == 0
    assert comparing_of(shelf, best_first=True).at == 1


def test_it_begins_where_it_is_opened_for() -> None:
    """The match that lies over that place, though another is surer."""
    places = (Span(12, 14), Span(52, 54))
    assert comparing_of(shelf_with(FOUND), best_first=True, at=places).at == 0


def test_a_place_that_no_match_lies_over_counts_for_nothing() -> None:
    """Then it begins as without it."""
    places = (Span(90, 95), Span(0, 2))
    assert comparing_of(shelf_with(FOUND), best_first=True, at=places).at == 1


def test_it_begins_at_the_passage_looked_at_last() -> None:
    """Of these articles only."""
    shelf = shelf_with(FOUND)
    shelf.compared = Compared(letters=("A", "B"), at=1)
    assert comparing_of(shelf).at == 1
    shelf.compared = Compared(letters=("A", "C"), at=1)
    assert comparing_of(shelf).at == 0


def test_where_the_reader_is_told_the_surest_are_not_asked_for() -> None:
    """Only a comparison that may begin at any sure match offers them."""
    shelf = shelf_with(FOUND)
    assert [one.told[0] for one in comparing_of(shelf, best_first=True).surest] == [Span(30, 40)]
    assert comparing_of(shelf).surest == ()
    shelf.compared = Compared(letters=("A", "B"), at=1)
    assert comparing_of(shelf, best_first=True).surest == ()


def test_what_comes_in_leaves_the_reader_where_it_is() -> None:
    """The current passage gets another number, and is still the current one."""
    shelf = shelf_with(FOUND)
    comparing = comparing_of(shelf)
    comparing.go(1)
    earlier = match_of((0, 5), (0, 4), Grade.STRONG, 0.8)
    shelf.keep(alignment_of(0, 1, earlier, *FOUND.matches))
    assert comparing.take() is None
    assert comparing.current is not None
    assert (comparing.at, comparing.current.told[0]) == (2, Span(30, 40))


def test_a_step_past_the_last_goes_round() -> None:
    """And says so; back from the first it goes to the last."""
    comparing = comparing_of(shelf_with(FOUND))
    assert comparing.stop_after(1, is_match) == (1, False)
    assert comparing.stop_after(-1, is_match) == (1, True)
    comparing.go(1)
    assert comparing.stop_after(1, is_match) == (0, True)
    assert comparing.stop_after(1, lambda passage: bool(passage.partings)) is None


def test_going_somewhere_is_remembered_for_the_comparison_looked_at_last() -> None:
    """A passage of the one beside the list is not put on another's account."""
    shelf = shelf_with(FOUND)
    comparing = comparing_of(shelf)
    comparing.go(1)
    assert shelf.compared == Compared()
    shelf.compared = Compared(letters=("A", "B"))
    comparing.go(1)
    assert shelf.compared == Compared(letters=("A", "B"), at=1)


def test_the_lowest_grade_is_told_once_the_reader_chose() -> None:
    """Until then each pair shows what it shows of itself."""
    comparing = comparing_of(shelf_with(FOUND))
    assert comparing_of(shelf_with(FOUND)).lowest_grade is None
    assert comparing.move_floor(-1)
    comparing.take()
    assert (len(comparing.shared.matches), comparing.lowest_grade) == (3, Grade.WEAK)
    assert not comparing.move_floor(-1)
    assert comparing.move_floor(1)
    comparing.take()
    assert comparing.lowest_grade == Grade.LIKELY


def test_pairs_still_to_be_aligned_are_waited_for() -> None:
    """What is known of the others is there meanwhile."""
    comparing = Comparing(shelf_with(FOUND))
    comparing.begin(("A", "B", "C"))
    comparing.take()
    assert comparing.waiting
    assert list(comparing.alignments) == [(0, 1)]
    assert not comparing_of(shelf_with(FOUND)).waiting


_TOLD = "The mint struck no coin on Monday, said the treasurer. Ada Voss left the island by boat."
_MORE = (
    "The bakers of Ostrel sold no bread. The treasurer said that the mint struck no coin on Monday."
)


def alone_in(*articles: Article) -> list[list[str]]:
    """What each of these has alone, where they are compared."""
    shelf = Shelf()
    shelf.add(articles)
    letters = [shelf.letter(article) for article in articles]
    for n, left in enumerate(articles):
        for right in articles[n + 1 :]:
            shelf.keep(align(left, right))
    comparing = Comparing(shelf)
    comparing.begin(letters)
    comparing.take()
    return [
        [span.of(article.text) for span in comparing.only(column)]
        for column, article in enumerate(articles)
    ]


def test_what_only_one_tells() -> None:
    """The rest is in a match, or stands word for word in the other."""
    left, right = Article.from_text(_TOLD, id="l"), Article.from_text(_MORE, id="r")
    assert alone_in(left, right)[1] == ["The bakers of Ostrel sold no bread."]
    assert "Ada Voss left the island by boat." in alone_in(left, right)[0]
    assert alone_in(left, right, Article.from_text(_MORE, id="s"))[1] == []


def test_nothing_is_missing_from_what_was_not_read_to_its_end() -> None:
    """Nor is its own unread end something that it tells alone."""
    left = Article.from_text(_TOLD * 40, id="l", read_at_most=200)
    right = Article.from_text(_MORE, id="r")
    assert not left.is_whole
    own, its = alone_in(left, right)
    assert its == []
    assert sum(map(len, own)) <= left.read_to


async def test_the_title_says_why_nothing_is_called_missing(tmp_path: Path) -> None:
    """In the column beside the one that was read in part."""
    for name, text in (("a", _TOLD * 40), ("b", _MORE)):
        (tmp_path / f"{name}.txt").write_text(text)
    settings = Settings(network=Limits(characters=200))
    app = make_app([str(tmp_path)], settings=settings)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "c", "o")
        assert isinstance(app.screen, CompareScreen)
        notes = {pane.article.is_whole: pane.note for pane in app.screen.comparison.panes}
        assert notes == {False: "only here", True: "not all of A was read"}


async def test_what_is_alone_in_long_texts_is_found_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is free meanwhile; the same is shown."""
    for name, text in (("a", _TOLD), ("b", _MORE)):
        (tmp_path / f"{name}.txt").write_text(text)
    shown: list[str] = []
    for at_once in (20_000, 0):
        monkeypatch.setattr("crisis_reader.tui.panes.comparison._AT_ONCE", at_once)
        app = make_app([str(tmp_path)])
        async with app.run_test(size=(120, 30)) as pilot:
            await settle(pilot)
            await press(pilot, "c", "o")
            shown.append(seen(app))
    assert "only here" in shown[0]
    assert shown[0] == shown[1]
