"""The documents say what is true: outputs, commands, options, keys, links."""

import argparse
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from crisis_reader.cli import main
from crisis_reader.cli.arguments import command_parser, program_parser
from crisis_reader.cli.options import COMMANDS

SILENT = {"samples", "add", "remove", "refresh", "serve", "export"}
"""Commands that print no data, or articles whole, which no document of JSON holds."""
NAMED = {"sources", "notes", "overview"}
"""Those of which the README tells in words: of a library, or shown in the reference."""

ROOT = Path(__file__).parents[2]
PAGES = sorted(p.relative_to(ROOT) for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.fixture(scope="module")
def produce() -> ModuleType:
    """The script that writes outputs into the documents."""
    spec = importlib.util.spec_from_file_location("produce", ROOT / "docs" / "produce.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def options(parser: argparse.ArgumentParser) -> set[str]:
    """Every option of a parser."""
    return {o for action in parser._actions for o in action.option_strings}


def test_outputs_are_true(produce: ModuleType) -> None:
    """Every block in the README and the reference is what its command prints now."""
    assert sorted(map(str, produce.stale())) == [], "run: python docs/produce.py"


def test_the_script_notices_a_false_output(produce: ModuleType) -> None:
    """A block that was typed is replaced."""
    page = "x\n```console\n$ crisis-reader --version\nnonsense\n```\ny\n"
    assert "nonsense" not in produce.with_outputs(page)
    assert produce.with_outputs(page).startswith("x\n```console\n$ crisis-reader --version\ncrisis")


def test_the_readme_begins_with_the_two_commands() -> None:
    """Whoever opens it can run and test the program at once."""
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert lines[2].startswith("    pip install . && crisis-reader ")
    assert lines[3].startswith("    pip install '.[test]' && pytest ")
    assert len(lines) <= 150


def test_every_command_shows_its_output_in_the_readme() -> None:
    """All that print of the samples; the screen has a picture, the library's are named."""
    text = (ROOT / "README.md").read_text("utf-8")
    assert all(f"$ crisis-reader {name} " in text for name in set(COMMANDS) - SILENT - NAMED)
    assert all(
        f"crisis-reader {name}" in text for name in {"sources", "notes", *SILENT} - {"samples"}
    )


def test_every_command_and_option_is_in_the_reference() -> None:
    """The page on commands lacks none, and names no option that does not exist."""
    text = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    known = options(program_parser()).union(*(options(command_parser(c)) for c in COMMANDS))
    assert all(f"`{name}" in text for name in COMMANDS)
    assert known - {"-h"} == set(re.findall(r"--[a-z][a-z-]+", text))


def commands_of(words: str) -> set[str]:
    """The commands that the second column of the table of options means."""
    named = set(re.findall(r"`([a-z-]+)`", words))
    if not words.startswith("all"):
        return named
    return set(COMMANDS) - (SILENT if words == "all that print" else named)


def test_every_option_is_of_the_commands_that_the_reference_says() -> None:
    """No command takes another one, and none of them does without."""
    text = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    rows = re.findall(r"^\| `(--[a-z-]+)[^|]*\| ([^|]+?) \|", text, re.MULTILINE)
    assert len(rows) == len(dict(rows)) > 10
    taken = {"crisis-reader": options(program_parser())}
    taken |= {name: options(command_parser(name)) for name in COMMANDS}
    for option, words in rows:
        found = {name for name, known in taken.items() if option in known}
        assert found - {"crisis-reader"} == commands_of(words) - {"crisis-reader"}, option
        if "all" not in words:
            assert ("crisis-reader" in found) == ("crisis-reader" in words), option


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link within the repository has its file."""
    text = (ROOT / page).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    missing = [t for t in targets if not (ROOT / page).parent.joinpath(t).exists()]
    assert missing == []


def test_every_schema_is_documented() -> None:
    """The page on JSON has a section for each."""
    text = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")
    for command in set(COMMANDS) - SILENT:
        assert f"## crisis-reader.{command}/1\n" in text


def keys_in(value: object) -> set[str]:
    """Every key of every object, however deep; names of offices by language are data."""
    if isinstance(value, list):
        return {key for item in value for key in keys_in(item)}
    if not isinstance(value, dict):
        return set()
    return set(value).union(*(keys_in(v) for k, v in value.items() if k != "names"))


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in SILENT])
def test_every_key_is_documented(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No key of a document is missing from the page on JSON."""
    arguments = {"orders": [], "sources": [], "notes": [], "search": ["quorum", "outlet:desk"]}
    names = arguments.get(command, ["bolivia-wire-departure", "bolivia-street-account"])
    assert main([command, *names, "--format", "json"]) == 0
    known = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs/reference/json.md").read_text("utf-8")))
    assert keys_in(json.loads(capsys.readouterr().out)) - known == set()
