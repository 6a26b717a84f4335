"""SourcesScreen: the places that articles come from: how many, read when, what was wrong."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_reader.text.cleaning import visible
from crisis_reader.tui.lines.styled import Line, line
from crisis_reader.tui.lines.words import counted, day_text
from crisis_reader.tui.panes.bindings import bound
from crisis_reader.tui.panes.text_pane import TextPane
from crisis_reader.tui.screens.asking import app_of
from crisis_reader.tui.screens.text_screen import LinesScreen

if TYPE_CHECKING:
    from crisis_reader.library import Source

_NONE = (
    "no sources yet",
    "i in the list adds a file or folder; the samples are shown until then · Esc goes back",
)


def source_lines(sources: Sequence["Source"]) -> list[Line]:
    """Two or three lines for each."""
    lines: list[Line] = []
    for source in sources:
        name = visible(source.title or source.address)
        lines.append(line(" ", (name, "bold"), hang=3, target=source))
        if source.title:
            lines.append(line((visible(source.address), "dim"), indent=3))
        read = source.refreshed
        when = f"read {day_text(read.astimezone().date())}" if read else "not read to its end yet"
        told = f"{source.kind.value} · {counted(source.articles, 'article')} · {when}"
        lines.append(line((told, "dim"), indent=3))
        if source.problem:
            lines.append(line((visible(source.problem), "difference"), indent=3))
        lines.append(line())
    return lines or [line(_NONE[0]), line((_NONE[1], "dim"))]


class SourcesScreen(LinesScreen[None]):
    """The sources."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("r", "refresh", "read this one again"),
        bound("x", "remove", "take off"),
        bound("escape", "dismiss", "back"),
        bound("q", "dismiss", "close", show=False),
    ]

    def __init__(self, sources: Sequence["Source"]) -> None:
        super().__init__(counted(len(sources), "source"), source_lines(sources))

    def take(self, sources: Sequence["Source"]) -> None:
        """Show them anew."""
        title = counted(len(sources), "source")
        self.query_one(TextPane).tell(source_lines(sources), title=title)

    @property
    def chosen(self) -> "Source | None":
        """The source under the cursor."""
        pane = self.query_one(TextPane)
        source: Source | None = None if pane.at is None else pane.lines[pane.at].target  # type: ignore[assignment] # targets are sources
        return source

    def on_text_pane_followed(self, message: TextPane.Followed) -> None:
        """Nothing lies behind a source."""
        message.stop()

    def action_refresh(self) -> None:
        """Read this source again."""
        if self.chosen is not None:
            app_of(self).gather((self.chosen,))

    def action_remove(self) -> None:
        """Take it and its articles off; what was noted on them stays."""
        if self.chosen is not None:
            app_of(self).remove_source(self.chosen)
