"""The forms that mentions of days take: names from ``days.toml``, patterns made from them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from crisis_reader.text.tables import either, items, read_table


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


_ISO = r"(?P<y>\d{4})-(?P<mm>\d\d)-(?P<d>\d\d)(?![\d-])"
_FIGURES = r"(?<![\d/.])(?P<n1>\d{1,2})(?P<sep>[/.])(?P<n2>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)"
# Filled from the table: MON, WD (names), DD, YY (figures), N (a count), TO (between two days). They
# are tried in this order, the first to cover a stretch keeps it. The group ``is`` is the mention
# where that is less than the whole match.
_FORMS = {
    "en": (
        (
            r"\b(?:(?P<wd>WD),?\s+(?:the\s+)?)?(?P<d>DD)(?:st|nd|rd|th)?(?:TO(?P<t>DD)(?:st|nd|rd|th)?)?"
            r"\s+(?:of\s+)?(?P<m>MON)\b(?:\.?,?\s+(?P<y>YY)\b)?"
        ),
        (
            r"\b(?:(?P<wd>WD),?\s+)?(?P<m>MON)\b\.?\s+(?:the\s+)?(?P<d>DD)(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
            r"(?:TO(?P<t>DD)(?:st|nd|rd|th)?(?!\d|\s+(?:MON)))?(?:,?\s+(?P<y>YY)\b)?"
        ),
        r"\b(?P<m>MON)\b\.?,?\s+(?P<y>YY)\b",
        r"\b(?:in|since|until|late|early|mid|during|for|before|after)[\s-]+(?P<is>(?P<m>MON))\b(?!\.?\s*\d)",
        r"\b(?:by|of|from)\s+(?P<is>(?P<m>(?!May|Jun\b|Jan\b)MON))\b(?!\.?\s*\d)",
        r"\b(?:(?P<last>last)|(?P<next>next))\s+(?P<m>MON)\b(?!\.?\s*\d)",
        r"\b(?:in|since|until|from|to|between|of|by|late|early|during|the|before|after)\s+(?P<is>(?P<y>YY))\b(?!\s?[-–]\d|[.,]\d)",
        r"\b(?:(?P<last>last|past)\s+|(?P<next>next)\s+|this\s+)?(?P<wd>WD)\b(?!\s+(?:Times|Telegraph|Mail|Mirror|Herald))",
        (
            r"\b(?:(?:(?P<less>less\s+than|within|under)|(?P<more>more\s+than|over|at\s+least))\s+)?"
            r"(?P<n>N)\s+(?P<unit>day|week|month|year)s?"
            r"\s+(?:(?P<ago>ago)|(?P<before>earlier|before|prior)|later|after)\b"
        ),
    ),
    "es": (
        (
            r"\b(?:(?P<wd>WD),?\s+)?(?P<d>DD)(?:[°º]|ro\b)?(?:TO(?P<t>DD))?"
            r"\s+de\s+(?P<m>MON)\b(?:\.?,?\s+(?:del?\s+)?(?P<y>YY)\b)?"
        ),
        r"\b(?P<m>MON)\b\.?\s+(?:del?\s+)?(?P<y>YY)\b",
        r"\b(?:(?P<last>pasado)|(?P<next>próximo))\s+(?P<m>MON)\b",
        r"\b(?:en|de|desde|hasta|durante|a\s+(?:principios|mediados|fines|finales)\s+de)\s+(?P<is>(?P<m>MON))\b(?:\s+(?P<last>pasado))?",
        r"\b(?:en|de|desde|hasta|entre|a|del|al|año|durante)\s+(?P<is>(?P<y>YY))\b(?!\s?[-–]\d|[.,]\d)",
        r"\b(?:(?P<last>pasado)\s+|(?P<next>próximo)\s+)?(?P<wd>WD)\b(?:\s+(?:(?P<last2>pasado)|(?P<next2>próximo|que\s+viene))\b)?",
        (
            r"\b(?P<ago>hace)\s+(?:(?:(?P<less>menos\s+de)|(?P<more>más\s+de|al\s+menos))\s+)?"
            r"(?P<n>N)\s+(?P<unit>día|semana|mes|año)(?:e?s)?\b"
        ),
        (
            r"\b(?:(?:(?P<less>menos\s+de)|(?P<more>más\s+de|al\s+menos))\s+)?"
            r"(?P<n>N)\s+(?P<unit>día|semana|mes|año)(?:e?s)?"
            r"\s+(?:(?P<ago>atrás)|(?P<before>antes)|después|más\s+tarde)\b"
        ),
    ),
}
_FILL = {
    "DD": r"(?:3[01]|[12]\d|0?[1-9])",
    "YY": r"(?:1[5-9]\d\d|20\d\d)",
    "TO": r"(?:\s?[-–—]\s?|\s+(?:to|and|al?|y)\s+(?:el\s+)?)",
}
_COUNTS = {
    "en": ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "es": ("un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
}
_ALSO_ONE = {"en": ("one", "an"), "es": ("una",)}
UNITS = {
    "day": Step.DAY, "week": Step.WEEK, "month": Step.MONTH, "year": Step.YEAR,
    "día": Step.DAY, "semana": Step.WEEK, "mes": Step.MONTH, "año": Step.YEAR,
}  # fmt: skip
# After one of these the word is no day: "la mañana" is the morning, "los lunes" are all Mondays,
# "Santo Domingo" and "Good Friday" are names.
NAMES_BEFORE = {
    "en": re.compile(r"\b(?:Good|Black|Bloody|Man|USA|Ruby)\s$"),
    "es": re.compile(r"\b(?:la|una|cada|esa|aquella|los|santo|san)\s$", re.IGNORECASE),
}


class Trigger(Enum):
    """What a form is made around."""

    MONTH = "month"
    WEEKDAY = "weekday"
    YEAR = "year"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The names of one language and the patterns made from them."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, tuple[DayKind, int, Step]]
    """By phrase: its kind, how many steps away, and the step."""
    counts: dict[str, int]
    """Number words of "two days ago"."""
    triggers: dict[str, Trigger]
    """Words that a mention cannot do without, lower case."""
    forms: tuple[tuple[Trigger, re.Pattern[str]], ...]
    """Patterns in order of precedence, and what must stand nearby for them to be tried."""
    phrases: dict[str, list[tuple[str, frozenset[str]]]]
    """The phrases of ``relative`` by their longest word, with all that they are made of."""


def _triggers(months: Iterable[str], weekdays: Iterable[str]) -> Iterator[tuple[str, Trigger]]:
    """The names, and the units with their plurals."""
    for unit in UNITS:
        yield from ((unit + ending, Trigger.UNIT) for ending in ("", "s", "es"))
    yield from ((name, Trigger.WEEKDAY) for name in weekdays)
    yield from ((name, Trigger.MONTH) for name in months)


def _trigger_of(form: str) -> Trigger:
    """What a form, not yet filled, is made around."""
    if "MON" in form:
        return Trigger.MONTH
    if "WD" in form:
        return Trigger.WEEKDAY
    return Trigger.UNIT if "<unit>" in form else Trigger.YEAR


@cache
def calendar(language: str) -> Calendar | None:
    """The calendar of a language, None for one without a table."""
    rows = read_table("days.toml").get(language)
    if rows is None:
        return None
    months = {name: int(n) for n, names in rows["months"].items() for name in items(names)}
    weekdays = {name: int(n) for n, names in rows["weekdays"].items() for name in items(names)}
    relative = {
        phrase: (DayKind(kind), int(row["count"]), Step(row["unit"]))
        for kind in ("near", "anchored")
        for row in rows[kind]
        for phrase in items(row["phrases"])
    }
    counts = {word: n for n, word in enumerate(_COUNTS[language], 1)}
    counts |= dict.fromkeys(_ALSO_ONE[language], 1)
    # English names of months and days are capitalised, which tells May and March from the verbs;
    # Spanish weekdays are not, which tells domingo from Domingo.
    english = language == "en"
    month_names = [n.title() for n in months] + [n.upper() for n in months if len(n) > 3]  # noqa: PLR2004
    fill = dict(_FILL)
    fill["MON"] = f"(?:{either(month_names if english else [*months, *month_names])})"
    fill["WD"] = f"(?:{either([n.title() for n in weekdays] if english else weekdays)})"
    fill["N"] = rf"(?:\d{{1,3}}|{either(counts)})"
    token = re.compile(r"\b(?:DD|YY|TO|MON|WD|N)\b|(?<=\()(?:MON|DD)|TO(?=\()")
    forms = _FORMS[language]
    return Calendar(
        language,
        months,
        weekdays,
        relative,
        counts,
        dict(_triggers(months, weekdays)),
        tuple(
            (_trigger_of(form), re.compile(token.sub(lambda m: fill[m.group()], form)))
            for form in (_ISO, *forms[:2], _FIGURES, *forms[2:])
        ),
        _by_longest_word(relative),
    )


def _by_longest_word(phrases: Iterable[str]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase in phrases:
        words = re.findall(r"\w+", phrase)
        found.setdefault(max(words, key=len), []).append((phrase, frozenset(words)))
    return found
