"""Every row of the pattern table finds its person in its own example."""

import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events.patterns import FILES, Row, read_rows, read_triggers
from crisis_reader.events.records import Manner, Modality

_ROWS = [row for language in FILES for row in read_rows(language)]
_LIVE = {Modality.ACTUAL, Modality.ANNOUNCED}
# "?" stands for a person the example does not settle.
_OPEN = "?"


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row.id)
def test_example_gives_the_row_its_event(row: Row) -> None:
    """The example of a row yields an event of that row, done or announced, or a mere hope."""
    events = [
        e
        for e in extract_events(Article.from_text(row.example, language=row.language))
        if e.rule == row.id
    ]
    assert events
    hoped = {Modality.UNCERTAIN} if row.manner is Manner.WILLING else set()
    assert {e.modality for e in events} <= _LIVE | hoped


@pytest.mark.parametrize("row", [r for r in _ROWS if r.expect != _OPEN], ids=lambda row: row.id)
def test_example_names_the_expected_person(row: Row) -> None:
    """The person of the event is the one that the row says its example is about."""
    events = extract_events(Article.from_text(row.example, language=row.language))
    assert (row.expect or None) in [e.person for e in events if e.rule == row.id]


def test_row_names_are_unique() -> None:
    """A rule's name on screen leads to one row of the table."""
    names = [row.id for row in _ROWS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row.id)
def test_examples_are_not_from_bolivia(row: Row) -> None:
    """Rules are shown on other successions than the one the program is judged on."""
    assert not {"Bolivia", "Morales", "Mesa", "Áñez", "Anez"} & set(
        row.example.replace(".", " ").split()
    )


@pytest.mark.parametrize("language", FILES)
def test_no_form_of_a_verb_is_a_single_letter(language: str) -> None:
    """A short irregular verb (*ir*) without its forms would make a trigger of every *a*."""
    assert [word for word in read_triggers(language) if len(word) == 1] == []
