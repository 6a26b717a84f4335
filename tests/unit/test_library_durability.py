"""Killed at any moment, the library opens, is sound, and has everything it had acknowledged."""

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis_reader.library import Library, refresh

KILLS = 24

WORK = """
import os, sys
from datetime import UTC, datetime
from crisis_reader.article import Article
from crisis_reader.library import Library, SourceKind
from crisis_reader.library.articles import importing
from crisis_reader.text import Span

path, run = sys.argv[1], int(sys.argv[2])
importing._BATCH = 40  # many commits a second, so that kills meet them
now = datetime.now(UTC)

def say(what):
    os.write(1, (what + "\\n").encode())

def article(number, text):
    return Article.from_text(f"{number} {text} " + "and the sitting went on. " * 30,
                             url=f"https://x.example/{number}", title=f"Sitting {number}",
                             language="en")

library = Library.open(path)
say("open")
turn = 0
while True:
    turn += 1
    words = f"{run}-{turn}"
    fixed = article(0, "fixed")
    library.marks.add_note(fixed, Span(0, 7), words, now=now)
    say("note " + words)
    library.memory.set_setting("last", words)
    say("setting " + words)
    source = library.sources.add("/news/" + words, SourceKind.FILE, now=now)
    first = run * 1_000_000 + turn * 100
    library.import_articles(
        (article(n, "first text") for n in range(first, first + 100)), source, now=now,
        progress=lambda r: say(f"articles {first} {r.done}"))
    library.import_articles(
        (article(n, f"changed in {words}") for n in range(1, 30)), source, now=now,
        progress=lambda r: say(f"changed {words}"))
    gone = library.sources.add("/gone/" + words, SourceKind.FILE, now=now)
    library.import_articles(
        [article(f"gone-{words}-{n}", "to be removed") for n in range(20)], gone, now=now)
    library.sources.remove(gone)
    if turn % 2:
        library.sources.clear_leftovers()
    say("removed " + words)
"""


REFRESH = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from crisis_reader.library import Library, add_source, refresh
from crisis_reader.library.articles import importing

path, run = sys.argv[1], int(sys.argv[2])
importing._BATCH = 1  # as many commits as articles, so that kills meet them
folder = Path(path).parent / "news"
folder.mkdir(exist_ok=True)
now = datetime.now(UTC)

def say(what):
    os.write(1, (what + "\\n").encode())

library = Library.open(path)
add_source(library, str(folder), now=now)
say("open")
turn = 0
while True:
    turn += 1
    for number in range(120):
        kind = "old" if number < 60 else f"new-{run}-{turn}"
        words = f"The sitting of {run}-{turn} by {number} went on. " * 9
        half = folder.parent / "half"
        half.write_text(words)
        half.replace(folder / f"{kind}-{number}.txt")  # the kill is to halve no article itself
    begun = len(library.articles)
    refresh(library, now=now, progress=lambda p: say(f"shelved {begun + p.report.new}"))
    say(f"refreshed {run} {turn}")
"""


def killed_after(
    path: Path, run: int, seconds: float, said: int = 0, work: str = WORK
) -> list[list[str]]:
    """What a program acknowledged until it was killed.

    That is so many seconds after it had opened the library and acknowledged ``said`` lines: a
    machine that is busy with other things gets as far as an idle one.
    """
    with subprocess.Popen(
        [sys.executable, "-c", work, str(path), str(run)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        first = [program.stdout.readline() for _ in range(said)]
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
        # A line that was cut short was not said.
        return [line.split() for line in (*first, *program.stdout) if line.endswith("\n")]


def see_that_nothing_is_half_there(library: Library) -> None:
    """File, index, rows, versions and texts agree with each other."""
    database = library._database
    assert [tuple(row) for row in database.rows("PRAGMA integrity_check")] == [("ok",)]
    with database.writing():
        database.run("INSERT INTO search (search) VALUES ('integrity-check')")
    unpaired = database.rows(
        "SELECT a.id FROM article a WHERE a.versions <> (SELECT count(*) FROM version v"
        " WHERE v.article = a.number) OR NOT EXISTS (SELECT 1 FROM holding h WHERE h.article ="
        " a.number) OR a.version <> (SELECT v.version FROM version v WHERE v.article = a.number"
        " AND v.number = a.versions)"
    )
    assert unpaired == []
    left = set(database.numbers("SELECT article FROM leftover"))
    shelved = set(database.numbers("SELECT number FROM article"))
    assert set(database.numbers("SELECT DISTINCT article FROM version")) == shelved | left
    found = set(database.numbers("SELECT rowid FROM search WHERE search MATCH 'sitting'"))
    assert found == shelved | left


def see_that_it_is_there(library: Library, said: list[str], run: int) -> None:
    """One thing that was acknowledged."""
    match said:
        case ["note", words]:
            assert words in {note.words for note in library.marks.all_notes()}
        case ["articles", first, done]:
            for number in range(int(first), int(first) + int(done)):
                assert library.list.row(f"https://x.example/{number}") is not None
        case ["changed", words]:
            texts = [library.articles.article(f"https://x.example/{n}").text for n in (1, 29)]
            # A later turn may have changed them again.
            assert all(f"changed in {run}-" in text for text in texts), words
        case ["removed", words]:
            assert library.list.row(f"https://x.example/gone-{words}-0") is None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_a_program_killed_again_and_again(tmp_path: Path) -> None:
    """Twenty-four kills at random moments on one library: nothing acknowledged is ever lost."""
    path = tmp_path / "library.sqlite3"
    moments = random.Random(5)
    acknowledged: list[tuple[int, list[str]]] = []
    wanted = {"note", "articles"}
    for run in range(1, 2 * KILLS + 1):
        if run > KILLS and wanted == {kind for _, (kind, *_) in acknowledged}:
            break
        # Where other programs hold up everything, later kills find more acknowledged.
        said = killed_after(path, run, moments.uniform(0.0, 0.25 if run <= KILLS else 3.0))
        with Library.open(path) as library:
            see_that_nothing_is_half_there(library)
            for one in said:
                see_that_it_is_there(library, one, run)
            settings = [words for kind, *words in said if kind == "setting"]
            if settings:
                kept = str(library.memory.setting("last")).split("-")
                assert [int(part) for part in kept] >= [int(p) for p in settings[-1][0].split("-")]
        acknowledged += [(run, one) for one in said if one[0] in wanted]
    with Library.open(path) as library:
        for run, one in acknowledged:
            see_that_it_is_there(library, one, run)
    assert {kind for _, (kind, *_) in acknowledged} == wanted


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_killed_while_it_is_made(tmp_path: Path) -> None:
    """A file that was being made when the program was killed opens as a library."""
    code = (
        "import sys; from crisis_reader.library import Library; print(flush=True);"
        "Library.open(sys.argv[1])"
    )
    moments = random.Random(3)
    for run in range(6):
        path = tmp_path / f"{run}.sqlite3"
        with subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE
        ) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(moments.uniform(0.0, 0.008))
            program.kill()
        with Library.open(path) as library:
            library.memory.set_setting("a", "b")
            assert library.memory.setting("a") == "b"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_a_killed_import_goes_on(tmp_path: Path) -> None:
    """Two programs import into one library at once, one is killed: the other does not notice."""
    path = tmp_path / "library.sqlite3"
    Library.open(path).close()
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(path), "1"], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        said = killed_after(path, 2, 0.1, said=4)
        first = [other.stdout.readline() for _ in range(4)]
        other.kill()
        theirs = [line.split() for line in (*first, *other.stdout) if line.endswith("\n")]
    with Library.open(path) as library:
        see_that_nothing_is_half_there(library)
        for run, lines in ((1, theirs), (2, said)):
            for one in lines:
                if one[0] in ("note", "articles", "removed"):
                    see_that_it_is_there(library, one, run)
    assert len(said) > 3
    assert len(theirs) > 3


def see_that_it_was_refreshed(library: Library, said: list[list[str]]) -> None:
    """Every article that was told to be on the shelf is there, with the words it had then."""
    shelved = [int(words[0]) for kind, *words in said if kind == "shelved"]
    assert len(library.articles) >= max(shelved, default=0)
    done = [
        (int(run), int(turn))
        for kind, *words in said
        if kind == "refreshed"
        for run, turn in [words]
    ]
    texts = {article.id: article.text for article in library.articles}
    for run, turn in done:
        for number in range(60, 120):
            assert (
                f"The sitting of {run}-{turn} by {number} "
                in texts[f"new-{run}-{turn}-{number}.txt"]
            )
    if done:
        for number in range(60):
            now = texts[f"old-{number}.txt"].split()[3].split("-")
            assert (int(now[0]), int(now[1])) >= done[-1]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal nothing can catch")
def test_a_refresh_killed_again_and_again(tmp_path: Path) -> None:
    """What it had told of is there, the file is sound, and the next refresh reads the rest."""
    path = tmp_path / "library.sqlite3"
    moments = random.Random(7)
    told: set[str] = set()
    for run in range(1, KILLS // 2 + 1):
        # Every other one at once after a word was heard: a reading is cut in two so.
        seconds = moments.uniform(0.0, 0.2) if run % 2 else 0.0
        said = killed_after(path, run, seconds, said=run % 5, work=REFRESH)
        with Library.open(path) as library:
            see_that_nothing_is_half_there(library)
            see_that_it_was_refreshed(library, said)
        told |= {kind for kind, *_ in said}
    assert "shelved" in told
    with Library.open(path) as library:
        report = refresh(library, now=datetime.now(UTC))
        assert not report.cancelled
        see_that_nothing_is_half_there(library)
        folder = tmp_path / "news"
        read = {file.name: file.read_text().strip() for file in folder.iterdir()}
        kept = {article.id: article.text.strip() for article in library.articles}
        assert kept == read
        assert library.sources.all()[0].refreshed is not None
