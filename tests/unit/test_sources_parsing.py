"""The process that reads what strangers wrote: it answers, and when it dies another one does."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from crisis_reader.sources import parsing
from crisis_reader.sources.feed import NoFeedError, read_feed
from crisis_reader.sources.opml import read_opml
from crisis_reader.sources.parsing import Parser, ParsingError

PAGE = "<html><body><article><h1>Court meets</h1>{}</article></body></html>".format(
    "<p>The court of Ruritania met on Friday and heard the speaker of the assembly.</p>" * 9
)
FEED = (
    "<rss version='2.0'><channel><title>Post</title><item><title>A</title></item></channel></rss>"
)


@pytest.fixture
def parser() -> Iterator[Parser]:
    """A parser whose process is ended afterwards."""
    with closing(Parser()) as opened:
        yield opened


def process_of(parser: Parser) -> int:
    """Its number."""
    assert parser._process is not None
    return parser._process.pid


def test_one_process_answers_many_questions(parser: Parser) -> None:
    """Pages and feeds alike."""
    assert "The court of Ruritania met" in str(parser.content(PAGE))
    number = process_of(parser)
    feed = parser.feed(FEED, "https://post.example/feed")
    assert feed is not None
    assert (feed["is_feed"], feed["title"]) == (True, "Post")
    assert process_of(parser) == number


def test_nothing_is_started_before_it_is_needed() -> None:
    """A parser that is asked nothing costs nothing."""
    with closing(Parser()) as parser:
        assert parser._process is None


def test_a_page_without_an_article(parser: Parser) -> None:
    """None, and the process goes on."""
    assert parser.content("") is None
    assert parser.content("<p>") is None
    assert parser.content(PAGE)


def test_a_process_that_died_is_replaced(parser: Parser) -> None:
    """What was asked of it since is asked of the next one."""
    parser.content(PAGE)
    os.kill(process_of(parser), signal.SIGKILL)
    assert parser.content(PAGE)


def test_a_process_that_is_killed_in_the_middle_is_replaced(parser: Parser) -> None:
    """The document it was at is read by the next one."""
    parser.content(PAGE)
    first = process_of(parser)
    os.kill(first, signal.SIGSTOP)
    threading.Timer(0.2, os.kill, (first, signal.SIGKILL)).start()
    assert parser.feed(FEED, "https://post.example/feed")
    assert process_of(parser) != first


def test_a_document_that_no_process_survives(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is read without; a feed and a list are refused, and say so."""
    monkeypatch.setattr(parsing, "_PROGRAM", "antigravity.none")
    assert parser.content(PAGE) is None
    for ask in (
        lambda: parser.feed(FEED, "https://post.example/"),
        lambda: parser.subscriptions(""),
    ):
        with pytest.raises(ParsingError, match="ended, or took too long"):
            ask()
    with pytest.raises(NoFeedError, match="refresh it again"):
        read_feed(FEED, "https://post.example/", parser)
    (problem,) = read_opml(b"<opml/>", "x.opml", parser)
    assert "add it again" in str(problem)
    monkeypatch.undo()
    assert parser.feed(FEED, "https://post.example/")


def test_a_question_that_takes_too_long() -> None:
    """It is given up with its process."""
    with closing(Parser(seconds=0.0)) as parser:
        assert parser.content(PAGE) is None
        assert parser._process is None


def test_an_answer_that_is_too_long(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up, too."""
    monkeypatch.setattr(parsing, "_LARGEST_ANSWER", 10)
    monkeypatch.setattr(parsing, "_PIECE", 16)
    assert parser.content(PAGE) is None


def test_a_long_page(parser: Parser) -> None:
    """Longer than a pipe holds, in both directions."""
    body = "".join(f"<p>The court of district {n} met on Friday.</p>" for n in range(20_000))
    assert (
        len(str(parser.content(f"<html><body><article>{body}</article></body></html>"))) > 200_000
    )


def test_half_characters_do_no_harm(parser: Parser) -> None:
    """They come from broken encodings."""
    assert parser.feed(FEED.replace("Post", "Po\ud800st"), "https://post.example/feed")
