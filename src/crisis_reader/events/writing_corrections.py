"""Writing a correction into the text of ``corrections.toml``: text in, text out.

What stands in the file keeps its comments, order and spaces; a correction that is there already is
not written twice. Saving the text is the caller's.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crisis_reader.errors import UsageError
from crisis_reader.events.corrections import (
    AddedEvent,
    Apart,
    Correction,
    Fix,
    Place,
    Reject,
    SamePerson,
    parse_corrections,
)
from crisis_reader.events.records import Modality

if TYPE_CHECKING:
    from datetime import date

    from tomlkit.items import Table

HEAD = "# Your own word on events: it wins over what is read, and deletes nothing.\n"
"""First line of a file that is begun here."""


def with_correction(toml_text: str, correction: Correction) -> str:
    """The file with one correction more, comments kept.

    Args:
        toml_text: The file as it is; empty where there is none yet.
        correction: What to add; its ``line`` counts for nothing.

    Raises:
        UsageError: If the file is no TOML: what can't be read is not written to.
    """
    import tomlkit  # noqa: PLC0415 - only writing needs it
    from tomlkit.exceptions import ParseError  # noqa: PLC0415
    from tomlkit.items import AoT  # noqa: PLC0415

    if _is_there(toml_text, correction):
        return toml_text
    try:
        document = tomlkit.parse(toml_text or HEAD)
    except ParseError as error:
        raise UsageError(f"the corrections are not valid TOML, mend them first: {error}") from None
    name, fields = _row(correction)
    if not isinstance(document.get(name, tomlkit.aot()), AoT):
        raise UsageError(f"'{name}' in the corrections is no list of tables; write [[{name}]]")
    rows, added = tomlkit.aot(), tomlkit.document()
    rows.append(_table(fields))
    added.append(name, rows)
    # At the end, and not behind the last of its sort: a comment there may be about what follows.
    return f"{tomlkit.dumps(document).rstrip()}\n\n{tomlkit.dumps(added)}"


def _is_there(toml_text: str, correction: Correction) -> bool:
    there, _ = parse_corrections(toml_text)
    return any(_row(one) == _row(correction) for one in there)


def _table(fields: Mapping[str, object]) -> "Table":
    import tomlkit  # noqa: PLC0415 - only writing needs it

    table = tomlkit.table()
    for key, value in fields.items():
        if isinstance(value, dict):
            inline = tomlkit.inline_table()
            inline.update(value)
            table.add(key, inline)
        else:
            table.add(key, value)
    return table


def _row(correction: Correction) -> tuple[str, dict[str, object]]:
    """The name of the table and its fields, as the file has them."""
    match correction:
        case AddedEvent():
            return "event", _event(correction)
        case Fix(place=place, values=values):
            return "fix", {**_place(place), "set": {key: _plain(value) for key, value in values}}
        case Reject(place=place, why=why):
            return "reject", {**_place(place), **({"why": why} if why else {})}
        case SamePerson(names=names):
            return "same_person", {"names": list(names)}
        case Apart(names=names):
            return "apart", {"names": list(names)}


def _event(added: AddedEvent) -> dict[str, object]:
    said: dict[str, object | None] = {
        **(_place(added.place) if added.place else {}),
        "person": added.person,
        "office": added.office,
        "kind": added.kind.value,
        "manner": added.manner.value,
        "modality": None if added.modality is Modality.ACTUAL else added.modality.value,
        "date": added.date,
        "source": added.source,
    }
    return {key: value for key, value in said.items() if value is not None}


def _place(place: Place) -> dict[str, object]:
    around = {"before": place.before, "after": place.after}
    kept = {key: value for key, value in around.items() if value}
    return {"article": place.article, "quote": place.quote, **kept}


def _plain(value: "str | date") -> "str | date":
    return str(value) if isinstance(value, str) else value
