"""Who ties which country: holders of offices with events, by what stands beside their names.

Each holder is of one country or of none: one whom texts tie to two is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crisis_reader.article import Article, RegionKind
from crisis_reader.events import LIVE, Event, Kind
from crisis_reader.succession.accounts import Account, People
from crisis_reader.succession.countries import CountryCue, Gazetteer, find_cues
from crisis_reader.succession.offices import plain
from crisis_reader.succession.records import Order
from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span

_PROSE = (RegionKind.HEADLINE, RegionKind.BODY, RegionKind.CAPTION, RegionKind.EMBED)
# A name stands right beside its title: "President of Peru Ana Paz", "Ana Paz, Peru's president".
_REACH = 60
# "de", "al" and initials tell nobody apart.
_SHORTEST = 3
_BEFORE = re.compile(r"[,(]?\s*(?:(?:who|que)\s+\w+\s+)?(?:the|el|la|then|as|como)?\s*$")
# Four letters before the stop: an initial or "Sen." ends no sentence, and neither does "Dr.".
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?]\s+")
_RUN_BEFORE = re.compile(r"((?:[^\W\d_][\w.’'-]*\s+){0,4}[^\W\d_][\w’'-]*)\s*$")
_RUN_AFTER = re.compile(
    r"^[\s,]*((?:[A-ZÁÉÍÓÚÑÖÜ][\w.’'-]*[\s]*(?:(?:de|la|del|da|al|bin|van|von)\s+)*){1,4})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the accounts tell of countries."""

    of_holder: Mapping[str, str]
    """Country of each holder, by fullest name, where the texts agree on one."""
    of_account: Mapping[str, str]
    """Country of each account, by article id, where most of its holders agree."""
    cues: Mapping[str, tuple[CountryCue, ...]]
    """Cues of each account, by article id."""
    holders: Mapping[str, tuple[str, ...]]
    """Holders with events that speak for each country, in order of first appearance."""


def read_countries(accounts: Sequence[Account], people: People, orders: Sequence[Order]) -> Told:
    """Tie every holder with an event, and every account, to a country where the texts do."""
    gazetteer = Gazetteer.of(orders)
    surnames = {word for a in accounts for e in a.events if e.person for word in _family(e.person)}
    cues = {
        a.article.id: tuple(
            # "Mugabe's vice president" names no country.
            cue
            for cue in _prose_cues(a.article, gazetteer)
            if not surnames & set(fold_word(cue.country).split())
        )
        for a in accounts
    }
    ties: dict[str, set[str]] = {}
    spoken: dict[str, dict[str, set[str]]] = {}
    for account in accounts:
        for holder, country in _ties(account, people, cues[account.article.id]):
            ties.setdefault(holder, set()).add(country)
            spoken.setdefault(account.article.id, {}).setdefault(holder, set()).add(country)
    of_holder = {
        holder: min(countries) for holder, countries in ties.items() if len(countries) == 1
    }
    of_account: dict[str, str] = {}
    for account in accounts:
        names = {
            people.fullest(e.person) for e in account.events if e.person and e.modality in LIVE
        }
        mine = spoken.get(account.article.id, {})
        votes = Counter(of_holder[h] for h in {*names, *mine} if h in of_holder)
        best = only_best(votes)
        if best:
            of_account[account.article.id] = best
    return Told(
        of_holder=of_holder,
        of_account=of_account,
        cues=cues,
        holders=_holders(accounts, people, of_holder),
    )


def _prose_cues(article: Article, gazetteer: Gazetteer) -> tuple[CountryCue, ...]:
    prose = article.spans(*_PROSE)
    cues = find_cues(article.text, gazetteer)
    return tuple(cue for cue in cues if any(span.covers(cue.span) for span in prose))


def _ties(
    account: Account, people: People, cues: Iterable[CountryCue]
) -> Iterable[tuple[str, str]]:
    """(holder, country) for each cue that stands beside a person or inside an event's clause."""
    names = {people.fullest(e.person): e.person for e in account.events if e.person}
    for cue in cues:
        beside = _person_beside(account.article.text, cue.span, names)
        if beside:
            yield beside, cue.country
            continue
        for event in account.events:
            if event.modality in LIVE and event.office and _within(event, cue, account.article):
                yield (
                    (
                        people.fullest(event.person)
                        if event.person
                        else f"{cue.country}: {plain(event.office)}"
                    ),
                    cue.country,
                )


def _within(event: Event, cue: CountryCue, article: Article) -> bool:
    """Whether the cue is the event's own naming of its office."""
    head = plain(event.office or "").split()
    said = set(plain(article.quote(cue.span)).split())
    return event.span.touches(cue.span) and bool(head) and bool(said & set(head))


def _person_beside(text: str, span: Span, names: Mapping[str, str]) -> str | None:
    after = _RUN_AFTER.match(text[span.end : span.end + _REACH])
    same_sentence = _SENTENCE_END.split(text[max(0, span.start - _REACH) : span.start])[-1]
    before_text = _BEFORE.sub("", same_sentence)
    before = _RUN_BEFORE.search(before_text)
    # "President Ana Paz of Peru" has the name within.
    runs = [text[span.start : span.end], *(run[1] for run in (after, before) if run)]
    for run in runs:
        found = _named_in(run, names)
        if found:
            return found
    return None


def _named_in(run: str, names: Mapping[str, str]) -> str | None:
    words = {fold_word(w).strip(".,'’") for w in run.split()}
    fitting = [
        full
        for full, said in names.items()
        if words & set(_family(full)) or words & set(_family(said))
    ]
    return fitting[0] if len(set(fitting)) == 1 else None


def _family(name: str) -> tuple[str, ...]:
    """The words of a name that are not the given one."""
    words = [fold_word(w).strip(".") for w in name.split()]
    return tuple(w for w in (words[1:] or words) if len(w) >= _SHORTEST)


def _holders(
    accounts: Sequence[Account], people: People, of_holder: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """Only who has an event of the world votes; one merely called by a title does not."""
    found: dict[str, dict[str, None]] = {}
    live = {
        people.fullest(event.person)
        for account in accounts
        for event in account.events
        if event.person and event.modality in LIVE and event.kind is not Kind.TITLE
    }
    for holder, country in of_holder.items():
        if holder in live or holder.startswith(f"{country}: "):
            found.setdefault(country, {})[holder] = None
    return {country: tuple(holders) for country, holders in found.items()}


def only_best(votes: Mapping[str, int]) -> str | None:
    """The one country with most votes; None on a tie or without a vote."""
    most = max(votes.values(), default=0)
    best = [country for country, count in votes.items() if count == most]
    return best[0] if len(best) == 1 and most else None
