"""Stories: the articles of the library by the event they tell of, and what stands closest to one.

Grouping is work for a process (``process``); what is asked here is read from the disk in
milliseconds and never waits for it. An article that is not grouped yet is in no story.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.library.articles.articles import Articles
from crisis_reader.library.articles.sources import never
from crisis_reader.library.file.database import Database, unpacked
from crisis_reader.library.search.index import SearchIndex
from crisis_reader.library.search.vocabulary import Vocabulary
from crisis_reader.library.stories.records import (
    Close,
    GroupingReport,
    Story,
    StoryAccount,
    StoryMember,
    StoryRows,
)
from crisis_reader.library.stories.rows import day_of, heads_of, rows_of, text_of

if TYPE_CHECKING:
    from crisis_reader.library.stories.likeness import TermCounts
    from crisis_reader.library.stories.store import StoryStore

_CLOSEST = 10
_NEAR = 40
"""Articles closest to one that come first of its story, however many are asked for: of more asked
for none is lost that was given of fewer."""
_AT_ONCE = 500
"""Stories asked for in one statement; older SQLites take 999 values."""
_NO_SOURCE = 0


def stories_of(articles: Iterable[Article]) -> "Stories":
    """The stories of articles that are in no library: the samples, or sources just opened.

    Grouped at once, in memory: about a millisecond an article, so not for thousands at a key press.
    """
    database = Database.open(None)
    shelf = Articles(database, SearchIndex(database), Vocabulary(database))
    with database.writing():
        for article in articles:
            shelf.put(article, _NO_SOURCE, moment="")
    stories = Stories(database)
    stories.group()
    return stories


class Stories:
    """The stories of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counted: tuple[int, TermCounts] | None = None
        """At which turn of the store terms were counted, and their counts: 1 MB, 15 ms to read."""

    @cached_property
    def _store(self) -> "StoryStore":
        from crisis_reader.library.stories.store import StoryStore  # noqa: PLC0415 - a list needs none

        return StoryStore(self._database)

    def waiting(self) -> int:
        """How many articles are still to be grouped: new ones, and those that have changed."""
        return self._store.waiting()

    def group(
        self,
        *,
        progress: Callable[[GroupingReport], None] = lambda _: None,
        cancelled: Callable[[], bool] = never,
    ) -> GroupingReport:
        """Group all articles that are still to be grouped; in an app, in another process.

        Args:
            progress: Called after each few hundred articles that are on the disk.
            cancelled: Asked as often; True ends it, what was grouped until then kept.

        Raises:
            LibraryError: If the disk refuses; what was reported before is kept.
        """
        from crisis_reader.library.stories.grouping import Grouping  # noqa: PLC0415 - the same

        return Grouping(self._store).run(progress, cancelled)

    def count(self, *, several: bool = True) -> int:
        """How many stories there are; ``several`` leaves out those of a single article."""
        row = self._database.row(f"SELECT count(*) FROM story WHERE {_WHICH[several]}")  # noqa: S608 - no value in it
        return 0 if row is None else int(row[0])

    def page(self, offset: int, count: int, *, several: bool = True) -> tuple[Story, ...]:
        """Stories from ``offset``, 0-based, at most so many; the newest article's first."""
        rows = self._database.rows(
            f"{_SELECT} WHERE {_WHICH[several]} ORDER BY s.newest DESC, s.number DESC"
            " LIMIT ? OFFSET ?",
            (max(0, count), max(0, offset)),
        )
        return tuple(map(_story, rows))

    def newest(self, by: date | None = None) -> Story | None:
        """The story of several articles with the newest one; of those that had begun by a day."""
        row = self._database.row(
            f"{_SELECT} WHERE {_WHICH[True]} AND (? IS NULL OR s.first IS NULL OR s.first <= ?)"
            " ORDER BY s.newest DESC, s.number DESC LIMIT 1",
            (day := by.isoformat() if by else None, day),
        )
        return None if row is None else _story(row)

    def newest_told_twice(self) -> str | None:
        """Id of the newest article whose event another account tells of, too; None without one."""
        stories = self._database.rows(
            f"{_SELECT} WHERE {_WHICH[True]} AND accounts > 1"
            " ORDER BY s.newest DESC, s.number DESC LIMIT ?",
            (_CLOSEST,),
        )
        for story in map(_story, stories):
            members = self.members(story.number)
            for one in sorted(members, key=lambda m: m.published or date.min, reverse=True):
                if any(c.same_story and not c.is_copy for c in self.closest(one.id)):
                    return one.id
        return None

    def story(self, number: int) -> Story | None:
        """The story of this number, or the one it has become part of; None if there is none."""
        row = self._database.row(
            f"{_SELECT} WHERE s.number = (SELECT coalesce(h.heir, h.number) FROM story h"  # noqa: S608 - no value in it
            " WHERE h.number = ?)",
            (number,),
        )
        return None if row is None else _story(row)

    def of(self, id: str) -> Story | None:  # noqa: A002 - the field's own name
        """The story of an article; None while it is not grouped."""
        row = self._database.row(
            "SELECT k.story FROM sketch k JOIN article a ON a.number = k.article WHERE a.id = ?",
            (id,),
        )
        return None if row is None or row["story"] is None else self.story(row["story"])

    def members(self, number: int) -> tuple[StoryMember, ...]:
        """The articles of a story by day, undated ones last, each account's first one leading."""
        rows = self._store.told([number])
        heads = heads_of(rows)
        ids = {row["number"]: unpacked(row["id"]) for row in rows}
        places: dict[int, int] = {}
        return tuple(
            StoryMember(
                id=ids[row["number"]],
                number=row["number"],
                published=day_of(row["day"]),
                title=unpacked(row["title"]),
                title_is_made=bool(row["title_is_made"]),
                outlet=text_of(row["outlet"]),
                agency=text_of(row["agency"]),
                account=places.setdefault(head := heads[row["number"]], len(places)),
                copy_of=None if head == row["number"] else ids[head],
            )
            for row in rows
        )

    def foremost(
        self, number: int, *, most: int, near: str | None = None
    ) -> tuple[StoryMember, ...]:
        """The articles of a story that matter most, at most so many, by day as ``members``.

        Args:
            number: Of the story.
            most: How many are wanted; a smaller story is given whole.
            near: Id of an article of it: the closest ones to it come with the newest.
        """
        from crisis_reader.library.stories.foremost import foremost  # noqa: PLC0415 - few ask

        members = self.members(number)
        is_cut = near is not None and len(members) > most
        close = [one.id for one in self.closest(near, limit=_NEAR)] if near and is_cut else []
        return foremost(members, most=most, near=near, close=close)

    def shown(self, offset: int, count: int, *, several: bool = True) -> tuple[StoryRows, ...]:
        """Stories with their accounts, as ``page`` orders them: all that a list of them draws."""
        stories = self.page(offset, count, several=several)
        return rows_of(stories, self._store.told([story.number for story in stories]))

    def repeated(self) -> Iterator[StoryAccount]:
        """Every account that stands in several articles."""
        for offset in range(0, self.count(), _AT_ONCE):
            for rows in self.shown(offset, _AT_ONCE):
                yield from (account for account in rows.accounts if account.others)

    def scope(self, id: str, *, most: int | None = None) -> tuple[str, ...]:  # noqa: A002 - the field's own name
        """The articles a line of succession for this one is drawn from: its story's, by day.

        The article alone while it is not grouped; with ``most`` those that matter most.
        """
        story = self.of(id)
        if story is None:
            return (id,)
        most = story.articles if most is None else most
        return tuple(m.id for m in self.foremost(story.number, most=most, near=id))

    def closest(self, id: str, *, limit: int = _CLOSEST) -> tuple[Close, ...]:  # noqa: A002 - the field's own name
        """The articles that most surely tell of the same as this one, best first.

        Copies of its own text, with which there is nothing to compare, come after all that are as
        sure as articles of one story; the less sure come last. Empty for an article that is not on
        the shelf or not grouped yet.
        """
        from crisis_reader.library.stories.grouping import JOIN, Grouping  # noqa: PLC0415 - the same

        row = self._database.row("SELECT number FROM article WHERE id = ?", (id,))
        one = next(self._store.sketched([row["number"]]), None) if row else None
        if one is None:
            return ()
        near = Grouping(self._store, self._counts()).near(one, most=3 * limit)
        numbers = [n.one.number for n in near]
        ids = {
            number: unpacked(other)
            for number, other in self._database.rows(
                f"SELECT number, id FROM article WHERE number IN ({', '.join('?' * len(numbers))})",  # noqa: S608 - no value in it
                numbers,
            )
        }
        found = [
            Close(
                id=ids[n.one.number],
                number=n.one.number,
                score=n.score,
                same_story=n.one.story is not None and n.one.story == one.story,
                is_copy=n.copied,
            )
            for n in near
            if n.one.number in ids
        ]
        found.sort(key=lambda close: (close.score < JOIN, close.is_copy))
        return tuple(found[:limit])

    def _counts(self) -> "TermCounts":
        turn = self._store.turn()
        if self._counted is None or self._counted[0] != turn:
            self._counted = (turn, self._store.counts())
        return self._counted[1]


_WHICH = {True: "heir IS NULL AND articles > 1", False: "heir IS NULL AND articles > 0"}
_SELECT = (
    "SELECT s.*, a.id, a.title, a.title_is_made FROM story s JOIN article a"
    " ON a.number = s.title_from"
)


def _story(row: sqlite3.Row) -> Story:
    return Story(
        number=row["number"],
        title=unpacked(row["title"]),
        title_is_made=bool(row["title_is_made"]),
        title_from=unpacked(row["id"]),
        articles=row["articles"],
        accounts=row["accounts"],
        outlets=row["outlets"],
        copies=row["copies"],
        agency=text_of(row["agency"]),
        first=day_of(row["first"]),
        newest=day_of(row["newest"]),
    )
