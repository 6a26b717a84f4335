"""Faults: what broke inside is told in a line; what asks to stop is let through."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from tests.panics import PanicException, panic

from crisis_reader.article import Article
from crisis_reader.cli import main
from crisis_reader.errors import is_fault, told
from crisis_reader.sources import open_source
from crisis_reader.text import read_sentences, words


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (ValueError("x"), True),
        (PanicException("x"), True),
        (KeyboardInterrupt(), False),
        (SystemExit(1), False),
    ],
)
def test_what_is_a_fault(error: BaseException, fault: bool) -> None:  # noqa: FBT001 - a parameter
    """Panics are, wishes to stop are not."""
    assert is_fault(error) is fault


def test_a_fault_is_told_with_its_place() -> None:
    """Kind, words and line, in one line."""
    with pytest.raises(ValueError, match="no such thing") as caught:
        raise ValueError("no such thing")
    assert told(caught.value).startswith(f"ValueError: no such thing, {__name__}:")
    assert told(ValueError("x")) == "ValueError: x"


def interrupt(*_: object, **__: object) -> None:
    """Ctrl+C."""
    raise KeyboardInterrupt


def test_a_panic_while_sentences_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own marks cut the text then; the offsets hold."""
    monkeypatch.setattr("sentencex.segment", panic)
    text = "They met on Monday. They agreed on nothing at all."
    assert [s.of(text) for s in read_sentences(text)] == [
        "They met on Monday. ",
        "They agreed on nothing at all.",
    ]
    monkeypatch.setattr("sentencex.segment", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_sentences(text)


def test_a_panic_in_one_file_costs_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others of its folder are read, and the reader is told which broke."""
    folder = tmp_path
    (folder / "a.txt").write_text("PANIC now, please.")
    (folder / "b.txt").write_text("They met on Monday.")
    made = Article.from_text

    def read(text: str, **known: object) -> Article:
        if "PANIC" in text:
            panic()
        return made(text, **known)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(Article, "from_text", read)
    loaded = open_source(folder)
    assert [a.id for a in loaded.articles] == ["b.txt"]
    assert ["something broke inside: PanicException" in p.message for p in loaded.problems] == [
        True
    ]


def test_a_fault_in_a_command_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that says what to do, and an exit code."""
    monkeypatch.setattr("crisis_reader.cli._chosen", panic)
    assert main(["list"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("crisis-reader: something broke inside, please report it: PanicExc")
    assert said.count("\n") == 1


def test_ctrl_c_ends_a_command_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The code a shell expects, and no word."""
    monkeypatch.setattr("crisis_reader.cli._chosen", interrupt)
    assert main(["list"]) == 130
    assert capsys.readouterr() == ("", "")


TRIED = {
    "sentencex": "sentencex.segment",
    "pystemmer": "Stemmer.Stemmer",
    "rapidfuzz": "rapidfuzz.distance.LCSseq.similarity",
    "pyyaml": "yaml.parse",
    "watchfiles": "watchfiles.watch",  # only the screen watches: tests/tui/test_panics.py
}
"""Libraries in native code, and a name of each that we call."""


def test_every_native_library_is_tried() -> None:
    """A dependency in native code that is new needs a row above, and one in test_panics."""
    named = (
        re.match(r"[\w.-]+", one)
        for one in metadata.requires("crisis-reader") or ()
        if ";" not in one
    )
    native = {
        name[0].lower()
        for name in named
        if name and any(file.suffix in {".so", ".pyd"} for file in metadata.files(name[0]) or ())
    }
    assert native <= TRIED.keys()


@pytest.mark.parametrize("place", TRIED.values())
@pytest.mark.parametrize("command", ["list", "compare", "succession", "overview", "chronicle"])
def test_a_panic_of_any_library_is_no_traceback(
    command: str,
    place: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What does not need it is answered, the rest ends with one line that says what broke."""
    for name in ("a.txt", "b.txt", "c.md"):
        said = "President Ana Paz of Bolivia resigned on Monday after weeks of protest."
        (tmp_path / name).write_text(f"---\ntitle: {name}\n---\n{said}" if name > "c" else said)
    words._own.__dict__.clear()
    words.stem.cache_clear()
    monkeypatch.setattr(place, panic)
    names = [tmp_path / "a.txt", tmp_path / "b.txt"] if command == "compare" else [tmp_path]
    code = main([command, *map(str, names)])
    out, err = capsys.readouterr()
    assert code in {0, 1}
    assert (code == 1) == ("something broke inside" in err)
    assert code or out
    assert "Traceback" not in err
