"""The small parts: tokens, forms of verbs, verb groups, offices."""

import pytest

from crisis_reader.events.conjugation import conjugate
from crisis_reader.events.evidence import title_office
from crisis_reader.events.groups import read_group
from crisis_reader.events.lexicon import Lexicon, read_genders, read_lexicon, read_places
from crisis_reader.events.offices import read_office
from crisis_reader.events.tokens import read_tokens
from crisis_reader.text.spans import Span


def _lexicon(language: str = "en") -> Lexicon:
    lexicon = read_lexicon(language)
    assert lexicon is not None
    return lexicon


def test_possessive_is_a_token_of_its_own() -> None:
    """The owner and its 's are told apart, also where the apostrophe was mis-decoded."""
    text = "Temer’s and Temerâ€ ™ s"
    assert read_tokens(text, Span(0, len(text))).form == ["temer", "'s", "and", "temer", "'s"]


def test_spaced_hyphen_of_a_prefix_is_one_word() -> None:
    """Corpora that space hyphens write one word."""
    text = "the self - proclaimed ex - king"
    assert read_tokens(text, Span(0, len(text))).form == ["the", "self-proclaimed", "ex-king"]


def test_tokens_slice_back() -> None:
    """Every token is the characters at its offsets."""
    text = "«El ex presidente», 93-year-old U.S. ally"
    tokens = read_tokens(text, Span(0, len(text)))
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.raw


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("resign", "resigned"),
        ("step", "stepping"),
        ("flee", "fled"),
        ("remove", "removing"),
        ("carry", "carries"),
    ],
)
def test_english_forms(verb: str, form: str) -> None:
    """Regular and irregular verbs have their forms."""
    assert form in {f for f, _ in conjugate(verb, _lexicon())}


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("renunciar", "renunció"),
        ("huir", "huyó"),
        ("derrocar", "derroque"),
        ("dimitir", "dimitirá"),
        ("deponer", "depuesto"),
    ],
)
def test_spanish_forms(verb: str, form: str) -> None:
    """Regular and irregular verbs have their forms, with accents."""
    assert form in {f for f, _ in conjugate(verb, _lexicon("es"))}


@pytest.mark.parametrize(
    ("text", "time", "passive", "negated"),
    [
        ("was finally ousted", "past", True, False),
        ("has not ousted", "past", False, True),
        ("will be ousted", "future", True, False),
        ("might be ousted", "modal", True, False),
        ("to be ousted", "infinitive", True, False),
        ("before being ousted", "gerund", True, False),
        ("didn't oust", "past", False, True),
    ],
)
def test_english_group(text: str, time: str, passive: bool, negated: bool) -> None:  # noqa: FBT001 - a table
    """Auxiliaries tell time, voice and negation."""
    tokens = read_tokens(text, Span(0, len(text)))
    group = read_group(
        tokens, len(tokens) - 1, "base" if text.endswith("oust") else "past", _lexicon()
    )
    assert (group.time, group.passive, group.negated) == (time, passive, negated)


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Bolivia's interim president", "interim president"),
        ("the former deputy foreign minister", "deputy foreign minister"),
        ("speaker of parliament", "speaker of parliament"),
        ("President of Peru", "president"),
        ("opposition lawmaker", None),
        ("the presidency", "president"),
    ],
)
def test_office_of_a_title(title: str, office: str | None) -> None:
    """The office is in the text's words, singular, without the country."""
    assert title_office(title, _lexicon()) == office


def test_minor_post_is_marked() -> None:
    """A member of parliament holds no office of a succession."""
    text = "member of parliament"
    office = read_office(read_tokens(text, Span(0, len(text))), 0, _lexicon())
    assert office is not None
    assert office.minor


def test_places_and_genders_are_folded() -> None:
    """Lists are matched against folded words."""
    words = [*read_places(), *read_genders()]
    assert all(word == word.lower() for word in words)


def test_name_borne_by_both_tells_no_gender() -> None:
    """A given name on both lists is on neither."""
    assert "jean" not in read_genders()
