"""The cue words of clauses: ``clause_cues.toml`` read into sets, one table a language."""

from dataclasses import dataclass
from functools import cache

from crisis_reader.text.tables import items, read_table

# Rows whose items may be several words; the others are sets of single words.
_PHRASED = ("always", "before_subject", "before_participle", "after_verb")
_JOINING = frozenset({"always", "before_subject"})


@dataclass(frozen=True, slots=True)
class ClauseCues:
    """The cue words of one language, as the data file names them."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """By first word: the phrases that begin with it, longest first, and the class of each."""
    sets: dict[str, frozenset[str]]
    """Every other row by its name."""
    finite_endings: tuple[str, ...]
    """Endings of finite verbs; none in a language where -ed is judged by its neighbours."""
    participle_endings: tuple[str, ...]
    governed_endings: tuple[str, ...]
    """Endings of the verbal form that a preposition governs: "without signing", "sin firmar"."""

    present_endings: tuple[str, ...]
    """Endings of the verb right after a pronoun or a relative; any ending where there are none."""
    cutting: frozenset[str]
    """Words at which a clause may begin whatever stands before them."""
    joining: frozenset[str]
    """Of these the ones that need no other word beside them: "which", "because", "and"."""

    def has(self, row: str, word: str) -> bool:
        """Whether a word stands in a row of the table."""
        return word in self.sets[row]


@cache
def clause_cues(language: str) -> ClauseCues | None:
    """The cue words of a language, None for a language without any."""
    table = read_table("clause_cues.toml").get(language)
    if table is None:
        return None
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _PHRASED:
        for item in items(table.get(kind, "")):
            words = tuple(item.split())
            phrases.setdefault(words[0], []).append((words, kind))
    sets = {name: frozenset(items(row)) for name, row in table.items() if name not in _PHRASED}
    return ClauseCues(
        {
            first: tuple(sorted(rows, key=lambda row: -len(row[0])))
            for first, rows in phrases.items()
        },
        sets,
        items(table["finite_endings"]),
        items(table["participle_endings"]),
        items(table["governed_endings"]),
        items(table["present_endings"]),
        frozenset(phrases) | sets["joining"] | sets["participles"],
        sets["joining"].union(
            words[0]
            for rows in phrases.values()
            for words, kind in rows
            if len(words) == 1 and kind in _JOINING
        ),
    )


@cache
def relative_words(language: str) -> frozenset[str]:
    """Words that begin a clause which says something of what stands right before it."""
    cues = clause_cues(language)
    return cues.sets["relatives"] if cues else frozenset()
