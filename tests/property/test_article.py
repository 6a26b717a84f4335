"""Whatever the text, its regions and sentences are ordered ranges of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_reader.article import Article, cues

_PIECES = st.sampled_from(
    [
        "date 2017-11-21 HARARE (AP) - ",
        "© AFP 2017 / JO DOE A man",
        "#tag pic.twitter.com/x — Jo (@jo) May 1, 2017",
        "By Jo Doe",
        "# Head",
        "He resigned. She won!",
        "\n\n",
        "\n",
        " ",
        "“",
        "”",
        "A\u00a0.",
        "\ufeff",
        "caption words",
        "Gen. X",
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=12).map("".join))


@given(_TEXTS)
def test_regions_are_ordered_and_apart(text: str) -> None:
    """Regions stand in order, do not overlap, are never empty and lie within the text."""
    article = Article.from_text(text)
    reach = 0
    for region in article.regions:
        assert reach <= region.span.start < region.span.end <= len(text)
        reach = region.span.end


@given(_TEXTS)
def test_every_visible_character_of_a_text_is_in_a_region(text: str) -> None:
    """Nothing that was read is lost between regions, a byte order mark excepted."""
    article = Article.from_text(text)
    for at, char in enumerate(text):
        if not char.isspace() and char not in "\ufeff![]()#":
            assert article.region_at(at) is not None


@given(_TEXTS)
def test_sentences_lie_in_their_region(text: str) -> None:
    """A sentence never leaves its region and is trimmed at both ends."""
    article = Article.from_text(text)
    for sentence in article.sentences:
        region = article.regions[sentence.paragraph]
        assert region.kind is sentence.kind
        assert region.span.covers(sentence.span)
        words = article.quote(sentence.span)
        assert words == words.strip() != ""


@given(_TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Same input, same output, the text untouched."""
    one, two = Article.from_text(text), Article.from_text(text)
    assert one.text is text
    assert (one.regions, one.title, one.published) == (two.regions, two.title, two.published)


_LINE = st.lists(
    st.sampled_from(
        [
            *("HARARE", "La Paz", "Quito", "de", "date", "Published on", "Friday", "jueves", "by"),
            *(
                "21 ene 2000",
                "July 14, 2022",
                "14 de julio",
                "2019-11-15",
                "2019",
                "Nov.",
                "March 3",
            ),
            *(
                "(AP)",
                "(Reuters)",
                "(he)",
                ", ",
                ",",
                ". ",
                ".- ",
                " — ",
                " - ",
                ": ",
                " ",
                " ",
                "\n",
                "Ñ",
            ),
        ]
    ),
    max_size=9,
).map("".join)


@settings(max_examples=400)
@given(_LINE)
def test_a_hint_finds_what_its_cue_finds(line: str) -> None:
    """Trying a shorter pattern first never costs a dateline."""
    for cue in (*cues.DATELINES, *cues.DATE_LINES):
        if cue.pattern.match(line):
            assert cue.may_begin(line)
