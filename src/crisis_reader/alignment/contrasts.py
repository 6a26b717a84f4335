"""Contrasts: numbers that differ inside two passages that say the same.

Better none than a wrong one: the same thing must be counted in like words, once on either side.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from crisis_reader.alignment.day_contrasts import days_apart
from crisis_reader.alignment.fates import does, fates_of, group_of
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.alignment.terms import MEANING
from crisis_reader.text.concepts import LANGUAGES
from crisis_reader.text.numbers import Number
from crisis_reader.text.spans import Span

# Two numbers within this share of each other may be one number rounded; of what is counted one by
# one, up to so many, within less: 96 and 100, not 90 and 100.
_ROUNDED = 0.1
_COUNTED = 0.05
_ONE_BY_ONE = 1000.0
# "Hundreds", "tens of thousands" and "hundreds of thousands" are less than ten times their unit; of
# dozens, thousands and millions there may be any number. A vague number is told from two units on.
_BOUNDED = frozenset({100.0, 10_000.0, 100_000.0})
_TENFOLD = 10.0
_DUST = 1e-9
# What is said of a number stands within this many words of it.
_NEAR = 6
_SIGNS = frozenset({"$", "€", "£", "%"})
# Between the two figures of a vote: "77 to 68", "77 votes to 66", "262 votos contra 21".
_AGAINST = re.compile(r"\s*(?:votes|votos)?\s*(?:to|against|contra|a|por|-|–)\s*", re.IGNORECASE)
_VOTES = ("vote", "voto", None)
# People are counted as such, or by what they do: "12 people", "20 protesters".
_ANYBODY = frozenset({"peopl", "person", "personas"})
# Different words for the counted are trusted only while the numbers are of one size.
_SIZE = 3.0
# A vague number many times another one counts something else.
_VAGUE = 10.0


def number_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    """Numbers of the same thing, told of in like words, that cannot both be."""
    own = _counted(left, one)
    its = _counted(right, other)
    pairs = [(number, its[unit]) for unit, number in own.items() if unit in its]
    if not pairs:
        pairs = _people(left, right, list(own.values()), list(its.values()))
    ours, theirs = fates_of(left, one), fates_of(right, other)
    if days_apart(left, one, right, other):  # a toll is of its day
        ours, theirs = {}, {}
    # Who is counted by what became of them is told alike by that.
    met = [(ours[fate], theirs[fate]) for fate in ours if fate in theirs]
    met = [(a, b) for a, b in met if _one_group(left, a, right, b)]
    fated = {*ours.values(), *theirs.values()}
    alike = [
        (a, b) for a, b in pairs if fated.isdisjoint((a, b)) and _said_alike(left, right, a, b)
    ]
    found = sorted((a.span, b.span) for a, b in met + alike if _differ(a, b))
    return tuple(
        Difference(dimension=Dimension.NUMBER, left=a, right=b) for a, b in found
    ) or _vote_contrasts(left, right, one, other)


def _one_group(left: Prepared, one: Number, right: Prepared, other: Number) -> bool:
    """Whether two numbers that met one fate may count the same people.

    Both people of any sort, or of one sort; of people and a sort while they are of one size.
    """
    own, its = group_of(left, one), group_of(right, other)
    if own == its:
        return True
    sizes = sorted((one.high or one.low or 0.0, other.high or other.low or 0.0))
    return (own is None or its is None) and sizes[1] <= _SIZE * sizes[0]


def _people(
    left: Prepared, right: Prepared, own: Sequence[Number], its: Sequence[Number]
) -> list[tuple[Number, Number]]:
    """The numbers of people, where one account says "people" and the other one what they do."""
    out: list[tuple[Number, Number]] = []
    if len(own) == len(its) == 1:
        (a,), (b,) = own, its
        doers = (a.unit in _ANYBODY and does(right, b)) or (b.unit in _ANYBODY and does(left, a))
        if _acted(left, a, right, b) or _acted(right, b, left, a):
            return [(a, b)]
        sizes = sorted((a.high or a.low or 0.0, b.high or b.low or 0.0))
        if doers and sizes[1] <= _SIZE * sizes[0]:
            out.append((a, b))
    return out


def _acted(article: Prepared, people: Number, other: Prepared, acts: Number) -> bool:
    """Whether one account counts acts and the other the people who did them.

    "Got 500 signatures", "was signed by 900 people": a concept of both, near the people.
    """
    if people.unit not in _ANYBODY or not acts.unit or acts.unit in _ANYBODY | _SIGNS:
        return False
    return MEANING + _thing(acts.unit, other) in _around(article, people)


def _vote_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    """Two results of one vote: figures of one size, not both the same. Votes are not rounded."""
    own, its = _results(left, one), _results(right, other)
    if not len(own) == len(its) == 1:
        return ()
    (a,), (b,) = own, its
    values = [(x.high or 0.0, y.high or 0.0) for x, y in zip(a, b, strict=True)]
    near = all(abs(x - y) <= _ROUNDED * max(x, y) for x, y in values)
    if not near or all(x == y for x, y in values):
        return ()
    spans = [x.span.hull(y.span) for x, y in (a, b)]
    return (Difference(dimension=Dimension.NUMBER, left=spans[0], right=spans[1]),)


def _results(article: Prepared, passage: Span) -> list[tuple[Number, Number]]:
    """The results of votes in a passage: two figures and what stands between them."""
    text = article.article.text
    inside = article.reading.numbers_in(passage)
    return [
        (a, b)
        for a, b in pairwise(inside)
        if a.unit in _VOTES
        and b.unit in _VOTES
        and a.low == a.high
        and b.low == b.high
        and _AGAINST.fullmatch(text, a.span.end, b.span.start)
    ]


def _counted(article: Prepared, passage: Span) -> dict[str, Number]:
    """The numbers of a passage by what they count, those left out that share it with another."""
    by_unit: dict[str, list[Number]] = {}
    for number in article.reading.numbers_in(passage):
        if number.unit:
            by_unit.setdefault(_thing(number.unit, article), []).append(number)
    return {unit: found[0] for unit, found in by_unit.items() if len(found) == 1}


def _thing(unit: str, article: Prepared) -> str:
    """What a unit counts, the same in both languages where it is a concept."""
    if unit in _SIGNS:
        return unit
    if article.language not in LANGUAGES:
        return unit
    return article.reading.table.owner(unit, article.language) or unit


def _differ(one: Number, other: Number) -> bool:
    """Whether two numbers cannot both be, rounding allowed; or one is short of the other's most.

    Who writes "up to 900" counts 900 as another one counts 700, though both can be.
    """
    pairs = (one, other), (other, one)
    return any(_below(a, b) or _short_of(a, b) or _exceeds(a, b) for a, b in pairs)


def _short_of(one: Number, other: Number) -> bool:
    """Whether a number is less than the most that is said by the other, and of its size."""
    value, most = one.high, other.high
    if value is None or most is None or other.low is not None or one.low not in (None, value):
        return False
    return value < most <= _SIZE * value and not (
        _rounds(value, most, one.unit) or _rounds(most, value, one.unit)
    )


def _below(one: Number, other: Number) -> bool:
    if one.high is None or other.low is None or one.high >= other.low:
        return False
    if (one.approximate or other.approximate) and other.low > _VAGUE * one.high:
        return False  # dozens killed, thousands marched
    if _rounds(one.high, other.low, one.unit) or _rounds(other.low, one.high, one.unit):
        return False
    return not (one.approximate or other.approximate) or one.high * (1.0 + _ROUNDED) < other.low


def _exceeds(vague: Number, other: Number) -> bool:
    """Whether a number is more than a vague one can be: 1.2 million, hundreds of thousands."""
    if not vague.approximate or vague.high is not None or not vague.low or other.low is None:
        return False
    unit = vague.low / 2.0
    return unit in _BOUNDED and _TENFOLD * unit <= other.low <= _VAGUE * _TENFOLD * unit


def _rounds(value: float, other: float, unit: str | None) -> bool:
    """Whether a number is another one rounded to its own last figure that is not zero."""
    most = max(value, other)
    counted = most <= _ONE_BY_ONE and value.is_integer() and other.is_integer()
    share = _COUNTED if counted and unit not in _SIGNS else _ROUNDED
    if not value or abs(value - other) > share * most + _DUST:
        return False
    digits, power = f"{value:.6e}".split("e")
    last = 10.0 ** (int(power) - len(digits.rstrip("0").rstrip(".")[2:]))
    return abs(round(other / last) * last - value) < _DUST * value


def _said_alike(left: Prepared, right: Prepared, one: Number, other: Number) -> bool:
    """Whether the words around two numbers have more in common than what they count."""
    own, its = _around(left, one), _around(right, other)
    units = {number.unit for number in (one, other)}
    shared = (own & its) - units - left.bystanders - right.bystanders
    # A sign of money says nothing of what is counted, so that the words must say more.
    return len(shared) > (one.unit in _SIGNS)


def _around(article: Prepared, number: Number) -> frozenset[str]:
    """The terms within ``_NEAR`` words of a number and within its sentence."""
    words = article.words.within(number.span)
    home = article.ranges[article.reading.sentence_of[words.start]] if words else (0, 0)
    first, last = max(home[0], words.start - _NEAR), min(home[1], words.stop + _NEAR)
    if first >= last:
        return frozenset()
    return article.terms_in(article.words.span(first, last - 1)) - {article.terms[k] for k in words}
