"""Which article is which, its versions, and reading it back as it was."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin, TextIs
from crisis_reader.errors import UsageError
from crisis_reader.library import ImportReport, Library, SourceKind
from crisis_reader.sources import bundled_articles, open_source

NOW = datetime(2020, 2, 3, tzinfo=UTC)
TEXT = "The court met in Quito on Friday and adopted its report after a long debate."
OTHER = "The assembly rejected the report of the court on Saturday, by two votes."
URL = "https://example.org/court"

Putter = Callable[..., ImportReport]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


@pytest.fixture
def put(library: Library) -> Putter:
    """Put articles on the shelf from the source of this address."""

    def putting(*articles: Article, source: str = "/news", now: datetime = NOW) -> ImportReport:
        added = library.sources.add(source, SourceKind.FOLDER, now=now)
        return library.import_articles(articles, added, now=now)

    return putting


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    """New, copies among them, changed, unchanged."""
    return report.new, report.copies, report.changed, report.unchanged


def filed(text: str = TEXT, path: str = "/news/a.txt", **about: str) -> Article:
    """An article from a file, known by its name in the folder."""
    origin = Origin(uri=path, text_is=TextIs.FILE)
    return Article.from_text(text, id=path.rpartition("/")[2], origin=origin, **about)  # type: ignore[arg-type] # metadata by name


def lined(text: str, line: int, **about: str) -> Article:
    """An article from a line of a corpus."""
    origin = Origin(uri="/news/c.jsonl", member=f"line {line}")
    return Article.from_text(text, id=f"c.jsonl#{line}", origin=origin, **about)  # type: ignore[arg-type] # metadata by name


def test_every_field_is_read_back(library: Library, put: Putter) -> None:
    """Regions, origin and all; spans index the same text."""
    samples = open_source(bundled_articles()).articles
    for sample in samples:
        moved = {f.name: getattr(sample, f.name) for f in fields(Article)}
        origin = Origin(uri=f"/x/{sample.id}", encoding="cp1252", encoding_assumed=True)
        article = Article(**{**moved, "origin": origin})
        put(article)
        stored = library.articles.article(article.id)
        assert [getattr(stored, f.name) for f in fields(Article)] == [
            getattr(article, f.name) for f in fields(Article)
        ]


def test_half_characters_and_controls_are_read_back(library: Library, put: Putter) -> None:
    """What a broken escape leaves in a text, a title or a path."""
    odd = filed(
        "a \ud83d b \x00 c \udcff d", path="/news/\udce1.txt", title="t \ud800", outlet="\udc00"
    )
    put(odd)
    stored = library.articles.article(odd.id)
    assert (stored.text, stored.title, stored.outlet) == (odd.text, odd.title, odd.outlet)
    assert (stored.id, stored.version) == (odd.id, odd.version)
    assert library.list.page(0, 9)[0].title == odd.title


def test_the_same_again_is_unchanged(put: Putter) -> None:
    """Importing twice adds nothing."""
    put(filed())
    assert counts(put(filed())) == (0, 0, 0, 1)


def test_the_same_address_is_one_article(library: Library, put: Putter) -> None:
    """Host and scheme in any case, with or without a fragment."""
    put(filed(url=URL))
    again = filed(path="/news/b.txt", url="HTTPS://EXAMPLE.org/court#top")
    assert counts(put(again)) == (0, 0, 0, 1)
    assert len(library.articles) == 1


def test_the_same_text_and_outlet_is_one_article(library: Library, put: Putter) -> None:
    """Saved twice under two names."""
    put(filed(outlet="Herald"))
    assert counts(put(filed(path="/else/b.txt", outlet="Herald"), source="/else")) == (0, 0, 0, 1)
    assert [s.articles for s in library.sources.all()] == [1, 1]


def test_the_same_text_of_another_outlet_is_a_copy(library: Library, put: Putter) -> None:
    """Two articles, the later marked as a copy of the first."""
    put(filed(outlet="Herald"))
    assert counts(put(filed(path="/news/b.txt", outlet="Post"))) == (1, 1, 0, 0)
    assert {row.id: row.copy_of for row in library.list.page(0, 9)} == {
        "a.txt": None,
        "b.txt": "a.txt",
    }
    assert library.articles.copies("a.txt") == ("b.txt",)


def test_a_changed_text_is_a_new_version(library: Library, put: Putter) -> None:
    """Both can be read; the new one is the current one."""
    put(filed())
    assert counts(put(filed(OTHER))) == (0, 0, 1, 0)
    assert library.articles.article("a.txt").text == OTHER
    assert library.articles.article("a.txt", 1).text == TEXT
    assert [v.number for v in library.articles.versions("a.txt")] == [1, 2]
    assert library.list.page(0, 9)[0].versions == 2


def test_versions_keep_their_order_when_the_clock_jumps(library: Library, put: Putter) -> None:
    """The later reading is the later version, whatever the clock said."""
    put(filed(), now=NOW)
    put(filed(OTHER), now=NOW.replace(year=1999))
    assert [v.seen.year for v in library.articles.versions("a.txt")] == [2020, 1999]
    assert library.articles.article("a.txt").text == OTHER


def test_a_text_taken_back_is_a_version_too(library: Library, put: Putter) -> None:
    """An outlet changed its text and changed it back."""
    for text in (TEXT, OTHER, TEXT):
        put(filed(text, url=URL))
    assert [v.version for v in library.articles.versions("a.txt")] == [
        filed(TEXT).version,
        filed(OTHER).version,
        filed(TEXT).version,
    ]


def test_two_places_with_one_address_do_not_flip(library: Library, put: Putter) -> None:
    """Two feeds hold two texts of one page: read again, nothing is news."""
    both = filed(TEXT, url=URL), filed(OTHER, "/news/b.txt", url=URL)
    put(*both)
    assert counts(put(*both)) == (0, 0, 0, 2)
    assert len(library.articles.versions("a.txt")) == 2


def test_a_summary_never_replaces_a_text(library: Library, put: Putter) -> None:
    """A feed's entry comes after the page was fetched."""
    put(filed(url=URL))
    summary = Article.from_text("The court met.", url=URL, summary_only=True)
    assert counts(put(summary)) == (0, 0, 0, 1)
    assert library.articles.article("a.txt").text == TEXT


def test_a_text_replaces_its_summary(library: Library, put: Putter) -> None:
    """The page was fetched after all."""
    put(Article.from_text("The court met.", url=URL, summary_only=True))
    assert counts(put(filed(url=URL))) == (0, 0, 1, 0)
    assert not library.list.page(0, 9)[0].summary_only


def test_metadata_that_were_mended(library: Library, put: Putter) -> None:
    """The same place says another day and title of the same text: no new version."""
    put(filed(title="Cort", published="2019-01-01", outlet="Herald"))
    put(filed(title="Court", published="2019-01-02", outlet="Herald"))
    (row,) = library.list.page(0, 9)
    assert (row.title, row.published, row.versions) == ("Court", date(2019, 1, 2), 1)
    assert library.articles.article("a.txt").published == date(2019, 1, 2)
    assert (library.search("cort "), len(library.search("court "))) == ((), 1)


def test_two_files_of_one_name(library: Library, put: Putter) -> None:
    """The second is known by its full path."""
    put(filed())
    put(filed(OTHER, "/else/a.txt"))
    assert [row.id for row in library.list.page(0, 9)] == ["a.txt", "/else/a.txt"]


def test_a_line_put_in_above_changes_no_article(library: Library, put: Putter) -> None:
    """Line numbers shift; the texts are what they were."""
    put(lined(TEXT, 1), lined(OTHER, 2))
    report = put(lined("A third account of the day.", 1), lined(TEXT, 2), lined(OTHER, 3))
    assert counts(report) == (1, 0, 0, 2)
    assert [len(library.articles.versions(row.id)) for row in library.list.page(0, 9)] == [1, 1, 1]


def test_lines_of_one_text_and_two_outlets(library: Library, put: Putter) -> None:
    """An agency's text in two outlets of one corpus."""
    report = put(lined(TEXT, 1, outlet="Herald"), lined(TEXT, 2, outlet="Post"))
    assert counts(report) == (2, 1, 0, 0)
    assert {row.outlet for row in library.list.page(0, 9)} == {"Herald", "Post"}


def test_all_articles_in_turn(library: Library, put: Putter) -> None:
    """In order of arrival, with their current texts."""
    put(filed(), filed(OTHER, "/news/b.txt"))
    put(filed("Third."))
    assert [a.text for a in library.articles] == ["Third.", OTHER]


def test_an_article_that_is_not_there(library: Library, put: Putter) -> None:
    """The message names it, and the version."""
    with pytest.raises(UsageError, match="no article 'b'"):
        library.articles.article("b")
    put(filed())
    with pytest.raises(UsageError, match="version 2"):
        library.articles.article("a.txt", 2)
    assert library.articles.versions("b") == ()
