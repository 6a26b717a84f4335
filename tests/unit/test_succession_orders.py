"""The orders as data: read, refused with a reason, and true of what happened."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from crisis_reader.cli import main
from crisis_reader.errors import Problem
from crisis_reader.succession import Order, load_orders, next_office, parse_order
from crisis_reader.succession.choosing import in_force
from crisis_reader.succession.offices import bare, office_named
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
    # serperuano.com/2020/11
    (
        "PE-1993",
        "2020-11-10",
        {"president", "first_vice_president", "second_vice_president"},
        "congress_president",
    ),
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
    # bemparana.com.br/noticia/462180
    ("BR-1988", "1992-12-29", {"president"}, "vice_president"),
    # gazetadopovo.com.br, "Presidente por um dia": three abroad, then the Vice President back
    (
        "BR-1988",
        "2013-05-24",
        {"president", "vice_president", "deputies_president"},
        "senate_president",
    ),
    ("BR-1988", "2013-05-25", {"president"}, "vice_president"),
    # ultimahora.com n2930562
    ("PY-1992", "1999-03-28", {"president", "vice_president"}, "senate_president"),
    ("PY-1992", "2012-06-22", {"president"}, "vice_president"),
    # eluniverso.com/2009/06/28, which tells too that Congress removed the President
    ("HN-1982", "2009-06-28", {"president", "vice_president"}, "congress_president"),
    # mundo.sputniknews.com/americalatina/20150904
    ("GT-1985", "2015-09-03", {"president"}, "vice_president"),
    # haitipolicy.org/2004/06
    ("HT-1987", "2004-02-29", {"president"}, "cassation_court_president"),
    # haitiprogres.com/news/2021/11/10
    ("HT-2012", "2021-07-20", {"president"}, "prime_minister"),
    # emn-news.com/ghana-forges-on
    ("GH-1992", "2012-07-24", {"president"}, "vice_president"),
    # rainbowradioonline.com/speaker-to-be-sworn-in: both abroad
    ("GH-1992", "2019-07-16", {"president", "vice_president"}, "speaker"),
    # africalog.com/news/prestation-de-serment-de-rose-francine-rogombe
    ("GA-1991", "2009-06-10", {"president"}, "senate_president"),
    # chosun.com/english/national-en/2024/12/14: the third prime minister to act
    ("KR-1987", "2004-03-12", {"president"}, "prime_minister"),
    ("KR-1987", "2016-12-09", {"president"}, "prime_minister"),
    ("KR-1987", "2024-12-14", {"president"}, "prime_minister"),
    # cccv.info/policy: the acting president suspended too
    ("KR-1987", "2024-12-27", {"president", "prime_minister"}, "finance_minister"),
    # history.04007.cn/en.php/HisMain/3722.html
    ("LK-1978", "1993-05-01", {"president"}, "prime_minister"),
    # republicworld.com 2022-07-13: named to act by a President abroad (art. 37)
    ("LK-1978", "2022-07-13", {"president"}, "prime_minister"),
    # dbsjeyaraj.com/dbsj/archives/78590
    ("LK-1978", "2022-07-15", {"president"}, "prime_minister"),
    # en.wikiredia.com/wiki/Acting_President_of_Pakistan
    ("PK-1973", "1988-08-17", {"president"}, "senate_president"),
    ("PK-1973", "1993-07-18", {"president"}, "senate_president"),
    ("PK-1973", "2008-08-18", {"president"}, "senate_president"),
    # dailytimes.com.pk/239926
    ("PK-1973", "2018-05-21", {"president"}, "senate_president"),
    # en.wikinews.org, 10 February 2010: both houses made the Vice President act
    ("NG-1999", "2010-02-09", {"president"}, "vice_president"),
    # legalnaija.com/constitutional-provision-for-vacancy-in
    ("NG-1999", "2010-05-06", {"president"}, "vice_president"),
    # thenationonlineng.net/buhari-off-london
    ("NG-1999", "2017-05-07", {"president"}, "vice_president"),
    # kenopalo.com/2012/04/06
    ("MW-1994", "2012-04-07", {"president"}, "vice_president"),
    # goodauthority.org/news/another-zambian-president-dies-in-office-what-happens-now
    ("ZM-1996", "2008-08-19", {"president"}, "vice_president"),
    ("ZM-1996", "2014-10-29", {"president"}, "vice_president"),
    # raajjenews.blogspot.com/2012/02
    ("MV-2008", "2012-02-07", {"president"}, "vice_president"),
    # planet.fr 1454639
    ("FR-1958", "1969-04-28", {"president"}, "senate_president"),
    ("FR-1958", "1974-04-02", {"president"}, "senate_president"),
    # rakhiv-rda.gov.ua/node/7876
    ("UA-2014", "2014-02-23", {"president"}, "speaker"),
    # turess.com/fr/lapresse/21979
    ("TN-2002", "2011-01-15", {"president"}, "chamber_president"),
    # jeuneafrique.com/808587
    ("TN-2014", "2019-07-25", {"president"}, "speaker"),
    # iiab.me wikipedia_fr Soufi_Abou_Taleb
    ("EG-1971", "1981-10-06", {"president"}, "speaker"),
    # afribone.com/investiture-la-democratie-reprend-son-chemin-au-mali
    ("ML-1992", "2012-04-12", {"president"}, "speaker"),
    # world-today-news.com: the speaker, first called, declined
    ("KG-2010", "2020-10-15", {"president", "speaker"}, "prime_minister"),
    # tass.com/world/1223741
    ("KG-2010", "2020-11-14", {"president", "prime_minister"}, "speaker"),
    # arminfo.info id 83854
    ("IR-1989", "2024-05-20", {"president"}, "first_vice_president"),
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
    """Each country's by its code and the year of its text."""
    assert set(ORDERS) == {
        *("AR-1975", "AR-2003", "BO-2009", "BR-1988", "EC-1998", "EC-2008", "EG-1971", "FR-1958"),
        *("GA-1991", "GH-1992"),
        *("GM-1997", "GT-1985", "HN-1982", "HT-1987", "HT-2012", "IR-1989", "KG-2010", "KR-1987"),
        *("LK-1978", "ML-1992", "MV-2008", "MW-1994", "MX-2012", "NG-1999", "PE-1993", "PK-1973"),
        *("PY-1992", "TN-2002", "TN-2014", "UA-2014", "US-1967", "VE-1999", "ZM-1996", "ZW-2013"),
    }


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_an_order_with_fewer_than_three_successions_says_how_many(order: Order) -> None:
    """An order that little was tested on says so in its note, which readers see."""
    tested = sum(row[0] == order.id for row in HAPPENED)
    words = {
        0: "No succession under it",
        1: "One succession under it",
        2: "Two successions under it",
    }
    assert tested > 2 or words[tested] in (order.note or "")


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
    for one, other in combinations(ORDERS.values(), 2):
        if one.country == other.country:
            days = [d for order in (one, other) for d in (order.in_force_from, order.in_force_to)]
            assert not any(in_force(one, d) and in_force(other, d) for d in days if d)


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_no_name_of_an_office_is_a_bare_word_for_anybody_who_leads(order: Order) -> None:
    """'Leader of Ruritania' is left out: without its country an opposition's leader is one too."""
    names = [bare(n, order.country_names) for o in order.offices for _, ns in o.names for n in ns]
    assert not {"leader", "chief", "head", "lider", "jefe", "jefa"} & set(names)
    assert office_named("opposition leader", order) is None


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_a_name_belongs_to_one_office_of_an_order(order: Order) -> None:
    """Only where the law has several that reports call alike, as vice presidents, two share one."""
    offices = (*order.offices, *order.asserted_offices)
    for office in offices:
        for _, names in office.names:
            for name in names:
                shared = "vice" in name and "first_vice_president" in {o.id for o in offices}
                assert shared or office_named(name, order) == office, name


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


@pytest.fixture
def worked_example() -> str:
    """The file that the how-to page shows whole."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "add-an-order.md"
    return page.read_text("utf-8").split("```toml\n")[1].split("```")[0]


def test_the_worked_example_is_an_order(worked_example: str) -> None:
    """Every key that the page explains is read."""
    order = parse_order(worked_example, "ruritania.order.toml")
    assert isinstance(order, Order)
    assert [o.id for o in order.offices] == ["president", "vice_president", "speaker"]
    assert order.verified
    assert order.asserted_offices[0].asserted_by
    assert order.rival_readings[0].adds
    called = next_office(order, {"president", "vice_president"})
    assert called is not None
    assert called.name == "Speaker of the Diet"


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("the ousted interim president", "president"),
        ("Ruritania's parliamentary speaker", "speaker"),
        ("ex-vicepresidenta de Ruritania", "vice_president"),
        ("opposition leader", None),
    ],
)
def test_what_the_page_says_need_not_be_listed(
    worked_example: str, words: str, office: str | None
) -> None:
    """Words beside an office and the country are taken off, those of anybody fit nobody."""
    order = parse_order(worked_example, "ruritania.order.toml")
    assert isinstance(order, Order)
    found = office_named(words, order)
    assert (found.id if found else None) == office


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania's president Leo Roa resigned on Sunday.",
        "The Ruritanian speaker, Ana Paz, was sworn in as interim president on Sunday.",
        "President Leo Roa of Ruritania resigned on Sunday.",
    ],
)
def test_texts_as_the_page_has_them_choose_the_example(
    worked_example: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the articles it is chosen by itself, by each form the page names."""
    (tmp_path / "ruritania.order.toml").write_text(worked_example, encoding="utf-8")
    (tmp_path / "fall.txt").write_text(text, encoding="utf-8")
    assert main(["succession", str(tmp_path)]) == 0
    assert "Basic Law of Ruritania (1990), art. 7." in capsys.readouterr().out
