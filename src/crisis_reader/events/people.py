"""Who the mentions of an article stand for: names first, then descriptions and pronouns on demand.

Works in text order, so that "the former president" can only be somebody already introduced. Where
more than one candidate is left, the answer is None.
"""

from bisect import bisect_left
from operator import attrgetter

from crisis_reader.events.bearers import Person
from crisis_reader.events.described import Described
from crisis_reader.events.identity import name_words
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line, is_subject
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.records import HowNamed

_SPEAKERS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "aide", "lawyer", "adviser", "advisor"}
    | {"portavoz", "vocero", "vocera", "abogado", "abogada", "asesor", "asesora"}
)
# How many sentences back a pronoun or a description may reach.
_ENCLITICS = ("rlo", "rla", "rle", "ndolo", "ndola", "ndole")
_BREAKS = frozenset(",;:()")
_THESE = frozenset({"este", "esta", "aquel", "aquella"})
# "según X", "la jornada de X": X may go on.
_OPENING = frozenset({"segun", "como", "de", "del"})
_REACH = 3
# How many mentions of one sentence a pronoun looks at: a list without an end is no sentence.
_NEAR = 40


class People(Described):
    """The people of one article, and which of them a mention stands for."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        super().__init__(lines, lexicon)
        self._resolved: dict[int, tuple[Mention, int | None]] = {}
        """By identity, which each mention keeps while it is held here."""

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
            return self._resolved[key][1]
        self._resolved[key] = mention, None  # a chain that comes back to itself ends here
        found = (
            self.describe(mention, line, barred)
            if mention.form is Form.NOMINAL
            else self._refer(mention, line, barred)
        )
        self._resolved[key] = mention, found
        return found

    def _refer(self, mention: Mention, line: Line, barred: int | None) -> int | None:  # noqa: PLR0911 - one answer a case
        here = [] if mention.plural else self._before_it(mention, line, barred)
        if mention.plural or here is None:
            return None
        named_last = line.tokens.form[mention.core] in ("este", "esta")  # "éste"
        if here and (named_last or len({person for person, _ in here}) == 1):
            return here[-1][0]
        if here:  # the nearest subject before it; nobody where none is one
            leading = [person for person, m in here if is_subject(line, m, self.lexicon)]
            return leading[-1] if leading else None
        fronted = self._fronted(mention, line, barred)
        if fronted is not None:
            return fronted
        earlier = range(line.number - 1, max(-1, line.number - 1 - _REACH), -1)
        if self._dropped(mention, line):
            return self._last_subject(earlier, barred, mention)
        for number in earlier:
            if self._two_topics(number, barred, mention) or self._nobodys(number):
                return None
            topic = self.topic(number, barred, mention)
            if topic is not None or self._unknown(number):
                return topic
        return None

    def _unknown(self, number: int) -> bool:
        """Whether a sentence names somebody whom nothing introduces, who may be meant."""
        if self.lexicon.language != "es":
            return False
        lone = (m for m in self.lines[number].mentions[:_NEAR] if m.form is Form.NAME)
        return any(m.person is None and not (m.initial or m.after_place_word) for m in lone)

    def _last_subject(self, earlier: range, barred: int | None, mention: Mention) -> int | None:
        """Who a verb without a subject goes on with: the subject told last, nobody unsaid."""
        for number in earlier:
            line = self.lines[number]
            if self._two_topics(number, barred, mention):
                return None
            aside: set[int | None] = set()
            for other in line.mentions[:_NEAR]:
                if other.plural or not is_subject(line, other, self.lexicon):
                    continue
                person = self._candidate(other, line)
                if self._in_aside(other, line) or (person is not None and person in aside):
                    aside.add(person)
                    continue
                fits = person is not None and person != barred and self._agrees(person, mention)
                if fits:
                    return person
                if person is None and other.form is Form.NOMINAL:
                    return None
        return None

    def _in_aside(self, mention: Mention, line: Line) -> bool:
        """Whether a mention stands in what a meeting is told by: "a la que asistió X"."""
        form = line.tokens.form
        appended = line.tokens.at(mention.first - 1) == ","  # "a la que asistió el rector, X"
        for i in range(mention.first - 1 - appended, 1, -1):
            if line.tokens.raw[i] in _BREAKS:
                return False
            if form[i] in ("que", "cual"):
                return form[i - 1] in ("la", "el") and form[i - 2] in self.lexicon["prepositions"]
        return False

    def _dropped(self, mention: Mention, line: Line) -> bool:
        """Whether a Spanish verb carries its subject in its ending."""
        if self.lexicon.language != "es" or mention.first != mention.core:
            return False
        form, lexicon = line.tokens.form[mention.core], self.lexicon
        word = form in lexicon["possessives"] or form in lexicon["object_pronouns"]
        word = word or form.endswith(_ENCLITICS)  # "tras destituirlo"
        return not (word or form in lexicon["subject_pronouns"] or form in _THESE)

    def _led(self, mention: Mention, line: Line) -> bool:
        """Whether a preposition stands before a mention, which then is no subject."""
        before = line.tokens.at(mention.first - 1)
        own = line.tokens.form[mention.first] == "al"
        return own or before in self.lexicon["prepositions"] - _OPENING

    def _before_it(
        self, mention: Mention, line: Line, barred: int | None
    ) -> list[tuple[int, Mention]] | None:
        """Whom a pronoun may take up in its own sentence; None where it can be nobody named."""
        here = [
            (person, other)
            for other in _before(mention, line)
            if not other.plural
            and (person := self._candidate(other, line)) is not None
            and person != barred
            and self._agrees(person, mention)
        ]
        if here and self._dropped(mention, line):
            here = [(k, m) for k, m in here if not self._led(m, line)]
            if not here:
                return None  # "con X se convirtió en": another, who is not named
        if len({person for person, _ in here}) > 1:  # a spokesman speaks of his master
            heads = [(pair, self.persons[pair[0]].heads) for pair in here]
            here = [pair for pair, said in heads if _SPEAKERS.isdisjoint(said)] or here
        return here

    def _two_topics(self, number: int, barred: int | None, mention: Mention) -> bool:
        """Whether a sentence begins with two whom a pronoun could take up: "X and Y met"."""
        line = self.lines[number]
        for k, other in enumerate(line.mentions[: min(_NEAR, len(line.mentions) - 1)]):
            joined = line.mentions[k + 1]
            i = other.end + (line.tokens.at(other.end) == ",")
            if line.tokens.at(i) not in ("and", "y", "e") or joined.first != i + 1:
                continue
            both = {self._candidate(other, line), self._candidate(joined, line)} - {None, barred}
            fits = all(p is not None and self._agrees(p, mention) for p in both)
            if len(both) > 1 and fits and is_subject(line, other, self.lexicon):
                return True
        return False

    def _nobodys(self, number: int) -> bool:
        """Whether a sentence begins with a name that is one of two: *he* is nobody else."""
        line = self.lines[number]
        first = next((m for m in line.mentions[:_NEAR] if is_subject(line, m, self.lexicon)), None)
        return first is not None and self.shared(first)

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

    def topic(self, number: int, barred: int | None, mention: Mention) -> int | None:
        """Whom an earlier sentence is about: its only person, or the subject it begins with."""
        line = self.lines[number]
        found: list[int] = []
        for other in line.mentions[:_NEAR]:
            person = self._candidate(other, line)
            if person is None or person == barred or not self._agrees(person, mention):
                continue
            if _reports(line, other):
                continue
            if is_subject(line, other, self.lexicon):
                return person
            found.append(person)
        return found[0] if len(set(found)) == 1 else None


def _reports(line: Line, mention: Mention) -> bool:
    """Whether somebody is who tells the news, of whom it is not: "X reports from Canberra"."""
    end = mention.end
    return line.tokens.at(end) in ("reports", "informa") and line.tokens.at(end + 1) in (
        "from",
        "for",
        "desde",
        "para",
    )


def _before(mention: Mention, line: Line) -> list[Mention]:
    """The mentions in front of one, in its sentence."""
    end = bisect_left(line.mentions, mention.first, key=attrgetter("first"))
    return line.mentions[max(0, end - _NEAR) : end]


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
