"""Comparing: what some articles share by now, and which passage of it the reader is at."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from crisis_reader.text.spans import Span, complement
from crisis_reader.tui.session.compared import Compared
from crisis_reader.tui.session.passages import Passage, Shared, next_floor, shared_passages

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Grade
    from crisis_reader.article import Article
    from crisis_reader.tui.session.shelf import Shelf


class Comparing:
    """One comparison after another, each drawn anew as alignments come in."""

    def __init__(
        self, shelf: "Shelf", *, best_first: bool = False, begin_at: Sequence[Span] = ()
    ) -> None:
        """A comparison of nothing.

        Args:
            shelf: Where the articles and their alignments are.
            best_first: Whether to begin at the surest match, not at the first in the text.
            begin_at: Where in each article it is opened for; empty for nowhere in particular.
        """
        self.shelf = shelf
        self.best_first = best_first
        self.begin_at = tuple(begin_at)
        self.letters: tuple[str, ...] = ()
        """Of the columns, left to right."""
        self.shared = Shared()
        self.floor: float | None = None
        """Lowest score shown, 0 to 1; None for what each pair shows of itself."""
        self.at: int | None = None
        """Index of the current passage; None before the first."""
        self.waiting = False
        """Whether some pair of these is still being aligned."""

    @property
    def articles(self) -> "list[Article]":
        """The columns, left to right."""
        return [self.shelf.articles[letter] for letter in self.letters]

    @property
    def alignments(self) -> "dict[tuple[int, int], Alignment]":
        """What is known of the pairs, by column numbers, the smaller first."""
        letters = self.letters
        return {
            (i, j): known
            for i, j in combinations(range(len(letters)), 2)
            if (known := self.shelf.alignment(letters[i], letters[j])) is not None
        }

    @property
    def current(self) -> Passage | None:
        """The current passage."""
        return None if self.at is None else self.shared.passages[self.at]

    def begin(self, letters: Sequence[str]) -> None:
        """Compare other articles, from their beginning."""
        self.letters, self.at = tuple(letters), None

    def take(self) -> Passage | None:
        """Draw the passages from what the shelf knows by now; the current one is kept.

        Returns:
            The passage begun at; None where there is none or the reader was at one already.
        """
        kept = self.current
        self.waiting = bool(self.shelf.missing(self.letters))
        self.shared = shared_passages(self.articles, self.alignments, self.floor)
        self.at = self.shared.index_of(kept.told) if kept else None
        if self.at is not None or not self.shared.matches:
            return None
        matches = self.shared.matches
        first = max(matches, key=lambda one: one.score) if self.best_first else matches[0]
        first = self.shared.nearest(self.begin_at) or self._looked_at() or first
        self.at = self.shared.passages.index(first)
        return first

    def _looked_at(self) -> Passage | None:
        """The passage of this comparison that the reader was at last."""
        last, passages = self.shelf.compared, self.shared.passages
        if last.letters == self.letters and last.at is not None and last.at < len(passages):
            return passages[last.at]
        return None

    @property
    def surest(self) -> tuple[Passage, ...]:
        """The matches of the current one's grade, where any of them may be begun at; else none."""
        passage = self.current
        if passage is None or not self.best_first or self.begin_at or self._looked_at():
            return ()
        return tuple(one for one in self.shared.matches if one.grade == passage.grade)

    def go(self, at: int) -> None:
        """Make a passage the current one, and the one looked at last."""
        self.at = at
        if self.shelf.compared.letters == self.letters:
            self.shelf.compared = Compared(letters=self.letters, at=at)

    def partly_read(self, column: int) -> tuple[str, ...]:
        """The letters of the other columns that may tell more than was read of them."""
        others = zip(self.letters, self.articles, strict=True)
        return tuple(
            letter for n, (letter, one) in enumerate(others) if n != column and not one.is_whole
        )

    def only(self, column: int) -> tuple[Span, ...]:
        """What stands in one column alone: in no match shown, nor word for word in another.

        Nothing where another column was read in part: nothing is called missing from that.
        """
        article = self.articles[column]
        if self.partly_read(column):
            return ()
        told = (passage.told[column] for passage in self.shared.matches)
        both = [span for span in told if span is not None]
        for (left, right), pair in self.alignments.items():
            if column in (left, right):
                mine = pair.left if column == left else pair.right
                # The shelf may keep a pair the other way round.
                side = "left" if pair.left == article else "right"
                alone = pair.only(side, self.lowest_grade)
                both += complement(alone, Span(0, len(mine.text)))
        return tuple(
            _begun(article.text, span) for span in complement(both, Span(0, article.read_to))
        )

    def stop_after(self, step: int, wanted: Callable[[Passage], bool]) -> tuple[int, bool] | None:
        """The next passage of a kind (step 1), or the previous one (-1).

        Returns:
            Its index, and whether it lies round the end; None where there is none of the kind.
        """
        stops = [n for n, passage in enumerate(self.shared.passages) if wanted(passage)]
        if not stops:
            return None
        here = self.at if self.at is not None else (-1 if step > 0 else len(self.shared.passages))
        ahead = [n for n in stops if (n > here if step > 0 else n < here)]
        found = ahead or stops
        return (found[0] if step > 0 else found[-1]), not ahead

    def move_floor(self, step: int) -> bool:
        """Let fewer (step 1) or more (-1) matches be shown; whether there was any to come or go."""
        floor = next_floor(self.alignments.values(), self.floor, step)
        if floor is not None:
            self.floor = floor
        return floor is not None

    @property
    def lowest_grade(self) -> "Grade | None":
        """The lowest grade shown, where the reader chose how much is shown; else None."""
        if self.floor is None:
            return None
        shown = {passage.grade for passage in self.shared.matches}
        grades = (match.grade for pair in self.alignments.values() for match in pair.matches)
        return min((g for g in grades if g in shown), key=lambda g: g.rank, default=None)


def _begun(text: str, span: Span) -> Span:
    """A stretch without the points and commas of what stood before it."""
    rest = text[span.start : span.end].lstrip(" ,;:.!?)\n")
    return Span(span.end - len(rest), span.end)
