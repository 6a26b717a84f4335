"""How alike sentences are word by word, as they stand."""

import math

import pytest

from crisis_reader.alignment.literal import literal_cosines
from crisis_reader.alignment.preparing import prepare, retold
from crisis_reader.article import Article


def cosine(left: str, right: str, *, language: str = "en") -> float:
    """The literal cosine of the first sentences of two texts."""
    one = prepare(Article.from_text(left, language="en"))
    other = prepare(Article.from_text(right, language=language))
    return literal_cosines(*retold(one, other), [(0, 0)])[0, 0]


def test_the_same_words_in_any_order_are_wholly_alike() -> None:
    """Order and repetition count nothing."""
    assert cosine("Rebels shelled the port.", "The port shelled the rebels.") == pytest.approx(1.0)


def test_sentences_without_a_common_word_are_not_alike() -> None:
    """Nor are inflections of one word: they meet in the terms of what is told."""
    assert cosine("Rebels shelled harbours.", "A rebel shells one harbour.") == 0.0


def test_words_that_tell_nothing_count_too() -> None:
    """Small words and given names stand in no term of what is told, but here."""
    assert cosine("Minister Ada Lund was there.", "Minister Ada Holm was there.") > cosine(
        "Minister Ada Lund was there.", "Deputy Ole Holm was there."
    )


def test_a_word_counts_by_the_root_of_its_rarity() -> None:
    """One of two sentences has it, or both: log of 2.5 against log of 1.5."""
    both, alone = math.log(0.5 + 2 / 2), math.log(0.5 + 2 / 1)
    assert cosine("Rebels won.", "Rebels lost.") == pytest.approx(both / (both + alone))


def test_two_languages_are_compared_in_the_terms_of_both() -> None:
    """Words of two languages would share names at most."""
    assert cosine("The president resigned.", "El presidente dimitió.", language="es") > 0.5


def test_a_sentence_without_words_is_like_nothing() -> None:
    """Marks alone divide nothing by nought."""
    one = prepare(Article.from_text("...", language="en"))
    other = prepare(Article.from_text("Rebels won.", language="en"))
    pairs = [(i, j) for i in range(len(one.sentences)) for j in range(len(other.sentences))]
    assert set(literal_cosines(one, other, pairs).values()) <= {0.0}
