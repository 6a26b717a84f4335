"""Two statements on one office and day that cannot both hold: both sides are named, none wins.

Another manner of the same exit is no dispute: "resigned" and "forced out" stand below one word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from crisis_reader.events import DateRange, Kind, Manner, Modality
from crisis_reader.succession.placing import Placed
from crisis_reader.succession.records import Dispute, Evidence, Status, StatusWord
from crisis_reader.succession.wording import said
from crisis_reader.text.english import day_words

_BACKWARD = frozenset({Manner.VOIDED, Manner.UNCONSTITUTIONAL})
"""Rulings that speak of the entry itself, whenever they are given."""

_ONE_OCCURRENCE = 7
"""Days up to which two dated exits of one person are taken for one exit told with two days; further
apart they are more likely two exits."""


def disputes_of(placed: Sequence[Placed], statuses: Sequence[Status]) -> tuple[Dispute, ...]:
    """All disputes on one office, in order of their first evidence."""
    found = [
        *_over_holding(placed),
        *_over_happening(placed),
        *_over_day(statuses),
        *_between_holders(placed, statuses),
    ]
    return tuple(found)


def marked(statuses: Iterable[Status], disputes: Iterable[Dispute]) -> tuple[Status, ...]:
    """The statuses with ``disputed`` set on each whose evidence is part of a dispute."""
    keys = {e.key for dispute in disputes for _, side in dispute.sides for e in side}
    return tuple(
        replace(s, disputed=True) if any(e.key in keys for e in s.evidence) else s for s in statuses
    )


def can_be_one_day(left: DateRange | None, right: DateRange | None) -> bool:
    """Whether two statements can be of one day; without a day nothing keeps them apart."""
    if left is None or right is None:
        return True
    after = (left.earliest or date.min) > (right.latest or date.max)
    return not (after or (right.earliest or date.min) > (left.latest or date.max))


def _people(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    groups: dict[str, list[Placed]] = {}
    for statement in placed:
        if statement.person:
            groups.setdefault(statement.person, []).append(statement)
    return groups


def _over_holding(placed: Iterable[Placed]) -> Iterable[Dispute]:
    """Somebody recognised, sworn in or given the title, and somebody who refuses or doubts it."""
    for person, group in _people(placed).items():
        live = [p for p in group if p.event.modality is not Modality.DENIED]
        doubts = [p for p in live if _doubts(p)]
        backing = [p for p in live if _backs(p)]
        pairs = [(d, b) for d in doubts for b in backing if _clash(d, b)]
        if pairs:
            kept = {id(p) for pair in pairs for p in pair}
            yield Dispute(
                person=person, sides=_sides(p for p in [*doubts, *backing] if id(p) in kept)
            )


def _doubts(statement: Placed) -> bool:
    event = statement.event
    return event.kind is Kind.DENIAL or event.manner is Manner.SELF_PROCLAIMED


def _backs(statement: Placed) -> bool:
    return statement.event.kind in {Kind.ENTRY, Kind.RECOGNITION, Kind.TITLE} and not _doubts(
        statement
    )


def _clash(doubt: Placed, backing: Placed) -> bool:
    if doubt.event.manner in _BACKWARD:
        return True
    return can_be_one_day(doubt.event.date, backing.event.date)


def _sides(statements: Iterable[Placed]) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    sides: dict[str, list[Evidence]] = {}
    for statement in statements:
        sides.setdefault(said(statement.event), []).append(statement.evidence)
    return tuple((words, tuple(evidence)) for words, evidence in sides.items())


def _over_happening(placed: Iterable[Placed]) -> Iterable[Dispute]:
    """Somebody says it happened, somebody denies it."""
    for person, group in _people(placed).items():
        denied = [p for p in group if p.event.modality is Modality.DENIED]
        for kind in dict.fromkeys(p.event.kind for p in denied):
            no = [p for p in denied if p.event.kind is kind]
            yes = [
                p
                for p in group
                if p.event.kind is kind
                and p.event.modality is Modality.ACTUAL
                and any(can_be_one_day(p.event.date, n.event.date) for n in no)
            ]
            if yes:
                yield Dispute(person=person, sides=_sides([*yes, *no]))


def _over_day(statuses: Sequence[Status]) -> Iterable[Dispute]:
    """Two accounts give one exit or entry two days, and neither tells the other's day."""
    for left, right in combinations(statuses, 2):
        if left.word is not right.word or left.word not in {StatusWord.OUT, StatusWord.IN}:
            continue
        first, second = _day(left), _day(right)
        if left.person is None or left.person != right.person or not first or not second:
            continue
        apart = not _accounts(left) & _accounts(right)
        if apart and 0 < abs((second - first).days) <= _ONE_OCCURRENCE:
            sides = tuple(
                (f"{left.word.value} on {day_words(day)}", status.evidence)
                for status, day in ((left, first), (right, second))
            )
            yield Dispute(person=left.person, sides=sides)


def _day(status: Status) -> date | None:
    return status.date.day if status.date else None


def _accounts(status: Status) -> set[str]:
    return {e.article.id for e in status.evidence}


def _between_holders(placed: Sequence[Placed], statuses: Sequence[Status]) -> Iterable[Dispute]:
    """Two people who hold or claim the office on one day, and neither leaves it that day."""
    leaves = {(s.person, _day(s)) for s in statuses if s.word is StatusWord.OUT}
    holding = [
        p
        for p in placed
        if p.person and p.event.kind in {Kind.ENTRY, Kind.CLAIM}
        and p.event.modality is Modality.ACTUAL
        and p.event.manner not in {Manner.WILLING, Manner.ELECTED}
        and p.event.date and p.event.date.day
        and (p.person, p.event.date.day) not in leaves
    ]  # fmt: skip
    for day in sorted({p.event.date.day for p in holding if p.event.date and p.event.date.day}):
        that_day = [p for p in holding if p.event.date and p.event.date.day == day]
        people = list(dict.fromkeys(p.person for p in that_day if p.person))
        if len(people) > 1 and not _one_account_tells_a_sequence(that_day):
            sides = tuple(
                (f"{person} {said(group[0].event)}", tuple(p.evidence for p in group))
                for person in people
                for group in [[p for p in that_day if p.person == person]]
            )
            yield Dispute(person=None, sides=sides)


def _one_account_tells_a_sequence(statements: Sequence[Placed]) -> bool:
    """Whether some account tells that several took office that day: one after the other, then."""
    entries: dict[str, set[str | None]] = {}
    for statement in statements:
        if statement.event.kind is Kind.ENTRY:
            entries.setdefault(statement.evidence.article.id, set()).add(statement.person)
    claimed = any(p.event.kind is Kind.CLAIM for p in statements)
    return not claimed and any(len(people) > 1 for people in entries.values())
