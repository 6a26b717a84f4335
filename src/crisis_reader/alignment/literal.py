"""How alike two sentences are word by word, with nothing left out, stemmed or put for another.

The terms of what is told leave out who is introduced how and the words of any report; two accounts
of one thing agree in those too. A plain second look at the same sentences.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.similarity import FLOOR

_Pair = tuple[int, int]


def literal_cosines(left: Prepared, right: Prepared, pairs: Iterable[_Pair]) -> dict[_Pair, float]:
    """Cosines of sentences by all their words, each once, by the root of its rarity; 0 to 1.

    Accounts in two languages are compared in the terms that both have.

    Args:
        left: The left article.
        right: The right article.
        pairs: The left and right sentences to compare.
    """
    own, its = left.bags, right.bags
    if left.language == right.language:
        own, its = left.reading.wordings, right.reading.wordings
    squares = _rarities(own, its)
    heights, widths = _norms(own, squares), _norms(its, squares)
    out: dict[_Pair, float] = {}
    for i, j in pairs:
        other = its[j]
        # In the order of the left sentence: the sum must not depend on the order of a set.
        shared = sum([squares[word] for word in own[i] if word in other])
        out[i, j] = shared / (heights[i] * widths[j])
    return out


def _rarities(
    own: Sequence[Mapping[str, int]], its: Sequence[Mapping[str, int]]
) -> Mapping[str, float]:
    """Log of the sentences of both articles over those that have the word."""
    counts: Counter[str] = Counter()
    for sentence in (*own, *its):
        counts.update(sentence.keys())
    total = len(own) + len(its)
    logs = [0.0, *(math.log(FLOOR + total / n) for n in range(1, total + 1))]
    return {word: logs[n] for word, n in counts.items()}


def _norms(sentences: Sequence[Mapping[str, int]], squares: Mapping[str, float]) -> list[float]:
    weigh = squares.__getitem__
    return [math.sqrt(sum(map(weigh, sentence))) or 1.0 for sentence in sentences]
