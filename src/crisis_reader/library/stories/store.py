"""Sketches, postings and stories as they are stored. Statements only; decides nothing.

What a batch of grouping found is written in one short transaction, and only if nobody else grouped
meanwhile: then it is thrown away and found again.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from zlib import crc32

from crisis_reader.article import Article
from crisis_reader.library.file.database import Database, Value, packed, unpacked
from crisis_reader.library.file.packing import unpack_article
from crisis_reader.library.stories.likeness import TermCounts
from crisis_reader.library.stories.sketch import (
    Sketch,
    pack_shingles,
    pack_terms,
    unpack_sketch,
)

_TURN = "_stories_written"
"""A setting of our own: how often stories were written, to notice that another program did."""
_AT_ONCE = 500
_ASKED_AT_ONCE = 40
_COLUMNS = "article, day, story, account, was, language, terms, shingles"


_DUE = (
    "SELECT article FROM sketch_due UNION SELECT number FROM article"
    " WHERE number > (SELECT coalesce(max(article), 0) FROM sketch)"
)


@dataclass(frozen=True, slots=True)
class Text:
    """An article to be sketched."""

    number: int
    lead: str
    """Orders the articles of one day, whenever they arrived."""
    day: str | None
    """As its row on the shelf has it."""
    article: Article


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article as grouping knows it."""

    number: int
    day: int
    """Ordinal of its day; 0 where it is undated."""
    story: int | None
    account: int
    was: int | None
    sketch: Sketch


@dataclass(slots=True)
class Batch:
    """What placing some articles came to, before it is written."""

    placed: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Story and account of each article."""
    postings: list[tuple[int, int, int]] = field(default_factory=list)
    """Term, day, article."""
    opened: list[int] = field(default_factory=list)
    merged: dict[int, int] = field(default_factory=dict)
    """Each story that is no more, and the older one it is part of now."""


class StoryStore:
    """The tables of stories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Articles that are new, changed or gone

    def waiting(self) -> int:
        """How many articles are still to be grouped, or grouped anew, or were taken off."""
        row = self._database.row(
            f"SELECT (SELECT count(*) FROM ({_DUE}))"  # noqa: S608 - no value in it
            " + (SELECT count(*) FROM sketch WHERE story IS NULL"
            " AND article NOT IN (SELECT article FROM sketch_due))"
        )
        return 0 if row is None else int(row[0])

    def due(self, most: int) -> list[int]:
        """Articles that are new, have another text or day, or are gone, in order of arrival."""
        return self._database.numbers(f"{_DUE} ORDER BY 1 LIMIT ?", (most,))

    def due_count(self) -> int:
        """How many they are."""
        row = self._database.row(f"SELECT count(*) FROM ({_DUE})")  # noqa: S608 - no value in it
        return 0 if row is None else int(row[0])

    def texts(self, numbers: Sequence[int]) -> list[Text]:
        """The articles of these numbers that are on the shelf, as they are now."""
        rows = self._database.rows(
            "SELECT a.number, a.key, a.day, v.version, v.record, v.text FROM article a"  # noqa: S608 - no value in it
            " JOIN version v"
            " ON v.article = a.number AND v.number = a.versions"
            f" WHERE a.number IN ({_marks(numbers)})",
            numbers,
        )
        return [
            Text(
                number=row["number"],
                lead=row["version"] + f"{crc32(packed(unpacked(row['key']))):08x}",
                day=row["day"],
                article=unpack_article(
                    row["record"], id="", version=row["version"], text=row["text"]
                ),
            )
            for row in rows
        ]

    # Counts

    def counts(self) -> TermCounts:
        """In how many articles each term is."""
        row = self._database.row("SELECT count(*) FROM sketch")
        pages = self._database.rows("SELECT page, counts FROM term_count")
        return TermCounts(0 if row is None else row[0], ((page, held) for page, held in pages))

    def turn(self) -> int:
        """How often stories were written."""
        row = self._database.row("SELECT value FROM setting WHERE name = ?", (_TURN,))
        return 0 if row is None else int(row["value"])

    # Sketches

    def renew_sketches(
        self,
        due: Sequence[int],
        made: Sequence[tuple[Text, Sketch]],
        counts: TermCounts,
        turn: int,
    ) -> bool:
        """Store sketches of articles that were due, in place of old ones; False as ``write``."""
        old = list(self.sketched(due))
        for one in old:
            counts.add(one.sketch, -1)
        for _, sketch in made:
            counts.add(sketch)
        was = {one.number: one.story or one.was for one in old}
        with self._database.writing():
            if self.turn() != turn:
                return False
            for one in old:
                self._drop(one)
            for text, sketch in made:
                self._add(text, sketch, was.get(text.number))
            # One that changed again while its text was read stays due.
            versions = {text.number: (text.article.version, text.day) for text, _ in made}
            self._database.run_many(
                "DELETE FROM sketch_due WHERE article = ? AND NOT EXISTS (SELECT 1 FROM article"
                " WHERE number = ? AND (version IS NOT ? OR day IS NOT ?))",
                [(number, number, *versions.get(number, (None, None))) for number in due],
            )
            self._write_counts(counts, turn)
        return True

    def _add(self, text: Text, sketch: Sketch, was: int | None) -> None:
        self._database.run(
            "INSERT INTO sketch (article, version, day, story, was, account, lead, language, terms,"
            " shingles) VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?, ?)",
            (
                *(text.number, text.article.version, text.day, was, text.number, text.lead),
                *(text.article.language, pack_terms(sketch), pack_shingles(sketch)),
            ),
        )

    def _drop(self, one: Sketched) -> None:
        """Take a sketch out, and its article out of its story."""
        if one.story is not None:
            runs = map(shingle_term, one.sketch.shingles)
            self._database.run_many(
                "DELETE FROM posting WHERE term = ? AND day = ? AND article = ?",
                [(term, one.day, one.number) for term in (*one.sketch.terms, *runs)],
            )
            self._database.run("UPDATE story SET stale = 1 WHERE number = ?", (one.story,))
        self._database.run("DELETE FROM sketch WHERE article = ?", (one.number,))

    def sketched(self, numbers: Sequence[int]) -> Iterator[Sketched]:
        """The sketches of articles, in no order."""
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            statement = f"SELECT {_COLUMNS} FROM sketch WHERE article IN ({_marks(some)})"  # noqa: S608 - no value in it
            yield from map(_sketched, self._database.rows(statement, some))

    def unplaced(self, most: int) -> list[Sketched]:
        """The next articles without a story: by day, whenever they arrived; undated ones last."""
        select = f"SELECT {_COLUMNS} FROM sketch WHERE story IS NULL AND day IS"  # noqa: S608 - no value in it
        rows = self._database.rows(f"{select} NOT NULL ORDER BY day, lead LIMIT ?", (most,))
        if not rows:
            rows = self._database.rows(f"{select} NULL ORDER BY lead LIMIT ?", (most,))
        return list(map(_sketched, rows))

    def unplaced_count(self) -> int:
        """How many articles have a sketch and no story yet."""
        row = self._database.row("SELECT count(*) FROM sketch WHERE story IS NULL")
        return 0 if row is None else int(row[0])

    def having(
        self, terms: Sequence[int], spans: Sequence[tuple[int, int]], most: int
    ) -> list[tuple[int, int]]:
        """Terms and the articles of these days that have them, of each term the latest so many."""
        asked = [(term, *span, most) for term in terms for span in spans]
        one = (
            "SELECT * FROM (SELECT term, article FROM posting WHERE term = ?"
            " AND day BETWEEN ? AND ? ORDER BY day DESC, article DESC LIMIT ?)"
        )
        found: list[tuple[int, int]] = []
        # One statement for many terms: asking costs more than answering.
        for start in range(0, len(asked), _ASKED_AT_ONCE):
            some = asked[start : start + _ASKED_AT_ONCE]
            found += self._database.pairs(
                " UNION ALL ".join([one] * len(some)),
                [value for values in some for value in values],
            )
        return found

    def has_undated(self) -> bool:
        """Whether any article that is found by its terms has no day."""
        return self._database.row("SELECT 1 FROM sketch WHERE day IS NULL LIMIT 1") is not None

    # Stories

    def last_story(self) -> int:
        """The largest number a story ever had."""
        row = self._database.row("SELECT seq FROM sqlite_sequence WHERE name = 'story'")
        return 0 if row is None else int(row[0])

    def voices(self, story: int) -> int:
        """How many accounts a story has."""
        row = self._database.row(
            "SELECT count(DISTINCT account) FROM sketch WHERE story = ?", (story,)
        )
        return 0 if row is None else int(row[0])

    def write(self, batch: Batch, turn: int) -> bool:
        """Write what was found; False if another program wrote stories since ``turn``."""
        with self._database.writing():
            if self.turn() != turn:
                return False
            self._write_stories(batch)
            self._database.run_many(
                "UPDATE sketch SET story = ?, account = ? WHERE article = ?",
                [(*where, article) for article, where in batch.placed.items()],
            )
            self._database.run_many(
                "INSERT OR IGNORE INTO posting VALUES (?, ?, ?)", sorted(batch.postings)
            )
            self._take_turn(turn)
        return True

    def _write_stories(self, batch: Batch) -> None:
        for number in batch.opened:
            self._database.run(
                "INSERT OR REPLACE INTO story (number, stale, articles, accounts, outlets, copies)"
                " VALUES (?, 1, 0, 0, 0, 0)",
                (number,),
            )
        for gone, heir in batch.merged.items():
            self._database.run("UPDATE sketch SET story = ? WHERE story = ?", (heir, gone))
            self._database.run(
                "UPDATE story SET heir = ?, stale = 0 WHERE number = ? OR heir = ?",
                (heir, gone, gone),
            )
        for number in {story for story, _ in batch.placed.values()} | set(batch.merged.values()):
            self._database.run("UPDATE story SET stale = 1 WHERE number = ?", (number,))

    def _write_counts(self, counts: TermCounts, turn: int) -> None:
        for page in sorted(counts.changed):
            self._database.run(
                "INSERT OR REPLACE INTO term_count VALUES (?, ?)", (page, counts.page(page))
            )
        self._take_turn(turn)
        counts.changed.clear()

    def _take_turn(self, turn: int) -> None:
        self._database.run(
            "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (_TURN, str(turn + 1))
        )

    # Summaries

    def stale(self) -> list[int]:
        """Stories whose summary is of fewer articles than they have."""
        return self._database.numbers("SELECT number FROM story WHERE stale AND heir IS NULL")

    def members(self, story: int) -> list[sqlite3.Row]:
        """The articles of a story as their summary needs them, by day; undated ones last."""
        return self._database.rows(
            "SELECT a.number, a.day, a.outlet_folded, a.agency, a.words, a.title_is_made,"
            " s.lead, s.account, s.shingles FROM sketch s JOIN article a"
            " ON a.number = s.article WHERE s.story = ? ORDER BY s.day IS NULL, s.day, s.lead",
            (story,),
        )

    def told(self, stories: Sequence[int]) -> list[sqlite3.Row]:
        """The articles of stories as a list shows them, by story and day; undated ones last."""
        return self._database.rows(
            "SELECT s.story, a.number, a.id, a.day, a.outlet, a.outlet_folded, a.agency, a.title,"  # noqa: S608 - no value in it
            " a.title_is_made, s.account FROM sketch s JOIN article a ON a.number = s.article"
            f" WHERE s.story IN ({_marks(stories)}) ORDER BY s.story, s.day IS NULL, s.day, s.lead",
            stories,
        )

    def write_summary(
        self, story: int, values: Sequence[Value], accounts: Mapping[int, int]
    ) -> None:
        """Store a story's summary; within a transaction."""
        self._database.run(
            "UPDATE story SET stale = 0, title_from = ?, first = ?, newest = ?, articles = ?,"
            " accounts = ?, outlets = ?, copies = ?, agency = ? WHERE number = ?",
            (*values, story),
        )
        for article, account in accounts.items():
            self._database.run(
                "UPDATE sketch SET account = ? WHERE article = ?", (account, article)
            )

    def drop_story(self, story: int) -> None:
        """Take out a story that has no article any more; within a transaction."""
        self._database.run("DELETE FROM story WHERE number = ? OR heir = ?", (story, story))

    def writing(self) -> AbstractContextManager[None]:
        """A transaction."""
        return self._database.writing()


def shingle_term(shingle: int) -> int:
    """A run of words as a term of its own kind."""
    return shingle + (1 << 32)


def _sketched(row: sqlite3.Row) -> Sketched:
    return Sketched(
        number=row["article"],
        day=date.fromisoformat(row["day"]).toordinal() if row["day"] else 0,
        story=row["story"],
        account=row["account"],
        was=row["was"],
        sketch=unpack_sketch(row["terms"], row["shingles"], row["language"]),
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
