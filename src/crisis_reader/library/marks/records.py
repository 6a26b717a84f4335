"""What a reader leaves behind: how far they read, notes, anchors, what was open. Data only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crisis_reader.library.marks.relocating import KeptPassage
from crisis_reader.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadState:
    """How far a reader is with an article."""

    read: datetime | None = None
    """When it was marked as read; None if it is unread."""
    changed: bool = False
    """True where the text at hand is not the one that was read."""
    position: int | None = None
    """Offset in the text at hand; None where none was kept or its place is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note or a bookmark on a passage."""

    number: int
    article_id: str
    article_title: str
    """As it was when the note was made."""
    passage: KeptPassage
    words: str | None
    """What the reader wrote; None for a bookmark."""
    made: datetime
    changed: datetime
    span: Span | None
    """Where the passage stands in the text asked about; None where it is lost, or no text was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedAnchor:
    """Two passages that a reader tied together."""

    number: int
    left: KeptPassage
    right: KeptPassage
    spans: tuple[Span, Span] | None
    """Where they stand in the texts asked about; None where either is lost."""
    made: datetime


class ShelfKind(StrEnum):
    """Where the articles on the screen come from; those of two shelves never share a line."""

    LIBRARY = "library"
    SAMPLES = "samples"
    """The articles that come with the program."""
    OPENED = "opened"
    """Sources named on the command line, not added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What was open when the program ended; every field may be missing."""

    view: str = ""
    """Name of the screen; empty for the list."""
    selected: str | None = None
    """Id of the article under the cursor."""
    marked: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    """Ids of the last comparison, from left to right."""
    match: int | None = None
    """Number of the current match, from 0."""
    reading: str | None = None
    """Id of the article that was open to be read."""
    sort: str = ""
    filter: str = ""
    letters: tuple[tuple[str, str], ...] = ()
    """Letter and article id, for as long as the session lasts."""
