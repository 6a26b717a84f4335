"""What day of the calendar a mention means.

A day is worked out only from what is given: a day of publication, full dates stated in the same
text, or the day of the event a mention counts from. What stays open stays open: a range, or None.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TypeAlias

from crisis_reader.text.day_forms import DayKind, Step
from crisis_reader.text.days import Day, calendar_day

Resolved: TypeAlias = tuple[date | None, date | None, str]
"""Earliest day, latest day (inclusive, at most one of them None), and the basis in words."""

_WEEK = 7
_HALF = {Step.DAY: 0, Step.WEEK: 4, Step.MONTH: 16, Step.YEAR: 183}
"""Days by which a count of steps may be rounded: "two weeks ago" is anything that rounds to two."""


def resolve_day(
    day: Day,
    *,
    published: date | None,
    stated: Sequence[date] = (),
    future: bool = False,
    anchor: date | None = None,
) -> Resolved | None:
    """Work out which day or days a mention means.

    Args:
        day: The mention.
        published: The day the text was published, None if unknown.
        stated: Full dates the same text states; used only without ``published``, and only where
            they leave one answer.
        future: Whether the mention stands with something still to come ("will vote on Sunday").
        anchor: The day of the event that "a day after" or "the next day" counts from.

    Returns:
        Earliest day, latest day and the basis, or None where nothing can be said.
    """
    match day.kind:
        case DayKind.DATE:
            return _date(day, published, stated, future=future)
        case DayKind.MONTH:
            return _month(day, published, stated, future=future)
        case DayKind.YEAR:
            assert day.year is not None
            return _capped(day, _period(date(day.year, 1, 1), Step.YEAR), published, future=future)
        case DayKind.WEEKDAY:
            return _weekday(day, published, stated, future=future)
        case DayKind.NEAR:
            return _near(day, published, stated, future=future)
        case DayKind.ANCHORED:
            return _counted_from(day, anchor, f"'{day.words}' {anchor}") if anchor else None


def _shifted(start: date, days: int) -> date | None:
    """``start`` and so many days; None beyond the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def _period(inside: date, step: Step) -> tuple[date, date]:
    """The calendar week (from Monday), month or year around a day; the day itself for a day."""
    match step:
        case Step.DAY:
            return inside, inside
        case Step.WEEK:
            monday = _shifted(inside, -inside.weekday()) or date.min
            return monday, _shifted(monday, _WEEK - 1) or date.max
        case Step.MONTH:
            return inside.replace(day=1), inside.replace(
                day=monthrange(inside.year, inside.month)[1]
            )
        case Step.YEAR:
            return date(inside.year, 1, 1), date(inside.year, 12, 31)


def _stepped(start: date, count: int, step: Step) -> date | None:
    """A day inside the period ``count`` steps from ``start``."""
    if step in (Step.DAY, Step.WEEK):
        return _shifted(start, count * (_WEEK if step is Step.WEEK else 1))
    months = start.year * 12 + start.month - 1 + count * (12 if step is Step.YEAR else 1)
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _capped(
    day: Day, period: tuple[date, date], published: date | None, *, future: bool
) -> Resolved:
    """A period cut at the day of publication: what has happened, happened by then."""
    earliest, latest = period
    if published and earliest <= published <= latest:
        earliest, latest = (published, latest) if future else (earliest, published)
    return earliest, latest, f"'{day.words}'"


# -- references ------------------------------------------------------------------------------------


def _cluster(stated: Sequence[date]) -> tuple[date, ...]:
    """The stated dates that lie within one week of each other, if there is one such group."""
    groups: list[list[date]] = []
    for when in sorted(set(stated)):
        if groups and (when - groups[-1][0]).days < _WEEK:
            groups[-1].append(when)
        else:
            groups.append([when])
    close = [group for group in groups if len(group) > 1]
    return tuple(close[0]) if len(close) == 1 else ()


def _references(published: date | None, stated: Sequence[date]) -> tuple[date, ...]:
    return (published,) if published else tuple(stated)


def _against(words: str, reference: Sequence[date], published: date | None) -> str:
    """The basis of what was worked out from a reference."""
    if published:
        return f"'{words}' written {published.isoformat()}"
    return f"'{words}' beside {', '.join(when.isoformat() for when in reference)}"


# -- the kinds -------------------------------------------------------------------------------------


def _date(
    day: Day, published: date | None, stated: Sequence[date], *, future: bool
) -> Resolved | None:
    assert day.month is not None
    assert day.day is not None
    references = _references(published, stated)
    if day.year:
        year, basis = day.year, f"'{day.words}'"
    else:
        years = {_nearest_year(day, when, future=future) for when in references}
        only = years.pop() if len(years) == 1 else None
        if only is None:
            return None
        year, basis = only, f"'{day.words}' nearest to {_nearest(references, only).isoformat()}"
    earliest = calendar_day(year, day.month, day.day)
    if earliest is None:
        return None
    latest = calendar_day(year, day.month, day.through) if day.through else earliest
    if latest is None or latest < earliest:
        return None
    return earliest, latest, basis


def _nearest(references: Sequence[date], year: int) -> date:
    return min(references, key=lambda when: (abs(when.year - year), when))


def _nearest_year(day: Day, reference: date, *, future: bool) -> int | None:
    """The year that brings day and month closest to ``reference``; a weekday named must fit."""
    assert day.month is not None
    assert day.day is not None
    around = range(max(MINYEAR, reference.year - 1), min(MAXYEAR, reference.year + 1) + 1)
    made = [when for year in around if (when := calendar_day(year, day.month, day.day))]
    fitting = [when for when in made if day.weekday is None or when.weekday() == day.weekday]
    if not made:
        return None
    return min(
        fitting or made, key=lambda when: (_distance(when, reference, future=future), when)
    ).year


def _distance(when: date, reference: date, *, future: bool) -> int:
    """Days between the two; what has happened is more likely past, so days to come count double."""
    days = (when - reference).days
    return days if days > 0 and future else 2 * days if days > 0 else -days


def _month(
    day: Day, published: date | None, stated: Sequence[date], *, future: bool
) -> Resolved | None:
    assert day.month is not None
    if day.year:
        return _capped(
            day, _period(date(day.year, day.month, 1), Step.MONTH), published, future=future
        )
    references = _references(published, stated)
    years = {_year_of_month(day, when, future=future) for when in references}
    only = years.pop() if len(years) == 1 else None
    if only is None or not MINYEAR <= only <= MAXYEAR:
        return None
    period = _period(date(only, day.month, 1), Step.MONTH)
    earliest, latest, _ = _capped(day, period, published, future=future)
    return earliest, latest, _against(day.words, [_nearest(references, only)], published)


def _year_of_month(day: Day, reference: date, *, future: bool) -> int:
    """The year of the month nearest to ``reference``; of the last or next one where it says so.

    Of what has happened, a month more than three ahead was last year's.
    """
    assert day.month is not None
    ahead = (day.month - reference.month) % 12
    if day.count < 0 or (day.count == 0 and ahead > (6 if future else 3)):
        ahead -= 12
    elif day.count > 0 and ahead == 0:
        ahead = 12
    return (reference.year * 12 + reference.month - 1 + ahead) // 12


def _weekday(
    day: Day, published: date | None, stated: Sequence[date], *, future: bool
) -> Resolved | None:
    if published is None:
        return _weekday_among(day, stated) if day.count == 0 and not future else None
    assert day.weekday is not None
    back = (published.weekday() - day.weekday) % _WEEK
    if day.count > 0 or (future and day.count == 0):
        ahead = (day.weekday - published.weekday()) % _WEEK
        found = _shifted(published, ahead or (_WEEK if day.count > 0 else 0))
    else:
        found = _shifted(published, -(back or (_WEEK if day.count < 0 else 0)))
    if found is None:
        return None
    place = "on" if found == published else "before" if found < published else "after"
    return found, found, f"'{day.words}' {place} {published.isoformat()}"


def _weekday_among(day: Day, stated: Sequence[date]) -> Resolved | None:
    """A weekday of the week that the text's own dates are in.

    Only one date of a text says nothing: it may be that of an election months ago.
    """
    cluster = _cluster(stated)
    same = [when for when in cluster if when.weekday() == day.weekday]
    if len(same) == 1:
        return same[0], same[0], f"'{day.words}' is {same[0].isoformat()}, stated in the text"
    if not cluster:
        return None
    assert day.weekday is not None
    found = _shifted(cluster[-1], -((cluster[-1].weekday() - day.weekday) % _WEEK))
    # The day before the first stated one at most: further back, next week's would do as well.
    if found is None or (cluster[0] - found).days > 1:
        return None
    return found, found, f"'{day.words}' before {cluster[-1].isoformat()}, stated in the text"


def _near(
    day: Day, published: date | None, stated: Sequence[date], *, future: bool
) -> Resolved | None:
    if published and day.counted:
        return _counted_from(day, published, f"'{day.words}' written {published.isoformat()}")
    if published is None and (day.counted or day.step is Step.DAY):
        return None
    references = (published,) if published else _cluster(stated)
    periods = {
        _period(inside, day.step)
        for when in references
        if (inside := _stepped(when, day.count, day.step))
    }
    if len(periods) != 1:
        return None
    earliest, latest, _ = _capped(day, periods.pop(), published, future=future)
    return earliest, latest, _against(day.words, references, published)


def _counted_from(day: Day, start: date, basis: str) -> Resolved | None:
    """The days that lie so many steps from ``start``, or less than, or more than so many."""
    at = _stepped(start, day.count, day.step)
    if at is None:
        return None
    back = day.count < 0
    if day.bound < 0:
        return (at, start, basis) if back else (start, at, basis)
    if day.bound > 0:
        return (None, at, basis) if back else (at, None, basis)
    half = _HALF[day.step]
    earliest, latest = _shifted(at, -half) or date.min, _shifted(at, half) or date.max
    if back:
        return earliest, min(latest, start), basis
    return (max(earliest, start), latest, basis) if day.count else (earliest, latest, basis)
