"""Comparisons as JSON: every match of every grade, each saying whether it is shown by default."""

from collections.abc import Sequence

from crisis_reader.alignment import Alignment, Difference, LookAlike, Match
from crisis_reader.article import Article
from crisis_reader.article.letters import letter_at
from crisis_reader.errors import Problem
from crisis_reader.reports.json_parts import (
    Document,
    Json,
    article_json,
    head,
    problems_json,
    span_json,
)


def comparison_json(
    articles: Sequence[Article],
    alignments: Sequence[Alignment],
    problems: Sequence[Problem] = (),
    *,
    letters: Sequence[str] = (),
) -> Document:
    """Schema ``crisis-reader.compare/1``: one flat list of matches for all pairs of articles.

    Args:
        articles: In the order of their letters.
        alignments: One for each pair, in order of the letters.
        problems: What could not be read.
        letters: The articles' letters in a session; A, B, C, … without.
    """
    named = letters or [letter_at(n) for n in range(len(articles))]
    told = zip(named, articles, strict=True)
    return {
        **head("crisis-reader.compare/1"),
        "articles": [{"letter": letter, **article_json(article)} for letter, article in told],
        "matches": [_match(a, m) for a in alignments for m in a.matches],
        "differences": [_difference(a, d) for a in alignments for d in a.differences],
        "look_alikes": [_look_alike(a, k) for a in alignments for k in a.look_alikes],
        "only": [entry for a in alignments for entry in _only(a)],
        "problems": problems_json(problems),
    }


def _match(alignment: Alignment, match: Match) -> Json:
    left, right = alignment.left, alignment.right
    return {
        "left": span_json(left, match.left),
        "right": span_json(right, match.right),
        "score": round(match.score, 4),
        "grade": match.grade,
        "kind": match.kind,
        "group": match.group,
        "shown": match.grade.rank >= alignment.default.rank,
        "because": match.because,
        "words": [
            {"left": span_json(left, one), "right": span_json(right, other)}
            for one, other in match.words
        ],
        "differences": [_difference(alignment, d) for d in match.differences],
    }


def _difference(alignment: Alignment, difference: Difference) -> Json:
    left, right = alignment.left, alignment.right
    also_left, also_right = difference.left_also, difference.right_also
    return {
        "dimension": difference.dimension,
        "left": span_json(left, difference.left),
        "right": span_json(right, difference.right),
        "left_also": span_json(left, also_left) if also_left else None,
        "right_also": span_json(right, also_right) if also_right else None,
    }


def _look_alike(alignment: Alignment, pair: LookAlike) -> Json:
    return {
        "left": span_json(alignment.left, pair.left),
        "right": span_json(alignment.right, pair.right),
        "reason": pair.reason,
    }


def _only(alignment: Alignment) -> list[Json]:
    """What stands in one article of the pair only, at the default grade."""
    sides = (("left", alignment.left, alignment.right), ("right", alignment.right, alignment.left))
    return [
        {**span_json(article, span), "not_in": other.id}
        for side, article, other in sides
        for span in alignment.only(side)
    ]
