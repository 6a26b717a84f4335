"""Runs of words that two articles share, to the word."""

from crisis_reader.alignment.preparing import prepare
from crisis_reader.alignment.verbatim import find_runs
from crisis_reader.article import Article


def runs(left: str, right: str) -> list[tuple[str, str]]:
    """The characters of each run on both sides."""
    one, other = prepare(Article.from_text(left)), prepare(Article.from_text(right))
    return [
        (
            one.words.span(r.left, r.left + r.length - 1).of(left),
            other.words.span(r.right, r.right + r.length - 1).of(right),
        )
        for r in find_runs(one, other)
    ]


def test_a_run_reaches_as_far_as_the_words_agree() -> None:
    """The run ends at the first and the last word that both have."""
    found = runs(
        "Today the old bridge fell into the sea.", "There the old bridge fell into a lake."
    )
    assert found == [("the old bridge fell into", "the old bridge fell into")]


def test_accents_case_and_marks_do_not_end_a_run() -> None:
    """Words are compared folded."""
    found = runs("They met José Núñez, the envoy.", "He saw “jose nunez the envoy” there.")
    assert found == [("José Núñez, the envoy", "jose nunez the envoy")]


def test_two_words_are_no_run() -> None:
    """Fewer words than a shingle say nothing."""
    assert runs("The bridge fell.", "The bridge held.") == []


def test_a_run_that_stands_twice_is_found_twice() -> None:
    """Each occurrence is a run of its own."""
    found = runs("no new vote now", "no new vote now. Later: no new vote now.")
    assert len(found) == 2


def test_runs_on_one_diagonal_stay_apart() -> None:
    """A word that differs parts two runs, also where the rest lies on one diagonal."""
    found = runs("one two three four five six seven", "one two three FOUR! five six eight")
    assert found == [("one two three four five six", "one two three FOUR! five six")]
    found = runs("one two three x five six seven", "one two three y five six seven")
    assert found == [("one two three", "one two three"), ("five six seven", "five six seven")]
