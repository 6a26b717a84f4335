"""Days of events that a noun tells: behind it, or in front where the sentence leads up to it."""

from datetime import date

import pytest

from crisis_reader import Article, extract_events

_PUBLISHED = "2024-08-16"


def _days(sentence: str, language: str) -> list[date | None]:
    article = Article.from_text(sentence, language=language, published=_PUBLISHED)
    return [event.date.day if event.date else None for event in extract_events(article)]


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("en", "It ended with the ouster of Premier Ana Prado by the high court on Wednesday.", 14),
        ("en", "The row peaked on Monday, with the impeachment of Governor Ana Prado.", 12),
        ("es", "La destitución del gobernador Luis Paz por el Congreso el lunes sorprendió.", 12),
        ("es", "La crisis culminó el lunes, con la renuncia del gobernador Luis Paz.", 12),
        ("es", "El presidente Luis Paz ganó las elecciones del domingo por tres puntos.", 11),
    ],
)
def test_the_day_of_a_noun_is_found_beside_it(language: str, sentence: str, day: int) -> None:
    """Who did it may stand between noun and day; a day of a climax stands in front."""
    assert _days(sentence, language) == [date(2024, 8, day)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The ouster of Premier Ana Prado by the high court triggered riots on Wednesday."),
        (
            "en",
            "Parliament met on Tuesday, with the resignation of Premier Ana Prado on the table.",
        ),
        ("es", "La destitución del gobernador Luis Paz por el Congreso desató protestas el lunes."),
        ("en", "Lee Park, the premier, said on Monday he would resign from his post."),
        ("en", "Lee Park, the premier, said on Monday (August 12) he would resign."),
    ],
)
def test_the_day_of_another_verb_is_not_the_nouns(language: str, sentence: str) -> None:
    """A day that belongs to what followed, or to a mere meeting, dates no deed."""
    assert _days(sentence, language) == [None]
