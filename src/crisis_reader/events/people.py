"""Who the mentions of an article stand for: names first, then descriptions and pronouns on demand.

Works in text order, so that "the former president" can only be somebody already introduced. Where
more than one candidate is left, the answer is None.
"""

from dataclasses import dataclass, field

from crisis_reader.article.records import Sentence
from crisis_reader.events.descriptions import read_mentions
from crisis_reader.events.identity import name_words, same_person
from crisis_reader.events.lexicon import Lexicon, read_genders
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.records import HowNamed
from crisis_reader.events.tokens import Tokens, read_tokens

# How many sentences back a pronoun or a description may reach.
_REACH = 3


@dataclass(slots=True)
class Line:
    """One sentence of an article with its mentions."""

    number: int
    sentence: Sentence
    tokens: Tokens
    mentions: list[Mention]
    cover: list[int]
    """For each token the index of the mention that covers it, -1 for none."""

    def mention_at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        if not 0 <= i < len(self.cover):
            return None
        k = self.cover[i]
        return None if k < 0 else self.mentions[k]


@dataclass(slots=True)
class Person:
    """Somebody the article names."""

    name: str
    introduced: int
    """Number of the line that names the person first."""
    words: tuple[str, ...] = ()
    heads: dict[str, bool] = field(default_factory=dict)
    """Office and role nouns used of the person, and whether always as former ones."""
    titles: list[str] = field(default_factory=list)
    gender: str | None = None
    bare_from: int | None = None
    """First line that uses the bare surname."""
    lines: list[int] = field(default_factory=list)


def read_line(number: int, sentence: Sentence, text: str, lexicon: Lexicon) -> Line:
    """Tokens and mentions of one sentence; nothing is linked yet."""
    tokens = read_tokens(text, sentence.span)
    mentions = read_mentions(tokens, lexicon)
    cover = [-1] * len(tokens)
    for k, mention in enumerate(mentions):
        for i in range(mention.first, min(mention.end, len(tokens))):
            if cover[i] < 0 or mention.core <= i < mention.core_end:
                cover[i] = k
    return Line(number, sentence, tokens, mentions, cover)


class People:
    """The people of one article, and which of them a mention stands for."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        self.lines = lines
        self.lexicon = lexicon
        self.persons: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._resolved: dict[int, int | None] = {}
        self._topics: dict[int, int | None] = {}
        self._introduce()
        self._link_names()

    # -- names -------------------------------------------------------------------------------------

    def _introduce(self) -> None:
        """First pass: every full name, and every single name with a title, is a person."""
        for line in self.lines:
            for mention in line.mentions:
                if mention.form is Form.NAME and self._is_full(mention):
                    mention.person = self._full(mention, line)
        for line in self.lines:
            for mention in line.mentions:
                lone = (
                    mention.form is Form.NAME
                    and mention.person is None
                    and not self._is_full(mention)
                )
                if lone and mention.heads and not self._bearers(mention):
                    mention.person = self._new(mention, line)

    def _is_full(self, mention: Mention) -> bool:
        words = name_words(mention.name)
        if len(words) < 2:  # noqa: PLR2004 - a given name and a surname
            return False
        known = bool(mention.heads or mention.apposition)
        return known or not (mention.after_the or mention.after_place_word)

    def _full(self, mention: Mention, line: Line) -> int:
        for k, person in enumerate(self.persons):
            if len(person.words) > 1 and same_person(person.name, mention.name):
                if len(name_words(mention.name)) > len(person.words):
                    person.name = mention.name
                    self._index(k, mention.name)
                self._note(k, mention, line)
                return k
        return self._new(mention, line)

    def _new(self, mention: Mention, line: Line) -> int:
        k = len(self.persons)
        self.persons.append(Person(mention.name, line.number))
        self._index(k, mention.name)
        self._note(k, mention, line)
        return k

    def _index(self, k: int, name: str) -> None:
        words = name_words(name)
        self.persons[k].words = words
        for word in words:
            bearers = self._by_word.setdefault(word, [])
            if k not in bearers:
                bearers.append(k)

    def _note(self, k: int, mention: Mention, line: Line) -> None:
        person = self.persons[k]
        person.lines.append(line.number)
        person.gender = person.gender or mention.gender
        if person.gender is None and len(person.words) > 1:
            person.gender = read_genders().get(person.words[0])
        for title in (mention.title, mention.apposition):
            if title:
                person.titles.append(title)
        for head in (_SPELLED.get(h, h) for h in mention.heads):
            person.heads[head] = mention.former and person.heads.get(head, True)

    def _link_names(self) -> None:
        """Second pass in text order: surnames and other parts of names."""
        for line in self.lines:
            for mention in line.mentions:
                if mention.form is Form.NAME and mention.person is None:
                    mention.person = self._bearer(mention, line)
                    if mention.person is not None:
                        self._note(mention.person, mention, line)
                        person = self.persons[mention.person]
                        if person.bare_from is None:
                            person.bare_from = line.number

    def _bearers(self, mention: Mention) -> list[int]:
        words = name_words(mention.name)
        first = self._by_word.get(words[0], []) if words else []
        return [k for k in first if set(words) <= set(self.persons[k].words)]

    def _bearer(self, mention: Mention, line: Line) -> int | None:
        """Whose the bare name is: the only bearer's, or his who has carried it alone so far."""
        found = self._bearers(mention)
        if mention.gender:
            found = [k for k in found if self.persons[k].gender in (None, mention.gender)] or found
        words = name_words(mention.name)
        surnames = [
            k
            for k in found
            if self.persons[k].words[0] != words[0] or len(self.persons[k].words) == 1
        ]
        found = surnames or found
        if len(found) <= 1:
            return found[0] if found else None
        met = [k for k in found if self.persons[k].introduced <= line.number]
        if len(met) == 1:
            return met[0]
        carried = [
            k for k in met if (bare := self.persons[k].bare_from) is not None and bare < line.number
        ]
        others = [k for k in met if k not in carried]
        near = any(abs(n - line.number) <= 1 for k in others for n in self.persons[k].lines)
        return carried[0] if len(carried) == 1 and not near else None

    def who(self, mention: Mention, line: Line) -> int | None:
        """The person a mention stands for; a lone name that an event needs becomes one."""
        return (
            self.adopt(mention, line) if mention.form is Form.NAME else self.resolve(mention, line)
        )

    def adopt(self, mention: Mention, line: Line) -> int | None:
        """Take a lone capitalised word for a person because an event needs one there."""
        if (
            mention.person is None
            and mention.form is Form.NAME
            and not self._bearers(mention)
            and not mention.after_the
            and not (mention.initial and not self._elsewhere(mention))
        ):
            mention.person = self._new(mention, line)
        return mention.person

    def _elsewhere(self, mention: Mention) -> bool:
        """Whether a name that begins a sentence stands with its capital inside one too, or is long."""
        if len(name_words(mention.name)) > 1:
            return True
        return any(
            other.name == mention.name and not other.initial
            for line in self.lines
            for other in line.mentions
            if other.form is Form.NAME
        )

    # -- descriptions and pronouns -------------------------------------------------------------------

    def resolve(self, mention: Mention, line: Line, *, barred: int | None = None) -> int | None:
        """The person a mention stands for, None where more than one or nobody is left.

        Args:
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
        if line.tokens.lower[mention.first - 1] in lexicon["be"] and mention.first > 1:
            subject = line.mention_at(mention.first - 2)  # "X is the third president who …"
            return self.resolve(subject, line) if subject is not None else None
        vice = _is_vice(mention.title)
        met = [
            k
            for k, p in enumerate(self.persons)
            if p.introduced <= line.number and k != barred and self._before(k, mention, line)
        ]
        fits = [k for k in met if self._bears(k, head, vice=vice, title=mention.title)]
        if not fits and head in _ANY_LEADER:
            fits = [k for k in met if any(h in _TOP for h in self.persons[k].heads)]
        if mention.former:
            out = [k for k in fits if self.persons[k].heads.get(head) or k in self.gone]
            fits = out or fits
        else:
            sitting = [k for k in fits if not self.persons[k].heads.get(head, False)]
            fits = sitting or fits
        if mention.gender and len(fits) > 1:
            fits = [k for k in fits if self.persons[k].gender in (None, mention.gender)]
        return fits[0] if len(fits) == 1 else None

    claimed: frozenset[int] = frozenset()
    """Persons whom the article so far tells to have claimed or entered an office."""
    gone: frozenset[int] = frozenset()
    """Persons whom the article so far tells out of office; kept by the extraction."""

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


_SPELLED = {
    "gen": "general",
    "gral": "general",
    "col": "colonel",
    "cnel": "coronel",
    "pm": "minister",
}
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


def _is_vice(title: str) -> bool:
    return "vice" in title.lower() or "deputy" in title.lower()


def is_subject(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention stands where a clause begins, so that it can be the subject of its verb."""
    tokens = line.tokens
    if tokens.at(mention.end) == "'s":
        return False
    i = mention.first - 1
    while i >= 0 and (
        tokens.form[i] in lexicon["adverbs"] or tokens.form[i] in lexicon["weekdays"]
    ):
        i -= 1
    if i < 0:
        return True
    f = tokens.form[i]
    if not f[0].isalnum():
        return f != "'s"
    return (
        f in lexicon["conjunctions"]
        or f in lexicon["subordinators"]
        or f in lexicon["temporal"]
        or tokens.lower[i] in lexicon["say"]
    )


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
