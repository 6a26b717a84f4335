"""The library: one file with everything a reader has gathered and noted.

Opened once; its parts are its attributes. Every write is on the disk when the call returns. All
errors are ``LibraryError``s that say what to do; after one, everything acknowledged is still there.
"""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from crisis_reader.article import Article
from crisis_reader.errors import Problem, UsageError
from crisis_reader.library.articles.articles import Articles
from crisis_reader.library.articles.importing import import_articles, silent
from crisis_reader.library.articles.records import ImportReport, Source
from crisis_reader.library.articles.sources import Sources, never
from crisis_reader.library.file.database import Database
from crisis_reader.library.listing.listing import Listing
from crisis_reader.library.marks.marks import Marks
from crisis_reader.library.marks.memory import Memory
from crisis_reader.library.marks.reading import Reading
from crisis_reader.library.search.index import SearchIndex
from crisis_reader.library.search.query import Query
from crisis_reader.library.search.search import Hit, Search
from crisis_reader.library.search.vocabulary import Vocabulary
from crisis_reader.library.stories.stories import Stories


class Library:
    """What a reader has gathered, read and noted.

    One for each thread that works long: open the same path again there. A write of one is seen by
    the others when it is done.
    """

    def __init__(
        self, database: Database, *, full_text: bool | None = None, passing: bool = False
    ) -> None:
        self._database = database
        self._passing = passing
        self._index = SearchIndex(database, full_text=full_text)
        vocabulary = Vocabulary(database)
        articles = Articles(database, self._index, vocabulary)
        self._search = Search(database, self._index, vocabulary, articles.numbered)
        self.articles = articles
        """The articles with their texts and versions."""
        self.list = Listing(database, self._search)
        """The articles as rows, in order, filtered."""
        self.sources = Sources(database, articles, takes_samples=passing)
        self.stories = Stories(database)
        """The articles by the event they tell of; ``StoryProcess`` groups them."""
        self.reading = Reading(database)
        """Read state and positions, also of articles that are not on the shelf."""
        self.marks = Marks(database)
        """Notes, bookmarks and anchors, also of articles that are not on the shelf."""
        self.memory = Memory(database)
        """Sessions, settings, the last copy."""

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        read_only: bool = False,
        at_once: bool = False,
    ) -> "Library":
        """Open the library at this path; one that is not there is made.

        A file or folder that can't be written is opened for reading; ``notices`` says so.

        Args:
            path: The file, such as ``library_path()`` gives.
            read_only: Write nothing, not even what opening would bring up to date.
            at_once: Don't wait, here and later: what would take long raises ``BusyLibraryError`` or
                ``StaleLibraryError``.

        Raises:
            NewerLibraryError: If a newer version of the program wrote it; it is not touched.
            NotALibraryError: If it is something else, or damaged; it is not touched.
            LibraryError: If it can't be opened for another reason; the message says what to do.
        """
        place = Path(path)
        read_only = read_only or _is_locked(place)
        database = Database.open(place, read_only=read_only, at_once=at_once)
        try:
            return cls(database)
        except BaseException:
            database.close()
            raise

    @classmethod
    def in_memory(cls) -> "Library":
        """A library that lasts as long as the program: when no file can be opened."""
        return cls(Database.open(None))

    @classmethod
    def passing(cls, path: str | os.PathLike[str] | None = None) -> "Library":
        """A library of what is only looked at: opened files, or the samples, which it takes.

        Args:
            path: A file that the caller clears away; None to keep it in memory.

        Raises:
            LibraryError: If the file can't be made.
        """
        return cls(Database.open(None if path is None else Path(path)), passing=True)

    def again(self) -> "Library":
        """The same file once more, for another thread.

        Raises:
            UsageError: If it is in memory: there is only one of it.
            LibraryError: If it can't be opened.
        """
        if self.path is None:
            raise UsageError("a library in memory can't be opened twice; share this one")
        self._database.see_that_it_is_there()
        database = Database.open(self.path, read_only=self.read_only)
        return type(self)(database, passing=self._passing)

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def hurry(self) -> None:
        """Wait for no other program from now on: a screen reads this."""
        self._database.hurry()

    def close(self) -> None:
        """Let go of the file; everything is on the disk already."""
        self._database.close()

    @property
    def path(self) -> Path | None:
        """The file; None for a library in memory."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept."""
        return self._database.read_only

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What the reader should know of this library, nothing being lost by it."""
        said = [self._index.notice] if self._index.notice else []
        if self.read_only:
            said.insert(
                0,
                "can only be read, so nothing will be kept. Allow writing to it and its folder, or "
                "choose another folder with --data-dir",
            )
        where = str(self.path or "the library")
        return tuple(Problem(source=where, message=words, lost=False) for words in said)

    @property
    def state(self) -> tuple[int, int]:
        """Two numbers that differ whenever this program or another has written."""
        return self._database.state

    def import_articles(
        self,
        read: Iterable[Article | Problem],
        source: Source,
        *,
        now: datetime,
        progress: Callable[[ImportReport], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> ImportReport:
        """Put articles on the shelf as they are read.

        Args:
            read: Articles, and problems for what could not be read; may be a generator, of which
                a few hundred are held in memory at a time.
            source: Where they are from.
            now: With a time zone.
            progress: Called after each batch that is on the disk, with the report so far.
            cancelled: Asked between articles; True ends the import, what was read until then kept.

        Raises:
            LibraryError: If the disk refuses; the batches reported before are kept.
        """
        return import_articles(
            self._database,
            self.articles,
            read,
            source,
            now=now,
            progress=progress,
            cancelled=cancelled,
            samples_too=self._passing,
        )

    def search(self, query: str | Query, *, limit: int = 50) -> tuple[Hit, ...]:
        """The articles that satisfy a query, best first; ``parse_query`` tells what it may say."""
        return self._search.hits(query, limit=limit)


def _is_locked(path: Path) -> bool:
    """Whether a library is there that can be read but not written."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
