"""Accounts: articles with their events, copies of one text counted once, people known across them.

An account is one text however many outlets print it. Nothing here reads a sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from crisis_reader.article import Article, RegionKind
from crisis_reader.events import Event
from crisis_reader.events.identity import kept_under, sought_under
from crisis_reader.succession.records import Evidence, Reading
from crisis_reader.text.folding import fold_word

_Statements = frozenset[tuple[tuple[object, ...], int]]

SamePeople = Callable[[str, str], bool]
"""Whether two names are one person's."""

LANGUAGES_READ = ("en", "es")
"""Languages events are read in; an account in another says nothing that could be missing."""

_WORD = re.compile(r"\w+")
# "de", "la" and "al" are in every text.
_SHORTEST = 3
_MOST_ALIKE = 200
"""People with a part of a name in common that a name is compared with."""
# Words of a run, and the share of the shorter text's runs from which it is the longer one, cut or
# with a line of the outlet's own. Two reports on one event share fewer than one in twenty.
_RUN = 5
_COPIED = 0.9
# Fewer are a sentence or two, which two reporters may write alike.
_FEWEST_RUNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One text, told once, however many outlets carry it."""

    article: Article
    """The copy that was published first."""
    events: tuple[Event, ...]
    copies: int = 1
    """In how many outlets it stands."""
    others: tuple[str, ...] = ()
    """Ids of the articles that are copies of it."""

    @property
    def can_be_silent(self) -> bool:
        """Whether its saying nothing means anything: the whole text was there and was read."""
        read = self.article.language is None or self.article.language in LANGUAGES_READ
        return read and self.article.is_whole

    def names(self, people: Iterable[str]) -> bool:
        """Whether its text has a family name of one of these people; one of two is enough."""
        wanted = {word for person in people for word in family_words(person)}
        return not wanted.isdisjoint(_words(self.article.text))

    def evidence(self, event: Event) -> Evidence:
        """The event as a statement of this account."""
        return Evidence(event=event, article=self.article, copies=self.copies)


def family_words(name: str) -> frozenset[str]:
    """The words of a name that are neither the given one nor a particle, folded."""
    words = _words(name.split(maxsplit=1)[-1])
    return frozenset(word for word in words if len(word) >= _SHORTEST)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold_word(text)))


def known_by(articles: Iterable[Article], day: date | None) -> tuple[Article, ...]:
    """The articles published by that day; an undated one may have been, so it passes."""
    return tuple(a for a in articles if day is None or a.published is None or a.published <= day)


def fold_copies(readings: Sequence[Reading]) -> tuple[Account, ...]:
    """One account for each distinct text, in order of first appearance.

    A text that an outlet cut or added a line to is the same one as long as it makes the same
    statements: an edit that changes one is an account of its own.
    """
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(_body(reading.article), []).append(reading)
    accounts: list[list[Reading]] = []
    alike: dict[_Statements, list[list[Reading]]] = {}
    for group in groups.values():
        same = alike.setdefault(_statements(group[0]), [])
        # Of two that say nothing none is counted, and either may be asked why.
        others = same if group[0].events else ()
        home = next((a for a in others if _is_cut(a[0].article, group[0].article)), None)
        if home:
            home.extend(group)
        else:
            accounts.append(group)
            same.append(group)
    return tuple(_account(group) for group in accounts)


def _is_cut(one: Article, other: Article) -> bool:
    """Whether one text is the other with little left out or added."""
    own, its = _runs(_body(one)), _runs(_body(other))
    least = min(len(own), len(its))
    return least >= _FEWEST_RUNS and len(own & its) >= _COPIED * least


def _statements(reading: Reading) -> _Statements:
    said = Counter(_statement(event) for event in reading.events)
    return frozenset(said.items())


def _statement(event: Event) -> tuple[object, ...]:
    who = event.person, event.unnamed, event.office, event.voice, event.asserted_by
    days = (event.date.earliest, event.date.latest) if event.date else None
    return event.kind, event.manner, event.modality, days, *who


@lru_cache(maxsize=64)
def _runs(body: str) -> frozenset[int]:
    """The runs of words of a text, as hashes: of two books the words themselves take 50 MiB."""
    words = body.split()
    return frozenset(hash(tuple(words[k : k + _RUN])) for k in range(len(words) - _RUN + 1))


def _account(group: list[Reading]) -> Account:
    first = min(group, key=lambda r: r.article.published or date.max)
    outlets = {r.article.outlet or r.article.id for r in group}
    return Account(
        article=first.article,
        events=first.events,
        copies=len(outlets),
        others=tuple(r.article.id for r in group if r is not first),
    )


def _body(article: Article) -> str:
    """What makes two articles one text: the words of the body, whatever stands above it."""
    spans = article.spans(RegionKind.BODY)
    words = " ".join(fold_word(article.quote(span)) for span in spans).split()
    return " ".join(words) or article.version


class People:
    """The names of all accounts, grouped by the person they stand for.

    A name that could be two people's stays on its own: ``Fernández`` between two Fernández.
    """

    def __init__(
        self, names: Iterable[str], same_person: SamePeople, joined: Iterable[str] = ()
    ) -> None:
        """Group the names.

        Args:
            names: Of all accounts.
            same_person: The judgement on two of them.
            joined: Names that it may take for one person's though they have nothing in common.
        """
        self._same_person = same_person
        self._joined = frozenset(map(fold_word, joined))
        self._groups: list[list[str]] = []
        self._by_key: dict[str, dict[int, None]] = {}
        for name in sorted(set(names), key=_fullness, reverse=True):
            fitting = self._fitting(name)
            if len(fitting) == 1:
                group = fitting[0]
                group.append(name)
            else:
                group = [name]
                self._groups.append(group)
                for key in kept_under(name):
                    self._by_key.setdefault(key, {})[len(self._groups) - 1] = None
        self._fullest = {name: group[0] for group in self._groups for name in group}

    def fullest(self, name: str) -> str:
        """The fullest form of the name that any account gives this person.

        A name of nobody here is itself, as is one that could be two people's.
        """
        if name not in self._fullest:
            fitting = self._fitting(name)
            self._fullest[name] = fitting[0][0] if len(fitting) == 1 else name
        return self._fullest[name]

    def _fitting(self, name: str) -> list[list[str]]:
        keys = sought_under(name)
        near = {k for key in keys for k in list(self._by_key.get(key, ()))[:_MOST_ALIKE]}
        if fold_word(name) in self._joined:
            near |= {k for k, g in enumerate(self._groups) if fold_word(g[0]) in self._joined}
        groups = (self._groups[k] for k in sorted(near))
        return [g for g in groups if all(self._same_person(name, other) for other in g)]


def _fullness(name: str) -> tuple[int, int, int, str]:
    # Of two equally long forms the one that keeps its accents is the fuller.
    return len(name.split()), len(name), sum(not c.isascii() for c in name), name
