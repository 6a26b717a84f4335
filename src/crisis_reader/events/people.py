"""Who the mentions of an article stand for: names first, then descriptions and pronouns on demand.

Works in text order, so that "the former president" can only be somebody already introduced. Where
more than one candidate is left, the answer is None.
"""

from crisis_reader.events.bearers import Bearers, Person
from crisis_reader.events.identity import name_words
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line, is_subject
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.records import HowNamed

# How many sentences back a pronoun or a description may reach.
_REACH = 3
_RANKS = frozenset({"general", "colonel", "coronel", "businessman", "empresario"})
_TOP = frozenset(
    {
        "president",
        "minister",
        "king",
        "queen",
        "emperor",
        "sultan",
        "emir",
        "leader",
        "ruler",
        "dictator",
        "premier",
        "chancellor",
        "presidente",
        "presidenta",
        "ministro",
        "mandatario",
        "rey",
    }
)
_NEW = frozenset({"new", "nuevo", "nueva"})
_ANY_LEADER = frozenset(
    {
        "leader",
        "ruler",
        "dictator",
        "strongman",
        "autocrat",
        "mandatario",
        "mandataria",
        "gobernante",
        "dictador",
    }
)


class People(Bearers):
    """The people of one article, and which of them a mention stands for."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        super().__init__(lines, lexicon)
        self._resolved: dict[int, int | None] = {}
        self.claimed: frozenset[int] = frozenset()
        """Persons whom the article so far tells to have claimed or entered an office."""
        self.gone: frozenset[int] = frozenset()
        """Persons whom the article so far tells out of office; kept by the extraction."""
        self.holding: dict[int, str | None] = {}
        """The office each of them has by the text so far claimed or come into."""
        self.entered: dict[int, str | None] = {}
        """What each of those who came in by the text so far came into, None where it is unsaid."""

    def who(self, mention: Mention, line: Line) -> int | None:
        """The person a mention stands for; a lone name that an event needs becomes one."""
        return (
            self.adopt(mention, line) if mention.form is Form.NAME else self.resolve(mention, line)
        )

    def resolve(self, mention: Mention, line: Line, *, barred: int | None = None) -> int | None:
        """The person a mention stands for, None where more than one or nobody is left.

        Args:
            mention: A name, a description or a pronoun.
            line: The sentence it stands in.
            barred: A person it cannot be, the subject of a verb for its object.
        """
        if mention.form is Form.NAME:
            return mention.person
        key = id(mention)
        if barred is None and key in self._resolved:
            return self._resolved[key]
        self._resolved[key] = None  # a chain that comes back to itself ends here
        found = (
            self._describe(mention, line, barred)
            if mention.form is Form.NOMINAL
            else self._refer(mention, line, barred)
        )
        self._resolved[key] = found
        return found

    def _describe(self, mention: Mention, line: Line, barred: int | None) -> int | None:
        if mention.plural or mention.indefinite:
            return None
        head = next(iter(mention.heads), "")
        lexicon = self.lexicon
        if head in lexicon.minor or (head in lexicon.nouns and head not in _RANKS):
            return None
        copulas = lexicon["be"] | lexicon["become"]
        if mention.first > 1 and line.tokens.lower[mention.first - 1] in copulas:
            subject = line.mention_at(mention.first - 2)  # "X is the third president who …"
            return self.resolve(subject, line) if subject is not None else None
        vice = _is_vice(mention.title)
        met = [
            k
            for k, p in enumerate(self.persons)
            if p.introduced <= line.number and k != barred and self._before(k, mention, line)
        ]
        fits = [k for k in met if self._bears(k, head, vice=vice, title=mention.title)]
        if not fits:
            fits = [k for k in met if _is_held(self.holding.get(k), head, vice=vice)]
        if not fits and head in _ANY_LEADER:
            fits = [k for k in met if any(h in _TOP for h in self.persons[k].heads)]
        if mention.former:
            out = [k for k in fits if self.persons[k].heads.get(head) or k in self.gone]
            fits = out or fits
        else:
            sitting = [k for k in fits if not self.persons[k].heads.get(head, False)]
            fits = sitting or fits
        if len(fits) != 1 and _NEW & set(mention.title.lower().split()):
            fits = [k for k in met if k in self.claimed - self.gone]  # the one who came in
        if mention.gender and len(fits) > 1:
            fits = [k for k in fits if self.persons[k].gender in (None, mention.gender)]
        return fits[0] if len(fits) == 1 else None

    def _before(self, k: int, mention: Mention, line: Line) -> bool:
        if self.persons[k].introduced < line.number:
            return True
        return any(
            m.person == k and m.first < mention.first for m in line.mentions if m.form is Form.NAME
        )

    def _bears(self, k: int, head: str, *, vice: bool, title: str) -> bool:
        person = self.persons[k]
        if head not in person.heads:
            return False
        titles = [t for t in person.titles if head in t.lower()]
        if head in ("minister", "ministro", "ministra", "secretary", "chief"):
            key = title.lower().split()[-2:]
            return any(t.lower().split()[-2:] == key or " ".join(key) in t.lower() for t in titles)
        return not titles or any(_is_vice(t) == vice for t in titles)

    def _refer(self, mention: Mention, line: Line, barred: int | None) -> int | None:
        if mention.plural:
            return None
        here: list[int] = []
        leading: list[int] = []
        for other in line.mentions:
            if other.first >= mention.first:
                break
            person = self._candidate(other, line)
            if (
                person is None
                or person == barred
                or not self._agrees(person, mention)
                or other.plural
            ):
                continue
            here.append(person)
            if is_subject(line, other, self.lexicon):
                leading.append(person)
        if len(set(here)) == 1:
            return here[0]
        if here:  # the nearest subject before it; nobody where none is one
            return leading[-1] if leading else None
        for number in range(line.number - 1, max(-1, line.number - 1 - _REACH), -1):
            topic = self._topic(number, barred, mention)
            if topic is not None:
                return topic
        return None

    def _candidate(self, other: Mention, line: Line) -> int | None:
        """Whom a pronoun may take up: a name, a pronoun, a description that is a subject."""
        if other.form is Form.NAME:
            return other.person
        if other.form is Form.NOMINAL:
            definite = line.tokens.form[other.first] in self.lexicon["determiners"]
            if not definite or not is_subject(line, other, self.lexicon):
                return None
        return self.resolve(other, line)

    def _agrees(self, person: int, mention: Mention) -> bool:
        return mention.gender is None or self.persons[person].gender in (None, mention.gender)

    def _topic(self, number: int, barred: int | None, mention: Mention) -> int | None:
        """Whom an earlier sentence is about: its only person, or the subject it begins with."""
        line = self.lines[number]
        found: list[int] = []
        for other in line.mentions:
            person = self._candidate(other, line)
            if person is None or person == barred or not self._agrees(person, mention):
                continue
            if is_subject(line, other, self.lexicon):
                return person
            found.append(person)
        return found[0] if len(set(found)) == 1 else None


def _is_vice(title: str) -> bool:
    return "vice" in title.lower() or "deputy" in title.lower()


def how_named(mention: Mention, person: Person | None) -> HowNamed:
    """What in the sentence names the person."""
    if mention.form is Form.PRONOUN:
        return HowNamed.PRONOUN
    if mention.form is Form.NOMINAL:
        return HowNamed.TITLE
    words = name_words(mention.name)
    if person is None or words == person.words or (len(words) > 1 and words[0] == person.words[0]):
        return HowNamed.FULL if len(words) > 1 else HowNamed.SURNAME
    return HowNamed.ALIAS if words[0] == person.words[0] else HowNamed.SURNAME


def _is_held(office: str | None, head: str, *, vice: bool) -> bool:
    """Whether a description's noun is that of the office; "his vice president" is no president."""
    return head in (office or "").lower().split() and _is_vice(office or "") == vice
