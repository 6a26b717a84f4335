"""Stories as they are drawn: accounts, copies, titles, without any text loaded."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from crisis_reader.article import Article
from crisis_reader.errors import UsageError
from crisis_reader.library import Library, SourceKind, StoryAccount
from crisis_reader.tui.screens.stories_screen import account_words, story_lines

NOW = datetime(2031, 9, 15, tzinfo=UTC)
ACCOUNT = StoryAccount(
    id="a", title="Regent leaves", title_is_made=False, outlet="Star", agency=None,
    first=date(2031, 9, 14), outlets=1, others=(),
)  # fmt: skip
REPORT = (
    "The regent of Corvia left the winter palace on Monday night, guards of the Ostrova regiment "
    "said. Ada Voss, speaker of the council of elders, called deputies to Miravel for a vote."
)


def test_an_account() -> None:
    """Its letter, outlet, day and title."""
    assert account_words(ACCOUNT, "B") == "B  Star · 14 Sep 2031 · Regent leaves"
    bare = replace(ACCOUNT, outlet=None, first=None, title_is_made=True)
    assert account_words(bare, "") == "·  no outlet · undated · Regent leaves°"


def test_one_text_in_several_outlets_is_said() -> None:
    """As an agency's where one is named; in one outlet, how often."""
    copied = replace(ACCOUNT, others=("b", "c"), outlets=3)
    assert account_words(copied, "").endswith("Regent leaves · same text, in 3 outlets")
    wire = replace(copied, agency="Wire")
    assert account_words(wire, "").endswith("Regent leaves · agency text, in 3 outlets")
    assert account_words(replace(copied, outlets=1), "").endswith("· same text, 3 times")


def test_no_text_is_loaded(tmp_path: Path) -> None:
    """All that is drawn comes from the stories."""
    with Library.open(tmp_path / "library.sqlite3") as library:
        source = library.sources.add("/news", SourceKind.FOLDER, now=NOW)
        articles = [
            Article.from_text(REPORT, id="one", outlet="Star", published="2031-09-14"),
            Article.from_text(REPORT, id="two", outlet="Sun", published="2031-09-15"),
            Article.from_text(
                REPORT.replace("left", "fled"), id="three", outlet="Sun", published="2031-09-15"
            ),
        ]
        library.import_articles(articles, source, now=NOW)
        library.stories.group()

        def refused(id: str, version: int | None = None) -> Article:  # noqa: A002 - as it is called
            raise UsageError(f"{id} {version}: a text was loaded")

        library.articles.article = refused  # type: ignore[method-assign] # to see that nobody asks
        told = [words for one in story_lines(library.stories, {}) for words, _ in one.parts]
    assert any(words.startswith("3 articles, ") for words in told)
    assert any("same text, in 2 outlets" in words for words in told)
    assert any(words.endswith("made from the first sentence") for words in told)
