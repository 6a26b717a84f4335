"""What a file says about its article, under the many names that note-takers and web clippers use.

One table for YAML front matter, JSON objects and the JSON-LD of web pages. Nothing is guessed: a
value that does not fit is left out, and a remark says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What JSON can hold; front matter gives strings and lists of strings only."""

_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "outlet": (
        *("outlet", "publisher", "publication", "newspaper", "site", "site_name", "sitename"),
        *("website", "source"),
    ),
    "published": (
        *("published", "date", "datepublished", "date_published", "published_at", "publishdate"),
        *("publication_date", "pubdate"),
    ),
    "url": ("url", "link", "canonical", "source_url", "source", "mainentityofpage"),
    "language": ("language", "lang", "inlanguage", "locale"),
    "tags": ("tags", "keywords"),
    "note": ("note",),
}
"""Field of an article -> keys that may hold it, first found wins. ``source`` is an address in
Obsidian's clipper and an outlet elsewhere: its value decides."""

_MADE = ("created", "clipped", "saved")
"""When a note was made, rarely the day of publication: the last resort, with a remark."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was said about an article; None where nothing was."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    remarks: tuple[str, ...] = ()
    """What had to be left out or assumed, a sentence each."""

    def or_else(self, other: "Metadata") -> "Metadata":
        """This, its gaps filled from ``other``."""
        return Metadata(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            published=self.published or other.published,
            url=self.url or other.url,
            language=self.language or other.language,
            tags=self.tags or other.tags,
            note=self.note or other.note,
            remarks=self.remarks + other.remarks,
        )


def read_metadata(fields: Mapping[str, Value]) -> Metadata:
    """The metadata in a mapping of any of the known names, in any case; other keys are ignored."""
    known = {key.strip().lower(): value for key, value in reversed(list(fields.items()))}
    remarks: list[str] = []
    return Metadata(
        title=_first(known, "title"),
        outlet=_first(known, "outlet", address=False),
        published=_published(known, remarks),
        url=_first(known, "url", address=True),
        language=_language(_first(known, "language"), remarks),
        tags=_tags(known),
        note=_first(known, "note"),
        remarks=tuple(remarks),
    )


def read_day(words: str) -> date | None:
    """The day an ISO 8601 date or time begins with, as written, no zone applied; else None."""
    found = _DAY.match(words.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _first(known: dict[str, Value], field: str, *, address: bool | None = None) -> str | None:
    """The first non-empty value of a field; only addresses, or none, where ``address`` says so."""
    for name in _NAMES[field]:
        said = _plain(known.get(name))
        if said and address in (None, bool(_ADDRESS.fullmatch(said))):
            return said
    return None


def _plain(value: Value) -> str:
    """One line of text: the name of an object, the first of a list, wiki links as their words."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    if value is None or isinstance(value, (bool, list, dict)):
        return ""
    return " ".join(_WIKI_LINK.sub(r"\1", str(value)).split())


def _published(known: dict[str, Value], remarks: list[str]) -> date | None:
    said = [s for name in _NAMES["published"] if (s := _plain(known.get(name)))]
    for words in said:
        if day := read_day(words):
            return day
    if said:
        remarks.append(
            f"the day '{said[0]}' was left out: write it as year-month-day, such as 2019-11-15"
        )
    elif not known.keys() & set(_NAMES["published"]):
        return _made(known, remarks)
    return None


def _made(known: dict[str, Value], remarks: list[str]) -> date | None:
    for name in _MADE:
        if day := read_day(_plain(known.get(name))):
            remarks.append(
                f"no publication day is given, so the day under '{name}', {day}, was taken; "
                "add 'published' to say otherwise"
            )
            return day
    return None


def _language(said: str | None, remarks: list[str]) -> str | None:
    if said is None:
        return None
    if found := _LANGUAGE.fullmatch(said):
        return found[1].lower()
    remarks.append(f"the language '{said}' was left out: give two letters, such as en or es")
    return None


def _tags(known: dict[str, Value]) -> tuple[str, ...]:
    for name in _NAMES["tags"]:
        value = known.get(name)
        if isinstance(value, str):
            value = list(value.split("," if "," in value else None))
        if isinstance(value, list) and value:
            return tuple(t for t in (_plain(v).removeprefix("#") for v in value) if t)
    return ()
