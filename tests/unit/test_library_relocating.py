"""A remembered passage is found again, or said to be lost."""

import pytest

from crisis_reader.library import passage_at, relocate
from crisis_reader.text import Span

TEXT = (
    "The court met in Quito on Friday. The speaker resigned before noon. "
    "Crowds filled the square. The speaker left for Lima in the evening."
)


def marked(text: str, words: str) -> tuple[str, str, str]:
    """Quote, before and after of the first place where these words stand."""
    start = text.index(words)
    kept = passage_at(text, Span(start, start + len(words)))
    return kept.quote, kept.before, kept.after


def found(text: str, kept: tuple[str, str, str]) -> str | None:
    """The words found in a text, None where lost."""
    span = relocate(text, *kept)
    return None if span is None else span.of(text)


def test_keeps_32_characters_either_side() -> None:
    """The quote whole, and what stands around it."""
    kept = passage_at(TEXT, Span(38, 45))
    assert (kept.quote, kept.before, kept.after) == (TEXT[38:45], TEXT[6:38], TEXT[45:77])


def test_keeps_less_at_the_ends() -> None:
    """At the start and the end of a text there is less around it."""
    kept = passage_at("one two three", Span(4, 7))
    assert (kept.before, kept.after) == ("one ", " three")


def test_finds_a_passage_that_moved() -> None:
    """A paragraph put in above moves it."""
    kept = marked(TEXT, "resigned before noon")
    assert relocate("New opening.\n\n" + TEXT, *kept) == Span(60, 80)


def test_tells_two_places_apart_by_what_stands_around() -> None:
    """The words occur twice; the surroundings tell."""
    kept = marked(TEXT, "The speaker")
    span = relocate("Update. " + TEXT, *kept)
    assert span == Span(42, 53)


def test_two_places_alike_are_lost() -> None:
    """A text that says the same twice gives no answer."""
    kept = ("It rained.", " ", " ")
    assert relocate("It rained. It rained. It rained. It rained.", *kept) is None


def test_words_that_are_gone_are_lost() -> None:
    """Nothing near is taken instead."""
    assert relocate("Another text altogether.", *marked(TEXT, "resigned before noon")) is None


def test_a_short_word_elsewhere_is_not_taken() -> None:
    """The one other place of a name is another passage."""
    kept = marked("Nothing was said of Quito in the first report of the day.", "Quito")
    assert relocate("Later that year, markets rose. Quito!", *kept) is None


def test_a_long_quote_needs_no_surroundings() -> None:
    """Four words in a row hardly recur by chance."""
    kept = marked(TEXT, "The speaker resigned before noon")
    assert (
        found("Brief: The speaker resigned before noon", kept) == "The speaker resigned before noon"
    )


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("the “first” vote", 'the "first" vote'),
        ("Chávez spoke at length", "Chavez spoke at length"),
        ("two\u00a0hundred people came", "two hundred people came"),
        ("wait… and see what comes", "wait... and see what comes"),
    ],
)
def test_typography_may_change(was: str, now: str) -> None:
    """Quotation marks, accents, spaces and dots written otherwise are the same words."""
    before, after = "All of this was known when ", " on the day of the count."
    kept = marked(before + was + after, was)
    assert found("!" + before + now + after, kept) == now


def test_a_point_between_two_characters() -> None:
    """An empty quote is found by what stands on both sides."""
    kept = passage_at(TEXT, Span(33, 33))
    assert relocate("x" + TEXT, kept.quote, kept.before, kept.after) == Span(34, 34)


def test_a_point_in_an_empty_text() -> None:
    """Only an empty text holds a point with nothing around it."""
    assert (relocate("", "", "", ""), relocate("a", "", "", "")) == (Span(0, 0), None)


def test_a_quote_of_punctuation_alone_is_no_match_for_everything() -> None:
    """What folds to nothing is found nowhere."""
    assert relocate("plain words", "\u200b", "", "") is None
