"""Referents: whom an event is of: the mention its pattern found, a pronoun, whoever says *I*.

Names and descriptions are resolved by ``people``; here stands what only the event's own sentence
can tell: its verb, its owner, who speaks, who was told before it to have left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crisis_reader.events.arguments import Arguments
from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.evidence import Evidence
from crisis_reader.events.groups import read_group
from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.people import People
from crisis_reader.events.records import LIVE, Event, Kind, Manner, Modality
from crisis_reader.events.requirements import Found
from crisis_reader.events.stages import STATEMENTS

# "I have decided to" stands between *I* and its verb.
_NEAR = 4
OWNED = ("his ", "her ", "its ", "their ", "su ", "sus ")
_OWN = frozenset({"own", "propia"})
_THAT = frozenset({"that", "que"})
_SPEAKERS = frozenset(
    {"office", "spokesman", "spokeswoman", "spokesperson", "lawyer", "lawyers", "palace", "aides"}
)
_ENCLITICS = ("lo", "la", "le")
_I = frozenset({"i", "yo"})
# "congratulated the new speaker, X, warmly on her election"
_WISHED = 10
_MADE = frozenset({"him", "her"})
_ADDRESSED = frozenset({"to", "a", "al"})


class Referents:
    """Whom the mentions and pronouns of one article's events stand for."""

    def __init__(
        self,
        people: People,
        evidence: Evidence,
        arguments: Arguments,
        left: Mapping[int, Sequence[int]],
    ) -> None:
        """Keep what decides.

        Args:
            people: Of the article.
            evidence: Who speaks, and where.
            arguments: The subjects and objects of verbs.
            left: By sentence those who left in it, in text order; the extraction fills it.
        """
        self.people = people
        self.evidence = evidence
        self.lexicon = people.lexicon
        self._arguments = arguments
        self.left = left

    def person(self, line: Line, one: Found, mention: Mention) -> int | None:
        """Who a mention is; an object pronoun is not the verb's own subject."""
        if mention.form is not Form.PRONOUN:
            found = self.people.who(mention, line)
            if (
                one.kind is Kind.ENTRY
                and mention.form is Form.NOMINAL
                and found in self.people.dead
            ):
                came_in = self.people.chosen - self.people.gone
                return next(iter(came_in)) if len(came_in) == 1 else None  # no dead man enters
            came = mention.form is Form.NOMINAL and found in self.people.chosen
            dead = one.manner is Manner.DIED and found not in self.people.dead
            return None if came and dead else found  # the emir who died is not the new one
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
            subject = self._arguments.subject(line, group)
            barred = (
                self.people.who(subject.mentions[0], line) if subject and subject.mentions else None
            )
            found = self.people.resolve(mention, line, barred=barred)
            return self._whom_they_ousted(line, mention, found) if one.kind is Kind.EXIT else found
        made = self._made_by(line, mention)
        if made is not None:
            return self.people.resolve(mention, line, barred=made)
        quoted = self.evidence.voices.quoted(line.tokens.starts[mention.first])
        about = self.evidence.spoken_of(line) if quoted else None
        if about is not None:
            return about
        return self.people.resolve(mention, line, barred=self._quoted_by(line, mention))

    def _beside(self, line: Line, mention: Mention) -> Mention | None:
        """Who stands right before "por su nombramiento" and its comma."""
        at = mention.first - 2
        led = line.tokens.at(at + 1) in self.lexicon["prepositions"]
        if self.lexicon.language != "es" or not led or line.tokens.at(at) != ",":
            return None
        named = line.mention_at(at - 1)
        near = named is not None and named.form is Form.NAME and named.core_end == at
        return named if near else None

    def _acceptor(self, line: Line, one: Found) -> int | None:
        """Who accepts "his resignation", which is another's."""
        row = one.hit.trigger.row
        takes = one.hit.trigger.sort == "verb" and row.who == "possessor"
        if not takes or one.manner is not Manner.RESIGNED:
            return None
        group = read_group(line.tokens, one.hit.at, one.hit.trigger.tag, self.lexicon)
        subject = self._arguments.subject(line, group)
        if group.passive or subject is None or not subject.mentions:
            return None
        return self.people.who(subject.mentions[0], line)

    def _whom_they_ousted(self, line: Line, mention: Mention, found: int | None) -> int | None:
        """Of two a sentence names, *him* is who is told to have gone: "X said they ousted him"."""
        gone = self.people.gone
        if found is None or found in gone:
            return found
        here = {m.person for m in line.mentions if m.end <= mention.first} - {None}
        if line.number and here & gone == set() and self.evidence.says(line) == found:
            here = {m.person for m in self.people.lines[line.number - 1].mentions} - {None}
        out = [k for k in here if k in gone]
        return out[0] if len(out) == 1 else found

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
        maker = self._arguments.subject(line, group)
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

    def first_person(self, line: Line, one: Found) -> int | None:
        """Who says *I* in a quotation: its speaker."""
        window = line.tokens.form[max(0, one.first - _NEAR) : one.hit.at]
        said = one.hit.trigger.tag in FIRST_PERSON or not _I.isdisjoint(window)
        said = said or (self.lexicon.language == "es" and "he" in window)  # "he dimitido"
        if not said:
            return None
        return self.evidence.speaker(line)

    def _possessive(self, line: Line, mention: Mention, one: Found) -> int | None:
        """Whose *his* is: somebody before it; in front also the subject that follows."""
        beside = self._beside(line, mention)
        if beside is not None:
            return self.people.who(beside, line)
        accepts = self._acceptor(line, one)
        if accepts is not None:  # "the king accepted his resignation"
            return self.people.resolve(mention, line, barred=accepts)
        if mention.first and not any(m.end <= mention.first for m in line.mentions):
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
        if one.kind is Kind.ENTRY and found in self.people.gone - self.people.claimed:
            return self._who_came(line, mention, found)  # "X challenged his appointment"
        left = self.left.get(line.number - 1, [])
        alone = not any(m.end <= mention.first and m.person is not None for m in line.mentions)
        # Of two who went in the sentence before, "his resignation" is of the last.
        return left[-1] if one.kind is Kind.EXIT and alone and found in left else found

    def _who_came(self, line: Line, mention: Mention, found: int | None) -> int | None:
        """Who came in, of those a sentence and the one before name; ``found`` where nobody did."""
        near = [m.person for m in line.mentions if m.end <= mention.first]
        if line.number:
            near += [m.person for m in self.people.lines[line.number - 1].mentions]
        came = {k for k in near if k is not None} & (self.people.claimed - self.people.gone)
        if not came:
            return found
        return next(iter(came)) if len(came) == 1 else None

    def of_who_left(
        self, told: tuple[Event, int | None], events: list[tuple[Event, int | None]]
    ) -> tuple[Event, int | None]:
        """Whose "his fall" is in a sentence that tells before who went: his who went.

        Not "her fall" where a man went, nor "her own", which is of whoever does the telling.
        """
        event, _ = told
        surface = event.surface.lower()
        if event.kind is not Kind.EXIT or f"{surface} " not in OWNED:
            return told
        if _OWN & set(self.evidence.article.quote(event.span).lower().split()):
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
            and other.modality in LIVE
            and person is not None
            and self.people.persons[person].gender in fits
            and f"{other.surface.lower()} " not in OWNED
        ]
        return (replace(event, person=left[-1][0]), left[-1][1]) if left else told

    def _who_left(self, following: int, before: int | None, one: Found) -> int:
        """Of the subject that follows and whoever was spoken of: the one known to have left."""
        gone = self.people.gone
        told = one.kind is Kind.EXIT and before is not None and before in gone
        return before if told and before is not None and following not in gone else following
