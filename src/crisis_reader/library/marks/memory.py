"""What the program remembers of itself: sessions and settings."""

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from crisis_reader.library.file.database import Database
from crisis_reader.library.file.moments import moment_of
from crisis_reader.library.marks.records import Session, ShelfKind

_OPENED = 50
"""Sessions kept of sources that were only opened, the latest ones."""


class Memory:
    """Sessions by shelf, settings by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def session(self, shelf: ShelfKind, of: str = "") -> Session:
        """What was open on this shelf last; an empty session if nothing is known.

        Args:
            shelf: Where the articles are from.
            of: Which sources were opened, in words that are the same next time.
        """
        row = self._database.row("SELECT record FROM session WHERE shelf = ?", (_name(shelf, of),))
        return Session() if row is None else _session(row["record"])

    def save_session(
        self, shelf: ShelfKind, session: Session, of: str = "", *, now: datetime
    ) -> None:
        """Remember what is open on this shelf."""
        with self._database.writing():
            self._database.run(
                "INSERT INTO session (shelf, record, saved) VALUES (?, ?, ?)"
                " ON CONFLICT (shelf) DO UPDATE"
                " SET record = excluded.record, saved = excluded.saved",
                (_name(shelf, of), json.dumps(asdict(session)), moment_of(now)),
            )
            self._database.run(
                "DELETE FROM session WHERE shelf LIKE ? AND shelf NOT IN (SELECT shelf FROM session"
                " WHERE shelf LIKE ? ORDER BY saved DESC, shelf LIMIT ?)",
                (f"{ShelfKind.OPENED.value} %", f"{ShelfKind.OPENED.value} %", _OPENED),
            )

    def setting(self, name: str) -> str | None:
        """The value of a setting; None if it was never set."""
        row = self._database.row("SELECT value FROM setting WHERE name = ?", (name,))
        return None if row is None else str(row["value"])

    def set_setting(self, name: str, value: str | None) -> None:
        """Set a setting, or forget it."""
        with self._database.writing():
            if value is None:
                self._database.run("DELETE FROM setting WHERE name = ?", (name,))
            else:
                self._database.run(
                    "INSERT INTO setting (name, value) VALUES (?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    (name, value),
                )


def _name(shelf: ShelfKind, of: str) -> str:
    return f"{shelf.value} {of}" if of else shelf.value


def _session(record: str) -> Session:
    """A session as saved; fields that another version of the program knew are passed over."""
    known = json.loads(record)
    ours = {field.name for field in fields(Session)}
    return Session(**{name: _tuples(value) for name, value in known.items() if name in ours})


def _tuples(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
