"""Whether two articles tell of one story: their names, their words, what that does to a score."""

import math

import pytest

from crisis_reader.alignment import align
from crisis_reader.alignment.evidence import FEATURES
from crisis_reader.alignment.introductions import introducing
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.relatedness import Likeness, likeness
from crisis_reader.alignment.scoring import one_story, only_coupled, probability, story_odds
from crisis_reader.article import Article

LIMA = (
    "Pedro Castillo dissolved Congress in Lima. Dina Boluarte took the oath before Jose Williams. "
    "Castillo was arrested on the way to the embassy of Mexico. In Puno and Cusco police fired "
    "tear gas at miners. Boluarte asked Lima for calm, and Williams praised Boluarte."
)
COLOMBO = (
    "Gotabaya Rajapaksa fled Colombo for Male. Ranil Wickremesinghe became acting president. "
    "Rajapaksa resigned from Singapore by letter. At Galle Face the police stepped in "
    "with tear gas. Wickremesinghe declared an emergency in Colombo, and Rajapaksa kept silent."
)


def told(text: str) -> Prepared:
    """An English article in terms of what it tells."""
    return prepare(Article.from_text(text, language="en")).told


def test_articles_with_the_same_names_are_alike() -> None:
    """An article is like itself, and less like one of another country."""
    same, other = likeness(told(LIMA), told(LIMA)), likeness(told(LIMA), told(COLOMBO))
    assert same == pytest.approx(Likeness(1.0, 1.0))
    assert max(other) < 0.5
    assert one_story(other) < 0.5 < one_story(same)


def test_likeness_has_no_direction() -> None:
    """Exactly the same number, whichever article is named first."""
    assert likeness(told(LIMA), told(COLOMBO)) == likeness(told(COLOMBO), told(LIMA))


def test_a_few_lines_without_names_may_be_of_any_story() -> None:
    """There is nothing to tell them apart by."""
    assert one_story(likeness(told("It rained."), told("Snow fell."))) > 0.5


def test_two_stories_share_nothing_for_certain() -> None:
    """Like words about the police are no match where the people and places are others."""
    found = align(Article.from_text(LIMA), Article.from_text(COLOMBO))
    assert found.shown() == ()


def test_another_story_lowers_every_score() -> None:
    """By the odds that it is one story; one that is likelier than not changes nothing."""
    assert story_odds(likeness(told(LIMA), told(LIMA))) == 0.0
    other = likeness(told(LIMA), told(COLOMBO))
    assert story_odds(other) == pytest.approx(math.log(one_story(other) / (1 - one_story(other))))


def test_odds_raise_a_score() -> None:
    """Log odds are added before anything else."""
    row = tuple((dict.fromkeys(FEATURES, 0.3) | {"size": 6.0}).values())
    before, after = probability(row), probability(row, odds=1.0)
    assert math.log(after / (1 - after)) - math.log(before / (1 - before)) == pytest.approx(1.0)


def test_only_a_couple_is_told_from_much_else() -> None:
    """Whether anything but the couple makes two sentences probable."""
    weak = dict.fromkeys(FEATURES, 0.1) | {"size": 6.0}
    assert only_coupled(tuple(weak.values()))
    assert not only_coupled(tuple((weak | {"piece": 0.9, "order": 0.9, "literal": 0.6}).values()))


def test_a_name_in_full_counts_by_its_last_word() -> None:
    """Office and given names in capitals only introduce it; initials do not part them."""
    text = "Treasury Secretary Jacob J. Lew spoke. Then Lew left, and Paris slept."
    article = prepare(Article.from_text(text, language="en"))
    aside = introducing(article.reading)
    assert [article.words.folded[k] for k in sorted(aside)] == [
        "treasury",
        "secretary",
        "jacob",
        "j",
    ]
    assert "lew" in article.told.bags[0]
    assert "jacob" not in article.told.bags[0]


def test_names_apart_by_a_mark_are_two() -> None:
    """A comma ends a name, a sentence end too."""
    text = "Both Lima, Quito and Bogota called Paris. Rome slept while Oslo sang."
    article = prepare(Article.from_text(text, language="en"))
    assert introducing(article.reading) == frozenset()


def test_what_only_introduces_is_marked_where_it_agrees() -> None:
    """The reader sees the whole name, though one word of it counts."""
    one, other = told("Minister Jacob Lew quit."), told("Jacob Lew was seen to quit.")
    assert "jacob" in one.marks
    assert "jacob" not in one.terms
    assert "jacob" in other.marks


def test_a_day_that_heads_what_follows_is_no_match_in_two_languages() -> None:
    """The heading of a list of days, and an office on a day, are of anybody."""
    left = "9 June 2011.\n\nAda Lund resigned. The former president Olga Reyes slept on 9 June."
    right = "Ada Lund se fue el 9 de junio. El expresidente Pedro Salas cenó el 9 de junio."
    found = align(Article.from_text(left, language="en"), Article.from_text(right, language="es"))
    text = found.left.text
    assert {m.left.of(text) for m in found.matches} <= {"Ada Lund resigned", "Ada Lund resigned."}


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Then Pedro de la Torre left.", ["pedro", "de", "la"]),
        ("Then Ursula van Holt left for Den Haag.", ["ursula", "van", "den"]),
        ("They saw the den. Holt left.", []),
    ],
)
def test_the_small_words_of_a_name_introduce_it_too(text: str, aside: list[str]) -> None:
    """They lead from the given name to the surname and say nothing themselves."""
    reading = prepare(Article.from_text(text, language="en")).reading
    assert [reading.words.folded[k] for k in sorted(introducing(reading))] == aside


def test_what_is_a_word_of_the_language_joins_no_names() -> None:
    """Spanish "de" stands between any two nouns."""
    text = "Ayer la Asamblea de Bolivia calló."
    reading = prepare(Article.from_text(text, language="es")).reading
    assert introducing(reading) == frozenset()
