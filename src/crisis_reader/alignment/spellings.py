"""One name in two spellings: Gaddafi and Kadafi, Koussa and Kusa.

Names from other scripts are spelt as each outlet likes. A name that only one of two accounts has is
taken for one that only the other has where the consonants are the same.
"""

from collections.abc import Iterable, Mapping

from crisis_reader.text.folding import fold_word

# Shorter words are too easily alike, and words that have less than this in common are not one name.
_LETTERS = 4
_ALIKE = 60.0
_CONSONANTS = 2
_SOUNDS = str.maketrans(
    {"q": "k", "c": "k", "g": "k", "z": "s", "v": "f", "w": "f", "j": "y", "d": "t", "b": "p"}
)
_SILENT = frozenset("aeiouhy")


def sounds_of(names: Iterable[str]) -> dict[str, str]:
    """For each folded name that may be spelt in two ways its consonants, in order of the names."""
    sounds = ((name, _skeleton(name)) for name in sorted(names))
    return {name: sound for name, sound in sounds if len(sound) >= _CONSONANTS}


def variants(own: Mapping[str, str], its: Mapping[str, str]) -> dict[str, str]:
    """For each name of ``its`` the one of ``own`` that it is, spelt otherwise.

    Both as :func:`sounds_of` gives them. Names that both accounts have must be left out by the
    caller; a name that is like two is none.
    """
    by_sound: dict[str, list[str]] = {}
    for name, sound in own.items():
        by_sound.setdefault(sound, []).append(name)
    out: dict[str, str] = {}
    for name, sound in its.items():
        if sound in by_sound:
            alike = [other for other in by_sound[sound] if _alike(other, name)]
            if len(alike) == 1:
                out[name] = alike[0]
    taken = list(out.values())
    return {name: other for name, other in out.items() if taken.count(other) == 1}


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - needed first when articles are compared

    return fuzz.ratio(one, other) >= _ALIKE


def _skeleton(name: str) -> str:
    """The consonants of a name by their sound, doubled ones once; empty for what is no name.

    Vowels are left out but at the beginning, and h.
    """
    if len(name) < _LETTERS or not name.isalpha():
        return ""
    sounds = fold_word(name).translate(_SOUNDS)
    out = sounds[0] if sounds[0] in "aeiou" else ""
    for letter in sounds:
        if letter not in _SILENT and not out.endswith(letter):
            out += letter
    return out
