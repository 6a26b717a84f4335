"""The chronicle as text, Markdown, HTML and JSON: what happened day by day, and who says so."""

from collections.abc import Iterable, Sequence

from crisis_reader.errors import Problem
from crisis_reader.events import Event, Kind
from crisis_reader.reports.html_page import outline_page
from crisis_reader.reports.items import Item
from crisis_reader.reports.json_parts import Document, head, problems_json
from crisis_reader.reports.markdown import markdown
from crisis_reader.reports.succession_items import corrected, source_items
from crisis_reader.reports.succession_json import articles_json, evidence_json
from crisis_reader.reports.wording import characters, dated, quoted
from crisis_reader.succession import Line
from crisis_reader.succession.chronicle import Called, Entry, chronicle, titles
from crisis_reader.succession.wording import based, outlet
from crisis_reader.text.cleaning import printed


def chronicle_text(line: Line) -> str:
    """All events in order of day, one a line, then what each article calls each person."""
    lines = []
    for item in _items(line):
        quote = f": {quoted(item.quote)}" if item.quote is not None else ""
        lead = "\n" if item.depth == 1 else "  " * max(item.depth - 1, 0)
        lines.append(f"{lead}{printed(item.words)}{quote}")
    return "\n".join(lines)


def chronicle_markdown(line: Line) -> str:
    """The same as headings and lists; nothing of an article is markup."""
    return markdown(_items(line))


def chronicle_html(line: Line) -> str:
    """The same as a page that needs nothing else."""
    return outline_page(_items(line))


def chronicle_json(line: Line, problems: Sequence[Problem] = ()) -> Document:
    """Schema ``crisis-reader.chronicle/1``: ``articles``, ``events`` in order of day, ``titles``.

    An event is as in ``crisis-reader.succession/1``; a title has ``person``, ``words``, ``letter``
    and the event it was taken from.
    """
    return {
        **head("crisis-reader.chronicle/1"),
        "scope": line.scope,
        "as_of": line.as_of.isoformat() if line.as_of else None,
        "known_by": line.known_by.isoformat() if line.known_by else None,
        "articles": articles_json(line),
        "events": [{"letter": e.letter, **evidence_json(e.evidence)} for e in chronicle(line)],
        "titles": [
            {
                "person": c.person,
                "words": c.words,
                "letter": c.letter,
                "event": evidence_json(c.evidence),
            }
            for c in titles(line)
        ],
        "problems": problems_json([*problems, *line.problems]),
    }


def _items(line: Line) -> Iterable[Item]:
    yield Item(depth=0, words=f"Chronicle, {line.scope}")
    yield from source_items(line)
    day = None
    entries = chronicle(line)
    for entry in entries:
        if entry.day != day:
            day = entry.day
            yield Item(depth=1, words=f"{day[0].upper()}{day[1:]}")
        yield _event(entry)
    if not entries:
        yield Item(depth=2, words="No events were found: these articles tell of nobody's office.")
    yield from _titles(titles(line))


def _event(entry: Entry) -> Item:
    event = entry.event
    what = f"{_who(event)}: {entry.said}, {based(event.date)}"
    if not entry.quote:
        # Only what a reader added has no words of an article behind it.
        return Item(depth=2, words=f"{what}, {entry.voice}.")
    return Item(
        depth=2,
        words=f"{what}, says {entry.voice} ({outlet(entry.article)}){corrected(event)}",
        quote=entry.quote,
        at=dated(entry.article, event.span),
        url=entry.article.url,
    )


def _who(event: Event) -> str:
    """The person with the office; the office alone where its being vacant is told."""
    office = f" as {event.office}" if event.office else ""
    if event.person:
        return f"{event.person}{office}"
    if event.kind is Kind.VACANT:
        return event.office or "the office"
    words = " ".join(event.surface.split())
    if event.office and event.office in words:
        return f"“{words}”"
    return f"“{words}”{office}" if words else f"somebody not named{office}"


def _titles(called: Sequence[Called]) -> Iterable[Item]:
    if called:
        yield Item(depth=1, words="What each calls them")
    for person in dict.fromkeys(c.person for c in called):
        own = [c for c in called if c.person == person]
        forms = [f"“{c.words}” ({c.voice})" for c in own]
        places = [f"{c.letter} {characters(c.evidence.event.span)}" for c in own if c.letter]
        at = f"in {', '.join(places)}" if places else None
        yield Item(depth=2, words=f"{person}: {', '.join(forms)}.", at=at)
