"""Requirements: whether the argument of a trigger is as much of a person as its row asks for."""

from dataclasses import dataclass

from crisis_reader.events.described import TOP
from crisis_reader.events.identity import name_words
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.offices import Office
from crisis_reader.events.people import People
from crisis_reader.events.phrases import Argument
from crisis_reader.events.records import Kind, Manner, Modality
from crisis_reader.events.titles import FORMER, title_words

# Somebody named in so many sentences is one of those the article is about.
_MAIN = 2


# "Parliament named a premier. It chose X": so many sentences on.
_AWAITED = 2
# Titles of somebody whose right to an office others speak of.
_TO_COME = frozenset({"president-elect", "challenger", "electo", "electa"})
# Offices that are held until death.
_CROWNED = TOP | {
    "vicepresidente",
    "vicepresidenta",
    "gobernador",
    "gobernadora",
    "alcalde",
    "alcaldesa",
}
_CROWNED |= {
    "intendente",
    "ministra",
    "obispo",
    "arzobispo",
    "edil",
    "prefecto",
    "regidor",
    "rector",
}
_CROWNED |= {
    "monarca",
    "reina",
    "emperador",
    "papa",
    "pontifice",
    "soberano",
    "pope",
    "monarch",
}
# Persons of consequence besides the holders of offices.
_PERSONS = frozenset({"general", "colonel", "coronel"})
_PERSONS |= {"predecessor", "successor", "rival", "deputy"}
_RULED = frozenset(
    {"ruled", "court", "judges", "tribunal", "held", "judgment", "judgement", "found"}
)
_TOLD = frozenset({"gone", "contender", "chosen", "awaited", "ruled", "succeeded"})
_CAME_IN = frozenset(
    {"became", "succeeded", "sworn", "inherited", "assumed", "acceded", "ascended", "crowned"}
    | {"succeeding", "becoming", "inheriting", "assuming", "throne", "oath", "elevated"}
)
_REPLACES = ("succeed", "replac")
_UPON = frozenset({"upon", "on", "after", "following", "with"})
# "upon the sudden death of", "following" X's: so far stands the preposition.
_UPON_WITHIN = 6


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


class Requirements:
    """What rows ask for, over one article."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self.lexicon = lexicon
        self.people = people

    def enough(  # noqa: PLR0911 - one answer a need
        self, line: Line, needs: str, argument: Argument
    ) -> bool:
        """Whether the argument is as much of a person as the row asks for, in every word of it."""
        if " " in needs:
            return all(self.enough(line, need, argument) for need in needs.split())
        if not needs or needs in ("self", "present", "past", "active", "post", "coming", "done"):
            return True
        if needs == "owner":
            return bool(argument.mentions) or argument.regime or argument.count > 0
        people = [m for m in argument.mentions if self._is_person(m) and not m.indefinite]
        if needs == "government":
            return bool(people) or argument.regime
        if not people or needs in ("person", "reflexive", "clitic"):
            return bool(people)
        person = self.people.who(people[0], line)
        if person is None:  # "the president", whoever that is
            titled = people[0].form is Form.NOMINAL and bool(people[0].heads & TOP)
            return titled and needs in ("known", "office-holder")
        if needs in _TOLD:
            return self._told(line, needs, person, people[0])
        if needs == "incumbent" and self._incumbent(line, person, people[0]):
            return True
        if needs in ("known", "office-holder"):
            entry = self.people.persons[person]
            told = person in self.people.gone or len(set(entry.lines)) >= _MAIN
            return told or any(h in self.lexicon.heads for h in entry.heads)
        return bool(people[0].heads & self.lexicon.heads) and not people[0].former

    def _told(self, line: Line, needs: str, person: int, mention: Mention) -> bool:
        """Whether the text has told of somebody what the row asks for."""
        match needs:
            case "gone":
                return person in self.people.gone
            case "contender":
                return person in self.people.claimed or bool(mention.heads & _TO_COME)
            case "chosen":
                return person in self.people.chosen
            case "awaited":
                named = mention.form is Form.NAME and len(name_words(mention.name)) > 1
                return named and 0 <= line.number - self.people.awaited <= _AWAITED
            case "ruled":
                return not line.words.isdisjoint(_RULED)
            case _:
                return not mention.former and self._succeeded(line, mention)

    def _succeeded(self, line: Line, mention: Mention) -> bool:
        """Whether somebody came in on a death: "became queen on the death of X"."""
        before = line.tokens.form[max(0, mention.core - _UPON_WITHIN) : mention.core]
        if any(word.startswith(_REPLACES) for word in before):
            return True  # "named emir to succeed X, who died"
        if line.words.isdisjoint(_CAME_IN):
            return False
        near = line.tokens.form[max(0, mention.first - _UPON_WITHIN) : mention.first]
        return not _UPON.isdisjoint(near)

    def _incumbent(self, line: Line, person: int, mention: Mention) -> bool:
        """Whether the article gives somebody the top office and never calls it a former one.

        Nobody who shares a surname: a death is told of one and read of the other too easily.
        """
        one = self.people.persons[person]
        full = mention.form is Form.NAME and len(name_words(mention.name)) > 1
        same = (p for p in self.people.persons if p.words[-1] == one.words[-1])
        family = [one] if full else list(same)
        former = mention.former or any(FORMER & set(title_words(title)) for title in one.titles)
        owned = line.tokens.form[mention.core] in self.lexicon["possessives"]
        if person in self.people.dead:
            return not owned  # told before, by his full name
        ousted = person in self.people.gone and person not in self.people.dead
        sure = len(family) == 1 and not former and not owned and not ousted
        return sure and bool(_CROWNED & set(one.heads))

    def _is_person(self, mention: Mention) -> bool:
        if mention.form is Form.NAME:
            return mention.person is not None or not mention.after_the
        if mention.form is Form.PRONOUN:
            return not mention.plural
        return any(head in self.lexicon.heads or head in _PERSONS for head in mention.heads)

    def spoken(self, needs: str, person: int | None) -> bool:
        """Whether somebody who says *I* is as much of a person as the row asks for."""
        if person is None:
            return False
        entry = self.people.persons[person]
        titled = any(head in self.lexicon.heads for head in entry.heads)
        told = person in self.people.gone or len(set(entry.lines)) >= _MAIN
        return titled or told or needs == "person"

    def claimant(
        self, line: Line, kind: Kind, argument: Argument, subject: Argument | None = None
    ) -> bool:
        """Whether the object of a recognition has claimed or entered an office: "endorsed her"."""
        if kind not in (Kind.RECOGNITION, Kind.DENIAL) or not argument.mentions:
            return False
        mention = argument.mentions[0]
        if mention.form is Form.PRONOUN and subject is not None and subject.mentions:
            barred = self.people.who(subject.mentions[0], line)
            person = self.people.resolve(mention, line, barred=barred)
        else:
            person = self.people.who(mention, line)
        return person is not None and person in self.people.claimed
