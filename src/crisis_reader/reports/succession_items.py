"""What a report of a line of succession says, in order, before any format."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crisis_reader.events import Event
from crisis_reader.reports.items import Item
from crisis_reader.reports.wording import dated, described, text_words
from crisis_reader.succession import Dispute, Evidence, Line, Rung, Silence, Status
from crisis_reader.succession.ladder import HOLDS, status_day, status_words
from crisis_reader.succession.records import StatusWord
from crisis_reader.succession.wording import SILENCES, based, outlet, said, voice


def succession_items(line: Line) -> tuple[Item, ...]:
    """The whole report in order."""
    return (
        *_head(line),
        *_law(line),
        *source_items(line),
        *(item for rung in line.rungs for item in _rung(line, rung)),
        *(item for rung in line.asserted for item in _rung(line, rung)),
        *_outside(line),
        *_rejected(line),
    )


def _head(line: Line) -> Iterable[Item]:
    """The heading of the screen as sentences."""
    name, *rest = line.heading.split(" · ")
    yield Item(depth=0, words=f"Line of succession: {name}")
    for words in rest:
        yield Item(depth=2, words=f"{words[0].upper()}{words[1:]}.")


def _law(line: Line) -> Iterable[Item]:
    order = line.order
    if order is None:
        return
    if order.quote:
        yield Item(depth=2, words=f"The law, {order.citation}, says", quote=order.quote)
    if order.note:
        yield Item(depth=2, words=order.note)
    for reading in order.rival_readings:
        words = f"Another reading, by {reading.asserted_by}, adds: {reading.adds}."
        yield Item(depth=2, words=words)


def source_items(line: Line) -> Iterable[Item]:
    """The articles a report rests on, with their letters and remarks."""
    yield Item(depth=1, words="Articles")
    if not line.articles:
        yield Item(depth=2, words="None of these articles was published by that day.")
    copies = {copy: original for original, copy in line.copies}
    for article in line.articles:
        words = f"{line.letter(article.id)} is {described(article)}"
        if article.id in copies:
            words += f"; the same text as {line.letter(copies[article.id])}, counted once"
        yield Item(depth=2, words=f"{words}.", at=text_words(article), url=article.url)


def _rung(line: Line, rung: Rung) -> Iterable[Item]:
    rank = rung.office.rank
    place = "" if not rank else f", {_ordinal(rank)} in line"
    effect = f", who {rung.office.effect}" if rung.office.effect else ""
    claim = rung.office.asserted_by
    by = f"Not in the law, asserted by {claim}: " if claim else ""
    yield Item(depth=1, words=f"{by}{rung.office.name}{place}{effect}")
    for status in rung.statuses:
        yield from _status(line, status)
    shown = {e.key for status in rung.statuses for e in status.evidence}
    for dispute in rung.disputes:
        yield Item(depth=2, words=_dispute(line, dispute))
        for _, evidence in dispute.sides:
            # A denial stands under no status: here are the words of it.
            yield from (_evidence(line, e) for e in evidence if e.key not in shown)
    if rung.office.rank is not None and not _has_holder(rung.statuses):
        yield Item(depth=2, words="Nobody is named as holder.")
    if rung.office.rank is None and not rung.statuses:
        yield Item(depth=2, words="Nothing is told to have happened in this office.")
    if rung.statuses and claim is None:
        yield from _silent(line, rung)


def _has_holder(statuses: Sequence[Status]) -> bool:
    return any(s.word in HOLDS or s.word is StatusWord.VACANT for s in statuses)


def _ordinal(rank: int) -> str:
    words = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    return words[rank] if rank < len(words) else f"number {rank}"


def _status(line: Line, status: Status) -> Iterable[Item]:
    yield Item(depth=2, words=f"{status_words(status)}: {status_day(status, line)}.")
    for evidence in status.evidence:
        yield _evidence(line, evidence)
    if status.unnamed:
        said_by = dict.fromkeys(
            line.letter(e.article.id) for e in status.evidence if e.event.unnamed
        )
        words = f"{status.unnamed} more, unnamed, according to {', '.join(said_by)}."
        yield Item(depth=2, words=words)


def _evidence(line: Line, evidence: Evidence) -> Item:
    event, article = evidence.event, evidence.article
    who = voice(evidence, line.letter(article.id))
    if evidence in line.added:
        return Item(depth=3, words=f"{who}: {said(event)}, {based(event.date)}")
    return Item(
        depth=3,
        words=f"{who} ({outlet(article)}): {said(event)}, {based(event.date)}{corrected(event)}",
        quote=article.quote(event.span),
        at=dated(article, event.span),
        url=article.url,
    )


def corrected(event: Event) -> str:
    """What the reader's corrections changed, as the end of a statement; empty where nothing."""
    return f", corrected: {event.corrected}" if event.corrected else ""


def _rejected(line: Line) -> Iterable[Item]:
    if line.rejected:
        yield Item(depth=1, words="What your corrections reject")
    for evidence in line.rejected:
        person = evidence.event.person or evidence.event.surface or "somebody not named"
        item = _evidence(line, evidence)
        yield replace(item, depth=2, words=f"{person}, {item.words}")


def _dispute(line: Line, dispute: Dispute) -> str:
    sides = [
        f"{words} ({'; '.join(voice(e, line.letter(e.article.id)) for e in evidence)})"
        for words, evidence in dispute.sides
    ]
    over = f" over {dispute.person}" if dispute.person else " between holders"
    return f"Disputed{over}: {', '.join(sides)}."


def _silent(line: Line, rung: Rung) -> Iterable[Item]:
    for silence in Silence:
        letters = [line.letter(article) for article, why in rung.silent if why is silence]
        if letters:
            words = f"On who holds this office, {SILENCES[silence]}: {', '.join(letters)}."
            yield Item(depth=2, words=words)


def _outside(line: Line) -> Iterable[Item]:
    """What stands on no rung: of other offices, then what is told without one."""
    offices = [(_office(status), status) for status in line.outside]
    if any(office for office, _ in offices):
        yield Item(depth=1, words="Other offices, outside the order")
    for office, status in offices:
        if office:
            yield from _named(line, status, office)
    if not all(office for office, _ in offices):
        yield Item(depth=1, words="Told without an office")
    for office, status in offices:
        if not office:
            yield from _status(line, status)


def _office(status: Status) -> str | None:
    return next((e.event.office for e in status.evidence if e.event.office), None)


def _named(line: Line, status: Status, office: str) -> Iterable[Item]:
    items = list(_status(line, status))
    yield Item(depth=2, words=f"As “{office}”, {items[0].words}")
    yield from items[1:]
