"""Two articles in, an alignment out: matches, mirrors, anchors, profiles."""

import subprocess
import sys

import pytest

from crisis_reader import alignment as room
from crisis_reader.alignment import Alignment, Anchor, Grade, MatchKind, align, prepare
from crisis_reader.alignment.scoring import NEARLY
from crisis_reader.article import Article
from crisis_reader.errors import UsageError
from crisis_reader.text.spans import Span

LEFT = (
    "Protesters stormed the parliament of Tbilisi on Saturday, carrying roses. "
    "President Eduard Shevardnadze was hurried out by his guards. "
    "Mikhail Saakashvili drank the tea that the president had left on the rostrum. "
    "Bread was cheap that year."
)
RIGHT = (
    "Nobody had expected rain. "
    "With roses in their hands, protesters stormed the Tbilisi parliament. "
    "Guards hurried President Shevardnadze out of the hall. "
    "The opposition leader Mikhail Saakashvili then drank the president's tea from the rostrum."
)


def aligned(left: str = LEFT, right: str = RIGHT, **options: object) -> Alignment:
    """Align two English texts."""
    one, other = (Article.from_text(t, language="en") for t in (left, right))
    return align(one, other, **options)  # type: ignore[arg-type] # options are align's own


def test_paraphrases_of_one_event_are_matched_wherever_they_stand() -> None:
    """Each of three sentences finds its partner and no other."""
    found = aligned()
    pairs = {
        (found.left.text[: m.left.start].count("."), found.right.text[: m.right.start].count("."))
        for m in found.shown()
    }
    assert pairs == {(0, 1), (1, 2), (2, 3)}


def test_matches_are_in_left_text_order() -> None:
    """Whatever their score, they come as the left text tells them."""
    starts = [m.left.start for m in aligned().matches]
    assert starts == sorted(starts)


def test_align_mirrors() -> None:
    """Named the other way round, everything is the same with the sides exchanged."""
    one, other = Article.from_text(LEFT), Article.from_text(RIGHT)
    there, back = align(one, other), align(other, one)
    assert {(m.left, m.right, m.score, m.kind, m.because) for m in there.matches} == {
        (m.right, m.left, m.score, m.kind, m.because) for m in back.matches
    }


def test_prepared_articles_give_the_same_as_raw_ones() -> None:
    """Preparing only saves time."""
    one, other = Article.from_text(LEFT), Article.from_text(RIGHT)
    assert align(prepare(one), prepare(other)).matches == align(one, other).matches


def test_unknown_profile_says_which_there_are() -> None:
    """The message names the profiles."""
    with pytest.raises(UsageError, match="news, reuse"):
        aligned(profile="poetry")


def test_no_match_crosses_a_sentence_end() -> None:
    """Each side of each match lies within one sentence."""
    found = aligned()
    for match in found.matches:
        assert any(s.span.covers(match.left) for s in found.left.sentences)
        assert any(s.span.covers(match.right) for s in found.right.sentences)


def test_a_name_alone_is_no_match() -> None:
    """Two sentences that share a person and a place say nothing of the same thing."""
    found = aligned(
        "Mikhail Saakashvili loves mountains.", "In Paris Mikhail Saakashvili bought a hat."
    )
    assert found.matches == ()


def test_grades_follow_scores() -> None:
    """A higher score never has a lower grade."""
    ranked = sorted(aligned().matches, key=lambda m: m.score)
    grades = [m.grade.rank for m in ranked]
    assert grades == sorted(grades)


def test_copied_words_are_verbatim() -> None:
    """The same words, marks and case aside, are the same words."""
    sentence = "Dozens of fishermen rowed out to greet the returning frigate"
    found = aligned(f"{sentence}. Nobody slept.", f"It was late. {sentence.upper()}!")
    assert [m.kind for m in found.shown()] == [MatchKind.VERBATIM]


def test_a_shared_quotation_is_told_as_one() -> None:
    """A run of quoted words in two different sentences is a quotation."""
    found = aligned(
        'The mayor said the dam was "a monument to vanity and greed" on local radio.',
        'Asked for a word, she called it "a monument to vanity and greed".',
    )
    assert [m.kind for m in found.matches] == [MatchKind.QUOTE]


def test_an_anchor_is_a_match_of_score_one() -> None:
    """What a reader pins is a strong match, said to be pinned."""
    anchor = Anchor(left=Span(0, 73), right=Span(0, 25))
    pinned = [m for m in aligned(anchors=(anchor,)).matches if m.left == anchor.left]
    assert [(m.score, m.grade, m.because) for m in pinned] == [
        (1.0, Grade.STRONG, "pinned by the reader")
    ]


def test_other_matches_respect_an_anchor() -> None:
    """What is pinned to one thing is matched to nothing else."""
    anchor = Anchor(left=Span(0, 73), right=Span(0, 25))
    for match in aligned(anchors=(anchor,)).matches:
        if match.score < 1.0:
            assert not match.left.touches(anchor.left)
            assert not match.right.touches(anchor.right)


def test_an_anchor_outside_its_text_is_refused() -> None:
    """The message says what to do."""
    with pytest.raises(UsageError, match="pin it again"):
        aligned(anchors=(Anchor(left=Span(0, 10), right=Span(5, 9999)),))


def test_an_anchor_one_character_too_long_is_refused() -> None:
    """A span may end at the last character, not behind it."""
    end = len(aligned().right.text)
    assert aligned(anchors=(Anchor(left=Span(0, 10), right=Span(5, end)),)).matches
    with pytest.raises(UsageError, match="pin it again"):
        aligned(anchors=(Anchor(left=Span(0, 10), right=Span(5, end + 1)),))


def test_neighbouring_matches_share_a_group() -> None:
    """Three matches in a row are one group, counted from 0."""
    assert {m.group for m in aligned().shown()} == {0}


def test_distant_matches_have_groups_of_their_own() -> None:
    """Groups are numbered in left order."""
    gap = "Snow lay on the hills. Dogs barked. Nobody came. Time passed slowly there."
    left = (
        "Divers found the stolen crown in the lake. " + gap + " A storm tore down the lighthouse."
    )
    right = "A storm tore the lighthouse down. " + gap[::-1] + " Divers found the stolen crown."
    found = aligned(left, right)
    assert [m.group for m in found.shown()] == [0, 1]


def test_reuse_finds_a_copied_passage_to_the_word() -> None:
    """A passage lifted from one text into another is found with its exact bounds."""
    passage = " ".join(
        f"The {n} ferry carried salt, wool and letters over the straits to the {m} islands."
        for n, m in (("first", "outer"), ("second", "nearer"), ("third", "northern"))
    )
    left = f"Harbours were busy once. {passage} Then came bridges and railways."
    right = f"My aunt wrote this about trade: {passage} So she wrote, and nothing else."
    found = aligned(left, right, profile="reuse")
    assert [(m.left.of(left), m.right.of(right)) for m in found.matches] == [
        (passage.rstrip("."), passage.rstrip("."))
    ]


def test_reuse_needs_more_than_a_sentence() -> None:
    """One sentence in like words is too short to be a reworded passage."""
    found = aligned(LEFT.split(". ", maxsplit=1)[0] + ".", RIGHT, profile="reuse")
    assert found.matches == ()


def test_empty_texts_share_nothing() -> None:
    """No words, no matches, in either profile."""
    assert aligned("", "").matches == ()
    assert aligned("", RIGHT, profile="reuse").matches == ()


def test_weak_matches_are_shown_where_languages_leave_little() -> None:
    """Across languages the default grade is weak as long as few matches are firmer."""
    left = Article.from_text("Rafael Correa viajó a Bélgica.", language="es")
    right = Article.from_text("Rafael Correa flew to Belgium.", language="en")
    assert align(left, right).default is Grade.WEAK
    assert align(right, right).default is Grade.LIKELY


def test_records_come_without_the_rules() -> None:
    """Importing the room loads neither what computes alignments nor what that needs."""
    code = (
        "import sys, crisis_reader.alignment as room\n"
        "assert room.Match and 'rapidfuzz' not in sys.modules\n"
        "assert 'crisis_reader.events' not in sys.modules\n"
        "assert room.align.__module__ == 'crisis_reader.alignment.aligning'\n"
        "assert 'numpy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_name_of_the_room_is_an_attribute_error() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="no attribute 'misalign'"):
        room.misalign  # noqa: B018 - the access is the point


def test_the_weakest_are_told_by_their_sentences() -> None:
    """Below the score worth a closer look a match has whole sides and no marked words."""
    lines = "The harbour slept. Ships waited for grain. Rain fell all night on the old roofs. "
    lines += (
        "Bakers sang. Two dogs crossed the square. A bell rang. Nobody came. Lamps burned low. "
    )
    matches = aligned(
        f"{lines}Rebels shelled a bakery at dawn, killing three guards who had been asleep.",
        "At dawn a ship came in with water for all who lived in town, and the mayor read a letter. "
        + lines,
    ).matches
    weakest = [m for m in matches if m.score < NEARLY]
    assert weakest
    for match in weakest:
        assert match.words == ()
        assert match.grade is Grade.WEAK


def test_matches_stand_in_the_order_of_the_left_text() -> None:
    """Whichever article is named first, and in whichever order it was worked out."""
    one = (
        "Rebels shelled the old harbour on Monday. Farmers blocked the coastal road with tractors."
    )
    other = (
        "Farmers blocked the coastal road with tractors. Rebels shelled the old harbour at noon."
    )
    for left, right in ((one, other), (other, one)):
        found = align(Article.from_text(left), Article.from_text(right)).shown()
        assert len(found) == 2
        assert found[0].left.start < found[1].left.start
        assert found[0].right.start > found[1].right.start
