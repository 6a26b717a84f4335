"""Everyday words for what is known of an article."""

from datetime import date

import pytest

from crisis_reader.article import Article
from crisis_reader.reports.wording import counted, day, described, language, quoted

TEXT = "The assembly met on Monday and adopted the budget."


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no passages"), (1, "1 passage"), (2, "2 passages")]
)
def test_counts(number: int, said: str) -> None:
    """Nought is said in words."""
    assert counted(number, "passage") == said


def test_days() -> None:
    """A day as it is read aloud, and the lack of one."""
    assert (day(date(2019, 11, 5)), day(None)) == ("5 November 2019", "undated")


def test_languages() -> None:
    """A name where it is known, else the code."""
    assert (language("es"), language("sw"), language(None)) == (
        "Spanish",
        "language sw",
        "language unknown",
    )


def test_quotes_are_one_clean_line() -> None:
    """Line breaks of the article are none of the report."""
    assert quoted("one\n  two\x1b") == '"one two␛"'


def test_what_is_missing_is_said() -> None:
    """No outlet, no day, a title of our own making."""
    said = described(Article.from_text(TEXT, language="en"))
    assert "(made from the first sentence), no outlet, undated, " in said


def test_agency_and_note_are_told() -> None:
    """Whose text it is, and that it is a sample."""
    said = described(
        Article.from_text(TEXT, title="T", outlet="O", agency="Reuters", note="sample")
    )
    assert said.startswith('"T", O, agency Reuters, ')
    assert said.endswith(", sample")
