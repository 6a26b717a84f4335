import pytest

from crisis_reader.text import read_numbers


def told(
    text: str, language: str = "en"
) -> list[tuple[float | None, float | None, bool, str | None]]:
    """What each number of a text says."""
    return [(n.low, n.high, n.approximate, n.unit) for n in read_numbers(text, None, language)]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate", "unit"),
    [
        ("15 bills were passed", 15, 15, False, "bill"),
        ("some 16 House-passed measures", 16, 16, True, "measur"),
        ("60 votes", 60, 60, False, "vote"),
        ("a 60-vote threshold", 60, 60, False, "vote"),
        ("$447 billion", 447e9, 447e9, False, "$"),
        ("$3.2bn in aid", 3.2e9, 3.2e9, False, "$"),
        ("15 million dollars", 15e6, 15e6, False, "$"),
        ("12 percent of them", 12, 12, False, "%"),
        ("46.8% of the vote", 46.8, 46.8, False, "%"),
        ("at least 3 people died", 3, None, False, "peopl"),
        ("more than 1,300.5 tons", 1300.5, None, False, "ton"),
        ("up to 20 soldiers", None, 20, False, "soldier"),
        ("almost half of the seats", 0.5, 0.5, True, "seat"),
        ("two-thirds of the chamber", 0.6667, 0.6667, False, "chamber"),
        ("a third of voters", 0.3333, 0.3333, False, "voter"),
        ("dozens of arrests", 24, None, True, "arrest"),
        ("tens of thousands of protesters", 20_000, None, True, "protest"),
        ("three people", 3, 3, False, "peopl"),
        ("forty-two seats", 42, 42, False, "seat"),
        ("two hundred and six deputies", 206, 206, False, "deputi"),
        ("half a million people", 5e5, 5e5, False, "peopl"),
        ("a dozen ministers", 12, 12, False, "minist"),
        ("one person died", 1, 1, False, "person"),
        ("5m people", 5e6, 5e6, False, "peopl"),
        ("a 15-year sentence", 15, 15, False, "year"),
        ("about 2000 people", 2000, 2000, True, "peopl"),
        ("10 or more arrests", 10, None, False, "arrest"),
        ("hundreds of billions of dollars", 200e9, None, True, "$"),
        ("two former deliverymen", 2, 2, False, "deliverymen"),
    ],
)
def test_a_number_is_read_with_its_bounds_and_unit(
    text: str, low: float | None, high: float | None, *, approximate: bool, unit: str | None
) -> None:
    """Figures, words, money and fractions; the words before them make bounds."""
    assert told(text) == [(low, high, approximate, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate", "unit"),
    [
        ("al menos 23 muertos", 23, None, False, "muert"),
        ("más de 1.300 heridos", 1300, None, False, "her"),
        ("2,5 millones de votos", 2.5e6, 2.5e6, False, "vot"),
        ("la mitad de los votos", 0.5, 0.5, False, "vot"),
        ("dos tercios de la cámara", 0.6667, 0.6667, False, "cam"),
        ("decenas de miles de manifestantes", 20_000, None, True, "manifest"),
        ("unos 15 ministros", 15, 15, True, "ministr"),
        ("el 46,85 % de los votos", 46.85, 46.85, False, "%"),
        ("47,1 por ciento", 47.1, 47.1, False, "%"),
        ("cuarenta y dos escaños", 42, 42, False, "escan"),
        ("tres mil quinientos soldados", 3500, 3500, False, "sold"),
        ("un millón de personas", 1e6, 1e6, False, "person"),
        ("medio millón de dólares", 5e5, 5e5, False, "$"),
        ("una docena de diputados", 12, 12, False, "diput"),
        ("tres nuevos ministros", 3, 3, False, "ministr"),
        ("hasta 40 policías", None, 40, False, "polic"),
    ],
)
def test_spanish_numbers(
    text: str, low: float | None, high: float | None, *, approximate: bool, unit: str | None
) -> None:
    """The same in Spanish, with its separators and its word order."""
    assert told(text, "es") == [(low, high, approximate, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "article 169 of the law",
        "Resolution 2231 was read",
        "an F-16 and a COVID-19 test",
        "No. 5 on the list",
        "it met at 7 and again at 18:30",
        "by 7 pm",
        "in 2019 and the 2006 election",
        "on 20 October and November 11 2019",
        "2019-11-15",
        "three days ago",
        "the 15th session",
        "a third term",
        "the second half of the year",
        "one of the men spoke to one another",
        "Mugabe, 93, said",
        "@max77 and #20N",
        "no one came",
        "after the 9/11 attacks",
        "the No. 3 position",
        "Mnangagwa, 75.",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    """Labels, codes, clocks, years, dates, ages and ordinals are no numbers here."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["a las 15", "el 20 de octubre de 2019", "el artículo 169", "hace tres días", "en 2006"]
)
def test_what_counts_nothing_in_spanish(text: str) -> None:
    """The same in Spanish."""
    assert told(text, "es") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 15 arrests", 10, 15),
        ("10 to 15 arrests", 10, 15),
        ("10-15% of them", 10, 15),
    ],
)
def test_two_ends_make_a_range(text: str, low: float, high: float) -> None:
    """A range is one number."""
    assert [(n.low, n.high) for n in read_numbers(text)] == [(low, high)]


@pytest.mark.parametrize(
    "text", ["rose from 10 to 15 percent", "a vote of 48 to 52", "it ended 52-48"]
)
def test_a_change_and_a_score_are_two_numbers(text: str) -> None:
    """What rose "from … to …" and results of votes are no ranges."""
    assert len(read_numbers(text)) == 2


def test_a_spanish_range() -> None:
    """The words "entre … y …" join two numbers."""
    assert [(n.low, n.high) for n in read_numbers("entre 10 y 15 detenidos", None, "es")] == [
        (10, 15)
    ]


def test_the_span_is_the_number_alone() -> None:
    """Neither the words before it nor the noun belong to the span."""
    text = "In all, at least 1,200 people fled."
    (number,) = read_numbers(text)
    assert number.span.of(text) == "1,200"


def test_an_unknown_language_has_no_numbers() -> None:
    """Without a table nothing is guessed."""
    assert read_numbers("15 lois", None, "fr") == ()
