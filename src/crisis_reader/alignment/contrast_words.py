"""The words by which passages part: rows of ``contrast_words.txt`` and ``opposites.tsv``."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Opposite(NamedTuple):
    """A form of a verb that has an opposite."""

    row: int
    side: int
    words: tuple[str, ...]


@cache
def contrast_words(kind: str, language: str) -> frozenset[str]:
    """The words of one kind, folded; none for a language without a row."""
    return _rows().get((kind, language), frozenset())


@cache
def _rows() -> dict[tuple[str, str], frozenset[str]]:
    text = (files("crisis_reader.alignment") / "contrast_words.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line and line[0] != "#")
    return {(kind, language): frozenset(words) for kind, language, *words in rows}


@cache
def opposite_forms(language: str) -> dict[str, list[Opposite]]:
    """The forms of verbs that have an opposite, folded, by their first words."""
    text = (files("crisis_reader.alignment") / "opposites.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    out: dict[str, list[Opposite]] = {}
    for row, (code, *sides) in enumerate(lines):
        for side, forms in enumerate(sides if code == language else ()):
            for words in (tuple(form.split("_")) for form in forms.split()):
                out.setdefault(words[0], []).append(Opposite(row, side, words))
    return out
