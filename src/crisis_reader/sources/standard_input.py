"""What comes in on standard input: one article or many, of the kind it looks like.

It can be read once, so what it held is kept: whoever opens ``-`` again gets the same.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache

from crisis_reader.article import Article, Origin, TextIs
from crisis_reader.errors import Problem
from crisis_reader.sources.decoding import Decoded, NotTextError, decode
from crisis_reader.sources.front_matter import read_front_matter
from crisis_reader.sources.json_articles import Member, read_json, read_json_line
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.metadata import Metadata, read_metadata
from crisis_reader.sources.opening import canonical
from crisis_reader.sources.pages import Pages
from crisis_reader.sources.records import unread_remark
from crisis_reader.text.spans import Span

_NAME = "standard input"
_MARKUP = ("<!doctype html", "<html", "<head", "<body", "<article", "<main", "<?xml")


@lru_cache(maxsize=1)
def content() -> bytes:
    """Everything that comes in, waited for to its end and kept."""
    return sys.stdin.buffer.read()


def read_input(limits: Limits, pages: Pages) -> Iterator[Article | Problem]:
    """The articles that come in, and problems for what could not be read."""
    raw = content()
    try:
        decoded = decode(raw, markup=raw.lstrip()[:1] == b"<")
    except NotTextError as error:
        yield Problem(source=_NAME, message=str(error))
        return
    if decoded.remark:
        yield Problem(source=_NAME, message=decoded.remark, lost=False)
    begin = decoded.text.lstrip("\ufeff \t\r\n")[:100].lower()
    if not begin:
        yield Problem(source=_NAME, message="is empty; send an article's text")
    elif begin.startswith(("{", "[")):
        for member in _members(decoded.text):
            yield from _from_member(member, decoded, limits)
    elif begin.startswith(_MARKUP):
        yield from _from_page(decoded, limits, pages)
    else:
        block = read_front_matter(decoded.text)
        if block.remark:
            yield Problem(source=_NAME, message=block.remark, line=block.line or 1, lost=False)
        said = read_metadata(block.fields)
        yield from _article(
            decoded.text, said, decoded, TextIs.FILE, limits, front_matter=block.span
        )


def _members(text: str) -> Iterator[Member]:
    """The articles of a JSON document, or of JSON Lines: what the first line alone is decides."""
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    one = read_json_line(first, 1) if rest.strip() else None
    if one is None or one.fault:
        yield from read_json(text)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if member := read_json_line(line, number):
            yield member


def _from_member(member: Member, decoded: Decoded, limits: Limits) -> Iterator[Article | Problem]:
    if member.fault:
        where = f"{member.name}: " if member.name and member.line is None else ""
        yield Problem(source=_NAME, message=where + member.fault, line=member.line)
    else:
        yield from _article(
            member.text, member.metadata, decoded, TextIs.EXTRACTED, limits, line=member.line
        )


def _from_page(decoded: Decoded, limits: Limits, pages: Pages) -> Iterator[Article | Problem]:
    page = pages.read(decoded.text)
    if page.text:
        yield from _article(page.text, page.metadata, decoded, TextIs.EXTRACTED, limits)
    else:
        message = "no article text was found in this page; send the text alone"
        yield Problem(source=_NAME, message=message)


def _article(
    text: str,
    said: Metadata,
    decoded: Decoded,
    text_is: TextIs,
    limits: Limits,
    *,
    line: int | None = None,
    front_matter: Span | None = None,
) -> Iterator[Article | Problem]:
    for remark in said.remarks:
        yield Problem(source=_NAME, message=remark, line=line, lost=False)
    article = Article.from_text(
        text,
        title=said.title,
        outlet=said.outlet,
        published=said.published,
        language=said.language,
        id=canonical(said.url),
        origin=Origin(encoding=decoded.encoding, encoding_assumed=decoded.assumed, text_is=text_is),
        url=said.url,
        tags=said.tags,
        note=said.note,
        front_matter=front_matter,
        read_at_most=limits.characters,
    )
    if unread := unread_remark(article):
        yield Problem(source=_NAME, message=unread, lost=False)
    yield article
