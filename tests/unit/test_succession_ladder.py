"""The ladder as rows, and what stands in its cells."""

from collections.abc import Callable

import pytest

from crisis_reader.events import HowNamed, Manner
from crisis_reader.succession import Line, Reading, StatusWord
from crisis_reader.succession.ladder import MARKS, Row, RowKind, columns, groups, ladder

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]


@pytest.fixture
def line(account: Teller, draw: Drawer) -> Line:
    """Three accounts: two tell how the president went, one is silent."""
    text = "Ruritania's president, Ana Paz, resigned. Two of her deputies went with Eva Lux."
    events = [
        (
            "Ana Paz, resigned",
            Manner.RESIGNED,
            "Ana Paz",
            {"office": "president", "day": "2031-05-04"},
        ),
        (
            "Two of her deputies went with Eva Lux",
            Manner.RESIGNED,
            "Eva Lux",
            {"office": "Vice President", "unnamed": 2},
        ),
    ]
    first = account(text, *events, id="a", outlet="Gazette", published="2031-05-05")
    toppled = "Ruritania's president, Ana Paz, was toppled, others said of it."
    second = account(
        toppled,
        (
            "Ana Paz, was toppled",
            Manner.OVERTHROWN,
            "Ana Paz",
            {"office": "president", "day": "2031-05-04"},
        ),
        id="b",
        outlet="Courier",
        published="2031-05-06",
    )
    silent = account(
        "Ruritania: Leo Roa, Speaker of the Diet, fell ill and left office.",
        (
            "Leo Roa, Speaker of the Diet, fell ill and left office",
            Manner.LEFT_OFFICE,
            "Leo Roa",
            {"office": "Speaker of the Diet"},
        ),
        id="c",
        published="2031-05-07",
    )
    return draw(first, second, silent)


def rows(line: Line, kind: RowKind) -> list[Row]:
    """The rows of one kind."""
    return [row for row in ladder(line) if row.kind is kind]


def test_the_offices_stand_by_rank_and_the_asserted_ones_last(line: Line) -> None:
    """The end of the order can be seen."""
    offices = rows(line, RowKind.OFFICE)
    assert [r.words for r in offices] == [
        "0 President",
        "1 Deputy President",
        "2 Speaker of the Diet",
        "Marshal of the Diet",
    ]
    assert [r.asserted for r in offices] == [False, False, False, True]


def test_a_cell_holds_what_an_account_says_or_why_not(line: Line) -> None:
    """One column for each account."""
    status = rows(line, RowKind.STATUS)[0]
    assert status.words == "Ana Paz out"
    assert [cell.words for cell in status.cells] == ["resigned", "overthrown", "says nothing"]


def test_a_written_earlier_cell(account: Teller, draw: Drawer, line: Line) -> None:
    """An account that speaks of the office, but was published before this day."""
    early = account(
        "Ruritania's president, Ana Paz, took the oath.",
        (
            "Ana Paz, took the oath",
            Manner.SWORN_IN,
            "Ana Paz",
            {"office": "president", "day": "2031-01-01"},
        ),
        id="early",
        published="2031-01-02",
    )
    drawn = draw(early, *line.readings)
    out = next(r for r in rows(drawn, RowKind.STATUS) if r.words == "Ana Paz out")
    assert out.cells[0].words == "written earlier"


def test_unnamed_people_have_a_row_of_their_own(line: Line) -> None:
    """Counted, with the account that counts them."""
    assert [r.words for r in rows(line, RowKind.UNNAMED)] == ["2 more, unnamed (A)"]


def test_an_office_without_a_holder_named_says_so(line: Line) -> None:
    """Nobody named is not vacant."""
    assert len(rows(line, RowKind.NOBODY)) == 3
    assert {r.words for r in rows(line, RowKind.NOBODY)} == {"nobody named"}


def test_statements_are_grouped_by_what_is_said(line: Line) -> None:
    """For many accounts or a narrow screen."""
    status = rows(line, RowKind.STATUS)[0]
    assert [g.words for g in groups(status)] == [
        "resigned: 1 of 3 (A)",
        "overthrown: 1 of 3 (B)",
        "says nothing: 1 of 3 (C)",
    ]


def test_an_undated_status_says_by_when_it_was_told(line: Line) -> None:
    """The first dated account that tells it."""
    deputy = rows(line, RowKind.STATUS)[1]
    assert deputy.day == "day not stated, by 5 May 2031 (A)"


def test_copies_share_a_column(account: Teller, draw: Drawer) -> None:
    """One text is one account."""
    text = "Ruritania's president, Ana Paz, resigned."
    event = ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"})
    drawn = draw(account(text, event, id="a"), account(text, event, id="b"))
    assert [a.id for a in columns(drawn)] == ["a"]


def test_the_words_of_the_text_stand_where_it_names_nobody(account: Teller, draw: Drawer) -> None:
    """A name that only the context gives carries a question mark."""
    text = "Ana Paz is president of Ruritania. The former president fled."
    drawn = draw(
        account(
            text,
            (
                "Ana Paz is president of Ruritania",
                Manner.TITLED,
                "Ana Paz",
                {"office": "president"},
            ),
            (
                "The former president fled",
                Manner.LEFT_COUNTRY,
                "Ana Paz",
                {"how_named": HowNamed.TITLE, "surface": "The former president"},
            ),
        ),
        order="RU-TEST",
    )
    words = [r.words for r in rows(drawn, RowKind.STATUS)]
    assert "Ana Paz? (“The former president”) left the country" in words


def test_every_status_word_has_a_mark_of_its_own() -> None:
    """Marks tell words apart without colour."""
    assert set(MARKS) == set(StatusWord)
    assert len(set(MARKS.values())) == len(StatusWord)


def test_what_was_told_later_without_a_day_may_not_have_happened(
    account: Teller, draw: Drawer
) -> None:
    """As of the 5th; what was told by the 5th had happened."""
    told = account(
        "In Ruritania President Ana Paz resigned.",
        ("President Ana Paz resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"}),
        published="2031-05-06",
    )
    days = {
        day: [r.day for r in ladder(draw(told, as_of=day, order="RU-TEST")) if r.status]
        for day in ("2031-05-05", "2031-05-06", None)
    }
    assert days["2031-05-05"] == ["day not stated, by 6 May 2031 (A), perhaps not yet"]
    assert days["2031-05-06"] == days[None] == ["day not stated, by 6 May 2031 (A)"]
