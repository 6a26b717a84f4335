"""Whether two names are one person's: the one rule for it, within an article and across articles.

Names only: nothing is known here about who lived when. Members of a family, who share a surname
and differ in the given name, stay apart.
"""

from functools import lru_cache

from crisis_reader.events.lexicon import LANGUAGES, read_lexicon
from crisis_reader.text.folding import fold_word

# Below this length a letter more or less makes another name (Kim Jong-il, Kim Jong-un).
_LONG_NAME = 5
_MARKS = str.maketrans(dict.fromkeys(".,'’-‐‑\"", " "))


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, titles and particles left out; particles alone are kept."""
    words = fold_word(name).translate(_MARKS).split()
    kept = [w for w in words if w not in particles_of_names()]
    while len(kept) > 1 and kept[0] in _titles():
        kept.pop(0)
    return tuple(kept or words)


@lru_cache(maxsize=1)
def particles_of_names() -> frozenset[str]:
    """Folded small words inside names ("de la", "van", "bin"), of every language with a lexicon."""
    lexica = [lexicon for code in LANGUAGES if (lexicon := read_lexicon(code))]
    return frozenset().union(*(lexicon["particles_of_names"] for lexicon in lexica))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    lexica = [lexicon for code in LANGUAGES if (lexicon := read_lexicon(code))]
    sets = (s for x in lexica for s in (x.honorifics, x.heads, x.minor, x.modifiers, x.title_words))
    return frozenset().union(*sets)


def same_person(a: str, b: str) -> bool:
    """Whether two names, from one article or two, can only be the same person's.

    Accents, case, titles and particles do not matter. A bare surname is its bearer's; two full
    names need the same given name and a surname in common, be it the first or the second of two
    (``Álvaro García`` / ``Alvaro Garcia Linera``). Nicknames and given names alone tell nothing.
    """
    left, right = name_words(a), name_words(b)
    if not left or not right:
        return False
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return len(long) > 1 and any(_same_word(short[0], w) for w in long[1:][-2:])
    if len(short) == len(long):
        return all(_same_word(x, y) for x, y in zip(short, long, strict=True))
    if _same_word(short[0], long[0]):
        return _within(short[1:], long[1:]) or (len(short) > 2 and _same_word(short[-1], long[-1]))  # noqa: PLR2004 - a middle name differs
    # A first given name left out (José Hugo Banzer / Hugo Banzer), or all given names.
    return short == long[1 : 1 + len(short)] or short == long[-len(short) :]


def kept_under(name: str) -> frozenset[str]:
    """Keys to keep a full name under, so that ``sought_under`` finds it; see there."""
    words = name_words(name)
    letters = {f"{word[0]}." for word in words}
    if _has_initial(words):
        letters |= {f"{word[0]}!" for word in words}
    return _word_keys(words) | letters


def sought_under(name: str) -> frozenset[str]:
    """Keys under which every full name is kept that ``same_person`` takes for this one.

    Two such names have a word in common, or all but one letter of a long word, of which they then
    share the beginning or the end; where one has an initial, a first letter may be all they share.
    """
    words = name_words(name)
    mark = "." if _has_initial(words) else "!"
    return _word_keys(words) | {f"{word[0]}{mark}" for word in words}


def _has_initial(words: tuple[str, ...]) -> bool:
    return min(map(len, words), default=0) == 1


def _word_keys(words: tuple[str, ...]) -> frozenset[str]:
    keys: set[str] = set()
    for word in words:
        keys |= {f"{word[:3]}…", f"…{word[-2:]}"} if len(word) >= _LONG_NAME else {word}
    return frozenset(keys)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` stand in ``long`` in their order."""
    rest = iter(long)
    return all(any(_same_word(word, other) for other in rest) for word in short)


def _same_word(a: str, b: str) -> bool:
    """Equal, an initial for its name, or one letter apart in a long name (Morsi, Mursi)."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if a[0] != b[0] or min(len(a), len(b)) < _LONG_NAME or abs(len(a) - len(b)) > 1:
        return False
    start = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest_a, rest_b = a[start:], b[start:]
    return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
