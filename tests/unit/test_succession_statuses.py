"""How statements of one person in one office become statuses."""

from collections.abc import Callable
from datetime import date

import pytest

from crisis_reader.events import DateRange, Manner
from crisis_reader.succession import Line, Reading, Status, StatusWord

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]

TEXT = "Ruritania: first it was said, then it was done, and then it was told."
CLAUSES = ("first it was said", "then it was done", "then it was told")


@pytest.fixture
def statuses(account: Teller, draw: Drawer) -> Callable[..., tuple[Status, ...]]:
    """Statuses of Ana Paz as president, from up to three events of one account."""

    def made(*events: tuple[Manner, dict[str, object]]) -> tuple[Status, ...]:
        told = [
            (clause, manner, "Ana Paz", {"office": "president", **more})
            for clause, (manner, more) in zip(CLAUSES, events, strict=False)
        ]
        return draw(account(TEXT, *told), order="RU-TEST").rungs[0].statuses

    return made


Made = Callable[..., tuple[Status, ...]]


@pytest.mark.parametrize(
    ("manner", "word"),
    [
        (Manner.RESIGNED, StatusWord.OUT),
        (Manner.SWORN_IN, StatusWord.IN),
        (Manner.ELECTED, StatusWord.ELECTED),
        (Manner.DECLARED, StatusWord.CLAIMS),
        (Manner.RECOGNISED, StatusWord.RECOGNISED),
        (Manner.REFUSED, StatusWord.CONTESTED),
        (Manner.TITLED, StatusWord.CALLED),
        (Manner.WILLING, StatusWord.WILLING),
        (Manner.NEXT_IN_LINE, StatusWord.NEXT),
        (Manner.LEFT_COUNTRY, StatusWord.AWAY),
        (Manner.ASYLUM_SOUGHT, StatusWord.SHELTER),
        (Manner.RETURNED, StatusWord.BACK),
    ],
)
def test_each_manner_alone_has_its_neutral_word(
    statuses: Made, manner: Manner, word: StatusWord
) -> None:
    """No firmer than the text: asylum sought is no departure, recognised is not in office."""
    (status,) = statuses((manner, {}))
    assert status.word is word


def test_what_colours_a_status_joins_it(statuses: Made) -> None:
    """A recognition and a title stand below the claim."""
    (status,) = statuses((Manner.DECLARED, {}), (Manner.RECOGNISED, {}), (Manner.TITLED, {}))
    assert status.word is StatusWord.CLAIMS
    assert len(status.evidence) == 3


def test_days_that_differ_make_two_statuses(statuses: Made) -> None:
    """In order of day, whatever their order in the text."""
    late, early = {"day": "2031-05-09"}, {"day": "2031-05-04"}
    made = statuses((Manner.SWORN_IN, late), (Manner.SWORN_IN, early))
    assert [str(s.date.day) for s in made if s.date] == ["2031-05-04", "2031-05-09"]


def test_undated_evidence_stays_apart_where_it_could_belong_to_two(statuses: Made) -> None:
    """Nothing says which of two days it is of."""
    made = statuses(
        (Manner.SWORN_IN, {"day": "2031-05-09"}),
        (Manner.SWORN_IN, {"day": "2031-05-04"}),
        (Manner.ASSUMED, {}),
    )
    assert [s.date is None for s in made] == [False, False, True]


def test_a_range_joins_the_day_within_it(statuses: Made) -> None:
    """What was last week and what was on Sunday agree on Sunday."""
    week = DateRange(
        earliest=date(2031, 4, 28), latest=date(2031, 5, 4), basis="'last week' before 2031-05-08"
    )
    (status,) = statuses(
        (Manner.RESIGNED, {"date": week}), (Manner.RESIGNED, {"day": "2031-05-04"})
    )
    assert status.date is not None
    assert str(status.date.day) == "2031-05-04"
    assert status.date.basis == "'that day'"


def test_an_open_range_keeps_its_open_end(statuses: Made) -> None:
    """By a day is not on it."""
    by = DateRange(earliest=None, latest=date(2031, 5, 4), basis="'by Sunday'")
    (status,) = statuses((Manner.RESIGNED, {"date": by}))
    assert status.date == by


def test_an_election_joins_the_oath_and_lends_it_no_day(statuses: Made) -> None:
    """Elected on the 1st, sworn in on the 2nd: in office from the 2nd."""
    (status,) = statuses(
        (Manner.ELECTED, {"day": "2031-01-01"}), (Manner.SWORN_IN, {"day": "2031-01-02"})
    )
    assert status.word is StatusWord.IN
    assert status.date is not None
    assert status.date.day == date(2031, 1, 2)
    assert len(status.evidence) == 2


def test_as_of_the_day_of_the_election_the_oath_has_not_been_taken(
    account: Teller, draw: Drawer
) -> None:
    """What joined a later status stands by itself until then."""
    told = account(
        TEXT,
        (CLAUSES[0], Manner.ELECTED, "Ana Paz", {"office": "president", "day": "2031-01-01"}),
        (CLAUSES[1], Manner.SWORN_IN, "Ana Paz", {"office": "president", "day": "2031-01-02"}),
    )
    (status,) = draw(told, order="RU-TEST", as_of="2031-01-01").rungs[0].statuses
    assert status.word is StatusWord.ELECTED
    assert status.date is not None
    assert status.date.day == date(2031, 1, 1)


def test_an_undated_oath_does_not_hide_the_day_of_the_election(statuses: Made) -> None:
    """Elected on the 1st; when the oath was taken nobody says."""
    elected, sworn = statuses((Manner.ELECTED, {"day": "2031-01-01"}), (Manner.SWORN_IN, {}))
    assert (elected.word, sworn.word) == (StatusWord.ELECTED, StatusWord.IN)
    assert elected.date is not None
    assert sworn.date is None
