"""Whether two articles tell of one story at all: names and words of the whole texts.

Police answer with tear gas everywhere, and every Senate has a leader. Sentences of two stories can
be as alike as those of one; what differs is that each story has its own people and places.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from crisis_reader.alignment.preparing import Prepared

# As if both had names and words of this weight in common besides: a few lines tell of any story.
_BENEFIT = 2.0


class Likeness(NamedTuple):
    """How alike two whole articles are, 0 to 1 each."""

    names: float
    """Cosine of their names, offices and bodies that every country has left out."""
    words: float
    """Cosine of all that they tell."""


def likeness(left: Prepared, right: Prepared) -> Likeness:
    """How alike two articles are as a whole; both told in the same terms."""
    return Likeness(
        names=_cosine(left.own_names, right.own_names),
        words=_cosine(left.weights, right.weights),
    )


def _cosine(own: Mapping[str, float], its: Mapping[str, float]) -> float:
    """Cosine of two bags by the logarithm of how often they have each term."""
    # fsum: the order of what is summed must not depend on which article is named first.
    dot = math.fsum(weight * its[term] for term, weight in own.items() if term in its)
    norms = math.fsum(w * w for w in own.values()), math.fsum(w * w for w in its.values())
    return (dot + _BENEFIT) / math.sqrt((norms[0] + _BENEFIT) * (norms[1] + _BENEFIT))
