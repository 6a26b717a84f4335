"""Where passages that say the same part: days, extents, conditions, doers, papers, bounds."""

import pytest

from crisis_reader.alignment import Dimension, align
from crisis_reader.alignment.attributions import speaker_contrasts
from crisis_reader.alignment.contrasts import number_contrasts
from crisis_reader.alignment.day_contrasts import day_contrasts
from crisis_reader.alignment.doers import doer_contrasts
from crisis_reader.alignment.extents import condition_contrasts, extent_contrasts
from crisis_reader.alignment.highlights import agreeing_words
from crisis_reader.alignment.parting import Parting
from crisis_reader.alignment.polarity import polarity_contrasts
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.article import Article
from crisis_reader.text.spans import Span


def told(text: str, *, published: str | None = None, language: str = "en") -> Prepared:
    """An article in terms of what it tells."""
    return prepare(Article.from_text(text, language=language, published=published)).told


def first(article: Prepared) -> Span:
    """Its first sentence."""
    return article.sentences[0].span


def days(left: Prepared, right: Prepared) -> list[tuple[str, str]]:
    """The days that differ between the first sentences."""
    found = day_contrasts(left, right, first(left), first(right))
    return [(d.left.of(left.article.text), d.right.of(right.article.text)) for d in found]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "Chad offered him a palace on Monday.",
            "He took the palace that Chad had offered on Sunday.",
            [("Monday", "Sunday")],
        ),
        (
            "Repeal begins in the Senate on Tuesday, followed by the House on Friday.",
            "The House voted on Thursday for repeal.",
            [("Friday", "Thursday")],
        ),
        (
            "3 May 2004: The admiral defects to Samoa.",
            "4 May 2004: The navy's admiral defects.",
            [("3 May 2004", "4 May 2004")],
        ),
        (
            "The envoy reached Suva on 3 May.",
            "The envoy reached Suva on 4 May 2004.",
            [("3 May", "4 May 2004")],
        ),
        (
            "Repeal begins in the Senate on Thursday, followed by the House on Friday.",
            "The House voted on Thursday for repeal.",
            [("Friday", "Thursday")],
        ),
        ("The envoy reached Suva on 3 May.", "The envoy reached Suva on 13 May.", []),
        ("Chad offered him a palace on Monday.", "He sold the palace on Sunday.", []),
        ("3 May 2004: The admiral defects.", "23 May 2004: An admiral defects.", []),
        (
            "3 May 2004: The council backs peace for the islands, with food and water.",
            "4 May 2004: Rebels sign peace after months of war over gold and timber.",
            [],
        ),
        ("Chad said on Monday it would help.", "Chad said on Sunday it would help.", []),
    ],
    ids=[
        "same act",
        "a body's day",
        "list of days",
        "no year",
        "another body's day beside it",
        "too far apart without a year",
        "another act",
        "too far apart",
        "another entry",
        "days of speaking",
    ],
)
def test_days_of_one_act_part(left: str, right: str, wanted: list[tuple[str, str]]) -> None:
    """The words the days stand with must be the same, and the days near each other."""
    assert days(told(left), told(right)) == wanted


def test_a_day_that_the_other_account_tells_too_is_no_difference() -> None:
    """One text may tell both days."""
    left = told("Chad offered him a palace on Monday.")
    right = told("Chad offered him a palace on Sunday. Chad offered the palace again on Monday.")
    assert days(left, right) == []


def test_days_are_resolved_where_the_articles_are_dated() -> None:
    """A weekday before publication may be the date that the other account states."""
    left = told("Chad offered him a palace on Monday.", published="2004-05-05")
    same = told("Chad offered him a palace on 3 May 2004.", published="2004-05-05")
    other = told("Chad offered him a palace on 4 May 2004.", published="2004-05-05")
    assert days(left, same) == []
    assert days(left, other) == [("Monday", "4 May 2004")]


def outcomes(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """The extents and conditions that differ between two sentences."""
    one, other = told(left, language=language), told(right, language=language)
    words = agreeing_words(one, other, first(one), first(other))
    found = extent_contrasts(one, other, words)
    found += condition_contrasts(one, other, first(one), first(other), words)
    assert all(d.dimension is Dimension.OUTCOME for d in found)
    return [(d.left.of(left), d.right.of(right)) for d in found]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "Judges struck down a part of the Press Freedom Act.",
            "Judges overturned the 1990 Press Freedom Act.",
            [
                (
                    "struck down a part of the Press Freedom Act",
                    "overturned the 1990 Press Freedom Act",
                )
            ],
        ),
        ("They burned half of the town.", "They burned the town.", []),
        ("Judges read the Press Freedom Act.", "Judges overturned the Press Freedom Act.", []),
        ("Judges met in part of the Old Town Hall.", "Judges left the Old Town Hall.", []),
    ],
    ids=["part of an act", "no thing of its own", "all of it twice", "a place"],
)
def test_part_of_a_thing_is_not_the_thing(
    left: str, right: str, wanted: list[tuple[str, str]]
) -> None:
    """What is done to part of a thing is set against what is done to it."""
    assert outcomes(left, right) == wanted


def polarity(left: str, right: str) -> list[tuple[str, str]]:
    """The acts that one sentence has as done or sure, and the other as not."""
    one, other = told(left), told(right)
    found = polarity_contrasts(one, other, first(one), first(other))
    assert all(d.dimension is Dimension.OUTCOME for d in found)
    return [(d.left.of(left), d.right.of(right)) for d in found]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "The envoy will meet the widow.",
            "Because it rains, he is unlikely to meet the widow.",
            [("will meet the widow", "unlikely to meet the widow")],
        ),
        (
            "The envoy is expected to sing for sailors and to meet the widow.",
            "The envoy has refused to meet the widow.",
            [("expected to sing for sailors and to meet the widow", "refused to meet the widow")],
        ),
        (
            "The envoy is not expected to meet the widow.",
            "The envoy will also meet the old widow.",
            [],
        ),
        (
            "The envoy isn't expected to meet the widow.",
            "The envoy will also meet the widow.",
            [("isn't expected to meet the widow", "will also meet the widow")],
        ),
        ("Envoy Lima will meet the widow.", "Envoy Quiroga will not meet the widow.", []),
        ("The envoy will meet the widow.", "The envoy will not meet the miners.", []),
        ("The envoy hopes to meet the widow.", "The envoy will not meet the widow.", []),
        ("The envoy will not meet the widow.", "He will never meet the widow.", []),
    ],
    ids=[
        "will, unlikely",
        "a list, refused",
        "another object",
        "not expected",
        "another one's",
        "other people",
        "only hoped",
        "neither",
    ],
)
def test_what_will_be_is_set_against_what_will_not(
    left: str, right: str, wanted: list[tuple[str, str]]
) -> None:
    """The same verb with the same object, sure in one account and not in the other."""
    assert polarity(left, right) == wanted
    assert polarity(right, left) == [(b, a) for a, b in wanted]


def test_an_act_that_only_one_account_has_as_done_makes_a_difference() -> None:
    """It is asked wherever one of two sentences has a word that undoes an act."""
    left = "The envoy will meet the widow of the harbour master on the quay. Rain fell."
    right = "The envoy is unlikely to meet the widow of the harbour master. Ships waited."
    found = align(Article.from_text(left), Article.from_text(right))
    assert [d.dimension for d in found.differences] == [Dimension.OUTCOME]


def test_part_of_a_thing_in_spanish() -> None:
    """The words for a part are rows of a table, by language."""
    left = "El tribunal anuló parte del Código Minero Nacional."
    right = "El tribunal derogó el Código Minero Nacional."
    assert outcomes(left, right, "es") == [
        ("anuló parte del Código Minero Nacional", "derogó el Código Minero Nacional")
    ]


def test_a_condition_of_one_account_is_a_difference() -> None:
    """Who hears of no condition hears of another outcome."""
    left = "The Pacific Forum voted to expel Fiji if it jails him."
    assert outcomes(left, "The Pacific Forum voted to expel Fiji.") == [
        ("Pacific Forum voted to expel Fiji if it jails him.", "Pacific Forum voted to expel Fiji")
    ]
    assert outcomes(left, "The Pacific Forum voted to expel Fiji, should it jail him.") == []
    assert outcomes("He will sail if paid.", "He will sail.") == []


def doers(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """The doers that differ between two sentences."""
    one, other = told(left, language=language), told(right, language=language)
    found = doer_contrasts(one, other, first(one), first(other))
    return [(d.left.of(left), d.right.of(right)) for d in found]


def test_doers_set_against_others_part() -> None:
    """Both accounts say who did it, and who did not."""
    left = "Papers show that ministers, not bankers, drafted the rescue plan."
    right = "She said a group of clerks, not just the treasury, drafted much of the plan."
    assert doers(left, right) == [
        ("ministers, not bankers", "a group of clerks, not just the treasury")
    ]
    assert doers(left, "Old ministers, not clerks, drafted the plan.") == []
    assert doers(left, "Clerks, not ministers, drafted a letter.") == []
    assert doers(left, "Clerks drafted the rescue plan.") == []
    assert doers(left, "Clerks drafted the plan, not ministers.") == []


def test_doers_in_spanish() -> None:
    """The doer may be named before a who."""
    left = "Fueron ministros, no banqueros, quienes redactaron el plan."
    right = "Fueron obreros, no banqueros, quienes redactaron el plan."
    assert doers(left, right, "es") == [("ministros, no banqueros", "obreros, no banqueros")]


def speakers(left: str, right: str) -> list[tuple[str, str]]:
    """The speakers that differ between two sentences."""
    one, other = told(left), told(right)
    spans = first(one), first(other)
    found = speaker_contrasts(one, other, *spans, agreeing_words(one, other, *spans))
    return [(d.left.of(left), d.right.of(right)) for d in found]


def test_a_paper_may_say_what_somebody_says() -> None:
    """The same words, in a lawsuit here and in a mouth there."""
    left = '"The bank lied to every widow in town," Ana Roca said.'
    right = '"The bank lied to every widow in town," the lawsuit states.'
    assert speakers(left, right) == [("Ana Roca", "the lawsuit")]


def test_a_quotation_may_begin_within_the_words_that_agree() -> None:
    """Who is named after a title is who said it; two papers may be one."""
    left = 'The suit alleges that the bank found a "willing and silent partner" in town.'
    right = '"The bank found a willing and silent partner in him," said Mayor Ana Roca.'
    ((paper, person),) = speakers(left, right)
    assert paper == "The suit"
    assert person.endswith("Ana Roca")
    assert speakers(left, left.replace("suit alleges", "complaint says")) == []
    assert speakers(left, right.replace('"', "")) == []


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("The suit covers 700 miners.", "A suit for up to 900 miners.", [("700", "900")]),
        ("As many as 700 miners died.", "Up to 900 miners died.", [("700", "900")]),
        ("The suit covers 700 miners.", "A suit for at least 500 miners.", []),
        ("The suit covers 70 miners.", "A suit for up to 900 miners.", []),
        ("Police shot 72 miners.", "Police shot at tens of thousands of miners.", []),
    ],
    ids=["short of the most", "two mosts", "more than the least", "of another size", "vague"],
)
def test_the_most_that_is_said_is_a_number(
    left: str, right: str, wanted: list[tuple[str, str]]
) -> None:
    """Who writes "up to" names a figure, and another account may name a smaller one."""
    one, other = told(left), told(right)
    found = number_contrasts(one, other, first(one), first(other))
    assert [(d.left.of(left), d.right.of(right)) for d in found] == wanted


def test_a_condition_of_one_account_is_asked_for() -> None:
    """Where one sentence makes the act hang on something and the other does not."""
    one = told("Ministers voted to expel Fiji if it jails the admiral.")
    other = told("Ministers voted to expel Fiji.")
    for left, right in ((one, other), (other, one)):
        assert [d.dimension for d in Parting(left, right, 0, 0).of_one_thing()] == [
            Dimension.OUTCOME
        ]
    assert Parting(one, one, 0, 0).of_one_thing() == ()
