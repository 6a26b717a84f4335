"""The two real articles that the repository may not hold: every quote is a slice of its file."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crisis_reader.cli import main

SHARED = os.environ.get("CRISIS_READER_SHARED")
SEEDS = sorted((Path(SHARED) / "seeds").glob("*.txt")) if SHARED else []

pytestmark = pytest.mark.skipif(
    len(SEEDS) < 2, reason="CRISIS_READER_SHARED names no folder with two articles in seeds/"
)


def spans_in(value: object) -> Iterator[dict[str, Any]]:
    """Every object that quotes, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from spans_in(item)
    elif isinstance(value, dict):
        if "quote" in value and "start" in value:
            yield value
        for item in value.values():
            yield from spans_in(item)


@pytest.mark.parametrize(
    "argv",
    [
        ["compare"],
        ["succession", "--as-of", "2019-11-15"],
        ["succession"],
        ["chronicle"],
        ["show"],
    ],
    ids=" ".join,
)
def test_every_quote_is_a_slice_of_its_file(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Decoded here without the program's help, line ends untouched."""
    files = {path.name: path.read_bytes().decode("utf-8") for path in SEEDS}
    assert main([*argv, *map(str, SEEDS), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    spans = list(spans_in(document))
    assert len(spans) > 5
    for span in spans:
        assert span["quote"] == files[span["article"]][span["start"] : span["end"]]
    for article in document["articles"]:
        assert article["text_length"] == len(files[article["id"]])


def test_the_texts_say_their_own_day_and_outlet(capsys: pytest.CaptureFixture[str]) -> None:
    """One has neither, the other's dateline names both."""
    assert main(["list", *map(str, SEEDS), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["articles"]
    assert [(a["outlet"], a["published"]) for a in told] == [
        (None, None),
        ("Sputnik", "2019-11-15"),
    ]


def test_at_least_six_matches(capsys: pytest.CaptureFixture[str]) -> None:
    """Two accounts of one crisis share passages, and each says why."""
    assert main(["compare", *map(str, SEEDS), "--format", "json"]) == 0
    matches = json.loads(capsys.readouterr().out)["matches"]
    assert sum(m["shown"] for m in matches) >= 6
    assert all(m["because"] for m in matches)
