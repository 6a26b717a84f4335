"""Layers: overlapping spans as runs side by side."""

from crisis_reader.layout.layers import flatten


def test_nested_spans_lie_over_each_other() -> None:
    """Inside the inner span both keys hold, in the order given."""
    layers = flatten([(0, 10, "match"), (3, 5, "word")])
    assert list(layers.pieces(0, 12)) == [
        (0, 3, ("match",)),
        (3, 5, ("match", "word")),
        (5, 10, ("match",)),
        (10, 12, ()),
    ]


def test_a_row_gets_only_its_part() -> None:
    """Pieces are clipped to the row asked for."""
    layers = flatten([(0, 10, "match"), (20, 30, "other")])
    assert list(layers.pieces(8, 22)) == [(8, 10, ("match",)), (10, 20, ()), (20, 22, ("other",))]


def test_without_spans_a_row_is_one_plain_piece() -> None:
    """Nothing marked: one run without keys."""
    assert list(flatten([]).pieces(4, 9)) == [(4, 9, ())]


def test_an_empty_span_marks_nothing() -> None:
    """A span without characters leaves no run."""
    assert flatten([(5, 5, "nothing")]).bounds == ()
