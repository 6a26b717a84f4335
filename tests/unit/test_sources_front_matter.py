"""Front matter: strings as they stand, the offset of the body, and nothing a note does not need."""

import pytest

from crisis_reader.sources.front_matter import read_front_matter
from crisis_reader.text import Span


def test_scalars_stay_strings() -> None:
    """A day is no date object and ``no`` is no boolean."""
    block = read_front_matter("---\npublished: 2019-11-15\nnote: no\nn: 012\n---\nBody")
    assert block.fields == {"published": "2019-11-15", "note": "no", "n": "012"}


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: x\n---\n",
        "\ufeff---\r\ntitle: x\r\n---  \r\n",
        "---\ntitle: x\n...\n",
        "---\n---\n",
    ],
)
def test_the_body_begins_after_the_block(head: str) -> None:
    """Byte order mark, both line ends and both closing lines belong to the block."""
    assert read_front_matter(head + "Body").span == Span(0, len(head))


def test_lists_and_nested_values() -> None:
    """Lists of scalars are kept, a mapping as its scalars, deeper things as nothing."""
    block = read_front_matter("---\ntags: [a, [b], c]\npublisher: {name: X, at: {b: c}}\n---\n")
    assert block.fields == {"tags": ["a", None, "c"], "publisher": {"name": "X", "at": None}}


@pytest.mark.parametrize("text", ["Body", "--- a\nb: c\n---\n", "---\nProse, no keys\n---\n", ""])
def test_prose_between_rules_is_no_metadata(text: str) -> None:
    """Without a mapping there is no front matter and nothing to remark."""
    block = read_front_matter(text)
    assert (block.span, block.fields, block.remark) == (None, {}, None)


def test_broken_yaml_is_left_to_the_text() -> None:
    """The remark names the line in the file."""
    block = read_front_matter('---\ntitle: ok\nnote: "unclosed\n---\nBody')
    assert block.span is None
    assert "not valid YAML" in (block.remark or "")
    assert block.line == 4


def test_a_missing_end_is_said() -> None:
    """A block that is never closed is text, and the remark says what to add."""
    assert "closing line" in (read_front_matter("---\ntitle: x\n\nBody").remark or "")


@pytest.mark.parametrize(
    ("yaml", "why"),
    [
        ("a: &x 1\nb: *x", "alias"),
        (f"a: {'[' * 60000}", "nest"),
        (f"a: {'[' * 20}{']' * 20}", "nest"),
    ],
    ids=["aliases", "nesting", "some nesting"],
)
def test_tricks_are_refused(yaml: str, why: str) -> None:
    """Aliases (a billion laughs) and deep nesting are for attackers.

    Newer parsers count the nesting themselves and say so in their own words.
    """
    assert why in (read_front_matter(f"---\n{yaml}\n---\n").remark or "")


def test_the_first_of_two_equal_keys_counts() -> None:
    """A later line can't overrule what stands on top."""
    assert read_front_matter("---\na: 1\na: 2\n---\n").fields == {"a": "1"}
