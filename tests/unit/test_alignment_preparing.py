"""What is known of one article alone: terms, bags, names, runs, concepts."""

from crisis_reader.alignment.preparing import prepare, retold
from crisis_reader.alignment.terms import MEANING
from crisis_reader.article import Article
from crisis_reader.text.concepts import concepts
from crisis_reader.text.spans import Span

TEXT = (
    "President Manuel Zelaya was flown to Costa Rica at dawn. Soldiers had stormed his residence. "
    "Zelaya said in San Jose that he remained the president of Honduras."
)


def test_each_sentence_has_a_bag_of_stems_without_function_words() -> None:
    """The bag of a sentence counts stems and leaves out what every sentence has."""
    article = prepare(Article.from_text(TEXT, language="en"))
    assert article.bags[1] == {"soldier": 1, "storm": 1, "resid": 1}


def test_postings_name_the_sentences_of_a_term() -> None:
    """A term is found in the sentences that have it, in order."""
    article = prepare(Article.from_text(TEXT, language="en"))
    assert list(article.postings["zelaya"]) == [0, 2]


def test_names_are_words_never_written_small() -> None:
    """A word is a name if it has a capital inside a sentence and nowhere a small letter."""
    article = prepare(Article.from_text(TEXT, language="en"))
    assert {"zelaya", "costa", "rica", "honduras"} <= article.reading.names
    assert "president" not in article.reading.names


def test_front_matter_names_nobody_and_is_not_compared() -> None:
    """What stands outside the sentences says nothing of the names in them, and shares nothing."""
    text = "---\nurl: x/zelaya-fled-by-night\n---\n\nThe fall of Zelaya was quick."
    matter = Span(0, text.index("The"))
    article = prepare(Article.from_text(text, language="en", front_matter=matter))
    assert "zelaya" in article.reading.names
    assert ("zelaya", "fled", "by") not in article.reading.shingles


def test_words_of_any_report_are_no_terms_of_what_it_tells() -> None:
    """``said`` joins no two sentences, so the told article has no term for it."""
    article = prepare(Article.from_text(TEXT, language="en")).told
    assert "say" not in article.postings
    assert "said" not in article.postings


def test_concepts_stand_beside_stems() -> None:
    """A told article knows the meanings of its words besides their stems."""
    article = prepare(Article.from_text(TEXT, language="en")).told
    assert MEANING + "president" in article.bags[2]
    assert "presid" in article.bags[2]


def test_two_languages_meet_in_names_numbers_and_meanings() -> None:
    """Stems of two languages never meet; names, figures and concepts do."""
    left = prepare(Article.from_text("Rafael Correa dimitió el 3 de junio.", language="es"))
    right = prepare(Article.from_text("Rafael Correa resigned on 3 June.", language="en"))
    own, its = retold(left, right)
    both = own.bags[0].keys() & its.bags[0].keys()
    assert {"rafael", "correa", "3", MEANING + "exit_resign"} <= both


def test_articles_of_one_language_are_compared_by_their_stems() -> None:
    """No bridge is needed within a language."""
    one = prepare(Article.from_text("The king fled.", language="en"))
    assert retold(one, one) == (one.told, one.told)


def test_couples_are_terms_that_stand_together() -> None:
    """Neighbouring terms make a couple in either order; names and offices make none."""
    article = prepare(
        Article.from_text(
            "An opposition senator spoke. Ana Lima, the senator, left.", language="en"
        )
    )
    assert article.couples["opposit", "senat"] == 0
    assert ("ana", "lima") not in article.couples


def test_bystanders_are_names_offices_and_places() -> None:
    """Who and where are told apart from what."""
    article = prepare(Article.from_text(TEXT, language="en")).told
    assert {"zelaya", "presid"} <= article.bystanders
    assert "storm" not in article.bystanders


def test_the_sentence_of_a_character_is_found() -> None:
    """Every character of a sentence leads to it; one between sentences to none."""
    article = prepare(Article.from_text(TEXT, language="en"))
    second = article.sentences[1].span
    assert article.reading.sentence_at(second.start) == 1
    assert article.reading.sentence_at(second.end - 1) == 1
    assert article.reading.sentence_at(second.end) == -1


def test_other_terms_read_the_article_only_once() -> None:
    """Events and clauses of a retold article are those of the article itself."""
    article = prepare(Article.from_text(TEXT, language="en"))
    assert article.told.reading is article.reading
    assert article.bridge.reading.clauses(0) is article.reading.clauses(0)


def test_a_readers_concepts_are_this_articles_alone() -> None:
    """What one article is prepared with changes no other one."""
    own = concepts().extended('[offices]\nregent_lord = "lord warden | lord guardián"\n')
    article = Article.from_text("The lord warden spoke. Nobody answered him.")
    assert "regent_lord" in {hit.concept for hit in prepare(article, concepts=own).reading.hits}
    assert prepare(article, concepts=own).bystanders >= {"lord", "warden"}
    assert "regent_lord" not in {hit.concept for hit in prepare(article).reading.hits}
