"""Which new articles change a line of succession."""

import pytest

from crisis_reader.article import Article
from crisis_reader.library.own_files import OwnFiles
from crisis_reader.tui.jobs.news import changing

SHOWN = Article.from_text(
    "President Ramón Quispe resigned on Monday after weeks of protest in Bolivia.",
    id="shown",
    published="2019-11-12",
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In Bolivia, President Ramón Quispe resigned on Monday. The streets were calm.", 0),
        ("The vice president of Bolivia, Alba Roca, resigned on Tuesday.", 1),
        ("The bakers of the town have raised the price of bread again.", 0),
    ],
)
def test_only_what_says_something_else_changes_it(text: str, number: int) -> None:
    """One more account of the same does not, nor does what tells of no office."""
    new = Article.from_text(text, id="new", published="2019-11-13")
    assert changing([SHOWN], [new], OwnFiles()) == (number, 1)


def test_looking_at_news_ends() -> None:
    """It says how many were looked at."""
    new = [Article.from_text(f"The mayor spoke. It was day {n}.", id=f"n{n}") for n in range(9)]
    assert changing([SHOWN], new, OwnFiles(), longest=0) == (0, 1)
    assert changing([SHOWN], new, OwnFiles()) == (0, 9)
