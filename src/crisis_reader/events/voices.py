"""Voices: whether words are the reporter's, inside quotation marks, a caption's or a post's."""

import re
from dataclasses import dataclass

from crisis_reader.article.records import Article, RegionKind
from crisis_reader.events.records import Voice
from crisis_reader.text.spans import Span

# Mixed marks close each other: “…’’ and “…" are met in the wild.
_QUOTED = re.compile(r"[“«„][^“«„”»\n]*?(?:[”»\"]|’’|''|(?=\n|$))|\"[^\"\n]*(?:\"|(?=\n|$))")
# Up to so many words in marks are a scrap of somebody's words in the reporter's sentence.
_SCRAP = 3


@dataclass(frozen=True, slots=True)
class Voices:
    """Where in an article other voices than the reporter's speak."""

    quotes: tuple[Span, ...]
    credit: str | None
    """Name in a photo credit or caption region, who stands for the caption's words."""

    def of(self, span: Span, kind: RegionKind) -> Voice:
        """Whose words a span within a region of this kind is."""
        if kind is RegionKind.CAPTION:
            return Voice.CAPTION
        if kind is RegionKind.EMBED:
            return Voice.EMBED
        middle = (span.start + span.end) // 2
        for quote in self.quotes:
            if quote.start <= middle < quote.end:
                return Voice.QUOTE
        return Voice.REPORTER


_CREDIT = re.compile(
    r"(?:©\s*|\b)(AFP|AP|Reuters|REUTERS|EPA|EFE|Getty Images|Xinhua|Sputnik|ANSA|DPA)\b"
)


def read_voices(article: Article) -> Voices:
    """Find the quotations of an article, paragraph by paragraph."""
    quotes: list[Span] = []
    for found in _QUOTED.finditer(article.text):
        words = len(found.group().split())
        if words > _SCRAP:
            quotes.append(Span(found.start(), found.end()))
    credit: str | None = None
    for span in article.spans(RegionKind.CREDIT, RegionKind.CAPTION):
        name = _CREDIT.search(span.of(article.text))
        if name:
            credit = name.group(1)
            break
    return Voices(tuple(quotes), credit)
