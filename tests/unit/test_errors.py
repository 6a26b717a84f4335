"""Faults: what broke inside is told in a line; what asks to stop is let through."""

from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.cli import main
from crisis_reader.errors import is_fault, told
from crisis_reader.sources import open_source
from crisis_reader.text import read_sentences


class PanicException(BaseException):
    """A panic."""


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


def panic(*_: object, **__: object) -> None:
    """Panic."""
    raise PanicException("byte index 1 is not a char boundary")


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
