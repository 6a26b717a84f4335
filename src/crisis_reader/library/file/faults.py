"""What can go wrong with the library's file, each with what to do about it.

One row of a table for each answer of SQLite; nothing of SQLite's own errors leaves this room.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from crisis_reader.errors import CrisisReaderError


class LibraryError(CrisisReaderError):
    """The library could not do what was asked; what it had acknowledged before is unharmed."""


class NewerLibraryError(LibraryError):
    """The file was written by a newer version of the program; it was not touched."""


class NotALibraryError(LibraryError):
    """The file is something else, or is damaged; it was not touched."""


class ReadOnlyLibraryError(LibraryError):
    """The file or its folder can be read, but not written."""


class FullLibraryError(LibraryError):
    """The disk has no room left; the write was taken back whole."""


class BusyLibraryError(LibraryError):
    """Another program held the library for longer than this one waits."""


class StaleLibraryError(LibraryError):
    """The file is to be brought up to date first, for which whoever opened it would not wait."""


class VanishedLibraryError(LibraryError):
    """The file is not where it was opened: moved, deleted, or its disk was taken away."""


class _Fault(NamedTuple):
    """One primary result code of SQLite and what it means to a reader."""

    code: int
    error: type[LibraryError]
    words: str


_FAULTS = (
    _Fault(
        sqlite3.SQLITE_FULL,
        FullLibraryError,
        "the disk is full: this was not kept, all before it is. Free some room, or move the "
        "library with --data-dir, and try again",
    ),
    _Fault(
        sqlite3.SQLITE_READONLY,
        ReadOnlyLibraryError,
        "can't be written. Allow writing to it and its folder, or choose another folder with "
        "--data-dir",
    ),
    _Fault(
        sqlite3.SQLITE_PERM,
        ReadOnlyLibraryError,
        "may not be opened. Give yourself the right to read and write it",
    ),
    _Fault(
        sqlite3.SQLITE_BUSY,
        BusyLibraryError,
        "is in use by another program, which did not let go of it. Try again in a moment",
    ),
    _Fault(
        sqlite3.SQLITE_LOCKED,
        BusyLibraryError,
        "is in use by another part of this program. Try again in a moment",
    ),
    _Fault(
        sqlite3.SQLITE_CANTOPEN,
        VanishedLibraryError,
        "can't be opened. See that its folder exists and that its disk is there, or choose "
        "another folder with --data-dir",
    ),
    _Fault(
        sqlite3.SQLITE_IOERR,
        VanishedLibraryError,
        "the disk did not answer; nothing was changed. See that it is there and has room, then "
        "try again",
    ),
    _Fault(
        sqlite3.SQLITE_NOTADB,
        NotALibraryError,
        "is not a library of this program. Move it away, or choose another folder with --data-dir",
    ),
    _Fault(
        sqlite3.SQLITE_CORRUPT,
        NotALibraryError,
        "is damaged. Copy it to a safe place before anything else; then put a backup in its "
        "place, or move it away to begin anew",
    ),
    _Fault(
        sqlite3.SQLITE_TOOBIG,
        LibraryError,
        "can't hold a text of this length. Split it",
    ),
)

_PRIMARY = 0xFF
"""The low byte of a result code says what happened, the rest says where."""


def fault_of(error: sqlite3.Error, where: str) -> LibraryError:
    """The error of this room for one of SQLite's; ``where`` is the path as the reader knows it."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    for row in _FAULTS:
        if code is not None and code & _PRIMARY == row.code:
            return row.error(f"{where}: {row.words}")
    return LibraryError(f"{where}: the library refused ({error}); report this, please")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Raise this room's errors for SQLite's."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error, where) from error
