"""Passages over several accounts: who has it, who differs, who lacks it."""

from crisis_reader.alignment import Stand, align_all
from crisis_reader.article import Article

STORM = "Protesters stormed the parliament of Tbilisi on Saturday, carrying roses."
TEA = "Mikhail Saakashvili drank the tea the president had left on the rostrum."
DEAD = "The fire in the tunnel killed 12 miners from Donetsk."
MORE = "A fire in the tunnel killed 19 miners from Donetsk."


def article(*sentences: str, name: str, summary: bool = False) -> Article:
    """An article of these sentences."""
    return Article.from_text(" ".join(sentences), id=name, language="en", summary_only=summary)


def test_a_passage_says_who_has_it_and_who_lacks_it() -> None:
    """Two accounts share it, the third tells something else."""
    accounts = (
        article(STORM, "Bread was cheap.", name="a"),
        article("Nobody slept.", STORM.replace("stormed", "have stormed"), name="b"),
        article("Cows were fat and the hills were green.", name="c"),
    )
    found = align_all(accounts)
    assert len(found.passages) == 1
    stands = [s.stand for s in found.passages[0].stances]
    assert stands == [Stand.HAS, Stand.HAS, Stand.LACKS]


def test_copies_of_one_text_are_one_account() -> None:
    """A text printed twice is one voice."""
    text = (STORM, TEA, "Bread was cheap that year, and so was wine.")
    found = align_all((article(*text, name="a"), article(*text, name="b"), article(TEA, name="c")))
    assert [[a.id for a in account.articles] for account in found.accounts] == [["a", "b"], ["c"]]
    assert len(found.passages[0].stances) == 2


def test_nothing_is_missing_from_a_summary() -> None:
    """Of an account that was read in part it is not known what it lacks."""
    found = align_all(
        (
            article(STORM, name="a"),
            article(STORM, TEA, name="b"),
            article(TEA, name="c", summary=True),
        )
    )
    storm = next(p for p in found.passages if p.stances[0].stand is Stand.HAS)
    assert storm.stances[2].stand is Stand.UNKNOWN


def test_who_differs_is_said_with_the_difference() -> None:
    """Another number: the account that comes later differs."""
    found = align_all((article(DEAD, TEA, name="a"), article(MORE, STORM, name="b")))
    stance = found.passages[0].stances[1]
    assert stance.stand is Stand.DIFFERS
    assert [d.left.of(found.accounts[0].articles[0].text) for d in stance.differences] == ["12"]


def test_the_most_widely_told_comes_first() -> None:
    """Three tellers before two."""
    accounts = (
        article(STORM, TEA, name="a"),
        article(STORM, "Bread was cheap.", TEA, name="b"),
        article("Cows were fat.", TEA, name="c"),
    )
    found = align_all(accounts)
    tellers = [sum(s.span is not None for s in p.stances) for p in found.passages]
    assert tellers == [3, 2]


def test_one_article_shares_nothing() -> None:
    """An overview of one account has no passages."""
    found = align_all((article(STORM, name="a"),))
    assert (len(found.accounts), found.passages) == (1, ())
