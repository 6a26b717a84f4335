"""Claims: same person, same family, same standing; outcomes, days and stages that part."""

from datetime import date

import pytest

from crisis_reader.alignment.claims import (
    Claim,
    agree,
    agreements,
    claim_rows,
    conflict,
    date_difference,
    only_dates,
    outcome_difference,
    read_claims,
    said_of,
    stage_differences,
    title_differences,
)
from crisis_reader.alignment.pairing import pair_claims
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.records import Dimension
from crisis_reader.article import Article
from crisis_reader.events import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.text.spans import Span

KIND = {
    Manner.DECLARED: Kind.CLAIM,
    Manner.SELF_PROCLAIMED: Kind.CLAIM,
    Manner.WILLING: Kind.CLAIM,
    Manner.SWORN_IN: Kind.ENTRY,
    Manner.RECOGNISED: Kind.RECOGNITION,
    Manner.NEXT_IN_LINE: Kind.NEXT,
    Manner.ASYLUM_SOUGHT: Kind.DEPARTURE,
    Manner.ASYLUM_GRANTED: Kind.DEPARTURE,
}
Told = tuple[str, str, Manner]


def account(*told: Told, modality: Modality = Modality.ACTUAL, day: date | None = None) -> Prepared:
    """An article of one sentence for each thing told: its words, of whom, in what manner."""
    text = " ".join(f"{words}." for words, _, _ in told)
    article = prepare(Article.from_text(text, language="en"))
    events = []
    for words, person, manner in told:
        start = text.index(words)
        events.append(
            Event(
                kind=KIND.get(manner, Kind.EXIT),
                manner=manner,
                modality=modality,
                person=person,
                how_named=HowNamed.FULL,
                surface=person,
                office="president",
                date=DateRange(earliest=day, latest=day, basis="'on Friday'") if day else None,
                voice=Voice.REPORTER,
                article_id="x",
                span=Span(start, start + len(words)),
                rule="test",
            )
        )
    article.reading.__dict__["events"] = tuple(events)
    return article


def claim(
    words: str,
    person: str,
    manner: Manner,
    modality: Modality = Modality.ACTUAL,
    day: date | None = None,
) -> Claim:
    """One claim of an article that makes no other."""
    return account((words, person, manner), modality=modality, day=day).reading.claims[0]


def test_every_row_names_a_manner_and_has_an_example() -> None:
    """The table's first column are manners of events."""
    assert set(claim_rows()) <= {m.value for m in Manner}
    assert all(row.family and row.example for row in claim_rows().values())


def test_a_claim_of_nobody_is_none() -> None:
    """An event whose person is not known beyond doubt claims nothing of anybody."""
    article = account(("The leader resigned", "Somebody", Manner.RESIGNED))
    event = article.reading.events[0]
    nameless = Event(**{name: getattr(event, name) for name in event.__slots__} | {"person": None})
    article.reading.__dict__["events"] = (nameless,)
    assert read_claims(article.reading) == ()


def test_other_words_for_one_exit_agree() -> None:
    """Resigned and driven out are one exit of one person."""
    left = claim("Lucio Gutierrez resigned", "Lucio Gutierrez", Manner.RESIGNED)
    right = claim("the crowd drove Gutierrez out", "Gutierrez", Manner.FORCED_OUT)
    assert agree(left, right)


@pytest.mark.parametrize(
    ("person", "manner", "modality"),
    [
        ("Alfredo Palacio", Manner.RESIGNED, Modality.ACTUAL),
        ("Lucio Gutierrez", Manner.FLED, Modality.ACTUAL),
        ("Lucio Gutierrez", Manner.RESIGNED, Modality.DEMANDED),
        ("Lucio Gutierrez", Manner.RESIGNED, Modality.DENIED),
    ],
)
def test_other_person_family_or_standing_does_not_agree(
    person: str, manner: Manner, modality: Modality
) -> None:
    """One thing that differs is enough."""
    left = claim("Lucio Gutierrez resigned", "Lucio Gutierrez", Manner.RESIGNED)
    assert not agree(left, claim(f"{person} it is", person, manner, modality))


def test_what_both_demand_agrees() -> None:
    """A demand in both accounts is the same claim."""
    left = claim("They want Lula out", "Lula", Manner.RESIGNED, Modality.DEMANDED)
    right = claim("Lula must go, they say", "Lula", Manner.RESIGNED, Modality.DEMANDED)
    assert agree(left, right)


def test_other_stages_do_not_agree() -> None:
    """To be ready for an office and to declare it are two things."""
    left = claim("Juan Guaido is ready", "Juan Guaido", Manner.WILLING)
    right = claim("Juan Guaido declared himself", "Juan Guaido", Manner.DECLARED)
    assert not agree(left, right)


def test_another_person_clashes_with_the_names() -> None:
    """The reason says of whom each account tells."""
    left = claim("Ali Zeidan resigned", "Ali Zeidan", Manner.RESIGNED)
    right = claim("Omar Hassi resigned", "Omar Hassi", Manner.RESIGNED)
    assert conflict(left, right) == "of two people: Ali Zeidan, Omar Hassi"


def test_names_with_a_common_word_do_not_clash() -> None:
    """A family, or one name written two ways, is left open."""
    left = claim("Raul Castro resigned", "Raul Castro", Manner.RESIGNED)
    right = claim("Fidel Castro resigned", "Fidel Castro", Manner.RESIGNED)
    assert conflict(left, right) == ""


def test_done_and_demanded_clash() -> None:
    """What happened in one account is only demanded in the other."""
    left = claim("Jacob Zuma resigned", "Jacob Zuma", Manner.RESIGNED)
    right = claim("Resign, Zuma", "Zuma", Manner.RESIGNED, Modality.DEMANDED)
    assert conflict(left, right) == "demanded in one, done in the other"


def test_another_outcome_is_a_difference_with_both_spans() -> None:
    """Sought and granted asylum: one claim, two outcomes."""
    left = claim("Zelaya sought asylum", "Zelaya", Manner.ASYLUM_SOUGHT)
    right = claim("Brazil took Zelaya in", "Zelaya", Manner.ASYLUM_GRANTED)
    found = outcome_difference(left, right, [left], [right])
    assert found is not None
    assert found.dimension is Dimension.OUTCOME
    assert (found.left, found.right) == (left.event.span, right.event.span)
    assert (found.left_also, found.right_also) == (None, None)


def test_the_same_outcome_is_no_difference() -> None:
    """Resigned and stepped down come to the same."""
    left = claim("Mubarak resigned", "Mubarak", Manner.RESIGNED)
    right = claim("Mubarak stepped down", "Mubarak", Manner.STEPPED_DOWN)
    assert outcome_difference(left, right, [left], [right]) is None


def test_a_difference_names_where_the_account_says_the_other_thing_too() -> None:
    """``also`` points to what the left article says elsewhere."""
    lefts = account(
        ("Estrada was forced out", "Estrada", Manner.FORCED_OUT),
        ("Estrada resigned", "Estrada", Manner.RESIGNED),
    ).reading.claims
    right = claim("Estrada stepped down", "Estrada", Manner.STEPPED_DOWN)
    found = outcome_difference(lefts[0], right, lefts, [right])
    assert found is not None
    assert found.left_also == lefts[1].passage
    assert found.right_also is None


def test_days_that_exclude_each_other_are_a_difference() -> None:
    """Both clauses state a day and the days are not the same."""
    left = claim("on Friday he resigned", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 19))
    right = claim("he resigned on Friday", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 21))
    found = date_difference(left, right, [left], [right])
    assert found is not None
    assert found.dimension is Dimension.DATE
    assert (found.left_day, found.right_day) == (date(2008, 9, 19), date(2008, 9, 21))


@pytest.mark.parametrize("other", [date(2008, 9, 19), date(2009, 9, 19), None])
def test_the_same_day_a_far_year_or_no_day_is_no_difference(other: date | None) -> None:
    """A year apart is a year read wrongly, not a contradiction."""
    left = claim("on Friday he resigned", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 19))
    right = claim("he resigned on Friday", "Mbeki", Manner.RESIGNED, day=other)
    assert date_difference(left, right, [left], [right]) is None


def test_a_day_taken_from_elsewhere_is_no_difference() -> None:
    """Only what the clause itself says of its day counts."""
    left = claim("then he resigned", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 19))
    right = claim("he resigned on Friday", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 21))
    assert date_difference(left, right, [left], [right]) is None


def test_a_text_that_tells_both_days_does_not_differ() -> None:
    """If one account has the other's day as well, nothing is claimed."""
    left = claim("on Friday he resigned", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 19))
    right = claim("he resigned on Friday", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 21))
    again = claim("he quit on Friday", "Mbeki", Manner.RESIGNED, day=date(2008, 9, 19))
    assert date_difference(left, right, [left], [right, again]) is None


def test_another_stage_of_one_person_is_a_difference_without_a_match() -> None:
    """Ready in one account, declared and recognised in the other."""
    lefts = account(("Juan Guaido is ready", "Juan Guaido", Manner.WILLING)).reading.claims
    rights = account(
        ("the self-proclaimed leader Guaido", "Guaido", Manner.SELF_PROCLAIMED),
        ("Guaido declared himself", "Guaido", Manner.DECLARED),
        ("Peru recognised Guaido", "Guaido", Manner.RECOGNISED),
    ).reading.claims
    found = stage_differences(lefts, rights)
    assert [d.dimension for d in found] == [Dimension.STAGE] * 2
    assert {d.right for d in found} == {rights[1].event.span, rights[2].event.span}


def test_an_earlier_step_is_no_difference() -> None:
    """Who tells the end need not tell how it began."""
    lefts = account(
        ("Temer is next in line", "Temer", Manner.NEXT_IN_LINE),
        ("Temer was sworn in", "Temer", Manner.SWORN_IN),
    ).reading.claims
    rights = account(("Temer took the oath", "Temer", Manner.SWORN_IN)).reading.claims
    assert stage_differences(lefts, rights) == []
    assert stage_differences(rights, lefts) == []


def test_a_stage_that_both_tell_is_no_difference() -> None:
    """Sworn in here, sworn in there."""
    left = claim("Temer was sworn in", "Temer", Manner.SWORN_IN)
    right = claim("Temer took the oath", "Michel Temer", Manner.SWORN_IN)
    assert stage_differences([left], [right]) == []


def test_a_doubted_title_against_a_plain_one_is_a_difference() -> None:
    """Self-proclaimed here, interim president there, and neither account uses both."""
    lefts = account(
        ("the self-proclaimed leader Serra", "Serra", Manner.SELF_PROCLAIMED)
    ).reading.claims
    rights = account(("interim president Serra", "Serra", Manner.TITLED)).reading.claims
    found = title_differences(lefts, rights)
    assert [(d.dimension, d.left, d.right) for d in found] == [
        (Dimension.TITLE, lefts[0].event.span, rights[0].event.span)
    ]
    assert title_differences(lefts, [*rights, *lefts]) == []
    assert title_differences(rights, rights) == []


def test_titles_neither_match_nor_clash() -> None:
    """To call somebody president is no event."""
    left = claim("interim president Serra", "Serra", Manner.TITLED)
    right = claim("interim president Temer", "Temer", Manner.TITLED)
    assert not agree(left, left)
    assert conflict(left, right) == ""


def test_each_claim_is_paired_once_the_likest_first() -> None:
    """Two tellings on either side make two pairs, by their common words."""
    left = account(
        ("Lugo quit the palace", "Lugo", Manner.RESIGNED),
        ("Lugo resigned on television", "Lugo", Manner.RESIGNED),
    )
    right = account(
        ("On television Lugo resigned", "Lugo", Manner.RESIGNED),
        ("Lugo left the palace", "Lugo", Manner.RESIGNED),
    )
    lefts, rights = left.reading.claims, right.reading.claims
    pairs = {
        (p.left.sentence, p.right.sentence)
        for p in pair_claims(left, right, agreements(lefts, rights), {})
    }
    assert pairs == {(0, 1), (1, 0)}


def test_a_claim_told_again_may_share_its_partner() -> None:
    """Three tellings against one: three pairs, of which one is the first."""
    left = account(*[(f"Lugo resigned {n} times", "Lugo", Manner.RESIGNED) for n in "abc"])
    right = account(("Lugo resigned", "Lugo", Manner.RESIGNED))
    pairs = pair_claims(left, right, agreements(left.reading.claims, right.reading.claims), {})
    assert sorted(p.first for p in pairs) == [False, False, True]


def test_an_outcome_that_one_account_alone_tells_is_paired_too() -> None:
    """The difference is seen although the claim has its match already."""
    left = account(
        ("Lugo resigned", "Lugo", Manner.RESIGNED), ("they removed Lugo", "Lugo", Manner.REMOVED)
    )
    right = account(("Lugo resigned", "Lugo", Manner.RESIGNED))
    pairs = pair_claims(left, right, agreements(left.reading.claims, right.reading.claims), {})
    assert [(p.left.event.manner, p.right.event.manner) for p in pairs] == [
        (Manner.RESIGNED, Manner.RESIGNED),
        (Manner.REMOVED, Manner.RESIGNED),
    ]


def test_a_claim_says_what_both_say() -> None:
    """In everyday words, with the longer name, and whether it is only demanded."""
    one = account(("Zelaya quit", "Zelaya", Manner.RESIGNED))
    other = account(("Manuel Zelaya was ousted", "Manuel Zelaya", Manner.OVERTHROWN))
    (left,), (right,) = one.reading.claims, other.reading.claims
    assert said_of(left, right) == "both say that Manuel Zelaya left office"
    wanted = account(("Zelaya quit", "Zelaya", Manner.RESIGNED), modality=Modality.DEMANDED)
    (claim,) = wanted.reading.claims
    assert said_of(claim, claim) == "both say that Zelaya left office (demanded)"


def test_who_resigns_a_year_later_resigns_again() -> None:
    """Days too far apart for one event, both told in the clause, make two claims."""
    told = ("Zelaya quit on Friday", "Zelaya", Manner.RESIGNED)
    (early,) = account(told, day=date(2009, 6, 26)).reading.claims
    (later,) = account(told, day=date(2010, 6, 25)).reading.claims
    (soon,) = account(told, day=date(2009, 12, 25)).reading.claims
    assert not agree(early, later)
    assert not agree(later, early)
    assert agree(early, soon)


def test_a_court_of_both_accounts_may_have_recognised_in_both() -> None:
    """What one account says of the court may be the same, in words that are no event."""
    left = "Senator Ana Roca declared herself president of Freedonia."
    right = f"{left} The Constitutional Court recognised Roca as president."
    courts = f"{left} The Constitutional Court issued a note."

    def stages(one: str, other: str) -> int:
        both = (prepare(Article.from_text(text, language="en")) for text in (one, other))
        return len(stage_differences(*(article.reading.claims for article in both)))

    assert stages(left, right) == stages(right, left) == 1
    assert stages(courts, right) == stages(right, courts) == 0


def test_who_only_dates_something_by_a_claim_is_less_sure() -> None:
    """Two accounts that both say "after her resignation" tell of other things."""
    text = "President Ana Roca resigned. Banks closed after the resignation of Ana Roca."
    article = prepare(Article.from_text(text, language="en"))
    assert [only_dates(claim) for claim in article.reading.claims] == [False, True]


def test_a_relative_clause_is_shown_with_what_it_hangs_on() -> None:
    """A claim inside one is told from the clause before it on; any other clause stands alone."""
    text = "The palace fell silent after Manuel Zelaya, who resigned on Friday, left Honduras."
    resigned, *_ = prepare(Article.from_text(text, language="en")).reading.claims
    assert resigned.clause.of(text) == "who resigned on Friday"
    assert resigned.passage.of(text).endswith("Manuel Zelaya, who resigned on Friday")
    other = "Ships left the port. Manuel Zelaya resigned on Friday, and rain fell."
    alone, *_ = prepare(Article.from_text(other, language="en")).reading.claims
    assert alone.passage == alone.clause


def test_a_question_claims_nothing() -> None:
    """What a sentence asks is not said to have happened."""
    text = "Did President Manuel Zelaya resign on Friday? President Manuel Zelaya resigned."
    claims = prepare(Article.from_text(text, language="en")).reading.claims
    assert [c.sentence for c in claims] == [1]
