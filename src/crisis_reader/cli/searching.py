"""The command that searches: the reader's library, else the samples, or the sources named."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from crisis_reader.cli.options import FINE, INCOMPLETE, Options
from crisis_reader.cli.output import put, tell
from crisis_reader.cli.pool import open_library
from crisis_reader.cli.selection import settings_of_reader
from crisis_reader.errors import Problem
from crisis_reader.library import Library, add_source, parse_query, refresh
from crisis_reader.reports.json_parts import dumped
from crisis_reader.reports.search import search_json, search_text
from crisis_reader.sources import bundled_articles


def search(options: Options) -> int:
    """Find articles by words, phrases and fields; best first, each with where it was found."""
    typed = " ".join(options.query)
    query = parse_query(typed, complete=True)
    problems = [Problem(source="query", message=remark, lost=False) for remark in query.remarks]
    with _searched(options, problems) as library:
        hits = library.search(query, limit=options.limit)
        ids = library.articles.ids()
    if options.form == "json":
        put(dumped(search_json(typed, hits, ids, problems)))
    else:
        put(search_text(hits, ids))
    if not hits:
        message = "nothing was found; fewer or shorter words find more"
        problems.append(Problem(source="query", message=message, lost=False))
    return INCOMPLETE if tell(problems) else FINE


@contextmanager
def _searched(options: Options, problems: list[Problem]) -> Iterator[Library]:
    """What is searched; problems of reading it are added."""
    settings = settings_of_reader()
    problems += settings.problems
    kept = None if options.pool else open_library(options)
    if kept is not None:
        with kept:
            problems += kept.notices
            yield kept
        return
    places: Sequence[str] = options.pool or [str(bundled_articles())]
    now = datetime.now(UTC)
    with Library.passing() as passing:
        for place in places:
            add_source(passing, place, now=now)
        problems += refresh(passing, now=now, limits=settings.network).problems
        yield passing
