"""Shelf: the articles of this session, their letters, which are marked, what is known of each pair.

Plain data that the screens read; only handlers of messages change it. A letter, once given, belongs
to its article until the program ends.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from crisis_reader.article import Article
from crisis_reader.errors import Problem

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment

_KEPT = 512
"""Alignments kept in memory: a pair of news reports takes about 50 KB."""


def letter_of(number: int) -> str:
    """The letters of a number: A, B, …, Z, AA, AB for 0, 1, …, 25, 26, 27."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Shelf:
    """The reader's articles by letter."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.problems: list[Problem] = []
        self.own_problems: tuple[Problem, ...] = ()
        """What could not be read of the reader's own files beside the articles."""
        self.line_problems: dict[tuple[str, ...], tuple[Problem, ...]] = {}
        """What each line of succession drawn has to remark, by its letters."""
        self.busy = ""
        """What goes on in the background, in a word or two."""
        self.marked: list[str] = []
        """Letters in the order they were marked."""
        self.counts: dict[frozenset[str], int] = {}
        """How many passages a pair shares, for every pair looked at so far."""
        self.places: dict[str, int] = {}
        """Where each article was last read: an offset of its text."""
        self._alignments: OrderedDict[frozenset[str], Alignment] = OrderedDict()
        self._letters: dict[tuple[str, str], str] = {}

    def add(self, articles: Iterable[Article], problems: Iterable[Problem] = ()) -> None:
        """Put articles on the shelf, each under the next letter; one already there stays."""
        for article in articles:
            key = (article.id, article.version)
            if key not in self._letters:
                letter = self._letters[key] = letter_of(len(self._letters))
                self.articles[letter] = article
        self.problems.extend(problems)

    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem there is to tell, each once."""
        remarks = [problem for several in self.line_problems.values() for problem in several]
        return tuple(dict.fromkeys((*self.problems, *self.own_problems, *remarks)))

    def known_pairs(self) -> list[tuple[str, str]]:
        """The pairs whose alignment is kept, in order."""
        pairs = [sorted(pair, key=lambda own: (len(own), own)) for pair in self._alignments]
        return [(pair[0], pair[1]) for pair in pairs if len(pair) > 1]

    def letter(self, article: Article) -> str:
        """The letter of an article; ``?`` for one that is not on the shelf."""
        return self._letters.get((article.id, article.version), "?")

    def toggle(self, letter: str) -> None:
        """Mark an article, or take its mark away."""
        if letter in self.marked:
            self.marked.remove(letter)
        else:
            self.marked.append(letter)

    def keep(self, alignment: "Alignment") -> None:
        """Remember what a pair shares."""
        pair = frozenset((self.letter(alignment.left), self.letter(alignment.right)))
        self.counts[pair] = len(alignment.shown())
        self._alignments[pair] = alignment
        self._alignments.move_to_end(pair)
        while len(self._alignments) > _KEPT:
            self._alignments.popitem(last=False)

    def alignment(self, one: str, other: str) -> "Alignment | None":
        """What is known of a pair, whichever way round; None if it was not looked at."""
        return self._alignments.get(frozenset((one, other)))

    def missing(self, letters: Sequence[str]) -> list[tuple[str, str]]:
        """The pairs among these letters that were not aligned yet, in order."""
        return [
            (one, other)
            for n, one in enumerate(letters)
            for other in letters[n + 1 :]
            if self.alignment(one, other) is None
        ]

    def shared(self, one: str, other: str) -> int | None:
        """How many passages two articles share; None if not known yet."""
        return self.counts.get(frozenset((one, other)))

    def closest_to(self, letter: str) -> str | None:
        """The article that shares most with this one; None where none is known to share any."""
        best, most = None, 0
        for other in self.articles:
            number = self.shared(letter, other) or 0
            if other != letter and number > most and not self._same_text(letter, other):
                best, most = other, number
        return best

    def closest_pair(self) -> tuple[str, str] | None:
        """The two articles that share most, copies of one text aside; None if none share any."""
        best: tuple[str, str] | None = None
        most = 0
        for pair, number in self.counts.items():
            one, other = sorted(pair, key=lambda letter: (len(letter), letter))
            better = number > most or (best is not None and number == most and (one, other) < best)
            if number and better and not self._same_text(one, other):
                best, most = (one, other), number
        return best

    def _same_text(self, one: str, other: str) -> bool:
        return self.articles[one].version == self.articles[other].version
