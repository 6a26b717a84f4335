"""History: the places a reader was at, and the way back and forward through them. Pure."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from crisis_reader.text.spans import Span

_KEPT = 100
"""Places remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A view of some articles."""

    view: str = ""
    """``read``, ``compare``, or empty for the list."""
    letters: tuple[str, ...] = ()
    span: Span | None = None
    """The passage it was opened for."""

    def is_view_of(self, other: "Place") -> bool:
        """Whether both are the same view of the same articles."""
        return (self.view, self.letters) == (other.view, other.letters)


@runtime_checkable
class HasPlace(Protocol):
    """A view that a reader can come back to."""

    @property
    def place(self) -> Place:
        """Where it is."""


class History:
    """Places in the order visited, and where in it the reader is."""

    def __init__(self) -> None:
        self._places: list[Place] = [Place()]
        self._at = 0

    @property
    def here(self) -> Place:
        """The place visited last."""
        return self._places[self._at]

    def visit(self, place: Place) -> None:
        """Go to a place; what lay ahead is forgotten."""
        if not place.is_view_of(self.here):
            self._places = [*self._places[: self._at + 1], place][-_KEPT:]
            self._at = len(self._places) - 1

    def step(self, step: int) -> Place | None:
        """The place before (-1) or after (1), which is where the reader is then; None at an end."""
        if not 0 <= self._at + step < len(self._places):
            return None
        self._at += step
        return self.here
