"""The words of the screen: everyday ones, for days, sizes and numbers.

Rows of tables; no screen, no article text.
"""

from datetime import date

from crisis_reader.text.english import short_day

_CIRCLED = 20
"""Numbers that have a circled form one cell wide."""


def day_text(day: date | None, missing: str = "undated") -> str:
    """``15 Nov 2019``, the same in every locale."""
    return missing if day is None else short_day(day)


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
