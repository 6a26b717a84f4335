"""Jobs: the slow work, done in threads; what it finds comes back as messages.

Each function here is plain and can be called without a screen. Nothing here touches a widget.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.article import Article
from crisis_reader.errors import Problem

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Overview, Prepared
    from crisis_reader.sources import Loaded
    from crisis_reader.succession import Line

_BATCH = 0.08
"""Seconds of work between two reports: the list fills in visibly, the screen is not flooded."""


class Read(Message):
    """Sources were read."""

    def __init__(self, articles: Sequence[Article], problems: Sequence[Problem]) -> None:
        super().__init__()
        self.articles = articles
        self.problems = problems


class Aligned(Message):
    """Some pairs were aligned."""

    def __init__(self, alignments: Sequence["Alignment"], left: int) -> None:
        super().__init__()
        self.alignments = alignments
        self.left = left
        """Pairs still to come in this job."""


class Drawn(Message):
    """A line of succession was drawn."""

    def __init__(self, key: tuple[tuple[str, ...], date | None, date | None], line: "Line") -> None:
        super().__init__()
        self.key = key
        """Letters, the day asked for, the day by which it was known."""
        self.line = line


class Surveyed(Message):
    """An overview was made."""

    def __init__(self, letters: tuple[str, ...], overview: "Overview") -> None:
        super().__init__()
        self.letters = letters
        self.overview = overview


def read_sources(sources: Iterable[str]) -> "Loaded":
    """Everything in these files and folders."""
    from crisis_reader.sources import open_sources  # noqa: PLC0415 - when first needed

    return open_sources(sources)


class Bench:
    """Prepared articles, kept between jobs; safe to use from several threads."""

    def __init__(self) -> None:
        self._prepared: dict[tuple[str, str], Prepared] = {}
        self._lock = Lock()

    def prepared(self, article: Article) -> "Prepared":
        """The article, prepared once."""
        from crisis_reader.alignment import prepare  # noqa: PLC0415 - after the first frame

        key = (article.id, article.version)
        with self._lock:
            if key not in self._prepared:
                self._prepared[key] = prepare(article)
            return self._prepared[key]

    def aligned(
        self, pairs: Sequence[tuple[Article, Article]]
    ) -> Iterator[tuple[list["Alignment"], int]]:
        """Align pair by pair; what was found since the last report, and how many are left."""
        from crisis_reader.alignment import align  # noqa: PLC0415 - after the first frame

        found: list[Alignment] = []
        reported = perf_counter()
        for number, (left, right) in enumerate(pairs, 1):
            found.append(align(self.prepared(left), self.prepared(right)))
            if perf_counter() - reported >= _BATCH or number == len(pairs):
                yield found, len(pairs) - number
                found, reported = [], perf_counter()


def surveyed(bench: Bench, articles: Sequence[Article]) -> "Overview":
    """What several articles share."""
    from crisis_reader.alignment import align_all  # noqa: PLC0415 - when first needed

    return align_all([bench.prepared(article) for article in articles])


def drawn_line(
    articles: Sequence[Article],
    letters: Mapping[str, str],
    as_of: date | None,
    known_by: date | None = None,
) -> "Line":
    """The line of succession of these articles under the session's letters."""
    from crisis_reader.succession import line_of_succession  # noqa: PLC0415 - after the first frame

    return line_of_succession(articles, as_of=as_of, known_by=known_by, letters=letters)
