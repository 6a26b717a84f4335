"""What a text says happened to whom, with the words that say it; a reader's corrections applied."""

from crisis_reader.article.records import Article
from crisis_reader.events.extraction import extract
from crisis_reader.events.identity import same_person
from crisis_reader.events.records import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice

__all__ = [
    "DateRange",
    "Event",
    "HowNamed",
    "Kind",
    "Manner",
    "Modality",
    "Voice",
    "extract_events",
    "same_person",
]


def extract_events(article: Article, *, corrections: tuple[object, ...] = ()) -> tuple[Event, ...]:
    """The events of an article."""
    return extract(article)
