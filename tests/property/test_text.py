import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_reader.text import (
    Span,
    fold,
    fold_word,
    guess_language,
    read_clauses,
    read_days,
    read_numbers,
    read_paragraphs,
    read_sentences,
    read_words,
    resolve_day,
)
from crisis_reader.text.concepts import _matched, concepts

# Anything a file can hold: also surrogates, NULs, marks without words.
WILD = st.text(st.characters(), max_size=200)
PIECES = st.sampled_from(
    (
        "The king fled. ", "Gen. J. B. Holder ", "“We stay. They go,” ", "said on Monday ", "was, ",
        "who had ", "\n\n", "… ", "No. 5 ", "$3.2bn ", "two hundred and six deputies ", "and ", "’",
        "2019-11-15 ", "a day after ", "10-12 November ", '"', "—", "el 20 de mayo ", "según dijo ",
        "¿Quién? ", "A\u00a0.", "e\u0301", "\ud800", "\x00", "EE.UU. ", "at least ", "that ", "; ",
        "between 3 and 5 ", "(", ")", "after being ",
    )
)  # fmt: skip
NEWS = st.lists(PIECES, max_size=30).map("".join)
TEXTS = st.one_of(WILD, NEWS)
LANGUAGES = st.sampled_from(("en", "es", "fr"))
SETTINGS = settings(max_examples=150)


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_sentences_tile_the_text(text: str, language: str) -> None:
    """Each sentence ends where the next one begins, the last where the text does."""
    spans = read_sentences(text, language)
    assert "".join(span.of(text) for span in spans) == text
    assert all(a.end == b.start for a, b in itertools.pairwise(spans))
    assert all(span.length for span in spans)


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_no_sentence_crosses_a_paragraph(text: str, language: str) -> None:
    """What is not white space of a sentence lies within one paragraph."""
    paragraphs = read_paragraphs(text)
    for span in read_sentences(text, language):
        words = [i for i in range(*span) if not text[i].isspace()]
        if words:
            assert any(p.covers(Span(words[0], words[-1] + 1)) for p in paragraphs)


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_clauses_lie_in_their_sentence(text: str, language: str) -> None:
    """In order, apart, trimmed, and every word of the sentence is in one of them."""
    for sentence in read_sentences(text, language):
        clauses = read_clauses(text, sentence, language)
        assert all(sentence.covers(clause) and clause.length for clause in clauses)
        assert all(a.end <= b.start for a, b in itertools.pairwise(clauses))
        assert all(c.of(text) == c.of(text).strip() for c in clauses)
        words = read_words(text, language, sentence)
        for start, end in zip(words.starts, words.ends, strict=True):
            assert any(clause.covers(Span(start, end)) for clause in clauses)


@SETTINGS
@given(TEXTS)
def test_folding_keeps_offsets(text: str) -> None:
    """A stretch of the folded text came from the characters its span covers."""
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    for i in range(len(folded.text)):
        source = folded.span(i, i + 1).of(text)
        assert folded.text[i] in fold_word(source)


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_words_are_in_the_text(text: str, language: str) -> None:
    """In order, apart, in range, none empty, four columns of one length."""
    words = read_words(text, language)
    assert len(words.starts) == len(words.ends) == len(words.folded) == len(words.stems)
    reach = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert reach <= start < end <= len(text)
        reach = end


@SETTINGS
@given(TEXTS, LANGUAGES, st.data())
def test_a_part_is_read_as_in_the_whole(text: str, language: str, data: st.DataObject) -> None:
    """Words of a sentence alone are the words of the text that begin in it."""
    sentences = read_sentences(text, language)
    if not sentences:
        return
    sentence = data.draw(st.sampled_from(sentences))
    alone = read_words(text, language, sentence)
    assert all(sentence.start <= start < sentence.end for start in alone.starts)
    assert all(end <= sentence.end for end in alone.ends)


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_mentions_are_in_order_and_apart(text: str, language: str) -> None:
    """Days and numbers slice out of the text and do not overlap their like."""
    for mentions in (read_days(text, None, language), read_numbers(text, None, language)):
        spans = [mention.span for mention in mentions]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_numbers_have_a_bound(text: str, language: str) -> None:
    """At least one bound is told, and the lower one is never above the upper one."""
    for number in read_numbers(text, None, language):
        assert number.low is not None or number.high is not None
        if number.low is not None and number.high is not None:
            assert number.low <= number.high


@SETTINGS
@given(NEWS, st.one_of(st.none(), st.dates()), st.lists(st.dates(), max_size=3), st.booleans())
def test_a_resolved_day_is_a_range(
    text: str,
    published: date | None,
    stated: list[date],
    future: bool,  # noqa: FBT001 - drawn
) -> None:
    """The earliest day is not after the latest, and the basis quotes the mention."""
    for day in read_days(text):
        found = resolve_day(
            day, published=published, stated=stated, future=future, anchor=published
        )
        if found is not None:
            earliest, latest, basis = found
            assert earliest is not None or latest is not None
            assert earliest is None or latest is None or earliest <= latest
            assert day.words in basis


@SETTINGS
@given(TEXTS, LANGUAGES)
def test_concept_hits_are_words_of_the_text(text: str, language: str) -> None:
    """In order, apart, in range."""
    words = read_words(text, language)
    reach = -1
    for hit in concepts().find(words):
        assert reach < hit.first <= hit.last < len(words)
        reach = hit.last


FORMS = [(_matched(form, "en"), key) for key in concepts() for form in concepts()[key].forms["en"]]
PHRASES = st.sampled_from(
    [form.replace("=", "") for k in concepts() for form in concepts()[k].forms["en"]]
)


@settings(max_examples=60)
@given(st.lists(PHRASES, max_size=8).map(" ".join))
def test_concepts_are_found_as_by_trying_every_form(text: str) -> None:
    """The index finds the longest form at each word, as a search through all of them does."""
    words = read_words(text)
    hits = []
    at = 0
    while at < len(words):
        standing = [
            (len(form), form[0][0] == "=", key)
            for form, key in FORMS
            if at + len(form) <= len(words)
            and all(
                word == ("=" + words.folded[at + k] if word[0] == "=" else words.stems[at + k])
                for k, word in enumerate(form)
            )
        ]
        if standing:
            length, _, key = max(standing, key=lambda row: row[:2])
            hits.append((length, at, key))
            at += length
        else:
            at += 1
    found = [(hit.last - hit.first + 1, hit.first, hit.concept) for hit in concepts().find(words)]
    assert found == hits


@SETTINGS
@given(TEXTS)
def test_a_language_is_one_of_those_listed(text: str) -> None:
    """Whatever the text, the guess is a code or None."""
    assert guess_language(text) in {None, "en", "es", "pt", "fr", "de", "it"}
