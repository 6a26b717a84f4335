"""``--log FILE``: what a command fetched, read and refused."""

import re
from pathlib import Path

import pytest

from crisis_reader.cli import main
from crisis_reader.cli.arguments import command_parser
from crisis_reader.cli.options import COMMANDS

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00 \[\d+\] \S.*")


def test_a_command_between_its_beginning_and_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next one is added; nothing else changes."""
    (tmp_path / "a.txt").write_text("The court met on Friday.")
    log = tmp_path / "x.log"
    assert main(["list", str(tmp_path / "a.txt"), "--log", str(log)]) == 0
    assert main(["show", str(tmp_path / "b.txt"), "--log", str(log)]) == 1
    assert "court" in capsys.readouterr().out
    lines = log.read_text().splitlines()
    assert all(map(LINE.fullmatch, lines))
    told = [line.split("] ", 1)[1] for line in lines]
    assert told[0].startswith("began list: crisis-reader ")
    assert told[1].startswith(f"read {tmp_path / 'a.txt'}: 1 article")
    assert told[2].startswith("ended list: exit code 0, ")
    assert told[3].startswith("began show: ")
    assert told[-2].startswith(f"refused {tmp_path / 'b.txt'}: no such file")
    assert "exit code 1" in told[-1]


def test_a_command_that_is_refused_is_ended_in_the_log(tmp_path: Path) -> None:
    """An id that nobody knows, say."""
    log = tmp_path / "x.log"
    assert main(["show", "zzz", "--log", str(log)]) == 2
    assert "ended show: broken off" in log.read_text()


def test_a_log_that_can_t_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage, told in a line; the command is not begun."""
    assert main(["list", "--log", str(tmp_path / "none" / "x.log")]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.fullmatch("crisis-reader: the log .* can't be written .*; name .*\n", printed.err)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_it(name: str) -> None:
    """The screen's, too."""
    assert "--log" in {o for a in command_parser(name)._actions for o in a.option_strings}
