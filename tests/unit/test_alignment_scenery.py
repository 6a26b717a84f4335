"""Scenery: what says who, where or when, and what tells of something done."""

import pytest

from crisis_reader.alignment.scenery import CALENDAR, PLACES, is_scenery
from crisis_reader.text.concepts import concepts


@pytest.mark.parametrize("concept", ["president", "police", "court", "monday", "government"])
def test_who_and_when_are_scenery(concept: str) -> None:
    """Offices, bodies and days."""
    assert is_scenery(concept, concepts())


@pytest.mark.parametrize("concept", ["arrest", "investigate", "corruption", "intervene"])
def test_what_bodies_do_is_none(concept: str) -> None:
    """Deeds tell of something, though they stand under the same topics."""
    assert not is_scenery(concept, concepts())


def test_the_calendar_and_the_places_are_known_to_the_table() -> None:
    """Each name is a concept, each topic is one."""
    assert all(concepts().topic(name) == "time" for name in CALENDAR)
    assert {concepts().topic(name) for name in concepts()} >= PLACES
