"""Tidying: what is no longer needed is let go while the reader rests, so that no key waits for it.

Widgets that were taken away hold each other, so that only the collector frees them; and what is
freed in many small pieces stays with the process until it is given back.
"""

import gc
import sys

_LOOKS = 2
"""Quick looks at new objects (``tui.app.reader``) from which a look at all of them pays."""


def is_worth_it() -> bool:
    """Whether much was made since the collector looked at more than what is new."""
    return gc.get_count()[1] >= _LOOKS


def tidy(*, fully: bool = True, stays: bool = False) -> None:
    """Collect the garbage and give memory back to the system.

    Args:
        fully: Whether all is looked at, a tenth of a second with long texts on the screen; else
            what was made lately, some two milliseconds.
        stays: Whether what is left stays to the end: it is not looked at again, so that the next
            time takes a few milliseconds instead of fifty.
    """
    gc.collect(2 if fully else 1)
    if fully and stays:
        gc.freeze()
    give_back()


def give_back() -> None:
    """Return freed memory to the system, where its C library can."""
    if sys.platform.startswith("linux"):
        from ctypes import CDLL  # noqa: PLC0415 - costs milliseconds that the start has not

        trim = getattr(CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
