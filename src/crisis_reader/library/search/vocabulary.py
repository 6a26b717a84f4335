"""The words of titles and outlets, and which of them a mistyped word may stand for.

Words, not titles, are compared: 20,000 of them in about two milliseconds, where comparing a query
with 100,000 titles takes fifty or more (decision 0031).
"""

from collections.abc import Sequence

from crisis_reader.library.file.database import Database, unpacked
from crisis_reader.library.search.query import Term, words_of

_LEAST = 4
"""Letters from which on a word is taken for mistyped: shorter ones are all near each other."""
_LONG = 8
"""Letters from which on two mistakes are forgiven."""
_REMEMBERED = 100_000
"""Words known to be kept, so that most words of an import cost no statement."""
_MOST = 20
"""Words that one may stand for."""


class Vocabulary:
    """The words of all titles and outlets, read again when there are others."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._state: tuple[int, int] | None = None
        self._words: Sequence[str] = ()
        self._put: set[str] = set()
        self._put_at = 0

    def put(self, title: str, outlet: str) -> None:
        """Keep the words of a folded title and outlet; within a transaction."""
        if self._put_at != self._database.taken_back or len(self._put) > _REMEMBERED:
            self._put, self._put_at = set(), self._database.taken_back
        for word in {*words_of(title), *words_of(outlet)} - self._put:
            self._database.run("INSERT OR IGNORE INTO title_word (word) VALUES (?)", (word,))
            self._put.add(word)

    def alike(self, terms: Sequence[Term]) -> dict[str, tuple[str, ...]]:
        """For each single word that begins no word of a title: those it may stand for."""
        typed = [term.words[0] for term in terms if len(term.words) == 1]
        return {
            word: found
            for word in typed
            if len(word) >= _LEAST and not self._begins_one(word) and (found := self._near(word))
        }

    def _begins_one(self, word: str) -> bool:
        row = self._database.row(
            "SELECT word FROM title_word WHERE word >= ? ORDER BY word LIMIT 1", (word,)
        )
        return row is not None and unpacked(row["word"]).startswith(word)

    def _near(self, word: str) -> tuple[str, ...]:
        from rapidfuzz import process  # noqa: PLC0415 - only a word that is nowhere needs it
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - the same

        words = self._read()
        found: dict[str, int] = {}
        # The word may be unfinished: it is held against the beginnings of the others, a letter
        # longer too, since one may have been left out.
        for length in (len(word), len(word) + 1):
            beginnings = [other[:length] for other in words]
            for _, distance, at in process.extract(
                word,
                beginnings,
                scorer=OSA.distance,
                score_cutoff=2 if len(word) >= _LONG else 1,
                limit=_MOST,
            ):
                found[words[at]] = min(int(distance), found.get(words[at], 9))
        return tuple(sorted(found, key=lambda other: (found[other], other))[:_MOST])

    def _read(self) -> Sequence[str]:
        state = self._database.state
        if state != self._state:
            rows = self._database.rows("SELECT word FROM title_word")
            self._words = [unpacked(word) for (word,) in rows]
            self._state = state
        return self._words
