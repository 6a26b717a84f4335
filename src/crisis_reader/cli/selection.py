"""What the words of a command line stand for: files, folders, addresses, or articles by short ids.

Ids are looked up in the sources named with ``--from``, else in the reader's library once it has
sources, else in the samples: what is in one is never mixed with what is in another.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.errors import CrisisReaderError, Problem, UsageError
from crisis_reader.reports.listing import key_of_id
from crisis_reader.sources import Limits, bundled_articles, distinct, open_source, open_sources
from crisis_reader.sources.naming import STANDARD_INPUT

if TYPE_CHECKING:
    from crisis_reader.cli.options import Options
    from crisis_reader.library import Library, Stories, StoryAccount
    from crisis_reader.library.settings import Settings

_MOST_GROUPED = 1_000
"""Articles; grouping them takes about a second."""

Place = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The articles that a command is about."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[Place, ...] = ()
    """Where a reader's own files may lie beside them."""
    accounts: tuple["StoryAccount", ...] = ()
    """Texts that several articles of the library print, where they were asked for."""
    out_of: int | None = None
    """How many articles there are in all, where one story of the library was chosen."""


def select(options: "Options", *, newest_story: bool = False, accounts: bool = False) -> Selection:
    """The articles that the names of a command line stand for, in their order, each once.

    Names are paths, addresses, ``-``, ids as ``crisis-reader list`` shows them (their beginnings
    suffice), or names of files of the pool with or without their ending. Without names the whole
    pool is selected.

    Args:
        options: The command line.
        newest_story: Whether without names the newest story of the library is selected, if it has
            one of several articles; a notice says which.
        accounts: Whether to say which articles of the library are one account.

    Raises:
        UsageError: If a name is none of these, or the beginning of several ids.
        LibraryError: If the library can't be read.
    """
    settings = settings_of_reader()
    limits = settings.network or Limits()
    with _Pool(options, limits) as pool:
        if not options.names:
            told = pool.accounts() if accounts else ()
            everything = (pool.newest_story() if newest_story else None) or pool.everything()
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


def open_library(options: "Options") -> "Library | None":
    """The reader's library, if it has any source.

    Raises:
        LibraryError: If it can't be read.
    """
    from crisis_reader.library.file.place import library_path  # noqa: PLC0415 - not all need it

    path = library_path(options.data_dir)
    if not path.exists():
        return None
    from crisis_reader.library import Library  # noqa: PLC0415 - only where there is one

    library = Library.open(path)
    if library.sources.any():
        return library
    library.close()
    return None


class _Pool:
    """Where ids are looked up; read when something is looked up first."""

    def __init__(self, options: "Options", limits: Limits) -> None:
        self._options = options
        self._limits = limits
        self._library: Library | None = None
        self._articles: tuple[Article, ...] | None = None
        self._ids: tuple[str, ...] = ()
        self.was_asked = False
        self.problems: tuple[Problem, ...] = ()
        self.places: tuple[Place, ...] = tuple(options.pool)

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._library is not None:
            self._library.close()

    def everything(self) -> Selection:
        """All there is."""
        self._read()
        articles = tuple(self._library.articles) if self._library else self._articles
        return Selection(articles=articles or (), problems=self.problems, places=self.places)

    def newest_story(self) -> Selection | None:
        """The articles of the newest story; None where all are one, or none is.

        Where a day was asked for, of those that had begun by then.
        """
        stories = self._grouped()
        if self._library is None or stories is None:
            return None
        articles = self._library.articles
        asked = (self._options.as_of, self._options.known_by)
        by = min((day for day in asked if day is not None), default=None)
        story = stories.newest(by)
        if story is None or story.articles >= len(self._ids):
            return None
        problem = Problem(
            source="your library",
            message=f"this is its newest story of several articles, '{story.title}'; "
            "for another name its articles: 'crisis-reader search' finds their ids",
            lost=False,
        )
        return Selection(
            articles=tuple(articles.article(m.id) for m in stories.members(story.number)),
            problems=(*self.problems, problem),
            places=self.places,
            out_of=len(self._ids),
        )

    def accounts(self) -> tuple["StoryAccount", ...]:
        """The texts of the library that several articles print; none where there is no library."""
        stories = self._grouped()
        return () if stories is None else tuple(stories.repeated())

    def _grouped(self) -> "Stories | None":
        """The library's stories; what came since is grouped first, unless it would take long."""
        self._read()
        if self._library is None:
            return None
        stories = self._library.stories
        if not self._library.read_only and 0 < stories.waiting() <= _MOST_GROUPED:
            with suppress(CrisisReaderError):  # on a full disk what was grouped before is shown
                stories.group()
        if left := stories.waiting():
            message = (
                f"{left:,} of its articles are in no story yet, so that neither copies nor reports "
                "of one event are told among them; the screen groups them when it is open"
            )
            self.problems += (Problem(source="your library", message=message, lost=False),)
        return stories

    def article(self, name: str) -> Article | None:
        """The article of this id or name; None if there is none.

        Raises:
            UsageError: If it is the beginning of several ids.
        """
        self._read()
        self.was_asked = True
        id_ = _matching(name, self._ids)
        if id_ is None:
            return None
        if self._library is not None:
            return self._library.articles.article(id_)
        return next(a for a in self._articles or () if a.id == id_)

    def _read(self) -> None:
        if self._library is not None or self._articles is not None:
            return
        if not self._options.pool:
            self._library = open_library(self._options)
        if self._library is not None:
            self._ids = self._library.articles.ids()
            self.places = tuple(
                s.address for s in self._library.sources.all() if s.kind.value in ("file", "folder")
            )
            return
        self.places = self.places or (bundled_articles(),)
        loaded = open_sources(self.places, limits=self._limits)
        self._articles, self.problems = loaded.articles, loaded.problems
        self._ids = tuple(article.id for article in loaded.articles)


def _matching(name: str, ids: Sequence[str]) -> str | None:
    for id_ in ids:
        if name in (id_, PurePath(id_).stem):
            return id_
    matching = [i for i in ids if name and key_of_id(i).startswith(name.lower())]
    if len(matching) > 1:
        raise UsageError(f"{len(matching)} articles have ids that begin with '{name}'; give more")
    return matching[0] if matching else None


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
