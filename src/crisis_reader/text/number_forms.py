"""The forms that numbers take: words from ``numbers.toml``, and a pattern made from them."""

import re
from dataclasses import dataclass
from functools import cache

from crisis_reader.text.tables import either, items, read_table


@dataclass(frozen=True, slots=True)
class NumberForms:
    """The number words of one language, as the data file has them."""

    language: str
    values: dict[str, dict[str, float]]
    """By class (exact, scales, suffixes, vague, fractions), then by word."""
    bounds: tuple[tuple[str, str], ...]
    """Phrases before a number, longest first, and which bound they make."""
    words: dict[str, frozenset[str]]
    first_words: frozenset[str]
    """What a number in words can begin with."""
    of: re.Pattern[str]
    or_more: re.Pattern[str]
    pattern: re.Pattern[str]


_FIGURE = r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)?"
_MONEY = r"(?:US|A|C|R)?\$|€|£|USD\s|EUR\s|Bs\.?\s|S/\.?"
# What stands between two number words of one number: "forty-two", "two hundred and six", "treinta y
# tres"; never the "and" of "one and two".
_JOINTS = {
    "en": r"(?:[-\s]|(?:(?<=hundred)|(?<=thousand))\s+and\s)\s*",
    "es": r"(?:\s|(?<=nta)\s+y\s)\s*",
}
ARTICLES = {"en": ("a", "an", "half a"), "es": ("un", "una", "medio", "media")}


@cache
def number_forms(language: str) -> NumberForms | None:
    """The table of a language, None for one without."""
    rows = read_table("numbers.toml").get(language)
    if rows is None:
        return None
    values = {
        name: dict(rows[name]) for name in ("exact", "scales", "suffixes", "vague", "fractions")
    }
    words = {name: frozenset(items(row)) for name, row in rows["words"].items()}
    bounds = [(phrase, kind) for kind, row in rows["bounds"].items() for phrase in items(row)]
    exact, scale = either(values["exact"]), either(values["scales"])
    begin = rf"(?:{exact})" if language == "en" else rf"(?:{exact}|mil)"
    pattern = re.compile(
        r"(?<!\w)(?:"
        rf"(?P<article>{either(ARTICLES[language])})\s+(?P<count>{scale})\b"
        rf"|(?P<fraction>{either(values['fractions'])})\b"
        rf"|(?P<words>{begin}\b(?:{_JOINTS[language]}(?:{exact}|{scale})\b)*)(?!['’])"
        rf"|(?P<vague>{either(values['vague'])})\b"
        rf"|(?P<money>{_MONEY})?\s?(?P<figure>{_FIGURE})"
        rf"(?:(?P<suffix>{either(values['suffixes'])})\b|[\s-](?P<scale>(?:{scale})(?:\s+(?:{scale}))?)\b)?"
        rf"(?P<percent>\s?%|\s(?:{either(words['percent'])})\b)?(?![\w°º])"
        r")",
        re.IGNORECASE,
    )
    return NumberForms(
        language,
        values,
        tuple(sorted(bounds, key=lambda row: -len(row[0]))),
        words,
        _first_words(values, language),
        re.compile(rf"\s+(?:{either(words['of'])})\b", re.IGNORECASE),
        re.compile(rf"\s+(?:{either(words['or_more'])})\b", re.IGNORECASE),
        pattern,
    )


def _first_words(values: dict[str, dict[str, float]], language: str) -> frozenset[str]:
    phrases = [*values["exact"], *values["scales"], *values["vague"], *values["fractions"]]
    return frozenset(
        phrase.split()[0].split("-")[0]
        for phrase in (*phrases, *ARTICLES[language], "usd", "eur", "bs", "us", "s", "a", "c", "r")
    )
