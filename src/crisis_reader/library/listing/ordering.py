"""The orders of the list in SQL, and where an article stands in one. Pure: strings and values.

Each order is an index of the table, so that a window of it costs no sorting, and how many stand
before an article is counted within the index.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crisis_reader.library.listing.rows import Sort
from crisis_reader.library.search.conditions import Condition


class Key(NamedTuple):
    """What is compared at one step of an order."""

    of: str
    descending: bool = False


_NUMBER = Key("number")
KEYS: dict[Sort, tuple[Key, ...]] = {
    Sort.NEWEST: (Key("day", descending=True), _NUMBER),
    Sort.OUTLET: (
        Key("outlet_folded IS NULL"),
        Key("outlet_folded"),
        Key("day", descending=True),
        _NUMBER,
    ),
    Sort.TITLE: (Key("title_folded"), _NUMBER),
    Sort.FOUND: (_NUMBER,),
    Sort.ARRIVED: (Key("number", descending=True),),
}
"""Every order ends with the number, so that no two articles are equal."""


def order_by(sort: Sort) -> str:
    """What follows ORDER BY."""
    return ", ".join(f"{key.of} DESC" if key.descending else key.of for key in KEYS[sort])


def before(sort: Sort, place: Sequence[str | int | None]) -> Iterator[Condition]:
    """Conditions of the articles that stand before one; each article satisfies at most one.

    Args:
        sort: The order.
        place: What that one has for each key of the order.
    """
    equal: list[str] = []
    values: list[str | int] = []
    for key, value in zip(KEYS[sort], place, strict=True):
        # SQLite takes what is missing for less than everything.
        if value is None:
            if key.descending:
                yield Condition(" AND ".join([*equal, f"{key.of} IS NOT NULL"]), tuple(values))
            equal.append(f"{key.of} IS NULL")
            continue
        less = f"({key.of}) {'>' if key.descending else '<'} ?"
        yield Condition(" AND ".join([*equal, less]), (*values, value))
        if not key.descending:
            yield Condition(" AND ".join([*equal, f"({key.of}) IS NULL"]), tuple(values))
        equal.append(f"({key.of}) = ?")
        values.append(value)
