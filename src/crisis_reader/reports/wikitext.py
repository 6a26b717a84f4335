"""Wikitext, fit to be pasted into a talk page as it is; nothing of an article is markup.

Source of the escapes: https://www.mediawiki.org/wiki/Help:Formatting (nowiki, entities).
"""

import re
from collections.abc import Iterable

from crisis_reader.reports.items import Item, explained
from crisis_reader.text.cleaning import printed

# Brackets, tables, signatures, switches, bold, addresses and numbers that a wiki links by itself.
_ALIVE = re.compile(r"[\[\]{}|~*#=]|''|__|//|\b(?:RFC|PMID|ISBN)\b|^[;:!+-]")
_ADDRESS = re.compile(r"https?://[^\s<>\[\]{}|\"']+")


def wikitext(items: Iterable[Item]) -> str:
    """The items as sections and lists."""
    return "\n".join(_line(item) for item in explained(items)) + "\n"


def _line(item: Item) -> str:
    words = escape(item.words)
    if item.depth <= 1:
        marks = "=" * (item.depth + 2)
        return f"{'' if item.depth == 0 else chr(10)}{marks} {words} {marks}"
    if item.quote is not None:
        words = f"{words}: “{escape(item.quote)}”"
    if item.at:
        words = f"{words} ({escape(item.at)})"
    if item.url and _ADDRESS.fullmatch(item.url):
        words = f"{words} [{item.url}]"
    return f"{'*' * (item.depth - 1)} {words}"


def escape(text: str) -> str:
    """Text that a wiki shows as it stands: no template, link, signature or tag comes to life."""
    plain = " ".join(printed(text).split())
    safe = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<nowiki>{safe}</nowiki>" if _needs_nowiki(safe) else safe


def _needs_nowiki(text: str) -> bool:
    return _ALIVE.search(text) is not None
