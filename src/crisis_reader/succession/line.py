"""The line of succession: who holds which office, says who, from the articles given alone.

One pass: articles, accounts, the order that fits, every statement on its rung, statuses, disputes,
silences. No rule picks a winner and no name comes from an order.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from crisis_reader.article import Article
from crisis_reader.article.letters import letter_at
from crisis_reader.errors import Problem, UsageError
from crisis_reader.events import Correction, extract_events, same_person
from crisis_reader.succession.accounts import (
    Account,
    People,
    SamePeople,
    fold_copies,
)
from crisis_reader.succession.accounts import (
    known_by as passing,
)
from crisis_reader.succession.calling import read_calls
from crisis_reader.succession.choosing import Choice, choose_order, country_name
from crisis_reader.succession.correcting import as_corrected, joined_names, lost, readers_account
from crisis_reader.succession.holders import read_countries
from crisis_reader.succession.orders import known_orders
from crisis_reader.succession.placing import Scope, concerns, place, place_titles
from crisis_reader.succession.records import Line, Order, Reading
from crisis_reader.succession.rungs import Listening, days_of, offices_of, outside_of, rung_of
from crisis_reader.text.english import day_words

NO_ORDER = "none"
"""Asked for in place of an order's id: no order, offices as the texts name them."""


def line_of_succession(
    articles: Sequence[Article],
    *,
    order: Order | str | None = None,
    as_of: date | str | None = None,
    known_by: date | str | None = None,
    corrections: Sequence[Correction] = (),
    corrections_from: str = "corrections.toml",
    orders: Sequence[Order] = (),
    letters: Mapping[str, str] | None = None,
    out_of: int | None = None,
) -> Line:
    """Read what the articles say and lay it on the rungs of the order that fits.

    Args:
        articles: The accounts, in the order of their letters.
        order: An order, the id of a bundled one (or of one in ``orders``), ``none`` for offices as
            the texts name them, or None to choose by the offices whose holders have the events.
        as_of: What happened by that day; None is no filter. Undated statements stay.
        known_by: Articles published by that day; None is no filter. Undated articles stay, marked.
        corrections: A reader's own word on events; what it changed is marked, one that no longer
            fits is among the line's problems.
        corrections_from: The file the corrections are from, as those problems name it.
        orders: Orders beside the bundled ones; one of the same id replaces the bundled one.
        letters: Letter of each article by id, where a session has given them; else A, B, C, ….
        out_of: How many articles these were chosen from, for the scope; None where from no others.

    Raises:
        UsageError: If no order has the id given, or a day is not ``YYYY-MM-DD``.
    """
    own = tuple(corrections)
    return draw_line(
        [_read(article, article.language, own) for article in articles],
        order=order,
        as_of=as_of,
        known_by=known_by,
        corrections=own,
        corrections_from=corrections_from,
        orders=orders,
        letters=letters,
        out_of=out_of,
    )


# Stepping through days and turning the clock back read nothing anew. Articles are equal by version
# and not by the language they are read in, so that is part of the key.
@lru_cache(maxsize=256)
def _read(article: Article, language: str | None, corrections: tuple[Correction, ...]) -> Reading:
    del language
    return Reading(article=article, events=extract_events(article, corrections=corrections))


def draw_line(
    readings: Sequence[Reading],
    *,
    same_person: SamePeople = same_person,
    order: Order | str | None = None,
    as_of: date | str | None = None,
    known_by: date | str | None = None,
    corrections: Sequence[Correction] = (),
    corrections_from: str = "corrections.toml",
    orders: Sequence[Order] = (),
    letters: Mapping[str, str] | None = None,
    out_of: int | None = None,
) -> Line:
    """The line from articles whose events are known: stepping through days costs no reading.

    Arguments and errors are those of :func:`line_of_succession`; the corrections are those that the
    readings were made with.
    """
    day, clock = _day(as_of), _day(known_by)
    known = known_orders(orders)
    kept = {a.id for a in passing((r.article for r in readings), clock)}
    used = [r for r in readings if r.article.id in kept]
    accounts, readers = fold_copies(used), readers_account(corrections)
    people = People(
        (e.person for a in (*accounts, *readers) for e in a.events if e.person),
        as_corrected(same_person, corrections),
        joined_names(corrections),
    )
    told = read_countries(accounts, people, known)
    choice = _given(order, known) or choose_order(told, accounts, known, day)
    calls = read_calls(accounts, choice.order)
    scope = Scope(order=choice.order, country=choice.country, told=told, calls=calls)
    placed = place((*accounts, *readers), people, scope)
    # A title in passing fills no office of the law; of an asserted one it is all there is.
    called = place_titles([a for a in accounts if concerns(a, scope)], people, scope, placed)
    given_letters = letters or {r.article.id: letter_at(i) for i, r in enumerate(readings)}
    where = _scope(used, max(len(readings), out_of or 0), clock)
    offices, asserted = offices_of(choice.order, placed)
    # Without an order two rungs may be one office in two texts' words: nobody is silent there.
    heard = [a for a in accounts if choice.order and a.can_be_silent and concerns(a, scope)]
    listening = Listening(accounts=tuple(heard), calls=calls)
    return Line(
        order=choice.order,
        heading=_heading(choice, known, where, day),
        articles=tuple(r.article for r in used),
        rungs=tuple(rung_of(office, placed, listening, day) for office in offices),
        asserted=tuple(rung_of(office, (*placed, *called), listening, day) for office in asserted),
        outside=outside_of(placed, day),
        problems=(
            *_problems(accounts, scope, known),
            *lost(readings, corrections, corrections_from),
        ),
        as_of=day,
        known_by=clock,
        days=days_of(placed),
        letters=tuple(given_letters.get(r.article.id, r.article.id) for r in used),
        readings=tuple(used),
        copies=tuple((a.article.id, copy) for a in accounts for copy in a.others),
        reason=choice.reason,
        scope=where,
        added=tuple(a.evidence(e) for a in readers for e in a.events),
        rejected=tuple(a.evidence(e) for a in accounts for e in a.events if e.rejected),
    )


def _day(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        raise UsageError(f"not a day: {value!r}; write it as YYYY-MM-DD") from None


def _given(order: Order | str | None, known: Sequence[Order]) -> Choice | None:
    if isinstance(order, str) and order.casefold() == NO_ORDER:
        return Choice(order=None, country=None, reason="as asked for")
    if isinstance(order, str):
        found = next((o for o in known if o.id.casefold() == order.casefold()), None)
        if found is None:
            ids = ", ".join(o.id for o in known)
            raise UsageError(f"no order of succession is called {order!r}; there are {ids}")
        order = found
    return Choice(order=order, country=order.country, reason="as asked for") if order else None


def _heading(choice: Choice, orders: Sequence[Order], where: str, day: date | None) -> str:
    when = f" · as of {day_words(day)}" if day else ""
    if choice.order is None:
        name = country_name(choice.country, orders) if choice.country else "these texts"
        none = f"no order for {name} here; offices as the texts name them"
        return f"{none} ({choice.reason}) · {where}{when}"
    checked = "" if choice.order.verified else " (citation not verified)"
    name = choice.order.country_names[0]
    why = f"chosen because {choice.reason}" if choice.reason != "as asked for" else choice.reason
    return f"{name} · {choice.order.citation}{checked} · {why} · {where}{when}"


def _scope(used: Sequence[Reading], of: int, clock: date | None) -> str:
    many = "article" if of == 1 else "articles"
    told = f"from {of:,} {many}"
    if len(used) < of:
        told = f"from {len(used):,} of {of:,} {many}"
    if clock:
        undated = sum(r.article.published is None for r in used)
        told += f" known by {day_words(clock)}"
        told += f", {undated} of them undated" if undated else ""
    return told


def _problems(
    accounts: Iterable[Account], scope: Scope, orders: Sequence[Order]
) -> Iterable[Problem]:
    for account in accounts:
        article = account.article
        source = article.origin.uri or article.id
        if not account.can_be_silent and article.is_whole:
            yield Problem(
                source=source,
                message=f"Its language ({article.language}) is not read: "
                "no events were looked for.",
                lost=False,
            )
        country = scope.told.of_account.get(article.id)
        if country and scope.order and country != scope.order.country:
            names = country_name(country, orders), scope.order.country_names[0]
            yield Problem(
                source=source,
                message=f"It tells of {names[0]}; on the line of {names[1]} its events stand "
                "outside. Choose another order, or fewer articles, to see its line.",
                lost=False,
            )
