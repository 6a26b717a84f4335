"""What documents of JSON are made of: their head, articles, spans, problems.

docs/reference/json.md describes them. Keys may be added, never changed or taken away.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.text import Span
from crisis_reader.text.cleaning import escaped
from crisis_reader.version import __version__

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

Document: TypeAlias = dict[str, Json]
"""One JSON object, its keys in the order in which they are printed."""


def head(schema: str) -> Document:
    """The first keys of every document: which schema, and which tool wrote it."""
    return {"schema": schema, "tool": f"crisis-reader {__version__}"}


def dumped(document: Document) -> str:
    """The document as text, indented, with no character in it that a terminal could obey."""
    return escaped(json.dumps(document, ensure_ascii=False, indent=2))


def article_json(article: Article) -> Document:
    """What is known of an article, without its text."""
    return {
        "id": article.id,
        "version": article.version,
        "title": article.title,
        "title_is_made": article.title_is_made,
        "outlet": article.outlet,
        "agency": article.agency,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "language": article.language,
        "url": article.url,
        "tags": article.tags,
        "note": article.note,
        "summary_only": article.summary_only,
        "words": article.words,
        "text_length": len(article.text),
        "origin": {
            "uri": article.origin.uri,
            "member": article.origin.member,
            "encoding": article.origin.encoding,
            "encoding_assumed": article.origin.encoding_assumed,
            "text_is": article.origin.text_is,
        },
    }


def span_json(article: Article, span: Span) -> Document:
    """A span with the article it indexes and the words it stands for."""
    return {
        "article": article.id,
        "start": span.start,
        "end": span.end,
        "quote": article.quote(span),
    }


def problems_json(problems: Iterable[Problem]) -> list[Json]:
    """What could not be read, or was assumed, as on standard error."""
    return [
        {"source": p.source, "line": p.line, "message": p.message, "lost": p.lost} for p in problems
    ]
