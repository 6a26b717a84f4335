"""What panes ask of the app for a reader's own marks: notes, bookmarks, passages tied together."""

from textual.message import Message

from crisis_reader.text.spans import Span

BY_HAND = "pinned by the reader"
"""Why a match is one that a reader made; the alignment room says it in these words."""


class NoteAsked(Message):
    """The reader wants to note something on a passage, or to bookmark it."""

    def __init__(self, letter: str, span: Span) -> None:
        super().__init__()
        self.letter = letter
        self.span = span


class AnchorAsked(Message):
    """The reader ties two passages together."""

    def __init__(self, letters: tuple[str, str], spans: tuple[Span, Span]) -> None:
        super().__init__()
        self.letters = letters
        """Of the two articles, left to right."""
        self.spans = spans
        """The passages in them, none of them empty."""


class AnchorRefused(Message):
    """The reader unties two passages that were tied by hand."""

    def __init__(self, letters: tuple[str, str], spans: tuple[Span, Span]) -> None:
        super().__init__()
        self.letters = letters
        self.spans = spans
        """As they were tied."""
