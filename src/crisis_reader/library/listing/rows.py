"""An article as a list shows it, and the orders of a list. Data only, loaded before any library."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    """The orders of the list; within each, ties keep the order of arrival."""

    NEWEST = "newest"
    """Latest day first, undated last."""
    OUTLET = "outlet"
    """By outlet, newest first within each; those without one last."""
    TITLE = "title"
    FOUND = "found"
    """In the order of arrival."""
    ARRIVED = "arrived"
    """Last arrived first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article as a list shows it; its text is not loaded."""

    number: int
    """In order of arrival, from 1; never given twice."""
    id: str
    version: str
    versions: int
    """How many texts it has had."""
    title: str
    title_is_made: bool
    outlet: str | None
    agency: str | None
    published: date | None
    language: str | None
    words: int
    summary_only: bool
    read: bool
    changed: bool
    """True where the text has changed since it was read."""
    copy_of: str | None
    """Id of the article that had this very text first, under another outlet; None if none had."""
    copies: int = 0
    """How many other articles have this very text."""
