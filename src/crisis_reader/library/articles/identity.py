"""Which article is which, whatever version of it is at hand. Reads nothing but where links lead.

A *key* is what read state, position, notes and anchors are kept under. It is the address, else the
place of the file, else (a line of a corpus, a text from a program) the text and its outlet.
"""

import os
from functools import lru_cache
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.errors import UsageError

SAMPLE = "sample:"
"""Begins the key of a bundled article: it is the same one wherever the program is installed."""


def key_of(article: Article) -> str:
    """What this article's marks are kept under; the same for every version of it."""
    address = address_of(article)
    if address is not None:
        return address
    origin = article.origin
    if origin.uri is None or origin.member is not None:
        # Which line of a file it is changes when a line is put in: only its words tell.
        text = f"text:{article.version}"
        return f"{text} {article.outlet}" if article.outlet else text
    path = _absolute(origin.uri)
    samples = _samples()
    return SAMPLE + os.path.relpath(path, samples) if _below(path, samples) else path


def place_of(article: Article) -> str:
    """Where it was read: a path or an address, and the part of a container."""
    uri, member = article.origin.uri, article.origin.member
    if uri is None:
        return ""
    where = uri if "://" in uri else _absolute(uri)
    return f"{where}#{member}" if member else where


def address_of(article: Article) -> str | None:
    """The article's address as it identifies a page; None for one without."""
    from crisis_reader.sources.naming import canonical  # noqa: PLC0415 - loads the readers of files

    if article.url:
        return canonical(article.url)
    uri = article.origin.uri
    return canonical(uri) if uri and "://" in uri and article.origin.member is None else None


def is_sample(article: Article) -> bool:
    """Whether this is one of the articles that come with the program."""
    return bool(article.origin.uri) and is_sample_path(str(article.origin.uri))


def is_sample_path(path: str) -> bool:
    """Whether a path leads to the articles that come with the program."""
    return "://" not in path and _below(_absolute(path), _samples())


def source_address(given: str) -> str:
    """A path made absolute, an address with its scheme and host in lower case, or ``-``.

    Raises:
        UsageError: If nothing was given.
    """
    from crisis_reader.sources.naming import STANDARD_INPUT, canonical  # noqa: PLC0415 - the same

    given = given.strip()
    if not given:
        raise UsageError("no source was named; give a file, a folder or an address")
    if given == STANDARD_INPUT:
        return given
    if "://" in given:
        return canonical(given) or given
    return _absolute(str(Path(given).expanduser()))


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)


@lru_cache(maxsize=4096)
def _absolute(path: str) -> str:
    """The path with links followed; kept, since all lines of a corpus ask for the same one."""
    try:
        return os.path.realpath(path)
    except ValueError:
        # No file has such a name, but an article built by a program may say it.
        return path


@lru_cache(maxsize=1)
def _samples() -> str:
    from crisis_reader.sources.bundled import bundled_articles  # noqa: PLC0415 - not all need it

    try:
        return _absolute(str(bundled_articles()))
    except FileNotFoundError:
        # An installation without samples has no article among them.
        return os.devnull
