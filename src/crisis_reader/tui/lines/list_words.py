"""What the list says of an article beside its title: outlet, day, length, copies, passages."""

from collections.abc import Container
from typing import NamedTuple

from crisis_reader.article import Article
from crisis_reader.library.listing.rows import Row
from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.words import day_text
from crisis_reader.tui.session.listed import shared_with
from crisis_reader.tui.session.shelf import Shelf

MADE = "°"
"""Stands after a title that was made from the first sentence."""


class Facts(NamedTuple):
    """What stands beside a title; empty words where there is nothing to say."""

    outlet: str
    day: str
    words: str
    copies: str
    shared: str


def outlet_of(article: Article | Row) -> str:
    """The outlet, else the agency; ``no outlet`` spelled out."""
    if article.outlet is None:
        return visible(article.agency) if article.agency else "no outlet"
    return visible(article.outlet)


def facts_of(row: Row) -> tuple[str, str, str]:
    """Outlet, day and length."""
    length = "summary only" if row.summary_only else f"{row.words:,} words"
    return outlet_of(row), day_text(row.published), length


def flag_of(row: Row, news: Container[str]) -> str:
    """What sets an article apart for this reader: new, or changed since it was read."""
    if row.changed:
        return "changed"
    return "new" if row.id in news and not row.read else ""


def copies_of(row: Row) -> str:
    """How many have this very text: one account, however often it is printed."""
    if not row.copies:
        return ""
    text = "agency text" if row.agency else "same text"
    return f"{text}, in {row.copies + 1} outlets"


def shared_words(row: Row, shelf: Shelf) -> str:
    """``12 with B``: with the marked article, else the closest; ``…`` while that is looked for."""
    letter = shelf.letter_of_row(row)
    if letter not in shelf.articles:
        return ""
    number, other = shared_with(shelf, letter)
    if number:
        return f"{number} with {other}"
    if shelf.marked and letter not in shelf.marked:
        known = shelf.shared(letter, shelf.marked[0]) is not None
        return f"0 with {shelf.marked[0]}" if known else "…"
    return ""
