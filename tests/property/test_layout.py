"""Layout: nothing is lost, nothing is too wide, the fast way equals the slow one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crisis_reader.layout.layers import flatten
from crisis_reader.layout.wrapping import _wrap_any, cells, char_width, fitted, wrap
from crisis_reader.text.cleaning import clean, visible

TEXTS = st.text(max_size=200)
WIDTHS = st.integers(min_value=1, max_value=40)
LATIN = st.text(alphabet="abcdeéñ ,.“”’—", max_size=200)


@given(TEXTS, WIDTHS)
def test_rows_hold_every_character_once(text: str, width: int) -> None:
    """All that is not a space stands in exactly one row, in order."""
    cleaned = clean(text)
    rows = wrap(cleaned, (0, len(cleaned)), width)
    assert "".join(cleaned[a:b] for a, b in rows).replace(" ", "") == cleaned.replace(" ", "")
    assert all(a < b for a, b in rows)
    assert all(one[1] <= other[0] for one, other in pairwise(rows))


@given(TEXTS, st.integers(min_value=2, max_value=40))
def test_no_row_is_too_wide(text: str, width: int) -> None:
    """Two cells are enough for any one character."""
    cleaned = clean(text)
    for a, b in wrap(cleaned, (0, len(cleaned)), width):
        assert cells(cleaned[a:b]) <= width


@given(LATIN, WIDTHS)
def test_counting_equals_measuring(text: str, width: int) -> None:
    """The fast way for Latin text breaks where the general one does."""
    part = (0, len(text))
    assert wrap(text, part, width) == _wrap_any(text, part, width, (), char_width)


@given(TEXTS, WIDTHS)
def test_a_fitted_text_fits(text: str, width: int) -> None:
    """Never wider than asked for."""
    assert cells(fitted(visible(text), width)) <= width


@given(st.text(alphabet="aZ9é“—…日本한ア①▲│\u0301"))
def test_cells_are_those_of_the_terminal_library(text: str) -> None:
    """Own counting agrees with the screen's for the scripts and signs in use here."""
    assert cells(text) == sum(map(cell_len, text))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 5)), max_size=12))
def test_runs_tell_what_lies_over_each_character(spans: list[tuple[int, int, int]]) -> None:
    """The same as asking every span for every character."""
    layers = flatten(spans)
    flat = [keys for a, b, keys in layers.pieces(0, 60) for _ in range(a, b)]
    assert flat == [
        tuple(key for start, end, key in spans if start <= at < end) for at in range(60)
    ]
