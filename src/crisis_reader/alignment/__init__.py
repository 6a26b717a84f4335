"""What two or more accounts share and where they part."""

from crisis_reader.alignment.records import (
    Account,
    Alignment,
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
    "Block",
    "Difference",
    "Dimension",
    "Grade",
    "LookAlike",
    "Match",
    "MatchKind",
    "Overview",
    "Passage",
    "Profile",
    "Stance",
    "Stand",
]
