"""Drawing: the line of succession of some articles, and the orders that it could follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.errors import Problem

if TYPE_CHECKING:
    from crisis_reader.library.own_files import OwnFiles
    from crisis_reader.succession import Line, Order, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which line of succession is asked for."""

    letters: tuple[str, ...]
    as_of: date | None
    known_by: date | None = None
    """The day by which an article must have been published; None for all."""
    order: str | None = None
    """Id of the order, or ``none``; None to let the articles decide."""


class Drawn(Message):
    """A line of succession was drawn."""

    def __init__(self, question: Question, line: "Line", problems: Sequence[Problem]) -> None:
        super().__init__()
        self.question = question
        self.line = line
        self.problems = problems
        """What could not be read of the files beside the articles."""


class Weighed(Message):
    """The orders that a reader may choose from were laid on the articles."""

    def __init__(self, letters: tuple[str, ...], orders: Sequence[tuple["Order", int]]) -> None:
        super().__init__()
        self.letters = letters
        self.orders = orders
        """Each with how many people it places, most first."""


def drawn_line(
    readings: "Sequence[Reading]",
    letters: Mapping[str, str],
    question: Question,
    own: "OwnFiles",
) -> "Line":
    """The line of succession of these articles under the session's letters."""
    from crisis_reader.succession import draw_line  # noqa: PLC0415 - after the first frame

    return draw_line(
        readings,
        order=question.order,
        as_of=question.as_of,
        known_by=question.known_by,
        corrections=own.corrections,
        corrections_from=own.corrections_from,
        orders=own.orders,
        letters=letters,
    )


def weighed_orders(readings: "Sequence[Reading]", own: "OwnFiles") -> list[tuple["Order", int]]:
    """Every known order with how many people it gives a place, most first."""
    from crisis_reader.succession import draw_line, known_orders  # noqa: PLC0415 - when first needed

    counted: list[tuple[Order, int]] = []
    for order in known_orders(own.orders):
        line = draw_line(readings, order=order, corrections=own.corrections, orders=own.orders)
        counted.append((order, sum(len(r.statuses) for r in (*line.rungs, *line.asserted))))
    return sorted(counted, key=lambda one: -one[1])
