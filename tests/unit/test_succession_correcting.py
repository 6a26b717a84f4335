"""A reader's corrections on the line: added, joined, kept apart, rejected, lost."""

from datetime import date

import pytest

from crisis_reader.article import Article
from crisis_reader.events import Correction, parse_corrections
from crisis_reader.reports.chronicle import chronicle_text
from crisis_reader.reports.succession import succession_text
from crisis_reader.reports.succession_json import succession_json
from crisis_reader.succession import Line, Order, StatusWord, line_of_succession

TEXT = "The president of Ruritania, Ana Paz, resigned on Sunday. Crowds cheered in the streets."


def corrections(text: str) -> tuple[Correction, ...]:
    """The corrections of a file without mistakes."""
    read, problems = parse_corrections(text)
    assert problems == ()
    return read


@pytest.fixture
def article() -> Article:
    """One account, dated."""
    return Article.from_text(TEXT, id="fall.txt", published="2031-05-06", language="en")


def drawn(article: Article, ruritania: Order, text: str) -> Line:
    """The line of one article with these corrections."""
    return line_of_succession([article], orders=[ruritania], corrections=corrections(text))


ADDED = """
[[event]]
person = "Leo Roa"
office = "President of Ruritania"
kind = "claim"
date = 2031-05-05
source = "radio"
"""


def test_an_added_event_stands_on_its_rung(article: Article, ruritania: Order) -> None:
    """It is dated by the reader and said to be added; no article is made to say it."""
    line = drawn(article, ruritania, ADDED)
    (status,) = (s for s in line.rungs[0].statuses if s.person == "Leo Roa")
    assert status.word is StatusWord.CLAIMS
    assert status.date is not None
    assert status.date.day == date(2031, 5, 5)
    assert [a.id for a in line.articles] == ["fall.txt"]
    assert "radio, added by the reader: claims the office" in succession_text(line)


def test_an_added_event_stands_in_the_chronicle(article: Article, ruritania: Order) -> None:
    """Once, with who said it."""
    told = chronicle_text(drawn(article, ruritania, ADDED))
    assert told.count("radio, added by the reader.") == 1


REJECTED = '[[reject]]\narticle = "fall.txt"\nquote = "resigned"\nwhy = "a rumour"\n'


def test_a_rejected_event_is_shown_apart(article: Article, ruritania: Order) -> None:
    """It colours no rung, makes no dispute, and is kept with its words."""
    line = drawn(article, ruritania, REJECTED)
    assert [s for rung in line.rungs for s in rung.statuses] == []
    assert [e.event.rejected for e in line.rejected] == [True]
    told = succession_text(line)
    assert "What your corrections reject:" in told
    assert "rejected by the reader: resigned" in told
    assert "corrected: rejected (a rumour)" in told


def test_a_rejected_event_is_marked_in_json(article: Article, ruritania: Order) -> None:
    """With the words it was read from."""
    document = succession_json(drawn(article, ruritania, REJECTED))
    rejected = document["rejected"]
    assert isinstance(rejected, list)
    (event,) = rejected
    assert isinstance(event, dict)
    assert event["rejected"] is True
    span = event["span"]
    assert isinstance(span, dict)
    assert span["quote"] == TEXT[int(str(span["start"])) : int(str(span["end"]))]


def test_a_fix_is_marked(article: Article, ruritania: Order) -> None:
    """The statement says what stood there before."""
    fix = '[[fix]]\narticle = "fall.txt"\nquote = "resigned"\nset = { manner = "forced_out" }\n'
    told = succession_text(drawn(article, ruritania, fix))
    assert "forced out, 4 May 2031" in told
    assert "corrected: fixed: manner was resigned" in told


def test_names_a_reader_joins_are_one_person(article: Article, ruritania: Order) -> None:
    """Under the name the reader gives first."""
    joined = '[[same_person]]\nnames = ["Leo Roa", "Ana Paz"]\n'
    line = drawn(article, ruritania, ADDED + joined)
    assert {s.person for s in line.rungs[0].statuses} == {"Leo Roa"}


def test_names_a_reader_keeps_apart_are_two(article: Article, ruritania: Order) -> None:
    """Even where they would be taken for one."""
    added = ADDED.replace("Leo Roa", "A. Paz")
    assert {s.person for s in drawn(article, ruritania, added).rungs[0].statuses} == {"Ana Paz"}
    apart = drawn(article, ruritania, added + '[[apart]]\nnames = ["Ana Paz", "A. Paz"]\n')
    assert {s.person for s in apart.rungs[0].statuses} == {"Ana Paz", "A. Paz"}


def test_a_correction_that_no_longer_fits_is_a_problem(article: Article, ruritania: Order) -> None:
    """With the file and the line it stands in."""
    gone = '[[reject]]\narticle = "fall.txt"\nquote = "abdicated"\n'
    (problem,) = drawn(article, ruritania, gone).problems
    assert (problem.source, problem.line, problem.lost) == ("corrections.toml", 1, True)


def test_a_correction_of_an_article_not_open_is_a_notice(
    article: Article, ruritania: Order
) -> None:
    """Whoever opens one article of a folder has lost nothing."""
    elsewhere = '[[reject]]\narticle = "rise.txt"\nquote = "resigned"\n'
    (problem,) = drawn(article, ruritania, elsewhere).problems
    assert not problem.lost
