"""Exporting what is on the screen: which forms, where the file goes, what is said of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.tui.driving import press, seen, settle

from crisis_reader.cli.exports import Exports
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.jobs.exporting import write_out
from crisis_reader.tui.screens.choice_screen import ChoiceScreen

Make = Callable[[], CrisisReader]
DAY = date(2031, 9, 15)


def written(folder: Path) -> list[Path]:
    """The files of an export."""
    return list(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's folder of documents."""
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    return tmp_path / "crisis-reader"


@pytest.mark.parametrize(
    ("steps", "ending", "words"),
    [
        (0, "md", "## Comparison of"),
        (1, "html", "<!doctype html>"),
        (2, "json", "crisis-reader.compare/1"),
        (3, "svg", "<svg"),
    ],
)
async def test_e_writes_a_comparison(
    reader: Make, documents: Path, steps: int, ending: str, words: str
) -> None:
    """The form is chosen, the file is there, the screen says where."""
    app = reader()
    app.reports = Exports()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "c", "e")
        assert isinstance(app.screen, ChoiceScreen)
        await press(pilot, *["down"] * steps, "enter")
        assert "written to" in seen(app)
    (file,) = written(documents)
    assert file.suffix == f".{ending}"
    assert words in file.read_text("utf-8")


@pytest.mark.parametrize(("steps", "ending"), [(0, "md"), (1, "wiki"), (2, "html"), (3, "json")])
async def test_e_writes_a_line(reader: Make, documents: Path, steps: int, ending: str) -> None:
    """In every form that the command has."""
    app = reader()
    app.reports = Exports()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "l", "e", *["down"] * steps, "enter")
        assert "written to" in seen(app)
    (file,) = written(documents)
    assert file.suffix == f".{ending}"
    assert "Keeper of the Seal" in file.read_text("utf-8")


async def test_esc_exports_nothing(reader: Make, documents: Path) -> None:
    """Back to where the reader was."""
    app = reader()
    app.reports = Exports()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "c", "e", "escape")
        assert not isinstance(app.screen, ChoiceScreen)
    assert not written(documents)


async def test_nothing_compared_is_nothing_to_export(reader: Make) -> None:
    """The line below the texts says so."""
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.shelf.marked[:] = ["A"]
        app.compare(("A",))
        await settle(pilot)
        await press(pilot, "e")
        assert not isinstance(app.screen, ChoiceScreen)


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    """The second one of a day gets a number."""
    first = write_out("line-A", "md", "one", DAY, tmp_path)
    second = write_out("line-A", "md", "two", DAY, tmp_path)
    assert first != second
    assert (tmp_path / "line-A-2031-09-15.md").read_text() == "one"
    assert (tmp_path / "line-A-2031-09-15-2.md").read_text() == "two"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """In words, without a crash."""
    (tmp_path / "file").write_text("in the way")
    told = write_out("line-A", "md", "one", DAY, tmp_path / "file" / "folder")
    assert told.startswith("nothing was written to")


@pytest.mark.parametrize(("steps", "ending"), [(0, "md"), (1, "html"), (2, "json")])
async def test_e_writes_an_overview(reader: Make, documents: Path, steps: int, ending: str) -> None:
    """In the forms that the command has."""
    app = reader()
    app.reports = Exports()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "G", "v", "e")
        assert isinstance(app.screen, ChoiceScreen)
        await press(pilot, *["down"] * steps, "enter")
        assert "written to" in seen(app)
    (file,) = written(documents)
    assert file.suffix == f".{ending}"
    assert file.name.startswith("overview-")
    assert "verview" in file.read_text("utf-8")
