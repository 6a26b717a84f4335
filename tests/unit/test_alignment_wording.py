"""The everyday words of alignment."""

from crisis_reader.alignment import Dimension, Grade, MatchKind
from crisis_reader.alignment.wording import DIMENSIONS, KINDS, RIGHT, graded


def test_every_kind_grade_and_dimension_has_words() -> None:
    """Nothing is shown by its name in the code."""
    assert set(KINDS) == set(MatchKind)
    assert set(RIGHT) == set(Grade)
    assert set(DIMENSIONS) == set(Dimension)


def test_a_grade_says_how_often_it_is_right() -> None:
    """A word alone tells nobody how sure it is."""
    assert graded("likely") == f"likely ({RIGHT['likely']})"
