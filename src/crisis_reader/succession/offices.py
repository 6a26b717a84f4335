"""Which office a text's own words mean: names folded, words beside them dropped, then equality.

Equality and not likeness keeps the president of a club, a court or a chamber from being the
president. Two offices that bear the same name give no answer.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from crisis_reader.succession.records import Office, Order
from crisis_reader.succession.wordlists import pattern_of
from crisis_reader.text.folding import fold_word

_BREAK = re.compile(r"[^\w]+")
# Spanish and English run "ex" and "vice" into the word or put a hyphen or a space after them.
_EX = re.compile(r"^ex(?=(president|mandatari|vicepresident|senador|ministr|jef|titular))")
_VICE = re.compile(r"\bvice (?=president|premier)")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(kind)}\b")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Lower-case words of a name of an office, without accents, hyphens and possessive marks."""
    words = _BREAK.sub(" ", fold_word(name)).strip()
    return _VICE.sub("vice", _EX.sub("ex ", words))


@lru_cache(maxsize=4096)
def bare(name: str, country_names: tuple[str, ...] = ()) -> str:
    """``plain`` without words that leave the office as it is: articles, *interim*, the country."""
    words = plain(name)
    for country in sorted((plain(c) for c in country_names), key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(country)}\b", " ", words)
    return " ".join(_pattern("beside").sub(" ", _pattern("past").sub(" ", words)).split())


def is_past(name: str) -> bool:
    """Whether the words call somebody a former holder: ``ex-presidente``, ``ousted president``."""
    return _pattern("past").search(plain(name)) is not None


def office_named(name: str, order: Order) -> Office | None:
    """The one office of the order, asserted ones included, that these words name; else None."""
    if _pattern("other").search(plain(name)):
        return None
    wanted = bare(name, order.country_names)
    names = _names_of(order)
    # "The third president in two weeks" is a president; a first vice president is an office apart.
    counted = "" if "vice" in wanted else _pattern("ordinal").sub("", wanted).strip()
    found = names.get(wanted) or names.get(counted, ())
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=64)
def _names_of(order: Order) -> dict[str, tuple[Office, ...]]:
    names: dict[str, tuple[Office, ...]] = {}
    for office in (*order.offices, *order.asserted_offices):
        for name in _all_names(office):
            key = bare(name, order.country_names)
            if key and office not in names.get(key, ()):
                names[key] = (*names.get(key, ()), office)
    return names


def _all_names(office: Office) -> Iterable[str]:
    return (name for _, names in office.names for name in names)
