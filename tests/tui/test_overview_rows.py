"""The overview's lines: signs under letters, whom Enter opens, the orders."""

from crisis_reader.alignment.records import Account, Overview, Passage, Stance, Stand
from crisis_reader.article import Article
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.overview_rows import (
    Row,
    header_lines,
    overview_lines,
    passages_shown,
)
from crisis_reader.tui.lines.styled import Line

TEXT = "The mint struck no coin. It has no silver."
WHOLE = Span(0, 24)


def _overview(count: int, *stands: tuple[Stand, ...]) -> tuple[Overview, dict[str, Article]]:
    articles = {chr(65 + n): Article.from_text(TEXT, id=f"id{n}") for n in range(count)}
    passages = tuple(
        Passage(
            stances=tuple(
                Stance(stand=stand, span=None if stand is Stand.LACKS else WHOLE) for stand in one
            ),
            score=0.9,
        )
        for one in stands
    )
    accounts = tuple(Account(articles=(article,)) for article in articles.values())
    return Overview(accounts=accounts, passages=passages), articles


def _lines(overview: Overview, articles: dict[str, Article], order: int = 0) -> list[Line]:
    by_id = {article.id: letter for letter, article in articles.items()}
    return overview_lines(overview, by_id, articles, order=order, width=80)


def _text(line: Line) -> str:
    return "".join(words for words, _ in line.parts)


def test_each_account_has_a_sign_under_its_letter() -> None:
    """Has, differs, lacks: three shapes, in the order of the letters."""
    overview, articles = _overview(3, (Stand.HAS, Stand.DIFFERS, Stand.LACKS))
    passage = next(one for one in _lines(overview, articles) if one.target is not None)
    assert _text(passage).startswith("●  ▲  ·")
    assert "(2 accounts)" in _text(passage)


def test_enter_opens_the_one_that_differs() -> None:
    """Beside the first that tells it."""
    overview, articles = _overview(3, (Stand.HAS, Stand.HAS, Stand.DIFFERS))
    passage = next(one for one in _lines(overview, articles) if one.target is not None)
    assert passage.target == Row(("A", "C"), (WHOLE, WHOLE))


def test_the_most_disputed_can_come_first() -> None:
    """The second order sorts by how many differ."""
    calm, hot = (Stand.HAS, Stand.HAS), (Stand.HAS, Stand.DIFFERS)
    overview, articles = _overview(2, calm, hot)
    passages = [one for one in _lines(overview, articles, 1) if one.target is not None]
    assert _text(passages[0]).startswith("●  ▲")


def test_many_letters_stand_above_a_legend_that_comes_last() -> None:
    """Twenty accounts fit a row of 80 columns, and the passages come before their names."""
    overview, articles = _overview(20, (Stand.HAS,) * 20)
    lines = _lines(overview, articles)
    first = next(n for n, one in enumerate(lines) if one.target is not None)
    assert first < 4
    assert _text(lines[first]).startswith("●" * 20)
    assert _text(lines[-1]).startswith("T ")


def test_nothing_shared_is_said() -> None:
    """No passage: the overview says so."""
    overview, articles = _overview(2)
    assert "no passage is told by two of these" in _text(_lines(overview, articles)[-1])


def test_the_letters_stand_over_their_columns() -> None:
    """The second letter of AA below the first."""
    overview, articles = _overview(2, (Stand.HAS, Stand.HAS))
    by_id = dict(zip(("id0", "id1"), ("A", "AA"), strict=True))
    del articles
    assert [_text(one).rstrip() for one in header_lines(overview, by_id)] == ["A  A", "·  A"]


def test_without_passages_there_are_no_letters() -> None:
    """Nothing would stand below them."""
    overview, _ = _overview(2)
    assert header_lines(overview, {"id0": "A", "id1": "B"}) == []


def _told_at(*places: tuple[Span, Span, Stand]) -> tuple[Overview, dict[str, Article]]:
    """Passages of two accounts: where each tells it, and whether the second differs."""
    overview, articles = _overview(2)
    passages = tuple(
        Passage(stances=(Stance(stand=Stand.HAS, span=a), Stance(stand=stand, span=b)), score=0.9)
        for a, b, stand in places
    )
    return Overview(accounts=overview.accounts, passages=passages), articles


def test_one_passage_that_another_tells_at_several_places_is_one_row() -> None:
    """It differs if it differs at one of them, and Enter opens that one."""
    there = Span(25, 42)
    overview, articles = _told_at(
        (WHOLE, WHOLE, Stand.HAS), (Span(0, 8), there, Stand.DIFFERS), (there, there, Stand.HAS)
    )
    rows = [one for one in _lines(overview, articles) if one.target is not None]
    assert [_text(one)[:4] for one in rows] == ["●  ▲", "●  ●"]
    assert "(2 accounts, 2 places)" in _text(rows[0])
    assert "(2 accounts)" in _text(rows[1])
    assert rows[0].target == Row(("A", "B"), (Span(0, 8), there))


def test_passages_that_others_tell_are_rows_of_their_own() -> None:
    """Though they stand at one place of the first."""
    overview, articles = _overview(
        3, (Stand.HAS, Stand.HAS, Stand.LACKS), (Stand.HAS, Stand.LACKS, Stand.HAS)
    )
    rows = [one for one in _lines(overview, articles) if one.target is not None]
    assert len(rows) == 2


def test_enter_opens_two_that_share_a_match() -> None:
    """A passage of three may join two of them only by way of the third."""
    overview, articles = _overview(3, (Stand.HAS, Stand.HAS, Stand.HAS))
    by_id = {article.id: letter for letter, article in articles.items()}
    lines = overview_lines(overview, by_id, articles, meet=lambda row: row.letters == ("B", "C"))
    assert next(one.target for one in lines if one.target) == Row(("B", "C"), (WHOLE, WHOLE))
    lines = overview_lines(overview, by_id, articles, meet=lambda _: False)
    assert next(one.target for one in lines if one.target) == Row(("A", "B"), (WHOLE, WHOLE))


def test_passages_of_one_place_are_one_row() -> None:
    """The legend and empty rows are none."""
    twice = (Stand.HAS, Stand.HAS, Stand.LACKS)
    overview, articles = _overview(3, twice, twice, (Stand.HAS, Stand.LACKS, Stand.HAS))
    assert passages_shown(_lines(overview, articles)) == 2
