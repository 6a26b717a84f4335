"""What is known of stories: the groups, their articles, and what stands closest. Data only."""

from dataclasses import dataclass
from datetime import date

_READING = 0.3
"""Share of the work that is reading the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event and what followed from it in the days after."""

    number: int
    """Kept for good; a later story has a larger one. Where two turn out to be one, the smaller."""
    title: str
    """The headline of the article ``title_from``, word for word."""
    title_is_made: bool
    """True where that article has no headline and this is its cut first sentence."""
    title_from: str
    """Id of the article the title is taken from: the first one of the story."""
    articles: int
    accounts: int
    """Texts that do not repeat each other; what several outlets print is one."""
    outlets: int
    """How many outlets have it; articles without an outlet are not counted."""
    copies: int
    """Articles that repeat another of the story, whole, cut or lightly edited."""
    agency: str | None
    """The agency that most of its articles name; None where none names one."""
    first: date | None
    """Day of its earliest article; None where all are undated."""
    newest: date | None
    """Day of its latest article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMember:
    """An article in its story."""

    id: str
    number: int
    """The article's, in order of arrival."""
    published: date | None
    title: str
    title_is_made: bool
    outlet: str | None
    agency: str | None
    account: int
    """0-based place of its account among those of the story."""
    copy_of: str | None
    """Id of the article that stands for this account; None for that article itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAccount:
    """One text of a story as a list shows it, however many outlets print it."""

    id: str
    """Of its fullest article, that all the others of the account repeat."""
    title: str
    title_is_made: bool
    outlet: str | None
    agency: str | None
    """The agency that any article of the account names; None where none does."""
    first: date | None
    """The day it was first published; None where all its articles are undated."""
    outlets: int
    """In how many outlets it stands; articles without an outlet are not counted."""
    others: tuple[str, ...]
    """Ids of the articles that repeat it, by day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRows:
    """A story and its accounts as a list shows them."""

    story: Story
    accounts: tuple[StoryAccount, ...]
    """By first day, newest last, undated ones after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """An article that tells of the same as another, and how surely."""

    id: str
    number: int
    score: float
    """0-1: how surely both tell of one story, as far as names, words and days show."""
    same_story: bool
    is_copy: bool
    """Whether it is of the same account: one text printed twice, so nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingReport:
    """How far grouping is; everything it counts is on the disk."""

    done: int = 0
    """Articles dealt with."""
    waiting: int = 0
    """Articles still to be grouped."""
    unread: int = 0
    """Those whose texts are still to be read, which comes before any is placed."""
    joined: int = 0
    """Articles that came to a story that was there."""
    opened: int = 0
    """Articles that opened one."""
    merged: int = 0
    """Stories that became part of an older one."""
    cancelled: bool = False

    @property
    def share(self) -> float:
        """Share of the work that is done, 0-1."""
        every = self.done + self.waiting
        left = (1 - _READING) * self.waiting + _READING * self.unread
        return 1 - left / every if every else 1.0
