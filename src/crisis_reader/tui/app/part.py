"""Part: what every part of the app stands on: a job in a thread, a word in the bar of keys."""

from collections.abc import Callable

from textual import events

from crisis_reader.errors import is_fault, told
from crisis_reader.tui.app.key_order import KeyOrder
from crisis_reader.tui.panes.key_bar import KeyBar
from crisis_reader.tui.session.shelf import Shelf


class Part(KeyOrder):
    """The part of the app that all the others need."""

    shelf: Shelf

    def run_job(self, work: Callable[[], object], group: str) -> None:
        """Run a job in a thread; one that fails says so and leaves the rest working."""

        def guarded() -> object:
            try:
                return work()
            except BaseException as error:
                if isinstance(error, Exception) or not is_fault(error):
                    raise
                # A panic would end the app, since it is no Exception.
                raise RuntimeError(told(error)) from error

        self.run_worker(guarded, thread=True, group=group, exit_on_error=False)

    async def on_event(self, event: events.Event) -> None:
        """A key takes a message away that was read; no timer does."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack:
            for bar in self.screen.query(KeyBar):
                bar.let_go()
        await super().on_event(event)

    def say(self, words: str, *, stays: bool = False) -> None:
        """A message in the bar of keys; nothing where the app is already leaving.

        One that ``stays`` is of something that goes on, and is taken back by ``unsay``.
        """
        for bar in self.screen.query(KeyBar) if self.screen_stack else ():
            bar.say(words, stays=stays)

    def say_meanwhile(self, beginning: str, words: str) -> None:
        """A message of how far work is, that begins so; one that says something else stays."""
        for bar in self.screen.query(KeyBar) if self.screen_stack else ():
            if not bar.message or bar.message.startswith(beginning):
                bar.say(beginning + words, stays=True)

    def unsay(self, beginning: str) -> None:
        """Take away a message that begins so; another one stays."""
        for bar in self.screen.query(KeyBar) if self.screen_stack else ():
            if bar.message.startswith(beginning):
                bar.say("")
