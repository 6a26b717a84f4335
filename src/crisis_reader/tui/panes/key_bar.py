"""KeyBar: the last row, the keys that work here, made from the bindings; only what fits whole."""

from collections.abc import Callable
from time import monotonic

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from crisis_reader.layout.wrapping import cells
from crisis_reader.tui.panes.row_pane import palette_of
from crisis_reader.tui.panes.steady import steady

_NAMES = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "minus": "-",
    "plus": "+",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}

_READ = 2.0
"""Seconds in which a message is read: the first key after them takes it away."""


def key_name(key: str) -> str:
    """How a key is written on screen: ``Ctrl+D``, ``Space``, ``[``."""
    if key in _NAMES:
        return _NAMES[key]
    if "+" in key:
        *mods, last = key.split("+")
        return "+".join([*(mod.capitalize() for mod in mods), _NAMES.get(last, last.upper())])
    return key


class KeyBar(Widget):
    """One row of ``key what it does``; a message of the moment stands before it."""

    DEFAULT_CSS = "KeyBar { dock: bottom; height: 1; }"

    ALLOW_SELECT = False

    def __init__(self, hints: Callable[[], list[tuple[str, str]]] | None = None) -> None:
        super().__init__()
        self._hints = hints
        self.message = ""
        self._stays = False
        self._said = 0.0

    def say(self, message: str, *, stays: bool = False) -> None:
        """Show a message until it was read or the next one comes; empty takes it away.

        Args:
            message: What to say.
            stays: Whether it is of something that goes on, and stays until that is over.
        """
        self._stays, self._said = stays, monotonic()
        if message != self.message:
            self.message = message
            self.refresh()

    def let_go(self) -> None:
        """A key was pressed: what was said before, and read by now, gives its place back."""
        if self.message and not self._stays and monotonic() - self._said >= _READ:
            self.say("")

    def hints(self) -> list[tuple[str, str]]:
        """(keys, what they do) of the bindings that are shown here, in order."""
        if self._hints is not None:
            return self._hints()
        found: dict[str, list[str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.description and active.enabled:
                found.setdefault(binding.description, []).append(
                    binding.key_display or key_name(binding.key)
                )
        return [(" ".join(keys), words) for words, keys in found.items()]

    def render_line(self, y: int) -> Strip:
        """The row; a hint that does not fit whole is left out."""
        del y
        palette, width = palette_of(self.app), self.size.width
        base = self.rich_style + palette.style("bar")
        segments: list[Segment] = []
        used = 0
        if self.message:
            segments.append(Segment(f" {self.message} ", base + palette.style("bold")))
            used = cells(self.message) + 2
        hints = self.hints()
        # Help is the way to all the rest: it keeps its place whatever else is left out.
        hints.sort(key=lambda hint: hint[1] != "help")
        kept: list[tuple[str, str]] = []
        for keys, words in hints:
            size = cells(keys) + cells(words) + (4 if kept else 2)
            if used + size <= width:
                kept.append((keys, words))
                used += size
        kept.sort(key=lambda hint: hint[1] == "help")
        for number, (keys, words) in enumerate(kept):
            segments.append(Segment(" · " if number else " ", base))
            segments.append(Segment(keys, base + palette.style("bold")))
            segments.append(Segment(f" {words}", base))
        return steady(self, segments, base)
