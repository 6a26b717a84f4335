"""One SQLite file: opened with care, brought up to date, read and written in short transactions.

Every write is one transaction that is either wholly there or not at all; when ``writing`` returns,
it is on the disk. Knows no articles.
"""

import json
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TypeAlias
from urllib.parse import quote

from crisis_reader.library.file.faults import (
    BusyLibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
    StaleLibraryError,
    VanishedLibraryError,
    explained,
    fault_of,
)
from crisis_reader.library.file.schema import APPLICATION, MIGRATIONS, Migration

Value: TypeAlias = str | int | float | bytes | None
"""What a column can hold."""

PATIENCE = 10.0
"""Seconds to wait for another program's write; the longest of ours takes a few tenths."""
AT_ONCE = 0.2
"""Seconds that a screen can wait. It only reads, and what reads waits for no write: only a program
that takes the file for itself alone holds it up."""
_TRIES = 40
"""Switching a new file to its journal does not wait by itself: tries, 50 ms apart."""
_CACHE = 8192
"""KiB of pages kept in memory."""
_JOURNAL_PAGES = 4000
"""Pages of 4 KiB in the journal before they are moved into the file: a page that several
transactions changed is moved once. It is bounded: 16 MB."""


class Database:
    """A connection to the library's file; to be used by one thread at a time (it sees to that)."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None,
        *,
        read_only: bool,
        at_once: bool = False,
    ) -> None:
        self.path = path
        """None for one in memory."""
        self.read_only = read_only
        self.at_once = at_once
        """Whether nothing here waits for another program, nor for work that takes long."""
        self.where = "the library" if path is None else str(path)
        self.writes = 0
        """How many transactions this connection has written."""
        self.taken_back = 0
        """How many it has begun and taken back."""
        self._connection = connection
        self._lock = RLock()
        self._file = _file_of(path)

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        read_only: bool = False,
        at_once: bool = False,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> "Database":
        """Open the file, made if it is not there (``None``: in memory), up to date.

        Args:
            path: The file.
            read_only: Write nothing.
            at_once: Wait for no other program, here and later, and bring nothing up to date.
            migrations: The versions of the schema.

        Raises:
            LibraryError: One of its subclasses; a file that exists is unharmed.
        """
        where = "the library" if path is None else str(path)
        if path is not None and not read_only:
            _make_folder(path)
        if path is not None and read_only and not path.exists():
            raise VanishedLibraryError(f"{where}: there is no library here. See to the path")
        with explained(where):
            connection = _connect(path, AT_ONCE if at_once else PATIENCE, read_only=read_only)
        try:
            with explained(where):
                _prepare(
                    connection,
                    where,
                    read_only=read_only,
                    at_once=at_once,
                    migrations=migrations,
                )
        except BaseException:
            connection.close()
            raise
        return cls(connection, path, read_only=read_only, at_once=at_once)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, explained(self.where):
            self._connection.close()

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """The rows a query gives."""
        with self._lock, explained(self.where):
            return _run(self._connection, statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row a query gives."""
        with self._lock, explained(self.where):
            found: sqlite3.Row | None = _run(self._connection, statement, values).fetchone()
        return found

    def numbers(self, statement: str, values: Sequence[Value] = ()) -> list[int]:
        """The one integer that each row of a query has, in its order.

        SQLite hands them over as one text: of a hundred thousand that takes a third of the time,
        and while it looks for them other threads of the interpreter go on.
        """
        row = self.row(f"WITH found (n) AS ({statement}) SELECT group_concat(n) FROM found", values)  # noqa: S608 - a statement
        listed = None if row is None else row[0]
        numbers: list[int] = [] if listed is None else json.loads(f"[{listed}]")
        return numbers

    def pairs(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[int, int]]:
        """The two integers that each row of a query has, in half the time that named rows take."""
        with self._lock, explained(self.where):
            cursor = self._connection.cursor()
            cursor.row_factory = None
            return cursor.execute(statement, values).fetchall()

    def run(self, statement: str, values: Sequence[Value] = ()) -> sqlite3.Cursor:
        """Run one statement of a transaction; only within ``writing``."""
        try:
            return _run(self._connection, statement, values)
        except sqlite3.Error as error:
            raise fault_of(error, self.where) from error

    def run_many(self, statement: str, values: Sequence[Sequence[Value]]) -> None:
        """Run one statement with each of these values; only within ``writing``.

        Half the time that as many single runs take. No value may hold half a character.
        """
        try:
            self._connection.executemany(statement, values)
        except sqlite3.Error as error:
            raise fault_of(error, self.where) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: on the disk when left, taken back whole when left by an exception.

        Raises:
            LibraryError: One of its subclasses; nothing was changed.
        """
        with self._lock:
            self._see_that_it_can_be_written()
            with explained(self.where):
                self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                with explained(self.where):
                    self._connection.execute("COMMIT")
            except BaseException:
                self._take_back()
                raise
            self.writes += 1

    def hurry(self) -> None:
        """Wait for no other program from now on."""
        self.at_once = True
        self.rows(f"PRAGMA busy_timeout = {AT_ONCE * 1000:.0f}")

    @contextmanager
    def caching(self, kib: int) -> Iterator[None]:
        """Keep more pages in memory for a while."""
        self.rows(f"PRAGMA cache_size = -{kib}")
        try:
            yield
        finally:
            self.rows(f"PRAGMA cache_size = -{_CACHE}")
            self.rows("PRAGMA shrink_memory")

    @property
    def state(self) -> tuple[int, int]:
        """Two numbers that differ whenever this program or another has written."""
        with self._lock, explained(self.where):
            (others,) = self._connection.execute("PRAGMA data_version").fetchone()
        return others, self.writes

    def _take_back(self) -> None:
        self.taken_back += 1
        # SQLite has already rolled back where the disk is full; a second time is an error.
        if self._connection.in_transaction:
            with explained(self.where):
                self._connection.execute("ROLLBACK")

    def _see_that_it_can_be_written(self) -> None:
        if self.read_only:
            raise ReadOnlyLibraryError(
                f"{self.where}: is open for reading only, so this can't be kept. Allow writing to "
                "it and its folder, or choose another folder with --data-dir, and start again"
            )
        self.see_that_it_is_there()

    def see_that_it_is_there(self) -> None:
        """See that the path still leads to the file that was opened.

        One that was deleted while open takes writes that nobody will ever read, and in its place a
        new one would be made.

        Raises:
            VanishedLibraryError: If it does not.
        """
        if self.path is not None and _file_of(self.path) != self._file:
            raise VanishedLibraryError(
                f"{self.where}: is no longer where it was, so this can't be kept. Put it back, or "
                "bring back its disk, and start again"
            )


def _file_of(path: Path | None) -> tuple[int, int] | None:
    """Which file this path leads to; None if to none."""
    try:
        found = path.stat() if path is not None else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise VanishedLibraryError(
            f"{path.parent}: the folder for the library can't be made ({error.strerror}). Choose "
            "another with --data-dir"
        ) from error


def _connect(path: Path | None, patience: float, *, read_only: bool) -> sqlite3.Connection:
    name = ":memory:" if path is None else f"file:{quote(os.fsencode(path.absolute()))}"
    if path is not None:
        name += "?mode=ro" if read_only else "?mode=rwc"
        if read_only and not os.access(path.parent, os.W_OK) and not _journal(path).exists():
            # Nobody writes here, and the shared index of a journal could not be made.
            name += "&immutable=1"
    connection = sqlite3.connect(
        name, uri=path is not None, isolation_level=None, check_same_thread=False, timeout=patience
    )
    connection.row_factory = sqlite3.Row
    return connection


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _prepare(
    connection: sqlite3.Connection,
    where: str,
    *,
    read_only: bool,
    at_once: bool,
    migrations: Sequence[Migration],
) -> None:
    """Look before anything is written: whose file, which version; then bring it up to date."""
    newest = migrations[-1].version
    _see_that_it_is_ours(connection, where, newest)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    if read_only:
        if _number(connection, "user_version") < newest:
            raise ReadOnlyLibraryError(
                f"{where}: an older version of the program wrote this, and it can't be brought up "
                "to date without writing to it. Allow writing to it and its folder"
            )
        return
    is_old = 0 < _number(connection, "user_version") < newest
    if is_old and at_once:
        raise StaleLibraryError(f"{where}: an older version of the program wrote this")
    _use_journal(connection, where, 1 if at_once else _TRIES)
    connection.execute(f"PRAGMA wal_autocheckpoint = {_JOURNAL_PAGES}")
    connection.execute(f"PRAGMA journal_size_limit = {_JOURNAL_PAGES * 4096}")
    # A commit is on the disk, not only on its way, before it is acknowledged.
    connection.execute("PRAGMA synchronous = FULL")
    if _number(connection, "user_version") < newest:
        _migrate(connection, where, migrations)


def _see_that_it_is_ours(connection: sqlite3.Connection, where: str, newest: int) -> None:
    version, owner = _number(connection, "user_version"), _number(connection, "application_id")
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner != APPLICATION and (tables or version or owner):
        raise NotALibraryError(
            f"{where}: is another program's database. Move it away, or choose another folder with "
            "--data-dir"
        )
    if version > newest:
        raise NewerLibraryError(
            f"{where}: a newer version of crisis-reader wrote this (schema {version}, known here: "
            f"{newest}); it was not touched. Update crisis-reader, or choose another folder with "
            "--data-dir"
        )


def _use_journal(connection: sqlite3.Connection, where: str, tries: int) -> None:
    for _ in range(tries):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if not isinstance(fault_of(error, where), BusyLibraryError):
                raise
            time.sleep(0.05)
        else:
            return
    raise BusyLibraryError(f"{where}: is in use by another program. Try again in a moment")


def _migrate(connection: sqlite3.Connection, where: str, migrations: Sequence[Migration]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have done it while this one waited.
        _see_that_it_is_ours(connection, where, migrations[-1].version)
        for step in migrations:
            if step.version > _number(connection, "user_version"):
                for statement in step.statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _number(connection: sqlite3.Connection, name: str) -> int:
    (number,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(number)


def _run(connection: sqlite3.Connection, statement: str, values: Sequence[Value]) -> sqlite3.Cursor:
    try:
        return connection.execute(statement, values)
    except UnicodeEncodeError:
        # Half a character, from a file's name or a broken escape: kept as its bytes.
        return connection.execute(statement, [_storable(value) for value in values])


def _storable(value: Value) -> Value:
    try:
        if isinstance(value, str):
            value.encode()
    except UnicodeEncodeError:
        return packed(value) if isinstance(value, str) else value
    return value


def packed(text: str) -> bytes:
    """A text as it is stored, lone surrogates included."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(value: bytes | str) -> str:
    """A text as it was stored, whether as characters or as bytes."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")
