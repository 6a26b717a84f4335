"""CrisisReader: the app: its keys, its screens, its background jobs.

Opens on the list. Reads the sources before the first frame only where that is cheap; everything
else comes from threads, as messages that are handled here and shown by the screens.
"""

import gc
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ScreenError, SystemCommand
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import Worker, WorkerState

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.library.settings import Settings, unusable
from crisis_reader.tui.app.leaving import leave_in_order
from crisis_reader.tui.app.viewing import ViewJobs
from crisis_reader.tui.jobs.bench import Bench
from crisis_reader.tui.panes.bindings import EVERYWHERE
from crisis_reader.tui.panes.palette import OURS
from crisis_reader.tui.screens.home import Home
from crisis_reader.tui.session.history import History
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from crisis_reader.alignment import Anchor
    from crisis_reader.library import Library

_GONE = (MountError, NoMatches, ScreenError)
"""What Textual raises where a widget or its screen is no longer there."""

_STOPPED = ("align", "gather", "overview")
"""Groups of jobs that ``Esc`` stops."""

_SWITCH = 0.001
"""Seconds; Python's own is five times that."""

_PATIENCE = 3.0
"""Seconds that letters and keys wait for the session of the day before."""

_REST = 2.0
"""Seconds without a key after which memory is tidied a little."""

_LONG_REST = 3
"""Such rests in a row after which it is tidied fully, which can hold up a key."""

_YOUNG = 5_000, 50
"""New objects from which the collector looks for garbage, and after how many such looks it goes
over what they left; docs/decisions/0061."""


class CrisisReader(ViewJobs):
    """The reader."""

    TITLE = "crisis-reader"
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 6
    _keys_before = -1
    _rests = 0
    _is_untidy = False
    BINDINGS: ClassVar[list[BindingType]] = [*EVERYWHERE]

    def __init__(
        self,
        sources: Sequence[str] = (),
        *,
        articles: Iterable[Article] = (),
        which: str = "opened",
        kept: "Library | None" = None,
        library_path: Path | None = None,
        theme: str | None = None,
        settings: Settings | None = None,
    ) -> None:
        """A reader.

        Args:
            sources: Files and folders to read.
            articles: What is there already.
            which: Where the articles are from: ``library``, ``samples`` or ``opened``.
            kept: The reader's library, where its articles are what is shown.
            library_path: The file of the reader's library; None for a session that keeps nothing.
            theme: Name of a theme; None for that of the settings, else the dark one.
            settings: What the reader set.
        """
        super().__init__()
        self.settings = settings or Settings()
        theme = theme or self.settings.theme
        for own in OURS:
            self.register_theme(own)
        # Without its watcher: nothing is drawn yet that would have to be drawn anew.
        self.set_reactive(App.theme, theme if theme in self.available_themes else OURS[0].name)
        self.animation_level = "none"
        self.shelf = Shelf()
        self.which = which
        self.library_path = library_path
        self.kept = kept
        if kept is not None:
            self.shelf.list_library(kept)
        self._pending = []
        self._changed = set()
        self._places = {}
        self._asked_read = {}
        self.take_read(articles, ())
        self.sources = tuple(sources)
        self.known_sources = tuple(sources)
        self.bench = Bench(sources)
        self.bench.anchors = self._anchors
        self.history = History()

    def take_read(self, articles: Iterable[Article], problems: Iterable[Problem]) -> None:
        """List what was read before the start."""
        self._read = tuple(articles)
        if self._read:
            self.shelf.list_first(self._read)
        self.shelf.problems.extend(problems)
        self.sources = ()

    def get_default_screen(self) -> Screen[None]:
        """The list."""
        return Home(self.shelf)

    def on_mount(self) -> None:
        """Start the work once the list has been drawn."""
        self.shelf.busy = "reading …" if self.sources else self.waits
        if not self.is_headless:
            leave_in_order(self)
            # What a shell wrote meanwhile stands where the screen was.
            self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self.settings.keys:
            self.set_keymap(dict(self.settings.keys))
        self.call_after_refresh(self._begin)

    def watch_app_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - as a watcher is called
        """Keys go where the screen wants them, also if they were elsewhere when it was opened."""
        if has_focus and self.screen_stack and self.focused is None:
            self.screen.focus_next(self.screen.AUTO_FOCUS or self.AUTO_FOCUS or "*")

    def _check_settings(self) -> None:
        """Tell what of the settings can't be used."""
        from crisis_reader.tui.app.help_text import action_names  # noqa: PLC0415 - only with settings

        faults = unusable(self.settings, action_names(), self.available_themes)
        self.shelf.problems += [*self.settings.problems, *faults]
        if self.settings.problems or faults:
            self.say("some settings can't be used: ! tells which")

    def _begin(self) -> None:
        if self.settings != Settings():
            self._check_settings()
        # What lives by now lives to the end: the collector need not look at it again.
        gc.freeze()
        gc.set_threshold(*_YOUNG)
        gc.enable()
        # A key need not wait longer than this for a job in a thread to let go of the interpreter.
        sys.setswitchinterval(_SWITCH)
        self.set_interval(_REST, self._tidy)
        if self.waits:
            self.say(self.waits, stays=True)
        self.open_library(self._read)
        self.set_timer(_PATIENCE, self._go_without)

    async def _go_without(self) -> None:
        """The library is not open yet (another program may hold it): read on without it."""
        if not self.takes_keys:
            self.shelf.open({})
            self.align_shelf()
            await self.take_keys()

    def _tidy(self) -> None:
        from crisis_reader.tui.jobs.tidying import is_worth_it, tidy  # noqa: PLC0415 - after the first frame

        rests, self._keys_before = self.keys_taken == self._keys_before, self.keys_taken
        self._rests = self._rests + 1 if rests else 0
        if not rests or self.shelf.busy:
            return
        if is_worth_it():
            self._is_untidy = True
            tidy(fully=False)
        if self._is_untidy and self._rests >= _LONG_REST:
            # What a closed screen leaves is garbage by now; what the list alone stands on stays.
            self._is_untidy = False
            tidy(stays=len(self.screen_stack) == 1)

    def _anchors(self, left: Article, right: Article) -> "tuple[Anchor, ...]":
        from crisis_reader.alignment import Anchor  # noqa: PLC0415 - after the first frame

        tied = [anchor.spans for anchor in self.shelf.anchors(left, right)]
        return tuple(Anchor(left=spans[0], right=spans[1]) for spans in tied if spans)

    async def begin_matching(self) -> None:
        """Look for what the articles share; the comparison looked at last is shown again."""
        if self.shelf.compared.letters:
            self.want_pairs(self.shelf.compared.letters)
            await self.home.open_pair(self.shelf.compared.letters)
        if not self.align_shelf():
            await self.spread(settled=True)
        self.begin_grouping()

    def exit(self, *args: object, **kwargs: object) -> None:
        """Keep what is open, then leave."""
        self.remember()
        super().exit(*args, **kwargs)  # type: ignore[arg-type] # passed on as they came

    def _handle_exception(self, error: Exception) -> None:
        """Whoever is asked for a widget while all are being taken down has nothing left to do."""
        if not (self._exit and isinstance(error, _GONE)):
            super()._handle_exception(error)

    def on_unmount(self) -> None:
        """Write what is still to be written."""
        self.let_go()
        self.clear_away()

    def stop_work(self) -> bool:
        """Stop what goes on in the background, if it takes long; whether there was any."""
        long = [
            worker
            for worker in self.workers
            if worker.group in _STOPPED and worker.is_running and self.shelf.busy
        ]
        for worker in long:
            worker.cancel()
        if any(worker.group == "gather" for worker in long):
            self.stopped_reading()
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

    def action_problems(self) -> None:
        """What could not be read, and why."""
        from crisis_reader.tui.screens.text_screen import TextScreen, problem_lines  # noqa: PLC0415 - when first needed

        self.push_screen(TextScreen("Problems", problem_lines(self.shelf.all_problems())))

    def action_help(self) -> None:
        """All keys."""
        from crisis_reader.tui.app.help_text import help_lines  # noqa: PLC0415 - when first needed
        from crisis_reader.tui.screens.text_screen import HelpScreen  # noqa: PLC0415 - the same

        self.push_screen(HelpScreen("Help", help_lines(dict(self.settings.keys))))

    def action_command_palette(self) -> None:
        """Every action by its words."""
        from crisis_reader.tui.app.commands import Commands  # noqa: PLC0415 - when first needed

        if not isinstance(self.screen, Commands):
            self.push_screen(Commands(id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action that has a key here, then the app's own."""
        from crisis_reader.tui.app.commands import bound_actions  # noqa: PLC0415 - when first needed

        yield from bound_actions(self, screen)
        yield SystemCommand("theme", "Change the colours", self.action_change_theme)
