"""When two statements on one office and day cannot both hold."""

from collections.abc import Callable

import pytest

from crisis_reader.events import Manner, Modality
from crisis_reader.succession import Dispute, Line, Reading

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]
Told = tuple[str, Manner, str | None, dict[str, object]]

TEXT = "Ruritania: Ana Paz went; Leo Roa came; others spoke of it."


@pytest.fixture
def president(account: Teller, draw: Drawer) -> Callable[..., tuple[Dispute, ...]]:
    """Disputes over the presidency; each argument is one account's events."""

    def disputes(*accounts: list[Told]) -> tuple[Dispute, ...]:
        readings = [
            account(f"{TEXT} Told by account {i}.", *events, id=f"account-{i}")
            for i, events in enumerate(accounts)
        ]
        return draw(*readings, order="RU-TEST").rungs[0].disputes

    return disputes


def event(quote: str, manner: Manner, person: str, **more: object) -> Told:
    """An event in the presidency."""
    return quote, manner, person, {"office": "president", **more}


Disputes = Callable[..., tuple[Dispute, ...]]


def test_manners_of_one_exit_are_no_dispute(president: Disputes) -> None:
    """Resigned, says one; was overthrown, says the other: both are out."""
    assert not president(
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz")],
        [event("Ana Paz went", Manner.OVERTHROWN, "Ana Paz")],
    )


def test_a_claim_and_a_recognition_can_both_hold(president: Disputes) -> None:
    """He declared himself and a court agreed."""
    assert not president(
        [
            event("Leo Roa came", Manner.DECLARED, "Leo Roa"),
            event("others spoke of it", Manner.RECOGNISED, "Leo Roa"),
        ]
    )


def test_no_quorum_against_sworn_in(president: Disputes) -> None:
    """The two sides may stand in one account."""
    (dispute,) = president(
        [
            event("Leo Roa came", Manner.SWORN_IN, "Leo Roa"),
            event("others spoke of it", Manner.NO_QUORUM, "Leo Roa"),
        ]
    )
    assert [said for said, _ in dispute.sides] == ["no quorum", "sworn in"]


def test_a_refusal_on_another_day_is_no_dispute_of_that_day(president: Disputes) -> None:
    """Recognised in May, no longer recognised in June: both can hold."""
    assert not president(
        [
            event("Leo Roa came", Manner.RECOGNISED, "Leo Roa", day="2031-05-04"),
            event("others spoke of it", Manner.REFUSED, "Leo Roa", day="2031-06-04"),
        ]
    )


def test_a_ruling_years_later_speaks_of_the_entry_itself(president: Disputes) -> None:
    """Unconstitutional is said of the day he came, whenever it is said."""
    assert president(
        [
            event("Leo Roa came", Manner.SWORN_IN, "Leo Roa", day="2031-05-04"),
            event("others spoke of it", Manner.UNCONSTITUTIONAL, "Leo Roa", day="2033-06-04"),
        ]
    )


def test_an_exit_told_and_denied(president: Disputes) -> None:
    """Done, says one account; denied, says the other."""
    (dispute,) = president(
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz")],
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz", modality=Modality.DENIED)],
    )
    assert [said for said, _ in dispute.sides] == ["resigned", "denied: resigned"]


def test_a_denial_alone_is_no_dispute(president: Disputes) -> None:
    """Nobody says that it happened."""
    assert not president(
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz", modality=Modality.DENIED)]
    )


def test_two_accounts_with_two_days_of_one_exit(president: Disputes) -> None:
    """On Sunday, says one; on Monday, says the other; neither tells the other's day."""
    (dispute,) = president(
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz", day="2031-05-04")],
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz", day="2031-05-05")],
    )
    assert [said for said, _ in dispute.sides] == [
        "out on 4 May 2031",
        "out on 5 May 2031",
    ]


def test_one_account_that_tells_both_days_disputes_nothing(president: Disputes) -> None:
    """Handed in on Sunday, accepted on Monday."""
    assert not president(
        [
            event("Ana Paz went", Manner.RESIGNED, "Ana Paz", day="2031-05-04"),
            event("others spoke of it", Manner.RESIGNED, "Ana Paz", day="2031-05-05"),
        ],
    )


def test_two_exits_years_apart_are_two_exits(president: Disputes) -> None:
    """Nobody resigns for thirty years."""
    assert not president(
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz", day="2001-05-04")],
        [event("Ana Paz went", Manner.RESIGNED, "Ana Paz", day="2031-05-05")],
    )


def test_two_holders_on_one_day(president: Disputes) -> None:
    """One was sworn in, the other claims the office, nobody left it."""
    (dispute,) = president(
        [
            event("Ana Paz went", Manner.SWORN_IN, "Ana Paz", day="2031-05-04"),
            event("Leo Roa came", Manner.CLAIMED, "Leo Roa", day="2031-05-04"),
        ]
    )
    assert [said for said, _ in dispute.sides] == ["Ana Paz sworn in", "Leo Roa claims the office"]


def test_one_after_the_other_on_one_day_is_no_dispute(president: Disputes) -> None:
    """She took over and left again before he came."""
    assert not president(
        [
            event("Ana Paz went", Manner.SWORN_IN, "Ana Paz", day="2031-05-04"),
            event("others spoke of it", Manner.RESIGNED, "Ana Paz", day="2031-05-04"),
            event("Leo Roa came", Manner.SWORN_IN, "Leo Roa", day="2031-05-04"),
        ]
    )


def test_holders_without_a_common_day_are_no_dispute(president: Disputes) -> None:
    """Nothing says that they held it at one time."""
    assert not president(
        [event("Ana Paz went", Manner.SWORN_IN, "Ana Paz", day="2031-05-04")],
        [event("Leo Roa came", Manner.SWORN_IN, "Leo Roa")],
    )
