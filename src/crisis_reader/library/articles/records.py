"""Sources, versions and what an import did. Data only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crisis_reader.errors import Problem

TOLD = 1000
"""Problems and ids kept in a report; the rest is counted."""


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
