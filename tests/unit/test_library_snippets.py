"""Snippets are stretches of the text itself and show what was looked for."""

from crisis_reader.library.search.query import parse_query
from crisis_reader.library.search.snippets import find_terms, snippet_of
from crisis_reader.text import Span

FILLER = "Nothing much happened on that day in the whole of the province. "


def test_places_are_of_the_text_as_stored() -> None:
    """Accents, a soft hyphen and typographic signs before a word move nothing."""
    text = "“Ñandú…” said Áñez; later A\u0301n\u0303ez and an\u00adez."
    ((first, *others),) = find_terms(text, parse_query("anez ").terms)
    assert first.of(text) == "Áñez"
    assert [span.of(text) for span in others] == ["A\u0301n\u0303ez", "an\u00adez"]


def test_the_stretch_with_most_terms_wins() -> None:
    """One place has both words, an earlier one only one."""
    text = "The court met. " + FILLER * 8 + "The court lacked a quorum. " + FILLER * 8
    snippet = snippet_of(text, find_terms(text, parse_query("court quorum ").terms))
    assert "court lacked a quorum" in snippet.of(text)


def test_words_are_not_cut() -> None:
    """It begins and ends between words."""
    text = FILLER * 5 + "A quorum was there. " + FILLER * 5
    snippet = snippet_of(text, find_terms(text, parse_query("quorum").terms))
    assert text[snippet.start - 1].isspace()
    assert text[snippet.end].isspace()
    assert snippet.length <= 200


def test_without_a_place_it_is_the_beginning() -> None:
    """Only the title had the word."""
    assert snippet_of("---\n\nThe court met.", [()], 5) == Span(5, 19)


def test_a_text_without_spaces() -> None:
    """There is nowhere to cut, and it is cut all the same."""
    text = "x" * 500
    assert snippet_of(text, []).length == 200


def test_an_empty_text() -> None:
    """Nothing to show."""
    assert snippet_of("", [()]) == Span(0, 0)
