"""Days as a text mentions them: dates in newspaper forms, months, years, weekdays, "yesterday".

Reading only: a mention is what stands in the text. What day it means is worked out in
``resolving``, from a day of publication or from other dates of the text. Nothing reads a clock.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from crisis_reader.text.spans import Span


class DayKind(StrEnum):
    """What a mention of a day is made of."""

    DATE = "date"
    """Day and month, with or without the year."""
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    NEAR = "near"
    """Counted from the day of writing: yesterday, last week, three days ago."""
    ANCHORED = "anchored"
    """Counted from an event beside it: a day after, the next day, on the eve of."""


class Step(StrEnum):
    """What a relative mention counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


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


# -- the forms -------------------------------------------------------------------------------------

_ISO = r"(?P<y>\d{4})-(?P<mm>\d\d)-(?P<d>\d\d)(?![\d-])"
_FIGURES = r"(?<![\d/.])(?P<n1>\d{1,2})(?P<sep>[/.])(?P<n2>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)"
# Filled from the table: MON, WD (names), DD, YY (figures), N (a count), TO (between two days). Tried
# in this order; the first to cover a stretch keeps it. The group ``is`` is the mention where it is
# less than the whole match.
_FORMS = {
    "en": (
        (
            r"\b(?:(?P<wd>WD),?\s+(?:the\s+)?)?(?P<d>DD)(?:st|nd|rd|th)?(?:TO(?P<t>DD)(?:st|nd|rd|th)?)?"
            r"\s+(?:of\s+)?(?P<m>MON)\b\.?(?:,?\s+(?P<y>YY)\b)?"
        ),
        (
            r"\b(?:(?P<wd>WD),?\s+)?(?P<m>MON)\b\.?\s+(?:the\s+)?(?P<d>DD)(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
            r"(?:TO(?P<t>DD)(?:st|nd|rd|th)?(?!\d|\s+(?:MON)))?(?:,?\s+(?P<y>YY)\b)?"
        ),
        r"\b(?P<m>MON)\b\.?,?\s+(?P<y>YY)\b",
        r"\b(?:in|since|until|late|early|mid|during|for|before|after)[\s-]+(?P<is>(?P<m>MON))\b(?!\.?\s*\d)",
        r"\b(?:by|of|from)\s+(?P<is>(?P<m>(?!May|Jun\b|Jan\b)MON))\b(?!\.?\s*\d)",
        r"\b(?:(?P<last>last)|(?P<next>next))\s+(?P<m>MON)\b(?!\.?\s*\d)",
        r"\b(?:in|since|until|from|of|by|late|early|during|the|before|after)\s+(?P<is>(?P<y>YY))\b(?!\s?[-–]\d|[.,]\d)",
        r"\b(?:(?P<last>last|past)\s+|(?P<next>next)\s+|this\s+)?(?P<wd>WD)\b(?!\s+(?:Times|Telegraph|Mail|Mirror|Herald))",
        r"\b(?P<n>N)\s+(?P<unit>day|week|month|year)s?\s+(?:(?P<ago>ago)|(?P<before>earlier|before|prior)|later|after)\b",
    ),
    "es": (
        (
            r"\b(?:(?P<wd>WD),?\s+)?(?P<d>DD)(?:[°º]|ro\b)?(?:TO(?P<t>DD))?"
            r"\s+de\s+(?P<m>MON)\b\.?(?:,?\s+(?:del?\s+)?(?P<y>YY)\b)?"
        ),
        r"\b(?P<m>MON)\b\.?\s+(?:del?\s+)?(?P<y>YY)\b",
        r"\b(?:(?P<last>pasado)|(?P<next>próximo))\s+(?P<m>MON)\b",
        r"\b(?:en|de|desde|hasta|durante|a\s+(?:principios|mediados|fines|finales)\s+de)\s+(?P<is>(?P<m>MON))\b(?:\s+(?P<last>pasado))?",
        r"\b(?:en|de|desde|hasta|del|año|durante)\s+(?P<is>(?P<y>YY))\b(?!\s?[-–]\d|[.,]\d)",
        r"\b(?:(?P<last>pasado)\s+|(?P<next>próximo)\s+)?(?P<wd>WD)\b(?:\s+(?:(?P<last2>pasado)|(?P<next2>próximo|que\s+viene))\b)?",
        r"\b(?P<ago>hace)\s+(?P<n>N)\s+(?P<unit>día|semana|mes|año)(?:e?s)?\b",
        r"\b(?P<n>N)\s+(?P<unit>día|semana|mes|año)(?:e?s)?\s+(?:(?P<ago>atrás)|(?P<before>antes)|después|más\s+tarde)\b",
    ),
}
_FILL = {
    "DD": r"(?:3[01]|[12]\d|0?[1-9])",
    "YY": r"(?:1[5-9]\d\d|20\d\d)",
    "TO": r"(?:\s?[-–—]\s?|\s+(?:to|and|al?|y)\s+(?:el\s+)?)",
}
_COUNTS = {
    "en": {
        "a": 1,
        "an": 1,
        **{
            word: n
            for n, word in enumerate(
                ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
            )
        },
    },
    "es": {
        "una": 1,
        **{
            word: n
            for n, word in enumerate(
                ["un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
                1,
            )
        },
    },
}
_UNITS = {
    "day": Step.DAY, "week": Step.WEEK, "month": Step.MONTH, "year": Step.YEAR,
    "día": Step.DAY, "semana": Step.WEEK, "mes": Step.MONTH, "año": Step.YEAR,
}  # fmt: skip
# After one of these the word is no day: "la mañana" is the morning, "los lunes" are all Mondays,
# "Santo Domingo" and "Good Friday" are names.
_NAMES_BEFORE = {
    "en": re.compile(r"\b(?:Good|Black|Bloody|Man|USA|Ruby)\s$"),
    "es": re.compile(r"\b(?:la|una|cada|esa|aquella|los|santo|san)\s$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The names of one language and the patterns made from them."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, tuple[DayKind, int, Step]]
    forms: tuple[re.Pattern[str], ...]
    phrases: re.Pattern[str]


def _split(row: str) -> list[str]:
    return [item.strip() for item in row.split(";")]


def _either(names: Iterable[str]) -> str:
    return "|".join(
        sorted((re.escape(name) for name in names), key=lambda name: (-len(name), name))
    )


@cache
def _calendar(language: str) -> _Calendar | None:
    """The calendar of a language, None for one without a table."""
    rows = tomllib.loads((files("crisis_reader.text") / "days.toml").read_text("utf-8")).get(
        language
    )
    if rows is None:
        return None
    months = {name: int(n) for n, names in rows["months"].items() for name in _split(names)}
    weekdays = {name: int(n) for n, names in rows["weekdays"].items() for name in _split(names)}
    relative = {
        phrase: (DayKind(kind), int(row["count"]), Step(row["unit"]))
        for kind in ("near", "anchored")
        for row in rows[kind]
        for phrase in _split(row["phrases"])
    }
    # English names of months and days are capitalised, which tells May and March from the verbs;
    # Spanish weekdays are not, which tells domingo from Domingo.
    english = language == "en"
    month_names = [n.title() for n in months] + [n.upper() for n in months if len(n) > 3]  # noqa: PLR2004
    fill = dict(_FILL)
    fill["MON"] = f"(?:{_either(month_names if english else [*months, *month_names])})"
    fill["WD"] = f"(?:{_either([n.title() for n in weekdays] if english else weekdays)})"
    fill["N"] = rf"(?:\d{{1,3}}|{_either(_COUNTS[language])})"
    token = re.compile(r"\b(?:DD|YY|TO|MON|WD|N)\b|(?<=\()(?:MON|DD)|TO(?=\()")
    forms = [token.sub(lambda m: fill[m.group()], form) for form in _FORMS[language]]
    return _Calendar(
        language,
        months,
        weekdays,
        relative,
        tuple(re.compile(form) for form in (_ISO, *forms[:2], _FIGURES, *forms[2:])),
        re.compile(
            rf"\b(?:{_either(relative).replace(chr(92) + ' ', chr(92) + 's+')})\b", re.IGNORECASE
        ),
    )


def read_days(text: str, span: Span | None = None, language: str = "en") -> tuple[Day, ...]:
    """The mentions of days in a text, or in the part of it that ``span`` covers, in order.

    They do not overlap. Clock times and "then" are no days. A language without a calendar has none.
    """
    calendar = _calendar(language)
    if calendar is None:
        return ()
    start, end = span or (0, len(text))
    taken: list[Day] = []
    for day in _mentions(text, start, end, calendar):
        if not any(day.span.touches(other.span) for other in taken):
            taken.append(day)
    return tuple(sorted(taken, key=lambda day: day.span))


def _mentions(text: str, start: int, end: int, calendar: _Calendar) -> Iterator[Day]:
    for form in calendar.forms:
        for found in form.finditer(text, start, end):
            day = _day(found, calendar)
            if day is not None:
                yield day
    for found in calendar.phrases.finditer(text, start, end):
        words = _even(found.group())
        kind, count, step = calendar.relative[words.lower()]
        if not _named(text, found.start(), calendar.language):
            yield Day(span=Span(*found.span()), kind=kind, words=words, count=count, step=step)


def _even(words: str) -> str:
    return " ".join(words.split())


def _named(text: str, at: int, language: str) -> bool:
    """Whether the words before ``at`` make of the weekday or the morning something else."""
    return bool(_NAMES_BEFORE[language].search(text, max(0, at - 10), at))


def _day(found: re.Match[str], calendar: _Calendar) -> Day | None:
    """The mention that one match of a form is; None where it is none after all."""
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    span = Span(*found.span("is" if "is" in groups else 0))
    words = _even(span.of(found.string))
    if "n1" in groups:
        return _in_figures(groups, span, words, calendar.language)
    if "unit" in groups:
        return _counted(groups, span, words, calendar.language)
    month = calendar.months[groups["m"].lower()] if "m" in groups else None
    month = int(groups["mm"]) if "mm" in groups else month
    weekday = calendar.weekdays[groups["wd"].lower()] if "wd" in groups else None
    day = int(groups["d"]) if "d" in groups else None
    if month and day and not calendar_day(2000, month, day):
        return None
    if day:
        kind = DayKind.DATE
    elif month:
        kind = DayKind.MONTH
    elif weekday is not None:
        kind = DayKind.WEEKDAY
        if _named(found.string, found.start(), calendar.language):
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
    """A date such as 15/11/2019; None where day and month could be exchanged and English has both."""
    first, second = int(groups["n1"]), int(groups["n2"])
    may_be_american = language == "en" and groups["sep"] == "/"
    if may_be_american and second > 12 >= first:  # noqa: PLR2004 - months
        first, second = second, first
    elif may_be_american and first <= 12 and first != second:  # noqa: PLR2004 - months
        return None
    if not calendar_day(2000, second, first) if 1 <= second <= 12 else True:  # noqa: PLR2004 - months
        return None
    return Day(
        span=span, kind=DayKind.DATE, words=words, year=int(groups["y"]), month=second, day=first
    )


def _counted(groups: dict[str, str], span: Span, words: str, language: str) -> Day:
    """A mention such as "three days ago" or "two weeks later"."""
    number = groups["n"].lower()
    count = int(number) if number.isdigit() else _COUNTS[language][number]
    back = "ago" in groups or "before" in groups
    return Day(
        span=span,
        kind=DayKind.NEAR if "ago" in groups else DayKind.ANCHORED,
        words=words,
        count=-count if back else count,
        step=_UNITS[groups["unit"]],
    )
