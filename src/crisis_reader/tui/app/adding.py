"""AddJobs: what the app does with sources: adding them, listing them, taking them off."""

from typing import TYPE_CHECKING

from crisis_reader.errors import CrisisReaderError, Problem
from crisis_reader.tui.app.memory import moment
from crisis_reader.tui.app.watching import WatchJobs
from crisis_reader.tui.lines.words import counted

if TYPE_CHECKING:
    from crisis_reader.library import Added, Source


class AddJobs(WatchJobs):
    """The part of the app that knows where articles come from."""

    def add_source(self, address: str) -> None:
        """Add a file, a folder, a page or a feed: to the library, or beside what was opened."""
        from crisis_reader.library import add_sources  # noqa: PLC0415 - after the first frame

        shown = self.shown_library
        if shown is None:
            self.say("the library is still being opened")
        elif self.which == "opened" or self.library_path is None:
            try:
                added = add_sources(shown, address, now=moment())
            except CrisisReaderError as error:
                self.shelf.problems.append(Problem(source=address, message=str(error)))
                self.say(str(error))
            else:
                self._read_added(added)
        else:
            self.keep(lambda library: add_sources(library, address, now=moment()), self._added)

    async def _added(self, added: "Added") -> None:
        if self.which == "samples":
            await self.show_library()
            self.say(
                "added: your library is shown from now on; crisis-reader samples opens the samples"
            )
        self._read_added(added)

    def _read_added(self, added: "Added") -> None:
        self.shelf.problems += added.problems
        self.known_sources += tuple(source.address for source in added.new)
        self.bench.sources = self.known_sources
        self.begin_watching()
        sources = (*added.new, *added.known)
        if sources:
            self.gather(sources)
        else:
            self.say("nothing was found there: ! tells why")

    async def show_library(self) -> None:
        """List the reader's library instead of the samples."""
        raise NotImplementedError

    # The sources there are

    def action_sources(self) -> None:
        """The places that articles come from."""
        from crisis_reader.tui.screens.sources_screen import SourcesScreen  # noqa: PLC0415 - when first needed

        if self.shown_library is not None:
            self.push_screen(SourcesScreen(self.shown_library.sources.all()))

    def remove_source(self, source: "Source") -> None:
        """Take a source and its articles off the shelf; notes on them stay."""
        if self.shown_library is self.kept:
            self.keep(lambda library: library.sources.remove(source), self._removed)
        elif self.shown_library is not None:
            self._removed(self.shown_library.sources.remove(source))

    def _removed(self, articles: int) -> None:
        from crisis_reader.tui.screens.sources_screen import SourcesScreen  # noqa: PLC0415 - when first needed

        self.home.list.reload()
        self.begin_watching()
        if self.shown_library is not None and isinstance(self.screen, SourcesScreen):
            self.screen.take(self.shown_library.sources.all())
        self.say(f"{counted(articles, 'article')} taken off; notes on them are kept")
