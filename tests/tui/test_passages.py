"""Passages: matches of pairs drawn together for the columns."""

from datetime import date

import pytest
from tests.tui.pairs import ARTICLES, alignment_of, match_of

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import Difference, Dimension, Grade, Profile
from crisis_reader.article import Article
from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.detail import parting_line
from crisis_reader.tui.session.passages import next_floor, shared_passages


def test_two_columns_keep_eachmatch_of() -> None:
    """Numbered in the order of the left one."""
    found = alignment_of(
        0,
        1,
        match_of((10, 20), (50, 60), Grade.STRONG, 0.9),
        match_of((30, 40), (5, 15), Grade.LIKELY, 0.6),
    )
    shared = shared_passages(ARTICLES[:2], {(0, 1): found})
    assert [(p.number, p.told) for p in shared.passages] == [
        (1, (Span(10, 20), Span(50, 60))),
        (2, (Span(30, 40), Span(5, 15))),
    ]


def test_an_alignment_the_other_way_round_is_turned() -> None:
    """Its left article may be the right column."""
    found = alignment_of(1, 0, match_of((50, 60), (10, 20), Grade.STRONG, 0.9))
    shared = shared_passages(ARTICLES[:2], {(0, 1): found})
    assert shared.passages[0].told == (Span(10, 20), Span(50, 60))


def test_weaker_ones_are_hidden_and_counted() -> None:
    """The floor decides; what is below it is not lost."""
    found = alignment_of(
        0,
        1,
        match_of((10, 20), (50, 60), Grade.STRONG, 0.9),
        match_of((30, 40), (5, 15), Grade.WEAK, 0.2),
    )
    assert shared_passages(ARTICLES[:2], {(0, 1): found}).hidden == 1
    assert shared_passages(ARTICLES[:2], {(0, 1): found}, 0.0).hidden == 0


def test_three_columns_join_the_matches_that_meet() -> None:
    """A and B, B and C tell it in the same place of B: one passage in three columns."""
    alignments = {
        (0, 1): alignment_of(0, 1, match_of((10, 30), (50, 70), Grade.STRONG, 0.9)),
        (1, 2): alignment_of(1, 2, match_of((52, 70), (0, 20), Grade.LIKELY, 0.6)),
    }
    shared = shared_passages(ARTICLES, alignments)
    assert [p.told for p in shared.passages] == [(Span(10, 30), Span(50, 70), Span(0, 20))]
    assert shared.passages[0].grade == "strong"


def test_a_difference_without_a_match_is_a_stop_of_its_own() -> None:
    """It has no number, and stands where its words stand."""
    difference = Difference(dimension=Dimension.STAGE, left=Span(5, 9), right=Span(80, 90))
    found = Alignment(
        left=ARTICLES[0],
        right=ARTICLES[1],
        profile=Profile.NEWS,
        matches=(match_of((10, 20), (50, 60), Grade.STRONG, 0.9),),
        differences=(difference,),
    )
    shared = shared_passages(ARTICLES[:2], {(0, 1): found})
    assert [p.number for p in shared.passages] == [0, 1]
    assert shared.passages[0].partings[0].dimension == "stage"
    assert len(shared.matches) == 1


def test_the_threshold_goes_in_tenths_that_change_something() -> None:
    """More: down to the tenth that brings the next match. Fewer: up to the one that takes some."""
    graded = ((0.82, Grade.STRONG), (0.55, Grade.LIKELY), (0.48, Grade.LIKELY), (0.23, Grade.WEAK))
    matches = [
        match_of((n, n + 1), (n, n + 1), grade, score) for n, (score, grade) in enumerate(graded)
    ]
    found = alignment_of(0, 1, *matches)
    assert next_floor([found], None, -1) == 0.2
    assert next_floor([found], None, 1) == 0.5
    assert next_floor([found], 0.5, 1) == 0.6
    assert next_floor([found], 0.6, 1) is None
    assert next_floor([found], 0.2, -1) is None


@pytest.mark.parametrize("turned", [False, True])
def test_words_of_a_day_are_shown_with_the_day_they_stand_for(turned: bool) -> None:  # noqa: FBT001 - a case of the test
    """Each beside its own words, also where the alignment is the other way round."""
    articles = [
        Article.from_text("He resigned on Monday.", id="a"),
        Article.from_text("He quit on Monday.", id="b"),
    ]
    words = [Span(15, 21), Span(11, 17)]
    days = [date(2031, 9, 15), date(2031, 9, 8)]
    one, other = (1, 0) if turned else (0, 1)
    difference = Difference(
        dimension=Dimension.DATE,
        left=words[one],
        right=words[other],
        left_day=days[one],
        right_day=days[other],
    )
    found = Alignment(
        left=articles[one],
        right=articles[other],
        profile=Profile.NEWS,
        differences=(difference,),
    )
    parting = shared_passages(articles, {(0, 1): found}).passages[0].partings[0]
    told = parting_line(parting, "AB", dict(zip("AB", articles, strict=True)))
    assert "".join(text for text, _ in told.parts) == (
        "▲ which day: A “Monday” (15 Sep 2031) · B “Monday” (8 Sep 2031)"
    )
