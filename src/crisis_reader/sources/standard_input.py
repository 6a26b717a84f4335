"""What comes in on standard input: one article or many, of the kind it looks like.

It can be read once, so what it held is kept: whoever opens ``-`` again gets the same.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.sources.contents import Holder, read_members, read_note, read_page
from crisis_reader.sources.decoding import NotTextError, decode
from crisis_reader.sources.json_articles import Member, read_json, read_json_line
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.pages import Pages

_NAME = "standard input"
_HOLDER = Holder(name=_NAME, instead="send the text alone")
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
        yield from read_members(_HOLDER, _members(decoded.text), decoded, limits)
    elif begin.startswith(_MARKUP):
        yield from read_page(_HOLDER, pages.read(decoded.text), decoded, limits)
    else:
        yield from read_note(_HOLDER, decoded, limits)


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
