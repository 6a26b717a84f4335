"""Files that are large, broken or hostile, really on the disk: each costs itself and is told."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile

import pytest

from crisis_reader.cli import main

SAID = "President Ana Paz of Bolivia resigned on Monday after protests, the senate said. "
NOISE = random.Random(1).randbytes(5000)
MOST = 220
"""MiB that a command may take for all of it, of which the program and its libraries are 30."""


def of_size(megabytes: int) -> Callable[[Path], None]:
    """A file of so many million bytes, of which few are on the disk."""

    def write(path: Path) -> None:
        path.write_text(SAID)
        os.truncate(path, megabytes * 1_000_000)

    return write


def holding(content: bytes | str) -> Callable[[Path], None]:
    """A file with this in it."""

    def write(path: Path) -> None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return write


def linked(target: str) -> Callable[[Path], None]:
    """A link."""
    return lambda path: path.symlink_to(target)


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "large.txt": (of_size(70), "more than the 64 million bytes that are read; split it, or raise"),
    "binary.txt": (holding(b"\x00" + NOISE), "not a text file (it holds NUL bytes); save the art"),
    "image.html": (holding(b"\x89PNG\r\n\x1a\n\0" + NOISE), "not a text file (it holds NUL bytes)"),
    "half.txt": (holding(SAID.encode("utf-16")[:-1]), "broken at byte 162; save it again as UTF-8"),
    "empty.txt": (holding(""), "is empty; remove it or put the article's text in it"),
    "empty.md": (holding(""), "is empty; remove it or put the article's text in it"),
    "empty.html": (holding(""), "is empty; remove it or put the article's text in it"),
    "empty.json": (holding(""), "is empty; remove it or put the article's text in it"),
    "empty.jsonl": (holding(""), "is empty; remove it or put an article on each line"),
    "blank.txt": (holding(" \n\t\r\n"), "is empty; remove it or put the article's text in it"),
    "broken.json:1": (holding('{"text": "x'), "not valid JSON: Unterminated string starting at co"),
    "deep.json": (holding('[{"a":' * 100_000), "not valid JSON: nested too deeply; mend or remove"),
    "cut.jsonl:2": (
        holding(json.dumps({"text": SAID}) + '\n{"text": "cut\n' + json.dumps({"text": SAID * 2})),
        "not valid JSON: Invalid control character at column 14; mend or remove the line",
    ),
    "lost.txt": (linked("nowhere.txt"), "no such file or directory); check it and open it again"),
    "ring.txt": (linked("ring.txt"), "too many levels of symbolic links); check it and open it"),
}
"""Files that hold no article: how each is made, and what is said of it."""

READ_ALL_THE_SAME: dict[str, tuple[Callable[[Path], None], str]] = {
    "line.txt": (
        holding(SAID * 97_600),
        "only the first 999,945 of 7,905,600 characters were read",
    ),
    "word.txt": (holding("a" * 8_000_000), "only the first 1,000,000 of 8,000,000 characters were"),
    "nested.html": (holding("<div>" * 200_000 + f"<p>{SAID}</p>" + "</div>" * 200_000), ""),
    "open.html": (holding("<b><i>" * 100_000 + SAID), ""),
    "utf16.txt": (holding(SAID.encode("utf-16")), ""),
    "utf16.html": (holding(f"<p>{SAID}</p>".encode("utf-16")), ""),
    "unclosed.md": (holding(f"---\ntitle: x\n{SAID}"), "has no closing line '---' and was read as"),
    "wrong.md": (holding(f"---\ntitle: [a\nb: c\n---\n{SAID}"), "not valid YAML (did not find exp"),
    "bomb.md": (
        holding(f"---\na: &a [x, x]\nb: [*a, *a]\n---\n{SAID}"),
        "not valid YAML (alias *a is not allowed) and was read as text; mend it",
    ),
    "deep.md": (holding(f"---\na: {'[' * 50_000}\n---\n{SAID}"), "nest"),
}
"""Files that are read, with what is said of them."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did."""

    code: int
    out: str
    said: list[str]
    memory: int
    """Most MiB it had."""


_MEASURED = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(child.pid, 0)
with open(sys.argv[1], "w") as told:
    told.write(f"{os.waitstatus_to_exitcode(status)} {used.ru_maxrss}")
"""
"""Runs a command and writes down its exit code and memory. To a new process that of the one it
comes from is counted, and after thousands of tests that is more than any of these commands takes.
"""


def run(*words: str | Path) -> Run:
    """A command in a process of its own."""
    argv = [sys.executable, "-m", "crisis_reader", *map(str, words)]
    with TemporaryFile() as out, TemporaryFile() as said, NamedTemporaryFile("r") as told:
        measured = [sys.executable, "-c", _MEASURED, told.name, *argv]
        subprocess.run(measured, stdout=out, stderr=said, check=True)
        code, memory = map(int, told.read().split())
        out.seek(0)
        said.seek(0)
        lines = said.read().decode().splitlines()
        return Run(code, out.read().decode(), lines, memory // 1024)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them, with two that nothing is wrong with."""
    place = tmp_path_factory.mktemp("hostile") / "news"
    (place / "deeper").mkdir(parents=True)
    for name, (make, _) in (REFUSED | READ_ALL_THE_SAME).items():
        make(place / name.partition(":")[0])
    (place / "deeper" / "up").symlink_to(place)
    (place / "deeper" / "good.txt").write_text(f"{SAID}It said so twice.")
    os.mkfifo(place / "pipe.txt")
    return place


@pytest.fixture(scope="module")
def listed(folder: Path) -> Run:
    """The list of them all."""
    return run("list", folder)


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_no_article_is_told(listed: Run, folder: Path, name: str) -> None:
    """By its name, with what to do, in one line."""
    told = [line for line in listed.said if line.startswith(f"problem: {folder / name}: ")]
    assert len(told) == 1
    assert REFUSED[name][1] in told[0]


@pytest.mark.parametrize("name", READ_ALL_THE_SAME)
def test_what_can_be_read_is_read(listed: Run, folder: Path, name: str) -> None:
    """And what was left out of it is told."""
    told = [line for line in listed.said if f"{folder / name}:" in line]
    words = READ_ALL_THE_SAME[name][1]
    assert [line.startswith("notice: ") and words in line for line in told] == [True] * bool(words)


def test_the_rest_goes_on(listed: Run) -> None:
    """All that can be read is listed, nothing twice, no traceback, the exit code says it."""
    assert listed.code == 1
    cut = 2  # the articles of the file of lines, around the broken one
    assert len(listed.out.splitlines()) == len(READ_ALL_THE_SAME) + cut + 1
    assert "Traceback" not in "\n".join(listed.said)


def test_memory_is_bounded(listed: Run) -> None:
    """Whatever the files hold, and however much."""
    if sys.platform != "linux":
        pytest.skip("counted in other units elsewhere")
    assert 20 < listed.memory < MOST


def test_a_limit_that_was_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seventy megabytes of text are kept whole, read in part, and take three times their size."""
    (tmp_path / "crisis-reader").mkdir()
    config = tmp_path / "crisis-reader" / "config.toml"
    config.write_text("[reading]\nmax_file_megabytes = 100\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    large = tmp_path / "large.txt"
    large.write_text((SAID * 864_198)[:70_000_000])
    done = run("list", large)
    assert done.code == 0
    assert " words, English" in done.out
    assert ["only the first 999,945 of 70,000,000 characters" in one for one in done.said] == [True]
    assert done.memory < 330


def test_a_folder_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, with what to do; what lies beside it is read."""
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "inner.txt").write_text(SAID)
    (tmp_path / "good.txt").write_text(SAID)
    look = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert main(["list", str(tmp_path)]) == 1
    out, said = capsys.readouterr()
    assert out.count("\n") == 1
    assert said == f"problem: {locked}: may not be read; change its permissions\n"
