"""The command ``export``: articles as JSON Lines, one after another, however many."""

from collections.abc import Iterator
from contextlib import contextmanager

from crisis_reader.article import Article
from crisis_reader.cli.options import FINE, INCOMPLETE, Options
from crisis_reader.cli.output import put, tell
from crisis_reader.cli.pool import open_library
from crisis_reader.cli.selection import select
from crisis_reader.errors import Problem
from crisis_reader.reports.article_lines import article_line


def export(options: Options) -> int:
    """Print articles as JSON Lines; without names the whole library, read as it is printed."""
    with _articles(options) as (articles, problems):
        for article in articles:
            put(article_line(article))
    return INCOMPLETE if tell(problems) else FINE


@contextmanager
def _articles(options: Options) -> Iterator[tuple[Iterator[Article], tuple[Problem, ...]]]:
    library = None if options.names or options.pool else open_library(options)
    if library is None:
        chosen = select(options)
        yield iter(chosen.articles), chosen.problems
        return
    with library:
        yield iter(library.articles), ()
