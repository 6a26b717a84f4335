"""Modality: whether what a trigger names was done, announced, demanded, denied or only possible.

Reads the auxiliaries of the verb, then the rows of ``guards.toml``. A guard never reaches over a
clause edge; the nearest one wins.
"""

from dataclasses import dataclass
from itertools import pairwise

from crisis_reader.events.groups import Group, read_group
from crisis_reader.events.guard_table import Guard
from crisis_reader.events.lines import Line
from crisis_reader.events.noun_guards import MARKS, REACH, THAT, NounGuards
from crisis_reader.events.records import LIVE, Modality

_SENTENCE = frozenset('.;:“”"«»¿?!')
# How far "said on Monday (April 23)" may stand before its "he would".
_TOLD = 9
# "would be sworn in as interim president on Monday": how near a day stands.
_DAY = 8
# "take the oath of office that evening" has so many words more.
_OATH = 3
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "week"})
_HOURS = frozenset(
    {"daybreak", "dawn", "noon", "midday", "midnight", "nightfall", "sunrise", "sunset", "day"}
)
# "had to", "is to": not every "had" or "is" before an infinitive governs it.
_ADJACENT = frozenset({"had", "have", "has", "is", "are", "was", "were"})
_ADJACENT |= {"began", "moved", "came", "rose", "returned", "proceeded", "continued", "continue"}
_ADJACENT |= {"tras", "al", "despues", "luego", "antes", "hasta"}
# "the first president to resign" did.
ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "latest", "last", "only", "youngest"}
    | {"primer", "primera", "primero", "segundo", "segunda", "tercer", "tercera", "unico", "unica"}
)
_MODALS_OF_DUTY = frozenset(
    {"should", "must", "shouldn't", "mustn't", "debe", "deben", "debería", "deberían"}
)
_PAST_SUBJUNCTIVE = ("ra", "ran", "se", "sen", "do", "da", "dos", "das")
_WISHED = ("iera", "ieran", "iese", "iesen")
_SUPPOSING = frozenset({"would", "could", "might", "may"})
_IN_CASE = frozenset({("en", "caso"), ("por", "impedimento"), ("en", "ausencia"), ("a", "falta")})
_IN_CASE |= {("en", "defecto"), ("por", "falta"), ("por", "ausencia")}
_TELLS = ("announc", "anunci", "comunic", "confirm")
_NEARLY = frozenset({"almost", "nearly", "narrowly", "casi"})
# What the highest court orders is done; other courts can be overruled.
_COURTS = frozenset({"supreme", "constitutional", "supremo", "suprema", "constitucional"})
_COURT = 6
# "would later become": the future of a tale that is told in the past.
_VOWED = ("promis", "pledg", "vow")
_LATER = frozenset({"later", "eventually", "soon", "subsequently", "ultimately", "go"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an event, and the verb that governs it (for whose subject is whose)."""

    modality: Modality
    governor: int | None = None
    """Token of the word that governs an infinitive."""
    to: int | None = None
    """First token of the infinitive group that it governs."""


class Guards(NounGuards):
    """Walks the guard table of one language."""

    def judge_verb(self, line: Line, group: Group, *, headline: bool) -> Verdict:
        """The modality of a verb group."""
        if group.negated:
            return Verdict(Modality.DENIED)
        if _NEARLY & set(line.tokens.form[max(0, group.first - 1) : group.verb]):
            return Verdict(Modality.UNCERTAIN)
        if group.time == "infinitive":
            return self._infinitive(line, group, headline=headline)
        if group.time == "bare":
            return self._bare(line, group, headline=headline)
        if group.time in ("past", "present", "future"):
            return Verdict(self.clause(line, group.first, group.time) or self._told(line, group))
        return Verdict(self._not_told(line, group))

    def _told(self, line: Line, group: Group) -> Modality:
        """A statement that no guard governs."""
        if self._inverted(line, group.first) or self._if_before(line, group):
            return Modality.CONDITIONAL
        if group.time == "present" and self._if_follows(line, group.verb, near=True):
            return Modality.CONDITIONAL  # "takes over if the president dies"
        if self._prescribed(line, group):
            return Modality.CONDITIONAL
        if group.time == "future" and "only" in line.tokens.form[group.first : group.verb]:
            return Modality.CONDITIONAL  # "will only hand over power after a vote"
        if group.time == "future" or (group.progressive and not group.passive):
            return (
                Modality.CONDITIONAL if self._if_follows(line, group.verb) else Modality.ANNOUNCED
            )
        return Modality.UNCERTAIN if group.progressive else Modality.ACTUAL

    def _inverted(self, line: Line, first: int) -> bool:
        """Whether the clause begins as a condition does without *if*: "Had X resigned in May"."""
        raw = line.tokens.raw
        start = max((i for i in range(first) if raw[i] in MARKS), default=-1) + 1
        begun = line.tokens.at(start) in ("had", "were", "should") and start < first
        return begun and not self.spanish and line.mention_at(start + 1) is not None

    def _if_before(self, line: Line, group: Group) -> bool:
        """Whether a condition opens the sentence: "If X resigns, the speaker takes over"."""
        if group.time not in ("present", "future") or group.perfect:
            return False
        raw = line.tokens.raw
        ends = (i for i in range(group.first) if raw[i] in _SENTENCE and not self._short(line, i))
        start = max(ends, default=-1) + 1
        begun = next((i for i in range(start, group.first) if self._if_at(line, i, start)), None)
        return begun is not None and "," in raw[begun : group.first]

    def _if_at(self, line: Line, i: int, start: int) -> bool:
        """Whether a condition begins at token ``i``, at the head of what is said."""
        form = line.tokens.form
        if tuple(form[i : i + 2]) in _IN_CASE:
            return i == start
        if form[i] not in ("if", "unless", "si") or line.tokens.at(i + 1) == "bien":
            return False
        return (
            i == start or line.tokens.lower[i - 1] in self.lexicon["say"] or form[i - 1] == "that"
        )

    def _short(self, line: Line, i: int) -> bool:
        """Whether a point belongs to a title or an initial: "Gov. X", "J. X"."""
        before = line.tokens.at(i - 1)
        return line.tokens.raw[i] == "." and (len(before) == 1 or before in self.lexicon.honorifics)

    def _prescribed(self, line: Line, group: Group) -> bool:
        """Whether a law speaks: "the speaker shall assume office", where *I shall* announces."""
        return group.modal == "shall" and line.tokens.at(group.first - 1) not in ("i", "we")

    def _not_told(self, line: Line, group: Group) -> Modality:
        """A form that states nothing by itself: modal, conditional, subjunctive, gerund."""
        match group.time:
            case "modal":
                duty = group.modal in _MODALS_OF_DUTY
                return Modality.DEMANDED if duty else Modality.UNCERTAIN
            case "conditional":
                return self._would(line, group)
            case "subjunctive":
                made = self.clause(line, group.first, "subjunctive") or self._far_que(line, group)
                past = line.tokens.form[group.verb].endswith(_PAST_SUBJUNCTIVE) or group.perfect
                past = past and "sea" not in line.tokens.form[group.first : group.verb]
                coming = made is Modality.ACTUAL and self.spanish and not past
                return Modality.CONDITIONAL if coming else made  # "hasta que renuncie"
            case "gerund":
                if self._supposed(line, group):
                    return Modality.CONDITIONAL
                return self.left(line, group.first, "gerund") or Modality.ACTUAL
            case _:
                return self.clause(line, group.first, "past") or Modality.ACTUAL

    def _far_que(self, line: Line, group: Group) -> Modality:
        """What *que* makes of a subjunctive whose subject has commas: "que su jefe, X, fuera"."""
        form = line.tokens.form
        if self.spanish:
            for i in range(group.first - 1, max(-1, group.first - 2 * REACH), -1):
                if form[i] in ".;:":
                    break
                if form[i] == "que":
                    return self.that(line, i, "subjunctive") or Modality.DEMANDED
        return Modality.DEMANDED

    def _supposed(self, line: Line, group: Group) -> bool:
        """Whether a gerund is the subject of a *would*: "removing her would be illegal"."""
        opened = line.tokens.at(group.first - 1)
        if self.spanish or (opened not in ("", "that") and opened not in self.lexicon["say"]):
            return False
        for i in range(group.verb + 1, min(group.verb + REACH, len(line.tokens))):
            if line.tokens.raw[i] in MARKS or line.tokens.form[i] in self.lexicon["subordinators"]:
                return False
            if line.tokens.form[i] in _SUPPOSING:
                return True
        return False

    def _would(self, line: Line, group: Group) -> Modality:
        form = line.tokens.form
        if any(f in _LATER for f in form[group.first : group.verb]):
            return Modality.ACTUAL
        if self._if_follows(line, group.verb):
            return Modality.CONDITIONAL
        clause = self.clause(line, group.first, "past")
        if clause:
            return clause
        opened = group.first
        for i in range(group.first - 1, max(-1, group.first - _TOLD), -1):
            opened = self._opening(line, i, opened)
            if opened <= i < group.first and opened < group.first:
                continue  # "said on Monday (April 23) he would resign"
            if line.tokens.raw[i] in MARKS:
                break
            if line.tokens.lower[i] in self.lexicon["say"]:
                subject = line.mention_at(group.first - 1)
                pronoun = (
                    subject is not None
                    and subject.core == subject.end - 1
                    and line.tokens.form[subject.core] in self.lexicon["subject_pronouns"]
                )
                own = () if group.passive else ("promis", "pledg", "vow", "promet")
                sworn = line.tokens.lower[i].startswith(("announc", "anunci", *own))
                told = pronoun or sworn or self._on_a_day(line, group)
                return Modality.ANNOUNCED if told else Modality.CONDITIONAL
        fixed = self._announced(line, group.first) or self._on_a_day(line, group)
        return Modality.ANNOUNCED if fixed else Modality.CONDITIONAL

    def _on_a_day(self, line: Line, group: Group) -> bool:
        """Whether "said X would be sworn in on Monday" fixes the day of what is to come."""
        form = line.tokens.form
        sworn = "oath" in form[group.verb + 1 : group.verb + _DAY]
        near = form[group.verb + 1 : group.verb + _DAY + (_OATH if sworn else 0)]
        days = self.lexicon["weekdays"]
        fixed = any(f in days for f in near) or any(
            f in _PARTS and before in ("that", "this") for before, f in pairwise(near)
        )
        said = any(w in self.lexicon["say"] for w in line.tokens.lower[: group.first])
        return (group.passive or sworn) and fixed and said

    def _announced(self, line: Line, first: int) -> bool:
        """Whether the clause hangs on "announced … that", over what is put between commas."""
        form = line.tokens.form
        that = next((i for i in range(first - 1, -1, -1) if form[i] in ("that", "que")), None)
        if that is None or any(mark in form[that:first] for mark in (";", ":", ".")):
            return False
        return any(word.startswith(("announc", "anunci")) for word in form[:that])

    def _if_follows(self, line: Line, verb: int, *, near: bool = False) -> bool:
        words = (
            ("if", "unless", "si")
            if near
            else ("if", "unless", "once", "provided", "si", "siempre")
        )
        for i in range(verb + 1, min(verb + (8 if near else 18), len(line.tokens))):
            f = line.tokens.form[i]
            if f == "once" and line.mention_at(i + 1) is not None:
                continue  # "will take over once X leaves" says when
            if f in words:
                return True
            if f in self.lexicon["relatives"] and f not in ("that", "que"):
                return False  # "is resigning to avoid bloodshed, which would come if"
        return False

    def _bare(self, line: Line, group: Group, *, headline: bool) -> Verdict:
        clause = self.clause(line, group.first, "bare")
        if clause:
            return Verdict(clause)
        before = line.tokens.at(group.first - 1)
        if before in self.lexicon["conjunctions"] or before == ",":
            for i in range(group.first - 2, max(-1, group.first - REACH), -1):
                if (
                    line.tokens.form[i] == "to"
                    and i + 1 < len(line.tokens)
                    and line.mention_at(i + 1) is None
                ):
                    return self._infinitive(
                        line, Group(i, group.verb, "infinitive", group.passive, negated=False)
                    )
                if line.tokens.lower[i] in self.lexicon["modals"]:
                    announced = line.tokens.lower[i] in ("will", "shall")
                    return Verdict(Modality.ANNOUNCED if announced else Modality.CONDITIONAL)
        if self._many(line, group.first - 1):
            return Verdict(Modality.ACTUAL)  # "At dawn the deputies elect X": a plural's present
        subject = line.mention_at(group.first - 1)
        began = subject.first if subject is not None else group.first
        helped = any(
            line.tokens.at(i).startswith(("help", "made", "saw", "seen"))
            for i in (group.first - 2, group.first - 3, group.first - 1, began - 1)
        )
        return Verdict(Modality.ACTUAL if helped or headline else Modality.UNCERTAIN)

    def _many(self, line: Line, i: int) -> bool:
        """Whether a plural noun that can be a subject ends at token ``i``."""
        mention = line.mention_at(i)
        if mention is None or not mention.plural or mention.end != i + 1 or not mention.heads:
            return False
        before = line.tokens.at(mention.first - 1)
        led = before in self.lexicon["prepositions"] or before in self.lexicon["verbs"]
        return not led and not before.startswith(("let", "mak", "help", "see", "saw", "ha", "to"))

    def _infinitive(
        self, line: Line, group: Group, depth: int = 0, *, headline: bool = False
    ) -> Verdict:
        tokens = line.tokens
        for at in range(group.first - 1, max(-1, group.first - REACH), -1):
            guard = self.find(line, "governs", "infinitive", at, group.first)
            near = guard is not None and at + len(guard.words) == group.first
            adjacent = guard is None or guard.words[0] not in _ADJACENT or near
            if guard and adjacent and not (len(guard.words) == 1 and self._covered(line, at)):
                return self._governed(line, guard, at, group, depth)
            duty = self.spanish and tokens.form[at] == "que" and at + 1 == group.first
            dated = tokens.form[at] == "since" and tokens.at(at + 1)[:1].isdigit()
            if self._beside_name(line, at):
                continue
            if tokens.raw[at] in MARKS or (
                tokens.form[at] in self.lexicon["subordinators"] and not duty and not dated
            ):
                break
        counted = tokens.form[max(0, group.first - THAT) : group.first]
        if self.spanish and tokens.at(group.first - 1) == "en" and ORDINALS & set(counted):
            return Verdict(Modality.ACTUAL)  # "es el primer presidente en renunciar"
        if self.spanish and group.perfect:
            return Verdict(Modality.ACTUAL)  # "horas después de haber asumido"
        subject = line.mention_at(group.first - 1)
        begins = subject is not None and line.tokens.at(subject.first - 1) in ("", ";", "with")
        alone = subject is not None and (headline or begins)
        if alone and subject is not None and subject.end >= group.first:
            return Verdict(Modality.ANNOUNCED)  # "X to resign" over an article
        return Verdict(Modality.UNCERTAIN)

    def _beside_name(self, line: Line, at: int) -> bool:
        """Whether token ``at`` is put behind a name: "X (R-Ohio)", "X, a judge,"."""
        mention = line.mention_at(at)
        return mention is not None and mention.core_end <= at < mention.end

    def _covered(self, line: Line, at: int) -> bool:
        """Whether the word belongs to somebody's name or title, between governor and *to*."""
        mention = line.mention_at(at)
        if line.tokens.form[at] in ORDINALS or (at == 0 and line.tokens.form[0].endswith("ing")):
            return False  # "Refusing to go, X" begins with no name
        return mention is not None and line.tokens.form[at] not in (
            "president",
            "minister",
            "leader",
            "woman",
            "man",
            "person",
            "official",
            "candidate",
            "contender",
        )

    def _governed(self, line: Line, guard: Guard, at: int, group: Group, depth: int) -> Verdict:
        made = guard.makes
        between = line.tokens.lower[at + len(guard.words) : group.first]
        if not self.spanish and not self.lexicon["negations"].isdisjoint(between):
            return Verdict(Modality.DENIED, governor=at, to=group.first)  # "vowed never to resign"
        if made is Modality.UNCERTAIN and self._plan_announced(line, at):
            made = Modality.ANNOUNCED
        others = self._somebody(line, group.verb + 1)  # "ordered the king to appoint X"
        if made is Modality.DEMANDED and self._court_orders(line, at) and not others:
            made = Modality.ACTUAL
        if made in LIVE:
            doubted = self._doubted(line, at, group, made)
            made = doubted or self._as_governed(line, at, made, depth)
        if made is Modality.ANNOUNCED and self._if_follows(line, group.verb):
            made = Modality.CONDITIONAL
        return Verdict(made, governor=at, to=group.first)

    def _plan_announced(self, line: Line, at: int) -> bool:
        """Whether a plan is one that is announced: "announced that he planned to step down"."""
        before = line.tokens.form[max(0, at - REACH) : at]
        planned = line.tokens.form[at].startswith(("plan", "inten"))
        return planned and any(word.startswith(_TELLS) for word in before)

    def _doubted(self, line: Line, at: int, group: Group, made: Modality) -> Modality | None:
        """What modals and a plan that was make of what a governor would tell as done."""
        if made is Modality.ANNOUNCED and self._had_been(line, at, group):
            return Modality.UNCERTAIN
        form = line.tokens.form
        broken = form[at] == "about" and "when" in form[group.verb : group.verb + REACH]
        if broken or (made is Modality.ANNOUNCED and line.tokens.at(at - 1) == "once"):
            return Modality.UNCERTAIN  # "was about to name X when", "once promised to leave"
        if at > 0 and line.tokens.form[at] in ORDINALS and self._may_be(line, at - 1):
            return Modality.CONDITIONAL  # "would be the first woman to become president"
        return Modality.UNCERTAIN if self.spanish and self._may_be(line, at) else None

    def _as_governed(self, line: Line, at: int, made: Modality, depth: int) -> Modality:
        """What the governor's own auxiliaries and clause make of the act."""
        outer = read_group(line.tokens, at, "part", self.lexicon)
        if outer.negated:
            return Modality.DENIED
        if outer.time == "infinitive" and depth < 2 and not self.spanish:  # noqa: PLR2004
            return self._infinitive(line, outer, depth + 1).modality
        if outer.time in ("modal", "conditional") and not any(
            f in _LATER for f in line.tokens.form[outer.first : at]
        ):
            return Modality.CONDITIONAL
        if outer.time == "future":
            return Modality.ANNOUNCED
        if self.spanish and line.tokens.form[at].endswith(_WISHED):
            return self.clause(line, outer.first, "subjunctive") or Modality.DEMANDED
        return self.clause(line, outer.first, "past") or made

    def _somebody(self, line: Line, i: int) -> bool:
        """Whether a person begins at token ``i``."""
        return line.mention_at(i + (line.tokens.at(i) in self.lexicon["determiners"])) is not None

    def _court_orders(self, line: Line, at: int) -> bool:
        """Whether a court orders it; "a court order to leave" only asks."""
        word = line.tokens.form[at]
        ordered = word.startswith(("order", "orden")) and word not in ("order", "orden")
        return ordered and bool(_COURTS & set(line.tokens.form[max(0, at - _COURT) : at]))

    def _had_been(self, line: Line, at: int, group: Group) -> bool:
        """Whether a plan is told as one that was: "had been due to", "was to have been"."""
        had = line.tokens.form[max(0, at - 2) : at] == ["had", "been"]
        vowed = line.tokens.form[at].startswith(_VOWED) and line.tokens.at(at - 1) == "had"
        return not self.spanish and (had or vowed or group.perfect)  # "had promised to resign"

    def _may_be(self, line: Line, verb: int) -> bool:
        """Whether a modal stands shortly before a governor: "podría verse obligado a"."""
        near = line.tokens.lower[max(0, verb - 3) : verb]
        return any(word in self.lexicon["modals"] for word in near)

    def clause(self, line: Line, first: int, over: str) -> Modality | None:
        """What the head of the clause makes of it: ``if``, ``rumours that``, ``demanded that``."""
        opened = first
        for i in range(first - 1, max(-1, first - 2 * REACH), -1):
            opened = self._opening(line, i, opened)
            if opened < i or (opened == i != first) or self.inside_name(line, i):
                continue  # "the court (TSJ) annulled"
            guard = self.find(line, "opens", over, i, first)
            if guard and not self._hour(line, i, guard):
                return guard.makes
            if line.tokens.form[i] == "until" and over == "past" and self._to_come(line, i):
                return Modality.CONDITIONAL
            if line.tokens.form[i] == "that" or (self.spanish and line.tokens.form[i] == "que"):
                return None if self._relative(line, i, first) else self.that(line, i, over)
            if self._edge(line, i, over):
                return None
            before = self.find(line, "before", over, i, first)
            if before:
                return before.makes
        return None

    def _opening(self, line: Line, i: int, opened: int) -> int:
        """Where the parenthesis opens that ends at token ``i``; as before where none does."""
        raw = line.tokens.raw
        if raw[i] != ")" or "(" not in raw[:i]:
            return opened
        return max(k for k in range(i) if raw[k] == "(")

    def _relative(self, line: Line, that: int, first: int) -> bool:
        """Whether *that* is a relative pronoun: "the junta that toppled X"."""
        said = line.tokens.lower[that - 1] in self.lexicon["say"]
        return not self.spanish and that == first - 1 and not said

    def _edge(self, line: Line, i: int, over: str) -> bool:
        """Whether a guard to the left of token ``i`` is another clause's."""
        f = line.tokens.form[i]
        joins = f in self.lexicon["subordinators"] and not (self.spanish and f == "como")
        told = f in ("and", "y") and over in ("past", "present", "future")
        return line.tokens.raw[i] in MARKS or joins or told or f in ("but", "pero", "sino")

    def _hour(self, line: Line, i: int, guard: Guard) -> bool:
        """Whether "before dawn" only says the hour."""
        if guard.id != "en-when":
            return False
        f = line.tokens.at(i + 1)
        return f in _HOURS or f in self.lexicon["weekdays"] or f[:1].isdigit()

    def _to_come(self, line: Line, until: int) -> bool:
        """Whether "until X quit" tells of a day to come: "they would strike until X quit"."""
        return any(word in ("will", "would", "to") for word in line.tokens.form[:until][-6:])
