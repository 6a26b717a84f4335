"""The reader's shelf on the disk: sources, articles, read state, notes, sessions, search.

With ``sources`` the only room that touches the disk. Reads no clock: times come in as arguments.
The names below are loaded when first used, so that reading the settings costs no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.library.articles.records import ImportReport, Source, SourceKind, Version
    from crisis_reader.library.file.faults import (
        BusyLibraryError,
        FullLibraryError,
        LibraryError,
        NewerLibraryError,
        NotALibraryError,
        ReadOnlyLibraryError,
        StaleLibraryError,
        VanishedLibraryError,
    )
    from crisis_reader.library.file.place import library_path
    from crisis_reader.library.gathering.refreshing import (
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
    from crisis_reader.library.library import Library
    from crisis_reader.library.listing.rows import Row, Sort
    from crisis_reader.library.marks.records import (
        Note,
        PinnedAnchor,
        ReadState,
        Session,
        ShelfKind,
    )
    from crisis_reader.library.marks.relocating import KeptPassage, passage_at, relocate
    from crisis_reader.library.search.query import Query, parse_query
    from crisis_reader.library.search.search import Hit
    from crisis_reader.library.stories.process import StoryProcess
    from crisis_reader.library.stories.records import (
        Close,
        GroupingReport,
        Story,
        StoryAccount,
        StoryMember,
        StoryRows,
    )
    from crisis_reader.library.stories.stories import Stories, stories_of

_HOME = {
    "BusyLibraryError": "file.faults",
    "FullLibraryError": "file.faults",
    "LibraryError": "file.faults",
    "NewerLibraryError": "file.faults",
    "NotALibraryError": "file.faults",
    "ReadOnlyLibraryError": "file.faults",
    "StaleLibraryError": "file.faults",
    "VanishedLibraryError": "file.faults",
    "Library": "library",
    "library_path": "file.place",
    "Query": "search.query",
    "parse_query": "search.query",
    "ImportReport": "articles.records",
    "Note": "marks.records",
    "PinnedAnchor": "marks.records",
    "ReadState": "marks.records",
    "Row": "listing.rows",
    "Session": "marks.records",
    "ShelfKind": "marks.records",
    "Sort": "listing.rows",
    "Source": "articles.records",
    "SourceKind": "articles.records",
    "Version": "articles.records",
    "Progress": "gathering.refreshing",
    "RefreshReport": "gathering.refreshing",
    "Refreshed": "gathering.refreshing",
    "Added": "gathering.refreshing",
    "add_source": "gathering.refreshing",
    "add_sources": "gathering.refreshing",
    "subscriptions": "gathering.refreshing",
    "fetch_full": "gathering.refreshing",
    "refresh": "gathering.refreshing",
    "KeptPassage": "marks.relocating",
    "passage_at": "marks.relocating",
    "relocate": "marks.relocating",
    "Hit": "search.search",
    "Stories": "stories.stories",
    "stories_of": "stories.stories",
    "StoryProcess": "stories.process",
    "Close": "stories.records",
    "GroupingReport": "stories.records",
    "Story": "stories.records",
    "StoryAccount": "stories.records",
    "StoryMember": "stories.records",
    "StoryRows": "stories.records",
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
    "ShelfKind",
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
