"""SuccessionPane: who holds which office when, who says so; every line leads to its sentence."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from crisis_reader.tui.jobs.drawing import Question
from crisis_reader.tui.lines.line_statements import Fold
from crisis_reader.tui.lines.styled import line
from crisis_reader.tui.panes.asking import ExportAsked, TextAsked
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from crisis_reader.succession import Evidence, Line


_NAMED = 5
"""Letters named in the title; more are counted."""


class SuccessionPane(TextPane):
    """The line of the articles it was asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("left", "day(-1)", "day before", show=True, key_display="←"),
        bound("right", "day(1)", "day after", show=True, key_display="→"),
        bound("enter", "follow", "evidence"),
        bound("t", "chronicle", "chronicle"),
        bound("T", "titles", "what each calls them", show=False),
        bound("C", "correct", "correct this statement"),
        bound("h", "order", "choose the order", show=False),
        bound("w", "known", "known then / now", show=False),
        bound("e", "export", "export the line", show=False),
    ]

    class Wanted(Message):
        """A line is needed."""

        def __init__(self, question: Question) -> None:
            super().__init__()
            self.question = question

    class Doubted(Message):
        """The reader wants to correct a statement."""

        def __init__(self, evidence: "Evidence", people: tuple[str, ...]) -> None:
            super().__init__()
            self.evidence = evidence
            self.people = people
            """Everybody who is named on this line."""

    class Choosing(Message):
        """The reader wants to choose the order that this pane follows."""

        def __init__(self, pane: "SuccessionPane") -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, shelf: Shelf, *, id: str | None = None, lead: int = 0) -> None:  # noqa: A002
        super().__init__("Line of succession", id=id)
        self.shelf = shelf
        self.lead = lead
        self.letters: tuple[str, ...] = ()
        self.as_of: date | None = None
        self.then = False
        """Whether only what was published by that day counts."""
        self.order: str | None = None
        """Id of the order that the reader chose, or ``none``; None to let the articles decide."""
        self.power: Line | None = None
        self.days: tuple[date, ...] = ()
        self.opened: frozenset[tuple[str, ...]] = frozenset()
        """Keys of the statuses whose statements are shown."""

    def want(self, letters: tuple[str, ...], scope: str = "") -> None:
        """Ask for the line of these articles, on the day the newest was published.

        Args:
            letters: Of the articles.
            scope: Out of how many they are, for the title.
        """
        if letters == self.letters or not letters:
            return
        self.letters, self.power, self.days, self.order = letters, None, (), None
        self.opened = frozenset()
        days = [self.shelf.articles[letter].published for letter in letters]
        self.as_of = max((day for day in days if day is not None), default=None)
        named = ", ".join(letters) if len(letters) <= _NAMED else ""
        counted = named or f"{len(letters)} articles"
        note = f"{scope}{': ' if named else ''}{named}" if scope else counted
        self.tell([line(("reading who holds power …", "dim"))], note=note)
        # Made later and here, not in the screen that calls: a message ends at its sender.
        self.call_later(self.ask)

    @property
    def question(self) -> Question:
        """The line that is asked for now."""
        return Question(
            letters=self.letters, as_of=self.as_of, known_by=self.known_by, order=self.order
        )

    def ask(self) -> None:
        """Ask for the line anew."""
        if self.letters:
            self.post_message(self.Wanted(self.question))

    @property
    def known_by(self) -> date | None:
        """The day by which an article must have been published; None for all."""
        return self.as_of if self.then else None

    def take(self, question: Question, power: "Line") -> None:
        """Show a line, if it is the one that was last asked for."""
        if question != self.question:
            return
        self.power = power
        self.days = tuple(
            sorted({*self.days, *power.days, *([question.as_of] if question.as_of else [])})
        )
        self._tell()

    def _tell(self) -> None:
        from crisis_reader.tui.lines.line_rows import line_rows  # noqa: PLC0415 - after the first frame

        if self.power is not None and self.size.width:
            rows = line_rows(self.power, self._by_id(), width=self.text_width, opened=self.opened)
            self.tell(rows, note=self.note, keep=True)

    def on_resize(self) -> None:
        """Columns where there is room, else groups."""
        self._tell()

    def action_follow(self) -> None:
        """Open or close the statements behind a status; a statement opens at its sentence."""
        target = self.lines[self.at].target if self.at is not None else None
        if isinstance(target, Fold):
            self._turn(target)
        else:
            super().action_follow()

    def _turn(self, fold: Fold) -> None:
        self.opened ^= {fold.key}
        self._tell()
        if fold.key in self.opened and fold.evidence:
            self.action_move(1)

    def _by_id(self) -> dict[str, str]:
        return {self.shelf.articles[own].id: own for own in self.letters}

    def action_chronicle(self) -> None:
        """Everything these articles say happened, day by day."""
        from crisis_reader.tui.lines.chronicle_rows import chronicle_lines  # noqa: PLC0415 - when first needed

        if self.power is not None:
            lines = chronicle_lines(self.power, self._by_id())
            self.post_message(TextAsked("Chronicle", lines))

    def action_titles(self) -> None:
        """The titles and names that each article gives to people, over time."""
        from crisis_reader.tui.lines.chronicle_rows import title_lines  # noqa: PLC0415 - when first needed

        if self.power is not None:
            lines = title_lines(self.power, self._by_id())
            self.post_message(TextAsked("What each calls them", lines))

    def action_correct(self) -> None:
        """Correct the statement under the cursor."""
        from crisis_reader.succession import Evidence  # noqa: PLC0415 - after the first frame

        target = self.lines[self.at].target if self.at is not None else None
        if isinstance(target, Fold) and target.evidence and target.key not in self.opened:
            self._turn(target)  # which of several is the reader's to say
        elif self.power is not None and isinstance(target, Evidence):
            named = (e.person for one in self.power.readings for e in one.events if e.person)
            self.post_message(self.Doubted(target, tuple(dict.fromkeys(named))))

    def action_order(self) -> None:
        """Choose the order of succession to follow."""
        if self.power is not None:
            self.post_message(self.Choosing(self))

    def action_export(self) -> None:
        """Write the line to a file, in a form to choose."""
        if (power := self.power) is not None:
            name = f"line-{'-'.join(self.letters[:_NAMED])}"
            self.post_message(ExportAsked(name, lambda reports: reports.line(power)))

    def follow_order(self, order: str | None) -> None:
        """Follow the order of this id; None lets the articles decide."""
        self.order = order
        self.ask()

    def action_known(self) -> None:
        """What was known then, or what is known now."""
        self.then = not self.then
        self.ask()

    def action_day(self, step: int) -> None:
        """To the next or previous day on which anything changes; past the last one, all days."""
        if not self.days:
            return
        stops: list[date | None] = [*self.days, None]
        here = stops.index(self.as_of) if self.as_of in stops else len(stops) - 1
        self.as_of = stops[min(max(0, here + step), len(stops) - 1)]
        self.ask()
