"""Marking: what a reader notes on passages, and which passages are tied together by hand.

The part of the app that keeps what `panes.asking` asks for.
"""

from functools import partial
from typing import TYPE_CHECKING

from crisis_reader.text.spans import Span
from crisis_reader.tui.app.memory import MemoryJobs, moment
from crisis_reader.tui.panes.asking import AnchorAsked, AnchorRefused, NoteAsked

if TYPE_CHECKING:
    from crisis_reader.library import Library, Note, PinnedAnchor


class MarkJobs(MemoryJobs):
    """The part of the app that keeps notes, bookmarks and anchors."""

    # Notes and bookmarks

    async def on_note_asked(self, message: NoteAsked) -> None:
        """Ask for the words; none make it a bookmark."""
        from crisis_reader.tui.panes.prompt import Prompt  # noqa: PLC0415 - an input is costly to import

        message.stop()
        screen = self.screen
        if screen.query(Prompt):
            return
        back = screen.focused
        typed: list[str] = [""]

        def done(kept: bool) -> None:  # noqa: FBT001 - as a prompt calls it
            if back is not None:
                back.focus()
            if kept:
                self.note(message.letter, message.span, typed[0].strip() or None)

        def changed(text: str) -> None:
            typed[0] = text

        await screen.mount(Prompt("note (empty: a bookmark): ", "", changed, done))

    def note(self, letter: str, span: Span, words: str | None) -> None:
        """Keep a note on a passage, a bookmark where there are no words."""
        article = self.shelf.articles[letter]
        said = "bookmark kept" if words is None else "note kept"
        self.keep(
            lambda library: library.marks.add_note(article, span, words, now=moment()),
            lambda _: self._marks_changed(f"{said} · B lists them"),
        )

    def change_note(self, note: "Note", words: str | None) -> None:
        """Put other words in a note."""
        self.keep(
            lambda library: library.marks.change_note(note.number, words, now=moment()),
            lambda _: self._marks_changed("note changed"),
        )

    def remove_note(self, note: "Note") -> None:
        """Take a note or bookmark away."""
        self.keep(
            lambda library: library.marks.remove_note(note.number),
            lambda _: self._marks_changed("taken away"),
        )

    async def _marks_changed(self, said: str) -> None:
        self.shelf.forget_notes()
        self.say(said)
        await self.spread(settled=True)
        self._reload_notes()

    # Anchors

    def on_anchor_asked(self, message: AnchorAsked) -> None:
        """Keep it, then align the two anew."""
        left, right = (self.shelf.articles[letter] for letter in message.letters)
        self.keep(
            lambda library: library.marks.add_anchor(left, right, message.spans, now=moment()),
            lambda _: self._realign(message.letters, "tied together"),
        )

    def on_anchor_refused(self, message: AnchorRefused) -> None:
        """Take the anchor that ties these away, then align the two anew."""
        left, right = (self.shelf.articles[letter] for letter in message.letters)
        tied = [a for a in self.shelf.anchors(left, right) if a.spans == message.spans]
        if not tied:
            self.say("these were not tied together by hand")
        for anchor in tied:
            self.keep(
                partial(_untie, anchor),
                lambda _: self._realign(message.letters, "untied"),
            )

    def _realign(self, letters: tuple[str, str], said: str) -> None:
        self.say(said)
        self.align_pairs([letters])

    # The screen that lists them

    def action_notes(self) -> None:
        """Every note and bookmark."""
        from crisis_reader.tui.screens.notes_screen import NotesScreen, noted  # noqa: PLC0415 - when first needed

        if self.kept is None:
            self.say("the library is still being opened")
        else:
            self.push_screen(NotesScreen(noted(self.kept.marks, self.shelf)))

    def _reload_notes(self) -> None:
        from crisis_reader.tui.screens.notes_screen import NotesScreen, noted  # noqa: PLC0415 - when first needed

        for screen in self.screen_stack:
            if isinstance(screen, NotesScreen) and self.kept is not None:
                screen.take(noted(self.kept.marks, self.shelf))


def _untie(anchor: "PinnedAnchor", library: "Library") -> None:
    library.marks.remove_anchor(anchor.number)
