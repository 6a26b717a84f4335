"""Files and folders become articles, and everything else a problem that says what to do."""

import os
from datetime import date
from pathlib import Path

import pytest

from crisis_reader.article import Article, Origin, RegionKind, TextIs
from crisis_reader.errors import Problem
from crisis_reader.sources import Limits, bundled_articles, distinct, open_source, open_sources

WORDS = "The assembly met on Monday and adopted the budget after a long debate."


def written(path: Path, content: str | bytes) -> Path:
    """A file with this content, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only_problem(path: str | Path) -> Problem:
    """The one problem of a source that gives no article."""
    loaded = open_source(path)
    assert loaded.articles == ()
    (problem,) = loaded.problems
    return problem


def test_a_text_is_the_file_itself(tmp_path: Path) -> None:
    """Line ends and a byte order mark stay, so that spans index the file as decoded."""
    path = written(tmp_path / "a.txt", b"\xef\xbb\xbfOne line.\r\n\r\nTwo \xc3\xa1.\r\n")
    (article,) = open_source(path).articles
    assert article.text == path.read_bytes().decode("utf-8")
    assert article.origin.text_is is TextIs.FILE
    assert (article.id, article.origin.uri) == ("a.txt", str(path))


def test_a_note_with_front_matter(tmp_path: Path) -> None:
    """Metadata come from the front matter, which is a region of the text."""
    head = "---\ntitle: T\nsite: O\npublished: 2019-11-15\nlang: en\ntags: [x]\nnote: n\n---\n"
    path = written(tmp_path / "a.md", head + WORDS)
    (article,) = open_source(path).articles
    assert article.text == head + WORDS
    assert article.spans(RegionKind.FRONT_MATTER) == ((0, len(head)),)
    assert (article.title, article.outlet, article.published) == ("T", "O", date(2019, 11, 15))
    assert (article.language, article.tags, article.note) == ("en", ("x",), "n")


def test_broken_front_matter_is_a_notice(tmp_path: Path) -> None:
    """The article is read all the same, and the notice names the line."""
    loaded = open_source(written(tmp_path / "a.md", f"---\na: [\n---\n{WORDS}"))
    assert len(loaded.articles) == 1
    assert [(p.line, p.lost) for p in loaded.problems] == [(3, False)]


def test_a_web_page(tmp_path: Path) -> None:
    """The text of a page is extracted, and says so."""
    path = written(tmp_path / "a.html", f'<html lang="en"><h1>Vote</h1><p>{WORDS}</p></html>')
    (article,) = open_source(path).articles
    assert (article.text, article.title) == (f"Vote\n\n{WORDS}", "Vote")
    assert article.origin.text_is is TextIs.EXTRACTED


def test_an_address_is_the_id(tmp_path: Path) -> None:
    """An article that tells its address is known by it, scheme and host in lower case."""
    head = "---\nurl: HTTPS://Example.org/A#top\n---\n"
    (article,) = open_source(written(tmp_path / "a.md", head + WORDS)).articles
    assert article.id == "https://example.org/A"


def test_json_lines_with_a_broken_one(tmp_path: Path) -> None:
    """A broken line is a problem with its number, the others are read."""
    lines = f'{{"text": "{WORDS}"}}\n\n{{"text": \n{{"text": "{WORDS}", "outlet": "O"}}\n'
    loaded = open_source(written(tmp_path / "a.jsonl", lines))
    assert [(a.id, a.origin.member) for a in loaded.articles] == [
        ("a.jsonl#1", "line 1"),
        ("a.jsonl#4", "line 4"),
    ]
    assert [p.line for p in loaded.problems] == [3]


def test_json_lines_in_utf16(tmp_path: Path) -> None:
    """Windows tools write them so."""
    path = written(tmp_path / "a.jsonl", f'\ufeff{{"text": "{WORDS} á"}}\r\n'.encode("utf-16-le"))
    assert [a.text for a in open_source(path).articles] == [f"{WORDS} á"]


def test_an_assumed_encoding_is_told_once(tmp_path: Path) -> None:
    """A corpus in Windows-1252 gives one notice, not one a line."""
    line = '{"text": "El año."}\n'.encode("cp1252")
    loaded = open_source(written(tmp_path / "a.jsonl", line * 3))
    assert len(loaded.articles) == 3
    assert [p.lost for p in loaded.problems] == [False]


def test_a_bad_day_is_a_notice(tmp_path: Path) -> None:
    """The article is read without the day that could not be used."""
    loaded = open_source(written(tmp_path / "a.json", f'{{"text": "{WORDS}", "date": "5/6/19"}}'))
    assert loaded.articles[0].published is None
    assert "5/6/19" in loaded.problems[0].message
    assert not loaded.problems[0].lost


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "empty"),
        ("a.md", b"---\ntitle: T\n---\n\n", "no text"),
        ("a.jsonl", b"\n \n", "empty"),
        ("a.txt", b"\x89PNG\r\n\0\0", "NUL"),
        ("a.txt", b"\x81\x8d", "byte 0"),
        ("a.html", b"<script>x</script>", "no article text"),
        ("a.json", b"[1]", "item 1"),
        ("a.json", b"{", "not valid JSON"),
        ("a.pdf", b"%PDF", "'.pdf' are not read"),
        ("article", b"words", "without an ending"),
    ],
)
def test_what_can_not_be_read(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """Each is one problem that names the file and says what is wrong."""
    path = written(tmp_path / name, content)
    problem = only_problem(path)
    assert problem.source == str(path)
    assert said in problem.message
    assert problem.lost


def test_a_missing_path(tmp_path: Path) -> None:
    """A mistyped path is told as given."""
    assert "no such file" in only_problem(tmp_path / "none.txt").message


@pytest.mark.parametrize("path", ["a\0b.txt", "x" * 5000 + ".txt"])
def test_an_impossible_path(path: str) -> None:
    """A path that the system refuses is a problem, too."""
    assert "could not be read" in only_problem(path).message


def test_an_address_is_fetched() -> None:
    """One that leads nowhere is a problem like a file that is not there."""
    assert "leads nowhere" in only_problem("https://nothing.invalid/a").message
    assert "only http and https" in only_problem("ftp://nothing.invalid/a").message


@pytest.mark.parametrize(
    ("error", "said"),
    [(PermissionError(13, "Permission denied"), "permissions"), (OSError(5, "I/O error"), "i/o")],
)
def test_a_file_that_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    """A file that can't be opened says why, and the others of its folder are read."""
    written(tmp_path / "a.txt", WORDS)
    written(tmp_path / "b.txt", WORDS)
    opened = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == "a.txt":
            raise error
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    loaded = open_source(tmp_path)
    assert [a.id for a in loaded.articles] == ["b.txt"]
    assert [said in p.message for p in loaded.problems] == [True]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Opening a pipe would hang until somebody writes."""
    os.mkfifo(tmp_path / "a.txt")
    assert "not a regular file" in only_problem(tmp_path / "a.txt").message


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """The size is looked at before anything is read."""
    path = written(tmp_path / "a.txt", b"")
    os.truncate(path, 80_000_000)
    assert "split it" in only_problem(path).message


def test_a_folder_in_order(tmp_path: Path) -> None:
    """By path; hidden files, other kinds and files named README are no articles."""
    for name in (
        "b.txt",
        "a/z.TXT",
        "a.md",
        "README.md",
        "a/readme.txt",
        ".hidden/c.txt",
        ".d.txt",
    ):
        written(tmp_path / name, WORDS)
    written(tmp_path / "photo.jpg", b"\xff\xd8")
    loaded = open_source(tmp_path)
    assert [a.id for a in loaded.articles] == ["a/z.TXT", "a.md", "b.txt"]
    assert loaded.problems == ()


def test_a_readme_that_is_asked_for(tmp_path: Path) -> None:
    """Named by itself a README is read."""
    assert len(open_source(written(tmp_path / "README.md", WORDS)).articles) == 1


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    """A folder reached again is not read again, a link to nowhere is a problem."""
    written(tmp_path / "a" / "one.txt", WORDS)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "same.txt").symlink_to(tmp_path / "a" / "one.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "gone.txt")
    loaded = open_source(tmp_path)
    assert len(loaded.articles) == 1
    assert [Path(p.source).name for p in loaded.problems] == ["lost.txt"]


def test_sources_overlap(tmp_path: Path) -> None:
    """A file that two sources hold is one article; two files of one name keep apart."""
    one = written(tmp_path / "x" / "a.txt", WORDS)
    other = written(tmp_path / "y" / "a.txt", f"{WORDS} Again.")
    loaded = open_sources([tmp_path / "x", one, tmp_path / "y"])
    assert [a.id for a in loaded.articles] == ["a.txt", str(other)]


def test_one_address_in_three_files(tmp_path: Path) -> None:
    """Ids stay apart even where files claim the same address."""
    for name in "abc":
        written(tmp_path / f"{name}.md", f"---\nurl: https://x.example/\n---\n{WORDS} {name}")
    ids = [a.id for a in open_source(tmp_path).articles]
    assert ids == ["https://x.example/", str(tmp_path / "b.md"), str(tmp_path / "c.md")]


def test_a_place_as_an_id(tmp_path: Path) -> None:
    """Even a file that gives another file's path for its address keeps an id of its own."""
    taken = tmp_path / "b" / "a.txt"
    articles = [
        Article.from_text(WORDS, id="a.txt", origin=Origin(uri="1")),
        Article.from_text(WORDS, id=str(taken), origin=Origin(uri="2")),
        Article.from_text(WORDS, id="a.txt", origin=Origin(uri=str(taken))),
    ]
    assert [a.id for a in distinct(articles)] == ["a.txt", str(taken), f"{taken} (2)"]


def test_distinct_keeps_articles_without_a_place() -> None:
    """Articles that came from no file are told apart by their id."""
    (article, *_) = open_source(bundled_articles()).articles
    assert distinct([article, article]) == (article,)


def test_the_samples() -> None:
    """At least nine articles come along, each saying that it is a sample, and no problem."""
    loaded = open_source(bundled_articles())
    assert len(loaded.articles) >= 9
    assert loaded.problems == ()
    assert {a.note for a in loaded.articles} == {"written as a sample, not a news report"}
    assert all(a.outlet is None or "(sample)" in a.outlet for a in loaded.articles)


def test_the_end_of_a_very_long_text_is_kept_and_told(tmp_path: Path) -> None:
    """The whole text is there, only its beginning is read, and the reader learns of it."""
    path = written(tmp_path / "a.txt", f"{WORDS}\n\n{WORDS}\n\nAna Paz resigned.")
    loaded = open_source(path, limits=Limits(characters=160))
    (article,), (problem,) = loaded.articles, loaded.problems
    assert article.quote(article.spans(RegionKind.UNREAD)[0]) == "Ana Paz resigned."
    assert not problem.lost
    assert "only the first 144 of 161 characters" in problem.message
    assert "max_characters" in problem.message


def test_a_line_that_is_too_long_costs_itself(tmp_path: Path) -> None:
    """JSON Lines without a line end for megabytes are passed over, the next line is read."""
    path = written(tmp_path / "a.jsonl", f'{{"text": "{"x" * 300_000}"}}\n{{"text": "{WORDS}"}}')
    loaded = open_source(path, limits=Limits(file_megabytes=0.1))
    assert [a.text for a in loaded.articles] == [WORDS]
    assert [(p.line, "max_file_megabytes" in p.message) for p in loaded.problems] == [(1, True)]


def test_what_became_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is replaced after it was found is a problem, never a wait."""
    path = written(tmp_path / "a.txt", WORDS)
    opened = os.open

    def replaced(name: str | Path, flags: int, mode: int = 0o777) -> int:
        path.unlink()
        os.mkfifo(path)
        return opened(name, flags, mode)

    monkeypatch.setattr(os, "open", replaced)
    assert "not a regular file" in only_problem(path).message


def test_what_is_removed_while_it_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is gone when its turn comes is a problem, the others are read."""
    written(tmp_path / "a.txt", WORDS)
    written(tmp_path / "b.txt", WORDS)
    opened = os.open

    def removed(name: str | Path, flags: int, mode: int = 0o777) -> int:
        (tmp_path / "a.txt").unlink(missing_ok=True)
        return opened(name, flags, mode)

    monkeypatch.setattr(os, "open", removed)
    loaded = open_source(tmp_path)
    assert [a.id for a in loaded.articles] == ["b.txt"]
    assert ["could not be read" in p.message for p in loaded.problems] == [True]


def test_what_grows_while_it_is_read_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a file's entry says of its size need not be what comes out of it."""
    path = written(tmp_path / "a.txt", WORDS * 3000)
    told = os.fstat

    def small(number: int) -> os.stat_result:
        return os.stat_result((*told(number)[:6], 10, 0, 0, 0))

    monkeypatch.setattr(os, "fstat", small)
    loaded = open_source(path, limits=Limits(file_megabytes=0.1))
    assert ["split it" in p.message for p in loaded.problems] == [True]
