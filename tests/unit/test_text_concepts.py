import itertools
import time
import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

from crisis_reader.text import ConceptHit, fold_word, function_words, read_words
from crisis_reader.text.concepts import LANGUAGES, _matched, concepts

TABLE = concepts()
SOURCE = (files("crisis_reader.text") / "concepts.toml").read_text("utf-8")


def found(text: str, language: str = "en") -> list[str]:
    """The concepts of a text, in order."""
    return [hit.concept for hit in TABLE.find(read_words(text, language))]


# -- the table -------------------------------------------------------------------------------------


def test_the_table_is_large_enough() -> None:
    """Eight hundred concepts are what this program promises."""
    assert len(TABLE) >= 800


def test_the_fast_reading_is_that_of_toml() -> None:
    """The file is TOML, and the line reader sees in it what a TOML parser sees."""
    parsed = tomllib.loads(SOURCE)
    rows = {key: (topic, row) for topic, table in parsed.items() for key, row in table.items()}
    assert set(rows) == set(TABLE)
    for key, (topic, row) in rows.items():
        concept = TABLE[key]
        assert concept.topic == topic
        columns = [column.strip() for column in row.split("|")]
        assert ", ".join(concept.forms["en"]) == columns[0].strip("-")
        assert ", ".join(concept.forms["es"]) == columns[1].strip("-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_twice(language: str) -> None:
    """A form, as it is matched, belongs to one concept and stands there once."""
    owners = defaultdict(list)
    for key in TABLE:
        for form in TABLE[key].forms[language]:
            owners[_matched(form, language)].append((key, form))
    assert {form: rows for form, rows in owners.items() if len(rows) > 1 or not form} == {}


def test_each_concept_has_both_languages_or_says_why_not() -> None:
    """A row without forms in one language explains itself in its third field."""
    for key in TABLE:
        concept = TABLE[key]
        assert concept.apart or all(concept.forms[language] for language in LANGUAGES), key
        assert any(concept.forms[language] for language in LANGUAGES), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_function_word_is_taken_for_a_longer_word(language: str) -> None:
    """A stem that a function word shares is only there for that very word."""
    for word in sorted(function_words(language)):
        owner = TABLE.owner(word, language)
        if owner is not None:
            assert word in {fold_word(form) for form in TABLE[owner].forms[language]}


@pytest.mark.parametrize(
    "pair",
    [
        ("resigned", "dimitió"),
        ("forced to resign", "obligado a dimitir"),
        ("was deposed", "fue depuesto"),
        ("impeachment", "juicio político"),
        ("sworn in", "juramentado"),
        ("took office", "tomó posesión"),
        ("self-proclaimed", "autoproclamado"),
        ("refused to recognise", "desconoció"),
        ("line of succession", "línea de sucesión"),
        ("quorum", "quórum"),
        ("granted asylum", "otorgó asilo"),
        ("sought asylum", "pidió asilo"),
        ("fled", "huyó"),
        ("electoral fraud", "fraude electoral"),
        ("president of the Senate", "presidente del Senado"),
        ("prime minister", "primer ministro"),
        ("armed forces", "Fuerzas Armadas"),
        ("tear gas", "gas lacrimógeno"),
        ("clashes", "enfrentamientos"),
        ("press conference", "rueda de prensa"),
        ("constitutional court", "tribunal constitucional"),
        ("Zimbabwean", "zimbabuense"),
        ("irregularities", "irregularidades"),
        ("soldiers", "soldados"),
        ("however", "sin embargo"),
    ],
)
def test_the_two_languages_meet(pair: tuple[str, str]) -> None:
    """Words of the same meaning have the same concept."""
    english, spanish = pair
    assert found(english) == found(spanish, "es")
    assert len(found(english)) == 1


@pytest.mark.parametrize(
    "forms",
    [
        (
            "resigned",
            "was forced out",
            "was removed from office",
            "was overthrown",
            "was impeached",
        ),
        ("sworn in", "seized power", "appointed", "reinstated"),
        ("sought asylum", "offered asylum", "granted asylum"),
        ("fled", "left for", "exiled"),
    ],
)
def test_other_manners_are_other_concepts(forms: tuple[str, ...]) -> None:
    """What differs in manner never falls together."""
    assert len({tuple(found(form)) for form in forms}) == len(forms)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("officers in the office", "official"),
        ("the senator spoke", "senate"),
        ("her minority vote", "small"),
        ("he holds several severe views", "several views"),
        ("May I come in May", "may_month"),
        ("the department of", "depart"),
        ("a public university", "publish"),
    ],
)
def test_words_of_one_stem_stay_apart(text: str, missing: str) -> None:
    """A stem shared by accident does not bring a meaning with it."""
    assert missing not in found(text)


# -- finding ---------------------------------------------------------------------------------------


def test_a_hit_says_where() -> None:
    """First and last word of the phrase, both inclusive."""
    words = read_words("The regent had stepped down on Monday")
    assert TABLE.find(words)[0] == ConceptHit("exit_step_down", 3, 4)


def test_of_two_forms_the_longer_one_counts() -> None:
    """A phrase hides the words it is made of."""
    assert found("demanded the resignation") == ["suggest_resign"]
    assert found("vice president of the Senate") == ["senate_vice_president"]
    assert found("vice president") == ["vice_president"]


def test_hits_are_in_order_and_apart() -> None:
    """No word belongs to two hits."""
    hits = TABLE.find(
        read_words("The president resigned after mass protests in Harare, police said.")
    )
    assert all(a.last < b.first for a, b in itertools.pairwise(hits))


def test_a_phrase_cut_off_by_the_end_is_not_found() -> None:
    """A text that ends inside a phrase has the words it has."""
    assert "exit_step_down" not in found("he will step")


def test_a_language_without_forms_has_no_concepts() -> None:
    """French words that look English are not read."""
    assert found("le président a démissionné", "fr") == []


def test_an_unknown_concept_is_an_error() -> None:
    """The table answers for what it has."""
    with pytest.raises(KeyError):
        TABLE["no_such_concept"]


def test_what_sets_a_concept_apart_is_told() -> None:
    """Rows that matter say how they differ."""
    apart = TABLE["exit_resign"].apart
    assert apart is not None
    assert "exit_forced" in apart


def test_finding_is_fast() -> None:
    """A thousand words take a millisecond on an idle machine; ten are allowed here."""
    words = read_words(
        "The president resigned after mass protests, and the police said nothing. " * 85
    )

    def seconds() -> float:
        before = time.process_time()
        TABLE.find(words)
        return time.process_time() - before

    assert min(seconds() for _ in range(5)) < 0.010


# -- a reader's own file ---------------------------------------------------------------------------


def test_a_reader_adds_a_concept() -> None:
    """A new row is found, and the shipped table stays as it was."""
    table = TABLE.extended('[mine]\nkgotla = "kgotla, village council meeting | asamblea kgotla"\n')
    words = read_words("The chief called a kgotla.")
    assert "kgotla" in [hit.concept for hit in table.find(words)]
    assert table["kgotla"].topic == "mine"
    assert "kgotla" not in TABLE
    assert table.problems == ()


def test_a_reader_adds_forms_to_a_concept() -> None:
    """A row of a known id keeps its own forms."""
    table = TABLE.extended('exit_resign = "threw in the towel | tiró la toalla"')
    for text, language in (
        ("she threw in the towel", "en"),
        ("she resigned", "en"),
        ("tiró la toalla", "es"),
    ):
        assert table.find(read_words(text, language))[-1].concept == "exit_resign"
    assert table["exit_resign"].apart == TABLE["exit_resign"].apart


def test_a_row_in_one_language_is_enough() -> None:
    """Only one field needs to be there."""
    table = TABLE.extended('bulawayo = "Bulawayo"')
    assert [hit.concept for hit in table.find(read_words("in Bulawayo"))] == ["bulawayo"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("ndebele = 3", "english forms | spanish forms"),
        ('ndebele = ""', "no form is left"),
        ('ndebele = "resigned"', "already means exit_resign"),
        ('ndebele = "a | b | c | d"', "more than three"),
        ('ndebele = "… , !"', "no word in it"),
        ('"Two words" = "a"', "lower-case letters"),
    ],
)
def test_a_bad_row_becomes_a_problem(row: str, said: str) -> None:
    """The problem names source, line and what to do; the other rows are taken."""
    table = TABLE.extended(f'# mine\n{row}\nshona = "shona"\n', source="mine.toml")
    assert "shona" in table
    assert said in table.problems[0].message
    assert (table.problems[0].source, table.problems[0].line) == ("mine.toml", 2)


def test_a_form_of_two_own_rows_stays_with_the_first() -> None:
    """The second row is told, and loses that form alone."""
    table = TABLE.extended('one_own = "zumba"\ntwo_own = "zumba, rumba"\n')
    assert table["two_own"].forms["en"] == ("rumba",)
    assert "already means one_own" in table.problems[0].message


def test_a_file_that_is_no_toml_changes_nothing() -> None:
    """One problem with its line, and the table as it was."""
    table = TABLE.extended('a = "b"\nc = \n')
    assert len(table) == len(TABLE)
    assert table.problems[0].line == 2
