"""The articles on the shelf: which is which, their versions, and putting one in.

Same address, or same text and outlet: one article. Same text from another outlet: two. Another
text: a new version, kept beside the old. Nothing here opens a file or an address.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from crisis_reader.article import Article
from crisis_reader.errors import UsageError
from crisis_reader.library.articles.identity import address_of, key_of, place_of
from crisis_reader.library.articles.records import Source, Version
from crisis_reader.library.file.database import Database, packed, unpacked
from crisis_reader.library.file.moments import read_moment
from crisis_reader.library.file.packing import pack_article, unpack_article
from crisis_reader.library.search.index import SearchIndex, indexed
from crisis_reader.library.search.query import folded_words
from crisis_reader.library.search.vocabulary import Vocabulary

_AT_ONCE = 200
"""Articles held in memory while all are read in turn."""


class Outcome(Enum):
    """What putting an article on the shelf came to."""

    NEW = 1
    COPY = 2
    """New, and another outlet had this very text before."""
    CHANGED = 3
    UNCHANGED = 4


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that was dealt with."""

    number: int
    id: str
    """As the shelf knows it; another than it came with where that one was taken."""
    outcome: Outcome


class Articles:
    """Articles and their versions."""

    def __init__(self, database: Database, index: SearchIndex, vocabulary: Vocabulary) -> None:
        self._database = database
        self._index = index
        self._vocabulary = vocabulary

    # Reading back

    def article(self, id: str, version: int | None = None) -> Article:  # noqa: A002 - the field's own name
        """An article as it was read; its current text unless a version's number is given.

        Raises:
            UsageError: If there is no such article or version on the shelf.
        """
        row = self._database.row(
            "SELECT a.id, v.version, v.record, v.text FROM article a JOIN version v"
            " ON v.article = a.number AND v.number = coalesce(?, a.versions) WHERE a.id = ?",
            (version, id),
        )
        if row is None:
            which = "" if version is None else f" with a version {version}"
            raise UsageError(f"no article {id!r}{which} is in the library; list shows them all")
        return _article(row)

    def numbered(self, number: int) -> Article | None:
        """The article of this number with its current text; None if it is no longer here."""
        row = self._database.row(
            "SELECT a.id, v.version, v.record, v.text FROM article a JOIN version v"
            " ON v.article = a.number AND v.number = a.versions WHERE a.number = ?",
            (number,),
        )
        return None if row is None else _article(row)

    def versions(self, id: str) -> tuple[Version, ...]:  # noqa: A002 - the field's own name
        """The texts an article has had, the first one first; empty for one that is not here."""
        rows = self._database.rows(
            "SELECT v.number, v.version, v.seen FROM version v JOIN article a"
            " ON a.number = v.article WHERE a.id = ? ORDER BY v.number",
            (id,),
        )
        return tuple(
            Version(number=number, version=version, seen=read_moment(seen))
            for number, version, seen in rows
        )

    def copies(self, id: str) -> tuple[str, ...]:  # noqa: A002 - the field's own name
        """Ids of the other articles with the same text, in order of arrival."""
        rows = self._database.rows(
            "SELECT b.id FROM article a JOIN article b"
            " ON b.version = a.version AND b.number <> a.number WHERE a.id = ? ORDER BY b.number",
            (id,),
        )
        return tuple(unpacked(other) for (other,) in rows)

    def ids(self) -> tuple[str, ...]:
        """The ids of all articles in order of arrival."""
        return tuple(
            unpacked(id_)
            for (id_,) in self._database.rows("SELECT id FROM article ORDER BY number")
        )

    def summaries(self, source: Source) -> tuple[str, ...]:
        """Ids of the source's articles that are summaries only, in order of arrival."""
        rows = self._database.rows(
            "SELECT a.id FROM article a JOIN holding h ON h.article = a.number"
            " WHERE h.source = ? AND a.summary_only ORDER BY a.number",
            (source.number,),
        )
        return tuple(unpacked(id_) for (id_,) in rows)

    def __iter__(self) -> Iterator[Article]:
        """Every article with its current text in order of arrival, a few in memory at a time."""
        last = 0
        while rows := self._database.rows(
            "SELECT a.number, a.id, v.version, v.record, v.text FROM article a JOIN version v"
            " ON v.article = a.number AND v.number = a.versions"
            " WHERE a.number > ? ORDER BY a.number LIMIT ?",
            (last, _AT_ONCE),
        ):
            yield from map(_article, rows)
            last = rows[-1]["number"]

    def __len__(self) -> int:
        """How many articles are on the shelf."""
        row = self._database.row("SELECT count(*) FROM article")
        return 0 if row is None else int(row[0])

    # Putting in: called within a transaction

    def put(self, article: Article, source: int, *, moment: str) -> Stored:
        """Put one article on the shelf; within a transaction."""
        row = self._known(article)
        if row is None:
            stored = self._add(article, moment)
        elif row["version"] == article.version:
            self._correct(row, article)
            stored = Stored(row["number"], unpacked(row["id"]), Outcome.UNCHANGED)
        elif self._is_news(row, article):
            self._change(row, article, moment)
            stored = Stored(row["number"], unpacked(row["id"]), Outcome.CHANGED)
        else:
            stored = Stored(row["number"], unpacked(row["id"]), Outcome.UNCHANGED)
        self._database.run(
            "INSERT OR IGNORE INTO holding (source, article) VALUES (?, ?)", (source, stored.number)
        )
        return stored

    def _known(self, article: Article) -> sqlite3.Row | None:
        """The row of the same article: same key, else same text and outlet.

        A summary with an address is its own: "Follow our live coverage" stands in many a feed.
        """
        row = self._database.row("SELECT * FROM article WHERE key = ?", (key_of(article),))
        if row is None and not (article.summary_only and address_of(article)):
            row = self._database.row(
                "SELECT * FROM article WHERE version = ? AND outlet IS ? AND NOT summary_only"
                " ORDER BY number LIMIT 1",
                (article.version, article.outlet),
            )
        return row

    def _is_news(self, row: sqlite3.Row, article: Article) -> bool:
        """Whether another text is a new version, and not an older reading from somewhere else.

        A summary never replaces the full text. A text that is known from another place (two feeds
        with one entry) is news only if this place showed something else last.
        """
        if article.summary_only and not row["summary_only"]:
            return False
        readings = self._database.rows(
            "SELECT version, place FROM version WHERE article = ? ORDER BY number DESC",
            (row["number"],),
        )
        place = place_of(article)
        here = next((r["version"] for r in readings if unpacked(r["place"]) == place), None)
        if here is not None:
            return bool(here != article.version)
        return all(r["version"] != article.version for r in readings)

    def _add(self, article: Article, moment: str) -> Stored:
        known_text = self._database.row(
            "SELECT 1 FROM article WHERE version = ? LIMIT 1", (article.version,)
        )
        key = key_of(article)
        id_ = self._free_id(article, key)
        was_read = self._database.row("SELECT read FROM reading WHERE article = ?", (key,))
        number = self._database.run(
            "INSERT INTO article (id, key, version, versions, title, title_is_made, title_folded,"
            " outlet, outlet_folded, agency, day, language, words, summary_only, is_read, added,"
            " changed) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(id_, key, article.version),
                *_listed(article),
                *(was_read is not None and was_read["read"] is not None, moment, moment),
            ),
        ).lastrowid
        if number is None:  # pragma: no cover - an insertion always has a number
            raise UsageError("the article could not be put in")
        self._write_version(number, 1, article, moment)
        self._write_words(number, article)
        return Stored(number, id_, Outcome.COPY if known_text else Outcome.NEW)

    def _free_id(self, article: Article, key: str) -> str:
        """The article's own id; its key where another article has that id."""
        candidate, count = article.id, 1
        while self._database.row("SELECT 1 FROM article WHERE id = ?", (candidate,)):
            candidate = key if count == 1 else f"{key} ({count})"
            count += 1
        return candidate

    def _change(self, row: sqlite3.Row, article: Article, moment: str) -> None:
        """Put in a new version; the older ones stay."""
        number, versions = row["number"], row["versions"] + 1
        self._take_words(number)
        self._write_version(number, versions, article, moment)
        self._write_row(number, article)
        self._database.run(
            "UPDATE article SET version = ?, versions = ?, changed = ? WHERE number = ?",
            (article.version, versions, moment, number),
        )
        self._write_words(number, article)

    def _correct(self, row: sqlite3.Row, article: Article) -> None:
        """Take over what the same place now says of the same text: a day, an outlet, a title."""
        number, record = row["number"], pack_article(article)
        stored = self._database.row(
            "SELECT record, place FROM version WHERE article = ? AND number = ?",
            (number, row["versions"]),
        )
        if (
            stored is None
            or unpacked(stored["place"]) != place_of(article)
            or stored["record"] == record
        ):
            return
        self._take_words(number)
        self._database.run(
            "UPDATE version SET record = ? WHERE article = ? AND number = ?",
            (record, number, row["versions"]),
        )
        self._write_row(number, article)
        self._write_words(number, article)

    def _write_version(self, number: int, version: int, article: Article, moment: str) -> None:
        self._database.run(
            "INSERT INTO version (article, number, version, place, seen, record, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, version, article.version, place_of(article), moment),
                *(pack_article(article), packed(article.text)),
            ),
        )

    def _write_row(self, number: int, article: Article) -> None:
        self._database.run(
            "UPDATE article SET title = ?, title_is_made = ?, title_folded = ?, outlet = ?,"
            " outlet_folded = ?, agency = ?, day = ?, language = ?, words = ?, summary_only = ?"
            " WHERE number = ?",
            (*_listed(article), number),
        )

    def _write_words(self, number: int, article: Article) -> None:
        words = indexed(article)
        self._index.add(number, words)
        self._vocabulary.put(words.title, words.outlet)

    def _take_words(self, number: int) -> None:
        """Take an article's current words out of the index."""
        row = self._database.row(
            "SELECT '' AS id, v.version, v.record, v.text FROM version v"
            " WHERE v.article = ? ORDER BY v.number DESC LIMIT 1",
            (number,),
        )
        if row is not None:
            self._index.remove(number, indexed(_article(row)))

    # Taking off

    def has_leftovers(self) -> bool:
        """Whether texts of articles taken off the shelf are still to be cleared away."""
        return self._database.row("SELECT 1 FROM leftover LIMIT 1") is not None

    def clear_leftovers(self, most: int) -> int:
        """Clear away texts of articles taken off the shelf, at most so many; how many there were.

        Within a transaction. They can't be seen any more; this frees their room.
        """
        gone = [n for (n,) in self._database.rows("SELECT article FROM leftover LIMIT ?", (most,))]
        for number in gone:
            self._take_words(number)
            self._database.run("DELETE FROM version WHERE article = ?", (number,))
            self._database.run("DELETE FROM leftover WHERE article = ?", (number,))
        return len(gone)


def _article(row: sqlite3.Row) -> Article:
    return unpack_article(
        row["record"], id=unpacked(row["id"]), version=row["version"], text=row["text"]
    )


def _listed(article: Article) -> tuple[str | int | None, ...]:
    """The columns a list shows or sorts by."""
    return (
        article.title,
        article.title_is_made,
        folded_words(article.title),
        article.outlet,
        None if article.outlet is None else folded_words(article.outlet),
        article.agency,
        None if article.published is None else article.published.isoformat(),
        article.language,
        article.words,
        article.summary_only,
    )
