"""Reads what a text itself says of its headline, day, agency, byline, captions and embedded posts.

Nothing is changed or left out: the result is regions over the text as it was given, and metadata
with what it rests on. Arguments of the caller win over the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from crisis_reader.article import cues
from crisis_reader.article.records import (
    Article,
    Origin,
    Region,
    RegionKind,
    version_of,
)
from crisis_reader.errors import UsageError
from crisis_reader.text import Span, guess_language, read_paragraphs, read_sentences, trimmed

# A headline is a line, not a paragraph: newspapers stay well below these.
_HEADLINE_WORDS = 22
_HEADLINE_CHARS = 160
# A picture's alternative text that was left between paragraphs.
_STRAY_CAPTION_WORDS = 12
# Furniture stands above the prose, within the first few paragraphs.
_HEAD = 5
_MADE_TITLE = 80
# Ends of what is read whole or not at all, best first.
_ENDS = ("\n\n", "\n", ". ", " ")


@dataclass(slots=True)
class _Findings:
    """What has been read so far; the only state of this module."""

    regions: list[Region] = field(default_factory=list)
    title: Span | None = None
    agency: str | None = None
    published: date | None = None
    published_from: str | None = None

    def add(self, kind: RegionKind, span: Span) -> None:
        if span.length > 0:
            self.regions.append(Region(kind=kind, span=span))


_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)|\d{8}(?!\d)", re.ASCII)


def day_of(value: date | str | None) -> date | None:
    """The day of a date, a datetime or an ISO 8601 string; None for None.

    Raises:
        UsageError: If a string is not ``YYYYMMDD`` and does not begin with ``YYYY-MM-DD``.
    """
    if value is None:
        return None
    if isinstance(value, str):
        written = _DAY.match(value.strip())
        try:
            # Of ten digits, seconds since 1970, Python would make a day of the Middle Ages.
            return date.fromisoformat(written[0] if written else "")
        except ValueError:
            raise UsageError(f"not a day: {value!r}; write it as YYYY-MM-DD") from None
    return date(value.year, value.month, value.day)


def read_article(
    text: str,
    *,
    title: str | None,
    outlet: str | None,
    published: date | str | None,
    language: str | None,
    id: str | None,  # noqa: A002 - the field's own name
    origin: Origin | None,
    url: str | None,
    tags: tuple[str, ...],
    note: str | None,
    agency: str | None,
    summary_only: bool,
    front_matter: Span | None,
    read_at_most: int,
) -> Article:
    """Build an article from a text and what is known of it; see ``Article.from_text``."""
    given = day_of(published)
    found = _read(text, front_matter, title, read_at_most)
    made = not title and found.title is None
    version = version_of(text)
    origin = origin or Origin()
    # "Sputnik" in a dateline is the agency; it is the outlet too where nothing else names one.
    agency = agency or found.agency
    return Article(
        id=id or url or origin.uri or f"text:{version}",
        text=text,
        version=version,
        origin=origin,
        regions=tuple(found.regions),
        title=title or _title(text, found),
        title_is_made=made,
        outlet=outlet or agency,
        agency=agency,
        published=given or found.published,
        published_from="given" if given else found.published_from,
        language=language or guess_language(_prose(text, found.regions)),
        url=url,
        tags=tags,
        note=note,
        summary_only=summary_only,
    )


def _read(text: str, front_matter: Span | None, title: str | None, at_most: int) -> _Findings:
    found = _Findings()
    start = 0
    if front_matter is not None:
        found.add(RegionKind.FRONT_MATTER, front_matter)
        start = front_matter.end
    elif text.startswith("\ufeff"):
        start = 1
    end = _read_to(text, start, at_most)
    paragraphs = _split_headline(text, read_paragraphs(text, Span(start, end)))
    begun = False
    for index, paragraph in enumerate(paragraphs):
        more = index + 1 < len(paragraphs)
        if (
            not begun
            and index < _HEAD
            and _read_furniture(text, paragraph, found, title, more=more)
        ):
            continue
        begun = _read_paragraph(text, paragraph, found, begun=begun, more=more) or begun
    _claim_post_text(text, found.regions)
    found.add(RegionKind.UNREAD, trimmed(text, Span(end, len(text))))
    found.regions.sort(key=lambda r: r.span)
    return found


def _read_to(text: str, start: int, at_most: int) -> int:
    """Where reading ends in a text that is too long: after a paragraph, a line, a sentence, a word.

    Half a sentence would be read as something that the text does not say.
    """
    limit = max(start, at_most)
    if len(text) <= limit:
        return len(text)
    for mark in _ENDS:
        cut = text.rfind(mark, limit - (limit - start) // 5, limit)
        if cut >= 0:
            return cut + len(mark)
    return limit


def _split_headline(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Set a first line apart where the line break after it is no wrapping of prose."""
    if not paragraphs:
        return paragraphs
    first, lines = paragraphs[0], paragraphs[0].of(text).split("\n")
    if len(lines) < 2 or not _is_headline(lines[0], more=True):  # noqa: PLR2004 - one line is no pair
        return paragraphs
    wrap = max(len(line) for line in lines)
    follower = lines[1].split()[:1]
    if not follower or len(lines[0]) + 1 + len(follower[0]) > wrap:
        return paragraphs
    cut = first.start + len(lines[0])
    head = trimmed(text, Span(first.start, cut))
    return (head, trimmed(text, Span(cut, first.end)), *paragraphs[1:])


def _is_headline(line: str, *, more: bool) -> bool:
    """Whether a first line reads as a headline: short, one line, no full stop, prose after it."""
    line = line.strip()
    if (
        not more
        or "\n" in line
        or len(line) > _HEADLINE_CHARS
        or not any(c.isalpha() for c in line)
    ):
        return False
    if len(line.split()) > _HEADLINE_WORDS or (line[-1] in ".:;,…" and not line.endswith("...")):
        return False
    return not any(c.match(line) for c in (*cues.DATELINES, *cues.CREDITS_BEFORE))


def _read_furniture(
    text: str, span: Span, found: _Findings, title: str | None, *, more: bool
) -> bool:
    """Take a paragraph above the prose as headline, day or byline; False if it is none of them."""
    words = span.of(text)
    for cue in cues.DATE_LINES:
        day_line = cue.fullmatch(words)
        if day_line:
            found.add(RegionKind.DATELINE, span)
            _note_day(found, day_line.group("day"))
            return True
    if any(cue.pattern.fullmatch(words) for cue in cues.BYLINES):
        found.add(RegionKind.BYLINE, span)
        return True
    heading = cues.MARKDOWN_HEADING.pattern.fullmatch(words)
    same = title is not None and words.strip().casefold() == title.strip().casefold()
    if (
        heading
        or same
        or (found.title is None and title is None and _is_headline(words, more=more))
    ):
        found.add(RegionKind.HEADLINE, span)
        if found.title is None:
            at = heading.span("title") if heading else (0, len(words))
            found.title = Span(span.start + at[0], span.start + at[1])
        return True
    return False


def _read_paragraph(text: str, span: Span, found: _Findings, *, begun: bool, more: bool) -> bool:
    """Take one paragraph apart; True once prose has begun."""
    words = span.of(text)
    if cues.POST_SIGNATURE.pattern.search(words) or cues.POST_LINK.pattern.search(words):
        found.add(RegionKind.EMBED, span)
        return False
    if _read_picture(text, span, found):
        return False
    heading = cues.MARKDOWN_HEADING.pattern.fullmatch(words)
    if heading:
        found.add(RegionKind.HEADLINE, span)
        return False
    if begun and more and _is_stray_caption(words):
        found.add(RegionKind.CAPTION, span)
        return False
    body = span if begun else _read_dateline(text, span, found)
    found.add(RegionKind.BODY, body)
    return True


def _is_stray_caption(words: str) -> bool:
    """A short line in small letters without an end mark between paragraphs: a picture's text."""
    return (
        len(words.split()) <= _STRAY_CAPTION_WORDS
        and words[0].islower()
        and not cues.END_MARK.pattern.search(words)
    )


def _read_picture(text: str, span: Span, found: _Findings) -> bool:
    words = span.of(text)
    image = cues.MARKDOWN_IMAGE.pattern.fullmatch(words)
    if image:
        a, b = image.span("caption")
        found.add(RegionKind.CAPTION, trimmed(text, Span(span.start + a, span.start + b)))
        return True
    for cue in cues.CREDITS_BEFORE:
        credit = cue.pattern.match(words)
        if credit:
            cut = span.start + credit.end()
            found.add(RegionKind.CREDIT, trimmed(text, Span(span.start, cut)))
            found.add(RegionKind.CAPTION, trimmed(text, Span(cut, span.end)))
            return True
    for cue in cues.CREDITS_AFTER:
        credit = cue.pattern.search(words)
        if credit:
            cut = span.start + credit.start()
            found.add(RegionKind.CAPTION, trimmed(text, Span(span.start, cut)))
            found.add(RegionKind.CREDIT, trimmed(text, Span(cut, span.end)))
            return True
    return False


def _read_dateline(text: str, span: Span, found: _Findings) -> Span:
    """Take the dateline off the first paragraph of prose; what is left of it."""
    for cue in cues.DATELINES:
        # From the start of the line, so that white space before the first word is no obstacle.
        line = cue.match(text, span.start, span.end)
        if not line or not line.group().strip():
            continue
        groups = line.groupdict()
        found.add(RegionKind.DATELINE, trimmed(text, Span(span.start, line.end())))
        found.agency = groups.get("agency")
        _note_day(found, groups.get("day") or groups.get("day2"))
        return trimmed(text, Span(line.end(), span.end))
    return span


def _note_day(found: _Findings, words: str | None) -> None:
    """Keep the day a dateline states, if it states one in full (a day without a year is none)."""
    if words is None or found.published is not None:
        return
    day = _full_day(words)
    if day is not None:
        found.published, found.published_from = day, words


_MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene",
            "feb",
            "mar",
            "apr abr",
            "may",
            "jun",
            "jul",
            "aug ago",
            "sep",
            "oct",
            "nov",
            "dec dic",
        ),
        start=1,
    )
    for name in names.split()
}


def _full_day(words: str) -> date | None:
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    month = next(
        (n for m in re.findall(r"[a-z]{3}", words.lower()) if (n := _MONTH_NUMBERS.get(m))), None
    )
    try:
        if month is None and len(numbers) == 3:  # noqa: PLR2004 - year, month, day
            return date(*numbers)
        if month is not None and len(numbers) == 2:  # noqa: PLR2004 - day and year
            return date(max(numbers), month, min(numbers))
    except ValueError:
        pass
    return None


def _claim_post_text(text: str, regions: list[Region]) -> None:
    """A post signed under nothing but tags and links has its words in the paragraph before it."""
    for at in range(1, len(regions)):
        region, before = regions[at], regions[at - 1]
        if region.kind is not RegionKind.EMBED or before.kind is not RegionKind.BODY:
            continue
        words = cues.POST_SIGNATURE.pattern.sub("", region.span.of(text))
        if not any(c.isalnum() for c in cues.POST_FURNITURE.pattern.sub("", words)):
            regions[at - 1] = Region(kind=RegionKind.EMBED, span=before.span)


def _prose(text: str, regions: Iterable[Region]) -> str:
    return " ".join(
        r.span.of(text) for r in regions if r.kind in {RegionKind.BODY, RegionKind.HEADLINE}
    )


def _title(text: str, found: _Findings) -> str:
    """The headline; without one the first sentence of the prose, cut at a word."""
    if found.title is not None:
        return " ".join(found.title.of(text).split())
    prose = next((r.span for r in found.regions if r.kind is RegionKind.BODY), None)
    if prose is None:
        prose = next((r.span for r in found.regions if r.kind is not RegionKind.FRONT_MATTER), None)
    if prose is None:
        return "(no text)"
    opening = Span(prose.start, min(prose.end, prose.start + 4 * _MADE_TITLE))
    sentence = " ".join(read_sentences(text, within=opening)[0].of(text).split())
    if len(sentence) <= _MADE_TITLE:
        return sentence
    cut = sentence.rfind(" ", 0, _MADE_TITLE)
    return sentence[: cut if cut > 0 else _MADE_TITLE].rstrip(" ,;:—–-") + " …"
