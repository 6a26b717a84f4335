"""What was read and how far, for every article ever opened, whether or not it is on the shelf."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from crisis_reader.article import Article
from crisis_reader.library.articles.identity import key_of
from crisis_reader.library.file.database import Database, packed, unpacked
from crisis_reader.library.file.moments import moment_of, read_moment_or_none
from crisis_reader.library.file.stamp import put_stamp
from crisis_reader.library.marks.records import ReadState
from crisis_reader.library.marks.relocating import AROUND, passage_at, relocate
from crisis_reader.text.spans import Span

_READ = ("read", "read_version")
_PLACE = ("place_version", "start", "quote", "before", "after")


class Reading:
    """Read state and positions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, article: Article) -> ReadState:
        """How far the reader is with this article, in the text at hand."""
        row = self._database.row("SELECT * FROM reading WHERE article = ?", (key_of(article),))
        if row is None:
            return ReadState()
        return ReadState(
            read=read_moment_or_none(row["read"]),
            changed=row["read"] is not None and row["read_version"] != article.version,
            position=_position(article, row),
        )

    def set_read(self, articles: Iterable[Article], *, read: bool = True, now: datetime) -> None:
        """Mark articles as read, or as unread, all at once."""
        when = moment_of(now) if read else None
        with self._database.writing():
            put_stamp(self._database)
            for article in articles:
                key = key_of(article)
                self._database.run(
                    "INSERT INTO reading (article, read, read_version) VALUES (?, ?, ?)"
                    " ON CONFLICT (article) DO UPDATE"
                    " SET read = excluded.read, read_version = excluded.read_version",
                    (key, when, article.version),
                )
                self._database.run(
                    "UPDATE article SET is_read = ? WHERE key = ? AND is_read <> ?",
                    (read, key, read),
                )

    def set_position(self, article: Article, offset: int) -> None:
        """Keep the place where the reader is: an offset in the text, moved into it if outside."""
        start = min(max(0, offset), len(article.text))
        # What follows is what the reader is about to read: it finds the place in a changed text.
        passage = passage_at(article.text, Span(start, min(start + AROUND, len(article.text))))
        with self._database.writing():
            self._database.run(
                "INSERT INTO reading (article, place_version, start, quote, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article) DO UPDATE"
                " SET place_version = excluded.place_version, start = excluded.start,"
                " quote = excluded.quote, before = excluded.before, after = excluded.after",
                (
                    *(key_of(article), article.version, start),
                    *(packed(passage.quote), packed(passage.before), packed(passage.after)),
                ),
            )

    def take_over(self, other: "Reading") -> None:
        """Know what another library knows of what was read and how far."""
        names = ("article", *_READ, *_PLACE)
        known = other._database.rows(f"SELECT {', '.join(names)} FROM reading")  # noqa: S608, SLF001 - no value in it; one of our own kind
        with self._database.writing():
            put_stamp(self._database)
            for row in known:
                self._database.run(
                    f"INSERT OR REPLACE INTO reading ({', '.join(names)})"  # noqa: S608 - no value in it
                    f" VALUES ({', '.join('?' * len(names))})",
                    tuple(row),
                )
            self._database.run(
                "UPDATE article SET is_read = NOT is_read WHERE is_read <>"
                " EXISTS (SELECT 1 FROM reading r WHERE r.article = key AND r.read IS NOT NULL)"
            )


def _position(article: Article, row: sqlite3.Row) -> int | None:
    if row["start"] is None:
        return None
    if row["place_version"] == article.version:
        start: int = row["start"]
        return start
    quote, before, after = (unpacked(row[name]) for name in ("quote", "before", "after"))
    span = relocate(article.text, quote, before, after)
    return None if span is None else span.start
