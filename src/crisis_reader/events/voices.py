"""Voices: whether words are the reporter's, inside quotation marks, a caption's or a post's."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from crisis_reader.article.records import Article, RegionKind
from crisis_reader.events.records import Voice
from crisis_reader.text.spans import Span

# Mixed marks close each other: “…’’ and “…" are met in the wild.
_QUOTED = re.compile(r"[“«„][^“«„”»\n]*?(?:[”»\"]|’’|''|(?=\n|$))|\"[^\"”\n]*(?:[\"”]|(?=\n|$))")
# Up to so many words in marks are a scrap of somebody's words in the reporter's sentence.
_SCRAP = 3
_CLOSED = (",", ".", "!", "?")


@dataclass(frozen=True, slots=True)
class Voices:
    """Where in an article other voices than the reporter's speak."""

    quotes: tuple[Span, ...]
    starts: tuple[int, ...]
    """Where they begin."""
    credits: tuple[tuple[Span, str], ...]
    """Names of agencies in credits and captions, who stand for a caption's words."""

    def quoted(self, offset: int) -> bool:
        """Whether the character stands inside a quotation of some length."""
        i = bisect_right(self.starts, offset) - 1
        return i >= 0 and offset < self.quotes[i].end

    def of(self, span: Span, kind: RegionKind) -> Voice:
        """Whose words a span within a region of this kind is."""
        if kind is RegionKind.CAPTION:
            return Voice.CAPTION
        if kind is RegionKind.EMBED:
            return Voice.EMBED
        return Voice.QUOTE if self.quoted((span.start + span.end) // 2) else Voice.REPORTER

    def credit_near(self, span: Span) -> str | None:
        """The agency whose credit stands nearest to a caption; None where no credit is close."""
        near = [(abs(s.start - span.start), name) for s, name in self.credits]
        return min(near)[1] if near and min(near)[0] <= _BESIDE else None


# A credit stands in front of its caption or right behind it.
_BESIDE = 300
_CREDIT = re.compile(
    r"(?:©\s*|\b)(AFP|AP|Reuters|REUTERS|EPA|EFE|Getty Images|Xinhua|Sputnik|ANSA|DPA|Bloomberg)\b"
)


def _speech(found: re.Match[str], text: str) -> bool:
    """Whether marks hold somebody's speech: long, or a short sentence before "he said"."""
    words = len(found.group().split())
    closed = found.group()[-2:-1] in _CLOSED and words == _SCRAP  # “He has resigned,”
    followed = text[found.end() : found.end() + 1] == "," and words > 1  # «He dimitido»,
    return words > _SCRAP or closed or followed


def read_voices(article: Article) -> Voices:
    """Find the quotations of an article, paragraph by paragraph, and its credits."""
    quotes = tuple(
        Span(found.start(), found.end())
        for found in _QUOTED.finditer(article.text, 0, article.read_to)
        if _speech(found, article.text)
    )
    credits_ = tuple(
        (span, name.group(1))
        for span in article.spans(RegionKind.CREDIT, RegionKind.CAPTION)
        if (name := _CREDIT.search(span.of(article.text)))
    )
    return Voices(quotes, tuple(span.start for span in quotes), credits_)
