"""An account as it was read: its text, the regions of it, its metadata. No input or output."""

from crisis_reader.article.records import (
    Article,
    Origin,
    Region,
    RegionKind,
    Sentence,
    TextIs,
    version_of,
)

__all__ = ["Article", "Origin", "Region", "RegionKind", "Sentence", "TextIs", "version_of"]
