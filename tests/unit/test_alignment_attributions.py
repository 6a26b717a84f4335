"""Attribution: one quotation, two speakers."""

import pytest

from crisis_reader.alignment import Dimension, align
from crisis_reader.article import Article

LEFT = 'Ana Rey led the talks. "We will never leave this valley alive," Ana Rey said on Monday.'


def speakers(right: str) -> list[tuple[str, str]]:
    """The differences of attribution between two articles."""
    one, other = (Article.from_text(text, language="en") for text in (LEFT, right))
    return [
        (d.left.of(LEFT), d.right.of(right))
        for d in align(one, other).differences
        if d.dimension is Dimension.ATTRIBUTION
    ]


def test_one_quotation_of_two_speakers_is_a_difference() -> None:
    """The names next to the verbs of saying are set against each other."""
    right = 'Ana Rey led the talks. "We will never leave this valley alive," said Juan Paz.'
    assert speakers(right) == [("Ana Rey", "Juan Paz")]


@pytest.mark.parametrize(
    "right",
    [
        'Ana Rey led the talks. "We will never leave this valley alive," said Rey.',
        'Ana Rey led the talks. "We will never leave this valley alive," she told Juan Paz.',
        "Ana Rey led the talks. We will never leave this valley alive, said Juan Paz.",
        'Ana Rey led the talks. "We will never leave," said Juan Paz of this valley, alive.',
    ],
    ids=["the same", "told to", "no quotation", "not the same words"],
)
def test_anything_less_is_none(right: str) -> None:
    """Better no difference than a wrong one."""
    assert speakers(right) == []
