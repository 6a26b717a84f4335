"""The article record itself: identity, sentences, words, regions."""

import pytest

from crisis_reader.article import Article, Origin, RegionKind, version_of

TEXT = (
    "Rome falls silent\n\nThe premier resigned. He left by the back door.\n\n"
    "foto of the door\n\nAll wept."
)


def test_id_is_the_address_else_the_path_else_the_text() -> None:
    """The most stable name there is becomes the id."""
    assert Article.from_text(TEXT, url="https://x.test/a").id == "https://x.test/a"
    assert Article.from_text(TEXT, origin=Origin(uri="a.txt")).id == "a.txt"
    assert Article.from_text(TEXT).id == "text:" + version_of(TEXT)


def test_version_is_sixteen_hex_digits_of_the_text() -> None:
    """SHA-256 of the UTF-8 text: the digest of ``abc`` is known from FIPS 180-4."""
    assert version_of("abc") == "ba7816bf8f01cfea"


def test_lone_surrogate_has_a_version() -> None:
    """A text that cannot be encoded strictly still has its digest."""
    assert len(version_of("\ud800")) == 16


def test_sentences_carry_their_region() -> None:
    """Each sentence knows whether it is headline, body or caption, and its paragraph."""
    article = Article.from_text(TEXT)
    told = [(article.quote(s.span), s.kind.value, s.paragraph) for s in article.sentences]
    assert told == [
        ("Rome falls silent", "headline", 0),
        ("The premier resigned.", "body", 1),
        ("He left by the back door.", "body", 1),
        ("foto of the door", "caption", 2),
        ("All wept.", "body", 3),
    ]


def test_region_at_tells_what_a_character_belongs_to() -> None:
    """Inside a region its kind, between regions nothing."""
    article = Article.from_text(TEXT)
    assert article.region_at(0) is RegionKind.HEADLINE
    assert article.region_at(TEXT.index("\n")) is None
    assert article.region_at(len(TEXT) - 1) is RegionKind.BODY


def test_words_count_what_is_read() -> None:
    """Headline, body and captions count; white space does not."""
    assert Article.from_text(TEXT).words == 18


def test_same_text_of_two_outlets_is_two_articles() -> None:
    """Identity is id, version, outlet and day, never the object."""
    one = Article.from_text(TEXT, outlet="A")
    assert one == Article.from_text(TEXT, outlet="A")
    assert one != Article.from_text(TEXT, outlet="B")
    assert len({one, Article.from_text(TEXT, outlet="A")}) == 1


@pytest.mark.parametrize("gap", [" ", "\n", "\u3000", "  ", "x"])
@pytest.mark.parametrize("before", [65_535, 65_536, 65_537])
def test_words_of_a_long_text_are_counted_in_pieces(before: int, gap: str) -> None:
    """A word across the end of a piece counts once, one that ends with it, too."""
    text = "a" * before + gap + "b" * 70_000
    article = Article.from_text(f"{text}\n\nThe end.")
    assert article.words == len(article.text.split())
