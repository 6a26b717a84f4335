"""Which office the text's own words mean."""

import pytest

from crisis_reader.succession import Order, load_orders
from crisis_reader.succession.offices import bare, is_past, office_named, plain
from crisis_reader.succession.wordlists import WordRow, rows

ORDERS = {order.id: order for order in load_orders()}


@pytest.mark.parametrize("row", [r for r in rows() if r.kind in {"beside", "past"}], ids=str)
def test_a_word_beside_an_office_leaves_the_office_the_same(row: WordRow) -> None:
    """Each row's example comes down to the office it stands beside."""
    said, office = row.example
    assert bare(said) == bare(office)


@pytest.mark.parametrize(
    ("order", "said", "office"),
    [
        ("VE-1999", "acting President", "president"),
        ("VE-1999", "presidenta encargada", "president"),
        ("PE-1993", "jefa de Estado", "president"),
        ("PE-1993", "first vice-president", "first_vice_president"),
        ("AR-1975", "provisional president of the Senate", "senate_provisional_president"),
        ("AR-1975", "titular de la Cámara baja", "deputies_president"),
        ("US-1967", "House Speaker", "house_speaker"),
        ("ZW-2013", "Zimbabwe's vice president", "vice_president"),
        ("EC-2008", "la Presidencia", "president"),
        ("BO-2009", "second vice president of Bolivia’s senate", "senate_second_vice_president"),
    ],
)
def test_names_of_an_office_are_known_in_both_languages(order: str, said: str, office: str) -> None:
    """Case, accents, hyphens, articles, the country and words such as *acting* do not matter."""
    found = office_named(said, ORDERS[order])
    assert found is not None
    assert found.id == office


@pytest.mark.parametrize(
    "said",
    [
        "president of the Senate",
        "president of the court",
        "president of the football club",
        "president-elect",
        "presidential candidate",
        "spokesman of the president",
        "minister of finance",
        "",
    ],
)
def test_another_president_is_not_the_president(said: str, ruritania: Order) -> None:
    """Equality, not likeness: a body, a club, a candidate is no office of this order."""
    assert office_named(said, ruritania) is None


def test_a_name_that_two_offices_bear_gives_no_answer() -> None:
    """Peru has a first and a second vice president; "vice president" alone is neither."""
    assert office_named("vice president", ORDERS["PE-1993"]) is None


@pytest.mark.parametrize("said", ["former president", "ex-presidenta", "expresidente", "late king"])
def test_a_former_holder_is_told_from_a_holder(said: str) -> None:
    """Written together, with a hyphen or apart."""
    assert is_past(said)


def test_the_holder_is_not_past() -> None:
    """Interim is not former."""
    assert not is_past("interim president")


def test_vice_president_is_one_word_however_written() -> None:
    """Hyphen, space or none."""
    assert {plain("Vice-President"), plain("vice president"), plain("vicepresident")} == {
        "vicepresident"
    }


def test_the_third_president_in_a_row_is_president() -> None:
    """Counting holders does not change the office; counting vice presidents does."""
    argentina = ORDERS["AR-1975"]
    third = office_named("third president", argentina)
    assert third is not None
    assert third.id == "president"
    assert office_named("first vice president", argentina) is None
