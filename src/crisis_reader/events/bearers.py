"""Bearers: the people an article names, and whose a name or a part of one is.

Full names make people; surnames go to their only bearer, in text order. Families stay apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from crisis_reader.events.identity import kept_under, name_words, same_person, sought_under
from crisis_reader.events.lexicon import Lexicon, read_genders
from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.text.folding import fold_word

SPELLED = {
    "gen": "general",
    "gral": "general",
    "col": "colonel",
    "cnel": "coronel",
    "pm": "minister",
}

# The word for a relative stands at most so many words before title and name: "his son, General X".
_KIN = 3
# A given name and a surname, or two surnames.
_PAIR = 2
_MOST_ALIKE = 200
"""People with a part of a name in common that a name is compared with: a list of fifty thousand
people in one file must not take hours."""


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
    age: str = ""
    """In years, as the text says it behind the name; empty where it does not."""
    kin_of: int | None = None
    """Who is brought in before, and the person only as his relative: "X, brother of Y"."""
    is_kin: bool = False
    """Whether the text calls the person somebody's relative."""
    places: set[str] = field(default_factory=set)
    """Beginnings of the names of the countries whose office the text gives the person."""


class Bearers:
    """The people of one article by their names."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        self.lines = lines
        self.lexicon = lexicon
        self.persons: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_key: dict[str, dict[int, None]] = {}
        """By ``kept_under``, while they are being introduced; in order, each once."""
        self._introduce()
        self._find_kin()
        self._link_names()

    def _introduce(self) -> None:
        """First pass: every full name, and every single name with a title, is a person."""
        full = [
            (mention, line)
            for line in self.lines
            for mention in line.names
            if self._is_full(mention)
        ]
        # The longest first: "Merino de Lama" is nobody new where "Manuel Merino de Lama" follows.
        for mention, line in sorted(full, key=lambda one: -len(name_words(one[0].name))):
            mention.person = self._full(mention, line)
        self._in_text_order()
        for line in self.lines:
            for mention in line.names:
                lone = mention.heads and mention.person is None and not self._is_full(mention)
                if lone and not self._bearers(mention):
                    mention.person = self._new(mention, line)

    def _in_text_order(self) -> None:
        """Number the people as the text brings them in."""
        order = sorted(range(len(self.persons)), key=lambda k: (self.persons[k].introduced, k))
        place = {old: new for new, old in enumerate(order)}
        self.persons = [self.persons[k] for k in order]
        for line in self.lines:
            for mention in line.names:
                if mention.person is not None:
                    mention.person = place[mention.person]
        self._by_word = {
            word: sorted(place[k] for k in bearers) for word, bearers in self._by_word.items()
        }

    def _find_kin(self) -> None:
        """Notes who is brought in as the kin of whom the same sentence names before."""
        kin = self.lexicon["kin"]
        for line in self.lines:
            before: int | None = None
            for mention in line.names:
                if mention.person is None:
                    continue
                person = self.persons[mention.person]
                first = person.introduced == line.number and person.kin_of is None
                if first and before not in (None, mention.person) and _is_kin(line, mention, kin):
                    person.kin_of = before
                before = mention.person

    def _is_full(self, mention: Mention) -> bool:
        words = name_words(mention.name)
        if len(words) < 2:  # noqa: PLR2004 - a given name and a surname
            return False
        known = bool(mention.heads or mention.apposition) or words[0] in read_genders()
        return known or not (mention.after_the or mention.after_place_word)

    def _full(self, mention: Mention, line: Line) -> int:
        words = name_words(mention.name)
        alike = self._alike(mention.name)
        for k in sorted(alike, key=lambda k: self.persons[k].words != words):
            person = self.persons[k]
            if (
                len(person.words) > 1
                and same_person(person.name, mention.name)
                and not self._kinsmen(person, mention, line)
            ):
                if len(words) > len(person.words):
                    person.name = mention.name
                    self._index(k, mention.name)
                self._note(k, mention, line)
                return k
        mine = self._by_surnames(words)
        if mine is not None:
            self._note(mine, mention, line)
            return mine
        return self._new(mention, line)

    def _kinsmen(self, person: Person, mention: Mention, line: Line) -> bool:
        """Whether a shorter name is a relative's: "his son, Juan Carlos Soto" and Carlos Soto."""
        if person.words[0] == name_words(mention.name)[0]:
            return False
        return person.is_kin or self._is_kin(mention, line)

    def _is_kin(self, mention: Mention, line: Line) -> bool:
        """Whether a name stands beside the word for a relative, as his or as the other's."""
        tokens, kin = line.tokens, self.lexicon["kin"]
        near = (
            *tokens.form[max(0, mention.first - _KIN) : mention.core],
            tokens.at(mention.end + 1),
        )
        return not kin.isdisjoint(near)

    def _by_surnames(self, words: tuple[str, ...]) -> int | None:
        """Who is meant by two surnames or the first of them: "Juan Soto", "Soto Lara"."""
        if self.lexicon.language != "es" or len(words) != _PAIR:
            return None
        given = words[0] in read_genders()
        key = words[1] if given else words[0]
        found = [k for k in self._by_word.get(key, []) if len(self.persons[k].words) == _PAIR]
        if len(found) != 1:
            return None
        other = self.persons[found[0]].words
        named = other[0] in read_genders()
        fits = other[0] == key if given and not named else other[1] == key and named and not given
        return found[0] if fits else None

    def _alike(self, name: str) -> list[int]:
        """Those of the people so far whose names may be this one, in their order."""

        def some() -> Iterator[int]:
            for key in sought_under(name):
                yield from list(self._by_key.get(key, ()))[:_MOST_ALIKE]

        return sorted(set(some()))

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
        for key in kept_under(name):
            self._by_key.setdefault(key, {})[k] = None

    def _note(self, k: int, mention: Mention, line: Line) -> None:
        person = self.persons[k]
        person.introduced = min(person.introduced, line.number)
        person.lines.append(line.number)
        person.gender = person.gender or mention.gender
        if person.gender is None and len(person.words) > 1:
            person.gender = read_genders().get(person.words[0])
        person.is_kin = person.is_kin or self._is_kin(mention, line)
        person.age = person.age or _age_behind(line, mention.core_end)
        if mention.heads:
            person.places |= countries(mention, line, self.lexicon)
        for title in (mention.title, mention.apposition):
            if title:
                person.titles.append(title)
        for head in (SPELLED.get(h, h) for h in mention.heads):
            person.heads[head] = mention.former and person.heads.get(head, True)

    def _link_names(self) -> None:
        """Second pass in text order: surnames and other parts of names."""
        for line in self.lines:
            for mention in line.names:
                if mention.person is None:
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
        met = [k for k in met if not self._as_kin(k, met)] or met
        if len(met) == 1:
            return met[0]
        carried = [
            k for k in met if (bare := self.persons[k].bare_from) is not None and bare < line.number
        ]
        others = [k for k in met if k not in carried]
        beside = [n for k in carried for n in self.persons[k].lines if 0 <= line.number - n <= 1]
        near = not beside and any(
            abs(n - line.number) <= 1 for k in others for n in self.persons[k].lines
        )
        return carried[0] if len(carried) == 1 and not near else None

    def _as_kin(self, one: int, bearers: list[int]) -> bool:
        """Whether somebody is brought in only to say whose kin another bearer of the name is."""
        person = self.persons[one]
        return person.kin_of is not None and person.kin_of in bearers and person.bare_from is None

    def shared(self, mention: Mention) -> bool:
        """Whether a name is one of several people and the article does not say whose."""
        return (
            mention.form is Form.NAME and mention.person is None and len(self._bearers(mention)) > 1
        )

    def adopt(self, mention: Mention, line: Line) -> int | None:
        """Take a lone capitalised word for a person because an event needs one there."""
        if mention.person is None and self._bearers(mention):
            mention.person = self._bearer(mention, line)
        elif (
            mention.person is None
            and mention.form is Form.NAME
            and not mention.after_the
            and not (mention.initial and not self._elsewhere(mention))
        ):
            mention.person = self._new(mention, line)
        return mention.person

    def _elsewhere(self, mention: Mention) -> bool:
        """Whether a name at the head of a sentence is met inside one too, or is long."""
        if len(name_words(mention.name)) > 1:
            return True
        return any(
            other.name == mention.name and not other.initial
            for line in self.lines
            for other in line.names
        )


def _is_kin(line: Line, mention: Mention, kin: frozenset[str]) -> bool:
    """Whether a name stands behind the word for a relative and *of*: "brother of X"."""
    tokens = line.tokens
    of = mention.first - 1
    return tokens.at(of) in ("of", "de", "del") and tokens.at(of - 1) in kin


def _age_behind(line: Line, end: int) -> str:
    """The age that follows a name: "X, 94,", "X, de 75 años,"."""
    tokens = line.tokens
    if tokens.at(end) != ",":
        return ""
    k = end + 1 + (tokens.at(end + 1) == "de")
    said = tokens.at(k)
    alone = tokens.at(k + 1) in (",", ".", "anos", ")", "")
    return said if said.isdigit() and len(said) < 4 and alone else ""  # noqa: PLR2004 - no year


_LETTERS = 4


def countries(mention: Mention, line: Line, lexicon: Lexicon) -> set[str]:
    """Beginnings of the countries that a title or a description names: ``vene`` for Venezuela."""
    form = line.tokens.form
    words = [*form[mention.first : mention.core], *fold_word(mention.apposition).split()]
    if mention.form is Form.NOMINAL:
        words += form[mention.core : mention.end]
    before = mention.first - 1
    while before > 0 and form[before] in ("'s", "'", "’"):
        words.append(form[before - 1])
        before -= 1
    end = max(mention.core_end, mention.end if mention.form is Form.NOMINAL else 0)
    if line.tokens.at(end) in ("of", "de", "del"):
        words += form[end + 1 : end + 3]
    return {word[:_LETTERS] for word in words if word in lexicon.places}
