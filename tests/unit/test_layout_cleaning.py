"""Cleaning: nothing that a terminal obeys comes through, and offsets stay true."""

import pytest

from crisis_reader.layout.cleaning import HIDDEN, REPLACED, clean, visible


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x1b", "␛"),
        ("\x07", "␇"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b", REPLACED),
        ("\u202e", REPLACED),
        ("\u2066", REPLACED),
        ("\ud800", REPLACED),
        ("\ue0b0", REPLACED),
        ("\t", " "),
        ("\n", " "),
        ("\u2028", " "),
        ("\u00a0", " "),
        ("\u00ad", HIDDEN),
        ("\u200b", HIDDEN),
        ("\ufeff", HIDDEN),
        ("\ufe0f", HIDDEN),
        ("\u200d", HIDDEN),
        ("\U0001f3fd", HIDDEN),
        ("é", "é"),
        ("\u0301", "\u0301"),
        ("日", "日"),
        ("[", "["),
    ],
)
def test_each_kind_of_character_has_one_that_stands_for_it(char: str, shown: str) -> None:
    """One code point in, one out: a sign for what must not pass, itself for what may."""
    assert clean(char) == shown


def test_an_escape_sequence_is_shown_not_sent() -> None:
    """A sequence that would clear the screen is readable text afterwards."""
    assert visible("a\x1b[2Jb") == "a␛[2Jb"


def test_hidden_characters_take_no_place_on_a_line() -> None:
    """Soft hyphens and joiners are not drawn."""
    assert visible("presi\u00addent") == "president"
