"""The faults that are put into the code by hand still have a place there."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = [
    row
    for table in sorted((ROOT / "tests/mutants").glob("*.toml"))
    for row in tomllib.loads(table.read_text("utf-8"))["mutant"]
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{n} {row['file']}" for n, row in enumerate(ROWS)])
def test_it_applies_and_its_tests_are_there(row: dict[str, str | list[str]]) -> None:
    """The code to replace stands there once, so that code that moves takes its faults along."""
    code = (ROOT / "src" / "crisis_reader" / str(row["file"])).read_text("utf-8")
    assert code.count(str(row["old"])) == 1
    assert [name for name in row["tests"] if not (ROOT / name).exists()] == []
