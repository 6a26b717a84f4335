"""The journal: a line for what was done, and no word of an article."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serving import Site, serving

from crisis_reader.errors import Problem, UsageError
from crisis_reader.sources import open_source, read_side_file
from crisis_reader.sources.journal import close_journal, keep_journal, note, noted
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.opml import read_opml_file

HERE = Limits(allow_private=True, pause=0, seconds=10)
SECRET = "zanzibar"
"""Stands in every text, title, day and name of what is read, and in no path."""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Path]:
    """A file that a journal is kept in."""
    path = tmp_path / "kept.log"
    keep_journal(str(path))
    yield path
    close_journal()


def lines(journal: Path) -> list[str]:
    """What it says, without moment and process."""
    text = journal.read_text("utf-8")
    assert text.endswith("\n")
    assert SECRET not in text
    return [line.split("] ", 1)[1] for line in text.splitlines()]


def test_files_are_read_or_refused(journal: Path, tmp_path: Path) -> None:
    """How many articles and problems, how long; why a file was refused."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.md").write_text(f"---\ndate: {SECRET}\nlang: {SECRET}\n---\n{SECRET} resigned.\n")
    (folder / "b.jsonl").write_text(f'{{"text": "{SECRET} fled."}}\n{{"{SECRET}\n[{SECRET}]\n')
    (folder / "c.txt").write_bytes(b"\0")
    (folder / "d.html").write_text(f"<title>{SECRET}</title><p>{SECRET} was sworn in.</p>")
    open_source(folder)
    a, b, refused, c, d = lines(journal)
    assert a.startswith(f"read {folder / 'a.md'}: 1 article, 2 problems, 0.")
    assert a.endswith(" s")
    assert b.startswith(f"read {folder / 'b.jsonl'}: 1 article, 2 problems, ")
    assert refused.startswith(f"refused {folder / 'c.txt'}: this is not a text file")
    assert c.startswith(f"read {folder / 'c.txt'}: 0 articles, 1 problem, ")
    assert d.startswith(f"read {folder / 'd.html'}: 1 article, 0 problems, ")


def test_what_is_not_there_is_refused(journal: Path, tmp_path: Path) -> None:
    """A path that leads nowhere, a side file, a list of feeds."""
    open_source(tmp_path / "none.txt")
    read_side_file(tmp_path / "corrections.toml")
    (tmp_path / "concepts.toml").write_text("")
    read_side_file(tmp_path / "concepts.toml")
    (tmp_path / "x.opml").write_text("<opml><outline xmlUrl='http://a.example/'/></opml>")
    read_opml_file(str(tmp_path / "x.opml"))
    none, own, read, feeds = lines(journal)
    assert none.startswith(f"refused {tmp_path / 'none.txt'}: no such file")
    assert own.startswith(f"refused {tmp_path / 'corrections.toml'}: no such file")
    assert read == f"read {tmp_path / 'concepts.toml'}: a file of the reader's own"
    assert feeds.startswith(f"read {tmp_path / 'x.opml'}: a list of feeds, 1 of them, ")


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without anything yet."""
    with serving() as served:
        yield served


def test_what_is_fetched(journal: Path, site: Site) -> None:
    """What came, from where, and what it was read as; each with its time."""
    address = site.put("/a", f"<title>{SECRET}</title><p>{SECRET} met the court.</p>")
    moved = site.put("/moved", status=301, location="/a")
    open_source(moved, limits=HERE)
    robots, fetched, read = lines(journal)
    assert robots.startswith(f"asked for {site.url('/robots.txt')}: 0.")
    assert fetched.startswith(f"fetched {moved}: new, ")
    assert f" bytes of text/html, from {address}, 0." in fetched
    assert read.startswith(f"read {moved}: a page, 1 article, 0 problems, ")


def test_feeds_are_told_apart(journal: Path, site: Site) -> None:
    """Their articles are counted."""
    items = f"<item><title>{SECRET}</title><pubDate>{SECRET}</pubDate></item>" * 2
    address = site.put("/f", f"<rss version='2.0'><channel>{items}</channel></rss>")
    open_source(address, limits=HERE)
    assert lines(journal)[-1].startswith(f"read {address}: a feed, 2 articles, 1 problem, ")


@pytest.mark.parametrize(
    ("path", "status", "begin"),
    [("/gone", 410, "not fetched"), ("/busy", 429, "refused")],
)
def test_what_is_not_fetched(journal: Path, site: Site, path: str, status: int, begin: str) -> None:
    """A fault of the network or the site is told apart from a refusal."""
    address = site.put(path, SECRET, status=status)
    open_source(address, limits=HERE)
    last = lines(journal)[-1]
    assert last.startswith(f"{begin} {address}: ")
    assert str(status) in last


def test_pages_that_are_no_text_are_refused(journal: Path, site: Site) -> None:
    """What came can't be read."""
    open_source(site.put("/a", b"\0\1", "image/png"), limits=HERE)
    assert lines(journal)[-1].startswith(f"refused {site.url('/a')}: is no page")


def test_the_network_of_ones_own_is_refused(journal: Path) -> None:
    """Before anything is asked."""
    open_source("http://127.0.0.1:9/")
    assert lines(journal)[-1].startswith("refused http://127.0.0.1:9/: '127.0.0.1' leads to this")


def test_nothing_in_a_line_is_a_command(journal: Path) -> None:
    """Escapes, line ends and half characters in a path become marks."""
    note("read", "/a\x1b[2J\r\nb\x9b\u202e\ud800")
    (line,) = lines(journal)
    assert line == "read /a␛[2J  b\ufffd\ufffd\ufffd"


def test_it_is_added_to(tmp_path: Path) -> None:
    """What is there stays."""
    path = tmp_path / "kept.log"
    path.write_text("kept\n")
    keep_journal(str(path))
    note("began", "list")
    close_journal()
    assert path.read_text().startswith("kept\n2")
    note("after the end")
    assert "after" not in path.read_text()


def test_a_pipe_nobody_reads_is_refused(tmp_path: Path) -> None:
    """Nothing is waited for."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="can't be written"):
        keep_journal(str(tmp_path / "pipe"))


@pytest.mark.parametrize("path", ["no/such/folder/x.log", "/", "x\0.log", ""])
def test_a_file_that_can_t_be_written(path: str) -> None:
    """What is wrong and what to do."""
    with pytest.raises(UsageError, match="name another file"):
        keep_journal(path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_stops_the_journal_only() -> None:
    """Whoever reads goes on."""
    keep_journal("/dev/full")
    note("read", "x")
    close_journal()


def test_only_the_reading_is_timed(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done with an article meanwhile is not counted."""
    now = 0.0
    monkeypatch.setattr("crisis_reader.sources.journal.time.perf_counter", lambda: now)
    for _ in noted([Problem(source="x", message="y")] * 2, "x"):
        now += 10
    assert lines(journal) == ["read x: 0 articles, 2 problems, 0.000 s"]
