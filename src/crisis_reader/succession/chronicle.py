"""The chronicle: everything the articles say happened, in order of day, and what each calls whom.

Demands, denials and doubts stand here too, each with its word; titles alone make no day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crisis_reader.article import Article
from crisis_reader.events import Event, HowNamed, Kind, Manner, same_person
from crisis_reader.succession.accounts import People
from crisis_reader.succession.records import Evidence, Line
from crisis_reader.succession.wording import date_words, said, voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement of one account."""

    evidence: Evidence
    letter: str
    day: str
    """The day in words; ``day not stated`` for those that stand after all dated ones."""
    said: str
    voice: str

    @property
    def event(self) -> Event:
        """What is stated."""
        return self.evidence.event

    @property
    def article(self) -> Article:
        """Where it stands."""
        return self.evidence.article

    @property
    def quote(self) -> str:
        """The clause that says it, as the article has it."""
        return self.article.quote(self.event.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What one account calls one person, once for each form."""

    person: str
    words: str
    letter: str
    evidence: Evidence
    voice: str


def chronicle(line: Line) -> tuple[Entry, ...]:
    """All events of the line's articles up to its day, dated ones by day, then undated ones."""
    entries = [
        _entry(line, evidence)
        for evidence in _all_evidence(line)
        if evidence.event.kind is not Kind.TITLE and _by(evidence.event, line.as_of)
    ]
    return tuple(sorted(entries, key=_by_day))


def titles(line: Line) -> tuple[Called, ...]:
    """Titles and names each account gives each person, by person, then by day of publication."""
    people = People((e.event.person for e in _all_evidence(line) if e.event.person), same_person)
    seen: set[tuple[str, str, str]] = set()
    called: list[Called] = []
    for evidence in sorted(_all_evidence(line), key=_by_publication):
        event, letter = evidence.event, line.letter(evidence.article.id)
        for words in _forms(event):
            person = people.fullest(event.person) if event.person else ""
            key = (person, " ".join(words.split()).casefold(), letter)
            if person and key not in seen:
                seen.add(key)
                called.append(
                    Called(
                        person=person,
                        words=" ".join(words.split()),
                        letter=letter,
                        evidence=evidence,
                        voice=voice(evidence, letter),
                    )
                )
    first = {c.person: i for i, c in reversed(list(enumerate(called)))}
    return tuple(sorted(called, key=lambda c: first[c.person]))


def _forms(event: Event) -> Iterable[str]:
    if event.kind is Kind.TITLE:
        yield event.office or event.surface
    elif event.manner is Manner.SELF_PROCLAIMED:
        yield f"self-proclaimed {event.office}" if event.office else "self-proclaimed"
    elif event.how_named is HowNamed.TITLE:
        yield event.surface
    if event.how_named in {HowNamed.FULL, HowNamed.ALIAS, HowNamed.SURNAME}:
        yield event.surface


def _all_evidence(line: Line) -> Iterable[Evidence]:
    """What every account states, and what a reader added beside them."""
    yield from line.added
    copied: dict[str, int] = {}
    for original, _ in line.copies:
        copied[original] = copied.get(original, 1) + 1
    copies = {copy for _, copy in line.copies}
    for reading in line.readings:
        if reading.article.id in copies:
            continue
        for event in reading.events:
            yield Evidence(
                event=event, article=reading.article, copies=copied.get(reading.article.id, 1)
            )


def _entry(line: Line, evidence: Evidence) -> Entry:
    letter = line.letter(evidence.article.id)
    return Entry(
        evidence=evidence,
        letter=letter,
        day=date_words(evidence.event.date),
        said=said(evidence.event),
        voice=voice(evidence, letter),
    )


def _by(event: Event, as_of: date | None) -> bool:
    days = event.date
    return as_of is None or days is None or days.earliest is None or days.earliest <= as_of


def _by_day(entry: Entry) -> tuple[date, date, str, int]:
    days = entry.event.date
    # By the day it had happened at the latest: "in November" stands behind the 10th.
    day = (days.latest or days.earliest or date.max) if days else date.max
    return day, entry.article.published or date.max, entry.article.id, entry.event.span.start


def _by_publication(evidence: Evidence) -> tuple[date, str, int]:
    return evidence.article.published or date.max, evidence.article.id, evidence.span.start
