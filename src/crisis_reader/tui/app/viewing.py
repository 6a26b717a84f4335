"""ViewJobs: what the app shows: articles, comparisons, overviews, lines; and the way back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from crisis_reader.errors import UsageError
from crisis_reader.text.spans import Span
from crisis_reader.tui.app.grouping import GroupJobs
from crisis_reader.tui.panes.article_list import ArticleList
from crisis_reader.tui.session.compared import Compared
from crisis_reader.tui.session.history import HasPlace, History, Place

if TYPE_CHECKING:
    from crisis_reader.library import Note, Session
    from crisis_reader.tui.jobs.surveying import Surveyed, Surveying
    from crisis_reader.tui.panes.asking import TextAsked
    from crisis_reader.tui.panes.comparison import Comparison
    from crisis_reader.tui.panes.text_pane import TextPane
    from crisis_reader.tui.screens.overview_screen import OverviewScreen

MOST_COLUMNS = 4
_PAIR = 2
_MOST_SURVEYED = 50
"""Articles of one overview."""


class ViewJobs(GroupJobs):
    """The part of the app that opens views."""

    history: History

    # Places

    def view(self) -> tuple[str, tuple[str, ...]]:
        """Name and letters of what is open; empty for the list."""
        here = self.here()
        return here.view, here.letters

    def here(self) -> Place:
        """The topmost article or comparison on the stack, else the list."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, HasPlace):
                return screen.place
        return Place()

    def reopen(self, session: "Session") -> None:
        """Open the view again that was left without closing it."""
        if len(self.screen_stack) > 1:  # the reader was faster
            return
        if session.view == "compare" and len(self.shelf.compared.letters) > 1:
            self.compare(self.shelf.compared.letters)
        elif session.view == "read" and session.reading is not None:
            letter = self.letter_of_id(session.reading)
            if letter:
                self.read_article(letter)

    async def action_before(self, step: int = -1) -> None:
        """To where the reader was before, or forward again."""
        # Whatever was closed by Esc has left us somewhere else than where we went last.
        self.history.visit(self.here())
        place = self.history.step(step)
        if place is None:
            self.say("this is where you began" if step < 0 else "this is where you were last")
            return
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if place.view == "read":
            self._open_article(place.letters[0], place.span)
        elif place.view == "compare":
            self._open_comparison(place.letters, ())

    # Articles

    def on_article_list_opened(self, message: ArticleList.Opened) -> None:
        """Read an article, at what the list is filtered for."""
        article = self.shelf.articles[message.letter]
        span = None
        if wanted := self.home.list.wanted.strip():
            from crisis_reader.library.search.search import first_hit  # noqa: PLC0415 - loaded with the filter

            span = first_hit(article, wanted)
        self.read_article(message.letter, span)

    def read_article(self, letter: str, span: Span | None = None) -> None:
        """Open an article, at a passage if one is given."""
        self.history.visit(self.here())
        self.history.visit(Place(view="read", letters=(letter,), span=span))
        self._open_article(letter, span)

    def _open_article(self, letter: str, span: Span | None) -> None:
        from crisis_reader.tui.screens.read_screen import ReadScreen  # noqa: PLC0415 - when first needed

        self.set_read((letter,))
        place = self.place_in(letter)
        self.push_screen(ReadScreen(self.shelf, letter, span, place))
        self.remember_soon()

    def read_noted(self, note: "Note") -> None:
        """Go to the passage that a note is on."""
        article = self.shelf.texts.article(note.article_id)
        self.read_article(self.shelf.take_up(article), note.span)

    def action_versions(self) -> None:
        """Compare the article under the cursor with the text it had before."""
        row = self.home.list.chosen_row
        if row is None or row.versions < _PAIR:
            self.say("this article has had one text only")
            return
        try:
            before = self.shelf.texts.article(row.id, row.versions - 1)
        except UsageError as error:
            self.say(str(error))
            return
        letters = (self.shelf.take_up(before), self.shelf.take_up_row(row))
        self.shelf.version_words |= zip(letters, ("older text", "newer text"), strict=True)
        self.compare(letters)

    # Comparisons

    def to_compare(self) -> tuple[str, ...]:
        """The marked articles, else the one under the cursor with its closest."""
        if len(self.shelf.marked) > 1:
            return tuple(self.shelf.marked)
        chosen = self.shelf.marked[0] if self.shelf.marked else self.home.list.chosen
        if chosen is None:
            return ()
        other = self.shelf.closest_to(chosen) or next(iter(self.close_letters(chosen)), None)
        return (chosen, other) if other else ()

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
        self.history.visit(self.here())
        self.history.visit(Place(view="compare", letters=letters))
        self._open_comparison(letters, at)

    def _open_comparison(self, letters: tuple[str, ...], at: tuple[Span, ...]) -> None:
        from crisis_reader.tui.screens.compare_screen import CompareScreen  # noqa: PLC0415 - when first needed

        if letters != self.shelf.compared.letters:
            self.shelf.compared = Compared(letters=letters)
        self.set_read(letters)
        self.want_pairs(letters)
        self.push_screen(CompareScreen(self.shelf, letters, at))
        self.remember_soon()

    # Overviews and lines

    def action_overview(self) -> None:
        """What all the compared, marked or listed articles share."""
        from crisis_reader.tui.screens.overview_screen import OverviewScreen  # noqa: PLC0415 - when first needed

        shown: tuple[str, ...] = getattr(self.screen, "letters", ())
        letters = shown or tuple(self.shelf.marked) or self._listed()
        if len(letters) > 1:
            self.push_screen(OverviewScreen(self.shelf, letters))
        elif self.home.list.listed.count > _MOST_SURVEYED:
            self.say("too many for an overview: mark some with Space, or / filters them first")
        else:
            self.say("an overview needs two articles: mark them with Space, then press v")

    def _listed(self) -> tuple[str, ...]:
        return tuple(self.home.list.take_up_all(_MOST_SURVEYED))

    def on_overview_screen_wanted(self, message: "OverviewScreen.Wanted") -> None:
        """Make an overview."""
        from crisis_reader.tui.jobs.surveying import Surveyed, Surveying, surveyed  # noqa: PLC0415 - when first needed

        letters = message.letters
        articles = [self.shelf.articles[letter] for letter in letters]

        def told(done: int, of: int) -> None:
            self.post_message(Surveying(letters, done, of))

        def work() -> None:
            stopped = get_current_worker()
            overview = surveyed(
                self.bench, articles, told, lambda: stopped.is_cancelled, self.shelf.found
            )
            if overview is not None:
                self.post_message(Surveyed(letters, overview))

        self.run_job(work, "overview")

    def on_surveying(self, message: "Surveying") -> None:
        """An overview is being made: say how far it is."""
        from crisis_reader.tui.screens.overview_screen import OverviewScreen  # noqa: PLC0415 - when first needed

        for screen in self.screen_stack:
            if isinstance(screen, OverviewScreen) and screen.letters == message.letters:
                screen.tell_progress(message.done, message.of)

    def on_surveyed(self, message: "Surveyed") -> None:
        """An overview was made: show it."""
        from crisis_reader.tui.screens.overview_screen import OverviewScreen  # noqa: PLC0415 - when first needed

        for screen in self.screen_stack:
            if isinstance(screen, OverviewScreen):
                screen.take(message.letters, message.overview)

    def action_line(self) -> None:
        """Open the line of the marked, else of the story of the one under the cursor."""
        from crisis_reader.tui.screens.line_screen import LineScreen  # noqa: PLC0415 - when first needed

        letters = tuple(self.shelf.marked) or self._story()
        if letters:
            near = self.home.list.chosen
            self.push_screen(LineScreen(self.shelf, letters, self.scope_of(letters), near))
        else:
            self.say("no article to read a line of succession from")

    def scope_of(self, letters: Sequence[str]) -> str:
        """Out of how many these articles are; of a story that was cut to them, how to go on."""
        of = f"{self.home.list.listed.in_all:,} articles"
        whole = self.all_of_story(letters)
        if whole is None:
            return f"from {len(letters)} of {of}"
        return f"from {len(letters)} of {whole:,} articles on this event (+ more), of {of}"

    def _story(self) -> tuple[str, ...]:
        """The story under the cursor; without others in it what is open beside the list."""
        chosen = self.home.list.chosen
        if chosen is None:
            return ()
        story = self.story_letters(chosen)
        return story if len(story) > 1 else self.home.pair or self.to_compare() or story

    # What lines of text lead to

    def on_comparison_asked(self, message: "Comparison.Asked") -> None:
        """Tell everything about a passage."""
        from crisis_reader.tui.lines.detail import everything  # noqa: PLC0415 - when first needed
        from crisis_reader.tui.screens.text_screen import TextScreen  # noqa: PLC0415 - the same

        lines = everything(message.passage, message.letters, self.shelf.articles)
        self.push_screen(TextScreen("Everything about this passage", lines))

    def on_text_asked(self, message: "TextAsked") -> None:
        """Show lines to read."""
        from crisis_reader.tui.screens.text_screen import TextScreen  # noqa: PLC0415 - when first needed

        self.push_screen(TextScreen(message.title, message.lines))

    def on_text_pane_followed(self, message: "TextPane.Followed") -> None:
        """Go to the sentence behind a line."""
        from crisis_reader.succession import Evidence  # noqa: PLC0415 - after the first frame
        from crisis_reader.tui.lines.overview_rows import Row  # noqa: PLC0415 - the same

        target = message.target
        if isinstance(target, Row):
            self.compare(target.letters, target.spans)
            return
        if isinstance(target, Evidence):
            letter, span = self.shelf.letter(target.article), target.span
        elif isinstance(target, tuple):
            letter, span = target
        else:
            return
        if letter in self.shelf.articles:
            self.read_article(letter, span)
