"""Copying: what a citation says, and where the copy goes."""

from datetime import date
from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.text.spans import Span
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.jobs.copying import citation, copy_out, passage_text

DAY = date(2031, 10, 3)


def _article(**known: str) -> Article:
    return Article.from_text("The regent left the palace. Nobody was hurt.", **known)  # type: ignore[arg-type] # strings only


def test_what_is_not_known_is_spelled_out() -> None:
    """No outlet, no date and a made title are said, not left out."""
    told = citation(_article(), Span(0, 27), DAY)
    assert told.splitlines()[0] == "“The regent left the palace.”"
    assert "title made from the first sentence" in told
    assert "no outlet" in told
    assert "no date" in told
    assert told.endswith("read 3 Oct 2031")


def test_a_citation_carries_outlet_agency_address_and_note() -> None:
    """All that is known, a line each; a sample says that it is one."""
    article = _article(
        title="Regent leaves",
        outlet="Lantern",
        agency="Courier",
        published="2031-09-17",
        url="https://lantern.example/1",
        note="written as a sample",
    )
    lines = citation(article, Span(0, 27), DAY).splitlines()
    assert lines[1:] == [
        "Regent leaves",
        "Lantern",
        "agency: Courier",
        "17 Sep 2031",
        "https://lantern.example/1",
        "read 3 Oct 2031",
        "written as a sample",
    ]


def test_only_those_who_tell_it_are_cited() -> None:
    """A column without the passage adds nothing."""
    articles = {"A": _article(outlet="One"), "B": _article(outlet="Two")}
    text = passage_text([Span(0, 27), None], ["A", "B"], articles, DAY)
    assert "One" in text
    assert "Two" not in text


def test_an_escape_in_an_article_is_not_copied() -> None:
    """What is pasted into a shell must not be a command of the article's."""
    article = Article.from_text("He\x1b]52;c;AAAA\x07 left.")
    assert "\x1b" not in citation(article, Span(0, len(article.text)), DAY)


async def test_outside_tmux_the_terminal_is_asked_and_a_file_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The message says where the copy went."""
    monkeypatch.delenv("TMUX", raising=False)
    app = CrisisReader()
    async with app.run_test():
        told = copy_out(app, "words", tmp_path)
        assert app.clipboard == "words"
    assert "terminal's clipboard" in told
    assert (tmp_path / "last-copy.txt").read_text("utf-8") == "words"
    assert str(tmp_path) in told


async def test_inside_tmux_its_own_buffer_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The text goes to tmux's standard input."""
    fake = tmp_path / "tmux"
    fake.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/args\ncat > {tmp_path}/got\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("TMUX", "/tmp/socket,1,0")
    app = CrisisReader()
    async with app.run_test():
        told = copy_out(app, "words", tmp_path)
    assert "tmux's buffer" in told
    assert (tmp_path / "got").read_text() == "words"
    assert (tmp_path / "args").read_text() == "load-buffer -w -\n"
