"""The command line as a program sees it: output, errors, exit codes."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from crisis_reader.cli import main
from crisis_reader.cli.options import COMMANDS

WORDS = "The assembly met on Monday and adopted the budget after a long debate."
PROGRAM = [sys.executable, "-m", "crisis_reader"]


def written(path: Path, text: str) -> str:
    """A file with this text."""
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(*argv: str) -> "subprocess.CompletedProcess[str]":
    """The program in a process of its own, without a terminal."""
    return subprocess.run(
        [*PROGRAM, *argv], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_help_begins_for_listeners(capsys: pytest.CaptureFixture[str]) -> None:
    """The first line says which way a person with a screen reader goes; every command is named."""
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("With a screen reader use the commands")
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert "exit codes: 0 fine; 1 " in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it does comes first."""
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.casefold().startswith(COMMANDS[command].casefold())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """One line."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.split()[0] == "crisis-reader"


@pytest.mark.parametrize(
    "argv",
    [
        ["--nonsense"],
        ["compare", "bolivia-wire-departure", "bolivia-wire-departure"],
        ["show", "nothing-is-called-so"],
        ["show", ""],
        ["show", "a\0b"],
        ["show", "x" * 5_000],
        ["list", "--format", "yaml"],
        ["succession", "--as-of", "yesterday"],
        ["succession", "--order", "XX-1"],
        ["succession", "--outlet", "Nobody"],
    ],
)
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2, nothing on standard output, a word on standard error."""
    assert main(argv) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip()


def test_list_gives_ids_that_show_takes(capsys: pytest.CaptureFixture[str]) -> None:
    """The first word of each line names the article for the other commands."""
    assert main(["list"]) == 0
    line = capsys.readouterr().out.splitlines()[3]
    assert main(["show", line.split(":")[0]]) == 0
    title = capsys.readouterr().out.splitlines()[0].removeprefix("Title: ")
    assert title in line


def test_ids_of_own_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--from`` says where an id is looked up; its beginning suffices."""
    written(tmp_path / "a.txt", WORDS)
    assert main(["list", str(tmp_path)]) == 0
    short = capsys.readouterr().out.split(":")[0]
    assert main(["show", short[:3].upper(), "--from", str(tmp_path)]) == 0
    assert WORDS in capsys.readouterr().out
    assert main(["show", short]) == 2


def test_an_id_that_fits_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An ambiguous id is refused, not guessed."""
    for number in range(40):
        written(tmp_path / f"{number}.txt", f"{WORDS} {number}")
    assert main(["list", str(tmp_path)]) == 0
    firsts = [line[0] for line in capsys.readouterr().out.splitlines()]
    twice = next(f for f in firsts if firsts.count(f) > 1)
    assert main(["show", twice, "--from", str(tmp_path)]) == 2
    assert "give more" in capsys.readouterr().err


def test_what_could_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Code 1: the rest is told on standard output, the problem on standard error."""
    good = written(tmp_path / "a.txt", WORDS)
    assert main(["list", good, str(tmp_path / "none.txt")]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert told.err.startswith(f"problem: {tmp_path / 'none.txt'}: no such file")


def test_a_notice_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An assumed encoding is told, and the exit code stays 0."""
    (tmp_path / "a.txt").write_bytes(f"{WORDS} año".encode("cp1252"))
    assert main(["show", str(tmp_path / "a.txt")]) == 0
    told = capsys.readouterr()
    assert "año" in told.out
    assert told.err.startswith("notice: ")
    assert "cp1252" in told.err


def test_comparing_with_an_unreadable_one(tmp_path: Path) -> None:
    """With one article left there is nothing to compare; something could not be read."""
    assert main(["compare", written(tmp_path / "a.txt", WORDS), str(tmp_path / "b.txt")]) == 1


@pytest.mark.parametrize("command", ["list", "show", "compare", "succession", "chronicle"])
def test_json_names_its_schema(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command gives one document."""
    names = ["bolivia-wire-departure", "bolivia-street-account"]
    assert main([command, *names, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == f"crisis-reader.{command}/1"
    assert document["tool"].startswith("crisis-reader ")
    assert len(document["articles"]) == 2


@pytest.mark.parametrize("command", ["list", "show", "compare", "succession", "chronicle"])
@pytest.mark.parametrize("form", ["text", "json", "md", "wiki"])
def test_a_sample_says_so_wherever_it_goes(
    command: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every output that quotes a sample carries its note."""
    names = ["bolivia-wire-departure", "bolivia-street-account"]
    if main([command, *names, "--format", form]) == 2:
        assert form in ("md", "wiki")
    else:
        assert "written as a sample, not a news report" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_no_command_to_the_terminal_gets_through(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes in text, metadata and file names are shown as marks on both streams."""
    head = '---\ntitle: "T\\e[2J"\noutlet: "O\\e]0;x\\a"\n---\n'
    evil = f"{head}President Ana\x1b[31m Roca resigned on Monday.\u202e She left.\x9b2J"
    names = [
        written(tmp_path / "a\x1b[5m.md", evil),
        written(tmp_path / "b.md", evil + " More."),
        str(tmp_path / "gone\x1b[7m.txt"),
    ]
    for command in ("list", "show", "compare", "succession", "chronicle"):
        main([command, *names, "--format", form])
        told = capsys.readouterr()
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(told.out + told.err), command


def test_text_draws_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """No box drawing, no arrows, no bullets: words that can be read aloud."""
    for argv in (["list"], ["orders"], ["compare", "argentina-2001-a", "argentina-2001-b"]):
        assert main(argv) == 0
        out = capsys.readouterr().out
        assert not {c for c in out if 0x2190 <= ord(c) <= 0x25FF}


def test_one_outlet(capsys: pytest.CaptureFixture[str]) -> None:
    """``--outlet`` keeps what one outlet published, in any case of letters."""
    assert main(["succession", "--outlet", "WIRE (sample)", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["articles"]
    assert [a["outlet"] for a in told] == ["Wire (sample)"]


def test_what_stands_in_one_only(capsys: pytest.CaptureFixture[str]) -> None:
    """``--only`` tells what the other article leaves out, for each side."""
    assert main(["compare", "argentina-2001-a", "argentina-2001-b", "--only"]) == 0
    out = capsys.readouterr().out
    assert "Only in A, not in B: " in out
    assert "Only in B, not in A: " in out


def test_all_grades(capsys: pytest.CaptureFixture[str]) -> None:
    """``--all`` tells every match; what it leaves untold otherwise is counted."""
    names = ["compare", "argentina-2001-a", "argentina-2001-b"]
    assert main(names) == 0
    some = capsys.readouterr().out
    assert main([*names, "--all"]) == 0
    everything = capsys.readouterr().out
    assert "weaker not told" in some
    assert "weaker not told" not in everything
    assert len(everything) > len(some)


def test_without_a_terminal() -> None:
    """The screen needs a terminal; the message names the command that does not."""
    for argv in ([], ["samples"], ["articles"]):
        done = run(*argv)
        assert (done.returncode, done.stdout) == (2, "")
        assert "crisis-reader list" in done.stderr


def test_a_terminal_on_one_side_is_not_enough() -> None:
    """Output into a file from a terminal is refused as well."""
    controller, terminal = pty.openpty()
    try:
        done = subprocess.run(
            PROGRAM, stdin=terminal, capture_output=True, text=True, check=False, timeout=30
        )
    finally:
        os.close(controller)
        os.close(terminal)
    assert done.returncode == 2
    assert "crisis-reader list" in done.stderr


def test_a_reader_that_has_seen_enough() -> None:
    """Closing the pipe early gives no traceback."""
    process = subprocess.Popen(
        [*PROGRAM, "show", "--format", "json", *Path("articles").glob("*.md")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) == 0
    assert told == b""


def test_an_encoding_that_lacks_letters() -> None:
    """In a terminal without Unicode letters turn into question marks, not into a traceback."""
    done = subprocess.run(
        [*PROGRAM, "list"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"vac?o de poder" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_disk_that_is_full() -> None:
    """What was asked for can't be written: told in a line, and no fault of the program."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "crisis_reader", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "crisis-reader: what was asked for can't be written (no space left on device)\n"
    )
