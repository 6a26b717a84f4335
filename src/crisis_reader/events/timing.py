"""Timing: the day of each event, from the words of its clause.

A day said of one thing is never lent to another: a weekday in the clause that reports ("said on
Monday that …") is the report's. Where the text dates an event once, its other mentions share the
day and the basis says so. A caption's or a post's day is not the body's.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crisis_reader.article.records import Sentence
from crisis_reader.events.counted_days import CountedDays
from crisis_reader.events.event_days import IN_FRONT, REPORTED, RIGHT_BEFORE
from crisis_reader.events.noun_days import day_before, day_behind
from crisis_reader.events.records import LIVE, DateRange, Event, Kind, Modality, Voice
from crisis_reader.text.day_forms import DayKind, Step
from crisis_reader.text.days import Day
from crisis_reader.text.folding import fold_word

if TYPE_CHECKING:
    from datetime import date

# A clause that begins so is not the one a day in front of the sentence belongs to.
_BACKWARD = frozenset(
    {"after", "before", "since", "following", "when", "who", "whose", "which"}
    | {"tras", "despues", "antes", "desde", "luego", "cuando", "que"}
)
# A day this close behind a noun ("his resignation on Monday") is the noun's.
_BEHIND = 14
# "Declared the winner of the election of 20 October": the day is that of the vote.
_OF_A_VOTE = re.compile(
    r"(?:elections?|vote|polls?|ballot|referendum|run-?off|elecci[oó]n(?:es)?|comicios)"
    r"\s+(?:of|del?|de los)\s+$",
    re.IGNORECASE,
)
# Who wins a vote wins it on its day.
_WON = frozenset({"en-win-vote", "en-win-presidential", "en-win-contest", "es-ganar"})
_WON |= {"es-ganar-presidenciales", "es-ganar-cargo"}
# A day that something lasts to is not the day it began.
_UNTIL = re.compile(r"\b(?:until|till|hasta|through)\b[^,;.]{0,12}$", re.IGNORECASE)
_PLUPERFECT = re.compile(r"\b(?:had|había|habían)\b", re.IGNORECASE)
_SAME_CLAUSE = 120
_AND = re.compile(r"\b(?:and|y|e)\s+(?:then|luego|later)?\s*$", re.IGNORECASE)
_OF_ONE = re.compile(r",?\s*\(?(?:in|on|en|el)?\s*", re.IGNORECASE)
_ANOTHER = re.compile(r"\)?\s*(?:,|;|\.|$|and\b|y\b)", re.IGNORECASE)
_HELD = re.compile(
    r"[^.;,]{0,40}?\b(?:took place|was held|happened|came|se celebró|tuvo lugar|se produjo|llegó)"
    r"\s+(?:on|late|early|el|este|this|late on|early on)?\s*",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r"[”\"’»,\s]*(?:with (?:immediate )?effect (?:from|on)|effective(?: from| on)?|a partir del?"
    r"|con efectos? desde)\s*(?:the|el)?\s*",
    re.IGNORECASE,
)
_VAGUE = frozenset(
    {"leader", "ruler", "head of state", "head of government", "dictator", "lider"}
    | {"mandatario", "mandataria", "jefe del estado", "jefe de estado", "gobernante"}
)


class Timing(CountedDays):
    """Dates the events of one article."""

    def dated(self, events: Sequence[Event]) -> list[Event]:
        """The events in their order, each with its day where the text tells one."""
        if not self.days:
            return list(events)
        sentences = self.article.sentences
        starts = [s.span.start for s in sentences]
        placed = [(e, sentences[bisect_left(starts, e.span.start + 1) - 1]) for e in events]
        within = [sentence for _, sentence in placed]
        out = _with_days(events, [self._own(e, sentence) for e, sentence in placed])
        back = [
            None if e.date else self._counted_back(e, s) or self._headed(e, s)
            for e, s in zip(out, within, strict=True)
        ]
        out = self._shared(_with_days(out, back))
        on = [
            None if e.date else self._counted_on(e, s, out)
            for e, s in zip(out, within, strict=True)
        ]
        out = _with_days(out, on)
        same = [
            None if e.date else self._same_day(e, s, out) for e, s in zip(out, within, strict=True)
        ]
        return self._shared(_with_days(out, same))

    def _own(self, event: Event, sentence: Sentence) -> DateRange | None:
        """The day that stands in the event's clause, else one put in front of its sentence."""
        days = [
            d
            for d in self._within(sentence.span)
            if d.kind is not DayKind.ANCHORED
            and not self._before_day(_UNTIL, d, sentence)
            and (event.rule in _WON or not self._before_day(_OF_A_VOTE, d, sentence))
        ]
        if not days:
            return None
        clauses = [c for c in self._clauses(sentence.span) if c.touches(event.span)]
        beside = self._beside(days, event, sentence) if len(days) > 1 else None
        if beside is not None:
            return self._range(beside, event)
        counted = self._anchor_before(event, sentence)
        near = [
            d
            for d in days
            if any(c.touches(d.span) for c in clauses)
            and not (counted and d.span.start < counted.span.start)
            and not self._fenced(d, event, sentence)
        ]
        if event.rule in self.nominal:
            near = [d for d in near if self._right_behind(d, event)] or [
                d for d in days if day_before(self.article.text, sentence.span, d.span, event.span)
            ]
            return self._range(near[0], event) if near else None
        after = [d for d in near if d.span.start >= event.span.start]
        chosen = after[0] if after else near[-1] if near else None
        if len(after) > 1 and after[0].kind is DayKind.NEAR and after[1].full:
            close = after[1].span.start - after[0].span.end <= _BEHIND
            chosen = after[1] if close else chosen  # "today, Thursday, May 21, 1998"
        chosen = chosen or self._in_effect(days, event) or self._joined(days, event)
        if chosen is None and clauses and not counted:
            first = fold_word(clauses[0].of(self.article.text).split(maxsplit=1)[0].strip("“\"'(,"))
            in_front = IN_FRONT.fullmatch(
                self.article.text, sentence.span.start, days[0].span.start
            )
            fronted = in_front is not None and days[0].span.end <= event.span.start
            free = fronted and first not in _BACKWARD and not self._fenced(days[0], event, sentence)
            chosen = days[0] if free else None
        return self._range(chosen, event) if chosen else None

    def _beside(self, days: list[Day], event: Event, sentence: Sentence) -> Day | None:
        """The day right behind the name of one of several: "removed X, in 2016, and Y, in 2019"."""
        if not event.surface:
            return None
        start = self.article.text.find(event.surface, event.span.start, sentence.span.end)
        end = start + len(event.surface)
        if start < 0 or end > event.span.end + _BEHIND:
            return None
        return next(
            (
                d
                for d in days
                if d.span.start >= end
                and _OF_ONE.fullmatch(self.article.text, end, d.span.start)
                and _ANOTHER.match(self.article.text, d.span.end, sentence.span.end)
            ),
            None,
        )

    def _right_behind(self, day: Day, event: Event) -> bool:
        """Whether the day is that of a noun: "his resignation on Monday", "took place on"."""
        between = self.article.text[event.span.end : day.span.start]
        near = 0 <= day.span.start - event.span.end <= _BEHIND
        near = (
            near or event.span.start < day.span.start < event.span.end
        )  # "a coup on Monday against"
        return near or _HELD.fullmatch(between) is not None or day_behind(between)

    def _in_effect(self, days: list[Day], event: Event) -> Day | None:
        """``with effect from Thursday`` behind the event's words."""
        for day in days:
            between = self.article.text[event.span.end : day.span.start]
            if day.span.start >= event.span.end and _EFFECTIVE.fullmatch(between):
                return day
        return None

    def _joined(self, days: list[Day], event: Event) -> Day | None:
        """The day of a verb before *and*: "ousted him on Sunday and named a successor"."""
        before = self.article.text[max(0, event.span.start - RIGHT_BEFORE) : event.span.start]
        own = self.article.text.startswith(event.surface, event.span.start)
        if not _AND.search(before) or (own and event.surface):
            return None  # "and Y resigned" has a subject of its own
        earlier = [d for d in days if d.span.end <= event.span.start]
        if not earlier or earlier[-1].kind not in (DayKind.WEEKDAY, DayKind.NEAR):
            return None
        between = self.article.text[earlier[-1].span.end : event.span.start]
        apart = ";" in between or REPORTED.search(between) or len(between) > _SAME_CLAUSE
        return None if apart or earlier[-1].step is not Step.DAY else earlier[-1]

    def _headed(self, event: Event, sentence: Sentence) -> DateRange | None:
        """``10 November. Police mutiny.``: the day at the head, where the sentence has no other.

        A noun ("the letter of resignation") and a pluperfect look back to another day.
        """
        day = self.headings.get(sentence.paragraph)
        if day is None or event.rule in self.nominal or event.voice is not Voice.REPORTER:
            return None
        other = any(
            d.kind is not DayKind.ANCHORED and d != day for d in self._within(sentence.span)
        )
        if other or _PLUPERFECT.search(self.article.quote(event.span)):
            return None
        found = self._range(day, event)
        return found and replace(found, basis=f"{found.basis}, heading its paragraph")

    def _shared(self, events: list[Event]) -> list[Event]:
        """Undated mentions of an event that the body dates on one day only take that day."""
        # Of equal ones the first: a text may say the same thing ten thousand times.
        told: dict[tuple[str, str], dict[tuple[str | None, str, date], Event]] = {}
        for e in events:
            if (
                e.person
                and e.date
                and e.date.day
                and e.modality in LIVE
                and e.voice in (Voice.REPORTER, Voice.QUOTE)
            ):
                one = (e.office, e.modality, e.date.day)
                told.setdefault((e.person, e.kind), {}).setdefault(one, e)
        out: list[Event] = []
        for e in events:
            sources = tuple(told.get((e.person or "", e.kind), {}).values())
            fits = [s for s in sources if _one_event(s, e)]
            if e.kind is Kind.ENTRY and len({s.office for s in sources if s.office}) > 1:
                fits = [s for s in fits if s.office and s.office == e.office]
            days = {s.date.day for s in fits if s.date}
            if e.date is None and e.modality in LIVE and len(days) == 1 and fits[0].date:
                basis = f"{fits[0].date.basis}, said of it elsewhere in the text"
                out.append(replace(e, date=replace(fits[0].date, basis=basis)))
            else:
                out.append(e)
        return out


def _with_days(events: Sequence[Event], days: Sequence[DateRange | None]) -> list[Event]:
    """The events, each with the day beside it where there is one."""
    return [replace(e, date=day) if day else e for e, day in zip(events, days, strict=True)]


def _one_event(source: Event, event: Event) -> bool:
    """Whether two mentions can be of one event: one office, and a plan lends no day to a deed."""
    if source.modality is Modality.ANNOUNCED and event.modality is Modality.ACTUAL:
        return False
    if source.office is None or event.office is None:
        return True
    left, right = fold_word(source.office), fold_word(event.office)
    vague = event.kind is Kind.EXIT and {left, right} & _VAGUE
    return left == right or bool(vague)
