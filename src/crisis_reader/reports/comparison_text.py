"""Comparisons in words: one statement a line, made to be read aloud."""

from collections.abc import Mapping, Sequence

from crisis_reader.alignment import Alignment, Grade, Match
from crisis_reader.article import Article
from crisis_reader.article.letters import letter_at
from crisis_reader.reports.comparison_words import count_words, differs, match_words, quoted_span
from crisis_reader.reports.wording import described
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
        f"Alike in words only: {names[0]} {quoted_span(alignment.left, pair.left)}, "
        f"{names[1]} {quoted_span(alignment.right, pair.right)}: {printed(pair.reason)}."
        for pair in alignment.look_alikes
    ]
    return lines


def _match(
    alignment: Alignment, match: Match, number: int, total: int, names: tuple[str, str]
) -> list[str]:
    about = match_words(match)
    return [
        f"Match {number} of {total}: {about}.",
        f"Match {number}, {names[0]}: {quoted_span(alignment.left, match.left)}",
        f"Match {number}, {names[1]}: {quoted_span(alignment.right, match.right)}",
        *(f"Match {number}: {differs(alignment, d, names)}" for d in match.differences),
    ]


def _only(alignment: Alignment, letters: Mapping[str, str], at_least: Grade | None) -> list[str]:
    return [
        f"Only in {letters[article.id]}, not in {letters[other.id]}: {quoted_span(article, span)}"
        for side, article, other in (
            ("left", alignment.left, alignment.right),
            ("right", alignment.right, alignment.left),
        )
        for span in alignment.only(side, at_least)
    ]
