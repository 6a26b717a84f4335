"""Days as a text mentions them: dates in newspaper forms, months, years, weekdays, "yesterday".

Reading only: a mention is what stands in the text. What day it means is worked out in
``resolving``, from a day of publication or from other dates of the text. Nothing reads a clock.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from crisis_reader.text.day_forms import (
    NAMES_BEFORE,
    UNITS,
    Calendar,
    DayKind,
    Step,
    Trigger,
    calendar,
)
from crisis_reader.text.spans import Span, merged
from crisis_reader.text.tables import either

_WORD = re.compile(r"\w+")
_AROUND = 48
"""Characters on both sides of a name that a mention with it can reach; the longest has 40."""


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, None where the calendar has none (31 November)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One mention of a day or of a stretch of days."""

    span: Span
    kind: DayKind
    words: str
    """The words of the mention, white space evened."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    through: int | None = None
    """Last day of the month in a range such as ``10-12 November``, None for a single day."""
    weekday: int | None = None
    """0 is Monday; for a date that names its weekday too, that weekday."""
    count: int = 0
    """How many steps away: -1 for yesterday; for a weekday -1 is "last", +1 "next"."""
    step: Step = Step.DAY
    counted: bool = False
    """Whether the steps are counted ("two weeks ago"), not named ("last week")."""
    bound: int = 0
    """-1 for less than so many steps, 1 for more than so many."""

    @property
    def full(self) -> date | None:
        """The calendar day of a mention that states day, month and year."""
        if (
            self.kind is not DayKind.DATE
            or self.through
            or not (self.year and self.month and self.day)
        ):
            return None
        return calendar_day(self.year, self.month, self.day)


def stated_dates(days: Iterable[Day]) -> tuple[date, ...]:
    """The full dates among mentions, each once, in calendar order."""
    return tuple(sorted({day.full for day in days if day.full}))


def read_days(text: str, span: Span | None = None, language: str = "en") -> tuple[Day, ...]:
    """The mentions of days in a text, or in the part of it that ``span`` covers, in order.

    They do not overlap. Clock times and "then" are no days. A language without a calendar has none.
    """
    names = calendar(language)
    if names is None:
        return ()
    start, end = span or (0, len(text))
    lower = _lowered(text[start:end])
    words = _words(lower)
    windows = _windows(text, start, lower, words, names)
    found = _in_forms(text, windows, names)
    taken: list[Day] = []
    for day in chain(found, _in_phrases(text, start, lower, words, names)):
        place = bisect_left(taken, day.span, key=_span)
        clear_before = not place or taken[place - 1].span.end <= day.span.start
        if clear_before and (place == len(taken) or day.span.end <= taken[place].span.start):
            taken.insert(place, day)
    return tuple(taken)


def _span(day: Day) -> Span:
    return day.span


def _lowered(text: str) -> str:
    """A text in lower case, no longer than it was, though "İ" becomes two characters."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _words(text: str) -> set[str]:
    """The words of a text, each once, and what else stands between two spaces.

    Most words stand between spaces, and need no pattern to be found.
    """
    chunks = set(text.split())
    return chunks.union(_WORD.findall(" ".join([c for c in chunks if not c.isalnum()])))


def _windows(
    text: str, start: int, lower: str, words: set[str], names: Calendar
) -> dict[Trigger, tuple[Span, ...]]:
    """The stretches in which a mention of each sort can be: around names, units, four figures."""
    found: dict[Trigger, list[Span]] = {trigger: [] for trigger in Trigger}
    within = (start, start + len(lower))
    years = [word for word in words if len(word) == 4 and word.isdecimal()]  # noqa: PLR2004 - four figures
    met = [(year, Trigger.YEAR) for year in years]
    met += [(word, names.triggers[word]) for word in words & names.triggers.keys()]
    for word, trigger in met:
        at = lower.find(word)
        while at >= 0:
            first = start + at
            _around(text, first, first + len(word), within, found[trigger])
            at = lower.find(word, at + len(word))
    return {trigger: merged(spans) for trigger, spans in found.items()}


def _around(text: str, first: int, end: int, within: tuple[int, int], out: list[Span]) -> None:
    """Adds the stretch around the word from ``first`` to ``end``; parts of words do not count."""
    start, stop = within
    joined = (first > start and _joins(text[first - 1])) or (end < stop and _joins(text[end]))
    if joined:
        return
    last = min(stop, end + _AROUND)
    while last < stop and text[last].isalnum():
        last += 1
    out.append(Span(max(start, first - _AROUND), last))


def _joins(char: str) -> bool:
    return char.isalnum() or char == "_"


def _in_forms(
    text: str, windows: dict[Trigger, tuple[Span, ...]], names: Calendar
) -> Iterator[Day]:
    """The mentions that are made of names and figures, forms of precedence first."""
    for trigger, form in names.forms:
        for window in windows[trigger]:
            for found in form.finditer(text, *window):
                day = _day(found, names)
                if day is not None:
                    yield day


def _in_phrases(
    text: str, start: int, lower: str, words: set[str], names: Calendar
) -> Iterator[Day]:
    """The mentions that are phrases of the table, whole words only, in order and apart.

    Each phrase all of whose words stand in the text is looked for by itself: a handful, and far
    quicker than any of them at every word.
    """
    met = [
        (found.start(), -len(phrase), found.end(), phrase)
        for word in words & names.phrases.keys()
        for phrase, asked in names.phrases[word]
        if asked <= words
        for found in _phrase_pattern(phrase).finditer(lower)
    ]
    reach = 0
    for first, _, end, phrase in sorted(met):
        at = start + first
        if first < reach or (at > 0 and _joins(text[at - 1])):
            continue
        reach = end
        if not _named(text, at, names.language):
            span = Span(at, start + end)
            kind, count, step = names.relative[phrase]
            yield Day(span=span, kind=kind, words=_even(span.of(text)), count=count, step=step)


@cache
def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"{either([phrase])}\b")


def _even(words: str) -> str:
    return " ".join(words.split())


def _named(text: str, at: int, language: str) -> bool:
    """Whether the words before ``at`` make of the weekday or the morning something else."""
    return bool(NAMES_BEFORE[language].search(text, max(0, at - 10), at))


def _day(found: re.Match[str], names: Calendar) -> Day | None:
    """The mention that one match of a form is; None where it is none after all."""
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    span = Span(*found.span("is" if "is" in groups else 0))
    words = _even(span.of(found.string))
    if "n1" in groups:
        return _in_figures(groups, span, words, names.language)
    if "unit" in groups:
        return _counted(groups, span, words, names)
    month = names.months[groups["m"].lower()] if "m" in groups else None
    month = int(groups["mm"]) if "mm" in groups else month
    weekday = names.weekdays[groups["wd"].lower()] if "wd" in groups else None
    day = int(groups["d"]) if "d" in groups else None
    if month and day and not calendar_day(2000, month, day):
        return None
    if day:
        kind = DayKind.DATE
    elif month:
        kind = DayKind.MONTH
    elif weekday is not None:
        kind = DayKind.WEEKDAY
        if _named(found.string, found.start(), names.language):
            return None
    else:
        kind = DayKind.YEAR
    count = (
        -1 if groups.keys() & {"last", "last2"} else int(bool(groups.keys() & {"next", "next2"}))
    )
    return Day(
        span=span,
        kind=kind,
        words=words,
        year=int(groups["y"]) if "y" in groups else None,
        month=month,
        day=day,
        through=int(groups["t"]) if "t" in groups else None,
        weekday=weekday,
        count=count,
    )


def _in_figures(groups: dict[str, str], span: Span, words: str, language: str) -> Day | None:
    """A date such as 15/11/2019; None in English where day and month could be exchanged."""
    first, second = int(groups["n1"]), int(groups["n2"])
    may_be_american = language == "en" and groups["sep"] == "/"
    if may_be_american and second > 12 >= first:  # noqa: PLR2004 - months
        first, second = second, first
    elif may_be_american and first <= 12 and first != second:  # noqa: PLR2004 - months
        return None
    if calendar_day(2000, second, first) is None:
        return None
    return Day(
        span=span, kind=DayKind.DATE, words=words, year=int(groups["y"]), month=second, day=first
    )


def _counted(groups: dict[str, str], span: Span, words: str, names: Calendar) -> Day:
    """A mention such as "three days ago" or "two weeks later"."""
    number = groups["n"].lower()
    count = int(number) if number.isdigit() else names.counts[number]
    back = "ago" in groups or "before" in groups
    return Day(
        span=span,
        kind=DayKind.NEAR if "ago" in groups else DayKind.ANCHORED,
        words=words,
        count=-count if back else count,
        step=UNITS[groups["unit"]],
        counted=True,
        bound=("more" in groups) - ("less" in groups),
    )
