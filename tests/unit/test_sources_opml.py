"""Lists of subscriptions come in and go out."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisis_reader.errors import Problem
from crisis_reader.sources.opml import Subscription, read_opml, read_opml_file, write_opml
from crisis_reader.sources.parsing import Parser

LIST = """<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="1.1"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Diario de la tarde \xe9" type="rss"
 xmlUrl="https://diario.example/rss" htmlUrl="https://diario.example/"/>
 <outline text="Deep"><outline title="Post" xmlUrl="https://post.example/feed?a=1&amp;b=2"/></outline>
</outline><outline text="Again" xmlUrl="https://diario.example/rss"/>
<outline text="A page" type="link" url="https://page.example/"/></body></opml>"""


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    """One process for all of them."""
    with closing(Parser()) as opened:
        yield opened


def test_feeds_of_all_folders(parser: Parser) -> None:
    """In order, each once, with titles in the encoding that the list declares."""
    assert read_opml(LIST.encode("latin-1"), "list", parser) == (
        Subscription(address="https://diario.example/rss", title="Diario de la tarde é"),
        Subscription(address="https://post.example/feed?a=1&b=2", title="Post"),
    )


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"hello", "is no OPML"),
        (b"", "is no OPML"),
        (b"a\0b", "not a text file"),
        (b"<opml version='2.0'><body></body></opml>", "names no feeds"),
    ],
)
def test_what_is_no_list_is_told(parser: Parser, raw: bytes, told: str) -> None:
    """With what to do."""
    (problem,) = read_opml(raw, "list", parser)
    assert isinstance(problem, Problem)
    assert told in problem.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is told like any other."""
    (problem,) = read_opml_file(str(tmp_path / "none.opml"))
    assert isinstance(problem, Problem)
    assert "could not be read" in problem.message


def test_what_goes_out(tmp_path: Path) -> None:
    """Feeds with their addresses, pages as links, markup in titles harmless."""
    text = write_opml(
        [
            Subscription(address="https://post.example/feed?a=1&b=2", title='The "Post" <b>'),
            Subscription(address="https://page.example/", is_page=True),
        ],
        "mine & yours",
    )
    assert "<title>mine &amp; yours</title>" in text
    assert 'type="link" url="https://page.example/"' in text
    file = tmp_path / "out.opml"
    file.write_text(text, "utf-8")
    assert read_opml_file(str(file)) == (
        Subscription(address="https://post.example/feed?a=1&b=2", title='The "Post" <b>'),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(title=st.text(min_size=1, max_size=40))
def test_any_title_comes_back(parser: Parser, title: str) -> None:
    """But what XML may not hold, and blanks in a row."""
    text = write_opml([Subscription(address="https://post.example/", title=title)], "x")
    (one,) = read_opml(text.encode("utf-8", "replace"), "list", parser)
    assert isinstance(one, Subscription)
    assert one.address == "https://post.example/"
    if title.isalnum() and title.isascii():
        assert one.title == title


def test_a_title_of_the_list_holds_nothing_that_xml_may_not() -> None:
    """Control characters and half characters in it become marks."""
    written = write_opml([], "news\x00 & \ud800")
    assert "<title>news\ufffd &amp; \ufffd</title>" in written
