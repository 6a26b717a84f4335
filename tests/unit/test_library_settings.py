"""Settings: what a reader may set, and what is told of mistakes."""

import pytest

from crisis_reader.library.settings import Settings, parse_settings, unusable


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
