"""Words that agree, reasons, phrases, contrasts, look-alikes, scores."""

import pytest

from crisis_reader.alignment import Dimension, Grade, Match, align
from crisis_reader.alignment.contrasts import number_contrasts
from crisis_reader.alignment.highlights import agreeing_words, reason
from crisis_reader.alignment.holders import name_contrasts
from crisis_reader.alignment.phrases import narrowed
from crisis_reader.alignment.preparing import Prepared, prepare, retold
from crisis_reader.alignment.scoring import LIKELY, STRONG, WEAK, claim_score, grade_of
from crisis_reader.alignment.similarity import rarities
from crisis_reader.article import Article
from crisis_reader.text.spans import Span


def told(text: str) -> Prepared:
    """An English article in terms of what it tells."""
    return prepare(Article.from_text(text, language="en")).told


def whole(text: str) -> Span:
    """All of a text."""
    return Span(0, len(text))


def words(left: str, right: str) -> list[tuple[str, str]]:
    """The words that agree in two sentences."""
    pairs = agreeing_words(told(left), told(right), whole(left), whole(right))
    return [(a.of(left), b.of(right)) for a, b in pairs]


def test_words_agree_by_their_stems() -> None:
    """Other forms of a word agree."""
    assert words("Miners marched.", "It marches, the miner.") == [
        ("Miners", "miner"),
        ("marched", "marches"),
    ]


def test_neighbours_that_agree_make_one_run() -> None:
    """Function words between them belong to the run if they are the same."""
    assert words("the fall of the wall", "after the fall of the wall") == [
        ("fall of the wall", "fall of the wall")
    ]
    assert words("the fall of the wall", "the fall of a wall") == [
        ("fall", "fall"),
        ("wall", "wall"),
    ]


def test_each_word_is_paired_once() -> None:
    """A word that stands once agrees once."""
    assert len(words("salt, salt and salt", "salt")) == 1


def test_a_reason_names_the_rarest_words_first() -> None:
    """Four words at most; the rarest of the two articles, then by the alphabet."""
    left = "The frigate Libertad reached port. A port."
    right = "In port lay the Libertad, a frigate."
    one, other = told(left), told(right)
    assert reason(one, other, whole(left), whole(right), rarities(one, other)) == (
        "libertad, frigate, port"
    )


def test_a_reason_names_two_forms_by_their_beginning() -> None:
    """Both texts have the beginning, so it can be seen in either."""
    left, right = "He resigned.", "Her resignation."
    one, other = told(left), told(right)
    assert reason(one, other, whole(left), whole(right), rarities(one, other)) == "resign…"


def test_without_a_word_in_common_the_meaning_is_named() -> None:
    """Two languages may share a concept and no word."""
    left, right = "Hablan de un golpe de Estado.", "They speak of a coup."
    one, other = retold(
        prepare(Article.from_text(left, language="es")),
        prepare(Article.from_text(right, language="en")),
    )
    assert reason(one, other, whole(left), whole(right), rarities(one, other)) == "meaning: coup"


def test_a_match_is_narrowed_to_the_clauses_that_share() -> None:
    """Clauses that hold nearly all of what is shared are kept, the rest is left out."""
    left = "Farmers blocked the coastal road while ministers dined in the palace with bankers."
    right = "Farmers had blocked the coastal road."
    one, other = told(left), told(right)
    spans = narrowed(one, other, 0, 0, rarities(one, other))
    assert spans[0].of(left) == "Farmers blocked the coastal road"
    assert spans[1].of(right) == right


def contrasts(left: str, right: str) -> list[tuple[Dimension, str, str]]:
    """The differences between two sentences that match."""
    pair = told(left), told(right), whole(left), whole(right)
    found = number_contrasts(*pair) + name_contrasts(*pair)
    return [(d.dimension, d.left.of(left), d.right.of(right)) for d in found]


def test_another_number_of_the_same_is_a_difference() -> None:
    """The same thing counted in like words."""
    assert contrasts("The flood killed 12 miners.", "Nineteen miners were killed.") == [
        (Dimension.NUMBER, "12", "Nineteen")
    ]


@pytest.mark.parametrize(
    ("left", "right", "numbers"),
    [
        (
            "The bill passed by 77 to 68.",
            "It passed with 77 votes to 66.",
            ("77 to 68", "77 votes to 66"),
        ),
        ("The army jailed 12 people.", "The army jailed about 20 strikers.", ("12", "20")),
        ("Prices rose 1.5 percent.", "Prices rose 1.8 percent.", ("1.5 percent", "1.8 percent")),
        ("Up to 330 miners drowned.", "Up to 300 miners drowned.", ("330", "300")),
        (
            "The ferry sank with tens of thousands of burning letters.",
            "The ferry sank, and 120,000 letters were burning.",
            ("tens of thousands", "120,000"),
        ),
        (
            "The levy on salt cost growers $2 billion.",
            "Growers lost $3 billion to the levy.",
            ("$2 billion", "$3 billion"),
        ),
        (
            "The petition on the dam got 500 signatures.",
            "The petition on the dam was signed by 900 people.",
            ("500", "900"),
        ),
        (
            "The flood killed 12 miners and hurt 9 miners.",
            "The flood left 19 dead.",
            ("12", "19"),
        ),
        (
            "The death toll from the flood rose to 12.",
            "The flood took the lives of 19 people.",
            ("12", "19"),
        ),
        (
            "Guards detained 40 miners after the flood.",
            "Guards made 65 arrests after the flood.",
            ("40", "65"),
        ),
    ],
    ids=[
        "result of a vote",
        "people by what they do",
        "not rounded",
        "counted one by one",
        "more than a vague number can be",
        "money for one thing",
        "acts and who did them",
        "one fate of two",
        "a toll",
        "by their fate alone",
    ],
)
def test_numbers_of_one_thing_part(left: str, right: str, numbers: tuple[str, str]) -> None:
    """Results are told in two figures; people are counted as such or by what they do."""
    assert contrasts(left, right) == [(Dimension.NUMBER, *numbers)]


def test_the_same_thing_counted_makes_a_match_likely() -> None:
    """Like words about another number of the same: what is told is the same, the number differs."""
    left = "The motion passed by 77 to 68 late at night. Rain fell. Nobody slept in the capital."
    right = "Carried by 77 votes to 66, the motion ended a quarrel. Ships waited. Farmers sang."
    found = align(Article.from_text(left), Article.from_text(right))
    assert [d.dimension for m in found.shown() for d in m.differences] == [Dimension.NUMBER]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bill passed by 77 to 68.", "It passed with 77 votes to 68."),
        ("The bill passed by 77 to 68.", "It passed with 12 votes to 3."),
        ("The fire burned 12 people.", "The fire burned 20 cars."),
        ("The army jailed 12 people.", "The army jailed 900 strikers."),
        ("Prices rose 1.8 percent.", "Prices rose 2 percent."),
        ("The flood killed 96 miners.", "The flood killed 100 miners."),
        ("The flood killed 1,900 miners.", "The flood killed 2,000 miners."),
        ("The flood killed hundreds of miners.", "The flood killed 900 miners."),
        ("The flood killed hundreds of miners.", "The flood killed 90,000 miners."),
        ("The flood killed thousands of miners.", "The flood killed 20,000 miners."),
        ("The levy on salt cost growers $2 billion.", "The levy brought the king $3 billion."),
        ("The flood killed 12 miners.", "The flood killed twelve miners."),
        ("The flood killed 1,986 miners.", "The flood killed about 2,000 miners."),
        ("The flood killed at least 12 miners.", "The flood killed 19 miners."),
        ("The flood killed 12 miners.", "The flood trapped 19 sailors."),
        ("Twelve people died in the flood.", "Thousands of people sang in the street."),
        ("The flood drowned 12 miners and 9 miners fled.", "The flood drowned 19 miners."),
        ("The flood killed 12 miners and 9 sailors.", "The flood killed 19 people."),
        ("The flood killed 12 miners, then 9 more.", "The flood killed 19 people."),
        ("Twelve people were killed or wounded by the flood.", "The flood killed 19."),
        ("The flood killed 12 miners.", "The flood wounded 19 miners."),
        ("The flood killed 12 miners.", "The flood killed 19 sailors."),
        ("The flood killed 12 on Monday.", "The flood killed 19 on Tuesday."),
    ],
    ids=[
        "same result",
        "another vote",
        "no people",
        "of another size",
        "rounded to one figure",
        "counted and rounded",
        "too many to count",
        "as vague as that",
        "far more than that",
        "any number of thousands",
        "money for other things",
        "same",
        "rounded",
        "bound",
        "other things",
        "other doings",
        "counted twice",
        "two sorts of people",
        "more of them",
        "two fates together",
        "another fate",
        "another sort of people",
        "another day",
    ],
)
def test_better_no_difference_than_a_wrong_one(left: str, right: str) -> None:
    """What may be the same number, or of something else, is no difference."""
    assert contrasts(left, right) == []


def test_another_name_in_the_same_office_is_a_difference() -> None:
    """Each text knows only its own holder of the office."""
    left = "Interior minister Luis Arce Gomez banned the march."
    right = "The march was banned by interior minister Juan Perez Cano."
    assert contrasts(left, right) == [
        (Dimension.NAME, "Luis Arce Gomez", "Juan Perez Cano"),
    ]


@pytest.mark.parametrize(
    "right",
    [
        "The march was banned by interior minister Luis Gomez.",
        "Interior minister Juan Perez spoke, Luis Arce Gomez was silent.",
        "Defense minister Juan Perez banned the march.",
    ],
    ids=["variant", "knows both", "other office"],
)
def test_a_name_written_otherwise_is_no_difference(right: str) -> None:
    """Variants of one name, people known to both and other offices are left alone."""
    assert contrasts("Interior minister Luis Arce Gomez banned the march.", right) == []


def test_another_person_in_like_words_is_a_look_alike() -> None:
    """The passage is no match, and the reason names both."""
    left = "Crowds in the capital demanded the resignation of President Hugo Banzer on Monday."
    right = (
        "President Jorge Quiroga governs. "
        "Crowds in the capital on Tuesday cheered the resignation of President Carlos Mesa."
    )
    found = align(Article.from_text(left), Article.from_text(right))
    assert [x.reason for x in found.look_alikes] == ["of two people: Carlos Mesa, Hugo Banzer"]
    assert found.shown() == ()


def test_grades_have_their_bounds() -> None:
    """A score at a bound has the better grade."""
    assert grade_of(STRONG) is Grade.STRONG
    assert grade_of(LIKELY) is Grade.LIKELY
    assert grade_of(LIKELY - 0.001) is Grade.WEAK
    assert 0.0 < WEAK < LIKELY < STRONG < 1.0


def test_like_words_make_a_claim_likelier() -> None:
    """What the words say is added to what the claim says; another outcome is less sure."""
    alone = claim_score(0.0, same_outcome=True, first=True)
    assert claim_score(0.5, same_outcome=True, first=True) == pytest.approx(1 - (1 - alone) / 2)
    assert claim_score(0.0, same_outcome=False, first=True) < alone
    assert claim_score(0.0, same_outcome=True, first=False) < alone


def test_a_match_says_why() -> None:
    """The words of the reason stand in both sides."""
    left, right = "Divers found the stolen crown.", "The stolen crown was found by divers."
    found: tuple[Match, ...] = align(Article.from_text(left), Article.from_text(right)).matches
    assert found[0].because == "crown, divers, found, stolen"


def test_words_in_common_keep_the_characters_of_the_text() -> None:
    """Not those they are compared by: without accents, and half of a Japanese sign."""
    left = Article.from_text("La renuncia del prefecto se anunció en la estación.", language="es")
    right = Article.from_text("En la estación se anunció la renuncia del prefecto.", language="es")
    (match,) = align(left, right).matches
    assert match.because == "anunció, estación, prefecto, renuncia"
