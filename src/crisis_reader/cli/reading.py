"""Opening the screen; apart from the other commands, since every import delays the first frame."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from crisis_reader.cli.options import WRONG_USAGE
from crisis_reader.cli.output import complain

if TYPE_CHECKING:
    from crisis_reader.cli.options import Options

_WITHOUT_SCREEN = ("dumb",)
"""Terminals that show lines and nothing else, such as that of an editor."""

_LOOK = 2.0
"""Seconds between two looks at whether the server is there."""


def read(options: "Options", *, samples: bool = False) -> int:
    """Open the app on the sources given, on the samples, or on the reader's library."""
    if "-" in options.names and sys.stdout.isatty() and not sys.stdin.isatty():
        _take_input()
    # With a driver named, such as that of a page in a browser, the screen is no terminal's.
    is_served = bool(os.environ.get("TEXTUAL_DRIVER"))
    if not (is_served or (sys.stdin.isatty() and sys.stdout.isatty())):
        complain("the reader needs a terminal; without one use 'crisis-reader list' (see --help)")
        return WRONG_USAGE
    if os.environ.get("TERM") in _WITHOUT_SCREEN and not is_served:
        complain(
            "this terminal can't show a screen (TERM=dumb); use 'crisis-reader list' (see --help)"
        )
        return WRONG_USAGE
    if is_served:
        _go_with_the_server()
    from crisis_reader.cli.exports import Exports  # noqa: PLC0415 - only the screen exports
    from crisis_reader.library.settings import settings_file  # noqa: PLC0415 - the same
    from crisis_reader.tui import run  # noqa: PLC0415 - no other command may load the screen

    return run(
        options.names,
        samples=samples,
        data_dir=options.data_dir,
        settings=settings_file(),
        reports=Exports(),
    )


def read_samples(options: "Options") -> int:
    """Open the app on the samples."""
    return read(options, samples=True)


def _go_with_the_server() -> None:
    """Leave in order when who started this app is gone: no page leads to it any more."""
    import signal  # noqa: PLC0415 - only for a page
    import threading  # noqa: PLC0415 - the same
    import time  # noqa: PLC0415 - the same

    server = os.getppid()

    def watch() -> None:
        while os.getppid() == server:
            time.sleep(_LOOK)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def _take_input() -> None:
    """Read standard input to its end and keep it; keys then come from the terminal itself."""
    from crisis_reader.sources.standard_input import content  # noqa: PLC0415 - rarely needed

    content()
    with suppress(OSError):  # without a terminal, what follows says so
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)
