"""What the words of a command line stand for: files, folders, addresses, articles by short ids."""

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from crisis_reader.cli.pool import Pool, Selection
from crisis_reader.errors import Problem, UsageError
from crisis_reader.sources import Limits, distinct, open_source
from crisis_reader.sources.naming import STANDARD_INPUT

if TYPE_CHECKING:
    from crisis_reader.article import Article
    from crisis_reader.cli.options import Options
    from crisis_reader.library.settings import Settings


def select(
    options: "Options", *, newest_story: bool = False, pair: bool = False, accounts: bool = False
) -> Selection:
    """The articles that the names of a command line stand for, in their order, each once.

    Names are paths, addresses, ``-``, ids as ``crisis-reader list`` shows them (their beginnings
    suffice), or names of files of the pool with or without their ending. Without names the whole
    pool is selected.

    Args:
        options: The command line.
        newest_story: Whether without names the newest story of the library is selected, if it has
            one of several articles; a notice says which.
        pair: Whether without names the newest article is selected of which another account tells,
            with the closest to it, and one article by its name with its closest; a notice says so.
        accounts: Whether to say which articles of the library are one account.

    Raises:
        UsageError: If a name is none of these, or the beginning of several ids.
        LibraryError: If the library can't be read.
    """
    settings = settings_of_reader()
    limits = settings.network or Limits()
    with Pool(options, limits) as pool:
        if not options.names:
            told = pool.accounts() if accounts else ()
            chosen = pool.newest_pair() if pair else pool.newest_story() if newest_story else None
            everything = chosen or pool.everything()
            return replace(
                everything,
                problems=(*settings.problems, *everything.problems),
                accounts=told,
            )
        articles: list[Article] = []
        problems: list[Problem] = [*settings.problems]
        for name in options.names:
            if not _is_path(name) and (found := pool.article(name)):
                articles.append(found)
                continue
            if not _is_path(name) and not _is_like_path(name):
                raise UsageError(_unknown(name))
            opened = open_source(name, limits=limits)
            articles += opened.articles
            problems += opened.problems
        if pair and len(options.names) == len(articles) == 1 and pool.was_asked:
            articles += pool.closest(articles[0])
        told = pool.accounts() if accounts and pool.was_asked else ()
        problems += pool.problems
        places = (*options.names, *pool.places) if pool.was_asked else tuple(options.names)
        return Selection(
            articles=distinct(articles),
            problems=tuple(dict.fromkeys(problems)),
            places=places,
            accounts=told,
        )


def settings_of_reader() -> "Settings":
    """What the reader set; what can't be used of it is told, and costs no article."""
    from crisis_reader.library.settings import read_settings  # noqa: PLC0415 - not all need it

    settings = read_settings()
    notices = tuple(replace(problem, lost=False) for problem in settings.problems)
    return replace(settings, problems=notices)


def _is_path(name: str) -> bool:
    if name == STANDARD_INPUT:
        return True
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):  # a name longer than the system allows, or with a NUL in it
        return False


def _is_like_path(name: str) -> bool:
    """Whether someone who typed this meant a file: then opening it says what is wrong with it."""
    return "/" in name or "\\" in name or bool(PurePath(name).suffix)


def _unknown(name: str) -> str:
    return (
        f"'{name}' is neither a file, a folder or an address nor the id of an article; "
        "'crisis-reader list' shows the ids of your library, or of the samples while it is empty, "
        "'crisis-reader list SOURCE' those of a source, which are then looked up with "
        "'--from SOURCE'"
    )
