"""Naming: where an article names its people, and what it calls them each time."""

from functools import lru_cache

from crisis_reader.article.records import Article
from crisis_reader.events.lexicon import Lexicon, read_lexicon
from crisis_reader.events.lines import read_line
from crisis_reader.events.mentions import Form
from crisis_reader.events.people import People, how_named
from crisis_reader.events.records import PersonMention
from crisis_reader.events.voices import read_voices


def read_people(article: Article) -> tuple[PersonMention, ...]:
    """The mentions of people in an article, in text order; empty for a language that is not read.

    Names and resolved descriptions (``the former president``) only: pronouns are left out, as is
    every description that more than one person fits.
    """
    return _read(article, article.language)


@lru_cache(maxsize=64)
def _read(article: Article, language: str | None) -> tuple[PersonMention, ...]:
    lexicon = read_lexicon(language or "en")
    return _mentions(article, lexicon) if lexicon else ()


def _mentions(article: Article, lexicon: Lexicon) -> tuple[PersonMention, ...]:
    lines = [read_line(i, s, article.text, lexicon) for i, s in enumerate(article.sentences)]
    people = People(lines, lexicon)
    voices = read_voices(article)
    out: list[PersonMention] = []
    for line in lines:
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
