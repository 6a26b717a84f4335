"""The reader's shelf on the disk: sources, articles, read state, notes, sessions, search.

With ``sources`` the only room that touches the disk. Reads no clock: times come in as arguments.
The names below are loaded when first used, so that reading the settings costs no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.library.faults import (
        BusyLibraryError,
        FullLibraryError,
        LibraryError,
        NewerLibraryError,
        NotALibraryError,
        ReadOnlyLibraryError,
        StaleLibraryError,
        VanishedLibraryError,
    )
    from crisis_reader.library.library import Library
    from crisis_reader.library.place import library_path
    from crisis_reader.library.query import Query, parse_query
    from crisis_reader.library.records import (
        ImportReport,
        Note,
        PinnedAnchor,
        ReadState,
        Session,
        Shelf,
        Source,
        SourceKind,
        Version,
    )
    from crisis_reader.library.refreshing import (
        Added,
        Progress,
        Refreshed,
        RefreshReport,
        add_source,
        add_sources,
        fetch_full,
        refresh,
        subscriptions,
    )
    from crisis_reader.library.relocating import KeptPassage, passage_at, relocate
    from crisis_reader.library.rows import Row, Sort
    from crisis_reader.library.search import Hit
    from crisis_reader.library.stories import Stories, stories_of
    from crisis_reader.library.story_process import StoryProcess
    from crisis_reader.library.story_records import (
        Close,
        GroupingReport,
        Story,
        StoryAccount,
        StoryMember,
        StoryRows,
    )

_HOME = {
    "BusyLibraryError": "faults",
    "FullLibraryError": "faults",
    "LibraryError": "faults",
    "NewerLibraryError": "faults",
    "NotALibraryError": "faults",
    "ReadOnlyLibraryError": "faults",
    "StaleLibraryError": "faults",
    "VanishedLibraryError": "faults",
    "Library": "library",
    "library_path": "place",
    "Query": "query",
    "parse_query": "query",
    "ImportReport": "records",
    "Note": "records",
    "PinnedAnchor": "records",
    "ReadState": "records",
    "Row": "rows",
    "Session": "records",
    "Shelf": "records",
    "Sort": "rows",
    "Source": "records",
    "SourceKind": "records",
    "Version": "records",
    "Progress": "refreshing",
    "RefreshReport": "refreshing",
    "Refreshed": "refreshing",
    "Added": "refreshing",
    "add_source": "refreshing",
    "add_sources": "refreshing",
    "subscriptions": "refreshing",
    "fetch_full": "refreshing",
    "refresh": "refreshing",
    "KeptPassage": "relocating",
    "passage_at": "relocating",
    "relocate": "relocating",
    "Hit": "search",
    "Stories": "stories",
    "stories_of": "stories",
    "StoryProcess": "story_process",
    "Close": "story_records",
    "GroupingReport": "story_records",
    "Story": "story_records",
    "StoryAccount": "story_records",
    "StoryMember": "story_records",
    "StoryRows": "story_records",
}

__all__ = [
    "Added",
    "BusyLibraryError",
    "Close",
    "FullLibraryError",
    "GroupingReport",
    "Hit",
    "ImportReport",
    "KeptPassage",
    "Library",
    "LibraryError",
    "NewerLibraryError",
    "NotALibraryError",
    "Note",
    "PinnedAnchor",
    "Progress",
    "Query",
    "ReadOnlyLibraryError",
    "ReadState",
    "RefreshReport",
    "Refreshed",
    "Row",
    "Session",
    "Shelf",
    "Sort",
    "Source",
    "SourceKind",
    "StaleLibraryError",
    "Stories",
    "Story",
    "StoryAccount",
    "StoryMember",
    "StoryProcess",
    "StoryRows",
    "VanishedLibraryError",
    "Version",
    "add_source",
    "add_sources",
    "fetch_full",
    "library_path",
    "parse_query",
    "passage_at",
    "refresh",
    "relocate",
    "stories_of",
    "subscriptions",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
