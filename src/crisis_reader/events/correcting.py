"""Correcting: a reader's corrections laid over extracted events, and those that no longer fit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from crisis_reader.article.records import Article
from crisis_reader.errors import Problem
from crisis_reader.events.corrections import (
    AddedEvent,
    Apart,
    Correction,
    Fix,
    Place,
    Reject,
    SamePerson,
)
from crisis_reader.events.identity import same_person
from crisis_reader.events.records import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span

SOURCE = "corrections.toml"
"""Article id of events that no article says."""
_T = TypeVar("_T")


def _only(corrections: Iterable[Correction], sort: type[_T]) -> list[_T]:
    return [c for c in corrections if isinstance(c, sort)]


def correct(
    article: Article, events: Sequence[Event], corrections: Sequence[Correction]
) -> tuple[Event, ...]:
    """The events of one article as its reader wants them; what changed is marked."""
    out = list(events)
    for fix in _only(corrections, Fix):
        out = [_fixed(e, fix) if _meant(article, e, fix.place) else e for e in out]
    for reject in _only(corrections, Reject):
        out = [_rejected(e, reject) if _meant(article, e, reject.place) else e for e in out]
    for same in _only(corrections, SamePerson):
        out = [_named_as_one(e, same) for e in out]
    for apart in _only(corrections, Apart):
        out = [_kept_apart(e, apart) for e in out]
    for added in _only(corrections, AddedEvent):
        span = added.place.find(article.text) if added.place and added.place.of(article) else None
        if span is not None:
            out.append(_made(added, article.id, span))
    return tuple(sorted(out, key=lambda e: e.span))


def added_events(corrections: Iterable[Correction]) -> tuple[Event, ...]:
    """The events a reader added that no article says; their span is empty."""
    return tuple(
        _made(c, SOURCE, Span(0, 0)) for c in _only(corrections, AddedEvent) if c.place is None
    )


def lost_corrections(
    articles: Sequence[Article],
    corrections: Sequence[Correction],
    events: Sequence[Event],
    source: str = SOURCE,
) -> tuple[Problem, ...]:
    """A problem for every correction that fits nothing in the articles it was made for.

    Args:
        articles: Those that are loaded.
        corrections: As read from the file.
        events: The events of ``articles``, corrected or not.
        source: What the problems name as the file.
    """
    out: list[Problem] = []
    for correction in corrections:
        why = _why_lost(articles, correction, events)
        if why:
            out.append(
                Problem(source=source, message=f"correction lost: {why}", line=correction.line)
            )
    return tuple(out)


def _why_lost(
    articles: Sequence[Article], correction: Correction, events: Sequence[Event]
) -> str | None:
    if isinstance(correction, SamePerson | Apart) or correction.place is None:
        return None
    place = correction.place
    meant = [a for a in articles if place.of(a)]
    if not meant:
        return f"no article '{place.article}' is loaded"
    spans = [(a, span) for a in meant if (span := place.find(a.text))]
    if not spans:
        return f"'{place.quote}' is no longer in '{place.article}'"
    if isinstance(correction, AddedEvent):
        return None
    said = any(e.article_id == a.id and e.span.touches(span) for a, span in spans for e in events)
    return None if said else f"no event is read at '{place.quote}' in '{place.article}' any more"


def _meant(article: Article, event: Event, place: Place) -> bool:
    span = place.find(article.text) if place.of(article) else None
    return span is not None and event.span.touches(span)


def _fixed(event: Event, fix: Fix) -> Event:
    was: list[str] = []
    for name, value in fix.values:
        if name == "date":
            assert isinstance(value, date)
            was.append(f"date was {_shown(event.date)}")
            event = replace(
                event, date=DateRange(earliest=value, latest=value, basis="the reader's correction")
            )
            continue
        was.append(f"{name} was {getattr(event, name) or 'not stated'}")
        text = str(value)
        match name:
            case "person":
                event = replace(event, person=text)
            case "office":
                event = replace(event, office=text)
            case "kind":
                event = replace(event, kind=Kind(text))
            case "manner":
                event = replace(event, manner=Manner(text))
            case _:
                event = replace(event, modality=Modality(text))
    return _marked(event, "fixed: " + ", ".join(was))


def _shown(when: DateRange | None) -> str:
    if when is None:
        return "not stated"
    return str(when.day or f"{when.earliest or '…'} to {when.latest or '…'}")


def _rejected(event: Event, reject: Reject) -> Event:
    why = f" ({reject.why})" if reject.why else ""
    was = f"rejected{why}: was {event.modality}"
    return _marked(replace(event, modality=Modality.DENIED, rejected=True), was)


def _named_as_one(event: Event, same: SamePerson) -> Event:
    names = {fold_word(name) for name in same.names}
    said = {fold_word(event.surface), fold_word(event.person or "")}
    if not names & said or event.person == same.names[0]:
        return event
    was = event.person or "nobody"
    return _marked(replace(event, person=same.names[0]), f"same person: was {was}")


def _kept_apart(event: Event, apart: Apart) -> Event:
    if event.person is None:
        return event
    words = [name for name in apart.names if fold_word(name) == fold_word(event.surface)]
    others = [name for name in apart.names if name not in words]
    if not words or not any(same_person(event.person, name) for name in others):
        return event
    return _marked(replace(event, person=None), f"apart: was {event.person}")


def _made(added: AddedEvent, article_id: str, span: Span) -> Event:
    day = added.date
    return Event(
        kind=added.kind,
        manner=added.manner,
        modality=added.modality,
        person=added.person,
        how_named=HowNamed.FULL if added.person else HowNamed.NONE,
        surface=added.person or "",
        office=added.office,
        date=DateRange(earliest=day, latest=day, basis="the reader's correction") if day else None,
        voice=Voice.REPORTER,
        asserted_by=added.source,
        article_id=article_id,
        span=span,
        rule="correction",
        corrected="added",
    )


def _marked(event: Event, what: str) -> Event:
    return replace(event, corrected=f"{event.corrected}; {what}" if event.corrected else what)
