"""Prompt: one line to type into, at the foot of the screen; ``Enter`` keeps, ``Esc`` clears."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static


class Prompt(Horizontal):
    """A label and an input; what is typed is passed on at once."""

    DEFAULT_CSS = """
    Prompt { dock: bottom; height: 1; background: $panel; }
    Prompt Static { width: auto; }
    Prompt Input { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "clear", "clear", show=False)]

    def __init__(
        self, label: str, value: str, changed: Callable[[str], None], done: Callable[[], object]
    ) -> None:
        super().__init__()
        self._label, self._value = label, value
        self._changed, self._done = changed, done

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Static(self._label, markup=False)
        yield Input(self._value, compact=True)

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what stands there now."""
        event.stop()
        self._changed(event.value)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it."""
        event.stop()
        await self._close()

    async def action_clear(self) -> None:
        """Clear it."""
        self._changed("")
        await self._close()

    async def _close(self) -> None:
        self._done()
        await self.remove()
