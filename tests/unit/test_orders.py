"""The orders as data: read, refused with a reason, and true of what happened."""

from datetime import date

import pytest

from crisis_reader.errors import Problem
from crisis_reader.succession import Order, load_orders, next_office, parse_order
from crisis_reader.succession.choosing import in_force
from crisis_reader.succession.orders import QUOTED_WORDS

ORDERS = {order.id: order for order in load_orders()}

HAPPENED = [
    # (order, day, offices vacant or whose holders were away, office whose holder took over)
    # Senate president in charge while both were abroad: matrizur.org/?p=21163
    ("BO-2009", "2012-09-22", {"president", "vice_president"}, "senate_president"),
    # adolfomendozaleigue.blogspot.com/2013/12
    ("BO-2009", "2013-12-13", {"president", "vice_president"}, "senate_president"),
    # eabolivia.com/politica/22277
    ("BO-2009", "2015-04-10", {"president", "vice_president"}, "senate_president"),
    # The whole line resigned; the order names nobody after it.
    (
        "BO-2009",
        "2019-11-10",
        {"president", "vice_president", "senate_president", "deputies_president"},
        None,
    ),
    # es.wikipedia.org/wiki/Ítalo_Argentino_Lúder
    ("AR-1975", "1975-09-13", {"president", "vice_president"}, "senate_provisional_president"),
    # lanacion.com.ar nid363240
    ("AR-1975", "2001-12-21", {"president", "vice_president"}, "senate_provisional_president"),
    (
        "AR-1975",
        "2001-12-31",
        {"president", "vice_president", "senate_provisional_president"},
        "deputies_president",
    ),
    # clarin.com/politica/antecedente-licencia_0_HJQWO7jP7l.html
    ("AR-2003", "2012-01-04", {"president"}, "vice_president"),
    # clarin.com/politica/la_salud_de_cristina-boudou-traspaso_0_HkNrFvmowme.html
    ("AR-2003", "2013-10-07", {"president"}, "vice_president"),
    # treslineas.com.ar n-1348810
    ("AR-2003", "2015-12-10", {"president", "vice_president"}, "senate_provisional_president"),
    # larepublica.pe/politica/2020/11/16
    (
        "PE-1993",
        "2000-11-22",
        {"president", "first_vice_president", "second_vice_president"},
        "congress_president",
    ),
    ("PE-1993", "2018-03-23", {"president"}, "first_vice_president"),
    # wikimili.com/en/Vice_President_of_Peru
    ("PE-1993", "2022-12-07", {"president", "second_vice_president"}, "first_vice_president"),
    # eluniverso.com/2013/03/06 names the interim of 2002
    ("VE-1999", "2002-04-13", {"president"}, "executive_vice_president"),
    ("VE-1999", "2013-03-05", {"president"}, "executive_vice_president"),
    # telemetro.com n6065550
    ("VE-1999", "2026-01-03", {"president"}, "executive_vice_president"),
    # desdemitrinchera.com/2023/04/24
    ("EC-1998", "2000-01-22", {"president"}, "vice_president"),
    # archivo.lavoz.com.ar/2005/0506
    ("EC-1998", "2005-04-20", {"president"}, "vice_president"),
    # A month's leave: periodismofundamentos.blogspot.com/2013/01
    ("EC-2008", "2013-01-15", {"president"}, "vice_president"),
    ("US-1967", "1974-08-09", {"president"}, "vice_president"),
    # profilpelajar.com/simple/Acting_president_of_the_United_States
    ("US-1967", "1985-07-13", {"president"}, "vice_president"),
    ("US-1967", "2002-06-29", {"president"}, "vice_president"),
    ("US-1967", "2021-11-19", {"president"}, "vice_president"),
    # nation.co.ke 2557036: left on the Sunday before
    ("ZW-2013", "2014-12-21", {"president"}, "vice_president"),
    # herald.co.zw/vp-mphoko-now-acting-president
    ("ZW-2013", "2017-01-10", {"president"}, "vice_president"),
    # pressreader.com the-herald-zimbabwe/20171122
    ("ZW-2013", "2017-11-21", {"president"}, "vice_president"),
]
"""Successions that happened, as offices only, with the page that tells each where one was seen."""

TOML = """
[order]
id = "X"
country = "ZZ"
country_names = {en = ["Ruritania"]}
target = "king"
citation = "Law 1"
verified = false
[[office]]
rank = 0
id = "king"
en = ["King"]
"""


@pytest.mark.parametrize(("order", "day", "vacant", "successor"), HAPPENED)
def test_an_order_in_force_predicts_who_took_over(
    order: str, day: str, vacant: set[str], successor: str | None
) -> None:
    """The first office of the order that was not vacant is the one whose holder took over."""
    law = ORDERS[order]
    called = next_office(law, vacant)
    assert in_force(law, date.fromisoformat(day))
    assert (called.id if called else None) == successor


def test_the_orders_asked_for_are_there() -> None:
    """Seven countries, two of them with the version before."""
    assert set(ORDERS) == {
        *("BO-2009", "AR-1975", "AR-2003", "PE-1993", "VE-1999"),
        *("EC-1998", "EC-2008", "US-1967", "ZW-2013"),
    }


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_an_order_quotes_briefly_and_says_what_was_checked(order: Order) -> None:
    """At most 25 words of the law, and an address wherever the citation counts as verified."""
    assert len((order.quote or "").split()) <= QUOTED_WORDS
    assert order.verified == (order.checked is not None)


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_every_office_has_names_in_both_languages(order: Order) -> None:
    """English and Spanish, since texts of either are read."""
    for office in (*order.offices, *order.asserted_offices):
        assert [language for language, _ in office.names] == ["en", "es"]


def test_versions_of_one_country_follow_each_other_without_overlap() -> None:
    """On no day are two orders of one country in force."""
    argentina = [ORDERS["AR-1975"], ORDERS["AR-2003"]]
    days = [date(2003, 1, 7), date(2003, 1, 8)]
    assert [[in_force(o, d) for o in argentina] for d in days] == [[True, False], [False, True]]


def test_an_order_of_ones_own_is_read_like_a_bundled_one() -> None:
    """The same form, the text handed in."""
    order = parse_order(TOML, "mine.toml")
    assert isinstance(order, Order)
    assert order.offices[0].name == "King"


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('citation = "Law 1"', "", "citation is missing"),
        ("rank = 0", "rank = 3", "number them 0, 1, 2"),
        ('target = "king"', 'target = "queen"', "make them agree"),
        ('en = ["King"]', "", "has no names"),
        ("[order]", "[order", "no TOML"),
        ("verified = false", f'quote = "{"word " * 26}"', "shorten it"),
        ("verified = false", 'in_force_from = "soon"', "is no day"),
        ('{en = ["Ruritania"]}', "{}", "names no country"),
        ("[[office]]", "[[officer]]", "no [[office]]"),
    ],
)
def test_a_wrong_order_is_a_problem_that_says_what_to_change(
    before: str, after: str, says: str
) -> None:
    """Bad input is named with its source, not raised."""
    problem = parse_order(TOML.replace(before, after), "mine.toml")
    assert isinstance(problem, Problem)
    assert problem.source == "mine.toml"
    assert says in problem.message
