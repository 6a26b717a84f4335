"""Plain words for what a line holds: manners, voices, days. Words, never symbols."""

from collections.abc import Callable
from datetime import date

from crisis_reader.article import Article
from crisis_reader.events import DateRange, Event, Kind, Manner, Modality, Voice
from crisis_reader.events.correcting import SOURCE
from crisis_reader.succession.records import Evidence, Silence, Status, StatusWord
from crisis_reader.text.english import day_words

_MANNERS = {
    Manner.STEPPED_DOWN: "stepped down",
    Manner.FORCED_OUT: "forced out",
    Manner.TERM_ENDED: "term ended",
    Manner.LEFT_OFFICE: "left office",
    Manner.SWORN_IN: "sworn in",
    Manner.ASSUMED: "took office",
    Manner.SEIZED: "took power by force",
    Manner.DECLARED: "self-declared",
    Manner.SELF_PROCLAIMED: "self-proclaimed",
    Manner.CLAIMED: "claims the office",
    Manner.WILLING: "says to be willing",
    Manner.REFUSED: "recognition refused",
    Manner.VOIDED: "declared void",
    Manner.UNCONSTITUTIONAL: "ruled unconstitutional",
    Manner.NO_QUORUM: "no quorum",
    Manner.LEFT_COUNTRY: "left the country",
    Manner.ASYLUM_SOUGHT: "sought asylum",
    Manner.ASYLUM_OFFERED: "was offered asylum",
    Manner.ASYLUM_GRANTED: "was granted asylum",
    Manner.PROTECTED: "under protection",
    Manner.NEXT_IN_LINE: "next in line",
    Manner.WOULD_SUCCEED: "would succeed",
}
_MODALITIES = {
    Modality.ANNOUNCED: "announced: ",
    Modality.DEMANDED: "demanded: ",
    Modality.CONDITIONAL: "only if: ",
    Modality.DENIED: "denied: ",
    Modality.UNCERTAIN: "unclear whether: ",
}
STATUS_WORDS = {
    StatusWord.CLAIMS: "claims the office",
    StatusWord.CALLED: "called by the title",
    StatusWord.NEXT: "next in line",
    StatusWord.WILLING: "willing or hoping",
    StatusWord.AWAY: "left the country",
    StatusWord.SHELTER: "asylum or protection",
    StatusWord.BACK: "back in the country",
}
SILENCES = {
    Silence.SAYS_NOTHING: "says nothing",
    Silence.WRITTEN_EARLIER: "written earlier",
}


def status_word(status: Status) -> str:
    """The neutral word of a status as it is read aloud."""
    word = STATUS_WORDS.get(status.word, status.word.value)
    return f"{word}, only announced" if status.announced else word


def said(event: Event) -> str:
    """What an event says in everyday words: its manner, or the title the text gives."""
    if event.rejected:
        title = event.office or event.surface
        words = title if event.kind is Kind.TITLE else manner_words(event.manner)
        return f"rejected by the reader: {words}"
    if event.kind is Kind.TITLE:
        return event.office or event.surface
    if event.manner is Manner.WILLING:
        return manner_words(event.manner)
    return _MODALITIES.get(event.modality, "") + manner_words(event.manner)


def manner_words(manner: Manner) -> str:
    """A manner in everyday words."""
    return _MANNERS.get(manner, manner.value.replace("_", " "))


def speaker(event: Event) -> str:
    """Who says it, without the article it stands in; empty for the article's own words."""
    who = event.asserted_by
    if event.voice is Voice.CAPTION:
        return f"caption, {who}" if who else "caption"
    if event.voice is Voice.EMBED:
        return f"embedded post by {who}" if who else "embedded post"
    return who or ("quoted" if event.voice is Voice.QUOTE else "")


def voice(evidence: Evidence, letter: str) -> str:
    """Who says it: ``B, own words``, ``the court, in B``, ``caption, AFP, in B``."""
    event = evidence.event
    who = event.asserted_by
    if evidence.article.id == SOURCE:
        return f"{who}, added by the reader" if who else "added by the reader"
    said_by = speaker(event)
    if not said_by:
        told = f"{letter}, own words"
    else:
        told = f"{said_by}, in {letter}" if who else f"{said_by} in {letter}"
    return f"{told}, agency text in {evidence.copies} outlets" if evidence.copies > 1 else told


def outlet(article: Article) -> str:
    """Who published it, with the agency where it is another: ``Daily, agency AFP``."""
    name = article.outlet or "no outlet"
    return f"{name}, agency {article.agency}" if article.agency not in {None, name} else name


def based(days: DateRange | None) -> str:
    """A day in words with the words of the text it rests on: ``10 November 2019 (‘Sunday’ …)``."""
    basis = f" ({days.basis})" if days and days.basis else ""
    return f"{date_words(days)}{basis}"


def date_words(days: DateRange | None, day_words: Callable[[date], str] = day_words) -> str:
    """A day or a stretch of days in words, without its basis.

    Args:
        days: A day, a stretch of days, or None where none is stated.
        day_words: How a single day is written.
    """
    if days is None:
        return "day not stated"
    if days.day:
        return day_words(days.day)
    if days.earliest is None and days.latest:
        return f"by {day_words(days.latest)}"
    if days.latest is None or days.earliest is None:
        return f"from {day_words(days.earliest)} on" if days.earliest else "day not stated"
    return f"between {day_words(days.earliest)} and {day_words(days.latest)}"
