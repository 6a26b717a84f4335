"""What a report of a comparison says, in order, before any format."""

from collections.abc import Iterable, Mapping, Sequence

from crisis_reader.alignment import Alignment, Grade, Match
from crisis_reader.article import Article
from crisis_reader.article.letters import letter_at
from crisis_reader.reports.comparison_words import count_words, differs, match_words
from crisis_reader.reports.items import Item
from crisis_reader.reports.wording import cited, described, text_words
from crisis_reader.text.english import listed
from crisis_reader.text.spans import Span

Letters = Mapping[str, str]
"""Letter of each article by its id."""


def lettered(articles: Sequence[Article], letters: Sequence[str] = ()) -> Letters:
    """The letters of these articles; A, B, C, … where a session has given none."""
    given = letters or [letter_at(n) for n in range(len(articles))]
    return {article.id: letter for article, letter in zip(articles, given, strict=True)}


def heading_items(articles: Sequence[Article], letters: Letters) -> Iterable[Item]:
    """What is compared."""
    yield Item(depth=0, words=f"Comparison of {listed([letters[a.id] for a in articles])}")
    yield Item(depth=1, words="Articles")
    for article in articles:
        words = f"{letters[article.id]} is {described(article)}."
        yield Item(depth=2, words=words, at=text_words(article), url=article.url)


def pair_items(
    alignment: Alignment, letters: Letters, at_least: Grade | None = None
) -> Iterable[Item]:
    """What two articles share, where they part and what only looks alike."""
    names = letters[alignment.left.id], letters[alignment.right.id]
    shown = alignment.shown(at_least)
    yield Item(depth=1, words=count_words(alignment, shown, names).rstrip("."))
    for number, match in enumerate(shown, start=1):
        yield from _match(alignment, match, number, names)
    told = {d for match in alignment.matches for d in match.differences}
    for difference in alignment.differences:
        if difference not in told:
            words = differs(alignment, difference, names, placed=True)
            yield Item(depth=2, words=f"Apart from the matches: {words}")
    for pair in alignment.look_alikes:
        yield Item(depth=2, words=f"Alike in words only: {pair.reason}")
        yield _said(names[0], alignment.left, pair.left)
        yield _said(names[1], alignment.right, pair.right)


def _match(
    alignment: Alignment, match: Match, number: int, names: tuple[str, str]
) -> Iterable[Item]:
    yield Item(depth=2, words=f"Match {number}: {match_words(match)}")
    yield _said(names[0], alignment.left, match.left)
    yield _said(names[1], alignment.right, match.right)
    for difference in match.differences:
        words = differs(alignment, difference, names, placed=True)
        yield Item(depth=3, words=f"{words[0].upper()}{words[1:]}")


def only_items(
    alignment: Alignment, letters: Letters, at_least: Grade | None = None
) -> Iterable[Item]:
    """What stands in one article of a pair only."""
    for side, article, other in (
        ("left", alignment.left, alignment.right),
        ("right", alignment.right, alignment.left),
    ):
        own, without = letters[article.id], letters[other.id]
        yield Item(depth=1, words=f"Only in {own}, not in {without}")
        for span in alignment.only(side, at_least):
            yield _said(own, article, span, depth=2)


def _said(letter: str, article: Article, span: Span, depth: int = 3) -> Item:
    return Item(
        depth=depth,
        words=letter,
        quote=article.quote(span),
        at=cited(article, span),
        url=article.url,
    )
