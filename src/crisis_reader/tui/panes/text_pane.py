"""TextPane: styled lines in a pane, with a cursor over those that lead somewhere."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message

from crisis_reader.tui.lines.styled import Line, Part, lay
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.row_pane import RowPane
from crisis_reader.tui.panes.steady import widest


class TextPane(RowPane):
    """Lines under a title; ``Enter`` on one that has a target posts ``Followed``."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("enter", "follow", "open")]

    class Followed(Message):
        """The reader asks for what a line leads to."""

        def __init__(self, target: object) -> None:
            super().__init__()
            self.target = target

    def __init__(self, title: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.title = title
        self.note = ""
        self.lines: Sequence[Line] = ()
        self.at: int | None = None
        """Index of the line under the cursor; None where no line leads anywhere."""
        self._rows: list[tuple[int, list[Part]]] = []
        self._width = -1

    def tell(
        self,
        lines: Sequence[Line],
        *,
        title: str | None = None,
        note: str = "",
        keep: bool = False,
        stay: bool = False,
    ) -> None:
        """Show these lines, the cursor on the first that leads somewhere.

        Args:
            lines: What to show.
            title: A new title; None keeps the one there is.
            note: What stands at the right of the title.
            keep: Whether the cursor stays on what it was on, if that is still there.
            stay: Whether it stays on the same line where that is gone, the lines above being the
                same.
        """
        here = self.at
        was = self.lines[self.at].target if keep and self.at is not None else None
        self.lines, self.note, self._width = tuple(lines), note, -1
        self.title = self.title if title is None else title
        targets = self._targets()
        self.at = next((n for n in targets if self.lines[n].target == was), None)
        if self.at is None and stay and here in targets:
            self.at = here
        if self.at is None:
            self.at = next(iter(targets), None)
            self.show_top(0)
        else:
            self.show_top(self.top)
            self._keep_seen()
        self.refresh()
        if self.is_attached:  # whether Enter does anything here may be another now
            self.screen.query("KeyBar").refresh()

    def _targets(self) -> list[int]:
        return [n for n, one in enumerate(self.lines) if one.target is not None]

    @property
    def rows(self) -> list[tuple[int, list[Part]]]:
        """The lines wrapped to the pane's width; none while it is not on the screen."""
        if not self.size.width:
            return []
        if self._width != self.text_width:
            self._width = self.text_width
            self._rows = lay(self.lines, self._width, widest)
        return self._rows

    @property
    def cursor_row(self) -> int:
        """First row of the line under the cursor."""
        own = (n for n, (number, _) in enumerate(self.rows) if number == self.at)
        return next(own, self.top)

    @property
    def total(self) -> int:
        """Number of rows."""
        return len(self.rows)

    def draw_title(self, row: int, width: int) -> list[Segment]:
        """The title, and a note at its right."""
        del row
        return self.title_segments(self.title, width, self.note)

    def draw(self, index: int, width: int) -> list[Segment]:
        """One row; the cursor's line has a background and, without colour, a sign."""
        del width
        number, parts = self.rows[index]
        here = number == self.at and self.has_focus
        style = self.palette.style
        names = ("cursor",) if here else ()
        segments = [Segment(text, style(name, *names)) for text, name in parts]
        if here and self._is_first(index) and segments and segments[0].text.startswith(" "):
            segments[0] = Segment("▸" + segments[0].text[1:], segments[0].style)
        return segments

    def _is_first(self, index: int) -> bool:
        return index == 0 or self.rows[index - 1][0] != self.rows[index][0]

    def action_move(self, rows: int) -> None:
        """To the next line that leads somewhere; without one, scroll."""
        targets = self._targets()
        if self.at is None or abs(rows) != 1 or not targets:
            super().action_move(rows)
            return
        place = targets.index(self.at) + rows
        if 0 <= place < len(targets):
            self.at = targets[place]
            self._keep_seen()
            self.refresh()
        else:
            super().action_move(rows)

    def _keep_seen(self) -> None:
        own = [n for n, (number, _) in enumerate(self.rows) if number == self.at]
        if own:
            self.show_top(min(max(self.top, own[-1] + 1 - self.view_height), own[0]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """``Enter`` is a key only where some line leads somewhere."""
        if action == "follow":
            return self.at is not None
        return super().check_action(action, parameters)

    def action_follow(self) -> None:
        """Open what the cursor's line leads to."""
        if self.at is not None:
            self.post_message(self.Followed(self.lines[self.at].target))

    def on_click(self, event: events.Click) -> None:
        """A click on a line that leads somewhere opens it."""
        index = self.top + event.y - self.TITLE_ROWS
        if event.y >= self.TITLE_ROWS and 0 <= index < self.total:
            number = self.rows[index][0]
            if self.lines[number].target is not None:
                self.at = number
                self.refresh()
                self.action_follow()
