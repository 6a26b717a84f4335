"""Articles in JSON documents and JSON Lines."""

import pytest

from crisis_reader.sources.json_articles import read_json, read_json_line


def test_one_object() -> None:
    """An object with a text is an article; unknown keys are ignored."""
    (member,) = read_json('{"title": "T", "text": "Words.", "outlet": "O", "x": [1]}')
    assert (member.text, member.metadata.title, member.metadata.outlet) == ("Words.", "T", "O")
    assert member.name is None


@pytest.mark.parametrize("form", ["[%s, %s]", '{"articles": [%s, %s]}'])
def test_lists(form: str) -> None:
    """A list, bare or under ``articles``, gives an article for each item."""
    item = '{"text": "Words."}'
    assert [m.name for m in read_json(form % (item, item))] == ["item 1", "item 2"]


@pytest.mark.parametrize("item", ['{"title": "no text"}', '{"text": "  "}', '{"text": 3}', "7"])
def test_an_item_without_text_is_a_fault(item: str) -> None:
    """What is no article says why, the rest is read on."""
    first, second = read_json(f'[{item}, {{"text": "Words."}}]')
    assert "text" in (first.fault or "")
    assert second.fault is None


@pytest.mark.parametrize("empty", ["[]", '{"articles": []}'])
def test_an_empty_list_is_a_fault(empty: str) -> None:
    """A file without articles does not pass in silence."""
    (member,) = read_json(empty)
    assert "empty list" in (member.fault or "")


@pytest.mark.parametrize("broken", ['{"text": ', "", "[" * 100_000, "1" * 10_000, '{"a": 1}}'])
def test_broken_documents_are_a_fault(broken: str) -> None:
    """Unfinished, too deep or with too long a number: a fault, no exception."""
    (member,) = read_json(broken)
    assert member.fault


def test_the_line_of_a_broken_document() -> None:
    """A fault names the line where JSON ends to make sense."""
    (member,) = read_json('{\n"text": "a",\n oops }')
    assert member.line == 3


def test_lines_are_named() -> None:
    """A line of JSON Lines is an article of its own."""
    member = read_json_line('{"text": "Words."}\r\n', 12)
    assert member is not None
    assert (member.name, member.line, member.text) == ("line 12", 12, "Words.")


def test_blank_lines_are_nothing() -> None:
    """A blank line is neither article nor fault."""
    assert read_json_line(" \r\n", 1) is None


def test_a_broken_line_says_which() -> None:
    """A fault on a line names it."""
    member = read_json_line('{"text": "Wor', 7)
    assert member is not None
    assert member.line == 7
    assert "line" in (member.fault or "")
