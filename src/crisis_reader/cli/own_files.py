"""What a reader keeps beside the articles: corrections and orders, found, read and parsed."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from crisis_reader.article import Article
from crisis_reader.cli.options import Options
from crisis_reader.errors import Problem
from crisis_reader.events import Correction, parse_corrections
from crisis_reader.sources import SideFile, SideFiles, bundled_articles, read_side_file, side_files
from crisis_reader.succession import Order, parse_order


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """A reader's corrections and orders, and what could not be read of them."""

    corrections: tuple[Correction, ...] = ()
    corrections_from: str = "corrections.toml"
    """The files they are from."""
    orders: tuple[Order, ...] = ()
    problems: tuple[Problem, ...] = ()


def own_files(options: Options, articles: Sequence[Article] = ()) -> OwnFiles:
    """What lies beside the articles, and the files named with ``--corrections``."""
    beside = _beside(options, articles)
    named = [read_side_file(path) for path in options.corrections]
    problems = [*beside.problems, *(n for n in named if isinstance(n, Problem))]
    files = _each_once([*beside.corrections, *(n for n in named if isinstance(n, SideFile))])
    corrections: list[Correction] = []
    for file in files:
        read, faults = parse_corrections(file.text, file.path)
        corrections += read
        problems += faults
    orders, faulty = own_orders(beside)
    return OwnFiles(
        corrections=tuple(corrections),
        corrections_from=", ".join(f.path for f in files) or "corrections.toml",
        orders=orders,
        problems=(*problems, *faulty),
    )


def own_orders(beside: SideFiles) -> tuple[tuple[Order, ...], tuple[Problem, ...]]:
    """The orders among these files, and a problem for each that is broken."""
    parsed = [parse_order(file.text, file.path) for file in beside.orders]
    return (
        tuple(order for order in parsed if isinstance(order, Order)),
        tuple(problem for problem in parsed if isinstance(problem, Problem)),
    )


def _beside(options: Options, articles: Sequence[Article]) -> SideFiles:
    """Beside the sources as they were given; ids among them are passed over."""
    given = [*options.names, *options.pool]
    return side_files(given or [bundled_articles()], articles)


def _each_once(files: Sequence[SideFile]) -> tuple[SideFile, ...]:
    """One given by name and lying beside the articles counts once."""
    return tuple({os.path.realpath(file.path): file for file in files}.values())
