from crisis_reader.events.tokens import read_tokens
from crisis_reader.text import Span


def tokens(text: str) -> list[str]:
    """The folded tokens of a text."""
    return read_tokens(text, Span(0, len(text))).form


def test_what_folds_to_nothing_is_no_token() -> None:
    """A zero-width space or a lone accent between two words leaves the words."""
    assert tokens("Paz \u200b resigned \u0301.") == ["paz", "resigned", "."]


def test_offsets_stay_where_something_was_left_out() -> None:
    """The column of starts counts in the text as it is."""
    text = "\u200bPaz\u200b fled"
    found = read_tokens(text, Span(0, len(text)))
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.raw
    assert found.raw == ["Paz", "fled"]
