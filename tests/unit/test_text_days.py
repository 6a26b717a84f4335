from datetime import date

import pytest

from crisis_reader.text import DayKind, Span, Step, read_days, stated_dates


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("on November 21, 2017", 2017, 11, 21),
        ("on November 21 2017", 2017, 11, 21),
        ("on Nov. 21, 2017", 2017, 11, 21),
        ("on 21 November 2017", 2017, 11, 21),
        ("on 21st November 2017", 2017, 11, 21),
        ("on the 21st of November", None, 11, 21),
        ("on 20 October", None, 10, 20),
        ("on May 20", None, 5, 20),
        ("on Tuesday, November 21", None, 11, 21),
        ("2017-11-21", 2017, 11, 21),
        ("on 21.11.2017", 2017, 11, 21),
        ("on 11/21/2017", 2017, 11, 21),
        ("NOVEMBER 21, 2017", 2017, 11, 21),
    ],
)
def test_dates_in_the_forms_of_newspapers(
    text: str, year: int | None, month: int, day: int
) -> None:
    """British, American and ISO dates, with and without the year."""
    (found,) = read_days(text)
    assert (found.kind, found.year, found.month, found.day) == (DayKind.DATE, year, month, day)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("el 20 de mayo", None, 5, 20),
        ("el 21 de noviembre de 2017", 2017, 11, 21),
        ("el 21 de noviembre del 2017", 2017, 11, 21),
        ("el martes 21 de noviembre", None, 11, 21),
        ("el 1ro de mayo", None, 5, 1),
        ("el 1º de mayo", None, 5, 1),
        ("el 3/4/2017", 2017, 4, 3),
    ],
)
def test_spanish_dates(text: str, year: int | None, month: int, day: int) -> None:
    """Spanish dates; figures are day before month."""
    (found,) = read_days(text, None, "es")
    assert (found.kind, found.year, found.month, found.day) == (DayKind.DATE, year, month, day)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("since October 2017", DayKind.MONTH, "October 2017"),
        ("in March they met", DayKind.MONTH, "March"),
        ("elected in 2006", DayKind.YEAR, "2006"),
        ("the 2006 election", DayKind.YEAR, "2006"),
        ("late Monday night", DayKind.WEEKDAY, "Monday"),
        ("last Friday", DayKind.WEEKDAY, "last Friday"),
        ("they met yesterday", DayKind.NEAR, "yesterday"),
        ("last month's vote", DayKind.NEAR, "last month"),
        ("three days ago", DayKind.NEAR, "three days ago"),
        ("a day after the vote", DayKind.ANCHORED, "a day after"),
        ("the next day", DayKind.ANCHORED, "the next day"),
        ("on the eve of the vote", DayKind.ANCHORED, "on the eve of"),
        ("two weeks later", DayKind.ANCHORED, "two weeks later"),
    ],
)
def test_other_mentions(text: str, kind: DayKind, words: str) -> None:
    """Months, years, weekdays and what counts from today or from an event."""
    (found,) = read_days(text)
    assert (found.kind, found.words) == (kind, words)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("el lunes pasado", DayKind.WEEKDAY, "lunes pasado"),
        ("el próximo martes", DayKind.WEEKDAY, "próximo martes"),
        ("ayer por la mañana", DayKind.NEAR, "ayer"),
        ("vota mañana el Congreso", DayKind.NEAR, "mañana"),
        ("hace tres días", DayKind.NEAR, "hace tres días"),
        ("el mes pasado", DayKind.NEAR, "el mes pasado"),
        ("al día siguiente", DayKind.ANCHORED, "al día siguiente"),
        ("dos días después", DayKind.ANCHORED, "dos días después"),
        ("en vísperas de la boda", DayKind.ANCHORED, "en vísperas de"),
        ("en octubre", DayKind.MONTH, "octubre"),
        ("desde 2006", DayKind.YEAR, "2006"),
    ],
)
def test_other_spanish_mentions(text: str, kind: DayKind, words: str) -> None:
    """The same in Spanish."""
    (found,) = read_days(text, None, "es")
    assert (found.kind, found.words) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "he then resigned",
        "May said that she may march on",
        "the resignation of May",
        "the Sunday Times",
        "on Good Friday",
        "on Sundays",
        "at 18:30",
        "3/4/2017",
        "on 31 June",
        "2017-02-31",
        "sunday is written small",
    ],
)
def test_what_is_no_day(text: str) -> None:
    """The word "then", names, recurring days, clock times and days no calendar has."""
    assert read_days(text) == ()


@pytest.mark.parametrize(
    "text", ["en Santo Domingo", "Plácido Domingo canta", "los lunes", "por la mañana"]
)
def test_what_is_no_day_in_spanish(text: str) -> None:
    """Places, singers, recurring days and the morning."""
    assert read_days(text, None, "es") == ()


def test_a_stretch_of_days_of_one_month() -> None:
    """A date such as "10-12 November" is one mention with two ends."""
    (found,) = read_days("from 10-12 November 2017")
    assert (found.day, found.through, found.year) == (10, 12, 2017)
    assert found.full is None


def test_mentions_come_in_order_and_apart() -> None:
    """The longest form of a place counts; the weekday of a date is no mention of its own."""
    days = read_days("On Sunday, 10 November they met; by Monday all was over.")
    assert [day.words for day in days] == ["Sunday, 10 November", "Monday"]
    assert days[0].weekday == 6


def test_the_span_slices_the_words() -> None:
    """A mention stands where its span says, also in a part of a text."""
    text = "He left on Monday. She stayed until 2 May 2019."
    (day,) = read_days(text, Span(18, len(text)))
    assert day.span.of(text) == "2 May 2019"


def test_white_space_inside_a_mention_is_evened() -> None:
    """A line break inside a date does not reach the words that are shown."""
    (day,) = read_days("on 21\nNovember\u00a02017")
    assert day.words == "21 November 2017"


def test_the_end_mark_is_no_part_of_a_date() -> None:
    """A date at the end of a sentence ends with its last word."""
    assert [day.words for day in read_days("He left on 13 June. They stayed.")] == ["13 June"]


def test_both_years_of_a_stretch_are_read() -> None:
    """From 2006 to 2012 are two mentions."""
    assert [day.year for day in read_days("He ruled from 2006 to 2012.")] == [2006, 2012]


def test_counts_keep_direction_and_step() -> None:
    """Before is negative, after positive; the unit is kept."""
    earlier, later = read_days("two weeks earlier and three months later")
    assert (earlier.count, earlier.step) == (-2, Step.WEEK)
    assert (later.count, later.step) == (3, Step.MONTH)


def test_stated_dates_are_the_full_ones() -> None:
    """Only a day with month and year is stated; each once, in order."""
    days = read_days("On 3 May 2019, 1 May 2019, 3 May 2019 and 20 June.")
    assert stated_dates(days) == (date(2019, 5, 1), date(2019, 5, 3))


def test_an_unknown_language_has_no_days() -> None:
    """Without a calendar nothing is guessed."""
    assert read_days("le 3 mai 2019", None, "fr") == ()
