"""MatchJobs: what the app does to find what pairs share: which pairs, and what comes of it."""

import gc
from collections.abc import Sequence
from functools import partial
from time import perf_counter
from typing import Protocol, runtime_checkable

from textual.message import Message
from textual.worker import get_current_worker

from crisis_reader.article import Article
from crisis_reader.library.listing.rows import Sort
from crisis_reader.tui.app.power import PowerJobs
from crisis_reader.tui.jobs.bench import Aligned
from crisis_reader.tui.lines.words import bar
from crisis_reader.tui.screens.home import Home

EVERY_PAIR = 30
"""Articles up to which all pairs are aligned at once: 435 pairs, seconds in the background."""

_SEEN_PAIRS = 12
"""Of a longer shelf, so many of the articles seen first."""

_MATCHING = "matching "
"""Begins the message that tells how far matching is."""

LONG_WORK = 0.5
"""Seconds from which work has a bar that tells how far it is."""


@runtime_checkable
class ShowsShelf(Protocol):
    """A screen that wants to know of new articles and alignments."""

    async def shelf_changed(self, *, settled: bool) -> None:
        """Something on the shelf changed."""


class Close(Message):
    """The articles that are closest to one are known."""

    def __init__(self, letter: str, articles: Sequence[Article]) -> None:
        super().__init__()
        self.letter = letter
        self.articles = articles


class MatchJobs(PowerJobs):
    """The part of the app that finds out what articles share."""

    _begun = 0.0
    _has_settled = False

    @property
    def home(self) -> Home:
        """The first screen."""
        home = self.screen_stack[0]
        assert isinstance(home, Home)
        return home

    @property
    def is_leaving(self) -> bool:
        """Whether the list is gone: what comes in from now on is for nobody."""
        return not self.screen_stack or not self.screen_stack[0].query("ArticleList")

    @property
    def is_small(self) -> bool:
        """Whether the shelf is short enough for every article to be taken up and compared."""
        return self.home.list.listed.in_all <= EVERY_PAIR

    def take_up_shelf(self) -> list[str]:
        """Letters of all articles of a short shelf, in order of arrival; of a long one, of none."""
        if not self.is_small:
            return []
        shelf = self.shelf

        def taken_up() -> list[str]:
            return [
                shelf.take_up_row(row) for row in shelf.rows.page(0, EVERY_PAIR, sort=Sort.FOUND)
            ]

        return shelf.safely(taken_up, [])

    def align_shelf(self) -> bool:
        """Align every pair of a short shelf, of a long one those that are seen.

        Returns:
            Whether there was any left to align.
        """
        return self.want_pairs(self.take_up_shelf() or self.home.list.take_up(_SEEN_PAIRS))

    def want_pairs(self, letters: Sequence[str]) -> bool:
        """Align every pair of these that was not aligned yet; whether there was any."""
        missing = self.shelf.missing(letters)
        self.align_pairs(missing)
        return bool(missing)

    def want_closest(self, letter: str) -> None:
        """On a long shelf: align one article with those that are closest to it, as far as known."""
        if self.is_small:
            return
        shelf, id_ = self.shelf, self.shelf.articles[letter].id
        seen = [row.id for row in self.home.list.seen_rows[:_SEEN_PAIRS] if row.id != id_]

        def work() -> None:
            ids = self.close_ids(id_) or seen
            found = [shelf.safely(partial(shelf.texts.article, one), None) for one in ids]
            self.post_message(Close(letter, [one for one in found if one is not None]))

        self.run_job(work, "closest")

    def on_close(self, message: Close) -> None:
        """Some articles are close to one: find out what they share, if it is still wanted."""
        row = None if self.is_leaving else self.home.list.chosen_row
        if row is None or message.letter not in (self.shelf.letter_of_row(row), *self.shelf.marked):
            return
        letters = [self.shelf.take_up(article) for article in message.articles]
        self.align_pairs(
            [
                (message.letter, other)
                for other in letters
                if self.shelf.shared(message.letter, other) is None
            ]
        )

    def close_ids(self, id_: str) -> list[str]:
        """The ids of the articles that most surely tell of the same as this one; in any thread."""
        raise NotImplementedError

    def align_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Align these pairs, also where that was done before."""
        if not pairs:
            return
        own = self.shelf.articles
        articles = [(own[a], own[b]) for a, b in pairs]
        self.shelf.busy = "matching …"
        self._begun = perf_counter()
        self.home.list.refresh()

        def work() -> None:
            stopped = get_current_worker()
            for found, left in self.bench.aligned(articles, lambda: stopped.is_cancelled):
                self.post_message(Aligned(found, left, len(articles)))

        self.run_job(work, "align")

    async def on_aligned(self, message: Aligned) -> None:
        """Pairs were aligned."""
        for alignment in message.alignments:
            self.shelf.keep(alignment)
        self.shelf.busy = f"matching … {message.left} left" if message.left else ""
        if perf_counter() - self._begun > LONG_WORK and message.left:
            self.say_meanwhile(_MATCHING, bar(message.of - message.left, message.of))
        if not message.left:
            self.unsay(_MATCHING)
        settles = not message.left and not self.is_leaving
        is_small = settles and self.is_small
        await self.spread(settled=not message.left)
        if is_small:
            self.bench.rest()
        if is_small or (settles and not self._has_settled):
            # Alignments of long texts, tables of rules, and what is drawn of them are many small
            # records that stay: walking over them again and again would hold up a key for a tenth
            # of a second. Of a long shelf others are aligned at every step: there only the first.
            self._has_settled = True
            gc.freeze()

    async def spread(self, *, settled: bool) -> None:
        """Tell every screen that something on the shelf changed."""
        for screen in self.screen_stack:
            if isinstance(screen, ShowsShelf):
                await screen.shelf_changed(settled=settled)
