"""What may be loaded when: a command without a screen starts without the screen's libraries."""

import subprocess
import sys
from importlib import import_module

import pytest

from crisis_reader.cli.options import COMMANDS

WEB = {"httpx2", "httpcore2", "hishel", "protego", "trafilatura", "feedparser", "lxml"}
SERVED = {"textual_serve", "aiohttp", "jinja2"}
HEAVY = {"textual", "rich", "numpy", "listparser", "watchfiles", *WEB, *SERVED}

BARE = "import crisis_reader"
RUN = "from crisis_reader.cli import main; main({argv!r})"


def loaded(code: str) -> set[str]:
    """Top-level modules that a fresh interpreter has loaded after running this code."""
    report = f"{code}\nimport sys\nprint('LOADED', *{{m.partition('.')[0] for m in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-I", "-c", report], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_the_package_alone_loads_nothing_else() -> None:
    """``import crisis_reader`` loads no library and no room."""
    assert not loaded(BARE) & {*HEAVY, "rapidfuzz", "sentencex", "Stemmer", "yaml", "argparse"}


@pytest.mark.parametrize("name", ["Article", "open_source", "Problem", "Span"])
def test_public_names_load_no_screen(name: str) -> None:
    """A program that uses the package pays for what it uses."""
    assert not loaded(f"from crisis_reader import {name}") & HEAVY


CALLS = [
    ["--version"],
    ["--help"],
    ["list"],
    ["list", "--format", "json"],
    ["show", "bolivia-wire-departure"],
    ["compare", "bolivia-wire-departure", "bolivia-chronicle-20-oct-15-nov"],
    ["succession", "--as-of", "2019-11-15"],
    ["chronicle", "--format", "json"],
    ["overview", "bolivia-wire-departure", "bolivia-street-account"],
    ["notes"],
    ["export", "bolivia-wire-departure"],
    ["orders"],
    ["search", "quorum"],
    ["sources"],
    ["refresh"],
    ["add", "no-such-file.txt"],
    ["remove", "no-such-file.txt"],
    ["samples"],
    ["serve", "-"],
]


def test_every_command_is_among_the_calls() -> None:
    """A new command is checked like the others."""
    assert {argv[0] for argv in CALLS} >= COMMANDS.keys()


@pytest.mark.parametrize("argv", CALLS, ids=lambda argv: argv[0])
def test_commands_load_no_screen(argv: list[str]) -> None:
    """No command that prints loads textual, rich, numpy or a web library."""
    assert not loaded(RUN.format(argv=argv)) & HEAVY


def test_help_loads_no_room() -> None:
    """Help and version must come at once: no library is loaded for them."""
    found = loaded(RUN.format(argv=["--help"]))
    assert not found & {"yaml", "rapidfuzz", "sentencex", "Stemmer"}


def test_the_check_sees_what_is_loaded() -> None:
    """The test above would notice a screen library."""
    assert "rich" in loaded("import rich")


def test_every_name_of_the_library_is_loaded_when_needed() -> None:
    """Each is where the room says it is, and settings load no database."""
    library = import_module("crisis_reader.library")
    assert all(getattr(library, name) for name in library.__all__)
    assert "sqlite3" not in loaded("import crisis_reader.library.settings")
