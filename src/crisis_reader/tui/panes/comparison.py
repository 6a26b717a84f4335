"""Comparison: two to four articles side by side, held together by what they share.

Shows what its `Comparing` knows: marks in the columns, the current passage at one height in all of
them, what is to be said of it below.
"""

from asyncio import Lock
from collections.abc import Callable, Sequence
from heapq import nlargest
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.detail import detail_lines, floor_words
from crisis_reader.tui.panes.article_pane import ArticlePane
from crisis_reader.tui.panes.asking import (
    BY_HAND,
    AnchorAsked,
    AnchorRefused,
    CopyAsked,
    ExportAsked,
    NoteAsked,
)
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.columns import Columns
from crisis_reader.tui.panes.detail_pane import DetailPane
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.noted import selected_span, sentence_at
from crisis_reader.tui.panes.passage_marks import column_marks, current_marks
from crisis_reader.tui.session.comparing import Comparing
from crisis_reader.tui.session.passages import Passage
from crisis_reader.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crisis_reader.tui.jobs.exporting import Maker, Reports

_PAIR = 2

KEYS: tuple[Binding, ...] = (
    bound("n", "match(1)", "next match"),
    bound("p", "match(-1)", "previous match", show=False),
    bound("d", "difference(1)", "next difference"),
    bound("D", "difference(-1)", "previous difference", show=False),
    bound("left_square_bracket,minus", "floor(1)", "fewer", show=False, key_display="[ -"),
    bound("right_square_bracket,plus", "floor(-1)", "more", show=False, key_display="] +"),
    bound("o", "only", "only here"),
    bound("m", "link", "scroll apart"),
    bound("x", "swap", "swap", show=False),
    bound("y", "copy", "copy with source", show=False),
    bound("a", "anchor", "tie together by hand", show=False),
    bound("b", "note", "note or bookmark", show=False),
    bound("e", "export", "export", show=False),
)
"""The keys of a comparison; they work wherever one is on the screen."""

_AT_ONCE = 20_000
"""Characters of all columns up to which what stands in one alone is found while a key waits."""

_LOOKED_AT = 40
"""Of the surest matches so many are looked at for empty rows: long texts have thousands."""

_EMPTY_STEP = 6
"""Empty rows weigh more than a surer match from this part of the height on."""


class Comparison(Widget):
    """Columns of articles and a detail line."""

    BLANK = True  # its children cover it

    DEFAULT_CSS = """
    Comparison { layout: vertical; width: 1fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        bound("enter", "everything", "all about it"),
    ]

    class Asked(Message):
        """The reader wants everything about a passage."""

        def __init__(self, passage: Passage, letters: tuple[str, ...]) -> None:
            super().__init__()
            self.passage = passage
            self.letters = letters

    def __init__(
        self,
        shelf: Shelf,
        letters: Sequence[str] = (),
        *,
        best_first: bool = False,
        begin_at: Sequence[Span] = (),
    ) -> None:
        """Articles to compare; see :class:`Comparing`."""
        super().__init__()
        self.comparing = Comparing(shelf, best_first=best_first, begin_at=begin_at)
        self._first_letters = tuple(letters)
        self.only = False
        """Whether only what stands in one article is shown."""
        self._alone: dict[int, tuple[Span, ...]] = {}
        """What that is in each column, as far as it is known."""
        self.remark = ""
        """What the last key did."""
        self._ready = False
        # The screen and the app may both ask for other columns at the same moment.
        self._showing = Lock()

    def compose(self) -> ComposeResult:
        """The columns and the line below them."""
        yield Columns()
        yield DetailPane()

    async def on_mount(self) -> None:
        """Show what is known already."""
        await self.show(self._first_letters)

    @property
    def columns(self) -> Columns:
        """The articles side by side."""
        return self.query_one(Columns)

    @property
    def panes(self) -> list[ArticlePane]:
        """The columns, left to right."""
        return self.columns.panes

    async def show(self, letters: Sequence[str]) -> None:
        """Compare other articles."""
        async with self._showing:
            await self._show(letters)

    async def _show(self, letters: Sequence[str]) -> None:
        own = self.comparing
        if tuple(letters) == own.letters:
            return
        own.begin(letters)
        self.remark, self._ready = "", False
        await self.columns.show(list(zip(own.letters, own.articles, strict=True)))
        self._ready = True
        self.take()

    def on_resize(self) -> None:
        """Say what fits now."""
        if self._ready:
            self._tell()

    # What is shared

    def take(self) -> None:
        """Draw the passages from what the shelf knows by now; the current one is kept."""
        if not self._ready:
            return
        first = self.comparing.take()
        self.columns.guide_by(self.comparing.shared)
        if self.only:
            self._look_for_only()
        self._mark_panes()
        self.columns.fit()
        if first is not None:
            # Panes that were only just mounted have no height yet.
            self.call_after_refresh(self._begin, first)
        self._light()

    def _begin(self, first: Passage) -> None:
        """Show the first current passage; of the surest ones one that leaves few rows empty."""
        own = self.comparing
        surest = own.surest if own.current is first and self.size.width else ()
        if surest:
            step = max(1, self.size.height // _EMPTY_STEP)
            few = nlargest(_LOOKED_AT, surest, key=lambda one: one.score)
            best = min(few, key=lambda one: (self.columns.blank_rows(one) // step, -one.score))
            own.at = own.shared.passages.index(best)
            self._light()
        self._align()

    def _mark_panes(self) -> None:
        for column in range(len(self.panes)):
            self._mark_pane(column)

    def _mark_pane(self, column: int) -> None:
        own, pane = self.comparing, self.panes[column]
        notes = own.shelf.notes(own.letters[column])
        pane.version = self._version(column)
        pane.note = self._note(column)
        pane.mark(*column_marks(own.shared, column, notes), self._alone.get(column))

    def _version(self, column: int) -> str:
        """Which of two texts of one article stands here; empty where no other one does."""
        own = self.comparing
        same = [one for one in own.articles if one.id == own.articles[column].id]
        return own.shelf.version_words.get(own.letters[column], "") if len(same) > 1 else ""

    def _note(self, column: int) -> str:
        if not self.only:
            return ""
        if column not in self._alone:
            return "looking …"
        read = self.comparing.partly_read(column)
        return f"not all of {', '.join(read)} was read" if read else "only here"

    def _look_for_only(self) -> None:
        """Find what stands in one column alone; of long texts in the background."""
        own, letters = self.comparing, self.comparing.letters
        if sum(len(article.text) for article in own.articles) <= _AT_ONCE:
            self._alone = {column: own.only(column) for column in range(len(letters))}
            return

        def work() -> None:
            # One column after the other: laying one out is enough for a turn of the screen.
            for column in range(len(letters)):
                self.app.call_from_thread(taken, column, own.only(column))

        def taken(column: int, alone: tuple[Span, ...]) -> None:
            if self.only and own.letters == letters and self.is_attached:
                self._alone[column] = alone
                self._mark_pane(column)

        self.run_worker(work, thread=True, group="only", exclusive=True, exit_on_error=False)

    # The current match

    def go(self, at: int) -> None:
        """Make a passage the current one, at one height in every column."""
        self.comparing.go(at)
        self._light()
        self._align()

    def _light(self) -> None:
        for column, pane in enumerate(self.panes):
            pane.lift(current_marks(self.comparing.current, column))
        self._tell()

    def _align(self) -> None:
        self.columns.align(self.comparing.current)

    def _tell(self, remark: str | None = None) -> None:
        if remark is not None:
            self.remark = remark
        detail = self.query_one(DetailPane)
        detail.tell(detail_lines(self.comparing, self.remark, width=detail.room))

    # Keys

    def action_match(self, step: int) -> None:
        """To the next or previous match, round the end with a word about it."""
        self._step(step, lambda passage: passage.is_match, "match")

    def action_difference(self, step: int) -> None:
        """To the next or previous difference."""
        self._step(step, lambda passage: bool(passage.partings), "difference")

    def _step(self, step: int, wanted: Callable[[Passage], bool], name: str) -> None:
        stop = self.comparing.stop_after(step, wanted)
        if stop is None:
            self._tell(f"no {name} to go to")
            return
        at, is_round = stop
        self.remark = f"round to the {'first' if step > 0 else 'last'}" if is_round else ""
        self.go(at)

    def action_floor(self, step: int) -> None:
        """Show fewer or more matches: raise or lower the threshold until some come or go."""
        has_moved = self.comparing.move_floor(step)
        if has_moved:
            self.take()
        self._tell(floor_words(self.comparing, step, has_moved=has_moved))

    def action_only(self) -> None:
        """Show only what stands in one article, or all again."""
        self.only = not self.only
        self._alone = {}
        self.remark = "what one alone tells" if self.only else ""
        if self.only:
            self._look_for_only()
        self._mark_panes()
        self._light()
        if not self.only:
            self._align()

    def action_link(self) -> None:
        """Scroll together or apart."""
        columns = self.columns
        columns.linked = not columns.linked
        self.remark = "columns scroll together" if columns.linked else "columns scroll apart"
        if columns.linked:
            self._align()
        self._tell()

    async def action_swap(self) -> None:
        """Move the first column to the end."""
        own = self.comparing
        kept, letters = own.current, own.letters
        await self.show((*letters[1:], *letters[:1]))
        same = own.shared.index_of((*kept.told[1:], *kept.told[:1])) if kept else None
        if same is not None:
            self.go(same)

    def action_note(self) -> None:
        """Note something on what is selected, else on the current passage, in the active column."""
        column, passage = self.columns.active, self.comparing.current
        pane = self.panes[column]
        told = passage.told[column] if passage else None
        span = selected_span(pane) or told or sentence_at(pane, pane.place())
        self.post_message(NoteAsked(self.comparing.letters[column], span))

    def action_anchor(self) -> None:
        """Tie two passages together by hand: those selected, else those side by side apart.

        On a match that was tied so the tie is taken back.
        """
        if len(self.comparing.letters) != _PAIR:
            self._say("a ties passages of two articles: compare two")
            return
        letters = (self.comparing.letters[0], self.comparing.letters[1])
        left, right = self.panes
        passage = self.comparing.current
        if passage and passage.because == BY_HAND and passage.told[0] and passage.told[1]:
            self.post_message(AnchorRefused(letters, (passage.told[0], passage.told[1])))
            return
        selected = selected_span(left), selected_span(right)
        if selected[0] and selected[1]:
            self.post_message(AnchorAsked(letters, (selected[0], selected[1])))
        elif self.columns.linked:
            self._say("m first: scroll two sentences to the top of their columns; then a ties them")
        else:
            spans = (sentence_at(left, left.place()), sentence_at(right, right.place()))
            self.post_message(AnchorAsked(letters, spans))

    def _say(self, words: str) -> None:
        for bar in self.screen.query(KeyBar):
            bar.say(words)

    def action_copy(self) -> None:
        """Copy the current passage in every wording, each with its source."""
        own = self.comparing
        if own.current is None:
            self._tell("nothing to copy: n goes to the first match")
        else:
            self.post_message(CopyAsked(own.letters, own.current.told, self._tell))

    def action_export(self) -> None:
        """Write what these share to a file, in a form to choose."""
        own = self.comparing
        letters, articles, alignments = own.letters, own.articles, list(own.alignments.values())
        if not alignments:
            self._tell("nothing to export: no two articles were compared yet")
            return
        at_least = own.lowest_grade

        def makers(reports: "Reports") -> "Mapping[str, Maker]":
            return reports.comparison(articles, alignments, letters=letters, at_least=at_least)

        self.post_message(ExportAsked(f"comparison-{'-'.join(letters)}", makers))

    def action_everything(self) -> None:
        """Everything about the current match."""
        if self.comparing.current:
            self.post_message(self.Asked(self.comparing.current, self.comparing.letters))
