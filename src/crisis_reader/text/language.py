"""Which language a text is in, guessed from its function words.

Only the languages listed can be told; for any other, and for too little text, the answer is None.
"""

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain

from crisis_reader.text.folding import fold_text, fold_word

_RUN = re.compile(r"[^\W\d_]+")
# Enough for a page: the answer no longer changes after a few hundred words.
_SAMPLE = 4000
# A text in one of these languages has at least one function word in eight; headlines have fewer.
_ENOUGH = 0.125


@cache
def function_words(language: str) -> frozenset[str]:
    """The function words of a language, folded; empty for a language without a list."""
    path = files("crisis_reader.text") / "function_words" / f"{language}.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text("utf-8").splitlines()
    return frozenset(
        fold_text(w) for line in lines if not line.startswith("#") for w in line.split()
    )


LANGUAGES = ("en", "es", "pt", "fr", "de", "it")


@cache
def _owners() -> dict[str, list[str]]:
    """The languages that have a function word, by the word."""
    owners: dict[str, list[str]] = {}
    for code in LANGUAGES:
        for word in function_words(code):
            owners.setdefault(word, []).append(code)
    return owners


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language with the most function words, None if unclear."""
    words = [w if w.isascii() else fold_word(w) for w in _RUN.findall(text[:_SAMPLE].lower())]
    if len(words) < 4:  # noqa: PLR2004 - three words are no text
        return None
    owners = _owners()
    found = Counter(chain.from_iterable([owners[word] for word in words if word in owners]))
    counts = {code: found[code] for code in LANGUAGES}
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    best, second = ranked[0], ranked[1]
    if counts[best] < _ENOUGH * len(words) or counts[best] == counts[second]:
        return None
    return best
