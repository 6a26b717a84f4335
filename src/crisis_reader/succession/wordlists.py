"""The rows of ``office_words.toml``: words by what they do beside a name of an office."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """One row: words that do the same, and an example of what they do."""

    kind: str
    words: tuple[str, ...]
    """Lower case, without accents, several words apart by one space."""
    example: tuple[str, str]


@cache
def rows() -> tuple[WordRow, ...]:
    """All rows in the order of the file."""
    text = (resources.files("crisis_reader.succession") / "office_words.toml").read_text("utf-8")
    return tuple(
        WordRow(
            kind=kind, words=tuple(row["words"]), example=(row["example"][0], row["example"][1])
        )
        for kind, table in tomllib.loads(text).items()
        for row in table
    )


def words_of(*kinds: str) -> tuple[str, ...]:
    """The words of all rows of these kinds, longest first, so that a regex tries them so."""
    found = {word for row in rows() if row.kind in kinds for word in row.words}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def pattern_of(*kinds: str) -> str:
    """A regex alternation of the words; the space inside one stands for space or hyphen."""
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words_of(*kinds)) + ")"
