"""OpenJobs: what the app does at the start: opening the library, taking in what was opened.

The list is drawn before any of this; what is only looked at goes into a library that passes.
"""

from collections.abc import Sequence
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.article import Article
from crisis_reader.errors import CrisisReaderError, Problem
from crisis_reader.tui.app.adding import AddJobs
from crisis_reader.tui.app.memory import moment
from crisis_reader.tui.jobs.keeping import open_kept

if TYPE_CHECKING:
    from crisis_reader.library import Library, Source


class LibraryOpened(Message):
    """The reader's library is open, and the articles to show are listed in ``shown``."""

    def __init__(
        self,
        kept: "Library",
        shown: "Library",
        problems: Sequence[Problem],
        to_read: "Sequence[Source]",
    ) -> None:
        super().__init__()
        self.kept = kept
        self.shown = shown
        self.problems = problems
        self.to_read = to_read
        """Sources that were not read yet."""


class OpenJobs(AddJobs):
    """The part of the app that opens libraries."""

    sources: tuple[str, ...]
    """What is still to be read of what was named at the start."""
    waits = ""
    """In words what the library is waited for, where it could not be opened before the start."""
    _folder: "TemporaryDirectory[str] | None" = None

    def open_library(self, read: Sequence[Article]) -> None:
        """Open the reader's library, and put what is only looked at in one that passes.

        Args:
            read: What was read before the start.
        """
        kept = self.kept

        def work() -> None:
            own, problems = (kept, []) if kept else open_kept(self.library_path)
            own.hurry()
            shown: Library = own
            to_read: list[Source] = []
            if self.which == "library" and not own.sources.any():
                self._show_samples()
            if self.which != "library":
                shown, to_read = self._passing(own, read, problems)
            self.post_message(LibraryOpened(own, shown, problems, to_read))

        self.run_job(work, "open")

    def _show_samples(self) -> None:
        """The library that was waited for has nothing to show."""
        from crisis_reader.sources import bundled_articles  # noqa: PLC0415 - only without sources

        self.which = "samples"
        self.sources = self.known_sources = self.bench.sources = (str(bundled_articles()),)

    def _passing(
        self, kept: "Library", read: Sequence[Article], problems: list[Problem]
    ) -> "tuple[Library, list[Source]]":
        """A library of what was opened; what is much is on the disk while the program runs."""
        from crisis_reader.library import Library  # noqa: PLC0415 - after the first frame

        path = None
        if self.sources:
            self._folder = TemporaryDirectory(prefix="crisis-reader-")
            path = f"{self._folder.name}/opened.sqlite3"
        library = Library.passing(path)
        sources = self._put(library, self.known_sources, problems)
        if read:
            source = sources[0] if sources else _given(library)
            library.import_articles(read, source, now=moment())
            for one in sources:
                library.sources.refreshed(one, now=moment())
            library.reading.take_over(kept.reading)
        return library, sources if self.sources else []

    def _put(
        self, library: "Library", named: Sequence[str], problems: list[Problem]
    ) -> "list[Source]":
        from crisis_reader.library import add_source  # noqa: PLC0415 - after the first frame

        sources = []
        for name in named:
            try:
                sources.append(add_source(library, name, now=moment()))
            except CrisisReaderError as error:
                if self.sources:  # otherwise whoever read it has told already
                    problems.append(Problem(source=name, message=str(error)))
        return sources

    async def on_library_opened(self, message: LibraryOpened) -> None:
        """List what it holds, take up what was left, then begin to work."""
        from crisis_reader.library import ShelfKind  # noqa: PLC0415 - loaded by now

        if self.is_leaving:
            message.kept.close()
            return
        if self.waits:
            self.unsay(self.waits)
            self.waits = self.shelf.busy = ""
        self.take_library(message.kept)
        self.shown_library = message.shown
        self.shelf.list_library(message.shown)
        self.shelf.problems += message.problems
        if any(problem.lost for problem in message.problems):
            self.say("your library can't be opened: ! tells why; nothing is kept")
        if self.which == "library":
            self._know_sources(message.kept)
        session = message.kept.memory.session(ShelfKind(self.which), self.session_of)
        self.restore_list(session)
        self.sources = ()
        self.home.list.reload()
        if message.to_read:
            self.left = session
            self.gather(message.to_read, first=True)
        else:
            self.restore_marks(session)
        self.take_up_shelf()
        await self.begin_matching()
        if not message.to_read:
            self.reopen(session)
        await self.take_keys()
        self.begin_watching()
        self.begin_refreshing()

    async def begin_matching(self) -> None:
        """Look for what the articles share."""
        raise NotImplementedError

    def _know_sources(self, library: "Library") -> None:
        addresses = tuple(source.address for source in library.sources.all())
        self.bench.sources = self.known_sources = addresses

    async def show_library(self) -> None:
        """List the reader's library instead of the samples; both keep their letters."""
        if self.kept is None:
            return
        self.remember()
        self.workers.cancel_group(self, "align")
        self.shelf.end_finding()
        if self.shown_library is not None and self.shown_library is not self.kept:
            self.shown_library.close()
        self.which, self.shown_library = "library", self.kept
        self.shelf.list_library(self.kept)
        self.shelf.leave()
        self._know_sources(self.kept)
        await self.home.begin_anew()

    def clear_away(self) -> None:
        """Let go of what passes."""
        self.end_watching()
        self.shelf.end_finding()
        if self.shown_library is not None and self.shown_library is not self.kept:
            self.shown_library.close()
        if self._folder is not None:
            self._folder.cleanup()


def _given(library: "Library") -> "Source":
    """A source for articles that a program handed over."""
    from crisis_reader.library import SourceKind  # noqa: PLC0415 - after the first frame

    return library.sources.add("given", SourceKind.INPUT, now=moment())
