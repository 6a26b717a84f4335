"""Descriptions: whom "the former president", "the acting premier", "the 94-year-old" can only be.

What a text has told so far of its people decides; a headline and a first sentence may look ahead.
Where more than one person fits, the answer is None.
"""

from abc import abstractmethod
from dataclasses import dataclass, field

from crisis_reader.article.records import RegionKind
from crisis_reader.events.bearers import SPELLED, Bearers, countries
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line, is_subject
from crisis_reader.events.mentions import AGED, Form, Mention
from crisis_reader.text.folding import fold_word

# The headline, a line under it and the first sentence may speak of somebody before naming him …
_LEAD = 2
# … in one of so many sentences.
_FOLLOWING = 5
# Whoever does so speaks of somebody else.
_REACTIONS = (
    *("welcom", "prais", "condemn", "urg", "call", "congratul", "hail", "critici", "warn", "accus"),
    *("appoint", "nam", "and", "celebr", "felicit", "conden", "elogi", "acus", "pid", "nombr", "y"),
)
_BESIDE = frozenset({"and", "but", "while", "y", "e", "pero", "mientras"})
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
_BODIES = (
    *("congres", "senat", "senad", "parlament", "parliament", "camara", "chamber", "asamblea"),
    *("assembly", "court", "corte", "tribunal", "council", "consejo", "bank", "banco"),
    *("universit", "universid", "college", "federation", "association", "company", "club"),
)
_OPPOSED = frozenset({"opposition", "opositor", "opositora", "rebel"})
_PREDICATE = frozenset({"be", "been", "being", "ser", "sido", "siendo"})
_NEW = frozenset({"new", "nuevo", "nueva", "flamante"})
_NOT_YET = frozenset({"suplente", "electo", "electa"})
_PREVIOUS = frozenset({"anterior"})
_ELECT = frozenset({"electo", "electa"})
_LEAVING = frozenset({"outgoing", "saliente", "dimisionario", "renunciante"})
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


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a text has told so far of who left, who came in and into what."""

    gone: frozenset[int] = frozenset()
    claimed: frozenset[int] = frozenset()
    holding: dict[int, str | None] = field(default_factory=dict)
    entered: dict[int, str | None] = field(default_factory=dict)
    latest: int = -1


class Described(Bearers):
    """The people of one article, found by what describes them."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        super().__init__(lines, lexicon)
        self.claimed: frozenset[int] = frozenset()
        """Persons whom the article so far tells to have claimed or entered an office."""
        self.gone: frozenset[int] = frozenset()
        """Persons whom the article so far tells out of office; kept by the extraction."""
        self.dead: frozenset[int] = frozenset()
        """Those of them who are told to have died."""
        self.holding: dict[int, str | None] = {}
        """The office each of them has by the text so far claimed or come into."""
        self.chosen: frozenset[int] = frozenset()
        """Those who by the text so far came in or are to come in."""
        self.awaited = -9
        """The line that told last of somebody chosen, and did not name him."""
        self.latest = -1
        """Who came in last by the text so far, -1 for nobody."""
        self.entered: dict[int, str | None] = {}
        """What each of those who came in by the text so far came into, None where it is unsaid."""

    def known(self) -> Knowledge:
        """What is known by now, to be taken up again."""
        return Knowledge(
            self.gone, self.claimed, dict(self.holding), dict(self.entered), self.latest
        )

    def recall(self, known: Knowledge) -> None:
        """Go back to what was known at a place in the text."""
        self.gone, self.claimed = known.gone, known.claimed
        self.holding, self.entered = dict(known.holding), dict(known.entered)
        self.latest = known.latest

    @abstractmethod
    def resolve(self, mention: Mention, line: Line, *, barred: int | None = None) -> int | None:
        """The person a mention stands for."""

    @abstractmethod
    def topic(self, number: int, barred: int | None, mention: Mention) -> int | None:
        """Whom an earlier sentence is about."""

    def describe(self, mention: Mention, line: Line, barred: int | None) -> int | None:
        """The person a description stands for, None where nobody or more than one fits."""
        if mention.plural or mention.indefinite or "predecessor" in mention.heads:
            return self._said_to_be(mention, line, barred)
        head = next(iter(mention.heads), "")
        head = SPELLED.get(head, head)
        lexicon = self.lexicon
        lesser = head in lexicon.minor or (head in lexicon.nouns and head not in _RANKS)
        if lesser or self._titles_a_name(mention, line):
            return None
        aged = [k for k, p in enumerate(self.persons) if mention.age and p.age == mention.age]
        if aged or head == AGED:
            return self._aged(aged, mention, line, barred)
        equal = self._equated(mention, line)
        if equal is not None:
            return self.resolve(equal, line)
        if line.tokens.at(mention.first - 1) in _PREDICATE:
            return None  # "I will not be the president who"
        return self._bearer_of(mention, line, barred, head)

    def _titles_a_name(self, mention: Mention, line: Line) -> bool:
        """Whether a name that is not read as one follows: "President Al-Hajj X"."""
        tokens, i = line.tokens, mention.core_end
        if self.lexicon.language != "en" or i >= len(tokens) or not tokens.named[i]:
            return False
        dated = tokens.form[i] in self.lexicon.after_names | self.lexicon["months"]
        headline = line.sentence.kind is RegionKind.HEADLINE
        return tokens.capital[i - 1] and tokens.capital[i] and not dated and not headline

    def _predecessor(self, barred: int | None) -> int | None:
        """Who has gone by the text so far, where only one has and he did not come in again."""
        out = [k for k in self.gone if k not in self.claimed and k != barred]
        return out[0] if len(out) == 1 else None

    def _bearer_of(self, mention: Mention, line: Line, barred: int | None, head: str) -> int | None:
        """The only one whom an office or role noun fits, of those met or about to be."""
        met = [
            k
            for k, p in enumerate(self.persons)
            if p.introduced <= line.number and k != barred and self._before(k, mention, line)
        ]
        here = countries(mention, line, self.lexicon)
        met = [k for k in met if not self._foreign(k, here) and not self._beside(k, mention, line)]
        body = " ".join(line.tokens.form[mention.core_end : mention.end])
        fits = self._fitting(mention, head, met, f"{mention.title} {body}")
        if _NEW & set(mention.title.lower().split()):
            fits = [k for k in fits if k not in self.gone]
        if len(fits) != 1 and _NEW & set(mention.title.lower().split()):
            fits = [k for k in met if k in self.claimed - self.gone]  # the one who came in
        if not fits:
            ahead = self._ahead(mention, line, head)
            fits = [k for k in ahead if not self._beside(k, mention, line)]
            following = self._introduced_next(mention, line, head)
            fits = fits or ([following] if following is not None else [])
        if mention.gender and (len(fits) > 1 or mention.former):
            fits = [k for k in fits if self.persons[k].gender in (None, mention.gender)]
        return fits[0] if len(fits) == 1 else None

    def _beside(self, k: int, mention: Mention, line: Line) -> bool:
        """Whether it is told beside that person: "X quit and the deputy announced" is of two.

        Unless the text gives X the title: then it may be X once more.
        """
        if line.tokens.at(mention.first - 1) not in _BESIDE:
            return False
        if mention.heads & set(self.persons[k].heads):
            return False
        return any(
            m.form is Form.NAME and m.person == k and m.end < mention.first
            for m in line.mentions
            if is_subject(line, m, self.lexicon)
        ) and is_subject(line, mention, self.lexicon)

    def _said_to_be(self, mention: Mention, line: Line, barred: int | None) -> int | None:
        """Who is "a politician" in "X is a politician who"; who "his predecessor" can only be."""
        if "predecessor" in mention.heads:
            return self._predecessor(barred)
        said = None if mention.plural else self._equated(mention, line)
        if said is None or said.form is Form.NOMINAL:
            return None
        return self.resolve(said, line)

    def _equated(self, mention: Mention, line: Line) -> Mention | None:
        """Who a description is said to be: "X then became the third president who …"."""
        t = mention.first - 1
        named = line.mention_at(t)
        if named is not None and named.form is Form.NAME and mention.form is Form.NOMINAL:
            made = line.tokens.at(named.first - 1)  # "makes X the first president to"
            return named if made in ("makes", "made", "making") else None
        verb = line.tokens.lower[t] if t > 0 else ""
        if verb not in self.lexicon["be"] and verb not in self.lexicon["become"]:
            return None
        t -= 1
        while t > 0 and line.tokens.form[t] in self.lexicon["adverbs"]:
            t -= 1
        return line.mention_at(t)

    def _fitting(self, mention: Mention, head: str, met: list[int], title: str) -> list[int]:
        """Those of the people met so far whom the words of a description fit."""
        vice = _is_vice(mention.title)
        fits = [k for k in met if self._bears(k, head, vice=vice, title=title)]
        if self.lexicon.stand_ins & set(mention.title.lower().split()):
            stands = [k for k in met if self._stands_in(k, head)]
            here = [k for k in stands if k not in self.gone]
            came = [k for k in met if k in self.claimed - self.gone and not self.holding.get(k)]
            if len(came) > 1 and self.latest in came:
                came = [self.latest]
            return here or came or stands  # whoever came in last, where the one before has gone
        if not fits:
            held = () if _body_of(title) else met
            fits = [k for k in held if _is_held(self.holding.get(k), head, vice=vice)]
        if not fits and head in _ANY_LEADER:
            fits = [k for k in met if any(h in TOP for h in self.persons[k].heads)]
            fits = [k for k in fits if not all(map(_lesser, self.persons[k].titles))]
        if _LEAVING & set(mention.title.lower().split()):
            return [k for k in met if k in self.gone] or fits
        if _PREVIOUS & set(title.lower().split()):
            return [k for k in met if k in self.gone]
        if _ELECT & set(title.lower().split()):
            return [k for k in met if _ELECT & set(" ".join(self.persons[k].titles).split())]
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

    def _introduced_next(self, mention: Mention, line: Line, head: str) -> int | None:
        """Whom the next sentence brings in by name alone, as news do: "The chief quit. X said".

        Only in a lead, only the first person of the article and the one it names most.
        """
        if line.number >= _LEAD or line.number + 1 >= len(self.lines):
            return None
        following = self.lines[line.number + 1]
        name = following.mentions[0] if following.mentions else None
        if name is None or name.person is None or name.first or name.title or name.apposition:
            return None
        person = self.persons[name.person]
        counts = [len(set(p.lines)) for p in self.persons]
        named = len(person.words) > 1 and person.introduced == following.number
        first = not any(p.introduced < following.number for p in self.persons)
        after = following.tokens.at(name.end)
        reacts = not after[:1].isalpha() or after.startswith(_REACTIONS)
        agrees = mention.gender is None or person.gender in (None, mention.gender)
        main = named and first and len(set(person.lines)) == max(counts)
        held = head in self.lexicon.heads
        return name.person if main and held and agrees and not reacts else None

    def _aged(
        self, aged: list[int], mention: Mention, line: Line, barred: int | None
    ) -> int | None:
        """The only bearer of an age; who was spoken of last where the text tells no age."""
        if aged:
            return aged[0] if len(aged) == 1 and aged[0] != barred else None
        return self.topic(line.number - 1, barred, mention) if line.number else None

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
        if titles and all(map(_chamber, titles)) != _chamber(title):
            return False  # "the president" is not that of the Senate, where no more is said
        if titles and _is_other(titles, title):
            return False
        opposed = bool(titles) and all(set(t.lower().split()) & _OPPOSED for t in titles)
        if opposed and not _OPPOSED & set(title.lower().split()):
            return False  # "the leader" of a country leads no opposition
        if head in ("minister", "ministro", "ministra", "secretary", "chief"):
            key = title.lower().replace("pm", "prime minister").split()[-2:]
            return any(t.lower().split()[-2:] == key or " ".join(key) in t.lower() for t in titles)
        return not titles or any(_is_vice(t) == vice for t in titles)


def _chamber(title: str) -> bool:
    """Whether a title is that of the head of a chamber, a court or another body."""
    return any(word.startswith(_BODIES) for word in fold_word(title).split())


def _is_other(titles: list[str], title: str) -> bool:
    """Whether a description is not of somebody with these titles.

    The president of the Senate is not that of the chamber, the mayor not the one who stands by.
    """
    here = _body_of(title)
    if here and all((there := _body_of(t)) and there != here for t in titles):
        return True
    deputy = all(set(t.lower().split()) & _NOT_YET for t in titles)
    return deputy and not _NOT_YET & set(title.lower().split())


def _body_of(title: str) -> str:
    """The beginning of the name of the body that a title is of, empty for none."""
    words = fold_word(title).split()
    return next((stem for word in words for stem in _BODIES if word.startswith(stem)), "")


def _lesser(title: str) -> bool:
    """Whether a title leads a body or an opposition and not the country."""
    return _chamber(title) or bool(_OPPOSED & set(title.lower().split()))


def _is_vice(title: str) -> bool:
    return "vice" in title.lower() or "deputy" in title.lower()


def _is_held(office: str | None, head: str, *, vice: bool) -> bool:
    """Whether a description's noun is that of the office; "his vice president" is no president."""
    return head in (office or "").lower().split() and _is_vice(office or "") == vice
