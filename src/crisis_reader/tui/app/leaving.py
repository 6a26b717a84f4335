"""Leaving: what makes the reader go when it is not its own key, the terminal left as it was."""

import asyncio
import os
import signal
import sys
import threading
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 4.0
"""Seconds to write what is to be written and to restore the terminal."""

_ENDED = 128
"""What a shell expects of a program that a signal ended: 128 and the signal's number."""

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Somebody ends the program; its terminal is gone. Neither may cost what is still to be written."""


def leave_from_now() -> None:
    """Before there is a screen: leave as if asked to, so that whatever was begun is put right."""
    for number in _SIGNALS:
        signal.signal(number, _leave_at_once)


def _leave_at_once(number: int, _frame: FrameType | None) -> None:
    sys.exit(_ENDED + number)


def leave_in_order(app: "App[None]") -> None:
    """From the first frame on: keep what is open, restore the terminal, then go."""
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, partial(_exit, app, number))
        except (NotImplementedError, RuntimeError, ValueError):  # no main thread, no such system
            return


def _exit(app: "App[None]", number: int) -> None:
    # A terminal that is gone takes nothing any more: whoever waits for it to do so waits for ever.
    last = threading.Timer(_PATIENCE, os._exit, (_ENDED + number,))
    last.daemon = True
    last.start()
    app.exit(return_code=_ENDED + number)
