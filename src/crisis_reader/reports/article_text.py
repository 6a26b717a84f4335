"""One article to read: what is known of it, a line each, then its text, a paragraph a line."""

from collections.abc import Sequence

from crisis_reader.article import Article, RegionKind
from crisis_reader.errors import Problem
from crisis_reader.reports.json_parts import (
    Document,
    Json,
    article_json,
    head,
    problems_json,
    span_json,
)
from crisis_reader.reports.wording import counted, day, language
from crisis_reader.text import read_paragraphs
from crisis_reader.text.cleaning import printed

_SAID_BEFORE = {
    RegionKind.DATELINE: "Dateline",
    RegionKind.BYLINE: "Byline",
    RegionKind.CAPTION: "Picture caption",
    RegionKind.CREDIT: "Picture credit",
    RegionKind.EMBED: "Embedded post",
    RegionKind.UNREAD: "Not matched",
}
"""Words that tell a listener what is no running text."""


def article_text(article: Article) -> str:
    """The article as lines of text; front matter is left out, its metadata stands above."""
    lines = [*_metadata(article), ""]
    for region in article.regions:
        if region.kind is RegionKind.FRONT_MATTER:
            continue
        label = _SAID_BEFORE.get(region.kind)
        for span in read_paragraphs(article.text, region.span):
            words = " ".join(printed(article.quote(span)).split())
            lines.append(f"{label}: {words}" if label else words)
    return "\n".join(lines)


def _metadata(article: Article) -> list[str]:
    made = " (made from the first sentence)" if article.title_is_made else ""
    from_text = "" if article.published_from in (None, "given") else " (as its text says)"
    lines = [
        f"Title: {printed(article.title)}{made}",
        f"Outlet: {printed(article.outlet or 'no outlet')}",
        f"Day: {day(article.published)}{from_text}",
        f"Length: {counted(article.words, 'word')}, {language(article.language)}",
    ]
    if article.agency and article.agency != article.outlet:
        lines.insert(2, f"Agency: {printed(article.agency)}")
    if article.url != article.id:
        lines.append(f"Name: {printed(article.id)}")
    if article.url:
        lines.append(f"Address: {printed(article.url)}")
    if article.note:
        lines.append(f"Note: {printed(article.note)}")
    return lines


def show_json(articles: Sequence[Article], problems: Sequence[Problem] = ()) -> Document:
    """Whole articles, text and regions included: schema ``crisis-reader.show/1``."""
    return {
        **head("crisis-reader.show/1"),
        "articles": [{**article_json(a), "text": a.text, "regions": _regions(a)} for a in articles],
        "problems": problems_json(problems),
    }


def _regions(article: Article) -> list[Json]:
    return [{"kind": r.kind, **span_json(article, r.span)} for r in article.regions]
