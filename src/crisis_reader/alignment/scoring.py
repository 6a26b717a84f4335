"""From evidence to the probability of being right, and from that to a grade.

The weights are rows of ``news_weights.tsv``: a logistic regression, fitted by
``benchmarks/fit_alignment.py`` on sentence pairs of real same-event reports that people annotated.
"""

import math
from functools import cache
from importlib.resources import files

from crisis_reader.alignment.evidence import DEAR, FEATURES
from crisis_reader.alignment.records import Grade

# Lowest scores of the grades, set so that about 9 of 10, 3 of 4 and half of the matches in them are
# right; below the last a match is not kept.
STRONG = 0.7
LIKELY = 0.44
WEAK = 0.1

# Of the pairs with a couple 33 were annotated as the same, 5 in part and 3 not at all; those with
# little else to show for it are fewer.
COUPLED = 0.5
_COUPLE = FEATURES.index("couple")
_GOOD = 1.0
# Log odds of a score of 0.06, below which nothing is kept.
_HOPE = -2.75
# How often two claims that agree were right on real pairs, whatever their words; judged by reading.
_CLAIM = 0.7
_OTHER_OUTCOME = 0.6
_AGAIN = 0.55


@cache
def _weights() -> tuple[float, tuple[tuple[float, float, float], ...]]:
    """The intercept, and for each feature its mean, scale and weight."""
    lines = (files("crisis_reader.alignment") / "news_weights.tsv").read_text("utf-8").splitlines()
    rows = {
        name: numbers
        for name, *numbers in (line.split("\t") for line in lines if line and line[0] != "#")
    }
    intercept = float(rows.pop("intercept")[2])
    return intercept, tuple(
        (float(m), float(s), float(w)) for m, s, w in (rows[name] for name in FEATURES)
    )


def probability(features: tuple[float, ...]) -> float:
    """How probable it is that two sentences with this evidence say the same, 0 to 1.

    A couple of rare terms says so by itself, at least of the clauses it stands in.
    """
    intercept, rows = _weights()
    total = intercept
    for value, (mean, scale, weight) in zip(features, rows, strict=True):
        total += weight * (value - mean) / scale
    by_all = 1.0 / (1.0 + math.exp(-total))
    return max(by_all, COUPLED) if features[_COUPLE] > 0.0 else by_all


def hopeful(cheap: tuple[float, ...]) -> bool:
    """Whether two sentences may be more than nothing, by the features that cost little.

    The others are taken to be good, a standard deviation above their mean.
    """
    total, slopes = _cheap_weights()
    for value, slope in zip(cheap, slopes, strict=True):
        total += slope * value
    return total >= _HOPE


@cache
def _cheap_weights() -> tuple[float, tuple[float, ...]]:
    """The same weights for plain values: what is constant, and a slope for each cheap feature."""
    intercept, rows = _weights()
    constant = intercept + sum(_GOOD * weight for _, _, weight in rows[:DEAR])
    constant -= sum(weight * mean / scale for mean, scale, weight in rows[DEAR:])
    return constant, tuple(weight / scale for _, scale, weight in rows[DEAR:])


def grade_of(score: float) -> Grade:
    """The grade of a match with this score."""
    if score >= STRONG:
        return Grade.STRONG
    return Grade.LIKELY if score >= LIKELY else Grade.WEAK


def claim_score(words: float, *, same_outcome: bool, first: bool) -> float:
    """How probable it is that two clauses with one claim say the same.

    Args:
        words: What the words of the two sentences alone make it.
        same_outcome: Whether the accounts tell the same outcome.
        first: Whether neither claim has a better partner.
    """
    alone = (_CLAIM if first else _AGAIN) if same_outcome else _OTHER_OUTCOME
    return 1.0 - (1.0 - alone) * (1.0 - words)
