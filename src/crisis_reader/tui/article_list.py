"""ArticleList: the shelf: title, outlet, day, words, passages shared; one to three rows each.

Draws only what is seen; the filter and the order are its own state, the marks are the shelf's.
"""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message

from crisis_reader.article import Article
from crisis_reader.layout.wrapping import cells
from crisis_reader.text.cleaning import visible
from crisis_reader.tui.bindings import bound
from crisis_reader.tui.row_pane import RowPane, fit
from crisis_reader.tui.shelf import Shelf
from crisis_reader.tui.words import day_text

_ONE_ROW = 110
_TWO_ROWS = 46
_IN_TWO = 2
_ROOMY = 140
MADE = "°"
"""Stands after a title that was made from the first sentence."""


def _newest(shelf: Shelf, letter: str) -> tuple[object, ...]:
    day = shelf.articles[letter].published
    return (day is None, -(day or date.min).toordinal())


def _title(shelf: Shelf, letter: str) -> tuple[object, ...]:
    return (shelf.articles[letter].title.casefold(),)


def _outlet(shelf: Shelf, letter: str) -> tuple[object, ...]:
    article = shelf.articles[letter]
    return (article.outlet is None, (article.outlet or "").casefold())


def _shared(shelf: Shelf, letter: str) -> tuple[object, ...]:
    return (-shared_with(shelf, letter)[0],)


ORDERS: tuple[tuple[str, Callable[[Shelf, str], tuple[object, ...]]], ...] = (
    ("newest first", _newest),
    ("by outlet", _outlet),
    ("by title", _title),
    ("most shared first", _shared),
    ("as found", lambda _shelf, _letter: ()),
)
"""What ``s`` steps through; ties keep the order in which the articles were found."""


def shared_with(shelf: Shelf, letter: str) -> tuple[int, str]:
    """How many passages an article shares, and with which: the marked one, else its closest."""
    other = next((mark for mark in shelf.marked if mark != letter), None)
    other = other or shelf.closest_to(letter)
    return (shelf.shared(letter, other) or 0, other) if other else (0, "")


def outlet_of(article: Article) -> str:
    """The outlet, with the agency where it is another; ``no outlet`` spelled out."""
    if article.outlet is None:
        return visible(article.agency) if article.agency else "no outlet"
    return visible(article.outlet)


class ArticleList(RowPane):
    """The list of articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "read", "read"),
        bound("space", "mark", "mark"),
        bound("s", "sort", "sort", show=False),
        bound("M", "mark_all", "mark all or none", show=False),
    ]

    class Chosen(Message):
        """The cursor stands on another article."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    class Opened(Message):
        """The reader asks to read an article."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    class Marked(Message):
        """Marks were set or taken away."""

    def __init__(self, shelf: Shelf, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shelf = shelf
        self.cursor = 0
        self.wanted = ""
        """What the filter asks for."""
        self.order = 0
        self.letters: list[str] = []
        self.reload()

    def reload(self) -> None:
        """Take the shelf's articles anew, keeping the cursor on its article."""
        chosen = self.chosen
        key = ORDERS[self.order][1]
        found = [letter for letter in self.shelf.articles if self._passes(letter)]
        self.letters = sorted(found, key=lambda letter: key(self.shelf, letter))
        self.cursor = self.letters.index(chosen) if chosen in self.letters else 0
        if self.is_attached:
            self._keep_seen()
            self.refresh()

    def filter(self, wanted: str) -> None:
        """List only what has all these words in title, outlet, day or letter."""
        self.wanted = wanted
        self.reload()

    def _passes(self, letter: str) -> bool:
        article = self.shelf.articles[letter]
        told = f"{article.title} {outlet_of(article)} {day_text(article.published)} {letter}"
        return all(word in told.casefold() for word in self.wanted.casefold().split())

    @property
    def chosen(self) -> str | None:
        """Letter of the article under the cursor; None in an empty list."""
        return self.letters[self.cursor] if self.cursor < len(self.letters) else None

    @property
    def seen(self) -> list[str]:
        """Letters of the articles on the screen now."""
        first = self.top // self.item_rows
        return self.letters[first : first + self.view_height // self.item_rows + 1]

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
        made = any(self.shelf.articles[letter].title_is_made for letter in self.letters)
        return f"{MADE} made from the first sentence" if made else ""

    @property
    def total(self) -> int:
        """Rows of all articles, and what an empty list or a made title has to say."""
        if not self.letters:
            return len(self._empty())
        return len(self.letters) * self.item_rows + (2 if self._legend else 0)

    def _empty(self) -> list[str]:
        if self.shelf.articles:
            return [f"no article matches “{visible(self.wanted)}”", "Esc clears the filter"]
        if self.shelf.busy:
            return [self.shelf.busy]
        lost = " · ! says what could not be read" if self.shelf.problems else ""
        return ["no articles here", f"start with a file or folder{lost}"]

    def draw_title(self, row: int, width: int) -> list[Segment]:
        """``Articles 10``, what is filtered, how it is sorted or what goes on."""
        del row
        found, there = len(self.letters), len(self.shelf.articles)
        number = f"{found} of {there}" if self.wanted else str(there)
        marked = f" · {len(self.shelf.marked)} marked" if self.shelf.marked else ""
        note = self.shelf.busy or (ORDERS[self.order][0] if self.order else "")
        return self.title_segments(f"Articles {number}{marked}", width, note)

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row of one article."""
        if not self.letters:
            return [Segment(fit(" " + self._empty()[index], width), self.palette.style("dim"))]
        item, line = divmod(index, self.item_rows)
        if item >= len(self.letters):
            text = self._legend if index - len(self.letters) * self.item_rows == 1 else ""
            return [Segment(fit(" " + text, width), self.palette.style("dim"))]
        letter = self.letters[item]
        cursor = ("cursor",) if item == self.cursor else ()
        if line == 0:
            row = self._head(letter, width, here=item == self.cursor)
        else:
            facts = self._facts(letter)
            together = " · ".join(fact for fact in facts if fact)
            text = together if self.item_rows == _IN_TWO else _beside(facts, line, width - 4)
            row = [Segment(fit("    " + text, width), self.palette.style("dim"))]
        over = self.palette.style("plain", *cursor)
        return [Segment(text, style + over if style else over) for text, style, _ in row]

    def _head(self, letter: str, width: int, *, here: bool) -> list[Segment]:
        article = self.shelf.articles[letter]
        mark = "●" if letter in self.shelf.marked else " "
        lead = f"{'▸' if here else ' '}{mark}{letter:<2} "
        tail = ""
        if self.item_rows == 1:
            outlet, day, words, shared = self._facts(letter)
            room = 18 if width < _ROOMY else 26
            tail = f" {_column(outlet, room)} {day:>11} {words:>11} {shared:>11} "
        room = max(4, width - cells(lead) - cells(tail))
        made = MADE if article.title_is_made else ""
        title = fit(visible(article.title), room - len(made)) + made
        style = self.palette.style("bold" if here else "plain")
        row = [Segment(lead, style), Segment(_column(title, room), style)]
        return [*row, Segment(tail, self.palette.style("dim"))] if tail else row

    def _facts(self, letter: str) -> tuple[str, str, str, str]:
        article = self.shelf.articles[letter]
        number, other = shared_with(self.shelf, letter)
        shared = f"{number} with {other}" if number else ""
        if not shared and self.shelf.marked and letter not in self.shelf.marked:
            known = self.shelf.shared(letter, self.shelf.marked[0]) is not None
            shared = f"0 with {self.shelf.marked[0]}" if known else "…"
        return (
            outlet_of(article),
            day_text(article.published),
            f"{article.words:,} words",
            shared,
        )

    # The cursor

    def _keep_seen(self) -> None:
        rows, first = self.item_rows, self.cursor * self.item_rows
        self.show_top(min(max(self.top, first + rows - self.view_height), first))

    def _go(self, cursor: int) -> None:
        cursor = min(max(0, cursor), max(0, len(self.letters) - 1))
        if cursor != self.cursor:
            self.cursor = cursor
            self._keep_seen()
            self.refresh()
            if self.chosen:
                self.post_message(self.Chosen(self.chosen))

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
        self._go(len(self.letters) - 1)

    def choose(self, letter: str) -> None:
        """Put the cursor on an article."""
        if letter in self.letters:
            self._go(self.letters.index(letter))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_seen()

    def on_click(self, event: events.Click) -> None:
        """A click chooses, a double click opens."""
        index = self.top + event.y - self.TITLE_ROWS
        if event.y >= self.TITLE_ROWS and index // self.item_rows < len(self.letters):
            self._go(index // self.item_rows)
            if event.chain == 2:  # noqa: PLR2004 - a double click
                self.action_read()

    # What the keys do

    def action_read(self) -> None:
        """Open the article under the cursor."""
        if self.chosen:
            self.post_message(self.Opened(self.chosen))

    def action_mark(self) -> None:
        """Mark the article under the cursor, or take its mark away, and step on."""
        if self.chosen:
            self.shelf.toggle(self.chosen)
            self._go(self.cursor + 1)
            self.refresh()
            self.post_message(self.Marked())

    def action_mark_all(self) -> None:
        """Mark every article listed; none, if they all were."""
        everything = all(letter in self.shelf.marked for letter in self.letters)
        for letter in self.letters:
            if (letter in self.shelf.marked) == everything:
                self.shelf.toggle(letter)
        self.refresh()
        self.post_message(self.Marked())

    def action_sort(self) -> None:
        """List in the next order."""
        self.order = (self.order + 1) % len(ORDERS)
        self.reload()


def _column(text: str, width: int) -> str:
    text = fit(text, width)
    return text + " " * (width - cells(text))


def _beside(facts: tuple[str, str, str, str], line: int, width: int) -> str:
    """The second and third row of an article in a narrow list; the words go first if need be."""
    outlet, day, words, shared = facts
    if line == 1:
        return outlet
    whole = " · ".join(fact for fact in (day, words, shared) if fact)
    if cells(whole) <= width or not shared:
        return whole
    return f"{day} · {shared}"
