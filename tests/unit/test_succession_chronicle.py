"""The chronicle and what each account calls whom, as rows."""

from collections.abc import Callable

import pytest

from crisis_reader.events import Manner, Modality
from crisis_reader.reports.chronicle import chronicle_text
from crisis_reader.succession import Line, Reading
from crisis_reader.succession.chronicle import chronicle, titles

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]


@pytest.fixture
def drawn(account: Teller, draw: Drawer) -> Callable[..., Line]:
    """A line of two accounts."""
    late = account(
        "On Monday Leo Roa took the oath. The acting president Leo Roa spoke. Many want him gone.",
        (
            "Leo Roa took the oath",
            Manner.SWORN_IN,
            "Leo Roa",
            {"office": "president", "day": "2031-05-05"},
        ),
        ("The acting president Leo Roa", Manner.TITLED, "Leo Roa", {"office": "acting president"}),
        ("Many want him gone", Manner.RESIGNED, "Leo Roa", {"modality": Modality.DEMANDED}),
        id="late",
        published="2031-05-06",
    )
    early = account(
        "On Sunday the president of Ruritania, Ana Paz, resigned. Leo Roa is a usurper.",
        (
            "Ana Paz, resigned",
            Manner.RESIGNED,
            "Ana Paz",
            {"office": "president", "day": "2031-05-04"},
        ),
        ("Leo Roa is a usurper", Manner.SELF_PROCLAIMED, "Leo Roa", {"office": "president"}),
        id="early",
        published="2031-05-05",
    )
    return lambda **options: draw(late, early, order="RU-TEST", **options)


def test_dated_events_stand_by_day_and_undated_ones_after_them(drawn: Callable[..., Line]) -> None:
    """Across accounts."""
    assert [entry.quote for entry in chronicle(drawn())] == [
        "Ana Paz, resigned",
        "Leo Roa took the oath",
        "Leo Roa is a usurper",
        "Many want him gone",
    ]


def test_a_demand_stands_there_with_its_word(drawn: Callable[..., Line]) -> None:
    """The chronicle is of statements, not of facts."""
    assert chronicle(drawn())[-1].said == "demanded: resigned"


def test_the_chronicle_ends_on_the_day_asked_for(drawn: Callable[..., Line]) -> None:
    """Undated statements stay."""
    days = [entry.day for entry in chronicle(drawn(as_of="2031-05-04"))]
    assert days == ["4 May 2031", "day not stated", "day not stated"]


def test_titles_are_told_by_person_and_by_day_of_publication(drawn: Callable[..., Line]) -> None:
    """How two accounts name one man."""
    named = [(c.letter, c.words) for c in titles(drawn()) if c.person == "Leo Roa"]
    assert named == [
        ("B", "self-proclaimed president"),
        ("B", "Leo Roa"),
        ("A", "Leo Roa"),
        ("A", "acting president"),
    ]


def test_an_article_keeps_its_letter(drawn: Callable[..., Line]) -> None:
    """As given, not by day."""
    assert [entry.letter for entry in chronicle(drawn())][:2] == ["B", "A"]


def test_one_person_in_two_spellings_has_one_entry(account: Teller, draw: Drawer) -> None:
    """Under the fuller one; each account keeps its own form."""
    line = draw(
        account(
            "In Ruritania Ana García resigned.",
            ("Ana García resigned", Manner.RESIGNED, "Ana García", {}),
            id="one",
        ),
        account(
            "In Ruritania Ana Garcia left office.",
            ("Ana Garcia left office", Manner.LEFT_OFFICE, "Ana Garcia", {}),
            id="two",
        ),
        order="RU-TEST",
    )
    assert [(c.person, c.words) for c in titles(line)] == [
        ("Ana García", "Ana García"),
        ("Ana García", "Ana Garcia"),
    ]


def test_the_chronicle_names_the_office_where_nobody_holds_it(
    account: Teller, draw: Drawer
) -> None:
    """Nobody is vacant; and a title is not told twice."""
    text = "Ruritania has no president. The old president resigned."
    line = draw(
        account(
            text,
            ("has no president", Manner.VACANT, None, {"office": "president", "surface": ""}),
            (
                "The old president resigned",
                Manner.RESIGNED,
                None,
                {"office": "president", "surface": "The old president"},
            ),
        ),
        order="RU-TEST",
    )
    told = chronicle_text(line)
    assert "\n  president: vacant, day not stated" in told
    assert "\n  “The old president”: resigned, day not stated" in told
