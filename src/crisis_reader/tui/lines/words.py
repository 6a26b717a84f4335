"""The words of the screen: everyday ones, for days, sizes and numbers.

Rows of tables; no screen, no article text.
"""

from datetime import date

_CIRCLED = 20
"""Numbers that have a circled form one cell wide."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date | None, missing: str = "undated") -> str:
    """``15 Nov 2019``, the same in every locale."""
    return missing if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """``15 Nov``."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 passage``, ``3 passages``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def bar(done: int, of: int, width: int = 8) -> str:
    """How far a job has come: ``▰▰▰▱▱▱▱▱ 12 of 40 · Esc stops``."""
    filled = width * done // max(1, of)
    return f"{'▰' * filled}{'▱' * (width - filled)} {done} of {of} · Esc stops"


def circled(number: int) -> str:
    """A number as one mark: ``③`` up to 20, ``(21)`` above."""
    return chr(0x245F + number) if 1 <= number <= _CIRCLED else f"({number})"


def listed(parts: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return (
        parts[0]
        if len(parts) == 1
        else ", ".join(parts[:-1]) + " and " + parts[-1]
        if parts
        else ""
    )
