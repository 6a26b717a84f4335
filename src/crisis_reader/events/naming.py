"""Naming: where an article names its people, and what it calls them each time."""

from functools import lru_cache

from crisis_reader.article.records import Article
from crisis_reader.events.described import Knowledge
from crisis_reader.events.extraction import Extraction, read_pass
from crisis_reader.events.mentions import Form
from crisis_reader.events.people import how_named
from crisis_reader.events.records import PersonMention


def read_people(article: Article) -> tuple[PersonMention, ...]:
    """The mentions of people in an article, in text order; empty for a language that is not read.

    Names and resolved descriptions (``the former president``) only: pronouns are left out, as is
    every description that more than one person fits. Read in one pass with the events: who "the
    former president" is depends on what the text has told by then.
    """
    return _read(article, article.language)


@lru_cache(maxsize=64)
def _read(article: Article, language: str | None) -> tuple[PersonMention, ...]:
    read = read_pass(article, language or "en")
    return _mentions(read) if read else ()


def _mentions(read: Extraction) -> tuple[PersonMention, ...]:
    people, voices = read.people, read.evidence.voices
    people.recall(Knowledge())
    later = iter([*read.knowledge, (len(read.lines), Knowledge())])
    start, known = next(later)
    out: list[PersonMention] = []
    for line in read.lines:
        while line.number >= start:
            people.recall(known)
            start, known = next(later)
        for mention in line.mentions:
            if mention.form is Form.PRONOUN:
                continue
            k = people.resolve(mention, line)
            if k is None:
                continue
            span = line.tokens.hull(mention.first, max(mention.core_end, mention.first + 1))
            out.append(
                PersonMention(
                    name=people.persons[k].name,
                    span=span,
                    how_named=how_named(mention, people.persons[k]),
                    titles=tuple(t for t in (mention.title, mention.apposition) if t),
                    voice=voices.of(span, line.sentence.kind),
                )
            )
    return tuple(out)
