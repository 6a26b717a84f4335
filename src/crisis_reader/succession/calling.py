"""What each account calls people besides what it says happened to them: their titles in passing.

Titles decide nothing alone. They keep a statement from a rung where it may be of another office,
and an account from silence on an office whose holder it names. On an office that is only asserted
to belong they are all there is to show, and stand there as what they are: titles.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from crisis_reader.article import Article
from crisis_reader.events import Event, Kind, Manner, Modality, read_people, reads
from crisis_reader.succession.accounts import Account
from crisis_reader.succession.offices import is_past, office_named, plain
from crisis_reader.succession.records import Evidence, Office, Order

Calls = Mapping[str, tuple[tuple[str, Office], ...]]
"""By article id: (name, office of the order) for each title that names one."""


_LEADING = re.compile(r"^(?:the|a|an|el|la|un|una)\s+", re.IGNORECASE)


# Stepping through days draws a line from the same texts again and again.
@lru_cache(maxsize=256)
def _titles(article: Article, language: str | None) -> tuple[tuple[str, str], ...]:
    """(name, title) as the text has them, each once; former titles and shortened ones left out."""
    if not reads(language):
        return ()
    said = dict.fromkeys((m.name, plain(t)) for m in read_people(article) for t in m.titles)
    return tuple(
        (name, title)
        for name, title in said
        if not is_past(title)
        # "The president" after "the president of the Senate" is her again, not the president.
        and not any(n == name and t.startswith(f"{title} ") for n, t in said)
    )


def read_calls(accounts: Iterable[Account], order: Order | None) -> Calls:
    """The offices of the order that titles in passing give people; none without an order."""
    if order is None:
        return {}
    return {
        account.article.id: tuple(
            (name, office)
            for name, title in _titles(account.article, account.article.language)
            if (office := office_named(title, order))
        )
        for account in accounts
    }


def titled(accounts: Iterable[Account], offices: Sequence[Office], order: Order) -> list[Evidence]:
    """Each account's first giving of one of these offices to somebody as a title, by position.

    Args:
        accounts: Whose texts are of the order's country.
        offices: Of the order.
        order: Whose names of offices are meant.
    """
    wanted = {office.id for office in offices}
    found: dict[tuple[str, str, str], Evidence] = {}
    for account in accounts:
        article = account.article
        if not (wanted and reads(article.language)):
            continue
        for mention in read_people(article):
            for title in mention.titles:
                office = None if is_past(title) else office_named(title, order)
                if office and office.id in wanted:
                    event = Event(
                        kind=Kind.TITLE,
                        manner=Manner.TITLED,
                        modality=Modality.ACTUAL,
                        person=mention.name,
                        how_named=mention.how_named,
                        surface=article.quote(mention.span),
                        office=_LEADING.sub("", " ".join(title.split())),
                        voice=mention.voice,
                        article_id=article.id,
                        span=mention.span,
                        rule="title in passing",
                    )
                    key = article.id, mention.name, office.id
                    found.setdefault(key, account.evidence(event))
    return list(found.values())
