"""Corrections: a reader's own word on events, read from ``corrections.toml`` and applied.

A correction wins over extraction, marks what it changed and deletes nothing. One that no longer
fits any text is reported as lost, never dropped in silence. Reading the file is the library's.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from crisis_reader.article.records import Article
from crisis_reader.errors import Problem
from crisis_reader.events.records import Kind, Manner, Modality
from crisis_reader.text.spans import Span

_HEADER = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")
_MANNERS = {
    Kind.EXIT: Manner.LEFT_OFFICE, Kind.ENTRY: Manner.ASSUMED, Kind.CLAIM: Manner.CLAIMED,
    Kind.RECOGNITION: Manner.RECOGNISED, Kind.DENIAL: Manner.REFUSED,
    Kind.DEPARTURE: Manner.LEFT_COUNTRY,
    Kind.NEXT: Manner.NEXT_IN_LINE, Kind.VACANT: Manner.VACANT, Kind.TITLE: Manner.TITLED,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of an article, kept to be found again: quote and up to 32 characters around."""

    article: str
    quote: str
    before: str = ""
    after: str = ""

    def of(self, article: Article) -> bool:
        """Whether this is the article meant: by id, or by the end of its id or address."""
        names = (article.id, article.origin.uri or "", article.url or "")
        return any(name == self.article or name.endswith("/" + self.article) for name in names)

    def find(self, text: str) -> Span | None:
        """Where the quote stands in a text, best by what surrounds it; None if nowhere."""
        best: tuple[int, Span] | None = None
        at = text.find(self.quote)
        while self.quote and at >= 0:
            end = at + len(self.quote)
            fits = text[:at].endswith(self.before) + text[end:].startswith(self.after)
            if best is None or fits > best[0]:
                best = fits, Span(at, end)
            at = text.find(self.quote, at + 1)
        return best[1] if best else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedEvent:
    """``[[event]]``: what no article says, or what was missed in one (with ``place``)."""

    kind: Kind
    manner: Manner
    person: str | None
    office: str | None
    date: date | None
    source: str | None
    modality: Modality = Modality.ACTUAL
    place: Place | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """``[[fix]]``: fields of the event at a place, set by the reader."""

    place: Place
    values: tuple[tuple[str, str | date], ...]
    """Field and value, sorted by field: person, office, date, kind, manner or modality."""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """``[[reject]]``: the event at a place is none."""

    place: Place
    why: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePerson:
    """``[[same_person]]``: names of one person, the one to show first."""

    names: tuple[str, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """``[[apart]]``: names that are not one person's."""

    names: tuple[str, ...]
    line: int | None = None


Correction = AddedEvent | Fix | Reject | SamePerson | Apart
_FIELDS = {"person": str, "office": str, "date": date, "kind": str, "manner": str, "modality": str}


def parse_corrections(
    text: str, source: str = "corrections.toml"
) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections of a file, in its order by sort, and what could not be read of it.

    Args:
        text: The file, TOML with ``[[event]]``, ``[[fix]]``, ``[[reject]]``, ``[[same_person]]``
            and ``[[apart]]``.
        source: What problems name the file.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else None
        return (), (
            Problem(
                source=source, message=f"not valid TOML, nothing of it was used: {error}", line=line
            ),
        )
    lines = _lines(text)
    corrections: list[Correction] = []
    problems: list[Problem] = []
    for name, rows in table.items():
        if name == "schema":
            continue
        reader = _READERS.get(name)
        if reader is None or not isinstance(rows, list):
            problems.append(
                Problem(
                    source=source,
                    message=f"'{name}' is no correction; use {', '.join(_READERS)}",
                )
            )
            continue
        for row, line in zip(rows, lines.get(name, []), strict=False):
            try:
                corrections.append(reader(row, line))
            except (KeyError, ValueError) as error:
                message = (
                    error.args[0]
                    if isinstance(error, ValueError)
                    else f"[[{name}]] needs '{error.args[0]}'"
                )
                problems.append(Problem(source=source, message=f"{message}; left out", line=line))
    return tuple(corrections), tuple(problems)


def _lines(text: str) -> dict[str, list[int]]:
    """The lines at which each sort of correction begins."""
    out: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        found = _HEADER.match(line)
        if found:
            out.setdefault(found.group(1), []).append(number)
    return out


def _place(row: Mapping[str, object]) -> Place:
    return Place(
        article=str(row["article"]),
        quote=str(row["quote"]),
        before=str(row.get("before", "")),
        after=str(row.get("after", "")),
    )


def _day(value: object) -> date | None:
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    raise ValueError(f"'{value}' is no day; write date = 2019-11-10")


def _event(row: Mapping[str, object], line: int) -> AddedEvent:
    kind = Kind(str(row["kind"]))
    return AddedEvent(
        kind=kind,
        manner=Manner(str(row.get("manner", _MANNERS[kind]))),
        modality=Modality(str(row.get("modality", Modality.ACTUAL))),
        person=str(row["person"]) if "person" in row else None,
        office=str(row["office"]) if "office" in row else None,
        date=_day(row.get("date")),
        source=str(row["source"]) if "source" in row else None,
        place=_place(row) if "quote" in row else None,
        line=line,
    )


def _fix(row: Mapping[str, object], line: int) -> Fix:
    values = row["set"]
    if not isinstance(values, dict) or not values:
        raise ValueError("set = { … } names no field")
    for name, value in values.items():
        if name not in _FIELDS:
            raise ValueError(f"'{name}' cannot be set; use {', '.join(_FIELDS)}")
        if not isinstance(value, _FIELDS[name]):
            raise ValueError(f"'{value}' is no {name}")  # noqa: TRY004 - a mistake in a file
    for name, sort in (("kind", Kind), ("manner", Manner), ("modality", Modality)):
        if name in values:
            sort(values[name])
    return Fix(place=_place(row), values=tuple(sorted(values.items())), line=line)


def _reject(row: Mapping[str, object], line: int) -> Reject:
    return Reject(place=_place(row), why=str(row.get("why", "")), line=line)


def _names(row: Mapping[str, object]) -> tuple[str, ...]:
    names = row["names"]
    if not isinstance(names, list) or len(names) < 2:  # noqa: PLR2004 - one name is no pair
        raise ValueError("names = [ … ] needs two names at least")
    return tuple(str(name) for name in names)


def _same(row: Mapping[str, object], line: int) -> SamePerson:
    return SamePerson(names=_names(row), line=line)


def _apart(row: Mapping[str, object], line: int) -> Apart:
    return Apart(names=_names(row), line=line)


_READERS: dict[str, Callable[[Mapping[str, object], int], Correction]] = {
    "event": _event,
    "fix": _fix,
    "reject": _reject,
    "same_person": _same,
    "apart": _apart,
}
