"""Home: the list, what the closest two share, and who holds power.

The list alone is there on the first frame; the rest is mounted after it.
"""

import os
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from crisis_reader.tui.panes.article_list import ArticleList
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from textual.timer import Timer

    from crisis_reader.tui.panes.comparison import Comparison

WIDE = 150
"""Columns from which list, texts and line stand side by side."""
_REST = 0.25
"""Seconds a cursor must rest before texts are opened for it: a held key moves freely."""
_LOW = 18
"""Rows from which a passage is shown below the list: on fewer it would leave the list none."""
MIDDLE = 100
"""Columns from which the list and the texts do."""


def _list_width(width: int) -> int | str:
    """Columns of the list on a screen of this width; all of them where nothing stands beside it."""
    return 40 if width >= WIDE else 30 if width >= MIDDLE else "1fr"


class Home(Screen[None]):
    """The first screen."""

    BLANK = True  # its children cover it

    AUTO_FOCUS = "ArticleList"
    DEFAULT_CSS = """
    Home { layout: vertical; }
    Home #columns { height: 1fr; }
    Home SuccessionPane { width: 36; }
    Home PassageStrip { height: 10; }
    Home PowerBar { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("c", "app.compare", "compare"),
        bound("l", "app.line", "who is in power"),
        bound("v", "app.overview", "overview", show=False),
        bound("y", "copy", "copy the passage", show=False),
        bound("i", "add", "add a source", show=False),
        bound("r", "app.refresh_sources", "read the sources again", show=False),
        bound("B", "app.notes", "notes and bookmarks", show=False),
        bound("S", "app.stories", "stories", show=False),
        bound("M", "app.mark_story", "mark the story or none", show=False),
        bound("f", "app.fetch_page", "fetch the page of a summary", show=False),
        bound("I", "app.sources", "sources", show=False),
        bound("V", "app.versions", "compare with the text before", show=False),
        bound("O", "address", "open the address", show=False),
        bound("slash", "filter", "filter", show=False),
        bound("n", "match(1)", "next match", show=False),
        bound("p", "match(-1)", "previous match", show=False),
        bound("d", "difference(1)", "next difference", show=False),
        bound("D", "difference(-1)", "previous difference", show=False),
        bound("tab", "pane(1)", "next pane", show=False),
        bound("shift+tab", "pane(-1)", "previous pane", show=False),
        bound("escape", "back", "back", show=False),
        bound("q", "app.quit", "quit", show=False),
    ]

    class Loaded(Message):
        """What stands beside the list is loaded and can be built."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.pair: tuple[str, ...] = ()
        """The articles shown beside the list."""
        self._filled = False
        self._resting: Timer | None = None
        self._awaited: str | None = None
        """The article that shall be opened with its closest as soon as that is known."""

    def compose(self) -> ComposeResult:
        """The list and the keys; all else comes after the first frame."""
        articles = ArticleList(self.shelf)
        # Set here, not by a class later: a second layout would delay the first frame.
        articles.styles.width = _list_width(self.app.size.width)
        with Horizontal(id="columns"):
            yield articles
        yield KeyBar()

    @property
    def list(self) -> ArticleList:
        """The list of articles."""
        return self.query_one(ArticleList)

    @property
    def comparison(self) -> "Comparison | None":
        """The texts beside the list; None before they are there."""
        if not self._filled:
            return None
        from crisis_reader.tui.panes.comparison import Comparison  # noqa: PLC0415 - after the first frame

        return self.query_one(Comparison)

    def on_mount(self) -> None:
        """Fill in once the list has been seen."""
        self.call_after_refresh(self.run_worker, self._load, thread=True, group="fill")

    def _load(self) -> None:
        """Load what is shown next, in a thread: a tenth of a second in which keys go on working."""
        import crisis_reader.tui.panes.comparison  # noqa: PLC0415 - after the first frame
        import crisis_reader.tui.panes.passage_strip  # noqa: PLC0415 - the same
        import crisis_reader.tui.panes.power_bar  # noqa: PLC0415 - the same
        import crisis_reader.tui.panes.succession_pane  # noqa: F401, PLC0415 - the same

        self.post_message(self.Loaded())

    async def on_home_loaded(self) -> None:
        """Build what stands beside the list."""
        from crisis_reader.tui.panes.comparison import Comparison  # noqa: PLC0415 - after the first frame
        from crisis_reader.tui.panes.passage_strip import PassageStrip  # noqa: PLC0415 - the same
        from crisis_reader.tui.panes.power_bar import PowerBar  # noqa: PLC0415 - the same
        from crisis_reader.tui.panes.succession_pane import SuccessionPane  # noqa: PLC0415 - the same

        columns = self.query_one("#columns")
        beside = Comparison(self.shelf, best_first=True), SuccessionPane(self.shelf, lead=1)
        await columns.mount(*beside)
        await self.mount(PassageStrip("Shared passages"), PowerBar(), after=columns)
        if not self.query(PowerBar):  # the reader is being left: nothing is put on the screen
            return
        self._filled = True
        self._shape(self.size)
        await self.open_pair()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side where there is room, else one below the other."""
        if self._filled:
            self._shape(event.size)
            self.call_after_refresh(self.tell_passage)

    def _shape(self, size: Size) -> None:
        width = size.width
        if self._filled:
            self.list.styles.width = _list_width(width)
            self.query_one("Comparison").display = width >= MIDDLE
            self.query_one("SuccessionPane").display = width >= WIDE
            self.query_one("PassageStrip").display = width < MIDDLE and size.height >= _LOW
            self.query_one("PowerBar").display = width < WIDE

    # What is open beside the list

    async def open_pair(self, letters: tuple[str, ...] = ()) -> None:
        """Open these beside the list; without any, the two that share most."""
        comparison = self.comparison
        if comparison is None:
            return
        pair = letters or self.shelf.compared.letters or self.shelf.closest_pair() or ()
        self.pair = pair
        await comparison.show(pair)
        self.tell_passage()
        self.want_line()

    async def begin_anew(self) -> None:
        """Other articles are listed from now on."""
        self.list.begin_anew()
        await self.open_pair()

    def want_line(self) -> None:
        """Ask for the line of what is open, else of all that is listed."""
        if not self._filled:
            return
        from crisis_reader.tui.panes.succession_pane import SuccessionPane  # noqa: PLC0415 - after the first frame

        letters = self.pair or tuple(self.list.take_up(2))
        if letters:
            self.query_one(SuccessionPane).want(letters)
        elif self.shelf.is_open and not self.shelf.busy:
            self.no_line("no article here that could say who holds power")

    def no_line(self, why: str) -> None:
        """Say why there is no line of succession."""
        if not self._filled:
            return
        from crisis_reader.tui.lines.styled import line  # noqa: PLC0415 - the same
        from crisis_reader.tui.panes.power_bar import PowerBar  # noqa: PLC0415 - after the first frame
        from crisis_reader.tui.panes.succession_pane import SuccessionPane  # noqa: PLC0415 - the same

        self.query_one(PowerBar).tell([(why, "dim")])
        self.query_one(SuccessionPane).tell([line((why, "dim"))])

    def tell_passage(self) -> None:
        """Show the current passage on a small screen."""
        from crisis_reader.tui.panes.passage_strip import PassageStrip  # noqa: PLC0415 - after the first frame

        comparison = self.comparison
        if comparison is not None:
            self.query_one(PassageStrip).show(comparison.comparing)

    async def shelf_changed(self, *, settled: bool) -> None:
        """Articles or alignments came in; ``settled`` once the job that brings them is done."""
        self.list.refresh_shared()
        if self.comparison is not None:
            if self.pair:
                self.comparison.take()
                self.tell_passage()
            if settled and self._awaited is not None:
                await self._open_awaited()
            elif settled and not self.pair:
                await self.open_pair()
            elif not self.pair:
                self.tell_passage()

    def on_article_list_chosen(self) -> None:
        """Open what the cursor's article shares with its closest, once the cursor rests."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._open_closest)
        app_of(self).remember_soon()

    async def _open_closest(self) -> None:
        letter = self.list.chosen
        if letter is None:
            return
        marked = self.shelf.marked
        app_of(self).want_closest(marked[0] if marked else letter)
        self._awaited = letter
        await self._open_awaited()

    async def _open_awaited(self) -> None:
        """Open the article that the cursor rests on with its closest, once that is known."""
        letter, row = self._awaited, self.list.chosen_row
        if letter is None or row is None or self.shelf.letter_of_row(row) != letter:
            self._awaited = None
        elif (other := self.shelf.closest_to(letter)) and len(self.shelf.marked) < 2:  # noqa: PLR2004 - a pair
            self._awaited = None
            await self.open_pair((letter, other))

    async def on_article_list_marked(self) -> None:
        """Open the marked ones, if there are two or more."""
        app_of(self).remember_soon()
        marked = tuple(self.shelf.marked[:2])
        if len(marked) == 2:  # noqa: PLR2004 - a pair
            await self.open_pair(marked)

    def on_article_list_read(self, message: ArticleList.Read) -> None:
        """Count an article as read or unread."""
        letter = self.shelf.safely(lambda: self.shelf.take_up_row(message.row), "")
        if letter:
            app_of(self).set_read((letter,), read=message.read)

    # Keys

    def action_match(self, step: int) -> None:
        """To another match, wherever the keys are."""
        if self.comparison is not None:
            self.comparison.action_match(step)
            self.tell_passage()

    def action_difference(self, step: int) -> None:
        """To another difference."""
        if self.comparison is not None:
            self.comparison.action_difference(step)
            self.tell_passage()

    def action_copy(self) -> None:
        """Copy the passage that is shown, with its sources."""
        if self.comparison is not None:
            self.comparison.action_copy()

    def action_pane(self, step: int) -> None:
        """To the next pane."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_back(self) -> None:
        """Back to the list; on it, stop what takes long."""
        if self.list.has_focus and not self.list.wanted and app_of(self).stop_work():
            return
        if self.list.has_focus and self.list.wanted:
            self.list.filter("")
            app_of(self).remember_soon()
        self.list.focus()

    def action_address(self) -> None:
        """Open the article's address in a browser, if it has one that a browser should get."""
        chosen = self.list.chosen
        url = self.shelf.articles[chosen].url if chosen else None
        if url and url.lower().startswith(("http://", "https://")):
            self.app.open_url(url)
        else:
            self.query_one(KeyBar).say("this article has no address")

    async def action_add(self) -> None:
        """Type a file or folder to read."""
        from crisis_reader.tui.panes.prompt import Prompt  # noqa: PLC0415 - an input is costly to import

        typed = ""

        def changed(text: str) -> None:
            nonlocal typed
            typed = text

        def done(kept: bool) -> None:  # noqa: FBT001 - as a prompt calls it
            self.list.focus()
            if kept and typed.strip():
                app_of(self).add_source(os.path.expanduser(typed.strip()))  # noqa: PTH111 - text, it may be an address

        if not self.query(Prompt):
            await self.mount(Prompt("add a file or folder: ", "", changed, done))

    async def action_filter(self) -> None:
        """Type what to list."""
        from crisis_reader.tui.panes.prompt import Prompt  # noqa: PLC0415 - an input is costly to import

        def changed(text: str) -> None:
            self.list.filter(text)

        def done(_kept: bool) -> None:  # noqa: FBT001 - as a prompt calls it
            # The next key is for what was typed, not for what is still listed.
            self.list.settle()
            self.list.focus()

        self.list.look_ahead()
        if not self.query(Prompt):
            await self.mount(Prompt("filter: ", self.list.wanted, changed, done))
