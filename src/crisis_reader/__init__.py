"""crisis-reader: what accounts of a political crisis share, where they part, who holds power.

The public names below are loaded when first used, so that ``import crisis_reader`` costs next to
nothing. Everything else in the package may change between versions.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from crisis_reader.version import __version__

if TYPE_CHECKING:
    from crisis_reader.alignment import (
        Alignment,
        Difference,
        Grade,
        Match,
        Overview,
        Prepared,
        align,
        align_all,
        prepare,
    )
    from crisis_reader.article import Article
    from crisis_reader.errors import CrisisReaderError, Problem
    from crisis_reader.events import DateRange, Event, extract_events
    from crisis_reader.sources import Loaded, open_source
    from crisis_reader.succession import Line, line_of_succession
    from crisis_reader.text import Span

_HOME = {
    "Alignment": "alignment",
    "Difference": "alignment",
    "Grade": "alignment",
    "Match": "alignment",
    "Overview": "alignment",
    "Prepared": "alignment",
    "align": "alignment",
    "align_all": "alignment",
    "prepare": "alignment",
    "Article": "article",
    "CrisisReaderError": "errors",
    "Problem": "errors",
    "DateRange": "events",
    "Event": "events",
    "extract_events": "events",
    "Loaded": "sources",
    "open_source": "sources",
    "Line": "succession",
    "line_of_succession": "succession",
    "Span": "text",
}

__all__ = [
    "Alignment",
    "Article",
    "CrisisReaderError",
    "DateRange",
    "Difference",
    "Event",
    "Grade",
    "Line",
    "Loaded",
    "Match",
    "Overview",
    "Prepared",
    "Problem",
    "Span",
    "__version__",
    "align",
    "align_all",
    "extract_events",
    "line_of_succession",
    "open_source",
    "prepare",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
