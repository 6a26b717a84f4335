"""Grouping killed at any moment, on a full disk: what is on the disk agrees with itself."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.library import FullLibraryError, Library, SourceKind
from crisis_reader.library.file.database import Database

NOW = datetime(2020, 2, 3, tzinfo=UTC)
KILLS = 8

WORK = """
import os, sys
from crisis_reader.library import Library
from crisis_reader.library.stories import grouping

grouping._BATCH, grouping._SKETCHED = 4, 15  # many commits, so that kills meet them
with Library.open(sys.argv[1]) as library:
    os.write(1, b"open\\n")
    library.stories.group(progress=lambda report: os.write(1, f"{report.done}\\n".encode()))
"""


def read(count: int) -> Iterator[Article]:
    """Three reports of each event, the last one a copy of the second."""
    for number in range(count):
        event = number // 3
        people = f"Aldra{event} Bertol{event} Cassow{event} Dunmor{event}"
        if number % 3:
            text = f"At the gate they met: {people}. Of {event + 1000} crates {people} saw some."
        else:
            text = f"{people} were on the quay at dusk; one crate in {event + 1000} was open."
        yield Article.from_text(
            text,
            url=f"https://x.example/{number}",
            outlet=f"outlet {number}",
            title=f"Report {number}",
            published=date(2031, 3, 3) + timedelta(days=event % 5),
            language="en",
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with articles that are not grouped."""
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        source = library.sources.add("/news/c.jsonl", SourceKind.FILE, now=NOW)
        library.import_articles(read(180), source, now=NOW)
    return path


def placed(database: Database) -> set[int]:
    """The articles that have a story; sketches, postings, stories and counts agree on them."""
    assert [tuple(row) for row in database.rows("PRAGMA integrity_check")] == [("ok",)]
    found = set(database.numbers("SELECT article FROM sketch WHERE story IS NOT NULL"))
    assert set(database.numbers("SELECT DISTINCT article FROM posting")) == found
    stories = set(database.numbers("SELECT DISTINCT story FROM sketch WHERE story IS NOT NULL"))
    assert set(database.numbers("SELECT number FROM story WHERE heir IS NULL")) == stories
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_killed_again_and_again_it_goes_on(path: Path) -> None:
    """Nothing it reported is lost, nothing is half there, in the end all is grouped."""
    moments = random.Random(9)
    before: set[int] = set()
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WORK, str(path)], stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "open\n"
            time.sleep(moments.uniform(0.0, 0.15))
            program.kill()
            said = [line for line in program.stdout if line.endswith("\n")]
        with Library.open(path) as library:
            now = placed(library._database)
            assert now >= before
            assert len(now - before) >= (int(said[-1]) if said else 0)
            before = now
    with Library.open(path) as library:
        library.stories.group()
        assert len(placed(library._database)) == 180
        shown = library.stories.shown(0, 100)
        assert len(shown) == library.stories.count() == 60
        assert {(s.story.articles, s.story.accounts, s.story.copies) for s in shown} == {(3, 2, 1)}


def test_a_full_disk(path: Path) -> None:
    """It is told in words, what was written before is whole, and with room it goes on."""
    with Library.open(path) as library:
        database = library._database
        pages = int(database.rows("PRAGMA page_count")[0][0])
        database.rows(f"PRAGMA max_page_count = {pages + 12}")
        with pytest.raises(FullLibraryError):
            library.stories.group()
        assert len(placed(database)) < 180
        database.rows("PRAGMA max_page_count = 1000000")
        assert library.stories.group().waiting == 0
        assert len(placed(database)) == 180


def test_it_reads_only_what_it_may(path: Path) -> None:
    """A library opened for reading shows the stories it has."""
    with Library.open(path) as library:
        library.stories.group()
    with Library.open(path, read_only=True) as library:
        assert library.stories.count() == 60
        assert library.stories.closest("https://x.example/0")[0].same_story
