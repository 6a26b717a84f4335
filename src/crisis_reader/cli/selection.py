"""What the words of a command line stand for: files, folders, or articles by their short ids."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from crisis_reader.article import Article
from crisis_reader.errors import Problem, UsageError
from crisis_reader.reports.listing import full_key
from crisis_reader.sources import Loaded, bundled_articles, distinct, open_source, open_sources


def select(names: Sequence[str], pool: Sequence[str] = ()) -> Loaded:
    """The articles that ``names`` stand for, in their order, each once.

    Args:
        names: Paths, or ids as ``crisis-reader list`` shows them (their beginnings suffice), or
            names of files of the pool with or without their ending. All samples where empty.
        pool: Sources in which ids are looked up; the samples where empty.

    Raises:
        UsageError: If a name is neither a path nor an id, or the beginning of several.
    """
    if not names:
        return open_sources(pool or (bundled_articles(),))
    known: Loaded | None = None
    articles: list[Article] = []
    problems: list[Problem] = []
    for name in names:
        if not _is_path(name):
            known = known or open_sources(pool or (bundled_articles(),))
            if found := _by_id(name, known.articles):
                articles.append(found)
                continue
            if not _is_like_path(name):
                raise UsageError(_unknown(name))
        opened = open_source(name)
        articles += opened.articles
        problems += opened.problems
    if known:
        problems += known.problems
    return Loaded(articles=distinct(articles), problems=tuple(dict.fromkeys(problems)))


def _is_path(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):  # a name longer than the system allows, or with a NUL in it
        return False


def _is_like_path(name: str) -> bool:
    """Whether someone who typed this meant a file: then opening it says what is wrong with it."""
    return "/" in name or "\\" in name or bool(PurePath(name).suffix)


def _by_id(name: str, articles: Sequence[Article]) -> Article | None:
    for article in articles:
        if name in (article.id, PurePath(article.id).stem):
            return article
    matching = [a for a in articles if name and full_key(a).startswith(name.lower())]
    if len(matching) > 1:
        raise UsageError(f"{len(matching)} articles have ids that begin with '{name}'; give more")
    return matching[0] if matching else None


def _unknown(name: str) -> str:
    return (
        f"'{name}' is neither a file or folder nor the id of an article; "
        "'crisis-reader list' shows the ids of the samples, 'crisis-reader list SOURCE' those of "
        "your own, which are then looked up with '--from SOURCE'"
    )
