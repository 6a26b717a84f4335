"""The line of succession as styled lines: rungs, statuses, silences, disputes; pure.

What a reader needs first stands first: one line for each status, with a neutral word on it. The
statements behind it open below it. Where there is room each outlet has a column, else those
who say the same stand together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from crisis_reader.succession.ladder import (
    HOLDS,
    Row,
    RowKind,
    columns,
    ladder,
    person_words,
    status_day,
)
from crisis_reader.succession.records import StatusWord
from crisis_reader.succession.wording import SILENCES, said, status_word
from crisis_reader.text.english import short_day
from crisis_reader.tui.lines.line_statements import (
    Fold,
    Letters,
    cell_parts,
    corrected,
    count_words,
    dispute_line,
    grouped,
    share_words,
    statement_lines,
    unnamed_words,
)
from crisis_reader.tui.lines.list_words import outlet_of
from crisis_reader.tui.lines.styled import Cell, Line, Part, line
from crisis_reader.tui.lines.words import day_text

if TYPE_CHECKING:
    from crisis_reader.succession import Dispute, Evidence, Rung, Status
    from crisis_reader.succession import Line as PowerLine

_COLUMNS_FROM = 100
"""Cells from which each outlet has a column."""
_MOST_COLUMNS = 3
"""Outlets up to which each has one."""
_ROOMY = 60
"""Cells from which rungs stand apart and every word is written out."""
_LABEL = 0.34
"""Part of a wide row that the offices and statuses take."""


@dataclass(frozen=True, slots=True)
class _View:
    """How one line is drawn."""

    power: "PowerLine"
    letters: Letters
    width: int
    opened: frozenset[tuple[str, ...]]
    lefts: tuple[int, ...] = field(default=())
    """Where each outlet's column begins; empty where they are grouped."""

    @property
    def roomy(self) -> bool:
        return self.width >= _ROOMY


def line_rows(
    power: "PowerLine",
    letters: Letters,
    *,
    width: int = 80,
    opened: frozenset[tuple[str, ...]] = frozenset(),
) -> list[Line]:
    """All lines of the pane, top to bottom.

    Args:
        power: What to show.
        letters: Of its articles.
        width: Cells of a row.
        opened: Keys of the folds that are open.
    """
    accounts = columns(power)
    lefts: tuple[int, ...] = ()
    if width >= _COLUMNS_FROM and 0 < len(accounts) <= _MOST_COLUMNS:
        label = int(width * _LABEL)
        each = (width - label) // len(accounts)
        lefts = tuple(label + each * n for n in range(len(accounts)))
    view = _View(power, letters, width, opened, lefts)
    rows = [*_heading(view), *_rungs(view)]
    if power.rejected:
        rows.append(line(("rejected by your corrections", "bold")))
        rows += statement_lines(power.rejected, letters)
    for problem in power.problems:
        rows.append(line(("! " + problem.message, "difference"), hang=2))
    if not power.rungs and not power.outside:
        rows.append(line(("no article here says who held, left or took an office", "dim")))
    return [*rows, *_about(view)]


def _heading(view: _View) -> list[Line]:
    power, order = view.power, view.power.order
    if order is None:
        rows = [line((power.heading, "bold"))]
    else:
        checked = "" if order.verified else " (citation not verified)"
        rows = [line((f"{order.country_names[0]} · {order.citation}{checked}", "bold"))]
    scope = power.scope if order else ""
    why = f" · chosen because {power.reason}" if order and power.reason and view.roomy else ""
    rows.append(line((_as_of(power), "bold"), (f" · {scope}{why}" if scope else "", "dim"), hang=1))
    if view.lefts:
        rows += [line(), line(cells=_outlets(view))]
    return [*rows, line()]


def _outlets(view: _View) -> list[Cell]:
    return [
        Cell(
            left,
            (
                (f"{view.letters.get(article.id, '?')} ", "bold"),
                (f"{outlet_of(article)} · {day_text(article.published)}", "dim"),
            ),
        )
        for left, article in zip(view.lefts, columns(view.power), strict=True)
    ]


def _as_of(power: "PowerLine") -> str:
    if power.as_of is None:
        return "all days ◂" if power.days else "all days"
    known = "known then" if power.known_by else "known now"
    return f"as of ◂ {day_text(power.as_of)} ▸ as {known}"


def _about(view: _View) -> list[Line]:
    """What the order rests on, below everything."""
    order = view.power.order
    if order is None:
        return []
    told = [] if view.roomy else [f"chosen because {view.power.reason}"]
    told += [f"the law says: “{order.quote}”"] if order.quote else []
    told += [order.note] if order.note else []
    told += [f"another reading, by {r.asserted_by}, adds: {r.adds}" for r in order.rival_readings]
    return [line(), line(("About this order", "bold")), *(line((t, "dim"), hang=2) for t in told)]


# Rungs


def _rungs(view: _View) -> list[Line]:
    power = view.power
    rungs = {rung.office.id: rung for rung in (*power.rungs, *power.asserted)}
    rows: list[Line] = []
    apart = asserted = False
    for row in ladder(power):
        if row.asserted and not asserted:
            asserted = True
            rows += [line()] if view.roomy else []
            rows.append(line(("here the order ends; somebody claims these belong to it", "dim")))
        if row.office is None and not apart:
            apart = True
            rows += [line(), line(("outside this order", "bold"))]
        rung = rungs[row.office.id] if row.office else None
        rows += _row(view, row, rung, first=not rows)
    return [*rows, line()] if rows else rows


def _row(view: _View, row: Row, rung: "Rung | None", *, first: bool) -> list[Line]:
    if row.kind is RowKind.OFFICE and rung is not None:
        gap = [line()] if view.roomy and not (first or row.asserted) else []
        return [*gap, *_office(view, rung)]
    if row.kind is RowKind.STATUS and row.status is not None:
        return _status(view, row, row.status, rung)
    if row.kind is RowKind.UNNAMED and row.status is not None:
        if _is_counted(row.status):
            return []  # the status itself says so
        return [line((row.words, "bold"), indent=3, hang=1)]
    return []  # that nobody is named stands beside the office


def _office(view: _View, rung: "Rung") -> list[Line]:
    office = rung.office
    rank = "–" if office.rank is None else str(office.rank)
    fold = Fold(("office", office.id)) if office.asserted_by else None
    shown = view.roomy or (fold and fold.key in view.opened)
    beside = f" · claimed by {office.asserted_by}" if office.asserted_by and shown else ""
    holder = any(status.word in HOLDS | {StatusWord.VACANT} for status in rung.statuses)
    if office.rank is not None and not holder:
        beside = " · nobody is named as holder" if view.roomy else " · nobody named"
    title = line((f"{rank} {office.name}", "title"), (beside, "dim"), hang=2, target=fold)
    if rung.statuses:
        return [title]
    if office.rank is None:
        told = "nothing is told of it" if view.roomy else ""
    else:
        silent: dict[str, list[str]] = {}
        for own, why in rung.silent:
            silent.setdefault(SILENCES[why], []).append(view.letters.get(own, own))
        told = "; ".join(f"{why}: {share_words(who)}" for why, who in silent.items())
    return [title, *([line((told, "dim"), indent=3)] if told else [])]


# Statuses


def _status(view: _View, row: Row, status: "Status", rung: "Rung | None") -> list[Line]:
    disputes = [d for d in (rung.disputes if rung else ()) if d.person == status.person]
    disputes = disputes if status.disputed else []
    behind = _behind(status, [e for d in disputes for _, told in d.sides for e in told])
    key = (rung.office.id if rung else "", status.word.value, *_named(status))
    target = behind[0] if len(behind) == 1 else Fold(key, behind)
    style = "difference" if status.disputed else "plain"
    parts: list[str | Part] = [(f"{row.mark} ", style)]
    if _is_counted(status):
        parts.append((unnamed_words(status.unnamed, status.evidence, view.letters), "bold"))
    else:
        parts.append((person_words(status), "bold"))
    parts.append(f" {status_word(status)}{_of_office(status, rung)}")
    parts += [(" DISPUTED", "difference")] if status.disputed else []
    parts.append((f" · {_day(view, status)}", "dim"))
    changed = [one.event for one in behind if one.event.corrected]
    if changed:
        parts.append((corrected(changed[0]) if len(behind) == 1 else " · corrected", "quote"))
    parts.append((count_words(len(behind)) if view.roomy and not view.lefts else "", "dim"))
    cells = [
        Cell(left, cell_parts(cell)) for left, cell in zip(view.lefts, row.cells, strict=False)
    ]
    rows = [line(*parts, indent=1, hang=2, target=target, cells=cells)]
    if key in view.opened:
        rows += statement_lines(behind, view.letters)
    elif not view.lefts and not _told_by_sides(status, disputes):
        told = {cell.letter for cell in row.cells}
        beside = [e for e in status.evidence if view.letters.get(e.article.id, "?") not in told]
        rows.append(grouped(row.cells, beside, view.letters, briefly=not view.roomy))
    if rung is not None and status is _first_disputed(rung, status):
        rows += [dispute_line(d, view.letters, named=view.roomy) for d in disputes]
    return rows


def _told_by_sides(status: "Status", disputes: Sequence["Dispute"]) -> bool:
    """Whether the sides of the dispute are the statements, not only their days or persons."""
    sides = {told for dispute in disputes for told, _ in dispute.sides}
    return any(said(e.event) in sides for e in status.evidence)


def _first_disputed(rung: "Rung", status: "Status") -> "Status | None":
    """The status below which the dispute over its person stands, once for all of them."""
    alike = (one for one in rung.statuses if one.disputed and one.person == status.person)
    return next(alike, None)


def _day(view: _View, status: "Status") -> str:
    """Its day; in a narrow pane without the year that the heading tells."""
    if view.roomy:
        return status_day(status, view.power, day_text)
    own = view.power.as_of

    def brief(day: date) -> str:
        return short_day(day, with_year=own is None or day.year != own.year)

    return status_day(status, view.power, brief).replace("day not stated", "no day stated")


def _behind(status: "Status", sides: Sequence["Evidence"]) -> tuple["Evidence", ...]:
    """Every statement behind a status, the sides of its dispute included, each once."""
    return tuple({e.key: e for e in (*status.evidence, *sides)}.values())


def _named(status: "Status") -> tuple[str, ...]:
    return (status.person or "", status.surface or "", str(status.date))


def _is_counted(status: "Status") -> bool:
    """Whether it tells of people of whom there is only a number."""
    return bool(status.unnamed and not (status.person or status.surface))


def _of_office(status: "Status", rung: "Rung | None") -> str:
    """Which office it is, where it stands under the heading of none."""
    named = next((e.event.office for e in status.evidence if e.event.office), None)
    return f" (“{named}”)" if rung is None and named else ""


# One sentence


def power_sentence(power: "PowerLine") -> list[Part]:
    """One line: the highest office of which anything is told, the day, who is out, in, disputed.

    What is only announced has not happened: the line of succession tells it, a sentence of who
    holds power does not. Where no account states the day the sentence says so.
    """
    day = power.as_of or (power.days[-1] if power.days else None)
    when = f", by {day_text(day)}" if day else ""
    for rung in power.rungs:
        told = _holders(rung)
        if told:
            return [(f"{rung.office.name}{when}: ", "bold"), *told]
    return [("Who holds power: ", "bold"), ("these articles do not say", "dim")]


def _holders(rung: "Rung") -> list[Part]:
    disputed = [d.person for d in rung.disputes] + [s.person for s in rung.statuses if s.disputed]
    plain = [
        f"{person_words(status)} {status_word(status)}" + ("" if status.date else ", no day stated")
        for status in rung.statuses
        if status.word.value in ("in", "out")
        and not (status.disputed or status.announced)
        and status.person not in disputed
    ]
    parts: list[Part] = []
    for words in dict.fromkeys(plain):
        parts.append(((" · " if parts else "") + words, "plain"))
    for person in dict.fromkeys(disputed):
        parts += [((" · " if parts else "") + f"{person or '?'} ", "plain")]
        parts.append(("DISPUTED", "difference"))
    return parts
