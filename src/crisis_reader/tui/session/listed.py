"""Listed: the rows of the list: which, in what order, loaded a window at a time.

Knows no widget. Of a hundred thousand articles only the rows near those seen are in memory.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from crisis_reader.library.listing.rows import Row, Sort
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crisis_reader.library.finding import Found

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

_AT_ONCE = 2000
"""Articles up to which a filter is looked for at once, in a few milliseconds; in more of them in a
thread, while the list stays as it is."""

_WINDOW = 80
_BEFORE = 25
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
        self.is_searching = False
        """Whether what is wanted is still to be looked for: until then the list is as it was."""
        self._found: Found | None = None
        """What was found in a thread; None where the list was asked at once."""
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
    def is_long(self) -> bool:
        """Whether a filter takes so long that it is looked for in a thread."""
        return self.in_all > _AT_ONCE

    @property
    def sort(self) -> Sort:
        """The order as a library knows it."""
        name = ORDERS[self.order][1]
        return Sort.NEWEST if name == SHARED else Sort(name)

    def load(self) -> None:
        """Ask anew: articles or what is wanted have changed."""
        rows, safely = self.shelf.rows, self.shelf.safely
        self.in_all = safely(rows.count, self.in_all)
        self._near.clear()
        self.is_searching = self.filtered and self.is_long and self.shelf.finder is not None
        if self.is_searching:
            return
        asked, self._found = self.asked, None
        self.count = safely(lambda: rows.count(asked), 0) if self.filtered else self.in_all
        self._arrange()

    def take(self, found: "Found") -> bool:
        """List what was found; False where something else is wanted by now."""
        if not self.is_searching or (found.sort, found.filter) != (self.sort, self.asked):
            return False
        self.is_searching, self._found, self.count = False, found, len(found.numbers)
        self._near.clear()
        self._arrange()
        return True

    def _arrange(self) -> None:
        """Put a short list in an order that no library knows."""
        self._few = None
        if ORDERS[self.order][1] == SHARED and self.count <= _FEW:
            few = self._page(0, self.count)
            self._few = sorted(few.values(), key=self._shares)

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
            self._near.update(self._page(max(0, index - _BEFORE), _WINDOW))
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
        rows, sort, asked, found = self.shelf.rows, self.sort, self._filter, self._found
        if found is None:
            return self.shelf.safely(lambda: rows.place(id, sort=sort, filter=asked), None)
        row = self.shelf.safely(lambda: rows.row(id), None)
        try:
            return None if row is None else found.numbers.index(row.number)
        except ValueError:
            return None

    @property
    def _filter(self) -> str:
        """What the rows listed now satisfy, where none of them were found in a thread."""
        return "" if self.is_searching else self.asked

    def _page(self, start: int, count: int) -> dict[int, Row]:
        """Rows by their places."""
        rows, sort, asked, found = self.shelf.rows, self.sort, self._filter, self._found
        if found is None:
            page = self.shelf.safely(lambda: rows.page(start, count, sort=sort, filter=asked), ())
            return dict(enumerate(page, start))
        wanted = found.numbers[start : start + count]
        # One that was taken off since it was found leaves its place empty.
        known = {row.number: row for row in self.shelf.safely(lambda: rows.rows(wanted), ())}
        return {n: known[number] for n, number in enumerate(wanted, start) if number in known}
