"""The places a reader has added, and taking them off again."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from crisis_reader.errors import UsageError
from crisis_reader.library.articles.articles import Articles
from crisis_reader.library.articles.identity import is_sample_path, source_address
from crisis_reader.library.articles.records import Source, SourceKind
from crisis_reader.library.file.database import Database, unpacked
from crisis_reader.library.file.moments import moment_of, read_moment, read_moment_or_none
from crisis_reader.library.file.stamp import put_stamp

_AT_ONCE = 200
"""Texts cleared away in one transaction: less than a tenth of a second."""


def stamps_of(number: int) -> str:
    """The setting that holds the files of a source as they were when read; goes with the source."""
    return f"files of source {number}"


def never() -> bool:
    """Not cancelled."""
    return False


class Sources:
    """Sources by number; each once."""

    def __init__(
        self, database: Database, articles: Articles, *, takes_samples: bool = False
    ) -> None:
        self._database = database
        self._articles = articles
        self._takes_samples = takes_samples

    def add(
        self, address: str, kind: SourceKind, *, title: str | None = None, now: datetime
    ) -> Source:
        """Add a place; one that is there already is given back as it is.

        Raises:
            UsageError: If it is empty, or the samples that come with the program.
            LibraryError: If it can't be kept.
        """
        where = source_address(address)
        if is_sample_path(where) and not self._takes_samples:
            raise UsageError(
                "the samples are kept apart from the library; open them with: crisis-reader samples"
            )
        with self._database.writing():
            self._database.run(
                "INSERT INTO source (address, kind, title, added) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (address) DO NOTHING",
                (where, kind.value, title, moment_of(now)),
            )
        return self.source(where)

    def source(self, address: str) -> Source:
        """The source at this place.

        Raises:
            UsageError: If it was not added.
        """
        where = source_address(address)
        row = self._database.row(f"{_SELECT} WHERE s.address = ?", (where,))
        if row is None:
            raise UsageError(f"{where} is not among the sources; sources shows them all")
        return _source(row)

    def any(self) -> bool:
        """Whether there is any source."""
        return self._database.row("SELECT 1 FROM source LIMIT 1") is not None

    def all(self) -> tuple[Source, ...]:
        """The sources in the order added."""
        return tuple(map(_source, self._database.rows(f"{_SELECT} ORDER BY s.number")))

    def holding(self, id: str) -> tuple[Source, ...]:  # noqa: A002 - the field's own name
        """The sources that an article is from, in the order added."""
        rows = self._database.rows(
            f"{_SELECT} JOIN holding h ON h.source = s.number JOIN article a"
            " ON a.number = h.article WHERE a.id = ? ORDER BY s.number",
            (id,),
        )
        return tuple(map(_source, rows))

    def settled(
        self, source: Source, address: str, kind: SourceKind, *, title: str | None
    ) -> Source:
        """Keep what a source turned out to be when it was read.

        Returns:
            The source; where its address turned out to be that of another one, that one.
        """
        where = source_address(address)
        with self._database.writing():
            other = self._database.row(
                "SELECT number FROM source WHERE address = ? AND number <> ?",
                (where, source.number),
            )
            if other is not None:
                self._database.run("DELETE FROM holding WHERE source = ?", (source.number,))
                self._database.run("DELETE FROM source WHERE number = ?", (source.number,))
            else:
                self._database.run(
                    "UPDATE source SET address = ?, kind = ?, title = coalesce(?, title)"
                    " WHERE number = ?",
                    (where, kind.value, title, source.number),
                )
        return self.source(where)

    def refreshed(
        self, source: Source, *, title: str | None = None, problem: str | None = None, now: datetime
    ) -> None:
        """Keep that a source was read to its end, and what was wrong with it, if anything."""
        with self._database.writing():
            self._database.run(
                "UPDATE source SET refreshed = ?, problem = ?, title = coalesce(?, title)"
                " WHERE number = ?",
                (moment_of(now), problem, title, source.number),
            )

    def remove(self, source: Source) -> int:
        """Take a source and the articles that no other source has off the shelf; how many.

        What the reader noted on them stays, and is there again when they come back. It is done in
        one step; ``clear_leftovers`` frees the room that their texts take.
        """
        own = (
            "SELECT article FROM holding WHERE source = ? EXCEPT"
            " SELECT article FROM holding WHERE source <> ?"
        )
        both = (source.number, source.number)
        with self._database.writing():
            self._database.run(f"INSERT OR IGNORE INTO leftover {own}", both)
            gone = self._database.run(f"DELETE FROM article WHERE number IN ({own})", both).rowcount  # noqa: S608 - no value in it
            self._database.run("DELETE FROM holding WHERE source = ?", (source.number,))
            put_stamp(self._database)
            self._database.run("DELETE FROM source WHERE number = ?", (source.number,))
            self._database.run("DELETE FROM setting WHERE name = ?", (stamps_of(source.number),))
        return gone

    def clear_leftovers(self, *, cancelled: Callable[[], bool] = never) -> None:
        """Free the room of texts that were taken off the shelf, some hundreds at a time.

        About as slow as importing them was: a job for a worker. What is left by then is cleared
        bit by bit with every import.
        """
        while not cancelled() and self._articles.has_leftovers():
            with self._database.writing():
                self._articles.clear_leftovers(_AT_ONCE)


_SELECT = (
    "SELECT s.*, (SELECT count(*) FROM holding h WHERE h.source = s.number) AS articles"
    " FROM source s"
)


def _source(row: sqlite3.Row) -> Source:
    return Source(
        number=row["number"],
        address=unpacked(row["address"]),
        kind=SourceKind(row["kind"]),
        title=None if row["title"] is None else unpacked(row["title"]),
        added=read_moment(row["added"]),
        refreshed=read_moment_or_none(row["refreshed"]),
        problem=row["problem"],
        articles=row["articles"],
    )
