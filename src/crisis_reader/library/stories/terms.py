"""Terms: what a word of an article is counted as, so that accounts of two languages meet. Pure.

A name is itself, accents folded. A word that the table of concepts knows is its concept, so that
"renunció" and "resigned" are one term; any other word is its first letters, so that cognates are. A
hash of it is kept: CRC 32, the same on every machine and in every process, its lowest bit telling
names from other words.
"""

from functools import cache
from typing import NamedTuple
from zlib import crc32

from crisis_reader.text.folding import fold_text

NAME = 1
"""The bit that is set in a name's term."""

_CUT, _LEAST_CUT = 5, 6
"""Letters kept of a word of so many: ``comunicado`` and ``comunicó`` become one."""
_PLACES = frozenset({"countries", "places"})
"""Topics of the table whose words are a story's own, like names."""
_PREFIX = "§"


class Lexicon(NamedTuple):
    """The single words of the table of concepts."""

    whole: dict[str, str]
    """Concept of each folded word."""
    cut: dict[str, str]
    """Concept of each beginning that only one concept's words have."""
    places: frozenset[str]
    """Concepts of countries and places."""
    common: frozenset[int]
    """Terms of the others: words of any report on politics."""


@cache
def lexicon() -> Lexicon:
    """The words of the table, read once: some 40 ms."""
    from crisis_reader.text.concepts import concepts  # noqa: PLC0415 - costs what it says

    whole: dict[str, str] = {}
    cut: dict[str, str | None] = {}
    places: set[str] = set()
    for concept in (table := concepts()):
        row = table[concept]
        if row.topic in _PLACES:
            places.add(concept)
        for form in (f.removeprefix("=") for forms in row.forms.values() for f in forms):
            if form.isalpha():
                word = fold_text(form)
                whole.setdefault(word, concept)
                beginning = cut_word(word)
                cut[beginning] = concept if cut.get(beginning, concept) == concept else None
    return Lexicon(
        whole=whole,
        cut={beginning: concept for beginning, concept in cut.items() if concept},
        places=frozenset(places),
        common=frozenset(term_of(_PREFIX + c, 0) for c in table if c not in places),
    )


def cut_word(word: str) -> str:
    """The beginning of a word that its inflected forms and its cognates share."""
    return word[:_CUT] if len(word) >= _LEAST_CUT and not word.isdigit() else word


def term_of(word: str, kind: int) -> int:
    """The hash of a word as a name's (``NAME``) or another's (0)."""
    return crc32(word.encode("utf-8", "surrogatepass")) & ~1 | kind


def read_term(word: str, *, is_name: bool) -> tuple[str, int]:
    """What a folded word counts as, and its kind.

    Offices, bodies and the days of a week are written with a capital in some languages, and are no
    names in any.
    """
    words = lexicon()
    concept = words.whole.get(word)
    if concept is None and not is_name:
        concept = words.cut.get(cut_word(word))
    if concept is not None:
        return _PREFIX + concept, NAME if concept in words.places else 0
    return (word, NAME) if is_name else (cut_word(word), 0)
