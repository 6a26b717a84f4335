import pytest

from crisis_reader.text import Span, fold, fold_word


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Áñez", "anez"),
        ("“coup”", '"coup"'),
        ("d’état", "d'etat"),
        ("2006–2019", "2006-2019"),
        ("La\u00a0Paz", "la paz"),
        ("Łódź", "lodz"),
        ("straße", "strasse"),
        ("e\u0301lite", "elite"),
        ("co\u00adup", "coup"),
        ("İzmir", "izmir"),
        ("ﬁnal", "final"),
    ],
)
def test_what_differs_only_in_type_folds_to_one_form(written: str, folded: str) -> None:
    """Case, accents, quotes, dashes, spaces, ligatures and invisible signs fold away."""
    assert fold(written).text == folded
    assert fold_word(written) == folded


def test_one_character_that_becomes_three_keeps_its_offset() -> None:
    """An ellipsis becomes three points, each of which came from the one character."""
    folded = fold("a… b")
    assert folded.text == "a... b"
    assert folded.span(1, 2) == Span(1, 2)


def test_a_mark_that_vanishes_stays_with_its_letter() -> None:
    """The span of a folded letter takes in the combining accent that followed it."""
    folded = fold("re\u0301y")
    assert folded.text == "rey"
    assert folded.span(1, 2) == Span(1, 3)


def test_an_empty_stretch_has_an_empty_span() -> None:
    """Folding nothing gives offsets that still hold the end."""
    assert fold("").span(0, 0) == Span(0, 0)
    assert fold("añ").span(2, 2) == Span(2, 2)


def test_a_surrogate_is_kept_as_it_is() -> None:
    """A lone surrogate has no folded form and must not break the text."""
    assert fold("a\ud800b").text == "a\ud800b"
