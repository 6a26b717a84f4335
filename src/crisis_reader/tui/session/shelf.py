"""Shelf: the articles of this session, their letters, which are marked, what is known of each pair.

Plain data that the screens read; only handlers of messages change it. ``rows`` lists every article
there is; ``articles`` holds those that the reader or a comparison took up. A letter, once given,
belongs to its article until the program ends.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from crisis_reader.article import Article, RegionKind
from crisis_reader.article.letters import letter_at
from crisis_reader.errors import CrisisReaderError, Problem, is_fault, told
from crisis_reader.tui.session.compared import Compared
from crisis_reader.tui.session.first_rows import FirstRows

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment
    from crisis_reader.library import Library, Note, PinnedAnchor, Row, Sort
    from crisis_reader.library.finding import Finder
    from crisis_reader.library.marks.marks import Marks

_T = TypeVar("_T")
_U = TypeVar("_U")
_KEPT, _KEPT_OF_MANY = 512, 96
"""Alignments kept in memory, 70 KB for a pair of news reports: every pair of a short shelf; where
more articles were taken up, those of the last dozen looked at."""
_MANY = 32
"""Articles taken up from which a shelf is no short one."""


class Rows(Protocol):
    """All articles there are, as rows in any order, filtered."""

    def count(self, filter: str = "") -> int:  # noqa: A002 - the word on the screen
        """How many articles satisfy the filter."""

    def page(
        self,
        offset: int,
        count: int,
        *,
        sort: "Sort",
        filter: str = "",  # noqa: A002 - the word on the screen
    ) -> "tuple[Row, ...]":
        """The rows from ``offset``, at most so many."""

    def place(self, id: str, *, sort: "Sort", filter: str = "") -> int | None:  # noqa: A002 - the words of a list
        """Where an article stands in the list; None if it is not in it."""

    def row(self, id: str) -> "Row | None":  # noqa: A002 - the field's own name
        """The row of one article."""

    def rows(self, numbers: Sequence[int]) -> "tuple[Row, ...]":
        """The rows of articles by their numbers."""


class Texts(Protocol):
    """The articles behind the rows."""

    def article(self, id: str, version: int | None = None) -> Article:  # noqa: A002 - the field's own name
        """One of them."""


class Shelf:
    """The reader's articles by letter."""

    def __init__(self) -> None:
        first = FirstRows()
        self.rows: Rows = first
        """What the list lists."""
        self.texts: Texts = first
        """The articles of those rows."""
        self.finder: Finder | None = None
        self._begins: dict[str, int] = {}
        """Where the text of an article begins, by its letter."""
        """What looks through the listed library in a thread; None until it is open."""
        self.marks: Marks | None = None
        """The reader's notes and anchors; None until the library is open."""
        self.articles: dict[str, Article] = {}
        """Those taken up so far, by letter."""
        self.is_open = False
        """Whether letters are given: not before those of the session before are known."""
        self.news: set[str] = set()
        """Ids of articles that came in since the start and were not opened yet."""
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
        self._sharing: dict[str, dict[str, int]] = {}
        """The same by article: each frame asks it of every row."""
        self.compared = Compared()
        """The comparison looked at last."""
        self.version_words: dict[str, str] = {}
        """Of articles whose texts are compared with each other, which one a letter stands for."""
        self.places: dict[str, int] = {}
        """Where each article was last read: an offset of its text."""
        self._alignments: OrderedDict[frozenset[str], Alignment] = OrderedDict()
        self._letters: dict[tuple[str, str], str] = {}
        self._left: set[str] = set()
        self._promised: dict[str, str] = {}
        self._notes: dict[str, tuple[Note, ...]] = {}

    def list_first(self, articles: Iterable[Article]) -> None:
        """List what was read before the start, until a library has taken it in."""
        self.rows = self.texts = FirstRows(articles)

    def list_library(self, library: "Library") -> None:
        """List what this library holds."""
        from crisis_reader.library.finding import Finder  # noqa: PLC0415 - only with a library

        self.end_finding()
        self.rows, self.texts, self.finder = library.list, library.articles, Finder(library)

    def end_finding(self) -> None:
        """Let go of what looks through the library."""
        if self.finder is not None:
            self.finder.close()
            self.finder = None

    def leave(self) -> None:
        """Other articles are listed from now on: nothing of those before is marked or compared."""
        self.marked.clear()
        self._left.update(self._letters.values())
        self._letters.clear()
        self._promised.clear()
        self.counts.clear()
        self._sharing.clear()
        self.compared = Compared()
        self._alignments.clear()
        self.news.clear()

    def add(self, articles: Iterable[Article], problems: Iterable[Problem] = ()) -> None:
        """Take articles up, each under the next letter; one already there stays."""
        for article in articles:
            self.take_up(article)
        self.problems.extend(problems)

    def take_up(self, article: Article) -> str:
        """The letter of an article, given to it now if it has none."""
        key = (article.id, article.version)
        if key not in self._letters:
            letter = self._promised.pop(article.id, "") or self._next_letter()
            self._letters[key] = letter
            self.articles[letter] = article
        return self._letters[key]

    def take_up_row(self, row: "Row") -> str:
        """The letter of a listed article, which is loaded if it was not taken up yet."""
        return self._letters.get((row.id, row.version)) or self.take_up(self.texts.article(row.id))

    def _next_letter(self) -> str:
        taken = {*self._letters.values(), *self._promised.values(), *self._left}
        number = len(taken)
        while (letter := letter_at(number)) in taken:
            number += 1
        return letter

    def open(self, letters: Mapping[str, str]) -> None:
        """Give letters from now on; the articles (by id) of the session before get theirs back."""
        self.is_open = True
        given = set(self._letters.values())
        known = {id_ for id_, _ in self._letters}
        self._promised |= {
            id_: letter
            for id_, letter in letters.items()
            if letter not in given and id_ not in known
        }

    def safely(self, ask: Callable[[], _T], otherwise: _U) -> _T | _U:
        """What is asked of the library; ``otherwise`` where it can't answer, which is a problem.

        A disk that is taken away must cost an answer, not the session.
        """
        try:
            return ask()
        except BaseException as error:
            if not is_fault(error):
                raise
            said = str(error) if isinstance(error, CrisisReaderError) else told(error)
            problem = Problem(source="library", message=said)
            if problem not in self.problems:
                self.problems.append(problem)
            return otherwise

    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem there is to tell, each once."""
        remarks = [problem for several in self.line_problems.values() for problem in several]
        return tuple(dict.fromkeys((*self.problems, *self.own_problems, *remarks)))

    def known_pairs(self) -> list[tuple[str, str]]:
        """The pairs whose alignment is kept, in order."""
        pairs = [sorted(pair, key=lambda own: (len(own), own)) for pair in self._alignments]
        return [(pair[0], pair[1]) for pair in pairs if len(pair) > 1]

    def letter(self, article: Article) -> str:
        """The letter of an article; ``?`` for one that was not taken up."""
        return self._letters.get((article.id, article.version), "?")

    def letter_of_row(self, row: "Row") -> str:
        """The letter of a listed article; empty for one that has none yet."""
        return self._letters.get((row.id, row.version)) or self._promised.get(row.id, "")

    def toggle(self, letter: str) -> None:
        """Mark an article, or take its mark away."""
        if letter in self.marked:
            self.marked.remove(letter)
        else:
            self.marked.append(letter)

    # What the reader noted

    def notes(self, letter: str) -> tuple["Note", ...]:
        """The notes and bookmarks of an article in order of position, the lost ones last."""
        if self.marks is None:
            return ()
        if letter not in self._notes:
            marks, article = self.marks, self.articles[letter]
            self._notes[letter] = self.safely(lambda: marks.notes(article), ())
        return self._notes[letter]

    def forget_notes(self) -> None:
        """Ask for notes anew: some were made or taken away."""
        self._notes.clear()

    def anchors(self, left: Article, right: Article) -> tuple["PinnedAnchor", ...]:
        """What the reader tied together in two articles, in the order made."""
        return () if self.marks is None else self.marks.anchors(left, right)

    # What pairs share

    def keep(self, alignment: "Alignment") -> None:
        """Remember what a pair shares, if both are still listed."""
        pair = frozenset((self.letter(alignment.left), self.letter(alignment.right)))
        if pair & self._left:
            return
        self.counts[pair] = number = len(alignment.shown())
        for one in pair:
            for other in pair - {one}:
                self._sharing.setdefault(one, {})[other] = number
        self._alignments[pair] = alignment
        self._alignments.move_to_end(pair)
        most = _KEPT if len(self.articles) <= _MANY else _KEPT_OF_MANY
        while len(self._alignments) > most:
            self._alignments.popitem(last=False)

    def alignment(self, one: str, other: str) -> "Alignment | None":
        """What is known of a pair, whichever way round; None if it was not looked at."""
        pair = frozenset((one, other))
        if pair in self._alignments:
            self._alignments.move_to_end(pair)
        return self._alignments.get(pair)

    def found(self, left: Article, right: Article) -> "Alignment | None":
        """What is known of two articles, whichever way round; None if they were not looked at."""
        return self.alignment(self.letter(left), self.letter(right))

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
        best: str | None = None
        most = (0, 0, "")
        for other, number in self._sharing.get(letter, {}).items():
            # Of several the one that was taken up first.
            found = (-number, len(other), other)
            if number and found < most and not self._same_text(letter, other):
                best, most = other, found
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
        """Whether two are one account: copies of one text, or two versions of one article."""
        left, right = self.articles[one], self.articles[other]
        if left.version == right.version or left.id == right.id:
            return True
        begun, its = self._begin(one), self._begin(other)
        alike = len(left.text) - begun == len(right.text) - its
        return alike and left.text[begun:] == right.text[its:]

    def _begin(self, letter: str) -> int:
        """Where a text begins below its front matter, which says of one text whose it is."""
        if letter not in self._begins:
            about = self.articles[letter].spans(RegionKind.FRONT_MATTER)
            self._begins[letter] = about[-1].end if about else 0
        return self._begins[letter]
