"""Accounts told by hand: an article, and what a reader of it says happened, clause by clause."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from crisis_reader.article import Article
from crisis_reader.events import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.succession import Line, Order, Reading, draw_line, parse_order
from crisis_reader.text import Span

KINDS = {
    Manner.SWORN_IN: Kind.ENTRY,
    Manner.ELECTED: Kind.ENTRY,
    Manner.ASSUMED: Kind.ENTRY,
    Manner.DECLARED: Kind.CLAIM,
    Manner.SELF_PROCLAIMED: Kind.CLAIM,
    Manner.CLAIMED: Kind.CLAIM,
    Manner.WILLING: Kind.CLAIM,
    Manner.RECOGNISED: Kind.RECOGNITION,
    Manner.REFUSED: Kind.DENIAL,
    Manner.UNCONSTITUTIONAL: Kind.DENIAL,
    Manner.NO_QUORUM: Kind.DENIAL,
    Manner.LEFT_COUNTRY: Kind.DEPARTURE,
    Manner.ASYLUM_SOUGHT: Kind.DEPARTURE,
    Manner.RETURNED: Kind.DEPARTURE,
    Manner.NEXT_IN_LINE: Kind.NEXT,
    Manner.VACANT: Kind.VACANT,
    Manner.TITLED: Kind.TITLE,
}
"""Kinds of the manners that stories use; every other manner is an exit."""

RURITANIA = """
[order]
id = "RU-TEST"
country = "ZZ"
country_names = {en = ["Ruritania", "Ruritanian"], es = ["Ruritania", "ruritano"]}
target = "president"
citation = "Basic Law, art. 7"
quote = "the Deputy President, then the Speaker of the Diet"
verified = true
in_force_from = "1990-01-01"
[[office]]
rank = 0
id = "president"
en = ["President", "head of state", "presidency"]
es = ["presidente", "presidenta"]
[[office]]
rank = 1
id = "deputy"
en = ["Deputy President", "Vice President"]
es = ["vicepresidente", "vicepresidenta"]
[[office]]
rank = 2
id = "speaker"
en = ["Speaker of the Diet"]
es = ["presidente de la Dieta"]
effect = "calls elections"
[[asserted_office]]
id = "marshal"
en = ["Marshal of the Diet"]
asserted_by = "the army"
[[rival_reading]]
asserted_by = "a newspaper"
adds = "the chief justice"
"""

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]


def told(article: Article, quote: str, manner: Manner, person: str | None, **more: object) -> Event:
    """One event whose span is the quote; ``day`` is an ISO day, the rest are fields of Event."""
    start = article.text.index(quote)
    day = more.pop("day", None)
    when = date.fromisoformat(str(day)) if day else None
    fields: dict[str, object] = {
        "kind": KINDS.get(manner, Kind.EXIT),
        "manner": manner,
        "modality": Modality.ACTUAL,
        "person": person,
        "how_named": HowNamed.FULL if person else HowNamed.NONE,
        "surface": person or quote,
        "office": None,
        "date": DateRange(earliest=when, latest=when, basis="'that day'") if when else None,
        "voice": Voice.REPORTER,
        "article_id": article.id,
        "span": Span(start, start + len(quote)),
        "rule": "by-hand",
    }
    return Event(**{**fields, **more})  # type: ignore[arg-type] # the fields of a story, by name


@pytest.fixture(scope="session")
def ruritania() -> Order:
    """An order of a country that exists in no news."""
    order = parse_order(RURITANIA, "ruritania.toml")
    assert isinstance(order, Order)
    return order


@pytest.fixture(scope="session")
def account() -> Teller:
    """Build a reading: text, then (quote, manner, person, fields) for each event."""

    def build(
        text: str,
        *events: tuple[str, Manner, str | None, dict[str, object]],
        **about: object,
    ) -> Reading:
        article = Article.from_text(text, **about)  # type: ignore[arg-type] # metadata by name
        return Reading(
            article=article,
            events=tuple(told(article, q, m, p, **more) for q, m, p, more in events),
        )

    return build


def same_by_surname(left: str, right: str) -> bool:
    """A stand-in for the events room: equal surnames, given names equal where both have one."""
    one, other = left.split(), right.split()
    given = len(one) == 1 or len(other) == 1 or one[0] == other[0]
    return one[-1] == other[-1] and given


@pytest.fixture(scope="session")
def draw(ruritania: Order) -> Drawer:
    """The line of readings, with Ruritania's order among the known ones."""

    def drawn(*readings: Reading, **options: object) -> Line:
        given: Sequence[Reading] = readings
        return draw_line(
            given,
            same_person=same_by_surname,
            orders=(ruritania,),
            **options,  # type: ignore[arg-type] # options of the line by name
        )

    return drawn
