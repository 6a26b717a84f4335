"""What a text says of itself: headline, day, agency, byline, captions, posts."""

from datetime import UTC, date, datetime

import pytest

from crisis_reader.article import Article, RegionKind
from crisis_reader.errors import UsageError
from crisis_reader.text import Span

PROSE = (
    "The president of Zimbabwe resigned on Tuesday after 37 years in power. "
    "Lawmakers had begun to impeach him."
)
MORE = "His letter was read out in parliament, and people danced in the streets."


def regions(article: Article) -> list[tuple[str, str]]:
    """Kind and words of each region."""
    return [(r.kind.value, article.quote(r.span)) for r in article.regions]


def test_agency_and_day_stand_before_the_prose() -> None:
    """``date ISO PLACE (Agency) -`` gives day, agency, and the outlet where nothing else does."""
    article = Article.from_text(f" date 2017-11-21 CAPE TOWN (Andina) - {PROSE}")
    assert article.published == date(2017, 11, 21)
    assert article.published_from == "2017-11-21"
    assert (article.agency, article.outlet) == ("Andina", "Andina")
    assert regions(article)[0] == ("dateline", "date 2017-11-21 CAPE TOWN (Andina) -")
    assert regions(article)[1][1].startswith("The president")


def test_given_metadata_win_over_the_text() -> None:
    """An outlet and a day handed over stand; the agency is still the one of the dateline."""
    article = Article.from_text(
        f"date 2017-11-21 HARARE (Andina) - {PROSE}", outlet="The Post", published="2017-11-22"
    )
    assert (article.outlet, article.agency) == ("The Post", "Andina")
    assert (article.published, article.published_from) == (date(2017, 11, 22), "given")


def test_day_without_a_year_dates_nothing() -> None:
    """``Nov 21`` in a dateline is set apart but no publication day is made of it."""
    article = Article.from_text(f"HARARE, Nov 21 (Reuters) - {PROSE}")
    assert article.published is None
    assert article.agency == "Reuters"


def test_text_without_any_hint_stays_undated() -> None:
    """A day told in the prose is not the day of publication."""
    article = Article.from_text(f"{PROSE} It was November 21, 2017.\n\n{MORE}")
    assert article.published is None
    assert article.outlet is None


def test_date_line_of_its_own_is_the_day() -> None:
    """A paragraph that holds nothing but a day dates the article."""
    article = Article.from_text(f"Tuesday, November 21, 2017 \n\n{PROSE}\n\n{MORE}")
    assert article.published == date(2017, 11, 21)
    assert regions(article)[0] == ("dateline", "Tuesday, November 21, 2017")


def test_headline_and_byline_stand_above_the_prose() -> None:
    """A short first line without a full stop is the headline, ``By …`` the byline."""
    article = Article.from_text(f"Mugabe resigns\n\nBy Tendai Moyo, Harare\n\n{PROSE}\n\n{MORE}")
    assert article.title == "Mugabe resigns"
    assert not article.title_is_made
    assert [kind for kind, _ in regions(article)] == ["headline", "byline", "body", "body"]


def test_first_line_of_a_single_block_can_be_the_headline() -> None:
    """A line break that no wrapping explains sets the headline apart."""
    article = Article.from_text(f"Mugabe resigns\n{PROSE}")
    assert article.title == "Mugabe resigns"


def test_wrapped_prose_has_no_headline() -> None:
    """The first line of prose that was wrapped at a column is no headline."""
    wrapped = (
        "The president of the republic gave up his office on\n"
        "Tuesday after weeks in which the streets of the\ncapital had not been quiet for one night."
    )
    article = Article.from_text(wrapped)
    assert article.title_is_made
    assert regions(article) == [("body", wrapped)]


def test_title_is_made_from_the_first_sentence() -> None:
    """Without a headline the first sentence, cut at a word, stands in and is marked as made."""
    article = Article.from_text(
        "The president of Zimbabwe, who had ruled the country since its independence in 1980, "
        f"resigned on Tuesday.\n\n{MORE}"
    )
    assert article.title_is_made
    assert article.title.endswith(" …")
    assert len(article.title) <= 82
    assert article.title[:-2] in article.text


def test_given_title_that_stands_in_the_text_is_its_headline() -> None:
    """A title from outside is found again above the prose."""
    article = Article.from_text(f"Mugabe resigns.\n\n{PROSE}", title="Mugabe resigns.")
    assert regions(article)[0] == ("headline", "Mugabe resigns.")


def test_stray_caption_between_paragraphs() -> None:
    """A few words in small letters without an end mark are a picture's text."""
    article = Article.from_text(f"{PROSE}\n\nmugabe waves to crowd\n\n{MORE}")
    assert ("caption", "mugabe waves to crowd") in regions(article)


def test_photo_credit_and_caption_are_two_regions() -> None:
    """The photographer in capitals ends the credit; the rest of the line is the caption."""
    article = Article.from_text(
        f"{PROSE}\n\n© AFP 2017 / JEKESAI NJIKIZANA Zimbabwe's former president Robert Mugabe"
        f"\n\n{MORE}"
    )
    assert ("credit", "© AFP 2017 / JEKESAI NJIKIZANA") in regions(article)
    assert ("caption", "Zimbabwe's former president Robert Mugabe") in regions(article)


def test_credit_after_the_caption() -> None:
    """A bracketed credit at the end leaves the caption before it."""
    article = Article.from_text(f"{PROSE}\n\nMugabe on Friday. (AP Photo/Themba Hadebe)\n\n{MORE}")
    assert ("caption", "Mugabe on Friday.") in regions(article)
    assert ("credit", "(AP Photo/Themba Hadebe)") in regions(article)


def test_signed_post_is_embedded() -> None:
    """A paragraph signed with a handle is a post, not the reporter's prose."""
    post = "He is gone! pic.twitter.com/Ab1 — Harare Watch (@hararewatch) November 21, 2017"
    article = Article.from_text(f"{PROSE}\n\n{post}\n\n{MORE}")
    assert ("embed", post) in regions(article)


def test_post_signed_under_bare_tags_takes_the_paragraph_before() -> None:
    """A signature under nothing but tags and links belongs to the words above it."""
    words = "Thousands are marching to State House to see the old man go."
    sign = "#Zimbabwe pic.twitter.com/Ab1 — Harare Watch (@hararewatch) November 21, 2017"
    article = Article.from_text(f"{PROSE}\n\n{words}\n\n{sign}\n\n{MORE}")
    assert regions(article)[1:3] == [("embed", words), ("embed", sign)]


def test_markdown_heading_and_picture() -> None:
    """Headings and pictures of Markdown are furniture; the marks stay in the text."""
    article = Article.from_text(
        f"# Mugabe resigns\n\n{PROSE}\n\n![The square](s.jpg)\n\n## Then\n\n{MORE}"
    )
    assert article.title == "Mugabe resigns"
    assert ("caption", "The square") in regions(article)
    assert ("headline", "## Then") in regions(article)


def test_front_matter_is_a_region_and_no_prose() -> None:
    """Characters a reader took metadata from are kept, marked and never read as prose."""
    front = "---\ntitle: x\n---\n"
    article = Article.from_text(front + PROSE, title="x", front_matter=Span(0, len(front)))
    assert article.regions[0].kind is RegionKind.FRONT_MATTER
    assert article.sentences[0].span.start == len(front)


def test_byte_order_mark_is_no_prose() -> None:
    """A byte order mark stays in the text and outside every region."""
    article = Article.from_text("\ufeff" + PROSE)
    assert article.regions[0].span.start == 1


@pytest.mark.parametrize("text", ["", "   \n\n ", "\ufeff"])
def test_empty_text_is_an_article_without_regions(text: str) -> None:
    """Nothing read gives nothing told, and a title that says so."""
    article = Article.from_text(text)
    assert (article.regions, article.title, article.words) == ((), "(no text)", 0)


def test_datetime_gives_its_day() -> None:
    """A moment is cut to its day, whether an object or a string."""
    moment = datetime(2017, 11, 21, 23, 59, tzinfo=UTC)
    assert Article.from_text(PROSE, published=moment).published == date(2017, 11, 21)
    assert Article.from_text(PROSE, published="2017-11-21T23:59Z").published == date(2017, 11, 21)


@pytest.mark.parametrize("told", ["yesterday", "1510121156", "2017-11-311", "2017-11-31", ""])
def test_a_day_that_is_none_is_refused(told: str) -> None:
    """A caller's mistake is said, with what to write instead; seconds since 1970 are no day."""
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        Article.from_text(PROSE, published=told)


def test_impossible_day_in_the_text_is_no_day() -> None:
    """A dateline of 31 February is set apart and dates nothing."""
    article = Article.from_text(f"February 31, 2017\n\n{PROSE}\n\n{MORE}")
    assert article.published is None


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        (f"{PROSE}\n\n{MORE}", MORE),
        (f"{PROSE}\n{MORE}", MORE),
        (f"{PROSE} {MORE}", MORE),
        ("a" * 200, "a" * 80),
    ],
    ids=["paragraph", "line", "sentence", "nothing to end at"],
)
def test_the_end_of_a_long_text_is_a_region_of_its_own(text: str, unread: str) -> None:
    """Reading ends after something whole where there is such a place; no sentence lies beyond."""
    article = Article.from_text(text, read_at_most=120)
    assert [article.quote(s) for s in article.spans(RegionKind.UNREAD)] == [unread]
    assert article.read_to == len(text) - len(unread)
    assert all(s.span.end <= article.read_to for s in article.sentences)
    assert not article.is_whole
    assert article.words == len((text[: article.read_to] + " " + unread).split())


def test_a_text_within_the_limit_is_whole() -> None:
    """It has no such region."""
    article = Article.from_text(PROSE, read_at_most=len(PROSE))
    assert article.is_whole
    assert not article.spans(RegionKind.UNREAD)
