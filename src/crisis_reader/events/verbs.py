"""Verbs: from a verb of the table to who it is about, how real it is and which office it names."""

from dataclasses import dataclass

from crisis_reader.article.records import RegionKind
from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.groups import Group, is_adverb, read_group
from crisis_reader.events.guards import ORDINALS, Guards, Verdict
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form
from crisis_reader.events.offices import Office, read_office
from crisis_reader.events.patterns import Row, read_noun_triggers
from crisis_reader.events.records import Kind, Manner, Modality
from crisis_reader.events.requirements import Found, Requirements
from crisis_reader.events.stages import Stages
from crisis_reader.events.verb_arguments import VerbArguments

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
    | {
        "directly",
        "from",
        "del",
        "al",
        "recien",
        "legitimamente",
        "democraticamente",
        "constitutionally",
    }
)
_CLITIC = frozenset({"lo", "los", "le", "les"})
_COUNTING = frozenset({"first", "second", "third", "last", "only", "new"})
_TO_OFFICE = frozenset({"as", "como", "from", "to", "be", "de", "a", "en", "cargo"})
_CLAUSE = 14
_WANT = frozenset({"want", "wants", "wanted", "wanting", "see", "demand", "demands", "demanded"})
_HAVE_DONE = {"have": "base", "having": "ing", "get": "base", "getting": "ing", "got": "past"}
# A subject whose words begin so many characters before its verb is told by its apposition.
_LONG = 60
_COUNTED = 10
_PARENTHESES = frozenset({",", "-", "–", "—"})
_PARENTHESIS = 18
_DUTIES = frozenset({"should", "must", "shall", "would", "debe", "deberá", "debía"})
_TAIL = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """What a verb was found with."""

    group: Group
    verdict: Verdict
    argument: Argument
    office: Office | None


class Verbs:
    """Reads verbs of the table in one language."""

    def __init__(
        self, lexicon: Lexicon, arguments: Arguments, guards: Guards, needs: Requirements
    ) -> None:
        self.lexicon = lexicon
        self.needs = needs
        self.guards = guards
        self.english = lexicon.language == "en"
        self.stages = Stages(lexicon)
        self.roles = VerbArguments(lexicon, arguments, guards)
        self.nouns = read_noun_triggers(lexicon.language)
        """Words that are nouns of the table too: ``renuncia`` is both."""

    def read(self, line: Line, hit: Hit) -> Found | None:
        """What a verb of the table says; None where the row asks for more than there is."""
        row = hit.trigger.row
        group = read_group(line.tokens, hit.at, hit.trigger.tag, self.lexicon)
        if self._adjectival(line, hit.at, hit.trigger.tag) or not self._right_form(
            line, hit, group
        ):
            return None
        headline = line.sentence.kind is RegionKind.HEADLINE
        if self._wished(line, hit, group):
            return None
        caused = self._caused(line, hit, group)
        verdict = self.guards.judge_verb(line, caused or group, headline=headline)
        modality = self._polarised(row.polarity, verdict.modality)
        if row.polarity == "future" and (group.perfect or self._feared(line, group)):
            return None  # "would have been next", "it was feared that she would"
        argument = self.roles.role(line, hit, group, verdict) if modality else None
        if modality is None or argument is None or self._rule(line, row, group, argument):
            return None
        office = hit.office or self._office(line, hit, argument)
        office = office or self._title_given(line, hit, argument)
        if not self._fits(line, hit, group, argument, office):
            return None
        kind, manner, modality = self.stages.read(line, hit, group, verdict, modality)
        if kind is Kind.ENTRY and self._by_law(line, group, argument):
            kind, manner, modality = Kind.NEXT, Manner.WOULD_SUCCEED, Modality.ACTUAL
        if kind is Kind.EXIT and row.who == "subject" and len(argument.mentions) == 1:
            self.roles.arguments.accompany(line, argument, hit.end)
        words = _Words(group, verdict, argument, office)
        first, end = self._extent(line, hit, words)
        return Found(hit, kind, manner, modality, argument, first, end, office)

    def _fits(
        self, line: Line, hit: Hit, group: Group, argument: Argument, office: Office | None
    ) -> bool:
        """Whether office and person are what the row asks for."""
        row = hit.trigger.row
        named = office is not None and not office.plain and not office.minor
        if row.office == "required" and not (
            named
            or (row.manner in (Manner.RECOGNISED, Manner.REFUSED) and argument.regime)
            or self.roles.recognised_body(line, hit, office)
            or self.needs.claimant(
                line,
                row.kind,
                argument,
                None if group.passive else self.roles.arguments.subject(line, group),
            )
        ):
            return False
        held = row.kind in (Kind.ENTRY, Kind.EXIT, Kind.CLAIM)
        indefinite = bool(argument.mentions) and argument.mentions[0].indefinite
        rare = group.time == "gerund" and indefinite  # "a premier resigning in mid-term is rare"
        if held and (rare or (office is not None and office.minor)):
            return False
        headline = line.sentence.kind is RegionKind.HEADLINE
        nobody = not argument.mentions and group.time == "gerund"
        any_one = self._any_holder(line, hit, group, argument)
        any_one = any_one or self._whoever(line, hit, group, argument)
        if row.kind is Kind.ENTRY and (nobody or any_one or self._only_counted(line, hit, office)):
            return False  # "with the winner becoming president"
        if row.kind is Kind.ENTRY and row.who == "holder":
            if self._as_other(line, argument, office) or self._generic(
                argument, group, headline=headline
            ):
                return False
            if argument.mentions and argument.mentions[0].indefinite:
                return row.needs in ("", "person")  # "Congress named a successor"
        return self.needs.enough(line, row.needs, argument) or self._spoken(line, hit, group)

    def _spoken(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether somebody says it of himself; who that is, the quotation tells later."""
        row = hit.trigger.row
        said = line.tokens.at(self.stages.ahead(line, group)) in ("i", "yo")
        plain = row.needs in ("person", "known", "office-holder") and row.who == "subject"
        reflexive = any(verb.endswith("se") for verb in row.verbs)  # "asilo" is a noun
        mine = not reflexive or "me" in line.tokens.form[group.first - 1 : group.verb]
        return plain and (said or (hit.trigger.tag in FIRST_PERSON and mine))

    def _any_holder(self, line: Line, hit: Hit, group: Group, argument: Argument) -> bool:
        """Whether a bare participle tells of any holder: "when a premier appointed under" a law."""
        one = argument.mentions[0] if len(argument.mentions) == 1 else None
        if one is None or not one.indefinite or group.passive or group.first != hit.at:
            return False
        before = one.end == hit.at and line.tokens.form[one.first] in ("a", "an", "un", "una")
        return before and hit.trigger.tag in ("past", "part")

    def _caused(self, line: Line, hit: Hit, group: Group) -> Group | None:
        """The verb that has it done: "trying to have X removed", "got X elected"."""
        if not self.english or group.first != hit.at or hit.trigger.tag not in ("past", "part"):
            return None
        object_ = line.mention_at(hit.at - 1)
        if object_ is None or object_.end != hit.at:
            return None
        word = line.tokens.at(object_.first - 1)
        if word not in _HAVE_DONE:
            return None
        return read_group(line.tokens, object_.first - 1, _HAVE_DONE[word], self.lexicon)

    def _wished(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether it is only wanted: "wants X sacked", "would like to see X removed"."""
        object_ = line.mention_at(hit.at - 1)
        if object_ is None or object_.end != hit.at or group.first != hit.at:
            return False
        return line.tokens.at(object_.first - 1) in _WANT and hit.trigger.tag != "s"

    def _feared(self, line: Line, group: Group) -> bool:
        """Whether the clause of what is to come hangs on a fear, a demand or a condition."""
        return self.guards.clause(line, group.first, "past") is not None

    def _only_counted(self, line: Line, hit: Hit, office: Office | None) -> bool:
        """Whether the office is only what counts the holders: "became the third king to flee"."""
        form = line.tokens.form
        end = max(hit.end, office.end if office else 0)
        if not ORDINALS & set(form[hit.at + 1 : end]):
            return False
        for i in range(end, min(end + _COUNTED, len(form))):
            if line.tokens.raw[i] in ",;.":
                return False
            if form[i] == "to" and line.mention_at(i + 1) is None:
                return line.tokens.at(i + 1) not in self.lexicon["determiners"]
        return False

    def _polarised(self, polarity: str, modality: Modality) -> Modality | None:
        """A row of refusal fires on what is denied, a row of the future on what is to come."""
        if polarity == "negated":
            return Modality.ACTUAL if modality is Modality.DENIED else None
        if polarity == "future":
            coming = (Modality.ANNOUNCED, Modality.CONDITIONAL, Modality.UNCERTAIN)
            return Modality.ACTUAL if modality in coming else None
        return modality

    def _right_form(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether the form can be the verb of the row here."""
        tag, row = hit.trigger.tag, hit.trigger.row
        alone = not self.english and tag == "part" and group.first == hit.at
        if (alone and row.kind is Kind.CLAIM) or self._auxiliary(line, hit):
            return False  # "presidenta autoproclamada" is an adjective
        if "self" in row.needs and not self.stages.of_self(line, hit, group):
            return False
        present = group.time == "present"
        wrong_time = ("present" in row.needs and not present) or ("past" in row.needs and present)
        if wrong_time or ("active" in row.needs and group.passive):
            return False
        before = set(line.tokens.form[group.first : group.verb])
        if "reflexive" in row.needs and "se" not in before:
            return line.tokens.form[group.verb].endswith("se")
        if "clitic" in row.needs and not {"lo", "la", "le", "les"} & before:
            return False
        return not (tag == "base" and group.time == "bare" and hit.trigger.also_past)

    def _auxiliary(self, line: Line, hit: Hit) -> bool:
        """Whether a form of *be* only helps the verb behind it: "I am quitting the post"."""
        if line.tokens.lower[hit.at] not in self.lexicon["be"]:
            return False
        k = hit.at + 1
        while k < len(line.tokens) and is_adverb(line.tokens.lower[k], self.lexicon):
            k += 1
        return line.tokens.at(k).endswith(("ing", "ed", "sworn", "chosen"))

    def _adjectival(self, line: Line, i: int, tag: str) -> bool:
        """Whether a form only looks like a verb: "the elected president", "two names"."""
        if i == 0:
            opening = line.mention_at(0)
            named = line.mention_at(1)
            titled = opening is not None and opening.first < opening.core
            bare = named is not None and named.form is Form.NAME
            titled = titled or (self.english and bare)
            return titled if tag in ("past", "part") else tag in ("base", "s") and self.english
        noun = tag == "yo" or (tag in ("pres", "subj") and line.tokens.lower[i] in self.nouns)
        if noun and line.tokens.at(i + 1) in ("de", "del"):
            return True  # "el abandono de sus funciones"
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
            counted = before in _COUNTING and (
                line.tokens.at(i - 2) in lexicon["determiners"] or line.tokens.at(i - 2) in "'s"
            )  # "the first elected president", but "at first backed X"
            pronoun = before in ("lo", "la", "los", "las")  # "la huida" is a noun
            clitic = not self.english and pronoun and tag == "past"
            return (
                (determined or counted or before in _BEFORE_ADJECTIVE)
                and before not in ("her", "su")
                and not clitic
            )
        if tag in ("base", "s", "pres", "subj", "ing"):
            object_ = not self.english and before in _CLITIC and not noun  # "lo reemplaza Y"
            return (determined and not object_) or (before in ("of", "de") and tag != "ing")
        return False

    def _extent(self, line: Line, hit: Hit, words: _Words) -> tuple[int, int]:
        """The tokens that say it: a subject that stands near, verb, complement, a few more."""
        group, governor, argument = words.group, words.verdict.governor, words.argument
        office = words.office
        if line.tokens.at(hit.end - 1) == "until":
            return min(group.first, argument.first), hit.end
        first = group.first if governor is None else min(group.first, governor)
        before = first
        while before > 0 and line.tokens.form[before - 1] in self.lexicon["adverbs"]:
            before -= 1
        last = max([argument.end, *(m.end for m in argument.mentions if m.first < before)])
        closing = before > 0 and line.tokens.raw[before - 1] == "," and before - 1 == last
        near = line.tokens.starts[first] - line.tokens.starts[argument.first] <= _LONG
        joined = argument.first < before <= last or (closing and bool(argument.mentions))
        if joined and near:
            first = argument.first
        elif (
            before > 0
            and line.tokens.form[before - 1] in self.lexicon["relatives"] | self.lexicon["temporal"]
        ):
            first = before - 1
        first = self._announcer(line, first)
        end = max(hit.end, argument.end if argument.mentions or argument.regime else 0)
        if office is not None and office.first < hit.end + 14:
            end = max(end, office.end)
        return first, clause_end(line, self.lexicon, end, first, end + _TAIL)

    def _announcer(self, line: Line, first: int) -> int:
        """Where "X announced he would resign" begins: the pronoun alone would say too little."""
        tokens = line.tokens
        verb = first - 1 - (tokens.at(first - 1) == "that")
        if tokens.at(first) not in ("he", "she") or not tokens.at(verb).startswith("announce"):
            return first
        who = line.mention_at(verb - 1)
        named = who is not None and who.form is Form.NAME and who.core_end == verb
        return who.first if who is not None and named else first

    def _title_given(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """``named a new premier, X``: the office stands in the title that X is given."""
        if hit.trigger.row.kind is not Kind.ENTRY or len(argument.mentions) != 1:
            return None
        mention = argument.mentions[0]
        words = line.tokens.form[mention.first : mention.core]
        reduced = mention.form is Form.NAME and mention.first < mention.core <= hit.at
        if reduced and hit.trigger.tag in ("past", "part") and line.tokens.at(hit.at - 1) == ",":
            return read_office(line.tokens, mention.first, self.lexicon)  # "Mayor X, named by Y,"
        if mention.form is Form.NOMINAL and mention.indefinite:
            return read_office(line.tokens, mention.first, self.lexicon)
        if mention.first < hit.at or not {"a", "an", "new", "un", "una", "nuevo", "nueva"} & set(
            words
        ):
            return None
        return read_office(line.tokens, mention.first, self.lexicon)

    def _office(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """The office that stands behind the verb or behind its object."""
        starts = [max(argument.end, hit.end)]
        if argument.first < hit.at or not self.english or line.tokens.at(hit.end) == "as":
            starts.append(hit.end)  # "fue elegido presidente", "proclamó como presidente a X"
        starts += self._past_apposition(line, starts[0])
        found = (self._office_from(line, hit, start) for start in dict.fromkeys(starts))
        return next((office for office in found if office), None)

    def _past_apposition(self, line: Line, i: int) -> list[int]:
        """Where "named X, a lawyer, as premier" goes on behind what stands between marks."""
        form = line.tokens.form
        mark = line.tokens.at(i)
        if mark not in _PARENTHESES or mark not in form[i + 1 : i + _PARENTHESIS]:
            return []
        behind = form.index(mark, i + 1) + 1
        to_be = form[behind : behind + 2] == ["to", "be"]
        return [behind + to_be] if to_be or line.tokens.at(behind) in ("as", "como") else []

    def _office_from(self, line: Line, hit: Hit, start: int) -> Office | None:
        tokens, lexicon = line.tokens, self.lexicon
        for i in range(start, min(start + 8, len(tokens))):
            f = tokens.form[i]
            if f in lexicon["conjunctions"] or (i > start and self._ends_office(line, i)):
                return None
            if f not in _TO_OFFICE and i > start:
                continue
            at = i + 1 if f in _TO_OFFICE and i + 1 < len(tokens) else i
            mention = line.mention_at(at)
            if mention is not None and mention.form is Form.NAME:
                titled = not self.english and mention.first == at == hit.end < mention.core
                if titled and tokens.form[at] not in lexicon["determiners"]:
                    return read_office(tokens, at, lexicon)  # "fue nombrada ministra X"
                continue
            office = read_office(tokens, at, lexicon)
            if office:
                return office
        return None

    def _ends_office(self, line: Line, i: int) -> bool:
        """Whether an office behind token ``i`` would be another clause's."""
        temporal = self.lexicon["temporal"] - {"as", "since"}
        return line.tokens.raw[i] in ".;:,()" or line.tokens.form[i] in temporal

    def _rule(self, line: Line, row: Row, group: Group, argument: Argument) -> bool:
        """Whether a law or a habit is told: "the charter hands power to", "a president resigns"."""
        if row.kind not in (Kind.EXIT, Kind.ENTRY) or group.perfect:
            return False
        state = line.tokens.lower[group.first] in ("está", "queda", "están", "quedan")
        present = group.time == "present" and not state
        doer = argument if row.who == "subject" else None
        if present and doer is None and not group.passive:
            doer = self.roles.arguments.subject(line, group)
        if doer is not None and not doer.mentions:
            words = line.tokens.form[doer.first : doer.end]
            said = ", which" in " ".join(line.tokens.form[: group.first])  # of the deed before it
            if any(word in self.lexicon.laws for word in words) and not said:
                return True
        one = argument.mentions[0] if len(argument.mentions) == 1 else None
        if not present or one is None or one.form is not Form.NOMINAL or one.plural:
            return False
        if one.indefinite:
            return True
        told = line.sentence.kind in (RegionKind.HEADLINE, RegionKind.CAPTION)
        return not told and not group.progressive and self.needs.people.who(one, line) is None

    def _by_law(self, line: Line, group: Group, argument: Argument) -> bool:
        """Whether a law makes somebody named the next: "under the charter X must take over"."""
        named = any(mention.form is Form.NAME for mention in argument.mentions)
        law = not self.lexicon.laws.isdisjoint(line.words)
        return named and law and not group.negated and group.modal in _DUTIES

    def _whoever(self, line: Line, hit: Hit, group: Group, argument: Argument) -> bool:
        """Whether nobody is told yet who it will be: "the winner will become premier"."""
        own = hit.trigger.tag in FIRST_PERSON or line.tokens.at(group.first - 1) in ("i", "yo")
        if group.time != "future" or own or argument.regime:
            return False
        return not any(
            mention.form is not Form.NOMINAL or self.needs.people.who(mention, line) is not None
            for mention in argument.mentions
        )

    def _as_other(self, line: Line, argument: Argument, office: Office | None) -> bool:
        """Whether somebody is chosen as something that is no office: "as the best actress"."""
        return office is None and line.tokens.at(argument.end) in ("as", "como")

    def _generic(self, argument: Argument, group: Group, *, headline: bool) -> bool:
        """Whether no one is meant: "to elect a president", "the premier is elected by members"."""
        if not argument.mentions or argument.mentions[0].form is not Form.NOMINAL:
            return False
        habit = group.passive and group.time == "present" and not group.perfect
        bare = argument.mentions[0].title.lower().startswith(("new ", "nuevo ", "nueva "))
        told = group.time == "past" or (group.time == "present" and (headline or bare))
        return habit or (argument.mentions[0].indefinite and not told)


def _deed(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` begins what was meant or feared, another deed's words: "to avoid war"."""
    tokens = line.tokens
    if tokens.form[i] in ("amid", "despite", "pese"):
        return True
    if tokens.form[i] not in ("to", "for", "para") or i + 1 >= len(tokens):
        return False
    named = tokens.capital[i + 1] or tokens.form[i + 1] in lexicon["determiners"]
    return not named and not tokens.form[i + 1][0].isdigit()


def clause_end(line: Line, lexicon: Lexicon, end: int, first: int, stop: int) -> int:
    """Up to the edge of the clause, a few words on at most, no word left dangling."""
    tokens = line.tokens
    last = end
    while last < min(len(tokens), stop) and last - first < _CLAUSE:
        f = tokens.form[last]
        if (
            (not f[0].isalnum() and f != "'s")
            or f in lexicon.clause_ends
            or _deed(line, last, lexicon)
        ):
            break
        last += 1
    while last > end and (
        tokens.form[last - 1] in lexicon.dangling or tokens.at(last - 1) in lexicon.numbers
    ):
        last -= 1
    return last
