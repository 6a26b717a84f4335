"""Notes, bookmarks and anchors: kept by article and passage, whether or not the article is here.

Nothing is dropped because a text changed: what no longer fits comes back without a span.
"""

import sqlite3
from datetime import datetime

from crisis_reader.article import Article
from crisis_reader.errors import UsageError
from crisis_reader.library.articles.identity import key_of
from crisis_reader.library.file.database import Database, packed, unpacked
from crisis_reader.library.file.moments import moment_of, read_moment
from crisis_reader.library.marks.records import Note, PinnedAnchor
from crisis_reader.library.marks.relocating import KeptPassage, passage_at, relocate
from crisis_reader.text.spans import Span


class Marks:
    """The reader's own marks on passages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Notes and bookmarks

    def add_note(self, article: Article, span: Span, words: str | None, *, now: datetime) -> Note:
        """Keep a note on a passage; a bookmark where ``words`` is None.

        Raises:
            UsageError: If the span lies outside the text.
            LibraryError: If it can't be kept.
        """
        _see_that_it_lies_within(article, span)
        passage, moment = passage_at(article.text, span), moment_of(now)
        with self._database.writing():
            number = self._database.run(
                "INSERT INTO note (article, article_id, article_title, version, start, quote,"
                " before, after, words, made, changed) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (
                    *(key_of(article), article.id, article.title, article.version, span.start),
                    *_packed(passage),
                    *(words, moment, moment),
                ),
            ).lastrowid
        return Note(
            number=number or 0,
            article_id=article.id,
            article_title=article.title,
            passage=passage,
            words=words,
            made=read_moment(moment),
            changed=read_moment(moment),
            span=span,
        )

    def change_note(self, number: int, words: str | None, *, now: datetime) -> None:
        """Put other words in a note.

        Raises:
            UsageError: If there is no such note.
        """
        with self._database.writing():
            done = self._database.run(
                "UPDATE note SET words = ?, changed = ? WHERE number = ?",
                (words, moment_of(now), number),
            )
            _see_that_it_was_there(done, f"note {number}")

    def remove_note(self, number: int) -> None:
        """Take a note or bookmark away.

        Raises:
            UsageError: If there is no such note.
        """
        with self._database.writing():
            done = self._database.run("DELETE FROM note WHERE number = ?", (number,))
            _see_that_it_was_there(done, f"note {number}")

    def notes(self, article: Article) -> tuple[Note, ...]:
        """The notes and bookmarks of an article in order of position, the lost ones last."""
        rows = self._database.rows(
            "SELECT * FROM note WHERE article = ? ORDER BY number", (key_of(article),)
        )
        found = [_note(row, _span(article, row, "")) for row in rows]
        return tuple(sorted(found, key=lambda n: (n.span is None, n.span or (0, 0), n.number)))

    def all_notes(self) -> tuple[Note, ...]:
        """Every note and bookmark in the order made, without looking for their places."""
        rows = self._database.rows("SELECT * FROM note ORDER BY number")
        return tuple(_note(row, None) for row in rows)

    # Anchors

    def add_anchor(
        self, left: Article, right: Article, spans: tuple[Span, Span], *, now: datetime
    ) -> PinnedAnchor:
        """Tie two passages together. On the disk when it returns.

        Raises:
            UsageError: If a span lies outside its text.
            LibraryError: If it can't be kept.
        """
        sides = ((left, spans[0]), (right, spans[1]))
        for article, span in sides:
            _see_that_it_lies_within(article, span)
        moment = moment_of(now)
        values = [
            (
                *(key_of(article), article.version, span.start),
                *_packed(passage_at(article.text, span)),
            )
            for article, span in (sides if _in_order(left, right) else sides[::-1])
        ]
        with self._database.writing():
            number = self._database.run(
                "INSERT INTO anchor (left_article, left_version, left_start, left_quote,"
                " left_before, left_after, right_article, right_version, right_start, right_quote,"
                " right_before, right_after, made) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (*values[0], *values[1], moment),
            ).lastrowid
        return PinnedAnchor(
            number=number or 0,
            left=passage_at(left.text, spans[0]),
            right=passage_at(right.text, spans[1]),
            spans=spans,
            made=read_moment(moment),
        )

    def remove_anchor(self, number: int) -> None:
        """Untie two passages.

        Raises:
            UsageError: If there is no such anchor.
        """
        with self._database.writing():
            done = self._database.run("DELETE FROM anchor WHERE number = ?", (number,))
            _see_that_it_was_there(done, f"anchor {number}")

    def anchors(self, left: Article, right: Article) -> tuple[PinnedAnchor, ...]:
        """The anchors between two articles in the order made, whichever was left when made."""
        straight = _in_order(left, right)
        one, other = (left, right) if straight else (right, left)
        rows = self._database.rows(
            "SELECT * FROM anchor WHERE left_article = ? AND right_article = ? ORDER BY number",
            (key_of(one), key_of(other)),
        )
        sides = ("left_", "right_") if straight else ("right_", "left_")
        return tuple(_anchor(row, left, right, sides) for row in rows)


def _see_that_it_lies_within(article: Article, span: Span) -> None:
    if not 0 <= span.start <= span.end <= len(article.text):
        raise UsageError(f"{span.start}-{span.end} lies outside the text; mark the passage again")


def _see_that_it_was_there(done: sqlite3.Cursor, what: str) -> None:
    if done.rowcount == 0:
        raise UsageError(f"there is no {what}; it may have been taken away elsewhere")


def _in_order(left: Article, right: Article) -> bool:
    return key_of(left) <= key_of(right)


def _packed(passage: KeptPassage) -> tuple[bytes, bytes, bytes]:
    return packed(passage.quote), packed(passage.before), packed(passage.after)


def _passage(row: sqlite3.Row, side: str) -> KeptPassage:
    return KeptPassage(
        quote=unpacked(row[side + "quote"]),
        before=unpacked(row[side + "before"]),
        after=unpacked(row[side + "after"]),
    )


def _span(article: Article, row: sqlite3.Row, side: str) -> Span | None:
    """Where a passage stands: in the very text it was marked in, where it was marked."""
    passage = _passage(row, side)
    if row[side + "version"] == article.version:
        start: int = row[side + "start"]
        return Span(start, start + len(passage.quote))
    return relocate(article.text, passage.quote, passage.before, passage.after)


def _note(row: sqlite3.Row, span: Span | None) -> Note:
    return Note(
        number=row["number"],
        article_id=unpacked(row["article_id"]),
        article_title=unpacked(row["article_title"]),
        passage=_passage(row, ""),
        words=None if row["words"] is None else unpacked(row["words"]),
        made=read_moment(row["made"]),
        changed=read_moment(row["changed"]),
        span=span,
    )


def _anchor(
    row: sqlite3.Row, left: Article, right: Article, sides: tuple[str, str]
) -> PinnedAnchor:
    one, other = _span(left, row, sides[0]), _span(right, row, sides[1])
    return PinnedAnchor(
        number=row["number"],
        left=_passage(row, sides[0]),
        right=_passage(row, sides[1]),
        spans=(one, other) if one and other else None,
        made=read_moment(row["made"]),
    )
