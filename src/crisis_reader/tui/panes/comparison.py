"""Comparison: two to four articles side by side, held together by what they share.

Owns which columns are seen, which match is the current one, and the scrolling that keeps it at one
height in every column.
"""

from asyncio import Lock
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from crisis_reader.text.spans import Span
from crisis_reader.tui.lines.detail import detail_lines, hidden
from crisis_reader.tui.lines.styled import line
from crisis_reader.tui.lines.words import circled, counted
from crisis_reader.tui.panes.article_pane import ArticlePane, Mark
from crisis_reader.tui.panes.asking import (
    BY_HAND,
    AnchorAsked,
    AnchorRefused,
    ExportAsked,
    NoteAsked,
)
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.columns import Columns
from crisis_reader.tui.panes.detail_pane import DetailPane
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.noted import note_marks, selected_span, sentence_at
from crisis_reader.tui.session.compared import Compared
from crisis_reader.tui.session.passages import Passage, Shared, next_floor, shared_passages
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

_EMPTY_STEP = 6
"""Empty rows weigh more than a surer match from this part of the height on."""


class Comparison(Widget):
    """Columns of articles and a detail line."""

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
        super().__init__()
        self._begin_at = tuple(begin_at)
        self.best_first = best_first
        """Whether to begin at the surest match, not at the first in the text."""
        self.shelf = shelf
        self.letters: tuple[str, ...] = tuple(letters)
        self.shared = Shared()
        self.floor: float | None = None
        """Lowest score shown, 0 to 1; None for what each pair shows of itself."""
        self.at: int | None = None
        """Index of the current passage; None before the first."""
        self.only = False
        self.remark = ""
        self.waiting = False
        """Whether some pair of these is still being aligned."""
        self._ready = False
        # The screen and the app may both ask for other columns at the same moment.
        self._showing = Lock()

    def compose(self) -> ComposeResult:
        """The columns and the line below them."""
        yield Columns()
        yield DetailPane()

    async def on_mount(self) -> None:
        """Show what is known already."""
        letters, self.letters = self.letters, ()
        await self.show(letters)

    @property
    def columns(self) -> Columns:
        """The articles side by side."""
        return self.query_one(Columns)

    @property
    def panes(self) -> list[ArticlePane]:
        """The columns, left to right."""
        return self.columns.panes

    @property
    def current(self) -> Passage | None:
        """The current passage."""
        return None if self.at is None else self.shared.passages[self.at]

    async def show(self, letters: Sequence[str]) -> None:
        """Compare other articles."""
        async with self._showing:
            await self._show(letters)

    async def _show(self, letters: Sequence[str]) -> None:
        if tuple(letters) == self.letters:
            return
        self.letters, self.at, self.remark = tuple(letters), None, ""
        self._ready = False
        await self.columns.show([(own, self.shelf.articles[own]) for own in self.letters])
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
        kept = self.current
        articles = [self.shelf.articles[letter] for letter in self.letters]
        known = {
            (i, j): alignment
            for i in range(len(articles))
            for j in range(i + 1, len(articles))
            if (alignment := self.shelf.alignment(self.letters[i], self.letters[j]))
        }
        self.waiting = bool(self.shelf.missing(self.letters))
        self.shared = shared_passages(articles, known, self.floor)
        self.columns.guide_by(self.shared)
        self.at = self._found_again(kept)
        self._mark_panes()
        self.columns.fit()
        if self.at is None and self.shared.matches:
            matches = self.shared.matches
            first = max(matches, key=lambda one: one.score) if self.best_first else matches[0]
            first = self._nearest() or self._looked_at() or first
            self.at = self.shared.passages.index(first)
            # Panes that were only just mounted have no height yet.
            self.call_after_refresh(self._begin, first)
        self._light()

    def _begin(self, first: Passage) -> None:
        """Show the first current passage; of the surest ones one that leaves few rows empty."""
        told = self._begin_at or self._looked_at()
        if self.current is first and self.best_first and not told and self.size.width:
            surest = [one for one in self.shared.matches if one.grade == first.grade]
            step = max(1, self.size.height // _EMPTY_STEP)
            best = min(surest, key=lambda one: (self.columns.blank_rows(one) // step, -one.score))
            self.at = self.shared.passages.index(best)
            self._light()
        self._align()

    def _looked_at(self) -> Passage | None:
        """The passage of this comparison that the reader was at last."""
        last, passages = self.shelf.compared, self.shared.passages
        if last.letters == self.letters and last.at is not None and last.at < len(passages):
            return passages[last.at]
        return None

    def _nearest(self) -> Passage | None:
        """The match that lies over the place this was opened for."""
        wanted = dict(enumerate(self._begin_at))
        met = [
            (sum(span.overlap(told) for n, span in wanted.items() if (told := one.told[n])), one)
            for one in self.shared.matches
        ]
        best = max(met, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] else None

    def _found_again(self, kept: Passage | None) -> int | None:
        if kept is None:
            return None
        same = [n for n, p in enumerate(self.shared.passages) if p.told == kept.told]
        return same[0] if same else None

    def _mark_panes(self) -> None:
        for column, pane in enumerate(self.panes):
            marks: list[Mark] = []
            labels: dict[int, str] = {}
            for passage in self.shared.passages:
                span = passage.told[column]
                if passage.is_match and span is not None:
                    weak = passage.grade == "weak"
                    names = (passage.kind, "weak") if weak else (passage.kind,)
                    marks += [(span.start, span.end, name) for name in names]
                    sign = circled(passage.number) + ("?" if weak else "")
                    labels[span.start] = labels.get(span.start, "") + sign
                for parting in passage.partings:
                    own = parting.in_column(column)
                    if own is not None:
                        labels[own.start] = labels.get(own.start, "").replace("▲", "") + "▲"
                        marks.append((own.start, own.end, "difference"))
            noted, signs = note_marks(self.shelf.notes(self.letters[column]))
            marks += noted
            for at, sign in signs.items():
                labels[at] = labels.get(at, "") + sign
            pane.note = "only here" if self.only else ""
            pane.mark(marks, labels, self._only_here(column) if self.only else None)

    def _only_here(self, column: int) -> list[Span]:
        from crisis_reader.text.spans import complement  # noqa: PLC0415 - only for this key

        article = self.shelf.articles[self.letters[column]]
        told = [p.told[column] for p in self.shared.matches]
        spans = [span for span in told if span is not None]
        return list(complement(spans, Span(0, len(article.text))))

    # The current match

    def go(self, at: int) -> None:
        """Make a passage the current one, at one height in every column."""
        self.at = at
        if self.shelf.compared.letters == self.letters:
            self.shelf.compared = Compared(letters=self.letters, at=at)
        self._light()
        self._align()

    def _light(self) -> None:
        passage = self.current
        for column, pane in enumerate(self.panes):
            over: list[Mark] = []
            span = passage.told[column] if passage else None
            if passage and span:
                over.append((span.start, span.end, "now"))
                over += [(word.start, word.end, "words") for word in passage.words[column]]
                for parting in passage.partings:
                    own = parting.in_column(column)
                    if own:
                        over.append((own.start, own.end, "differs"))
            pane.lift(over)
        self._tell()

    def _align(self) -> None:
        self.columns.align(self.current)

    def _tell(self) -> None:
        articles = self.shelf.articles
        detail = self.query_one(DetailPane)
        if self.shared.passages:
            width = detail.room
            detail.tell(
                detail_lines(self.shared, self.at, self.letters, articles, self.remark, width=width)
            )
        else:
            detail.tell([line((self.nothing(), "dim"))])

    def nothing(self) -> str:
        """Why there is no match to show, and what to do next."""
        if not self.shelf.articles:
            return "no articles: i adds a file or folder"
        if self.waiting or (not self.letters and self.shelf.busy):
            stopped = "not looked at yet: q goes back, c compares them"
            return "looking for what they share …" if self.shelf.busy else stopped
        if not self.letters:
            return "no two articles here share a passage yet; Enter reads the one under the cursor"
        if len(self.letters) == 1:
            return "one article alone: mark two or more with Space, then c compares them"
        if self.shared.hidden:
            return f"no match of this grade; {hidden(self.shared)}"
        return "no shared passage: these tell of different events · q goes back to choose others"

    # Keys

    def action_match(self, step: int) -> None:
        """To the next or previous match, round the end with a word about it."""
        self._step(step, lambda passage: passage.is_match, "match")

    def action_difference(self, step: int) -> None:
        """To the next or previous difference."""
        self._step(step, lambda passage: bool(passage.partings), "difference")

    def _step(self, step: int, wanted: Callable[[Passage], bool], name: str) -> None:
        stops = [n for n, passage in enumerate(self.shared.passages) if wanted(passage)]
        if not stops:
            self.remark = f"no {name} to go to"
            self._tell()
            return
        here = self.at if self.at is not None else (-1 if step > 0 else len(self.shared.passages))
        ahead = [n for n in stops if (n > here if step > 0 else n < here)]
        if ahead:
            self.remark, found = "", ahead[0] if step > 0 else ahead[-1]
        else:
            self.remark = f"round to the {'first' if step > 0 else 'last'}"
            found = stops[0] if step > 0 else stops[-1]
        self.go(found)

    def action_floor(self, step: int) -> None:
        """Show fewer or more matches: raise or lower the threshold until some come or go."""
        letters = self.letters
        pairs = [
            self.shelf.alignment(a, b) for n, a in enumerate(letters) for b in letters[n + 1 :]
        ]
        floor = next_floor((pair for pair in pairs if pair is not None), self.floor, step)
        if floor is None:
            told = "all are shown" if step < 0 else "these are the surest"
        else:
            self.floor = floor
            self.remark = ""
            self.take()
            told = f"right at least {round(floor * 10)} times in 10" if floor else "all are shown"
        self.remark = f"{told}: {counted(len(self.shared.matches), 'match', 'matches')}"
        if self.shared.hidden:
            self.remark += f", {hidden(self.shared)}"
        self._tell()

    def action_only(self) -> None:
        """Show only what stands in one article, or all again."""
        self.only = not self.only
        self.remark = "only what the others do not say" if self.only else ""
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
        kept = self.current
        turned = (*self.letters[1:], *self.letters[:1])
        await self.show(turned)
        if kept:
            told = (*kept.told[1:], *kept.told[:1])
            same = [n for n, p in enumerate(self.shared.passages) if p.told == told]
            if same:
                self.go(same[0])

    def action_note(self) -> None:
        """Note something on what is selected, else on the current passage, in the active column."""
        column = self.columns.active
        pane, passage = self.panes[column], self.current
        told = passage.told[column] if passage else None
        span = selected_span(pane) or told or sentence_at(pane, pane.place())
        self.post_message(NoteAsked(self.letters[column], span))

    def action_anchor(self) -> None:
        """Tie two passages together by hand: those selected, else those side by side apart.

        On a match that was tied so the tie is taken back.
        """
        if len(self.letters) != _PAIR:
            self._say("a ties passages of two articles: compare two")
            return
        letters = (self.letters[0], self.letters[1])
        left, right = self.panes
        passage = self.current
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
        from crisis_reader.tui.jobs.copying import copy_out, passage_text  # noqa: PLC0415 - when first needed

        if self.current is None:
            self.remark = "nothing to copy: n goes to the first match"
        else:
            today = datetime.now().astimezone().date()
            text = passage_text(self.current.told, self.letters, self.shelf.articles, today)
            settings = getattr(self.app, "settings", None)
            command = settings.copy_command if settings else ()
            self.remark = copy_out(self.app, text, command=command)
        self._tell()

    def action_export(self) -> None:
        """Write what these share to a file, in a form to choose."""
        pairs = [
            self.shelf.alignment(a, b)
            for n, a in enumerate(self.letters)
            for b in self.letters[n + 1 :]
        ]
        alignments = [pair for pair in pairs if pair is not None]
        if not alignments:
            self.remark = "nothing to export: no two articles were compared yet"
            self._tell()
            return
        articles = [self.shelf.articles[letter] for letter in self.letters]
        grades = [match.grade for pair in alignments for match in pair.matches]
        shown = {passage.grade for passage in self.shared.matches}
        at_least = min((g for g in grades if g in shown), key=lambda g: g.rank, default=None)

        def makers(reports: "Reports") -> "Mapping[str, Maker]":
            return reports.comparison(
                articles,
                alignments,
                letters=self.letters,
                at_least=at_least if self.floor is not None else None,
            )

        self.post_message(ExportAsked(f"comparison-{'-'.join(self.letters)}", makers))

    def action_everything(self) -> None:
        """Everything about the current match."""
        if self.current:
            self.post_message(self.Asked(self.current, self.letters))
