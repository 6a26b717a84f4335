"""Every row of the guard table does to its example what it says."""

import tomllib
from importlib.resources import files

import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events.records import Modality

_TABLE = tomllib.loads((files("crisis_reader.events") / "guards.toml").read_text("utf-8"))["guard"]


def _modalities(text: str, language: str = "en") -> list[Modality]:
    return [e.modality for e in extract_events(Article.from_text(text, language=language))]


@pytest.mark.parametrize("row", _TABLE, ids=lambda row: str(row["id"]))
def test_guard_decides_its_example(row: dict[str, str]) -> None:
    """The example of a guard yields the modality that the guard makes."""
    assert Modality(row["makes"]) in _modalities(row["example"], row["language"])


def test_guard_stops_at_a_clause_edge() -> None:
    """What is demanded in one clause does not touch what is done in the next."""
    found = _modalities("While crowds demanded bread, President Siaka Momoh resigned.")
    assert found == [Modality.ACTUAL]


def test_nearest_guard_wins() -> None:
    """Calls that follow a resignation do not undo it."""
    found = _modalities("The union called for calm after the resignation of President Siaka Momoh.")
    assert found == [Modality.ACTUAL]


def test_negated_verb_is_denied() -> None:
    """A negation among the auxiliaries denies the event."""
    assert _modalities("President Siaka Momoh has not resigned.") == [Modality.DENIED]


def test_modal_verb_is_never_done() -> None:
    """What may happen has not happened."""
    assert Modality.ACTUAL not in _modalities("President Siaka Momoh may resign this week.")


def test_what_somebody_will_be_forced_to_do_is_not_done() -> None:
    """The tense of the verb that governs the act is the tense of the act."""
    found = _modalities("President Siaka Momoh will be forced to resign.")
    assert found == [Modality.ANNOUNCED]


def test_would_later_is_a_tale_of_the_past() -> None:
    """A future told from the past is done."""
    assert _modalities("Siaka Momoh would later become president.") == [Modality.ACTUAL]


def test_future_with_a_condition_is_conditional() -> None:
    """A promise that hangs on an *if* is no plan yet."""
    found = _modalities("President Siaka Momoh will resign if the court rules against him.")
    assert found == [Modality.CONDITIONAL]


def test_headline_in_the_present_is_done() -> None:
    """The present tense of a sentence reports."""
    assert _modalities("Prime Minister Ana Brnak resigns after a lost vote.") == [Modality.ACTUAL]
