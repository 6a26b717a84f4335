"""Comparisons in words: one statement a line, made to be read aloud."""

from collections.abc import Mapping, Sequence

from crisis_reader.alignment import Alignment, Difference, Grade, Match, MatchKind
from crisis_reader.alignment.wording import DIMENSIONS, KINDS, RIGHT
from crisis_reader.article import Article
from crisis_reader.reports.wording import (
    counted,
    described,
    quoted,
)
from crisis_reader.succession import letter_at
from crisis_reader.text import Span
from crisis_reader.text.cleaning import printed


def comparison_text(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    *,
    at_least: Grade | None = None,
    with_only: bool = False,
) -> str:
    """What the articles share and where they part, pair by pair.

    Args:
        articles: In the order of their letters.
        alignments: One for each pair, in order of the letters.
        at_least: The lowest grade that is told; each alignment's default where None.
        with_only: Whether to tell what stands in one article only.
    """
    letters = {a.id: letter_at(i) for i, a in enumerate(articles)}
    lines = [f"{letters[a.id]} is {described(a)}." for a in articles]
    for alignment in alignments:
        lines += _pair(alignment, letters, at_least)
        if with_only:
            lines += _only(alignment, letters, at_least)
    return "\n".join(lines)


def _pair(alignment: Alignment, letters: Mapping[str, str], at_least: Grade | None) -> list[str]:
    names = letters[alignment.left.id], letters[alignment.right.id]
    shown = alignment.shown(at_least)
    lines = [count_words(alignment, shown, names)]
    for number, match in enumerate(shown, start=1):
        lines += _match(alignment, match, number, len(shown), names)
    told = {d for match in alignment.matches for d in match.differences}
    apart = [d for d in alignment.differences if d not in told]
    lines += [f"Apart from the matches: {differs(alignment, d, names)}" for d in apart]
    lines += [
        f"Alike in words only: {names[0]} {_words(alignment.left, pair.left)}, "
        f"{names[1]} {_words(alignment.right, pair.right)}: {printed(pair.reason)}."
        for pair in alignment.look_alikes
    ]
    return lines


def count_words(alignment: Alignment, shown: Sequence[Match], names: tuple[str, str]) -> str:
    """How many passages two articles share; why none where there is none."""
    hidden = len(alignment.matches) - len(shown)
    weaker = f"; {hidden} weaker not told" if hidden else ""
    if not shown and not hidden:
        return f"{names[0]} and {names[1]} share no passage: they seem to tell of different events."
    return f"{names[0]} and {names[1]} share {counted(len(shown), 'passage')}{weaker}."


def _match(
    alignment: Alignment, match: Match, number: int, total: int, names: tuple[str, str]
) -> list[str]:
    about = match_words(match)
    return [
        f"Match {number} of {total}: {about}.",
        f"Match {number}, {names[0]}: {_words(alignment.left, match.left)}",
        f"Match {number}, {names[1]}: {_words(alignment.right, match.right)}",
        *(f"Match {number}: {differs(alignment, d, names)}" for d in match.differences),
    ]


def match_words(match: Match) -> str:
    """``other words; likely, about 3 in 4 such are right; both have: mexico, asylum``."""
    return f"{KINDS[match.kind]}; {match.grade}, {RIGHT[match.grade]}{_because(match)}"


def _because(match: Match) -> str:
    """What speaks for the match: the claim both make, else the rare words both have."""
    said = printed(match.because)
    if said and match.kind is MatchKind.SAME_CLAIM:
        return f"; {said}"
    return f"; both have: {said}" if said else ""


def differs(alignment: Alignment, difference: Difference, names: tuple[str, str]) -> str:
    """Both wordings of a difference and in what they differ."""
    left, right = alignment.left, alignment.right
    also = ""
    if difference.left_also:
        also += f"; {names[0]} also: {_words(left, difference.left_also)}"
    if difference.right_also:
        also += f"; {names[1]} also: {_words(right, difference.right_also)}"
    return (
        f"they differ in {DIMENSIONS[difference.dimension]}: "
        f"{names[0]} {_words(left, difference.left)}, "
        f"{names[1]} {_words(right, difference.right)}{also}."
    )


def _only(alignment: Alignment, letters: Mapping[str, str], at_least: Grade | None) -> list[str]:
    return [
        f"Only in {letters[article.id]}, not in {letters[other.id]}: {_words(article, span)}"
        for side, article, other in (
            ("left", alignment.left, alignment.right),
            ("right", alignment.right, alignment.left),
        )
        for span in alignment.only(side, at_least)
    ]


def _words(article: Article, span: Span) -> str:
    return quoted(article.quote(span))
