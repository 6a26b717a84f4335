"""What is printed can't command a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_reader.reports.article_json import dumped
from crisis_reader.reports.clean import clean


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mred\x07", "a␛[31mred␇"),
        ("one\ntwo\tthree\r\n", "one two three  "),
        ("csi \x9b31m", "csi \ufffd31m"),
        ("abc\u202edcb", "abc\ufffddcb"),
        ("pay\u200bpal\ufeff", "pay\ufffdpal\ufffd"),
        ("a\u200db", "a\ufffdb"),
        ("lone \ud800", "lone \ufffd"),
        ("so\u00adft", "so\ufffdft"),
        ("tag\U000e0041", "tag\ufffd"),
        ("line\u2028sep", "line sep"),
    ],
)
def test_controls_become_marks(raw: str, shown: str) -> None:
    """Escapes, controls, turns of direction and hidden characters can be seen and do nothing."""
    assert clean(raw) == shown


@pytest.mark.parametrize("text", ["Áñez — “sí” …", "میخواهم", "👩‍👧", "no\u00a0break", "北京"])
def test_letters_of_any_script_stay(text: str) -> None:
    """Joiners between letters that need them are part of the word."""
    assert clean(text) == text


@given(st.text(st.characters(), max_size=40))
def test_nothing_printed_is_a_control(text: str) -> None:
    """Whatever goes in: no control, surrogate or turn of direction comes out, on one line."""
    shown = clean(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in shown} & {"RLO", "LRO", "RLE", "LRE", "PDF"}
    assert len(shown) == len(text)


@given(st.text(st.characters(), max_size=40))
def test_json_says_the_same_with_escapes(text: str) -> None:
    """A document is safe to print and loses nothing by it, lone surrogates included."""
    document = dumped({"quote": text})
    assert clean(document.replace("\n", "")) == document.replace("\n", "")
    assert json.loads(document) == json.loads(json.dumps({"quote": text}))
