"""Which order fits: by holders with events, never by counts of names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from crisis_reader.events import Manner, Modality
from crisis_reader.succession import Line, Order, Reading
from crisis_reader.succession.choosing import in_force
from crisis_reader.succession.orders import load_orders

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]


def test_the_holder_decides_and_not_the_country_named_most(account: Teller, draw: Drawer) -> None:
    """Ecuador is named four times as the country of asylum; the office is Peru's."""
    text = (
        "Ecuador, Ecuador, Ecuador: the president of Peru, Ana Paz, resigned. "
        "She left for Ecuador on a plane of the Ecuadorian air force."
    )
    line = draw(account(text, ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {})))
    assert line.order is not None
    assert line.order.id == "PE-1993"
    assert "Ana Paz" in line.reason


def test_a_head_of_state_who_only_comments_has_no_vote(account: Teller, draw: Drawer) -> None:
    """Who is quoted on the crisis holds no office of it."""
    text = "U.S. President Joe Doe said that Peru's president, Ana Paz, had resigned."
    line = draw(account(text, ("Ana Paz, had resigned", Manner.RESIGNED, "Ana Paz", {})))
    assert line.order is not None
    assert line.order.country == "PE"


def test_a_holder_without_a_name_is_told_as_one(account: Teller, draw: Drawer) -> None:
    """The reason never calls an office by its bare word as if it were a person."""
    text = "The president of Peru resigned."
    event = ("president of Peru resigned", Manner.RESIGNED, None, {"office": "president of Peru"})
    line = draw(account(text, event))
    assert "somebody called “president of peru”" in line.reason


def test_a_name_before_its_country_ties_the_office(account: Teller, draw: Drawer) -> None:
    """The country after a title and a name is whose office it is."""
    text = "President Ana Paz of Peru resigned, the first since Leo Roa of Chile."
    line = draw(account(text, ("Ana Paz of Peru resigned", Manner.RESIGNED, "Ana Paz", {})))
    assert line.order is not None
    assert line.order.country == "PE"
    assert "Ana Paz" in line.reason


def test_a_presiding_officer_ties_the_country(account: Teller, draw: Drawer) -> None:
    """A parliament's speaker is of the country whose parliament it is."""
    text = "Ecuador's parliament speaker Leo Roa was sworn in as interim president."
    line = draw(
        account(text, ("was sworn in as", Manner.SWORN_IN, "Leo Roa", {"office": "president"}))
    )
    assert line.order is not None
    assert line.order.country == "EC"


def test_a_demand_gives_no_vote(account: Teller, draw: Drawer) -> None:
    """Nothing happened to the holder, so the holder has no event."""
    text = "Protesters demanded that the president of Peru, Ana Paz, resign."
    event = ("Ana Paz, resign", Manner.RESIGNED, "Ana Paz", {"modality": Modality.DEMANDED})
    assert draw(account(text, event)).order is None


def test_a_tie_chooses_nothing_and_says_so(account: Teller, draw: Drawer) -> None:
    """One holder of each of two countries."""
    text = "The president of Peru, Ana Paz, resigned. Ecuador's president, Leo Roa, resigned."
    line = draw(
        account(
            text,
            ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {}),
            ("Leo Roa, resigned", Manner.RESIGNED, "Leo Roa", {}),
        )
    )
    assert line.order is None
    assert "Ecuador and Peru" in line.heading


def test_a_dateline_breaks_a_tie(account: Teller, draw: Drawer) -> None:
    """And does nothing else."""
    text = (
        "LIMA, Peru, Jan. 3 - The president of Peru, Ana Paz, resigned. "
        "Ecuador's president, Leo Roa, resigned as well, officials of both countries said."
    )
    line = draw(
        account(
            text,
            ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {}),
            ("Leo Roa, resigned", Manner.RESIGNED, "Leo Roa", {}),
        )
    )
    assert line.order is not None
    assert line.order.country == "PE"
    assert "dateline" in line.reason


def test_a_country_without_an_order_is_named(account: Teller, draw: Drawer) -> None:
    """The offices stand as the text names them."""
    text = "The prime minister of Fiji, Ana Paz, resigned. Her deputy took over."
    event = ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {"office": "prime minister"})
    line = draw(account(text, event))
    assert line.order is None
    assert line.heading.startswith("no order for Fiji here; offices as the texts name them")
    assert [rung.office.name for rung in line.rungs] == ["Prime minister"]


def test_the_version_in_force_on_the_day_of_the_events_is_taken(
    account: Teller, draw: Drawer
) -> None:
    """Argentina's law of 2003 says nothing of 2001."""
    text = "Argentina's president, Leo Roa, resigned on 20 December 2001."
    for day, order in (("2001-12-20", "AR-1975"), ("2015-12-10", "AR-2003")):
        line = draw(account(text, ("Leo Roa, resigned", Manner.RESIGNED, "Leo Roa", {"day": day})))
        assert line.order is not None
        assert line.order.id == order


def test_no_version_in_force_is_no_order(account: Teller, draw: Drawer) -> None:
    """A law is not applied before its day."""
    text = "The president of Ruritania, Ana Paz, resigned."
    event = ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {"day": "1985-05-05"})
    line = draw(account(text, event))
    assert line.order is None
    assert "in force on that day" in line.heading


def test_two_countries_are_never_mixed(account: Teller, draw: Drawer, ruritania: Order) -> None:
    """On Ruritania's line, what befell Peru's president stands outside, and a notice says so."""
    peru = account(
        "Peru's president, Ana Paz, resigned.",
        ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"}),
        id="peru",
    )
    line = draw(peru, order=ruritania)
    assert all(not rung.statuses for rung in line.rungs)
    assert [status.person for status in line.outside] == ["Ana Paz"]
    assert "Peru" in line.problems[0].message


def test_the_deputy_of_a_person_is_of_no_country_named_like_the_person(
    account: Teller, draw: Drawer
) -> None:
    """The surname of somebody with an event is never taken for a country."""
    text = "President Leo Roa resigned. Roa's vice president, Ana Paz, took the oath."
    line = draw(
        account(
            text,
            ("Leo Roa resigned", Manner.RESIGNED, "Leo Roa", {"office": "president"}),
            ("Ana Paz, took the oath", Manner.SWORN_IN, "Ana Paz", {"office": "vice president"}),
        )
    )
    assert "Roa" not in line.heading.split(";")[0]


def test_offices_of_one_country_alone_decide_where_no_holder_does(
    account: Teller, draw: Drawer
) -> None:
    """The title stands far from the name, and no other country's office is named."""
    text = "Paz left. She had wanted, all her life and to the last, to be president of Peru."
    line = draw(account(text, ("Paz left", Manner.RESIGNED, "Ana Paz", {})))
    assert line.order is not None
    assert line.order.id == "PE-1993"
    assert line.reason.startswith("the texts name no other country's offices than Peru's")


def test_offices_of_two_countries_without_a_holder_decide_nothing(
    account: Teller, draw: Drawer
) -> None:
    """A country that has no order here counts as one."""
    text = (
        "Paz left. To be president of Peru is nothing, they say in the palace of Fiji's president."
    )
    assert draw(account(text, ("Paz left", Manner.RESIGNED, "Ana Paz", {}))).order is None


def test_a_law_holds_on_its_first_day_and_on_its_last() -> None:
    """Both days belong to it, the days beside them do not."""
    (law,) = [order for order in load_orders() if order.id == "AR-1975"]
    first, last, day = date(1975, 7, 1), date(2002, 1, 2), timedelta(days=1)
    law = replace(law, in_force_from=first, in_force_to=last)
    assert in_force(law, first)
    assert in_force(law, last)
    assert not in_force(law, first - day)
    assert not in_force(law, last + day)
