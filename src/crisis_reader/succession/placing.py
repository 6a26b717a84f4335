"""Which office each event is about, so that every statement stands on one rung or outside all.

An office is the text's own words, or the one office of the order that the same account gives the
person elsewhere, or that the other accounts do where it gives none. An event of another country
stands on no rung.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crisis_reader.events import LIVE, Event, Kind, Manner, Modality
from crisis_reader.events.correcting import SOURCE
from crisis_reader.succession.accounts import Account, People
from crisis_reader.succession.calling import Calls, titled
from crisis_reader.succession.countries import names_of
from crisis_reader.succession.holders import Told
from crisis_reader.succession.offices import bare, is_past, office_named
from crisis_reader.succession.records import Evidence, Office, Order
from crisis_reader.text.folding import fold_text, fold_word

# Kinds whose office the person has or had; "willing to become president" gives nobody an office.
_HELD = frozenset({Kind.TITLE, Kind.EXIT, Kind.ENTRY, Kind.CLAIM, Kind.RECOGNITION})
# Kinds that tell of a rise: without an office they may mean a higher one than the account names.
_RISE = frozenset({Kind.ENTRY, Kind.CLAIM, Kind.RECOGNITION, Kind.DENIAL})

_POSSESSED = re.compile(r"\b(?:its|their|sus?)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the|a|an|el|la|un|una)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A statement and the rung it stands on."""

    evidence: Evidence
    office: Office | None
    """None where it fits no office of the order."""
    person: str | None
    """The fullest name any account gives the person."""

    @property
    def event(self) -> Event:
        """What is stated."""
        return self.evidence.event


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The order and country of a line, and what the texts tell of countries."""

    order: Order | None
    country: str | None
    told: Told
    calls: Calls


def is_told(event: Event) -> bool:
    """Whether a line shows the event: it happened, is planned, hoped for, or denied by somebody."""
    if event.rejected:
        return False
    if event.manner is Manner.WILLING:
        return event.modality is not Modality.DENIED
    if event.kind is Kind.TITLE:
        return event.modality in LIVE and not is_past(f"{event.office or ''} {event.surface}")
    if event.modality is Modality.DENIED:
        return event.kind in {Kind.EXIT, Kind.ENTRY, Kind.CLAIM}
    return event.modality in LIVE


def is_of_nobody(event: Event) -> bool:
    """Whether neither a name nor words of the text stand for the person: nobody's rung, then."""
    named = event.person or event.unnamed or event.surface.strip()
    return event.kind is not Kind.VACANT and not named


def place(accounts: Sequence[Account], people: People, scope: Scope) -> tuple[Placed, ...]:
    """Every told event of every account with its office, accounts in order, then by position."""
    given = Given(accounts, people, scope)
    return tuple(
        Placed(
            evidence=account.evidence(event),
            office=_office(event, account, people, scope, given),
            person=people.fullest(event.person) if event.person else None,
        )
        for account in accounts
        for event in sorted(account.events, key=lambda e: e.span)
        if is_told(event)
    )


def place_titles(
    accounts: Sequence[Account], people: People, scope: Scope, placed: Sequence[Placed]
) -> tuple[Placed, ...]:
    """What people are called in passing, on the order's asserted offices; none is told twice.

    Args:
        accounts: Of the order's country.
        people: The names of all accounts.
        scope: The order.
        placed: What stands there already.
    """
    order = scope.order
    if order is None:
        return ()
    there = {(p.evidence.article.id, p.person, p.office.id) for p in placed if p.office}
    found = []
    for evidence in titled(accounts, order.asserted_offices, order):
        office = office_named(evidence.event.office or "", order)
        person = people.fullest(evidence.event.person or "")
        if office and (evidence.article.id, person, office.id) not in there:
            found.append(Placed(evidence=evidence, office=office, person=person))
    return tuple(found)


class Given:
    """The offices that accounts give people: each by its own words, and all of them together."""

    def __init__(self, accounts: Iterable[Account], people: People, scope: Scope) -> None:
        self._people = people
        self._scope = scope
        self._called: dict[str, dict[str, set[str]]] = {}
        for article, calls in scope.calls.items():
            for name, office in calls:
                if office.rank is not None:
                    by_article = self._called.setdefault(people.fullest(name), {})
                    by_article.setdefault(article, set()).add(office.id)
        self._own: dict[tuple[str, str], dict[str, Office]] = {}
        self._all: dict[str, dict[str, Office]] = {}
        for account in accounts:
            for event in account.events:
                if not (event.office and event.person and _gives_office(event)):
                    continue
                named = _named(event, account, people, scope)
                if named:
                    person = people.fullest(event.person)
                    self._own.setdefault((account.article.id, person), {})[named.id] = named
                    if self._shares(account):
                        self._all.setdefault(person, {})[named.id] = named

    def _shares(self, account: Account) -> bool:
        """Whether the account's offices may be the others': an order, else one country, says so."""
        if self._scope.order is not None:
            return True
        country = self._scope.told.of_account.get(account.article.id)
        return country is not None and country == self._scope.country

    def office(self, event: Event, account: Account) -> Office | None:
        """The one office its own account gives the person; where it gives none, the others' one."""
        if event.person is None:
            return None
        person = self._people.fullest(event.person)
        everywhere = self._all.get(person, {})
        own = self._own.get((account.article.id, person))
        offices = own or (everywhere if self._shares(account) else {})
        if len(offices) != 1:
            return None
        office = next(iter(offices.values()))
        if own is None and self._may_be_another(person, office, account):
            return None
        risen = event.kind in _RISE and any(_is_above(o, office) for o in everywhere.values())
        return None if risen else office

    def _may_be_another(self, person: str, office: Office, account: Account) -> bool:
        """Whether titles in passing give the person another office, and not this one here."""
        called = self._called.get(person, {})
        here = called.get(account.article.id, set())
        return here != {office.id} and bool(set().union(*called.values()) - {office.id})


def _is_above(office: Office, other: Office) -> bool:
    return office.rank is not None and (other.rank is None or office.rank < other.rank)


def _gives_office(event: Event) -> bool:
    told = event.modality in LIVE and event.kind in _HELD
    return told and event.manner is not Manner.WILLING


def _office(
    event: Event, account: Account, people: People, scope: Scope, given: Given
) -> Office | None:
    if not _is_of(event, account, people, scope) or is_of_nobody(event):
        return None
    if event.office:
        return _named(event, account, people, scope)
    if event.kind in {Kind.NEXT, Kind.VACANT}:
        # Next in line, or a void of power, without more words is of the office the order fills;
        # without an order of none: it is not the office that the person has.
        return scope.order.offices[0] if scope.order else None
    return given.office(event, account)


def _named(event: Event, account: Account, people: People, scope: Scope) -> Office | None:
    """The office that the event's own words name."""
    words = event.office or ""
    if scope.order is not None:
        found = office_named(words, scope.order)
        target = scope.order.offices[0]
        # "The deputies elected her their president": whose, a possessive does not say.
        own = found is target and _POSSESSED.search(_before(words, event, account))
        return None if own else found
    return _as_named(words, country_of(event, account, people, scope.told), scope)


def _before(office: str, event: Event, account: Account) -> str:
    """What stands in the event's clause before the words of the office."""
    clause = " ".join(account.article.quote(event.span).split())
    head, found, _ = clause.partition(" ".join(office.split()))
    return head if found else ""


def country_of(event: Event, account: Account, people: People, told: Told) -> str | None:
    """The country the texts tie the event to: by its clause, else its holder, else its account."""
    if event.office:
        for cue in told.cues.get(account.article.id, ()):
            if event.span.touches(cue.span) and _shares_word(
                event.office, account.article.quote(cue.span)
            ):
                return cue.country
    if event.person:
        country = told.of_holder.get(people.fullest(event.person))
        if country:
            return country
    return told.of_account.get(account.article.id)


def _shares_word(office: str, quote: str) -> bool:
    return bool(set(bare(office).split()) & set(bare(quote).split()))


def _is_of(event: Event, account: Account, people: People, scope: Scope) -> bool:
    """Whether the event belongs to the order's country; an account that never names it does not."""
    order = scope.order
    if order is None:
        return True
    country = country_of(event, account, people, scope.told)
    if country is not None:
        return country == order.country
    # What a reader adds without an article is meant for the line it is read with.
    mine = account.article.id == SOURCE
    return mine or scope.country is None or _names_country(account, order.country_names)


def concerns(account: Account, scope: Scope) -> bool:
    """Whether the account is about the order's country: only then its silence means something."""
    if scope.order is None:
        return True
    country = scope.told.of_account.get(account.article.id)
    if country is not None:
        return country == scope.order.country
    return _names_country(account, scope.order.country_names)


def _names_country(account: Account, names: Iterable[str]) -> bool:
    text = fold_text(account.article.text)
    # Most names are nowhere in it, which is found out in a tenth of the time.
    present = (name for name in map(fold_word, names) if name in text)
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in present)


def _as_named(words: str, country: str | None, scope: Scope) -> Office | None:
    """An office of no order: what the text calls it, apart by country where there are several."""
    key = bare(words, names_of(country) if country else ())
    if not key:
        return None
    shown = _LEADING.sub("", " ".join(words.split()))
    name = shown[:1].upper() + shown[1:]
    abroad = country and country != scope.country
    shown = f"{name} ({names_of(country)[0]})" if country and abroad else name
    return Office(id=f"{country or '?'}:{key}", rank=None, names=(("en", (shown,)),))
