"""The reader's sources, as text and as JSON."""

from collections.abc import Sequence
from datetime import datetime

from crisis_reader.library import Source
from crisis_reader.reports.json_parts import Document, head
from crisis_reader.reports.wording import counted
from crisis_reader.text.cleaning import printed


def sources_text(sources: Sequence[Source]) -> str:
    """A line for each source: its number, what it is, and how it was when it was last read."""
    return "\n".join(map(_line, sources))


def sources_json(sources: Sequence[Source]) -> Document:
    """The same as a document of schema ``crisis-reader.sources/1``."""
    return {
        **head("crisis-reader.sources/1"),
        "sources": [
            {
                "number": source.number,
                "address": source.address,
                "kind": source.kind,
                "title": source.title,
                "added": source.added.isoformat(),
                "refreshed": source.refreshed.isoformat() if source.refreshed else None,
                "problem": source.problem,
                "article_count": source.articles,
            }
            for source in sources
        ],
        "problems": [],
    }


def _line(source: Source) -> str:
    title = f' "{printed(source.title)}",' if source.title else ""
    read = f"read {_minute(source.refreshed)}" if source.refreshed else "not read to its end yet"
    problem = f" Problem: {printed(source.problem)}" if source.problem else ""
    return (
        f"{source.number}: {source.kind}{title} {printed(source.address)}, "
        f"{counted(source.articles, 'article')}, {read}.{problem}"
    )


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
