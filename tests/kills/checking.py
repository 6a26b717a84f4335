"""A program killed at some moment, and what must hold of its library afterwards.

Nothing that it had acknowledged is lost, the file opens and is sound, and nothing is half there.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.kills.working import NEW, NOTED, OLD, OTHER

from crisis_reader.library import Library

Said = list[list[str]]
"""The lines of a program, each in words."""


def killed_after(kind: str, path: Path, run: int, seconds: float, lines: int = 1) -> Said:
    """What a program acknowledged until it was killed.

    Args:
        kind: What it does, a key of ``WORK``.
        path: Its library.
        run: Told to it.
        seconds: How long after the last of those lines.
        lines: How many lines to wait for first: a busy machine gets as far as an idle one. 1 kills
            it about when it opens the library, 2 when it has.
    """
    program = [sys.executable, "-m", "tests.kills.working", kind, str(path), str(run)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = [process.stdout.readline() for _ in range(lines)]
        assert first[0] == "started\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        # A line that was cut short was not said.
        return [line.split() for line in (*first, *process.stdout) if line.endswith("\n")][1:]


def see_that_it_is_whole(library: Library) -> None:
    """File, index, rows, versions and texts agree with each other."""
    database = library._database
    assert [tuple(row) for row in database.rows("PRAGMA integrity_check")] == [("ok",)]
    assert database.rows("PRAGMA foreign_key_check") == []
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


def see_what_was_imported(library: Library, said: Said, run: int) -> None:
    """Articles, changes and removals that a run acknowledged; later runs may have changed more."""
    for what, *words in said:
        if what == "articles":
            first, done = map(int, words)
            for number in range(first, first + done):
                text = library.articles.article(f"https://x.example/{number}").text
                assert text.startswith(f"{number} first text ")
        elif what == "changed":
            texts = [library.articles.article(f"https://x.example/{n}").text for n in (1, 29)]
            runs = [int(text.split()[3].split("-")[0]) for text in texts]
            assert min(runs) >= run
        elif what == "removed":
            assert library.list.row(f"https://x.example/gone-{words[0]}-0") is None


def see_what_was_noted(library: Library, said: Said) -> None:
    """Marks as a run left them: as acknowledged last, or as the one call after that makes them."""
    notes = library.marks.all_notes()
    words = {note.words for note in notes}
    last = {what: rest for what, *rest in said}
    for what, *rest in said:
        if what == "again":
            assert f"{rest[0]} again" in words
        elif what == "note":
            assert {rest[0], f"{rest[0]} again"} & words
        elif what == "taken":
            assert int(rest[0]) not in {note.number for note in notes}
    tied = {anchor.number for anchor in library.marks.anchors(NOTED, OTHER)}
    untied = {int(number) for what, number in _pairs(said) if what == "untied"}
    assert not untied & tied
    if said and said[-1][0] == "anchor":
        assert int(said[-1][1]) in tied
    if "setting" in last:
        kept = [int(part) for part in str(library.memory.setting("last")).split("-")]
        assert kept >= [int(part) for part in last["setting"][0].split("-")]
    states = [library.reading.state(one) for one in (NOTED, OTHER)]
    # Both are marked as read by one call: never one alone.
    assert (states[0].read is None) == (states[1].read is None)
    if said and said[-1][0] == "position":
        assert states[0].position == int(said[-1][1])


def _pairs(said: Said) -> list[tuple[str, str]]:
    return [(line[0], line[1]) for line in said if len(line) == 2]


def see_what_was_refreshed(library: Library, said: Said) -> None:
    """Every article that was told to be on the shelf is there, with the words it had then."""
    shelved = [int(words[0]) for what, *words in said if what == "shelved"]
    assert len(library.articles) >= max(shelved, default=0)
    done = [(int(words[0]), int(words[1])) for what, *words in said if what == "refreshed"]
    texts = {article.id: article.text for article in library.articles} if done else {}
    for run, turn in done:
        for number in range(OLD, OLD + NEW):
            told = f"The sitting of {run}-{turn} by {number} "
            assert told in texts[f"new-{run}-{turn}-{number}.txt"]
    for number in range(OLD if done else 0):
        now = texts[f"old-{number}.txt"].split()[3].split("-")
        assert (int(now[0]), int(now[1])) >= done[-1]


def see_that_it_is_there(kind: str, library: Library, said: Said, run: int) -> None:
    """All that a run acknowledged."""
    if kind == "import":
        see_what_was_imported(library, said, run)
    elif kind == "note":
        see_what_was_noted(library, said)
    else:
        see_what_was_refreshed(library, said)


def killed_and_checked(
    kind: str, path: Path, run: int, *, seconds: float, lines: int, before: Sequence[Said] = ()
) -> Said:
    """Kill one run, then see to its library; what it said.

    Args:
        kind: As of ``killed_after``, like path, run, seconds and lines.
        path: The library.
        run: From 1; ``before`` holds what those before it said.
        seconds: After the last of the lines.
        lines: How many are waited for.
        before: What earlier runs acknowledged, which must be there still.
    """
    said = killed_after(kind, path, run, seconds, lines)
    with Library.open(path) as library:
        see_that_it_is_whole(library)
        see_that_it_is_there(kind, library, said, run)
        if kind == "import":
            for number, earlier in enumerate(before, start=1):
                see_what_was_imported(library, earlier, number)
    return said
