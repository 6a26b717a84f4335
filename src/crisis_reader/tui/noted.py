"""Noted: how notes stand in a text: a sign where each begins, weight over what it is on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.library import Note

NOTE, BOOKMARK = "✎", "⚑"
"""The sign before a passage with a note, and before one that is only marked."""


def note_marks(
    notes: Iterable["Note"],
) -> tuple[list[tuple[int, int, str]], dict[int, str]]:
    """Marks and labels for a pane; lost notes have no place."""
    marks: list[tuple[int, int, str]] = []
    labels: dict[int, str] = {}
    for note in notes:
        if note.span is not None:
            marks.append((note.span.start, note.span.end, "title"))
            sign = BOOKMARK if note.words is None else NOTE
            labels[note.span.start] = labels.get(note.span.start, "") + sign
    return marks, labels
