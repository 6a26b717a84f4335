"""Marks of a column: what is drawn before its text, and where."""

import pytest
from tests.tui.pairs import ARTICLES, alignment_of, match_of

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import Difference, Dimension, Grade, Profile
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.words import in_runs
from crisis_reader.tui.panes.passage_marks import column_marks
from crisis_reader.tui.session.passages import shared_passages


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((), ""),
        ((4,), "④"),
        ((4, 5), "④⑤"),
        ((3, 4, 5), "③–⑤"),
        ((1, 3, 4, 5, 6, 9), "①③–⑥⑨"),
        ((19, 20, 21, 22), "⑲–(22)"),
    ],
)
def test_three_marks_in_a_row_are_told_as_first_and_last(
    numbers: tuple[int, ...], told: str
) -> None:
    """Two are not, nor are those with a gap between them."""
    assert in_runs([(number, "") for number in numbers]) == told


def test_weak_ones_are_no_part_of_a_run_of_surer_ones() -> None:
    """What a reader must doubt is seen of each."""
    assert in_runs([(1, ""), (2, ""), (3, "?"), (4, "")]) == "①②③?④"
    assert in_runs([(1, "?"), (2, "?"), (3, "?")]) == "①?–③?"


def test_one_passage_told_again_and_again_has_one_mark_and_keeps_every_span() -> None:
    """Only what is drawn gets shorter: every match still has its place in both columns."""
    places = [(0, 9), (20, 29), (40, 49), (60, 69)]
    found = alignment_of(0, 1, *(match_of(at, (5, 15), Grade.STRONG, 0.9) for at in places))
    shared = shared_passages(ARTICLES[:2], {(0, 1): found}, 0.0)
    assert column_marks(shared, 0, ())[1] == {0: "①", 20: "②", 40: "③", 60: "④"}
    marks, labels = column_marks(shared, 1, ())
    assert labels == {5: "①–④"}
    assert [mark[:2] for mark in marks] == [(5, 15)] * len(places)


def test_a_difference_stands_behind_the_numbers_once() -> None:
    """However many passages differ at a place."""
    difference = Difference(dimension=Dimension.STAGE, left=Span(0, 9), right=Span(80, 90))
    match = match_of((0, 9), (50, 60), Grade.STRONG, 0.9)
    found = Alignment(
        left=ARTICLES[0],
        right=ARTICLES[1],
        profile=Profile.NEWS,
        matches=(match,),
        differences=(difference,),
    )
    shared = shared_passages(ARTICLES[:2], {(0, 1): found})
    assert column_marks(shared, 0, ())[1] == {0: "①▲"}
