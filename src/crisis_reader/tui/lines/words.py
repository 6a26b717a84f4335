"""The words of the screen: everyday ones, for days, sizes and numbers.

Rows of tables; no screen, no article text.
"""

from collections.abc import Sequence
from datetime import date

from crisis_reader.text.english import short_day

_CIRCLED = 20
"""Numbers that have a circled form one cell wide."""
_RUN = 3
"""Marks in a row that are told as first and last: so many clutter what stands behind them."""


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


def in_runs(signs: Sequence[tuple[int, str]]) -> str:
    """Numbers as marks, each with what qualifies it; three or more in a row as first–last.

    Args:
        signs: (number, what stands behind its mark) in order of the numbers, such as ``(4, "?")``.

    Returns:
        ``③–⑦`` for 3 to 7, ``③?④`` where only 3 is qualified.
    """
    runs: list[list[tuple[int, str]]] = []
    for sign in signs:
        if runs and (runs[-1][-1][0] + 1, runs[-1][-1][1]) == sign:
            runs[-1].append(sign)
        else:
            runs.append([sign])
    told = [["".join((circled(number), mark)) for number, mark in run] for run in runs]
    return "".join("–".join((r[0], r[-1])) if len(r) >= _RUN else "".join(r) for r in told)


def circled(number: int) -> str:
    """A number as one mark: ``③`` up to 20, ``(21)`` above."""
    return chr(0x245F + number) if 1 <= number <= _CIRCLED else f"({number})"
