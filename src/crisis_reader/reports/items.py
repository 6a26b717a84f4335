"""Items: what a report says, statement by statement, before any format.

One item is one statement. Words are ours, quotes are the articles'; each format escapes both.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a report."""

    depth: int
    """0 the report, 1 a section, 2 a statement, 3 what bears it out."""
    words: str
    quote: str | None = None
    """The article's own words that say it; None for a heading or a remark."""
    url: str | None = None
    """Address of the article quoted, where it has one."""
