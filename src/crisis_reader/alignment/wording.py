"""The everyday words for kinds, grades and dimensions: screens and reports use the same ones.

Keyed by the values of the enums, so that nobody who only shows words loads what computes them.
"""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "verbatim": "same words",
    "near": "nearly the same words",
    "quote": "same quotation",
    "paraphrase": "other words",
    "same_claim": "same claim",
}

_ODDS = {"strong": "9 in 10", "likely": "3 in 4", "weak": "1 in 7"}

RIGHT: Mapping[str, str] = {grade: f"about {odds} such are right" for grade, odds in _ODDS.items()}
"""How often a match of each grade is right, as measured; docs/decisions/0010 says on what."""

DIMENSIONS: Mapping[str, str] = {
    "number": "how many",
    "date": "which day",
    "name": "who",
    "title": "title used",
    "outcome": "what happened",
    "attribution": "who says it",
    "stage": "how far it had come",
}


def graded(grade: str, *, brief: bool = False) -> str:
    """``likely (about 3 in 4 such are right)``, in little room ``likely (3 in 4 right)``."""
    if grade not in RIGHT:
        return grade
    return f"{grade} ({_ODDS[grade]} right)" if brief else f"{grade} ({RIGHT[grade]})"
