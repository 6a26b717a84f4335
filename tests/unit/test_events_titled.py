"""Titles that say on whose word somebody holds an office."""

from crisis_reader import Article, Event, extract_events
from crisis_reader.events import HowNamed, Kind, Voice


def _titles(text: str, language: str = "en") -> list[Event]:
    article = Article.from_text(text, language=language)
    return [e for e in extract_events(article) if e.kind is Kind.TITLE]


def test_an_interim_title_is_told_with_its_office() -> None:
    """*Acting president X* says what X is called, and in whose voice."""
    (event,) = _titles("Acting president Lina Haddad flew to Malta.")
    assert (event.person, event.office, event.voice) == (
        "Lina Haddad",
        "acting president",
        Voice.REPORTER,
    )


def test_a_plain_title_is_no_event() -> None:
    """*President X* alone says nothing of how X came to it."""
    assert _titles("President Lina Haddad flew to Malta.") == []


def test_a_former_interim_title_is_no_event() -> None:
    """Who was interim president once is not called so now."""
    assert _titles("Former interim president Lina Haddad flew to Malta.") == []


def test_the_first_mention_of_a_voice_stands_for_all() -> None:
    """One event a title, person and voice; a quotation is another voice."""
    events = _titles(
        "Acting president Lina Haddad flew to Malta. Acting president Lina Haddad came back. "
        "“I stand by acting president Lina Haddad to the end,” Karl Menz said."
    )
    assert [(e.voice, e.asserted_by) for e in events] == [
        (Voice.REPORTER, None),
        (Voice.QUOTE, "Karl Menz"),
    ]


def test_a_title_inside_an_appointment_is_told_by_it() -> None:
    """*Named a caretaker premier, X* is an appointment and no title beside it."""
    assert _titles("Lawmakers named a caretaker prime minister, Florin Dragan.") == []


def test_an_apposition_gives_a_title() -> None:
    """*X, the interim president,* is the same title as before the name."""
    (event,) = _titles("Lina Haddad, the interim president, flew to Malta.")
    assert (event.person, event.office) == ("Lina Haddad", "interim president")


def test_a_title_without_a_name_must_be_certain() -> None:
    """What somebody is to serve as is not what another president is called."""
    assert (
        _titles(
            "President Omar Sadiq had been removed, and Karim Nasri would serve as interim "
            "president."
        )
        == []
    )


def test_a_described_holder_is_linked() -> None:
    """*The acting president* is whoever the text has given that title."""
    text = "Lina Haddad was sworn in as acting president. The acting president flew to Malta."
    (event,) = _titles(text)
    assert (event.person, event.how_named) == ("Lina Haddad", HowNamed.TITLE)


def test_spanish_titles_behind_the_noun() -> None:
    """*El presidente encargado, X,* carries its modifier behind."""
    (event,) = _titles("El presidente encargado, Juan Guaro, viajó a Lima.", "es")
    assert (event.person, event.office) == ("Juan Guaro", "presidente encargado")
