"""Which order fits: by the offices whose holders have the events, never by counts of names.

Each holder votes once, for the country the texts tie him or her to. A tie or no vote chooses
nothing; the dateline only breaks a tie.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crisis_reader.article import RegionKind
from crisis_reader.events import LIVE, Event, Kind
from crisis_reader.succession.accounts import Account
from crisis_reader.succession.countries import names_of
from crisis_reader.succession.holders import Told, only_best
from crisis_reader.succession.records import Order
from crisis_reader.text.english import listed
from crisis_reader.text.folding import fold_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The order chosen, or why none was."""

    order: Order | None
    country: str | None
    """Country the line is of, chosen or named; None where nothing says."""
    reason: str


def choose_order(
    told: Told, accounts: Sequence[Account], orders: Sequence[Order], as_of: date | None
) -> Choice:
    """Choose by holders, by dateline on a tie, then the version in force when it happened."""
    votes = {country: len(holders) for country, holders in told.holders.items()}
    only = _only_offices_named(told, accounts)
    if not votes and only:
        name = country_name(only, orders)
        return _in_force(
            only,
            f"the texts name no other country's offices than {name}'s",
            orders,
            as_of,
            accounts,
        )
    if not votes:
        return Choice(
            order=None, country=None, reason="no text ties the offices of these events to a country"
        )
    best = only_best(votes)
    because = ""
    if best is None:
        most = max(votes.values())
        tied = sorted(country for country, count in votes.items() if count == most)
        best = only_best(_datelines(accounts, tied, orders))
        if best is None:
            named = " and ".join(country_name(c, orders) for c in tied)
            return Choice(order=None, country=None, reason=f"offices of {named} are told of alike")
        because = ", decided by the dateline"
    holders = [_called(h, best) for h in told.holders[best]]
    because = f"the texts give its offices to {_listed(holders)}{because}"
    return _in_force(best, because, orders, as_of, accounts)


def _only_offices_named(told: Told, accounts: Iterable[Account]) -> str | None:
    """The country of every office named in the accounts with events, where it is one alone.

    Weaker than a holder's tie, and nothing may speak against it; the bare name of a country counts
    for nothing here as anywhere.
    """
    ids = {a.article.id for a in accounts if any(_is_of_the_world(e) for e in a.events)}
    named = {cue.country for article in ids for cue in told.cues.get(article, ())}
    return next(iter(named)) if len(named) == 1 else None


def country_name(country: str, orders: Iterable[Order]) -> str:
    """The name of a country as its order shows it, else as the world calls it in English."""
    return names_of(country, orders)[0]


def _called(holder: str, country: str) -> str:
    """A holder's name; of one whom the texts only call by the office, that."""
    title = holder.removeprefix(f"{country}: ")
    return holder if title == holder else f"somebody called “{title}”"


def _listed(names: Sequence[str], most: int = 3) -> str:
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return listed(shown)


def _datelines(
    accounts: Iterable[Account], tied: Sequence[str], orders: Sequence[Order]
) -> Counter[str]:
    counted: Counter[str] = Counter()
    for account in accounts:
        place = " ".join(
            fold_word(account.article.quote(s)) for s in account.article.spans(RegionKind.DATELINE)
        )
        for country in tied:
            names = names_of(country, orders)
            counted[country] += any(
                re.search(rf"\b{re.escape(fold_word(n))}\b", place) for n in names
            )
    return counted


def _in_force(
    country: str,
    because: str,
    orders: Sequence[Order],
    as_of: date | None,
    accounts: Sequence[Account],
) -> Choice:
    versions = [order for order in orders if order.country == country]
    if not versions:
        return Choice(order=None, country=country, reason=because)
    days = [as_of] if as_of else _event_days(accounts) or _published(accounts)
    if not days:
        now = [order for order in versions if order.in_force_to is None]
        chosen, why = (
            (now[0] if now else None),
            f"{because}; no day is told, so the order now in force",
        )
    else:
        fits = Counter({o.id: sum(in_force(o, day) for day in days) for o in versions})
        # Two versions that fit alike: the later one, in force when the later events happened.
        chosen = max(versions, key=lambda o: (fits[o.id], o.in_force_from or date.min))
        chosen, why = (chosen if fits[chosen.id] else None), because
    if chosen is None:
        name = country_name(country, orders)
        why = f"{because}; no order for {name} in force on that day is known here"
    return Choice(order=chosen, country=country, reason=why)


def in_force(order: Order, day: date) -> bool:
    """Whether the order was the law on that day."""
    begun = order.in_force_from is None or order.in_force_from <= day
    return begun and (order.in_force_to is None or day <= order.in_force_to)


def _is_of_the_world(event: Event) -> bool:
    return event.modality in LIVE and event.kind is not Kind.TITLE


def _event_days(accounts: Iterable[Account]) -> list[date]:
    days = {
        event.date.day
        for account in accounts
        for event in account.events
        if _is_of_the_world(event) and event.date and event.date.day
    }
    return sorted(days)


def _published(accounts: Iterable[Account]) -> list[date]:
    return sorted({a.article.published for a in accounts if a.article.published})
