"""What two or more accounts share and where they part.

The records are here at once; what computes them is loaded when first used, so that a screen that
only shows an alignment does not wait for the rules that find one.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import (
    Account,
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

if TYPE_CHECKING:
    from crisis_reader.alignment.aligning import align
    from crisis_reader.alignment.overview import align_all
    from crisis_reader.alignment.preparing import Prepared, prepare

_HOME = {
    "Prepared": "preparing",
    "align": "aligning",
    "align_all": "overview",
    "prepare": "preparing",
}

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


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
