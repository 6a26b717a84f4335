"""The records of a line of succession: offices from an order file, statuses from what texts say.

No name of a person ever comes from an order file, and no rule picks a winner.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from crisis_reader.article import Article
from crisis_reader.errors import Problem
from crisis_reader.events import DateRange, Event, Kind, Manner
from crisis_reader.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of an order, with the names texts call it by."""

    id: str
    rank: int | None
    """0 for the office the order fills, then 1, 2, …; None for one only asserted to belong."""
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """(language, names) pairs, the first name of the first language is shown."""
    effect: str | None = None
    """What follows when it comes to this office, e.g. ``calls elections within 90 days``."""
    asserted_by: str | None = None
    """Who claims that it belongs, for an asserted office; None for one of the text."""

    @property
    def name(self) -> str:
        """The first name of the first language."""
        return self.names[0][1][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalReading:
    """Another reading of the same law, and who asserts it."""

    asserted_by: str
    adds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of succession as a law sets it."""

    id: str
    country: str
    """ISO 3166-1 alpha-2 code."""
    country_names: tuple[str, ...]
    """What texts call the country and its people, any language, for recognising its offices."""
    target: str
    """Id of the office the order fills."""
    citation: str
    """The law and article."""
    quote: str | None
    """At most 25 words of that law; None where not quoted."""
    verified: bool
    """False where the citation could not be checked against a public page."""
    checked: str | None = None
    """Address of the public page the citation was checked against; None where there is none."""
    in_force_from: date | None
    in_force_to: date | None
    """Last day, inclusive; None while in force."""
    offices: tuple[Office, ...]
    """By rank."""
    asserted_offices: tuple[Office, ...] = ()
    rival_readings: tuple[RivalReading, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One statement of one account: an event and the article it stands in."""

    event: Event
    article: Article
    copies: int = 1
    """In how many outlets this very text stands; counted once all the same."""

    @property
    def span(self) -> Span:
        """The clause that says it, in ``article.text``."""
        return self.event.span

    @property
    def key(self) -> tuple[str, int, int, Kind, Manner, str | None]:
        """What tells it from every other statement."""
        event = self.event
        where = self.article.id, event.span.start, event.span.end
        return (*where, event.kind, event.manner, event.person)


class StatusWord(StrEnum):
    """The neutral word on the rung; every manner stands below it with who says it."""

    OUT = "out"
    IN = "in"
    ELECTED = "elected"
    """Elected or declared elected; no account tells that he or she took office."""
    CLAIMS = "claims"
    CALLED = "called"
    """Given the title in passing, no event told."""
    RECOGNISED = "recognised"
    """Recognised in the office; no account tells how he or she came to it."""
    CONTESTED = "contested"
    """Somebody's refusal or a ruling against it is all that is told."""
    WILLING = "willing"
    """Said to be ready for the office, or to hope for it; nothing happened."""
    NEXT = "next"
    AWAY = "away"
    """Left the country."""
    SHELTER = "shelter"
    """Sought, was offered or has asylum or protection; no departure is told."""
    BACK = "back"
    """Returned to the country."""
    VACANT = "vacant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the accounts say of one person in one office."""

    word: StatusWord
    person: str | None
    """The fullest name any account gives; None for people nobody names."""
    unnamed: int = 0
    """Of a counted group, how many are not named (``2 more, unnamed``)."""
    surface: str | None = None
    """The text's own words where it does not name the person there; None where it does."""
    date: DateRange | None = None
    """The day all dated evidence agrees on; None where no account states one. A day on which the
    holder was recognised, refused or called by the title is told by its evidence alone."""
    evidence: tuple[Evidence, ...] = ()
    """Own words first, then what others say; by day of publication, undated last, by position."""
    disputed: bool = False
    """Two statements on the same office and day cannot both hold."""
    announced: bool = False
    """True where it is only announced, a plan that others may undo."""

    @property
    def names_nobody(self) -> bool:
        """Whether no account names the person or counts people; such stand last on their rung."""
        return not (self.person or self.unnamed or self.word is StatusWord.VACANT)


class Silence(StrEnum):
    """Why an account says nothing on an office."""

    SAYS_NOTHING = "says nothing"
    WRITTEN_EARLIER = "written earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Statements that cannot both hold, each side named with its voice."""

    person: str | None
    sides: tuple[tuple[str, tuple[Evidence, ...]], ...]
    """(what is said, who says it), e.g. ``("recognised", …)``, ``("self-proclaimed", …)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One office of the order and everything said of it."""

    office: Office
    statuses: tuple[Status, ...] = ()
    """Dated ones by day, then those without a stated day."""
    disputes: tuple[Dispute, ...] = ()
    silent: tuple[tuple[str, Silence], ...] = ()
    """(article id, why) of every account that says nothing on this office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and what it says happened."""

    article: Article
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Who holds power, says who: the rungs of an order with the evidence of the articles given."""

    order: Order | None
    """None where no order fits: the rungs are then the offices as the texts name them."""
    heading: str
    """Names the order and why it was chosen, or that none fits, and the scope."""
    articles: tuple[Article, ...]
    """The articles it was drawn from, in letter order."""
    rungs: tuple[Rung, ...]
    asserted: tuple[Rung, ...] = ()
    """Offices that somebody claims belong to the order; shown below a line."""
    outside: tuple[Status, ...] = ()
    """What fits no office of the order."""
    problems: tuple[Problem, ...] = ()
    as_of: date | None = None
    """The day asked for; None is no filter."""
    known_by: date | None = None
    days: tuple[date, ...] = ()
    """Days on which anything changes, ascending: what ``←`` and ``→`` step through."""
    letters: tuple[str, ...] = ()
    """The letter of each of ``articles``, in their order."""
    reason: str = ""
    """Why this order, or why none: part of the heading."""
    scope: str = ""
    """Which articles it was drawn from, e.g. ``from 2 of 12 articles``: part of the heading."""

    readings: tuple[Reading, ...] = field(default=(), repr=False)
    """The articles with everything they say happened: what the chronicle and the titles show."""
    copies: tuple[tuple[str, str], ...] = ()
    """(id of the article that stands for a text, id of another article with the same text)."""
    added: tuple[Evidence, ...] = ()
    """What a reader's corrections add that no article says; their article has no text."""
    rejected: tuple[Evidence, ...] = ()
    """What a reader's corrections reject; it stands on no rung and is shown as rejected."""

    def letter(self, article_id: str) -> str:
        """The letter an article goes by; its id where it is none of the line's."""
        for letter, article in zip(self.letters, self.articles, strict=True):
            if article.id == article_id:
                return letter
        return article_id
