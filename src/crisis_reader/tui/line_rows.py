"""The line of succession as styled lines: rungs, statuses with who says them, silences; pure.

A neutral word stands on the rung, every manner below it with its voice; each leads to its sentence.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from crisis_reader.succession.wording import (
    SILENCES,
    date_words,
    said,
    status_word,
    voice,
)
from crisis_reader.tui.styled import Line, Part, line
from crisis_reader.tui.words import day_text

if TYPE_CHECKING:
    from crisis_reader.succession import Dispute, Evidence, Rung, Status
    from crisis_reader.succession import Line as PowerLine

_SIGNS = {"out": "✗", "in": "●", "claims": "○", "next": "→", "away": "↗", "back": "↙"}
"""Beside a status's word, never instead of it."""

Letters = Mapping[str, str]
"""Letter of each article by its id."""


def who(status: "Status") -> str:
    """The person, or the text's own words where the sentence does not name one."""
    if status.person is None:
        if status.surface:
            return f"“{status.surface}”?"
        if status.word.value == "vacant":
            return "the office"
        return f"{status.unnamed} more, unnamed" if status.unnamed else "nobody named:"
    if status.surface:
        return f"“{status.surface}” → {status.person}?"
    return status.person


def line_rows(power: "PowerLine", letters: Letters) -> list[Line]:
    """All lines of the pane, top to bottom."""
    rows = [*_heading(power), line()]
    for rung in power.rungs:
        rows += [*_rung(rung, letters), line()]
    if power.asserted:
        rows.append(line(("not in the text, but somebody claims it", "dim")))
        for rung in power.asserted:
            rows += _rung(rung, letters)
        rows.append(line())
    if power.outside:
        rows.append(line(("outside this order", "bold")))
        rows += [row for status in power.outside for row in _status(status, letters)]
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


def _rung(rung: "Rung", letters: Letters) -> list[Line]:
    office = rung.office
    rank = "–" if office.rank is None else str(office.rank)
    claimed = f" · claimed by {office.asserted_by}" if office.asserted_by else ""
    rows = [line((f"{rank} {office.name}", "title"), (claimed, "dim"), hang=2)]
    for status in rung.statuses:
        rows += _status(status, letters)
    rows += [_dispute(dispute, letters) for dispute in rung.disputes]
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


def _status(status: "Status", letters: Letters) -> list[Line]:
    target = status.evidence[0] if status.evidence else None
    parts: list[str | Part] = [
        f"{_SIGNS.get(status.word.value, '·')} ",
        (who(status), "bold"),
        f" {status_word(status)}",
    ]
    if status.unnamed and status.person:
        parts.append(f", {status.unnamed} more unnamed")
    if status.disputed:
        parts.append((" DISPUTED", "difference"))
    if status.date is not None:
        parts.append((f" · {date_words(status.date)}", "dim"))
    rows = [line(*parts, indent=1, hang=2, target=target)]
    return rows + _told([(said(one.event), one) for one in status.evidence], letters)


def _told(told: Iterable[tuple[str, "Evidence"]], letters: Letters) -> list[Line]:
    """One line for each thing said by one voice, the first of its sentences behind it."""
    first: dict[tuple[str, str], Evidence] = {}
    times: dict[tuple[str, str], int] = {}
    for words, evidence in told:
        key = (words, short_voice(evidence, letters))
        first.setdefault(key, evidence)
        times[key] = times.get(key, 0) + 1
    return [
        line(
            f"{key[0]} ",
            (key[1] + (f" ×{times[key]}" if times[key] > 1 else ""), "dim"),
            indent=4,
            hang=2,
            target=evidence,
        )
        for key, evidence in first.items()
    ]


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
        f"{who(status)} {status_word(status)}"
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
