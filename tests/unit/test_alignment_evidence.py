"""The evidence for a pair of sentences, feature by feature."""

import math

import pytest

from crisis_reader.alignment import overlap
from crisis_reader.alignment.evidence import DEAR, FEATURES, Candidate, gather
from crisis_reader.alignment.preparing import prepare
from crisis_reader.alignment.scoring import COUPLED, judge, probability
from crisis_reader.alignment.similarity import compare_sentences
from crisis_reader.alignment.verbatim import find_runs
from crisis_reader.article import Article

LEFT = (
    "Rebels shelled the old harbour on Monday. A court freed two editors. "
    "Farmers blocked the coastal road with tractors."
)
RIGHT = (
    "Prices of bread doubled. The coastal road was blocked by farmers. "
    "Rebels shelled the old harbour, witnesses said."
)


def coupled(left: str, right: str) -> list[tuple[tuple[str, str], ...]]:
    """The couples of each candidate."""
    one = prepare(Article.from_text(left, language="en"))
    other = prepare(Article.from_text(right, language="en"))
    return [c.couples for c in gather(one, other, compare_sentences(one, other), ())]


def candidates(left: str, right: str) -> dict[tuple[int, int], dict[str, float]]:
    """The features of each candidate by name."""
    one = prepare(Article.from_text(left, language="en"))
    other = prepare(Article.from_text(right, language="en"))
    found = gather(one, other, compare_sentences(one, other), find_runs(one, other))
    return {(c.left, c.right): dict(zip(FEATURES, c.features, strict=True)) for c in found}


def test_only_sentences_that_share_a_term_are_candidates() -> None:
    """Sentences without a common term are not looked at."""
    assert set(candidates(LEFT, RIGHT)) == {(0, 2), (2, 1)}


def test_the_longest_common_run_counts_by_its_logarithm() -> None:
    """Five words in a row are log 5; fewer than three count nothing."""
    found = candidates(LEFT, RIGHT)
    assert found[0, 2]["run"] == pytest.approx(math.log(5))
    assert found[2, 1]["run"] == pytest.approx(math.log(3))


def test_a_sentence_without_rivals_is_ahead() -> None:
    """The only partner of both has all of the mutual share and a margin of twice its cosine."""
    found = candidates(LEFT, RIGHT)[0, 2]
    assert found["mutual"] == 1.0
    assert found["margin"] > 0.0


def test_a_worse_partner_is_behind_the_best() -> None:
    """Where another sentence is more alike, the share falls below 1 and the margin below 0."""
    found = candidates("Rebels shelled the harbour.", "Rebels rested. Rebels shelled the harbour.")
    assert found[0, 0]["mutual"] < 1.0
    assert found[0, 0]["margin"] < 0.0


def test_the_best_pieces_are_more_alike_than_long_sentences() -> None:
    """What one piece of each shares counts for that piece."""
    left = "Farmers blocked the coastal road while ministers discussed bread prices in the palace."
    right = "Farmers blocked the coastal road because nobody had paid them for their wheat."
    told = "Farmers blocked the coastal road."
    apart, alone = candidates(left, right)[0, 0], candidates(told, told)[0, 0]
    assert apart["piece"] == pytest.approx(alone["piece"])


def test_words_in_the_same_order_count_as_a_share_of_the_shorter() -> None:
    """Order is measured over all words, function words too."""
    found = candidates("The army sealed off the port.", "The army left the port.")
    assert found[0, 0]["order"] == pytest.approx(4 / 5)


def test_couples_count_only_where_both_have_them() -> None:
    """Terms that stand together in one text only are no couple."""
    assert coupled("Brave miners struck.", "The miners, who were tired and old, were brave.") == [
        ()
    ]
    assert coupled("Brave miners struck.", "The brave miners were tired and old.") == [
        (("brave", "miner"),)
    ]


def test_a_couple_that_stands_twice_or_often_is_none() -> None:
    """It must be rare: in one sentence of either article, of terms that few sentences have."""
    twice = coupled("Brave miners struck. Brave miners won.", "The brave miners rested.")
    assert not any(twice)
    often = coupled(
        "Brave miners struck. Miners won. Miners sang.", "Brave miners ate. Miners slept."
    )
    assert not any(often)


def test_a_couple_of_rare_terms_is_enough() -> None:
    """Sentences with little else in common are matched for it."""
    weak = tuple((dict.fromkeys(FEATURES, 0.1) | {"size": 6.5, "distance": 0.5}).values())
    assert probability(weak) < COUPLED
    assert probability(weak, coupled=True) == COUPLED


def test_what_stands_together_elsewhere_is_not_new() -> None:
    """Shared words that another sentence has as well, all of them together, tell nothing new."""
    again = "Rebels shelled the harbour. Ministers saw that rebels shelled the harbour."
    old = candidates(again, "Rebels shelled the harbour.")
    new = candidates("Rebels shelled the harbour. Ministers slept.", "Rebels shelled the harbour.")
    assert old[0, 0]["new"] == 0.0
    assert new[0, 0]["new"] == new[0, 0]["shared"]


def test_a_very_common_term_stands_beside_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken to be said elsewhere, so that a long text costs no more."""
    left, right = "Rebels shelled the port. Rebels won.", "Rebels shelled the port. Rebels fled."
    plain = candidates(left, right)[0, 0]["new"]
    monkeypatch.setattr(overlap, "_COMMON", 1)
    assert candidates(left, right)[0, 0]["new"] == pytest.approx(plain)


def test_shared_words_spread_over_part_of_a_sentence() -> None:
    """From the first to the last of them, as a share of the words, in the narrower sentence."""
    found = candidates("Rebels shelled the port at dawn.", "Rebels shelled the port.")
    assert found[0, 0]["spread"] == pytest.approx(4 / 6)


def test_distance_is_of_places_in_the_texts() -> None:
    """First of three against third of three: two thirds."""
    assert candidates(LEFT, RIGHT)[0, 2]["distance"] == pytest.approx(2 / 3)


def test_hopeless_pairs_are_left_out() -> None:
    """With a judge only the pairs it accepts are computed in full, and those with a couple."""
    one = prepare(Article.from_text("Rebels shelled a bakery. Rebels fled.", language="en"))
    other = prepare(Article.from_text("Rebels rested. The rebels won.", language="en"))
    likeness = compare_sentences(one, other)
    assert gather(one, other, likeness, (), lambda _: False) == []
    kept = gather(one, other, likeness, (), lambda cheap: len(cheap) == len(FEATURES) - DEAR)
    assert len(kept) == len(gather(one, other, likeness, ()))
    also = prepare(Article.from_text("They shelled a bakery.", language="en"))
    found = gather(one, also, compare_sentences(one, also), (), lambda _: False)
    assert [(c.left, c.right) for c in found] == [(0, 0)]


def test_every_feature_that_speaks_for_a_match_raises_its_probability() -> None:
    """More of the good, less of the distance: likelier."""
    base = dict.fromkeys(FEATURES, 0.3) | {"size": 6.0}
    for name in FEATURES:
        more = base | {name: base[name] + 0.5}
        change = probability(tuple(more.values())) - probability(tuple(base.values()))
        assert (change < 0) == (name in ("distance", "size")), name


def test_whoever_is_likely_is_hopeful() -> None:
    """The cheap features never turn away a pair that all features make likely."""
    good = Candidate(0, 0, (0.4, 0.4, 2.0, 0.6, 1.0, 0.4, 0.2, 2.6, 2.0, 1.1, 0.3, 0.1, 6.5))
    assert probability(good.features) > 0.4
    assert judge(0.4)(good.features[DEAR:])
    assert not judge(0.4, -9.0)(good.features[DEAR:])
