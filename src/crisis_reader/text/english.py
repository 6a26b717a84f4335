"""The program's own sentences: days and lists of things as it writes them, in every locale."""

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


def day_words(day: date) -> str:
    """A day as it is read aloud: ``10 November 2019``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, *, with_year: bool = True) -> str:
    """A day where room is dear: ``10 Nov 2019``, ``10 Nov`` where the year is known."""
    words = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return f"{words} {day.year}" if with_year else words


def listed(parts: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``; empty for nothing."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
