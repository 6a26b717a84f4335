"""A query in SQL and in the search index's own language. Pure: strings and values only."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from crisis_reader.library.search.query import Query, Term

SHORTEST_PREFIX = 3
"""Letters from which on a beginning is looked for in texts. Fewer begin thousands of words: that
costs a tenth of a second in 100,000 articles and tells nothing. They are looked for in titles and
outlets."""


class Condition(NamedTuple):
    """What follows WHERE, over the table ``article`` named ``a``, and its values."""

    words: str
    values: tuple[str | int, ...]


def conditions_of(query: Query) -> Condition:
    """The fields of a query; ``1`` where there is none."""
    clauses: list[str] = []
    values: list[str | int] = []
    if query.outlets:
        clauses.append("(" + " OR ".join(["a.outlet_folded LIKE ?"] * len(query.outlets)) + ")")
        values.extend(f"%{outlet}%" for outlet in query.outlets)
    if query.languages:
        clauses.append(f"a.language IN ({', '.join('?' * len(query.languages))})")
        values.extend(query.languages)
    if query.after:
        clauses.append("a.day >= ?")
        values.append(query.after.isoformat())
    if query.before:
        clauses.append("a.day < ?")
        values.append(query.before.isoformat())
    if query.unread:
        clauses.append("NOT a.is_read")
    return Condition(" AND ".join(clauses) or "1", tuple(values))


def heading_condition(term: Term, alike: Mapping[str, Iterable[str]]) -> Condition:
    """A term that stands in title or outlet, where a word may be any of those it is alike to."""
    # Titles and outlets are kept as words and blanks: no punctuation hides where one begins.
    wanted = [f"% {' '.join(term.words)}{'' if term.prefix else ' '}%"]
    if len(term.words) == 1:
        wanted += [f"% {other} %" for other in alike.get(term.words[0], ())]
    heading = "(' ' || a.title_folded || ' ' || coalesce(a.outlet_folded, '') || ' ')"
    return Condition("(" + " OR ".join([f"{heading} LIKE ?"] * len(wanted)) + ")", tuple(wanted))


def joined(conditions: Iterable[Condition]) -> Condition:
    """All of the conditions."""
    parts = [c for c in conditions if c.words != "1"]
    values = tuple(value for part in parts for value in part.values)
    return Condition(" AND ".join(part.words for part in parts) or "1", values)


def is_short(term: Term) -> bool:
    """Whether a term is a beginning too short to be looked for in texts."""
    return term.prefix and len(term.words[-1]) < SHORTEST_PREFIX


def match_of(terms: Iterable[Term], alike: Mapping[str, Iterable[str]] | None = None) -> str:
    """The terms as the index is asked for them, all of them; empty for none.

    In title and outlet a word may be any of those it is ``alike`` to; a beginning that is short is
    looked for there only.
    """
    alike = alike or {}
    return " AND ".join(_asked(term, alike) for term in terms)


def _asked(term: Term, alike: Mapping[str, Iterable[str]]) -> str:
    # Words are letters and digits only: nothing in them can end the quotation.
    words = f'"{" ".join(term.words)}"{" *" if term.prefix else ""}'
    if is_short(term):
        return f"{{title outlet}} : {words}"
    others = [other for word in term.words[:1] for other in alike.get(word, ())]
    if len(term.words) > 1 or not others:
        return words
    listed = " OR ".join(f'"{other}"' for other in others)
    return f"({words} OR {{title outlet}} : ({listed}))"
