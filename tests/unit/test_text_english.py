"""Days and lists as the program writes them, whatever the locale."""

from datetime import date

from crisis_reader.text.english import day_words, listed, short_day

DAY = date(2031, 9, 4)


def test_a_day_is_written_out_where_it_is_read_aloud() -> None:
    """The month by its name, no figure that could be a month."""
    assert day_words(DAY) == "4 September 2031"


def test_a_day_is_short_where_room_is_dear() -> None:
    """With the year, or without one that stands nearby."""
    assert (short_day(DAY), short_day(DAY, with_year=False)) == ("4 Sep 2031", "4 Sep")


def test_a_list_ends_with_and() -> None:
    """No comma before it; one thing alone is itself."""
    assert [listed("ABC"[:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_every_month_has_its_name() -> None:
    """January is the first."""
    written = [day_words(date(2031, month, 1)).split()[1] for month in (1, 5, 9, 12)]
    assert written == ["January", "May", "September", "December"]
