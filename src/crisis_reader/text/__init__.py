"""Plain text and positions in it: spans, folding, words, sentences, language, concepts, mentions.

The lowest room: it knows no articles and no outlets. Whatever folds or tokenises keeps offsets of
the text it was given. The names below are loaded when first used: most callers need few of
them. (``concepts`` is a module and its function: import it from there.)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_reader.text.clauses import read_clauses
    from crisis_reader.text.concepts import Concept, ConceptHit, ConceptTable
    from crisis_reader.text.day_forms import DayKind, Step
    from crisis_reader.text.days import Day, calendar_day, read_days, stated_dates
    from crisis_reader.text.folding import Folded, fold, fold_word
    from crisis_reader.text.language import function_words, guess_language
    from crisis_reader.text.numbers import Number, read_numbers
    from crisis_reader.text.resolving import Resolved, resolve_day
    from crisis_reader.text.sentences import read_paragraphs, read_sentences
    from crisis_reader.text.spans import Span, complement, merged, trimmed
    from crisis_reader.text.words import Words, read_words, stem

_HOME = {
    "Concept": "concepts",
    "ConceptHit": "concepts",
    "ConceptTable": "concepts",
    "Day": "days",
    "DayKind": "day_forms",
    "Folded": "folding",
    "Number": "numbers",
    "Resolved": "resolving",
    "Span": "spans",
    "Step": "day_forms",
    "Words": "words",
    "calendar_day": "days",
    "complement": "spans",
    "fold": "folding",
    "fold_word": "folding",
    "function_words": "language",
    "guess_language": "language",
    "merged": "spans",
    "read_clauses": "clauses",
    "read_days": "days",
    "read_numbers": "numbers",
    "read_paragraphs": "sentences",
    "read_sentences": "sentences",
    "read_words": "words",
    "resolve_day": "resolving",
    "stated_dates": "days",
    "stem": "words",
    "trimmed": "spans",
}

__all__ = [
    "Concept",
    "ConceptHit",
    "ConceptTable",
    "Day",
    "DayKind",
    "Folded",
    "Number",
    "Resolved",
    "Span",
    "Step",
    "Words",
    "calendar_day",
    "complement",
    "fold",
    "fold_word",
    "function_words",
    "guess_language",
    "merged",
    "read_clauses",
    "read_days",
    "read_numbers",
    "read_paragraphs",
    "read_sentences",
    "read_words",
    "resolve_day",
    "stated_dates",
    "stem",
    "trimmed",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found
