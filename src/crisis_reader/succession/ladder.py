"""The ladder of offices as rows to draw: an office, below it each status, a cell for each account.

Rows are data: screens and reports draw the same ones. Silence, "written earlier" and a statement
are three different cells.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crisis_reader.article import Article
from crisis_reader.succession.records import (
    Evidence,
    Line,
    Office,
    Rung,
    Silence,
    Status,
    StatusWord,
)
from crisis_reader.succession.wording import SILENCES, date_words, said, status_word
from crisis_reader.text.english import day_words

MARKS = {
    StatusWord.OUT: "✗",
    StatusWord.IN: "✓",
    StatusWord.ELECTED: "*",
    StatusWord.CLAIMS: "?",
    StatusWord.CALLED: "·",
    StatusWord.RECOGNISED: "+",
    StatusWord.CONTESTED: "-",
    StatusWord.WILLING: "~",
    StatusWord.NEXT: ">",
    StatusWord.AWAY: "→",
    StatusWord.SHELTER: "⌂",
    StatusWord.BACK: "←",
    StatusWord.VACANT: "∅",
}
DISPUTED = "!"
"""The mark of a disputed status, whatever its word; the word stands beside every mark."""

HOLDS = frozenset(
    {
        StatusWord.IN,
        StatusWord.ELECTED,
        StatusWord.CLAIMS,
        StatusWord.CALLED,
        StatusWord.RECOGNISED,
    }
)
"""Words that name somebody for the office, however firmly."""


class RowKind(StrEnum):
    """What a row of the ladder is."""

    OFFICE = "office"
    STATUS = "status"
    UNNAMED = "unnamed"
    """People of a counted group whom nobody names."""
    NOBODY = "nobody"
    """No account names a holder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one account says of one row."""

    letter: str
    said: tuple[str, ...] = ()
    """What it says, each once, in order of position."""
    evidence: tuple[Evidence, ...] = ()
    silence: Silence | None = None
    """Why it says nothing; None where it speaks or where nothing can be missing from it."""

    @property
    def words(self) -> str:
        """The cell as it is read aloud; empty where nothing can be missing."""
        return ", ".join(self.said) or (SILENCES[self.silence] if self.silence else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the ladder."""

    kind: RowKind
    office: Office | None
    """None for what fits no office."""
    words: str
    """The row without its cells: ``Evo Morales out``."""
    day: str = ""
    """Its day in words; ``day not stated, by 15 November 2019 (B)`` where no account states one."""
    mark: str = " "
    asserted: bool = False
    status: Status | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Accounts that say the same: ``resigned: 6 of 8 (A, B, …)``."""

    said: str
    letters: tuple[str, ...]
    of: int

    @property
    def words(self) -> str:
        """The group as it is read aloud."""
        return f"{self.said}: {len(self.letters)} of {self.of} ({', '.join(self.letters)})"


def columns(line: Line) -> tuple[Article, ...]:
    """One article for each account: copies of a text share a column."""
    copies = {copy for _, copy in line.copies}
    return tuple(a for a in line.articles if a.id not in copies)


def ladder(line: Line) -> tuple[Row, ...]:
    """All rows: the offices by rank, the asserted ones after them, then what fits no office."""
    rows: list[Row] = []
    for rung in line.rungs:
        rows.extend(_rung_rows(line, rung, asserted=False))
    for rung in line.asserted:
        rows.extend(_rung_rows(line, rung, asserted=True))
    for status in line.outside:
        rows.extend(_status_rows(line, None, status, asserted=False))
    return tuple(rows)


def _rung_rows(line: Line, rung: Rung, *, asserted: bool) -> Iterable[Row]:
    rank = f"{rung.office.rank} " if rung.office.rank is not None else ""
    yield Row(
        kind=RowKind.OFFICE,
        office=rung.office,
        words=f"{rank}{rung.office.name}",
        asserted=asserted,
        cells=tuple(_silent_cell(line, rung, article) for article in columns(line)),
    )
    for status in rung.statuses:
        yield from _status_rows(line, rung, status, asserted=asserted)
    if not asserted and not any(s.word in HOLDS | {StatusWord.VACANT} for s in rung.statuses):
        yield Row(kind=RowKind.NOBODY, office=rung.office, words="nobody named", asserted=asserted)


def _status_rows(line: Line, rung: Rung | None, status: Status, *, asserted: bool) -> Iterable[Row]:
    office = rung.office if rung else None
    yield Row(
        kind=RowKind.STATUS,
        office=office,
        words=status_words(status),
        day=status_day(status, line),
        mark=_mark(status),
        asserted=asserted,
        status=status,
        cells=tuple(_cell(line, rung, status, article) for article in columns(line)),
    )
    if status.unnamed:
        letters = [line.letter(e.article.id) for e in status.evidence if e.event.unnamed]
        yield Row(
            kind=RowKind.UNNAMED,
            office=office,
            words=f"{status.unnamed} more, unnamed ({', '.join(dict.fromkeys(letters))})",
            asserted=asserted,
            status=status,
        )


def _mark(status: Status) -> str:
    """None beside what is told of nobody in particular: a mark would say that it is settled."""
    if status.disputed:
        return DISPUTED
    return " " if status.names_nobody else MARKS[status.word]


def _silent_cell(line: Line, rung: Rung, article: Article) -> Cell:
    return Cell(letter=line.letter(article.id), silence=dict(rung.silent).get(article.id))


def _cell(line: Line, rung: Rung | None, status: Status, article: Article) -> Cell:
    letter = line.letter(article.id)
    mine = tuple(e for e in status.evidence if e.article.id == article.id)
    if mine:
        in_order = sorted(mine, key=lambda e: e.span)
        return Cell(
            letter=letter,
            said=tuple(dict.fromkeys(said(e.event) for e in in_order)),
            evidence=tuple(in_order),
        )
    silence = dict(rung.silent).get(article.id) if rung else None
    if rung is None or not (silence or _speaks(rung, article)):
        return Cell(letter=letter)
    day = status.date.earliest if status.date else None
    if day and article.published and article.published < day:
        return Cell(letter=letter, silence=Silence.WRITTEN_EARLIER)
    return Cell(letter=letter, silence=silence or Silence.SAYS_NOTHING)


def _speaks(rung: Rung, article: Article) -> bool:
    return any(e.article.id == article.id for s in rung.statuses for e in s.evidence)


def status_words(status: Status) -> str:
    """``Evo Morales out``; with the text's own words where it does not name the person there."""
    disputed = ", disputed" if status.disputed else ""
    return f"{person_words(status)} {status_word(status)}{disputed}"


def person_words(status: Status) -> str:
    """The person, with a question mark and the text's words where no sentence names him or her."""
    if status.word is StatusWord.VACANT and not status.person:
        return "the office"
    words = " ".join((status.surface or "").split())
    if status.person and words and words != status.person:
        return f"{status.person}? (“{words}”)"
    return status.person or (f"“{words}”" if words else "somebody not named")


def status_day(status: Status, line: Line, day_words: Callable[[date], str] = day_words) -> str:
    """The day in words, or until when an undated statement was told and by whom.

    As of a day, what was only told later and without a day may not have happened by then; when an
    undated article told it nobody knows.

    Args:
        status: The status.
        line: The line it stands on.
        day_words: How a single day is written.
    """
    if status.date is not None:
        return date_words(status.date, day_words)
    dated = [(e.article.published, e) for e in status.evidence if e.article.published]
    first = min((day for day, _ in dated), default=None)
    if first is None:
        return "day not stated, article undated" if line.as_of else "day not stated"
    doubt = ", perhaps not yet" if line.as_of and first > line.as_of else ""
    letter = next(line.letter(e.article.id) for day, e in dated if day == first)
    return f"day not stated, by {day_words(first)} ({letter}){doubt}"


def groups(row: Row) -> tuple[Group, ...]:
    """The cells of a row grouped by what is said, most accounts first; silences last."""
    saying = [cell for cell in row.cells if cell.words]
    spoken = list(dict.fromkeys(words for cell in saying for words in cell.said))
    grouped = [_group(words, [c for c in saying if words in c.said], saying) for words in spoken]
    grouped.sort(key=lambda g: -len(g.letters))
    silences = list(dict.fromkeys(c.silence for c in saying if c.silence))
    return (
        *grouped,
        *(_group(SILENCES[s], [c for c in saying if c.silence is s], saying) for s in silences),
    )


def _group(words: str, cells: Sequence[Cell], everyone: Sequence[Cell]) -> Group:
    return Group(said=words, letters=tuple(c.letter for c in cells), of=len(everyone))
