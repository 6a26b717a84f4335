"""The command line's grammar, and its help."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from crisis_reader.cli.dispatch import run_of
from crisis_reader.cli.options import COMMANDS, Options
from crisis_reader.version import __version__

ABOUT = """\
With a screen reader use the commands below: each prints plain statements, one a line.
Without a command, crisis-reader opens its screen on the SOURCES, or on your library; on the sample
articles until you add a source."""

_MOST_HITS = 10_000
_LAST_PORT = 65_535

_OF_ALL = ("--data-dir", "--log")
"""Options that may stand before a command; each takes a value."""

_EXIT_CODES = "exit codes: 0 fine; 1 it ran, but something could not be read; 2 wrong usage"

_NAMES_HELP = "a file, a folder, an address, '-', or an article's id as 'list' shows it"


def parse(argv: Sequence[str]) -> Callable[[], int]:
    """What the command line asks for, ready to run; with a log where one is asked for.

    The first word that is no option decides: a command's name, else sources for the screen. A file
    named like a command is reached as ``./list``.

    Raises:
        SystemExit: After ``--help`` and ``--version`` (code 0) and on wrong usage (code 2).
    """
    argv = _command_first(argv)
    name = argv[0] if argv and argv[0] in COMMANDS else None
    parser = command_parser(name) if name else program_parser()
    options = parser.parse_args(argv[1:] if name else argv, namespace=Options())
    run = partial(run_of(name), options)
    if options.log is None:
        return run
    from crisis_reader.cli.logged import logged  # noqa: PLC0415 - only with a log

    return partial(logged, run, options.log, name or "the screen")


def _command_first(argv: Sequence[str]) -> list[str]:
    """The words with a command in front of the options of all commands that stand before it."""
    words, at = list(argv), 0
    while at < len(words) and words[at].partition("=")[0] in _OF_ALL:
        at += 1 if "=" in words[at] else 2
    if at < len(words) and words[at] in COMMANDS:
        return [words[at], *words[:at], *words[at + 1 :]]
    return words


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
    _for_the_screen(parser, "a file or a folder of articles, an address, or '-'; not added")
    _log(parser)
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
    _log(parser)
    return parser


def _for_the_screen(parser: argparse.ArgumentParser, said: str) -> None:
    parser.add_argument("names", nargs="*", metavar="SOURCE", help=said)
    _library(parser)


def _serve(parser: argparse.ArgumentParser) -> None:
    _for_the_screen(parser, "a file or a folder of articles, or an address; not added")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="name or address to serve on; default: 127.0.0.1, which only this machine reaches",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=8000,
        help="from 1 to 65535, or 0 for any that is free; default: 8000",
    )


def _log(parser: argparse.ArgumentParser) -> None:
    said = "append to this file what is fetched, read and refused, and how long it takes"
    parser.add_argument("--log", metavar="FILE", help=said)


def _library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        help="where your library is kept, instead of the user's data folder",
    )


def _pool(parser: argparse.ArgumentParser, said: str) -> None:
    parser.add_argument(
        "--from",
        dest="pool",
        action="append",
        default=[],
        metavar="SOURCE",
        help=f"{said}, instead of your library; may be repeated",
    )


def _articles(
    parser: argparse.ArgumentParser,
    forms: Sequence[str] = ("text", "json"),
    without: str | None = "all of your library",
) -> None:
    said = f"{_NAMES_HELP}; {without} if none" if without else _NAMES_HELP
    parser.add_argument("names", nargs="*" if without else "+", metavar="SOURCE", help=said)
    _pool(parser, "where to look ids up")
    _form(parser, forms)
    _library(parser)


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help='words, "a phrase", outlet:NAME, after:DAY, before:DAY, lang:es, unread',
    )
    _pool(parser, "what to search")
    parser.add_argument(
        "--limit", type=_count, default=20, metavar="N", help="at most so many hits; default: 20"
    )
    _form(parser)
    _library(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names",
        nargs="+",
        metavar="SOURCE",
        help="a file, a folder, the address of a page or a feed, an .opml list of feeds, or '-'",
    )
    parser.add_argument(
        "--page",
        dest="as_page",
        action="store_true",
        help="take the front page of a site as a page, not for the feed that it names",
    )
    _library(parser)


def _remove(parser: argparse.ArgumentParser) -> None:
    said = "a path, an address, or a number as 'sources' shows it"
    parser.add_argument("names", nargs="+", metavar="SOURCE", help=said)
    _library(parser)


def _sources(parser: argparse.ArgumentParser) -> None:
    _form(parser, ("text", "json", "opml"))
    _library(parser)


def _refresh(parser: argparse.ArgumentParser) -> None:
    said = "a path, an address, or a number as 'sources' shows it; all of them if none"
    parser.add_argument("names", nargs="*", metavar="SOURCE", help=said)
    parser.add_argument(
        "--full", action="store_true", help="fetch the pages of entries that are summaries only"
    )
    _library(parser)


def _form(parser: argparse.ArgumentParser, forms: Sequence[str] = ("text", "json")) -> None:
    parser.add_argument(
        "--format", dest="form", choices=forms, default="text", help="default: text"
    )


def _comparison(parser: argparse.ArgumentParser) -> None:
    without = "the newest of your library and the closest to it"
    _articles(parser, forms=("text", "json", "md", "html"), without=without)
    parser.add_argument(
        "--all", dest="all_grades", action="store_true", help="tell weaker matches, too"
    )
    parser.add_argument(
        "--only", action="store_true", help="tell what stands in one article only, too"
    )
    _corrections(parser)


def _overview(parser: argparse.ArgumentParser) -> None:
    _articles(parser, forms=("text", "json", "md", "html"))
    _corrections(parser)


def _notes(parser: argparse.ArgumentParser) -> None:
    _form(parser)
    _library(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    said = f"{_NAMES_HELP}; all of your library if none"
    parser.add_argument("names", nargs="*", metavar="SOURCE", help=said)
    _pool(parser, "where to look ids up")
    _library(parser)


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
    _articles(parser, forms=forms, without="the newest story of your library")
    parser.add_argument("--as-of", type=_day, metavar="DAY", help="how things stood on this day")
    parser.add_argument(
        "--known-by", type=_day, metavar="DAY", help="from what was published by then"
    )
    parser.add_argument(
        "--outlet", metavar="NAME", help="from articles of this outlet or agency only"
    )
    _corrections(parser)


def _succession(parser: argparse.ArgumentParser) -> None:
    _power(parser, forms=("text", "json", "md", "wiki", "html"))
    parser.add_argument("--order", metavar="ID", help="an order of succession as 'orders' lists it")


def _orders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names",
        nargs="*",
        metavar="SOURCE",
        help="a folder with orders of your own, in orders/*.toml or *.order.toml",
    )
    _form(parser)


def _count(words: str) -> int:
    if not words.isdecimal() or not 0 < int(words[:9]) <= _MOST_HITS:
        message = f"'{words}' is no number of hits; write one from 1 to {_MOST_HITS}"
        raise argparse.ArgumentTypeError(message)
    return int(words[:9])


def _port(words: str) -> int:
    if not words.isdecimal() or int(words[:6]) > _LAST_PORT:
        message = f"'{words}' is no port; write a number from 1 to {_LAST_PORT}, or 0"
        raise argparse.ArgumentTypeError(message)
    return int(words)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"'{words}' is no day; write year-month-day, such as 2019-11-15"
        raise argparse.ArgumentTypeError(message) from None


_GRAMMAR: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "list": _articles,
    "show": partial(_articles, without=None),
    "compare": _comparison,
    "overview": _overview,
    "succession": _succession,
    "chronicle": partial(_power, forms=("text", "json", "md", "html")),
    "search": _search,
    "orders": _orders,
    "add": _add,
    "remove": _remove,
    "sources": _sources,
    "refresh": _refresh,
    "notes": _notes,
    "export": _export,
    "samples": _library,
    "serve": _serve,
}
