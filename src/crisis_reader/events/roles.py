"""Roles: from a trigger to who it is about, how real it is and which office it names.

Each sort of trigger (verb, noun, adjective, phrase) has its reading; a trigger whose row asks for
more than the sentence gives is no event.
"""

from dataclasses import replace

from crisis_reader.events.arguments import Argument, Arguments
from crisis_reader.events.extents import clause_end
from crisis_reader.events.groups import Group
from crisis_reader.events.guards import Guards
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.offices import Office, read_office
from crisis_reader.events.people import People
from crisis_reader.events.records import Kind, Manner, Modality
from crisis_reader.events.requirements import Found, Requirements
from crisis_reader.events.verb_arguments import AFTER
from crisis_reader.events.verbs import Verbs

_LACKING = frozenset(
    {"no", "not", "without", "never", "sin", "falta", "short", "despite", "absence", "insufficient"}
)
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
        "have",
        "normally",
    }
)
# Deeds that "the resignation", "la destitución" can take up.
_TAKEN_UP = frozenset(
    {Manner.RESIGNED, Manner.REMOVED, Manner.OVERTHROWN, Manner.STEPPED_DOWN, Manner.APPOINTED}
    | {Manner.IMPEACHED, Manner.DISMISSED}
)
_THE = frozenset({"the", "this", "la", "el", "esta", "dicha"})
_OWNERS = frozenset(
    {"of", "by", "from", "for", "as", "and", "never", "not", "de", "del", "por", "como", "y", "a"}
    | {"al", "nunca", "no", "jamas"}
)
_BY = frozenset({"por", "by", "through", "of", "de"})
_AND = frozenset({"and", "then", "y", "luego"})
_SECOND = 13
_LATER = frozenset(
    {",", "then", "later", "at", "luego", "despues", "as", "como", "and", "a", "los"}
)
_LATER |= {"las", "la", "el", "h", "p.m.", "a.m.", "mas", "tarde", "de", "en", "only", "within"}
_WHEN = frozenset({"in", "on", "last", "this", "yesterday", "today", "en", "el", "pasado", "ayer"})
_WHEN |= {"hoy", "este"}
_MIGHT = frozenset({"would", "could", "might"})
_TAIL = 4
_AVOIDED = frozenset({"no", "without", "avoid", "ley", "evitar", "evite", "evitó"})
_SOME = frozenset({"un", "una"})
_LISTING = frozenset({",", ";", "and", "y", "e", "a"})
_WHOSE = frozenset({"whose", "cuya", "cuyo"})


class Roles:
    """Reads triggers in one language."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self.lexicon = lexicon
        self.arguments = Arguments(lexicon)
        self.guards = Guards(lexicon)
        self.needs = Requirements(lexicon, people)
        self.verbs = Verbs(lexicon, self.arguments, self.guards, self.needs)

    def read(self, line: Line, hit: Hit) -> Found | None:
        """What a trigger says; None where the row asks for more than there is."""
        match hit.trigger.sort:
            case "verb":
                return self.verbs.read(line, hit)
            case "noun":
                return self._noun(line, hit)
            case "adjective":
                return self._adjective(line, hit)
            case _:
                return self._phrase(line, hit)

    def besides(self, line: Line, one: Found) -> list[Found]:
        """What one verb says of a second office or of others: "named X premier and Y minister"."""
        if one.office is None:
            return []
        if one.manner is Manner.DECLARED:
            second = self._second_claimed(line, one, one.office)
            return [second] if second else []
        named = one.hit.trigger.sort == "verb" and one.hit.trigger.row.who == "holder"
        object_ = one.hit.at < one.argument.first < one.office.first
        if not (one.kind is Kind.ENTRY and named and object_):
            return []
        return self._others_named(line, one, one.office)

    def _others_named(self, line: Line, one: Found, office: Office) -> list[Found]:
        """The others of a list of names and offices behind the first of them."""
        out: list[Found] = []
        tokens = line.tokens
        while True:
            k = office.end
            while tokens.at(k) in _LISTING:
                k += 1
            other = line.mention_at(k)
            if k == office.end or other is None or other.form is not Form.NAME or other.first != k:
                return out
            at = other.core_end + (tokens.at(other.core_end) in ("as", "como"))
            following = read_office(tokens, at, self.lexicon)
            if following is None or following.plain or following.minor:
                return out
            office = following
            argument = Argument([other], other.first, other.core_end)
            out.append(replace(one, argument=argument, office=office, first=k, end=office.end))

    def _second_claimed(self, line: Line, one: Found, first: Office) -> Found | None:
        """A second office claimed in one breath: "speaker and then president"."""
        k = self._second(line, first.end)
        office = read_office(line.tokens, k, self.lexicon) if k is not None else None
        if k is None or office is None or office.plain or office.minor:
            return None
        other = line.mention_at(k)
        whose = other is not None and (
            other.form is Form.NAME or line.tokens.form[k] in self.lexicon["determiners"]
        )
        return None if whose else replace(one, office=office, end=max(one.end, office.end))

    def _second(self, line: Line, end: int) -> int | None:
        """Where a second office would begin: behind *and* and a time, "and then, at 18:51,"."""
        form = line.tokens.form
        near = range(end, min(end + _SECOND, len(form)))
        joined = next((i for i in near if form[i] in _AND), None)
        if joined is None or any(f in self.lexicon["say"] for f in form[end:joined]):
            return None
        if joined > end and form[end] != ",":
            return None
        k = joined + 1
        while k < len(form) and (form[k] in _LATER or form[k][0].isdigit() or self._unit(form[k])):
            k += 1
        return k

    def _unit(self, form: str) -> bool:
        return form in self.lexicon["units"] or form in self.lexicon.numbers

    def _noun(self, line: Line, hit: Hit) -> Found | None:
        row, tokens = hit.trigger.row, line.tokens
        if row.who == "none":
            return self._lack(line, hit)
        if row.who in AFTER:
            given = self.arguments.given(line, hit.end - 1, AFTER[row.who])
            if given is None:
                return None
            argument = given
        else:
            owner = self.arguments.possessor(line, hit.at, hit.at + 1)
            if owner is None and hit.end > hit.at + 1:
                owner = self.arguments.possessor(line, hit.end - 1, hit.end)
            argument = owner or self._again(line, hit) or self._several(line, hit)
        first, end = min(argument.first, hit.at), max(argument.end, hit.end)
        office = hit.office
        received = row.kind is Kind.EXIT and tokens.at(end) == "to"  # "his resignation to the king"
        if tokens.at(end) in ("as", "como", "to") and not received:
            office = read_office(tokens, end + 1, self.lexicon) or office
        if row.office == "required" and (office is None or office.minor or office.plain):
            return None
        if not argument.again and not self.needs.enough(line, row.needs or "owner", argument):
            return None
        end = max(end, office.end if office else 0)
        whose = tokens.at(hit.at - 1) in _WHOSE  # "the marches against X, whose inauguration"
        start = hit.at - 1 if whose else self._phrase_start(line, first)
        # "su posible dimisión"
        modality = self.guards.between(line, start, hit.at) or self.guards.judge_noun(
            line, start, end
        )
        if argument.again and modality is not Modality.ACTUAL:
            return None
        if self._any_such(line, hit, first, argument) or self._unchosen(line, hit, start, argument):
            modality = Modality.CONDITIONAL
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

    def _any_such(self, line: Line, hit: Hit, first: int, argument: Argument) -> bool:
        """Whether a rule speaks of any such deed: "succession by death of the president"."""
        one = argument.mentions[0] if len(argument.mentions) == 1 else None
        bare = first == hit.at and line.tokens.at(first - 1) in _BY
        nobody = one is not None and one.form is Form.NOMINAL
        if nobody and first == hit.at and line.tokens.at(first - 1) == "de":
            return True  # "única forma de remoción del presidente"
        return bare and one is not None and nobody and self.needs.people.who(one, line) is None

    def _unchosen(self, line: Line, hit: Hit, start: int, argument: Argument) -> bool:
        """Whether a Spanish noun tells of nobody come in.

        "Por designación del Papa" is by him, "hasta la elección de un nuevo rector" is to come.
        """
        row = hit.trigger.row
        if row.kind is not Kind.ENTRY or row.language != "es":
            return False
        if row.who == "possessor" and line.tokens.at(hit.at - 1) == "por":
            return True
        one = argument.mentions[0] if argument.mentions else None
        if one is None or one.form is not Form.NOMINAL:
            return False
        if line.tokens.form[hit.at] == "eleccion":
            return True  # "la elección del nuevo presidente" names nobody
        between = set(line.tokens.form[hit.at + 1 : one.core_end])
        new = one.indefinite or not _SOME.isdisjoint(between)
        return new and self.guards.left(line, start, "noun") is not Modality.ACTUAL

    def _again(self, line: Line, hit: Hit) -> Argument | None:
        """``The resignation came``: a deed told before, taken up without its owner."""
        row, tokens = hit.trigger.row, line.tokens
        oath = row.manner is Manner.SWORN_IN and row.language == "es"  # "La jura se celebró"
        vote = tokens.form[hit.at] in ("eleccion", "reeleccion")
        if (row.manner not in _TAKEN_UP and not oath) or row.then or vote:
            return None
        k = hit.end
        while self._when(tokens.at(k)):
            k += 1
        if tokens.at(k) in _OWNERS:
            return None  # "la renuncia en octubre del vicepresidente" has its owner
        t = hit.at - 1
        if t > 0 and tokens.form[t] not in _THE and tokens.form[t].isalpha():
            if self.lexicon.language == "es" and tokens.capital[t]:
                return None  # "el Presidente de la República cese"
            t -= 1  # "the sudden resignation"
        if tokens.at(t) not in _THE:
            return None
        return Argument([], t, hit.end, again=True)

    def _when(self, form: str) -> bool:
        return form in _WHEN or form in self.lexicon["months"] or form in self.lexicon["weekdays"]

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
        if not self.needs.enough(line, "person", argument) or self._verb(line, hit, mention):
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

    def _verb(self, line: Line, hit: Hit, mention: Mention) -> bool:
        """Whether what looks like an adjective is a verb: "also dismissed X's idea"."""
        recent = line.tokens.form[hit.at] in self.lexicon["adverbs"]
        if recent and line.tokens.at(hit.at - 1) in self.lexicon["be"]:
            return True  # "was recently appointed chief judge"
        before = line.tokens.at(hit.at - 1)
        bare = hit.end == mention.core and mention.form is Form.NAME
        determined = before in ("'s", "of") or before in self.lexicon["determiners"]
        return bare and hit.at > 0 and not determined

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
        if line.tokens.at(hit.at - 1) in self.lexicon["determiners"]:
            return None  # "before an empty chamber"
        for i in range(max(0, hit.at - 8), hit.at):
            holder = line.mention_at(i)
            if holder is not None and holder.form is Form.NAME:
                continue  # "President X left the palace empty"
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

    def _opened_by(self, line: Line, hit: Hit) -> Found | None:
        """What a line without a verb says of the name it begins with: "X, new minister of Y."."""
        named, row = line.mention_at(hit.at - 2), hit.trigger.row
        if named is None or named.form is not Form.NAME or line.tokens.at(hit.at - 1) != ",":
            return None
        if any(form[:1].isalnum() for form in line.tokens.form[: named.first]):
            return None
        who = Argument([named], named.first, named.core_end)
        actual = Modality.ACTUAL
        return Found(hit, row.kind, row.manner, actual, who, named.first, hit.end, hit.office)

    def _of_phrase(self, line: Line, hit: Hit, first: int) -> Argument | None:
        """The subject of a phrase whose auxiliaries begin at ``first``; also behind it."""
        group = Group(first, hit.at, "past", passive=False, negated=False)
        subject = self.arguments.subject(line, group)
        if self.lexicon.language == "es" and not (subject and subject.mentions):
            behind = hit.at + 1 + len(hit.trigger.rest)  # "fue electo X"
            subject = self.arguments.after_verb(line, behind)
        return subject

    def _phrase(self, line: Line, hit: Hit) -> Found | None:
        row = hit.trigger.row
        if row.who == "before":
            return self._opened_by(line, hit)
        return self._stating(line, hit)

    def _stating(self, line: Line, hit: Hit) -> Found | None:
        """A phrase that tells of its subject, of who stands behind it or of nobody."""
        row, tokens = hit.trigger.row, line.tokens
        if row.who == "none":
            words = line.tokens.lower[max(0, hit.at - 4) : hit.at]
            denied = any(w in self.lexicon["negations"] or w in _AVOIDED for w in words)
            modality = Modality.DENIED if denied else Modality.ACTUAL
            nobody = Argument([], hit.at, hit.end)
            return Found(hit, row.kind, row.manner, modality, nobody, hit.at, hit.end, None)
        if row.who == "next":
            near = (line.mention_at(k) for k in range(hit.end, hit.end + 3))
            named = next((m for m in near if m is not None), None)
            if named is None or named.form is not Form.NAME:
                return None
            who = Argument([named], named.first, named.end)
            end = max(hit.end, named.core_end)
            return Found(hit, row.kind, row.manner, Modality.ACTUAL, who, hit.at, end, None)
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
        if tokens.at(hit.at - 1) in ("him", "her") and mention is not None:
            if tokens.at(hit.at - 2) in ("make", "put") and tokens.at(hit.at - 3) in _MIGHT:
                modality = Modality.CONDITIONAL
            subject: Argument | None = Argument([mention], hit.at - 1, hit.end)
        else:
            subject = self._of_phrase(line, hit, k)
        if subject is None or not subject.mentions or subject.count:
            return None
        first, end = (
            min(subject.first, hit.at),
            clause_end(line, self.lexicon, hit.end, hit.at, hit.end + _TAIL),
        )
        return Found(hit, row.kind, row.manner, modality, subject, first, end, None)
