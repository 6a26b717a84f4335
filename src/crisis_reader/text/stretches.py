"""Stretches: a long text a part at a time, so that looking through it holds nobody up.

A search for a pattern keeps the interpreter from first to last: other threads wait for it.
"""

import re
from collections.abc import Iterator

_BLANK = re.compile(r"\n[^\S\n]*\n")
LONGEST = 20_000
"""Characters from which a stretch ends at the next blank line; most articles are one stretch."""


def stretches(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Start and end of one part of a text after the other; together they are all of it."""
    start = 0
    while len(text) - start > longest:
        blank = _BLANK.search(text, start + longest)
        if blank is None:
            break
        yield start, blank.end()
        start = blank.end()
    yield start, len(text)
