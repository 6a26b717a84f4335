"""Files beside the articles: found, decoded, never taken for articles."""

from pathlib import Path

import pytest

from crisis_reader.errors import Problem
from crisis_reader.sources import SideFile, open_source, read_side_file, side_files

ARTICLE = "The assembly met on Monday and adopted the budget after a long debate."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article, corrections and two orders."""
    (tmp_path / "orders").mkdir()
    for name, text in {
        "a.txt": ARTICLE,
        "corrections.toml": "# mine",
        "fiji.order.toml": "[order]",
        "orders/chad.toml": "[order]",
        "orders/.hidden.toml": "x",
        "orders/notes.txt": ARTICLE,
        "concepts.toml": "# words",
        "other.toml": "x",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def names(files: tuple[SideFile, ...]) -> list[str]:
    """Names of the files alone."""
    return [Path(file.path).name for file in files]


def test_each_sort_of_a_folder(folder: Path) -> None:
    """Each sort by its name; hidden files and other kinds are left out."""
    found = side_files([folder])
    assert [f.text for f in found.corrections] == ["# mine"]
    assert sorted(names(found.orders)) == ["chad.toml", "fiji.order.toml"]
    assert [f.text for f in found.concepts] == ["# words"]


def test_beside_an_opened_file(folder: Path) -> None:
    """A file opened by itself has the files of its folder."""
    assert names(side_files([folder / "a.txt"]).corrections) == ["corrections.toml"]


def test_a_folder_counts_once(folder: Path) -> None:
    """However it is named, and however many articles lie in it."""
    loaded = open_source(folder)
    found = side_files([folder, folder / "a.txt"], loaded.articles)
    assert names(found.corrections) == ["corrections.toml"]


def test_beside_an_article_that_was_named_by_its_id(folder: Path) -> None:
    """An id is no place, but its article lies somewhere."""
    (article,) = (a for a in open_source(folder).articles if a.id == "a.txt")
    assert names(side_files(["a.t"], [article]).corrections) == ["corrections.toml"]


def test_none_of_them_is_an_article(folder: Path) -> None:
    """Opening the folder reads the articles and nothing else."""
    assert [a.id for a in open_source(folder).articles] == ["a.txt", "orders/notes.txt"]


def test_what_cannot_be_decoded_is_a_problem(folder: Path) -> None:
    """TOML is UTF-8; anything else is named, the rest is read on."""
    (folder / "corrections.toml").write_bytes(b"why = \xe9")
    found = side_files([folder])
    assert [p.source for p in found.problems] == [str(folder / "corrections.toml")]
    assert len(found.orders) == 2


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """One named on the command line may not exist."""
    missing = read_side_file(tmp_path / "none.toml")
    assert isinstance(missing, Problem)
    assert "no such file" in missing.message


def test_no_place_is_passed_over() -> None:
    """A word that is no path of this system brings nothing and breaks nothing."""
    assert side_files(["x\0y", "z" * 5000]).problems == ()
