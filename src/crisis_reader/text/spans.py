"""Half-open ranges of characters: the coin everything in this project is paid in.

A span never means anything without the text it indexes; here that is always ``Article.text``.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (code points, half-open) of ``Article.text``."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many characters both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def touches(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def hull(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the white space at its two ends; empty at its start if it is all white."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return span if (start, end) == span else Span(start, end)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order of position, those that overlap or touch end to end joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = out[-1].hull(span)
        elif span.length > 0:
            out.append(span)
    return tuple(out)


def complement(spans: Iterable[Span], whole: Span) -> tuple[Span, ...]:
    """The parts of ``whole`` that no span covers, in order."""
    out: list[Span] = []
    reach = whole.start
    for span in merged(spans):
        if span.start > reach:
            out.append(Span(reach, min(span.start, whole.end)))
        reach = max(reach, span.end)
    if reach < whole.end:
        out.append(Span(reach, whole.end))
    return tuple(out)
