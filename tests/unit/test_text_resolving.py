from datetime import date

import pytest

from crisis_reader.text import read_days, resolve_day

PUBLISHED = date(2017, 11, 22)  # a Wednesday


def resolved(
    text: str,
    published: date | None = PUBLISHED,
    stated: tuple[date, ...] = (),
    *,
    future: bool = False,
    anchor: date | None = None,
    language: str = "en",
) -> tuple[date | None, date | None, str] | None:
    """Resolve the one mention of a text."""
    (day,) = read_days(text, None, language)
    return resolve_day(day, published=published, stated=stated, future=future, anchor=anchor)


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("on Tuesday", date(2017, 11, 21), "'Tuesday' before 2017-11-22"),
        ("on Wednesday", date(2017, 11, 22), "'Wednesday' on 2017-11-22"),
        ("last Wednesday", date(2017, 11, 15), "'last Wednesday' before 2017-11-22"),
        ("next Wednesday", date(2017, 11, 29), "'next Wednesday' after 2017-11-22"),
        ("yesterday", date(2017, 11, 21), "'yesterday' written 2017-11-22"),
        ("tomorrow", date(2017, 11, 23), "'tomorrow' written 2017-11-22"),
        ("three days ago", date(2017, 11, 19), "'three days ago' written 2017-11-22"),
        ("on 20 October", date(2017, 10, 20), "'20 October' nearest to 2017-11-22"),
        ("on 3 May 2016", date(2016, 5, 3), "'3 May 2016'"),
    ],
)
def test_a_day_against_the_day_of_publication(text: str, day: date, basis: str) -> None:
    """The day and the words it was worked out from."""
    assert resolved(text) == (day, day, basis)


def test_a_weekday_to_come() -> None:
    """With what is still to come, the weekday is on or after publication."""
    assert resolved("on Tuesday", future=True) == (
        date(2017, 11, 28),
        date(2017, 11, 28),
        "'Tuesday' after 2017-11-22",
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("last week", date(2017, 11, 13), date(2017, 11, 19)),
        ("last month", date(2017, 10, 1), date(2017, 10, 31)),
        ("this year", date(2017, 1, 1), date(2017, 11, 22)),
        ("in August", date(2017, 8, 1), date(2017, 8, 31)),
        ("in March 2016", date(2016, 3, 1), date(2016, 3, 31)),
        ("in 1980", date(1980, 1, 1), date(1980, 12, 31)),
        ("10-12 November", date(2017, 11, 10), date(2017, 11, 12)),
        ("in December", date(2017, 12, 1), date(2017, 12, 31)),
        ("in April", date(2017, 4, 1), date(2017, 4, 30)),
        ("last December", date(2016, 12, 1), date(2016, 12, 31)),
    ],
)
def test_a_stretch_of_days(text: str, earliest: date, latest: date) -> None:
    """Weeks, months and years are ranges, cut at the day of publication."""
    found = resolved(text)
    assert found is not None
    assert found[:2] == (earliest, latest)


def test_a_month_to_come_begins_at_publication() -> None:
    """What is planned for this month is not before today."""
    found = resolved("in November", future=True)
    assert found is not None
    assert found[:2] == (PUBLISHED, date(2017, 11, 30))


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("on 28 December", date(2018, 1, 3), date(2017, 12, 28)),
        ("on 5 January", date(2017, 12, 30), date(2018, 1, 5)),
        ("on 1 May", date(2017, 11, 22), date(2017, 5, 1)),
        ("on 29 February", date(2017, 1, 10), date(2016, 2, 29)),
    ],
)
def test_a_date_without_a_year_takes_the_nearest(text: str, published: date, day: date) -> None:
    """Across New Year too; days that a year lacks are never made."""
    found = resolved(text, published)
    assert found is not None
    assert found[0] == found[1] == day


def test_a_weekday_named_with_the_date_chooses_the_year() -> None:
    """Sunday 20 November was in 2016, though 2017 is nearer."""
    found = resolved("Sunday, 20 November")
    assert found is not None
    assert found[0] == date(2016, 11, 20)


def test_spanish_days_resolve_alike() -> None:
    """The language only matters for reading."""
    found = resolved("el lunes pasado", language="es")
    assert found == (date(2017, 11, 20), date(2017, 11, 20), "'lunes pasado' before 2017-11-22")


# -- without a day of publication ------------------------------------------------------------------

CLOSE = (date(2017, 11, 20), date(2017, 11, 21))


def test_a_weekday_stated_in_the_text() -> None:
    """One of two close dates that is a Tuesday is the Tuesday."""
    assert resolved("on Tuesday", None, CLOSE) == (
        CLOSE[1],
        CLOSE[1],
        "'Tuesday' is 2017-11-21, stated in the text",
    )


def test_the_day_before_the_stated_ones() -> None:
    """The Sunday right before a stated Monday and Tuesday is told, a Thursday is not."""
    found = resolved("on Sunday", None, CLOSE)
    assert found is not None
    assert found[0] == date(2017, 11, 19)
    assert resolved("on Thursday", None, CLOSE) is None


@pytest.mark.parametrize(
    "stated",
    [
        (),
        (date(2017, 8, 14),),
        (date(2017, 11, 20), date(2017, 11, 27)),
        (*CLOSE, date(2016, 5, 3), date(2016, 5, 4)),
    ],
)
def test_dates_that_leave_more_than_one_answer_leave_none(stated: tuple[date, ...]) -> None:
    """No date, a lone one, dates a week apart and two groups do not tell which Monday."""
    assert resolved("on Monday", None, stated) is None


def test_a_far_date_beside_a_group_does_no_harm() -> None:
    """An election months ago does not unsettle the week that the text tells of."""
    found = resolved("on Monday", None, (*CLOSE, date(2017, 8, 14)))
    assert found is not None
    assert found[0] == date(2017, 11, 20)


def test_what_counts_from_the_day_of_writing_stays_open() -> None:
    """Without that day "yesterday" is no day, nor is a weekday to come."""
    assert resolved("yesterday", None, CLOSE) is None
    assert resolved("on Monday", None, CLOSE, future=True) is None


def test_last_month_needs_only_the_month() -> None:
    """Dates of one week in one month tell which month was the last one."""
    found = resolved("last month", None, CLOSE)
    assert found is not None
    assert found[:2] == (date(2017, 10, 1), date(2017, 10, 31))


def test_a_year_is_taken_from_stated_dates_only_if_they_agree() -> None:
    """20 October with dates of 2017 is of 2017; with dates of two years it stays open."""
    assert resolved("on 20 October", None, CLOSE) is not None
    assert resolved("on 20 October", None, (*CLOSE, date(2010, 5, 3))) is None


# -- anchors ---------------------------------------------------------------------------------------


def test_a_day_counted_from_an_event() -> None:
    """The day after an event on the 21st is the 22nd; without the event it is nothing."""
    assert resolved("a day after", anchor=date(2017, 11, 21)) == (
        date(2017, 11, 22),
        date(2017, 11, 22),
        "'a day after' 2017-11-21",
    )
    assert resolved("a day after") is None


def test_weeks_counted_from_an_event_are_rounded() -> None:
    """Two weeks later names no day: it is anything that rounds to two weeks."""
    found = resolved("two weeks later", anchor=date(2017, 11, 21))
    assert found is not None
    assert found[:2] == (date(2017, 12, 1), date(2017, 12, 9))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("two weeks ago", date(2017, 11, 4), date(2017, 11, 12)),
        ("less than a month ago", date(2017, 10, 22), date(2017, 11, 22)),
        ("more than two years ago", None, date(2015, 11, 22)),
        ("a year ago", date(2016, 5, 23), date(2017, 5, 24)),
    ],
)
def test_counted_steps_before_publication(text: str, earliest: date | None, latest: date) -> None:
    """Counts are rounded; less than and more than leave an end where it must be."""
    found = resolved(text)
    assert found is not None
    assert found[:2] == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("less than a week after", date(2017, 11, 21), date(2017, 11, 28)),
        ("more than a week after", date(2017, 11, 28), None),
    ],
)
def test_bounds_after_an_event(text: str, earliest: date, latest: date | None) -> None:
    """The same counted forward from the event."""
    found = resolved(text, anchor=date(2017, 11, 21))
    assert found is not None
    assert found[:2] == (earliest, latest)


def test_spanish_bounds() -> None:
    """Hace menos de un mes lies between a month ago and today."""
    found = resolved("hace menos de un mes", language="es")
    assert found is not None
    assert found[:2] == (date(2017, 10, 22), PUBLISHED)


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize(
    "text",
    ["yesterday", "tomorrow", "last week", "next month", "next Monday", "last year", "on 5 May"],
)
def test_the_ends_of_the_calendar_are_no_trap(text: str, published: date) -> None:
    """A day beyond the calendar is None or a day of the calendar, never an error."""
    found = resolved(text, published)
    assert found is None or found[0] is not None
