"""Styled lines: wrapped, indented, cleaned, their styles kept."""

from crisis_reader.tui.lines.styled import line, rows_of


def _texts(rows: list[list[tuple[str, str]]]) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows]


def test_only_rows_after_the_first_hang() -> None:
    """The first row has the whole width, the others are moved in."""
    assert _texts(rows_of(line("aaa bbb ccc ddd", indent=1, hang=2), 8)) == [
        " aaa bbb",
        "   ccc",
        "   ddd",
    ]


def test_a_style_goes_on_over_a_break() -> None:
    """Each row keeps the style of each of its words."""
    rows = rows_of(line("one ", ("two three", "bold")), 8)
    assert rows == [[("one ", "plain"), ("two", "bold")], [("three", "bold")]]


def test_an_article_cannot_speak_to_the_terminal() -> None:
    """Control characters in any part become signs."""
    assert _texts(rows_of(line("a\x1b[31mb"), 20)) == ["a␛[31mb"]


def test_an_empty_line_is_a_row() -> None:
    """It keeps paragraphs apart."""
    assert rows_of(line(), 10) == [[]]
