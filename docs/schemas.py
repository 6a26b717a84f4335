"""The JSON Schemas of the documents that commands print; ``produce.py`` writes them to files.

What a key may hold is taken from the program's own enumerations. Keys may be added within a version
of a schema, so that the schemas forbid none; a test that does holds them against what is printed.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from crisis_reader.alignment.records import Dimension, Grade, MatchKind, Stand
from crisis_reader.article.records import RegionKind, TextIs
from crisis_reader.events.records import HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.library.articles.records import SourceKind
from crisis_reader.succession.records import Silence, StatusWord

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
TIME: Schema = {"type": "string", "format": "date-time"}


def maybe(schema: Schema) -> Schema:
    """This, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def listed(schema: Schema) -> Schema:
    """A list of these."""
    return {"type": "array", "items": schema}


def one_of(values: Iterable[str]) -> Schema:
    """One of some words."""
    return {"enum": [str(value) for value in values]}


def record(**keys: Schema) -> Schema:
    """An object that has all of these keys."""
    return {"type": "object", "properties": keys, "required": list(keys)}


def part(name: str) -> Schema:
    """What stands under ``$defs``."""
    return {"$ref": f"#/$defs/{name}"}


def enum(values: type[StrEnum]) -> Schema:
    """One of the words of an enumeration."""
    return one_of(values)


_ORIGIN = record(
    uri=maybe(TEXT),
    member=maybe(TEXT),
    encoding=maybe(TEXT),
    encoding_assumed=FLAG,
    text_is=enum(TextIs),
)

_ARTICLE = {
    "id": TEXT,
    "version": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    "title": TEXT,
    "title_is_made": FLAG,
    "outlet": maybe(TEXT),
    "agency": maybe(TEXT),
    "published": maybe(DAY),
    "published_from": maybe(TEXT),
    "language": maybe(TEXT),
    "url": maybe(TEXT),
    "tags": listed(TEXT),
    "note": maybe(TEXT),
    "summary_only": FLAG,
    "words": COUNT,
    "text_length": COUNT,
    "origin": _ORIGIN,
}

_SPAN = {"article": TEXT, "start": COUNT, "end": COUNT, "quote": TEXT}

_EVIDENCE = {
    "kind": enum(Kind),
    "manner": enum(Manner),
    "modality": enum(Modality),
    "person": maybe(TEXT),
    "how_named": enum(HowNamed),
    "unnamed": COUNT,
    "surface": TEXT,
    "office": maybe(TEXT),
    "date": maybe(part("date")),
    "stance": listed(TEXT),
    "voice": enum(Voice),
    "asserted_by": maybe(TEXT),
    "copies": {"type": "integer", "minimum": 1},
    "rule": TEXT,
    "corrected": maybe(TEXT),
    "rejected": FLAG,
    "span": part("span"),
}

_RUNG = record(
    office=record(
        id=TEXT,
        rank=maybe(COUNT),
        name=TEXT,
        names={"type": "object", "additionalProperties": listed(TEXT)},
        effect=maybe(TEXT),
        asserted_by=maybe(TEXT),
    ),
    statuses=listed(part("status")),
    disputes=listed(
        record(
            person=maybe(TEXT), sides=listed(record(said=TEXT, evidence=listed(part("evidence"))))
        )
    ),
    silent=listed(record(article=TEXT, why=enum(Silence))),
)

_DIFFERENCE = record(
    dimension=enum(Dimension),
    left=part("span"),
    right=part("span"),
    left_also=maybe(part("span")),
    right_also=maybe(part("span")),
)

_MATCH = record(
    left=part("span"),
    right=part("span"),
    score={"type": "number", "minimum": 0, "maximum": 1},
    grade=enum(Grade),
    kind=enum(MatchKind),
    group=COUNT,
    shown=FLAG,
    because=TEXT,
    words=listed(record(left=part("span"), right=part("span"))),
    differences=listed(part("difference")),
)

_LAW = {
    "id": TEXT,
    "country": TEXT,
    "citation": TEXT,
    "quote": maybe(TEXT),
    "verified": FLAG,
    "checked": maybe(TEXT),
    "in_force_from": maybe(DAY),
    "in_force_to": maybe(DAY),
    "note": maybe(TEXT),
    "rival_readings": listed(record(asserted_by=TEXT, adds=TEXT)),
}

DEFINITIONS: dict[str, Schema] = {
    "article": record(**_ARTICLE),
    "date": record(earliest=maybe(DAY), latest=maybe(DAY), basis=TEXT),
    "difference": _DIFFERENCE,
    "evidence": record(**_EVIDENCE),
    "match": _MATCH,
    "problem": record(source=TEXT, line=maybe({"type": "integer"}), message=TEXT, lost=FLAG),
    "rung": _RUNG,
    "span": record(**_SPAN),
    "status": record(
        word=enum(StatusWord),
        person=maybe(TEXT),
        unnamed=COUNT,
        surface=maybe(TEXT),
        date=maybe(part("date")),
        disputed=FLAG,
        announced=FLAG,
        evidence=listed(part("evidence")),
    ),
}
"""Parts that several documents have."""

_LINE_ARTICLE = record(letter=TEXT, **_ARTICLE, same_text_as=maybe(TEXT))

DOCUMENTS: dict[str, tuple[str, dict[str, Schema]]] = {
    "list": (
        "Articles with the short ids that commands take.",
        {
            "articles": listed(
                record(
                    short_id=TEXT,
                    **_ARTICLE,
                    account=maybe(
                        record(article=TEXT, agency=maybe(TEXT), outlets=COUNT, articles=COUNT)
                    ),
                )
            )
        },
    ),
    "show": (
        "Articles whole.",
        {
            "articles": listed(
                record(
                    **_ARTICLE,
                    text=TEXT,
                    regions=listed(record(kind=enum(RegionKind), **_SPAN)),
                )
            )
        },
    ),
    "compare": (
        "What two or more articles share and where they part.",
        {
            "articles": listed(record(letter=TEXT, **_ARTICLE)),
            "matches": listed(part("match")),
            "differences": listed(part("difference")),
            "look_alikes": listed(record(left=part("span"), right=part("span"), reason=TEXT)),
            "only": listed(record(**_SPAN, not_in=TEXT)),
        },
    ),
    "succession": (
        "Who holds power, who says so, and who is next in line.",
        {
            "heading": TEXT,
            "reason": TEXT,
            "scope": TEXT,
            "as_of": maybe(DAY),
            "known_by": maybe(DAY),
            "days": listed(DAY),
            "order": maybe(record(**_LAW, country_name=TEXT, target=TEXT)),
            "articles": listed(_LINE_ARTICLE),
            "rungs": listed(part("rung")),
            "asserted": listed(part("rung")),
            "outside": listed(part("status")),
            "rejected": listed(part("evidence")),
        },
    ),
    "chronicle": (
        "What happened, by day, and who tells it.",
        {
            "scope": TEXT,
            "as_of": maybe(DAY),
            "known_by": maybe(DAY),
            "articles": listed(_LINE_ARTICLE),
            "events": listed(record(letter=TEXT, **_EVIDENCE)),
            "titles": listed(record(person=TEXT, words=TEXT, letter=TEXT, event=part("evidence"))),
        },
    ),
    "overview": (
        "What several articles tell, who differs and who leaves it out.",
        {
            "articles": listed(record(letter=TEXT, **_ARTICLE)),
            "accounts": listed(listed(TEXT)),
            "passages": listed(
                record(
                    score={"type": "number", "minimum": 0, "maximum": 1},
                    stances=listed(
                        record(
                            article=TEXT,
                            stand=enum(Stand),
                            span=maybe(part("span")),
                            dimensions=listed(enum(Dimension)),
                        )
                    ),
                )
            ),
        },
    ),
    "notes": (
        "A reader's notes and bookmarks, in the order made.",
        {
            "notes": listed(
                record(
                    number={"type": "integer", "minimum": 1},
                    article=TEXT,
                    title=TEXT,
                    quote=TEXT,
                    before=TEXT,
                    after=TEXT,
                    words=maybe(TEXT),
                    made=TIME,
                    changed=TIME,
                )
            ),
        },
    ),
    "search": (
        "Articles found by words, phrases and fields, best first.",
        {
            "query": TEXT,
            "hits": listed(
                record(
                    short_id=TEXT,
                    article=part("article"),
                    snippet=part("span"),
                    matches=listed(part("span")),
                    at=maybe(part("span")),
                    title_matches=listed(record(start=COUNT, end=COUNT, quote=TEXT)),
                )
            ),
        },
    ),
    "orders": (
        "The orders of succession that are known.",
        {
            "orders": listed(
                record(
                    **_LAW,
                    country_names=listed(TEXT),
                    offices=listed(record(id=TEXT, rank=COUNT, name=TEXT, effect=maybe(TEXT))),
                    asserted_offices=listed(record(id=TEXT, name=TEXT, asserted_by=maybe(TEXT))),
                )
            )
        },
    ),
    "sources": (
        "The sources of a library, in the order added.",
        {
            "sources": listed(
                record(
                    number={"type": "integer", "minimum": 1},
                    address=TEXT,
                    kind=enum(SourceKind),
                    title=maybe(TEXT),
                    added=TIME,
                    refreshed=maybe(TIME),
                    problem=maybe(TEXT),
                    article_count=COUNT,
                )
            )
        },
    ),
}
"""Command -> what its document tells, and the keys it has of its own."""


def schema_of(command: str) -> Schema:
    """The schema of what a command prints with ``--format json``."""
    said, keys = DOCUMENTS[command]
    document = record(
        schema={"const": f"crisis-reader.{command}/1"},
        tool={"type": "string", "pattern": "^crisis-reader "},
        **keys,
        problems=listed(part("problem")),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"crisis-reader.{command}/1",
        "description": said,
        **document,
        "$defs": {name: DEFINITIONS[name] for name in sorted(_needed(document))},
    }


def _needed(schema: object) -> set[str]:
    """The definitions that a schema rests on, through others."""
    if isinstance(schema, list):
        return set().union(*map(_needed, schema))
    if not isinstance(schema, dict):
        return set()
    found: set[str] = set().union(*map(_needed, schema.values()))
    if isinstance(named := schema.get("$ref"), str):
        name = named.rsplit("/", 1)[1]
        found |= {name, *_needed(DEFINITIONS[name])}
    return found
