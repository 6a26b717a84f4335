"""Comparisons as Markdown."""

from collections.abc import Sequence

from crisis_reader.alignment import Alignment, Grade
from crisis_reader.article import Article
from crisis_reader.reports.comparison_items import (
    heading_items,
    lettered,
    only_items,
    pair_items,
)
from crisis_reader.reports.markdown import markdown


def comparison_markdown(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    *,
    letters: Sequence[str] = (),
    at_least: Grade | None = None,
    with_only: bool = False,
) -> str:
    """What the articles share and where they part, fit to be pasted into a brief.

    Args:
        articles: In the order of their letters.
        alignments: One for each pair, in order of the letters.
        letters: The articles' letters in a session; A, B, C, … without.
        at_least: The lowest grade that is told; each alignment's default where None.
        with_only: Whether to tell what stands in one article only.
    """
    named = lettered(articles, letters)
    items = [*heading_items(articles, named)]
    for alignment in alignments:
        items += pair_items(alignment, named, at_least)
        if with_only:
            items += only_items(alignment, named, at_least)
    return markdown(items)
