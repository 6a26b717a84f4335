"""What the library gives and takes: rows of a list, marks, sessions, reports. Data only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crisis_reader.errors import Problem
from crisis_reader.library.relocating import KeptPassage
from crisis_reader.text.spans import Span


class Shelf(StrEnum):
    """Where the articles on the screen come from; those of two shelves never share a line."""

    LIBRARY = "library"
    SAMPLES = "samples"
    """The articles that come with the program."""
    OPENED = "opened"
    """Sources named on the command line, not added."""


class SourceKind(StrEnum):
    """What a source is."""

    FILE = "file"
    FOLDER = "folder"
    PAGE = "page"
    FEED = "feed"
    INPUT = "input"
    """Standard input: nothing to read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that the reader added."""

    number: int
    address: str
    """Absolute path, or URL."""
    kind: SourceKind
    title: str | None
    """A feed's own title; None where it has none."""
    added: datetime
    refreshed: datetime | None
    """When it was last read to its end; None if never."""
    problem: str | None
    """What was wrong at the last reading; None if nothing was."""
    articles: int
    """How many articles it has on the shelf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text that an article has had."""

    number: int
    """1 for the first."""
    version: str
    seen: datetime


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


TOLD = 1000
"""Problems and ids kept in a report; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did; everything it counts is on the disk."""

    new: int = 0
    changed: int = 0
    """Articles known before whose text is another now."""
    unchanged: int = 0
    copies: int = 0
    """Those among the new whose very text another outlet had before."""
    news: tuple[str, ...] = ()
    """Ids of the new and changed ones, the first thousand."""
    problems: tuple[Problem, ...] = ()
    """The first thousand."""
    problems_in_all: int = 0
    cancelled: bool = False

    @property
    def done(self) -> int:
        """How many articles were dealt with."""
        return self.new + self.changed + self.unchanged

    def followed_by(self, other: "ImportReport") -> "ImportReport":
        """Both in one."""
        return ImportReport(
            new=self.new + other.new,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            copies=self.copies + other.copies,
            news=(*self.news, *other.news)[:TOLD],
            problems=(*self.problems, *other.problems)[:TOLD],
            problems_in_all=self.problems_in_all + other.problems_in_all,
            cancelled=self.cancelled or other.cancelled,
        )
