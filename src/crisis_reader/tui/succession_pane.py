"""SuccessionPane: who holds which office when, who says so; every line leads to its sentence."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from crisis_reader.tui.shelf import Shelf
from crisis_reader.tui.styled import line
from crisis_reader.tui.text_pane import TextPane

if TYPE_CHECKING:
    from crisis_reader.succession import Line


_NAMED = 5
"""Letters named in the title; more are counted."""


class SuccessionPane(TextPane):
    """The line of the articles it was asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "day(-1)", "day before", show=True, key_display="←"),
        Binding("right", "day(1)", "day after", show=True, key_display="→"),
        Binding("enter", "follow", "evidence"),
        Binding("t", "chronicle", "chronicle"),
        Binding("w", "known", "known then / now"),
    ]

    class Wanted(Message):
        """The line of these articles on this day is needed."""

        def __init__(
            self, letters: tuple[str, ...], as_of: date | None, known_by: date | None
        ) -> None:
            super().__init__()
            self.letters = letters
            self.as_of = as_of
            self.known_by = known_by

    def __init__(self, shelf: Shelf, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__("Line of succession", id=id)
        self.shelf = shelf
        self.letters: tuple[str, ...] = ()
        self.as_of: date | None = None
        self.then = False
        """Whether only what was published by that day counts."""
        self.power: Line | None = None
        self.days: tuple[date, ...] = ()

    def want(self, letters: tuple[str, ...], why: str = "") -> None:
        """Ask for the line of these articles, on the day the newest was published."""
        if letters == self.letters or not letters:
            return
        self.letters, self.power, self.days = letters, None, ()
        days = [self.shelf.articles[letter].published for letter in letters]
        self.as_of = max((day for day in days if day is not None), default=None)
        named = ", ".join(letters) if len(letters) <= _NAMED else f"{len(letters)} articles"
        self.tell([line(("reading who holds power …", "dim"))], note=f"{named}{why}")
        # Made later and here, not in the screen that calls: a message ends at its sender.
        self.call_later(self._ask)

    def _ask(self) -> None:
        self.post_message(self.Wanted(self.letters, self.as_of, self.known_by))

    @property
    def known_by(self) -> date | None:
        """The day by which an article must have been published; None for all."""
        return self.as_of if self.then else None

    def take(
        self,
        letters: tuple[str, ...],
        as_of: date | None,
        known_by: date | None,
        power: "Line",
    ) -> None:
        """Show a line, if it is the one that was last asked for."""
        if (letters, as_of, known_by) != (self.letters, self.as_of, self.known_by):
            return
        from crisis_reader.tui.line_rows import line_rows  # noqa: PLC0415 - after the first frame

        self.power = power
        self.days = tuple(sorted({*self.days, *power.days, *([as_of] if as_of else [])}))
        letters_by_id = {self.shelf.articles[own].id: own for own in letters}
        self.tell(line_rows(power, letters_by_id), note=self.note)

    def action_chronicle(self) -> None:
        """Everything these articles say happened, day by day."""
        from crisis_reader.tui.chronicle_rows import chronicle_lines  # noqa: PLC0415 - when first needed
        from crisis_reader.tui.text_screen import TextScreen  # noqa: PLC0415 - the same

        if self.power is not None:
            by_id = {self.shelf.articles[own].id: own for own in self.letters}
            self.app.push_screen(TextScreen("Chronicle", chronicle_lines(self.power, by_id)))

    def action_known(self) -> None:
        """What was known then, or what is known now."""
        self.then = not self.then
        self._ask()

    def action_day(self, step: int) -> None:
        """To the next or previous day on which anything changes; past the last one, all days."""
        if not self.days:
            return
        stops: list[date | None] = [*self.days, None]
        here = stops.index(self.as_of) if self.as_of in stops else len(stops) - 1
        self.as_of = stops[min(max(0, here + step), len(stops) - 1)]
        self._ask()
