"""One act told with opposite verbs."""

import pytest

from crisis_reader.alignment import Dimension, align
from crisis_reader.alignment.contrast_words import opposite_forms
from crisis_reader.alignment.opposites import opposite_contrasts
from crisis_reader.alignment.preparing import prepare, retold
from crisis_reader.article import Article


def opposed(left: str, right: str, *, language: str = "en") -> list[tuple[str, str]]:
    """The acts told with opposite verbs in the first sentences of two texts."""
    one, other = retold(
        prepare(Article.from_text(left, language=language)),
        prepare(Article.from_text(right, language=language)),
    )
    found = opposite_contrasts(one, other, one.sentences[0].span, other.sentences[0].span)
    return [(d.left.of(left), d.right.of(right)) for d in found]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "The high court upheld the levy on salt.",
            "The levy on salt was struck down by the high court.",
            ("upheld the levy", "levy on salt was struck down"),
        ),
        (
            "Deputies in Suva rejected the budget.",
            "Deputies in Suva have approved the budget.",
            ("rejected the budget", "approved the budget"),
        ),
        (
            "Lund denied that the navy had fired.",
            "Lund has now admitted that the navy had fired.",
            ("denied that the navy", "admitted that the navy"),
        ),
    ],
    ids=["passive", "body", "what is said"],
)
def test_opposite_verbs_of_one_thing_part(left: str, right: str, wanted: tuple[str, str]) -> None:
    """The same thing stands with both, whoever is named first."""
    assert opposed(left, right) == [wanted]
    assert opposed(right, left) == [wanted[::-1]]


def test_spanish_verbs_part_too() -> None:
    """Rows have both languages."""
    found = opposed(
        "El tribunal confirmó la condena.", "El tribunal anuló la condena.", language="es"
    )
    assert found == [("confirmó la condena", "anuló la condena")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Deputies rejected the budget.", "Deputies rejected the budget."),
        ("Deputies rejected the budget.", "Deputies approved the treaty."),
        ("Deputies rejected the budget.", "Senators approved the budget."),
        ("Deputies rejected the budget.", "Deputies may approve the budget."),
        ("Deputies rejected the budget.", "Deputies were asked to approve the budget."),
        ("Deputies rejected the budget.", "Deputies have not approved the budget."),
        ("Deputies rejected the budget.", "The budget was never approved."),
        ("Deputies rejected the budget.", "The budget wasn't approved."),
        ("Deputies rejected the budget on Monday.", "Deputies approved the budget on Friday."),
        ("Deputies rejected the budget.", "Deputies approved the budget. First they rejected it."),
        ("Deputies rejected the budget.", "Approved."),
        ("Deputies rejected.", "Deputies approved."),
    ],
    ids=[
        "the same verb",
        "another thing",
        "another body",
        "may be",
        "asked for",
        "not done",
        "never done",
        "was not done",
        "another day",
        "both told",
        "no sentence",
        "nothing it is done to",
    ],
)
def test_better_no_opposites_than_wrong_ones(left: str, right: str) -> None:
    """What is of another thing, body or day, no fact, or told by both accounts, is none."""
    assert opposed(left, right) == []
    assert opposed(right, left) == []


def test_opposites_are_seen_in_a_match() -> None:
    """A match carries them."""
    left = "Rain fell. The high court of Suva upheld the levy on salt. Ships waited."
    right = "Bakers slept. The high court of Suva overturned the levy on salt. Farmers sang."
    found = align(Article.from_text(left, language="en"), Article.from_text(right, language="en"))
    assert [d.dimension for m in found.shown() for d in m.differences] == [Dimension.OUTCOME]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_form_stands_on_both_sides_of_a_row(language: str) -> None:
    """A verb cannot be its own opposite."""
    rows: dict[int, list[set[tuple[str, ...]]]] = {}
    for forms in opposite_forms(language).values():
        for form in forms:
            rows.setdefault(form.row, [set(), set()])[form.side].add(form.words)
    assert rows
    assert all(one and other and one.isdisjoint(other) for one, other in rows.values())
