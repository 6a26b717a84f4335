"""What the commands print on the samples, kept as readable text.

``CRISIS_READER_REGOLD=1 pytest tests/cli`` writes the texts anew; read the difference before it is
committed.
"""

import os
from pathlib import Path

import pytest

from crisis_reader.cli import main

GOLDEN = Path(__file__).parents[1] / "golden"

WIRE, STREET = "bolivia-wire-departure", "bolivia-street-account"
ARGENTINA = ("argentina-2001-a", "argentina-2001-b")

CASES = {
    "list": ["list"],
    "show": ["show", STREET],
    "orders": ["orders"],
    "compare_bolivia": ["compare", WIRE, STREET],
    "compare_argentina": ["compare", *ARGENTINA, "--only"],
    "compare_two_languages": ["compare", WIRE, "bolivia-cronica-renuncia", "--all"],
    "succession_bolivia": ["succession", WIRE, STREET, "--as-of", "2019-11-15"],
    "succession_argentina": ["succession", *ARGENTINA, "--format", "md"],
    "chronicle_bolivia": ["chronicle", WIRE, STREET],
}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The output is what was read and found right before."""
    assert main(CASES[name]) == 0
    printed = capsys.readouterr().out
    path = GOLDEN / f"cli_{name}.txt"
    if os.environ.get("CRISIS_READER_REGOLD"):
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")
