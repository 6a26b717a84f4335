"""Concepts: words and phrases of two languages that mean the same thing, and where a text has them.

The table is ``concepts.toml``; its head says how a row is written. A form belongs to one concept
only. A concept is a meaning, not an event: "resign" in "refused to resign" is found as well.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from crisis_reader.errors import Problem
from crisis_reader.text.folding import fold_word
from crisis_reader.text.words import Words, split_words, stems_of

LANGUAGES = ("en", "es")
"""The languages the table has forms in, in the order of its columns."""

# The shape of every line of the shipped table; reading it so takes a tenth of what a TOML parser
# takes, and a test holds the two readings equal.
_LINE = re.compile(r'^(?:\[(\w+)\]|(\w+) = "([^"\n]*)")', re.MULTILINE)
_ROW_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_NO_FORMS = "-"


class ConceptHit(NamedTuple):
    """One place where a text has a concept: words ``first`` to ``last``, inclusive."""

    concept: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One row of the table."""

    id: str
    topic: str
    """The section it stands in; empty for a row of a reader's own that stands in none."""
    forms: Mapping[str, tuple[str, ...]]
    """By language, as written in the table; a language without a form of its own has none."""
    apart: str | None
    """What tells it from its neighbours, None where nothing needs to."""


class _Row(NamedTuple):
    topic: str
    columns: tuple[str, ...]
    """The forms of each language and, last, what sets it apart; as written."""


_Form = tuple[str, ...]
"""The words of a form as they are matched: folded stems, or "=" and a folded word as it stands."""


_Phrases = dict[str, dict[str, list[tuple[_Form, str]]]]
"""Forms of several words and their concepts, by first and by second word."""


_NONE: dict[str, list[tuple[_Form, str]]] = {}


@dataclass(frozen=True)
class _Index:
    """The forms of one language."""

    stems: dict[str, str] = field(default_factory=dict)
    """Concepts by the stem that alone is a form of theirs."""
    words: dict[str, str] = field(default_factory=dict)
    """The same by the folded word as it stands."""
    phrases: _Phrases = field(default_factory=dict)
    """Longer forms by the stem they begin with."""
    exact_phrases: _Phrases = field(default_factory=dict)
    """Longer forms by the folded word they begin with as it stands."""

    @cached_property
    def begins(self) -> frozenset[str]:
        """The stems that a form begins with."""
        return frozenset(self.stems) | frozenset(self.phrases)

    @cached_property
    def exactly(self) -> frozenset[str]:
        """The folded words that a form begins with as they stand."""
        return frozenset(self.words) | frozenset(self.exact_phrases)

    def under(self, form: _Form) -> list[tuple[_Form, str]]:
        """The longer forms that share their first two words with ``form``."""
        side = self.exact_phrases if form[0][0] == "=" else self.phrases
        return side.setdefault(form[0].removeprefix("="), {}).setdefault(form[1], [])


class ConceptTable:
    """The concepts and, for each language, an index of their forms; immutable."""

    __slots__ = ("_indexes", "_rows", "problems")

    problems: tuple[Problem, ...]
    """Rows of a reader's own file that could not be used, in order."""

    def __init__(self, rows: Mapping[str, _Row], problems: Iterable[Problem] = ()) -> None:
        self._rows = dict(rows)
        self._indexes: dict[str, _Index] = {}
        self.problems = tuple(problems)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        """The ids, in the order of the table."""
        return iter(self._rows)

    def __contains__(self, concept: object) -> bool:
        return concept in self._rows

    def __getitem__(self, concept: str) -> Concept:
        """The row of a concept.

        Raises:
            KeyError: If there is no concept of that id.
        """
        row = self._rows[concept]
        forms = {
            language: tuple(_forms(column))
            for language, column in zip(LANGUAGES, row.columns, strict=False)
        }
        apart = row.columns[len(LANGUAGES)].strip() if len(row.columns) > len(LANGUAGES) else ""
        return Concept(id=concept, topic=row.topic, forms=forms, apart=apart or None)

    def topic(self, concept: str) -> str:
        """The section a concept stands in; empty for a row of a reader's own that stands in none.

        Raises:
            KeyError: If there is no concept of that id.
        """
        return self._rows[concept].topic

    def find(self, words: Words) -> tuple[ConceptHit, ...]:
        """Where a text has concepts, in order, apart; of two forms at one place the longer one.

        A text in a language without forms has none. Linear in the number of words.
        """
        if words.language not in LANGUAGES:
            return ()
        index = self._index(words.language)
        by_stem, by_word = index.stems, index.words
        phrases, exact_phrases = index.phrases, index.exact_phrases
        hits: list[ConceptHit] = []
        reach = 0
        # Three words of five begin no form; they are passed over at once.
        begins, exactly = index.begins, index.exactly
        pairs = enumerate(zip(words.stems, words.folded, strict=True))
        for i in [k for k, (stem, word) in pairs if stem in begins or word in exactly]:
            if i < reach:
                continue
            stem, word = words.stems[i], words.folded[i]
            concept = by_word.get(word) or by_stem.get(stem)
            last = i
            if i + 1 < len(words) and (stem in phrases or word in exact_phrases):
                seconds = words.stems[i + 1], "=" + words.folded[i + 1]
                for rows in (phrases.get(stem, _NONE), exact_phrases.get(word, _NONE)):
                    for second in seconds:
                        for form, longer in rows.get(second, ()):
                            end = i + len(form) - 1
                            if end > last and _stands(form, words, i):
                                concept, last = longer, end
            if concept is not None:
                hits.append(ConceptHit(concept, i, last))
                reach = last + 1
        return tuple(hits)

    def extended(self, toml_text: str, *, source: str = "concepts.toml") -> "ConceptTable":
        """This table with the rows of a reader's own file.

        A row of a known id adds forms to it, another one makes a concept. What cannot be used
        becomes a Problem, the rest is taken.

        Args:
            toml_text: The file, in the format of the shipped table.
            source: Its name, for the problems.
        """
        import tomllib  # noqa: PLC0415 - few readers have a file of their own

        try:
            tables = tomllib.loads(toml_text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+)", str(error))
            message = f"This is not TOML, no concept of it is used: {error}."
            line = int(at.group(1)) if at else None
            return ConceptTable(
                self._rows, (*self.problems, Problem(source=source, message=message, line=line))
            )
        reading = _Own(self, toml_text, source)
        for key, value in tables.items():
            if isinstance(value, dict):
                for inner, row in value.items():
                    reading.add(inner, row, topic=key)
            else:
                reading.add(key, value, topic="")
        return ConceptTable(reading.rows, (*self.problems, *reading.problems))

    def owner(self, form: str, language: str) -> str | None:
        """The concept that has a form, in the notation of the table; None if none has."""
        words = _matched(form, language)
        index = self._index(language)
        if len(words) > 1:
            return next((key for other, key in index.under(words) if other == words), None)
        if not words:
            return None
        return index.words.get(words[0][1:]) if words[0][0] == "=" else index.stems.get(words[0])

    def _index(self, language: str) -> _Index:
        if language not in self._indexes:
            column = LANGUAGES.index(language)
            pairs = [
                (form, key)
                for key, row in self._rows.items()
                for form in _forms(row.columns[column])
            ]
            self._indexes[language] = _indexed(pairs, language)
        return self._indexes[language]


class _Own:
    """A reader's own rows being added to a table."""

    def __init__(self, table: ConceptTable, text: str, source: str) -> None:
        self.table = table
        self.rows = dict(table._rows)  # noqa: SLF001 - two classes of one module
        self.problems: list[Problem] = []
        self.source = source
        self.taken: dict[tuple[str, _Form], str] = {}
        self.lines = {
            found.group(1): text.count("\n", 0, found.start()) + 1
            for found in re.finditer(r'^\s*"?([^"=\[#\n]+?)"?\s*=', text, re.MULTILINE)
        }

    def add(self, key: str, value: object, *, topic: str) -> None:
        """Take one row, or note why not."""
        if not _ROW_ID.fullmatch(key):
            self._note(key, "the name of a concept is lower-case letters, figures, '_' and '-'")
            return
        if not isinstance(value, str):
            self._note(key, 'a concept is written "english forms | spanish forms | apart"')
            return
        columns = [column.strip() for column in value.split("|")]
        columns += [""] * (len(LANGUAGES) - len(columns))
        if len(columns) > len(LANGUAGES) + 1:
            self._note(key, "there are more than three fields between the bars")
            return
        for number, language in enumerate(LANGUAGES):
            columns[number] = ", ".join(self._free(key, columns[number], language))
        if not any(columns[: len(LANGUAGES)]):
            self._note(key, "no form is left to find it by; write words between commas")
            return
        known = self.rows.get(key)
        if known is not None:
            both = (
                ", ".join(filter(None, (a, b)))
                for a, b in zip(known.columns, columns, strict=False)
            )
            self.rows[key] = _Row(known.topic, (*both, *known.columns[len(columns) :]))
        else:
            self.rows[key] = _Row(topic, tuple(columns))

    def _free(self, key: str, column: str, language: str) -> Iterator[str]:
        """The forms of one field that no other concept has."""
        for form in _forms(column):
            words = _matched(form, language)
            if not words:
                self._note(key, f"'{form}' has no word in it")
                continue
            owner = self.taken.get((language, words)) or self.table.owner(form, language)
            if owner is not None and owner != key:
                self._note(key, f"'{form}' already means {owner}; that form is left out")
                continue
            self.taken[language, words] = key
            yield form

    def _note(self, key: str, message: str) -> None:
        self.problems.append(
            Problem(
                source=self.source, message=f"Concept {key}: {message}.", line=self.lines.get(key)
            )
        )


@cache
def concepts() -> ConceptTable:
    """The shipped table, read once."""
    text = (files("crisis_reader.text") / "concepts.toml").read_text("utf-8")
    rows: dict[str, _Row] = {}
    topic = ""
    for section, key, value in _LINE.findall(text):
        if section:
            topic = section
        else:
            rows[key] = _Row(topic, tuple(value.split("|")))
    return ConceptTable(rows)


def _forms(column: str) -> list[str]:
    return [form for part in column.split(",") if (form := part.strip()) and form != _NO_FORMS]


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold_word(word)


def _matched(form: str, language: str) -> _Form:
    """The words of one form as they are matched; none if there is no word in it."""
    words = [word for chunk in form.split() for word in _pieces(chunk)]
    bare = [word for word in words if word[0] != "="]
    stems = iter(stems_of(bare, language))
    return tuple("=" + _folded(word[1:]) if word[0] == "=" else next(stems) for word in words)


def _pieces(chunk: str) -> list[str]:
    """The words of a form between two spaces: of "=vice-president" two, both with the sign."""
    if chunk.isalpha():
        return [chunk]
    sign = "=" if chunk[0] == "=" else ""
    return [sign + word for word in split_words(chunk)]


def _indexed(pairs: Iterable[tuple[str, str]], language: str) -> _Index:
    """The index of forms, all of them stemmed in one go; of equal forms the first one counts."""
    index = _Index()
    alone: list[str] = []
    owners: list[str] = []
    parts: list[str] = []
    phrases: list[tuple[int, str]] = []
    for form, key in pairs:
        if form.isalpha():
            alone.append(form)
            owners.append(key)
        elif form[0] == "=" and form[1:].isalpha():
            index.words.setdefault(_folded(form[1:]), key)
        else:
            pieces = form.split()
            if not all(map(str.isalpha, pieces)):
                pieces = [word for chunk in pieces for word in _pieces(chunk)]
            parts += pieces
            phrases.append((len(pieces), key))
    for stem, key in zip(stems_of(alone, language), owners, strict=True):
        index.stems.setdefault(stem, key)
    # Each word stands in several forms: one string for all of them.
    stems = list(map(sys.intern, stems_of(parts, language)))
    at = 0
    for length, key in phrases:
        words = tuple(
            "=" + _folded(parts[k][1:]) if parts[k][0] == "=" else stems[k]
            for k in range(at, at + length)
        )
        at += length
        if length == 1:
            side = index.words if words[0][0] == "=" else index.stems
            side.setdefault(words[0].removeprefix("="), key)
        elif length:
            index.under(words).append((words, key))
    return index


def _stands(form: _Form, words: Words, i: int) -> bool:
    """Whether the words from ``i`` on are those of ``form``; the first one is known to be."""
    if i + len(form) > len(words):
        return False
    for k in range(1, len(form)):
        word = form[k]
        if word != words.stems[i + k] and word != "=" + words.folded[i + k]:
            return False
    return True
