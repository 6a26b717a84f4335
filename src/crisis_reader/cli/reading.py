"""Opening the screen; apart from the other commands, since every import delays the first frame."""

import os
import sys
from typing import TYPE_CHECKING

from crisis_reader.cli.options import WRONG_USAGE
from crisis_reader.cli.output import complain

if TYPE_CHECKING:
    from crisis_reader.cli.options import Options


def read(options: "Options", *, samples: bool = False) -> int:
    """Open the app on the sources given, on the samples, or on the reader's library."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        complain("the reader needs a terminal; without one use 'crisis-reader list' (see --help)")
        return WRONG_USAGE
    from crisis_reader.cli.exports import Exports  # noqa: PLC0415 - only the screen exports
    from crisis_reader.tui import run  # noqa: PLC0415 - no other command may load the screen

    return run(
        options.names,
        samples=samples,
        data_dir=options.data_dir,
        settings=_settings(),
        reports=Exports(),
    )


def _settings() -> tuple[str, str] | None:
    """Path and text of the reader's config file, if there is one."""
    from platformdirs import user_config_dir  # noqa: PLC0415 - the screen's library loads it anyway

    path = os.path.join(user_config_dir("crisis-reader"), "config.toml")  # noqa: PTH118 - no Path: each millisecond counts here
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - the same
            return path, file.read()
    except OSError:
        return None
