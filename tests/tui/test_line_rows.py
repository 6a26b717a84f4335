"""One sentence on who holds power."""

from datetime import date

from crisis_reader.article import Article
from crisis_reader.succession import line_of_succession
from crisis_reader.tui.lines.line_rows import power_sentence

PUBLISHED = date(2016, 9, 5)


def sentence(text: str) -> str:
    """What the bar says of one article."""
    article = Article.from_text(text, id="a", published=PUBLISHED)
    return "".join(words for words, _ in power_sentence(line_of_succession([article])))


def test_a_day_stands_only_where_one_is_stated() -> None:
    """The day at the head is the line's, not the deed's."""
    text = "President Karel Holt of Peru resigned on Sunday. Prime Minister Ada Roth spoke."
    assert sentence(text).endswith("by 4 Sep 2016: Karel Holt out")
    undated = "President Karel Holt of Peru resigned. Prime Minister Ada Roth spoke."
    assert sentence(undated).endswith("Karel Holt out, no day stated")


def test_a_plan_is_not_told_as_a_fact() -> None:
    """Who is to go holds the office still."""
    plan = "President Karel Holt of Peru was ill and about to hand over to Ana Lind. Crowds met."
    assert "Holt" not in sentence(plan)
