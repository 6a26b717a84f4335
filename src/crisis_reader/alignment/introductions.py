"""Names in full: the words of a run of capitals that only introduce the last one.

``Treasury Secretary Jacob Lew`` stands in both accounts once, where each of them first names him,
whatever the sentence goes on to say. Its rare words would make any two such sentences alike; the
last one, by which a text goes on to name him, is enough.
"""

from itertools import pairwise

from crisis_reader.alignment.reading import Reading

# What may stand between the words of one name: "John F. Kennedy".
_BETWEEN = " . "


def introducing(reading: Reading) -> frozenset[int]:
    """The words that only lead up to the last one of a name within a sentence, by their indices."""
    text, words, names = reading.article.text, reading.words, reading.names
    upper, home = reading.upper, reading.sentence_of
    starts, ends = words.starts, words.ends
    named = [k for k, word in enumerate(words.folded) if word in names and upper[k]]
    return frozenset(
        before
        for before, k in pairwise(named)
        if before == k - 1
        and home[before] == home[k] >= 0
        and not text[ends[before] : starts[k]].strip(_BETWEEN)
    )
