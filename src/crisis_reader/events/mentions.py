"""Mentions: words of a sentence that stand for a person, or may do so. Records only.

Who a mention is, people.py decides over the article.
"""

from dataclasses import dataclass, field
from enum import Enum

AGED = "aged"
"""Head of a description that says an age and nothing else: ``the 94-year-old``."""


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
