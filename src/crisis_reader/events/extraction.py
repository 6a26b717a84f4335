"""Extraction: the events of an article, in text order.

Walks the pattern table over each sentence; every trigger that fits gives an event with the person,
the office, the modality and the words that say it. Nothing is added that no sentence says.
"""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from crisis_reader.article.records import Article
from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.evidence import Evidence
from crisis_reader.events.groups import read_group
from crisis_reader.events.lexicon import Lexicon, read_lexicon
from crisis_reader.events.lines import Line, read_line
from crisis_reader.events.matching import can_match, match
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.patterns import read_buckets
from crisis_reader.events.people import People, how_named
from crisis_reader.events.records import Event, HowNamed, Kind, Manner, Modality
from crisis_reader.events.requirements import Found
from crisis_reader.events.roles import Roles
from crisis_reader.events.stages import STATEMENTS
from crisis_reader.events.timing import Timing
from crisis_reader.events.titled import Titled

if TYPE_CHECKING:
    from crisis_reader.events.described import Knowledge

# "I have decided to" stands between *I* and its verb.
_NEAR = 4
_LIVE = frozenset({Modality.ACTUAL, Modality.ANNOUNCED})
# A headline, a line under it and the first sentence, and in how many sentences the name may follow.
_LEAD = 2
_FOLLOWING = 5
_OWNED = ("his ", "her ", "its ", "their ", "su ", "sus ")
_OWN = frozenset({"own", "propia"})
_CHOSEN = frozenset({Manner.APPOINTED, Manner.ELECTED})
_THAT = frozenset({"that", "que"})
_SPEAKERS = frozenset(
    {"office", "spokesman", "spokeswoman", "spokesperson", "lawyer", "lawyers", "palace", "aides"}
)
_ENCLITICS = ("lo", "la", "le")
_I = frozenset({"i", "yo"})
_WISHED = 10
_MADE = frozenset({"him", "her"})
_ADDRESSED = frozenset({"to", "a", "al"})


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
        self.roles = Roles(lexicon, self.people)
        self.left: dict[int, list[int]] = {}
        """By sentence those who left in it, in text order."""
        self.last: dict[Kind, int] = {}
        """Who was told last to have left, to have come in."""
        self.evidence = Evidence(article, lexicon, self.people)
        self.titled = Titled(lexicon, self.people, self.evidence)
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
            for event, person in self._line(line):
                out.append((event, line.number))
                if person is not None and event.modality in _LIVE:
                    self.last[event.kind] = person
                if (
                    event.kind is Kind.EXIT
                    and event.modality is Modality.ACTUAL
                    and person is not None
                ):
                    gone.add(person)
                    self.left.setdefault(line.number, []).append(person)
                if event.kind in (Kind.CLAIM, Kind.ENTRY) and person is not None:
                    claimed.add(person)
                    if event.modality is Modality.ACTUAL and event.office:
                        self.people.holding[person] = event.office
                    if event.kind is Kind.ENTRY and event.modality is Modality.ACTUAL:
                        self.people.entered[person] = event.office
                        self.people.latest = person
            if len(gone) > len(self.people.gone) or len(claimed) > len(self.people.claimed):
                self.people.gone, self.people.claimed = frozenset(gone), frozenset(claimed)
                self.knowledge.append((line.number + 1, self.people.known()))
        if not out:
            return ()
        return tuple(Timing(self.article, self.lexicon.language).dated(_named_later(out)))

    def _line(self, line: Line) -> list[tuple[Event, int | None]]:
        """The events of a sentence; the first row of the table that reads a word has it."""
        found: list[Found] = []
        possible: dict[str, bool] = {}
        words, lower = line.words, line.tokens.lower
        for i in [i for i, word in enumerate(lower) if word in self.triggers]:
            for trigger in self.triggers[lower[i]].met(words):
                row = trigger.row
                if row.id not in possible:
                    possible[row.id] = can_match(row, words)
                if not possible[row.id]:
                    continue
                hit = match(line, trigger, i, self.lexicon)
                one = self.roles.read(line, hit) if hit else None
                if one is not None and not any(_read_already(one, other) for other in found):
                    found += [one, *self.roles.besides(line, one)]
        events: list[tuple[Event, int | None]] = []
        for one in found:
            for event, person in self._named(line, one):
                if not any(_same(event, other) for other, _ in events):
                    events.append((event, person))
        events = [pair for pair in events if not _told_beside(pair[0], events)]
        events = [pair for pair in events if not _who_came(pair, events, self.people.gone)]
        events += self.titled.read(line, [event for event, _ in events])
        events.sort(key=lambda pair: pair[0].span)
        events = [self._of_who_left(pair, events) for pair in events]
        return self.evidence.shared_claims(events)

    # -- people --------------------------------------------------------------------------------

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
            speaker = self._first_person(line, one)
            if not self.roles.needs.spoken(needs, speaker) and "self" not in needs:
                return []
        return [self._event(line, one, m, 0 if k else unnamed) for k, m in enumerate(mentions)]

    def _event(
        self, line: Line, one: Found, mention: Mention | None, unnamed: int
    ) -> tuple[Event, int | None]:
        person = (
            self._person(line, one, mention)
            if mention is not None
            else self.last[one.kind]
            if one.argument.again
            else self._first_person(line, one)
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

    def _person(self, line: Line, one: Found, mention: Mention) -> int | None:
        """Who a mention is; an object pronoun is not the verb's own subject."""
        if mention.form is not Form.PRONOUN:
            return self.people.who(mention, line)
        form = line.tokens.form[mention.core]
        spanish = self.lexicon.language == "es"  # "le retiró el respaldo"
        clitic = spanish and form in self.lexicon["object_pronouns"] and mention.first < one.hit.at
        told = self._told(line, one, mention)
        if told is not None:
            return self.people.who(told, line)
        return self._pronoun(line, one, mention, form, clitic=clitic)

    def _pronoun(
        self, line: Line, one: Found, mention: Mention, form: str, *, clitic: bool
    ) -> int | None:
        """Who a pronoun is: its owner's, the verb's object, whoever a quotation is about."""
        if mention.first == one.hit.at and not form.endswith(_ENCLITICS):
            return self.people.who(mention, line)  # the ending of a Spanish verb
        if line.mention_at(mention.first) is not mention and not clitic:
            return self._possessive(line, mention, one)
        after_verb = one.hit.trigger.sort == "verb" and (mention.first > one.hit.at or clitic)
        if after_verb and form not in self.lexicon["reflexives"]:
            group = read_group(line.tokens, one.hit.at, one.hit.trigger.tag, self.lexicon)
            subject = self.roles.arguments.subject(line, group)
            barred = (
                self.people.who(subject.mentions[0], line) if subject and subject.mentions else None
            )
            return self.people.resolve(mention, line, barred=barred)
        made = self._made_by(line, mention)
        if made is not None:
            return self.people.resolve(mention, line, barred=made)
        quoted = self.evidence.voices.quoted(line.tokens.starts[mention.first])
        about = self.evidence.spoken_of(line) if quoted else None
        if about is not None:
            return about
        return self.people.resolve(mention, line, barred=self._quoted_by(line, mention))

    def _congratulated(self, line: Line, mention: Mention) -> Mention | None:
        """Whose election it is that somebody is congratulated on: "congratulated X on her win"."""
        tokens = line.tokens
        if tokens.at(mention.first - 1) not in ("on", "por"):
            return None
        near = tokens.form[max(0, mention.first - _WISHED) : mention.first]
        if not any(word.startswith(("congratulat", "felicit")) for word in near):
            return None
        return next((m for m in reversed(line.mentions) if m.end <= mention.first - 1), None)

    def _made_by(self, line: Line, mention: Mention) -> int | None:
        """Who makes "him" do it: "Y forced her to abdicate" is of somebody else."""
        tokens = line.tokens
        if tokens.form[mention.core] not in _MADE or tokens.at(mention.end) != "to":
            return None
        group = read_group(tokens, mention.first - 1, "past", self.lexicon)
        maker = self.roles.arguments.subject(line, group)
        if maker is None or not maker.mentions or tokens.at(maker.mentions[0].end) == "'s":
            return None  # "X's illness forced him to resign"
        return self.people.who(maker.mentions[0], line)

    def _quoted_by(self, line: Line, mention: Mention) -> int | None:
        """Who says a sentence between marks: *he* in it is somebody else."""
        quoted = self.evidence.voices.quoted(line.tokens.starts[mention.first])
        return self.evidence.says(line) if quoted else None

    def _told(self, line: Line, one: Found, mention: Mention) -> Mention | None:
        """Whom the words before *that* tell a pronoun to be: who is asked, or who announced it."""
        that = mention.first - 1
        owner = self._spoken_for(line, that - (line.tokens.at(that) in _THAT))
        if owner is not None:
            return owner
        if line.tokens.at(that) not in _THAT:
            return None
        if line.tokens.at(that - 1) in STATEMENTS and line.tokens.at(that - 2) == "'s":
            return line.mention_at(that - 3)  # "X's announcement that he would take over"
        return self._asked(line, that) if one.modality is Modality.DEMANDED else None

    def _spoken_for(self, line: Line, said: int) -> Mention | None:
        """Whose office or lawyer says *he*: "X's office said he was still in charge"."""
        tokens = line.tokens
        if tokens.at(said) not in self.lexicon["say"] or tokens.at(said - 1) not in _SPEAKERS:
            return None
        owner = line.mention_at(said - 3) if tokens.at(said - 2) == "'s" else None
        return None if owner is None or owner.form is Form.PRONOUN or owner.plural else owner

    def _asked(self, line: Line, that: int) -> Mention | None:
        """Who is asked in "suggest to X that he resign": never the one who asks."""
        near = [m for m in line.mentions if m.end <= that <= m.end + _NEAR]
        asked = [m for m in near if line.tokens.at(m.first - 1) in _ADDRESSED]
        return asked[-1] if asked and asked[-1].form is not Form.PRONOUN else None

    def _first_person(self, line: Line, one: Found) -> int | None:
        """Who says *I* in a quotation: its speaker."""
        window = line.tokens.form[max(0, one.first - _NEAR) : one.hit.at]
        said = one.hit.trigger.tag in FIRST_PERSON or not _I.isdisjoint(window)
        said = said or (self.lexicon.language == "es" and "he" in window)  # "he dimitido"
        if not said:
            return None
        return self.evidence.speaker(line)

    def _possessive(self, line: Line, mention: Mention, one: Found) -> int | None:
        """Whose *his* is: somebody before it; in front also the subject that follows."""
        if not any(m.end <= mention.first for m in line.mentions):
            comma = next(
                (i for i in range(one.hit.end, len(line.tokens)) if line.tokens.raw[i] == ","),
                len(line.tokens),
            )
            following = next(
                (m for m in line.mentions if m.first > comma and m.form is not Form.NOMINAL), None
            )
            if following is not None and following.first <= comma + 3:
                person = self.people.who(following, line)
                if person is not None and self.people.persons[person].gender in (
                    None,
                    mention.gender,
                ):
                    return self._who_left(person, self.people.resolve(mention, line), one)
        wished = self._congratulated(line, mention)
        if wished is not None:
            return self.people.who(wished, line)
        found = self.people.resolve(mention, line)
        left = self.left.get(line.number - 1, [])
        alone = not any(m.end <= mention.first and m.person is not None for m in line.mentions)
        # Of two who went in the sentence before, "his resignation" is of the last.
        return left[-1] if one.kind is Kind.EXIT and alone and found in left else found

    def _of_who_left(
        self, told: tuple[Event, int | None], events: list[tuple[Event, int | None]]
    ) -> tuple[Event, int | None]:
        """Whose "his fall" is in a sentence that tells before who went: his who went.

        Not "her fall" where a man went, nor "her own", which is of whoever does the telling.
        """
        event, _ = told
        surface = event.surface.lower()
        if event.kind is not Kind.EXIT or f"{surface} " not in _OWNED:
            return told
        if _OWN & set(self.article.quote(event.span).lower().split()):
            return told
        male, female = (
            surface in self.lexicon[f"{gender}_pronouns"] for gender in ("male", "female")
        )
        fits = (None, "m") if male else (None, "f") if female else (None, "m", "f")
        left = [
            (other.person, person)
            for other, person in events
            if other.kind is Kind.EXIT
            and other.span.start < event.span.start
            and other.modality in _LIVE
            and person is not None
            and self.people.persons[person].gender in fits
            and f"{other.surface.lower()} " not in _OWNED
        ]
        return (replace(event, person=left[-1][0]), left[-1][1]) if left else told

    def _who_left(self, following: int, before: int | None, one: Found) -> int:
        """Of the subject that follows and whoever was spoken of: the one known to have left."""
        gone = self.people.gone
        told = one.kind is Kind.EXIT and before is not None and before in gone
        return before if told and before is not None and following not in gone else following


def _named_later(told: list[tuple[Event, int]]) -> list[Event]:
    """The events in text order; those of a lead take their person from the sentence that names it.

    "President ousted" over an article is the exit of him of whom the next sentences tell one.
    """
    out: list[Event] = []
    for event, number in told:
        found: str | None = None
        described = event.person is None and event.how_named is HowNamed.TITLE
        owned = event.surface.lower().startswith(_OWNED)
        if number <= _LEAD and described and not owned:
            near = [
                (abs(at - number), at < number, other)
                for other, at in told
                if at != number
                and number - _LEAD <= at <= number + _FOLLOWING
                and _same_deed(event, other)
            ]
            if near:
                closest = min(distance[:2] for distance in near)
                people = {other.person for *distance, other in near if tuple(distance) == closest}
                found = next(iter(people)) if len(people) == 1 else None
        out.append(replace(event, person=found) if found else event)
    return out


def _same_deed(event: Event, other: Event) -> bool:
    """Whether an event with a person can be the one that a headline tells without one."""
    if other.person is None or other.kind is not event.kind or other.modality not in _LIVE:
        return False
    if event.kind not in (Kind.EXIT, Kind.ENTRY, Kind.DEPARTURE):
        return False
    left, right = (office.split() for office in (event.office or "", other.office or ""))
    vague = not left or not right or "leader" in (left[-1], right[-1])
    return vague or (left[-1] == right[-1] and ("vice" in left) == ("vice" in right))


def _read_already(one: Found, other: Found) -> bool:
    """Whether a row that came first has read the same words for the same kind of event."""
    row, read = one.hit.trigger.row, other.hit.trigger.row
    if (one.kind is not other.kind and row.kind is not read.kind) or "agent" in (
        row.who,
        read.who,
    ):
        return False
    return other.hit.at <= one.hit.at < max(other.hit.end, other.hit.at + 1)


def _told_beside(event: Event, events: list[tuple[Event, int | None]]) -> bool:
    """Whether the event beside it says it better: a refusal, or an appointment "to succeed"."""
    near = [e for e, _ in events if e.span.touches(event.span)]
    if event.kind is Kind.RECOGNITION and event.modality is Modality.DENIED:
        return any(e.kind is Kind.DENIAL for e in near)
    if event.kind is Kind.ENTRY:
        if (
            event.office is None
            and event.manner is Manner.APPOINTED
            and any(e.manner is Manner.NEXT_IN_LINE and e.person == event.person for e in near)
        ):
            return True  # "designated X as his successor" tells who will come
        judged = (e for e in near if e.kind in (Kind.RECOGNITION, Kind.DENIAL))
        return any(
            e.person == event.person
            and e.span.start < event.span.start
            and event.span.end <= e.span.end
            for e in judged
        )  # "annulled the election of X" tells of no new election
    if event.manner is not Manner.WOULD_SUCCEED:
        return False
    return any(e.manner in _CHOSEN and e.person == event.person for e in near)


def _who_came(
    told: tuple[Event, int | None],
    events: list[tuple[Event, int | None]],
    gone: frozenset[int],
) -> bool:
    """Whether "was replaced by Y" says only who came, of somebody told before to have left."""
    event, person = told
    if event.kind is not Kind.EXIT or person is None or event.manner is not Manner.LEFT_OFFICE:
        return False
    came = any(e.kind is Kind.ENTRY and event.span.covers(e.span) for e, _ in events)
    left = person in gone or any(
        e.kind is Kind.EXIT
        and e.span.end <= event.span.start
        and e.modality in _LIVE
        and p == person
        for e, p in events
    )
    return came and left


def _same(a: Event, b: Event) -> bool:
    """Whether two events of a sentence are one: a clause gives one event per person and kind."""
    return (
        a.kind is b.kind
        and a.person == b.person
        and a.span.touches(b.span)
        and a.manner is not Manner.DECLARED
    )


def extract(article: Article) -> tuple[Event, ...]:
    """The events of an article as its text has them, none for a language that is not read."""
    read = read_pass(article, article.language or "en")
    return read.told if read else ()


@lru_cache(maxsize=4)
def read_pass(article: Article, language: str) -> Extraction | None:
    """The finished pass over an article, kept for whoever asks next for its people."""
    lexicon = read_lexicon(language)
    return Extraction(article, lexicon) if lexicon else None
