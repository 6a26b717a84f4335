"""Layout: nothing is lost, nothing is too wide, the fast way equals the slow one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crisis_reader.article.records import RegionKind
from crisis_reader.layout.layers import flatten
from crisis_reader.layout.page import Block, Row, Rows
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


@given(LATIN, WIDTHS, st.dictionaries(st.integers(0, 199), st.integers(1, 4), max_size=12))
def test_counting_equals_measuring(text: str, width: int, labels: dict[int, int]) -> None:
    """The fast way for Latin text breaks where the general one does, also before labels."""
    part, own = (0, len(text)), [one for one in sorted(labels.items()) if text[one[0] :].strip()]
    own = [(at, size) for at, size in own if text[at] != " "]
    assert wrap(text, part, width, own) == _wrap_any(text, part, width, own, char_width)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_rows_are_those_of_the_blocks(sizes: list[tuple[int, int]]) -> None:
    """Rows made one by one are those of a list: blocks in order, an empty row between two."""
    blocks, wanted, at = [], list[Row](), 0
    for gap, count in sizes:
        spans = [(at + gap + 3 * n, at + gap + 3 * n + 2) for n in range(count + 1)]
        if wanted:
            wanted.append(Row(RegionKind.BODY, wanted[-1].end, wanted[-1].end))
        wanted += [Row(RegionKind.BODY, a, b, a == spans[0][0]) for a, b in spans]
        blocks.append(Block(RegionKind.BODY, spans))
        at = spans[-1][1]
    rows = Rows(blocks)
    assert list(rows) == list(rows[:]) == wanted
    assert [n for n, row in enumerate(wanted) if row.first] == list(rows.firsts)
    for offset in range(at + 3):
        filled = [n for n, row in enumerate(wanted) if row.start < row.end and row.start <= offset]
        assert rows.at(offset) == max(filled, default=0)


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
