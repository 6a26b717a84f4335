"""The words by which passages part: rows of ``contrast_words.txt``, by kind and language."""

from functools import cache
from importlib.resources import files


@cache
def contrast_words(kind: str, language: str) -> frozenset[str]:
    """The words of one kind, folded; none for a language without a row."""
    return _rows().get((kind, language), frozenset())


@cache
def _rows() -> dict[tuple[str, str], frozenset[str]]:
    text = (files("crisis_reader.alignment") / "contrast_words.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line and line[0] != "#")
    return {(kind, language): frozenset(words) for kind, language, *words in rows}
