"""One page of HTML that stands alone: no script, nothing fetched, every word of an article escaped.

Made to be read by eye, by ear and on paper: headings in order, lists, words beside every mark.
"""

from collections.abc import Iterable
from html import escape as _escape
from itertools import pairwise

from crisis_reader.reports.items import Item, explained
from crisis_reader.text.cleaning import printed
from crisis_reader.version import __version__

_TOP = 1
_FIRST_LIST = 2
"""Depth from which items stand in lists; those above are headings."""
_ADDRESSES = ("http://", "https://")

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 75rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3, nav, figcaption, .mark, .said { font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; } h3 { font-size: 1rem; }
q { quotes: "“" "”"; }
mark { color: inherit; background: none; border-bottom: 2px solid; }
mark.verbatim, mark.near, mark.quote { font-weight: bold; }
mark.same_claim { font-style: italic; border-bottom-style: double; border-bottom-width: 4px; }
mark.weak { border-bottom-style: dotted; }
mark .mark { font-size: .75em; font-weight: bold; vertical-align: super; padding: 0 .15em; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 2rem; }
.apart { margin-left: 1.5rem; font-style: italic; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
a:focus-visible, :target { outline: 3px solid; outline-offset: 2px; }
@media print { .sides { display: block; } }
""".strip()


def escape(text: str) -> str:
    """Text as HTML shows it on one line, whatever stands in it."""
    return _escape(" ".join(printed(text).split()))


def page(title: str, body: str) -> str:
    """A whole document.

    Args:
        title: Plain text.
        body: HTML whose texts are escaped.
    """
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f'<meta name="generator" content="crisis-reader {__version__}">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def outline_page(items: Iterable[Item]) -> str:
    """A report as a page: its sections as headings, its statements as lists."""
    told = list(explained(items))
    title = next((item.words for item in told if item.depth == 0), "crisis-reader")
    return page(title, outline(told))


def outline(items: Iterable[Item]) -> str:
    """A report's items as headings and nested lists."""
    told = [*items, Item(depth=0, words="")]
    lines: list[str] = []
    open_lists = 0
    for item, after in pairwise(told):
        if item.depth < _FIRST_LIST:
            level = item.depth + _TOP
            lines.append(f"<h{level}>{escape(item.words)}</h{level}>")
        else:
            wanted = item.depth - _FIRST_LIST + 1
            lines += ["<ul>"] * max(0, wanted - open_lists)
            open_lists = max(open_lists, wanted)
            lines.append(f"<li>{_words(item)}")
        # An inner list belongs to its item: the item stays open until the list is closed.
        next_list = max(0, after.depth - _FIRST_LIST + 1)
        if open_lists and next_list <= open_lists:
            lines.append("</li>")
        while open_lists > next_list:
            lines.append("</ul>")
            open_lists -= 1
            if open_lists:
                lines.append("</li>")
    return "\n".join(lines)


def _words(item: Item) -> str:
    words = escape(item.words)
    if item.quote is not None:
        words += f": <q>{escape(item.quote)}</q>"
    source = [escape(item.at)] if item.at else []
    source += [link(item.url)] if item.url else []
    return f"{words} ({', '.join(source)})" if source else words


def link(url: str) -> str:
    """An address one can follow; as plain words where it is of another kind than the web's."""
    shown = escape(url)
    if not url.lower().startswith(_ADDRESSES):
        return shown
    return f'<a href="{shown}" rel="noreferrer nofollow">{shown}</a>'
