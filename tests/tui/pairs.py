"""Alignments of three short articles made by hand, for what is drawn from them."""

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import Grade, Match, MatchKind, Profile
from crisis_reader.article import Article
from crisis_reader.text.spans import Span

ARTICLES = [Article.from_text(letter * 100, id=letter) for letter in "abc"]


def match_of(left: tuple[int, int], right: tuple[int, int], grade: Grade, score: float) -> Match:
    """A match of two spans, each (start, end)."""
    return Match(
        left=Span(*left),
        right=Span(*right),
        score=score,
        grade=grade,
        kind=MatchKind.PARAPHRASE,
        group=0,
    )


def alignment_of(one: int, other: int, *matches: Match) -> Alignment:
    """What two of the articles, by number, share."""
    return Alignment(
        left=ARTICLES[one], right=ARTICLES[other], profile=Profile.NEWS, matches=matches
    )
