"""Passage marks: what a comparison lays over one column: passages, differences, notes; pure."""

from typing import TYPE_CHECKING

from crisis_reader.tui.lines.words import in_runs
from crisis_reader.tui.panes.article_pane import Mark
from crisis_reader.tui.panes.noted import note_marks
from crisis_reader.tui.session.passages import Passage, Shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crisis_reader.library import Note


def column_marks(
    shared: Shared, column: int, notes: "Iterable[Note]"
) -> tuple[list[Mark], dict[int, str]]:
    """Marks and labels of every passage that a column tells, and of the notes on it.

    Args:
        shared: The passages of the comparison.
        column: Its number, from 0.
        notes: The reader's own on its article.

    Returns:
        The marks, and by offset what stands before the text there.
    """
    marks: list[Mark] = []
    numbers: dict[int, list[tuple[int, str]]] = {}
    parted: set[int] = set()
    for passage in shared.passages:
        span = passage.told[column]
        if passage.is_match and span is not None:
            weak = passage.grade == "weak"
            names = (passage.kind, "weak") if weak else (passage.kind,)
            marks += [(span.start, span.end, name) for name in names]
            sign = (passage.number, "?" if weak else "")
            numbers.setdefault(span.start, []).append(sign)
        for parting in passage.partings:
            own = parting.in_column(column)
            if own is not None:
                parted.add(own.start)
                marks.append((own.start, own.end, "difference"))
    labels = {
        at: in_runs(numbers.get(at, ())) + ("▲" if at in parted else "")
        for at in numbers.keys() | parted
    }
    noted, signs = note_marks(notes)
    for at, drawn in signs.items():
        labels[at] = labels.get(at, "") + drawn
    return marks + noted, labels


def current_marks(passage: Passage | None, column: int) -> list[Mark]:
    """Marks of the current passage in a column: where it is, the words that agree or differ."""
    span = passage.told[column] if passage else None
    if passage is None or span is None:
        return []
    marks: list[Mark] = [(span.start, span.end, "now")]
    marks += [(word.start, word.end, "words") for word in passage.words[column]]
    owns = (parting.in_column(column) for parting in passage.partings)
    return marks + [(own.start, own.end, "differs") for own in owns if own]
