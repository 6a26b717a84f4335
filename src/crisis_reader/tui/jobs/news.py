"""News: which new articles change a line of succession. Plain; for a job."""

from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.text.folding import fold_text

if TYPE_CHECKING:
    from crisis_reader.library.own_files import OwnFiles
    from crisis_reader.succession import Line, Status

_LONGEST = 8.0
"""Seconds that looking at new articles takes at most: some twenty milliseconds each."""


def changing(
    shown: Sequence[Article], new: Iterable[Article], own: "OwnFiles", longest: float = _LONGEST
) -> tuple[int, int]:
    """How many of the new articles, each by itself, put the line of those shown otherwise.

    Otherwise is: another person, another word for where they stand, or another dispute on any rung;
    one more account of the same changes nothing.

    Args:
        shown: The articles that the line is of.
        new: What came in.
        own: The reader's corrections and orders.
        longest: Seconds after which no more are looked at.

    Returns:
        How many do, and how many were looked at.
    """
    begun = perf_counter()
    before = _drawn(shown, None, own)
    # All are laid on the same order: another country's news does not choose another one.
    order = before.order.id if before.order else "none"
    told = _told(before)
    changes = looked = 0
    for one in new:
        changes += _told(_drawn([*shown, one], order, own)) != told
        looked += 1
        if perf_counter() - begun > longest:
            break
    return changes, looked


def _drawn(articles: Sequence[Article], order: str | None, own: "OwnFiles") -> "Line":
    from crisis_reader.succession import line_of_succession  # noqa: PLC0415 - when first needed

    return line_of_succession(articles, order=order, corrections=own.corrections, orders=own.orders)


def _told(line: "Line") -> set[tuple[str, str, str, bool]]:
    return {
        (rung.office.id, status.word.value, _surname(status), status.disputed)
        for rung in (*line.rungs, *line.asserted)
        for status in rung.statuses
    }


def _surname(status: "Status") -> str:
    """The last word of the name: a fuller name for the same person changes nothing."""
    return fold_text(status.person or status.surface or "").rpartition(" ")[2]
