"""Cosines of sentences: over shared terms only, rare terms first."""

import math

import pytest

from crisis_reader.alignment import similarity
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.similarity import compare_sentences, rarities
from crisis_reader.article import Article


def prepared(text: str) -> Prepared:
    """An English article."""
    return prepare(Article.from_text(text, language="en"))


def test_the_same_sentence_is_as_like_as_can_be() -> None:
    """Equal bags have the cosine 1."""
    one = prepared("Rebels shelled the harbour. Ships left.")
    likeness = compare_sentences(one, prepared("Rebels shelled the harbour."))
    assert likeness.cosine(0, 0) == pytest.approx(1.0)


def test_sentences_without_a_common_term_are_not_alike() -> None:
    """No shared term, no cosine."""
    likeness = compare_sentences(prepared("Rebels shelled the harbour."), prepared("Prices fell."))
    assert likeness.cosine(0, 0) == 0.0


def test_a_rare_term_weighs_more_than_a_frequent_one() -> None:
    """Rarity falls with the number of sentences that have a term, over both articles."""
    left, right = prepared("Rebels met. Rebels left. Ships burned."), prepared("Rebels won.")
    rarity = rarities(left, right)
    assert rarity["ship"] == pytest.approx(math.log(0.5 + 4 / 1))
    assert rarity["rebel"] == pytest.approx(math.log(0.5 + 4 / 3))


def test_a_meaning_weighs_less_than_a_word() -> None:
    """A concept of the same frequency has a smaller weight than a stem."""
    left = prepared("The premier resigned.").told
    rarity = rarities(left, prepared("Rain fell.").told)
    assert rarity["≈exit_resign"] == pytest.approx(0.8 * rarity["resign"])


def test_two_empty_articles_have_no_rarities() -> None:
    """Nothing to weigh, nothing to divide by."""
    assert rarities(prepared(""), prepared("")) == {}


def test_frequent_terms_are_left_out_beyond_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rarest terms are compared first; what the budget does not reach is not compared."""
    left = prepared("Rebels met. Rebels burned ships.")
    right = prepared("Rebels rested. Rebels sank ships.")
    monkeypatch.setattr(similarity, "_BUDGET", 1)
    likeness = compare_sentences(left, right)
    assert likeness.cosine(1, 1) > 0.0
    assert likeness.cosine(0, 0) == 0.0


def test_a_sentence_keeps_its_likeliest_partners_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where many are alike, the likest stay."""
    monkeypatch.setattr(similarity, "_PARTNERS", 1)
    left = prepared("Rebels burned ships.")
    likeness = compare_sentences(left, prepared("Rebels rested. Rebels burned ships again."))
    assert set(likeness.dots) == {(0, 1)}
