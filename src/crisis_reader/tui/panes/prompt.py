"""Prompt: one line to type into, at the foot of the screen; ``Enter`` keeps, ``Esc`` clears."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
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
        self,
        label: str,
        value: str,
        changed: Callable[[str], None],
        done: Callable[[bool], object],
        *,
        suggested: Iterable[str] = (),
    ) -> None:
        """A prompt.

        Args:
            label: What stands before the input.
            value: What it begins with.
            changed: Called with what stands there, whenever it changes.
            done: Called when it closes: True for ``Enter``, False for ``Esc``.
            suggested: What to offer as the end of what is typed; the right arrow takes it.
        """
        super().__init__()
        self._label, self._value = label, value
        self._changed, self._done = changed, done
        self._suggested = tuple(suggested)

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Static(self._label, markup=False)
        offered = SuggestFromList(self._suggested, case_sensitive=False)
        yield Input(self._value, compact=True, suggester=offered if self._suggested else None)

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
        await self._close(kept=True)

    async def action_clear(self) -> None:
        """Clear it."""
        self._changed("")
        await self._close(kept=False)

    async def _close(self, *, kept: bool) -> None:
        self._done(kept)
        await self.remove()
