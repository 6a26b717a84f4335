"""Bodies that make somebody go: shared parts, causes that part."""

import pytest

from crisis_reader.alignment import Dimension, align
from crisis_reader.alignment.forces import cause_differences, part_of, shared_parts
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.article import Article

ASKED = (
    "President Juan Roca ruled Freedonia for years. The Freedonian army called on Roca to resign."
)
DRIVEN = "Juan Roca was president of Freedonia. Soldiers drove Roca out of office."
STRIKES = "President Juan Roca of Freedonia resigned due to weeks of violent protests."


def told(text: str, language: str = "en") -> Prepared:
    """An article in terms of what it tells."""
    return prepare(Article.from_text(text, language=language)).told


def forces(text: str, language: str = "en") -> list[tuple[str, str, bool]]:
    """The bodies of a text, the words that say so, and whether they act."""
    article = told(text, language)
    return [(f.body, f.span.of(text), f.acts) for f in article.reading.forces]


def test_who_demands_or_brings_about_an_exit_acts() -> None:
    """The subject, with all up to the exit."""
    assert forces(ASKED) == [("the army", "The Freedonian army called on Roca to resign", True)]
    assert [(body, acts) for body, _, acts in forces(DRIVEN)] == [("the army", True)]


def test_a_cause_follows_the_exit() -> None:
    """Each body that the cause names."""
    assert forces(STRIKES) == [("the streets", "due to weeks of violent protests", False)]
    listed = STRIKES.replace(
        "due to weeks of violent", "under pressure from the police, the army and"
    )
    assert [body for body, _, _ in forces(listed)] == ["the police", "the army", "the streets"]


def test_a_cause_in_spanish() -> None:
    """The words before a cause are rows of a table, by language."""
    text = "El presidente Juan Roca renunció debido a las protestas."
    assert forces(text, "es") == [("the streets", "debido a las protestas", False)]


@pytest.mark.parametrize(
    "text",
    [
        "President Juan Roca of Freedonia resigned.",
        "After weeks of protests President Juan Roca was asked to resign.",
        "President Juan Roca ruled. After talks with the army deputies called on Roca to resign.",
        "Juan Roca was sworn in as president by the army.",
    ],
    ids=["nobody", "hangs on a preposition", "so does its article", "no exit"],
)
def test_no_body_has_a_part(text: str) -> None:
    """Better none than a wrong one."""
    assert forces(text) == []


def parts(left: str, right: str) -> list[str]:
    """What two texts share of the parts of bodies."""
    one, other = told(left), told(right)
    pairs = shared_parts(one.reading.forces, other.reading.forces)
    return [part_of(a, b) for a, b in pairs]


def test_one_body_s_part_is_shared_whatever_it_did() -> None:
    """It asked here and drove out there."""
    assert parts(ASKED, DRIVEN) == ["both tell of the part of the army in the exit of Juan Roca"]
    assert parts(ASKED, DRIVEN.replace("Soldiers", "Protesters")) == []
    assert parts(ASKED, STRIKES) == []
    assert parts(ASKED, ASKED) == []  # the same claim matches by itself


def test_a_shared_part_is_a_match_with_a_difference() -> None:
    """Its sides are the words that tell it."""
    found = align(Article.from_text(ASKED), Article.from_text(DRIVEN))
    (match,) = [m for m in found.matches if "part of the army" in m.because]
    assert match.left.of(ASKED) == "The Freedonian army called on Roca to resign"
    assert [d.dimension for d in match.differences] == [Dimension.OUTCOME]


def test_two_causes_of_one_exit_part() -> None:
    """Each account's first body; the other's, where it is named later, is an also."""
    one, other = told(STRIKES), told(ASKED)
    (found,) = cause_differences(one.reading.forces, other.reading.forces)
    assert found.left.of(STRIKES) == "due to weeks of violent protests"
    assert found.right.of(ASKED) == "The Freedonian army called on Roca to resign"
    assert (found.left_also, found.right_also) == (None, None)
    both = f"{STRIKES} The army called on Roca to resign."
    more = told(both)
    (found,) = cause_differences(more.reading.forces, other.reading.forces)
    assert found.left_also is not None
    assert found.left_also.of(both) == "The army called on Roca to resign"


def test_no_cause_differs_where_both_name_both() -> None:
    """Then the order alone differs; or one of them names none."""
    one = told("President Juan Roca resigned due to protests. The army called on Roca to resign.")
    other = told("The army called on President Juan Roca to resign. Roca resigned due to protests.")
    lefts, rights = one.reading.forces, other.reading.forces
    assert [f.body for f in lefts] != [f.body for f in rights]
    assert cause_differences(lefts, rights) == []
    assert cause_differences(lefts, []) == []
