"""Timing: the day of each event, from the words of its clause.

A day said of one thing is never lent to another: a weekday in the clause that reports ("said on
Monday that …") is the report's. Where the text dates an event once, its other mentions share the
day and the basis says so. A caption's or a post's day is not the body's.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crisis_reader.article.records import Article, RegionKind, Sentence
from crisis_reader.events.day_headings import headed_days
from crisis_reader.events.noun_days import day_before, day_behind, said_on
from crisis_reader.events.patterns import read_rows
from crisis_reader.events.records import DateRange, Event, Kind, Modality, Voice
from crisis_reader.text.clauses import read_clauses
from crisis_reader.text.day_forms import DayKind, Step
from crisis_reader.text.days import Day, calendar_day, stated_dates
from crisis_reader.text.folding import fold_word
from crisis_reader.text.resolving import resolve_day
from crisis_reader.text.spans import Span

# "a day after his resignation": so far may the event stand behind the words that count from it.
_NEAR = 28
# A day with nothing but such words before it was put in front for the whole sentence.
_IN_FRONT = re.compile(
    r"[“\"'«(]*(?:(?:on|in|at|by|late|early|the|last|next|that|night|morning|evening|afternoon|of"
    r"|el|la|en|este|esta|noche|tarde|madrugada|de|del|a|al|ya|and|but|then|y|pero)\s+)*",
    re.IGNORECASE,
)
# A clause that begins so is not the one a day in front of the sentence belongs to.
_BACKWARD = frozenset(
    {"after", "before", "since", "following", "when", "who", "whose", "which"}
    | {"tras", "despues", "antes", "desde", "luego", "cuando", "que"}
)
# A full date so many characters before a day without a year gives it its year …
_SAME_STORY = 600
# … if that brings the two so close, in days.
_WEEKS_ON = 70
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
# Longer than what is looked for right before a day.
_RIGHT_BEFORE = 60
# A day that something lasts to is not the day it began.
_UNTIL = re.compile(r"\b(?:until|till|hasta|through)\b[^,;.]{0,12}$", re.IGNORECASE)
# "said on Monday that": the day is the saying's.
_REPORTED = re.compile(r"\b(?:that|que)\b", re.IGNORECASE)
_PLUPERFECT = re.compile(r"\b(?:had|había|habían)\b", re.IGNORECASE)
_COUNTING = frozenset({"after", "following", "de", "que", "despues", "tras"})
_BEFORE = re.compile(r"\b(?:before|antes)\b", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours|horas|night|noche)\b", re.IGNORECASE)
# "the same day" takes up a day told so many characters before, no further.
_SAME_PASSAGE = 250
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
_LIVE = frozenset({Modality.ACTUAL, Modality.ANNOUNCED})


class Timing:
    """Dates the events of one article; reads its days once."""

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
        self.nominal = {row.id for row in read_rows(language) if row.nouns or row.adjectives}

    def dated(self, events: Sequence[Event]) -> list[Event]:
        """The events in their order, each with its day where the text tells one."""
        if not self.days:
            return list(events)
        sentences = self.article.sentences
        starts = [s.span.start for s in sentences]
        placed = [(e, sentences[bisect_left(starts, e.span.start + 1) - 1]) for e in events]
        own = [(e, self._own(e, sentence)) for e, sentence in placed]
        out = [replace(e, date=day) if day else e for e, day in own]
        back = [
            None if e.date else self._counted_back(e, s) or self._headed(e, s)
            for e, (_, s) in zip(out, placed, strict=True)
        ]
        out = [replace(e, date=day) if day else e for e, day in zip(out, back, strict=True)]
        out = self._shared(out)
        out = [
            e if e.date else replace(e, date=self._counted_on(e, s, out))
            for e, (_, s) in zip(out, placed, strict=True)
        ]
        out = [
            e if e.date else replace(e, date=self._same_day(e, s, out))
            for e, (_, s) in zip(out, placed, strict=True)
        ]
        return self._shared(out)

    def _clauses(self, sentence: Span) -> tuple[Span, ...]:
        if sentence not in self.cut:
            self.cut[sentence] = read_clauses(self.article.text, sentence, self.language)
        return self.cut[sentence]

    def _within(self, span: Span) -> list[Day]:
        first = bisect_left(self.day_starts, span.start)
        return list(self.days[first : bisect_left(self.day_starts, span.end)])

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
            in_front = _IN_FRONT.fullmatch(
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
        before = self.article.text[max(0, event.span.start - _RIGHT_BEFORE) : event.span.start]
        own = self.article.text.startswith(event.surface, event.span.start)
        if not _AND.search(before) or (own and event.surface):
            return None  # "and Y resigned" has a subject of its own
        earlier = [d for d in days if d.span.end <= event.span.start]
        if not earlier or earlier[-1].kind not in (DayKind.WEEKDAY, DayKind.NEAR):
            return None
        between = self.article.text[earlier[-1].span.end : event.span.start]
        apart = ";" in between or _REPORTED.search(between) or len(between) > _SAME_CLAUSE
        return None if apart or earlier[-1].step is not Step.DAY else earlier[-1]

    def _before_day(self, words: re.Pattern[str], day: Day, sentence: Sentence) -> bool:
        """Whether such words stand right before a day."""
        start = max(sentence.span.start, day.span.start - _RIGHT_BEFORE)
        return words.search(self.article.text, start, day.span.start) is not None

    def _fenced(self, day: Day, event: Event, sentence: Sentence) -> bool:
        """Whether a mark parts an earlier day from the event, so that it is another clause's."""
        between = self.article.text[day.span.end : event.span.start]
        if _REPORTED.search(between) or ";" in between:
            return True
        if said_on(self.article.text, sentence.span, day.span, event.span):
            return True
        front = _IN_FRONT.fullmatch(self.article.text, sentence.span.start, day.span.start)
        return "," in between and front is None

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
            front = _IN_FRONT.fullmatch(self.article.text, sentence.span.start, day.span.start)
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

    def _shared(self, events: list[Event]) -> list[Event]:
        """Undated mentions of an event that the body dates on one day only take that day."""
        # Of equal ones the first: a text may say the same thing ten thousand times.
        told: dict[tuple[str, str], dict[tuple[str | None, str, date], Event]] = {}
        for e in events:
            if (
                e.person
                and e.date
                and e.date.day
                and e.modality in _LIVE
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
            if e.date is None and e.modality in _LIVE and len(days) == 1 and fits[0].date:
                basis = f"{fits[0].date.basis}, said of it elsewhere in the text"
                out.append(replace(e, date=replace(fits[0].date, basis=basis)))
            else:
                out.append(e)
        return out


def _start(event: Event) -> int:
    return event.span.start


def _one_event(source: Event, event: Event) -> bool:
    """Whether two mentions can be of one event: one office, and a plan lends no day to a deed."""
    if source.modality is Modality.ANNOUNCED and event.modality is Modality.ACTUAL:
        return False
    if source.office is None or event.office is None:
        return True
    left, right = fold_word(source.office), fold_word(event.office)
    vague = event.kind is Kind.EXIT and {left, right} & _VAGUE
    return left == right or bool(vague)


_VAGUE = frozenset(
    {"leader", "ruler", "head of state", "head of government", "dictator", "lider"}
    | {"mandatario", "mandataria", "jefe del estado", "jefe de estado", "gobernante"}
)
