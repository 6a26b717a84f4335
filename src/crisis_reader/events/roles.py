"""Roles: from a trigger to who it is about, how real it is and which office it names.

Each sort of trigger (verb, noun, adjective, phrase) has its reading; a trigger whose row asks for
more than the sentence gives is no event.
"""

from dataclasses import dataclass

from crisis_reader.article.records import RegionKind
from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.groups import Group, read_group
from crisis_reader.events.guards import Guards, Verdict
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.offices import Office, read_office
from crisis_reader.events.patterns import read_triggers
from crisis_reader.events.people import Line, People
from crisis_reader.events.records import Kind, Manner, Modality

# "that forced him out", "both resigned" begin no noun phrase.
_RELATIVE_TOO = frozenset({"that", "all", "both", "each", "some", "todos", "todas", "ambos"})
# Before a participle that is an adjective: "the democratically elected president".
_BEFORE_ADJECTIVE = frozenset(
    {
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
    }
    | {"directly", "from", "recien", "legitimamente", "democraticamente", "constitutionally"}
)
_ACTS = frozenset(
    {
        "presidency",
        "appointment",
        "proclamation",
        "election",
        "claim",
        "inauguration",
        "swearing-in",
    }
    | {
        "government",
        "presidencia",
        "proclamacion",
        "designacion",
        "eleccion",
        "nombramiento",
        "gobierno",
    }
)
_LACKING = frozenset(
    {"no", "not", "without", "never", "sin", "falta", "short", "despite", "absence", "insufficient"}
)
# Words that say of a verb to come that it will be: who succeeds then is next.
_TO_COME = frozenset({"will", "to", "due", "expected", "would", "shall", "likely"})
_STATES = frozenset({Manner.ASYLUM_SOUGHT, Manner.EXILED, Manner.PROTECTED})
_READY = ("willing", "ready", "prepared", "hop", "offer", "dispuest")


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its arguments, before people are named."""

    hit: Hit
    kind: Kind
    manner: Manner
    modality: Modality
    argument: Argument
    first: int
    """First token of the words that say it."""
    end: int
    office: Office | None


class Roles:
    """Reads triggers in one language."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self.lexicon = lexicon
        self.people = people
        self.english = lexicon.language == "en"
        self.arguments = Arguments(lexicon)
        self.guards = Guards(lexicon)
        index = read_triggers(lexicon.language)
        self.nouns = {w for w, ts in index.items() if any(t.sort == "noun" for t in ts)}
        """Words that are nouns of the table too: ``renuncia`` is both."""

    def read(self, line: Line, hit: Hit) -> Found | None:
        """What a trigger says; None where the row asks for more than there is."""
        match hit.trigger.sort:
            case "verb":
                return self._verb(line, hit)
            case "noun":
                return self._noun(line, hit)
            case "adjective":
                return self._adjective(line, hit)
            case _:
                return self._phrase(line, hit)

    # -- verbs -----------------------------------------------------------------------------------------

    def _verb(self, line: Line, hit: Hit) -> Found | None:
        row = hit.trigger.row
        if self._adjectival(line, hit.at, hit.trigger.tag):
            return None
        group = read_group(line.tokens, hit.at, hit.trigger.tag, self.lexicon)
        if not self._right_form(line, hit, group):
            return None
        verdict = self.guards.judge_verb(
            line, group, headline=line.sentence.kind is RegionKind.HEADLINE
        )
        modality = self._polarised(row.polarity, verdict.modality)
        argument = self._role(line, hit, group, verdict) if modality else None
        if modality is None or argument is None:
            return None
        office = hit.office or self._office(line, hit, argument)
        named = office is not None and not office.plain and not office.minor
        if row.office == "required" and not (
            named
            or self._recognised_body(line, hit, office)
            or self._claimant(line, row.kind, argument)
        ):
            return None
        if office is not None and office.minor and row.kind in (Kind.ENTRY, Kind.EXIT, Kind.CLAIM):
            return None
        if row.kind is Kind.ENTRY and row.who == "holder" and self._generic(argument, group):
            return None
        if not self.enough(line, row.needs, argument):
            return None
        first, end = self._extent(line, hit, group, verdict, argument, office)
        kind, manner = self._stage(line, hit, group, verdict, modality)
        if manner is Manner.WILLING:
            modality = Modality.UNCERTAIN
        elif manner in _STATES and group.progressive and modality is Modality.ANNOUNCED:
            modality = Modality.ACTUAL  # "is seeking asylum" is no plan
        return Found(hit, kind, manner, modality, argument, first, end, office)

    def _polarised(self, polarity: str, modality: Modality) -> Modality | None:
        """A row of refusal fires on what is denied, a row of the future on what is to come."""
        if polarity == "negated":
            return Modality.ACTUAL if modality is Modality.DENIED else None
        if polarity == "future":
            coming = (Modality.ANNOUNCED, Modality.CONDITIONAL, Modality.UNCERTAIN)
            return Modality.ACTUAL if modality in coming else None
        return modality

    def _stage(
        self, line: Line, hit: Hit, group: Group, verdict: Verdict, modality: Modality
    ) -> tuple[Kind, Manner]:
        """The kind and manner of the row, or that of somebody who is only ready or next."""
        row = hit.trigger.row
        if row.kind is not Kind.ENTRY or row.who != "subject":
            return row.kind, row.manner
        word = line.tokens.form[verdict.governor] if verdict.governor is not None else ""
        if modality is Modality.UNCERTAIN and word.startswith(_READY):
            return Kind.CLAIM, Manner.WILLING
        before = line.tokens.form[: group.first]
        if (
            row.manner is Manner.SUCCEEDED
            and group.time == "gerund"
            and "with" in before
            and _TO_COME & set(before)
        ):
            return Kind.NEXT, Manner.WOULD_SUCCEED
        return row.kind, row.manner

    def _right_form(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether the form can be the verb of the row here."""
        tag, row = hit.trigger.tag, hit.trigger.row
        if (
            row.needs == "reflexive"
            and "se" not in line.tokens.form[group.first : group.verb]
            and not line.tokens.form[group.verb].endswith("se")
        ):
            return False
        if row.needs == "clitic" and not {"lo", "la", "le", "les"} & set(
            line.tokens.form[group.first : group.verb]
        ):
            return False
        return not (tag == "base" and group.time == "bare" and hit.trigger.also_past)

    def _claimant(self, line: Line, kind: Kind, argument: Argument) -> bool:
        """Whether the object of a recognition has claimed or entered an office: "endorsed her"."""
        if kind not in (Kind.RECOGNITION, Kind.DENIAL) or not argument.mentions:
            return False
        person = self.people.who(argument.mentions[0], line)
        return person is not None and person in self.people.claimed

    def _recognised_body(self, line: Line, hit: Hit, office: Office | None) -> bool:
        """``recognised the council as the government``: a body in place of a person."""
        if hit.trigger.row.kind not in (Kind.RECOGNITION, Kind.DENIAL) or (
            office is not None and office.minor
        ):
            return False
        window = line.tokens.form[hit.end : hit.end + 14]
        return any(w in ("as", "como") for w in window) and any(
            w in self.lexicon.regimes or w in ("representative", "authority") for w in window
        )

    def _adjectival(self, line: Line, i: int, tag: str) -> bool:
        """Whether a form only looks like a verb: "the elected president", "two names"."""
        if i == 0:
            return tag in ("base", "s", "pres") and self.english
        if (
            tag == "pres"
            and line.tokens.lower[i] in self.nouns
            and line.tokens.at(i + 1) in ("de", "del")
        ):
            return True
        lexicon = self.lexicon
        before = line.tokens.form[i - 1]
        owner = before in lexicon["possessives"] or before == "'s"
        determined = owner or (before in lexicon["determiners"] and before not in _RELATIVE_TOO)
        if tag in ("past", "part"):
            mention = line.mention_at(i)
            if (
                mention is not None
                and mention.first <= i < mention.core
                and mention.form is not Form.PRONOUN
            ):
                return True
            clitic = not self.english and before in ("lo", "la", "los", "las")
            return (
                (determined or before in _BEFORE_ADJECTIVE)
                and before not in ("her", "su")
                and not clitic
            )
        if tag in ("base", "s", "pres", "ing"):
            return determined or (before in ("of", "de") and tag != "ing")
        return False

    def _extent(
        self,
        line: Line,
        hit: Hit,
        group: Group,
        verdict: Verdict,
        argument: Argument,
        office: Office | None,
    ) -> tuple[int, int]:
        """The tokens that say it: subject where it stands near, verb, complement, what is said of it."""
        first = group.first if verdict.governor is None else min(group.first, verdict.governor)
        before = first
        while before > 0 and line.tokens.form[before - 1] in self.lexicon["adverbs"]:
            before -= 1
        closing = before > 0 and line.tokens.raw[before - 1] == "," and before - 1 == argument.end
        if argument.first < before <= argument.end or (closing and argument.mentions):
            first = argument.first
        elif (
            before > 0
            and line.tokens.form[before - 1] in self.lexicon["relatives"] | self.lexicon["temporal"]
        ):
            first = before - 1
        end = max(hit.end, argument.end if argument.mentions or argument.regime else 0)
        if office is not None and office.first < hit.end + 14:
            end = max(end, office.end)
        return first, self._clause_end(line, end, first, end + _TAIL)

    def _clause_end(self, line: Line, end: int, first: int, stop: int) -> int:
        """Up to the edge of the clause, a few words on at most."""
        tokens, lexicon = line.tokens, self.lexicon
        while end < min(len(tokens), stop) and end - first < _CLAUSE:
            f = tokens.form[end]
            if (
                not f[0].isalnum()
                and f != "'s"
                or f in lexicon["conjunctions"]
                or f in lexicon["temporal"]
                or f in lexicon["subordinators"]
            ):
                break
            end += 1
        return end

    # -- arguments of verbs ------------------------------------------------------------------------------

    def _role(self, line: Line, hit: Hit, group: Group, verdict: Verdict) -> Argument | None:
        """The argument that the row takes for the person; None where the row does not fit."""
        who = hit.trigger.row.who
        if who == "none":
            return Argument([], hit.at, hit.end)
        if who == "with":
            return self.arguments.with_(line, hit.at + 1) if not group.passive else None
        if who == "agent":
            return self.arguments.agent(line, hit.end) if group.passive else None
        if who == "passive":
            return self._subject(line, group, verdict) if group.passive else None
        if who in ("holder", "object", "passive-or-object"):
            return self._holder(line, hit, group, verdict)
        if who == "possessor":
            object_ = self.arguments.object_(line, hit.at + 1)
            owner = self.arguments.possessor(line, hit.end - 1, hit.end)
            return owner or (object_ if object_ and object_.mentions else None)
        if who == "subject-office":
            return self._of_act(line, hit)
        if group.passive:
            return None
        argument = self._subject(line, group, verdict) or Argument([], group.first, hit.end)
        if who == "regime":
            return argument if argument.regime and argument.mentions else None
        return argument

    def _holder(self, line: Line, hit: Hit, group: Group, verdict: Verdict) -> Argument | None:
        """The object of the active, the subject of the passive."""
        if not group.passive:
            object_ = self.arguments.object_(line, hit.at + 1) or self.arguments.object_(
                line, hit.end
            )
            if object_ is None and self._recognised_body(line, hit, None):
                return Argument([], hit.at + 1, hit.end)
            if object_ is not None:
                return object_ if object_.mentions or object_.regime or object_.count else None
            clitic = self._clitic(line, group)
            if clitic is not None:
                return clitic
            participle = hit.trigger.tag == "part" or (self.english and hit.trigger.tag == "past")
            if not (participle and group.first == hit.at and self._reduced(line, hit)):
                return None
            near = line.mention_at(hit.at - 2) if line.tokens.at(hit.at - 1) == "," else None
            if near is not None and near.form is not Form.PRONOUN:
                return Argument([near], near.first, near.end)  # "X, deposed in 1999,"
        return self._subject(line, group, verdict)

    def _clitic(self, line: Line, group: Group) -> Argument | None:
        """The object pronoun before a Spanish verb: ``lo reconoció``, ``si la destituyen``."""
        if self.english or group.passive:
            return None
        for i in range(group.first, group.verb):
            if line.tokens.form[i] in ("lo", "la", "le"):
                gender = {"lo": "m", "la": "f"}.get(line.tokens.form[i])
                mention = Mention(Form.PRONOUN, i, i + 1, i, i + 1, gender=gender)
                return Argument([mention], i, i + 1)
        return None

    def _reduced(self, line: Line, hit: Hit) -> bool:
        """Whether a bare participle can be a passive: "X, deposed in 1999," / "ousted by the army"."""
        after = line.tokens.at(hit.at + 1)
        if after in self.lexicon["determiners"] and line.tokens.at(hit.at + 2)[:1].isdigit():
            return True  # "elegido el 5 de abril"
        closed = ("prepositions", "adverbs", "temporal", "weekdays", "conjunctions")
        if (
            not after
            or not after[0].isalnum()
            or any(after in self.lexicon[name] for name in closed)
        ):
            return True
        return (
            hit.end > hit.at + 1 or read_office(line.tokens, hit.at + 1, self.lexicon) is not None
        )

    def _subject(self, line: Line, group: Group, verdict: Verdict) -> Argument | None:
        """The subject, through the verb that governs an infinitive."""
        if verdict.governor is None or verdict.to is None:
            return (
                self._gerund_subject(line, group)
                if group.time == "gerund"
                else self.arguments.subject(line, group)
            )
        between = [
            m
            for m in line.mentions
            if verdict.governor < m.first and m.end <= verdict.to and self._definite(line, m)
        ]
        if between:
            return Argument([between[-1]], between[-1].first, between[-1].end)
        outer = read_group(line.tokens, verdict.governor, "part", self.lexicon)
        if outer.time == "infinitive":
            inner = self.guards.judge_verb(line, outer, headline=False)
            if inner.governor is not None:
                return self._subject(line, outer, inner)
        return self.arguments.subject(line, outer)

    def _definite(self, line: Line, mention: Mention) -> bool:
        return (
            mention.form is not Form.NOMINAL
            or line.tokens.form[mention.first] in self.lexicon["determiners"]
        )

    def _gerund_subject(self, line: Line, group: Group) -> Argument | None:
        """``with X succeeding``: X; ``After resigning, X …``: the main clause's; else what leads."""
        tokens = line.tokens
        near = line.mention_at(group.first - 1)
        if (
            near is not None
            and near.form is not Form.NOMINAL
            and tokens.raw[group.first - 1] != ","
        ):
            return Argument([near], near.first, near.end)
        fronted = group.first <= _FRONTED
        if fronted:
            comma = next(
                (i for i in range(group.verb + 1, len(tokens)) if tokens.raw[i] == ","), len(tokens)
            )
            following = next((m for m in line.mentions if m.first > comma), None)
            if following is not None and following.first <= comma + _FAR:
                return Argument([following], group.first, group.verb + 1)
        return self.arguments.subject(line, group)

    def _of_act(self, line: Line, hit: Hit) -> Argument | None:
        """Whose presidency or proclamation is ruled upon."""
        around = [
            *range(hit.at - 1, -1, -1),
            *range(hit.at + 1, min(hit.end + 6, len(line.tokens))),
        ]
        act = next((i for i in around if line.tokens.form[i] in _ACTS), None)
        return self.arguments.possessor(line, act, act + 1) if act is not None else None

    # -- nouns, adjectives, phrases ------------------------------------------------------------------------

    def _noun(self, line: Line, hit: Hit) -> Found | None:
        row, tokens = hit.trigger.row, line.tokens
        if row.who == "none":
            return self._lack(line, hit)
        argument = self.arguments.possessor(line, hit.at, hit.at + 1) or self._several(line, hit)
        first, end = min(argument.first, hit.at), max(argument.end, hit.end)
        office = hit.office
        if tokens.at(end) in ("as", "como", "to"):
            office = read_office(tokens, end + 1, self.lexicon) or office
        if row.office == "required" and (office is None or office.minor or office.plain):
            return None
        if not self.enough(line, row.needs or "owner", argument):
            return None
        modality = self.guards.judge_noun(line, self._phrase_start(line, first), end)
        end = max(end, office.end if office else 0)
        return Found(
            hit,
            row.kind,
            row.manner,
            modality,
            argument,
            self._phrase_start(line, first),
            end,
            office,
        )

    def _several(self, line: Line, hit: Hit) -> Argument:
        """``two ministerial resignations``: people counted, none named."""
        for i in range(max(0, hit.at - 3), hit.at):
            count = self.arguments.number(line, i)
            if count and line.tokens.form[hit.at].endswith("s"):
                return Argument([], i, hit.end, count=count)
        return Argument([], hit.at, hit.end)

    def _phrase_start(self, line: Line, first: int) -> int:
        """Where the noun phrase of a noun begins: its determiner and adjectives."""
        form = line.tokens.form
        i = first
        while i > 0 and (
            form[i - 1] in self.lexicon["determiners"] or form[i - 1] in self.lexicon["possessives"]
        ):
            i -= 1
        return i

    def _lack(self, line: Line, hit: Hit) -> Found | None:
        """``without reaching quorum``: an event of denial where the words deny it."""
        row, form = hit.trigger.row, line.tokens.form
        near = range(max(0, hit.at - 6), min(hit.at + 4, len(form)))
        lacking = [i for i in near if form[i] in _LACKING or form[i].startswith("lack")]
        if row.polarity == "negated" and not lacking:
            return None
        first = min([*lacking, hit.at])
        return Found(
            hit,
            row.kind,
            row.manner,
            Modality.ACTUAL,
            Argument([], hit.at, hit.end),
            first,
            max(hit.end, max(lacking, default=0) + 1),
            None,
        )

    def _adjective(self, line: Line, hit: Hit) -> Found | None:
        row = hit.trigger.row
        if row.who == "none":
            return self._vacant(line, hit)
        mention = line.mention_at(hit.at) or line.mention_at(hit.end)
        office = read_office(line.tokens, hit.end, self.lexicon)
        if row.then and (office is None or office.minor or office.plain):
            return None
        if mention is None or mention.form is Form.PRONOUN:
            government = self.arguments.object_(line, hit.end) if row.kind is Kind.CLAIM else None
            if government is None or not government.regime:
                return None
            owner = government if government.mentions else self._maker(line, government)
            return Found(
                hit,
                row.kind,
                row.manner,
                Modality.ACTUAL,
                owner,
                hit.at,
                max(owner.end, hit.end),
                None,
            )
        argument = Argument([mention], mention.first, mention.core_end)
        if not self.enough(line, "person", argument):
            return None
        end = max(mention.core_end, hit.end, office.end if office else 0)
        return Found(
            hit,
            row.kind,
            row.manner,
            Modality.ACTUAL,
            argument,
            min(hit.at, mention.first),
            end,
            office,
        )

    def _maker(self, line: Line, government: Argument) -> Argument:
        """Who formed or leads a government: ``el Gobierno que formó X``."""
        for i in range(government.end, min(government.end + 4, len(line.tokens))):
            mention = line.mention_at(i)
            if mention is not None and line.tokens.at(government.end) in self.lexicon[
                "relatives"
            ] | {"formed", "led"}:
                return Argument([mention], government.first, mention.end, regime=True)
        return government

    def _vacant(self, line: Line, hit: Hit) -> Found | None:
        row = hit.trigger.row
        for i in range(max(0, hit.at - 8), hit.at):
            office = read_office(line.tokens, i, self.lexicon)
            if (
                office is not None
                and not office.plain
                and not office.minor
                and office.end <= hit.at
            ):
                return Found(
                    hit,
                    row.kind,
                    row.manner,
                    Modality.ACTUAL,
                    Argument([], i, hit.end),
                    i,
                    hit.end,
                    office,
                )
        return None

    def _phrase(self, line: Line, hit: Hit) -> Found | None:
        row, tokens = hit.trigger.row, line.tokens
        if row.who == "none":
            words = line.tokens.lower[max(0, hit.at - 4) : hit.at]
            denied = any(
                w in self.lexicon["negations"] or w in ("no", "without", "avoid") for w in words
            )
            modality = Modality.DENIED if denied else Modality.ACTUAL
            nobody = Argument([], hit.at, hit.end)
            return Found(hit, row.kind, row.manner, modality, nobody, hit.at, hit.end, None)
        within = line.mention_at(hit.at)
        if within is not None and within.form is Form.NAME and within.core_end <= hit.at:
            argument = Argument([within], within.first, within.end)
            return Found(
                hit, row.kind, row.manner, Modality.ACTUAL, argument, within.first, hit.end, None
            )
        k = hit.at
        modality = Modality.ACTUAL
        while k > 0 and (
            tokens.lower[k - 1] in self.lexicon["be"] or tokens.form[k - 1] in _LINKING
        ):
            k -= 1
            if tokens.form[k] in ("would", "make", "seria", "could"):
                modality = Modality.CONDITIONAL
        mention = line.mention_at(hit.at - 1)
        subject: Argument | None
        if tokens.at(hit.at - 1) in ("him", "her") and mention is not None:
            if tokens.at(hit.at - 2) in ("make", "put") and tokens.at(hit.at - 3) in _MIGHT:
                modality = Modality.CONDITIONAL
            subject = Argument([mention], hit.at - 1, hit.end)
        else:
            group = Group(k, hit.at, "past", passive=False, negated=False)
            subject = self.arguments.subject(line, group)
        if subject is None or not subject.mentions:
            return None
        first, end = (
            min(subject.first, hit.at),
            self._clause_end(line, hit.end, hit.at, hit.end + _TAIL),
        )
        return Found(hit, row.kind, row.manner, modality, subject, first, end, None)

    # -- what must be there ----------------------------------------------------------------------------------

    def _office(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """The office that stands behind the verb or behind its object."""
        tokens, lexicon = line.tokens, self.lexicon
        starts = [max(argument.end, hit.end)]
        if argument.first < hit.at:
            starts.append(hit.end)  # the subject of a passive: the office follows the verb
        for start in dict.fromkeys(starts):
            for i in range(start, min(start + 8, len(tokens))):
                f = tokens.form[i]
                if i > start and (
                    tokens.raw[i] in ".;:,()"
                    or f in lexicon["conjunctions"]
                    or f in lexicon["temporal"] - {"as", "since"}
                ):
                    break
                if f not in _TO_OFFICE and i > start:
                    continue
                at = i + 1 if f in _TO_OFFICE and i + 1 < len(tokens) else i
                mention = line.mention_at(at)
                found = (
                    None
                    if mention is not None and mention.form is Form.NAME
                    else read_office(tokens, at, lexicon)
                )
                if found:
                    return found
        return None

    def _generic(self, argument: Argument, group: Group) -> bool:
        """Whether no one is meant: "elect a new president", "the premier is elected by members"."""
        if not argument.mentions or argument.mentions[0].form is not Form.NOMINAL:
            return False
        habit = group.passive and group.time == "present" and not group.perfect
        return argument.mentions[0].indefinite or habit

    def enough(self, line: Line, needs: str, argument: Argument) -> bool:
        """Whether the argument is as much of a person as the row asks for."""
        if not needs:
            return True
        if needs == "owner":
            return bool(argument.mentions) or argument.regime or argument.count > 0
        people = [m for m in argument.mentions if self._is_person(m) and not m.indefinite]
        if needs == "government":
            return bool(people) or argument.regime
        if not people or needs in ("person", "reflexive", "clitic"):
            return bool(people)
        person = self.people.who(people[0], line)
        if person is None:
            return False
        if needs in ("known", "office-holder"):
            return person in self.people.gone or any(
                h in self.lexicon.heads for h in self.people.persons[person].heads
            )
        return bool(people[0].heads & self.lexicon.heads) and not people[0].former

    def _is_person(self, mention: Mention) -> bool:
        if mention.form is Form.NAME:
            return mention.person is not None or not mention.after_the
        if mention.form is Form.PRONOUN:
            return not mention.plural
        return bool(
            mention.heads & (self.lexicon.heads | {"predecessor", "successor", "rival", "deputy"})
        )


# A subject this many tokens before its verb still begins the words that say it.
_FAR = 4
_CLAUSE = 14
_TAIL = 4
# "After resigning", "Shortly after resigning".
_FRONTED = 2
_LINKING = frozenset(
    {
        "would",
        "make",
        "makes",
        "made",
        "as",
        "considered",
        "constitutionally",
        "the",
        "el",
        "la",
        "seria",
        "could",
        "now",
    }
)
_MIGHT = frozenset({"would", "could", "might"})
_TO_OFFICE = frozenset({"as", "como", "from", "to", "be", "de", "a", "en", "cargo"})
