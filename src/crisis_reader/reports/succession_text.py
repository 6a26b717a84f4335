"""A line of succession in words: one statement a line, made to be read aloud."""

from crisis_reader.reports.succession_outline import Item, outline
from crisis_reader.reports.wording import quoted
from crisis_reader.succession import Line
from crisis_reader.text.cleaning import printed


def succession_text(line: Line) -> str:
    """Every office, who is said to hold it or to be out, who says so and in which words."""
    return "\n".join(_line(item) for item in outline(line))


def _line(item: Item) -> str:
    words = printed(item.words)
    if item.quote is not None:
        words = f"{words}: {quoted(item.quote)}"
    if item.depth == 0:
        return words
    if item.depth == 1:
        return f"\n{words}:"
    return "  " * (item.depth - 1) + words
