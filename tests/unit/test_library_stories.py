"""Stories: articles by event, copies told apart from accounts, what stands closest."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crisis_reader.article import Article
from crisis_reader.library import Library, Source, SourceKind, Stories, stories_of
from crisis_reader.library.stories.store import Batch
from crisis_reader.sources import bundled_articles, open_source

NOW = datetime(2020, 2, 3, tzinfo=UTC)

DAM = (
    "Governor Petra Lindqvist closed the Halmar dam on Tuesday after engineers found cracks in its "
    "northern wall. Some 4,200 people in Osterby were told to leave their homes before nightfall, "
    "and the river police moved boats to the lower bridge. Engineer Tomas Wrede said the concrete "
    "had been weakened by last winter's frost. The regional council meets on Thursday to decide "
    "who pays for the repair, which may take until spring."
)
DAM_TOLD_AGAIN = (
    "Residents of Osterby spent the night in school halls after Governor Lindqvist shut the Halmar "
    "dam. Wrede, the engineer in charge, spoke of cracks wider than a hand in the northern wall. "
    "About 4,000 left their homes; the river police took the last of them across in boats."
)
PRESA = (
    "La gobernadora Petra Lindqvist ordenó cerrar la presa de Halmar tras hallarse grietas en el "
    "muro norte. Unos 4.200 vecinos de Osterby fueron evacuados. El ingeniero Tomas Wrede culpó a "
    "las heladas del último invierno, y el consejo regional decidirá el jueves quién paga."
)
STRIKE = (
    "Bus drivers in Port Almeda walked out for the third day over night pay. Union leader Rosa "
    "Quiles said talks with mayor Ignatius Bell had failed, and that trams would stop on Friday "
    "too. The mayor offered four per cent; the drivers want nine and an end to split shifts."
)


def article(text: str, name: str, *, day: int | None = 3, outlet: str | None = None) -> Article:
    """A report of a day in March 2031."""
    published = date(2031, 3, day) if day else None
    return Article.from_text(
        text,
        title=name,
        id=name,
        url=f"https://{name}.example/",
        outlet=outlet or name,
        published=published,
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


@pytest.fixture
def source(library: Library) -> Source:
    """A feed that was added."""
    return library.sources.add("https://feed.example/", SourceKind.FEED, now=NOW)


def groups(stories: Stories) -> set[frozenset[str]]:
    """The articles of each story."""
    found = stories.page(0, 1000, several=False)
    return {frozenset(m.id for m in stories.members(s.number)) for s in found}


def together(*articles: Article) -> set[frozenset[str]]:
    """The stories of these articles."""
    return groups(stories_of(articles))


def test_two_accounts_of_one_event_are_one_story() -> None:
    """In other words, and another event of that day is another story."""
    found = together(
        article(DAM, "herald"), article(DAM_TOLD_AGAIN, "tidende"), article(STRIKE, "echo")
    )
    assert found == {frozenset({"herald", "tidende"}), frozenset({"echo"})}


def test_two_languages_meet() -> None:
    """Names, figures and days bridge them."""
    assert together(article(DAM, "herald"), article(PRESA, "diario"), article(STRIKE, "echo")) == {
        frozenset({"herald", "diario"}),
        frozenset({"echo"}),
    }


def test_the_samples_of_two_countries_stay_apart() -> None:
    """No story has articles of both."""
    stories = stories_of(open_source(bundled_articles()).articles)
    for story in stories.page(0, 100, several=False):
        countries = {m.id.split("-")[0] for m in stories.members(story.number)}
        assert len(countries) == 1


def test_copies_of_one_text_are_one_account() -> None:
    """Whole or cut, in whatever outlet; what another reporter wrote is a second."""
    cut = DAM.partition(" Engineer")[0]
    stories = stories_of(
        [
            article(DAM, "herald"),
            article(DAM, "post"),
            article(cut, "gazette", day=4),
            article(DAM_TOLD_AGAIN, "tidende"),
        ]
    )
    (story,) = stories.page(0, 10)
    assert (story.articles, story.accounts, story.copies, story.outlets) == (4, 2, 2, 4)
    copies = {m.outlet: m.copy_of for m in stories.members(story.number)}
    heads = {"herald", "post"}
    assert copies.pop("tidende") is None
    assert set(copies.values()) - {None} < heads
    assert copies["gazette"] in heads


def test_a_lightly_edited_text_is_a_copy() -> None:
    """A word here and there does not make it an account of its own."""
    edited = DAM.replace("Some 4,200 people", "More than 4,000 people").replace(
        "may take until spring", "could last until spring"
    )
    (story,) = stories_of([article(DAM, "herald"), article(edited, "post")]).page(0, 10)
    assert (story.accounts, story.copies) == (1, 1)


def test_closest_is_another_account(library: Library, source: Source) -> None:
    """The one that tells most surely of the same, and copies of its own text come last."""
    library.import_articles(
        [
            article(DAM, "herald"),
            article(DAM, "post"),
            article(DAM_TOLD_AGAIN, "tidende"),
            article(STRIKE, "echo"),
        ],
        source,
        now=NOW,
    )
    library.stories.group()
    close = library.stories.closest("herald")
    assert [c.id for c in close if c.same_story] == [
        "tidende",
        "post",
    ]
    assert [c.is_copy for c in close if c.same_story] == [False, True]


def test_a_new_article_joins(library: Library, source: Source) -> None:
    """The story keeps its number, and its summary tells of the new one."""
    library.import_articles([article(DAM, "herald")], source, now=NOW)
    library.stories.group()
    (before,) = library.stories.page(0, 10, several=False)
    library.import_articles([article(DAM_TOLD_AGAIN, "tidende", day=4)], source, now=NOW)
    assert library.stories.waiting() == 1
    report = library.stories.group()
    assert (report.joined, report.opened, library.stories.waiting()) == (1, 0, 0)
    (after,) = library.stories.page(0, 10)
    assert (after.number, after.articles, after.newest) == (before.number, 2, date(2031, 3, 4))
    assert after.title == "herald"


def test_an_article_that_went_leaves_its_story(library: Library, source: Source) -> None:
    """And a story without articles is no more."""
    other = library.sources.add("https://other.example/", SourceKind.FEED, now=NOW)
    library.import_articles([article(DAM, "herald"), article(STRIKE, "echo")], other, now=NOW)
    library.import_articles([article(DAM_TOLD_AGAIN, "tidende")], source, now=NOW)
    library.stories.group()
    library.sources.remove(other)
    library.stories.group()
    assert groups(library.stories) == {frozenset({"tidende"})}


def test_a_changed_text_stays_in_its_story(library: Library, source: Source) -> None:
    """Also where it is the only one there."""
    library.import_articles([article(DAM, "herald")], source, now=NOW)
    library.stories.group()
    (before,) = library.stories.page(0, 10, several=False)
    library.import_articles([article(DAM + " Rain is forecast.", "herald")], source, now=NOW)
    library.stories.group()
    (after,) = library.stories.page(0, 10, several=False)
    assert after.number == before.number


def test_progress_only_goes_forward(library: Library, source: Source) -> None:
    """Reading the texts is part of the work; in the end all of it is done."""
    library.import_articles([article(DAM, "herald"), article(STRIKE, "echo")], source, now=NOW)
    told: list[float] = []
    last = library.stories.group(progress=lambda report: told.append(report.share))
    assert told == sorted(told)
    assert 0.0 < told[0] < 1.0
    assert told[-1] == last.share == 1.0


def test_weeks_apart_are_two_stories() -> None:
    """The same people months later are about something else."""
    late = Article.from_text(
        DAM_TOLD_AGAIN,
        title="late",
        url="https://late.example/",
        published=date(2031, 3, 3) + timedelta(days=90),
    )
    assert len(together(article(DAM, "herald"), late)) == 2


def orders(articles: list[Article]) -> Iterable[list[Article]]:
    """Some orders in which articles may arrive."""
    yield articles
    yield articles[::-1]
    yield articles[1::2] + articles[::2]


def test_grouped_at_once_the_order_of_arrival_does_not_matter() -> None:
    """They are placed by day."""
    articles = list(open_source(bundled_articles()).articles)
    found = [groups(stories_of(several)) for several in orders(articles)]
    assert found[0] == found[1] == found[2]


def test_what_is_to_be_done_is_noted_by_whoever_writes(library: Library, source: Source) -> None:
    """New articles, another text, another day and articles taken off wait; a reading does not."""
    library.import_articles([article(DAM, "herald"), article(STRIKE, "echo")], source, now=NOW)
    assert library.stories.waiting() == 2
    library.stories.group()
    library.reading.set_read([library.articles.article("echo")], now=NOW)
    library.import_articles([article(DAM, "herald")], source, now=NOW)
    assert library.stories.waiting() == 0
    library.import_articles([article(DAM, "herald", day=9)], source, now=NOW)
    assert library.stories.waiting() == 1
    library.sources.remove(source)
    assert library.stories.waiting() == 2
    assert library.stories.group().waiting == 0
    assert library.stories.count(several=False) == 0


def test_another_outlet_of_the_same_text_is_told(library: Library, source: Source) -> None:
    """What a list says of a story follows a correction of where an article is from."""
    library.import_articles(
        [article(DAM, "herald"), article(DAM_TOLD_AGAIN, "tidende")], source, now=NOW
    )
    library.stories.group()
    library.import_articles([article(DAM, "herald", outlet="tidende")], source, now=NOW)
    library.stories.group()
    (story,) = library.stories.page(0, 10)
    assert story.outlets == 1


def test_a_story_that_became_part_of_another_leads_there(library: Library, source: Source) -> None:
    """A number that somebody kept still finds the articles, also after a second time."""
    texts = {"herald": DAM, "echo": STRIKE, "foro": "El foro de Ytalca aplazó su debate anual."}
    articles = [article(text, name) for name, text in texts.items()]
    library.import_articles(articles, source, now=NOW)
    library.stories.group()
    store = library.stories._store
    for merged in ({3: 2}, {2: 1}):
        assert store.write(Batch(merged=merged), store.turn())
        library.stories.group()
    (story,) = library.stories.page(0, 10, several=False)
    assert (story.number, story.articles) == (1, 3)
    assert {library.stories.story(number) for number in (1, 2, 3)} == {story}


def test_two_programs_do_not_write_over_each_other(library: Library) -> None:
    """What was found before another program wrote is thrown away."""
    store = library.stories._store
    turn = store.turn()
    assert store.write(Batch(opened=[1]), turn)
    assert not store.write(Batch(opened=[2]), turn)
    assert store.write(Batch(opened=[2]), turn + 1)


def test_a_list_shows_accounts_by_day_newest_last() -> None:
    """Each with its fullest text's headline, where else it stands, when it came."""
    cut = DAM.partition(" Engineer")[0]
    stories = stories_of(
        [
            article(cut, "gazette", day=2),
            article(DAM, "herald"),
            article(DAM_TOLD_AGAIN, "tidende", day=4),
            article(STRIKE, "echo", day=5),
        ]
    )
    (shown,) = stories.shown(0, 10)
    assert [account.title for account in shown.accounts] == ["herald", "tidende"]
    first, second = shown.accounts
    assert (first.others, first.outlets, first.first) == (("gazette",), 2, date(2031, 3, 2))
    assert (second.others, second.outlets) == ((), 1)
    assert [s.story.title for s in stories.shown(0, 10, several=False)] == ["echo", "gazette"]


def test_where_the_fullest_text_went_another_stands_for_it(
    library: Library, source: Source
) -> None:
    """Before anything is grouped anew, a list shows what is there."""
    other = library.sources.add("https://other.example/", SourceKind.FEED, now=NOW)
    cut = DAM.partition(" Engineer")[0]
    library.import_articles([article(DAM, "herald")], other, now=NOW)
    library.import_articles([article(cut, "gazette"), article(cut, "post")], source, now=NOW)
    library.stories.group()
    library.sources.remove(other)
    (member, copy) = library.stories.members(1)
    assert (member.copy_of, copy.copy_of) == (None, member.id)
