"""What a text says happened to whom, with the words that say it; a reader's corrections applied."""

from functools import lru_cache

from crisis_reader.article.records import Article
from crisis_reader.events.correcting import added_events, correct, lost_corrections
from crisis_reader.events.corrections import Correction, parse_corrections
from crisis_reader.events.extraction import extract
from crisis_reader.events.identity import same_person
from crisis_reader.events.lexicon import LANGUAGES
from crisis_reader.events.naming import read_people
from crisis_reader.events.records import (
    LIVE,
    DateRange,
    Event,
    HowNamed,
    Kind,
    Manner,
    Modality,
    PersonMention,
    Voice,
)

__all__ = [
    "LIVE",
    "Correction",
    "DateRange",
    "Event",
    "HowNamed",
    "Kind",
    "Manner",
    "Modality",
    "PersonMention",
    "Voice",
    "added_events",
    "extract_events",
    "lost_corrections",
    "parse_corrections",
    "read_people",
    "reads",
    "same_person",
]


def extract_events(
    article: Article, *, corrections: tuple[Correction, ...] = ()
) -> tuple[Event, ...]:
    """The events of an article in text order, a reader's corrections applied.

    Cached by article and corrections: succession and alignment both ask. An article in a language
    for which :func:`reads` is false has none; one whose language nothing tells is read as English.
    """
    return _corrected(article, article.language, tuple(corrections))


def reads(language: str | None) -> bool:
    """Whether events are read in a language (ISO 639-1); None, where nothing tells it, is tried."""
    return language is None or language in LANGUAGES


@lru_cache(maxsize=128)
def _extracted(article: Article, language: str | None) -> tuple[Event, ...]:
    return extract(article) if reads(language) else ()


@lru_cache(maxsize=128)
def _corrected(
    article: Article, language: str | None, corrections: tuple[Correction, ...]
) -> tuple[Event, ...]:
    events = _extracted(article, language)
    return correct(article, events, corrections) if corrections else events
