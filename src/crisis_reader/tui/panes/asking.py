"""What panes ask of the app: a reader's own marks, copies, files to write, lines to show."""

from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crisis_reader.tui.jobs.exporting import Maker, Reports
    from crisis_reader.tui.lines.styled import Line

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


class CopyAsked(Message):
    """The reader wants to copy a passage with its source."""

    def __init__(
        self,
        letters: "Sequence[str]",
        told: "Sequence[Span | None]",
        tell: "Callable[[str], object]",
    ) -> None:
        super().__init__()
        self.letters = letters
        self.told = told
        """Where each of the articles says it; None where one does not."""
        self.tell = tell
        """Is told where the copy went."""


class ExportAsked(Message):
    """The reader wants to write to a file, in a form to choose."""

    def __init__(self, name: str, makers: "Callable[[Reports], Mapping[str, Maker]]") -> None:
        super().__init__()
        self.name = name
        """The file's, without day and ending."""
        self.makers = makers
        """What makes each form, by its ending."""


class TextAsked(Message):
    """The reader wants to read lines, over the whole screen."""

    def __init__(self, title: str, lines: "Sequence[Line]") -> None:
        super().__init__()
        self.title = title
        self.lines = lines
