"""Driving the reader in a test: keys in, what the screen says out.

Textual's own pilot waits until the processor has been idle for a while, several times a key: a
tenth of a second each, and more on a busy machine. Here a key has had its effect once the reader
has nothing left to do: no message on its way, no job, nothing to be written, no timer soon due.
"""

import asyncio
from asyncio import TimerHandle
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from crisis_reader.tui.app.reader import CrisisReader

_SOON = 0.05
"""Seconds within which a timer belongs to what is going on: drawing, not a blinking cursor."""

_QUIET = 2
"""Looks in a row that must find nothing: what was written may have set off something more."""

_LOOK = 0.005
"""Seconds between two looks for what comes by itself."""

_PATIENCE = 30.0
"""Seconds until something that does not come fails the test, on the busiest of machines."""


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the reader has nothing to do but wait for keys."""
    app, quiet = reader_of(pilot), 0
    while quiet < _QUIET:
        await _handled()
        if app._exit:
            return
        if len(app.workers):
            with suppress(WorkerFailed):
                await app.workers.wait_for_complete()
        elif app.is_taking_keys:
            await asyncio.sleep(_LOOK)
        elif (due := _due()) is not None:
            await asyncio.sleep(due)
        else:
            await _written(app)
            quiet += 1
            continue
        quiet = 0


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each shown before the next."""
    for key in keys:
        send(pilot, key)
        await settle(pilot)


def send(pilot: Pilot[None], *keys: str) -> None:
    """Send keys at once, as a terminal sends what was typed ahead; waits for nothing."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(Key(name, key if len(key) == 1 else key_to_character(key)))


async def until(pilot: Pilot[None], came: Callable[[], bool] | str) -> None:
    """Wait for what comes by itself: words on the screen, or anything else that can be asked."""
    app, end = reader_of(pilot), monotonic() + _PATIENCE
    while not (came in seen(app) if isinstance(came, str) else came()):
        assert monotonic() < end, f"{came} did not come"
        await asyncio.sleep(_LOOK)


def seen(app: CrisisReader) -> str:
    """What the screen says, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def reader_of(pilot: Pilot[None]) -> CrisisReader:
    """The app that is driven."""
    assert isinstance(pilot.app, CrisisReader)
    return pilot.app


async def _handled() -> None:
    """Give way until all that was sent has been taken in: asyncio tells it in no public way."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while vars(loop)["_ready"]:  # noqa: ASYNC110 - whatever comes next, not one event
        await asyncio.sleep(0)


def _due() -> float | None:
    """Seconds to the next timer, if it is one to wait for."""
    loop = asyncio.get_running_loop()
    handles: list[TimerHandle] = vars(loop)["_scheduled"]
    waits = [handle.when() - loop.time() for handle in handles if not handle.cancelled()]
    soonest = min(waits, default=_SOON)
    return max(soonest, 0) if soonest < _SOON else None


async def _written(app: CrisisReader) -> None:
    """Wait until all that shall be kept is: what is asked for last is written last."""
    if app._keeper is not None:
        written = asyncio.Event()
        app.keep(lambda _: None, lambda _: written.set(), quietly=True)
        await asyncio.wait_for(written.wait(), _PATIENCE)
