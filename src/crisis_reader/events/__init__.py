"""What a text says happened to whom, with the words that say it; a reader's corrections applied."""

from crisis_reader.events.records import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice

__all__ = ["DateRange", "Event", "HowNamed", "Kind", "Manner", "Modality", "Voice"]
