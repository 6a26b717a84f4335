"""What screens ask of the app: the things that only it can do. Panes ask by messages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from crisis_reader.library import Note, Source
    from crisis_reader.text.spans import Span


class Asked(Protocol):
    """The app as its screens know it."""

    def say(self, words: str) -> None:
        """Show a message in the bar of keys."""

    def stop_work(self) -> bool:
        """Stop what takes long in the background; whether there was any."""

    def remember_soon(self) -> None:
        """Keep the session once the reader pauses."""

    def want_closest(self, letter: str) -> None:
        """Align an article with those that are closest to it."""

    def set_read(self, letters: Sequence[str], *, read: bool = True) -> None:
        """Count articles as read or unread."""

    def keep_place(self, letter: str, offset: int) -> None:
        """Remember where an article was left."""

    def take_up_ids(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The letters of these articles."""

    def mark_only(self, ids: Sequence[str]) -> None:
        """Mark these articles and no others."""

    def more_of_story(self, letters: Sequence[str], near: str | None) -> tuple[str, ...]:
        """The same articles and more of the story that was cut to them."""

    def scope_of(self, letters: Sequence[str]) -> str:
        """Out of how many these articles are."""

    def read_article(self, letter: str, span: "Span | None" = None) -> None:
        """Open an article, at a passage if one is given."""

    def action_compare(self) -> None:
        """Compare the marked articles."""

    def action_line(self) -> None:
        """Open the line of the marked articles."""

    def add_source(self, address: str) -> None:
        """Add a file, a folder, a page or a feed."""

    def remove_source(self, source: "Source") -> None:
        """Take a source and its articles off the shelf."""

    def gather(self, sources: "Sequence[Source] | None" = None) -> None:
        """Read sources in the background; all of them where none are named."""

    def read_noted(self, note: "Note") -> None:
        """Go to the passage that a note is on."""

    def change_note(self, note: "Note", words: str | None) -> None:
        """Put other words in a note; None makes it a bookmark."""

    def remove_note(self, note: "Note") -> None:
        """Take a note or bookmark away."""


def app_of(screen: "DOMNode") -> Asked:
    """The app that a screen is of."""
    return cast("Asked", screen.app)
