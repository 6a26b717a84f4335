"""MemoryJobs: what the app keeps from one day to the next, and what it takes up again.

The reader's library is opened after the first frame, unless its articles are what is shown. Until
it is open, what shall be kept waits.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from crisis_reader.article import Article
from crisis_reader.errors import CrisisReaderError
from crisis_reader.tui.app.matching import MatchJobs
from crisis_reader.tui.jobs.keeping import Keeper, Kept
from crisis_reader.tui.session.compared import Compared
from crisis_reader.tui.session.listed import ORDERS

if TYPE_CHECKING:
    from textual.timer import Timer

    from crisis_reader.library import Library, Session

_T = TypeVar("_T")
_PAUSE = 2.0
"""Seconds between a change and its being remembered: a crash costs no more than that."""


def moment() -> datetime:
    """Now, with its zone."""
    return datetime.now(UTC)


def _nothing(_: object) -> None:
    """What follows where nothing does."""


class MemoryJobs(MatchJobs):
    """The part of the app that remembers."""

    kept: "Library | None" = None
    """The reader's library; None until it is open."""
    which: str
    """Where the articles shown are from: ``library``, ``samples`` or ``opened``."""
    library_path: Path | None = None
    """The file of the reader's library; None for a session that keeps nothing."""
    _keeper: Keeper | None = None
    _pending: "list[tuple[Callable[[Library], object], Callable[[object], object], bool]]"
    _asked_read: dict[str, bool]
    """What was asked for of articles by id: it may not be on the disk yet."""
    _places: dict[str, int]
    """Where each article was left, as it is kept."""
    _pausing: "Timer | None" = None
    _complained = False
    _restored = False
    left: "Session | None" = None
    """What is to be taken up again once the articles have been read."""

    # Keeping

    def keep(
        self,
        work: "Callable[[Library], _T]",
        then: Callable[[_T], object] = _nothing,
        *,
        quietly: bool = False,
    ) -> None:
        """Write something into the reader's library, in the background.

        Args:
            work: Writes it.
            then: Called once it is on the disk, with what ``work`` gave; may be a coroutine.
            quietly: Whether a failure is told once only: the reader did not ask for this.
        """
        if self._keeper is None:
            self._pending.append((work, then, quietly))  # type: ignore[arg-type] # as they came
        else:
            self._keeper.keep(work, then, quietly=quietly)

    async def on_kept(self, message: Kept) -> None:
        """It is on the disk, or could not be written."""
        if message.problem is not None:
            self.shelf.problems.append(message.problem)
            if not (message.quietly and self._complained):
                self.say(f"your library: {message.problem.message}")
            self._complained = True
            return
        then = message.then()
        if isawaitable(then):
            await then

    def take_library(self, library: "Library") -> None:
        """The reader's library is open: what waited for it is written."""
        self.kept = library
        self.shelf.marks = library.marks
        self._keeper = Keeper(library, self.post_message)
        pending, self._pending = self._pending, []
        for work, then, quietly in pending:
            self.keep(work, then, quietly=quietly)

    def let_go(self) -> None:
        """Wait until everything is written, then close the library."""
        if self._keeper is not None:
            self._keeper.close()
        if self.kept is not None:
            self.kept.close()

    # Reading

    def set_read(self, letters: Sequence[str], *, read: bool = True) -> None:
        """Count articles as read or unread."""
        articles = [self.shelf.articles[letter] for letter in letters]
        self.shelf.news -= {article.id for article in articles}
        if all(self._is_read(article) == read for article in articles):
            return
        self._asked_read |= {article.id: read for article in articles}
        self.keep(
            lambda library: library.reading.set_read(articles, read=read, now=moment()),
            lambda _: self._read_changed(articles, read=read),
            quietly=True,
        )

    def _is_read(self, article: Article) -> bool | None:
        """Whether an article counts as read, as last asked for; None where that is not known."""
        if article.id in self._asked_read or self.kept is None:
            return self._asked_read.get(article.id)
        state_of = self.kept.reading.state
        state = self.shelf.safely(lambda: state_of(article), None)
        return None if state is None else state.read is not None and not state.changed

    def _read_changed(self, articles: Sequence[Article], *, read: bool) -> None:
        shown = self.shown
        if shown is not None and shown is not self.kept:
            shown.reading.set_read(articles, read=read, now=moment())
        if not self.is_leaving:
            self.home.list.reload()

    @property
    def shown(self) -> "Library | None":
        """The library whose articles are listed; None until it is open."""
        raise NotImplementedError

    def keep_place(self, letter: str, offset: int) -> None:
        """Remember where an article was left."""
        self.shelf.places[letter] = offset
        if self._places.get(letter) == offset:
            return
        self._places[letter] = offset
        article = self.shelf.articles[letter]
        self.keep(lambda library: library.reading.set_position(article, offset), quietly=True)

    def place_in(self, letter: str) -> int:
        """Where an article was left, also on another day; its start if nothing is known."""
        if letter not in self.shelf.places and self.kept is not None:
            state_of, article = self.kept.reading.state, self.shelf.articles[letter]
            place = self.shelf.safely(lambda: state_of(article).position, None) or 0
            self.shelf.places[letter] = self._places[letter] = place
        return self.shelf.places.get(letter, 0)

    # The session

    @property
    def session_of(self) -> str:
        """Which sources were opened, in few letters that are the same next time."""
        if self.which != "opened":
            return ""
        places = "\n".join(sorted(str(Path(one).absolute()) for one in self.known_sources))
        return sha256(places.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def remember_soon(self) -> None:
        """Keep the session once the reader pauses."""
        if self._restored and self._pausing is None:
            self._pausing = self.set_timer(_PAUSE, self.remember)

    def remember(self) -> None:
        """Keep what is open now."""
        self._pausing = None
        if not self._restored or self.is_leaving:
            return
        from crisis_reader.library import ShelfKind  # noqa: PLC0415 - loaded by now

        session, of, which = self.session(), self.session_of, ShelfKind(self.which)
        self.keep(
            lambda library: library.memory.save_session(which, session, of, now=moment()),
            quietly=True,
        )

    def session(self) -> "Session":
        """What is open now."""
        from crisis_reader.library import Session  # noqa: PLC0415 - loaded by now

        shelf, shown = self.shelf, self.home.list
        row = shown.chosen_row
        compared = shelf.compared
        letters = dict.fromkeys((*shelf.marked, *compared.letters))
        ids = {letter: shelf.articles[letter].id for letter in letters}
        view, shown_letters = self.view()
        return Session(
            view=view,
            selected=row.id if row else None,
            marked=tuple(ids[letter] for letter in shelf.marked),
            compared=tuple(ids[letter] for letter in compared.letters),
            match=compared.at,
            reading=shelf.articles[shown_letters[0]].id if view == "read" else None,
            sort=ORDERS[shown.listed.order][1],
            filter=shown.wanted,
            letters=tuple(ids.items()),
        )

    def view(self) -> tuple[str, tuple[str, ...]]:
        """Name and letters of what is open; empty for the list."""
        raise NotImplementedError

    def restore_list(self, session: "Session") -> None:
        """Take up again how the list was left."""
        shelf, shown = self.shelf, self.home.list
        shelf.open({id_: letter for letter, id_ in session.letters})
        orders = [name for _, name in ORDERS]
        shown.listed.order = orders.index(session.sort) if session.sort in orders else 0
        shown.listed.wanted = session.filter
        shown.reload()
        if session.selected is not None:
            shown.choose(session.selected)

    def restore_marks(self, session: "Session") -> None:
        """Take up again what was marked and compared, unless the reader was faster."""
        shelf = self.shelf
        if not shelf.marked:
            shelf.marked += filter(None, map(self.letter_of_id, session.marked))
        letters = tuple(filter(None, map(self.letter_of_id, session.compared)))
        # Two texts of one article have one id: they are not taken up again.
        if len(set(letters)) == len(session.compared) > 1 and not shelf.compared.letters:
            shelf.compared = Compared(letters=letters, at=session.match)
        self._restored = True

    def reopen(self, session: "Session") -> None:
        """Open the view again that was left."""
        raise NotImplementedError

    def letter_of_id(self, id_: str) -> str:
        """The letter of an article by its id; empty for one that is no longer here."""
        try:
            return self.shelf.take_up(self.shelf.texts.article(id_))
        except CrisisReaderError:
            return ""
