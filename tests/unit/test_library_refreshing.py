"""Sources are added and read into the library; one bad one never stops the rest."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crisis_reader.errors import UsageError
from crisis_reader.library import Library, Progress, SourceKind, add_source, refresh

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
