"""From evidence to the probability of being right, and from that to a grade.

The weights are rows of ``news_weights.tsv``: a logistic regression, fitted by
``benchmarks/fit_alignment.py`` on sentence pairs of real same-event reports that people annotated.
"""

import math
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from operator import mul

from crisis_reader.alignment.evidence import DEAR, FEATURES
from crisis_reader.alignment.records import Grade
from crisis_reader.alignment.relatedness import Likeness

# Lowest scores of the grades, set so that about 9 of 10, 3 of 4 and half of the matches in them are
# right; below the last a match is not kept.
STRONG = 0.75
LIKELY = 0.55
WEAK = 0.05
# From here the same thing counted in like words makes a match likely; below, in one language, a
# match is told by its sentences, without a look at their clauses and words.
NEARLY = 0.3
# Across languages, where weak ones are shown.
WEAK_ABROAD = 0.2
# Log odds that two languages add: they share few terms, so that those count for more. Read on the
# bundled pairs: of ten matches that this makes likely nine were right; 1.4 adds two, both wrong.
ABROAD = 1.0

# What is left of a score where two sentences share who, where and when and nothing else.
BYSTANDING = 0.5
# Of the pairs with a couple 33 were annotated as the same, 5 in part and 3 not at all; those with
# little else to show for it are fewer.
COUPLED = 0.56
_STORY = tuple(f"story_{name}" for name in Likeness._fields)
# The regression saw one pair of a story in twelve; of those that readers compare more are.
_CHOSEN = 0.5
# How often two claims that agree were right, whatever their words; judged by reading.
_CLAIM = 0.8
_OTHER_OUTCOME = 0.6
_AGAIN = 0.55


@cache
def _table() -> dict[str, tuple[float, ...]]:
    """For each feature, and each constant, its mean, scale and weight."""
    lines = (files("crisis_reader.alignment") / "news_weights.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return {name: tuple(float(n) for n in numbers) for name, *numbers in rows}


@cache
def _line(constant: str, names: tuple[str, ...]) -> tuple[float, tuple[float, ...]]:
    """A regression for plain values: its constant, and a slope for each feature."""
    table = _table()
    rows = [table[name] for name in names]
    start = table[constant][2] - sum(weight * mean / scale for mean, scale, weight in rows)
    return start, tuple(weight / scale for _, scale, weight in rows)


def _logistic(
    constant: str, names: tuple[str, ...], values: tuple[float, ...], odds: float = 0.0
) -> float:
    start, slopes = _line(constant, names)
    return 1.0 / (1.0 + math.exp(-(start + odds + sum(map(mul, slopes, values)))))


def one_story(alike: Likeness) -> float:
    """How probable it is that two articles as alike as this tell of one story, 0 to 1."""
    return _logistic("story", _STORY, alike, _CHOSEN)


def story_odds(alike: Likeness) -> float:
    """What two articles as alike as this add to the log odds of any two sentences, 0 or less."""
    story = one_story(alike)
    return min(0.0, math.log(story / (1.0 - story)))


def probability(features: tuple[float, ...], odds: float = 0.0, *, coupled: bool = False) -> float:
    """How probable it is that two sentences with this evidence say the same, 0 to 1.

    A couple of rare terms says so by itself, at least of the clauses it stands in.

    Args:
        features: The evidence, in the order of ``FEATURES``.
        odds: Log odds to add, for what the two articles are.
        coupled: Whether they have rare terms together that stand so in no other sentence.
    """
    score = _logistic("intercept", FEATURES, features)
    if coupled:
        score = max(score, COUPLED)
    factor = math.exp(odds)
    return score * factor / (1.0 - score + score * factor)


def only_coupled(features: tuple[float, ...]) -> bool:
    """Whether nothing but a couple of rare terms makes two sentences that have one probable."""
    return _logistic("intercept", FEATURES, features) <= COUPLED


def judge(least: float, odds: float = 0.0) -> Callable[[tuple[float, ...]], bool]:
    """Whether two sentences may reach a score, by the features that cost little.

    The others are taken to be average.

    Args:
        least: The score to be reached, between 0 and 1.
        odds: Log odds that will be added.
    """
    constant, slopes = _cheap_line()
    needed = math.log(least / (1.0 - least)) - constant - odds
    return lambda cheap: sum(map(mul, slopes, cheap)) >= needed


@cache
def _cheap_line() -> tuple[float, tuple[float, ...]]:
    """The same weights where the dear features are average: the constant, the cheap slopes."""
    start, slopes = _line("intercept", FEATURES)
    table = _table()
    dear = zip(FEATURES[:DEAR], slopes, strict=False)
    return start + sum(slope * table[name][0] for name, slope in dear), slopes[DEAR:]


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
        first: Whether neither claim has a better partner, and one at least is told for itself.
    """
    alone = (_CLAIM if first else _AGAIN) if same_outcome else _OTHER_OUTCOME
    return 1.0 - (1.0 - alone) * (1.0 - words)
