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

RIGHT: Mapping[str, str] = {
    "strong": "about 9 in 10 such are right",
    "likely": "about 3 in 4 such are right",
    "weak": "about 1 in 7 such are right",
}
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


def graded(grade: str) -> str:
    """``likely (about 3 in 4 such are right)``."""
    return f"{grade} ({RIGHT[grade]})" if grade in RIGHT else grade
