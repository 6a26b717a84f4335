"""Segments that tile both texts of an alignment, the matched ones paired.

Every character of either text lies in exactly one block. Where matches overlap, the better one
takes the characters; what is left of the other one is a block with one side and its number.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from crisis_reader.alignment.records import Block, Match
from crisis_reader.article import Article
from crisis_reader.text.folding import fold_word
from crisis_reader.text.spans import Span, complement, merged, trimmed

_WORD = re.compile(r"\w+")
# Words; fewer are a phrase of the language ("in the capital on Monday").
_RUN = 6


def tiled(left: int, right: int, matches: Sequence[tuple[int, Match]]) -> tuple[Block, ...]:
    """Tile two texts, in order of the left one; see ``Alignment.blocks``.

    Args:
        left: The length of the left text.
        right: The length of the right text.
        matches: The matches with their numbers.
    """
    best = sorted(matches, key=lambda pair: (-pair[1].score, pair[0]))
    return _paired(
        _tiled([(k, m.left) for k, m in best], left),
        _tiled([(k, m.right) for k, m in best], right),
    )


def _paired(
    left: list[tuple[int | None, Span]], right: list[tuple[int | None, Span]]
) -> tuple[Block, ...]:
    """The segments of both texts as blocks."""
    mates = _firsts(right)
    own = _firsts(left)
    tails = _tails(right, {k for k in mates if k in own})
    out = [Block(left=None, right=span, match=k) for k, span in tails.get(None, [])]
    for k, span in left:
        if k is not None and own[k] == span and k in mates:
            out.append(Block(left=span, right=mates[k], match=k))
            out += [Block(left=None, right=s, match=n) for n, s in tails.get(k, [])]
        else:
            out.append(Block(left=span, right=None, match=k))
    return tuple(out)


def alone(article: Article, other: Article, matched: Sequence[Span]) -> tuple[Span, ...]:
    """What stands in one article only, beside what is matched; see ``Alignment.only``."""
    text = article.text
    # A match may be narrowed to its claim: what stands beside it word for word is in both, too.
    shared = merged([*matched, *_repeated(text, other.text)])
    gaps = (
        trimmed(text, gap)
        for sentence in article.sentences
        for gap in complement(_over(shared, sentence.span), sentence.span)
    )
    return tuple(g for g in gaps if any(c.isalnum() for c in g.of(text)))


def _over(spans: tuple[Span, ...], whole: Span) -> tuple[Span, ...]:
    """Those of some spans, which lie apart and in order, that lie over a stretch of the text."""
    first = bisect_right(spans, whole.start, key=lambda span: span.end)
    end = bisect_left(spans, whole.end, lo=first, key=lambda span: span.start)
    return spans[first:end]


@lru_cache(maxsize=16)
def _repeated(text: str, other: str) -> tuple[Span, ...]:
    """The runs of words of a text that the other one has word for word."""
    known = _Words(other)
    # As hashes: of a book the words themselves take 30 MiB.
    runs = {hash(tuple(known.words[k : k + _RUN])) for k in range(len(known.words) - _RUN + 1)}
    own = _Words(text)
    return merged(
        Span(own.spans[k].start, own.spans[k + _RUN - 1].end)
        for k in range(len(own.words) - _RUN + 1)
        if hash(tuple(own.words[k : k + _RUN])) in runs
    )


class _Words:
    """The folded words of a text and where they stand."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.words = [fold_word(m.group()) for m in found]
        self.spans = [Span(*m.span()) for m in found]


def _tiled(claims: list[tuple[int, Span]], length: int) -> list[tuple[int | None, Span]]:
    """Cut a text of this length into segments, each with the first claim that covers it."""
    taken: list[tuple[Span, int | None]] = []
    for k, claim in claims:
        inside = [s for s, _ in taken if s.touches(claim)]
        taken += [(s, k) for s in complement([_clipped(s, claim) for s in inside], claim)]
    taken += [(s, None) for s in complement([s for s, _ in taken], Span(0, length))]
    return [(k, s) for s, k in sorted(taken, key=lambda pair: pair[0])]


def _clipped(span: Span, whole: Span) -> Span:
    return Span(max(span.start, whole.start), min(span.end, whole.end))


def _firsts(segments: list[tuple[int | None, Span]]) -> dict[int, Span]:
    """The longest segment of each match, the first of equals."""
    best: dict[int, Span] = {}
    for k, span in segments:
        if k is not None and (k not in best or span.length > best[k].length):
            best[k] = span
    return best


def _tails(
    segments: list[tuple[int | None, Span]], paired: set[int]
) -> dict[int | None, list[tuple[int | None, Span]]]:
    """Right segments without a left side, under the pair they follow in the right text."""
    tails: dict[int | None, list[tuple[int | None, Span]]] = {}
    firsts = _firsts(segments)
    before: int | None = None
    for k, span in segments:
        if k is not None and k in paired and firsts[k] == span:
            before = k
        else:
            tails.setdefault(before, []).append((k, span))
    return tails
