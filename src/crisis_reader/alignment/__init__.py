"""What two or more accounts share and where they part."""

from crisis_reader.alignment.aligning import align
from crisis_reader.alignment.overview import align_all
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.records import (
    Account,
    Alignment,
    Anchor,
    Block,
    Difference,
    Dimension,
    Grade,
    LookAlike,
    Match,
    MatchKind,
    Overview,
    Passage,
    Profile,
    Stance,
    Stand,
)

__all__ = [
    "Account",
    "Alignment",
    "Anchor",
    "Block",
    "Difference",
    "Dimension",
    "Grade",
    "LookAlike",
    "Match",
    "MatchKind",
    "Overview",
    "Passage",
    "Prepared",
    "Profile",
    "Stance",
    "Stand",
    "align",
    "align_all",
    "prepare",
]
