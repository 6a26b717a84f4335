"""Which day an event gets, and which it does not."""

from datetime import date

from crisis_reader import Article, Event, extract_events


def _events(text: str, published: str | None = None) -> tuple[Event, ...]:
    return extract_events(Article.from_text(text, language="en", published=published))


def _days(text: str, published: str | None = None) -> list[date | None]:
    return [e.date.day if e.date else None for e in _events(text, published)]


def test_weekday_counts_back_from_publication() -> None:
    """*on Sunday* in a text of Thursday is the Sunday before."""
    assert _days("President Omar Sadiq resigned on Sunday.", "2008-09-25") == [date(2008, 9, 21)]


def test_weekday_is_resolved_by_dates_of_the_text() -> None:
    """Without a publication day the explicit dates of the text decide."""
    text = (
        "The vote was on March 3, 2013 and the count on March 4, 2013. "
        "President Omar Sadiq resigned on Monday."
    )
    assert _days(text)[-1] == date(2013, 3, 4)


def test_basis_says_how_the_day_was_found() -> None:
    """A resolved day shows the words it rests on."""
    event = _events("President Omar Sadiq resigned on Sunday.", "2008-09-25")[0]
    assert event.date is not None
    assert "Sunday" in event.date.basis


def test_no_day_is_invented() -> None:
    """An event without a day stays without one, however the article is dated."""
    assert _days("Lina Haddad declared herself interim president.", "2019-11-15") == [None]


def test_day_of_the_report_is_not_the_events() -> None:
    """``said on Monday that X had resigned`` dates the saying."""
    text = "The speaker said on Monday that President Omar Sadiq had resigned."
    assert _days(text, "2008-09-25") == [None]


def test_day_put_in_front_is_the_main_clauses() -> None:
    """``Yesterday Y praised the resignation of X`` dates the praise."""
    assert _days("Yesterday Lina Haddad praised the resignation of Omar Sadiq.", "2008-09-25") == [
        None
    ]


def test_one_dated_mention_dates_the_others() -> None:
    """The same exit told again without a day shares it, and the basis says so."""
    events = _events(
        "President Omar Sadiq resigned on Sunday. His resignation surprised few.", "2008-09-25"
    )
    assert {e.date.day for e in events if e.date} == {date(2008, 9, 21)}
    assert events[1].date is not None
    assert "elsewhere" in events[1].date.basis


def test_two_days_in_a_text_are_not_shared() -> None:
    """Where the text dates an exit on two days its undated mention gets neither."""
    text = (
        "President Omar Sadiq resigned on 3 May 1999. Omar Sadiq resigned again on 4 June 2004. "
        "The resignation of Omar Sadiq is remembered."
    )
    assert _days(text)[-1] is None


def test_counting_back_from_a_later_day() -> None:
    """``on 2 March, a day after the resignation`` puts the resignation on the 1st."""
    text = "Crowds marched on March 2 2018, a day after the resignation of Premier Omar Sadiq."
    assert _days(text) == [date(2018, 3, 1)]


def test_the_day_of_a_vote_is_not_the_day_of_its_result() -> None:
    """Whoever is declared the winner of the election of a day was not so on that day."""
    text = "Laurent Gbako was declared the winner of the presidential election of November 28 2010."
    assert _days(text) == [None]


def test_counting_back_starts_from_the_day_before_the_words() -> None:
    """A later day of the sentence is not the one that ``a day after`` counts from."""
    text = (
        "Crowds marched on March 2 2018, a day after the resignation of Premier Omar Sadiq "
        "and long before the vote due on March 24 2018."
    )
    assert date(2018, 3, 1) in _days(text)


def test_counting_on_from_the_event_it_names() -> None:
    """``departed a day after his resignation`` is the day after."""
    text = (
        "President Omar Sadiq resigned on November 10, 2019. "
        "The former president departed a day after his resignation."
    )
    assert date(2019, 11, 11) in _days(text)


def test_year_alone_is_a_range() -> None:
    """*in 1996* is a year, not a day."""
    event = _events("President Omar Sadiq was ousted in 1996.", "2001-12-03")[0]
    assert event.date is not None
    assert (event.date.earliest, event.date.latest) == (date(1996, 1, 1), date(1996, 12, 31))


def test_what_something_lasts_to_is_not_its_day() -> None:
    """*until 1 May* is when it ends."""
    text = "Lina Haddad became interim president until 1 May 2020."
    assert _days(text, "2020-01-10") == [None]


def test_done_events_never_lie_ahead_of_publication() -> None:
    """A day and month that would come after the article was written are not its year's."""
    assert _days("Omar Sadiq was elected president on 1 January.", "2021-12-20") != [
        date(2022, 1, 1)
    ]


def test_announced_event_takes_the_day_to_come() -> None:
    """A plan's weekday is the next one."""
    text = "President Omar Sadiq will step down on Friday."
    assert _days(text, "2017-11-22") == [date(2017, 11, 24)]


def test_a_day_to_come_lends_no_year_to_what_is_over() -> None:
    """A term that ends in two years does not move a resignation there."""
    text = "Lina Haddad may govern until 10 June 2005. Omar Sadiq resigned as president on 20 June."
    assert date(2003, 6, 20) in _days(text, "2003-07-02")


def test_a_semicolon_ends_what_a_day_in_front_is_said_of() -> None:
    """What stands behind it is another clause's, with or without a day of its own."""
    text = (
        "On 19 December President Omar Sadiq decreed a curfew; by the weekend the streets "
        "had forced him out."
    )
    assert _days(text, "2001-12-28") == [None]


_DAYS = (
    "9 May. Police mutiny in the south.\n\n"
    "10 May. President Omar Sadiq resigns on television. Crowds had forced out Lina Haddad.\n\n"
    "11 May. The assembly receives the resignation of Omar Sadiq."
)


def test_a_day_that_heads_its_paragraph_is_the_day_of_its_deeds() -> None:
    """An account told day by day; a pluperfect looks back, a noun takes the deed's own day."""
    told = _events(_DAYS, "2011-05-12")
    assert [(e.person, e.date and e.date.day) for e in told] == [
        ("Omar Sadiq", date(2011, 5, 10)),
        ("Lina Haddad", None),
        ("Omar Sadiq", date(2011, 5, 10)),
    ]
    assert told[0].date is not None
    assert "heading its paragraph" in told[0].date.basis


def test_one_paragraph_that_begins_with_a_day_is_no_chronicle() -> None:
    """It may be a dateline, or a fragment of another story."""
    assert _days("10 May. President Omar Sadiq resigns on television.", "2011-05-12") == [None]
