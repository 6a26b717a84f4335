"""The days of an article, and the calendar day that a mention means for an event.

Knows nothing of which day is an event's; a caption's or a post's day is not the body's.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from functools import cache

from crisis_reader.article.records import Article, RegionKind, Sentence
from crisis_reader.events.day_headings import headed_days
from crisis_reader.events.noun_days import said_on
from crisis_reader.events.patterns import read_rows
from crisis_reader.events.records import DateRange, Event, Modality
from crisis_reader.text.clauses import read_clauses
from crisis_reader.text.day_forms import DayKind
from crisis_reader.text.days import Day, calendar_day, stated_dates
from crisis_reader.text.resolving import resolve_day
from crisis_reader.text.spans import Span

# A day with nothing but such words before it was put in front for the whole sentence.
IN_FRONT = re.compile(
    r"[“\"'«(]*(?:(?:on|in|at|by|late|early|the|last|next|that|night|morning|evening|afternoon|of"
    r"|el|la|en|este|esta|noche|tarde|madrugada|de|del|a|al|ya|and|but|then|y|pero)\s+)*",
    re.IGNORECASE,
)
# A full date so many characters before a day without a year gives it its year …
_SAME_STORY = 600
# … if that brings the two so close, in days.
_WEEKS_ON = 70
# Longer than what is looked for right before a day.
RIGHT_BEFORE = 60
# "said on Monday that": the day is the saying's.
REPORTED = re.compile(r"\b(?:that|que)\b", re.IGNORECASE)


@cache
def _nominal(language: str) -> frozenset[str]:
    """The rows of nouns and adjectives."""
    return frozenset(row.id for row in read_rows(language) if row.nouns or row.adjectives)


class EventDays:
    """The days of one article; reads them once."""

    def __init__(self, article: Article, language: str) -> None:
        self.article = article
        self.language = language
        self.days = article.days
        self.day_starts = [d.span.start for d in self.days]
        outside = article.spans(RegionKind.EMBED, RegionKind.CAPTION)
        own = [d for d in self.days if not any(s.touches(d.span) for s in outside)]
        self.stated = stated_dates(own or self.days)
        self.headings = headed_days(article, self.days)
        self.cut: dict[Span, tuple[Span, ...]] = {}
        """The clauses of the sentences that have a day and an event, read on demand."""
        self.held: dict[Span, tuple[Day, ...]] = {}
        """The days of the sentences that have an event."""
        self.nominal = _nominal(language)

    def _clauses(self, sentence: Span) -> tuple[Span, ...]:
        if sentence not in self.cut:
            self.cut[sentence] = read_clauses(self.article.text, sentence, self.language)
        return self.cut[sentence]

    def _within(self, span: Span) -> tuple[Day, ...]:
        """The days that begin inside a sentence or before it; asked for several times an event."""
        if span not in self.held:
            first, end = (bisect_left(self.day_starts, at) for at in span)
            self.held[span] = self.days[first:end]
        return self.held[span]

    def _range(self, day: Day, event: Event, anchor: date | None = None) -> DateRange | None:
        future = event.modality in (Modality.ANNOUNCED, Modality.CONDITIONAL)
        day = self._in_its_year(day)
        found = resolve_day(
            day, published=self.article.published, stated=self.stated, future=future, anchor=anchor
        )
        if found is None:
            return None
        published = self.article.published
        if published and event.modality is Modality.ACTUAL and found[0] and found[0] > published:
            return None  # what is told as done cannot lie ahead: the year was guessed wrong
        return DateRange(earliest=found[0], latest=found[1], basis=found[2])

    def _in_its_year(self, day: Day) -> Day:
        """A day and month without a year, written soon after a full date it must go with."""
        published = self.article.published
        if day.kind is not DayKind.DATE or day.year is not None or not day.month or not day.day:
            return day
        near = self._within(Span(max(0, day.span.start - 2 * _SAME_STORY), day.span.start))
        before = [d for d in near if 0 <= day.span.start - d.span.end <= _SAME_STORY]
        said = next((d.full for d in reversed(before) if d.full), None)
        if said is None or published is None or said.year == published.year:
            return day
        when = calendar_day(said.year, day.month, day.day)
        # "To govern until 10 December 2003. She resigned on 20 December": what is told of is over.
        fits = when is not None and when <= published and abs((when - said).days) <= _WEEKS_ON
        return replace(day, year=said.year) if fits else day

    def _before_day(self, words: re.Pattern[str], day: Day, sentence: Sentence) -> bool:
        """Whether such words stand right before a day."""
        start = max(sentence.span.start, day.span.start - RIGHT_BEFORE)
        return words.search(self.article.text, start, day.span.start) is not None

    def _fenced(self, day: Day, event: Event, sentence: Sentence) -> bool:
        """Whether a mark parts an earlier day from the event, so that it is another clause's."""
        between = self.article.text[day.span.end : event.span.start]
        if REPORTED.search(between) or ";" in between:
            return True
        coming = event.modality is Modality.ANNOUNCED and day.span.end <= event.span.start
        if coming and REPORTED.match(self.article.text, event.span.start, event.span.end):
            return True  # "announced on Monday that he will go"
        if said_on(self.article.text, sentence.span, day.span, event.span):
            return True
        front = IN_FRONT.fullmatch(self.article.text, sentence.span.start, day.span.start)
        return "," in between and front is None
