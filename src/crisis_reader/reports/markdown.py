"""Markdown, fit to be pasted into a brief as it is; nothing of an article is markup."""

import re
from collections.abc import Iterable

from crisis_reader.reports.items import Item, explained
from crisis_reader.text.cleaning import printed

_MARKUP = re.compile(r"([\\`*_{}\[\]#|~$!])")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`\\]+")


def markdown(items: Iterable[Item]) -> str:
    """The items as a document, one empty line around each heading."""
    lines = "\n".join(_line(item) for item in explained(items))
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"


def _line(item: Item) -> str:
    words = escape(item.words)
    if item.depth <= 1:
        return f"{'' if item.depth == 0 else chr(10)}{'#' * (item.depth + 2)} {words}\n"
    if item.quote is not None:
        words = f"{words}: “{escape(item.quote)}”"
    source = [escape(item.at)] if item.at else []
    if item.url and _ADDRESS.fullmatch(item.url):
        source.append(f"<{item.url}>")
    if source:
        words = f"{words} ({', '.join(source)})"
    return f"{'  ' * (item.depth - 2)}- {words}"


def escape(text: str) -> str:
    """Text that Markdown shows as it stands: no markup, no HTML, no link of its own accord."""
    plain = " ".join(printed(text).split())
    safe = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _MARKUP.sub(r"\\\1", safe)
    return safe.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")
