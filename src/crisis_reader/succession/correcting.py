"""A reader's corrections on the line: events added, people joined or kept apart, what is lost.

Corrections to what an article says are applied where its events are read; here is what concerns
all articles together. Nothing is deleted.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.events import Correction, added_events, lost_corrections
from crisis_reader.events.correcting import SOURCE
from crisis_reader.events.corrections import Apart, SamePerson
from crisis_reader.succession.accounts import Account, SamePeople
from crisis_reader.succession.records import Reading
from crisis_reader.text.folding import fold_word


@cache
def _no_article() -> Article:
    return Article.from_text("", title="The reader's own corrections", id=SOURCE)


def readers_account(corrections: Sequence[Correction]) -> tuple[Account, ...]:
    """What a reader added that no article says, as an account of its own; none without any."""
    events = added_events(corrections)
    return (Account(article=_no_article(), events=events),) if events else ()


def as_corrected(same: SamePeople, corrections: Sequence[Correction]) -> SamePeople:
    """The judgement on two names, a reader's word going before it."""
    joined = [_folded(c.names) for c in corrections if isinstance(c, SamePerson)]
    apart = [_folded(c.names) for c in corrections if isinstance(c, Apart)]
    if not joined and not apart:
        return same

    def judged(left: str, right: str) -> bool:
        pair = {fold_word(left), fold_word(right)}
        if any(pair <= names for names in apart):
            return len(pair) == 1
        return any(pair <= names for names in joined) or same(left, right)

    return judged


def joined_names(corrections: Sequence[Correction]) -> tuple[str, ...]:
    """Every name that a reader says is another one's, too."""
    return tuple(n for c in corrections if isinstance(c, SamePerson) for n in c.names)


def _folded(names: Sequence[str]) -> frozenset[str]:
    return frozenset(map(fold_word, names))


def lost(
    readings: Sequence[Reading], corrections: Sequence[Correction], source: str
) -> tuple[Problem, ...]:
    """A problem for each correction that fits no more.

    One made for an article that is not among these is a notice: the article may just not be open.
    """
    articles = [r.article for r in readings]
    events = [e for r in readings for e in r.events]
    found: list[Problem] = []
    for correction in corrections:
        place = None if isinstance(correction, SamePerson | Apart) else correction.place
        here = place is None or any(place.of(article) for article in articles)
        lacking = lost_corrections(articles, (correction,), events, source)
        found += [replace(problem, lost=here) for problem in lacking]
    return tuple(found)
