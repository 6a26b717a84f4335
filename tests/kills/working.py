"""A program that works on a library until it is killed, and says what is on the disk.

Run as ``python -m tests.kills.working KIND PATH RUN``; a line is said only after the call that did
it has returned. What it writes can be told from its kind and run, so that others can check it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.library import ImportReport, Library, SourceKind, add_source, refresh
from crisis_reader.library.articles import importing
from crisis_reader.text import Span

OLD, NEW = 60, 60
"""Files of the refreshed folder that change each turn, and files that come with it."""


def say(*what: object) -> None:
    """Acknowledge, in one write: a kill leaves a whole line or none."""
    os.write(1, (" ".join(map(str, what)) + "\n").encode())


def article(number: object, text: str) -> Article:
    """An article with an address of its own."""
    return Article.from_text(
        f"{number} {text} " + "and the sitting went on. " * 30,
        url=f"https://x.example/{number}",
        title=f"Sitting {number}",
        language="en",
    )


NOTED, OTHER = article("noted", "is read and marked"), article("other", "is tied to it")


def import_again_and_again(library: Library, run: int) -> None:
    """New articles, articles that change, articles that come and go."""
    importing._BATCH = 40  # many commits a second, so that kills meet them
    now = datetime.now(UTC)
    for turn in _turns():
        words = f"{run}-{turn}"
        source = library.sources.add("/news/" + words, SourceKind.FILE, now=now)
        first = run * 1_000_000 + turn * 100
        library.import_articles(
            (article(n, "first text") for n in range(first, first + 100)),
            source,
            now=now,
            progress=_telling("articles", first),
        )
        library.import_articles(
            (article(n, f"changed in {words}") for n in range(1, 30)), source, now=now
        )
        say("changed", words)
        gone = library.sources.add("/gone/" + words, SourceKind.FILE, now=now)
        library.import_articles(
            [article(f"gone-{words}-{n}", "to be removed") for n in range(20)], gone, now=now
        )
        library.sources.remove(gone)
        if turn % 2:
            library.sources.clear_leftovers()
        say("removed", words)


def _telling(what: str, first: int) -> Callable[[ImportReport], None]:
    return lambda report: say(what, first, report.done)


def note_again_and_again(library: Library, run: int) -> None:
    """Everything a reader writes: notes, bookmarks, anchors, read state, position, settings."""
    now = datetime.now(UTC)
    for turn in _turns():
        words = f"{run}-{turn}"
        note = library.marks.add_note(NOTED, Span(0, 5), words, now=now)
        say("note", words)
        library.marks.change_note(note.number, f"{words} again", now=now)
        say("again", words)
        anchor = library.marks.add_anchor(NOTED, OTHER, (Span(0, 5), Span(0, turn % 9)), now=now)
        say("anchor", anchor.number)
        library.reading.set_position(NOTED, turn % 100)
        say("position", turn % 100)
        library.reading.set_read([NOTED, OTHER], read=bool(turn % 2), now=now)
        say("read", turn % 2)
        library.memory.set_setting("last", words)
        say("setting", words)
        bookmark = library.marks.add_note(NOTED, Span(6, 8), None, now=now)
        library.marks.remove_note(bookmark.number)
        say("taken", bookmark.number)
        library.marks.remove_anchor(anchor.number)
        say("untied", anchor.number)


def refresh_again_and_again(library: Library, run: int) -> None:
    """A folder in which articles change and appear, read again each turn."""
    importing._BATCH = 1  # as many commits as articles, so that kills meet them
    assert library.path is not None
    folder = library.path.parent / "news"
    folder.mkdir(exist_ok=True)
    now = datetime.now(UTC)
    add_source(library, str(folder), now=now)
    for turn in _turns():
        for number in range(OLD + NEW):
            kind = "old" if number < OLD else f"new-{run}-{turn}"
            words = f"The sitting of {run}-{turn} by {number} went on. " * 9
            half = folder.parent / "half"
            half.write_text(words)
            half.replace(folder / f"{kind}-{number}.txt")  # the kill is to halve no file itself
        begun = len(library.articles)
        refresh(library, now=now, progress=lambda p: say("shelved", begun + p.report.new))  # noqa: B023 - called before the next turn
        say("refreshed", run, turn)


def _turns() -> Iterator[int]:
    turn = 0
    while True:
        turn += 1
        yield turn


WORK = {
    "import": import_again_and_again,
    "note": note_again_and_again,
    "refresh": refresh_again_and_again,
}

if __name__ == "__main__":
    kind, path, number = sys.argv[1:]
    say("started")
    opened = Library.open(Path(path))
    say("open")
    WORK[kind](opened, int(number))
