"""ArticleList: the shelf: title, outlet, day, words, passages shared; one to three rows each.

Draws only what is seen. The cursor stands on an article, not on a row: whatever comes in, it stays
there.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message

from crisis_reader.library.listing.rows import Row
from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.list_words import (
    MADE,
    Facts,
    copies_of,
    facts_of,
    flag_of,
    shared_words,
)
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.row_pane import RowPane, fit
from crisis_reader.tui.panes.steady import room_for
from crisis_reader.tui.session.listed import ORDERS, SHARED, Listed
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from concurrent.futures import Future

    from crisis_reader.library.finding import Found

_ONE_ROW = 110
_TWO_ROWS = 46
_IN_TWO = 2
_ROOMY = 140
_MADE_LOOKED_AT = 100
"""Articles up to which the list looks for made titles, to explain their sign."""


class ArticleList(RowPane):
    """The list of articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "read", "read"),
        bound("space", "mark", "mark"),
        bound("s", "sort", "sort", show=False),
        bound("u", "unread", "unread only", show=False),
        bound("N", "toggle_read", "read or unread", show=False),
    ]

    class Chosen(Message):
        """The cursor stands on another article."""

    class Opened(Message):
        """The reader asks to read an article."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    class Marked(Message):
        """Marks were set or taken away."""

    class Looked(Message):
        """What was wanted has been looked for."""

        def __init__(self, found: "Future[Found]") -> None:
            super().__init__()
            self.found = found

    class Read(Message):
        """An article shall count as read, or as unread."""

        def __init__(self, row: Row, *, read: bool) -> None:
            super().__init__()
            self.row = row
            self.read = read

    def __init__(self, shelf: Shelf, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shelf = shelf
        self.listed = Listed(shelf)
        self.cursor = 0
        self._chosen_id: str | None = None
        self._looking: Future[Found] | None = None
        """What is being looked for."""
        self._narrowed = False

    def reload(self, *, narrowed: bool = False) -> None:
        """Ask for the rows anew, keeping the cursor on its article.

        Args:
            narrowed: Whether other rows are wanted now: an article that is not among them is
                come back to once it is.
        """
        kept, below = self._kept()
        self.listed.load()
        if self.listed.is_searching:
            self._narrowed |= narrowed
            self._look()
        else:
            self._looking, self._narrowed = None, False
            self._show(kept, below, narrowed=narrowed)

    def _kept(self) -> tuple[str | None, int]:
        """The article to stay with, and how far below the top it stands."""
        row = self.chosen_row
        kept = self._chosen_id or (row.id if row is not None else None)
        return kept, self.cursor * self.item_rows - self.top if self.is_attached else 0

    def _show(self, kept: str | None, below: int, *, narrowed: bool) -> None:
        place = self.listed.place(kept) if kept is not None else None
        if place is not None:
            self.cursor, self._chosen_id = place, kept
        else:
            self.cursor = 0 if narrowed else min(self.cursor, max(0, self.listed.count - 1))
            if not narrowed:
                self._remember()
        if self.is_attached:
            # What came in above pushes nothing: the cursor's row stays where it was on the screen.
            self.show_top(self.cursor * self.item_rows - below)
            self._keep_seen()
            self.refresh()

    # A filter of a long list is looked for in a thread

    def look_ahead(self) -> None:
        """Have the thread read the order of a long list, which the first letter would wait for."""
        finder, listed = self.shelf.finder, self.listed
        if finder is not None and listed.is_long:
            sort = listed.sort
            finder.ask(lambda library: library.list.found(sort, ""))

    def _look(self) -> None:
        finder, listed = self.shelf.finder, self.listed
        if finder is None:
            return
        self._looking = finder.find(listed.sort, listed.asked)
        self._looking.add_done_callback(lambda found: self.post_message(self.Looked(found)))

    def on_article_list_looked(self, message: Looked) -> None:
        """List what was found, if it is what is wanted now."""
        message.stop()
        if message.found is self._looking:
            self.settle()

    def settle(self) -> None:
        """List what is wanted, waiting for it if it is still being looked for."""
        looking, self._looking = self._looking, None
        if looking is None or looking.cancelled():
            return
        found = self.shelf.safely(looking.result, None)
        kept, below = self._kept()
        if found is not None and self.listed.take(found):
            narrowed, self._narrowed = self._narrowed, False
            self._show(kept, below, narrowed=narrowed)

    def begin_anew(self) -> None:
        """Other articles are listed from now on."""
        self.cursor, self._chosen_id = 0, None
        self.listed.wanted, self.listed.unread = "", False
        self.reload(narrowed=True)

    def refresh_shared(self) -> None:
        """What articles share is known better now."""
        if ORDERS[self.listed.order][1] == SHARED:
            self.reload()
        else:
            self.refresh()

    def filter(self, wanted: str) -> None:
        """List only what satisfies this query."""
        self.listed.wanted = wanted
        self.reload(narrowed=True)

    @property
    def wanted(self) -> str:
        """What the filter asks for."""
        return self.listed.wanted

    @property
    def chosen_row(self) -> Row | None:
        """The row under the cursor; None in an empty list."""
        return self.listed.row(self.cursor)

    @property
    def chosen(self) -> str | None:
        """Letter of the article under the cursor, taken up if need be; None in an empty list."""
        row = self.chosen_row
        return next(iter(self._taken_up([] if row is None else [row])), None)

    @property
    def seen_rows(self) -> list[Row]:
        """The articles on the screen now."""
        first = self.top // self.item_rows
        return self.listed.rows(first, first + self.view_height // self.item_rows + 1)

    def take_up(self, most: int) -> list[str]:
        """Letters of the articles on the screen now, at most so many."""
        return self._taken_up(self.seen_rows[:most])

    def take_up_all(self, most: int) -> list[str]:
        """Letters of all that is listed, in order; none where there are more than ``most``."""
        if self.listed.count > most:
            return []
        return self._taken_up(self.listed.rows(0, most))

    def _taken_up(self, rows: Sequence[Row]) -> list[str]:
        """Letters of these; one that can't be loaded is left out, all are before there are any."""
        shelf = self.shelf
        if not shelf.is_open:
            return []
        found = (shelf.safely(partial(shelf.take_up_row, row), "") for row in rows)
        return [letter for letter in found if letter]

    @property
    def item_rows(self) -> int:
        """Rows one article takes at this width."""
        width = self.text_width
        return 1 if width >= _ONE_ROW else 2 if width >= _TWO_ROWS else 3

    @property
    def cursor_row(self) -> int:
        """First row of the article under the cursor."""
        return self.cursor * self.item_rows

    # Drawing

    @property
    def _legend(self) -> str:
        if self.listed.count > _MADE_LOOKED_AT:
            return ""
        made = any(row.title_is_made for row in self.listed.rows(0, self.listed.count))
        return f"{MADE} made from the first sentence" if made else ""

    @property
    def total(self) -> int:
        """Rows of all articles, and what an empty list or a made title has to say."""
        if not self.listed.count:
            return len(self._empty())
        return self.listed.count * self.item_rows + (2 if self._legend else 0)

    def _empty(self) -> list[str]:
        listed = self.listed
        if listed.in_all:
            if listed.unread and not listed.wanted.strip():
                return ["everything is read", "u lists all"]
            again = " · u lists read ones too" if listed.unread else ""
            return [
                f"no article matches “{visible(listed.wanted)}”",
                f"Esc clears the filter{again}",
            ]
        if self.shelf.busy:
            return [self.shelf.busy]
        lost = " · ! says what could not be read" if self.shelf.problems else ""
        return ["no articles here", f"start with a file or folder{lost}"]

    def draw_title(self, row: int, width: int) -> list[Segment]:
        """``Articles 10``, what is filtered, how it is sorted or what goes on."""
        del row
        listed = self.listed
        number = (
            f"{listed.count:,} of {listed.in_all:,}" if listed.filtered else f"{listed.in_all:,}"
        )
        marked = f" · {len(self.shelf.marked)} marked" if self.shelf.marked else ""
        state = ORDERS[listed.order][0] if listed.order else ""
        state = " · ".join(part for part in ("unread" if listed.unread else "", state) if part)
        return self.title_segments(f"Articles {number}{marked}", width, self.shelf.busy or state)

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of one article."""
        if not self.listed.count:
            return [Segment(fit(" " + self._empty()[index], width), self.palette.style("dim"))]
        item, line = divmod(index, self.item_rows)
        if item >= self.listed.count:
            text = self._legend if index - self.listed.count * self.item_rows == 1 else ""
            return [Segment(fit(" " + text, width), self.palette.style("dim"))]
        own = self.listed.row(item)
        if own is None:  # taken off by another program meanwhile
            return []
        cursor = ("cursor",) if item == self.cursor else ()
        if line == 0:
            row = self._head(own, width, here=item == self.cursor)
        else:
            facts = self._facts(own)
            text = (
                _together(*facts) if self.item_rows == _IN_TWO else _beside(facts, line, width - 4)
            )
            row = [Segment(fit("    " + text, width), self.palette.style("dim"))]
        over = self.palette.style("plain", *cursor)
        return [Segment(text, style + over if style else over) for text, style, _ in row]

    def _facts(self, row: Row) -> Facts:
        outlet, day, words = facts_of(row)
        flag = flag_of(row, self.shelf.news)
        return Facts(
            outlet=f"{flag} · {outlet}" if flag else outlet,
            day=day,
            words=words,
            copies=copies_of(row),
            shared=shared_words(row, self.shelf),
        )

    def _head(self, own: Row, width: int, *, here: bool) -> list[Segment]:
        letter = self.shelf.letter_of_row(own)
        mark = "●" if letter and letter in self.shelf.marked else " "
        lead = f"{'▸' if here else ' '}{mark}{letter:<2} "
        tail = ""
        if self.item_rows == 1:
            outlet, day, words, copies, shared = self._facts(own)
            words = copies.rpartition(", ")[2] or words
            room = 18 if width < _ROOMY else 26
            tail = f" {_column(outlet, room)} {day:>11} {words:>11} {shared:>11} "
        room = max(4, width - room_for(lead) - room_for(tail))
        made = MADE if own.title_is_made else ""
        title = fit(visible(own.title), room - len(made)) + made
        style = self.palette.style("bold" if here else "dim" if own.read else "plain")
        row = [Segment(lead, style), Segment(_column(title, room), style)]
        return [*row, Segment(tail, self.palette.style("dim"))] if tail else row

    # The cursor

    def _keep_seen(self) -> None:
        rows, first = self.item_rows, self.cursor * self.item_rows
        self.show_top(min(max(self.top, first + rows - self.view_height), first))

    def _go(self, cursor: int) -> None:
        cursor = min(max(0, cursor), max(0, self.listed.count - 1))
        if cursor != self.cursor:
            self.cursor = cursor
            self._remember()
            self._keep_seen()
            self.refresh()
            self.post_message(self.Chosen())

    def _remember(self) -> None:
        row = self.chosen_row
        self._chosen_id = None if row is None else row.id

    def action_move(self, rows: int) -> None:
        """Move the cursor by articles."""
        self._go(self.cursor + rows)

    def action_page(self, pages: float) -> None:
        """Move the cursor by screens of articles."""
        self._go(self.cursor + int(pages * max(1, self.view_height // self.item_rows)))

    def action_first(self) -> None:
        """To the first article."""
        self._go(0)

    def action_last(self) -> None:
        """To the last article."""
        self._go(self.listed.count - 1)

    def choose(self, id: str) -> None:  # noqa: A002 - the field's own name
        """Put the cursor on an article, if it is listed."""
        if self.listed.is_searching:
            self._chosen_id = id
            return
        place = self.listed.place(id)
        if place is not None:
            self._go(place)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_seen()

    def on_click(self, event: events.Click) -> None:
        """A click chooses, a double click opens."""
        index = self.top + event.y - self.TITLE_ROWS
        if event.y >= self.TITLE_ROWS and index // self.item_rows < self.listed.count:
            self._go(index // self.item_rows)
            if event.chain == 2:  # noqa: PLR2004 - a double click
                self.action_read()

    # What the keys do

    def action_read(self) -> None:
        """Open the article under the cursor."""
        if letter := self.chosen:
            self._remember()
            self.post_message(self.Opened(letter))

    def action_mark(self) -> None:
        """Mark the article under the cursor, or take its mark away, and step on."""
        if letter := self.chosen:
            self.shelf.toggle(letter)
            self._go(self.cursor + 1)
            self.refresh()
            self.post_message(self.Marked())

    def action_sort(self) -> None:
        """List in the next order."""
        self.order((self.listed.order + 1) % len(ORDERS))

    def order(self, order: int) -> None:
        """List in this order."""
        self.listed.order = order
        self.reload()

    def action_unread(self) -> None:
        """List unread articles only, or all again."""
        self.listed.unread = not self.listed.unread
        self.reload(narrowed=True)

    def action_toggle_read(self) -> None:
        """Count the article under the cursor as read, or as unread, and step on."""
        row = self.chosen_row
        if row is not None:
            self.listed.count_as_read(self.cursor, read=not row.read)
            self.post_message(self.Read(row, read=not row.read))
            self._go(self.cursor + 1)
            self.refresh()


def _column(text: str, width: int) -> str:
    text = fit(text, width)
    return text + " " * (width - room_for(text))


def _together(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)


def _beside(facts: Facts, line: int, width: int) -> str:
    """The second and third row of an article in a narrow list; the words go first if need be."""
    if line == 1:
        return facts.outlet
    words = facts.copies.rpartition(", ")[2] or facts.words
    whole = _together(facts.day, words, facts.shared)
    if room_for(whole) <= width or not facts.shared:
        return whole
    return _together(facts.day, facts.shared)
