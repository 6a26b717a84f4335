"""Sources are added and read into the library; one bad one never stops the rest."""

import io
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.serving import Site, serving

from crisis_reader.errors import UsageError
from crisis_reader.library import (
    Library,
    Progress,
    SourceKind,
    add_source,
    add_sources,
    fetch_full,
    refresh,
    subscriptions,
)
from crisis_reader.sources import Limits
from crisis_reader.sources.standard_input import content

NOW = datetime(2020, 2, 3, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "data" / "library.sqlite3") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three articles."""
    place = tmp_path / "news"
    place.mkdir()
    for name in ("a", "b", "c"):
        (place / f"{name}.txt").write_text(f"The court of {name} met in Quito on Friday.\n")
    return place


def titles(library: Library) -> list[str]:
    """The titles on the shelf in order of arrival."""
    return [article.title for article in library.articles]


def test_a_folder_is_added_and_read(library: Library, folder: Path) -> None:
    """Adding reads nothing yet; the refresh puts its articles on the shelf."""
    source = add_source(library, str(folder), now=NOW)
    assert (source.kind, source.refreshed, len(library.articles)) == (SourceKind.FOLDER, None, 0)
    report = refresh(library, now=LATER)
    assert (report.new, report.changed, report.cancelled) == (3, 0, False)
    assert len(report.news) == 3
    again = library.sources.source(str(folder))
    assert (again.refreshed, again.articles, again.problem) == (LATER, 3, None)


def test_what_changed_is_news(library: Library, folder: Path) -> None:
    """The second time only a file whose text is another counts."""
    add_source(library, str(folder), now=NOW)
    refresh(library, now=NOW)
    (folder / "b.txt").write_text("The court of b met again, on Sunday.\n")
    report = refresh(library, now=LATER)
    assert (report.new, report.changed) == (0, 1)
    assert len(library.articles.versions(report.news[0])) == 2


def test_a_place_without_anything_is_no_source(library: Library, tmp_path: Path) -> None:
    """A mistyped path is told at once."""
    with pytest.raises(UsageError, match="no such file or folder"):
        add_source(library, str(tmp_path / "none"), now=NOW)
    assert library.sources.all() == ()


def test_a_bad_source_does_not_stop_the_rest(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    """One that vanished keeps its articles and its problem; the others are read."""
    lone = tmp_path / "lone.txt"
    lone.write_text("A minister resigned in Lima on Friday.\n")
    add_source(library, str(lone), now=NOW)
    refresh(library, now=NOW)
    lone.unlink()
    add_source(library, str(folder), now=NOW)
    report = refresh(library, now=LATER)
    assert report.new == 3
    assert [p.source for p in report.problems] == [str(lone)]
    told = library.sources.all()[0]
    assert "no such file" in str(told.problem)
    assert told.articles == 1


def test_only_the_sources_named_are_read(library: Library, folder: Path, tmp_path: Path) -> None:
    """The others are left alone."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "d.txt").write_text("A minister resigned in Lima on Friday.\n")
    add_source(library, str(folder), now=NOW)
    chosen = add_source(library, str(other), now=NOW)
    assert refresh(library, [chosen], now=NOW).new == 1


def test_progress_is_told_of_each_source(library: Library, folder: Path, tmp_path: Path) -> None:
    """First that it is begun, then what it brought."""
    lone = tmp_path / "lone.txt"
    lone.write_text("A minister resigned in Lima on Friday.\n")
    for place in (folder, lone):
        add_source(library, str(place), now=NOW)
    told: list[Progress] = []
    refresh(library, now=NOW, progress=told.append)
    assert [(p.number, p.of, p.report.new) for p in told] == [
        (1, 2, 0),
        (1, 2, 3),
        (2, 2, 0),
        (2, 2, 1),
    ]


def test_a_cancelled_refresh_keeps_what_it_read(library: Library, folder: Path) -> None:
    """It goes on from there when it is run again, and the source does not count as read."""
    add_source(library, str(folder), now=NOW)
    asked = iter([False, False, True])
    report = refresh(library, now=NOW, cancelled=lambda: next(asked, True))
    assert report.cancelled
    assert len(library.articles) == report.new == 2
    assert library.sources.all()[0].refreshed is None
    assert refresh(library, now=LATER).new == 1
    assert len(titles(library)) == 3


def test_cancelled_before_it_began(library: Library, folder: Path) -> None:
    """Nothing is read."""
    add_source(library, str(folder), now=NOW)
    report = refresh(library, now=NOW, cancelled=lambda: True)
    assert (report.cancelled, report.sources) == (True, ())


def test_several_faults_of_a_source(library: Library, folder: Path) -> None:
    """The list of sources tells the first, and how many there were."""
    (folder / "empty.txt").write_text("")
    (folder / "void.txt").write_text(" ")
    add_source(library, str(folder), now=NOW)
    assert refresh(library, now=NOW).new == 3
    told = str(library.sources.all()[0].problem)
    assert "empty.txt" in told
    assert told.endswith("(and 1 more)")


# On the web

HERE = Limits(allow_private=True, pause=0, seconds=10)
WORDS = "The court of Ruritania met on Friday and heard the speaker of the assembly. "
LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without anything yet."""
    with serving() as served:
        yield served


def feed(*items: str) -> str:
    """A feed of these entries."""
    return f"<rss version='2.0'><channel><title>Post</title>{''.join(items)}</channel></rss>"


def item(name: str, words: str = "Short.") -> str:
    """An entry with a summary."""
    return (
        f"<item><title>{name}</title><link>/{name}</link><description>{words}</description></item>"
    )


def page(title: str, words: str = WORDS * 5) -> str:
    """A page with an article."""
    head = f"<head>{LINKED % title}</head>"
    return f"<html>{head}<body><article><h1>{title}</h1><p>{words}</p></article></body></html>"


def test_a_page_and_its_new_version(library: Library, site: Site) -> None:
    """Another text under the same address is a new version."""
    add_source(library, site.put("/a", page("Court meets")), now=NOW)
    assert refresh(library, limits=HERE, now=NOW).new == 1
    assert refresh(library, limits=HERE, now=NOW).changed == 0
    site.put("/a", page("Court meets", WORDS * 6))
    report = refresh(library, limits=HERE, now=LATER)
    assert (report.new, report.changed) == (0, 1)
    assert library.sources.all()[0].kind is SourceKind.PAGE
    assert len(library.articles.versions(report.news[0])) == 2


def test_what_a_source_turns_out_to_be_is_kept(library: Library, site: Site) -> None:
    """An address counts as a page until it is read; a front page leads to its feed."""
    site.put("/feed", feed(item("a"), item("b")), "text/xml")
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    source = add_source(library, site.put("/", f"<html><head>{link}</head></html>"), now=NOW)
    assert source.kind is SourceKind.PAGE
    report = refresh(library, limits=HERE, now=NOW)
    assert report.new == 2
    (kept,) = library.sources.all()
    assert (kept.address, kept.kind, kept.title) == (site.url("/feed"), SourceKind.FEED, "Post")
    assert kept.articles == 2
    assert kept.refreshed == NOW


def test_two_addresses_of_one_feed_are_one_source(library: Library, site: Site) -> None:
    """The second turns out to be the first."""
    site.put("/feed", feed(item("a")), "text/xml")
    add_source(library, site.url("/feed"), now=NOW)
    add_source(library, site.put("/old", status=301, location="/feed"), now=NOW)
    refresh(library, limits=HERE, now=NOW)
    assert [s.address for s in library.sources.all()] == [site.url("/feed")]
    assert library.sources.all()[0].articles == 1


def test_a_front_page_taken_as_a_page(library: Library, site: Site) -> None:
    """Where that is asked for, then and later."""
    site.put("/feed", feed(item("a")), "text/xml")
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    front = f"<html><head>{link}</head><body><p>{WORDS * 5}</p></body></html>"
    add_source(library, site.put("/", front), now=NOW)
    assert refresh(library, limits=HERE, now=NOW, for_feeds=False).new == 1
    refresh(library, limits=HERE, now=LATER)
    assert library.sources.all()[0].kind is SourceKind.PAGE


def test_a_feed_that_became_a_page(library: Library, site: Site) -> None:
    """Its page is no article of the feed."""
    add_source(library, site.put("/feed", feed(item("a")), "text/xml"), now=NOW)
    refresh(library, limits=HERE, now=NOW)
    site.put("/feed", page("We have moved"))
    report = refresh(library, limits=HERE, now=LATER)
    assert report.new == 0
    assert "was a feed and is a page now" in str(library.sources.all()[0].problem)


def test_an_unchanged_feed_is_not_read_again(library: Library, site: Site) -> None:
    """It is asked with its ETag; the same articles are not even counted."""
    add_source(library, site.put("/feed", feed(item("a")), "text/xml", etag='"1"'), now=NOW)
    refresh(library, limits=HERE, now=NOW)
    report = refresh(library, limits=HERE, now=LATER)
    assert site.asked[1][1]["if-none-match"] == '"1"'
    assert report.sources[0].report.done == 0
    assert library.sources.all()[0].refreshed == LATER


def test_summaries_and_full_texts(library: Library, site: Site) -> None:
    """Full texts are fetched when asked for, and no summary takes their place afterwards."""
    add_source(library, site.put("/feed", feed(item("a"), item("b")), "text/xml"), now=NOW)
    for name in ("a", "b"):
        site.put(f"/{name}", page(f"Court of {name}"))
    refresh(library, limits=HERE, now=NOW)
    assert [a.summary_only for a in library.articles] == [True, True]
    report = refresh(library, limits=HERE, now=LATER, full=True)
    assert (report.new, report.changed) == (0, 2)
    assert [a.summary_only for a in library.articles] == [False, False]
    refresh(library, limits=HERE, now=LATER, full=True)
    assert site.paths().count("/a") == 1
    site.put("/feed", feed(item("a", "Shorter.")), "text/xml")
    assert refresh(library, limits=HERE, now=LATER).changed == 0


def test_one_full_text(library: Library, site: Site) -> None:
    """For the article a reader is at; one that has its full text is left alone."""
    add_source(library, site.put("/feed", feed(item("a"), item("b")), "text/xml"), now=NOW)
    site.put("/a", page("Court of a"))
    refresh(library, limits=HERE, now=NOW)
    wanted = site.url("/a")
    assert fetch_full(library, [wanted], limits=HERE, now=LATER).changed == 1
    assert fetch_full(library, [wanted], limits=HERE, now=LATER).done == 0
    assert site.paths() == ["/feed", "/a"]
    with pytest.raises(UsageError, match="no article"):
        fetch_full(library, ["https://nothing.example/"], limits=HERE, now=LATER)


def test_a_page_with_less_than_its_summary(library: Library, site: Site) -> None:
    """A wall around a text does not take the summary's place."""
    add_source(library, site.put("/feed", feed(item("a", WORDS * 3)), "text/xml"), now=NOW)
    site.put("/a", page("Court", "Subscribe to read on."))
    report = refresh(library, limits=HERE, now=NOW, full=True)
    assert "less text than the feed" in report.problems[0].message
    (article,) = library.articles
    assert article.summary_only
    assert WORDS.strip() in article.text


def test_a_summary_without_an_address(library: Library, site: Site) -> None:
    """There is no page to fetch, and that is told."""
    lone = "<item><title>Alone</title></item>"
    add_source(library, site.put("/feed", feed(lone), "text/xml"), now=NOW)
    report = refresh(library, limits=HERE, now=NOW, full=True)
    assert "no address" in report.problems[0].message


def test_full_texts_may_be_cancelled(library: Library, site: Site) -> None:
    """What was fetched is on the disk; the rest is fetched the next time."""
    names = [f"n{number}" for number in range(4)]
    add_source(library, site.put("/feed", feed(*map(item, names)), "text/xml"), now=NOW)
    for name in names:
        site.put(f"/{name}", page(f"Court of {name}"))
    report = refresh(
        library,
        limits=HERE,
        now=NOW,
        full=True,
        cancelled=lambda: len(site.asked) >= 3,
    )
    assert report.cancelled
    assert sum(not a.summary_only for a in library.articles) in (1, 2)
    refresh(library, limits=HERE, now=LATER, full=True)
    assert sum(not a.summary_only for a in library.articles) == 4


def test_how_long_a_site_wants_to_wait_is_kept(library: Library, site: Site) -> None:
    """Also when the program is started again."""
    add_source(library, site.put("/busy", status=429, retry_after="600"), now=NOW)
    assert "10 minutes" in refresh(library, limits=HERE, now=NOW).problems[0].message
    assert "try again then" in refresh(library, limits=HERE, now=LATER).problems[0].message
    assert site.paths() == ["/busy"]


def test_a_bad_address_does_not_stop_the_rest(library: Library, site: Site) -> None:
    """Nor does one that is private, or gone."""
    for path in ("/gone", "/a"):
        add_source(library, site.url(path), now=NOW)
    add_source(library, "https://nothing.invalid/feed", now=NOW)
    site.put("/a", page("Court meets"))
    report = refresh(library, limits=HERE, now=NOW)
    assert report.new == 1
    assert len(report.problems) == 2
    told = refresh(library, now=NOW).problems
    assert sum("allow_private" in p.message for p in told) == 2


@pytest.mark.parametrize(
    "address", ["ftp://post.example/a", "https://", "https://a:b@post.example/"]
)
def test_what_is_never_fetched_is_no_source(library: Library, address: str) -> None:
    """It is told when it is added."""
    with pytest.raises(UsageError, match=address):
        add_source(library, address, now=NOW)


def test_standard_input_is_read_when_it_is_added(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And never again: there is nothing to read then."""
    content.cache_clear()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WORDS.encode())))
    source = add_source(library, "-", now=NOW)
    assert (source.address, source.kind) == ("-", SourceKind.INPUT)
    assert refresh(library, [source], now=NOW).new == 1
    assert refresh(library, now=NOW).sources == ()
    content.cache_clear()


def test_a_library_in_memory(site: Site) -> None:
    """It keeps nothing beside it."""
    with Library.in_memory() as library:
        add_source(library, site.put("/a", page("Court meets")), now=NOW)
        assert refresh(library, limits=HERE, now=NOW).new == 1


def test_summaries_of_the_same_words_are_several(library: Library, site: Site) -> None:
    """Where their addresses differ: such words stand in many a feed."""
    add_source(library, site.put("/feed", feed(item("a"), item("b")), "text/xml"), now=NOW)
    assert refresh(library, limits=HERE, now=NOW).new == 2
    assert refresh(library, limits=HERE, now=LATER).sources[0].report.unchanged == 2


# Lists of subscriptions


def test_a_list_of_feeds(library: Library, tmp_path: Path) -> None:
    """Each becomes a source; one that is known is told apart, one that can't be is a problem."""
    known = add_source(library, "https://post.example/feed", now=NOW)
    listed = tmp_path / "feeds.opml"
    rows = "".join(
        f'<outline text="{name}" xmlUrl="{address}"/>'
        for name, address in (
            ("Post", "https://post.example/feed"),
            ("Diario", "https://diario.example/rss"),
            ("Old", "ftp://old.example/rss"),
        )
    )
    listed.write_text(f"<opml version='2.0'><body>{rows}</body></opml>")
    added = add_sources(library, str(listed), now=LATER)
    assert [s.address for s in added.new] == ["https://diario.example/rss"]
    assert added.new[0].title == "Diario"
    assert [s.number for s in added.known] == [known.number]
    assert ["ftp" in p.message for p in added.problems] == [True]


def test_one_source_is_added_as_such(library: Library, folder: Path) -> None:
    """The first time it is new, the second time known."""
    assert [s.address for s in add_sources(library, str(folder), now=NOW).new] == [str(folder)]
    assert [s.address for s in add_sources(library, str(folder), now=NOW).known] == [str(folder)]


def test_the_list_goes_out_as_it_came_in(library: Library, folder: Path, tmp_path: Path) -> None:
    """Feeds and pages; files and folders stay here."""
    library.sources.add("https://post.example/feed", SourceKind.FEED, title="A & B", now=NOW)
    library.sources.add("https://page.example/", SourceKind.PAGE, now=NOW)
    add_source(library, str(folder), now=NOW)
    listed = tmp_path / "out.opml"
    listed.write_text(subscriptions(library), "utf-8")
    with Library.in_memory() as other:
        added = add_sources(other, str(listed), now=NOW)
    assert [(s.address, s.title) for s in added.new] == [("https://post.example/feed", "A & B")]
    assert str(folder) not in listed.read_text("utf-8")


def test_files_that_are_as_they_were_are_not_read_again(library: Library, tmp_path: Path) -> None:
    """Not even counted; one that changed is, and after taking the source off all are."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a", "b"):
        path = folder / f"{name}.txt"
        path.write_text(f"The court of {name} met on Friday.")
        os.utime(path, (1_900_000_000, 1_700_000_000))
    source = add_source(library, str(folder), now=NOW)
    assert refresh(library, now=NOW).sources[0].report.done == 2
    assert refresh(library, now=LATER).sources[0].report.done == 0
    (folder / "a.txt").write_text("The court of a met on Sunday.")
    report = refresh(library, now=LATER).sources[0].report
    assert (report.done, report.changed) == (1, 1)
    library.sources.remove(source)
    add_source(library, str(folder), now=NOW)
    assert refresh(library, now=NOW).new == 2


def test_a_refresh_that_is_cancelled_reads_on_the_next_time(
    library: Library, tmp_path: Path
) -> None:
    """What was not put on the shelf is not known."""
    path = tmp_path / "a.txt"
    path.write_text("The court met on Friday.")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    add_source(library, str(path), now=NOW)
    asked = iter([False, True, True, True])
    refresh(library, now=NOW, cancelled=lambda: next(asked, True))
    assert refresh(library, now=NOW).sources[0].report.done == 1
