"""Names in full: the words of a run of capitals that only introduce the last one.

``Treasury Secretary Jacob Lew`` stands in both accounts once, where each of them first names him,
whatever the sentence goes on to say. Its rare words would make any two such sentences alike; the
last one, by which a text goes on to name him, is enough.
"""

from crisis_reader.alignment.reading import Reading
from crisis_reader.events.identity import particles_of_names
from crisis_reader.text.language import function_words

# What may stand between the words of one name: "John F. Kennedy".
_BETWEEN = " . "


def introducing(reading: Reading) -> frozenset[int]:
    """The words that only lead up to the last one of a name within a sentence, by their indices.

    Its small words among them ("Fernando de la Rúa"), where they say nothing else in the language.
    """
    text, words, names = reading.article.text, reading.words, reading.names
    upper, home, folded = reading.upper, reading.sentence_of, words.folded
    starts, ends = words.starts, words.ends
    small = particles_of_names() - function_words(reading.language)

    def follows(k: int) -> bool:
        """Whether the next word goes on where this one ends."""
        return home[k] == home[k + 1] >= 0 and not text[ends[k] : starts[k + 1]].strip(_BETWEEN)

    out: set[int] = set()
    for k, word in enumerate(folded):
        if not upper[k] or word not in names:
            continue
        before = k - 1
        while before >= 0 and folded[before] in small and follows(before):
            out.add(before)
            before -= 1
        if before >= 0 and upper[before] and folded[before] in names and follows(before):
            out.add(before)
    return frozenset(out)
