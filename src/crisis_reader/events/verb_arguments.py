"""Arguments of verbs: which of them a row takes for the person, through voice and control."""

from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.control import Control
from crisis_reader.events.groups import Group, is_adverb
from crisis_reader.events.guards import Guards, Verdict
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.offices import Office, read_office
from crisis_reader.events.records import Kind

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
# "whom the lower house elected": so near stands its *whom* to a verb.
_WHOM = 7
# Roles that a word names: who follows it.
AFTER = {
    "to": ("to", "a", "al", "en"),
    "from": ("from", "de", "del"),
    "in": ("in",),
    "by": ("by", "por"),
    "for": ("for", "para"),
    "against": ("against", "contra"),
    "loyal": ("to", "for", "with"),
    "stood": ("by", "to", "behind"),
    "behind": ("behind", "with", "round", "around", "tras", "con"),
}
# "destituirlo": an infinitive with its object has at least so many letters.
_ENCLITIC = 6
_ENCLITICS = ("rlo", "rla", "rle", "ndolo", "ndola", "ndole")
_THE = frozenset({"la", "esta", "dicha", "esa"})
# "invistió presidente con los votos de dos partidos a X": so far stands its object.
_FAR = 18
_TO = frozenset({"a"})
_LED = frozenset({"a", "al", "en", "tras", "durante", "desde", "hasta"})
_APART = frozenset({",", "obstante", "embargo"})
_ORIGIN = frozenset({"first", "originally", "initially", "primero"})


class VerbArguments:
    """Finds the argument that the row of a verb takes for the person."""

    def __init__(self, lexicon: Lexicon, arguments: Arguments, guards: Guards) -> None:
        self.lexicon = lexicon
        self.english = lexicon.language == "en"
        self.arguments = arguments
        self.control = Control(lexicon, arguments, guards)

    def role(  # noqa: PLR0911 - one answer a role
        self, line: Line, hit: Hit, group: Group, verdict: Verdict
    ) -> Argument | None:
        """The argument that the row takes for the person; None where the row does not fit."""
        who = hit.trigger.row.who
        if who in AFTER:
            asked = hit.trigger.row.asks_person  # the pattern goes past whom it asks for
            start = hit.at + 1 if asked else max(hit.at + 1, hit.end - 1)
            return self.arguments.given(line, start, AFTER[who])
        match who:
            case "none":
                return Argument([], hit.at, hit.end)
            case "with":
                return self.arguments.with_(line, hit.at + 1) if not group.passive else None
            case "agent":
                return self.arguments.agent(line, hit.end) if group.passive else None
            case "passive":
                return self._patient(line, group, verdict) if group.passive else None
            case "holder" | "object" | "passive-or-object":
                return self._holder(line, hit, group, verdict)
            case "called":
                return self._called(line, hit, group, verdict)
            case "possessor":
                return self._owner(line, hit)
            case "subject-office":
                return self._of_act(line, hit)
        return None if group.passive else self._doer(line, hit, group, verdict)

    def _owner(self, line: Line, hit: Hit) -> Argument | None:
        """Whose the noun behind the verb is: "accepted X's resignation"."""
        object_ = self.arguments.object_(line, hit.at + 1)
        owner = self.arguments.possessor(line, hit.end - 1, hit.end)
        if owner is None and not self.english and line.tokens.at(hit.end - 2) in _THE:
            k = hit.end
            ended = k >= len(line.tokens) or not line.tokens.form[k][0].isalnum()
            if ended and hit.trigger.row.kind is Kind.EXIT:  # "el rey aceptó la renuncia"
                return Argument([], hit.at, hit.end, again=True)
        return owner or (object_ if object_ and object_.mentions else None)

    def _doer(self, line: Line, hit: Hit, group: Group, verdict: Verdict) -> Argument | None:
        """The subject of the active, as far as the row can do with it."""
        row = hit.trigger.row
        behind = None
        spoken = not self.english and "he" in line.tokens.form[group.first : group.verb]
        if hit.trigger.tag in FIRST_PERSON or spoken:  # "he dimitido"
            return Argument([], group.first, hit.end)
        if "clitic" in row.needs:  # "lo sustituyó su segundo, X"
            behind = self.arguments.after_verb(line, group.verb + 1)
        found = behind or self.control.subject(line, group, verdict)
        if not self.english and hit.end > hit.at + 1 and not (found and found.mentions):
            behind = self.arguments.after_verb(line, hit.end)  # "asumió el cargo el juez X"
            if behind is None and row.asks_person:
                behind = self.arguments.after_verb(line, hit.at + 1)  # "donde juró la jueza X"
            found = behind or found
        if not self.english and self._of_unknown(line, group):
            return None
        impersonal = not self.english and not row.reflexive and "se" in self._before(line, group)
        if not impersonal and (found is None or self._no_subject(line, group, found)):
            found = self._dropped(line, group) or found
        argument = found or Argument([], group.first, hit.end)
        if row.who == "named-subject" and not any(m.form is Form.NAME for m in argument.mentions):
            return None
        if row.who == "regime":
            i = hit.end + (line.tokens.at(hit.end) in self.lexicon["determiners"])
            if not self.english and line.tokens.at(i) in self.lexicon.regimes:
                argument = self.arguments.government(line, i, i)  # "cayó el gobierno de X"
            return argument if argument.regime and argument.mentions else None
        return argument

    def _of_unknown(self, line: Line, group: Group) -> bool:
        """Whether nobody known stands behind a verb and its pronoun: "lo asume Hacienda"."""
        behind = group.verb + 1
        if not {"lo", "la", "los", "las"} & set(self._before(line, group)):
            return False
        tokens = line.tokens
        return behind < len(tokens) and tokens.capital[behind] and line.mention_at(behind) is None

    def _no_subject(self, line: Line, group: Group, found: Argument) -> bool:
        """Whether what stands before a verb cannot be its subject: "a las dos semanas volvió"."""
        if found.mentions:
            return False
        last = line.tokens.at(group.first - 1)
        timed = last in self.lexicon["units"] and line.tokens.at(found.first - 1) in _LED
        led = not self.english and timed
        return led or line.tokens.at(group.first - 1) in _APART

    def _before(self, line: Line, group: Group) -> list[str]:
        """The words of a verb group before its verb: "se" makes a passive of "se formará"."""
        return line.tokens.form[group.first : group.verb]

    def _holder(  # noqa: PLR0911 - one answer a case
        self, line: Line, hit: Hit, group: Group, verdict: Verdict
    ) -> Argument | None:
        """The object of the active, the subject of the passive."""
        if not group.passive:
            fronted = self._fronted(line, hit, group)
            if fronted is not None:
                return fronted
            object_ = self._object(line, hit)
            if object_ is None and self.recognised_body(line, hit, None):
                return Argument([], hit.at + 1, hit.end)
            if object_ is not None and not self._headline_passive(line, hit, group, object_):
                return object_ if object_.mentions or object_.regime or object_.count else None
            clitic = self._clitic(line, group) or self._whom(line, group)
            if clitic is not None:
                return clitic
            participle = hit.trigger.tag == "part" or (self.english and hit.trigger.also_part)
            reduced = object_ is not None or self._reduced(line, hit)
            if not (participle and group.first == hit.at and reduced):
                return None
            beside = self._beside(line, hit) or self._shifted(line, hit)
            if beside is not None:
                return beside
        return self._named_behind(line, hit) or self._patient(line, group, verdict)

    def _object(self, line: Line, hit: Hit) -> Argument | None:
        """The object behind a verb, its complement or its office."""
        near = self.arguments.object_(line, hit.at + 1) or self.arguments.object_(line, hit.end)
        if near is not None:
            return near
        if line.tokens.at(hit.at + 1) in ("as", "como"):
            office = read_office(line.tokens, hit.at + 2, self.lexicon)
            near = self.arguments.object_(line, office.end) if office else None
        if near is None and not self.english and hit.trigger.row.kind is Kind.ENTRY:
            near = self._far_object(line, hit)
        if near is None and hit.trigger.row.who == "passive-or-object" and self.english:
            near = self.arguments.after_word(line, hit.end, ("to",))  # "asylum to X"
        return near

    def _far_object(self, line: Line, hit: Hit) -> Argument | None:
        """The object behind its office: "invistió ayer presidente, con 65 votos, a X"."""
        tokens, k = line.tokens, hit.at + 1
        while k < len(tokens) and (
            is_adverb(tokens.form[k], self.lexicon)
            or tokens.form[k] in self.lexicon["weekdays"]
            or tokens.form[k] in ("este", "como")
        ):
            k += 1
        office = read_office(tokens, k, self.lexicon)
        if office is None or office.plain:
            return None
        for i in range(office.end, min(office.end + _FAR, len(tokens))):
            if tokens.raw[i] in ";:." or tokens.form[i] in self.lexicon.clause_joints:
                return None
            named = line.mention_at(i + 1) if tokens.form[i] in ("a", "al") else None
            if named is not None and named.form is Form.NAME and named.first == i + 1:
                return Argument([named], named.first, named.end)
        return None

    def _named_behind(self, line: Line, hit: Hit) -> Argument | None:
        """The name behind a description and its participle: "El presidente depuesto, X,"."""
        told, name = line.mention_at(hit.at - 1), line.mention_at(hit.end + 1)
        if told is None or name is None or told.form is not Form.NOMINAL or told.plural:
            return None
        beside = line.tokens.at(hit.end) == "," and name.first == hit.end + 1
        if not beside or name.form is not Form.NAME or told.end < hit.at:
            return None
        return Argument([name], told.first, name.end)

    def _fronted(self, line: Line, hit: Hit, group: Group) -> Argument | None:
        """The subject behind a participle that opens the sentence: "Sacked by decree, X"."""
        opens = group.first == hit.at and not any(line.tokens.form[: hit.at])
        participle = hit.trigger.tag == "part" or (self.english and hit.trigger.also_part)
        if not (opens and participle and self._reduced(line, hit)):
            return None
        return self.control.fronted(line, group)

    def _beside(self, line: Line, hit: Hit) -> Argument | None:
        """Who stands before a participle and its comma: "X, first elected in 2013,"."""
        j = hit.at - 1
        form = line.tokens.form
        while j > 0 and (form[j] in self.lexicon["adverbs"] or form[j] in _ORIGIN):
            j -= 1
        near = line.mention_at(j - 1) if line.tokens.at(j) == "," else None
        if near is None or near.form is Form.PRONOUN:
            return None
        return Argument([near], near.first, near.end if self.english else near.core_end)

    def _shifted(self, line: Line, hit: Hit) -> Argument | None:
        """An object behind when and where: "X dismissed from office on Friday the premier, Y"."""
        subject = line.mention_at(hit.at - 1)
        if subject is None or subject.form is not Form.NAME or subject.end != hit.at:
            return None
        for i in range(hit.at + 1, min(hit.at + _WHOM, len(line.tokens))):
            object_ = line.mention_at(i)
            if object_ is not None and object_.form is Form.NAME:
                free = line.tokens.at(object_.first - 1) not in self.lexicon["prepositions"]
                titled = bool(object_.heads) and line.tokens.at(object_.first - 1) != "'s"
                return Argument([object_], i, object_.end) if free and titled else None
        return None

    def _headline_passive(self, line: Line, hit: Hit, group: Group, office: Argument) -> bool:
        """Whether a bare office behind a bare participle is what somebody was named to."""
        subject = line.mention_at(hit.at - 1)
        if not hit.trigger.also_part or group.first != hit.at or subject is None:
            return False
        titled = len(office.mentions) == 1 and office.mentions[0].form is Form.NOMINAL
        bare = line.tokens.form[office.first] not in self.lexicon["determiners"]
        adjacent = subject.end == hit.at and subject.form is not Form.PRONOUN
        return titled and bare and adjacent and office.first == hit.at + 1

    def _patient(self, line: Line, group: Group, verdict: Verdict) -> Argument | None:
        """The subject of a passive, told or carried in the ending of a Spanish verb."""
        found = self.control.subject(line, group, verdict)
        if found is not None or not group.passive:
            return found
        i = group.verb + 1 + (line.tokens.at(group.verb + 1) in self.lexicon["determiners"])
        if not self.english and line.tokens.at(i) in self.lexicon.regimes:
            return self.arguments.government(line, i, i)  # "es derrocado el gobierno de X"
        return self._dropped(line, group)

    def _dropped(self, line: Line, group: Group) -> Argument | None:
        """The subject that a Spanish verb carries in its ending: "Horas después renunció"."""
        if self.english or not (group.finite or group.passive):
            return None
        behind = group.verb + 1
        if behind < len(line.tokens) and line.tokens.capital[behind]:
            return None  # "que cayó Ben Alí": who it was stands behind, read or not
        if group.passive and self._named_far(line, behind):
            return None  # "fue proclamado rey ante las Cortes Juan Carlos"
        form = line.tokens.form[group.verb]
        agrees = group.passive and form.endswith(("o", "a"))
        gender = ("m" if form.endswith("o") else "f") if agrees else None
        if form.endswith(("s", "n")):
            return None  # several, whom nobody names
        at = group.verb
        mention = Mention(Form.PRONOUN, at, at + 1, at, at + 1, gender=gender)
        return Argument([mention], group.first, at + 1)

    def _named_far(self, line: Line, start: int) -> bool:
        """Whether somebody is named in the clause behind a passive, governed by nothing."""
        tokens, known = line.tokens, self.lexicon.places | self.lexicon.organisations
        for i in range(start, len(tokens)):
            if not tokens.form[i][0].isalnum() or tokens.form[i] in self.lexicon.clause_joints:
                return False
            before = tokens.form[i - 1]
            free = before not in (self.lexicon["prepositions"] - _TO) | self.lexicon.determiners
            other = tokens.form[i] in known or tokens.form[i] in self.lexicon.titles
            if tokens.capital[i] and tokens.named[i] and free and not other:
                return f"{before} {tokens.form[i]}" not in known
        return False

    def _called(self, line: Line, hit: Hit, group: Group, verdict: Verdict) -> Argument | None:
        """Who is denounced or called something; nobody where no person is."""
        if group.passive:
            return self.control.subject(line, group, verdict)
        found = self.arguments.object_(line, hit.at + 1) or self._clitic(line, group)
        return found or Argument([], hit.at, hit.end)

    def _clitic(self, line: Line, group: Group) -> Argument | None:
        """The object pronoun before a Spanish verb: ``lo reconoció``, ``si la destituyen``."""
        if self.english or group.passive:
            return None
        own = line.tokens.form[group.verb]
        if len(own) > _ENCLITIC and own.endswith(_ENCLITICS):
            said = "f" if own.endswith("la") else "m"  # "tras destituirlo"
            at = group.verb
            return Argument([Mention(Form.PRONOUN, at, at + 1, at, at + 1, gender=said)], at, at)
        for i in range(group.first, group.verb):
            if line.tokens.form[i] in ("lo", "la", "le", "los", "las", "les"):
                doubled = self._doubled(line, group.first - 1)
                if doubled is not None:
                    return doubled
            if line.tokens.form[i] in ("lo", "la", "le"):
                gender = {"lo": "m", "la": "f"}.get(line.tokens.form[i])
                mention = Mention(Form.PRONOUN, i, i + 1, i, i + 1, gender=gender)
                return Argument([mention], i, i + 1)
        return None

    def _doubled(self, line: Line, last: int) -> Argument | None:
        """The object that a clause begins with and its pronoun takes up: "A la ministra X la"."""
        object_ = line.mention_at(last)
        if object_ is None or object_.form is Form.PRONOUN or object_.end != last + 1:
            return None
        marked = line.tokens.at(object_.first - 1) in ("a", "al")
        return Argument([object_], object_.first, object_.end) if marked else None

    def _whom(self, line: Line, group: Group) -> Argument | None:
        """The antecedent of *whom*: "X, whom parliament elected"."""
        form = line.tokens.form
        near = range(group.first - 1, max(0, group.first - _WHOM), -1)
        at = next((i for i in near if form[i] == "whom" or self._object_who(line, i, group)), None)
        if at is None or "," in form[at : group.first]:
            return None
        mention = line.mention_at(at - 2 if form[at - 1] == "," else at - 1)
        return Argument([mention], mention.first, mention.end) if mention is not None else None

    def _object_who(self, line: Line, i: int, group: Group) -> bool:
        """Whether "who" is the object: another subject stands before the verb."""
        subject = line.mention_at(i + 1)
        return (
            self.english
            and line.tokens.form[i] == "who"
            and subject is not None
            and subject.form is not Form.NOMINAL
            and subject.end == group.first
        )

    def _reduced(self, line: Line, hit: Hit) -> bool:
        """Whether a bare participle can be a passive: "X, deposed in 1999," "ousted by"."""
        after = line.tokens.at(hit.at + 1)
        if self.arguments.time_at(line, hit.at + 1):
            return True  # "elegido el 5 de abril", "impeached last month"
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

    def _of_act(self, line: Line, hit: Hit) -> Argument | None:
        """Whose presidency or proclamation is ruled upon."""
        around = [
            *range(hit.at - 1, -1, -1),
            *range(hit.at + 1, min(hit.end + 6, len(line.tokens))),
        ]
        act = next((i for i in around if line.tokens.form[i] in _ACTS), None)
        return self.arguments.possessor(line, act, act + 1) if act is not None else None

    def recognised_body(self, line: Line, hit: Hit, office: Office | None) -> bool:
        """``recognised the council as the government``: a body in place of a person."""
        if hit.trigger.row.kind not in (Kind.RECOGNITION, Kind.DENIAL) or (
            office is not None and office.minor
        ):
            return False
        window = line.tokens.form[hit.end : hit.end + 14]
        return any(w in ("as", "como") for w in window) and any(
            w in self.lexicon.regimes or w in ("representative", "authority") for w in window
        )
