"""Contrasts: numbers that differ inside two passages that say the same.

Better none than a wrong one: the same thing must be counted, once on either side.
"""

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.text.numbers import Number, read_numbers
from crisis_reader.text.spans import Span

# Two numbers within this share of each other may be one number rounded.
_ROUNDED = 0.1


def read_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    """The differences of number between two passages that match."""
    own = _counted(read_numbers(left.article.text, one, left.language))
    its = _counted(read_numbers(right.article.text, other, right.language))
    return tuple(
        Difference(dimension=Dimension.NUMBER, left=number.span, right=its[unit].span)
        for unit, number in own.items()
        if unit in its and _differ(number, its[unit])
    )


def _counted(numbers: tuple[Number, ...]) -> dict[str, Number]:
    """The numbers by what they count, those left out that share it with another."""
    by_unit: dict[str, list[Number]] = {}
    for number in numbers:
        if number.unit:
            by_unit.setdefault(number.unit, []).append(number)
    return {unit: found[0] for unit, found in by_unit.items() if len(found) == 1}


def _differ(one: Number, other: Number) -> bool:
    """Whether two numbers cannot both be, rounding allowed."""
    return _below(one, other) or _below(other, one)


def _below(one: Number, other: Number) -> bool:
    if one.high is None or other.low is None or one.high >= other.low:
        return False
    if one.approximate or other.approximate or _round(one.high) != _round(other.low):
        return one.high * (1.0 + _ROUNDED) < other.low
    return True


def _round(value: float) -> bool:
    """Whether a number looks rounded: two significant figures at most."""
    return float(f"{value:.2g}") == value
