"""Opening the screen; apart from the other commands, since every import delays the first frame."""

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
    from crisis_reader.library.settings import settings_file  # noqa: PLC0415 - the same
    from crisis_reader.tui import run  # noqa: PLC0415 - no other command may load the screen

    return run(
        options.names,
        samples=samples,
        data_dir=options.data_dir,
        settings=settings_file(),
        reports=Exports(),
    )
