"""Writing to the two streams: data to standard output, everything else to standard error."""

import io
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from crisis_reader.errors import CrisisReaderError

if TYPE_CHECKING:
    from crisis_reader.errors import Problem


def prepare_streams() -> None:
    """A character that the terminal's encoding lacks becomes a question mark, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


class OutputError(CrisisReaderError):
    """Standard output can't be written: a disk that is full, say."""


def put(document: str) -> None:
    """Print a report, with a line end if it has words.

    Raises:
        OutputError: If it can't be written.
        BrokenPipeError: If nobody reads it any more.
    """
    try:
        if document:
            sys.stdout.write(document.rstrip("\n") + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        hang_up()
        said = (error.strerror or str(error)).lower()
        raise OutputError(f"what was asked for can't be written ({said})") from error


def complain(message: str) -> None:
    """Tell the person at the terminal what is wrong and what to do."""
    from crisis_reader.text.cleaning import printed  # noqa: PLC0415 - often nothing is wrong

    sys.stderr.write(f"crisis-reader: {printed(message)}\n")


def mention(message: str) -> None:
    """Tell what was done; a line on standard error, which is no data."""
    from crisis_reader.text.cleaning import printed  # noqa: PLC0415 - often nothing is told

    sys.stderr.write(f"{printed(message)}\n")


def tell(problems: Iterable["Problem"]) -> bool:
    """Print what could not be read, or was assumed; whether anything was lost."""
    from crisis_reader.text.cleaning import printed  # noqa: PLC0415 - often nothing is wrong

    lost = False
    for problem in problems:
        sys.stderr.write(f"{'problem' if problem.lost else 'notice'}: {printed(str(problem))}\n")
        lost = lost or problem.lost
    return lost


def hang_up() -> None:
    """Let standard output lead nowhere, so that closing it at exit raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
