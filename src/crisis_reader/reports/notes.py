"""Notes and bookmarks as text and as JSON, in the order in which they were made."""

from collections.abc import Sequence

from crisis_reader.library import Note
from crisis_reader.reports.json_parts import Document, Json, head
from crisis_reader.reports.wording import day, quoted
from crisis_reader.text.cleaning import printed


def notes_text(notes: Sequence[Note]) -> str:
    """A line for each passage, and one below it for what was written on it."""
    lines: list[str] = []
    for note in notes:
        kind = "bookmark" if note.words is None else "note"
        lines.append(
            f"{note.number}: {kind} of {day(note.made.date())}, on {quoted(note.article_title)}: "
            f"{quoted(note.passage.quote)}"
        )
        if note.words is not None:
            lines.append(f"  You wrote: {printed(note.words)}")
    return "\n".join(lines)


def notes_json(notes: Sequence[Note]) -> Document:
    """Schema ``crisis-reader.notes/1``: ``notes``."""
    return {
        **head("crisis-reader.notes/1"),
        "notes": [_note(note) for note in notes],
        "problems": [],
    }


def _note(note: Note) -> Json:
    return {
        "number": note.number,
        "article": note.article_id,
        "title": note.article_title,
        "quote": note.passage.quote,
        "before": note.passage.before,
        "after": note.passage.after,
        "words": note.words,
        "made": note.made.isoformat(),
        "changed": note.changed.isoformat(),
    }
