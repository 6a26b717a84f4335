"""Statements under a rung: who says what, grouped, in columns or each with its sentence; pure.

Every manner stands with its voice; a manner in an article's own words stands before those that it
reports from others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_reader.succession.wording import SILENCES, date_words, said, speaker, voice
from crisis_reader.tui.lines.styled import Line, Part, line
from crisis_reader.tui.lines.words import counted, day_text

if TYPE_CHECKING:
    from crisis_reader.events import Event
    from crisis_reader.succession import Dispute, Evidence
    from crisis_reader.succession.ladder import Cell

Letters = Mapping[str, str]
"""Letter of each article by its id."""

_NAMED = 6
"""Letters named of those who say the same; of more the first ones."""

_FEW = 3
"""Accounts up to which letters tell enough in a narrow pane."""


@dataclass(frozen=True, slots=True)
class Fold:
    """What ``Enter`` opens and closes: the statements behind a status, or more on an office."""

    key: tuple[str, ...]
    evidence: tuple["Evidence", ...] = ()


def short_voice(evidence: "Evidence", letters: Letters) -> str:
    """Who says it; a letter alone stands for the article's own words."""
    own = letters.get(evidence.article.id, "?")
    return voice(evidence, own).replace(f"{own}, own words", own)


def grouped(
    cells: Sequence["Cell"], beside: Sequence["Evidence"], letters: Letters, *, briefly: bool
) -> Line:
    """``resigned: 2 of 3 (A, B) · forced out: 1 of 3 (A) · says nothing: 1 of 3 (C)``.

    Args:
        cells: One for each account.
        beside: Statements of no account: what the reader added.
        letters: Of the articles.
        briefly: Whether what articles report from others is only counted, and of few accounts
            the letters alone are told.
    """
    speaking = [cell for cell in cells if cell.words]
    tellers: dict[tuple[str, str], list[str]] = {}
    for cell in speaking:
        for key in dict.fromkeys((speaker(e.event), said(e.event)) for e in cell.evidence):
            tellers.setdefault(key, []).append(cell.letter)
    own: dict[tuple[str, ...], list[str]] = {}
    for (who, words), by in tellers.items():
        if not who:
            own.setdefault(tuple(by), []).append(words)
    of = 0 if briefly and len(speaking) <= _FEW else len(speaking)
    most_first = sorted(own.items(), key=lambda pair: -len(pair[0]))
    told = [f"{', '.join(words)}: {share_words(by, of)}" for by, words in most_first]
    others = [
        f"{words}, {who}: {share_words(by, of)}" for (who, words), by in tellers.items() if who
    ]
    if briefly and own and others:
        others = [f"{len(others)} more in others’ words"]
    told += [*others, *(f"{said(e.event)}: {short_voice(e, letters)}" for e in beside)]
    silent: dict[str, list[str]] = {}
    for cell in speaking:
        if cell.silence:
            silent.setdefault(SILENCES[cell.silence], []).append(cell.letter)
    told += [f"{words}: {share_words(by, of)}" for words, by in silent.items()]
    return line((" · ".join(told), "dim"), indent=3, hang=0 if briefly else 1)


def share_words(letters: Sequence[str], of: int = 0) -> str:
    """``2 of 3 (A, B)``; the letters alone where ``of`` is 0, of many how many they are."""
    named = ", ".join(letters[:_NAMED]) + (", …" if len(letters) > _NAMED else "")
    if of:
        return f"{len(letters)} of {of} ({named})"
    return f"{len(letters)} ({named})" if len(letters) > _NAMED else named


def cell_parts(cell: "Cell") -> tuple[Part, ...]:
    """One account's column: its own words, then those it reports with who says them."""
    if not cell.evidence:
        return ((cell.words, "dim"),) if cell.words else ()
    counts: dict[tuple[str, str], int] = {}
    for evidence in cell.evidence:
        key = speaker(evidence.event), said(evidence.event)
        counts[key] = counts.get(key, 0) + 1
    own = [_times(words, n) for (who, words), n in counts.items() if not who]
    others = [f"{who}: {_times(words, n)}" for (who, words), n in counts.items() if who]
    parts: list[Part] = [(", ".join(own), "plain")] if own else []
    if others:
        parts.append((("; " if own else "") + "; ".join(others), "dim"))
    return tuple(parts)


def _times(words: str, number: int) -> str:
    return f"{words} ×{number}" if number > 1 else words


def dispute_line(dispute: "Dispute", letters: Letters, *, named: bool) -> Line:
    """Both sides on one line, each with who says it, after the word ``disputed`` or without it."""
    parts: list[str | Part] = [("disputed: ", "difference")] if named else []
    for number, (told, evidence) in enumerate(dispute.sides):
        voices = list(dict.fromkeys(short_voice(one, letters) for one in evidence))
        parts.append((" against " if number else "") + f"{told} ({_voices(voices)})")
    return line(*parts, indent=3, hang=1 if named else 0)


def _voices(voices: Sequence[str]) -> str:
    """``A, B``; of many the first and how many more."""
    more = len(voices) - _NAMED
    return ", ".join(voices[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def statement_lines(several: Iterable["Evidence"], letters: Letters) -> list[Line]:
    """Each statement with its voice, its day and what the day rests on, and its own words."""
    return [_statement(one, letters) for one in several]


def _statement(evidence: "Evidence", letters: Letters) -> Line:
    event = evidence.event
    words = " ".join(evidence.article.quote(event.span).split())
    day = f" · {date_words(event.date, day_text)}" if event.date else ""
    basis = f" ({event.date.basis})" if event.date and event.date.basis else ""
    return line(
        (f"{short_voice(evidence, letters)}: ", "bold"),
        said(event),
        (f"{day}{basis}", "dim"),
        (corrected(event), "quote"),
        f" “{words}”" if words else "",
        indent=5,
        hang=1,
        target=evidence,
    )


def corrected(event: "Event") -> str:
    """What a correction of the reader's changed in a statement."""
    return f" · corrected: {event.corrected}" if event.corrected else ""


def unnamed_words(number: int, several: Iterable["Evidence"], letters: Letters) -> str:
    """``2 more, unnamed (A)``."""
    told = dict.fromkeys(letters.get(e.article.id, "?") for e in several if e.event.unnamed)
    return f"{number} more, unnamed ({', '.join(told)})"


def count_words(number: int) -> str:
    """How many statements stand behind a status; nothing for a single one."""
    return f" · {counted(number, 'statement')}" if number > 1 else ""
