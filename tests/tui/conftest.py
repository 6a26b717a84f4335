"""A reader on three small articles of a country that does not exist, with what they share fixed.

The aligner and the line have tests of their own; here their results are records made by hand, so
that a screen changes only when the screen's code does.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from crisis_reader.alignment.alignments import Alignment
from crisis_reader.alignment.records import (
    Account,
    Difference,
    Dimension,
    Grade,
    Match,
    MatchKind,
    Overview,
    Passage,
    Profile,
    Stance,
    Stand,
)
from crisis_reader.article import Article
from crisis_reader.events.records import Event, HowNamed, Kind, Manner, Modality, Voice
from crisis_reader.library.own_files import OwnFiles
from crisis_reader.succession.records import (
    Dispute,
    Evidence,
    Line,
    Office,
    Reading,
    Rung,
    Silence,
    Status,
    StatusWord,
)
from crisis_reader.text.spans import Span
from crisis_reader.tui.app.reader import CrisisReader
from crisis_reader.tui.jobs import drawing, surveying
from crisis_reader.tui.jobs.bench import Bench
from crisis_reader.tui.jobs.drawing import Question
from crisis_reader.tui.screens import home as home_module
from crisis_reader.tui.start import make_app

DATA = Path(__file__).parent / "data"

TITLES = ("Regent leaves palace", "How the regent was driven out")

# left words, right words, grade, kind, (dimension, left, right) of the difference if there is one
_MATCHES = (
    ("left the palace by the east gate on Monday night",
     "On Monday night he left the palace through the eastern gate",
     Grade.STRONG, MatchKind.NEAR, None),
    ("a day after he resigned", "The regent was forced out on Sunday by his own guards",
     Grade.LIKELY, MatchKind.SAME_CLAIM, (Dimension.OUTCOME, "resigned", "forced out")),
    ("The council of elders named Ada Voss", "The elders who chose her were eleven of thirty",
     Grade.WEAK, MatchKind.PARAPHRASE, None),
    ('"There will be a vote before the first snow," she said',
     '"There will be a vote before the first snow," she said',
     Grade.STRONG, MatchKind.QUOTE, None),
    ("Three ministers gave up their posts", "Four ministers gave up their posts",
     Grade.STRONG, MatchKind.NEAR, (Dimension.NUMBER, "Three", "Four")),
)  # fmt: skip
_SCORES = {Grade.STRONG: 0.9, Grade.LIKELY: 0.6, Grade.WEAK: 0.3}


def span_of(article: Article, words: str) -> Span:
    """Where words stand in an article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def fixed_alignment(left: Article, right: Article) -> Alignment:
    """What two of the three articles share."""
    if {left.title, right.title} != set(TITLES):
        return Alignment(left=left, right=right, profile=Profile.NEWS)
    if left.title != TITLES[0]:
        left, right = right, left
    matches = []
    for number, (one, other, grade, kind, parting) in enumerate(_MATCHES):
        differences: tuple[Difference, ...] = ()
        if parting:
            dimension, here, there = parting
            differences = (
                Difference(
                    dimension=dimension, left=span_of(left, here), right=span_of(right, there)
                ),
            )
        matches.append(
            Match(
                left=span_of(left, one),
                right=span_of(right, other),
                score=_SCORES[grade] - number / 100,
                grade=grade,
                kind=kind,
                group=number,
                differences=differences,
                because="both tell it",
            )
        )
    matches.sort(key=lambda match: match.left)
    found = tuple(d for match in matches for d in match.differences)
    return Alignment(
        left=left, right=right, profile=Profile.NEWS, matches=tuple(matches), differences=found
    )


class FixedBench(Bench):
    """Aligns by looking up."""

    def aligned(
        self, pairs: Sequence[tuple[Article, Article]], stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[list[Alignment], int]]:
        """All at once."""
        del stopped
        yield [fixed_alignment(left, right) for left, right in pairs], 0


def _evidence(article: Article, words: str, kind: Kind, manner: Manner) -> Evidence:
    event = Event(
        kind=kind,
        manner=manner,
        modality=Modality.ACTUAL,
        person=None,
        how_named=HowNamed.TITLE,
        surface="the regent",
        office="regent",
        voice=Voice.REPORTER,
        article_id=article.id,
        span=span_of(article, words),
        rule="by hand",
    )
    return Evidence(event=event, article=article)


def fixed_line(
    readings: Sequence[Reading],
    letters: dict[str, str],
    question: Question,
    own: OwnFiles,
) -> Line:
    """The regent out, Ada Voss disputed; the seal is nobody's subject."""
    del own
    articles = [reading.article for reading in readings]
    as_of, known_by = question.as_of, question.known_by
    by_title = {article.title: article for article in articles}
    courier = by_title.get("Regent leaves palace")
    lantern = by_title.get("How the regent was driven out")
    if courier is None or lantern is None:
        return Line(
            order=None,
            heading="no order",
            articles=tuple(articles),
            rungs=(),
            as_of=as_of,
            letters=tuple(letters.values()),
        )
    out = (
        _evidence(courier, "a day after he resigned", Kind.EXIT, Manner.RESIGNED),
        _evidence(lantern, "The regent was forced out", Kind.EXIT, Manner.FORCED_OUT),
    )
    named = _evidence(courier, "named Ada Voss", Kind.ENTRY, Manner.APPOINTED)
    claims = _evidence(lantern, "calls herself acting regent", Kind.CLAIM, Manner.DECLARED)
    regent = Rung(
        office=Office(id="regent", rank=0, names=(("en", ("Regent",)),)),
        statuses=(
            Status(word=StatusWord.OUT, person=None, surface="the regent", evidence=out),
            Status(
                word=StatusWord.CLAIMS, person="Ada Voss", evidence=(named, claims), disputed=True
            ),
        ),
        disputes=(
            Dispute(
                person="Ada Voss", sides=(("appointed", (named,)), ("self-declared", (claims,)))
            ),
        ),
    )
    seal = Rung(
        office=Office(id="seal", rank=1, names=(("en", ("Keeper of the Seal",)),)),
        silent=tuple((article.id, Silence.SAYS_NOTHING) for article in (courier, lantern)),
    )
    return Line(
        order=None,
        heading="Marovia · no order on file; offices as the texts name them",
        articles=tuple(articles),
        rungs=(regent, seal),
        as_of=as_of,
        known_by=known_by,
        days=(date(2031, 9, 14), date(2031, 9, 15)),
        letters=tuple(letters[article.id] for article in articles),
    )


def fixed_overview(_: Bench, articles: Sequence[Article], *_more: object) -> Overview:
    """The passages of the one pair that shares any; the third article leaves them all out."""
    courier, lantern = (
        next(n for n, one in enumerate(articles) if one.title == title) for title in TITLES
    )
    passages = []
    for match in fixed_alignment(articles[courier], articles[lantern]).matches:
        stances = [Stance(stand=Stand.LACKS, span=None) for _ in articles]
        stances[courier] = Stance(stand=Stand.HAS, span=match.left)
        stand = Stand.DIFFERS if match.differences else Stand.HAS
        stances[lantern] = Stance(stand=stand, span=match.right, differences=match.differences)
        passages.append(Passage(stances=tuple(stances), score=match.score))
    accounts = tuple(Account(articles=(article,)) for article in articles)
    return Overview(accounts=accounts, passages=tuple(passages))


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames and a cursor's rest are for eyes; a test need not wait for them."""
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.002)
    monkeypatch.setattr(home_module, "_REST", 0.002)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[], CrisisReader]:
    """Makes a reader on the three articles."""
    monkeypatch.setattr(drawing, "drawn_line", fixed_line)
    monkeypatch.setattr(surveying, "surveyed", fixed_overview)

    def make() -> CrisisReader:
        app = make_app([str(DATA)])
        app.bench = FixedBench()
        return app

    return make
