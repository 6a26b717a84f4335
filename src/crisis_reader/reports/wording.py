"""The everyday words in which reports speak of articles, days and languages."""

from datetime import date

from crisis_reader.article import Article, TextIs
from crisis_reader.text import Span
from crisis_reader.text.cleaning import printed
from crisis_reader.text.english import day_words

_LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
}


def day(value: date | None) -> str:
    """``15 November 2019``, or ``undated``."""
    return day_words(value) if value else "undated"


def language(code: str | None) -> str:
    """``English`` for ``en``; the code where the name is not at hand."""
    return _LANGUAGES.get(code, f"language {printed(code)}") if code else "language unknown"


def counted(number: int, noun: str) -> str:
    """``1 passage``, ``2 passages``, ``no passages``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def quoted(words: str) -> str:
    """The words between double quotation marks, cleaned, on one line."""
    return f'"{" ".join(printed(words).split())}"'


def described(article: Article) -> str:
    """Title, outlet, day, length, language and note of an article, in one line."""
    made = " (made from the first sentence)" if article.title_is_made else ""
    outlet = printed(article.outlet) if article.outlet else "no outlet"
    agency = ""
    if article.agency and article.agency != article.outlet:
        agency = f", agency {printed(article.agency)}"
    said = (
        f"{quoted(article.title)}{made}, {outlet}{agency}, {day(article.published)}, "
        f"{counted(article.words, 'word')}, {language(article.language)}"
    )
    return f"{said}, {printed(article.note)}" if article.note else said


def characters(span: Span) -> str:
    """Where a passage stands in its article's text: ``characters 120–188``."""
    return f"characters {span.start}–{span.end}"


def cited(article: Article, span: Span) -> str:
    """Whose words a passage is and where they stand: outlet, agency, day, characters."""
    agency = article.agency if article.agency != article.outlet else None
    said = [article.outlet or "no outlet", *([f"agency {agency}"] if agency else [])]
    return ", ".join([*said, dated(article, span)])


def dated(article: Article, span: Span) -> str:
    """Day and characters, where the outlet is told already."""
    return f"{day(article.published)}, {characters(span)}"


def text_words(article: Article) -> str:
    """Which text it is that characters are counted in."""
    number = f"{len(article.text):,} characters"
    if article.origin.text_is is TextIs.FILE:
        return f"{article.id}, {number} as the file has them"
    return f"{article.id}, {number} taken out of what was read"
