"""What holds of events whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_reader import Article, extract_events
from crisis_reader.events import parse_corrections, read_people, same_person

_WORDS = st.sampled_from(
    [
        "President",
        "Omar",
        "Sadiq",
        "Lina",
        "Haddad",
        "resigned",
        "was",
        "ousted",
        "by",
        "the",
        "army",
        "on",
        "Sunday",
        "after",
        "his",
        "resignation",
        "who",
        ",",
        ".",
        "declared",
        "herself",
        "interim",
        "president",
        "if",
        "to",
        "forced",
        "demand",
        "not",
        "will",
        "“",
        "”",
        "(",
        ")",
        "—",
        "'s",
        "two",
        "officials",
        "including",
        "and",
        "el",
        "presidente",
        "renunció",
        "fue",
        "destituido",
        "11",
        "November",
        "2019",
        "a",
        "day",
        "after",
        "successor",
        "said",
        "that",
        "Mr",
        "former",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=60).map(" ".join) | st.text(max_size=200)
_NAMES = st.lists(
    st.sampled_from(["Omar", "Sadiq", "García", "Linera", "de", "al-Assad", "J.", "Mr"]), max_size=4
).map(" ".join)


@given(_TEXTS, st.sampled_from(["en", "es"]))
@settings(max_examples=150)
def test_every_span_lies_in_one_sentence_and_slices_back(text: str, language: str) -> None:
    """Evidence can always be opened: a span is words of one sentence, never empty."""
    article = Article.from_text(text, language=language)
    for event in extract_events(article):
        inside = [s for s in article.sentences if s.span.covers(event.span)]
        assert len(inside) == 1
        assert article.quote(event.span).strip() == article.quote(event.span) != ""


@given(_TEXTS)
@settings(max_examples=80)
def test_no_person_is_invented(text: str) -> None:
    """Every person of an event stands in the text under that name."""
    article = Article.from_text(text, language="en")
    for event in extract_events(article):
        assert event.person is None or event.person in article.text


@given(_TEXTS)
@settings(max_examples=60)
def test_same_text_same_events(text: str) -> None:
    """Reading again gives the same, also past the memory of the first reading."""
    first = Article.from_text(text, language="en", id="one")
    second = Article.from_text(text, language="en", id="two")
    assert [(e.kind, e.person, e.span) for e in extract_events(first)] == [
        (e.kind, e.person, e.span) for e in extract_events(second)
    ]


@given(_TEXTS)
@settings(max_examples=60)
def test_mentions_slice_back_in_order(text: str) -> None:
    """Mentions of people lie in the text, in order."""
    article = Article.from_text(text, language="en")
    spans = [m.span for m in read_people(article)]
    assert spans == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@given(_NAMES, _NAMES)
def test_sameness_has_no_direction(left: str, right: str) -> None:
    """Whoever is asked first, the answer is one."""
    assert same_person(left, right) == same_person(right, left)


@given(st.text(max_size=120))
def test_corrections_file_never_raises(text: str) -> None:
    """Whatever stands in the file, it is corrections and problems."""
    corrections, problems = parse_corrections(text)
    assert isinstance(corrections, tuple)
    assert isinstance(problems, tuple)
