"""Verb groups: the auxiliaries before a verb and what they say of voice, time and negation."""

from dataclasses import dataclass

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.tokens import Tokens

# Between auxiliaries and verb in Spanish.
_CLITICS = frozenset({"se", "lo", "la", "le", "les", "los", "las"})
_SPANISH_TIME = {"pres": "present", "past": "past", "impf": "past", "fut": "future", "cond": "conditional", "subj": "subjunctive", "inf": "infinitive", "ger": "gerund"}  # fmt: skip


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


def read_group(tokens: Tokens, verb: int, tag: str, lexicon: Lexicon) -> Group:
    """The group whose main verb is token ``verb`` in the form ``tag``."""
    auxiliaries: list[str] = []
    negated = False
    infinitive = False
    first, j = verb, verb - 1
    spanish = lexicon.language == "es"
    while j >= 0:
        word = tokens.lower[j]
        if (
            word in lexicon["be"]
            or word in lexicon["have"]
            or (word in lexicon["modals"] and not (word == "may" and tokens.capital[j]))
            or word in lexicon["do"]
        ):
            auxiliaries.append(word)
            negated = negated or word.endswith("n't") or word == "cannot"
            first = j
        elif word in lexicon["negations"]:
            if tokens.at(j + 1) != "only":
                negated = True
            first = j
        elif spanish and word in _CLITICS and (j + 1 == first):
            first = j
        elif not spanish and word == "to" and (auxiliaries or tag == "base"):
            infinitive = True
            first = j
            break
        elif (
            (tokens.form[j] in lexicon["adverbs"] and not _after_comma(tokens, j))
            or (word.endswith("ly") and len(word) > 4 and not spanish)
            or (spanish and word.endswith("mente"))
        ):
            pass
        else:
            break
        j -= 1
    if spanish:
        return _spanish_group(tokens, first, verb, tag, auxiliaries, negated, lexicon)
    if tag == "base" and first == verb and tokens.at(verb - 1) == "i":
        tag = "s"  # "I resign"
    return _english_group(first, verb, tag, auxiliaries, negated, infinitive, lexicon)


def _after_comma(tokens: Tokens, j: int) -> bool:
    return j > 0 and tokens.raw[j - 1] == ","


def _english_group(
    first: int,
    verb: int,
    tag: str,
    auxiliaries: list[str],
    negated: bool,
    infinitive: bool,
    lexicon: Lexicon,
) -> Group:
    nearest = auxiliaries[0] if auxiliaries else ""
    been = nearest in lexicon["be"]
    have = any(a in lexicon["have"] for a in auxiliaries)
    modal = next((a for a in auxiliaries if a in lexicon["modals"]), "")
    participle = tag in ("past", "part")
    passive = participle and been
    progressive = tag == "ing" and been
    if infinitive:
        time = "infinitive"
    elif modal:
        time = {
            "will": "future",
            "shall": "future",
            "'ll": "future",
            "would": "conditional",
            "'d": "conditional",
        }.get(modal.removesuffix("n't"), "modal")
        time = "future" if modal == "won't" else time
    elif not auxiliaries:
        time = {"past": "past", "part": "past", "s": "present", "ing": "gerund", "base": "bare"}[
            tag
        ]
    elif auxiliaries[-1] in ("being", "having"):
        time = "gerund"
    elif tag == "base" and nearest in lexicon["do"]:
        time = "past"
    elif progressive or (auxiliaries[-1] in ("is", "are", "am", "'re", "'s") and not have):
        time = "present"
    else:
        time = "past"
    return Group(first, verb, time, passive, negated, modal, have, progressive)


def _spanish_group(
    tokens: Tokens,
    first: int,
    verb: int,
    tag: str,
    auxiliaries: list[str],
    negated: bool,
    lexicon: Lexicon,
) -> Group:
    nearest = auxiliaries[0] if auxiliaries else ""
    modal = next((a for a in auxiliaries if a in lexicon["modals"]), "")
    have = any(a in lexicon["have"] for a in auxiliaries)
    passive = tag == "part" and nearest in lexicon["be"]
    outer = auxiliaries[-1] if auxiliaries else ""
    if modal:
        time = "modal"
    elif not auxiliaries:
        time = _SPANISH_TIME.get(tag, "participle")
    elif outer in ("ser", "haber"):
        time = "infinitive"
    elif outer in ("siendo", "habiendo"):
        time = "gerund"
    elif outer in ("será", "serán", "habrá", "habrán"):
        time = "future"
    elif outer in ("sería", "serían", "habría", "habrían"):
        time = "conditional"
    elif outer in ("sea", "sean", "fuera", "fueran", "haya", "hayan", "hubiera", "hubiese"):
        time = "subjunctive"
    elif outer in ("es", "son", "está", "están", "queda"):
        time = "present"
    else:
        time = "past"
    return Group(first, verb, time, passive, negated, modal, have, progressive=False)
