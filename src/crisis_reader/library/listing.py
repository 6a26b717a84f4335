"""The list of articles a screen at a time: rows for what is visible, numbers for the rest.

No text is loaded, and of a hundred thousand articles only numbers are kept in memory.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date

from crisis_reader.library.database import Database, unpacked
from crisis_reader.library.query import parse_query
from crisis_reader.library.rows import Row, Sort
from crisis_reader.library.search import Search
from crisis_reader.library.stamp import Stamp

_ORDERS = {
    Sort.NEWEST: "day DESC, number",
    Sort.OUTLET: "outlet_folded IS NULL, outlet_folded, day DESC, number",
    Sort.TITLE: "title_folded, number",
    Sort.FOUND: "number",
    Sort.ARRIVED: "number DESC",
}
"""Each is an index of the table, so that a window of it costs no sorting."""

_AT_ONCE = 500
"""Rows asked for in one statement; older SQLites take 999 values."""


class Listing:
    """The list in any order, filtered by what is typed."""

    def __init__(self, database: Database, search: Search) -> None:
        self._database = database
        self._search = search
        self._kept: dict[tuple[Sort, str], array[int]] = {}
        self._matching: tuple[str, set[int] | None] = ("", None)
        """The filter last asked for, and the articles it finds; None for all."""
        self._stamp = Stamp(database)

    def count(self, filter: str = "") -> int:  # noqa: A002 - the word on the screen
        """How many articles satisfy the filter."""
        if _is_blank(filter):
            row = self._database.row("SELECT count(*) FROM article")
            return 0 if row is None else int(row[0])
        return len(self._numbers(Sort.FOUND, filter))

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
            statement = f"SELECT number FROM article ORDER BY {_ORDERS[sort]} LIMIT ? OFFSET ?"  # noqa: S608 - no value in it
            return self._rows(self._database.numbers(statement, (count, offset)))
        return self._rows(self._numbers(sort, filter)[offset : offset + count])

    def place(
        self,
        id: str,  # noqa: A002 - the field's own name
        *,
        sort: Sort = Sort.NEWEST,
        filter: str = "",  # noqa: A002 - the word on the screen
    ) -> int | None:
        """Where an article stands in the list, 0-based; None if it is not in it."""
        row = self._database.row("SELECT number FROM article WHERE id = ?", (id,))
        try:
            return None if row is None else self._numbers(sort, filter).index(row["number"])
        except ValueError:
            return None

    def row(self, id: str) -> Row | None:  # noqa: A002 - the field's own name
        """The row of one article; None if it is not on the shelf."""
        found = self._database.row("SELECT number FROM article WHERE id = ?", (id,))
        return None if found is None else self._rows([found["number"]])[0]

    def _numbers(self, sort: Sort, filter: str) -> "array[int]":  # noqa: A002 - the word on the screen
        """The articles of the filtered list in order; kept until the list changes."""
        if self._stamp.is_new():
            self._kept, self._matching = {}, ("", None)
        filter = "" if _is_blank(filter) else filter  # noqa: A001 - the word on the screen
        if (sort, filter) not in self._kept:
            self._kept[sort, filter] = self._ordered(sort, filter)
            # The whole in each order, and the filter being typed; not all that was ever typed.
            for old in [key for key in self._kept if key[1] not in ("", filter)]:
                del self._kept[old]
        return self._kept[sort, filter]

    def _ordered(self, sort: Sort, filter: str) -> "array[int]":  # noqa: A002 - the word on the screen
        if filter:
            if filter != self._matching[0]:
                # Counted and shown, in one order or another, it is searched for once.
                self._matching = (filter, self._search.matching(parse_query(filter)))
            matching = self._matching[1]
            whole = self._numbers(sort, "")
            return whole if matching is None else array("q", [n for n in whole if n in matching])
        statement = f"SELECT number FROM article ORDER BY {_ORDERS[sort]}"  # noqa: S608 - no value in it
        return array("q", self._database.numbers(statement))

    def _rows(self, numbers: Sequence[int]) -> tuple[Row, ...]:
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
        # One that was taken off meanwhile is left out.
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
