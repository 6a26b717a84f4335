"""Statements of one person in one office become statuses: one neutral word, all evidence below it.

Statements join when their days can be the same. A statement without a day joins where there is one
status to join; it never makes a status look dated.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from crisis_reader.events import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.succession.placing import Placed
from crisis_reader.succession.records import Evidence, Status, StatusWord

_WORD_OF_KIND = {
    Kind.EXIT: StatusWord.OUT,
    Kind.ENTRY: StatusWord.IN,
    Kind.CLAIM: StatusWord.CLAIMS,
    Kind.RECOGNITION: StatusWord.RECOGNISED,
    Kind.DENIAL: StatusWord.CONTESTED,
    Kind.TITLE: StatusWord.CALLED,
    Kind.DEPARTURE: StatusWord.SHELTER,
    Kind.NEXT: StatusWord.NEXT,
    Kind.VACANT: StatusWord.VACANT,
}
_WORD_OF_MANNER = {
    Manner.ELECTED: StatusWord.ELECTED,
    Manner.WILLING: StatusWord.WILLING,
    Manner.FLED: StatusWord.AWAY,
    Manner.LEFT_COUNTRY: StatusWord.AWAY,
    Manner.EXILED: StatusWord.AWAY,
    Manner.RETURNED: StatusWord.BACK,
}
# Words that say something of a status another word tells, and those they join, best first.
_JOINS = {
    StatusWord.ELECTED: (StatusWord.IN,),
    StatusWord.RECOGNISED: (StatusWord.IN, StatusWord.CLAIMS, StatusWord.ELECTED),
    StatusWord.CONTESTED: (
        StatusWord.IN,
        StatusWord.CLAIMS,
        StatusWord.RECOGNISED,
        StatusWord.ELECTED,
    ),
    StatusWord.CALLED: (
        StatusWord.IN,
        StatusWord.CLAIMS,
        StatusWord.ELECTED,
        StatusWord.RECOGNISED,
        StatusWord.CONTESTED,
    ),
    StatusWord.SHELTER: (StatusWord.AWAY,),
}
_NAMES_NOBODY = frozenset({HowNamed.TITLE, HowNamed.PRONOUN, HowNamed.NONE})


def word_of(event: Event) -> StatusWord:
    """The neutral word a single event stands under."""
    return _WORD_OF_MANNER.get(event.manner) or _WORD_OF_KIND[event.kind]


def statuses_of(placed: Sequence[Placed]) -> tuple[Status, ...]:
    """The statuses of one office: dated ones by day, then those without a stated day."""
    told = [p for p in placed if p.event.modality is not Modality.DENIED]
    by_person: dict[str, list[Placed]] = {}
    for statement in told:
        by_person.setdefault(_person_key(statement), []).append(statement)
    statuses = [status for group in by_person.values() for status in _of_person(group)]
    return tuple(sorted(statuses, key=lambda s: (s.names_nobody, *_by_day(s))))


def _person_key(statement: Placed) -> str:
    if statement.person:
        return statement.person
    if statement.event.kind is Kind.VACANT:
        return "?"
    # Nobody knows whether two unnamed people are one; within one account the words tell.
    article, words = statement.evidence.article.id, " ".join(statement.event.surface.split())
    return f"? {article} {words or statement.event.span}"


def _of_person(group: Sequence[Placed]) -> Iterable[Status]:
    by_word: dict[StatusWord, list[Evidence]] = {}
    for statement in group:
        by_word.setdefault(word_of(statement.event), []).append(statement.evidence)
    joining: dict[StatusWord, list[Evidence]] = {}
    for word, targets in _JOINS.items():
        target = next((t for t in targets if t in by_word), None)
        if word in by_word and target and not _hides_a_day(word, by_word, target):
            joining.setdefault(target, []).extend(by_word.pop(word))
    if StatusWord.OUT in by_word:
        # Whoever fell is still called by the title in the story of the fall.
        by_word.pop(StatusWord.CALLED, None)
    for word, evidence in by_word.items():
        clusters = by_days(evidence)
        # What colours a status stands with the last one before which it can have been said.
        for extra in joining.get(word, ()):
            clusters[_nearest(clusters, extra)][1].append(extra)
        for day, members in clusters:
            yield _status(word, group[0].person, day, members)


def _hides_a_day(
    word: StatusWord, by_word: dict[StatusWord, list[Evidence]], target: StatusWord
) -> bool:
    """Whether the day of an election would be lost under an oath that nobody dates."""
    elected = word is StatusWord.ELECTED and any(e.event.date for e in by_word[word])
    return elected and not any(e.event.date for e in by_word[target])


def by_days(evidence: Sequence[Evidence]) -> list[tuple[DateRange | None, list[Evidence]]]:
    """Evidence of one status word of one person, apart by days that cannot be the same."""
    clusters: list[tuple[DateRange | None, list[Evidence]]] = []
    dated = [e for e in evidence if e.event.date is not None]
    undated = [e for e in evidence if e.event.date is None]
    for item in sorted(dated, key=lambda e: e.event.date is None or e.event.date.day is None):
        fits = [i for i, (day, _) in enumerate(clusters) if _common(day, item.event.date)]
        if len(fits) == 1:
            day, members = clusters[fits[0]]
            clusters[fits[0]] = (_common(day, item.event.date), [*members, item])
        else:
            clusters.append((item.event.date, [item]))
    if undated and len(clusters) == 1:
        clusters[0][1].extend(undated)
    elif undated:
        clusters.append((None, undated))
    return clusters


def _common(left: DateRange | None, right: DateRange | None) -> DateRange | None:
    """The days both ranges allow, with the basis of the narrower; None where there is none."""
    if left is None or right is None:
        return None
    earliest = max(left.earliest or date.min, right.earliest or date.min)
    latest = min(left.latest or date.max, right.latest or date.max)
    if earliest > latest:
        return None
    basis = (right if _width(right) < _width(left) else left).basis
    return DateRange(
        earliest=None if earliest == date.min else earliest,
        latest=None if latest == date.max else latest,
        basis=basis,
    )


def _width(days: DateRange) -> int:
    return ((days.latest or date.max) - (days.earliest or date.min)).days


def _nearest(clusters: Sequence[tuple[DateRange | None, list[Evidence]]], extra: Evidence) -> int:
    said = _starts(extra.event.date)
    earlier = [i for i, (day, _) in enumerate(clusters) if day and _starts(day) <= said]
    return max(earlier, key=lambda i: _starts(clusters[i][0])) if earlier else len(clusters) - 1


def _starts(days: DateRange | None) -> date:
    return (days.earliest or days.latest or date.max) if days else date.max


def _status(
    word: StatusWord, person: str | None, day: DateRange | None, members: Iterable[Evidence]
) -> Status:
    evidence = tuple(sorted(members, key=by_publication))
    named = any(e.event.how_named not in _NAMES_NOBODY for e in evidence)
    return Status(
        word=word,
        person=person,
        unnamed=max(e.event.unnamed for e in evidence),
        surface=None if person and named else evidence[0].event.surface or None,
        date=day,
        evidence=evidence,
        announced=all(e.event.modality is Modality.ANNOUNCED for e in evidence),
    )


def by_publication(evidence: Evidence) -> tuple[bool, date, str, int]:
    """Order of evidence: own words first; day of publication, undated last; article; position."""
    event = evidence.event
    quoted = event.voice is not Voice.REPORTER or event.asserted_by is not None
    published = evidence.article.published or date.max
    return quoted, published, evidence.article.id, evidence.span.start


def _by_day(status: Status) -> tuple[date, date, str, int]:
    first, days = status.evidence[0], status.date
    return (
        # By the day it had happened at the latest: "in November" stands behind the 10th.
        (days.latest or days.earliest or date.max) if days else date.max,
        first.article.published or date.max,
        first.article.id,
        first.span.start,
    )


def by_day(statuses: Iterable[Status], as_of: date | None) -> tuple[Status, ...]:
    """The statuses as things stood on that day, from those of all days.

    One that the accounts together date later is left out whole: an account that gives no day tells
    of the same. So is every later statement on a status that stands.
    """
    if as_of is None:
        return tuple(statuses)
    return tuple(kept for status in statuses for kept in _cut(status, as_of))


def _cut(status: Status, as_of: date) -> Iterable[Status]:
    members = [e for e in status.evidence if not is_after(e.event.date, as_of)]
    if not is_after(status.date, as_of):
        if members:
            yield _status(status.word, status.person, status.date, members)
        return
    # Elected on the 1st, sworn in on the 2nd: as of the 1st the election stands alone.
    earlier: dict[StatusWord, list[Evidence]] = {}
    for evidence in members:
        if evidence.event.date and word_of(evidence.event) is not status.word:
            earlier.setdefault(word_of(evidence.event), []).append(evidence)
    for word, told in earlier.items():
        for day, together in by_days(told):
            yield _status(word, status.person, day, together)


def is_after(days: DateRange | None, as_of: date) -> bool:
    """Whether it can only have been later than that day; without a day nothing says so."""
    return days is not None and days.earliest is not None and days.earliest > as_of
