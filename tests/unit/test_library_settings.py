"""Settings: what a reader may set, and what is told of mistakes."""

from pathlib import Path

import pytest

from crisis_reader.library.settings import Settings, parse_settings, read_settings, unusable
from crisis_reader.sources import Limits


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
        (
            "them = 'x'",
            "'them' is no setting; use theme, copy_command",
        ),
        ("theme = 3", "'theme' has to be text"),
        ("keys = 3", "'keys' has to be a table"),
        ('copy_command = "a \'b"', "'copy_command' can't be read"),
        ("[keys]\n'next match' = 'no key'", "'no key' is no key"),
        ("[keys]\n'next match' = []", "no key is named"),
        ("refresh_every = -1", "'refresh_every' has to be minutes"),
        ("refresh_every = true", "'refresh_every' has to be minutes"),
        ("network = 3", "'network' has to be a table"),
        ("[network]\nspeed = 3", "'speed' is no setting of [network]; use max_redirects"),
        ("[network]\nallow_private = 1", "'allow_private' has to be true or false"),
        ("[network]\nmax_redirects = 2.5", "'max_redirects' has to be a whole number from 0 to 20"),
        ("[network]\nmax_megabytes = 0", "'max_megabytes' has to be a number from 0.1 to 100"),
        ("[network]\nmax_seconds = '9'", "'max_seconds' has to be a number from 1 to 600"),
        ("[network]\ncontact = 3", "'contact' has to be"),
        ('[network]\ncontact = "a\\r\\nx: y"', "'contact' has to be"),
        ('[network]\ncontact = "a) b"', "'contact' has to be"),
        ("reading = 3", "'reading' has to be a table"),
        ("[reading]\nwords = 3", "'words' is no setting of [reading]; use max_characters"),
        ("[reading]\nmax_characters = 3", "'max_characters' has to be a whole number from 10,000"),
        ("[reading]\nmax_file_megabytes = 'all'", "'max_file_megabytes' has to be a number"),
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


def test_limits_of_fetching() -> None:
    """Each has its default; a wrong one changes no other."""
    assert parse_settings("theme = 'x'").network is None
    text = """
[network]
allow_private = true
max_redirects = 2
max_megabytes = 1.5
max_seconds = 8
pause = 0
contact = "desk@example.org"
"""
    assert parse_settings(text).network == Limits(
        allow_private=True,
        redirects=2,
        megabytes=1.5,
        seconds=8,
        pause=0,
        contact="desk@example.org",
    )
    assert parse_settings("[network]\npause = 'x'\nmax_seconds = 3").network == Limits(seconds=3)


def test_minutes_between_two_refreshes() -> None:
    """None but those asked for where nothing is set."""
    assert parse_settings("").refresh_every == 0
    assert parse_settings("refresh_every = 30").refresh_every == 30


def test_the_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder for settings; without it everything is as described."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert read_settings() == Settings()
    (tmp_path / "crisis-reader").mkdir()
    file = tmp_path / "crisis-reader" / "config.toml"
    file.write_text("theme = 'crisis-light'\nspeed = 3\n", "utf-8")
    found = read_settings()
    assert found.theme == "crisis-light"
    assert [p.source for p in found.problems] == [str(file)]


def test_limits_of_reading_stand_beside_those_of_the_network() -> None:
    """One record has both, the defaults for what is not set."""
    text = "[network]\npause = 2\n[reading]\nmax_characters = 20000\nmax_file_megabytes = 0.5"
    limits = Limits(pause=2, characters=20_000, file_megabytes=0.5)
    assert parse_settings(text).network == limits
    assert parse_settings("[reading]\nmax_characters = 20000").network == Limits(characters=20_000)
