"""Whatever two texts say: alignments mirror, tile, slice back and give their true reasons."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crisis_reader.alignment import (
    Alignment,
    Anchor,
    Grade,
    Match,
    MatchKind,
    Profile,
    align,
    align_all,
    prepare,
)
from crisis_reader.alignment.similarity import compare_sentences, weighted
from crisis_reader.article import Article
from crisis_reader.text import fold_word
from crisis_reader.text.spans import Span

_SENTENCES = st.sampled_from(
    [
        "President Fernando Lugo was removed by the Senate on Friday.",
        "The Senate removed Fernando Lugo in a trial of five hours.",
        "“It is a coup”, said Lugo.",
        "Lugo called it “a coup”.",
        "Vice President Federico Franco was sworn in an hour later.",
        "Franco took the oath.",
        "Protesters demanded the resignation of Franco.",
        "At least 17 people were killed in Curuguaty.",
        "Eleven peasants and six police officers died in Curuguaty.",
        "El Senado destituyó a Fernando Lugo el viernes.",
        "Brasil retiró a su embajador de Asunción.",
        "Brazil recalled its ambassador from Asuncion.",
        "Rain fell.",
        "\n\n",
        "e\u0301l\u00a0A.",
        "\ufeff— ",
    ]
)
_TEXTS = st.lists(_SENTENCES, max_size=9).map(" ".join)
_PROFILES = st.sampled_from(list(Profile))


def _both(left: str, right: str, profile: Profile) -> Alignment:
    return align(Article.from_text(left), Article.from_text(right), profile=profile)


def _seen(found: Alignment) -> list[object]:
    """All that an alignment says, the sides in order."""
    matches = [
        (m.left, m.right, m.score, m.grade, m.kind, m.because, set(m.words), len(m.differences))
        for m in found.matches
    ]
    look_alikes = [(x.left, x.right, x.reason) for x in found.look_alikes]
    differences = [
        (d.left, d.right, d.dimension, d.left_also, d.right_also) for d in found.differences
    ]
    return [matches, look_alikes, differences, found.default]


def _turned(found: Alignment) -> list[object]:
    """The same, seen from the other side."""
    matches = [
        (
            m.right,
            m.left,
            m.score,
            m.grade,
            m.kind,
            m.because,
            {(b, a) for a, b in m.words},
            len(m.differences),
        )
        for m in found.matches
    ]
    look_alikes = [(x.right, x.left, x.reason) for x in found.look_alikes]
    differences = [
        (d.right, d.left, d.dimension, d.right_also, d.left_also) for d in found.differences
    ]
    ordered: list[object] = [
        sorted(part, key=lambda row: row[:2]) for part in (matches, look_alikes, differences)
    ]
    return [*ordered, found.default]


@given(_TEXTS, _TEXTS, _PROFILES)
def test_align_mirrors(left: str, right: str, profile: Profile) -> None:
    """``align(b, a)`` is ``align(a, b)`` with the sides exchanged; two articles are not one."""
    assume(left != right)
    there, back = _both(left, right, profile), _both(right, left, profile)
    assert _turned(there) == _turned_order(_seen(back))


def _turned_order(seen: list[object]) -> list[object]:
    """The parts sorted as ``_turned`` sorts them."""
    parts = [sorted(part, key=lambda row: row[:2]) for part in seen[:3]]  # type: ignore[call-overload] # lists of rows
    return [*parts, seen[3]]


@given(_TEXTS, _TEXTS, _PROFILES)
def test_the_same_input_gives_the_same_output(left: str, right: str, profile: Profile) -> None:
    """Twice the same, prepared anew or not."""
    one, other = prepare(Article.from_text(left)), prepare(Article.from_text(right))
    first = align(one, other, profile=profile)
    assert _seen(align(one, other, profile=profile)) == _seen(first)
    assert _seen(_both(left, right, profile)) == _seen(first)


@given(_TEXTS, _TEXTS, _PROFILES, st.sampled_from(list(Grade)))
def test_blocks_tile_both_texts(left: str, right: str, profile: Profile, grade: Grade) -> None:
    """Every character of either text lies in exactly one block; left blocks are in order."""
    blocks = _both(left, right, profile).blocks(grade)
    lefts = [b.left for b in blocks if b.left is not None]
    assert "".join(s.of(left) for s in lefts) == left
    rights = sorted(b.right for b in blocks if b.right is not None)
    assert "".join(s.of(right) for s in rights) == right


@given(_TEXTS, _TEXTS, _PROFILES)
def test_only_and_matches_share_no_character(left: str, right: str, profile: Profile) -> None:
    """What stands in one article only is covered by no shown match."""
    found = _both(left, right, profile)
    for gap in found.only("left"):
        assert not any(gap.touches(m.left) for m in found.shown())
    for gap in found.only("right"):
        assert not any(gap.touches(m.right) for m in found.shown())


@given(_TEXTS, _TEXTS, _PROFILES)
def test_matches_slice_back_to_words(left: str, right: str, profile: Profile) -> None:
    """Both sides and all agreeing words lie inside their texts, trimmed, the words in the sides."""
    for match in _both(left, right, profile).matches:
        for span, text in ((match.left, left), (match.right, right)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        for a, b in match.words:
            assert match.left.covers(a)
            assert match.right.covers(b)
        assert 0.0 < match.score <= 1.0


def _reasons(match: Match) -> list[str]:
    if match.kind is MatchKind.SAME_CLAIM or match.because.startswith("meaning:"):
        return []
    return match.because.split(", ")


@given(_TEXTS, _TEXTS, _PROFILES)
def test_each_word_of_a_reason_stands_in_both_sides(
    left: str, right: str, profile: Profile
) -> None:
    """After folding, each word named is a word on both sides, or the beginning of one."""
    for match in _both(left, right, profile).matches:
        for name in filter(None, _reasons(match)):
            for side in (match.left.of(left), match.right.of(right)):
                folded = re.findall(r"\w+", fold_word(side))
                begun = name.endswith("…")
                word = fold_word(name.removesuffix("…"))
                assert any(w.startswith(word) if begun else w == word for w in folded), name


@given(_TEXTS, _TEXTS)
def test_news_never_crosses_a_sentence_end(left: str, right: str) -> None:
    """Both sides of a match lie within one sentence."""
    found = _both(left, right, Profile.NEWS)
    for match in found.matches:
        assert any(s.span.covers(match.left) for s in found.left.sentences)
        assert any(s.span.covers(match.right) for s in found.right.sentences)


@given(_TEXTS, _TEXTS)
def test_the_sparse_cosines_equal_the_plain_ones(left: str, right: str) -> None:
    """The sums over postings are those over the vectors themselves."""
    one, other = prepare(Article.from_text(left)), prepare(Article.from_text(right))
    likeness = compare_sentences(one, other)
    rows, columns = weighted(one, likeness.rarity), weighted(other, likeness.rarity)
    for (i, j), dot in likeness.dots.items():
        plain = sum(w * columns[j][t] for t, w in rows[i].items() if t in columns[j])
        assert abs(dot - plain) < 1e-9


@given(_TEXTS.filter(str.strip), _TEXTS.filter(str.strip), st.data())
def test_an_anchor_stands_and_nothing_contradicts_it(
    left: str, right: str, data: st.DataObject
) -> None:
    """The pinned pair is the only match that touches its spans."""
    spans = []
    for text in (left, right):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append(Span(start, data.draw(st.integers(start + 1, len(text)))))
    anchor = Anchor(left=spans[0], right=spans[1])
    found = align(Article.from_text(left), Article.from_text(right), anchors=(anchor,))
    touching = [m for m in found.matches if m.left.touches(spans[0]) or m.right.touches(spans[1])]
    assert [(m.left, m.right, m.score) for m in touching] == [(spans[0], spans[1], 1.0)]


@settings(max_examples=40)
@given(st.lists(_TEXTS, max_size=4))
def test_each_passage_has_two_tellers_at_least(texts: list[str]) -> None:
    """Every passage of an overview has a stance for each account, and two that tell it."""
    overview = align_all([Article.from_text(t, id=str(k)) for k, t in enumerate(texts)])
    for passage in overview.passages:
        assert len(passage.stances) == len(overview.accounts)
        assert sum(s.span is not None for s in passage.stances) >= 2
