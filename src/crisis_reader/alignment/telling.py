"""What one article tells, as far as it is read for comparison: its claims, forces and signs.

Each is read from the words of the article when first asked for, and kept.
"""

from dataclasses import dataclass, field
from functools import cached_property

from crisis_reader.alignment.claims import Claim, read_claims
from crisis_reader.alignment.forces import Force, read_forces
from crisis_reader.alignment.reading import Reading
from crisis_reader.alignment.signs import Signs, read_signs
from crisis_reader.article import Article
from crisis_reader.events import Correction
from crisis_reader.text.concepts import ConceptTable
from crisis_reader.text.spans import Span
from crisis_reader.text.words import Words, read_words


@dataclass(frozen=True, kw_only=True, eq=False)
class Telling(Reading):
    """One article as it was read, and what it tells."""

    _signs: dict[int, Signs] = field(default_factory=dict, repr=False)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What its events claim, in order of the text."""
        return read_claims(self)

    @cached_property
    def forces(self) -> tuple[Force, ...]:
        """Which bodies it gives a part in whose exit, in order of its claims."""
        return read_forces(self, self.claims)

    def signs(self, sentence: int) -> Signs:
        """What in a sentence could part it from another one, read when first asked for."""
        if sentence not in self._signs:
            self._signs[sentence] = read_signs(self, sentence)
        return self._signs[sentence]


def read(article: Article, corrections: tuple[Correction, ...], concepts: ConceptTable) -> Telling:
    """Read the words of an article and where its sentences stand among them."""
    words = read_words(article.text, article.language or "en", Span(0, article.read_to))
    ranges = tuple([_range(words, sentence.span) for sentence in article.sentences])
    return Telling(
        article=article,
        corrections=corrections,
        table=concepts,
        words=words,
        sentences=article.sentences,
        ranges=ranges,
    )


def _range(words: Words, span: Span) -> tuple[int, int]:
    inside = words.within(span)
    return inside.start, inside.stop
