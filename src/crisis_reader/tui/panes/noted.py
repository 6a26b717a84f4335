"""Noted: how notes stand in a text, and which passage a new one would be on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from crisis_reader.text.spans import Span

if TYPE_CHECKING:
    from crisis_reader.library import Note
    from crisis_reader.tui.panes.article_pane import ArticlePane

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


def selected_span(pane: "ArticlePane") -> Span | None:
    """What is selected with the mouse; None where nothing is."""
    selection = pane.text_selection
    if selection is None or not selection.start or not selection.end:
        return None
    start, end = sorted((selection.start.x, selection.end.x))
    return Span(start, end) if start < end else None


def sentence_at(pane: "ArticlePane", offset: int) -> Span:
    """The sentence that stands here, or the next one; all of a text without any."""
    article = pane.article
    after = (one.span for one in article.sentences if one.span.end > offset)
    return next(after, Span(0, len(article.text)))
