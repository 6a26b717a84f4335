"""NotesScreen: every note and bookmark, with its place; those whose passage is gone say so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_reader.errors import UsageError
from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.lines.words import counted, day_text
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.panes.noted import BOOKMARK, NOTE
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.screens.text_screen import LinesScreen

if TYPE_CHECKING:
    from crisis_reader.library import Note
    from crisis_reader.library.marks.marks import Marks
    from crisis_reader.tui.session.shelf import Shelf

_LONG = 200
"""Characters of a passage shown."""

Noted = tuple["Note", str]
"""A note and why it can't be gone to; an empty reason where it can."""


def noted(marks: "Marks", shelf: "Shelf") -> list[Noted]:
    """Every note with its place in the text as it is now, in the order made."""
    found: list[Noted] = []
    placed: dict[str, dict[int, Note]] = {}
    for note in marks.all_notes():
        own = placed.get(note.article_id)
        if own is None:
            own = placed[note.article_id] = _placed(note.article_id, marks, shelf)
        here = own.get(note.number)
        if here is None:
            found.append((note, "its article is not on this shelf"))
        elif here.span is None:
            found.append((here, "lost: its text no longer says this"))
        else:
            found.append((here, ""))
    return found


def _placed(id_: str, marks: "Marks", shelf: "Shelf") -> dict[int, "Note"]:
    try:
        article = shelf.texts.article(id_)
    except UsageError:
        return {}
    return {note.number: note for note in marks.notes(article)}


def note_lines(found: Sequence[Noted]) -> list[Line]:
    """Two or three lines for each: what was noted, on what, where."""
    lines: list[Line] = []
    for note, why in found:
        sign = BOOKMARK if note.words is None else NOTE
        words = visible(note.words) if note.words else "bookmark"
        lines.append(line((f" {sign} ", "bold"), (words, "bold"), hang=3, target=note))
        quote = " ".join(visible(note.passage.quote).split())
        if len(quote) > _LONG:
            quote = quote[:_LONG].rsplit(" ", 1)[0] + " …"
        lines.append(line(f"“{quote}”", indent=3))
        made = day_text(note.made.astimezone().date())
        lines.append(line((f"{visible(note.article_title)} · {made}", "dim"), indent=3))
        if why:
            lines.append(line((why, "difference"), indent=3))
        lines.append(line())
    return lines or [
        line("no notes yet"),
        line(("b on a passage makes one, in an article or a comparison · Esc goes back", "dim")),
    ]


class NotesScreen(LinesScreen[None]):
    """Notes and bookmarks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("e", "edit", "change the words"),
        bound("x", "remove", "take away"),
        bound("escape", "dismiss", "back"),
        bound("q", "dismiss", "close", show=False),
    ]

    def __init__(self, found: Sequence[Noted]) -> None:
        super().__init__("", note_lines(found))
        self._found = found
        self._title = _heading(found)

    def take(self, found: Sequence[Noted]) -> None:
        """Show them anew."""
        self._found = found
        self.query_one(TextPane).tell(note_lines(found), title=_heading(found))

    @property
    def chosen(self) -> "Note | None":
        """The note under the cursor."""
        pane = self.query_one(TextPane)
        target = None if pane.at is None else pane.lines[pane.at].target
        return next((note for note, _ in self._found if note is target), None)

    def on_text_pane_followed(self, message: TextPane.Followed) -> None:
        """Go to its passage."""
        message.stop()
        for note, why in self._found:
            if note is message.target:
                if note.span is None:
                    self.query_one(KeyBar).say(why)
                else:
                    app_of(self).read_noted(note)

    async def action_edit(self) -> None:
        """Type other words; none make it a bookmark."""
        from crisis_reader.tui.panes.prompt import Prompt  # noqa: PLC0415 - an input is costly to import

        note = self.chosen
        if note is None or self.query(Prompt):
            return
        typed = [note.words or ""]

        def changed(text: str) -> None:
            typed[0] = text

        def done(kept: bool) -> None:  # noqa: FBT001 - as a prompt calls it
            self.query_one(TextPane).focus()
            if kept:
                app_of(self).change_note(note, typed[0].strip() or None)

        await self.mount(Prompt("note: ", typed[0], changed, done))

    def action_remove(self) -> None:
        """Take the note away."""
        note = self.chosen
        if note is not None:
            app_of(self).remove_note(note)


def _heading(found: Sequence[Noted]) -> str:
    notes = sum(note.words is not None for note, _ in found)
    marks = len(found) - notes
    return f"{counted(notes, 'note')}, {counted(marks, 'bookmark')}"
