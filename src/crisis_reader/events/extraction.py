"""Extraction: the events of an article, in text order.

Walks the pattern table over each sentence; every trigger that fits gives an event with the person,
the office, the modality and the words that say it. Nothing is added that no sentence says.
"""

from dataclasses import dataclass, replace

from crisis_reader.article.records import Article, RegionKind
from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.groups import Group, read_group
from crisis_reader.events.guards import Guards, Verdict
from crisis_reader.events.lexicon import Lexicon, read_lexicon
from crisis_reader.events.matching import Hit, match
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.offices import Office, next_office, read_office
from crisis_reader.events.patterns import Trigger, read_triggers
from crisis_reader.events.people import Line, People, how_named, read_line
from crisis_reader.events.records import Event, HowNamed, Kind, Manner, Modality
from crisis_reader.events.timing import Timing
from crisis_reader.events.voices import Voices, read_voices
from crisis_reader.text.spans import Span, trimmed

# An event's span is cut to the words that matter; longer ones are no evidence at a glance.
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its arguments, before people are named."""

    hit: Hit
    modality: Modality
    argument: Argument | None
    first: int
    end: int
    office: Office | None


class Extraction:
    """One pass over one article."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.triggers = read_triggers(lexicon.language)
        self.lines = [
            read_line(i, s, article.text, lexicon) for i, s in enumerate(article.sentences)
        ]
        self.people = People(self.lines, lexicon)
        self.arguments = Arguments(lexicon)
        self.guards = Guards(lexicon)
        self.voices: Voices = read_voices(article)

    def events(self) -> tuple[Event, ...]:
        """All events, in text order, dated."""
        out: list[Event] = []
        gone: set[int] = set()
        for line in self.lines:
            for event, person in self._line(line):
                out.append(event)
                if (
                    event.kind is Kind.EXIT
                    and event.modality is Modality.ACTUAL
                    and person is not None
                ):
                    gone.add(person)
            self.people.gone = frozenset(gone)
        return tuple(Timing(self.article, self.lexicon.language).dated(out))

    # -- triggers ------------------------------------------------------------------------------------

    def _line(self, line: Line) -> list[tuple[Event, int | None]]:
        found: list[Found] = []
        for i, word in enumerate(line.tokens.lower):
            for trigger in self.triggers.get(word, ()):
                hit = match(line, trigger, i, self.lexicon)
                one = self._read(line, hit) if hit else None
                if one is not None and not self._known(found, one):
                    found.append(one)
        events: list[tuple[Event, int | None]] = []
        for one in found:
            for event, person in self._named(line, one):
                if not any(_same(event, other) for other, _ in events):
                    events.append((event, person))
        events.sort(key=lambda pair: pair[0].span)
        return events

    def _known(self, found: list[Found], one: Found) -> bool:
        """Whether a row that came first has read the same words already."""
        return any(
            one.hit.trigger.row.kind is other.hit.trigger.row.kind
            and other.hit.at <= one.hit.at < max(other.hit.end, other.hit.at + 1)
            and one.hit.trigger.row.who != "agent"
            and other.hit.trigger.row.who != "agent"
            for other in found
        )

    def _read(self, line: Line, hit: Hit) -> Found | None:
        sort = hit.trigger.sort
        if sort == "verb":
            return self._verb(line, hit)
        if sort == "noun":
            return self._noun(line, hit)
        if sort == "adjective":
            return self._adjective(line, hit)
        return self._phrase(line, hit)

    # -- verbs -----------------------------------------------------------------------------------------

    def _verb(self, line: Line, hit: Hit) -> Found | None:
        row, tag = hit.trigger.row, hit.trigger.tag
        if self._adjectival(line, hit.at, tag):
            return None
        group = read_group(line.tokens, hit.at, tag, self.lexicon)
        if tag == "past" and (group.passive or group.perfect):
            tag = "part"
        if row.needs == "reflexive" and "se" not in line.tokens.form[group.first : group.verb]:
            return None
        if hit.trigger.tag == "base" and group.time == "bare" and self._also_past(hit):
            return None
        if hit.trigger.tag == "part" and group.first == hit.at and self.lexicon.language == "en":
            return None  # the same form as a past, which is tried as such
        headline = line.sentence.kind is RegionKind.HEADLINE
        verdict = self.guards.judge_verb(line, group, headline=headline)
        modality = verdict.modality
        if row.polarity == "negated":
            if modality is not Modality.DENIED:
                return None
            modality = Modality.ACTUAL
        elif row.polarity == "future":
            if modality not in (Modality.ANNOUNCED, Modality.CONDITIONAL, Modality.UNCERTAIN):
                return None
            modality = Modality.ACTUAL
        role = self._role(line, hit, group, verdict)
        if role is None:
            return None
        argument = role
        office = hit.office or self._office(line, hit, argument)
        if row.office == "required" and (office is None or office.plain or office.minor):
            return None
        if office is not None and office.minor and row.kind in (Kind.ENTRY, Kind.EXIT, Kind.CLAIM):
            return None
        if row.kind is Kind.ENTRY and row.who == "holder" and self._generic(argument, group):
            return None
        if not self._enough(line, row.needs, argument, row.kind):
            return None
        first = min(group.first, min(group.first, argument.first))
        if verdict.governor is not None:
            first = min(first, verdict.governor)
        end = max(
            hit.end, argument.end, office.end if office and office.first < hit.end + 14 else 0
        )
        return Found(hit, modality, argument, first, end, office)

    def _generic(self, argument: Argument, group: Group) -> bool:
        """Whether no one is meant: "elect a new president", "the premier is elected by members"."""
        if not argument.mentions or argument.mentions[0].form is not Form.NOMINAL:
            return False
        habit = group.passive and group.time == "present" and not group.perfect
        return argument.mentions[0].indefinite or habit

    def _also_past(self, hit: Hit) -> bool:
        """Whether a bare form is the past as well ("quit"), which is the better reading."""
        row, word = hit.trigger.row, hit.at
        _ = word
        return any(
            row.id == t.row.id and t.tag == "past" and t.rest == hit.trigger.rest
            for t in self.triggers.get(row.verbs[0].split()[0] if len(row.verbs) == 1 else "", ())
        )

    def _adjectival(self, line: Line, i: int, tag: str) -> bool:
        """Whether a form only looks like a verb: "the elected president", "two names"."""
        if i == 0:
            return tag in ("base", "s", "pres") and self.lexicon.language == "en"
        tokens, lexicon = line.tokens, self.lexicon
        before = tokens.form[i - 1]
        if tag in ("past", "part"):
            mention = line.mention_at(i)
            if (
                mention is not None
                and mention.first <= i < mention.core
                and mention.form is not Form.PRONOUN
            ):
                return True
            inside = (
                before in lexicon["determiners"]
                or before in lexicon["possessives"]
                or before == "'s"
            )
            inside = inside or before in (
                "of",
                "by",
                "with",
                "for",
                "including",
                "newly",
                "democratically",
                "freely",
                "duly",
                "popularly",
                "directly",
                "from",
                "recien",
                "legitimamente",
                "democraticamente",
            )
            return inside and not (
                before in ("her", "su")
                or (self.lexicon.language == "es" and before in ("lo", "la", "los", "las"))
            )
        if tag in ("base", "s", "pres", "ing"):
            return (
                before in lexicon["determiners"]
                or before in lexicon["possessives"]
                or before == "'s"
                or (before in ("of", "de") and tag != "ing")
            )
        return False

    def _role(self, line: Line, hit: Hit, group: Group, verdict: Verdict) -> Argument | None:
        """The argument that the row takes for the person; None where the row does not fit."""
        who = hit.trigger.row.who
        after = hit.at + 1
        object_ = None
        if who in ("holder", "object", "passive-or-object", "possessor"):
            object_ = self.arguments.object_(line, after)
        if who == "agent":
            return self.arguments.agent(line, hit.end) if group.passive else None
        if who == "passive":
            return self._subject(line, group, verdict) if group.passive else None
        if who in ("holder", "object", "passive-or-object"):
            reduced = (
                hit.trigger.tag in ("past", "part") and group.first == hit.at and object_ is None
            )
            if group.passive or reduced:
                if reduced and not self._reduced(line, hit):
                    return None
                return self._subject(line, group, verdict)
            return (
                object_
                if object_ is not None and (object_.mentions or object_.regime or object_.count)
                else None
            )
        if who == "possessor":
            return self._owner(line, hit) or (object_ if object_ and object_.mentions else None)
        if who == "subject-office":
            return self._subject_office(line, group, hit)
        if who == "none":
            return Argument([], hit.at, hit.end)
        if group.passive:
            return None
        argument = self._subject(line, group, verdict) or Argument([], group.first, hit.end)
        if who == "regime":
            return argument if argument.regime and argument.mentions else None
        return argument

    def _reduced(self, line: Line, hit: Hit) -> bool:
        """Whether a bare participle can be a passive: "X, deposed in 1999," / "ousted by the army"."""
        after = line.tokens.at(hit.at + 1)
        lexicon = self.lexicon
        return (
            not after
            or not after[0].isalnum()
            or after in lexicon["prepositions"]
            or after in lexicon["adverbs"]
            or after in lexicon["temporal"]
            or after in lexicon["weekdays"]
            or after in lexicon["conjunctions"]
            or hit.end > hit.at + 1
            or read_office(line.tokens, hit.at + 1, lexicon) is not None
        )

    def _subject(self, line: Line, group: Group, verdict: Verdict) -> Argument | None:
        """The subject, through the verb that governs an infinitive."""
        if verdict.governor is None or verdict.to is None:
            if group.time == "gerund":
                return self._gerund_subject(line, group)
            return self.arguments.subject(line, group)
        between = [
            m
            for m in line.mentions
            if (verdict.governor < m.first and m.end <= verdict.to and m.form is not Form.NOMINAL)
            or (
                verdict.governor < m.first
                and m.end <= verdict.to
                and line.tokens.form[m.first] in self.lexicon["determiners"]
            )
        ]
        if between:
            return Argument([between[-1]], between[-1].first, between[-1].end)
        outer = read_group(line.tokens, verdict.governor, "part", self.lexicon)
        if outer.time == "infinitive":
            inner = self.guards.judge_verb(line, outer, headline=False)
            if inner.governor is not None:
                return self._subject(line, outer, inner)
        return self.arguments.subject(line, outer)

    def _gerund_subject(self, line: Line, group: Group) -> Argument | None:
        """``with X succeeding``: X; ``After resigning, X …``: the main clause's; else what leads."""
        tokens = line.tokens
        near = line.mention_at(group.first - 1)
        if (
            near is not None
            and near.end >= group.first
            and near.form is not Form.NOMINAL
            and tokens.raw[group.first - 1] != ","
        ):
            return Argument([near], near.first, near.end)
        if group.first <= 2:  # noqa: PLR2004 - "After resigning", "Shortly after resigning"
            for i in range(group.verb + 1, len(tokens)):
                if tokens.raw[i] == ",":
                    following = next((m for m in line.mentions if m.first > i), None)
                    if following is not None and following.first <= i + 3:
                        return Argument([following], group.first, group.verb + 1)
                    break
        found = self.arguments.subject(line, group)
        if found is None:
            following = next((m for m in line.mentions if m.first > group.verb), None)
            return (
                Argument([following], group.first, group.verb + 1)
                if following and group.first <= 2
                else None
            )
        return found

    def _owner(self, line: Line, hit: Hit) -> Argument | None:
        """Whose the complement of the verb is: "accepted X's resignation", "ended X's rule"."""
        noun = hit.end - 1
        return self.arguments.possessor(line, noun, hit.end)

    def _subject_office(self, line: Line, group: Group, hit: Hit) -> Argument | None:
        """ "the presidency of X", "X's claim" as object or subject of a ruling."""
        for i in range(hit.at - 1, -1, -1):
            if line.tokens.form[i] in _ACTS:
                return self.arguments.possessor(line, i, i + 1)
        for i in range(hit.at + 1, min(hit.end, len(line.tokens))):
            if line.tokens.form[i] in _ACTS:
                return self.arguments.possessor(line, i, i + 1)
        return None

    # -- nouns, adjectives, phrases ------------------------------------------------------------------------

    def _noun(self, line: Line, hit: Hit) -> Found | None:
        row = hit.trigger.row
        tokens = line.tokens
        if row.who == "none":
            return self._lack(line, hit)
        if (
            hit.at > 0
            and tokens.form[hit.at - 1] == "to"
            and tokens.form[hit.at].endswith(("e", "l"))
            and self.lexicon.language == "en"
        ):
            return None
        argument = self.arguments.possessor(line, hit.at, hit.at + 1)
        if argument is None:
            argument = self._several(line, hit)
        first = min(argument.first, hit.at)
        end = max(argument.end, hit.end)
        office = (
            hit.office or next_office(tokens, end, min(end + 4, len(tokens)), self.lexicon)
            if tokens.at(end) in ("as", "como")
            else None
        )
        if row.office == "required" and (office is None or office.minor or office.plain):
            return None
        if not self._enough(line, row.needs or "owner", argument, row.kind):
            return None
        modality = self.guards.judge_noun(line, self._phrase_start(line, first), end)
        return Found(hit, modality, argument, first, max(end, office.end if office else 0), office)

    def _several(self, line: Line, hit: Hit) -> Argument:
        """``two ministerial resignations``: people counted, none named."""
        for i in range(max(0, hit.at - 3), hit.at):
            count = self.arguments.number(line, i)
            if count and line.tokens.form[hit.at].endswith("s"):
                return Argument([], i, hit.end, count=count)
        return Argument([], hit.at, hit.end)

    def _phrase_start(self, line: Line, first: int) -> int:
        """Where the noun phrase of a noun begins: its determiner and adjectives."""
        i = first
        while i > 0 and (
            line.tokens.form[i - 1] in self.lexicon["determiners"]
            or line.tokens.form[i - 1] in self.lexicon["possessives"]
        ):
            i -= 1
        return i

    def _lack(self, line: Line, hit: Hit) -> Found | None:
        """``without reaching quorum``: an event of denial where the words deny it."""
        window = line.tokens.form[max(0, hit.at - 6) : hit.at + 4]
        if hit.trigger.row.polarity == "negated" and not any(
            w in _LACKING or w.startswith("lack") for w in window
        ):
            return None
        return Found(
            hit, Modality.ACTUAL, Argument([], hit.at, hit.end), max(0, hit.at - 4), hit.end, None
        )

    def _adjective(self, line: Line, hit: Hit) -> Found | None:
        mention = line.mention_at(hit.at) or line.mention_at(hit.end)
        row = hit.trigger.row
        if row.who == "none":
            return self._vacant(line, hit)
        if mention is None or mention.form is Form.PRONOUN:
            return None
        office = read_office(line.tokens, hit.end, self.lexicon)
        if row.then and (office is None or office.minor or office.plain):
            return None
        argument = Argument([mention], mention.first, mention.core_end)
        if not self._enough(line, "person", argument, row.kind):
            return None
        modality = Modality.ACTUAL
        return Found(
            hit,
            modality,
            argument,
            min(hit.at, mention.first),
            max(mention.core_end, hit.end, office.end if office else 0),
            office,
        )

    def _vacant(self, line: Line, hit: Hit) -> Found | None:
        for i in range(max(0, hit.at - 8), hit.at):
            office = read_office(line.tokens, i, self.lexicon)
            if (
                office is not None
                and not office.plain
                and not office.minor
                and office.end <= hit.at
            ):
                return Found(hit, Modality.ACTUAL, Argument([], i, hit.end), i, hit.end, office)
        return None

    def _phrase(self, line: Line, hit: Hit) -> Found | None:
        if hit.trigger.row.who == "none":
            return Found(hit, Modality.ACTUAL, Argument([], hit.at, hit.end), hit.at, hit.end, None)
        tokens = line.tokens
        group = Group(hit.at, hit.at, "past", passive=False, negated=False)
        k = hit.at
        while k > 0 and (
            tokens.lower[k - 1] in self.lexicon["be"]
            or tokens.form[k - 1]
            in (
                "would",
                "make",
                "makes",
                "made",
                "him",
                "her",
                "as",
                "considered",
                "constitutionally",
            )
        ):
            k -= 1
        pronoun = line.mention_at(k + 1) if k < hit.at else None
        if tokens.at(hit.at - 1) in ("him", "her"):
            mention = line.mention_at(hit.at - 1)
            argument = Argument([mention], hit.at - 1, hit.end) if mention else None
        else:
            group = Group(k, hit.at, "past", passive=False, negated=False)
            argument = self.arguments.subject(line, group)
        _ = pronoun
        if argument is None or not argument.mentions:
            return None
        return Found(hit, Modality.ACTUAL, argument, min(argument.first, hit.at), hit.end, None)

    # -- offices, people ---------------------------------------------------------------------------------

    def _office(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """The office that stands behind the verb or behind its object."""
        tokens, lexicon = line.tokens, self.lexicon
        for start in dict.fromkeys((max(argument.end, hit.end), hit.end)):
            i = start
            stop = min(start + 8, len(tokens))
            while i < stop:
                f = tokens.form[i]
                if f in ("as", "como", "from", "de", "to", "be", "a", "en", "cargo") or i == start:
                    at = (
                        i + 1
                        if f in ("as", "como", "from", "to", "be", "de", "a", "en", "cargo")
                        and i + 1 < len(tokens)
                        else i
                    )
                    mention = line.mention_at(at)
                    if not (mention is not None and mention.form is Form.NAME):
                        found = read_office(tokens, at, lexicon)
                        if found:
                            return found
                stops = tokens.raw[i] in ".;:,()" or f in lexicon["conjunctions"] or f in lexicon["temporal"]
                if stops and i > start:
                    break
                i += 1
        return None

    def _enough(self, line: Line, needs: str, argument: Argument, kind: Kind) -> bool:
        """Whether the argument is as much of a person as the row asks for."""
        if not needs:
            return True
        if needs == "owner":
            return bool(argument.mentions) or argument.regime or argument.count > 0
        people = [m for m in argument.mentions if self._is_person(line, m) and not m.indefinite]
        if needs == "person":
            return bool(people)
        if needs == "reflexive":
            return bool(people)
        if needs == "government":
            return bool(people) or argument.regime
        if not people:
            return False
        person = self._person(line, people[0])
        if person is None:
            return False
        entry = self.people.persons[person]
        if needs in ("known", "office-holder"):
            return person in self.people.gone or any(h in self.lexicon.heads for h in entry.heads)
        sitting = people[0].heads & self.lexicon.heads
        return bool(sitting) and not people[0].former

    def _is_person(self, line: Line, mention: Mention) -> bool:
        if mention.form is Form.NAME:
            return mention.person is not None or not mention.after_the
        if mention.form is Form.PRONOUN:
            return not mention.plural
        return bool(
            mention.heads & (self.lexicon.heads | {"predecessor", "successor", "rival", "deputy"})
        )

    def _person(self, line: Line, mention: Mention) -> int | None:
        if mention.form is Form.NAME:
            return (
                mention.person if mention.person is not None else self.people.adopt(mention, line)
            )
        return self.people.resolve(mention, line)

    def _named(self, line: Line, one: Found) -> list[tuple[Event, int | None]]:
        argument = one.argument
        mentions: list[Mention | None] = list(argument.mentions) if argument else []
        row = one.hit.trigger.row
        out: list[tuple[Event, int | None]] = []
        count = argument.count if argument else 0
        for mention in mentions or [None]:
            person = None
            if mention is not None:
                person = self._object_person(line, one, mention)
            span = self._span(line, one, mention)
            entry = self.people.persons[person] if person is not None else None
            named = how_named(mention, entry) if mention is not None else HowNamed.NONE
            unnamed = max(0, count - len([m for m in mentions if m])) if count > 0 else 0
            out.append(
                (
                    Event(
                        kind=row.kind,
                        manner=row.manner,
                        modality=one.modality,
                        person=entry.name if entry else None,
                        how_named=named,
                        unnamed=unnamed if not out else 0,
                        surface=line.tokens.words(mention.first, mention.core_end)
                        if mention
                        else "",
                        office=self._office_name(one, mention, person),
                        stance=(line.tokens.form[one.hit.at],)
                        if row.manner is Manner.SELF_PROCLAIMED
                        else (),
                        voice=self.voices.of(span, line.sentence.kind),
                        asserted_by=None,
                        article_id=self.article.id,
                        span=span,
                        rule=row.id,
                    ),
                    person,
                )
            )
        return out

    def _object_person(self, line: Line, one: Found, mention: Mention) -> int | None:
        """Who a mention is; an object pronoun is not the verb's own subject."""
        if (
            mention.form is Form.PRONOUN
            and one.hit.trigger.sort == "verb"
            and mention.first > one.hit.at
        ):
            if line.tokens.form[mention.core] in self.lexicon["reflexives"]:
                return self.people.resolve(mention, line)
            group = Group(one.hit.at, one.hit.at, "past", passive=False, negated=False)
            subject = self.arguments.subject(line, group)
            barred = (
                self._person(line, subject.mentions[0]) if subject and subject.mentions else None
            )
            return self.people.resolve(mention, line, barred=barred)
        if mention.form is Form.PRONOUN and line.mention_at(mention.first) is not mention:
            return self._possessive(line, mention, one)
        return self._person(line, mention)

    def _possessive(self, line: Line, mention: Mention, one: Found) -> int | None:
        """Whose *his* is: somebody before it; at the head of a sentence also the subject that follows."""
        before = [m for m in line.mentions if m.end <= mention.first]
        if not before:
            for i in range(one.hit.end, len(line.tokens)):
                if line.tokens.raw[i] == ",":
                    following = next(
                        (m for m in line.mentions if m.first > i and m.form is not Form.NOMINAL),
                        None,
                    )
                    if following is not None and following.first <= i + 3:
                        person = self._person(line, following)
                        if person is not None and self.people.persons[person].gender in (
                            None,
                            mention.gender,
                        ):
                            return person
                    break
        return self.people.resolve(mention, line)

    def _office_name(self, one: Found, mention: Mention | None, person: int | None) -> str | None:
        if one.office is not None and one.office.name:
            return one.office.name
        if one.hit.trigger.row.kind in (Kind.ENTRY, Kind.DEPARTURE, Kind.NEXT):
            return None
        heads = self.lexicon.heads
        titles: list[str] = []
        if mention is not None and mention.heads & heads:
            titles.append(mention.title or mention.apposition)
        if person is not None:
            titles += self.people.persons[person].titles
        for title in titles:
            name = title_office(title, self.lexicon)
            if name:
                return name
        return None

    def _span(self, line: Line, one: Found, mention: Mention | None) -> Span:
        """The words that say it: from the person to the office, no longer than can be seen at once."""
        tokens = line.tokens
        first, end = one.first, min(one.end, len(tokens))
        hull = tokens.hull(first, end)
        if hull.length > _LONGEST:
            near = max(first, one.hit.at - 6)
            hull = tokens.hull(near, min(max(one.hit.end, near + 1), end))
        return trimmed(self.article.text, hull)


_ACTS = frozenset(
    {
        "presidency",
        "appointment",
        "proclamation",
        "election",
        "claim",
        "inauguration",
        "swearing-in",
        "government",
        "presidencia",
        "proclamacion",
        "designacion",
        "eleccion",
        "nombramiento",
    }
)
_LACKING = frozenset(
    {"no", "not", "without", "never", "sin", "falta", "short", "despite", "lacked", "absence"}
)


def title_office(title: str, lexicon: Lexicon) -> str | None:
    """The office in a title: ``Bolivia's interim president`` gives ``interim president``."""
    from crisis_reader.events.tokens import read_tokens  # noqa: PLC0415

    tokens = read_tokens(title, Span(0, len(title)))
    for i in range(len(tokens)):
        found = read_office(tokens, i, lexicon)
        if found is not None and not found.minor and not found.plain:
            return found.name or None
    return None


def _same(a: Event, b: Event) -> bool:
    """Whether two events of a sentence are one: a clause gives one event per person and kind."""
    return a.kind is b.kind and a.person == b.person and a.span.touches(b.span)


def extract(article: Article) -> tuple[Event, ...]:
    """The events of an article as its text has them, none for a language that is not read."""
    lexicon = read_lexicon(article.language or "en")
    if lexicon is None:
        return ()
    return Extraction(article, lexicon).events()


__all__ = ["Extraction", "Trigger", "extract", "replace"]
