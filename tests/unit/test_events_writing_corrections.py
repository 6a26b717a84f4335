"""Corrections written into a file: read back alike, comments kept, nothing twice."""

from datetime import date

import pytest

from crisis_reader.errors import UsageError
from crisis_reader.events import Correction, Kind, Manner, Modality, parse_corrections
from crisis_reader.events.corrections import AddedEvent, Apart, Fix, Place, Reject, SamePerson
from crisis_reader.events.writing_corrections import HEAD, with_correction

PLACE = Place(article="one.txt", quote='said "no",\nand left', before="He ", after=" at once")
FILE = """# mine, begun in May
schema = 1

[[reject]]   # a demand
article = "one.txt"   # the first
quote = "resigned"

# below this line: people
[[apart]]
names = ["A. Roa", "B. Roa"]
"""
ALL: tuple[Correction, ...] = (
    AddedEvent(
        kind=Kind.CLAIM,
        manner=Manner.DECLARED,
        person="José “Pepe” Roa",
        office="president",
        date=date(2031, 5, 6),
        source="radio",
        modality=Modality.UNCERTAIN,
    ),
    AddedEvent(
        kind=Kind.VACANT,
        manner=Manner.VACANT,
        person=None,
        office=None,
        date=None,
        source=None,
        place=PLACE,
    ),
    Fix(place=PLACE, values=(("date", date(2031, 5, 6)), ("manner", "forced_out"))),
    Reject(place=PLACE, why="a rumour\\n"),
    SamePerson(names=("Ana Paz", "A. Paz")),
    Apart(names=("Ana Paz", "the former president")),
)


def read(text: str) -> list[tuple[str, str]]:
    """Every correction of a file, the lines they stand at left out."""
    corrections, problems = parse_corrections(text)
    assert problems == ()
    return [(type(c).__name__, repr(c).rsplit(", line=", 1)[0]) for c in corrections]


def as_read(correction: Correction) -> tuple[str, str]:
    """A correction in the same form."""
    return type(correction).__name__, repr(correction).rsplit(", line=", 1)[0]


@pytest.mark.parametrize("correction", ALL, ids=lambda c: type(c).__name__)
def test_what_is_written_is_read_back(correction: Correction) -> None:
    """Whatever characters its words have."""
    assert read(with_correction("", correction)) == [as_read(correction)]


def test_all_sorts_in_one_file() -> None:
    """Written one after the other, none disturbs another."""
    text = ""
    for correction in ALL:
        text = with_correction(text, correction)
    assert sorted(read(text)) == sorted(map(as_read, ALL))
    assert text.startswith(HEAD)


@pytest.mark.parametrize("correction", ALL, ids=lambda c: type(c).__name__)
def test_every_line_of_the_file_stays(correction: Correction) -> None:
    """Comments, order and spaces are the reader's; what is new stands below."""
    assert with_correction(FILE, correction).startswith(FILE + "\n[[")


def test_the_same_correction_is_not_written_twice() -> None:
    """Pressing the key again changes nothing."""
    once = with_correction(FILE, ALL[3])
    assert with_correction(once, ALL[3]) == once


def test_a_broken_file_is_left_alone() -> None:
    """What can't be read is not written to."""
    with pytest.raises(UsageError, match="mend them first"):
        with_correction("[[fix]\n", ALL[0])


def test_a_table_in_the_place_of_a_list_is_refused() -> None:
    """The message says how to write it."""
    with pytest.raises(UsageError, match=r"\[\[reject\]\]"):
        with_correction('[reject]\narticle = "x"\n', ALL[3])
