"""Where the words of a command line are looked up: the library, the samples, or sources named.

Ids are looked up in the sources named with ``--from``, else in the reader's library once it has
sources, else in the samples: what is in one is never mixed with what is in another.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.errors import CrisisReaderError, Problem, UsageError
from crisis_reader.reports.listing import key_of_id, short_ids_among
from crisis_reader.sources import Limits, bundled_articles, open_sources

if TYPE_CHECKING:
    from crisis_reader.cli.options import Options
    from crisis_reader.library import Library, Stories, StoryAccount

_MOST_GROUPED = 1_000
"""Articles; grouping them takes about a second."""

_ALIKE = 6
"""Articles most like one that are aligned with it, as on the screen, to see which shares most."""

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


class Pool:
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

    def __enter__(self) -> "Pool":
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

    def newest_pair(self) -> Selection:
        """The newest article whose event another account tells of, and the closest to it.

        Raises:
            UsageError: If there is no such pair.
        """
        stories = self._stories()
        newest = None if stories is None else stories.newest_told_twice()
        if newest is None:
            why = "no two of these articles are known to tell of one event"
            if stories is None:
                why = (
                    f"{len(self._ids):,} articles are too many to look for two that belong together"
                )
            raise UsageError(f"{why}; name those to compare: 'crisis-reader list' shows their ids")
        one = self._by_id(newest)
        articles = (one, *self.closest(one))
        return Selection(articles=articles, problems=self.problems, places=self.places)

    def closest(self, article: Article) -> tuple[Article, ...]:
        """The article closest to one: of those most alike the one that shares most passages.

        None where none is known.
        """
        from crisis_reader.alignment import align, prepare  # noqa: PLC0415 - only to compare

        stories = self._stories()
        close = () if stories is None else stories.closest(article.id)
        alike = [self._by_id(one.id) for one in close if not one.is_copy][:_ALIKE]
        if not alike:
            return ()
        own = prepare(article)
        other = max(alike, key=lambda its: len(align(own, its).shown()))
        self._tell_pair(article.id, other.id)
        return (other,)

    def _tell_pair(self, one: str, other: str) -> None:
        short = short_ids_among((one, other), self._ids)
        names = [
            f"'{self._by_id(id_).title}' ({key})"
            for id_, key in zip((one, other), short, strict=True)
        ]
        message = (
            f"{names[0]} is compared with the closest to it, {names[1]}; name two or more articles "
            "for others: 'crisis-reader list' shows their ids"
        )
        self.problems += (Problem(source="comparison", message=message, lost=False),)

    def _stories(self) -> "Stories | None":
        """The stories of the library, or of what was read; None where that is too much."""
        self._read()
        if self._library is not None:
            return self._grouped()
        if len(self._articles or ()) > _MOST_GROUPED:
            return None
        from crisis_reader.library import stories_of  # noqa: PLC0415 - few commands ask

        return stories_of(self._articles or ())

    def _by_id(self, id_: str) -> Article:
        if self._library is not None:
            return self._library.articles.article(id_)
        return next(a for a in self._articles or () if a.id == id_)

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
        return None if id_ is None else self._by_id(id_)

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
