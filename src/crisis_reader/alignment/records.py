"""The records of an alignment: matches, differences, look-alikes; spans index the texts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crisis_reader.article import Article
from crisis_reader.text.spans import Span


class Profile(StrEnum):
    """What the aligner looks for: independent accounts of one event, or reused text."""

    NEWS = "news"
    REUSE = "reuse"


class Grade(StrEnum):
    """How often matches like this one are right: about 9 of 10, 3 of 4, half."""

    STRONG = "strong"
    LIKELY = "likely"
    WEAK = "weak"

    @property
    def rank(self) -> int:
        """2 for strong, 1 for likely, 0 for weak."""
        return {"strong": 2, "likely": 1, "weak": 0}[self.value]


class MatchKind(StrEnum):
    """In what way the two passages say the same."""

    VERBATIM = "verbatim"
    NEAR = "near"
    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    SAME_CLAIM = "same_claim"


class Dimension(StrEnum):
    """In what two accounts differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    TITLE = "title"
    OUTCOME = "outcome"
    ATTRIBUTION = "attribution"
    STAGE = "stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Two passages that a reader pinned to each other."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One point on which the two accounts part, with the words of both."""

    dimension: Dimension
    left: Span
    right: Span
    left_also: Span | None = None
    """Where the left article elsewhere says what the right one says; None where it does not."""
    right_also: Span | None = None
    """The same for the right article."""
    left_day: date | None = None
    """The day that the left words stand for, where they are of an event on one; else None."""
    right_day: date | None = None
    """The same for the right words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two passages that say the same."""

    left: Span
    right: Span
    score: float
    """Probability of being right, 0 to 1."""
    grade: Grade
    kind: MatchKind
    group: int
    """Neighbouring matches share a group, for display; 0-based, in left-text order."""
    words: tuple[tuple[Span, Span], ...] = ()
    """Pairs of words or runs of words that agree inside the two passages, in left order."""
    differences: tuple[Difference, ...] = ()
    because: str = ""
    """The shared rare words, each in both spans once folded; for a claim, what both say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """Two passages in like words that tell of different things."""

    left: Span
    right: Span
    reason: str
    """Why they are not a match, in everyday words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One segment of the tiling of both texts; matched ones carry both sides."""

    left: Span | None
    right: Span | None
    match: int | None
    """Index into ``Alignment.matches``; None for a segment that stands in one article only."""


class Stand(StrEnum):
    """How one account stands to a passage."""

    HAS = "has"
    DIFFERS = "differs"
    LACKS = "lacks"
    UNKNOWN = "unknown"
    """Only a summary was read: nothing can be said to be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One account's relation to one passage."""

    stand: Stand
    span: Span | None
    """Where the account says it; None where it does not."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Something that at least two accounts say."""

    stances: tuple[Stance, ...]
    """One for each account, in the order of ``Overview.accounts``."""
    score: float
    """The best score of the matches that join it, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Articles that carry one and the same text: one voice, however often printed."""

    articles: tuple[Article, ...]


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Passages by accounts: who has it, who differs, who leaves it out."""

    accounts: tuple[Account, ...]
    passages: tuple[Passage, ...]
    """Most widely told first."""
