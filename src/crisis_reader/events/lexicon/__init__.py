"""The words of a language that tell persons, offices and the joints of a clause apart, from data.

A language without a file here is not read. Nothing here looks at a text.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from crisis_reader.text.language import function_words

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Lexicon(dict[str, frozenset[str]]):
    """The word lists of one language; every set holds folded single words unless it says so.

    Closed classes stand under their names (``lexicon["determiners"]``), as in a plain table: they
    are asked for at every other word of a text.
    """

    language: str
    heads: frozenset[str]
    minor: frozenset[str]
    seats: dict[str, str]
    """Seat (``presidency``) to the holder it stands for (``president``)."""
    compounds: dict[str, frozenset[str]]
    """First word of an office of two words (``attorney``) to what goes with it (``general``)."""
    plain: frozenset[str]
    modifiers: frozenset[str]
    stand_ins: frozenset[str]
    """Modifiers of an office that is held for another or on somebody's word."""
    title_words: frozenset[str]
    participles: frozenset[str]
    """Title words that are also past forms of verbs."""
    honorifics: frozenset[str]
    nouns: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    regimes: frozenset[str]
    headline_verbs: frozenset[str]
    """Forms of verbs that a headline in capitals puts behind a name: "Omar Sadiq Sworn In"."""
    laws: frozenset[str]
    """Constitutions and rules, which say how an office passes on."""
    organisations: frozenset[str]
    things: frozenset[str]
    grammar: dict[str, frozenset[str]]
    """Closed classes by name (``determiners``, ``prepositions``, …); verbs keep accents."""
    irregular: dict[str, object]
    numbers: dict[str, int]
    places: frozenset[str]
    """Single words and, with spaces, names of two words."""
    people: frozenset[str] = field(init=False)
    """Every noun that stands for a person."""
    titles: frozenset[str] = field(init=False)
    """Every word that can stand in a title before a name."""
    closed: frozenset[str] = field(init=False)
    """Words that cannot stand inside the noun phrase of a title or an apposition."""

    inside_names: frozenset[str] = field(init=False)
    """Words that no name has in it."""
    be: frozenset[str] = field(init=False)
    determiners: frozenset[str] = field(init=False)
    clause_joints: frozenset[str] = field(init=False)
    """Words that join clauses: subordinators and relatives."""
    no_names: frozenset[str] = field(init=False)
    """These, things and seats."""
    after_names: frozenset[str] = field(init=False)
    """Words with a capital that end a name."""
    leading: frozenset[str] = field(init=False)
    """Words with a capital that may stand before a name and are none."""
    clause_ends: frozenset[str] = field(init=False)
    """Words that begin another clause or a time."""
    dangling: frozenset[str] = field(init=False)
    """Words that no quoted evidence ends with."""
    posts: frozenset[str] = field(init=False)
    """Every noun of an office or a minor post, seats included."""
    before_posts: frozenset[str] = field(init=False)
    """What may stand before the noun of an office and is no part of it."""
    auxiliaries: frozenset[str] = field(init=False)
    nouns_end: frozenset[str] = field(init=False)
    """Folded words that no stretch of nominal words has in it."""
    verbs_end: frozenset[str] = field(init=False)
    """Words in lower case that do the same: auxiliaries and everyday verbs."""

    def __post_init__(self) -> None:
        grammar = self.grammar
        self.update(grammar)
        people = self.heads | self.minor | self.nouns
        object.__setattr__(self, "people", people)
        object.__setattr__(
            self, "titles", people | self.honorifics | self.modifiers | self.title_words
        )
        object.__setattr__(self, "closed", self.any_of(*_CLOSED))
        inside = grammar["prepositions"] - grammar["particles_of_names"]
        object.__setattr__(self, "inside_names", inside)
        ends = self.any_of("conjunctions", "temporal", "subordinators")
        object.__setattr__(self, "clause_ends", ends)
        object.__setattr__(self, "be", grammar["be"])
        object.__setattr__(self, "determiners", grammar["determiners"])
        joints = grammar["subordinators"] | grammar["relatives"]
        object.__setattr__(self, "clause_joints", joints)
        object.__setattr__(self, "no_names", inside | self.things | frozenset(self.seats))
        after = grammar["weekdays"] | self.headline_verbs
        object.__setattr__(self, "after_names", after)
        leading = self.any_of(*_LEADING) | self.titles | self.regimes | self.headline_verbs
        pairs = frozenset(place.split(" ")[0] for place in self.places)
        leading |= pairs | self.places | self.organisations | function_words(self.language)
        object.__setattr__(self, "leading", leading)
        object.__setattr__(self, "posts", self.heads | self.minor | frozenset(self.seats))
        before = self.any_of("determiners", "possessives") | self.title_words | self.places
        object.__setattr__(self, "before_posts", before | self.organisations)
        object.__setattr__(self, "auxiliaries", self.any_of(*_AUXILIARY))
        object.__setattr__(self, "dangling", self.any_of("determiners", "prepositions", "units"))
        object.__setattr__(self, "nouns_end", self.any_of(*_NO_NOUNS))
        object.__setattr__(self, "verbs_end", self.any_of(*_VERBAL))

    def any_of(self, *names: str) -> frozenset[str]:
        """The words of several classes together."""
        return frozenset().union(*(self.grammar[name] for name in names))


_CLOSED = (
    "relatives", "subordinators", "say", "verbs", "prepositions", "subject_pronouns",
    "be", "have", "modals",
)  # fmt: skip
_LEADING = (
    "particles_of_names", "determiners", "prepositions", "weekdays", "months", "days", "openers",
    "adverbs",
)  # fmt: skip
_NO_NOUNS = ("prepositions", "conjunctions", "relatives", "temporal", "subordinators")
_AUXILIARY = ("be", "have", "modals", "do")
_VERBAL = ("be", "have", "modals", "verbs", "say")


def _words(row: object) -> frozenset[str]:
    return frozenset(str(row).split())


@cache
def read_places() -> frozenset[str]:
    """Names of countries, peoples and cities, folded."""
    text = (files("crisis_reader.events") / "lexicon" / "places.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


@cache
def read_genders() -> dict[str, str]:
    """Given name, folded, to ``f`` or ``m``; names of both kinds are left out."""
    path = files("crisis_reader.events") / "lexicon" / "given_names.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    female, male = _words(table["female"]), _words(table["male"])
    return dict.fromkeys(female - male, "f") | dict.fromkeys(male - female, "m")


@cache
def read_lexicon(language: str) -> Lexicon | None:
    """The word lists of a language, None for a language that is not read."""
    if language not in LANGUAGES:
        return None
    path = files("crisis_reader.events") / "lexicon" / f"{language}.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    office, title, groups = table["office"], table["title"], table["groups"]
    return Lexicon(
        language=language,
        heads=_words(office["heads"]),
        minor=_words(office["minor"]),
        seats=dict(office["seats"]),
        compounds={word: _words(row) for word, row in office.get("compounds", {}).items()},
        plain=_words(office["plain"]["words"]),
        modifiers=_words(office["modifiers"]["words"]),
        stand_ins=_words(office["modifiers"]["stand_ins"]),
        title_words=_words(title["words"]),
        participles=_words(table["participles"]["words"]),
        honorifics=_words(title["honorifics"]),
        nouns=_words(title["nouns"]),
        male=_words(title["male"]),
        female=_words(title["female"]),
        regimes=_words(groups["regimes"]),
        headline_verbs=_words(table["headlines"]["verbs"]),
        laws=_words(groups["laws"]),
        organisations=_words(groups["organisations"]),
        things=_words(groups["things"]),
        grammar={name: _words(row) for name, row in table["grammar"].items()},
        irregular=dict(table["irregular"]),
        numbers=dict(table["numbers"]),
        places=read_places(),
    )
