"""Numbers as a text states them: figures, number words, fractions, money, percentages, ranges.

A number is a lower and an upper bound and the noun it counts. Clock times, years, days in dates,
ages, ordinals, labels ("article 169") and codes ("F-16") count nothing and are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from crisis_reader.text.day_forms import DayKind
from crisis_reader.text.days import Day, read_days
from crisis_reader.text.number_forms import NumberForms, number_forms
from crisis_reader.text.spans import Span
from crisis_reader.text.words import stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of a text."""

    span: Span
    """The number with its sign and scale, without the words that bound it and without the noun."""
    low: float | None
    """At least so many, ``high`` itself for an exact number; None where only ``high`` is said."""
    high: float | None
    """At most so many; None where only a lower bound is said."""
    approximate: bool
    """Whether the text says about, some, almost, or counts in dozens and hundreds."""
    unit: str | None
    """Folded stem of the counted noun, or ``$`` ``€`` ``£`` ``%``; None where nothing is named."""


_HALVES = ("half", "medio", "media")
# Where a number may begin: a word, a sign of money, a figure.
_PLACE = re.compile(r"[^\W\d_]+|[$€£]|(?<![\w$€£])\d")
_BEFORE = 26
"""Characters looked back for the words that bound a number; the longest has 20."""
_AFTER = 90
"""Characters looked ahead for the counted noun."""
_NOUN = re.compile(r"[\s-]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[.,]?\s+(?:[nN][.°ºo]*\s*)?$")
_CLOCK_BEFORE = re.compile(r"\d[:.h]$|\b(?:a|desde|hasta|at|by) las? $|\bat $", re.IGNORECASE)
_CLOCK_AFTER = re.compile(r":\d\d|\s?(?:[ap]\.?\s?m\b|GMT|UTC|o['’]clock|hrs\b|h\b)", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"\b[nN](?:[ou]m?|ros?)?s?[.°º]+\s*$")
_NAME_BEFORE = re.compile(r"(?:^|[^.!?…]\s)[A-ZÀ-ÖØ-Þ][\w'’]+\s$")
_CODE_AFTER = re.compile(r"/\d")
_CODE_BEFORE = re.compile(r"[^\W\d][-–]$|[#@/_]$|\d[.,]$")
_YEARS = range(1500, 2101)


def read_numbers(
    text: str,
    span: Span | None = None,
    language: str = "en",
    *,
    days: Sequence[Day] | None = None,
) -> tuple[Number, ...]:
    """The numbers of a text, or of the part of it that ``span`` covers, in order, apart.

    A language without a table of number words has none. ``days`` are the mentions of days there,
    which count nothing; they are read if the caller has not done so.
    """
    table = number_forms(language)
    if table is None:
        return ()
    start, end = span or (0, len(text))
    found = [
        number
        for match in _matches(text, start, end, table)
        if (number := _number(match, start, end, table))
    ]
    if not found:
        return ()
    if days is None:
        days = read_days(text, span, language)
    taken = [day.span for day in days if day.kind is not DayKind.WEEKDAY]
    kept = [number for number in found if not _touches_any(number.span, taken)]
    return tuple(_ranges(text, kept, table))


def _touches_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span touches one of others that are in order and apart."""
    at = bisect_left(others, span)
    return any(other.touches(span) for other in others[max(0, at - 1) : at + 1])


def _matches(text: str, start: int, end: int, table: NumberForms) -> Iterator[re.Match[str]]:
    """The matches of the pattern, tried only where a number can begin: that is ten times faster."""
    reach = start
    for place in _PLACE.finditer(text, start, end):
        word = place.group()
        if place.start() < reach or (word[0].isalpha() and word.lower() not in table.first_words):
            continue
        match = table.pattern.match(text, place.start(), end)
        if match:
            reach = match.end()
            yield match


# -- one number ------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """What stands around a number."""

    before: str
    after: str
    unit: str | None
    bound: str | None


def _number(match: re.Match[str], start: int, end: int, table: NumberForms) -> Number | None:
    """The number that one match states, None where it counts nothing."""
    value, vague = _value(match, table)
    at, stop = match.span()
    at += len(match.group()) - len(match.group().lstrip())
    text = match.string
    before = text[max(start, at - _BEFORE) : at]
    after = text[stop : min(end, stop + _AFTER)]
    more = table.or_more.match(after)
    unit = _unit(match, after[more.end() :] if more else after, value, table)
    bound = _bound(before, table)
    place = _Place(before, after, unit, bound)
    if match["figure"]:
        if _counts_nothing(match, place, table):
            return None
    elif not _words_count(match, place, table):
        return None
    if more:
        bound = "at_least"
    low = None if bound == "at_most" else value
    high = None if vague or bound == "at_least" else value
    if low is None and high is None:
        low = value
    return Number(
        span=Span(at, stop), low=low, high=high, approximate=vague or bound == "about", unit=unit
    )


def _value(match: re.Match[str], table: NumberForms) -> tuple[float, bool]:
    """What the match is worth, and whether its word says only "at least so many"."""
    values = table.values
    if match["fraction"]:
        return float(values["fractions"][_even(match["fraction"])]), False
    if match["vague"]:
        return float(values["vague"][_even(match["vague"])]), True
    if match["article"]:
        half = match["article"].lower().startswith(_HALVES)
        return values["scales"][_even(match["count"])] * (0.5 if half else 1.0), False
    if match["words"]:
        return _from_words(match["words"], table), False
    value = _from_figures(match["figure"], table.language)
    if match["suffix"]:
        value *= {k.lower(): v for k, v in values["suffixes"].items()}[match["suffix"].lower()]
    for scale in (match["scale"] or "").lower().split():
        value *= values["scales"][scale]
    return value, False


def _even(words: str) -> str:
    return " ".join(words.lower().split())


def _from_words(words: str, table: NumberForms) -> float:
    """The value of number words: "two hundred and six", "tres mil quinientos"."""
    total, current = 0.0, 0.0
    for word in re.split(r"[-\s]+", words.lower()):
        scale = table.values["scales"].get(word)
        if scale is None:
            current += table.values["exact"].get(word, 0)
        elif scale >= 1000:  # noqa: PLR2004 - thousands close a group, hundreds and dozens do not
            total += (current or 1) * scale
            current = 0
        else:
            current = (current or 1) * scale
    return total + current


def _from_figures(figure: str, language: str) -> float:
    """The value of a figure; which separator is the decimal one depends on language and shape."""
    digits = re.sub(r"[\u00a0\u202f]", "", figure)
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return float(digits)
    last = marks[-1]
    whole, _, rest = digits.rpartition(last)
    several_kinds = len(set(marks)) > 1
    grouped = len(rest) == 3 and not several_kinds  # noqa: PLR2004 - a group of thousands
    if grouped and (len(marks) > 1 or last == "," or language == "es"):
        return float(whole.replace(last, "") + rest)
    if several_kinds or len(marks) == 1:
        return float(re.sub(r"[.,]", "", whole) + "." + rest)
    return float(re.sub(r"[.,]", "", digits))


def _bound(before: str, table: NumberForms) -> str | None:
    """Which bound the words right before a number make."""
    tail = " ".join(before.lower().split())
    for phrase, kind in table.bounds:
        if tail.endswith(phrase) and not tail[: -len(phrase)][-1:].isalnum():
            return kind
    return None


# -- what counts nothing ---------------------------------------------------------------------------


def _counts_nothing(match: re.Match[str], place: _Place, table: NumberForms) -> bool:
    """Whether a figure is a time, a year, an age, a label or a code."""
    if match["money"] or match["percent"] or match["scale"]:
        return False
    before, after, unit, bound = place
    if _is_code(before, after):
        return True
    if _CLOCK_BEFORE.search(before) and (unit is None or bound is None):
        return True
    last = _LAST_WORD.search(before)
    if last and last.group(1).lower() in table.words["labels"]:
        return True
    figure = match["figure"]
    if figure.isdigit() and len(figure) == 4 and int(figure) in _YEARS and bound is None:  # noqa: PLR2004
        return unit not in _stemmed_plurals(table)
    age = before.rstrip().endswith(",") and after[:1] in tuple(",;.")
    name = bound is None and bool(_NAME_BEFORE.search(before)) and not _opens(last, table)
    return unit is None and (age or name)


def _is_code(before: str, after: str) -> bool:
    """Whether a figure is part of a code or a clock time, or a label: "F-16", "9/11", "No. 5"."""
    behind = _CODE_BEFORE.search(before) or _LABEL_BEFORE.search(before)
    return bool(behind or _CODE_AFTER.match(after) or _CLOCK_AFTER.match(after))


def _opens(last: re.Match[str] | None, table: NumberForms) -> bool:
    """Whether the word before a number is one that any noun phrase may follow."""
    return last is not None and last.group(1).lower() in table.words["stops"]


def _stemmed_plurals(table: NumberForms) -> frozenset[str]:
    """Stems of the nouns that are people: only they make "2000" before them no year."""
    return frozenset(stem(noun, table.language) for noun in table.words["plurals"])


def _words_count(match: re.Match[str], place: _Place, table: NumberForms) -> bool:
    """Whether number words count: not "one another", "a third term", "the second half"."""
    before, after, unit, bound = place
    follow = _NOUN.match(after)
    following = follow.group(1).lower() if follow else ""
    if match["fraction"]:
        words = _even(match["fraction"])
        if words not in table.words["needs_of"]:
            return True
        ordinal = _LAST_WORD.search(before)
        if ordinal and ordinal.group(1).lower() in ("first", "second", "last", "other", "and"):
            return False
        return following in table.words["after_half"] and (
            words == "half" or following not in ("a", "an")
        )
    if match["words"] and _even(match["words"]) == "one":
        taken = following in table.words["not_counted_after_one"] or before.lower().endswith("no ")
        return unit is not None and not taken
    return (
        unit is not None
        or bound is not None
        or not before.lower().rstrip().endswith((" no", "the"))
    )


# -- the counted noun ------------------------------------------------------------------------------


def _unit(match: re.Match[str], after: str, value: float, table: NumberForms) -> str | None:
    """The sign or the folded stem of what is counted."""
    if match["percent"]:
        return "%"
    if match["money"]:
        sign = match["money"].strip().rstrip(".").lower()
        return {"usd": "$", "eur": "€"}.get(sign, sign[-1] if sign[-1] in "$€£" else sign)
    words = table.words
    of = table.of.match(after)
    hyphen = after.startswith("-")
    ends = words["stops"] | table.values["exact"].keys()
    nouns = list(_run(after[of.end() :] if of else after, ends))
    if not nouns:
        return None
    first = nouns[0].lower()
    if " ".join(nouns[:2]).lower() in words["percent"] or first in words["percent"]:
        return "%"
    for sign, names in (("$", words["dollars"]), ("€", words["euros"])):
        if first in names:
            return sign
    if table.language == "en":
        head = _english_head(nouns, single=value <= 1, attached=hyphen, words=words)
    else:
        head = next((noun for noun in nouns if noun.lower() not in words["premodifiers"]), None)
    return stem(head, table.language) if head else None


def _run(after: str, ends: AbstractSet[str]) -> Iterator[str]:
    """The words after a number up to a mark or a word that ends its noun phrase, at most four."""
    at = 0
    for _ in range(4):
        found = _NOUN.match(after, at)
        if found is None or found.group(1).lower() in ends:
            return
        yield found.group(1)
        at = found.end()
        if after[at : at + 2] in ("'s", "’s"):
            return


def _english_head(
    nouns: list[str], *, single: bool, attached: bool, words: dict[str, frozenset[str]]
) -> str | None:
    """The head of an English noun phrase: its first plural; its last word after "one"."""
    if attached:
        return nouns[0].split("-")[0]
    for noun in nouns:
        lower = noun.lower()
        if lower in words["plurals"] or lower.endswith("men"):
            return noun
        if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s")):
            return noun
    return nouns[-1] if single else None


# -- ranges ----------------------------------------------------------------------------------------


def _ranges(text: str, numbers: list[Number], table: NumberForms) -> Iterator[Number]:
    """Join two numbers into a range: "between 10 and 15 arrests", "10 to 15 arrests", "10-15%"."""
    at = 0
    while at < len(numbers):
        left = numbers[at]
        right = numbers[at + 1] if at + 1 < len(numbers) else None
        at += 1
        if right and _is_range(text, left, right, table):
            at += 1
            yield replace(left, span=left.span.hull(right.span), high=right.high, unit=right.unit)
        else:
            yield left


def _is_range(text: str, left: Number, right: Number, table: NumberForms) -> bool:
    if left.low is None or right.high is None or left.low >= right.high or left.low != left.high:
        return False
    if left.unit not in (None, right.unit):
        return False
    gap = text[left.span.end : right.span.start].strip().lower()
    before = text[max(0, left.span.start - 12) : left.span.start].lower().split()
    last = before[-1] if before else ""
    if last in table.words["between"]:
        return gap in table.words["and"]
    if last in table.words["from"] or right.unit is None:
        return False
    return gap in table.words["to"] or gap in ("-", "–", "—")
