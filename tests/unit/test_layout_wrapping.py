"""Wrapping: rows of cells, words whole where they fit."""

import pytest

from crisis_reader.layout.wrapping import cells, fitted, wrap


def _rows(text: str, width: int, labels: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[a:b] for a, b in wrap(text, (0, len(text)), width, labels)]


def test_words_stay_whole() -> None:
    """A row ends where the next word would not fit."""
    assert _rows("the council met at noon", 11) == ["the council", "met at noon"]


def test_a_word_wider_than_a_row_is_broken() -> None:
    """Only such a word is cut, at the width."""
    assert _rows("see http://example.org/abc ok", 10) == [
        "see",
        "http://exa",
        "mple.org/a",
        "bc ok",
    ]


def test_wide_characters_count_two_cells() -> None:
    """Four ideographs fill eight cells."""
    assert _rows("日本語話 国", 8) == ["日本語話", "国"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    """Breaking inside a word never leaves an accent alone on a row."""
    text = "e\u0301" * 6
    assert _rows(text, 4) == ["e\u0301" * 4, "e\u0301" * 2]


def test_a_label_makes_its_row_narrower() -> None:
    """What is drawn before a word moves with it to the next row."""
    text = "aaa bbb"
    assert _rows(text, 7) == ["aaa bbb"]
    assert _rows(text, 7, ((4, 1),)) == ["aaa", "bbb"]


def test_a_stretch_is_wrapped_where_it_stands() -> None:
    """Rows are offsets of the whole text, not of the stretch."""
    text = "not this. But this one."
    assert wrap(text, (10, len(text)), 8) == [(10, 18), (19, 23)]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 10, "short"),
        ("the president resigned", 16, "the president…"),
        ("incomprehensible", 8, "incompr…"),
        ("日本語", 4, "日…"),
        ("anything", 0, ""),
    ],
)
def test_a_cut_text_says_so(text: str, width: int, shown: str) -> None:
    """Cut at a word where one ends late enough, and never wider than asked for."""
    assert fitted(text, width) == shown
    assert cells(fitted(text, width)) <= width
