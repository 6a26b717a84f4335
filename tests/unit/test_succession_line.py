"""The line of succession: what it says of each office, and what it leaves unsaid."""

from collections.abc import Callable
from datetime import date

import pytest

from crisis_reader.errors import UsageError
from crisis_reader.events import DateRange, HowNamed, Manner, Modality, Voice
from crisis_reader.succession import Line, Order, Reading, Rung, Silence, StatusWord, draw_line
from crisis_reader.succession.ladder import ladder

Teller = Callable[..., Reading]
Drawer = Callable[..., Line]

FALL = (
    "The president of Ruritania, Ana Paz, resigned on Sunday. "
    "She left for Fiji on Monday. Many called it a coup after she was forced out."
)
RISE = (
    "The Speaker of the Diet, Leo Roa, declared himself president of Ruritania. "
    "The court recognised him as interim president. The self-proclaimed president slept badly."
)


@pytest.fixture
def fall(account: Teller) -> Reading:
    """An undated account of how the president fell."""
    return account(
        FALL,
        (
            "president of Ruritania, Ana Paz, resigned on Sunday",
            Manner.RESIGNED,
            "Ana Paz",
            {"office": "president", "day": "2031-05-04"},
        ),
        (
            "She left for Fiji on Monday",
            Manner.LEFT_COUNTRY,
            "Ana Paz",
            {"day": "2031-05-05", "how_named": HowNamed.PRONOUN, "surface": "She"},
        ),
        (
            "she was forced out",
            Manner.FORCED_OUT,
            "Ana Paz",
            {"how_named": HowNamed.PRONOUN, "surface": "she"},
        ),
        id="fall",
    )


@pytest.fixture
def rise(account: Teller) -> Reading:
    """A dated account of who followed."""
    return account(
        RISE,
        (
            "Leo Roa, declared himself president",
            Manner.DECLARED,
            "Leo Roa",
            {"office": "president"},
        ),
        (
            "The court recognised him as interim president",
            Manner.RECOGNISED,
            "Leo Roa",
            {
                "office": "interim president",
                "asserted_by": "the court",
                "how_named": HowNamed.PRONOUN,
                "surface": "him",
            },
        ),
        (
            "The self-proclaimed president",
            Manner.SELF_PROCLAIMED,
            "Leo Roa",
            {"office": "president", "how_named": HowNamed.TITLE},
        ),
        id="rise",
        outlet="Gazette",
        published="2031-05-08",
    )


def rung(line: Line, office: str) -> Rung:
    """The rung of an office, asserted ones included."""
    return next(r for r in (*line.rungs, *line.asserted) if r.office.id == office)


def test_one_word_stands_on_the_rung_and_every_manner_below(draw: Drawer, fall: Reading) -> None:
    """That she resigned and was forced out is one exit told twice, not a dispute."""
    out = rung(draw(fall), "president").statuses[0]
    assert out.word is StatusWord.OUT
    assert [e.event.manner for e in out.evidence] == [Manner.RESIGNED, Manner.FORCED_OUT]
    assert not out.disputed


def test_the_day_is_the_one_all_dated_evidence_agrees_on(draw: Drawer, fall: Reading) -> None:
    """Undated evidence joins the one dated status there is."""
    out = rung(draw(fall), "president").statuses[0]
    assert out.date is not None
    assert str(out.date.day) == "2031-05-04"


def test_a_departure_belongs_to_the_one_office_the_person_is_given(
    draw: Drawer, fall: Reading
) -> None:
    """The clause names no office; the account gives the person one elsewhere."""
    away = rung(draw(fall), "president").statuses[1]
    assert (away.word, away.person, away.surface) == (StatusWord.AWAY, "Ana Paz", "She")


def test_undated_statuses_stand_after_all_dated_ones(
    draw: Drawer, fall: Reading, rise: Reading
) -> None:
    """A status without a day is never shown as if it had one."""
    statuses = rung(draw(rise, fall), "president").statuses
    assert [s.date is None for s in statuses] == [False, False, True]


def test_recognised_and_self_proclaimed_is_a_dispute_with_both_sides(
    draw: Drawer, rise: Reading
) -> None:
    """Each side is named by what it says and who says it."""
    president = rung(draw(rise), "president")
    (dispute,) = president.disputes
    assert dispute.person == "Leo Roa"
    assert [said for said, _ in dispute.sides] == ["self-proclaimed", "recognised"]
    assert [status.disputed for status in president.statuses] == [True]


def test_silence_is_told_of_each_account(draw: Drawer, fall: Reading, rise: Reading) -> None:
    """Nobody says anything of the deputy; that is silence and not a vacancy."""
    deputy = rung(draw(fall, rise), "deputy")
    assert deputy.statuses == ()
    assert deputy.silent == (("fall", Silence.SAYS_NOTHING), ("rise", Silence.SAYS_NOTHING))


def test_an_account_written_before_it_happened_is_not_silent(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """Published on Saturday, it could not tell of Sunday."""
    early = account(
        "Crowds gathered in Ruritania. Nobody governs calmly.", id="early", published="2031-05-03"
    )
    assert rung(draw(fall, early), "president").silent == (("early", Silence.WRITTEN_EARLIER),)


def test_nothing_is_called_missing_from_a_summary(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """A feed's teaser leaves things out for other reasons."""
    teaser = account("Ruritania in crisis, read more.", id="teaser", summary_only=True)
    assert rung(draw(fall, teaser), "president").silent == ()


def test_an_account_of_another_country_is_not_silent(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """What happened in Peru says nothing of Ruritania, and nobody expects it to."""
    peru = account(
        "Peru's president, Max Orb, resigned.",
        ("Max Orb, resigned", Manner.RESIGNED, "Max Orb", {"office": "president"}),
        id="peru",
    )
    line = draw(fall, peru, order="RU-TEST")
    assert rung(line, "president").silent == ()


def test_an_account_in_a_language_not_read_is_named_and_not_silent(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """It says so instead."""
    foreign = account("Die Präsidentin ist weg.", id="german", language="de")
    line = draw(fall, foreign)
    assert rung(line, "president").silent == ()
    assert "language (de) is not read" in line.problems[0].message


def test_without_a_day_asked_for_nothing_is_filtered(draw: Drawer, fall: Reading) -> None:
    """No clock is read."""
    line = draw(fall)
    assert line.as_of is None
    assert len(rung(line, "president").statuses) == 2


def test_as_of_leaves_out_later_days_and_keeps_what_has_none(
    draw: Drawer, fall: Reading, rise: Reading
) -> None:
    """On Sunday she had not left; when he declared himself nobody says."""
    statuses = rung(draw(fall, rise, as_of="2031-05-04"), "president").statuses
    assert [s.word for s in statuses] == [StatusWord.OUT, StatusWord.CLAIMS]


def test_days_to_step_through_do_not_depend_on_the_day_shown(draw: Drawer, fall: Reading) -> None:
    """Every day on which anything changes, ascending."""
    line = draw(fall, as_of="2031-05-04")
    assert [day.isoformat() for day in line.days] == ["2031-05-04", "2031-05-05"]


def test_known_by_leaves_out_what_was_published_later_and_marks_the_undated(
    draw: Drawer, fall: Reading, rise: Reading
) -> None:
    """The second clock; letters do not move when it is turned back."""
    line = draw(rise, fall, known_by="2031-05-06", order="RU-TEST")
    assert [a.id for a in line.articles] == ["fall"]
    assert line.letters == ("B",)
    assert line.scope == "from 1 of 2 articles known by 6 May 2031, 1 of them undated"


def test_unnamed_members_of_a_group_are_counted_and_not_invented(
    draw: Drawer, account: Teller
) -> None:
    """Two more resigned; who they are no text says."""
    text = "Three next in line in Ruritania, among them Vice President Eva Lux, resigned."
    line = draw(
        account(
            text,
            (
                "Vice President Eva Lux, resigned",
                Manner.RESIGNED,
                "Eva Lux",
                {"office": "Vice President", "unnamed": 2},
            ),
        ),
        order="RU-TEST",
    )
    (status,) = rung(line, "deputy").statuses
    assert (status.person, status.unnamed) == ("Eva Lux", 2)
    assert {s.person for r in line.rungs for s in r.statuses} == {"Eva Lux"}


def test_a_hope_to_govern_stands_outside_and_is_not_lost(draw: Drawer, account: Teller) -> None:
    """He holds no office of the order and got none."""
    text = "In Ruritania former president Max Orb said he hoped to form a government."
    line = draw(
        account(
            text,
            (
                "hoped to form a government",
                Manner.WILLING,
                "Max Orb",
                {"modality": Modality.CONDITIONAL},
            ),
        ),
        order="RU-TEST",
    )
    assert [(s.word, s.person) for s in line.outside] == [(StatusWord.WILLING, "Max Orb")]


def test_a_demand_is_no_status(draw: Drawer, account: Teller) -> None:
    """What is only asked for happened to nobody."""
    text = "Ruritanians demand that President Ana Paz resign."
    demand = (
        "President Ana Paz resign",
        Manner.RESIGNED,
        "Ana Paz",
        {"office": "president", "modality": Modality.DEMANDED},
    )
    line = draw(account(text, demand), order="RU-TEST")
    assert all(not r.statuses for r in line.rungs)
    assert line.outside == ()


def test_vacant_only_where_a_text_says_so(draw: Drawer, account: Teller) -> None:
    """Then the office has a status of its own, without a person."""
    text = "The presidency of Ruritania is vacant."
    line = draw(
        account(
            text,
            (
                "The presidency of Ruritania is vacant",
                Manner.VACANT,
                None,
                {"office": "presidency"},
            ),
        )
    )
    (status,) = rung(line, "president").statuses
    assert (status.word, status.person) == (StatusWord.VACANT, None)


def test_one_text_in_three_outlets_is_one_account(draw: Drawer, fall: Reading) -> None:
    """Counted once, with the number of outlets kept."""
    copies = [
        Reading(
            article=type(fall.article).from_text(FALL, id=name, outlet=name),
            events=fall.events,
        )
        for name in ("one", "two", "three")
    ]
    line = draw(*copies)
    out = rung(line, "president").statuses[0]
    assert {e.copies for e in out.evidence} == {3}
    assert len(out.evidence) == 2
    assert line.copies == (("one", "two"), ("one", "three"))


def test_a_title_in_passing_is_weaker_than_any_event(draw: Drawer, account: Teller) -> None:
    """Who resigned is still called president in the story; that makes nobody president."""
    text = "President Ana Paz of Ruritania resigned. President Ana Paz wept."
    line = draw(
        account(
            text,
            (
                "President Ana Paz of Ruritania resigned",
                Manner.RESIGNED,
                "Ana Paz",
                {"office": "president"},
            ),
            ("President Ana Paz wept", Manner.TITLED, "Ana Paz", {"office": "president"}),
        ),
        order="RU-TEST",
    )
    assert [s.word for s in rung(line, "president").statuses] == [StatusWord.OUT]


def test_a_former_title_gives_nobody_an_office(draw: Drawer, account: Teller) -> None:
    """The former president is not president."""
    text = "Former president Max Orb of Ruritania spoke."
    line = draw(
        account(
            text,
            ("Former president Max Orb", Manner.TITLED, "Max Orb", {"office": "former president"}),
        ),
        order="RU-TEST",
    )
    assert all(not r.statuses for r in line.rungs)


def test_only_announced_is_marked(draw: Drawer, account: Teller) -> None:
    """A plan that others may undo."""
    text = "President Ana Paz of Ruritania said she will step down in June."
    plan = (
        "she will step down",
        Manner.STEPPED_DOWN,
        "Ana Paz",
        {"office": "president", "modality": Modality.ANNOUNCED},
    )
    (status,) = rung(draw(account(text, plan), order="RU-TEST"), "president").statuses
    assert status.announced


def test_asserted_offices_stand_apart_with_who_asserts_them(draw: Drawer, account: Teller) -> None:
    """The law does not name the Marshal of the Diet; the army does."""
    text = "The Marshal of the Diet, Udo Ott, took the oath in Ruritania."
    line = draw(
        account(
            text,
            (
                "Udo Ott, took the oath",
                Manner.SWORN_IN,
                "Udo Ott",
                {"office": "Marshal of the Diet"},
            ),
        ),
        order="RU-TEST",
    )
    assert [s.person for s in rung(line, "marshal").statuses] == ["Udo Ott"]
    assert line.asserted[0].office.asserted_by == "the army"


def test_no_name_comes_from_an_order(draw: Drawer, account: Teller) -> None:
    """Without events every rung is empty."""
    line = draw(account("Nothing happened in Ruritania."), order="BO-2009")
    assert all(not r.statuses for r in (*line.rungs, *line.asserted))
    assert line.outside == ()


def test_a_rung_tells_of_one_person_under_the_fullest_name(draw: Drawer, account: Teller) -> None:
    """Two accounts, one person; the fuller name is shown."""
    first = account(
        "President Paz of Ruritania quit.",
        ("President Paz of Ruritania quit", Manner.RESIGNED, "Paz", {"office": "president"}),
        id="a",
    )
    second = account(
        "Ruritania's president Ana Paz resigned.",
        ("president Ana Paz resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"}),
        id="b",
    )
    (status,) = rung(draw(first, second), "president").statuses
    assert (status.person, len(status.evidence)) == ("Ana Paz", 2)


def test_two_bearers_of_a_surname_stay_apart(draw: Drawer, account: Teller) -> None:
    """A bare surname that could be either's is neither's."""
    text = "Ruritania: President Ana Paz resigned, Vice President Leo Paz resigned. Paz fled."
    line = draw(
        account(
            text,
            ("President Ana Paz resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"}),
            (
                "Vice President Leo Paz resigned",
                Manner.RESIGNED,
                "Leo Paz",
                {"office": "Vice President"},
            ),
            ("Paz fled", Manner.LEFT_COUNTRY, "Paz", {}),
        ),
        order="RU-TEST",
    )
    assert [s.person for r in line.rungs for s in r.statuses] == ["Ana Paz", "Leo Paz"]
    assert [s.person for s in line.outside] == ["Paz"]


def test_an_event_of_nobody_shows_the_words_of_the_text(draw: Drawer, account: Teller) -> None:
    """No link, no name: the words stand for the person."""
    text = "In Ruritania the president fled at night."
    line = draw(
        account(
            text,
            (
                "the president fled at night",
                Manner.LEFT_COUNTRY,
                None,
                {"office": "president", "surface": "the president"},
            ),
        ),
        order="RU-TEST",
    )
    (status,) = rung(line, "president").statuses
    assert (status.person, status.surface) == (None, "the president")


def test_a_quotation_keeps_who_said_it(draw: Drawer, account: Teller) -> None:
    """Voice and speaker go with the evidence."""
    text = "“President Ana Paz was toppled,” said Ruritania's bishop."
    line = draw(
        account(
            text,
            (
                "President Ana Paz was toppled",
                Manner.OVERTHROWN,
                "Ana Paz",
                {"office": "president", "voice": Voice.QUOTE, "asserted_by": "the bishop"},
            ),
        ),
        order="RU-TEST",
    )
    (evidence,) = rung(line, "president").statuses[0].evidence
    assert (evidence.event.voice, evidence.event.asserted_by) == (Voice.QUOTE, "the bishop")


def test_the_order_can_be_asked_for_by_id_in_any_case(draw: Drawer, fall: Reading) -> None:
    """As ``--order`` gives it."""
    line = draw(fall, order="ru-test")
    assert line.order is not None
    assert line.order.id == "RU-TEST"


def test_an_unknown_order_is_refused_with_those_there_are(draw: Drawer, fall: Reading) -> None:
    """The message says what to write."""
    with pytest.raises(UsageError, match="BO-2009"):
        draw(fall, order="XX-1")


def test_a_day_that_is_none_is_refused(draw: Drawer, fall: Reading) -> None:
    """The message says how a day is written."""
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        draw(fall, as_of="yesterday")


def test_letters_given_are_kept(draw: Drawer, fall: Reading) -> None:
    """A letter belongs to an article for a whole session."""
    line = draw(fall, letters={"fall": "F"})
    assert line.letter("fall") == "F"


def test_the_scope_says_out_of_how_many(fall: Reading) -> None:
    """Where others were left out; whether by choice or by the clock makes no difference."""
    assert draw_line([fall]).scope == "from 1 article"
    assert draw_line([fall], out_of=12).scope == "from 1 of 12 articles"
    assert draw_line([fall, fall], out_of=1_200).scope == "from 2 of 1,200 articles"


def test_the_heading_names_order_reason_and_scope(draw: Drawer, fall: Reading) -> None:
    """So that a reader sees on what the line rests."""
    heading = draw(fall, as_of="2031-05-04").heading
    assert heading.startswith("Ruritania · Basic Law, art. 7 · chosen because")
    assert heading.endswith("from 1 article · as of 4 May 2031")


def test_an_unverified_citation_says_so(draw: Drawer, fall: Reading) -> None:
    """Ecuador's article of 1998 could not be seen on a public page."""
    assert "citation not verified" in draw(fall, order="EC-1998").heading


def test_an_order_given_as_a_record_is_used_as_it_is(
    draw: Drawer, fall: Reading, ruritania: Order
) -> None:
    """No choosing then."""
    assert draw(fall, order=ruritania).reason == "as asked for"


def test_an_account_that_names_the_holder_does_not_say_nothing(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """Its words were not placed; that is another thing than silence."""
    other = account("In Ruritania many asked where Ms Paz had gone.", id="other")
    line = draw(fall, other, order="RU-TEST")
    assert rung(line, "president").silent == ()


def test_what_is_told_of_nobody_stands_on_no_rung(draw: Drawer, account: Teller) -> None:
    """Neither a name nor a word for the person: it is kept apart, each statement by itself.

    An act that is told of nobody, a session without quorum, stands in the chronicle alone.
    """
    text = "Ruritania: power was handed to the president on Sunday. Power went. No quorum."
    nobody = {"office": "president", "surface": "", "day": "2031-05-04"}
    line = draw(
        account(
            text,
            ("power was handed to the president", Manner.CEDED, None, nobody),
            ("Power went", Manner.CEDED, None, {"surface": ""}),
            ("No quorum", Manner.NO_QUORUM, None, {"surface": ""}),
        ),
        order="RU-TEST",
    )
    assert rung(line, "president").statuses == ()
    assert [len(s.evidence) for s in line.outside] == [1, 1]


def test_unnamed_holders_stand_last_and_without_a_mark(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """A text's "the president" may be anybody: no mark says that it is settled."""
    text = "In Ruritania the president resigned on Saturday."
    words = {"office": "president", "surface": "the president", "day": "2031-05-03"}
    line = draw(
        fall,
        account(text, ("the president resigned", Manner.RESIGNED, None, words), id="other"),
        order="RU-TEST",
    )
    assert [s.person for s in rung(line, "president").statuses] == ["Ana Paz", "Ana Paz", None]
    (unmarked,) = (r for r in ladder(line) if r.status and r.status.names_nobody)
    assert (unmarked.mark, unmarked.words) == (" ", "“the president” out")


def test_a_rise_without_an_office_may_be_to_a_higher_one(draw: Drawer, account: Teller) -> None:
    """One account calls him Speaker, another President: the court's backing fits either."""
    speaker = account(
        "Leo Roa became Speaker of the Diet of Ruritania. The court backed him. He left office.",
        ("Leo Roa became", Manner.ASSUMED, "Leo Roa", {"office": "Speaker of the Diet"}),
        ("The court backed him", Manner.RECOGNISED, "Leo Roa", {}),
        ("He left office", Manner.LEFT_OFFICE, "Leo Roa", {}),
        id="speaker",
    )
    president = account(
        "Leo Roa is president of Ruritania.",
        ("Leo Roa is president", Manner.ASSUMED, "Leo Roa", {"office": "president"}),
        id="president",
    )
    line = draw(speaker, president, order="RU-TEST")
    assert [s.word for s in rung(line, "speaker").statuses] == [StatusWord.IN, StatusWord.OUT]
    assert [s.word for s in line.outside] == [StatusWord.RECOGNISED]


def test_own_words_stand_before_those_of_others(draw: Drawer, account: Teller) -> None:
    """Whoever opens a status hears the account itself first."""
    text = "Ruritania: Ana Paz was forced out, said Bo Lin. Ana Paz resigned."
    line = draw(
        account(
            text,
            (
                "Ana Paz was forced out",
                Manner.FORCED_OUT,
                "Ana Paz",
                {"office": "president", "asserted_by": "Bo Lin"},
            ),
            ("Ana Paz resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"}),
        ),
        order="RU-TEST",
    )
    (status,) = rung(line, "president").statuses
    assert [e.event.asserted_by for e in status.evidence] == [None, "Bo Lin"]


def test_an_undated_telling_of_a_later_day_is_left_out_with_it(
    draw: Drawer, fall: Reading, account: Teller
) -> None:
    """Who gives no day tells of the same fall; on Saturday it had not happened."""
    undated = account(
        "The president of Ruritania, Ana Paz, stepped down.",
        ("Ana Paz, stepped down", Manner.STEPPED_DOWN, "Ana Paz", {"office": "president"}),
        id="undated",
    )
    line = draw(fall, undated, as_of="2031-05-03", order="RU-TEST")
    assert rung(line, "president").statuses == ()
    later = draw(fall, undated, as_of="2031-05-04", order="RU-TEST")
    assert [len(s.evidence) for s in rung(later, "president").statuses] == [3]


def test_a_month_narrowed_by_another_account_waits_for_its_day(
    draw: Drawer, account: Teller
) -> None:
    """*In May* alone may be any day of it; with the 6th told elsewhere the 5th is too early."""
    month = DateRange(earliest=date(2031, 5, 1), latest=date(2031, 5, 31), basis="'in May'")
    text = "Leo Roa became president of Ruritania."
    about = {"office": "president"}
    vague = account(
        text, ("Leo Roa became", Manner.ASSUMED, "Leo Roa", {**about, "date": month}), id="vague"
    )
    exact = account(
        f"{text} Indeed.",
        ("Leo Roa became", Manner.ASSUMED, "Leo Roa", {**about, "day": "2031-05-06"}),
        id="exact",
    )
    early = draw(vague, exact, as_of="2031-05-05", order="RU-TEST")
    assert rung(early, "president").statuses == ()
    (alone,) = rung(draw(vague, as_of="2031-05-05", order="RU-TEST"), "president").statuses
    assert alone.date == month


def test_a_later_ruling_is_left_out_of_a_status_that_stands(draw: Drawer, account: Teller) -> None:
    """Two years on a court spoke; on the day itself nobody disputed it."""
    text = "Leo Roa became president of Ruritania. Courts ruled that unconstitutional."
    line_on = [
        draw(
            account(
                text,
                (
                    "Leo Roa became",
                    Manner.ASSUMED,
                    "Leo Roa",
                    {"office": "president", "day": "2031-05-06"},
                ),
                (
                    "Courts ruled that unconstitutional",
                    Manner.UNCONSTITUTIONAL,
                    "Leo Roa",
                    {"office": "president", "day": "2033-05-06"},
                ),
            ),
            as_of=day,
            order="RU-TEST",
        )
        for day in ("2031-05-07", "2033-05-07")
    ]
    assert [len(rung(line, "president").disputes) for line in line_on] == [0, 1]


LONG = (
    "The Diet met at noon. The president of Ruritania, Ana Paz, resigned on Friday after a week of "
    "strikes in the ports, and the speaker read her letter to a silent house before the vote. "
)


@pytest.mark.parametrize(
    ("second", "columns"),
    [
        (LONG + "Read more in our app.", 1),
        (LONG.replace("on Friday", "on Friday, it is said,"), 2),
        (LONG.replace("Ana Paz", "Leo Roa"), 2),
        ("Ana Paz, the president of Ruritania, resigned. The ports stood still for a week.", 2),
    ],
)
def test_a_text_with_a_line_added_is_the_same_account(
    draw: Drawer, account: Teller, second: str, columns: int
) -> None:
    """One that reworks a sentence of so few, tells another's fall or uses other words is not."""
    told = ("resigned", Manner.RESIGNED)
    one = account(
        LONG, (*told, "Ana Paz", {"office": "president of Ruritania"}), id="one", outlet="One"
    )
    person = "Leo Roa" if "Roa" in second else "Ana Paz"
    two = account(
        second, (*told, person, {"office": "president of Ruritania"}), id="two", outlet="Two"
    )
    line = draw(one, two)
    assert len(line.articles) - len(line.copies) == columns


def test_without_an_order_offices_keep_the_words_of_the_texts(
    draw: Drawer, account: Teller
) -> None:
    """And nobody is silent: two rungs may be one office in two languages."""
    one = account(
        "The president of the Senate, Ana Paz, resigned.",
        (
            "Ana Paz, resigned",
            Manner.RESIGNED,
            "Ana Paz",
            {"office": "the president of the Senate"},
        ),
        id="one",
    )
    two = account(
        "El presidente del Senado, Leo Roa, renunció.",
        ("Leo Roa, renunció", Manner.RESIGNED, "Leo Roa", {"office": "presidente del Senado"}),
        id="two",
    )
    rungs = draw(one, two).rungs
    assert [r.office.name for r in rungs] == ["President of the Senate", "Presidente del Senado"]
    assert [r.silent for r in rungs] == [(), ()]


def test_their_president_is_of_no_office_in_particular(draw: Drawer, account: Teller) -> None:
    """The deputies elected one of theirs; a possessive does not say whose president."""
    text = "Ruritania's deputies elected Leo Roa as their president."
    elected = ("elected Leo Roa as their president", Manner.ASSUMED, "Leo Roa")
    line = draw(account(text, (*elected, {"office": "president"})), order="RU-TEST")
    assert rung(line, "president").statuses == ()
    assert [s.person for s in line.outside] == ["Leo Roa"]


def test_a_title_in_passing_keeps_a_statement_from_the_wrong_rung(
    draw: Drawer, account: Teller
) -> None:
    """He had stood in as president; what he resigned from as Speaker nobody says."""
    first = account(
        "Leo Roa was sworn in as president of Ruritania.",
        ("Leo Roa was sworn in", Manner.SWORN_IN, "Leo Roa", {"office": "president"}),
        id="first",
    )
    second = account(
        "In Ruritania the Speaker of the Diet, Leo Roa, wept. Roa resigned.",
        ("Roa resigned", Manner.RESIGNED, "Leo Roa", {}),
        id="second",
        language="en",
    )
    line = draw(first, second, order="RU-TEST")
    assert [s.word for s in rung(line, "president").statuses] == [StatusWord.IN]
    assert [s.word for s in line.outside] == [StatusWord.OUT]
    assert "second" not in dict(rung(line, "speaker").silent)


def test_next_in_line_is_not_of_the_office_a_person_has(draw: Drawer, account: Teller) -> None:
    """Without an order nothing says which office comes next."""
    text = "Leo Roa became Speaker. He is next in line."
    line = draw(
        account(
            text,
            ("Leo Roa became Speaker", Manner.ASSUMED, "Leo Roa", {"office": "Speaker"}),
            ("He is next in line", Manner.NEXT_IN_LINE, "Leo Roa", {}),
        )
    )
    assert [s.word for r in line.rungs for s in r.statuses] == [StatusWord.IN]
    assert [s.word for s in line.outside] == [StatusWord.NEXT]


def test_without_an_order_no_account_lends_another_its_office(
    draw: Drawer, account: Teller
) -> None:
    """The interim president of one text resigned, in the other, from nobody says what."""
    first = account(
        "Leo Roa was sworn in as interim president.",
        ("Leo Roa was sworn in", Manner.SWORN_IN, "Leo Roa", {"office": "interim president"}),
        id="first",
    )
    second = account(
        "Leo Roa resigned.", ("Leo Roa resigned", Manner.RESIGNED, "Leo Roa", {}), id="second"
    )
    line = draw(first, second)
    assert [s.word for r in line.rungs for s in r.statuses] == [StatusWord.IN]
    assert [s.word for s in line.outside] == [StatusWord.OUT]


def test_without_an_order_one_country_lets_accounts_lend_an_office(
    draw: Drawer, account: Teller
) -> None:
    """Both tell of Mongolia, and one office alone is told of the holder."""
    first = account(
        "Mongolian President Leo Roa fled.",
        ("Leo Roa fled", Manner.FLED, "Leo Roa", {"office": "President"}),
        id="first",
    )
    named = account(
        "Mongolian President Leo Roa was sworn in as president.",
        ("was sworn in as president", Manner.SWORN_IN, "Leo Roa", {"office": "president"}),
        id="named",
    )
    second = account(
        "Leo Roa resigned.", ("Leo Roa resigned", Manner.RESIGNED, "Leo Roa", {}), id="second"
    )
    line = draw(first, named, second)
    assert line.heading.startswith("no order for Mongolia here")
    assert [r.office.name for r in line.rungs] == ["President"]
    assert StatusWord.OUT in [s.word for r in line.rungs for s in r.statuses]
    assert line.outside == ()


def test_naming_who_may_come_next_is_silence_on_who_holds_it(draw: Drawer, account: Teller) -> None:
    """The hopeful is named elsewhere for other reasons."""
    first = account(
        "In Ruritania Leo Roa is next in line to be Speaker of the Diet.",
        (
            "Leo Roa is next in line",
            Manner.NEXT_IN_LINE,
            "Leo Roa",
            {"office": "Speaker of the Diet"},
        ),
        id="first",
    )
    second = account("In Ruritania Leo Roa spoke to a crowd.", id="second")
    line = draw(first, second, order="RU-TEST")
    assert dict(rung(line, "speaker").silent) == {"second": Silence.SAYS_NOTHING}


def test_a_title_in_passing_stands_on_an_asserted_office(draw: Drawer, account: Teller) -> None:
    """As what it is, a title; on an office of the law it fills nothing."""
    said = "The marshal of the Diet, Leo Roa, spoke. The president of Ruritania, Ana Paz, resigned."
    resigned = ("Ana Paz, resigned", Manner.RESIGNED, "Ana Paz", {"office": "president"})
    line = draw(account(said, resigned, id="a"))
    status = line.asserted[0].statuses[0]
    assert (status.word, status.person) == (StatusWord.CALLED, "Leo Roa")
    assert status.evidence[0].article.quote(status.evidence[0].span).endswith("Leo Roa")
