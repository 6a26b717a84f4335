"""Settings: that the app obeys them and tells of mistakes."""

from pathlib import Path

from tests.tui.driving import press, seen, settle

from crisis_reader.library.settings import parse_settings
from crisis_reader.tui.app.help_text import action_names, help_lines
from crisis_reader.tui.jobs.copying import copy_out
from crisis_reader.tui.start import make_app

DATA = Path(__file__).parent / "data"


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
