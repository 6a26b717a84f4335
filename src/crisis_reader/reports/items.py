"""Items: what a report says, statement by statement, before any format.

One item is one statement. Words are ours, quotes are the articles'; each format escapes both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a report."""

    depth: int
    """0 the report, 1 a section, 2 a statement, 3 what bears it out."""
    words: str
    quote: str | None = None
    """The article's own words that say it; None for a heading or a remark."""
    at: str | None = None
    """Whose words the quote is and where they stand, for forms that are kept; None where ``words``
    say enough."""
    url: str | None = None
    """Address of the article quoted, where it has one."""


_COUNTED = (
    "Characters are counted in the text of each article, from 0; the one that the second number "
    "names is the first after the passage. The JSON export has the same numbers."
)


def explained(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a form that is kept, and in the end how places in the articles are given."""
    placed = False
    for item in items:
        placed = placed or item.at is not None
        yield item
    if placed:
        yield Item(depth=1, words="Places")
        yield Item(depth=2, words=_COUNTED)
