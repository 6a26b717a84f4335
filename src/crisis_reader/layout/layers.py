"""Layers: overlapping marked spans flattened into runs that lie side by side.

A row is then drawn from the few runs that touch it, found by bisection: how many marks a text
carries does not matter to the speed of a key.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Layers(Generic[Key]):
    """Runs of one text: ``keys[i]`` lie over all from ``bounds[i]`` to the next bound."""

    bounds: tuple[int, ...] = ()
    """Offsets, strictly ascending."""
    keys: tuple[tuple[Key, ...], ...] = ()
    """What lies over each run, in the order the spans were given; the last entry is empty."""

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[Key, ...]]]:
        """Tile ``start`` to ``end`` with (start, end, keys)."""
        at = bisect_right(self.bounds, start) - 1
        while start < end:
            after = self.bounds[at + 1] if at + 1 < len(self.bounds) else end
            stop = min(after, end)
            yield start, stop, self.keys[at] if at >= 0 else ()
            start, at = stop, at + 1


def flatten(spans: Iterable[tuple[int, int, Key]]) -> Layers[Key]:
    """Flatten (start, end, key) spans, which may overlap and nest; empty ones are left out."""
    given = [one for one in spans if one[0] < one[1]]
    if all(one[1] <= after[0] for one, after in pairwise(given)):
        return _apart(given)
    return _over(given)


def _apart(spans: Iterable[tuple[int, int, Key]]) -> Layers[Key]:
    """Spans in order of which none lies over another, such as ten thousand hits of a letter."""
    bounds: list[int] = []
    keys: list[tuple[Key, ...]] = []
    for start, end, key in spans:
        if bounds and bounds[-1] == start:
            keys[-1] = (key,)
        else:
            bounds.append(start)
            keys.append((key,))
        bounds.append(end)
        keys.append(())
    return Layers(tuple(bounds), tuple(keys))


def _over(spans: Iterable[tuple[int, int, Key]]) -> Layers[Key]:
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    kept: list[Key] = []
    for start, end, key in spans:
        opening.setdefault(start, []).append(len(kept))
        closing.setdefault(end, []).append(len(kept))
        kept.append(key)
    bounds = sorted(opening.keys() | closing.keys())
    active: set[int] = set()
    keys: list[tuple[Key, ...]] = []
    for bound in bounds:
        active.difference_update(closing.get(bound, ()))
        active.update(opening.get(bound, ()))
        keys.append(tuple(kept[i] for i in sorted(active)))
    return Layers(tuple(bounds), tuple(keys))
