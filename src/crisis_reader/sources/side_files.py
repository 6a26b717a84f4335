"""A reader's own files beside the articles: corrections, orders of succession, concepts.

They are found and decoded here, never parsed: ``events`` reads corrections, ``succession``
orders, ``text`` concepts. None of them is an article.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources.folder import why
from crisis_reader.sources.journal import note

CORRECTIONS = "corrections.toml"
"""Name of the file beside the articles that holds a reader's own word on events."""

CONCEPTS = "concepts.toml"
"""Name of the file beside the articles that holds words of a reader's own."""

ORDERS_FOLDER = "orders"
ORDER_ENDING = ".order.toml"

_LARGEST = 4 * 2**20
"""Bytes; ten thousand corrections take half of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFile:
    """A file beside the articles."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFiles:
    """What lies beside the articles; nothing that was found is silently left out."""

    corrections: tuple[SideFile, ...] = ()
    orders: tuple[SideFile, ...] = ()
    concepts: tuple[SideFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def side_files(
    sources: Iterable[str | os.PathLike[str]], articles: Iterable[Article] = ()
) -> SideFiles:
    """The files beside what was opened: in its folder, or in the folder a file lies in.

    ``corrections.toml`` holds corrections; ``orders/*.toml`` and ``*.order.toml`` hold orders;
    ``concepts.toml`` holds concepts.

    Args:
        sources: Folders and files as they were opened; what is neither is passed over.
        articles: Those that were read; the folder of each is looked into as well.
    """
    corrections: list[SideFile] = []
    orders: list[SideFile] = []
    concepts: list[SideFile] = []
    problems: list[Problem] = []
    uris = (article.origin.uri for article in articles)
    for folder in _folders([*sources, *(uri for uri in uris if uri)]):
        for paths, kept in (
            (_named(CORRECTIONS, folder), corrections),
            (_orders(folder), orders),
            (_named(CONCEPTS, folder), concepts),
        ):
            for path in paths:
                read = read_side_file(path)
                if isinstance(read, Problem):
                    problems.append(read)
                else:
                    kept.append(read)
    return SideFiles(
        corrections=tuple(corrections),
        orders=tuple(orders),
        concepts=tuple(concepts),
        problems=tuple(problems),
    )


def read_side_file(path: str | os.PathLike[str]) -> SideFile | Problem:
    """The text of one such file; a problem that says what to do where it can't be read."""
    read = _read_side_file(path, os.fspath(path))
    if isinstance(read, Problem):
        note("refused", read.source, read.message)
    else:
        note("read", read.path, "a file of the reader's own")
    return read


def _read_side_file(path: str | os.PathLike[str], shown: str) -> SideFile | Problem:
    try:
        if os.stat(path).st_size > _LARGEST:  # noqa: PTH116 - the path stays as it was given
            return Problem(source=shown, message=f"is larger than {_LARGEST:,} bytes; split it")
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(source=shown, message="is not UTF-8, as TOML has to be; save it as UTF-8")
    except FileNotFoundError:
        return Problem(source=shown, message="no such file; check the spelling")
    except (OSError, ValueError) as error:
        return Problem(source=shown, message=why(error))
    return SideFile(path=shown, text=text)


def write_side_file(path: str | os.PathLike[str], text: str) -> Problem | None:
    """Write such a file whole or not at all; a problem that says why where it can't be written."""
    kept = os.path.realpath(path)
    new = f"{kept}.new"
    try:
        Path(new).write_text(text, encoding="utf-8", newline="")
        os.replace(new, kept)  # noqa: PTH105 - the same path in both calls
    except OSError as error:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108 - the same
        return Problem(source=os.fspath(path), message=f"was not written: {why(error)}")
    return None


def _folders(places: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
    """Each folder once, however many articles lie in it."""
    seen: set[str] = set()
    for place in places:
        path = Path(place)
        try:
            folder = path if path.is_dir() else path.parent if path.exists() else None
        except (OSError, ValueError):  # no place of this system: an id, or a name too long
            continue
        if folder is not None and (real := os.path.realpath(folder)) not in seen:
            seen.add(real)
            yield folder


def _named(name: str, folder: Path) -> list[Path]:
    path = folder / name
    return [path] if path.is_file() else []


def _orders(folder: Path) -> list[Path]:
    """By name; hidden files are left out as they are among articles."""
    own = [*folder.glob(f"*{ORDER_ENDING}"), *(folder / ORDERS_FOLDER).glob("*.toml")]
    return sorted(p for p in own if p.is_file() and not p.name.startswith("."))
