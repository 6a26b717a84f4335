"""The list of articles a screen at a time: rows for what is visible, numbers for the rest.

No text is loaded, and of a hundred thousand articles only numbers are kept in memory.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from itertools import compress

from crisis_reader.library.file.database import Database, unpacked
from crisis_reader.library.file.stamp import Stamp
from crisis_reader.library.listing.ordering import KEYS, before, order_by
from crisis_reader.library.listing.rows import Row, Sort
from crisis_reader.library.search.conditions import Condition
from crisis_reader.library.search.query import parse_query
from crisis_reader.library.search.search import Search

_AT_ONCE = 500
"""Rows asked for in one statement; older SQLites take 999 values."""


class Listing:
    """The list in any order, filtered by what is typed."""

    def __init__(self, database: Database, search: Search) -> None:
        self._database = database
        self._search = search
        self._kept: dict[tuple[Sort, str], array[int]] = {}
        self._total: int | None = None
        """How many articles there are; None where that is to be counted."""
        self._stamp = Stamp(database)

    def count(self, filter: str = "") -> int:  # noqa: A002 - the word on the screen
        """How many articles satisfy the filter."""
        if _is_blank(filter):
            self._see_what_changed()
            if self._total is None:
                row = self._database.row("SELECT count(*) FROM article")
                self._total = 0 if row is None else int(row[0])
            return self._total
        return len(self.found(Sort.NEWEST, filter))

    def page(
        self,
        offset: int,
        count: int,
        *,
        sort: Sort = Sort.NEWEST,
        filter: str = "",  # noqa: A002 - the word on the screen
    ) -> tuple[Row, ...]:
        """The rows from ``offset``, 0-based, at most so many."""
        offset, count = max(0, offset), max(0, count)
        if _is_blank(filter):
            statement = f"SELECT number FROM article ORDER BY {order_by(sort)} LIMIT ? OFFSET ?"  # noqa: S608 - no value in it
            return self.rows(self._database.numbers(statement, (count, offset)))
        return self.rows(self.found(sort, filter)[offset : offset + count])

    def place(
        self,
        id: str,  # noqa: A002 - the field's own name
        *,
        sort: Sort = Sort.NEWEST,
        filter: str = "",  # noqa: A002 - the word on the screen
    ) -> int | None:
        """Where an article stands in the list, 0-based; None if it is not in it."""
        keys = ", ".join(key.of for key in KEYS[sort])
        row = self._database.row(f"SELECT {keys}, number FROM article WHERE id = ?", (id,))  # noqa: S608 - no value in it
        if row is None:
            return None
        if _is_blank(filter):
            return sum(map(self._count, before(sort, tuple(row)[:-1])))
        try:
            return self.found(sort, filter).index(row["number"])
        except ValueError:
            return None

    def _count(self, condition: Condition) -> int:
        statement = f"SELECT count(*) FROM article WHERE {condition.words}"  # noqa: S608 - values apart
        row = self._database.row(statement, condition.values)
        return 0 if row is None else int(row[0])

    def row(self, id: str) -> Row | None:  # noqa: A002 - the field's own name
        """The row of one article; None if it is not on the shelf."""
        found = self._database.row("SELECT number FROM article WHERE id = ?", (id,))
        return None if found is None else self.rows([found["number"]])[0]

    def found(self, sort: Sort, filter: str) -> "array[int]":  # noqa: A002 - the word on the screen
        """The numbers of the filtered list's articles in order; kept until the list changes."""
        self._see_what_changed()
        filter = "" if _is_blank(filter) else filter  # noqa: A001 - the word on the screen
        if (sort, filter) not in self._kept:
            self._kept[sort, filter] = self._ordered(sort, filter)
            # The whole in each order, and the filter being typed; not all that was ever typed.
            for old in [key for key in self._kept if key[1] not in ("", filter)]:
                del self._kept[old]
        return self._kept[sort, filter]

    def _see_what_changed(self) -> None:
        if self._stamp.is_new():
            self._kept, self._total = {}, None

    def _ordered(self, sort: Sort, filter: str) -> "array[int]":  # noqa: A002 - the word on the screen
        if filter:
            # In one order or another it is searched for once.
            known = next((found for (_, of), found in self._kept.items() if of == filter), None)
            matching = set(known) if known else self._search.matching(parse_query(filter))
            whole = self.found(sort, "")
            if matching is None:
                return whole
            return array("q", compress(whole, map(matching.__contains__, whole)))
        statement = f"SELECT number FROM article ORDER BY {order_by(sort)}"  # noqa: S608 - no value in it
        return array("q", self._database.numbers(statement))

    def rows(self, numbers: Sequence[int]) -> tuple[Row, ...]:
        """The rows of these articles in this order; one taken off meanwhile is left out."""
        found: dict[int, Row] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            rows = self._database.rows(
                "SELECT a.*, r.read_version, (SELECT b.id FROM article b WHERE"  # noqa: S608 - no value in it
                " b.version = a.version AND b.number < a.number ORDER BY b.number LIMIT 1)"
                " AS copy_of, (SELECT count(*) FROM article b WHERE b.version = a.version) - 1"
                " AS copies FROM article a LEFT JOIN reading r ON r.article = a.key"
                f" WHERE a.number IN ({', '.join('?' * len(some))})",
                tuple(some),
            )
            found |= {row["number"]: _row(row) for row in rows}
        return tuple(found[number] for number in numbers if number in found)


def _is_blank(filter: str) -> bool:  # noqa: A002 - the word on the screen
    return not filter.strip()


def _row(row: sqlite3.Row) -> Row:
    return Row(
        number=row["number"],
        id=unpacked(row["id"]),
        version=row["version"],
        versions=row["versions"],
        title=unpacked(row["title"]),
        title_is_made=bool(row["title_is_made"]),
        outlet=_text(row["outlet"]),
        agency=_text(row["agency"]),
        published=date.fromisoformat(row["day"]) if row["day"] else None,
        language=_text(row["language"]),
        words=row["words"],
        summary_only=bool(row["summary_only"]),
        read=bool(row["is_read"]),
        changed=bool(row["is_read"]) and row["read_version"] != row["version"],
        copy_of=_text(row["copy_of"]),
        copies=row["copies"],
    )


def _text(value: bytes | str | None) -> str | None:
    return None if value is None else unpacked(value)
