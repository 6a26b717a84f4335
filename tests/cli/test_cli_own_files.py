"""Corrections and orders of a reader's own, beside the articles or named."""

import json
from pathlib import Path

import pytest

from crisis_reader.cli import main

TEXT = "The president of Ruritania, Ana Paz, resigned on Sunday. Crowds cheered in the streets."
ORDER = """
[order]
id = "RU-1990"
country = "ZZ"
country_names = { en = ["Ruritania", "Ruritanian"] }
target = "president"
citation = "Basic Law, art. 7"

[[office]]
rank = 0
id = "president"
en = ["President"]
"""
REJECT = '[[reject]]\narticle = "fall.txt"\nquote = "resigned"\nwhy = "a rumour"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article of a country without bundled order, with an order beside it."""
    (tmp_path / "fall.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ruritania.order.toml").write_text(ORDER, encoding="utf-8")
    return tmp_path


def test_an_own_order_is_listed_and_chosen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the bundled ones, by the same rules."""
    assert main(["orders", str(folder)]) == 0
    listed = capsys.readouterr().out
    assert "Ruritania\n  RU-1990: Basic Law, art. 7" in listed
    assert "BO-2009: " in listed
    assert main(["succession", str(folder)]) == 0
    assert "President:\n  Ana Paz out: " in capsys.readouterr().out


def test_an_own_order_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--order`` knows it, in any case."""
    assert main(["succession", str(folder / "fall.txt"), "--order", "ru-1990"]) == 0
    assert "Basic Law, art. 7" in capsys.readouterr().out


def test_a_broken_order_costs_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named with its line; the others are read."""
    broken = folder / "broken.order.toml"
    broken.write_text(ORDER.replace('en = ["President"]', 'en = "President"'), encoding="utf-8")
    assert main(["orders", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert "RU-1990: " in out
    assert f"problem: {broken}:9: en is no list of names" in err


@pytest.mark.parametrize("command", ["succession", "chronicle"])
def test_corrections_beside_the_articles(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are read without being asked for."""
    (folder / "corrections.toml").write_text(REJECT, encoding="utf-8")
    assert main([command, str(folder)]) == 0
    assert "rejected by the reader: resigned" in capsys.readouterr().out


def test_corrections_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From wherever they lie; given twice they count once."""
    mine = folder / "mine.txt.toml"
    mine.write_text(REJECT, encoding="utf-8")
    asked = ["--corrections", str(mine), "--corrections", str(mine)]
    assert main(["succession", str(folder), *asked]) == 0
    assert capsys.readouterr().out.count("rejected by the reader: resigned") == 1


def test_what_is_wrong_with_corrections_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake and a correction that fits no more, each with path and line; a missing file."""
    path = folder / "corrections.toml"
    gone = '[[reject]]\narticle = "fall.txt"\nquote = "abdicated"\n'
    path.write_text('[[fix]]\narticle = "a"\nquote = "b"\n' + gone, encoding="utf-8")
    missing = str(folder / "none.toml")
    assert main(["succession", str(folder), "--corrections", missing]) == 1
    err = capsys.readouterr().err
    assert f"problem: {path}:1: [[fix]] needs 'set'" in err
    assert f"problem: {path}:4: correction lost: 'abdicated'" in err
    assert f"problem: {missing}: no such file" in err


def test_compare_reads_corrections(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its mistakes are told there, too."""
    (folder / "rise.txt").write_text(TEXT + " Nobody else did.", encoding="utf-8")
    (folder / "corrections.toml").write_text("[[fix]\n", encoding="utf-8")
    assert main(["compare", str(folder)]) == 1
    assert "not valid TOML" in capsys.readouterr().err


def test_without_an_order_it_is_told_how_to_choose_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A notice, since nothing is lost."""
    (tmp_path / "fall.txt").write_text("Ana Paz resigned as president.", encoding="utf-8")
    assert main(["succession", str(tmp_path)]) == 0
    assert "notice: order of succession: none fits by itself" in capsys.readouterr().err
    assert main(["succession", str(tmp_path), "--order", "BO-2009"]) == 0
    assert "none fits" not in capsys.readouterr().err


WORDS = '[ruritania]\nhorn_night = "blew the horns, horn night | noche de bocinas"\n'
PAIR = (
    "Elphberg fell. Crowds answered the decree with a horn night in Strelsau. The Diet met later.",
    "Elphberg is out. They blew the horns in Strelsau against the decree. Shops stayed shut.",
)


def pair_in(folder: Path) -> list[str]:
    """Two articles in a folder, and the command that compares them."""
    for name, text in zip(("horn.txt", "night.txt"), PAIR, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    names = [str(folder / "horn.txt"), str(folder / "night.txt")]
    return ["compare", *names, "--all", "--format", "json"]


def best_score(asked: list[str], capsys: pytest.CaptureFixture[str]) -> float:
    """The score of the match of the two sentences on that night; 0 without one."""
    assert main(asked) == 0
    matches = json.loads(capsys.readouterr().out)["matches"]
    return max((m["score"] for m in matches if "Strelsau" in m["left"]["quote"]), default=0.0)


def test_concepts_beside_the_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words that a reader says mean the same speak for a match; the program's table stays."""
    asked = pair_in(tmp_path)
    without = best_score(asked, capsys)
    (tmp_path / "concepts.toml").write_text(WORDS, encoding="utf-8")
    assert best_score(asked, capsys) > without
    (tmp_path / "concepts.toml").unlink()
    assert best_score(asked, capsys) == without


def test_a_mistake_in_concepts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its line; the other rows count."""
    asked = pair_in(tmp_path)
    (tmp_path / "concepts.toml").write_text('"Horn Night" = "horns"\n' + WORDS, encoding="utf-8")
    assert main(asked) == 1
    told = f"problem: {tmp_path / 'concepts.toml'}:1: Concept Horn Night: the name of a concept is"
    assert told in capsys.readouterr().err
