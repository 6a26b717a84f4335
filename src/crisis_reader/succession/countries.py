"""Where a text says of which country an office is: ``President of Peru``, ``Peru's president``.

A country named anywhere else counts for nothing: an account of one country's crisis may name the
country of asylum ten times. Names are data (``countries.toml`` and the orders); what they do not
know is taken from its capitals.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain

from crisis_reader.succession.records import Order
from crisis_reader.succession.wordlists import pattern_of, words_of
from crisis_reader.text.folding import fold, fold_text, fold_word
from crisis_reader.text.spans import Span
from crisis_reader.text.stretches import stretches

# Forms such as "US" are a country in capitals and a pronoun otherwise.
_ACRONYM = 4

# Words with a small letter inside a person's name.
_PARTICLES = frozenset({"de", "la", "del", "da", "dos", "al", "el", "bin", "ben", "van", "von"})
_OF = re.compile(r"\b(?:of|de|del)\b")
_WORD = re.compile(r"\w+")
_NAME = r"[A-ZÁÉÍÓÚÑ][\w’'-]*(?:\s+[A-ZÁÉÍÓÚÑ][\w’'-]*){0,2}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCue:
    """An expression that ties an office to a country."""

    span: Span
    """From the head of the office's name to the country, or the other way round."""
    country: str
    """The code of a country that is known, else its name as the text has it."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names of the countries that are known."""

    codes: tuple[tuple[str, str], ...]
    """(name, code of the country)."""

    @classmethod
    def of(cls, orders: Iterable[Order]) -> "Gazetteer":
        """The world's names and those in these orders; a name that two bear is left out."""
        codes: dict[str, set[str]] = {}
        for code, names in _world().items():
            for name in names:
                codes.setdefault(name, set()).add(code)
        for order in orders:
            for name in order.country_names:
                codes.setdefault(name, set()).add(order.country)
        return cls(tuple((name, min(c)) for name, c in sorted(codes.items()) if len(c) == 1))


@cache
def _world() -> dict[str, tuple[str, ...]]:
    """The names of each country by code, the one to show first."""
    text = (resources.files("crisis_reader.succession") / "countries.toml").read_text("utf-8")
    return {code: (*row["en"], *row["es"]) for code, row in tomllib.loads(text).items()}


def names_of(country: str, orders: Iterable[Order] = ()) -> tuple[str, ...]:
    """All names of a country, those of its orders first; an unknown one is its own name."""
    own = (name for order in orders if order.country == country for name in order.country_names)
    names = dict.fromkeys((*own, *_world().get(country, ())))
    return tuple(names) or (country,)


# Stepping through days draws a line from the same texts again and again.
@lru_cache(maxsize=256)
def find_cues(text: str, gazetteer: Gazetteer) -> tuple[CountryCue, ...]:
    """All cues of a text in order of position; a country that is known wins over another name."""
    known = tuple(_known(text, gazetteer))
    unknown = (
        cue for cue in _unknown(text, gazetteer) if not any(cue.span.touches(k.span) for k in known)
    )
    cues = sorted((*known, *unknown), key=lambda cue: cue.span)
    return tuple(cue for cue in cues if not cue.country.isdecimal())


def _known(text: str, gazetteer: Gazetteer) -> Iterable[CountryCue]:
    folded = fold(text)
    codes, names = _names(gazetteer)
    acronyms = _acronyms(codes)
    # A few of nine hundred: a pattern of all takes longer to compile than a text to read.
    parts = tuple(stretches(folded.text))
    words = {word for part in parts for word in _WORD.findall(folded.text, *part)}
    present = tuple(n for n in names if n in acronyms or _WORD.findall(n)[0] in words)
    pattern = _known_pattern(present, acronyms)
    for found in chain.from_iterable(pattern.finditer(folded.text, *part) for part in parts):
        group = next(g for g in ("after", "before", "beyond") if found[g])
        form = codes[_key(found[group])]
        written = folded.span(*found.span(group)).of(text)
        if group == "beyond" and not _are_names(folded.span(*found.span("person")).of(text)):
            continue
        # "Vice President Francia Márquez": without an "of" the name is a person's; an adjective
        # follows its noun in Spanish, and has a small letter in the table.
        noun = group != "after" or _OF.search(found["link"]) is not None
        if any(
            _reads(written, name) and (noun or name[0].islower() or _is_acronym(name))
            for name, _ in form
        ):
            yield CountryCue(span=folded.span(*found.span()), country=form[0][1])


def _reads(written: str, name: str) -> bool:
    return not _is_acronym(name) or written.replace(".", "").isupper()


def _are_names(words: str) -> bool:
    return all(word[0].isupper() or word in _PARTICLES for word in words.split())


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "")
    return len(letters) <= _ACRONYM and letters.isupper()


def _acronyms(codes: dict[str, list[tuple[str, str]]]) -> frozenset[str]:
    return frozenset(key for key, forms in codes.items() if any(_is_acronym(n) for n, _ in forms))


def _key(form: str) -> str:
    return " ".join(re.split(r"[\s-]+", form)).replace(".", "")


@lru_cache(maxsize=16)
def _names(gazetteer: Gazetteer) -> tuple[dict[str, list[tuple[str, str]]], tuple[str, ...]]:
    codes: dict[str, list[tuple[str, str]]] = {}
    for name, code in gazetteer.codes:
        codes.setdefault(_key(fold_text(name)), []).append((name, code))
    return codes, tuple(sorted(codes, key=len, reverse=True))


@lru_cache(maxsize=64)
def _known_pattern(names: tuple[str, ...], acronyms: frozenset[str]) -> re.Pattern[str]:
    # "u.s." is written with points or without.
    forms = "|".join(
        r"\.?".join(name) + r"\.?"
        if name in acronyms
        else re.escape(name).replace(r"\ ", r"[\s-]+")
        for name in names
    )
    head = pattern_of("head", "presiding")
    link = rf"(?:[\s'-]+{pattern_of('beside', 'past', 'between')}\b)*[\s'-]+"
    return re.compile(
        rf"\b(?:{head}\b(?:(?P<link>{link})(?P<after>{forms})\b"
        # "President Ana Paz of Peru".
        rf"|\s+(?P<person>(?:[\w.'-]+\s+){{1,4}}?)of\s+(?:the\s+)?(?P<beyond>{forms})\b)"
        rf"|(?P<before>{forms})(?!\w){link}{head}\b)"
    )


@lru_cache(maxsize=1)
def _unknown_patterns() -> tuple[re.Pattern[str], ...]:
    head = pattern_of("head")
    link = rf"(?:[\s-]+{pattern_of('beside', 'past', 'between')}\b)*[\s-]+"
    return (
        re.compile(
            rf"\b(?i:{head})\s+(?i:of|de|del)\s+(?:(?i:the|la|el|los)\s+)?(?P<name>{_NAME})"
        ),
        re.compile(rf"\b(?P<name>{_NAME})['’]s?(?i:{link}{head})\b"),
    )


def _unknown(text: str, gazetteer: Gazetteer) -> Iterable[CountryCue]:
    codes, _ = _names(gazetteer)
    bodies = set(words_of("body"))
    for pattern in _unknown_patterns():
        parts = (pattern.finditer(text, *part) for part in stretches(text))
        for found in chain.from_iterable(parts):
            name = found["name"].removesuffix("'s").removesuffix("’s")
            words = _key(fold_word(name))
            if words in codes or bodies & set(words.split()):
                continue
            yield CountryCue(span=Span(*found.span()), country=name)
