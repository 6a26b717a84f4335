"""Days: where two passages that say the same put it on different days.

Only where the day belongs to the same act in both: the words it stands with are the same. Days are
resolved where the article says when it was written; else weekday is set against weekday.
"""

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.alignment.terms import MEANING
from crisis_reader.text.day_forms import DayKind
from crisis_reader.text.days import Day, calendar_day
from crisis_reader.text.language import function_words
from crisis_reader.text.resolving import resolve_day
from crisis_reader.text.spans import Span

# So many words of what is told, nearest to the day, say what happened on it.
_NEAREST = 3
# Of those, so many in common make it one act; the nearest of both is enough alone.
_ENOUGH = 2
# Of two entries of lists of days more than this share of the shorter one's telling words.
_SHARE = 1 / 3
# Two accounts of one event put it at most this far apart; more is another event.
_FAR = timedelta(days=7)

# A leap year, so that it has every day.
_ANY_YEAR = 2000

_KINDS = (DayKind.WEEKDAY, DayKind.DATE)
_Terms = frozenset[str]


class _Dated(NamedTuple):
    """What stands with a day in its clause."""

    told: tuple[_Terms, ...]
    """The terms of the words nearest to it that tell something, nearest first."""
    actor: _Terms
    """The terms of the name or body right before it: "the Senate on Friday"."""
    clause: _Terms
    heads: bool
    """Whether it heads its sentence, as in a list of days."""
    acts: bool
    """Whether the nearest word before it can be a verb."""


def day_contrasts(left: Prepared, right: Prepared, one: Span, other: Span) -> list[Difference]:
    """The days on which two passages of one sentence each put one act, where they exclude."""
    pairs = [
        (a, b) for a in _days(left, one) for b in _days(right, other) if _exclude(left, a, right, b)
    ]
    out: list[Difference] = []
    for a, b in pairs:
        ours, theirs = _dated(left, one, a), _dated(right, other, b)
        act = _one_act(ours, theirs) if ours and theirs else None
        if act and not (_tells(left, act, a, right, b) or _tells(right, act, b, left, a)):
            out.append(
                Difference(
                    dimension=Dimension.DATE,
                    left=a.span,
                    right=b.span,
                    left_day=_resolved(left, a),
                    right_day=_resolved(right, b),
                )
            )
    return out


def days_apart(left: Prepared, one: Span, right: Prepared, other: Span) -> bool:
    """Whether two passages both tell days, none of which may be one of the other's."""
    own, its = _days(left, one), _days(right, other)
    return bool(own and its) and not any(_may_be_one(left, a, right, b) for a in own for b in its)


def _days(article: Prepared, passage: Span) -> list[Day]:
    """The mentions of single days in a passage."""
    return [d for d in article.reading.days_in(passage) if d.kind in _KINDS and not d.through]


def _dated(article: Prepared, passage: Span, day: Day) -> _Dated | None:
    """A day of a passage with the words of its clause; None for a day of speaking."""
    idle = function_words(article.language)
    sentence = article.reading.sentence_at(day.span.start)
    clause = next((c for c in article.reading.clauses(sentence) if c.touches(day.span)), passage)
    if day.span.start == passage.start and passage.covers(article.sentences[sentence].span):
        clause = passage  # a day that heads an entry dates all of it
    words, at = article.words.within(clause), article.words.within(day.span)
    back = range(at.start - 1, words.start - 1, -1)
    if _is_said(article, next((k for k in back if article.words.folded[k] not in idle), None)):
        return None
    before = [_terms(article, k) for k in back]
    after = [_terms(article, k) for k in range(at.stop, words.stop)]
    aside = article.bystanders | article.days
    said = [t for t in before if t - aside] or [t for t in after if t - aside]
    nearest = next((k for k, t in zip(back, before, strict=True) if t - aside), None)
    return _Dated(
        tuple(t - aside for t in said[: _NEAREST if before else None]),
        next((t for t in before if t), frozenset()) & article.name_terms,
        frozenset().union(*before),
        not before,
        nearest is not None and not _is_named(article, nearest),
    )


def _is_said(article: Prepared, index: int | None) -> bool:
    """Whether a word before a day is of saying: then somebody spoke that day."""
    if index is None:
        return False
    concept = article.meanings.get(index)
    return not article.marks[index] or (
        concept is not None and article.reading.table.topic(concept) == "saying"
    )


def _is_named(article: Prepared, index: int) -> bool:
    """Whether a word is a thing, not an act: an article stands before it."""
    before = article.words.folded[index - 1] if index else ""
    return before in contrast_words("article", article.language)


def _terms(article: Prepared, index: int) -> _Terms:
    """The term of a word and the concept that begins there."""
    own = {article.terms[index]} if article.terms[index] else set()
    return frozenset(own | ({MEANING + m} if (m := article.meanings.get(index)) else set()))


def _one_act(one: _Dated, other: _Dated) -> _Terms:
    """The words that make what two days stand with one act; none where it is not one.

    Where a day follows an actor with no word on the act, the actor's day is the act's.
    """
    if one.acts and other.acts and (nearest := one.told[0] & other.told[0]):
        return nearest
    shared = frozenset().union(*one.told) & frozenset().union(*other.told)
    held = min(sum(not shared.isdisjoint(t) for t in side.told) for side in (one, other))
    if one.heads and other.heads:
        few = held <= _SHARE * min(len(one.told), len(other.told))
        return frozenset() if few else shared
    if held >= _ENOUGH:
        return shared
    return (one.actor & other.clause) | (other.actor & one.clause)


def _exclude(left: Prepared, one: Day, right: Prepared, other: Day) -> bool:
    """Whether two mentions cannot mean one day, and are near enough to be of one event."""
    own, its = _calendar(left, one, right, other)
    if own and its and abs(own - its) > _FAR:
        return False
    return not _may_be_one(left, one, right, other)


def _may_be_one(left: Prepared, one: Day, right: Prepared, other: Day) -> bool:
    """Whether two mentions can mean one day. Next week's Monday is still a Monday."""
    own, its = _calendar(left, one, right, other)
    if own and its and one.kind is other.kind is DayKind.DATE:
        return own == its
    days = [d.weekday() if d else day.weekday for d, day in ((own, one), (its, other))]
    return None in days or days[0] == days[1]


def _calendar(
    left: Prepared, one: Day, right: Prepared, other: Day
) -> tuple[date | None, date | None]:
    """The days that two mentions mean; where a year is open, both of one year."""
    own, its = _resolved(left, one), _resolved(right, other)
    if own and its:
        return own, its
    years = [day.year for day in (one, other) if day.year]
    same = [
        calendar_day(years[0] if years else _ANY_YEAR, day.month, day.day)
        for day in (one, other)
        if day.kind is DayKind.DATE and day.month and day.day
    ]
    return (same[0], same[1]) if len(same) == len((one, other)) else (own, its)


def _resolved(article: Prepared, day: Day) -> date | None:
    """The one day that a mention means; None where that is open."""
    found = resolve_day(day, published=article.article.published)
    return found[0] if found and found[0] == found[1] else None


def _tells(article: Prepared, act: _Terms, own: Day, other: Prepared, day: Day) -> bool:
    """Whether an article puts the act on the other one's day as well."""
    places = Counter(s for term in act for s in article.postings.get(term, ()))
    home = article.reading.sentence_at(own.span.start)
    return any(
        _may_be_one(article, said, other, day)
        for sentence, held in places.items()
        if 2 * held >= len(act)
        for said in article.reading.days_in(article.sentences[sentence].span)
        if said.span != own.span and said.kind in _KINDS
        if sentence != home or not _is_of_others(article, said, own, act)
    )


def _is_of_others(article: Prepared, said: Day, own: Day, act: _Terms) -> bool:
    """Whether a day before another one in its sentence is told before anything of its act.

    "Begins in the lower house on Monday, followed by the upper house on Friday."
    """
    if said.span.end > own.span.start:
        return False
    sentence = article.sentences[article.reading.sentence_at(own.span.start)].span
    return article.terms_in(Span(sentence.start, said.span.end)).isdisjoint(act)
