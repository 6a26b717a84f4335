"""Who the mentions of an article stand for: names first, then descriptions and pronouns on demand.

Works in text order, so that "the former president" can only be somebody already introduced. Where
more than one candidate is left, the answer is None.
"""

from crisis_reader.events.bearers import SPELLED, Bearers, Person, countries
from crisis_reader.events.identity import name_words
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line, is_subject
from crisis_reader.events.mentions import AGED, Form, Mention
from crisis_reader.events.records import HowNamed
from crisis_reader.text.folding import fold_word

# How many sentences back a pronoun or a description may reach.
_REACH = 3
# The headline, a line under it and the first sentence may speak of somebody before naming him …
_LEAD = 2
# … in one of so many sentences.
_FOLLOWING = 5
_RANKS = frozenset({"general", "colonel", "coronel", "businessman", "empresario"})
TOP = frozenset(
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
        head = SPELLED.get(head, head)
        lexicon = self.lexicon
        if head in lexicon.minor or (head in lexicon.nouns and head not in _RANKS):
            return None
        aged = [k for k, p in enumerate(self.persons) if mention.age and p.age == mention.age]
        if aged or head == AGED:
            return self._aged(aged, mention, line, barred)
        equal = self._equated(mention, line)
        if equal is not None:
            return self.resolve(equal, line)
        met = [
            k
            for k, p in enumerate(self.persons)
            if p.introduced <= line.number and k != barred and self._before(k, mention, line)
        ]
        here = countries(mention, line, lexicon)
        met = [k for k in met if not self._foreign(k, here)]
        fits = self._fitting(mention, head, met)
        if _NEW & set(mention.title.lower().split()):
            fits = [k for k in fits if k not in self.gone]
        if len(fits) != 1 and _NEW & set(mention.title.lower().split()):
            fits = [k for k in met if k in self.claimed - self.gone]  # the one who came in
        if not fits:
            fits = self._ahead(mention, line, head)
        if mention.gender and len(fits) > 1:
            fits = [k for k in fits if self.persons[k].gender in (None, mention.gender)]
        return fits[0] if len(fits) == 1 else None

    def _equated(self, mention: Mention, line: Line) -> Mention | None:
        """Who a description is said to be: "X then became the third president who …"."""
        t = mention.first - 1
        named = line.mention_at(t)
        if named is not None and named.form is Form.NAME and mention.form is Form.NOMINAL:
            made = line.tokens.at(named.first - 1)  # "makes X the first president to"
            return named if made in ("makes", "made", "making") else None
        if t < 1 or line.tokens.lower[t] not in self.lexicon["be"] | self.lexicon["become"]:
            return None
        t -= 1
        while t > 0 and line.tokens.form[t] in self.lexicon["adverbs"]:
            t -= 1
        return line.mention_at(t)

    def _fitting(self, mention: Mention, head: str, met: list[int]) -> list[int]:
        """Those of the people met so far whom the words of a description fit."""
        vice = _is_vice(mention.title)
        fits = [k for k in met if self._bears(k, head, vice=vice, title=mention.title)]
        if self.lexicon.stand_ins & set(mention.title.lower().split()):
            return [k for k in met if self._stands_in(k, head)]
        if not fits:
            fits = [k for k in met if _is_held(self.holding.get(k), head, vice=vice)]
        if not fits and head in _ANY_LEADER:
            fits = [k for k in met if any(h in TOP for h in self.persons[k].heads)]
        if mention.former:
            out = [k for k in fits if self.persons[k].heads.get(head) or k in self.gone]
            gone = [k for k in met if k in self.gone] if head in TOP else []
            fits = out or gone or fits
        else:
            sitting = [k for k in fits if not self.persons[k].heads.get(head, False)]
            fits = sitting or fits
        return fits

    def _foreign(self, k: int, here: set[str]) -> bool:
        """Whether a person's office is another country's than the one a description names."""
        there = self.persons[k].places
        return bool(here and there and not here & there)

    def _stands_in(self, k: int, head: str) -> bool:
        """Whether a person holds an office for another, by a title or by what is told so far."""
        held = [*self.persons[k].titles, self.holding.get(k) or ""]
        words = (set(fold_word(title).split()) for title in held)
        return any(head in said and said & self.lexicon.stand_ins for said in words)

    def _ahead(self, mention: Mention, line: Line, head: str) -> list[int]:
        """Whom a headline or a first sentence speaks of before the text names him."""
        if line.number > _LEAD:
            return []
        vice = _is_vice(mention.title)
        stands_in = bool(self.lexicon.stand_ins & set(mention.title.lower().split()))
        for number in range(line.number, min(line.number + _FOLLOWING, len(self.lines))):
            named = {
                m.person
                for m in self.lines[number].mentions
                if m.person is not None and (number > line.number or m.first > mention.first)
            }
            here = countries(mention, line, self.lexicon)
            fits = [
                k
                for k in sorted(named)
                if self._bears(k, head, vice=vice, title=mention.title)
                and (mention.former or not self.persons[k].heads.get(head, False))
                and (stands_in == self._stands_in(k, head))
                and not self._foreign(k, here)
            ]
            if fits:
                return fits
        return []

    def _aged(
        self, aged: list[int], mention: Mention, line: Line, barred: int | None
    ) -> int | None:
        """The only bearer of an age; who was spoken of last where the text tells no age."""
        if aged:
            return aged[0] if len(aged) == 1 and aged[0] != barred else None
        return self._topic(line.number - 1, barred, mention) if line.number else None

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
            key = title.lower().replace("pm", "prime minister").split()[-2:]
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
        if len(set(here)) == 1 or (here and line.tokens.form[mention.core] in ("este", "esta")):
            return here[-1]  # "éste" is the one named last
        if here:  # the nearest subject before it; nobody where none is one
            return leading[-1] if leading else None
        fronted = self._fronted(mention, line, barred)
        if fronted is not None:
            return fronted
        for number in range(line.number - 1, max(-1, line.number - 1 - _REACH), -1):
            topic = self._topic(number, barred, mention)
            if topic is not None:
                return topic
        return None

    def _fronted(self, mention: Mention, line: Line, barred: int | None) -> int | None:
        """The subject behind a clause in front: "As he announced it, Mr X blamed"."""
        form = line.tokens.form
        opens = mention.first > 0 and form[mention.first - 1] in self.lexicon["temporal"]
        if not opens or mention.first > 2 or "," not in form[mention.first :]:  # noqa: PLR2004
            return None
        comma = form.index(",", mention.first)
        following = line.mention_at(comma + 1)
        if following is None or following.form is not Form.NAME or following.first != comma + 1:
            return None
        person = following.person
        fits = person is not None and person != barred and self._agrees(person, mention)
        return person if fits else None

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
