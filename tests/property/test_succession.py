"""What holds of every line of succession, whatever the accounts say."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crisis_reader.article import Article
from crisis_reader.events import DateRange, Event, HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.reports.succession import succession_text
from crisis_reader.reports.succession_json import succession_json
from crisis_reader.succession import Evidence, Line, Reading, Status, draw_line
from crisis_reader.succession.statuses import word_of
from crisis_reader.text import Span

FIRST = date(2013, 3, 1)
PEOPLE = ("Ana Paz", "Paz", "Leo Roa", "Eva Lux", None)
OFFICES = ("president", "interim president", "vice president", "economy minister", None)
WAYS = {
    Manner.RESIGNED: Kind.EXIT,
    Manner.OVERTHROWN: Kind.EXIT,
    Manner.SWORN_IN: Kind.ENTRY,
    Manner.DECLARED: Kind.CLAIM,
    Manner.SELF_PROCLAIMED: Kind.CLAIM,
    Manner.WILLING: Kind.CLAIM,
    Manner.RECOGNISED: Kind.RECOGNITION,
    Manner.REFUSED: Kind.DENIAL,
    Manner.FLED: Kind.DEPARTURE,
    Manner.ASYLUM_GRANTED: Kind.DEPARTURE,
    Manner.NEXT_IN_LINE: Kind.NEXT,
    Manner.TITLED: Kind.TITLE,
    Manner.VACANT: Kind.VACANT,
}


def text_of(account: int) -> str:
    """Eight clauses, none in the words of another account: one that is copied counts once."""
    clauses = (f"Clause number {i} says it in the words of {account * 8 + i}." for i in range(8))
    return "Venezuela's president is Ana Paz. " + " ".join(clauses)


@st.composite
def ranges(draw: st.DrawFn) -> DateRange | None:
    """No day, one day, some days or an open end."""
    start = FIRST + timedelta(days=draw(st.integers(0, 12)))
    end = start + timedelta(days=draw(st.integers(0, 3)))
    shape = draw(st.sampled_from(["none", "day", "range", "open"]))
    if shape == "none":
        return None
    earliest = None if shape == "open" else start
    return DateRange(earliest=earliest, latest=start if shape == "day" else end, basis="given")


@st.composite
def readings(draw: st.DrawFn) -> tuple[Reading, ...]:
    """One to four accounts with up to five events each, each at a place of its own."""
    told = []
    for number in range(draw(st.integers(1, 4))):
        published = draw(st.none() | st.just(FIRST + timedelta(days=draw(st.integers(0, 12)))))
        article = Article.from_text(text_of(number), id=f"a{number}", published=published)
        places = draw(st.lists(st.integers(0, 7), max_size=5, unique=True))
        told.append(
            Reading(article=article, events=tuple(draw(events(article, p)) for p in places))
        )
    return tuple(told)


@st.composite
def events(draw: st.DrawFn, article: Article, place: int) -> Event:
    """An event in the clause of that number."""
    quote = f"Clause number {place} says it"
    start = article.text.index(quote)
    manner = draw(st.sampled_from(sorted(WAYS)))
    person = draw(st.sampled_from(PEOPLE))
    return Event(
        kind=WAYS[manner],
        manner=manner,
        modality=draw(st.sampled_from(sorted(Modality))),
        person=person,
        how_named=draw(st.sampled_from(sorted(HowNamed))) if person else HowNamed.NONE,
        unnamed=draw(st.integers(0, 2)),
        surface=person or "somebody",
        office=draw(st.sampled_from(OFFICES)),
        date=draw(ranges()),
        voice=draw(st.sampled_from(sorted(Voice))),
        article_id=article.id,
        span=Span(start, start + len(quote)),
        rule="drawn",
    )


def same(left: str, right: str) -> bool:
    """Equal surnames, given names equal where both have one."""
    one, other = left.split(), right.split()
    return one[-1] == other[-1] and (len(one) == 1 or len(other) == 1 or one[0] == other[0])


def draw_it(told: tuple[Reading, ...], as_of: date | None = None) -> Line:
    """The line on Venezuela's order."""
    return draw_line(told, same_person=same, order="VE-1999", as_of=as_of)


def statuses(line: Line) -> list[Status]:
    """All statuses, wherever they stand."""
    rungs = (*line.rungs, *line.asserted)
    return [*(s for rung in rungs for s in rung.statuses), *line.outside]


def shown(line: Line) -> Counter[tuple[str, int, Manner]]:
    """Each statement by article, place and manner."""
    return Counter(key(e) for status in statuses(line) for e in status.evidence)


def key(evidence: Evidence) -> tuple[str, int, Manner]:
    """What tells a statement from every other."""
    return evidence.article.id, evidence.span.start, evidence.event.manner


@given(readings())
def test_every_statement_stands_once_and_none_that_did_not_happen(
    told: tuple[Reading, ...],
) -> None:
    """Titles aside, which a fall outweighs: live events once each, wishes and doubts nowhere."""
    live = Counter(
        (r.article.id, e.span.start, e.manner)
        for r in told
        for e in r.events
        if e.kind is not Kind.TITLE
        and (
            e.modality in {Modality.ACTUAL, Modality.ANNOUNCED}
            or (e.manner is Manner.WILLING and e.modality is not Modality.DENIED)
        )
    )
    drawn = shown(draw_it(told))
    assert Counter({k: n for k, n in drawn.items() if k[2] is not Manner.TITLED}) == live
    assert all(count == 1 for count in drawn.values())


@given(readings())
def test_no_status_is_firmer_than_one_of_its_statements(told: tuple[Reading, ...]) -> None:
    """The word of a status is the word of at least one statement below it."""
    for status in statuses(draw_it(told)):
        assert status.word in {word_of(e.event) for e in status.evidence}


@given(readings())
def test_a_stated_day_is_stated_by_a_statement(told: tuple[Reading, ...]) -> None:
    """A status is dated only by evidence of its own."""
    for status in statuses(draw_it(told)):
        if status.date and status.date.day:
            ranges_told = [e.event.date for e in status.evidence if e.event.date]
            assert any(
                (r.earliest or date.min) <= status.date.day <= (r.latest or date.max)
                for r in ranges_told
            )


@given(readings(), st.integers(0, 12))
def test_as_of_only_leaves_out(told: tuple[Reading, ...], offset: int) -> None:
    """Nothing appears on an earlier day that is not there without one; undated statements stay."""
    day = FIRST + timedelta(days=offset)
    everything, part = shown(draw_it(told)), shown(draw_it(told, as_of=day))
    titles_aside = [k for k in part if k[2] is not Manner.TITLED]
    assert all(k in everything for k in titles_aside)
    later = {
        (r.article.id, e.span.start)
        for r in told
        for e in r.events
        if e.date and e.date.earliest and e.date.earliest > day
    }
    assert not later & {(article, start) for article, start, _ in part}


@given(readings())
def test_disputed_statuses_and_disputes_agree(told: tuple[Reading, ...]) -> None:
    """No status is called disputed without two sides that are named."""
    line = draw_it(told)
    for rung in (*line.rungs, *line.asserted):
        assert all(len(d.sides) >= 2 or len(d.sides[0][1]) >= 2 for d in rung.disputes)
        if any(status.disputed for status in rung.statuses):
            assert rung.disputes


@given(readings())
def test_silent_accounts_say_nothing_and_speaking_ones_are_not_silent(
    told: tuple[Reading, ...],
) -> None:
    """Each account either has a statement on the office or is silent on it; a copy is neither."""
    line = draw_it(told)
    copies = {copy for _, copy in line.copies}
    for rung in line.rungs:
        speaking = {e.article.id for s in rung.statuses for e in s.evidence}
        silent = {article for article, _ in rung.silent}
        assert not speaking & silent
        assert not copies & (speaking | silent)


@given(readings())
def test_same_input_same_output(told: tuple[Reading, ...]) -> None:
    """Down to the last word of the reports."""
    assert succession_text(draw_it(told)) == succession_text(draw_it(told))
    assert succession_json(draw_it(told)) == succession_json(draw_it(told))


@given(readings())
def test_the_order_of_the_articles_changes_letters_only(told: tuple[Reading, ...]) -> None:
    """What is said of whom does not depend on which article came first."""

    def content(
        line: Line,
    ) -> Counter[tuple[str, str | None, bool, frozenset[tuple[str, int, Manner]]]]:
        return Counter(
            (s.word, s.person, s.disputed, frozenset(key(e) for e in s.evidence))
            for s in statuses(line)
        )

    assert content(draw_it(told)) == content(draw_it(told[::-1]))
