"""Contrasts: numbers and names that differ inside two passages that say the same.

Better none than a wrong one: the same thing must be counted in like words, once on either side; a
name must stand by the same office, and each text must know only its own.
"""

from crisis_reader.alignment.preparing import Prepared, topic_of
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.events import same_person
from crisis_reader.text.concepts import concepts
from crisis_reader.text.numbers import Number
from crisis_reader.text.spans import Span

# Two numbers within this share of each other may be one number rounded.
_ROUNDED = 0.1
# What is said of a number stands within this many words of it.
_NEAR = 6
_SIGNS = frozenset({"$", "€", "£", "%"})


def read_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    """The differences of number and of name between two passages that match."""
    return (*_number_contrasts(left, right, one, other), *_name_contrasts(left, right, one, other))


def _number_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    own = _counted(left, one)
    its = _counted(right, other)
    return tuple(
        Difference(dimension=Dimension.NUMBER, left=number.span, right=its[unit].span)
        for unit, number in own.items()
        if unit in its
        and _differ(number, its[unit])
        and _said_alike(left, right, number, its[unit])
    )


def _counted(article: Prepared, passage: Span) -> dict[str, Number]:
    """The numbers of a passage by what they count, those left out that share it with another."""
    by_unit: dict[str, list[Number]] = {}
    for number in article.numbers:
        if number.unit and passage.covers(number.span):
            by_unit.setdefault(_thing(number.unit, article.language), []).append(number)
    return {unit: found[0] for unit, found in by_unit.items() if len(found) == 1}


def _thing(unit: str, language: str) -> str:
    """What a unit counts, the same in both languages where it is a concept."""
    if unit in _SIGNS:
        return unit
    return concepts().owner(unit, language) or unit if language in ("en", "es") else unit


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


def _said_alike(left: Prepared, right: Prepared, one: Number, other: Number) -> bool:
    """Whether the words around two numbers have more in common than what they count."""
    own, its = _around(left, one), _around(right, other)
    units = {number.unit for number in (one, other)}
    return bool((own & its) - units - left.bystanders - right.bystanders)


def _around(article: Prepared, number: Number) -> frozenset[str]:
    """The terms within ``_NEAR`` words of a number and within its sentence."""
    words = article.words.within(number.span)
    home = article.ranges[article.sentence_of[words.start]] if words else (0, 0)
    first, last = max(home[0], words.start - _NEAR), min(home[1], words.stop + _NEAR)
    if first >= last:
        return frozenset()
    return article.terms_in(article.words.span(first, last - 1)) - {article.terms[k] for k in words}


def _name_contrasts(
    left: Prepared, right: Prepared, one: Span, other: Span
) -> tuple[Difference, ...]:
    own, its = _holders(left, one), _holders(right, other)
    return tuple(
        Difference(dimension=Dimension.NAME, left=span, right=its[office])
        for office, span in own.items()
        if office in its and _two_people(left, right, span, its[office])
    )


def _holders(article: Prepared, passage: Span) -> dict[str, Span]:
    """The full name right after each office that a passage names once."""
    words, text = article.words, article.article.text
    out: dict[str, list[Span]] = {}
    inside = article.words.within(passage)
    for hit in article.hits_in(inside):
        if topic_of(hit.concept) != "offices":
            continue
        first = hit.last + 1
        last = first
        while last in inside and text[words.starts[last]].isupper() and _joined(article, last):
            last += 1
        if last - first > 1:
            out.setdefault(hit.concept, []).append(words.span(first, last - 1))
    return {office: spans[0] for office, spans in out.items() if len(spans) == 1}


def _joined(article: Prepared, index: int) -> bool:
    """Whether only a space stands before a word."""
    between = article.article.text[article.words.ends[index - 1] : article.words.starts[index]]
    return between.isspace()


def _two_people(left: Prepared, right: Prepared, one: Span, other: Span) -> bool:
    """Whether two names are two people's, and neither text knows the other's."""
    name, its = one.of(left.article.text), other.of(right.article.text)
    if same_person(name, its):
        return False
    own_words = {left.words.folded[k] for k in left.words.within(one)}
    its_words = {right.words.folded[k] for k in right.words.within(other)}
    return not (own_words & set(right.words.folded) or its_words & set(left.words.folded))
