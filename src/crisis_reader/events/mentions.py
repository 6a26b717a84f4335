"""Mentions: words of a sentence that stand for a person, or may do so. Records only.

Who a mention is, people.py decides over the article.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

from crisis_reader.events.tokens import Tokens

# "al-Assad", "el-Sissi", "d'Estaing": a small particle hung before the capital.
# "Washington-based", "Pro-Morales": an adjective with a name in it.
_ADJECTIVE = re.compile(
    r"(?:pro|anti|post|pre|non|mid)-|.*-(?:based|language|backed|led|born|style|era|held|controlled|wing|speaking|run|leaning|friendly|educated|trained|old|elect)$",
    re.IGNORECASE,
)

AGED = "aged"
"""Head of a description that says an age and nothing else: ``the 94-year-old``."""

_HUNG = re.compile(r"(?:[a-z]{1,3}[-'’])[A-ZÀ-Þ]")

_ROMAN = re.compile(r"[IVX]{1,4}$")


class Form(Enum):
    """What a mention is made of."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(slots=True)
class Mention:
    """Tokens of one sentence that stand for a person, or may do so."""

    form: Form
    first: int
    """First token, title and determiner included."""
    end: int
    """Token after the last, an apposition included."""
    core: int
    """First token of the name, of the head noun, or the pronoun itself."""
    core_end: int
    name: str = ""
    """The name as written, without titles; empty for other forms."""
    title: str = ""
    """Words before the name that say what the person is, or the description itself."""
    apposition: str = ""
    heads: frozenset[str] = frozenset()
    """Nouns of office or role that the mention itself uses, folded."""
    former: bool = False
    gender: str | None = None
    """``m`` or ``f`` where the words tell."""
    plural: bool = False
    indefinite: bool = False
    """Somebody not yet known: ``a president``, ``a new leader``."""
    after_the: bool = False
    after_place_word: bool = False
    age: str = ""
    """The age that a description says, in years: ``the 94-year-old``."""
    initial: bool = False
    """Whether the name begins the sentence, where a capital says nothing."""
    person: int | None = field(default=None, compare=False)


def is_capital(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` can be part of a name by its letters."""
    raw = tokens.raw[i]
    if not raw[0].isalpha() or ("-" in raw and _ADJECTIVE.match(raw)):
        return False
    if raw[0].isupper():
        return len(raw) == 1 or not raw.isupper() or bool(_ROMAN.match(raw)) or "." in raw
    return bool(_HUNG.match(raw))
