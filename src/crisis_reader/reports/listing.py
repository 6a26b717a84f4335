"""Articles as a list: a short id for each, that stays the same whatever else is listed."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.reports.json_parts import Document, article_json, head, problems_json
from crisis_reader.reports.wording import described

_SHORTEST = 5
"""Hexadecimal digits; among a thousand articles a pair may need one more."""


def key_of_id(id_: str) -> str:
    """Every short id of this article is the beginning of these 64 hexadecimal digits."""
    return sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()


def short_ids(articles: Sequence[Article]) -> tuple[str, ...]:
    """One short id for each article: the shortest beginning of its key that no other shares."""
    ids = [article.id for article in articles]
    return short_ids_among(ids, ids)


def short_ids_among(chosen: Sequence[str], ids: Sequence[str]) -> tuple[str, ...]:
    """Short ids for the articles of some ids, each unlike that of any other of all ``ids``."""
    in_order = sorted({key_of_id(id_) for id_ in ids})
    needed = dict.fromkeys(in_order, _SHORTEST)
    for one, next_one in pairwise(in_order):
        shared = next(i for i, (a, b) in enumerate(zip(one, next_one, strict=True)) if a != b)
        needed[one] = max(needed[one], shared + 1)
        needed[next_one] = max(needed[next_one], shared + 1)
    keys = [key_of_id(id_) for id_ in chosen]
    return tuple(key[: needed[key]] for key in keys)


def list_text(articles: Sequence[Article]) -> str:
    """A line for each article: its short id, then what is known of it."""
    ids = short_ids(articles)
    lines = [f"{i}: {described(a)}." for i, a in zip(ids, articles, strict=True)]
    return "\n".join(lines)


def list_json(articles: Sequence[Article], problems: Sequence[Problem] = ()) -> Document:
    """The same as a document of schema ``crisis-reader.list/1``."""
    ids = short_ids(articles)
    return {
        **head("crisis-reader.list/1"),
        "articles": [
            {"short_id": i, **article_json(a)} for i, a in zip(ids, articles, strict=True)
        ],
        "problems": problems_json(problems),
    }
