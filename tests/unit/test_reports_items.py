"""Every quotation in a form that is kept says whose it is, of which day, and where it stands."""

import re
from collections.abc import Callable, Sequence
from html import unescape

import pytest

from crisis_reader import align, align_all, line_of_succession
from crisis_reader.article import Article
from crisis_reader.reports.chronicle import chronicle_html, chronicle_markdown
from crisis_reader.reports.comparison_html import comparison_html
from crisis_reader.reports.comparison_markdown import comparison_markdown
from crisis_reader.reports.items import Item, explained
from crisis_reader.reports.overview import overview_html, overview_markdown
from crisis_reader.reports.succession import (
    succession_html,
    succession_markdown,
    succession_wiki,
)

ARTICLES = (
    Article.from_text(
        "On Sunday President Ilse Marek of Kestria resigned after three weeks of strikes. Forty"
        " ships wait outside the mole of Ostrel harbour.",
        title="Marek steps down",
        outlet="Kestria Post",
        published="2031-03-10",
        url="https://post.example/marek",
    ),
    Article.from_text(
        "KESTRIA, March 10 (Reuters) - Ninety ships wait outside the mole of Ostrel harbour. After"
        " three weeks of strikes President Ilse Marek of Kestria resigned on Sunday.",
        title="President resigns",
        outlet="Daily Gull",
        published="2031-03-11",
        url="https://gull.example/resigns",
    ),
)
FORMS: dict[str, Callable[[], str]] = {
    "comparison": lambda: comparison_markdown(ARTICLES, [align(*ARTICLES)], with_only=True),
    "comparison page": lambda: comparison_html(ARTICLES, [align(*ARTICLES)], with_only=True),
    "overview": lambda: overview_markdown(ARTICLES, align_all(ARTICLES)),
    "overview page": lambda: overview_html(ARTICLES, align_all(ARTICLES)),
    "line": lambda: succession_markdown(line_of_succession(ARTICLES)),
    "line page": lambda: succession_html(line_of_succession(ARTICLES)),
    "line for a wiki": lambda: succession_wiki(line_of_succession(ARTICLES)),
    "chronicle": lambda: chronicle_markdown(line_of_succession(ARTICLES)),
    "chronicle page": lambda: chronicle_html(line_of_succession(ARTICLES)),
}
_QUOTED = re.compile(r"(?:“|<q>)([^“”<]+)(?:”|</q>)(.*)")
_PLACE = re.compile(r"characters (\d+)–(\d+)")


def places(told: str) -> Sequence[tuple[str, str]]:
    """Each quotation of ours with what is said of it, below the list of articles."""
    told = re.sub(r"<style>.*?</style>", "", told, flags=re.DOTALL)
    told, _, _ = told.partition("What each calls them")
    return [
        (unescape(found[1]), unescape(found[2]))
        for found in map(_QUOTED.search, told.splitlines())
        if found and "<p" not in found.string
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_quotation_says_where_it_stands(form: str) -> None:
    """The characters named are those quoted; day and address of the article are beside them."""
    found = places(FORMS[form]())
    assert found
    for quote, source in found:
        place = _PLACE.search(source)
        assert place is not None, (quote, source)
        start, end = map(int, place.groups())
        assert quote in {" ".join(a.text[start:end].split()) for a in ARTICLES}
        assert "2031" in source
        assert "example" in source


@pytest.mark.parametrize("form", FORMS)
def test_how_places_are_given_is_told_once(form: str) -> None:
    """Where characters are counted from, whether the last is part of it."""
    assert FORMS[form]().count("counted in the text of each article") == 1


def test_outlet_and_agency_stand_beside_a_quotation() -> None:
    """A wire text says both whose page it was and whose words."""
    told = FORMS["comparison"]()
    assert "(Daily Gull, agency Reuters, 11 March 2031, characters " in told
    assert "(Kestria Post, 10 March 2031, characters " in told


def test_words_that_differ_have_their_places() -> None:
    """In a form that is kept; read aloud they would be a burden."""
    assert re.search(
        r"differ in how many: A \"Forty[^\"]*\" \(characters 81–", FORMS["comparison"]()
    )


def test_a_report_without_quotations_explains_no_places() -> None:
    """Nothing to explain."""
    items = [Item(depth=0, words="Nothing")]
    assert list(explained(items)) == items
