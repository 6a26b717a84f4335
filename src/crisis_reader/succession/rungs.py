"""Rungs: each office with its statuses, its disputes and who says nothing; what stands on none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crisis_reader.events import Kind, Manner, Modality
from crisis_reader.succession.accounts import Account
from crisis_reader.succession.calling import Calls
from crisis_reader.succession.disputes import disputes_of, marked
from crisis_reader.succession.placing import Placed, is_of_nobody
from crisis_reader.succession.records import Office, Order, Rung, Silence, Status
from crisis_reader.succession.statuses import by_day, is_after, statuses_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Accounts whose silence means something, and whom they call by which office in passing."""

    accounts: tuple[Account, ...]
    calls: Calls

    def calls_somebody(self, account: Account, office: Office) -> bool:
        """Whether the account gives somebody the title, whatever it tells of them."""
        return any(o.id == office.id for _, o in self.calls.get(account.article.id, ()))


def offices_of(
    order: Order | None, placed: Sequence[Placed]
) -> tuple[tuple[Office, ...], tuple[Office, ...]]:
    """The order's offices and those asserted to belong; without one those the texts name."""
    if order is not None:
        return order.offices, order.asserted_offices
    named: dict[str, Office] = {}
    for statement in placed:
        if statement.office:
            named.setdefault(statement.office.id, statement.office)
    return tuple(named.values()), ()


def rung_of(
    office: Office, placed: Sequence[Placed], listening: Listening, day: date | None
) -> Rung:
    """Everything said of one office by that day, and who says nothing of it.

    Args:
        office: Of the order, asserted, or as texts name it.
        placed: All statements, of whatever office and day.
        listening: Those who could speak.
        day: As of which; None is no filter.
    """
    everything = [p for p in placed if p.office and p.office.id == office.id]
    statuses = by_day(statuses_of(everything), day)
    disputes = disputes_of(_standing(everything, statuses, day), statuses)
    return Rung(
        office=office,
        statuses=marked(statuses, disputes),
        disputes=disputes,
        silent=tuple(_silent(office, everything, listening)),
    )


def _standing(
    placed: Sequence[Placed], statuses: Iterable[Status], day: date | None
) -> tuple[Placed, ...]:
    """The statements of these statuses, and what is denied by that day."""
    told = {e.key for status in statuses for e in status.evidence}
    return tuple(
        p
        for p in placed
        if p.evidence.key in told or (_beside(p) and not (day and is_after(p.event.date, day)))
    )


def _beside(statement: Placed) -> bool:
    """Whether it takes a side without a status of its own: a denial, a title given in passing."""
    return statement.event.modality is Modality.DENIED or statement.event.kind is Kind.TITLE


def _silent(
    office: Office, placed: Sequence[Placed], listening: Listening
) -> Iterable[tuple[str, Silence]]:
    """Accounts that say nothing of who holds it; one written before all of it could not have.

    One that names its people, or calls somebody by its title, does not say nothing.
    """
    speaking = {p.evidence.article.id for p in placed}
    people = {p.person for p in placed if p.person and not _is_ahead(p)}
    days = [s.date.earliest if s.date else None for s in statuses_of(placed)]
    for account in listening.accounts:
        names_it = account.names(people) or listening.calls_somebody(account, office)
        if account.article.id in speaking or names_it:
            continue
        published = account.article.published
        before = bool(days) and all(day and published and published < day for day in days)
        yield account.article.id, Silence.WRITTEN_EARLIER if before else Silence.SAYS_NOTHING


def _is_ahead(statement: Placed) -> bool:
    """Whether the person only may come to it: naming him or her names nobody who holds it."""
    return statement.event.manner is Manner.WILLING or statement.event.kind is Kind.NEXT


def outside_of(placed: Sequence[Placed], day: date | None) -> tuple[Status, ...]:
    """What fits no office, told apart by what the texts call the office; mere titles left out."""
    groups: dict[str, list[Placed]] = {}
    for statement in placed:
        if statement.office is None and not _holds_nothing(statement):
            groups.setdefault(statement.event.office or "", []).append(statement)
    told = (status for group in groups.values() for status in statuses_of(group))
    return by_day(told, day)


def _holds_nothing(statement: Placed) -> bool:
    """A title given in passing; a session without quorum or a ruling that is told of nobody."""
    event = statement.event
    act = event.kind in {Kind.DENIAL, Kind.RECOGNITION} and is_of_nobody(event)
    return act or event.kind is Kind.TITLE


def days_of(placed: Iterable[Placed]) -> tuple[date, ...]:
    """Days on which anything changes, ascending."""
    days = {
        p.event.date.earliest or p.event.date.latest for p in placed if p.event.date is not None
    }
    return tuple(sorted(day for day in days if day is not None))
