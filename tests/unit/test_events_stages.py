"""What a deed is in the mouth that tells it: done, claimed, vowed, hoped for, to come."""

import pytest

from crisis_reader import Article, Event, extract_events
from crisis_reader.events.records import Kind, Manner, Modality


def _events(text: str, language: str = "en") -> tuple[Event, ...]:
    return extract_events(Article.from_text(text, language=language))


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Isak Zidan said he would take over as head of state.",
        "Colonel Isak Zidan told cheering crowds that he had taken on the powers of the president.",
        "Colonel Isak Zidan announced he is in charge.",
        "“I assume from today the responsibilities of head of state,” said Colonel Isak Zidan.",
        "“I am president of this country,” said Colonel Isak Zidan.",
    ],
)
def test_what_he_says_of_himself_is_a_claim(text: str) -> None:
    """Power that only its taker speaks of is claimed."""
    claims = [(e.kind, e.person, e.modality) for e in _events(text)]
    assert claims == [(Kind.CLAIM, "Isak Zidan", Modality.ACTUAL)]


@pytest.mark.parametrize(
    "text", ["Omar Sadiq vowed to return to power.", "Omar Sadiq vowed to topple President Bako."]
)
def test_a_vow_is_not_the_deed(text: str) -> None:
    """What others would have to let happen is no plan that stands."""
    assert {e.modality for e in _events(text)} == {Modality.UNCERTAIN}


def test_his_own_exit_he_can_announce() -> None:
    """*Promised to step down* is a plan."""
    events = _events("President Omar Sadiq promised to step down by Friday.")
    assert [e.modality for e in events] == [Modality.ANNOUNCED]


def test_a_denied_claim_is_denied() -> None:
    """Who says he will not take power claims none."""
    events = _events("El general Ali Bako dijo que no tomará el poder.", "es")
    assert Modality.ACTUAL not in {e.modality for e in events}


def test_hope_of_governing_is_willing_and_fits_no_office() -> None:
    """Whoever hopes to form a government is only willing, and for no office of his past."""
    (event,) = _events("Former president Karl Menz voiced hope of forming a new government.")
    assert (event.manner, event.modality, event.office) == (
        Manner.WILLING,
        Modality.UNCERTAIN,
        None,
    )


def test_who_will_succeed_is_next() -> None:
    """An agent to come is next in line, not in."""
    events = _events("Omar Sadik será sustituido por la vicepresidenta, Lina Haddad.", "es")
    assert (Kind.NEXT, "Lina Haddad") in {(e.kind, e.person) for e in events}


def test_to_help_a_verb_is_not_to_be() -> None:
    """*I am quitting the post of prime minister* claims no post."""
    events = _events("“I am quitting the post of prime minister,” Omar Sadiq said.")
    assert [e.kind for e in events] == [Kind.EXIT]


def test_a_court_that_orders_it_does_it() -> None:
    """A court's order is done where a crowd's is a demand."""
    (event,) = _events("The supreme court ordered Prime Minister Omar Sadiq to step down.")
    assert event.modality is Modality.ACTUAL


def test_two_offices_in_one_breath_are_two_claims() -> None:
    """*Declared herself speaker and then president* claims both."""
    events = _events("Lina Haddad declared herself speaker of the Senate and then president.")
    assert [e.office for e in events] == ["speaker of the Senate", "president"]


def test_a_relative_clause_is_not_what_was_demanded() -> None:
    """*An ultimatum to the junta that toppled X*: the toppling is done."""
    events = _events("The bloc sent an ultimatum to the junta that toppled President Omar Sadiq.")
    assert [e.modality for e in events] == [Modality.ACTUAL]


def test_a_parenthesis_does_not_end_a_clause() -> None:
    """*Después de que el tribunal (TSJ) anulara* stays one clause."""
    text = "Se fue después de que el tribunal (TSJ) destituyera al presidente Omar Sadik."
    assert [e.modality for e in _events(text, "es")] == [Modality.ACTUAL]


def test_what_is_to_be_done_until_then_is_not_done() -> None:
    """*Hasta que renuncie* looks ahead, *hasta que renunciara* back."""
    ahead = _events("Las protestas seguirán hasta que renuncie el presidente Omar Sadik.", "es")
    back = _events("Las protestas siguieron hasta que renunciara el presidente Omar Sadik.", "es")
    assert [e.modality for e in ahead] == [Modality.CONDITIONAL]
    assert [e.modality for e in back] == [Modality.ACTUAL]


def test_a_flight_home_leaves_no_country() -> None:
    """Who flew home to his province is still in the country."""
    events = _events("President Omar Sadiq quit on Sunday and flew home to San Luis.")
    assert Kind.DEPARTURE not in {e.kind for e in events}


def test_a_headline_in_capitals_keeps_its_verb() -> None:
    """*Omar Sadiq Sworn In As President* names Omar Sadiq."""
    (event,) = _events("Tarvia: Omar Sadiq Sworn In As President")
    assert (event.kind, event.person) == (Kind.ENTRY, "Omar Sadiq")


def test_appointing_to_annul_is_no_appointment() -> None:
    """The court that annuls an election tells of no new one."""
    events = _events("The supreme court annulled the election of Omar Sadiq in February.")
    assert [e.kind for e in events] == [Kind.DENIAL]


def test_whoever_is_nobody() -> None:
    """*Whoever leads the transition* tells of no one."""
    assert _events("Whoever led the transition must hold elections.") == ()


def test_a_refusal_to_say_so_says_nothing() -> None:
    """*Refused to say he was resigning* announces no exit."""
    events = _events("President Omar Sadiq refused to say he was resigning.")
    assert {e.modality for e in events} == {Modality.UNCERTAIN}


def test_the_words_of_another_deed_are_left_out() -> None:
    """What somebody did it for is not among the words that say it."""
    text = "President Omar Sadiq resigned to avoid a civil war."
    article = Article.from_text(text, language="en")
    (event,) = extract_events(article)
    assert article.quote(event.span) == "President Omar Sadiq resigned"
