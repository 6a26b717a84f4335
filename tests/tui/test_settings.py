"""Settings: what a reader may set, what is told of mistakes, and that the app obeys."""

from pathlib import Path

import pytest
from tests.tui.driving import press, seen, settle

from crisis_reader.tui.copying import copy_out
from crisis_reader.tui.help_text import action_names, help_lines
from crisis_reader.tui.settings import Settings, parse_settings, unusable
from crisis_reader.tui.start import make_app

DATA = Path(__file__).parent / "data"


def test_everything_that_can_be_set() -> None:
    """Theme, a command for copies, keys as text or as a list."""
    text = """
theme = "crisis-light"
copy_command = "xclip -selection clipboard"
[keys]
"next match" = "ctrl+n"
"previous match" = ["P", "f5"]
"""
    assert parse_settings(text) == Settings(
        theme="crisis-light",
        copy_command=("xclip", "-selection", "clipboard"),
        keys=(("next match", "ctrl+n"), ("previous match", "P,f5")),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme = ", "is no TOML"),
        ("them = 'x'", "'them' is no setting; use theme, copy_command, keys"),
        ("theme = 3", "'theme' has to be text"),
        ("keys = 3", "'keys' has to be a table"),
        ('copy_command = "a \'b"', "'copy_command' can't be read"),
        ("[keys]\n'next match' = 'no key'", "'no key' is no key"),
        ("[keys]\n'next match' = []", "no key is named"),
    ],
)
def test_each_mistake_is_told(text: str, told: str) -> None:
    """What is wrong and what to write instead."""
    assert [told in problem.message for problem in parse_settings(text).problems] == [True]


def test_a_mistake_in_toml_names_its_line() -> None:
    """The line of the file."""
    assert parse_settings("theme = 'x'\nkeys =\n").problems[0].line == 2


def test_what_there_is_not_is_told() -> None:
    """Unknown actions and themes, with where to find those there are."""
    settings = parse_settings("theme = 'neon'\n[keys]\n'fly' = 'f'")
    told = [problem.message for problem in unusable(settings, {"next match"}, {"crisis-dark"})]
    assert told == [
        "'fly' is no action; the help (?) names them all",
        "no theme is called 'neon'; there are crisis-dark",
    ]


def test_every_key_of_the_help_can_be_set() -> None:
    """Actions are called what the help calls them."""
    assert {"next match", "quit", "compare", "mark", "chronicle"} <= action_names()


async def test_the_app_obeys() -> None:
    """The theme, and a key in place of the one there was."""
    settings = parse_settings("theme = 'crisis-light'\n[keys]\nhelp = 'f1'")
    app = make_app([str(DATA)], settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == "crisis-light"
        await press(pilot, "question_mark")
        assert app.screen is app.home
        await press(pilot, "f1")
        assert seen(app).startswith("Help")


def test_the_help_shows_the_keys_that_count() -> None:
    """A key that the reader set stands where the usual one stood."""
    told = ["".join(words for words, _ in one.parts) for one in help_lines({"next match": "f9,>"})]
    assert next(line.split() for line in told if line.endswith(" next match")) == [
        "f9", ">", "next", "match",
    ]  # fmt: skip


async def test_mistakes_stand_among_the_problems() -> None:
    """The bar says that there are some, the list which."""
    app = make_app([str(DATA)], settings=parse_settings("[keys]\nfly = 'f'", "my/config.toml"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "exclamation_mark")
        assert "my/config.toml" in seen(app)
        assert "'fly' is no action" in seen(app)


def test_the_copy_command_gets_the_copy(tmp_path: Path) -> None:
    """On its standard input; the message names it."""
    kept = tmp_path / "taken"
    app = make_app([str(DATA)])
    told = copy_out(app, "words", tmp_path, ("tee", str(kept)))
    assert kept.read_text("utf-8") == "words"
    assert told.startswith("copied with tee")


def test_a_copy_command_that_fails_says_so(tmp_path: Path) -> None:
    """The file of the last copy is there all the same."""
    told = copy_out(make_app([str(DATA)]), "words", tmp_path, ("no-such-program",))
    assert "'no-such-program' (copy_command) did not take the copy" in told
    assert (tmp_path / "last-copy.txt").exists()
