"""The names under which files tell of their article."""

from datetime import date

import pytest

from crisis_reader.sources.metadata import Metadata, Value, read_day, read_metadata


@pytest.mark.parametrize("key", ["outlet", "Publisher", "site", "SOURCE", "publication"])
def test_names_of_the_outlet(key: str) -> None:
    """Any of the names that note-takers use, in any case."""
    assert read_metadata({key: "The Wire"}).outlet == "The Wire"


def test_source_is_an_address_in_clippings() -> None:
    """Obsidian's clipper puts the address under ``source``: it names no outlet then."""
    metadata = read_metadata({"source": "https://example.org/a"})
    assert (metadata.url, metadata.outlet) == ("https://example.org/a", None)


@pytest.mark.parametrize("said", ["2019-11-15", "2019-11-15T23:30:00-04:00", "2019-11-15 10:00"])
def test_the_day_as_written(said: str) -> None:
    """The day stands as the source wrote it; no time zone moves it."""
    assert read_metadata({"date": said}).published == date(2019, 11, 15)


@pytest.mark.parametrize("said", ["15/11/2019", "2019-13-01", "yesterday", "2019-11-155"])
def test_other_days_are_left_out_and_said(said: str) -> None:
    """A day that can be read two ways is not guessed."""
    metadata = read_metadata({"published": said})
    assert metadata.published is None
    assert said in metadata.remarks[0]


def test_the_day_of_a_note_is_a_last_resort() -> None:
    """``created`` tells when a note was made; taking it is said."""
    metadata = read_metadata({"created": "2024-01-02"})
    assert metadata.published == date(2024, 1, 2)
    assert "created" in metadata.remarks[0]


def test_an_empty_publication_day_stays_empty() -> None:
    """A clipper that found no day left the key empty: the day of clipping says nothing."""
    metadata = read_metadata({"published": "", "created": "2024-01-02"})
    assert (metadata.published, metadata.remarks) == (None, ())


@pytest.mark.parametrize(("said", "code"), [("es", "es"), ("es-BO", "es"), ("EN_us", "en")])
def test_languages(said: str, code: str) -> None:
    """A region after the language is dropped."""
    assert read_metadata({"lang": said}).language == code


def test_an_unknown_language_is_said() -> None:
    """A name instead of a code is left out with a remark."""
    metadata = read_metadata({"language": "Spanish"})
    assert metadata.language is None
    assert "Spanish" in metadata.remarks[0]


@pytest.mark.parametrize(
    "said", [["#bolivia", "el alto"], "bolivia, el alto", ["bolivia", None, "[[el alto]]"]]
)
def test_tags(said: Value) -> None:
    """Lists, commas, hash signs and wiki links."""
    assert read_metadata({"tags": said}).tags == ("bolivia", "el alto")


def test_publisher_as_an_object() -> None:
    """JSON-LD gives the publisher as an object with a name."""
    assert read_metadata({"publisher": {"@type": "Organization", "name": "X"}}).outlet == "X"


def test_values_of_other_kinds_are_ignored() -> None:
    """Numbers become words, truth values and empty ones nothing."""
    metadata = read_metadata({"title": 1984, "outlet": True, "note": None, "tags": 3, "url": []})
    assert metadata == Metadata(title="1984")


def test_gaps_are_filled() -> None:
    """The first source wins where it says something."""
    joined = Metadata(title="a").or_else(Metadata(title="b", outlet="c"))
    assert (joined.title, joined.outlet) == ("a", "c")


def test_no_day_without_digits() -> None:
    """Only a day that stands at the beginning counts."""
    assert read_day("on 2019-11-15") is None
