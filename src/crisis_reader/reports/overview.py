"""The overview in every form: what several accounts tell, who differs, who leaves it out."""

from collections.abc import Iterator, Sequence

from crisis_reader.alignment import Overview, Passage, Stance, Stand
from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.reports.comparison_items import Letters, lettered
from crisis_reader.reports.html_page import outline_page
from crisis_reader.reports.items import Item
from crisis_reader.reports.json_parts import (
    Document,
    Json,
    article_json,
    head,
    problems_json,
    span_json,
)
from crisis_reader.reports.markdown import markdown
from crisis_reader.reports.wording import (
    cited,
    counted,
    described,
    quoted,
    text_words,
)
from crisis_reader.text.english import listed

_WITHOUT = {Stand.LACKS: "leaves it out", Stand.UNKNOWN: "only a summary was read"}


def overview_text(articles: Sequence[Article], overview: Overview) -> str:
    """The accounts, then each passage with what each of them says of it; one statement a line.

    Args:
        articles: In the order of their letters.
        overview: What they tell.
    """
    return "\n".join(_lines(overview, lettered(articles)))


def overview_markdown(
    articles: Sequence[Article], overview: Overview, *, letters: Sequence[str] = ()
) -> str:
    """The same fit to be pasted into a brief.

    Args:
        articles: In the order of their letters.
        overview: What they tell.
        letters: The articles' letters in a session; A, B, C, … without.
    """
    return markdown(_items(overview, lettered(articles, letters)))


def overview_html(
    articles: Sequence[Article], overview: Overview, *, letters: Sequence[str] = ()
) -> str:
    """The same as one page that needs nothing else; arguments as for Markdown."""
    return outline_page(_items(overview, lettered(articles, letters)))


def overview_json(
    articles: Sequence[Article],
    overview: Overview,
    problems: Sequence[Problem] = (),
    *,
    letters: Sequence[str] = (),
) -> Document:
    """Schema ``crisis-reader.overview/1``: ``articles``, ``accounts``, ``passages``.

    Args:
        articles: In the order of their letters.
        overview: What they tell.
        problems: What could not be read.
        letters: The articles' letters in a session; A, B, C, … without.
    """
    named = lettered(articles, letters)
    firsts = [account.articles[0] for account in overview.accounts]
    return {
        **head("crisis-reader.overview/1"),
        "articles": [{"letter": named[a.id], **article_json(a)} for a in articles],
        "accounts": [[article.id for article in account.articles] for account in overview.accounts],
        "passages": [_passage_json(passage, firsts) for passage in overview.passages],
        "problems": problems_json(problems),
    }


def _passage_json(passage: Passage, firsts: Sequence[Article]) -> Json:
    return {
        "score": round(passage.score, 4),
        "stances": [
            {
                "article": article.id,
                "stand": stance.stand,
                "span": None if stance.span is None else span_json(article, stance.span),
                "dimensions": _dimensions(stance),
            }
            for article, stance in zip(firsts, passage.stances, strict=True)
        ],
    }


def _lines(overview: Overview, lettered_by_id: Letters) -> Iterator[str]:
    firsts = [account.articles[0] for account in overview.accounts]
    letters = [lettered_by_id[article.id] for article in firsts]
    told = counted(len(overview.passages), "passage")
    yield f"Overview of {counted(len(firsts), 'account')}: {told} that two or more of them tell"
    yield "\nAccounts"
    for letter, account in zip(letters, overview.accounts, strict=True):
        yield f"  {letter} is {described(account.articles[0])}."
        for copy in account.articles[1:]:
            own = lettered_by_id[copy.id]
            yield f"  {own} is the text of {letter}, counted once: {described(copy)}."
    for number, passage in enumerate(overview.passages, start=1):
        yield f"\nPassage {number}: {_told_by(passage, letters)}."
        for letter, article, stance in zip(letters, firsts, passage.stances, strict=True):
            yield f"  {letter}{_said(article, stance)}"


def _items(overview: Overview, lettered_by_id: Letters) -> Iterator[Item]:
    firsts = [account.articles[0] for account in overview.accounts]
    letters = [lettered_by_id[article.id] for article in firsts]
    yield Item(depth=0, words=f"Overview of {counted(len(firsts), 'account')}")
    yield Item(depth=1, words="Accounts")
    for letter, account in zip(letters, overview.accounts, strict=True):
        first, *copies = account.articles
        said = f"{letter} is {described(first)}."
        yield Item(depth=2, words=said, at=text_words(first), url=first.url)
        for copy in copies:
            own = f"{lettered_by_id[copy.id]} is the text of {letter}, counted once"
            yield Item(depth=3, words=f"{own}: {described(copy)}.", url=copy.url)
    passages = counted(len(overview.passages), "passage")
    yield Item(depth=1, words=f"{passages} that two or more of them tell")
    for number, passage in enumerate(overview.passages, start=1):
        yield Item(depth=2, words=f"Passage {number}: {_told_by(passage, letters)}.")
        for letter, article, stance in zip(letters, firsts, passage.stances, strict=True):
            if stance.span is None:
                yield Item(depth=3, words=f"{letter}: {_WITHOUT[stance.stand]}.")
            else:
                words = f"{letter}{_differing(stance)}"
                yield Item(
                    depth=3,
                    words=words,
                    quote=article.quote(stance.span),
                    at=cited(article, stance.span),
                    url=article.url,
                )


def _told_by(passage: Passage, letters: Sequence[str]) -> str:
    def of(*stands: Stand) -> list[str]:
        stances = zip(letters, passage.stances, strict=True)
        return [letter for letter, stance in stances if stance.stand in stands]

    said = f"told by {listed(of(Stand.HAS, Stand.DIFFERS))}"
    differing = of(Stand.DIFFERS)
    if not differing:
        return said
    return f"{said}; {listed(differing)} {'differs' if len(differing) == 1 else 'differ'}"


def _said(article: Article, stance: Stance) -> str:
    if stance.span is None:
        return f": {_WITHOUT[stance.stand]}."
    return f"{_differing(stance)}: {quoted(article.quote(stance.span))}"


def _differing(stance: Stance) -> str:
    what = _dimensions(stance)
    return f" differs ({listed(what)})" if stance.stand is Stand.DIFFERS and what else ""


def _dimensions(stance: Stance) -> list[str]:
    """What differs there: number, date, …; each once."""
    return list(dict.fromkeys(difference.dimension.value for difference in stance.differences))
