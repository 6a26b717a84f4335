"""CrisisReader: the app: its keys, its screens, its background jobs.

Opens on the list. Reads the sources before the first frame only where that is cheap; everything
else comes from threads, as messages that are handled here and shown by the screens.
"""

import gc
import sys
from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import ClassVar, Protocol, runtime_checkable

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.library.settings import Settings, unusable
from crisis_reader.text.spans import Span
from crisis_reader.tui.bindings import bound
from crisis_reader.tui.home import Home
from crisis_reader.tui.jobs import Aligned, Bench, Read, Surveyed, read_sources, surveyed
from crisis_reader.tui.palette import OURS
from crisis_reader.tui.power import PowerJobs
from crisis_reader.tui.shelf import Shelf
from crisis_reader.tui.words import bar, counted

_EVERY_PAIR = 30
"""Articles up to which all pairs are aligned at once: 435 pairs, seconds in the background."""

_SEEN_PAIRS = 12
"""Of a longer shelf, so many of the articles seen first."""

_LONG_WORK = 0.5
"""Seconds from which work has a bar that tells how far it is."""

_STOPPED = ("align", "read", "overview")
"""Groups of jobs that ``Esc`` stops."""

MOST_COLUMNS = 4
_SWITCH = 0.001
"""Seconds; Python's own is five times that."""


@runtime_checkable
class ShowsShelf(Protocol):
    """A screen that wants to know of new articles and alignments."""

    async def shelf_changed(self, *, settled: bool) -> None:
        """Something on the shelf changed."""


class CrisisReader(PowerJobs):
    """The reader."""

    TITLE = "crisis-reader"
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 6
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("question_mark", "help", "help"),
        bound("exclamation_mark", "problems", "problems", show=False),
        bound("colon", "command_palette", "commands", show=False),
        bound("ctrl+z", "suspend_process", "suspend", show=False, priority=True),
        bound("ctrl+q", "quit", "quit at once", show=False, priority=True),
    ]

    def __init__(
        self,
        sources: Sequence[str] = (),
        *,
        articles: Iterable[Article] = (),
        theme: str | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        theme = theme or self.settings.theme
        for own in OURS:
            self.register_theme(own)
        # Without its watcher: nothing is drawn yet that would have to be drawn anew.
        self.set_reactive(App.theme, theme if theme in self.available_themes else OURS[0].name)
        self.animation_level = "none"
        self.shelf = Shelf()
        self.shelf.add(articles)
        self.sources = tuple(sources)
        """What is still to be read."""
        self.known_sources = tuple(sources)
        self.bench = Bench(sources)
        self._begun = 0.0

    def take_read(self, articles: Iterable[Article], problems: Iterable[Problem]) -> None:
        """Put what was read before the start on the shelf."""
        self.shelf.add(articles, problems)
        self.sources = ()

    def get_default_screen(self) -> Screen[None]:
        """The list."""
        return Home(self.shelf)

    def on_mount(self) -> None:
        """Start the work once the list has been drawn."""
        self.shelf.busy = "reading …" if self.sources else ""
        if self.settings.keys:
            self.set_keymap(dict(self.settings.keys))
        self.call_after_refresh(self._begin)

    def _check_settings(self) -> None:
        """Tell what of the settings can't be used."""
        from crisis_reader.tui.help_text import action_names  # noqa: PLC0415 - only with settings

        faults = unusable(self.settings, action_names(), self.available_themes)
        self.shelf.problems += [*self.settings.problems, *faults]
        if self.settings.problems or faults:
            self.say("some settings can't be used: ! tells which")

    def _begin(self) -> None:
        if self.settings != Settings():
            self._check_settings()
        # What lives by now lives to the end: the collector need not look at it again.
        gc.freeze()
        gc.enable()
        # A key need not wait longer than this for a job in a thread to let go of the interpreter.
        sys.setswitchinterval(_SWITCH)
        if self.sources:
            sources = self.sources
            self.sources = ()
            self.run_job(lambda: self._read(sources), "read")
        else:
            self._align_shelf()

    @property
    def home(self) -> Home:
        """The first screen."""
        home = self.screen_stack[0]
        assert isinstance(home, Home)
        return home

    def add_source(self, source: str) -> None:
        """Read another file or folder."""
        self.known_sources += (source,)
        self.bench.sources = self.known_sources
        self._read_again((source,))

    def action_refresh_sources(self) -> None:
        """Read all sources again: what is new is added, what was read keeps its letter."""
        self._read_again(self.known_sources)

    def _read_again(self, sources: Sequence[str]) -> None:
        self.bench.forget()
        self.shelf.busy = "reading …"
        self.home.list.refresh()
        self.run_job(lambda: self._read(sources), "read")

    # Jobs, in threads

    def _read(self, sources: Sequence[str]) -> None:
        stopped = get_current_worker()
        loaded = read_sources(sources)
        if not stopped.is_cancelled:
            self.post_message(Read(loaded.articles, loaded.problems))

    def _align_shelf(self) -> None:
        letters = list(self.shelf.articles)
        if len(letters) <= _EVERY_PAIR:
            self.want_pairs(letters)
        else:
            self.want_pairs(self.home.list.seen[:_SEEN_PAIRS])

    def want_pairs(self, letters: Sequence[str]) -> None:
        """Align every pair of these that was not aligned yet."""
        self.align_pairs([(a, b) for a, b in self.shelf.missing(letters)])

    def want_closest(self, letter: str) -> None:
        """On a long shelf: align one article with those that are seen beside it in the list."""
        if len(self.shelf.articles) <= _EVERY_PAIR:
            return
        others = [other for other in self.home.list.seen if other != letter]
        known = self.shelf.counts
        self.align_pairs(
            [(letter, other) for other in others if frozenset((letter, other)) not in known]
        )

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

    def stop_work(self) -> bool:
        """Stop what goes on in the background, if it takes long; whether there was any."""
        long = [
            worker
            for worker in self.workers
            if worker.group in _STOPPED and worker.is_running and self.shelf.busy
        ]
        for worker in long:
            worker.cancel()
        if long:
            self.shelf.busy = ""
            self.say("stopped: c compares all the same, r reads the sources again")
            self.home.list.refresh()
        return bool(long)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A job failed: the reader goes on reading, and is told."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            told = f"this part of the work failed ({type(error).__name__}: {error})"
            self.shelf.problems.append(Problem(source=event.worker.group, message=told))
            self.shelf.busy = ""
            self.say("some of the work failed: ! tells what")
            if event.worker.group == "line":
                self.home.no_line("who holds power could not be read: ! tells why")

    # What comes back

    async def on_read(self, message: Read) -> None:
        """Articles came in."""
        before = len(self.shelf.articles), len(self.shelf.problems)
        self.shelf.add(message.articles, message.problems)
        self.shelf.busy = ""
        if before[0]:
            new = len(self.shelf.articles) - before[0]
            lost = " · ! tells what could not be read"
            told = lost if len(self.shelf.problems) > before[1] else ""
            self.say(counted(new, "new article") + told)
        if before[0]:
            self.ask_lines_again()
        await self._spread(settled=False)
        self._align_shelf()

    async def on_aligned(self, message: Aligned) -> None:
        """Pairs were aligned."""
        for alignment in message.alignments:
            self.shelf.keep(alignment)
        self.shelf.busy = f"matching … {message.left} left" if message.left else ""
        if perf_counter() - self._begun > _LONG_WORK:
            done = message.of - message.left
            self.say(f"matching {bar(done, message.of)}" if message.left else "")
        if not message.left:
            # Alignments of long texts are many small records that stay: walking over them again
            # and again would hold up a key for a tenth of a second.
            gc.freeze()
        await self._spread(settled=not message.left)

    async def _spread(self, *, settled: bool) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ShowsShelf):
                await screen.shelf_changed(settled=settled)

    # What the screens ask for

    def on_article_list_opened(self, message: "object") -> None:
        """Read an article."""
        self.read_article(message.letter)  # type: ignore[attr-defined] # ArticleList.Opened

    def on_overview_screen_wanted(self, message: "object") -> None:
        """Make an overview."""
        letters: tuple[str, ...] = message.letters  # type: ignore[attr-defined] # OverviewScreen.Wanted
        articles = [self.shelf.articles[letter] for letter in letters]
        self.run_job(
            lambda: self.post_message(Surveyed(letters, surveyed(self.bench, articles))), "overview"
        )

    def on_surveyed(self, message: Surveyed) -> None:
        """An overview was made: show it."""
        from crisis_reader.tui.overview_screen import OverviewScreen  # noqa: PLC0415 - when first needed

        for screen in self.screen_stack:
            if isinstance(screen, OverviewScreen):
                screen.take(message.letters, message.overview)

    def on_comparison_asked(self, message: "object") -> None:
        """Tell everything about a passage."""
        from crisis_reader.tui.detail import everything  # noqa: PLC0415 - when first needed
        from crisis_reader.tui.text_screen import TextScreen  # noqa: PLC0415 - the same

        passage, letters = message.passage, message.letters  # type: ignore[attr-defined] # Comparison.Asked
        lines = everything(passage, letters, self.shelf.articles)
        self.push_screen(TextScreen("Everything about this passage", lines))

    def on_text_pane_followed(self, message: "object") -> None:
        """Go to the sentence behind a line."""
        target = message.target  # type: ignore[attr-defined] # TextPane.Followed
        from crisis_reader.tui.overview_rows import Row  # noqa: PLC0415 - when first needed

        if isinstance(target, Row):
            self.compare(target.letters, target.spans)
            return
        if isinstance(target, tuple):
            letter, span = target
        else:
            letter, span = self.shelf.letter(target.article), target.span
        if letter in self.shelf.articles:
            self.read_article(letter, span)

    def read_article(self, letter: str, span: Span | None = None) -> None:
        """Open an article, at a passage if one is given."""
        from crisis_reader.tui.read_screen import ReadScreen  # noqa: PLC0415 - when first needed

        self.push_screen(ReadScreen(self.shelf, letter, span))

    def to_compare(self) -> tuple[str, ...]:
        """The marked articles, else the one under the cursor with its closest."""
        if len(self.shelf.marked) > 1:
            return tuple(self.shelf.marked)
        chosen = self.shelf.marked[0] if self.shelf.marked else self.home.list.chosen
        other = self.shelf.closest_to(chosen) if chosen else None
        return (chosen, other) if chosen and other else ()

    def action_compare(self) -> None:
        """Compare the marked, or this one with its closest."""
        letters = self.to_compare()
        if not letters:
            self.say("nothing to compare: mark two articles with Space, then press c")
            return
        if len(letters) > MOST_COLUMNS:
            self.action_overview()
        else:
            self.compare(letters)

    def compare(self, letters: tuple[str, ...], at: tuple[Span, ...] = ()) -> None:
        """Open columns, at the passage that these spans tell if any are given."""
        from crisis_reader.tui.compare_screen import CompareScreen  # noqa: PLC0415 - when first needed

        self.want_pairs(letters)
        self.push_screen(CompareScreen(self.shelf, letters, at))

    def action_overview(self) -> None:
        """What all the compared, marked or listed articles share."""
        from crisis_reader.tui.overview_screen import OverviewScreen  # noqa: PLC0415 - when first needed

        shown: tuple[str, ...] = getattr(self.screen, "letters", ())
        letters = shown or tuple(self.shelf.marked) or tuple(self.home.list.letters)
        if len(letters) > 1:
            self.push_screen(OverviewScreen(self.shelf, letters))
        else:
            self.say("an overview needs two articles: mark them with Space, then press v")

    def action_line(self) -> None:
        """Open the line of succession of the marked, else of what is shown beside the list."""
        from crisis_reader.tui.line_screen import LineScreen  # noqa: PLC0415 - when first needed

        letters = tuple(self.shelf.marked) or self.home.pair or self.to_compare()
        if not letters and self.home.list.chosen:
            letters = (self.home.list.chosen,)
        if letters:
            self.push_screen(LineScreen(self.shelf, letters))
        else:
            self.say("no article to read a line of succession from")

    def action_problems(self) -> None:
        """What could not be read, and why."""
        from crisis_reader.tui.text_screen import TextScreen, problem_lines  # noqa: PLC0415 - when first needed

        self.push_screen(TextScreen("Problems", problem_lines(self.shelf.all_problems())))

    def action_help(self) -> None:
        """All keys."""
        from crisis_reader.tui.help_text import help_lines  # noqa: PLC0415 - when first needed
        from crisis_reader.tui.text_screen import TextScreen  # noqa: PLC0415 - the same

        self.push_screen(TextScreen("Help", help_lines(dict(self.settings.keys))))

    def action_command_palette(self) -> None:
        """Every action by its words."""
        from crisis_reader.tui.commands import Commands  # noqa: PLC0415 - when first needed

        if not isinstance(self.screen, Commands):
            self.push_screen(Commands(id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action that has a key here, then the app's own."""
        from crisis_reader.tui.commands import bound_actions  # noqa: PLC0415 - when first needed

        yield from bound_actions(self, screen)
        yield SystemCommand("theme", "Change the colours", self.action_change_theme)
