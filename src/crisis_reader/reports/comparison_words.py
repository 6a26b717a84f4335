"""The words in which reports tell of matches and differences."""

from collections.abc import Sequence
from datetime import date

from crisis_reader.alignment import Alignment, Difference, Match, MatchKind
from crisis_reader.alignment.wording import DIMENSIONS, KINDS, RIGHT
from crisis_reader.article import Article
from crisis_reader.reports.wording import characters, counted, quoted
from crisis_reader.text import Span
from crisis_reader.text.cleaning import printed
from crisis_reader.text.english import day_words


def count_words(alignment: Alignment, shown: Sequence[Match], names: tuple[str, str]) -> str:
    """How many passages two articles share; why none where there is none."""
    hidden = len(alignment.matches) - len(shown)
    weaker = f"; {hidden} weaker not told" if hidden else ""
    if not shown and not hidden:
        return f"{names[0]} and {names[1]} share no passage: they seem to tell of different events."
    return f"{names[0]} and {names[1]} share {counted(len(shown), 'passage')}{weaker}."


def match_words(match: Match) -> str:
    """``other words; likely, about 3 in 4 such are right; both have: mexico, asylum``."""
    return f"{KINDS[match.kind]}; {match.grade}, {RIGHT[match.grade]}{_because(match)}"


def _because(match: Match) -> str:
    """What speaks for the match: the claim both make, else the rare words both have."""
    said = printed(match.because)
    if said and match.kind is MatchKind.SAME_CLAIM:
        return f"; {said}"
    return f"; both have: {said}" if said else ""


def differs(
    alignment: Alignment,
    difference: Difference,
    names: tuple[str, str],
    *,
    placed: bool = False,
) -> str:
    """Both wordings of a difference and in what they differ; ``placed`` says where they stand."""
    left, right = alignment.left, alignment.right

    def told(article: Article, span: Span) -> str:
        words = quoted_span(article, span)
        return f"{words} ({characters(span)})" if placed else words

    also = ""
    if difference.left_also:
        also += f"; {names[0]} also: {told(left, difference.left_also)}"
    if difference.right_also:
        also += f"; {names[1]} also: {told(right, difference.right_also)}"
    return (
        f"they differ in {DIMENSIONS[difference.dimension]}: "
        f"{names[0]} {told(left, difference.left)}{_on(difference.left_day)}, "
        f"{names[1]} {told(right, difference.right)}{_on(difference.right_day)}{also}."
    )


def _on(day: date | None) -> str:
    """The day that quoted words stand for."""
    return f" ({day_words(day)})" if day else ""


def quoted_span(article: Article, span: Span) -> str:
    """The words of a span between quotation marks."""
    return quoted(article.quote(span))
