"""What a search found, as text and as JSON."""

from collections.abc import Sequence

from crisis_reader.errors import Problem
from crisis_reader.library import Hit
from crisis_reader.reports.json_parts import (
    Document,
    article_json,
    head,
    problems_json,
    span_json,
)
from crisis_reader.reports.listing import short_ids_among
from crisis_reader.reports.wording import described
from crisis_reader.text.cleaning import printed


def search_text(hits: Sequence[Hit], ids: Sequence[str]) -> str:
    """Two lines for each hit, best first: the article with its short id, and the words found.

    Args:
        hits: What was found.
        ids: Of all that was searched: short ids tell these apart.
    """
    short = short_ids_among([hit.article.id for hit in hits], ids)
    lines: list[str] = []
    for id_, hit in zip(short, hits, strict=True):
        lines.append(f"{id_}: {described(hit.article)}.")
        words = " ".join(printed(hit.article.quote(hit.snippet)).split())
        place = "Found" if hit.at is not None else "Found in the title or outlet; it begins"
        lines.append(f'  {place}: "{words}"')
    return "\n".join(lines)


def search_json(
    query: str, hits: Sequence[Hit], ids: Sequence[str], problems: Sequence[Problem] = ()
) -> Document:
    """The same as a document of schema ``crisis-reader.search/1``."""
    short = short_ids_among([hit.article.id for hit in hits], ids)
    return {
        **head("crisis-reader.search/1"),
        "query": query,
        "hits": [
            {
                "short_id": id_,
                "article": article_json(hit.article),
                "snippet": span_json(hit.article, hit.snippet),
                "matches": [span_json(hit.article, span) for span in hit.matches],
                "at": None if hit.at is None else span_json(hit.article, hit.at),
                "title_matches": [
                    {"start": span.start, "end": span.end, "quote": span.of(hit.article.title)}
                    for span in hit.title_matches
                ],
            }
            for id_, hit in zip(short, hits, strict=True)
        ],
        "problems": problems_json(problems),
    }
