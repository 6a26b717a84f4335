"""The chronicle as styled lines: what happened day by day, who says so, who is called what."""

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from crisis_reader.succession.chronicle import Called, Entry, chronicle, titles
from crisis_reader.tui.lines.line_statements import short_voice
from crisis_reader.tui.lines.list_words import outlet_of
from crisis_reader.tui.lines.styled import Line, Part, line
from crisis_reader.tui.lines.words import day_text

if TYPE_CHECKING:
    from crisis_reader.succession import Line as PowerLine


def chronicle_lines(power: "PowerLine", letters: Mapping[str, str]) -> list[Line]:
    """A heading for each day, a line and its quotation for each statement; all lead to the text."""
    rows: list[Line] = []
    for day, entries in groupby(chronicle(power), key=lambda entry: entry.day):
        rows.append(line((f"{day[0].upper()}{day[1:]}", "title")))
        for entry in entries:
            rows += _entry(entry, letters)
        rows.append(line())
    if not rows:
        rows = [line(("these articles tell of nobody's office", "dim")), line()]
    return rows


def title_lines(power: "PowerLine", letters: Mapping[str, str]) -> list[Line]:
    """For each person the names and titles that each article uses, in order of publication."""
    rows: list[Line] = []
    for person, called in groupby(titles(power), key=lambda one: one.person):
        rows.append(line((person, "title")))
        for letter, own in groupby(called, key=lambda one: one.letter):
            several = list(own)
            article = several[0].evidence.article
            when = f"{outlet_of(article)} · {day_text(article.published)}"
            rows.append(line((f"{letter} ", "bold"), (when, "dim"), indent=1, hang=2))
            rows += [_called(one, letters) for one in several]
        rows.append(line())
    return rows or [line(("these articles name nobody with a title", "dim"))]


def _entry(entry: Entry, letters: Mapping[str, str]) -> list[Line]:
    event = entry.event
    who = event.person or (f"“{event.surface}”" if event.surface else "somebody not named")
    office = f", {event.office}" if event.office else ""
    said = short_voice(entry.evidence, letters)
    return [
        line(
            (who, "bold"), f"{office}: {entry.said}", (f" · {said}", "dim"),
            indent=1, hang=2, target=entry.evidence,
        ),
        line((f"“{' '.join(entry.quote.split())}”", "dim"), indent=4),
    ]  # fmt: skip


def _called(one: Called, letters: Mapping[str, str]) -> Line:
    told = short_voice(one.evidence, letters)
    words: list[str | Part] = [f"“{one.words}”"]
    if told != one.letter:
        words.append((f" · {told}", "dim"))
    return line(*words, indent=4, hang=2, target=one.evidence)
