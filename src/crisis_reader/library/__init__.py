"""The reader's shelf on the disk: sources, articles, read state, notes, sessions, search.

With ``sources`` the only room that touches the disk. Reads no clock: times come in as arguments.
"""

from crisis_reader.library.faults import (
    BusyLibraryError,
    FullLibraryError,
    LibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
    VanishedLibraryError,
)
from crisis_reader.library.library import Library, library_path
from crisis_reader.library.query import Query, parse_query
from crisis_reader.library.records import (
    ImportReport,
    Note,
    PinnedAnchor,
    ReadState,
    Row,
    Session,
    Shelf,
    Sort,
    Source,
    SourceKind,
    Version,
)
from crisis_reader.library.relocating import KeptPassage, passage_at, relocate
from crisis_reader.library.search import Hit

__all__ = [
    "BusyLibraryError",
    "FullLibraryError",
    "Hit",
    "ImportReport",
    "KeptPassage",
    "Library",
    "LibraryError",
    "NewerLibraryError",
    "NotALibraryError",
    "Note",
    "PinnedAnchor",
    "Query",
    "ReadOnlyLibraryError",
    "ReadState",
    "Row",
    "Session",
    "Shelf",
    "Sort",
    "Source",
    "SourceKind",
    "VanishedLibraryError",
    "Version",
    "library_path",
    "parse_query",
    "passage_at",
    "relocate",
]
