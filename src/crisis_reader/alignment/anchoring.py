"""Anchors: pairs that a reader pinned, and the matches that can stand beside them."""

from collections.abc import Sequence

from crisis_reader.alignment.highlights import agreeing_words, kind_of
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Anchor, Grade, Match
from crisis_reader.errors import UsageError

_BECAUSE = "pinned by the reader"


def respecting(
    left: Prepared, right: Prepared, matches: Sequence[Match], anchors: Sequence[Anchor]
) -> list[Match]:
    """The anchors as matches of score 1, and the matches that do not contradict them.

    A match contradicts an anchor where it ties a pinned stretch to something else.

    Raises:
        UsageError: If an anchor lies outside its text.
    """
    pinned = [_pinned(left, right, anchor) for anchor in sorted(set(anchors), key=_place)]
    return pinned + [m for m in matches if not any(_contradicts(m, p) for p in pinned)]


def _place(anchor: Anchor) -> tuple[int, ...]:
    return (*anchor.left, *anchor.right)


def _pinned(left: Prepared, right: Prepared, anchor: Anchor) -> Match:
    for article, span in ((left, anchor.left), (right, anchor.right)):
        if not 0 <= span.start < span.end <= len(article.article.text):
            raise UsageError(
                f"the anchor {span.start}-{span.end} lies outside its text; pin it again"
            )
    words = agreeing_words(left, right, anchor.left, anchor.right)
    return Match(
        left=anchor.left,
        right=anchor.right,
        score=1.0,
        grade=Grade.STRONG,
        kind=kind_of(left, right, (anchor.left, anchor.right), words),
        group=0,
        words=words,
        because=_BECAUSE,
    )


def _contradicts(match: Match, pinned: Match) -> bool:
    return match.left.touches(pinned.left) or match.right.touches(pinned.right)
