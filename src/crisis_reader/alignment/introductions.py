"""Names in full: the words of a run of capitals that only introduce the last one.

``Treasury Secretary Jacob Lew`` stands in both accounts once, where each of them first names him,
whatever the sentence goes on to say. Its rare words would make any two such sentences alike; the
last one, by which a text goes on to name him, is enough.
"""

from crisis_reader.text.words import Words

# What may stand between the words of one name: "John F. Kennedy".
_BETWEEN = " . "


def introducing(
    text: str, words: Words, ranges: tuple[tuple[int, int], ...], names: frozenset[str]
) -> frozenset[int]:
    """The words that only lead up to the last one of a name, by their indices.

    Args:
        text: The text of the article.
        words: Its words.
        ranges: For each sentence its first word and the one after its last.
        names: Folded words that the text writes with a capital, and never small.
    """
    out: set[int] = set()
    folded, starts, ends = words.folded, words.starts, words.ends
    for first, end in ranges:
        before = -2
        for index in range(first, end):
            if folded[index] not in names or not text[starts[index]].isupper():
                continue
            if before == index - 1 and not text[ends[before] : starts[index]].strip(_BETWEEN):
                out.add(before)
            before = index
    return frozenset(out)
