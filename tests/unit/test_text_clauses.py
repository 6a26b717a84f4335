import itertools
import time

import pytest

from crisis_reader.text import Span, read_clauses
from crisis_reader.text.clause_cues import clause_cues
from crisis_reader.text.clause_words import ClauseWords


def cut(sentence: str, language: str = "en") -> str:
    """The clauses of a sentence with a bar between them."""
    spans = read_clauses(sentence, Span(0, len(sentence)), language)
    return " | ".join(span.of(sentence) for span in spans)


@pytest.mark.parametrize(
    "wanted",
    [
        "The king quit | because the army asked.",
        "The queen left | as the crowd grew.",
        "He left | without signing the law.",
        "He fled to Suva | after being granted passage.",
        "She had promised a vote | before being forced out.",
        "The regent fled | saying he was ill.",
        "The premier resigned | citing poor health.",
        "The king fell | and was tried in Harare.",
        "The court ruled | that the vote was void.",
        "Riots broke out | following the vote.",
        "He left | two days after the vote was lost.",
        "He bowed | but the crowd stayed.",
        "It is unclear | if the heir will return | or if he wants to.",
    ],
)
def test_a_new_thing_said_begins_a_clause(wanted: str) -> None:
    """Conjunctions, relatives, participles and prepositions of time or cause cut."""
    assert cut(wanted.replace(" | ", " ")) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The king, the queen, the prince and the heir resigned.",
        "Bread and wine were served in the palace.",
        "She served as queen for nine years.",
        "He appeared before the court on Monday.",
        "The following day brought rain.",
        "Said, an opposition lawmaker, will take that office.",
        "Yesterday, in Suva, the chiefs met.",
        "The Council — a body of elders — chose the heir.",
        "The violent and disputed election of May ended.",
        "Ruling parties of Kenya, Uganda and Zambia met.",
        "He has served since 2006.",
        "She won that seat twice.",
    ],
)
def test_what_is_no_clause_stays_whole(sentence: str) -> None:
    """Lists of names, appositions, prepositions of place and plain phrases are not cut."""
    assert cut(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The heir, who was ill, expressed hope of a return.",
            "The heir | who was ill | expressed hope of a return.",
        ),
        (
            "After the vote was lost, the premier left for Rome.",
            "After the vote was lost | the premier left for Rome.",
        ),
        (
            "He resigned, fled to Perth and said nothing.",
            "He resigned | fled to Perth | and said nothing.",
        ),
        (
            "The king left on Sunday — a move that few expected.",
            "The king left on Sunday | a move that few expected.",
        ),
        (
            "Despite the protests, the minister stayed.",
            "Despite the protests | the minister stayed.",
        ),
        (
            "The army, the police and the church agreed, and the king left.",
            "The army, the police and the church agreed | and the king left.",
        ),
        ("He refused; the army did not.", "He refused | the army did not."),
        (
            "Crowds marched to Accra, to demand the return of the king.",
            "Crowds marched to Accra | to demand the return of the king.",
        ),
        ("The king had fled, media reported.", "The king had fled | media reported."),
    ],
)
def test_marks_that_set_off_a_clause_cut(sentence: str, wanted: str) -> None:
    """Commas, dashes and semicolons cut where a verb follows."""
    assert cut(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ('He said: "The king will never come back."', 'He said | "The king will never come back."'),
        ("“The king has left,” said the premier.", "“The king has left,” | said the premier."),
        (
            "He spoke of “serious doubts” in the count.",
            "He spoke of “serious doubts” in the count.",
        ),
        (
            "He said the joint force “will end when peace returns.”",
            "He said the joint force “will end | when peace returns.”",
        ),
    ],
)
def test_a_quotation_cuts_only_where_it_says_something(sentence: str, wanted: str) -> None:
    """Quoted sentences are clauses; quoted scraps stay in the clause they stand in."""
    assert cut(sentence) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "El rey abdicó | tras semanas de protestas | y huyó a Roma.",
        "Eligieron a la ministra | que había jurado ayer | y que no será candidata.",
        "El premier renunció | porque el ejército lo pidió.",
        "El juez y la fiscal también renunciaron.",
        "Los ministros de Hacienda, Defensa e Interior firmaron la carta.",
        "El mandatario salió | sin firmar la ley.",
        "Renunció el jefe del gabinete | por lo que quedó vacío el cargo.",
        "Huyó a Panamá | antes de ser detenido | según informó la prensa.",
    ],
)
def test_spanish_clauses(wanted: str) -> None:
    """The same cuts in Spanish; two subjects of one verb and lists of names stay whole."""
    assert cut(wanted.replace(" | ", " "), "es") == wanted


def test_a_language_without_cues_gives_the_sentence() -> None:
    """What cannot be read is not cut."""
    assert cut("Le roi a fui parce que l'armée l'a voulu.", "fr") == (
        "Le roi a fui parce que l'armée l'a voulu."
    )


def test_an_empty_sentence_has_no_clause() -> None:
    """White space alone is nothing; a mark alone is one piece."""
    assert read_clauses("  \n", Span(0, 3)) == ()
    assert read_clauses(" … ", Span(0, 3)) == (Span(1, 2),)


def test_the_sentence_alone_is_read() -> None:
    """Words outside the span neither cut nor are given."""
    text = "He left. She stayed because it rained. They went."
    clauses = read_clauses(text, Span(9, 38))
    assert [span.of(text) for span in clauses] == ["She stayed", "because it rained."]


def test_a_sentence_of_30000_words_takes_time_in_proportion() -> None:
    """A list without an end costs no more a word than a short one."""
    row = "the king said, a lawmaker, and the heir was in the city, "

    def seconds(times: int) -> float:
        text = row * times
        before = time.process_time()
        read_clauses(text, Span(0, len(text)))
        return time.process_time() - before

    short = min(seconds(200) for _ in range(3))
    assert seconds(2_500) < 40 * short


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("He won by 160,000 votes that were void.", "He won by 160,000 votes | that were void."),
        (
            "The party won a majority and both Kabila and Bemba claimed victory.",
            "The party won a majority | and both Kabila and Bemba claimed victory.",
        ),
        (
            "Neither the union nor the church would endorse the vote.",
            "Neither the union nor the church would endorse the vote.",
        ),
        (
            "The ruler appears, quite literally, to have lost the plot.",
            "The ruler appears, quite literally, to have lost the plot.",
        ),
        (
            "Refusing to give up power, Gbagbo stayed in the palace.",
            "Refusing to give up power | Gbagbo stayed in the palace.",
        ),
        ("It was a long - standing case.", "It was a long - standing case."),
        ("“They fear us”, the heir wrote.", "“They fear us” | the heir wrote."),
        (
            'He said " the vote was a fraud " in Accra.',
            'He said | " the vote was a fraud " | in Accra.',
        ),
    ],
)
def test_traps_of_commas_and_joining_words(sentence: str, wanted: str) -> None:
    """Figures, pairs of names, parentheses and spaced marks do not mislead the cut."""
    assert cut(sentence) == wanted


def test_the_clauses_hold_every_word() -> None:
    """Only separators are left out between two clauses."""
    sentence = "The heir, who was ill, fled; the army, media said, did not."
    clauses = read_clauses(sentence, Span(0, len(sentence)))
    left_out = "".join(sentence[a.end : b.start] for a, b in itertools.pairwise(clauses))
    assert set(left_out) <= set(" ,;")


def test_a_verb_may_stand_behind_an_adverb() -> None:
    """What follows a pronoun and an adverb is a verb, whatever its form."""
    text = "The miners, who rarely sleep, left."
    cues = clause_cues("en")
    assert cues is not None
    words = ClauseWords(text, Span(0, len(text)), cues)
    assert words.finite[words.words.index("sleep")]
    assert not words.finite[words.words.index("rarely")]
