"""What can be called from outside, with whatever comes: records that hold, or an error of ours."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.test_alignment import _TEXTS

from crisis_reader import (
    Article,
    CrisisReaderError,
    align,
    align_all,
    extract_events,
    line_of_succession,
    open_source,
    prepare,
)
from crisis_reader.events import parse_corrections
from crisis_reader.text import Span

FEW = settings(max_examples=40)
DAYS = st.none() | st.dates(date(2012, 1, 1), date(2012, 12, 31))
REPORTS = st.lists(
    st.sampled_from(
        [
            "President Fernando Lugo resigned on Sunday.",
            "The Senate removed President Fernando Lugo on Friday.",
            "Vice President Federico Franco was sworn in an hour later.",
            "Franco called himself president. He left the country on Monday.",
            "Nobody resigned; they demanded that the president step down.",
            "Renunció el presidente Lugo. Asumió Franco.",
            "\x1b[2J\u202e",
        ]
    ),
    max_size=5,
).map(" ".join)


def lies_in(span: Span, article: Article) -> bool:
    """Whether a span is of that text and not empty."""
    return 0 <= span.start < span.end <= len(article.text)


DIGITS = st.text("0123456789-T: ", max_size=20)


@given(st.text(max_size=30) | DIGITS | st.dates().map(str), st.none() | st.text(max_size=5))
def test_a_stated_day_is_a_day_or_refused(published: str, language: str | None) -> None:
    """A day that is none is the caller's mistake, told in words; a language is what was said."""
    try:
        article = Article.from_text("Lugo resigned.", published=published, language=language)
    except CrisisReaderError as error:
        told = str(error)
    else:
        day = article.published
        assert day is not None
        assert published.strip().startswith((day.isoformat(), day.isoformat().replace("-", "")))
        assert not language or article.language == language
        told = "not a day"
    assert told.startswith("not a day")


@given(st.text(min_size=1).filter(lambda s: s != "-" and "://" not in s))
def test_an_address_that_leads_nowhere_is_a_problem(address: str) -> None:
    """Nulls, lone surrogates, names without an end: told, not raised."""
    loaded = open_source(f"/no/such/folder/{address}")
    assert not loaded.articles
    assert loaded.problems


@given(st.text(max_size=12))
def test_a_profile_is_known_or_refused(name: str) -> None:
    """No other word is taken for one."""
    article = Article.from_text("Lugo resigned.")
    try:
        found = align(article, article, profile=name)
    except CrisisReaderError:
        taken = None
    else:
        taken = str(found.profile)
    assert taken == (name if name in {"news", "reuse"} else None)


@FEW
@given(st.lists(_TEXTS, min_size=2, max_size=4))
def test_passages_lie_in_the_texts_of_their_accounts(texts: list[str]) -> None:
    """Also the differences; the same twice, prepared or not."""
    articles = [Article.from_text(text, id=str(k)) for k, text in enumerate(texts)]
    overview = align_all(articles)
    for passage in overview.passages:
        for stance, account in zip(passage.stances, overview.accounts, strict=True):
            article = account.articles[0]
            assert stance.span is None or lies_in(stance.span, article)
    again = align_all([prepare(article) for article in articles])
    assert again.passages == overview.passages


@FEW
@given(st.lists(st.tuples(REPORTS, DAYS), max_size=3), DAYS, DAYS)
def test_a_line_rests_on_places_in_its_texts(
    told: list[tuple[str, date | None]], as_of: date | None, known_by: date | None
) -> None:
    """Every statement can be traced; the same twice; nothing published after ``known_by``."""
    articles = [
        Article.from_text(text, id=str(k), published=day) for k, (text, day) in enumerate(told)
    ]
    line = line_of_succession(articles, as_of=as_of, known_by=known_by)
    rungs = (*line.rungs, *line.asserted)
    statuses = [*(status for rung in rungs for status in rung.statuses), *line.outside]
    for evidence in (one for status in statuses for one in status.evidence):
        assert evidence.article in articles
        assert lies_in(evidence.span, evidence.article)
        published = evidence.article.published
        assert known_by is None or published is None or published <= known_by
    assert line_of_succession(articles, as_of=as_of, known_by=known_by) == line


@FEW
@given(REPORTS)
def test_a_correction_takes_no_statement_away(text: str) -> None:
    """What a reader rejects is marked and stays."""
    article = Article.from_text(text, id="a")
    reject = '[[reject]]\narticle = "a"\nquote = "resigned"\nwhy = "a rumour"\n'
    corrections, _ = parse_corrections(reject)
    before = extract_events(article)
    after = extract_events(article, corrections=corrections)
    assert [e.span for e in after] == [e.span for e in before]
    assert all(not e.rejected or "resigned" in e.span.of(article.text) for e in after)
