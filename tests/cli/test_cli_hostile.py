"""What articles, their names and a reader's own files say is never a command to the terminal."""

import json
import os
import re
from pathlib import Path

import pytest

from crisis_reader.cli import main

TRICK = (
    "\x1b]0;owned\x07\x1b[31m\x9b2J\x00\u202eevil\u2066\u200b\u200e\ufeff<script>alert(1)</script>"
)
RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ue000-\uf8ff]"
)
TEXT = (
    f"LIMA (Wire{TRICK}) - President Ana Paz{TRICK} resigned on Monday{TRICK} after protests in "
    f"the capital{TRICK}, the senate of Bolivia said.\n\n“{TRICK}She was forced out,” said Leo Roa."
)


def quoted(words: str) -> str:
    """As a string of JSON or TOML."""
    return json.dumps(words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles that agree, and files of the reader's own, all full of tricks."""
    place = tmp_path / "fol\x1b[31mder\u202e"
    place.mkdir()
    for number in (1, 2):
        article = {
            "text": f"{TEXT} Told by {number}.",
            "title": f"Paz{TRICK} resigns \ud800",
            "outlet": f"Out{TRICK}let {number}",
            "agency": f"Ag{TRICK}",
            "url": f"https://x.example/{number}\x1b[31m\u202e",
            "published": "2019-11-15",
            "tags": [TRICK],
            "note": f"no{TRICK}te",
        }
        (place / f"a{number}\x1b]0;x\x07\u202e.json").write_text(json.dumps(article))
    (place / "broken\x1b[31m.json").write_text(f'{{"text": {TRICK}')
    (place / "wrong\x9b.md").write_text(f"---\ntitle: [{TRICK}\n---\nHe left.\n")
    (place / "x.order.toml").write_text(f"[order]\nid = {quoted(TRICK)}\n'na\x9bme' = 3\n")
    (place / "corrections.toml").write_text(
        f"[[event]]\nperson = {quoted('Ana' + TRICK)}\nwhatever = {quoted(TRICK)}\n"
    )
    return place


COMMANDS = [
    *(("list", "--format", form) for form in ("text", "json")),
    *(("show", "--format", form) for form in ("text", "json")),
    *(("compare", "--all", "--only", "--format", form) for form in ("text", "json", "md", "html")),
    *(("succession", "--format", form) for form in ("text", "json", "md", "wiki", "html")),
    *(("chronicle", "--format", form) for form in ("text", "json", "md", "html")),
    ("orders", "--format", "text"),
    ("orders", "--format", "json"),
    ("succession", "--outlet", f"none{TRICK}"),
    ("succession", "--order", f"none{TRICK}"),
]


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_nothing_raw_is_printed(
    argv: tuple[str, ...], folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Neither to the terminal nor into a page or a file; and no traceback."""
    main([argv[0], str(folder), *argv[1:]])
    told = capsysbinary.readouterr()
    out, said = told.out.decode(), told.err.decode()
    assert (out + said).strip()
    assert RAW.findall(out + said) == []
    assert "Traceback" not in said
    if "html" in argv:
        assert "<script>alert" not in out
    if "json" in argv:
        json.loads(out)


def test_a_name_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """What was typed is told as it may be shown."""
    assert main(["show", f"nothing{TRICK}"]) == 1
    assert RAW.findall(capsys.readouterr().err) == []
    assert main(["list", os.fsdecode(b"bad\xff\xfename.txt")]) == 1
    assert RAW.findall(capsys.readouterr().err) == []
