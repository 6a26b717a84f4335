"""What holds of the library for any text: marks find their places, both ways of searching agree."""

from dataclasses import fields
from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_reader.article import Article, Origin, TextIs
from crisis_reader.library import Library, SourceKind, parse_query, passage_at, relocate
from crisis_reader.library.file.database import Database, packed, unpacked
from crisis_reader.library.file.packing import pack_article, unpack_article
from crisis_reader.library.search.snippets import find_terms, snippet_of
from crisis_reader.text import Span

NOW = datetime(2020, 2, 3, tzinfo=UTC)

# Any character, half ones too, and enough of a few words for matches to happen.
anything = st.text(st.characters(), max_size=120)
WORDS = (
    *("court", "Court,", "quorum", "quórum…", "Áñez", "an\u00adez", "ANEZ", "the", "(the)", "co"),
    *("2019-11-15", "no_quorum", "A\u0301n\u0303ez", "ß", "strasse", "北京", "x\x00y", "\ud83d"),
    *("İstanbul", "ﬁrst", "m²", "١٢٣", "naïve", "q—", "«no»"),
)
prose = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
texts = st.one_of(anything, prose)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a stretch of it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(marked(), texts, texts)
def test_a_passage_is_found_or_lost(mark: tuple[str, Span], head: str, tail: str) -> None:
    """Whatever the text became, an answer lies within it; words found are those remembered."""
    text, span = mark
    kept = passage_at(text, span)
    changed = head + text + tail
    found = relocate(changed, kept.quote, kept.before, kept.after)
    if found is not None:
        assert 0 <= found.start <= found.end <= len(changed)
        if kept.quote in changed:
            assert found.of(changed) == kept.quote


@given(marked())
def test_a_passage_alone_of_its_kind_is_found_where_it_was(mark: tuple[str, Span]) -> None:
    """In the unchanged text, if its words stand there once."""
    text, span = mark
    kept = passage_at(text, span)
    places = [n for n in range(len(text) + 1) if span.length and text.startswith(kept.quote, n)]
    if len(places) == 1:
        assert relocate(text, kept.quote, kept.before, kept.after) == span


@given(texts)
def test_any_text_is_stored_and_read_back(text: str) -> None:
    """Half characters included."""
    assert unpacked(packed(text)) == text


@given(
    text=texts,
    title=st.none() | anything,
    outlet=st.none() | anything,
    uri=st.none() | anything,
    tags=st.tuples(anything),
    day=st.none() | st.dates(),
)
def test_an_article_is_stored_and_read_back(
    *,
    text: str,
    title: str | None,
    outlet: str | None,
    uri: str | None,
    tags: tuple[str],
    day: date | None,
) -> None:
    """Field for field."""
    origin = Origin(uri=uri, member="line 3", encoding="utf-8", text_is=TextIs.FILE)
    article = Article.from_text(
        text, id="i", title=title, outlet=outlet, published=day, origin=origin, tags=tags, note="n"
    )
    again = unpack_article(
        pack_article(article), id=article.id, version=article.version, text=packed(article.text)
    )
    for field in fields(Article):
        assert getattr(again, field.name) == getattr(article, field.name)


@given(st.text(st.sampled_from('ab:"*-_ ñÁ%()\ud83d\x00after:outlet:lang2019'), max_size=40))
def test_nothing_typed_is_an_error(typed: str) -> None:
    """Terms are folded words that FTS5 can be asked for; blank stays empty."""
    query = parse_query(typed)
    for term in query.terms:
        assert term.words
        assert all(word.isalnum() for word in term.words)
    assert query.is_empty or typed.strip()


@given(texts, prose)
def test_places_are_of_the_text(text: str, typed: str) -> None:
    """Every place lies in the text, snippets too; places of a term do not overlap."""
    places = find_terms(text, parse_query(typed).terms)
    for found in places:
        assert all(0 <= s.start < s.end <= len(text) for s in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
    snippet = snippet_of(text, places)
    assert 0 <= snippet.start <= snippet.end <= len(text)


@settings(max_examples=60)
@given(st.lists(st.tuples(texts, prose), min_size=1, max_size=4), texts)
def test_both_ways_of_searching_agree(found: list[tuple[str, str]], typed: str) -> None:
    """The index finds the articles that reading all texts finds."""
    answers: list[set[str]] = []
    for full_text in (None, False):
        with Library(Database.open(None), full_text=full_text) as library:
            source = library.sources.add("/news", SourceKind.FILE, now=NOW)
            articles = [
                Article.from_text(text, title=title or "t", id=str(n), url=f"https://x.example/{n}")
                for n, (text, title) in enumerate(found)
            ]
            library.import_articles(articles, source, now=NOW)
            answers.append({hit.article.id for hit in library.search(typed)})
    assert answers[0] == answers[1]
