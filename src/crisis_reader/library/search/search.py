"""Searching the shelf: which articles satisfy a query, and hits, best first, with their places."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from crisis_reader.article import Article, RegionKind
from crisis_reader.library.file.database import Database, unpacked
from crisis_reader.library.search.conditions import (
    Condition,
    conditions_of,
    heading_condition,
    is_short,
    joined,
    match_of,
)
from crisis_reader.library.search.index import WEIGHTS, SearchIndex
from crisis_reader.library.search.query import Query, Term, parse_query
from crisis_reader.library.search.snippets import find_terms, snippet_of
from crisis_reader.library.search.vocabulary import Vocabulary
from crisis_reader.text.folding import fold_text
from crisis_reader.text.spans import Span, trimmed

_BEST = f"bm25(search, {', '.join(map(str, WEIGHTS))})"

Places: TypeAlias = tuple[tuple[Span, ...], ...]
"""For each term where it stands."""

_AT_ONCE = 200
"""Texts held in memory while they are read through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a search found; all spans but the title's are of ``article.text``."""

    article: Article
    snippet: Span
    """The stretch that shows most of the words."""
    matches: tuple[Span, ...]
    """Words and phrases found within the snippet, in order."""
    at: Span | None
    """The first word found in the text; None where only title or outlet have them."""
    title_matches: tuple[Span, ...]
    """Words and phrases found in ``article.title``."""


class Search:
    """Finds articles by their words and by what is known of them."""

    def __init__(
        self,
        database: Database,
        index: SearchIndex,
        vocabulary: Vocabulary,
        article: Callable[[int], Article | None],
    ) -> None:
        """Search one library.

        Args:
            database: The library's file.
            index: Of its texts.
            vocabulary: Of its titles and outlets.
            article: The article of a number; None for one that is on the shelf no more.
        """
        self._database = database
        self._index = index
        self._vocabulary = vocabulary
        self._article = article

    def hits(self, query: str | Query, *, limit: int) -> tuple[Hit, ...]:
        """The articles that satisfy a query, best first, ties in order of arrival."""
        query = parse_query(query) if isinstance(query, str) else query
        # A beginning too short to tell anything is taken as the whole word.
        terms = tuple(Term(t.words, prefix=t.prefix and not is_short(t)) for t in query.terms)
        query = replace(query, terms=terms)
        found = (self._article(number) for number in self._best(query, limit))
        # One that another program took off meanwhile is left out.
        return tuple(_hit(article, terms) for article in found if article is not None)

    def matching(self, query: Query) -> set[int] | None:
        """The numbers of the articles that satisfy a query; None for all of them.

        For a list that is filtered while somebody types: a word that begins no word of a title
        or outlet stands for those that are a letter or two away. Without the index, and for short
        beginnings, only titles and outlets are looked at.
        """
        if query.is_empty:
            return None
        alike = self._vocabulary.alike(query.terms)
        condition = conditions_of(query)
        if not query.terms:
            return self._satisfying(condition)
        if not self._index.usable:
            headings = (heading_condition(term, alike) for term in query.terms)
            return self._satisfying(joined([condition, *headings]))
        match = match_of(query.terms, alike)
        found = self._numbers("SELECT rowid FROM search WHERE search MATCH ?", (match,))
        # Two sets are met here in a third of the time that a join takes.
        return found if condition.words == "1" else found & self._satisfying(condition)

    def _satisfying(self, condition: Condition) -> set[int]:
        statement = f"SELECT a.number FROM article a WHERE {condition.words}"  # noqa: S608 - values apart
        return self._numbers(statement, condition.values)

    def _numbers(self, statement: str, values: tuple[str | int, ...]) -> set[int]:
        return set(self._database.numbers(statement, values))

    def _best(self, query: Query, limit: int) -> list[int]:
        condition = conditions_of(query)
        if not query.terms:
            statement = (
                f"SELECT a.number FROM article a WHERE {condition.words}"  # noqa: S608 - values apart
                " ORDER BY a.day DESC, a.number LIMIT ?"
            )
            values: tuple[str | int, ...] = (*condition.values, limit)
        elif self._index.usable:
            statement = (
                "SELECT a.number FROM search JOIN article a ON a.number = search.rowid"  # noqa: S608 - values apart
                f" WHERE search MATCH ? AND {condition.words} ORDER BY {_BEST}, a.number LIMIT ?"
            )
            values = (match_of(query.terms), *condition.values, limit)
        else:
            found = self._read_through(list(query.terms), condition)
            ranked = sorted(found, key=lambda pair: (-pair[1], pair[0]))
            return [number for number, _ in ranked[:limit]]
        return self._database.numbers(statement, values)

    def _read_through(self, terms: list[Term], condition: Condition) -> Iterator[tuple[int, float]]:
        """Articles that hold all terms, and how much of them, without the index."""
        patterns = [term.pattern() for term in terms]
        last = 0
        while rows := self._database.rows(
            "SELECT a.number, a.title_folded, a.outlet_folded, v.text FROM article a"  # noqa: S608 - values apart
            " JOIN version v ON v.article = a.number AND v.number = a.versions"
            f" WHERE a.number > ? AND {condition.words} ORDER BY a.number LIMIT ?",
            (last, *condition.values, _AT_ONCE),
        ):
            for number, title, outlet, text in rows:
                parts = (title, outlet or "", fold_text(unpacked(text)))
                counts = [_weight(pattern, parts) for pattern in patterns]
                if all(counts):
                    yield number, sum(counts) / (1 + len(parts[2]))
            last = rows[-1]["number"]


def first_hit(article: Article, typed: str) -> Span | None:
    """The first place in the text of what was typed; None where it has none of it."""
    places = find_terms(article.text, parse_query(typed).terms)
    return min((span for found in places for span in found), default=None)


def _weight(pattern: re.Pattern[str], parts: tuple[str, str, str]) -> float:
    """How often a term stands in title, outlet and text, a title's word counting for more."""
    return sum(
        weight * sum(1 for _ in pattern.finditer(part))
        for weight, part in zip(WEIGHTS, parts, strict=True)
    )


def _hit(article: Article, terms: tuple[Term, ...]) -> Hit:
    places = _outside(article, find_terms(article.text, terms))
    body = article.spans(RegionKind.BODY)
    snippet = snippet_of(article.text, places, body[0].start if body else 0)
    spans = sorted({span for found in places for span in found})
    for part in article.spans(RegionKind.FRONT_MATTER):
        if snippet.start < part.end and all(span.start >= part.end for span in spans):
            snippet = trimmed(article.text, Span(part.end, snippet.end))
    titles = find_terms(article.title, terms)
    return Hit(
        article=article,
        snippet=snippet,
        matches=tuple(span for span in spans if snippet.covers(span)),
        at=spans[0] if spans else None,
        title_matches=tuple(sorted({span for found in titles for span in found})),
    )


def _outside(article: Article, places: Places) -> Places:
    """The places but those in front matter, which is about the article, if there are others."""
    about = article.spans(RegionKind.FRONT_MATTER)
    kept = tuple(
        tuple(span for span in found if not any(part.covers(span) for part in about))
        for found in places
    )
    return kept if any(kept) else places
