"""Extraction: the events of an article, in text order.

Walks the pattern table over each sentence; every trigger that fits gives an event with the person,
the office, the modality and the words that say it. Nothing is added that no sentence says.
"""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from crisis_reader.article.records import Article
from crisis_reader.events.attempts import only_announced, tells_of_failure
from crisis_reader.events.beside import (
    named_later,
    of_his_own,
    read_already,
    said_twice,
    same,
    told_beside,
    who_came,
)
from crisis_reader.events.evidence import Evidence
from crisis_reader.events.lexicon import Lexicon, read_lexicon
from crisis_reader.events.lines import Line, read_line
from crisis_reader.events.matching import can_match, match
from crisis_reader.events.mentions import Mention
from crisis_reader.events.patterns import read_buckets
from crisis_reader.events.people import People, how_named
from crisis_reader.events.records import LIVE, Event, HowNamed, Kind, Manner, Modality
from crisis_reader.events.referents import Referents
from crisis_reader.events.requirements import Found
from crisis_reader.events.roles import Roles
from crisis_reader.events.timing import Timing
from crisis_reader.events.titled import Titled

if TYPE_CHECKING:
    from crisis_reader.events.described import Knowledge


class Extraction:
    """One pass over one article."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.triggers = read_buckets(lexicon.language)
        self.lines = self._read(lexicon)
        self.people = People(self.lines, lexicon)
        surnames = {p.words[-1] for p in self.people.persons if len(p.words) > 1}
        if common := surnames & lexicon.organisations:  # "Palacio" is a palace, and a president
            known = replace(lexicon, organisations=lexicon.organisations - common)
            self.lines = self._read(known)
            self.people = People(self.lines, known)
        self.failed = tells_of_failure(self.lines)
        self.roles = Roles(lexicon, self.people)
        self.left: dict[int, list[int]] = {}
        """By sentence those who left in it, in text order."""
        self.last: dict[Kind, int | None] = {}
        """Who was told last to have left, to have come in; None where several did together."""
        self.evidence = Evidence(article, lexicon, self.people)
        self.titled = Titled(lexicon, self.people, self.evidence)
        self.referents = Referents(self.people, self.evidence, self.roles.arguments, self.left)
        self.knowledge: list[tuple[int, Knowledge]] = []
        """From which line on what was known of the people."""
        self.told = self._events()

    def _read(self, lexicon: Lexicon) -> list[Line]:
        text = self.article.text
        return [read_line(i, s, text, lexicon) for i, s in enumerate(self.article.sentences)]

    def _events(self) -> tuple[Event, ...]:
        """All events, in text order, dated."""
        out: list[tuple[Event, int]] = []
        gone: set[int] = set()
        claimed: set[int] = set()
        for line in self.lines:
            told = self._line(line)
            self._remember(told)
            for event, person in told:
                out.append((event, line.number))
                if person is not None:
                    self._learn(event, person, line, gone, claimed)
                elif event.kind is Kind.ENTRY and event.modality in LIVE:
                    self.people.awaited = line.number
            if len(gone) > len(self.people.gone) or len(claimed) > len(self.people.claimed):
                self.people.gone, self.people.claimed = frozenset(gone), frozenset(claimed)
                self.knowledge.append((line.number + 1, self.people.known()))
        if not out:
            return ()
        return tuple(Timing(self.article, self.lexicon.language).dated(named_later(out)))

    def _remember(self, told: list[tuple[Event, int | None]]) -> None:
        """Keep of whom "the resignation" is in what follows: of nobody where two went as one."""
        acts: dict[Kind, dict[str, set[int]]] = {}
        for event, person in told:
            if person is not None and event.modality in LIVE:
                acts.setdefault(event.kind, {}).setdefault(event.rule, set()).add(person)
        for kind, by_rule in acts.items():
            last = list(by_rule.values())[-1]
            self.last[kind] = next(iter(last)) if len(last) == 1 else None

    def _learn(
        self, event: Event, person: int, line: Line, gone: set[int], claimed: set[int]
    ) -> None:
        """Keep what an event says of somebody for those who read the sentences behind it."""
        people = self.people
        done = event.modality is Modality.ACTUAL
        if event.kind is Kind.EXIT and done:
            gone.add(person)
            people.dead |= {person} if event.manner is Manner.DIED else set()
            self.left.setdefault(line.number, []).append(person)
        if event.kind in (Kind.CLAIM, Kind.ENTRY):
            claimed.add(person)
            if done and event.office:
                people.holding[person] = event.office
        if event.kind is Kind.ENTRY and event.modality in LIVE:
            people.chosen |= {person}
        if event.kind is Kind.ENTRY and done:
            people.entered[person] = event.office
            people.latest = person

    def _line(self, line: Line) -> list[tuple[Event, int | None]]:
        """The events of a sentence; the first row of the table that reads a word has it."""
        found: list[Found] = []
        words, known = line.words, self.triggers.words
        for i, word in [(i, word) for i, word in enumerate(line.tokens.lower) if word in known]:
            for trigger in self.triggers[word].met(words):
                if not can_match(trigger.row, words):
                    continue
                hit = match(line, trigger, i, self.lexicon)
                one = self.roles.read(line, hit) if hit else None
                if one is not None and not any(read_already(one, other) for other in found):
                    found += [one, *self.roles.besides(line, one)]
        events: list[tuple[Event, int | None]] = []
        for one in found:
            for event, person in self._named(line, one):
                if not any(same(event, other) for other, _ in events):
                    events.append((event, person))
        events = [pair for pair in events if not told_beside(pair[0], events)]
        events = [(of_his_own(event, events), person) for event, person in events]
        text = self.article.text
        events = [pair for pair in events if not said_twice(pair[0], events, text)]
        events = [pair for pair in events if not who_came(pair, events, self.people.gone)]
        events += self.titled.read(line, [event for event, _ in events])
        events.sort(key=lambda pair: pair[0].span)
        events = [self.referents.of_who_left(pair, events) for pair in events]
        if self.failed:
            events = [(only_announced(event, line), person) for event, person in events]
        return self.evidence.shared_claims(events)

    def _named(self, line: Line, one: Found) -> list[tuple[Event, int | None]]:
        """One event for each person the argument names, one for nobody where it names none."""
        known = [m for m in one.argument.mentions if not m.indefinite]
        unnamed = max(0, one.argument.count - len(known))
        somebody = [m for m in one.argument.mentions if not m.plural][:1]
        mentions: list[Mention | None] = list(known) or list(somebody) or [None]
        if one.argument.again and one.kind not in self.last:
            return []
        needs = one.hit.trigger.row.needs
        if needs and one.hit.trigger.row.who == "subject" and mentions == [None]:
            speaker = self.referents.first_person(line, one)
            if not self.roles.needs.spoken(needs, speaker) and "self" not in needs:
                return []
        return [self._event(line, one, m, 0 if k else unnamed) for k, m in enumerate(mentions)]

    def _event(
        self, line: Line, one: Found, mention: Mention | None, unnamed: int
    ) -> tuple[Event, int | None]:
        person = (
            self.referents.person(line, one, mention)
            if mention is not None
            else self.last[one.kind]
            if one.argument.again
            else self.referents.first_person(line, one)
        )
        entry = self.people.persons[person] if person is not None else None
        span = self.evidence.span(line, one, mention)
        voice, speaker = self.evidence.voice(line, span)
        if one.kind in (Kind.RECOGNITION, Kind.DENIAL) and speaker is None:
            speaker = self.evidence.recogniser(line, one, self.roles.arguments)
        event = Event(
            kind=one.kind,
            manner=one.manner,
            modality=one.modality,
            person=entry.name if entry else None,
            how_named=how_named(mention, entry) if mention is not None else HowNamed.NONE,
            unnamed=unnamed,
            surface=line.tokens.words(mention.first, mention.core_end) if mention else "",
            office=self.evidence.office(one, mention, person),
            stance=self.evidence.stance(line, one),
            voice=voice,
            asserted_by=speaker,
            article_id=self.article.id,
            span=span,
            rule=one.hit.trigger.row.id,
        )
        return event, person


def extract(article: Article) -> tuple[Event, ...]:
    """The events of an article as its text has them, none for a language that is not read."""
    read = read_pass(article, article.language or "en")
    return read.told if read else ()


@lru_cache(maxsize=4)
def read_pass(article: Article, language: str) -> Extraction | None:
    """The finished pass over an article, kept for whoever asks next for its people."""
    lexicon = read_lexicon(language)
    return Extraction(article, lexicon) if lexicon else None
