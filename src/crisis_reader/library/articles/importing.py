"""Putting many articles on the shelf: in batches, each on the disk before it is counted.

Killed or cancelled on the way, what was counted is there, nothing is half there, and the same
import run again goes on from there: an article that is known costs a look, not a write.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.library.articles.articles import Articles, Outcome
from crisis_reader.library.articles.identity import is_sample
from crisis_reader.library.articles.records import TOLD, ImportReport, Source
from crisis_reader.library.articles.sources import never
from crisis_reader.library.file.database import Database
from crisis_reader.library.file.moments import moment_of
from crisis_reader.library.file.stamp import put_stamp

_BATCH = 500
"""Articles in one transaction: with 200 words each about 0.1 s, so others get their turn."""
_CLEARED = 100
"""Texts taken off the shelf before that are cleared away with each batch."""
_BATCH_CHARACTERS = 1_000_000
"""Characters in one transaction, whichever comes first."""
_CACHE = 32768
"""KiB of pages in memory meanwhile: with 8192 the last of 100,000 articles take half as long again,
since their places in the indexes are scattered."""
_LONGEST = 100_000_000
"""Characters of one text; a file that is read has fewer."""


@dataclass(slots=True)
class _Tally:
    """The report as it grows."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    news: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    problems_in_all: int = 0

    def note(self, problem: Problem) -> None:
        self.problems_in_all += 1
        if len(self.problems) < TOLD:
            self.problems.append(problem)

    def report(self, *, cancelled: bool) -> ImportReport:
        return ImportReport(
            new=self.counts[Outcome.NEW] + self.counts[Outcome.COPY],
            changed=self.counts[Outcome.CHANGED],
            unchanged=self.counts[Outcome.UNCHANGED],
            copies=self.counts[Outcome.COPY],
            news=tuple(self.news),
            problems=tuple(self.problems),
            problems_in_all=self.problems_in_all,
            cancelled=cancelled,
        )


def silent(_report: ImportReport) -> None:
    """Tell nobody."""


def import_articles(
    database: Database,
    articles: Articles,
    read: Iterable[Article | Problem],
    source: Source,
    *,
    now: datetime,
    progress: Callable[[ImportReport], None] = silent,
    cancelled: Callable[[], bool] = never,
    samples_too: bool = False,
) -> ImportReport:
    """Put articles on the shelf as they are read; see ``Library.import_articles``."""
    with database.caching(_CACHE):
        return _import(
            database,
            articles,
            read,
            source=source,
            moment=moment_of(now),
            progress=progress,
            cancelled=cancelled,
            samples_too=samples_too,
        )


def _import(
    database: Database,
    articles: Articles,
    read: Iterable[Article | Problem],
    *,
    source: Source,
    moment: str,
    progress: Callable[[ImportReport], None],
    cancelled: Callable[[], bool],
    samples_too: bool,
) -> ImportReport:
    tally, stopped = _Tally(), False
    for batch in _batches(read, tally, cancelled, samples_too=samples_too):
        with database.writing():
            stored = [articles.put(article, source.number, moment=moment) for article in batch]
            articles.clear_leftovers(_CLEARED)
            put_stamp(database)
        for one in stored:
            tally.counts[one.outcome] += 1
            if one.outcome is not Outcome.UNCHANGED and len(tally.news) < TOLD:
                tally.news.append(one.id)
        stopped = cancelled()
        progress(tally.report(cancelled=stopped))
        if stopped:
            break
    return tally.report(cancelled=stopped or cancelled())


def _batches(
    read: Iterable[Article | Problem],
    tally: _Tally,
    cancelled: Callable[[], bool],
    *,
    samples_too: bool,
) -> Iterator[list[Article]]:
    """What was read, a transaction's worth at a time; read outside of any transaction."""
    batch: list[Article] = []
    characters = 0
    for item in read:
        if isinstance(item, Problem):
            tally.note(item)
            continue
        if refusal := _refusal(item, samples_too=samples_too):
            tally.note(Problem(source=item.origin.uri or item.id, message=refusal))
            continue
        batch.append(item)
        characters += len(item.text)
        if len(batch) >= _BATCH or characters >= _BATCH_CHARACTERS or cancelled():
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _refusal(article: Article, *, samples_too: bool) -> str | None:
    if is_sample(article) and not samples_too:
        return "is a sample and kept apart from the library; open it with: crisis-reader samples"
    if len(article.text) > _LONGEST:
        return f"{len(article.text):,} characters are more than the library takes; split it"
    return None
