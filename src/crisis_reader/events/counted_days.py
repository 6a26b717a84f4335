"""Days counted from another event: "a day after his resignation", "the same day", "hours before".

The day that is counted from is told in the sentence, or by the event told last.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from crisis_reader.article.records import Sentence
from crisis_reader.events.event_days import IN_FRONT, EventDays
from crisis_reader.events.records import DateRange, Event
from crisis_reader.text.day_forms import DayKind, Step
from crisis_reader.text.days import Day
from crisis_reader.text.folding import fold_word

# "a day after his resignation": so far may the event stand behind the words that count from it.
_NEAR = 28
_COUNTING = frozenset({"after", "following", "de", "que", "despues", "tras"})
_BEFORE = re.compile(r"\b(?:before|antes)\b", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours|horas|night|noche)\b", re.IGNORECASE)
# "the same day" takes up a day told so many characters before, no further.
_SAME_PASSAGE = 250


class CountedDays(EventDays):
    """Dates events by what is counted from others."""

    def _anchor_before(self, event: Event, sentence: Sentence) -> Day | None:
        """The "a day after" that counts from this event."""
        for day in self._within(sentence.span):
            if (
                day.kind is DayKind.ANCHORED
                and day.count >= 0
                and 0 <= event.span.start - day.span.end <= _NEAR
                and self._counts(day)
            ):
                return day
        return None

    def _counts(self, day: Day) -> bool:
        last = fold_word(day.words).split()[-1]
        return last in _COUNTING or (day.count == 0 and last in ("before", "antes"))

    def _counted_back(self, event: Event, sentence: Sentence) -> DateRange | None:
        """``on 11 November, a day after his resignation``: the 10th."""
        counted = self._anchor_before(event, sentence)
        if counted is None or counted.step not in (Step.DAY, Step.WEEK):
            return None
        earlier = [
            d
            for d in self._within(sentence.span)
            if d.span.end <= counted.span.start and d.kind is not DayKind.ANCHORED
        ]
        found = self._range(earlier[-1], event) if earlier else None
        if found is None or found.day is None:
            return None
        days = counted.count * (7 if counted.step is Step.WEEK else 1)
        when = found.day - timedelta(days=days)
        first, last = self._rounded(counted, when, before=_BEFORE.search(counted.words) is None)
        return DateRange(
            earliest=first, latest=last, basis=f"'{counted.words}' it was {found.basis}"
        )

    def _rounded(self, counted: Day, when: date, *, before: bool) -> tuple[date, date]:
        """The day itself; where hours are counted also the one beside it, over midnight."""
        if counted.count or not _HOURS.search(counted.words):
            return when, when
        beside = when + timedelta(days=-1 if before else 1)
        return (beside, when) if before else (when, self._passed(beside))

    def _passed(self, when: date) -> date:
        published = self.article.published
        return min(when, published) if published else when

    def _same_day(
        self, event: Event, sentence: Sentence, events: Sequence[Event]
    ) -> DateRange | None:
        """``took an oath the same day``: the day told last before it."""
        for day in self._within(sentence.span):
            if day.kind is not DayKind.ANCHORED or day.count or self._counts(day):
                continue
            behind = 0 <= day.span.start - event.span.start <= event.span.length + _NEAR
            front = IN_FRONT.fullmatch(self.article.text, sentence.span.start, day.span.start)
            near = day.span.end <= event.span.start <= day.span.end + _NEAR
            if not behind and not (front is not None and near):
                continue
            if self._fenced(day, event, sentence) and not (front is not None and near):
                continue
            last = bisect_left(events, min(event.span.start, day.span.start), key=_start)
            told = [e for e in events[max(0, last - 3) : last] if e.date and e.date.day]
            if not told or event.span.start - told[-1].span.end > _SAME_PASSAGE:
                return None
            base = told[-1].date
            if base is None or base.day is None:
                return None
            first, latest = self._rounded(day, base.day, before=False)
            return DateRange(earliest=first, latest=latest, basis=f"'{day.words}' as {base.basis}")
        return None

    def _counted_on(
        self, event: Event, sentence: Sentence, events: Sequence[Event]
    ) -> DateRange | None:
        """``departed a day after his resignation``: the day of the resignation and one."""
        for day in self._within(sentence.span):
            near = event.span.start <= day.span.start <= event.span.end + _NEAR
            if day.kind is not DayKind.ANCHORED or not near:
                continue
            # They are in the order of the text.
            first = bisect_left(events, day.span.end, key=_start)
            base = next(
                (
                    o
                    for o in events[
                        first : bisect_left(events, day.span.end + _NEAR + 1, key=_start)
                    ]
                    if self._anchor_before(o, sentence) == day and o.date and o.date.day
                ),
                None,
            )
            if base is not None and base.date is not None:
                return self._range(day, event, base.date.day)
        return None


def _start(event: Event) -> int:
    return event.span.start
