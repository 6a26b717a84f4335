"""GatherJobs: what the app does to bring articles in: reading sources, fetching pages.

Reading goes on in a thread with a connection of its own; what is on the disk is in the list. It can
be stopped at any moment and goes on where it was when it is asked for again.
"""

from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from crisis_reader.tui.app.marking import MarkJobs
from crisis_reader.tui.app.memory import moment
from crisis_reader.tui.lines.words import bar, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crisis_reader.library import Library, Progress, RefreshReport, Source
    from crisis_reader.tui.jobs.reading import Fetched, Gathered, Gathering

_READING = "reading "
"""Begins the message that tells how far reading is."""

_OFTEN = 0.15
"""Seconds between two reports of how far reading is."""


class Weighty(Message):
    """It is known how many of the new articles change the line shown."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class GatherJobs(MarkJobs):
    """The part of the app that brings articles in."""

    shown_library: "Library | None" = None
    is_reading = False
    """Whether sources are being read now."""

    @property
    def shown(self) -> "Library | None":
        """The library whose articles are listed; None until it is open."""
        return self.shown_library

    async def begin_matching(self) -> None:
        """Look for what the articles share."""
        raise NotImplementedError

    # Reading sources

    def gather(self, sources: "Sequence[Source] | None" = None, *, first: bool = False) -> None:
        """Read sources in the background; all of them where none are named."""
        shown, kept = self.shown_library, self.kept
        if shown is None or kept is None:
            self.say("the library is still being opened")
            return
        if not self._begin_reading("reading …"):
            return
        limits = self.settings.network
        if not first:
            self.say("")
            self.bench.forget()

        def work() -> None:
            from crisis_reader.tui.jobs.reading import gathered  # noqa: PLC0415 - after the first frame

            worker = get_current_worker()
            self.post_message(
                gathered(
                    shown,
                    kept,
                    sources,
                    now=moment(),
                    progress=self._report,
                    cancelled=lambda: worker.is_cancelled,
                    limits=limits,
                    first=first,
                )
            )

        self._reported = 0.0
        self.run_job(work, "gather")

    def _begin_reading(self, busy: str) -> bool:
        """Say what goes on from now; False where something is being read already."""
        if self.is_reading:
            self.say("the sources are being read already: Esc stops that")
            return False
        self.is_reading = True
        self.shelf.busy = busy
        self.home.list.refresh()
        return True

    _reported = 0.0

    def _report(self, progress: "Progress") -> None:
        if perf_counter() - self._reported > _OFTEN:
            self._reported = perf_counter()
            from crisis_reader.tui.jobs.reading import Gathering  # noqa: PLC0415 - after the first frame

            self.post_message(Gathering(progress))

    def on_gathering(self, message: "Gathering") -> None:
        """Tell how far it is; what has come in is listed."""
        progress = message.progress
        if not self.is_reading or self.is_leaving:
            return
        done = counted(progress.report.done, "article")
        self.shelf.busy = f"reading … {progress.report.done:,}"
        of = progress.of
        how_far = f"{bar(progress.number - 1, of)} · {done}" if of > 1 else f"{done} · Esc stops"
        self.say_meanwhile(_READING, how_far)
        self.home.list.reload()

    async def on_gathered(self, message: "Gathered") -> None:
        """Sources were read: list what is new; the selection stays."""
        self.is_reading = False
        self.shelf.busy = ""
        if self.is_leaving:
            return
        if message.problem is not None:
            self.shelf.problems.append(message.problem)
        report = message.report
        if report is not None:
            self.shelf.problems += report.problems
            self.shelf.news |= _news(report)
        if told := _told(message):
            self.say(told)
        else:
            self.unsay(_READING)
        left, self.left = self.left, None
        if left is not None:
            self.restore_marks(left)
        self.take_up_shelf()
        self.home.list.reload()
        if not message.first:
            self.ask_lines_again()
            if report is not None and _news(report):
                self.weigh_news(report)
        await self.spread(settled=False)
        await self.begin_matching()
        if left is not None:
            self.reopen(left)
        self.read_changed()

    def read_changed(self) -> None:
        """Read what has changed meanwhile."""
        raise NotImplementedError

    def weigh_news(self, report: "RefreshReport") -> None:
        """Find out which of the new articles change the line of succession that is shown."""
        from crisis_reader.tui.jobs.news import changing  # noqa: PLC0415 - only with news

        shelf = self.shelf
        shown = [shelf.articles[letter] for letter in self.home.pair]
        told = _counts(report)

        def work() -> None:
            # Those known to tell of something else can't be news of this.
            ids = [id_ for id_ in sorted(_news(report)) if self.may_be_of(shown[0].id, id_)]
            new = (shelf.texts.article(id_) for id_ in ids)
            number, looked = changing(shown, new, self.bench.own_files())
            bound = f" (of {looked:,} looked at)" if looked < len(ids) else ""
            self.post_message(Weighty(f"{told}, {number} {_change(number)} the line{bound}"))

        if shown:
            self.run_job(work, "news")

    def may_be_of(self, one: str, other: str) -> bool:
        """Whether an article may be of the story of another; in any thread."""
        raise NotImplementedError

    def on_weighty(self, message: "Weighty") -> None:
        """Tell how many of the new articles change the line."""
        self.say(message.words)

    def action_refresh_sources(self) -> None:
        """Read all sources again: what is new is added, what was read keeps its letter."""
        self.gather()

    def action_fetch_page(self) -> None:
        """Fetch the page of an article of which only a summary is here."""
        row, shown = self.home.list.chosen_row, self.shown_library
        if row is None or shown is None or not row.summary_only:
            self.say("this article has its full text")
            return
        if not self._begin_reading("fetching …"):
            return
        limits = self.settings.network

        def work() -> None:
            from crisis_reader.tui.jobs.reading import fetched  # noqa: PLC0415 - when first needed

            worker = get_current_worker()
            self.post_message(
                fetched(
                    shown,
                    row.id,
                    now=moment(),
                    limits=limits,
                    cancelled=lambda: worker.is_cancelled,
                )
            )

        self.run_job(work, "gather")

    def on_fetched(self, message: "Fetched") -> None:
        """A page was fetched, or could not be."""
        self.is_reading = False
        self.shelf.busy = ""
        self.shelf.problems += message.problems
        lost = message.problems[:1]
        self.say(lost[0].message if lost else "fetched: the full text is here now")
        self.home.list.reload()

    def stopped_reading(self) -> None:
        """Reading was stopped by the reader."""
        self.is_reading = False


def _news(report: "RefreshReport") -> set[str]:
    """What came in from sources that had been read before: a source just added is all new."""
    known = (one for one in report.sources if one.source.refreshed is not None)
    return {id_ for one in known for id_ in one.report.news}


def _told(message: "Gathered") -> str:
    report = message.report
    if report is None:
        return "the sources could not be read: ! tells why"
    lost = " · ! tells what could not be read" if any(p.lost for p in report.problems) else ""
    if message.first:
        return lost.removeprefix(" · ")
    stopped = ", stopped: r goes on" if report.cancelled else ""
    return _counts(report) + stopped + lost


def _counts(report: "RefreshReport") -> str:
    changed = f", {report.changed} changed" if report.changed else ""
    return f"{counted(report.new, 'new article')}{changed}"


def _change(number: int) -> str:
    return "changes" if number == 1 else "change"
