"""The command line's grammar, and its help."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from crisis_reader.cli.options import COMMANDS, Options
from crisis_reader.version import __version__

ABOUT = """\
With a screen reader use the commands below: each prints plain statements, one a line.
Without a command, crisis-reader opens its screen on the SOURCES, or on your library; on the sample
articles until you add a source."""

_EXIT_CODES = "exit codes: 0 fine; 1 it ran, but something could not be read; 2 wrong usage"

_NAMES_HELP = "a file, a folder, or an article's id as 'list' shows it"


def parse(argv: Sequence[str]) -> Callable[[], int]:
    """What the command line asks for, ready to run.

    The first word decides: a command's name, else sources for the screen. A file named like a
    command is reached as ``./list``.

    Raises:
        SystemExit: After ``--help`` and ``--version`` (code 0) and on wrong usage (code 2).
    """
    name = argv[0] if argv and argv[0] in COMMANDS else None
    parser = command_parser(name) if name else program_parser()
    options = parser.parse_args(argv[1:] if name else argv, namespace=Options())
    if name in (None, "samples"):
        from crisis_reader.cli.reading import read  # noqa: PLC0415 - the screen needs no more

        return partial(read, options, samples=name == "samples")
    from crisis_reader.cli.commands import RUN  # noqa: PLC0415 - help and version need none of it

    return partial(RUN[name], options)


class _Parser(argparse.ArgumentParser):
    """Help that begins with what it is for: a listener need not sit through the usage first."""

    def format_help(self) -> str:
        """The description, the usage and the options, in this order."""
        said, self.description = self.description, None
        try:
            return f"{said}\n\n{super().format_help()}"
        finally:
            self.description = said


def program_parser() -> argparse.ArgumentParser:
    """The grammar of a command line without a command."""
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {said}" for name, said in COMMANDS.items())
    parser = _Parser(
        prog="crisis-reader",
        usage="crisis-reader [SOURCE ...]\n       crisis-reader COMMAND ...",
        description=ABOUT,
        epilog=f"commands (each has --help):\n{listed}\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"crisis-reader {__version__}")
    parser.add_argument(
        "names", nargs="*", metavar="SOURCE", help="a file or a folder of articles; not added"
    )
    _library(parser)
    return parser


def command_parser(name: str) -> argparse.ArgumentParser:
    """The grammar of one command."""
    parser = _Parser(
        prog=f"crisis-reader {name}",
        description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.",
        epilog=_EXIT_CODES,
        allow_abbrev=False,
    )
    _GRAMMAR[name](parser)
    return parser


def _library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        help="where your library is kept, instead of the user's data folder",
    )


def _articles(
    parser: argparse.ArgumentParser, nargs: str = "*", forms: Sequence[str] = ("text", "json")
) -> None:
    said = _NAMES_HELP if nargs == "+" else f"{_NAMES_HELP}; the samples if none"
    parser.add_argument("names", nargs=nargs, metavar="SOURCE", help=said)
    parser.add_argument(
        "--from",
        dest="pool",
        action="append",
        default=[],
        metavar="SOURCE",
        help="where to look ids up, instead of the samples; may be repeated",
    )
    _form(parser, forms)


def _form(parser: argparse.ArgumentParser, forms: Sequence[str] = ("text", "json")) -> None:
    parser.add_argument(
        "--format", dest="form", choices=forms, default="text", help="default: text"
    )


def _comparison(parser: argparse.ArgumentParser) -> None:
    _articles(parser, "+", ("text", "json", "md", "html"))
    parser.add_argument(
        "--all", dest="all_grades", action="store_true", help="tell weaker matches, too"
    )
    parser.add_argument(
        "--only", action="store_true", help="tell what stands in one article only, too"
    )
    _corrections(parser)


def _corrections(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corrections",
        action="append",
        default=[],
        metavar="FILE",
        help="your own word on events, beside a corrections.toml that lies with the articles; "
        "may be repeated",
    )


def _power(parser: argparse.ArgumentParser, forms: Sequence[str]) -> None:
    _articles(parser, forms=forms)
    parser.add_argument("--as-of", type=_day, metavar="DAY", help="how things stood on this day")
    parser.add_argument(
        "--known-by", type=_day, metavar="DAY", help="from what was published by then"
    )
    parser.add_argument("--order", metavar="ID", help="an order of succession as 'orders' lists it")
    parser.add_argument(
        "--outlet", metavar="NAME", help="from articles of this outlet or agency only"
    )
    _corrections(parser)


def _orders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names",
        nargs="*",
        metavar="SOURCE",
        help="a folder with orders of your own, in orders/*.toml or *.order.toml",
    )
    _form(parser)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"'{words}' is no day; write year-month-day, such as 2019-11-15"
        raise argparse.ArgumentTypeError(message) from None


_GRAMMAR: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "list": _articles,
    "show": partial(_articles, nargs="+"),
    "compare": _comparison,
    "succession": partial(_power, forms=("text", "json", "md", "wiki", "html")),
    "chronicle": partial(_power, forms=("text", "json", "md", "html")),
    "orders": _orders,
    "samples": _library,
}
