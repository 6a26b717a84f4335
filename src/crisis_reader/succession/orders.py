"""Orders of succession as data files: offices and the law that ranks them, never persons.

Bundled orders lie in ``orders/``; a reader's own file is parsed the same way, its text handed in by
the caller. A file that can't be used becomes a Problem that says what to change.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import TypeGuard, TypeVar

from crisis_reader.errors import CrisisReaderError, Problem
from crisis_reader.succession.records import Office, Order, RivalReading

Table = dict[str, object]
_Row = TypeVar("_Row")

_AT_LINE = re.compile(r"line (\d+)")

LANGUAGES = ("en", "es")
"""Languages an office may be named in, in the order names are shown."""

QUOTED_WORDS = 25
"""Longest quotation of a law that an order carries, in words."""


class OrderError(CrisisReaderError):
    """An order file lacks something or says it in the wrong form; the message names the key."""

    header: tuple[str, int] = ("order", 0)
    """Below which header of the file, and which of several of that name."""


@cache
def load_orders() -> tuple[Order, ...]:
    """The bundled orders, by id."""
    folder = resources.files("crisis_reader.succession") / "orders"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    orders = [_order(tomllib.loads(f.read_text("utf-8"))) for f in files]
    return tuple(sorted(orders, key=lambda order: order.id))


def known_orders(own: Sequence[Order] = ()) -> tuple[Order, ...]:
    """The bundled orders and then a reader's own; of two with one id the later one counts."""
    by_id = {order.id.casefold(): order for order in (*load_orders(), *own)}
    return tuple(by_id.values())


def parse_order(text: str, source: str) -> Order | Problem:
    """Read one order from the text of a TOML file.

    Args:
        text: The decoded file.
        source: Its path or address, named in the Problem.
    """
    try:
        return _order(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        message = f"This order is no TOML: {error}. Correct that place."
        return Problem(source=source, message=message, line=int(found[1]) if found else None)
    except OrderError as error:
        return Problem(source=source, message=str(error), line=_line(text, *error.header))


def _line(text: str, name: str, number: int) -> int | None:
    """The line at which the ``number``-th header of that name stands."""
    header = re.compile(rf"\s*\[{{1,2}}\s*{re.escape(name)}\s*\]{{1,2}}")
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if header.match(line)]
    return lines[number] if number < len(lines) else None


def next_office(order: Order, vacant: Collection[str]) -> Office | None:
    """The first office by rank that is not vacant: whose holder the order calls.

    Args:
        order: An order of succession.
        vacant: Ids of its offices that nobody holds, or whose holder is away.

    Returns:
        None where all are vacant: the order ends, and says nothing of what comes next.
    """
    return next((office for office in order.offices if office.id not in vacant), None)


def _order(document: Table) -> Order:
    head = _table(document.get("order"), "[order]")
    offices = _each(document, "office", _office)
    target = _text(head, "target")
    if not offices:
        raise OrderError("This order has no [[office]]: give at least the office it fills, rank 0.")
    ranks = [office.rank for office in offices]
    if ranks != list(range(len(offices))):
        raise OrderError(f"The ranks of the offices are {ranks}: number them 0, 1, 2, … in order.")
    if offices[0].id != target:
        raise OrderError(
            f"The target is {target!r} but rank 0 is {offices[0].id!r}: make them agree."
        )
    quote = _maybe_text(head, "quote")
    if quote is not None and len(quote.split()) > QUOTED_WORDS:
        raise OrderError(f"The quote is longer than {QUOTED_WORDS} words: shorten it.")
    return Order(
        id=_text(head, "id"),
        country=_text(head, "country"),
        country_names=_names_of_country(head),
        target=target,
        citation=_text(head, "citation"),
        quote=quote,
        verified=head.get("verified") is True,
        checked=_maybe_text(head, "checked"),
        in_force_from=_day(head, "in_force_from"),
        in_force_to=_day(head, "in_force_to"),
        offices=offices,
        asserted_offices=_each(document, "asserted_office", _asserted),
        rival_readings=_each(document, "rival_reading", _rival),
        note=_maybe_text(head, "note"),
    )


def _each(document: Table, key: str, read: Callable[[Table], _Row]) -> tuple[_Row, ...]:
    """All rows below headers of one name; an error says which of them it is in."""
    rows: list[_Row] = []
    for number, row in enumerate(_rows(document, key)):
        try:
            rows.append(read(row))
        except OrderError as error:
            error.header = key, number
            raise
    return tuple(rows)


def _rival(row: Table) -> RivalReading:
    return RivalReading(asserted_by=_text(row, "asserted_by"), adds=_text(row, "adds"))


def _office(row: Table) -> Office:
    rank = row.get("rank")
    if not isinstance(rank, int) or isinstance(rank, bool):
        raise OrderError("An [[office]] has no whole number as its rank: give it one.")
    return Office(
        id=_text(row, "id"), rank=rank, names=_names(row), effect=_maybe_text(row, "effect")
    )


def _asserted(row: Table) -> Office:
    return Office(
        id=_text(row, "id"),
        rank=None,
        names=_names(row),
        effect=_maybe_text(row, "effect"),
        asserted_by=_text(row, "asserted_by"),
    )


def _names(row: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = tuple((language, _texts(row, language)) for language in LANGUAGES if language in row)
    if not names:
        raise OrderError(
            f"The office {row.get('id')!r} has no names: give en = [...] or es = [...]."
        )
    return names


def _names_of_country(head: Table) -> tuple[str, ...]:
    table = _table(head.get("country_names"), "country_names")
    names = [
        name for language in LANGUAGES if language in table for name in _texts(table, language)
    ]
    if not names:
        raise OrderError(
            "The order names no country: give country_names = {en = [...], es = [...]}."
        )
    return tuple(dict.fromkeys(names))


def _rows(document: Table, key: str) -> list[Table]:
    rows = document.get(key, [])
    if not isinstance(rows, list):
        raise OrderError(f"{key} is no list of tables: write [[{key}]] above each.")
    return [_table(row, f"[[{key}]]") for row in rows]


def _is_table(value: object) -> TypeGuard[Table]:
    return isinstance(value, dict)


def _table(value: object, name: str) -> Table:
    if not _is_table(value):
        raise OrderError(f"{name} is missing or no table: add it.")
    return value


def _text(row: Table, key: str) -> str:
    value = _maybe_text(row, key)
    if value is None:
        raise OrderError(f'{key} is missing: add {key} = "…".')
    return value


def _maybe_text(row: Table, key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise OrderError(f'{key} is no text: write {key} = "…".')
    return value


def _texts(row: Table, key: str) -> tuple[str, ...]:
    value = row[key]
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v for v in value):
        raise OrderError(f'{key} is no list of names: write {key} = ["…"].')
    return tuple(str(v) for v in value)


def _day(row: Table, key: str) -> date | None:
    value = row.get(key)
    if value is None:
        return None
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise OrderError(f'{key} is no day: write {key} = "2009-02-07".') from None
