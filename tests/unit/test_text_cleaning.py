"""Cleaning: nothing that a terminal obeys comes through, and offsets stay true."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_reader.text.cleaning import HIDDEN, REPLACED, clean, escaped, printed, visible

ANY_TEXT = st.text(st.characters(), max_size=40)


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
        ("\u2060", REPLACED),
        ("\u200b", REPLACED),
        ("\ufeff", REPLACED),
        ("\U000e0041", REPLACED),
        ("\ud800", REPLACED),
        ("\ue0b0", REPLACED),
        ("\t", " "),
        ("\n", " "),
        ("\u2028", " "),
        ("\u00a0", " "),
        ("\u00ad", HIDDEN),
        ("\u200e", HIDDEN),
        ("\ufe0f", HIDDEN),
        ("\U0001f3fd", HIDDEN),
        ("\u0600", "\u0600"),
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
    """Soft hyphens are not drawn."""
    assert visible("presi\u00addent") == "president"


def test_a_joiner_between_letters_that_need_it_is_no_mark() -> None:
    """Persian and emoji are whole words and signs, on the screen without their joiners."""
    assert visible("می\u200cخواهم 👩\u200d👧") == "میخواهم 👩👧"


def test_a_joiner_beside_a_latin_letter_is_seen() -> None:
    """A word that only looks like another is not drawn as that other."""
    assert visible("pay\u200dpal") == f"pay{REPLACED}pal"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mred\x07", "a␛[31mred␇"),
        ("one\ntwo\tthree\r\n", "one two three  "),
        ("csi \x9b31m", "csi \ufffd31m"),
        ("abc\u202edcb", "abc\ufffddcb"),
        ("pay\u200bpal\ufeff", "pay\ufffdpal\ufffd"),
        ("a\u200db", "a\ufffdb"),
        ("so\u00adft", "soft"),
        ("line\u2028sep", "line sep"),
    ],
)
def test_controls_become_marks_in_print(raw: str, shown: str) -> None:
    """Escapes, controls, turns of direction and hidden characters can be seen and do nothing."""
    assert printed(raw) == shown


@pytest.mark.parametrize(
    "text", ["Áñez — “sí” …", "می\u200cخواهم", "👩\u200d👧", "❤\ufe0f", "no\u00a0break", "北京"]
)
def test_letters_of_any_script_stay_in_print(text: str) -> None:
    """Joiners between letters that need them are part of the word."""
    assert printed(text) == text


@given(ANY_TEXT)
def test_cleaning_keeps_every_offset(text: str) -> None:
    """One character out for each character in, and no control character among them."""
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != HIDDEN for c in cleaned)


@given(ANY_TEXT)
def test_nothing_printed_is_a_control(text: str) -> None:
    """Whatever goes in: no control, surrogate or turn of direction comes out, on one line."""
    shown = printed(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in shown} & {"RLO", "LRO", "RLE", "LRE", "PDF"}


@given(ANY_TEXT)
def test_json_says_the_same_with_escapes(text: str) -> None:
    """A document is safe to print and loses nothing by it, lone surrogates included."""
    whole = json.dumps({"quote": text}, ensure_ascii=False, indent=2)
    document = escaped(whole)
    assert printed(document.replace("\n", "")) == document.replace("\n", "")
    assert json.loads(document) == {"quote": text}
