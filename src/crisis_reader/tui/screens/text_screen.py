"""TextScreen: lines to read: problems, help, everything about a passage."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from crisis_reader.errors import Problem
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.text_pane import TextPane

_Result = TypeVar("_Result")


def problem_lines(problems: Iterable[Problem]) -> list[Line]:
    """Each problem with where it is; a word if there are none."""
    lines: list[Line] = []
    for problem in problems:
        where = problem.source if problem.line is None else f"{problem.source}:{problem.line}"
        kind = ("not read  ", "difference") if problem.lost else ("notice    ", "dim")
        lines += [line(kind, (where, "bold")), line(problem.message, indent=10), line()]
    return lines or [line("no problems: everything was read"), line(("Esc goes back", "dim"))]


class LinesScreen(Screen[_Result]):
    """A pane of lines and the keys; what they lead to is for those that inherit it."""

    BLANK = True  # its children cover it

    AUTO_FOCUS = "TextPane"

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines and the keys."""
        yield TextPane(self._title)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the lines."""
        self.query_one(TextPane).tell(self._lines)


class TextScreen(LinesScreen[None]):
    """A pane of lines and the way back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "dismiss", "back"),
        bound("q", "dismiss", "close", show=False),
    ]


class HelpScreen(TextScreen):
    """All keys; the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("question_mark", "dismiss", "close", show=False),
    ]
