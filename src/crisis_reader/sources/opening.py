"""Opening a source: every article in it, and a problem for everything that could not be read.

The one place that reads bytes. It decodes and passes on metadata; what the text itself says is
read by ``Article.from_text``.
"""

import itertools
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from crisis_reader.article import Article, TextIs
from crisis_reader.errors import Problem, is_fault, told
from crisis_reader.sources.contents import (
    Holder,
    read_article,
    read_members,
    read_note,
    read_page,
)
from crisis_reader.sources.decoding import Decoded, NotTextError, decode
from crisis_reader.sources.folder import Found, find_files, why
from crisis_reader.sources.journal import note, noted
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.metadata import Metadata
from crisis_reader.sources.naming import STANDARD_INPUT, is_address
from crisis_reader.sources.pages import Pages
from crisis_reader.sources.records import Loaded
from crisis_reader.sources.stamps import Stamps


def open_source(path_or_url: str | os.PathLike[str], *, limits: Limits | None = None) -> Loaded:
    """Every article of a file, a folder, a page or a feed, and what could not be read.

    Args:
        path_or_url: A file; a folder that is read with all below it, in order of path; the address
            of a page or a feed, which is fetched; ``-`` for standard input.
        limits: How far fetching goes; the defaults where None.
    """
    return open_sources((path_or_url,), limits=limits)


def open_sources(
    sources: Iterable[str | os.PathLike[str]], *, limits: Limits | None = None
) -> Loaded:
    """The articles of several sources in the order given; ids are unique, a file counts once."""
    articles: list[Article] = []
    problems: list[Problem] = []
    with closing(Pages()) as pages:
        for source in sources:
            for item in _read(os.fspath(source), limits, pages):
                if isinstance(item, Problem):
                    problems.append(item)
                else:
                    articles.append(item)
    return Loaded(articles=distinct(articles), problems=tuple(dict.fromkeys(problems)))


def read_source(
    path_or_url: str | os.PathLike[str],
    *,
    limits: Limits | None = None,
    stamps: Stamps | None = None,
) -> Iterator[Article | Problem]:
    """The articles and problems of a source one at a time, for more than memory should hold.

    Ids are as each file has them: two files may have the same one.

    Args:
        path_or_url: As of ``open_source``.
        limits: How far reading and fetching go; the defaults where None.
        stamps: Of the files when they were read last: those that are as they were are passed over.
    """
    with closing(Pages()) as pages:
        yield from _read(os.fspath(path_or_url), limits, pages, stamps)


def distinct(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in order, one for each place they were read from, each with an id of its own."""
    by_id: dict[str, Article] = {}
    seen: set[tuple[str, str | None]] = set()
    for article in articles:
        origin = article.origin
        place = (os.path.realpath(origin.uri) if origin.uri else article.id, origin.member)
        if place not in seen:
            seen.add(place)
            own = _with_own_id(article, by_id)
            by_id[own.id] = own
    return tuple(by_id.values())


def _with_own_id(article: Article, taken: dict[str, Article]) -> Article:
    """The article, under its full path (then numbered) where another one has its id."""
    if article.id not in taken:
        return article
    origin = article.origin
    base = f"{origin.uri}#{origin.member.split()[-1]}" if origin.member else str(origin.uri)
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base} ({number})"
    return replace(article, id=candidate)


def _read(
    source: str, limits: Limits | None, pages: Pages, stamps: Stamps | None = None
) -> Iterator[Article | Problem]:
    if is_address(source):
        from crisis_reader.sources.web import read_address  # noqa: PLC0415 - loads the web libraries

        yield from read_address(source, limits or Limits())
        return
    if source == STANDARD_INPUT:
        yield from _read_standard_input(limits or Limits(), pages)
        return
    for found in find_files(Path(source)):
        if isinstance(found, Problem):
            note("refused", found.source, found.message)
            yield found
        else:
            items = noted(_read_file(found, limits or Limits(), pages), str(found.path))
            yield from items if stamps is None else _if_new(items, found.path, stamps)


def _if_new(
    items: Iterable[Article | Problem], path: Path, stamps: Stamps
) -> Iterator[Article | Problem]:
    """What is in a file, unless it is known; nothing is read then."""
    stamp = stamps.stamp(path)
    if stamps.is_known(path, stamp):
        return
    is_plain = True
    for item in items:
        # What was wrong has to be told again: such a file is read each time.
        is_plain = is_plain and not isinstance(item, Problem)
        yield item
    if is_plain:
        stamps.take(path, stamp)


def _read_standard_input(limits: Limits, pages: Pages) -> Iterator[Article | Problem]:
    from crisis_reader.sources.standard_input import read_input  # noqa: PLC0415 - rarely needed

    yield from noted(read_input(limits, pages), "standard input")


def _read_file(found: Found, limits: Limits, pages: Pages) -> Iterator[Article | Problem]:
    try:
        if found.path.suffix.lower() in (".jsonl", ".ndjson"):
            yield from _read_lines(found, limits)
        else:
            raw = _bytes(found.path, limits)
            decoded = decode(raw, markup=_is_markup(found.path))
            yield from _read_text(found, decoded, limits, pages)
    except NotTextError as error:
        yield _refused(found, str(error))
    except OSError as error:
        yield _refused(found, why(error))
    except BaseException as error:
        if not is_fault(error):
            raise
        yield _problem(found, f"could not be read, something broke inside: {told(error)}")


def _refused(found: Found, message: str) -> Problem:
    note("refused", str(found.path), message)
    return _problem(found, message)


def _bytes(path: Path, limits: Limits) -> bytes:
    """The file as it is at one moment.

    Raises:
        NotTextError: If there is more than the limit, or nothing that ends.
    """
    with _opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        # It may grow meanwhile, and files of /proc say nothing of their size.
        raw = file.read(limits.largest_file + 1) if size <= limits.largest_file else b""
        size = max(size, len(raw))
    if size > limits.largest_file:
        raise NotTextError(_too_large("file", limits))
    return raw


def _opened(path: Path) -> BinaryIO:
    """A regular file, open; what was put in its place since it was found would be waited for.

    Raises:
        NotTextError: If it is a pipe, a device or a folder by now.
    """
    # Without waiting for a writer, should it be a pipe.
    file = open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb")  # noqa: PTH123, SIM115 - from its number; the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotTextError("is not a regular file; save the article to a file")
    return file


def _too_large(what: str, limits: Limits) -> str:
    return (
        f"the {what} has more than the {limits.file_megabytes:g} million bytes that are read; "
        "split it, or raise max_file_megabytes under [reading] in config.toml"
    )


def _is_markup(path: Path) -> bool:
    return path.suffix.lower() in (".html", ".htm", ".xhtml")


def _read_text(
    found: Found, decoded: Decoded, limits: Limits, pages: Pages
) -> Iterator[Article | Problem]:
    if decoded.remark:
        yield _problem(found, decoded.remark, lost=False)
    if not decoded.text.strip("\ufeff \t\r\n\f\v"):
        yield _problem(found, "is empty; remove it or put the article's text in it")
    elif _is_markup(found.path):
        yield from read_page(_holder(found), pages.read(decoded.text), decoded, limits)
    elif found.path.suffix.lower() == ".json":
        from crisis_reader.sources.json_articles import read_json  # noqa: PLC0415 - not all need it

        yield from read_members(_holder(found), read_json(decoded.text), decoded, limits)
    elif found.path.suffix.lower() == ".txt":
        yield from read_article(
            _holder(found), decoded.text, Metadata(), decoded, limits, text_is=TextIs.FILE
        )
    else:
        yield from read_note(_holder(found), decoded, limits)


def _holder(found: Found) -> Holder:
    return Holder(name=str(found.path), uri=str(found.path), id=found.name)


def _read_lines(found: Found, limits: Limits) -> Iterator[Article | Problem]:
    """JSON Lines, a line at a time: a corpus need not fit in memory, a bad line costs itself."""
    from crisis_reader.sources.json_articles import read_json_line  # noqa: PLC0415 - not all need it

    told = empty = True
    for number, raw in _lines(found.path, limits):
        try:
            if len(raw) > limits.largest_file:
                raise NotTextError(_too_large("line", limits))  # noqa: TRY301 - told like the others
            decoded = decode(raw)
            member = read_json_line(decoded.text, number)
        except NotTextError as error:
            member, empty = None, False
            yield _problem(found, str(error), line=number)
        if member is None:
            continue
        if decoded.remark and told:
            yield _problem(found, decoded.remark, line=number, lost=False)
            told = False  # once a file is enough
        empty = False
        yield from read_members(_holder(found), [member], decoded, limits)
    if empty:
        yield _problem(found, "is empty; remove it or put an article on each line")


def _lines(path: Path, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """The lines of a file of UTF-8, or of UTF-16 with a byte order mark, numbered from 1.

    Of a line that is too long only its beginning, one byte more than the limit.
    """
    with _opened(path) as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            lines = decode(_bytes(path, limits)).text.encode().split(b"\n")
            yield from enumerate(lines, start=1)
            return
        file.seek(0)
        for number in itertools.count(1):
            line = file.readline(limits.largest_file + 1)
            if not line:
                return
            yield number, line
            while len(line) > limits.largest_file and not line.endswith(b"\n"):
                line = file.readline(limits.largest_file + 1)


def _problem(found: Found, message: str, *, line: int | None = None, lost: bool = True) -> Problem:
    return Problem(source=str(found.path), message=message, line=line, lost=lost)
