from concurrent.futures import ThreadPoolExecutor

import pytest

from crisis_reader.text import Span, read_words, stem
from crisis_reader.text.words import split_words, stems_of


def test_words_keep_their_place() -> None:
    """Starts and ends slice the word out of the text as it is."""
    text = "  Mesa fled."
    words = read_words(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == ["Mesa", "fled"]


def test_a_possessive_s_is_no_word() -> None:
    """Straight and curly apostrophes before s end the word; other inner ones stay in it."""
    assert read_words("Mugabe's O'Neill’s men’s s").folded == ("mugabe", "o'neill", "men", "s")


def test_points_of_an_abbreviation_are_left_out() -> None:
    """U.S. and US fold alike."""
    assert read_words("the U.S. and the US").folded[1] == read_words("US").folded[0] == "us"


def test_marks_between_thousands_are_left_out() -> None:
    """1,300 and 1.300 are the same word, 2.5 stays what it is."""
    assert read_words("1,300 1.300 2.5").folded == ("1300", "1300", "2.5")


def test_the_spanish_stemmer_sees_accents() -> None:
    """A past tense meets its infinitive, and the stem itself has no accents."""
    assert stem("dimitió", "es") == stem("dimitir", "es")
    assert stem("elección", "es").isascii()


def test_a_language_without_a_stemmer_gives_the_folded_word() -> None:
    """Finnish words are folded and left whole."""
    assert stem("Äänestys", "fi") == "aanestys"


@pytest.mark.parametrize("language", ["en", "es", "fi"])
def test_many_stems_at_once_are_the_same_as_one_by_one(language: str) -> None:
    """The batch is only a faster way."""
    words = ["Renunció", "presidents", "1,300", "Ñandú", "elections"]
    assert stems_of(words, language) == [stem(word, language) for word in words]


def test_a_part_of_a_text_is_read_with_offsets_of_the_whole() -> None:
    """Words of a span begin where they stand in the text."""
    words = read_words("the king fled", "en", Span(4, 13))
    assert (words.starts, words.folded) == ((4, 9), ("king", "fled"))


def test_words_within_a_span_are_those_that_begin_in_it() -> None:
    """`within` gives indices, `span` the characters from one word to another."""
    words = read_words("the king fled at dawn")
    assert list(words.within(Span(4, 13))) == [1, 2]
    assert words.span(1, 2) == Span(4, 13)


def test_a_text_without_words_has_none() -> None:
    """Marks and spaces alone make no word, nor does an apostrophe and s at the very start."""
    assert len(read_words("… — !")) == 0
    assert read_words("s").folded == ("s",)


def test_short_strings_split_as_texts_do() -> None:
    """A hyphen parts two words, an inner apostrophe does not."""
    assert split_words("vice-president d'état U.N.") == ["vice", "president", "d'état", "UN"]


def test_threads_stem_alike() -> None:
    """Each thread has its own stemmer, so that two never share one."""
    words = ["resigned", "protests", "succession", "governments"] * 500
    with ThreadPoolExecutor(4) as pool:
        stems = list(pool.map(lambda _: stems_of(words, "en"), range(8)))
    assert all(row == stems[0] for row in stems)
    assert stems[0][:2] == ["resign", "protest"]
