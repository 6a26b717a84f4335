"""One name in two spellings."""

import pytest

from crisis_reader.alignment import align
from crisis_reader.alignment.preparing import prepare, retold
from crisis_reader.alignment.spellings import sounds_of, variants
from crisis_reader.article import Article


@pytest.mark.parametrize(
    ("one", "other"),
    [("qusay", "kusai"), ("khartoum", "jartum"), ("tymoshenko", "timoshenko"), ("assad", "asad")],
)
def test_a_name_may_be_spelt_in_two_ways(one: str, other: str) -> None:
    """The consonants sound the same."""
    assert (variants(sounds_of([one]), sounds_of([other])) == {other: one}) == (one != "khartoum")


@pytest.mark.parametrize(
    ("one", "other"),
    [("roca", "rosa"), ("lee", "li"), ("hill", "hail"), ("omar", "mora"), ("b52s", "b52z")],
    ids=["another consonant", "short", "one consonant", "another beginning", "no letters"],
)
def test_two_names_are_not_one(one: str, other: str) -> None:
    """Better two names than a wrong one."""
    assert variants(sounds_of([one]), sounds_of([other])) == {}


def test_a_name_that_is_like_two_is_neither() -> None:
    """On either side."""
    assert variants(sounds_of(["kasim", "qasem"]), sounds_of(["qasim"])) == {}
    assert variants(sounds_of(["qasim"]), sounds_of(["kasim", "qasem"])) == {}


def test_articles_are_compared_in_one_spelling() -> None:
    """A name that one article alone has stands for that of the other."""
    left = "Envoy Rashid Qassemi defected. In town Qassemi met clerks."
    right = "The envoy Rashid Kasemi defects. Later Kasemi met clerks."
    one, other = retold(
        *(prepare(Article.from_text(text, language="en")) for text in (left, right))
    )
    assert "qassemi" in one.bags[1].keys() & other.bags[1].keys()
    found = align(Article.from_text(left), Article.from_text(right)).matches
    assert any(b.of(right).startswith("Kasemi") for m in found for _, b in m.words)


def test_a_name_of_both_articles_is_left_alone() -> None:
    """An article that has both spellings means two names."""
    left, right = "Envoy Rashid Qassemi fled.", "Rashid Kasemi met Qassemi."
    one, other = retold(
        *(prepare(Article.from_text(text, language="en")) for text in (left, right))
    )
    assert "qassemi" in one.bags[0].keys() & other.bags[0].keys()
    assert "kasemi" in other.bags[0]
