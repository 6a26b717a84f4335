"""Verb groups: the auxiliaries before a verb and what they say of voice, time and negation."""

from dataclasses import dataclass, field

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.tokens import Tokens

# Between auxiliaries and verb in Spanish.
_CLITICS = frozenset({"se", "lo", "la", "le", "les", "los", "las"})
# An adverb in -ly has at least so many letters: "only", but not "fly".
_ADVERB = 5
_SPANISH_TIME = {
    "pres": "present", "past": "past", "impf": "past", "fut": "future", "cond": "conditional",
    "subj": "subjunctive", "inf": "infinitive", "ger": "gerund",
    "yo": "present", "yo-past": "past", "nos": "present",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: tokens ``first`` to ``verb``."""

    first: int
    verb: int
    time: str
    """``past present future conditional modal subjunctive infinitive gerund bare participle``."""
    passive: bool
    negated: bool
    modal: str = ""
    perfect: bool = False
    progressive: bool = False

    @property
    def finite(self) -> bool:
        """Whether the group stands as a statement of its own."""
        return self.time in ("past", "present", "future")


@dataclass(slots=True)
class _Auxiliaries:
    """What stands before a verb, nearest word first."""

    verb: int
    tag: str
    first: int
    words: list[str] = field(default_factory=list)
    negated: bool = False
    infinitive: bool = False
    joined: bool = False

    def any(self, kind: frozenset[str]) -> str:
        """The nearest auxiliary of a kind, empty for none."""
        return next((word for word in self.words if word in kind), "")

    @property
    def nearest(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def outer(self) -> str:
        return self.words[-1] if self.words else ""


def read_group(tokens: Tokens, verb: int, tag: str, lexicon: Lexicon) -> Group:
    """The group whose main verb is token ``verb`` in the form ``tag``."""
    before = _Auxiliaries(verb, tag, verb)
    j = verb - 1
    while j >= 0 and not before.infinitive and _takes(before, tokens, j, lexicon):
        j -= 1
    if lexicon.language == "es":
        return _spanish_group(before, lexicon)
    # "was seized and flown": a participle that is no past shares the auxiliary before it.
    before.joined = tag == "part" and before.first == verb and tokens.at(verb - 1) == "and"
    if tag == "base" and not before.words and tokens.at(j) == "i":
        before.tag = "s"  # "I resign"
    return _english_group(before, lexicon)


def _takes(before: _Auxiliaries, tokens: Tokens, j: int, lexicon: Lexicon) -> bool:
    """Whether token ``j`` belongs to the group; adverbs do without beginning it."""
    word = tokens.lower[j]
    spanish = lexicon.language == "es"
    short = word == "'s" and tokens.at(j - 1) in _BEFORE_IS
    verbal = short or word in lexicon.auxiliaries
    if verbal and not (word == "may" and tokens.capital[j]):
        before.words.append("is" if short else word)
        before.negated = before.negated or word.endswith("n't") or word == "cannot"
    elif word in lexicon["negations"]:
        before.negated = before.negated or tokens.at(j + 1) != "only"
    elif not spanish and word == "to" and (before.words or before.tag == "base"):
        before.infinitive = True
    elif not (spanish and word in _CLITICS and j + 1 == before.first):
        return _adverb(tokens, j, lexicon)
    before.first = j
    return True


def _adverb(tokens: Tokens, j: int, lexicon: Lexicon) -> bool:
    word = tokens.lower[j]
    if tokens.form[j] == "desde" and tokens.at(j + 1) in lexicon["adverbs"]:
        return True  # "está desde ayer asilado"
    if "on" in (tokens.form[j], tokens.at(j - 1)):  # "will on Monday present"
        day = tokens.form[j + 1 if tokens.form[j] == "on" else j]
        return day in lexicon["weekdays"]
    if word in ("so", "first") and tokens.at(j - 1) in lexicon["be"]:
        return True  # "should be so sworn in", "was first elected"
    if (word == "in" and tokens.at(j + 1) == "turn") or (
        word == "turn" and tokens.at(j - 1) == "in"
    ):
        return True  # "was in turn ousted"
    if tokens.form[j] in lexicon["adverbs"]:
        return j == 0 or tokens.raw[j - 1] != ","
    return is_adverb(word, lexicon)


def is_adverb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an adverb, by the list or by its ending: "initially"."""
    if word in lexicon["adverbs"]:
        return True
    ending = "mente" if lexicon.language == "es" else "ly"
    return word.endswith(ending) and len(word) >= _ADVERB and word not in lexicon["no_adverbs"]


def _english_group(before: _Auxiliaries, lexicon: Lexicon) -> Group:
    been = before.nearest in lexicon["be"] or before.joined
    have = bool(before.any(lexicon["have"]))
    modal = before.any(lexicon["modals"])
    return Group(
        before.first,
        before.verb,
        _english_time(before, modal, lexicon, been=been, have=have),
        passive=been and before.tag in ("past", "part"),
        negated=before.negated,
        modal=modal,
        perfect=have,
        progressive=been and before.tag == "ing",
    )


def _english_time(
    before: _Auxiliaries, modal: str, lexicon: Lexicon, *, been: bool, have: bool
) -> str:
    if before.infinitive:
        return "infinitive"
    if modal:
        return "future" if modal == "won't" else _MODAL_TIME.get(modal.removesuffix("n't"), "modal")
    if not before.words:
        return _BARE_TIME[before.tag]
    if before.outer in ("being", "having"):
        return "gerund"
    if before.outer == "be":
        return "subjunctive"  # "ruled that X be sworn in"
    done = before.tag == "base" and before.nearest in lexicon["do"]
    present = before.outer in ("is", "are", "am", "'re", "'s") and not have
    if done:
        present = not before.outer.startswith("did")
    return "present" if present or (not done and been and before.tag == "ing") else "past"


def _spanish_group(before: _Auxiliaries, lexicon: Lexicon) -> Group:
    modal = before.any(lexicon["modals"])
    if modal:
        time = "modal"
    elif not before.words:
        time = _SPANISH_TIME.get(before.tag, "participle")
    else:
        time = _OUTER_TIME.get(before.outer, "past")
    return Group(
        before.first,
        before.verb,
        time,
        passive=before.tag == "part" and before.nearest in lexicon["be"],
        negated=before.negated,
        modal=modal,
        perfect=bool(before.any(lexicon["have"])),
    )


# "it's replacing" is a verb, "the king's replacing" none.
_BEFORE_IS = frozenset({"he", "she", "it", "that", "who", "there"})
_MODAL_TIME = dict.fromkeys(("will", "shall", "'ll"), "future") | dict.fromkeys(
    ("would", "'d"), "conditional"
)
_BARE_TIME = {"past": "past", "part": "past", "s": "present", "ing": "gerund", "base": "bare"}
_OUTER_TIME = (
    dict.fromkeys(("ser", "haber"), "infinitive")
    | dict.fromkeys(("siendo", "habiendo"), "gerund")
    | dict.fromkeys(("será", "serán", "habrá", "habrán"), "future")
    | dict.fromkeys(("sería", "serían", "habría", "habrían"), "conditional")
    | dict.fromkeys(("es", "son", "está", "están", "queda"), "present")
    | dict.fromkeys(
        ("sea", "sean", "fuera", "fueran", "haya", "hayan", "hubiera", "hubiese"), "subjunctive"
    )
)
