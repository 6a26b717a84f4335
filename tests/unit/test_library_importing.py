"""Importing many: in batches, told of, stopped, gone on with."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin
from crisis_reader.errors import Problem
from crisis_reader.library import ImportReport, Library, Source, SourceKind
from crisis_reader.sources import bundled_articles, open_source, read_source

NOW = datetime(2020, 2, 3, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


@pytest.fixture
def source(library: Library) -> Source:
    """A corpus that was added."""
    return library.sources.add("/news/c.jsonl", SourceKind.FILE, now=NOW)


def read(count: int) -> Iterator[Article]:
    """So many articles, made when asked for."""
    for line in range(1, count + 1):
        yield Article.from_text(
            f"Report number {line} of the day says what happened at hour {line}.",
            id=f"c.jsonl#{line}",
            title=f"Report {line}",
            language="en",
            origin=Origin(uri="/news/c.jsonl", member=f"line {line}"),
        )


def test_progress_counts_what_is_on_the_disk(library: Library, source: Source) -> None:
    """Another connection finds at least as many as were told of."""
    told: list[tuple[int, int]] = []

    def progress(report: ImportReport) -> None:
        assert library.path is not None
        with Library.open(library.path) as other:
            told.append((report.done, len(other.articles)))

    report = library.import_articles(read(1200), source, now=NOW, progress=progress)
    assert [done for done, _ in told] == [500, 1000, 1200]
    assert all(done == there for done, there in told)
    assert (report.new, report.cancelled) == (1200, False)


def test_articles_are_read_as_they_are_stored(library: Library, source: Source) -> None:
    """A corpus need not fit in memory: no more than a batch is read ahead."""
    asked: list[int] = []

    def counted() -> Iterator[Article]:
        for number, article in enumerate(read(1200)):
            asked.append(number)
            yield article

    ahead: list[int] = []
    library.import_articles(
        counted(), source, now=NOW, progress=lambda report: ahead.append(len(asked) - report.done)
    )
    assert ahead == [0, 0, 0]


def test_cancel_keeps_what_was_read(library: Library, source: Source) -> None:
    """It stops within an article, and what it counts is there."""
    asked: list[int] = []

    def counted() -> Iterator[Article]:
        for number, article in enumerate(read(1200), start=1):
            asked.append(number)
            yield article

    report = library.import_articles(
        counted(), source, now=NOW, cancelled=lambda: len(asked) >= 700
    )
    assert report.cancelled
    assert (report.new, len(library.articles), len(asked)) == (700, 700, 700)


def test_an_import_goes_on_where_it_was_stopped(library: Library, source: Source) -> None:
    """Run again it adds the rest."""
    stop = iter([False] * 600 + [True] * 600)
    library.import_articles(read(1000), source, now=NOW, cancelled=lambda: next(stop))
    there = len(library.articles)
    report = library.import_articles(read(1000), source, now=NOW)
    assert (report.new, report.unchanged) == (1000 - there, there)
    assert 0 < there < 1000


def test_problems_are_passed_on(library: Library, source: Source) -> None:
    """One bad item never stops the rest."""
    bad = Problem(source="/news/c.jsonl", line=1, message="not valid JSON")
    report = library.import_articles([bad, *read(2)], source, now=NOW)
    assert (report.problems, report.problems_in_all, report.new) == ((bad,), 1, 2)


def test_problems_beyond_a_thousand_are_counted(library: Library, source: Source) -> None:
    """A corpus of nothing but faults does not fill the memory."""
    bad = (Problem(source="x", line=n, message="empty") for n in range(1500))
    report = library.import_articles(bad, source, now=NOW)
    assert (len(report.problems), report.problems_in_all) == (1000, 1500)


def test_the_report_names_what_is_new(library: Library, source: Source) -> None:
    """By the ids that the shelf knows."""
    report = library.import_articles(read(2), source, now=NOW)
    assert [library.articles.article(id_).title for id_ in report.news] == ["Report 1", "Report 2"]
    assert library.import_articles(read(2), source, now=NOW).news == ()


def test_samples_do_not_get_in(library: Library, source: Source) -> None:
    """They and the library never share a line or a story."""
    loaded = open_source(bundled_articles())
    report = library.import_articles(loaded.articles, source, now=NOW)
    assert len(library.articles) == 0
    assert report.problems_in_all == len(loaded.articles)
    assert "samples" in report.problems[0].message


def test_a_source_that_fails_on_the_way(library: Library, source: Source) -> None:
    """What was told of before is there; the failure is the caller's."""

    def failing() -> Iterator[Article]:
        yield from read(600)
        raise ConnectionError("the line went dead")

    with pytest.raises(ConnectionError):
        library.import_articles(failing(), source, now=NOW)
    assert len(library.articles) == 500


def test_long_texts_make_short_batches(library: Library, source: Source) -> None:
    """No transaction holds much more than a million characters."""
    long = [
        Article.from_text(f"{n} " * 200_000, id=str(n), title="t", language="en") for n in range(4)
    ]
    told: list[int] = []
    library.import_articles(long, source, now=NOW, progress=lambda report: told.append(report.done))
    assert told == [3, 4]


def test_a_corpus_is_imported_as_it_is_read(library: Library, tmp_path: Path) -> None:
    """Straight from the room that reads files, broken lines and all."""
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"text": "The court met in Quito.", "outlet": "Herald"}\n{"text"\n')
    added = library.sources.add(str(corpus), SourceKind.FILE, now=NOW)
    report = library.import_articles(read_source(corpus), added, now=NOW)
    assert (report.new, [problem.line for problem in report.problems]) == (1, [2])
    assert library.search("quito outlet:herald")[0].article.origin.member == "line 1"
