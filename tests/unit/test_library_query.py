"""What is typed is taken apart as a reader means it; nothing typed is an error."""

from datetime import date

import pytest

from crisis_reader.library import parse_query
from crisis_reader.library.search.query import Term


def words(typed: str) -> list[tuple[str, bool]]:
    """The terms as text, and whether each may go on."""
    return [(" ".join(term.words), term.prefix) for term in parse_query(typed).terms]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("quorum", [("quorum", True)]),
        ("quorum ", [("quorum", False)]),
        ("Áñez quórum", [("anez", False), ("quorum", True)]),
        ('"Interim President"', [("interim president", False)]),
        ("“interim president” x", [("interim president", False), ("x", True)]),
        ('"interim pres', [("interim pres", False)]),
        ("self-proclaimed", [("self proclaimed", True)]),
        ("quorum, court", [("quorum", False), ("court", True)]),
        ("o'higgins", [("o higgins", True)]),
        ("snake_case", [("snake case", True)]),
        ("2019-11-15", [("2019 11 15", True)]),
        ("site:here", [("site here", True)]),
        ("https://x.example/a", [("https x example a", True)]),
        ("…!", []),
        ("", []),
        ('""', []),
    ],
)
def test_words_and_phrases(typed: str, terms: list[tuple[str, bool]]) -> None:
    """Folded; only the word that is being typed may go on."""
    assert words(typed) == terms


def test_fields() -> None:
    """Each of them, with words between."""
    query = parse_query('outlet:"La Razón" court lang:ES outlet:post language:en-GB after:2019 x')
    assert query.outlets == ("la razon", "post")
    assert query.languages == ("es", "en")
    assert query.after == date(2019, 1, 1)
    assert [" ".join(t.words) for t in query.terms] == ["court", "x"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2019", date(2019, 1, 1)),
        ("2019-11", date(2019, 11, 1)),
        ("2019-11-15", date(2019, 11, 15)),
        ("2019-2-3", date(2019, 2, 3)),
    ],
)
def test_days(typed: str, day: date) -> None:
    """A year and a month stand for their first day."""
    query = parse_query(f"after:{typed} before:{typed}")
    assert (query.after, query.before, query.remarks) == (day, day, ())


@pytest.mark.parametrize("typed", ["yesterday", "2019-13", "2019-02-30", "0000", "15.11.2019"])
def test_a_day_that_is_none(typed: str) -> None:
    """It is left out, and a remark says how to write it."""
    query = parse_query(f"after:{typed} court")
    assert query.after is None
    assert [r for r in query.remarks if typed in r and "2019-11-15" in r]
    assert query.terms == (Term(("court",), prefix=True),)


@pytest.mark.parametrize("typed", ["outlet:", "after:", "lang:", 'outlet:"', "before: "])
def test_a_field_still_being_typed(typed: str) -> None:
    """It asks for nothing yet, and nothing is remarked."""
    query = parse_query(typed)
    assert query.is_empty
    assert query.remarks == ()


def test_unread() -> None:
    """The bare word is the field; in quotation marks it is a word."""
    assert parse_query("unread").unread
    assert not parse_query('"unread"').unread
    assert words('"unread"') == [("unread", False)]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("mora", "evo morales left", ["morales"]),
        ("mora ", "evo morales left", []),
        ("ora", "evo morales left", []),
        ('"interim president"', "the interim-president, interim  president", 2),
        ("no", "no, nobody", ["no", "nobody"]),
    ],
)
def test_a_term_finds_what_the_index_would(typed: str, text: str, found: list[str] | int) -> None:
    """Whole words, the last of them open where it is being typed."""
    (term,) = parse_query(typed).terms
    hits = [match.group() for match in term.pattern().finditer(text)]
    assert (len(hits) if isinstance(found, int) else hits) == found


def test_a_query_that_is_complete() -> None:
    """Nobody goes on typing: the last word is a whole one."""
    assert [t.prefix for t in parse_query("mora").terms] == [True]
    assert [t.prefix for t in parse_query("mora", complete=True).terms] == [False]
