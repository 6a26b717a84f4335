"""What a reader types to search, taken apart: words, phrases, fields. Pure.

``quorum "interim president" outlet:herald after:2019-11 before:2019-12 lang:es unread``. Nothing
typed is an error: what can't be used is left out, and a remark says so.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from crisis_reader.text.folding import fold_text

_PART = re.compile(
    r'(?P<field>[a-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))|"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)'
)
_WORD = re.compile(r"[^\W_]+")
"""A word as the index knows it: letters and digits in a row."""
_LONGEST = 500
"""Characters looked at: nobody types more, and a page that was pasted asks for nothing."""
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand in this order, folded."""

    words: tuple[str, ...]
    prefix: bool = False
    """Whether the last word may go on: it is still being typed."""

    def pattern(self) -> re.Pattern[str]:
        """What finds this term in a folded text, as the index would."""
        rest = r"[^\W_]*" if self.prefix else ""
        words = r"[\W_]+".join(map(re.escape, self.words))
        return re.compile(rf"(?<![^\W_]){words}{rest}(?![^\W_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search; an article must satisfy all of it."""

    terms: tuple[Term, ...] = ()
    outlets: tuple[str, ...] = ()
    """Folded parts of outlets' names; any one will do."""
    languages: tuple[str, ...] = ()
    """Two-letter codes; any one will do."""
    after: date | None = None
    """Published on this day or later; articles without a day are left out."""
    before: date | None = None
    """Published earlier than this day; articles without a day are left out."""
    unread: bool = False
    remarks: tuple[str, ...] = ()
    """What could not be used of what was typed, a sentence each."""

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, so that every article satisfies it."""
        return not (
            self.terms or self.outlets or self.languages or self.after or self.before or self.unread
        )


@dataclass(slots=True)
class _Parts:
    terms: list[Term] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    after: date | None = None
    before: date | None = None
    unread: bool = False
    remarks: list[str] = field(default_factory=list)


def parse_query(typed: str, *, complete: bool = False) -> Query:
    """Take apart what was typed.

    Args:
        typed: Words, phrases in quotation marks, fields.
        complete: Whether nobody goes on typing, so that the last word is a whole one.

    The last word, unless a space or a quotation mark ends it, may go on: ``mora`` finds Morales.
    ``after:`` takes a day, a month or a year and includes it, ``before:`` takes one and ends
    where it begins, so that ``after:2019-11 before:2019-12`` is November.
    """
    parts = _Parts()
    folded = fold_text(typed[:_LONGEST]) + (" " if complete else "")
    for found in _PART.finditer(folded):
        last = found.end() == len(folded)
        said = found["quoted"] if found["quoted"] is not None else found["value"]
        if found["field"] and _take_field(parts, found["field"], said or ""):
            continue
        if found["word"] == "unread":
            parts.unread = True
        elif found["phrase"] is not None:
            _take_words(parts, found["phrase"], prefix=False)
        else:
            _take_words(parts, found.group(), prefix=last)
    return Query(
        terms=tuple(parts.terms),
        outlets=tuple(parts.outlets),
        languages=tuple(parts.languages),
        after=parts.after,
        before=parts.before,
        unread=parts.unread,
        remarks=tuple(parts.remarks),
    )


def words_of(folded: str) -> list[str]:
    """The words of a folded text as the index knows them."""
    return _WORD.findall(folded)


def folded_words(text: str) -> str:
    """The words of a text, folded, a blank between each: as they are indexed and compared."""
    return " ".join(words_of(fold_text(text)))


def _take_words(parts: _Parts, typed: str, *, prefix: bool) -> None:
    words = tuple(words_of(typed))
    if words:
        # A comma or a bracket after it ends a word as a space does.
        parts.terms.append(Term(words, prefix=prefix and typed.endswith(words[-1])))


def _take_field(parts: _Parts, name: str, said: str) -> bool:
    """Use a field; False if there is none of this name. An empty one is still being typed."""
    match name:
        case "outlet":
            parts.outlets.extend([outlet] if (outlet := " ".join(words_of(said))) else [])
        case "lang" | "language":
            parts.languages.extend([said[:2]] if said else [])
        case "after" | "before":
            _take_day(parts, name, said)
        case _:
            return False
    return True


def _take_day(parts: _Parts, name: str, said: str) -> None:
    found = _DAY.fullmatch(said)
    try:
        day = date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        day = None
    if day is None:
        if said:
            parts.remarks.append(
                f"{name}:{said} was left out: write a day as 2019-11-15, a month as 2019-11"
            )
    elif name == "after":
        parts.after = day
    else:
        parts.before = day
