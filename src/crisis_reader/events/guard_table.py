"""The table of guards: phrases that make a demand, a doubt or a denial of an event, from data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crisis_reader.events.lines import Line
from crisis_reader.events.records import Modality


@dataclass(frozen=True, slots=True)
class Guard:
    """One phrase of one row of the table."""

    id: str
    makes: Modality
    words: tuple[str, ...]

    def fits(self, line: Line, at: int) -> bool:
        """Whether the phrase stands at token ``at``."""
        form = line.tokens.form
        if at + len(self.words) > len(form):
            return False
        return all(
            form[at + k].startswith(word[:-1]) if word.endswith("*") else form[at + k] == word
            for k, word in enumerate(self.words)
        )


STEM = 2
"""Phrases that begin with a stem are found by its first letters; no stem is shorter."""

Phrases = dict[str, tuple[Guard, ...]]
Table = dict[tuple[str, str], tuple[Phrases, Phrases]]


@cache
def read_guards(language: str) -> Table:
    """By place and form of the verb: phrases by first word, and by first letters."""
    table = tomllib.loads((files("crisis_reader.events") / "guards.toml").read_text("utf-8"))
    found: dict[tuple[str, str], list[Guard]] = {}
    for row in table["guard"]:
        if row["language"] != language:
            continue
        for over in row["over"].replace("finite", "past present future").split():
            for phrase in row["phrases"]:
                guard = Guard(row["id"], Modality(row["makes"]), tuple(phrase.split()))
                found.setdefault((row["at"], over), []).append(guard)
    return {key: _indexed(guards) for key, guards in found.items()}


def _indexed(guards: list[Guard]) -> tuple[Phrases, Phrases]:
    words: dict[str, list[Guard]] = {}
    stems: dict[str, list[Guard]] = {}
    for guard in sorted(guards, key=lambda g: -len(g.words)):
        first = guard.words[0]
        index, key = (stems, first[:STEM]) if first.endswith("*") else (words, first)
        index.setdefault(key, []).append(guard)
    return {k: tuple(v) for k, v in words.items()}, {k: tuple(v) for k, v in stems.items()}


NO_PHRASES: tuple[Phrases, Phrases] = ({}, {})
