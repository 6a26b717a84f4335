"""Work grows with the length of a text, whatever it is made of: nobody's file stops the reader.

Work is counted in lines of our code that are run, so that a busy machine changes nothing.
"""

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from crisis_reader.alignment import align
from crisis_reader.alignment.claims import MOST
from crisis_reader.alignment.preparing import prepare
from crisis_reader.article import Article
from crisis_reader.events import extract_events
from crisis_reader.events.bearers import Bearers
from crisis_reader.events.identity import kept_under, same_person, sought_under
from crisis_reader.succession import line_of_succession

if TYPE_CHECKING:
    from _typeshed import TraceFunction

SHORT, TIMES = 80, 4
"""Sentences, and so many times as many."""

LINEAR = 1.6 * TIMES
"""Times the work that is growth with the length, until what is looked back to has its full length;
growth in its square would be 16."""


def named(number: int) -> str:
    """A sentence on a person of its own."""
    letters = random.Random(number)
    names = ("".join(letters.choices("abdegiklmnoprstuv", k=7)).title() for _ in range(2))
    return f"{' '.join(names)} resigned. "


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence without an end": lambda n: "President Ana Paz resigned on Monday and " * n,
    "the same sentence": lambda n: "President Ana Paz resigned on Monday after protests. " * n,
    "a name in each sentence": lambda n: "".join(map(named, range(n))),
    "commas": lambda n: "resigned, " * 2 * n,
    "pronouns": lambda n: "He resigned a day after. " * 2 * n,
    "quotations that nobody closes": lambda n: "“She resigned on Monday " * n,
    "brackets that nobody closes": lambda n: "(she resigned " * n,
}


def lines_run(work: Callable[[Article], object], text: str) -> int:
    """How many lines of this package the work takes."""
    article, count = Article.from_text(text), 0

    def count_line(_frame: FrameType, event: str, _argument: object) -> "TraceFunction":
        nonlocal count
        count += event == "line"
        return count_line

    def enter(frame: FrameType, _event: str, _argument: object) -> "TraceFunction | None":
        return count_line if "crisis_reader" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work(article)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("made", TEXTS.values(), ids=TEXTS)
def test_events_take_work_with_the_length(made: Callable[[int], str]) -> None:
    """Four times the text, about four times the work."""
    extract_events(Article.from_text(made(1)))  # tables are read once
    short = lines_run(extract_events, made(SHORT))
    long = lines_run(extract_events, made(SHORT * TIMES))
    assert long < LINEAR * short


def test_a_line_of_many_people_takes_work_with_their_number() -> None:
    """A name is compared with those that look like it, not with all."""
    made = TEXTS["a name in each sentence"]

    def work(article: Article) -> object:
        return line_of_succession([article])

    work(Article.from_text(made(1)))
    assert lines_run(work, made(SHORT * TIMES)) < LINEAR * lines_run(work, made(SHORT))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Paz", "Ana Paz Roa"),
        ("A. Paz", "Ana Paz"),
        ("A. B.", "Ana Bo"),
        ("Ana B.", "A. Bo"),
        ("José Hugo Roldán", "Hugo Roldan"),
        ("Leo Moralez", "Leo Morales"),
        ("Leo Mralese", "Leo Moralese"),
        ("Paz", "Ana Paz"),
    ],
)
def test_names_of_one_person_are_looked_for_together(one: str, other: str) -> None:
    """Whatever one rule takes for one name the index of names finds."""
    assert same_person(one, other)
    assert kept_under(one) & sought_under(other)
    assert kept_under(other) & sought_under(one)


def test_the_index_of_names_finds_what_the_rule_joins() -> None:
    """Names strung together from few words, with all that makes two spellings one."""
    words = "ana ann bo a b morales moralez paz garcia garzia jose hugo roldan ortegas ortega"
    drawn = random.Random(7)

    def name() -> str:
        return " ".join(drawn.choices(words.split(), k=drawn.randint(1, 4)))

    pairs = ((name(), name()) for _ in range(5000))
    joined = [(a, b) for a, b in pairs if same_person(a, b)]
    assert len(joined) > 50
    assert all(kept_under(a) & sought_under(b) for a, b in joined)


def test_no_name_is_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand people each is compared with a handful."""
    asked = 0

    def counted(one: str, other: str) -> bool:
        nonlocal asked
        asked += 1
        return same_person(one, other)

    monkeypatch.setattr(f"{Bearers.__module__}.same_person", counted)
    extract_events(Article.from_text(TEXTS["a name in each sentence"](1000)))
    assert asked < 1000 * 50


def test_claims_are_compared_up_to_a_number() -> None:
    """Each claim is compared with each, so a text that repeats one is read so far only."""
    text = TEXTS["the same sentence"](MOST + 50)
    article = prepare(Article.from_text(text))
    assert len(article.reading.claims) == MOST
    assert align(article, Article.from_text(TEXTS["the same sentence"](3))).matches
