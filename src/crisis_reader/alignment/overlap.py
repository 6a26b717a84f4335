"""What two sentences share, looked at closely: in which pieces, how far spread, said where else."""

import math
from collections.abc import Mapping, Sequence

from crisis_reader.alignment.preparing import Prepared

# As if each piece had a term of this weight besides, squared: one word is soon the same.
_LITTLE = 1.0
# A term of more sentences of one article than this may stand beside any other term.
_COMMON = 40


class Overlap:
    """The shared terms of pairs of sentences of two articles; what can be is kept between them."""

    def __init__(self, left: Prepared, right: Prepared, rarity: Mapping[str, float]) -> None:
        self.left, self.right, self.rarity = left, right, rarity
        self.squares = {t: weight * weight for t, weight in rarity.items()}
        self.left_norms: dict[int, list[float]] = {}
        self.right_norms: dict[int, list[float]] = {}

    def in_pieces(self, i: int, j: int, shared: Sequence[str]) -> float:
        """The best cosine of a piece of sentence ``i`` with one of sentence ``j``, 0 to 1."""
        own = self._holding(self.left.pieces(i), self.left_norms, i, shared)
        its = self._holding(self.right.pieces(j), self.right_norms, j, shared)
        squares = self.squares
        top = 0.0
        for held, norm in own:
            for also, other in its:
                both = held & also
                if both:
                    # fsum: the order of a set's members differs from run to run.
                    dot = math.fsum([squares[t] for t in both])
                    if dot > top * norm * other:
                        top = dot / (norm * other)
        return top

    def _holding(
        self,
        pieces: tuple[frozenset[str], ...],
        norms: dict[int, list[float]],
        sentence: int,
        shared: Sequence[str],
    ) -> list[tuple[frozenset[str], float]]:
        """The shared terms in each piece of a sentence that has any, and its norm."""
        if sentence not in norms:
            squares = self.squares
            norms[sentence] = [
                math.sqrt(_LITTLE + math.fsum([squares[t] for t in piece])) for piece in pieces
            ]
        return [
            (held, norm)
            for piece, norm in zip(pieces, norms[sentence], strict=True)
            if (held := piece.intersection(shared))
        ]

    def new(self, i: int, j: int, shared: Sequence[str]) -> float:
        """The rarity of the shared terms that no other sentence of either has with the others.

        "The inquiry into the sale of the port" stands in many sentences of both, whatever each of
        them says of it.
        """
        rarity = self.rarity
        total = sum([rarity[t] for t in shared])
        said = 0.0
        for article, own in ((self.left, i), (self.right, j)):
            always = 0.0
            sums: dict[int, float] = {}
            for term in shared:
                places, weight = article.postings[term], rarity[term]
                if len(places) > _COMMON:
                    always += weight
                    continue
                for place in places:
                    sums[place] = sums[place] + weight if place in sums else weight
            sums.pop(own, None)
            said = max(said, always + max(sums.values(), default=0.0))
        return max(0.0, total - said)

    def spread(self, i: int, j: int, shared: Sequence[str]) -> float:
        """Share of a sentence from its first shared word to its last, of the narrower one."""
        return min(_reach(self.left, i, shared), _reach(self.right, j, shared))


def _reach(article: Prepared, sentence: int, shared: Sequence[str]) -> float:
    places = article.places(sentence)
    first, end = article.ranges[sentence]
    found = [places[t] for t in shared if t in places]
    if not found:
        return 0.0
    return (max([last for _, last in found]) - min([at for at, _ in found]) + 1) / (end - first)
