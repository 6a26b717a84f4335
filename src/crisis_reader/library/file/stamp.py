"""The stamp of the list: another one whenever which articles there are or their read state changes.

Other writes (a note, a place, a session, articles grouped into stories) leave it as it is, so that
they don't cost the next key a new look at a hundred thousand rows.
"""

from crisis_reader.library.file.database import Database

_NAME = "_list_stamp"
"""A setting of our own."""


def put_stamp(database: Database) -> None:
    """Put another stamp on the list; within a transaction."""
    database.run(
        "INSERT INTO setting (name, value) VALUES (?, '1')"
        " ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
        (_NAME,),
    )


class Stamp:
    """The stamp as it was looked at last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._state: tuple[int, int] | None = None
        self._value: str | None = None

    def is_new(self) -> bool:
        """Whether it is another one than at the last look; the first time it is."""
        state = self._database.state
        if state == self._state:
            return False
        first, self._state = self._state is None, state
        row = self._database.row("SELECT value FROM setting WHERE name = ?", (_NAME,))
        value = None if row is None else str(row["value"])
        before, self._value = self._value, value
        return first or before != value
