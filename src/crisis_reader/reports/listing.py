"""Articles as a list: a short id for each, that stays the same whatever else is listed."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import pairwise

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.library.stories.records import StoryAccount
from crisis_reader.reports.json_parts import Document, Json, article_json, head, problems_json
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


def list_text(articles: Sequence[Article], accounts: Sequence[StoryAccount] = ()) -> str:
    """A line for each article: its short id, then what is known of it.

    Args:
        articles: In the order of the list.
        accounts: Texts that several articles print; each of those says in how many outlets, and
            all but the fullest which one that is, if it is listed.
    """
    keys = dict(zip((a.id for a in articles), short_ids(articles), strict=True))
    printed_in = _by_article(accounts)
    return "\n".join(
        f"{keys[a.id]}: {described(a)}{_account(a, printed_in.get(a.id), keys)}." for a in articles
    )


def list_json(
    articles: Sequence[Article],
    problems: Sequence[Problem] = (),
    accounts: Sequence[StoryAccount] = (),
) -> Document:
    """The same as a document of schema ``crisis-reader.list/1``."""
    ids = short_ids(articles)
    printed_in = _by_article(accounts)
    return {
        **head("crisis-reader.list/1"),
        "articles": [
            {"short_id": i, **article_json(a), "account": _account_json(printed_in.get(a.id))}
            for i, a in zip(ids, articles, strict=True)
        ],
        "problems": problems_json(problems),
    }


def _by_article(accounts: Sequence[StoryAccount]) -> dict[str, StoryAccount]:
    return {id_: account for account in accounts for id_ in (account.id, *account.others)}


def _account(article: Article, account: StoryAccount | None, keys: Mapping[str, str]) -> str:
    if account is None:
        return ""
    text = "agency text" if account.agency else "the same text"
    many = account.outlets > 1
    where = f"in {account.outlets} outlets" if many else f"{1 + len(account.others)} times"
    is_other = article.id != account.id and account.id in keys
    return f"; {text}, {where}{f', as {keys[account.id]}' if is_other else ''}"


def _account_json(account: StoryAccount | None) -> Json:
    if account is None:
        return None
    return {
        "article": account.id,
        "agency": account.agency,
        "outlets": account.outlets,
        "articles": 1 + len(account.others),
    }
