"""The line of succession as styled lines: rungs, statuses with who says them, silences; pure.

A neutral word stands on the rung, every manner below it with its voice; each leads to its sentence.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from crisis_reader.succession.ladder import (
    DISPUTED,
    HOLDS,
    MARKS,
    person_words,
    status_day,
)
from crisis_reader.succession.records import StatusWord
from crisis_reader.succession.wording import SILENCES, said, status_word, voice
from crisis_reader.tui.styled import Line, Part, line
from crisis_reader.tui.words import day_text

if TYPE_CHECKING:
    from crisis_reader.events import Event
    from crisis_reader.succession import Dispute, Evidence, Rung, Status
    from crisis_reader.succession import Line as PowerLine

Letters = Mapping[str, str]
"""Letter of each article by its id."""


def line_rows(power: "PowerLine", letters: Letters) -> list[Line]:
    """All lines of the pane, top to bottom."""
    rows = [*_heading(power), line()]
    for rung in power.rungs:
        rows += [*_rung(power, rung, letters), line()]
    if power.asserted:
        rows.append(line(("not in the text, but somebody claims it", "dim")))
        for rung in power.asserted:
            rows += _rung(power, rung, letters)
        rows.append(line())
    if power.outside:
        rows.append(line(("outside this order", "bold")))
        rows += [row for status in power.outside for row in _status(power, status, letters)]
    if power.rejected:
        rows.append(line(("rejected by your corrections", "bold")))
        rows += _told([(said(one.event), one) for one in power.rejected], letters)
    for problem in power.problems:
        rows.append(line(("! " + problem.message, "difference"), hang=2))
    if not power.rungs and not power.outside:
        rows.append(line(("no article here says who held, left or took an office", "dim")))
    return rows


def _heading(power: "PowerLine") -> list[Line]:
    order = power.order
    if order is None:
        return [line((power.heading, "bold")), line((_as_of(power), "bold"))]
    rows = [line((f"{order.country_names[0]} · {order.citation}", "bold"))]
    if power.reason:
        rows.append(line((f"chosen because {power.reason}", "dim")))
    return [*rows, line((_as_of(power), "bold"))]


def _as_of(power: "PowerLine") -> str:
    if power.as_of is None:
        return "all days ◂" if power.days else "all days"
    known = "as known then" if power.known_by else "as known now"
    return f"as of ◂ {day_text(power.as_of)} ▸ {known}"


def _rung(power: "PowerLine", rung: "Rung", letters: Letters) -> list[Line]:
    office = rung.office
    rank = "–" if office.rank is None else str(office.rank)
    claimed = f" · claimed by {office.asserted_by}" if office.asserted_by else ""
    rows = [line((f"{rank} {office.name}", "title"), (claimed, "dim"), hang=2)]
    for status in rung.statuses:
        rows += _status(power, status, letters)
    rows += [_dispute(dispute, letters) for dispute in rung.disputes]
    named = any(status.word in HOLDS | {StatusWord.VACANT} for status in rung.statuses)
    if office.rank is not None and rung.statuses and not named:
        rows.append(line(("nobody is named as holder", "dim"), indent=1, hang=2))
    silent: dict[str, list[str]] = {}
    for own, why in rung.silent:
        silent.setdefault(SILENCES[why], []).append(letters.get(own, own))
    if office.rank is not None:
        told = "; ".join(f"{', '.join(who)}: {why}" for why, who in silent.items())
        rows += [line((told, "dim"), indent=2, hang=2)] if told else []
    return rows


def _dispute(dispute: "Dispute", letters: Letters) -> Line:
    """Both sides on one line, each with who says it."""
    parts: list[str | Part] = [("! disputed: ", "difference")]
    for number, (told, evidence) in enumerate(dispute.sides):
        voices = dict.fromkeys(short_voice(one, letters) for one in evidence)
        parts.append((" against " if number else "") + f"{told} ({', '.join(voices)})")
    return line(*parts, indent=1, hang=2)


def short_voice(evidence: "Evidence", letters: Letters) -> str:
    """Who says it; a letter alone stands for the article's own words."""
    own = letters.get(evidence.article.id, "?")
    return voice(evidence, own).replace(f"{own}, own words", own)


def _status(power: "PowerLine", status: "Status", letters: Letters) -> list[Line]:
    target = status.evidence[0] if status.evidence else None
    mark = DISPUTED if status.disputed else MARKS.get(status.word, "·")
    parts: list[str | Part] = [(f"{mark} ", "difference" if status.disputed else "plain")]
    counts = status.unnamed and not (status.person or status.surface)
    if counts:
        parts.append((_unnamed(status, letters), "bold"))
    else:
        parts.append((person_words(status), "bold"))
    parts.append(f" {status_word(status)}")
    if status.disputed:
        parts.append((" DISPUTED", "difference"))
    parts.append((f" · {status_day(status, power)}", "dim"))
    if any(one.event.corrected for one in status.evidence):
        parts.append((" · corrected", "quote"))
    rows = [line(*parts, indent=1, hang=2, target=target)]
    rows += _told([(said(one.event), one) for one in status.evidence], letters)
    if status.unnamed and not counts:
        rows.append(line((_unnamed(status, letters), "bold"), indent=3, hang=2))
    return rows


def _unnamed(status: "Status", letters: Letters) -> str:
    """``2 more, unnamed (A)``."""
    told = dict.fromkeys(letters.get(e.article.id, "?") for e in status.evidence if e.event.unnamed)
    return f"{status.unnamed} more, unnamed ({', '.join(told)})"


def _told(told: Iterable[tuple[str, "Evidence"]], letters: Letters) -> list[Line]:
    """One line for each thing said by one voice, the first of its sentences behind it."""
    alike: dict[tuple[str, str, str], list[Evidence]] = {}
    for words, evidence in told:
        key = (words, short_voice(evidence, letters), _corrected(evidence.event))
        alike.setdefault(key, []).append(evidence)
    return [
        line(
            f"{words} ",
            (voiced + (f" ×{len(same)}" if len(same) > 1 else ""), "dim"),
            (corrected, "quote"),
            indent=4,
            hang=2,
            target=same[0],
        )
        for (words, voiced, corrected), same in alike.items()
    ]


def _corrected(event: "Event") -> str:
    """What a correction of the reader's changed in a statement."""
    return f" · corrected: {event.corrected}" if event.corrected else ""


def power_sentence(power: "PowerLine") -> list[Part]:
    """One line: the highest office of which anything is told, the day, who is out, in, disputed."""
    day = power.as_of or (power.days[-1] if power.days else None)
    when = f", {day_text(day)}" if day else ""
    for rung in power.rungs:
        told = _holders(rung)
        if told:
            return [(f"{rung.office.name}{when}: ", "bold"), *told]
    return [("Who holds power: ", "bold"), ("these articles do not say", "dim")]


def _holders(rung: "Rung") -> list[Part]:
    disputed = [d.person for d in rung.disputes] + [s.person for s in rung.statuses if s.disputed]
    plain = [
        f"{person_words(status)} {status_word(status)}"
        for status in rung.statuses
        if status.word.value in ("in", "out")
        and not status.disputed
        and status.person not in disputed
    ]
    parts: list[Part] = []
    for words in dict.fromkeys(plain):
        parts.append(((" · " if parts else "") + words, "plain"))
    for person in dict.fromkeys(disputed):
        parts += [((" · " if parts else "") + f"{person or '?'} ", "plain")]
        parts.append(("DISPUTED", "difference"))
    return parts
