"""Guide: carries a place in one column over to another."""

from bisect import bisect_right

from crisis_reader.tui.session.passages import Shared


class Guide:
    """Carries a place in one column over to another, between matches by proportion.

    Only matches in the same order in both guide it: a moved one would throw the reader back.
    """

    def __init__(self, shared: Shared, here: int, there: int, ends: tuple[int, int]) -> None:
        pairs = sorted(
            (a.start, b.start)
            for a, b in ((p.told[here], p.told[there]) for p in shared.matches)
            if a is not None and b is not None
        )
        chain = [(0, 0), *_rising(pairs), (max(ends[0], 1), max(ends[1], 1))]
        self._from = [a for a, _ in chain]
        self._to = [b for _, b in chain]

    def carry(self, offset: int) -> int:
        """The offset in the other column that corresponds."""
        at = min(max(0, bisect_right(self._from, offset) - 1), len(self._from) - 2)
        a, b = self._from[at], self._from[at + 1]
        c, d = self._to[at], self._to[at + 1]
        return c if b <= a else c + (d - c) * min(offset - a, b - a) // (b - a)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence that rises in both (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, b) in enumerate(pairs):
        at = bisect_right(tails, b)
        if at and tails[at - 1] == b:
            at -= 1
        before.append(ends[at - 1] if at else -1)
        tails[at:] = [b] if at == len(tails) else [b, *tails[at + 1 :]]
        ends[at : at + 1] = [n]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
