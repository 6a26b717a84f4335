"""Compared: the comparison looked at last, and which of its passages. Data only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison by its letters."""

    letters: tuple[str, ...] = ()
    """From left to right."""
    at: int | None = None
    """Index of the passage looked at last, from 0; None before the first."""
