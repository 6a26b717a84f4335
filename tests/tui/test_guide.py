"""Guide: places carried from one column to another."""

from tests.tui.pairs import ARTICLES, alignment_of, match_of

from crisis_reader.alignment.records import Grade
from crisis_reader.tui.session.guide import Guide
from crisis_reader.tui.session.passages import Shared, shared_passages


def test_the_guide_goes_by_proportion_between_matches() -> None:
    """Half way between two matches here is half way between them there; ends meet ends."""
    found = alignment_of(
        0,
        1,
        match_of((20, 30), (40, 50), Grade.STRONG, 0.9),
        match_of((60, 70), (80, 90), Grade.STRONG, 0.9),
    )
    guide = Guide(shared_passages(ARTICLES[:2], {(0, 1): found}), 0, 1, (100, 100))
    assert [guide.carry(at) for at in (0, 20, 40, 60, 100)] == [0, 40, 60, 80, 100]


def test_a_moved_match_does_not_guide() -> None:
    """It would throw the reader back: the longest run in one order guides."""
    found = alignment_of(
        0,
        1,
        match_of((10, 20), (10, 20), Grade.STRONG, 0.9),
        match_of((30, 40), (90, 95), Grade.STRONG, 0.9),
        match_of((50, 60), (50, 60), Grade.STRONG, 0.9),
        match_of((70, 80), (70, 80), Grade.STRONG, 0.9),
    )
    guide = Guide(shared_passages(ARTICLES[:2], {(0, 1): found}), 0, 1, (100, 100))
    assert [guide.carry(at) for at in range(0, 101, 10)] == list(range(0, 101, 10))


def test_without_matches_the_whole_guides() -> None:
    """The start and the end are enough."""
    assert Guide(Shared(), 0, 1, (100, 200)).carry(50) == 100
