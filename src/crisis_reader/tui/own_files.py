"""What a reader keeps beside the articles, for the screen: corrections and orders of succession.

Plain functions for jobs; finding, reading and writing the files is the room of sources'.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.errors import Problem, UsageError
from crisis_reader.events import Correction, parse_corrections
from crisis_reader.sources import bundled_articles, side_files
from crisis_reader.sources.side_files import CORRECTIONS, read_side_file, write_side_file
from crisis_reader.succession import Order, parse_order


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """A reader's corrections and orders, and what could not be read of them."""

    corrections: tuple[Correction, ...] = ()
    corrections_from: str = CORRECTIONS
    """The files they are from."""
    orders: tuple[Order, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_own_files(sources: Iterable[str], articles: Iterable[Article] = ()) -> OwnFiles:
    """What lies beside these sources and articles."""
    beside = side_files(sources, articles)
    corrections: list[Correction] = []
    problems = list(beside.problems)
    for file in beside.corrections:
        read, faults = parse_corrections(file.text, file.path)
        corrections += read
        problems += faults
    orders = [parse_order(file.text, file.path) for file in beside.orders]
    return OwnFiles(
        corrections=tuple(corrections),
        corrections_from=", ".join(file.path for file in beside.corrections) or CORRECTIONS,
        orders=tuple(order for order in orders if isinstance(order, Order)),
        problems=(*problems, *(fault for fault in orders if isinstance(fault, Problem))),
    )


def corrections_path(article: Article, sources: Sequence[str]) -> str | Problem:
    """Where a correction of this article belongs: beside it, else beside the first source."""
    near = article.origin.uri or ""
    for place in (near, *sources):
        if os.path.exists(place):  # noqa: PTH110 - text, it may be an address
            folder = Path(place) if Path(place).is_dir() else Path(place).parent
            if _is_of_the_samples(folder):
                told = "the samples stay as they are: copy them to a folder of yours and open that"
                return Problem(source=str(folder), message=told)
            return str(folder / CORRECTIONS)
    told = "no folder beside it to keep corrections in: open it from a file or folder"
    return Problem(source=near or article.id, message=told)


def _is_of_the_samples(folder: Path) -> bool:
    samples = os.path.realpath(str(bundled_articles()))
    return os.path.realpath(folder).startswith(samples)


def keep_correction(path: str, correction: Correction) -> Problem | None:
    """Write a correction into this file, comments kept; a problem where that can't be done."""
    from crisis_reader.events.writing_corrections import with_correction  # noqa: PLC0415 - tomlkit

    text = ""
    if os.path.exists(path):  # noqa: PTH110 - text throughout
        read = read_side_file(path)
        if isinstance(read, Problem):
            return read
        text = read.text
    try:
        return write_side_file(path, with_correction(text, correction))
    except UsageError as error:
        return Problem(source=path, message=str(error))
