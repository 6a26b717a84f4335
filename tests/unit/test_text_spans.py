from crisis_reader.text import Span, complement, merged, trimmed


def test_a_span_slices_what_it_covers() -> None:
    """`of` gives the characters between start and end."""
    assert Span(4, 8).of("the king fled") == "king"


def test_overlap_counts_shared_characters() -> None:
    """Two spans that only touch share nothing."""
    assert Span(0, 4).overlap(Span(2, 9)) == 2
    assert Span(0, 4).overlap(Span(4, 9)) == 0


def test_spans_end_to_end_do_not_touch() -> None:
    """A shared edge is no shared character, whichever span comes first."""
    assert Span(0, 4).touches(Span(3, 9))
    assert not Span(0, 4).touches(Span(4, 9))
    assert not Span(4, 9).touches(Span(0, 4))


def test_trimming_takes_white_space_of_every_kind() -> None:
    """No-break spaces and newlines go from both ends; a blank span becomes empty."""
    assert trimmed("\u00a0 a b\n", Span(0, 6)) == Span(2, 5)
    assert trimmed(" \n ", Span(0, 3)).length == 0


def test_merging_joins_spans_that_touch() -> None:
    """Spans that meet end to end become one; empty ones go."""
    assert merged([Span(5, 7), Span(0, 3), Span(3, 4), Span(9, 9)]) == (Span(0, 4), Span(5, 7))


def test_the_complement_is_what_is_left() -> None:
    """The complement of some spans and the spans themselves tile the whole."""
    assert complement([Span(2, 4), Span(3, 6)], Span(0, 10)) == (Span(0, 2), Span(6, 10))


def test_the_complement_stays_inside_the_whole() -> None:
    """A span that reaches beyond the whole leaves nothing outside it."""
    assert complement([Span(8, 20)], Span(5, 10)) == (Span(5, 8),)
