"""FirstRows: the articles read before the first frame, as rows, until a library has taken them in.

Knows two orders, newest first and as found, and no filter.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from crisis_reader.article import Article
from crisis_reader.errors import UsageError
from crisis_reader.library.listing.rows import Row, Sort


class FirstRows:
    """A few articles; same text and outlet are one, as in a library."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        once: dict[tuple[str, str | None], Article] = {}
        for article in articles:
            once.setdefault((article.version, article.outlet), article)
        self._articles = {article.id: article for article in once.values()}
        found = [_row(article, n) for n, article in enumerate(self._articles.values(), start=1)]
        self._found = tuple(found)
        self._rows = tuple(sorted(found, key=_newest))

    def count(self, filter: str = "") -> int:  # noqa: A002 - the word on the screen
        """How many there are."""
        del filter
        return len(self._rows)

    def page(
        self,
        offset: int,
        count: int,
        *,
        sort: Sort = Sort.NEWEST,
        filter: str = "",  # noqa: A002 - the word on the screen
    ) -> tuple[Row, ...]:
        """The rows from ``offset``."""
        del filter
        rows = self._found if sort is Sort.FOUND else self._rows
        return rows[offset : offset + count]

    def place(
        self,
        id: str,  # noqa: A002 - the field's own name
        *,
        sort: Sort = Sort.NEWEST,
        filter: str = "",  # noqa: A002 - the word on the screen
    ) -> int | None:
        """Where an article stands."""
        del sort, filter
        return next((n for n, row in enumerate(self._rows) if row.id == id), None)

    def row(self, id: str) -> Row | None:  # noqa: A002 - the field's own name
        """The row of one article."""
        return next((row for row in self._rows if row.id == id), None)

    def rows(self, numbers: Sequence[int]) -> tuple[Row, ...]:
        """The rows of articles by their numbers."""
        return tuple(row for number in numbers for row in self._rows if row.number == number)

    def article(self, id: str, version: int | None = None) -> Article:  # noqa: A002 - the field's own name
        """One of them.

        Raises:
            UsageError: If it is not among them.
        """
        del version
        if id not in self._articles:
            raise UsageError(f"no article {id!r} is here")
        return self._articles[id]


def _newest(row: Row) -> tuple[bool, int, int]:
    day = row.published
    return (day is None, -(day or date.min).toordinal(), row.number)


def _row(article: Article, number: int) -> Row:
    return Row(
        number=number,
        id=article.id,
        version=article.version,
        versions=1,
        title=article.title,
        title_is_made=article.title_is_made,
        outlet=article.outlet,
        agency=article.agency,
        published=article.published,
        language=article.language,
        words=article.words,
        summary_only=article.summary_only,
        read=False,
        changed=False,
        copy_of=None,
    )
