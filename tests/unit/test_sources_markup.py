"""Tags and text, in time that grows with the length only."""

import time

import pytest

from crisis_reader.sources.markup import Tag, tokens


def test_tags_and_text() -> None:
    """Names and attributes in lower case, references resolved, three ways of quoting."""
    assert list(tokens("<P Class=a ID='b' title=\"c>d\">1 &lt; 2</P >")) == [
        Tag("p", attributes={"class": "a", "id": "b", "title": "c>d"}),
        "1 < 2",
        Tag("p", closes=True),
    ]


@pytest.mark.parametrize(
    "markup",
    ["<!-- <p>no</p> -->", "<!DOCTYPE html>", "<?xml version='1.0'?>", "<!-- unclosed <p>"],
)
def test_declarations_and_comments_are_left_out(markup: str) -> None:
    """They are neither tags nor text."""
    assert list(tokens(markup)) == []


@pytest.mark.parametrize("text", ["a < b", "<3", "1 <2> 3", "x <"])
def test_a_bare_sign_is_text(text: str) -> None:
    """Only a letter makes a tag."""
    assert "".join(t for t in tokens(text) if isinstance(t, str)) == text


def test_the_first_of_two_attributes_counts() -> None:
    """As browsers have it."""
    assert list(tokens("<a b=1 B=2>")) == [Tag("a", attributes={"b": "1"})]


def test_scripts_hold_characters_only() -> None:
    """Nothing within looks like a tag, no reference is resolved; a title's are."""
    assert list(tokens('<script>"<p>&lt;"</SCRIPT><title><b>&amp;</title>')) == [
        Tag("script"),
        '"<p>&lt;"',
        Tag("script", closes=True),
        Tag("title"),
        "<b>&",
        Tag("title", closes=True),
    ]


def test_an_unclosed_quote_ends_with_its_tag() -> None:
    """A forgotten quotation mark does not swallow the page."""
    found = list(tokens('<p><a href="x>Link</a> words</p>'))
    assert " words" in found


def test_a_number_too_long_for_a_character() -> None:
    """Thousands of digits are a mark, not an exception."""
    assert list(tokens("a&#" + "9" * 5000 + ";b")) == ["a\ufffdb"]


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a b='", "<a x='>' ", "<!-- ", "<!x ", "</x ", "<?x ", "<script>", "&#1"]
)
def test_what_is_never_closed_costs_little(piece: str) -> None:
    """A hundred thousand of each take a fraction of a second; in the square of it, many minutes."""
    begun = time.perf_counter()
    list(tokens(piece * 100_000))
    assert time.perf_counter() - begun < 10
