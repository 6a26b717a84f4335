"""The command ``crisis-reader``: arguments in, exit code out; the only room that prints.

Standard output is data, standard error is everything else. Exit codes: 0 fine; 1 it ran, but
something could not be read; 2 wrong usage.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial

from crisis_reader.cli.options import COMMANDS, FINE, INCOMPLETE, WRONG_USAGE, Options
from crisis_reader.cli.output import complain, hang_up, prepare_streams, put
from crisis_reader.errors import CrisisReaderError, UsageError, is_fault, told

_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended: 128 + SIGINT."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: The arguments after the program's name; those of the process where None.
    """
    prepare_streams()
    try:
        code = _chosen(list(sys.argv[1:] if argv is None else argv))()
        put("")
    except SystemExit as stop:  # argparse ends so after --help, --version and wrong usage
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except CrisisReaderError as error:  # wrong usage, or a library that can't be read or written
        complain(str(error))
        return WRONG_USAGE if isinstance(error, UsageError) else INCOMPLETE
    except BrokenPipeError:  # the reader of our output, ``head`` say, has seen enough
        hang_up()
        return FINE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BaseException as error:
        if not is_fault(error):
            raise
        complain(f"something broke inside, please report it: {told(error)}")
        return INCOMPLETE
    return code


def _chosen(words: list[str]) -> Callable[[], int]:
    """What the command line asks for; the screen without a detour through the grammar's parser."""
    if not words or (words[0] not in COMMANDS and not any(w.startswith("-") for w in words)):
        from crisis_reader.cli.reading import read  # noqa: PLC0415 - other commands need none of it

        return partial(read, Options(names=words))
    from crisis_reader.cli.arguments import parse  # noqa: PLC0415 - the screen needs none of it

    return parse(words)
