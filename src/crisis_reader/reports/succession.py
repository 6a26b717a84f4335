"""A line of succession as text, Markdown, wikitext and HTML: one report, in four forms."""

from crisis_reader.reports.html_page import outline_page
from crisis_reader.reports.items import Item
from crisis_reader.reports.markdown import markdown
from crisis_reader.reports.succession_items import succession_items
from crisis_reader.reports.wikitext import wikitext
from crisis_reader.reports.wording import quoted
from crisis_reader.succession import Line
from crisis_reader.text.cleaning import printed


def succession_text(line: Line) -> str:
    """Every office, who is said to hold it or to be out, who says so and in which words.

    One statement a line, made to be read aloud.
    """
    return "\n".join(_line(item) for item in succession_items(line))


def succession_markdown(line: Line) -> str:
    """The same with headings and lists, for a brief."""
    return markdown(succession_items(line))


def succession_wiki(line: Line) -> str:
    """The same with sections and lists, for a wiki's talk page."""
    return wikitext(succession_items(line))


def succession_html(line: Line) -> str:
    """The same as a page that needs nothing else."""
    return outline_page(succession_items(line))


def _line(item: Item) -> str:
    words = printed(item.words)
    if item.quote is not None:
        words = f"{words}: {quoted(item.quote)}"
    if item.depth == 0:
        return words
    if item.depth == 1:
        return f"\n{words}:"
    return "  " * (item.depth - 1) + words
