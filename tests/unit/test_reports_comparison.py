"""A comparison in words and in JSON, from an alignment made by hand."""

import json
from datetime import date
from typing import Any

import pytest

from crisis_reader.alignment import (
    Alignment,
    Difference,
    Dimension,
    Grade,
    LookAlike,
    Match,
    MatchKind,
    Profile,
)
from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.reports.comparison_json import comparison_json
from crisis_reader.reports.comparison_text import comparison_text
from crisis_reader.reports.json_parts import dumped
from crisis_reader.text import Span

LEFT = Article.from_text(
    "The minister resigned. Five died in the fire.", id="l", title="L", note="sample"
)
RIGHT = Article.from_text("The minister was sacked. Nine died in the fire.", id="r", title="R")


def spans(left: str, right: str) -> tuple[Span, Span]:
    """Where these words stand in the two articles."""
    one, other = LEFT.text.index(left), RIGHT.text.index(right)
    return Span(one, one + len(left)), Span(other, other + len(right))


def difference(dimension: Dimension, left: str, right: str) -> Difference:
    """A difference between these words."""
    one, other = spans(left, right)
    return Difference(dimension=dimension, left=one, right=other)


def alignment() -> Alignment:
    """A strong and a weak match, a difference inside and one apart, a look-alike."""
    number = difference(Dimension.NUMBER, "Five", "Nine")
    title = difference(Dimension.TITLE, "minister", "minister")
    fire, exits = (
        spans("Five died in the fire.", "Nine died in the fire."),
        spans("resigned", "sacked"),
    )
    near = Match(
        left=fire[0],
        right=fire[1],
        score=0.91,
        grade=Grade.STRONG,
        kind=MatchKind.NEAR,
        group=1,
        words=(spans("died", "died"),),
        differences=(number,),
        because="fire",
    )
    weak = Match(
        left=exits[0],
        right=exits[1],
        score=0.4,
        grade=Grade.WEAK,
        kind=MatchKind.SAME_CLAIM,
        group=0,
        because="both say that the minister left office",
    )
    alike = spans("The minister", "The minister")
    return Alignment(
        left=LEFT,
        right=RIGHT,
        profile=Profile.NEWS,
        matches=(weak, near),
        differences=(number, title),
        look_alikes=(LookAlike(left=alike[0], right=alike[1], reason="another minister"),),
    )


def test_the_text_tells_everything_once() -> None:
    """Articles, count, match with both wordings, differences inside and apart, look-alike."""
    assert comparison_text([LEFT, RIGHT], [alignment()]).splitlines() == [
        'A is "L", no outlet, undated, 8 words, English, sample.',
        'B is "R", no outlet, undated, 9 words, English.',
        "A and B share 1 passage; 1 weaker not told.",
        (
            "Match 1 of 1: nearly the same words; strong, about 9 in 10 such are right; "
            "both have: fire."
        ),
        'Match 1, A: "Five died in the fire."',
        'Match 1, B: "Nine died in the fire."',
        'Match 1: they differ in how many: A "Five", B "Nine".',
        'Apart from the matches: they differ in title used: A "minister", B "minister".',
        'Alike in words only: A "The minister", B "The minister": another minister.',
    ]


def test_weaker_matches_on_request() -> None:
    """The grade is said with each."""
    text = comparison_text([LEFT, RIGHT], [alignment()], at_least=Grade.WEAK)
    assert "A and B share 2 passages." in text
    assert (
        "Match 1 of 2: same claim; weak, about 1 in 7 such are right; "
        "both say that the minister left office."
    ) in text


def test_what_an_article_says_elsewhere() -> None:
    """A difference that the article itself bridges says so."""
    one, other = spans("Five", "Nine")
    also_left, also_right = spans("The minister", "The minister")
    number = Difference(
        dimension=Dimension.NUMBER,
        left=one,
        right=other,
        left_also=also_left,
        right_also=also_right,
    )
    apart = Alignment(left=LEFT, right=RIGHT, profile=Profile.NEWS, differences=(number,))
    assert comparison_text([LEFT, RIGHT], [apart]).splitlines()[-1] == (
        'Apart from the matches: they differ in how many: A "Five", B "Nine"; '
        'A also: "The minister"; B also: "The minister".'
    )


def test_the_days_that_two_like_wordings_stand_for() -> None:
    """The same words on different days are told with the days; where one is open it is left out."""
    one, other = spans("Five", "Nine")
    days = Difference(dimension=Dimension.DATE, left=one, right=other, left_day=date(2031, 9, 15))
    apart = Alignment(left=LEFT, right=RIGHT, profile=Profile.NEWS, differences=(days,))
    assert comparison_text([LEFT, RIGHT], [apart]).splitlines()[-1] == (
        'Apart from the matches: they differ in which day: A "Five" (15 September 2031), B "Nine".'
    )


def test_no_match_says_why() -> None:
    """An empty comparison is explained."""
    nothing = Alignment(left=LEFT, right=RIGHT, profile=Profile.NEWS)
    assert "share no passage" in comparison_text([LEFT, RIGHT], [nothing])


def test_the_document_holds_every_grade() -> None:
    """Each match says whether it is shown by default."""
    document = json.loads(dumped(comparison_json([LEFT, RIGHT], [alignment()])))
    assert [(m["grade"], m["shown"]) for m in document["matches"]] == [
        ("weak", False),
        ("strong", True),
    ]
    assert [a["letter"] for a in document["articles"]] == ["A", "B"]
    assert document["articles"][0]["note"] == "sample"


def test_problems_are_in_the_document() -> None:
    """A program that reads the document learns what is missing from it."""
    problem = Problem(source="x.txt", message="is empty", line=2)
    document = json.loads(dumped(comparison_json([LEFT, RIGHT], [alignment()], [problem])))
    assert document["problems"] == [
        {"source": "x.txt", "line": 2, "message": "is empty", "lost": True}
    ]


@pytest.mark.parametrize("key", ["matches", "differences", "look_alikes", "only"])
def test_every_quote_is_its_slice(key: str) -> None:
    """Whatever has a start and an end quotes exactly these characters of its article."""
    texts = {"l": LEFT.text, "r": RIGHT.text}
    document = json.loads(dumped(comparison_json([LEFT, RIGHT], [alignment()])))
    found = list(spans_in(document[key]))
    assert found
    assert all(s["quote"] == texts[s["article"]][s["start"] : s["end"]] for s in found)


def spans_in(value: object) -> list[dict[str, Any]]:
    """Every object with start, end and quote, however deep."""
    if isinstance(value, list):
        return [s for item in value for s in spans_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "quote" in value else []
    return own + [s for item in value.values() for s in spans_in(item)]
