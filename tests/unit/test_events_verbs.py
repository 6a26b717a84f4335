"""What a verb of the table tells: no rules, no questions; speakers claim for themselves."""

import pytest

from crisis_reader import Article, Event, extract_events
from crisis_reader.events import Kind, Manner, Modality


def _events(text: str, language: str = "en") -> tuple[Event, ...]:
    return extract_events(Article.from_text(text, language=language))


@pytest.mark.parametrize(
    "text",
    [
        "The constitution hands power to the vice president, then to the speaker.",
        "A president resigns in writing, says the charter.",
        "Under the rules the successor takes office at once.",
        "Whichever head of a chamber takes over must call elections.",
        "Article 110 gives up nothing: the law hands the presidency to the speaker.",
    ],
)
def test_a_rule_is_no_event(text: str) -> None:
    """What a law says happens whenever has not happened."""
    assert [e for e in _events(text) if e.kind in (Kind.EXIT, Kind.ENTRY)] == []


def test_a_law_in_the_past_may_have_made_somebody() -> None:
    """A named person whom the constitution made president is no rule."""
    (event,) = _events("The constitution made Lina Haddad president on Tuesday.")
    assert (event.kind, event.person) == (Kind.ENTRY, "Lina Haddad")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Did the army remove President Omar Sadiq?", "en"),
        ("¿Renunció el presidente Omar Sadik?", "es"),
    ],
)
def test_a_question_tells_nothing(text: str, language: str) -> None:
    """What is asked is uncertain."""
    assert {e.modality for e in _events(text, language)} == {Modality.UNCERTAIN}


def test_what_a_question_takes_as_known_is_told() -> None:
    """*Who rules now that X has resigned?* tells that X has."""
    (event,) = _events("Who rules now that President Omar Sadiq has resigned?")
    assert event.modality is Modality.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Isak Zidan said he was assuming the presidency.",
        "“I hereby take on the functions of president,” Colonel Isak Zidan said.",
    ],
)
def test_who_says_to_take_office_claims_it(text: str) -> None:
    """Taking office in one's own words is a claim; the reporter's words make an entry."""
    (event,) = _events(text)
    assert (event.kind, event.manner, event.modality) == (
        Kind.CLAIM,
        Manner.DECLARED,
        Modality.ACTUAL,
    )
    assert event.person == "Isak Zidan"


def test_i_remain_is_a_claim() -> None:
    """*I am still the president* claims the office for its speaker."""
    (event,) = _events("“I am still the president of this country,” Omar Sadiq said.")
    assert (event.kind, event.person) == (Kind.CLAIM, "Omar Sadiq")


def test_a_ruling_that_somebody_be_sworn_in_is_a_demand() -> None:
    """The subjunctive asks."""
    (event,) = _events("The court ruled that Evariste Ndayi be sworn in at once.")
    assert event.modality is Modality.DEMANDED


def test_a_participle_shares_the_auxiliary_before_it() -> None:
    """*Was seized and flown to X* is passive twice."""
    (event,) = _events("President Omar Sadiq was seized and flown to Malta.")
    assert (event.kind, event.person) == (Kind.DEPARTURE, "Omar Sadiq")


def test_power_handed_over_has_two_sides() -> None:
    """Who hands power leaves; who receives it comes in."""
    events = _events("President Omar Sadiq handed power to his deputy, Karim Nasri.")
    assert [(e.kind, e.person) for e in events] == [
        (Kind.EXIT, "Omar Sadiq"),
        (Kind.ENTRY, "Karim Nasri"),
    ]


def test_a_description_takes_the_name_behind_it() -> None:
    """*Its own speaker, X, was handed the sash*: the sash is X's."""
    (event,) = _events("Its own speaker, Omar Sadiq, was handed the sash.")
    assert event.person == "Omar Sadiq"


def test_what_is_denounced_is_not_its_denouncer() -> None:
    """A subject that calls something illegitimate is never the person."""
    (event,) = _events("Senator Omar Sadiq denounced the new parliament as illegitimate.")
    assert (event.kind, event.person) == (Kind.DENIAL, None)


def test_half_a_dozen_are_six() -> None:
    """A counted group keeps its number, those named apart."""
    (event,) = _events("Half a dozen ministers resigned on Friday.")
    assert (event.person, event.unnamed) == (None, 6)


def test_who_was_elected_leaves_that_office() -> None:
    """An older post in a title is not what the elected one resigns from."""
    events = _events(
        "The assembly elected Omar Sadiq, governor of the north, on Monday. Sadiq resigned a week "
        "later."
    )
    assert events[-1].office is None


def test_spanish_infinitive_carries_its_object() -> None:
    """*Tras destituirlo*: whoever was spoken of."""
    event = _events("El Senado juzgó al presidente Omar Sadik. Tras destituirlo, calló.", "es")[0]
    assert (event.kind, event.person) == (Kind.EXIT, "Omar Sadik")


def test_spanish_object_behind_a_prepositional_phrase() -> None:
    """*Apartó del cargo a X*: X, though words stand between."""
    (event,) = _events("El Senado apartó ayer del cargo a Omar Sadik.", "es")
    assert (event.kind, event.person) == (Kind.EXIT, "Omar Sadik")


def test_spanish_causative_gives_the_subject_behind() -> None:
    """*Obligó a dimitir al presidente X*: X resigns."""
    (event,) = _events("El ejército obligó a dimitir al presidente Omar Sadik.", "es")
    assert (event.person, event.modality) == ("Omar Sadik", Modality.ACTUAL)


def test_spanish_clitic_has_its_subject_behind() -> None:
    """*Lo sustituyó su segunda, X*: X comes in."""
    text = "El presidente Omar Sadik renunció. Lo sustituyó su vicepresidenta, Lina Haddad."
    assert _events(text, "es")[-1].person == "Lina Haddad"
