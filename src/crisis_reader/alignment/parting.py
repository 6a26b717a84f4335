"""Where two sentences that say the same part: each sort of contrast, asked only where it can be."""

from functools import cached_property

from crisis_reader.alignment.attributions import speaker_contrasts
from crisis_reader.alignment.contrasts import number_contrasts
from crisis_reader.alignment.day_contrasts import day_contrasts
from crisis_reader.alignment.doers import doer_contrasts
from crisis_reader.alignment.extents import condition_contrasts, extent_contrasts
from crisis_reader.alignment.highlights import WordPairs, agreeing_words
from crisis_reader.alignment.holders import name_contrasts
from crisis_reader.alignment.opposites import opposite_contrasts
from crisis_reader.alignment.polarity import polarity_contrasts
from crisis_reader.alignment.preparing import Prepared
from crisis_reader.alignment.records import Difference
from crisis_reader.text.spans import Span


class Parting:
    """Two sentences, and where they part."""

    def __init__(self, left: Prepared, right: Prepared, i: int, j: int) -> None:
        self.left, self.right = left, right
        self.one, self.other = left.sentences[i].span, right.sentences[j].span
        self.own, self.its = left.reading.signs(i), right.reading.signs(j)

    @cached_property
    def words(self) -> WordPairs:
        """The words that agree in the two."""
        return agreeing_words(self.left, self.right, self.one, self.other)

    def of_one_thing(self) -> tuple[Difference, ...]:
        """Numbers, days, extents and doers that differ: who differs so tells of the same thing.

        A weak match that is wrong has differences for that reason alone. One nearly likely that
        counts the same thing in like words tells of the same thing, however much it counts; so
        does one that puts the same act on another day, or down to another doer.
        """
        pair = self.left, self.right, self.one, self.other
        own, its = self.own, self.its
        out: list[Difference] = []
        if own.numbers and its.numbers:
            out += number_contrasts(*pair)
        if own.days and its.days:
            out += day_contrasts(*pair)
        if own.parts or its.parts:
            out += extent_contrasts(self.left, self.right, self.words)
        if own.hangs != its.hangs:
            out += condition_contrasts(*pair, self.words)
        if own.against and its.against:
            out += doer_contrasts(*pair)
        if (own.undone and its.sure) or (own.sure and its.undone):
            out += polarity_contrasts(*pair)
        if own.opposable and its.opposable:
            out += opposite_contrasts(*pair)
        return tuple(out)

    def of_names(self, one: Span, other: Span) -> tuple[Difference, ...]:
        """Who holds an office in the two passages of the sentences, and who says it in them."""
        out: list[Difference] = []
        if self.own.offices and self.its.offices:
            out += name_contrasts(self.left, self.right, one, other)
        if self.own.quotes and self.its.quotes:
            pair = self.left, self.right, self.one, self.other
            out += speaker_contrasts(*pair, self.words)
        return tuple(out)
