"""The search index: folded words of title, outlet and text, by FTS5 where this SQLite has it.

The index holds no text of its own (``content=''``, decision 0030). What it was given for an article
can be computed again from what is stored, and must be to take the article out of it. Without FTS5
the stored texts are read through instead, and the index is marked as stale until a build that has
FTS5 opens the file.
"""

from typing import NamedTuple

from crisis_reader.article import Article
from crisis_reader.library.file.database import Database
from crisis_reader.library.file.faults import StaleLibraryError
from crisis_reader.library.file.packing import unpack_article
from crisis_reader.library.search.query import folded_words

_STALE = "_index_is_stale"
"""A setting of our own: somebody without FTS5 has added or changed articles."""

_BATCH = 500
"""Articles held in memory at a time when the index is made anew."""

WEIGHTS = (4.0, 2.0, 1.0)
"""Of a word in title, outlet and text: a title names the matter, a text may only touch it."""


class Indexed(NamedTuple):
    """What the index is given for one article, folded."""

    title: str
    outlet: str
    text: str


def indexed(article: Article) -> Indexed:
    """The words of an article as they are searched.

    Cut into words here and not by the index, so that what reads without it finds the same.
    """
    parts = (article.title, article.outlet or "", article.text)
    return Indexed(*(folded_words(part) for part in parts))


class SearchIndex:
    """Which articles hold which words."""

    def __init__(self, database: Database, *, full_text: bool | None = None) -> None:
        """Find out what can be done here; ``full_text`` None asks SQLite whether it has FTS5."""
        self._database = database
        has_it = _has_fts5(database) if full_text is None else full_text
        self.writable = has_it and not database.read_only
        """Whether articles can be put into it."""
        if self.writable and self._needs_rebuilding():
            if database.at_once and database.row("SELECT 1 FROM article LIMIT 1") is not None:
                raise StaleLibraryError(f"{database.where}: its search index is to be made anew")
            self.rebuild()
        self.usable = has_it and not self._needs_rebuilding()
        """Whether it can be asked; otherwise texts are read through."""

    @property
    def notice(self) -> str | None:
        """What to tell the reader of a search without the index; None with it."""
        if self.usable:
            return None
        return (
            "this Python's SQLite has no full-text search (FTS5): searching reads every text and "
            "takes longer, and the list is filtered by titles and outlets only"
        )

    def add(self, number: int, words: Indexed) -> None:
        """Put an article in; within a transaction."""
        if self.writable:
            self._database.run(
                "INSERT INTO search (rowid, title, outlet, text) VALUES (?, ?, ?, ?)",
                (number, *words),
            )
        else:
            self._mark_as_stale()

    def remove(self, number: int, words: Indexed) -> None:
        """Take an article out, ``words`` being what was put in; within a transaction."""
        if self.writable:
            self._database.run(
                "INSERT INTO search (search, rowid, title, outlet, text)"
                " VALUES ('delete', ?, ?, ?, ?)",
                (number, *words),
            )
        else:
            self._mark_as_stale()

    def rebuild(self) -> None:
        """Make the index anew from the stored texts: all of it or nothing."""
        with self._database.writing():
            # What the old index held of articles taken off the shelf goes with it.
            self._database.run(
                "DELETE FROM version WHERE article IN (SELECT article FROM leftover)"
            )
            self._database.run("DELETE FROM leftover")
            self._database.run("DROP TABLE IF EXISTS search")
            self._database.run(
                "CREATE VIRTUAL TABLE search USING fts5 (title, outlet, text, content='',"
                " tokenize='unicode61 remove_diacritics 2')"
            )
            # Segments merged at once: twice the usual number, an eighth less time for an import.
            self._database.run("INSERT INTO search (search, rank) VALUES ('automerge', 8)")
            last = 0
            while batch := self._stored_after(last):
                for number, words in batch:
                    self.add(number, words)
                last = batch[-1][0]
            self._database.run("DELETE FROM setting WHERE name = ?", (_STALE,))

    def _needs_rebuilding(self) -> bool:
        made = self._database.row("SELECT 1 FROM sqlite_master WHERE name = 'search'")
        stale = self._database.row("SELECT 1 FROM setting WHERE name = ?", (_STALE,))
        return made is None or stale is not None

    def _stored_after(self, last: int) -> list[tuple[int, Indexed]]:
        rows = self._database.rows(
            "SELECT a.number, v.version, v.record, v.text FROM article a JOIN version v"
            " ON v.article = a.number AND v.number = a.versions"
            " WHERE a.number > ? ORDER BY a.number LIMIT ?",
            (last, _BATCH),
        )
        return [
            (number, indexed(unpack_article(record, id="", version=version, text=text)))
            for number, version, record, text in rows
        ]

    def _mark_as_stale(self) -> None:
        self._database.run("INSERT OR IGNORE INTO setting (name, value) VALUES (?, '')", (_STALE,))


def _has_fts5(database: Database) -> bool:
    return database.row("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'") is not None
