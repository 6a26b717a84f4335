"""Which files a path stands for: itself, or what lies in a folder and below, in a stable order.

Hidden files and folders, files of other kinds and ``README`` files (which tell of a folder and are
no account of anything) are passed over; a link that leads back into the folder is followed once.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from crisis_reader.errors import Problem

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson")
"""Kinds of files that hold articles, lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read, and the name it has within its source."""

    path: Path
    name: str
    """With ``/`` between the parts, whatever the system."""


def find_files(path: Path) -> Iterator[Found | Problem]:
    """The files that ``path`` stands for, by name; a problem for each that can't be seen."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Problem(source=str(path), message="no such file or folder; check the spelling")
        return
    except (OSError, ValueError) as error:
        yield Problem(source=str(path), message=why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path)
    elif not stat.S_ISREG(mode):
        yield Problem(source=str(path), message="not a regular file; save the article to a file")
    elif path.suffix.lower() not in SUFFIXES:
        kind = f"'{path.suffix}'" if path.suffix else "without an ending"
        message = f"files {kind} are not read; save the article as .txt, .md, .html or .json"
        yield Problem(source=str(path), message=message)
    else:
        yield Found(path=path, name=path.name)


def why(error: OSError | ValueError) -> str:
    """What kept a file from being read, and what to do about it."""
    if isinstance(error, PermissionError):
        return "may not be read; change its permissions"
    said = getattr(error, "strerror", None) or str(error)
    return f"could not be read ({said.lower()}); check it and open it again"


def _in_folder(top: Path) -> Iterator[Found | Problem]:
    seen = {os.path.realpath(top)}
    faults: list[Problem] = []
    found: list[tuple[tuple[str, ...], Path]] = []

    def note(error: OSError) -> None:
        faults.append(Problem(source=str(error.filename), message=why(error)))

    for folder, folders, files in os.walk(top, onerror=note, followlinks=True):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and _is_new(here / f, seen))
        for file in files:
            path = here / file
            if is_article(file) and _is_regular(path) and _is_new(path, seen):
                found.append((path.relative_to(top).parts, path))
    for parts, path in sorted(found):
        yield Found(path=path, name="/".join(parts))
    yield from sorted(faults, key=lambda fault: fault.source)


def is_article(name: str) -> bool:
    """Whether a file of this name is read when its folder is."""
    path = PurePath(name.lower())
    return path.suffix in SUFFIXES and path.stem != "readme" and not name.startswith(".")


def _is_regular(path: Path) -> bool:
    """Whether it is a file; a link that leads nowhere counts, so that reading it tells why."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _is_new(path: Path, seen: set[str]) -> bool:
    """Whether no other link led to this file or folder before."""
    place = os.path.realpath(path)
    if place in seen:
        return False
    seen.add(place)
    return True
