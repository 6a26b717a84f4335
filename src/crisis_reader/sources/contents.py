"""What a file, a page or standard input holds, made into articles: a note, a page, JSON.

Opens nothing: what came in was read and decoded by who calls. What is wrong with a part costs that
part only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_reader.article import Article, Origin, TextIs
from crisis_reader.errors import Problem
from crisis_reader.sources.decoding import Decoded
from crisis_reader.sources.front_matter import read_front_matter
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.metadata import Metadata, read_metadata
from crisis_reader.sources.naming import canonical
from crisis_reader.sources.records import unread_remark
from crisis_reader.text.spans import Span

if TYPE_CHECKING:
    from crisis_reader.sources.json_articles import Member
    from crisis_reader.sources.web_page import WebPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """What holds the text."""

    name: str
    """As problems call it."""
    uri: str | None = None
    """Path or address; None for standard input."""
    id: str | None = None
    """Of an article that tells no address of its own; None where its text has to do."""
    instead: str = "copy the text into a .txt file"
    """What to do where a page shows no article."""


def read_note(holder: Holder, decoded: Decoded, limits: Limits) -> Iterator[Article | Problem]:
    """A text, with front matter or without."""
    block = read_front_matter(decoded.text)
    if block.remark:
        line = block.line or 1
        yield Problem(source=holder.name, message=block.remark, line=line, lost=False)
    if block.span and not decoded.text[block.span.end :].strip():
        message = "has front matter but no text; put the article's text below it"
        yield Problem(source=holder.name, message=message)
        return
    said = read_metadata(block.fields)
    yield from read_article(
        holder, decoded.text, said, decoded, limits, text_is=TextIs.FILE, front_matter=block.span
    )


def read_page(
    holder: Holder, page: "WebPage", decoded: Decoded, limits: Limits
) -> Iterator[Article | Problem]:
    """The article on a page."""
    if page.text.strip():
        yield from read_article(holder, page.text, page.metadata, decoded, limits)
    else:
        message = f"no article text was found on this page; {holder.instead}"
        yield Problem(source=holder.name, message=message)


def read_members(
    holder: Holder, members: Iterable["Member"], decoded: Decoded, limits: Limits
) -> Iterator[Article | Problem]:
    """The articles of JSON, each with its line or its place in the document."""
    for member in members:
        if member.fault:
            where = f"{member.name}: " if member.name and member.line is None else ""
            yield Problem(source=holder.name, message=where + member.fault, line=member.line)
        else:
            yield from read_article(
                *(holder, member.text, member.metadata, decoded, limits),
                member=member.name,
                line=member.line,
            )


def read_article(
    holder: Holder,
    text: str,
    said: Metadata,
    decoded: Decoded,
    limits: Limits,
    *,
    text_is: TextIs = TextIs.EXTRACTED,
    front_matter: Span | None = None,
    member: str | None = None,
    line: int | None = None,
) -> Iterator[Article | Problem]:
    """One article, after the problems that cost nothing of it.

    Args:
        holder: What holds it.
        text: Its text, as it is kept.
        said: What is said of it beside the text.
        decoded: How the characters came about.
        limits: How much of it is read.
        text_is: Whether the text is what the file has, or was taken out of it.
        front_matter: Where in the text its front matter stands.
        member: The part of a container; None where it is the whole.
        line: The line it begins at, in a file of many.
    """
    for remark in said.remarks:
        yield Problem(source=holder.name, message=remark, line=line, lost=False)
    part = f"#{member.split()[-1]}" if member else ""
    article = Article.from_text(
        text,
        title=said.title,
        outlet=said.outlet,
        published=said.published,
        language=said.language,
        id=canonical(said.url) or (holder.id + part if holder.id else None),
        origin=Origin(
            uri=holder.uri,
            member=member if holder.uri else None,
            encoding=decoded.encoding,
            encoding_assumed=decoded.assumed,
            text_is=text_is,
        ),
        url=said.url,
        tags=said.tags,
        note=said.note,
        front_matter=front_matter,
        read_at_most=limits.characters,
    )
    if unread := unread_remark(article):
        yield Problem(source=holder.name, message=unread, line=line, lost=False)
    yield article
