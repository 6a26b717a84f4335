"""Segments that tile both texts, and what stands in one article only."""

import pytest

from crisis_reader.alignment import Alignment, Block, Grade, Match, MatchKind, Profile, align
from crisis_reader.article import Article
from crisis_reader.text.spans import Span

LEFT = "Rain fell. The dam broke at dawn. Cattle drowned."
RIGHT = "At dawn the dam broke. Ministers slept. Rain had fallen for days."


def match(left: str, right: str, score: float = 0.8) -> Match:
    """A match of two stretches given by their words."""
    return Match(
        left=Span(LEFT.index(left), LEFT.index(left) + len(left)),
        right=Span(RIGHT.index(right), RIGHT.index(right) + len(right)),
        score=score,
        grade=Grade.STRONG if score > 0.7 else Grade.WEAK,
        kind=MatchKind.PARAPHRASE,
        group=0,
    )


def alignment(*matches: Match) -> Alignment:
    """An alignment with these matches."""
    return Alignment(
        left=Article.from_text(LEFT, language="en"),
        right=Article.from_text(RIGHT, language="en"),
        profile=Profile.NEWS,
        matches=matches,
    )


def told(block: Block) -> tuple[str | None, str | None, int | None]:
    """The words of a block."""
    left = block.left.of(LEFT) if block.left else None
    right = block.right.of(RIGHT) if block.right else None
    return left, right, block.match


def test_matched_segments_are_paired_across_the_order() -> None:
    """Blocks follow the left text; what only the right has follows its neighbour there."""
    found = alignment(
        match("Rain fell", "Rain had fallen for days"),
        match("The dam broke at dawn", "At dawn the dam broke"),
    )
    assert [told(b) for b in found.blocks()] == [
        ("Rain fell", "Rain had fallen for days", 0),
        (None, ".", None),
        (". ", None, None),
        ("The dam broke at dawn", "At dawn the dam broke", 1),
        (None, ". Ministers slept. ", None),
        (". Cattle drowned.", None, None),
    ]


def test_of_overlapping_matches_the_better_one_takes_the_words() -> None:
    """What is left of the other one keeps its number, on one side."""
    found = alignment(
        match("The dam broke at dawn", "At dawn the dam broke", 0.75),
        match("broke at dawn", "Ministers slept", 0.9),
    )
    blocks = [told(b) for b in found.blocks()]
    assert ("broke at dawn", "Ministers slept", 1) in blocks
    assert ("The dam ", "At dawn the dam broke", 0) in blocks


def test_without_matches_both_texts_are_one_block_each() -> None:
    """Nothing in common: the right text first, then the left."""
    assert [told(b) for b in alignment().blocks()] == [(None, RIGHT, None), (LEFT, None, None)]


def test_weak_matches_count_when_asked_for() -> None:
    """The lowest grade to show is the caller's."""
    weak = match("Rain fell", "Rain had fallen for days", 0.3)
    assert all(b.match is None for b in alignment(weak).blocks())
    assert any(b.match == 0 for b in alignment(weak).blocks(Grade.WEAK))


def test_only_is_what_no_shown_match_covers() -> None:
    """Sentences without a match, and the rest of those that have one."""
    found = alignment(match("The dam broke", "the dam broke"))
    assert [s.of(LEFT) for s in found.only("left")] == ["Rain fell.", "at dawn.", "Cattle drowned."]
    assert [s.of(RIGHT) for s in found.only("right")] == [
        "At dawn",
        "Ministers slept.",
        "Rain had fallen for days.",
    ]


def test_only_knows_two_sides() -> None:
    """Any other side is a programmer's error."""
    with pytest.raises(ValueError, match="'left' or 'right'"):
        alignment().only("middle")


def test_what_the_other_text_has_word_for_word_is_in_neither_only() -> None:
    """The claim of the sentence differs and takes its head; its tail is the same in both."""
    tail = "on Sunday after weeks of protest in the mining towns of the north, the radio said."
    left, right = (
        Article.from_text(f"President Ana Paz {went} {tail}\n\n{rest}")
        for went, rest in (("resigned", "She had ruled long."), ("was forced out", "It rained."))
    )
    found = align(left, right)
    assert [s.of(left.text) for s in found.only("left")] == ["She had ruled long."]
    assert [s.of(right.text) for s in found.only("right")] == ["It rained."]
