"""A line of succession as a page of HTML that needs nothing else."""

from crisis_reader.reports.html_page import outline_page
from crisis_reader.reports.succession_outline import outline
from crisis_reader.succession import Line


def succession_html(line: Line) -> str:
    """The same report with headings and nested lists; nothing of an article is markup."""
    return outline_page(outline(line))
