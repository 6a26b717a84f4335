"""The records of an article: its text as read, its regions, where it came from.

``Article.text`` is never rewritten: every span of the project indexes it.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from crisis_reader.text.spans import Span, trimmed

if TYPE_CHECKING:
    from crisis_reader.text.days import Day

READ_AT_MOST = 1_000_000
"""Characters of a text that are read for matching and for events where nothing else is said; a
novel of 170,000 words."""

_PIECE = 65_536
"""Characters whose words are counted at a time: a list of all the words of a text takes ten times
its memory."""


class RegionKind(StrEnum):
    """What a stretch of the text is, in a newsroom's words."""

    FRONT_MATTER = "front_matter"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    EMBED = "embed"
    UNREAD = "unread"
    """The end of a very long text, which is shown and searched, but of which no sentence is read:
    nothing in it is matched and no event is found in it."""


class TextIs(StrEnum):
    """Whether ``Article.text`` is the decoded file itself or was taken out of a container."""

    FILE = "file"
    EXTRACTED = "extracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of the text of one kind; regions do not overlap, white space may lie between."""

    kind: RegionKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the text was read from."""

    uri: str | None = None
    """Path or address; None for a text handed over by a program."""
    member: str | None = None
    """Which part of a container, e.g. ``line 12`` of a JSON Lines file; None for a whole file."""
    encoding: str | None = None
    """Name of the character encoding used; None where the text came as characters."""
    encoding_assumed: bool = False
    """True where nothing declared the encoding and UTF-8 did not fit."""
    text_is: TextIs = TextIs.EXTRACTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a region, white space at its ends left out."""

    span: Span
    kind: RegionKind
    paragraph: int
    """0-based number of the region it stands in, counted over all regions."""


@dataclass(frozen=True, kw_only=True)
class Article:
    """One account as it was read. Compared and hashed by (id, version, outlet, published)."""

    id: str
    """Canonical address, else path within its source, else ``text:`` + version."""
    text: str = field(repr=False, compare=False)
    """Exactly what was read; all spans are half-open code point ranges of it."""
    version: str
    """First 16 hex digits of the SHA-256 of the text in UTF-8."""
    origin: Origin = field(default_factory=Origin, compare=False)
    regions: tuple[Region, ...] = field(default=(), repr=False, compare=False)
    """In order of position, without overlap."""
    title: str = field(compare=False)
    title_is_made: bool = field(default=False, compare=False)
    """True where no headline was found and the title is the cut first sentence."""
    outlet: str | None = None
    """Who published this text; None where nothing says."""
    agency: str | None = field(default=None, compare=False)
    """The news agency whose text it is, as its dateline or credit says; None where nothing says."""
    published: date | None = None
    published_from: str | None = field(default=None, compare=False)
    """What says the day: ``given`` or the words of the text; None when undated."""
    language: str | None = field(default=None, compare=False)
    """ISO 639-1 code, given or guessed from function words; None where too little text tells."""
    url: str | None = field(default=None, compare=False)
    tags: tuple[str, ...] = field(default=(), compare=False)
    note: str | None = field(default=None, compare=False)
    """A remark that every copy and export carries, e.g. that it is a sample."""
    summary_only: bool = field(default=False, compare=False)
    """True for a feed entry without its full text: nothing is ever called missing from it."""

    @classmethod
    def from_text(  # noqa: D417 - the arguments named in the text below
        cls,
        text: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        published: date | str | None = None,
        language: str | None = None,
        id: str | None = None,  # noqa: A002 - the field's own name
        origin: Origin | None = None,
        url: str | None = None,
        tags: tuple[str, ...] = (),
        note: str | None = None,
        agency: str | None = None,
        summary_only: bool = False,
        front_matter: Span | None = None,
        read_at_most: int = READ_AT_MOST,
    ) -> "Article":
        """Read what the text itself says; arguments given win over what it says.

        Args:
            text: The article as read; kept untouched.
            published: A day or an ISO 8601 string (``2019-11-15``, a time after it is ignored).
            front_matter: Characters that a reader of files already took metadata from.
            read_at_most: Characters in which regions and sentences are read; what lies beyond is
                one region ``unread``.

        Raises:
            UsageError: If ``published`` is a string that does not begin with an ISO day.
        """
        from crisis_reader.article.reading import read_article  # noqa: PLC0415 - records know no rules

        return read_article(
            text,
            title=title,
            outlet=outlet,
            published=published,
            language=language,
            id=id,
            origin=origin,
            url=url,
            tags=tags,
            note=note,
            agency=agency,
            summary_only=summary_only,
            front_matter=front_matter,
            read_at_most=read_at_most,
        )

    @cached_property
    def words(self) -> int:
        """Number of white-space separated words in headline, body, captions and embedded posts."""
        counted = {
            *(RegionKind.HEADLINE, RegionKind.BODY, RegionKind.CAPTION, RegionKind.EMBED),
            RegionKind.UNREAD,
        }
        return sum(_words_in(r.span.of(self.text)) for r in self.regions if r.kind in counted)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of headlines, body, captions and embedded posts, in order of position."""
        from crisis_reader.text.sentences import read_sentences  # noqa: PLC0415 - needed late, costs time

        read = {RegionKind.HEADLINE, RegionKind.BODY, RegionKind.CAPTION, RegionKind.EMBED}
        language = self.language or "en"
        return tuple(
            Sentence(span=span, kind=region.kind, paragraph=number)
            for number, region in enumerate(self.regions)
            if region.kind in read
            for piece in read_sentences(self.text, language, region.span)
            if (span := trimmed(self.text, piece)).length
        )

    @cached_property
    def days(self) -> "tuple[Day, ...]":
        """The mentions of days in what is read of the text, in order of position."""
        from crisis_reader.text.days import read_days  # noqa: PLC0415 - needed late, costs time

        return read_days(self.text, Span(0, self.read_to), self.language or "en")

    @cached_property
    def read_to(self) -> int:
        """The character before which sentences are read; the text's length but for a long one."""
        unread = self.spans(RegionKind.UNREAD)
        return unread[0].start if unread else len(self.text)

    @property
    def is_whole(self) -> bool:
        """False for a summary and a text read in part: nothing is ever called missing from it."""
        return not self.summary_only and self.read_to == len(self.text)

    def spans(self, *kinds: RegionKind) -> tuple[Span, ...]:
        """The spans of all regions of the given kinds, in order of position."""
        return tuple(r.span for r in self.regions if r.kind in kinds)

    def region_at(self, offset: int) -> RegionKind | None:
        """The kind of the region that holds this character; None between regions."""
        for region in self.regions:
            if region.span.start <= offset < region.span.end:
                return region.kind
        return None

    def quote(self, span: Span) -> str:
        """The characters a span stands for."""
        return self.text[span.start : span.end]


def version_of(text: str) -> str:
    """First 16 hex digits of the SHA-256 of the text, lone surrogates included."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _words_in(text: str) -> int:
    """How many words a text has."""
    count, within = 0, False
    for start in range(0, len(text), _PIECE):
        piece = text[start : start + _PIECE]
        count += len(piece.split()) - (within and not piece[0].isspace())
        within = not piece[-1].isspace()
    return count
