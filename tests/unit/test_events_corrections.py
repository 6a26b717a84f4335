"""A reader's own word on events."""

from datetime import date

import pytest

from crisis_reader import Article, extract_events
from crisis_reader.events import (
    Correction,
    Kind,
    Modality,
    added_events,
    lost_corrections,
    parse_corrections,
)

_TEXT = (
    "President Omar Sadiq resigned. Crowds demand the resignation of Lina Haddad. "
    "The former president left for Cairo."
)
_ARTICLE = Article.from_text(_TEXT, id="shelf/one.txt", language="en")


def _parsed(text: str) -> tuple[Correction, ...]:
    corrections, problems = parse_corrections(text)
    assert not problems
    return corrections


_FIX = """
[[fix]]
article = "one.txt"
quote = "resigned"
before = "Sadiq "
set = { date = 2011-02-11, manner = "forced_out" }
"""


def test_fix_sets_a_day_and_says_so() -> None:
    """A fixed event has the reader's day and shows that it was changed."""
    event = extract_events(_ARTICLE, corrections=_parsed(_FIX))[0]
    assert event.date is not None
    assert event.date.day == date(2011, 2, 11)
    assert event.corrected is not None
    assert "manner was resigned" in event.corrected


def test_reject_keeps_the_event_and_marks_it() -> None:
    """Nothing is deleted: a rejected event is denied and marked."""
    corrections = _parsed('[[reject]]\narticle = "one.txt"\nquote = "resigned"\nwhy = "a rumour"\n')
    event = extract_events(_ARTICLE, corrections=corrections)[0]
    assert (event.rejected, event.modality) == (True, Modality.DENIED)
    assert len(extract_events(_ARTICLE, corrections=corrections)) == len(extract_events(_ARTICLE))


def test_same_person_shows_the_first_name() -> None:
    """Names that a reader joins are shown as the first of them."""
    corrections = _parsed('[[same_person]]\nnames = ["Omar al-Sadiq", "Omar Sadiq"]\n')
    assert extract_events(_ARTICLE, corrections=corrections)[0].person == "Omar al-Sadiq"


def test_apart_unlinks_a_description() -> None:
    """A description that a reader keeps apart from a person is linked to nobody."""
    corrections = _parsed('[[apart]]\nnames = ["Omar Sadiq", "The former president"]\n')
    left = [
        e for e in extract_events(_ARTICLE, corrections=corrections) if e.kind is Kind.DEPARTURE
    ]
    assert [e.person for e in left] == [None]


def test_added_event_stands_apart_from_articles() -> None:
    """What no article says is added once, with its source."""
    corrections = _parsed(
        '[[event]]\nperson = "Lina Haddad"\nkind = "claim"\nsource = "radio"\ndate = 2011-02-12\n'
    )
    (event,) = added_events(corrections)
    assert (event.person, event.asserted_by, event.corrected) == ("Lina Haddad", "radio", "added")


def test_added_event_with_a_quote_belongs_to_its_article() -> None:
    """What extraction missed is added at the words that say it."""
    corrections = _parsed(
        '[[event]]\nperson = "Lina Haddad"\nkind = "exit"\n'
        'article = "one.txt"\nquote = "Crowds demand"\n'
    )
    events = extract_events(_ARTICLE, corrections=corrections)
    assert "Crowds demand" in [_ARTICLE.quote(e.span) for e in events]


@pytest.mark.parametrize(
    ("article", "quote", "said"),
    [
        ("one.txt", "abdicated", "no longer"),
        ("two.txt", "resigned", "no article"),
        ("one.txt", "Cairo", "no event"),
    ],
)
def test_correction_that_no_longer_fits_is_lost(article: str, quote: str, said: str) -> None:
    """A correction whose article, words or event are gone is a problem, not a silence."""
    corrections = _parsed(f'[[reject]]\narticle = "{article}"\nquote = "{quote}"\n')
    text = (
        _ARTICLE
        if quote != "Cairo"
        else Article.from_text("We saw Cairo.", id="one.txt", language="en")
    )
    (problem,) = lost_corrections([text], corrections, extract_events(text))
    assert said in problem.message
    assert problem.line == 1


def test_correction_that_fits_is_not_lost() -> None:
    """A correction in use is no problem."""
    corrections = _parsed(_FIX)
    assert lost_corrections([_ARTICLE], corrections, extract_events(_ARTICLE)) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[fix]\n", "not valid TOML"),
        ('[[fix]]\narticle = "a"\nquote = "b"\n', "needs 'set'"),
        ('[[fix]]\narticle = "a"\nquote = "b"\nset = { colour = "red" }\n', "cannot be set"),
        ('[[event]]\nkind = "party"\n', "party"),
        ('[[event]]\nkind = "exit"\ndate = "soon"\n', "no day"),
        ('[[same_person]]\nnames = ["one"]\n', "two names"),
        ('[[forget]]\nname = "x"\n', "no correction"),
    ],
)
def test_what_cannot_be_read_is_a_problem(text: str, said: str) -> None:
    """A mistake in the file is named with its line; the rest is read on."""
    corrections, problems = parse_corrections(text + '\n[[apart]]\nnames = ["A", "B"]\n')
    assert said in problems[0].message
    assert len(corrections) == (0 if "TOML" in said else 1)


def test_place_is_chosen_by_what_surrounds_it() -> None:
    """Of two equal quotes the one with the words around it is meant."""
    article = Article.from_text(
        "President Omar Sadiq resigned. Premier Ali Rezai resigned.", id="x", language="en"
    )
    corrections = _parsed('[[reject]]\narticle = "x"\nquote = "resigned"\nbefore = "Rezai "\n')
    assert [e.rejected for e in extract_events(article, corrections=corrections)] == [False, True]
