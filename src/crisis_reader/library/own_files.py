"""What a reader keeps beside the articles: corrections, orders, concepts; found and parsed.

Finding, reading and writing the files is the room of sources'.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.errors import Problem, UsageError
from crisis_reader.events import Correction, parse_corrections
from crisis_reader.sources import SideFile, SideFiles, bundled_articles, read_side_file, side_files
from crisis_reader.sources.side_files import CORRECTIONS, write_side_file
from crisis_reader.succession import Order, parse_order
from crisis_reader.text.concepts import ConceptTable
from crisis_reader.text.concepts import concepts as shipped_concepts


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """A reader's corrections, orders and concepts, and what could not be read of them."""

    corrections: tuple[Correction, ...] = ()
    corrections_from: str = CORRECTIONS
    """The files they are from."""
    orders: tuple[Order, ...] = ()
    concepts: ConceptTable | None = None
    """The table that comes with the program with the reader's rows; None where there are none."""
    problems: tuple[Problem, ...] = ()


def read_own_files(
    sources: Iterable[str | os.PathLike[str]],
    articles: Iterable[Article] = (),
    *,
    named: Iterable[str] = (),
) -> OwnFiles:
    """What lies beside these sources and articles, and the files of corrections that are named.

    Args:
        sources: Files and folders as they were opened; what is neither is passed over.
        articles: Those that were read; the folder of each is looked into as well.
        named: Files of corrections to be read wherever they lie.
    """
    beside = side_files(sources, articles)
    read = [read_side_file(path) for path in named]
    files = _each_once([*beside.corrections, *(one for one in read if isinstance(one, SideFile))])
    problems = [*beside.problems, *(one for one in read if isinstance(one, Problem))]
    corrections: list[Correction] = []
    for file in files:
        parsed, faults = parse_corrections(file.text, file.path)
        corrections += parsed
        problems += faults
    orders, faulty = parsed_orders(beside)
    concepts = _with_concepts(beside.concepts)
    return OwnFiles(
        corrections=tuple(corrections),
        corrections_from=", ".join(file.path for file in files) or CORRECTIONS,
        orders=orders,
        concepts=concepts,
        problems=(*problems, *faulty, *(concepts.problems if concepts else ())),
    )


def parsed_orders(beside: SideFiles) -> tuple[tuple[Order, ...], tuple[Problem, ...]]:
    """The orders among these files, and a problem for each that is broken."""
    parsed = [parse_order(file.text, file.path) for file in beside.orders]
    return (
        tuple(order for order in parsed if isinstance(order, Order)),
        tuple(problem for problem in parsed if isinstance(problem, Problem)),
    )


def _with_concepts(files: Iterable[SideFile]) -> ConceptTable | None:
    """The shipped table with these files' rows, taken in order; None without a file."""
    table: ConceptTable | None = None
    for file in files:
        table = (table or shipped_concepts()).extended(file.text, source=file.path)
    return table


def _each_once(files: Iterable[SideFile]) -> tuple[SideFile, ...]:
    """One given by name and lying beside the articles counts once."""
    return tuple({os.path.realpath(file.path): file for file in files}.values())


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
