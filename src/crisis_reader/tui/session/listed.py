"""Listed: the rows of the list: which, in what order, loaded a window at a time.

Knows no widget. Of a hundred thousand articles only the rows near those seen are in memory.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from crisis_reader.library.rows import Row, Sort
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

SHARED = "shared"
"""The order by what an article shares, which only this session knows."""

ORDERS: tuple[tuple[str, str], ...] = (
    ("newest first", Sort.NEWEST),
    ("by outlet", Sort.OUTLET),
    ("by title", Sort.TITLE),
    ("most shared first", SHARED),
    ("as found", Sort.FOUND),
    ("last arrived first", Sort.ARRIVED),
)
"""What ``s`` steps through: words, and what a session is saved with."""

_FEW = 500
"""Articles up to which the list is put in an order that no library knows."""

_WINDOW = 120
_BEFORE = 40
"""Rows loaded at once, and how many of them stand before the one asked for."""

_KEPT = 2000
"""Rows kept."""


def shared_with(shelf: Shelf, letter: str) -> tuple[int, str]:
    """How many passages an article shares, and with which: the marked one, else its closest."""
    other = next((mark for mark in shelf.marked if mark != letter), None)
    other = other or shelf.closest_to(letter)
    return (shelf.shared(letter, other) or 0, other) if other else (0, "")


class Listed:
    """The list as it is filtered and ordered now."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.wanted = ""
        """What the filter asks for."""
        self.unread = False
        """Whether only unread articles are listed."""
        self.order = 0
        """Index of the order."""
        self.count = 0
        """How many articles are listed."""
        self.in_all = 0
        """How many there are, filtered out ones included."""
        self._near: dict[int, Row] = {}
        self._few: list[Row] | None = None
        self.load()

    @property
    def asked(self) -> str:
        """The filter in the words of a query."""
        return f"unread {self.wanted}".rstrip(" ") if self.unread else self.wanted

    @property
    def filtered(self) -> bool:
        """Whether anything is left out."""
        return bool(self.asked.strip())

    @property
    def _sort(self) -> Sort:
        name = ORDERS[self.order][1]
        return Sort.NEWEST if name == SHARED else Sort(name)

    def load(self) -> None:
        """Ask anew: articles or what is wanted have changed."""
        rows, safely = self.shelf.rows, self.shelf.safely
        self.in_all = safely(rows.count, self.in_all)
        asked = self.asked
        self.count = safely(lambda: rows.count(asked), 0) if self.filtered else self.in_all
        self._near.clear()
        self._few = None
        if ORDERS[self.order][1] == SHARED and self.count <= _FEW:
            few = self._page(0, self.count)
            self._few = sorted(few, key=self._shares)

    def _shares(self, row: Row) -> int:
        letter = self.shelf.letter_of_row(row)
        return -shared_with(self.shelf, letter)[0] if letter in self.shelf.articles else 0

    def row(self, index: int) -> Row | None:
        """The row at this place; None where there is none."""
        if not 0 <= index < self.count:
            return None
        if self._few is not None:
            return self._few[index] if index < len(self._few) else None
        if index not in self._near:
            if len(self._near) > _KEPT:
                self._near.clear()
            start = max(0, index - _BEFORE)
            self._near.update(enumerate(self._page(start, _WINDOW), start))
        return self._near.get(index)

    def count_as_read(self, index: int, *, read: bool) -> None:
        """Draw a row as read or unread until it is on the disk and loaded anew."""
        row = self.row(index)
        if row is not None:
            row = replace(row, read=read, changed=False)
            if self._few is not None:
                self._few[index] = row
            else:
                self._near[index] = row

    def rows(self, start: int, end: int) -> list[Row]:
        """The rows of these places."""
        found = (self.row(index) for index in range(start, min(end, self.count)))
        return [row for row in found if row is not None]

    def place(self, id: str) -> int | None:  # noqa: A002 - the field's own name
        """Where an article stands; None if it is not listed."""
        if self._few is not None:
            ids: Iterable[str] = (row.id for row in self._few)
            return next((n for n, own in enumerate(ids) if own == id), None)
        rows, sort, asked = self.shelf.rows, self._sort, self.asked
        return self.shelf.safely(lambda: rows.place(id, sort=sort, filter=asked), None)

    def _page(self, start: int, count: int) -> tuple[Row, ...]:
        rows, sort, asked = self.shelf.rows, self._sort, self.asked
        return self.shelf.safely(lambda: rows.page(start, count, sort=sort, filter=asked), ())
