"""Titles of one person: offices with none in common, where the office is in dispute."""

import pytest

from crisis_reader.alignment import Dimension, align
from crisis_reader.article import Article

DECLARED = "Opposition lawmaker Juan Guaido declared himself president on Wednesday in Caracas."


def titles(left: str, right: str) -> list[tuple[str, str]]:
    """The differences of title between two articles."""
    found = align(Article.from_text(left, language="en"), Article.from_text(right, language="en"))
    return [
        (d.left.of(left), d.right.of(right))
        for d in found.differences
        if d.dimension is Dimension.TITLE
    ]


def test_another_office_is_a_difference_of_title() -> None:
    """One account has the contender as a minister, the other one as president."""
    left = f"{DECLARED} The foreign minister, Juan Guaido, spoke to the crowd."
    right = "Interim president Juan Guaido waved to supporters. Guaido promised elections."
    assert titles(left, right) == [
        ("The foreign minister, Juan Guaido", "Interim president Juan Guaido")
    ]


@pytest.mark.parametrize(
    "right",
    [
        "Foreign minister Juan Guaido waved to supporters.",
        "Former president Juan Guaido waved to supporters.",
        "Opposition leader Juan Guaido waved to supporters.",
        "Interim president Pedro Carmona waved to supporters.",
        "Juan Guaido waved to supporters.",
    ],
    ids=["same", "no longer", "vague", "another person", "none"],
)
def test_what_tells_no_other_office_is_none(right: str) -> None:
    """The same office, a past one, a vague one and somebody else's are no difference."""
    left = f"{DECLARED} The foreign minister, Juan Guaido, spoke to the crowd."
    assert titles(left, right) == []


def test_who_is_no_contender_has_no_title_in_dispute() -> None:
    """Offices of people who are not on the way to one may be told as each account likes."""
    assert titles("The foreign minister, Ana Rey, spoke.", "Interior minister Ana Rey spoke.") == []
