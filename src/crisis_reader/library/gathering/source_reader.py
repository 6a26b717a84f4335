"""Reading sources into the library one after another, with one client for all that is on the web.

A page or a feed is looked at once, ahead of its turn; what it turns out to be is kept. Nothing a
site does raises.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.library.articles.records import ImportReport, Source, SourceKind
from crisis_reader.library.articles.sources import stamps_of
from crisis_reader.library.gathering.lookout import Lookout, Wanted
from crisis_reader.library.library import Library
from crisis_reader.sources import Limits, read_source
from crisis_reader.sources.stamps import Stamps

if TYPE_CHECKING:
    from crisis_reader.sources.web import Found, Web

_CACHE = "cache"
"""Folder beside the library for what was fetched; it may be deleted at any time."""
_NOT_BEFORE = "not-before"
"""Setting: JSON, host -> time (seconds since 1970) before which it wants no question."""

_ON_THE_WEB = (SourceKind.PAGE, SourceKind.FEED)

Tell = Callable[[ImportReport], None]


class SourceReader:
    """Reads what it is told to; to be used by one thread, and closed."""

    def __init__(
        self,
        library: Library,
        limits: Limits,
        *,
        now: datetime,
        cancelled: Callable[[], bool],
    ) -> None:
        self._library = library
        self._limits = limits
        self._now = now
        self._cancelled = cancelled
        self._opened: Web | None = None
        self._lookout: Lookout | None = None
        self._not_before: dict[str, float] = {}
        self._kept: dict[str, float] = {}
        """As the library has them."""

    def close(self) -> None:
        """Look at nothing more, and let go of every connection."""
        if self._lookout is not None:
            self._lookout.close()
        if self._opened is not None:
            self._opened.close()

    def look_ahead(self, sources: Iterable[Source], *, for_feeds: bool) -> None:
        """Begin to look at those that are on the web; they are read afterwards, in any order.

        Args:
            sources: All that will be read.
            for_feeds: Whether a front page read for the first time stands for its site's feed.
        """
        wanted = [
            Wanted(s.address, for_feeds and s.kind is SourceKind.PAGE and s.refreshed is None)
            for s in sources
            if s.kind in _ON_THE_WEB
        ]
        if wanted:
            self._lookout = Lookout(self._web(), wanted)

    def read(self, source: Source, tell: Tell) -> tuple[Source, ImportReport]:
        """Read one source to its end, or until it is cancelled.

        Returns:
            The source as it turned out to be, and what it brought.
        """
        if source.kind not in _ON_THE_WEB:
            return source, self._put_files(source, tell)
        found = self._look(source)
        if found is None:
            return source, ImportReport(cancelled=True)
        if found.is_feed:
            source = self._library.sources.settled(
                source, found.address, SourceKind.FEED, title=found.title
            )
        known = found.unchanged and source.refreshed is not None and source.problem is None
        return source, self._put(() if known else found.items, source, tell)

    def read_full(self, ids: Iterable[str], before: ImportReport, tell: Tell) -> ImportReport:
        """Fetch the pages of summaries, each on the disk before the next is asked for.

        Args:
            ids: Of articles; those that are no summaries are passed over.
            before: What was brought already; what follows is added.
            tell: Called after each page.
        """
        report = before
        for id_ in ids:
            if self._cancelled():
                return report.followed_by(ImportReport(cancelled=True))
            summary = self._library.articles.article(id_)
            if not summary.summary_only:
                continue
            holders = self._library.sources.holding(id_)
            if holders:
                one = self._put([self._full(summary)], holders[0], lambda _report: None)
                report = report.followed_by(one)
            tell(report)
        return report

    def _put_files(self, source: Source, tell: Tell) -> ImportReport:
        """Read the files of a source that are not as they were."""
        name = stamps_of(source.number)
        kept = self._library.memory.setting(name)
        stamps = Stamps.read(kept, self._limits)
        items = read_source(source.address, limits=self._limits, stamps=stamps)
        report = self._put(items, source, tell)
        if not report.cancelled and source.kind is not SourceKind.INPUT:
            written = stamps.written()
            if written != kept:
                self._library.memory.set_setting(name, written)
        return report

    def _put(self, items: Iterable[Article | Problem], source: Source, tell: Tell) -> ImportReport:
        return self._library.import_articles(
            items, source, now=self._now, progress=tell, cancelled=self._cancelled
        )

    def _look(self, source: Source) -> "Found | None":
        assert self._lookout is not None
        found = self._lookout.found(source.address, self._cancelled)
        if found is None:
            return None
        self._keep_waits()
        if source.kind is SourceKind.FEED and not (found.is_feed or found.failed):
            from dataclasses import replace  # noqa: PLC0415 - rarely needed

            message = "was a feed and is a page now; take it off and add where its feed is"
            problem = Problem(source=source.address, message=message)
            return replace(found, items=(problem,), failed=True)
        return found

    def _full(self, summary: Article) -> Article | Problem:
        """The page of a summary; a problem where it tells no more than the summary does."""
        if summary.url is None:
            message = "the feed gives no address for it, so there is no page to fetch"
            return Problem(source=summary.id, message=message)
        page = self._web().full(summary.url, summary)
        self._keep_waits()
        if isinstance(page, Article) and page.words < summary.words:
            message = "its page holds less text than the feed, whose summary is kept; open it in a "
            return Problem(source=summary.url, message=f"{message}browser")
        return page

    def _web(self) -> "Web":
        if self._opened is None:
            from crisis_reader.sources.web import Web  # noqa: PLC0415 - loads the web libraries

            kept = self._library.memory.setting(_NOT_BEFORE)
            self._kept = json.loads(kept) if kept else {}
            self._not_before.update(self._kept)
            path = self._library.path
            self._opened = Web(
                self._limits,
                cache=None if path is None else path.parent / _CACHE,
                not_before=self._not_before,
            )
        return self._opened

    def _keep_waits(self) -> None:
        """Keep how long sites want to be left alone: the next run is bound by it, too."""
        if self._not_before != self._kept:
            self._kept = dict(self._not_before)
            self._library.memory.set_setting(_NOT_BEFORE, json.dumps(self._kept))
