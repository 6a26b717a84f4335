"""The words a line is read aloud in."""

from collections.abc import Callable
from datetime import date

import pytest

from crisis_reader.events import DateRange, Manner, Modality, Voice
from crisis_reader.succession import Evidence, Reading
from crisis_reader.succession.wording import (
    based,
    date_words,
    manner_words,
    outlet,
    said,
    voice,
)

Teller = Callable[..., Reading]


@pytest.fixture
def evidence(account: Teller) -> Callable[..., Evidence]:
    """One statement with the fields given."""

    def made(copies: int = 1, manner: Manner = Manner.RESIGNED, **more: object) -> Evidence:
        told = account("Ana Paz resigned.", ("Ana Paz resigned", manner, "Ana Paz", more))
        return Evidence(event=told.events[0], article=told.article, copies=copies)

    return made


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "B, own words"),
        ({"asserted_by": "the court"}, "the court, in B"),
        ({"voice": Voice.QUOTE}, "quoted in B"),
        ({"voice": Voice.QUOTE, "asserted_by": "a bishop"}, "a bishop, in B"),
        ({"voice": Voice.CAPTION, "asserted_by": "AFP"}, "caption, AFP, in B"),
        ({"voice": Voice.CAPTION}, "caption in B"),
        ({"voice": Voice.EMBED, "asserted_by": "@ana"}, "embedded post by @ana, in B"),
        ({"copies": 5}, "B, own words, agency text in 5 outlets"),
    ],
)
def test_a_voice_says_whose_words_they_are(
    evidence: Callable[..., Evidence], fields: dict[str, object], words: str
) -> None:
    """The outlet's own voice, a speaker's, a caption's, a post's."""
    assert voice(evidence(**fields), "B") == words


@pytest.mark.parametrize(
    ("modality", "words"),
    [
        (Modality.ACTUAL, "resigned"),
        (Modality.ANNOUNCED, "announced: resigned"),
        (Modality.DEMANDED, "demanded: resigned"),
        (Modality.CONDITIONAL, "only if: resigned"),
        (Modality.DENIED, "denied: resigned"),
        (Modality.UNCERTAIN, "unclear whether: resigned"),
    ],
)
def test_what_did_not_happen_is_said_with_its_modality(
    evidence: Callable[..., Evidence], modality: Modality, words: str
) -> None:
    """A demand is never told as done."""
    assert said(evidence(modality=modality).event) == words


def test_a_title_is_said_in_the_words_of_the_text(evidence: Callable[..., Evidence]) -> None:
    """What they are called is the statement."""
    assert (
        said(evidence(manner=Manner.TITLED, office="acting president").event) == "acting president"
    )


def test_every_manner_has_words() -> None:
    """No underscore is read aloud."""
    assert all("_" not in manner_words(manner) for manner in Manner)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2031, 5, 4), date(2031, 5, 4), "4 May 2031"),
        (date(2031, 5, 4), date(2031, 5, 6), "between 4 May 2031 and 6 May 2031"),
        (None, date(2031, 5, 6), "by 6 May 2031"),
        (date(2031, 5, 4), None, "from 4 May 2031 on"),
    ],
)
def test_days_are_told_as_far_as_they_are_known(
    earliest: date | None, latest: date | None, words: str
) -> None:
    """A day, a stretch, an open end."""
    assert date_words(DateRange(earliest=earliest, latest=latest, basis="")) == words


def test_no_day_is_said_to_be_none() -> None:
    """Never left blank."""
    assert date_words(None) == "day not stated"


def test_a_day_shows_what_it_rests_on() -> None:
    """The basis goes with it."""
    sunday = DateRange(earliest=date(2031, 5, 4), latest=date(2031, 5, 4), basis="'Sunday'")
    assert based(sunday) == "4 May 2031 ('Sunday')"


def test_an_outlet_and_its_agency_are_two(account: Teller) -> None:
    """And are told once where they are the same."""
    first = account("It rained.", outlet="Gazette", agency="RPA").article
    second = account("It rained.", outlet="RPA", agency="RPA").article
    assert (outlet(first), outlet(second)) == ("Gazette, agency RPA", "RPA")
