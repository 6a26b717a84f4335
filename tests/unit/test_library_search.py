"""Searching finds articles by words and fields, best first, with or without an index."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.library import Library, SourceKind, parse_query
from crisis_reader.library.file.database import Database
from crisis_reader.text.spans import Span

NOW = datetime(2020, 2, 3, tzinfo=UTC)

ARTICLES = (
    ("Court lacks a quorum", "Herald", "2019-11-12", "en", "The judges met twice and parted."),
    (
        "Judges part",
        "Herald",
        "2019-11-15",
        "en",
        "The court met. There was no quorum in the court.",
    ),
    (
        "Áñez jura",
        "La Razón",
        "2019-11-12",
        "es",
        "La senadora Jeanine Áñez juró ante la asamblea.",
    ),
    ("Senator sworn in", "Post", None, "en", "Senator Jeanine Anez, an opposition lawmaker."),
    (
        "Harvest",
        "Post",
        "2018-05-01",
        "en",
        "Wheat and maize; the weather was dry, the morals high.",
    ),
)


@pytest.fixture(params=[None, False], ids=["index", "read-through"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """Five articles, known by their titles; once with the index, once on an SQLite without."""
    database = Database.open(tmp_path / "library.sqlite3")
    with Library(database, full_text=request.param) as opened:
        source = opened.sources.add("/news", SourceKind.FOLDER, now=NOW)
        articles = [
            Article.from_text(
                text, id=title, title=title, outlet=outlet, published=day, language=language
            )
            for title, outlet, day, language, text in ARTICLES
        ]
        opened.import_articles(articles, source, now=NOW)
        yield opened


def titles(library: Library, typed: str) -> set[str]:
    """The titles of the hits."""
    return {hit.article.title for hit in library.search(typed)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("anez", {"Áñez jura", "Senator sworn in"}),
        ("ÁÑEZ", {"Áñez jura", "Senator sworn in"}),
        ("quorum", {"Court lacks a quorum", "Judges part"}),
        ("quor", {"Court lacks a quorum", "Judges part"}),
        ("quor ", set()),
        ("court judges", {"Court lacks a quorum", "Judges part"}),
        ('"opposition lawmaker"', {"Senator sworn in"}),
        ('"lawmaker opposition"', set()),
        ("jeanine outlet:razon", {"Áñez jura"}),
        ("outlet:herald outlet:post after:2019", {"Court lacks a quorum", "Judges part"}),
        ("lang:es", {"Áñez jura"}),
        ("after:2019-11-12 before:2019-11-15", {"Court lacks a quorum", "Áñez jura"}),
        ("herald", {"Court lacks a quorum", "Judges part"}),
        ("morales", set()),
        ("outlet:%", {title for title, *_ in ARTICLES}),
        ('outlet:"(la razón)"', {"Áñez jura"}),
        ("outlet:h_rald", set()),
        ('"; DROP TABLE article', set()),
        ("NOT OR AND", set()),
        ("*", {title for title, *_ in ARTICLES}),
    ],
)
def test_what_is_found(library: Library, typed: str, found: set[str]) -> None:
    """The same with and without the index."""
    assert titles(library, typed) == found


def test_the_best_comes_first(library: Library) -> None:
    """A word in the title tells more than one in the text."""
    assert [hit.article.title for hit in library.search("quorum")] == [
        "Court lacks a quorum",
        "Judges part",
    ]


def test_a_hit_shows_its_places(library: Library) -> None:
    """Spans slice back to the words, in text and title."""
    (hit,) = library.search("jura asamblea")
    text = hit.article.text
    assert [span.of(text) for span in hit.matches] == ["asamblea"]
    assert hit.at == hit.matches[0]
    assert hit.snippet.covers(hit.matches[0])
    assert [span.of(hit.article.title) for span in hit.title_matches] == ["jura"]


def test_no_more_than_asked_for(library: Library) -> None:
    """The best of them."""
    assert len(library.search("court", limit=1)) == 1


def test_unread_only(library: Library) -> None:
    """What was read is left out."""
    library.reading.set_read([library.articles.article("Judges part")], now=NOW)
    assert titles(library, "unread quorum") == {"Court lacks a quorum"}


def test_a_query_taken_apart_before(library: Library) -> None:
    """Callers that show its remarks need not have it done twice."""
    assert len(library.search(parse_query("after:2018 before:2019"))) == 1


def test_an_article_that_changed_is_found_by_its_new_words(library: Library) -> None:
    """And no longer by the old ones."""
    changed = Article.from_text("The harvest was poor.", id="Harvest", url="https://x.example/h")
    source = library.sources.source("/news")
    library.import_articles([changed], source, now=NOW)
    again = Article.from_text("Floods came.", id="Harvest", url="https://x.example/h")
    library.import_articles([again], source, now=NOW)
    assert library.search('"harvest was poor"') == ()
    assert [hit.article.text for hit in library.search("floods")] == ["Floods came."]


def test_the_filter_of_the_list(library: Library) -> None:
    """Rows in the list's own order; titles and outlets only where there is no index."""
    rows = [row.title for row in library.list.page(0, 9, filter="court")]
    full = ["Judges part", "Court lacks a quorum"]
    assert rows == (full if library._index.usable else full[1:])
    assert library.list.count("court") == len(rows)


@pytest.mark.parametrize(
    "typed", ["herald", "HERLAD", "outlet:herald", '"la razon" jura', "jura l"]
)
def test_titles_and_outlets_are_filtered_the_same(library: Library, typed: str) -> None:
    """With and without the index, a letter wrong included."""
    rows = {row.title for row in library.list.page(0, 9, filter=typed)}
    assert rows == ({"Áñez jura"} if "jura" in typed else {"Court lacks a quorum", "Judges part"})


def test_one_or_two_letters_filter_titles_and_outlets(library: Library) -> None:
    """They begin too many words of texts to tell anything."""
    assert [row.title for row in library.list.page(0, 9, filter="la")] == [
        "Court lacks a quorum",
        "Áñez jura",
    ]


def test_a_notice_tells_of_a_missing_index(library: Library) -> None:
    """It names what is missing; with the index nothing is said."""
    assert all("FTS5" in notice.message and not notice.lost for notice in library.notices)
    assert bool(library.notices) is not library._index.usable


def test_half_a_character_is_looked_for(library: Library) -> None:
    """A pasted one breaks nothing."""
    assert library.search("\ud83d quorum") != ()


@pytest.mark.parametrize("unit", ["qq ", "x", '"zzq ', "outlet:yy"])
def test_a_page_that_was_pasted(library: Library, unit: str) -> None:
    """Only its beginning is looked at; nothing breaks."""
    typed = unit * 20_000
    assert library.search(typed) == ()
    assert library.list.count(typed) == 0


def test_a_place_in_the_text_wins_over_one_in_front_matter(library: Library) -> None:
    """Which is about the article; where a word stands only there, it is shown there."""
    head = "---\ntags: [lagoon]\nnote: reeds\n---\n"
    text = f"{head}The ferry crossed the lagoon at dawn.\n"
    note = Article.from_text(text, id="ferry", front_matter=Span(0, len(head)))
    library.import_articles([note], library.sources.all()[0], now=NOW)
    (hit,) = library.search("lagoon ")
    assert hit.at is not None
    assert hit.at.start > len(head)
    assert note.quote(hit.snippet) == "The ferry crossed the lagoon at dawn."
    (only,) = library.search("reeds ")
    assert only.at is not None
    assert only.at.start < len(head)
