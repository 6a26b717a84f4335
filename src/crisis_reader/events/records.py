"""The records of events: what a text says happened to whom, never more firmly than it says it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crisis_reader.text.spans import Span


class Kind(StrEnum):
    """What an event does to who holds an office."""

    EXIT = "exit"
    ENTRY = "entry"
    CLAIM = "claim"
    RECOGNITION = "recognition"
    DENIAL = "denial"
    DEPARTURE = "departure"
    NEXT = "next"
    VACANT = "vacant"
    TITLE = "title"


class Manner(StrEnum):
    """How it came about, as the text says; manners of one kind are one thing told otherwise."""

    RESIGNED = "resigned"
    STEPPED_DOWN = "stepped_down"
    FORCED_OUT = "forced_out"
    REMOVED = "removed"
    OVERTHROWN = "overthrown"
    IMPEACHED = "impeached"
    DISMISSED = "dismissed"
    SUSPENDED = "suspended"
    CEDED = "ceded"
    TERM_ENDED = "term_ended"
    DIED = "died"
    LEFT_OFFICE = "left_office"
    """An exit whose text does not say how."""
    SWORN_IN = "sworn_in"
    ASSUMED = "assumed"
    APPOINTED = "appointed"
    ELECTED = "elected"
    SUCCEEDED = "succeeded"
    SEIZED = "seized"
    REINSTATED = "reinstated"
    DECLARED = "declared"
    """Declared or proclaimed himself or herself."""
    SELF_PROCLAIMED = "self_proclaimed"
    """The writer calls the holder self-proclaimed."""
    CLAIMED = "claimed"
    WILLING = "willing"
    """Said to be ready for the office."""
    RECOGNISED = "recognised"
    ENDORSED = "endorsed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    VOIDED = "voided"
    UNCONSTITUTIONAL = "unconstitutional"
    NO_QUORUM = "no_quorum"
    FLED = "fled"
    LEFT_COUNTRY = "left_country"
    EXILED = "exiled"
    ASYLUM_SOUGHT = "asylum_sought"
    ASYLUM_OFFERED = "asylum_offered"
    ASYLUM_GRANTED = "asylum_granted"
    PROTECTED = "protected"
    RETURNED = "returned"
    NEXT_IN_LINE = "next_in_line"
    WOULD_SUCCEED = "would_succeed"
    VACANT = "vacant"
    TITLED = "titled"


class Modality(StrEnum):
    """How real the text makes it."""

    ACTUAL = "actual"
    """Done, or reported as given; a set later day included."""
    ANNOUNCED = "announced"
    """A plan that others may undo."""
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    UNCERTAIN = "uncertain"


LIVE = frozenset({Modality.ACTUAL, Modality.ANNOUNCED})
"""The modalities of what happened, or is given out to: all else did not."""


class Voice(StrEnum):
    """Whose words they are."""

    REPORTER = "reporter"
    QUOTE = "quote"
    CAPTION = "caption"
    EMBED = "embed"


class HowNamed(StrEnum):
    """What in the sentence names the person."""

    FULL = "full"
    ALIAS = "alias"
    TITLE = "title"
    SURNAME = "surname"
    PRONOUN = "pronoun"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A day or a stretch of days, inclusive at both ends; at most one end is open."""

    earliest: date | None
    latest: date | None
    basis: str
    """The words that say it and how they were resolved, e.g. ``'Sunday' before 2019-11-11``."""

    @property
    def day(self) -> date | None:
        """The day itself where it is a single one, else None."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that a text says happened (or was demanded, denied, …) to one office holder."""

    kind: Kind
    manner: Manner
    modality: Modality
    person: str | None
    """Fullest name the text gives this person; None where it links to nobody with certainty."""
    how_named: HowNamed
    unnamed: int = 0
    """How many more people of a counted group the text leaves without a name."""
    surface: str
    """The words in the sentence that stand for the person (``the former president``, ``her``)."""
    office: str | None
    """The office in the text's words, singular, without the country; None where none is named."""
    date: DateRange | None = None
    """When it happened, as the text says; None where no day can be told."""
    stance: tuple[str, ...] = ()
    """Words that colour it: ``self-proclaimed``, ``coup``."""
    voice: Voice
    asserted_by: str | None = None
    """Who says it where it is not the reporter: a speaker, a court, a photo credit."""
    article_id: str
    span: Span
    """The clause that says it, within one sentence."""
    rule: str
    """Identifier of the row of the pattern table, or ``correction``."""
    corrected: str | None = None
    """What a reader's correction changed; None for an event as extracted."""
    rejected: bool = False
    """Whether a reader rejected it: kept and marked, its modality then ``denied``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """Words of an article that stand for one of its people: a name or a description, no pronoun."""

    name: str
    """Fullest name the article gives this person."""
    span: Span
    """The name with the title before it; for a description the description."""
    how_named: HowNamed
    titles: tuple[str, ...]
    """What these words call the person: title before the name, apposition behind it."""
    voice: Voice
