"""A command with a log: what it fetched, read and refused, between its beginning and its end."""

import time
from collections.abc import Callable

from crisis_reader.sources.journal import close_journal, keep_journal, note
from crisis_reader.version import __version__


def logged(run: Callable[[], int], path: str, name: str) -> int:
    """Run a command and keep its log; its exit code.

    Args:
        run: The command.
        path: File of the log, which is added to.
        name: What the log calls it.

    Raises:
        UsageError: If the file can't be written; the command is not begun then.
    """
    keep_journal(path)
    begun = time.perf_counter()
    note("began", name, f"crisis-reader {__version__}")
    code: int | None = None
    try:
        code = run()
    finally:
        note("ended", name, "broken off" if code is None else f"exit code {code}", since=begun)
        close_journal()
    return code
