"""Runs of words that two articles have in common, to their exact bounds.

Runs are found through shared shingles and extended word by word, so that the work is in what is
shared, not in the product of the lengths.
"""

from typing import NamedTuple

from crisis_reader.alignment.preparing import Prepared

# A shingle that stands more often than this in one article is boilerplate; anchoring on it would
# cost the product of its frequencies.
_OFTEN = 12


class Run(NamedTuple):
    """``length`` words from word ``left`` and from word ``right`` on, folded the same."""

    left: int
    right: int
    length: int


def find_runs(left: Prepared, right: Prepared) -> tuple[Run, ...]:
    """All maximal runs of at least ``SHINGLE`` words, in left order."""
    other = right.reading.shingles
    starts = sorted(
        (a, b)
        for shingle, places in left.reading.shingles.items()
        if shingle in other and len(places) <= _OFTEN and len(other[shingle]) <= _OFTEN
        for a in places
        for b in other[shingle]
    )
    runs: list[Run] = []
    reach: dict[int, int] = {}
    for a, b in starts:
        # A run is known by its diagonal: what an earlier run reached is part of it.
        if reach.get(b - a, -1) > a:
            continue
        run = _extended(left.words.folded, right.words.folded, a, b)
        reach[b - a] = run.left + run.length
        runs.append(run)
    return tuple(sorted(runs))


def _extended(left: tuple[str, ...], right: tuple[str, ...], a: int, b: int) -> Run:
    before = 0
    while a > before and b > before and left[a - before - 1] == right[b - before - 1]:
        before += 1
    after = 0
    room = min(len(left) - a, len(right) - b)
    while after < room and left[a + after] == right[b + after]:
        after += 1
    return Run(a - before, b - before, before + after)
