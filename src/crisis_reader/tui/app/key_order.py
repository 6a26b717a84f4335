"""KeyOrder: keys take effect one after the other, however fast they come.

Textual hands each key to the widget in focus at once. What a key sets off travels as messages, so
that of keys typed ahead the later ones would meet a screen that is about to change, or be lost with
a widget that is taken away. Here a key waits until what the one before it set off has arrived, and
the first ones until the session of the day before is taken up again: until then the list is not the
reader's own.
"""

from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget

_ROUNDS = 2
"""Ways up from the widget in focus: behind the key itself, then behind what its action sent."""
_MOST_ROUNDS = 8
"""With those that wait for a new screen to have its focus."""
_PATIENCE = 0.3
"""Seconds after which a key no longer waits for an answer of a widget that is gone."""
_MOST_WAITS = 20
"""So often a key waits on for a widget that is there: it is at work, or the machine is."""


class KeyOrder(App[None]):
    """The part of the app that takes keys in."""

    class Arrived(Message):
        """Everything sent up from a widget before this has arrived."""

        def __init__(self, key: int, rounds: int, target: "Widget | None") -> None:
            super().__init__()
            self.key = key
            """Number of the key it follows."""
            self.rounds = rounds
            self.target = target

    _key = 0
    """Number of the key that is having its effect."""
    _is_busy = False
    takes_keys = False
    """Whether keys have their effect yet."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key] = deque()
        self._asked: Widget | None = None

    @property
    def keys_taken(self) -> int:
        """How many keys have been taken in."""
        return self._key

    @property
    def is_taking_keys(self) -> bool:
        """Whether a key is still having its effect, or waits to have it."""
        return self._is_busy or bool(self._typed)

    async def take_keys(self) -> None:
        """Let keys have their effect from now on, those typed ahead first."""
        if not self.takes_keys:
            self.takes_keys = True
            await self._next_key()

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait for the one before it; everything else goes its way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if not self.takes_keys:
            return
        if not self._is_busy:
            await self._next_key()
        elif len(self._typed) == 1:
            self._go_on_after(self._key)

    def _go_on_after(self, key: int, waits: int = 0) -> None:
        async def go_on() -> None:
            if not self._is_busy or self._key != key:
                return
            asked = self._asked
            if asked is not None and asked.is_attached and waits < _MOST_WAITS:
                self._go_on_after(key, waits + 1)
            else:
                await self._next_key()

        self.set_timer(_PATIENCE, go_on)

    async def _next_key(self) -> None:
        self._is_busy = bool(self._typed)
        if not self._typed:
            return
        self._key += 1
        target = self._in_focus()
        await super().on_event(self._typed.popleft())
        if self._typed:
            self._go_on_after(self._key)
        self._ask(target, 1)

    async def _after_layout(self, key: int) -> None:
        """Go on, once widgets that only just came have a size: a key may be about rows."""

        async def go_on() -> None:
            if self._key == key:
                await self._next_key()

        if self._typed and self._is_laid_out_later():
            self.call_after_refresh(go_on)
        else:
            await self._next_key()

    def _is_laid_out_later(self) -> bool:
        """Whether the screen waits for its next frame; Textual tells it in no public way."""
        if not self.screen_stack:
            return False
        screen = self.screen
        return screen._layout_required or bool(screen._callbacks)  # noqa: SLF001 - as said above

    def _in_focus(self) -> "Widget | None":
        return (self.focused or self.screen) if self.screen_stack else None

    def _ask(self, target: "Widget | None", rounds: int) -> None:
        message = self.Arrived(self._key, rounds, target)
        self._asked = target
        if target is None or not target.post_message(message):
            self.post_message(message)

    async def on_key_order_arrived(self, message: Arrived) -> None:
        """The key before has had its effect, or what it set off is still on its way."""
        if message.key != self._key:
            return
        target = self._in_focus()
        settled = message.rounds >= _ROUNDS and target is message.target
        if settled or message.rounds >= _MOST_ROUNDS:
            await self._after_layout(message.key)
        else:
            self._ask(target, message.rounds + 1)
