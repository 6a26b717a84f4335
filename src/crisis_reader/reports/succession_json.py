"""A line of succession as JSON: every status with its evidence, every silence with its reason."""

from collections.abc import Iterable, Sequence

from crisis_reader.errors import Problem
from crisis_reader.events import DateRange
from crisis_reader.reports.json_parts import (
    Document,
    Json,
    article_json,
    head,
    problems_json,
    span_json,
)
from crisis_reader.reports.order_list import law_json, readings_json
from crisis_reader.succession import Dispute, Evidence, Line, Office, Order, Rung, Status


def succession_json(line: Line, problems: Sequence[Problem] = ()) -> Document:
    """Schema ``crisis-reader.succession/1``.

    Keys: ``heading``, ``as_of``, ``known_by``, ``days`` (ISO days on which anything changes),
    ``order`` (null where none fits: ``id``, ``country``, ``citation``, ``quote``, ``verified``,
    ``checked``, ``in_force_from``, ``in_force_to``, ``note``, ``rival_readings``), ``articles``
    (each with its ``letter`` and, for a copy, ``same_text_as``), ``rungs`` and ``asserted`` (each
    ``office``, ``statuses``, ``disputes``, ``silent``), ``outside`` (statuses that fit no office),
    ``rejected`` (events that the reader's corrections reject), ``problems``. A status has
    ``word``, ``person``, ``unnamed``, ``surface``, ``date``, ``disputed``, ``announced`` and
    ``evidence``; an evidence is an event with ``span``
    ``{article, start, end, quote}``, whose quote is that slice of the article's text. A date is
    ``{earliest, latest, basis}``, inclusive, or null where no day is stated. What a correction
    changed is told in ``corrected``; an event that a reader added without an article has the
    article ``corrections.toml`` and an empty quote.

    Args:
        line: What is reported.
        problems: What could not be read before the line was drawn.
    """
    return {
        **head("crisis-reader.succession/1"),
        "heading": line.heading,
        "reason": line.reason,
        "scope": line.scope,
        "as_of": line.as_of.isoformat() if line.as_of else None,
        "known_by": line.known_by.isoformat() if line.known_by else None,
        "days": [day.isoformat() for day in line.days],
        "order": _order(line.order) if line.order else None,
        "articles": articles_json(line),
        "rungs": [_rung(rung) for rung in line.rungs],
        "asserted": [_rung(rung) for rung in line.asserted],
        "outside": [_status(status) for status in line.outside],
        "rejected": [evidence_json(evidence) for evidence in line.rejected],
        "problems": problems_json([*problems, *line.problems]),
    }


def articles_json(line: Line) -> list[Json]:
    """The line's articles with their letters; a copy names the article whose text it has."""
    copies = {copy: original for original, copy in line.copies}
    return [
        {"letter": line.letter(a.id), **article_json(a), "same_text_as": copies.get(a.id)}
        for a in line.articles
    ]


def evidence_json(evidence: Evidence) -> Document:
    """One event as an account states it."""
    event = evidence.event
    return {
        "kind": event.kind,
        "manner": event.manner,
        "modality": event.modality,
        "person": event.person,
        "how_named": event.how_named,
        "unnamed": event.unnamed,
        "surface": event.surface,
        "office": event.office,
        "date": date_json(event.date),
        "stance": event.stance,
        "voice": event.voice,
        "asserted_by": event.asserted_by,
        "copies": evidence.copies,
        "rule": event.rule,
        "corrected": event.corrected,
        "rejected": event.rejected,
        "span": span_json(evidence.article, event.span),
    }


def date_json(days: DateRange | None) -> Json:
    """A day or a stretch of days with what it rests on."""
    if days is None:
        return None
    return {
        "earliest": days.earliest.isoformat() if days.earliest else None,
        "latest": days.latest.isoformat() if days.latest else None,
        "basis": days.basis,
    }


def _order(order: Order) -> Json:
    return {
        "id": order.id,
        "country": order.country,
        "country_name": order.country_names[0],
        "target": order.target,
        **law_json(order),
        "rival_readings": readings_json(order),
    }


def _office(office: Office) -> Json:
    return {
        "id": office.id,
        "rank": office.rank,
        "name": office.name,
        "names": {language: list(names) for language, names in office.names},
        "effect": office.effect,
        "asserted_by": office.asserted_by,
    }


def _rung(rung: Rung) -> Json:
    return {
        "office": _office(rung.office),
        "statuses": [_status(status) for status in rung.statuses],
        "disputes": [_dispute(dispute) for dispute in rung.disputes],
        "silent": [{"article": article, "why": why} for article, why in rung.silent],
    }


def _status(status: Status) -> Json:
    return {
        "word": status.word,
        "person": status.person,
        "unnamed": status.unnamed,
        "surface": status.surface,
        "date": date_json(status.date),
        "disputed": status.disputed,
        "announced": status.announced,
        "evidence": [evidence_json(e) for e in status.evidence],
    }


def _dispute(dispute: Dispute) -> Json:
    return {"person": dispute.person, "sides": list(_sides(dispute))}


def _sides(dispute: Dispute) -> Iterable[Json]:
    for said, evidence in dispute.sides:
        yield {"said": said, "evidence": [evidence_json(e) for e in evidence]}
