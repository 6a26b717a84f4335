"""Reused text: seeds, clusters, bounds, copies and summaries."""

import subprocess
import sys

import pytest

from crisis_reader.alignment import align
from crisis_reader.alignment.bounds import fitted, trimmed_passage
from crisis_reader.alignment.clusters import (
    RESCUE,
    USUAL,
    Cluster,
    Limits,
    cluster,
    find_seeds,
    likeness_of,
    summed,
)
from crisis_reader.alignment.preparing import Prepared, prepare
from crisis_reader.alignment.reuse import find_reuse
from crisis_reader.alignment.similarity import compare_sentences, weighted
from crisis_reader.article import Article

_TOPICS = ("harbour", "lantern", "orchard", "granite", "violin", "glacier")


def sentence(k: int) -> str:
    """A sentence of its own: no other number gives one of the same words."""
    words = [f"{topic}{chr(97 + k)}" for topic in _TOPICS]
    return f"The {words[0]} and {words[1]} of {words[2]} saw {words[3]}, {words[4]} and {words[5]}."


def told(*numbers: int) -> Prepared:
    """An article of these sentences."""
    return prepare(Article.from_text(" ".join(map(sentence, numbers)), language="en"))


def clusters_of(left: Prepared, right: Prepared, limits: Limits = USUAL) -> list[Cluster]:
    """The clusters of two articles."""
    likeness = compare_sentences(left, right, floor=0.0)
    rows, columns = weighted(left, likeness.rarity), weighted(right, likeness.rarity)
    return cluster(find_seeds(left, right, likeness, limits), rows, columns, limits.whole)


def test_seeds_are_sentences_alike_enough() -> None:
    """Equal sentences are seeds, others none."""
    left, right = told(1, 2, 3), told(9, 3, 8, 1)
    likeness = compare_sentences(left, right, floor=0.0)
    assert sorted(find_seeds(left, right, likeness, USUAL)) == [(0, 3), (2, 1)]


def test_a_seed_must_be_nearly_the_best_of_both() -> None:
    """A sentence that is much less alike than another is dropped."""
    half = sentence(1).replace("granite", "copper").replace("violin", "salt")
    left = told(1, 6, 7, 8)
    right = prepare(Article.from_text(f"{half} {sentence(1)} {sentence(5)}", language="en"))
    likeness = compare_sentences(left, right, floor=0.0)
    assert likeness.cosine(0, 0) >= USUAL.cosine
    assert find_seeds(left, right, likeness, USUAL) == [(0, 1)]


def test_a_seed_is_weighed_from_the_other_side_as_well() -> None:
    """Another left sentence may be much more like the right one."""
    half = sentence(1).replace("granite", "copper").replace("violin", "salt")
    left = prepare(Article.from_text(f"{half} {sentence(1)} {sentence(5)}", language="en"))
    right = told(1, 6, 7, 8)
    likeness = compare_sentences(left, right, floor=0.0)
    assert likeness.cosine(0, 0) >= USUAL.cosine
    assert find_seeds(left, right, likeness, USUAL) == [(1, 0)]


def test_seeds_within_the_gap_make_one_cluster() -> None:
    """Three sentences in between on both sides do not part a cluster that holds together."""
    made = clusters_of(told(1, 2, 3, 4), told(1, 2, 9, 3, 4))
    assert [(c.i0, c.i1, c.j0, c.j1) for c in made] == [(0, 3, 0, 4)]


def test_seeds_far_apart_are_two_clusters() -> None:
    """More sentences than the gap on either side part a cluster."""
    made = clusters_of(told(1, 2), told(1, 10, 11, 12, 13, 14, 2))
    assert [(c.j0, c.j1) for c in made] == [(0, 0), (6, 6)]


def test_a_cluster_that_does_not_hold_together_shrinks() -> None:
    """With too much between its seeds it falls into its dense parts."""
    made = clusters_of(told(1, 5, 6, 7, 2), told(1, 10, 11, 12, 2), Limits(0.3, 0.3, 0.7))
    assert [(c.i0, c.i1) for c in made] == [(0, 0), (4, 4)]


def test_no_seeds_make_no_cluster() -> None:
    """Nothing alike, nothing found."""
    assert clusters_of(told(1, 2), told(3, 4), RESCUE) == []


def test_a_cluster_grows_over_what_belongs_to_it() -> None:
    """A sentence beside it that has its counterpart is taken in."""
    left, right = told(7, 1, 2, 3, 8), told(9, 1, 2, 3, 10)
    likeness = compare_sentences(left, right, floor=0.0)
    rows, columns = weighted(left, likeness.rarity), weighted(right, likeness.rarity)
    grown = fitted(Cluster(1, 2, 1, 2, 0.9), rows, columns)
    assert (grown.i0, grown.i1, grown.j0, grown.j1) == (1, 3, 1, 3)


def test_strangers_at_the_ends_are_trimmed() -> None:
    """Words that the other side lacks do not belong to the passage."""
    text = f"A long preface on {' '.join(f'q{k}z' for k in range(12))} says that {sentence(1)}"
    left = prepare(Article.from_text(f"{text} {sentence(4)} {sentence(5)}", language="en"))
    right = told(1, 6, 7, 8)
    likeness = compare_sentences(left, right, floor=0.0)
    span, other = trimmed_passage(left, right, Cluster(0, 0, 0, 0, 0.9), likeness.rarity)
    assert span.of(left.article.text).startswith("harbour")
    assert other.of(right.article.text) == sentence(1)


def test_sums_and_cosines_of_vectors() -> None:
    """Plain arithmetic, with nothing for nothing."""
    assert summed([{"a": 1.0}, {"a": 2.0, "b": 1.0}, {"c": 9.0}], 0, 1) == {"a": 3.0, "b": 1.0}
    assert likeness_of({"a": 1.0}, {"a": 1.0, "b": 1.0}) == pytest.approx(0.7071, abs=1e-4)
    assert likeness_of({}, {"a": 1.0}) == 0.0


def found(left: Prepared, right: Prepared) -> list[tuple[str, str, float]]:
    """The reused passages of two articles."""
    passages = find_reuse(left, right, compare_sentences(left, right, floor=0.0))
    texts = left.article.text, right.article.text
    return [(p.left.of(texts[0]), p.right.of(texts[1]), p.score) for p in passages]


def test_a_reworded_passage_is_found_whole() -> None:
    """Every third word changed, the passage is one match with its own bounds."""
    copy = " ".join(map(sentence, (1, 2, 3)))
    reworded = copy.replace("granite", "copper").replace(" saw ", " met ")
    left = prepare(Article.from_text(f"{sentence(9)} {copy} {sentence(10)}", language="en"))
    right = prepare(Article.from_text(f"{sentence(12)} {reworded} {sentence(13)}", language="en"))
    assert [(a, b) for a, b, _ in found(left, right)] == [(copy, reworded)]


def test_a_copy_found_twice_is_kept_once() -> None:
    """Of two sources for one passage the longer stays."""
    copy = " ".join(map(sentence, (1, 2, 3, 4)))
    part = " ".join(map(sentence, (2, 3, 4)))
    left = prepare(Article.from_text(copy, language="en"))
    right = prepare(Article.from_text(f"{part} {sentence(9)} {copy}", language="en"))
    assert [b for _, b, _ in found(left, right)] == [copy.rstrip(".")]


def summing(*changed: str) -> tuple[Prepared, Prepared, str]:
    """A text with a passage that leaps through a long one in other words, the long one, and it."""
    picked = " ".join(map(sentence, (0, 4, 8, 12, 16, 19)))
    for word in changed:
        picked = picked.replace(word, f"un{word}")
    around = [
        " ".join(f"{c}{k}w{n}" for n in range(9)).capitalize() + "." for k in range(9) for c in "xy"
    ]
    text = " ".join([*around[:9], picked, *around[9:]])
    return prepare(Article.from_text(text, language="en")), told(*range(20)), picked


def test_a_passage_that_sums_up_is_matched_to_the_whole() -> None:
    """Sentences whose counterparts leap through a long text sum that text up."""
    short, long, picked = summing("granite", "saw")
    spans = {(a, b) for a, b, _ in found(short, long)}
    assert (picked, long.article.text) in spans
    mirrored = {(b, a) for a, b, _ in found(long, short)}
    assert mirrored == spans


def test_a_passage_that_hardly_resembles_a_text_does_not_sum_it_up() -> None:
    """Each sentence may have its counterpart: on average they must be like it."""
    short, long, _ = summing("granite", "violin", "glacier", "orchard")
    likeness = compare_sentences(short, long, floor=0.0)
    alike = [likeness.cosine(9 + n, k) for n, k in enumerate((0, 4, 8, 12, 16, 19))]
    assert min(alike) >= 0.15
    assert found(short, long) == []


def test_an_output_does_not_depend_on_the_hash_seed() -> None:
    """The same input gives the same output in every process."""
    code = (
        "from crisis_reader import Article, align\n"
        "a = Article.from_text('President Lugo was removed by senators. Brazil sent envoys.')\n"
        "b = Article.from_text('Senators removed Lugo. Brazil and Peru sent envoys.')\n"
        "print([(m.left, m.right, m.score, m.because, m.words) for m in align(a, b).matches])\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_a_passage_has_the_profile_it_was_found_with() -> None:
    """The alignment says what was looked for."""
    one = Article.from_text(sentence(1))
    assert align(one, one, profile="reuse").profile.value == "reuse"
