"""Jobs: the slow work, done in threads; what it finds comes back as messages.

Each function here is plain and can be called without a screen. Nothing here touches a widget.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import RLock
from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.article import Article
from crisis_reader.errors import Problem, is_fault

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Anchor, Overview, Prepared
    from crisis_reader.library.own_files import OwnFiles
    from crisis_reader.sources import Limits, Loaded
    from crisis_reader.succession import Line, Order, Reading

_LONG = 250_000
"""Characters of both texts from which a process of its own pays: starting it takes a fourth of a
second."""

_PREPARED = 64
"""Prepared articles kept between two jobs: a news report takes some 300 KB."""

_BATCH = 0.08
"""Seconds of work between two reports: the list fills in visibly, the screen is not flooded."""


class Aligned(Message):
    """Some pairs were aligned."""

    def __init__(self, alignments: Sequence["Alignment"], left: int, of: int) -> None:
        super().__init__()
        self.alignments = alignments
        self.left = left
        """Pairs still to come in this job."""
        self.of = of
        """Pairs of this job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which line of succession is asked for."""

    letters: tuple[str, ...]
    as_of: date | None
    known_by: date | None = None
    """The day by which an article must have been published; None for all."""
    order: str | None = None
    """Id of the order, or ``none``; None to let the articles decide."""


class Drawn(Message):
    """A line of succession was drawn."""

    def __init__(self, question: Question, line: "Line", problems: Sequence[Problem]) -> None:
        super().__init__()
        self.question = question
        self.line = line
        self.problems = problems
        """What could not be read of the files beside the articles."""


class Weighed(Message):
    """The orders that a reader may choose from were laid on the articles."""

    def __init__(self, letters: tuple[str, ...], orders: Sequence[tuple["Order", int]]) -> None:
        super().__init__()
        self.letters = letters
        self.orders = orders
        """Each with how many people it places, most first."""


class Surveying(Message):
    """An overview is being made."""

    def __init__(self, letters: tuple[str, ...], done: int, of: int) -> None:
        super().__init__()
        self.letters = letters
        self.done = done
        """Pairs aligned."""
        self.of = of


class Surveyed(Message):
    """An overview was made."""

    def __init__(self, letters: tuple[str, ...], overview: "Overview") -> None:
        super().__init__()
        self.letters = letters
        self.overview = overview


def read_sources(sources: Iterable[str], limits: "Limits | None" = None) -> "Loaded":
    """Everything in these files and folders."""
    from crisis_reader.sources import open_sources  # noqa: PLC0415 - when first needed

    return open_sources(sources, limits=limits)


class StoppedError(Exception):
    """The reader went on to something else."""


class Bench:
    """Prepared articles and the reader's own files, kept between jobs; safe in several threads."""

    def __init__(self, sources: Iterable[str] = ()) -> None:
        self.sources = tuple(sources)
        """What was opened: the reader's own files lie beside it."""
        self.anchors: Callable[[Article, Article], tuple[Anchor, ...]] = lambda *_: ()
        """What the reader tied together in two articles."""
        self._prepared: OrderedDict[tuple[str, str], Prepared] = OrderedDict()
        self._long_read: dict[tuple[str, str], Reading] = {}
        self._own: OwnFiles | None = None
        self._lock = RLock()
        self._one_far = RLock()

    def own_files(self) -> "OwnFiles":
        """The reader's corrections, orders and concepts, read once."""
        from crisis_reader.library.own_files import read_own_files  # noqa: PLC0415 - after the first frame

        with self._lock:
            if self._own is None:
                self._own = read_own_files(self.sources)
            return self._own

    def forget(self) -> None:
        """Read the reader's own files, and all that rests on them, anew when next needed."""
        with self._lock:
            self._own = None
            self._prepared.clear()
            self._long_read.clear()

    def rest(self) -> None:
        """Let go of prepared articles: every pair is aligned, and preparing takes milliseconds."""
        with self._lock:
            self._prepared.clear()

    def prepared(self, article: Article) -> "Prepared":
        """The article, prepared once."""
        from crisis_reader.alignment import prepare  # noqa: PLC0415 - after the first frame

        key = (article.id, article.version)
        with self._lock:
            if key not in self._prepared:
                own = self.own_files()
                self._prepared[key] = prepare(
                    article, corrections=own.corrections, concepts=own.concepts
                )
                while len(self._prepared) > _PREPARED:
                    self._prepared.popitem(last=False)
            self._prepared.move_to_end(key)
            return self._prepared[key]

    def readings(
        self, articles: Iterable[Article], stopped: Callable[[], bool] = lambda: False
    ) -> "tuple[Reading, ...]":
        """The articles with their events.

        Raises:
            StoppedError: If ``stopped`` says so meanwhile.
        """
        return tuple(self._reading(article, stopped) for article in articles)

    def _reading(self, article: Article, stopped: Callable[[], bool]) -> "Reading":
        from crisis_reader.events import extract_events  # noqa: PLC0415 - after the first frame
        from crisis_reader.succession import Reading  # noqa: PLC0415 - the same
        from crisis_reader.tui.jobs.far import events_far  # noqa: PLC0415 - the same

        own, key = self.own_files(), (article.id, article.version)
        if len(article.text) <= _LONG // 2:
            events = extract_events(article, corrections=own.corrections)
            return Reading(article=article, events=events)
        with self._one_far:
            if key not in self._long_read:
                found = events_far(article, own, stopped)
                if found is None:
                    raise StoppedError
                self._long_read[key] = Reading(article=article, events=found)
            return self._long_read[key]

    def aligned(
        self, pairs: Sequence[tuple[Article, Article]], stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[list["Alignment"], int]]:
        """Align pair by pair; what was found since the last report, and how many are left.

        Ends early where ``stopped`` says so, with what was found until then. A pair that fails
        costs itself: the first failure is raised once the others are done.
        """
        failure: BaseException | None = None
        found: list[Alignment] = []
        reported = perf_counter()
        for number, (left, right) in enumerate(pairs, 1):
            try:
                alignment = None if stopped() else self._aligned(left, right, stopped)
            except BaseException as error:
                if not is_fault(error):
                    raise
                failure = failure or error
            else:
                if alignment is None:
                    yield found, 0
                    return
                found.append(alignment)
            if perf_counter() - reported >= _BATCH or number == len(pairs):
                yield found, len(pairs) - number
                found, reported = [], perf_counter()
        if failure is not None:
            raise failure

    def _aligned(
        self, left: Article, right: Article, stopped: Callable[[], bool]
    ) -> "Alignment | None":
        from crisis_reader.alignment import align  # noqa: PLC0415 - after the first frame
        from crisis_reader.tui.jobs.far import align_far  # noqa: PLC0415 - the same

        anchors = self.anchors(left, right)
        if len(left.text) + len(right.text) > _LONG:
            return align_far(left, right, self.own_files(), stopped, anchors)
        return align(self.prepared(left), self.prepared(right), anchors=anchors)


def surveyed(
    bench: Bench,
    articles: Sequence[Article],
    told: Callable[[int, int], None] = lambda _done, _of: None,
    stopped: Callable[[], bool] = lambda: False,
    known: Callable[[Article, Article], "Alignment | None"] = lambda _left, _right: None,
) -> "Overview | None":
    """What several articles share; None where it was stopped.

    Args:
        bench: Has the articles prepared.
        articles: Two or more.
        told: Is told how many pairs are done, of how many, a few times a second.
        stopped: Asked before each pair whether to end.
        known: What two share, as far as it was found out before, either way round.
    """
    from crisis_reader.alignment import align, align_all  # noqa: PLC0415 - when first needed
    from crisis_reader.alignment.aligning import mirrored  # noqa: PLC0415 - the same

    done, reported = 0, perf_counter()

    def align_pair(left: "Prepared", right: "Prepared", of: int) -> "Alignment":
        nonlocal done, reported
        if stopped():
            raise StoppedError
        if perf_counter() - reported >= _BATCH:
            reported = perf_counter()
            told(done, of)
        done += 1
        if (found := known(left.article, right.article)) is not None:
            return found if found.left == left.article else mirrored(found)
        return align(left, right, anchors=bench.anchors(left.article, right.article))

    try:
        return align_all([bench.prepared(one) for one in articles], align_pair=align_pair)
    except StoppedError:
        return None


def drawn_line(
    readings: "Sequence[Reading]",
    letters: Mapping[str, str],
    question: Question,
    own: "OwnFiles",
) -> "Line":
    """The line of succession of these articles under the session's letters."""
    from crisis_reader.succession import draw_line  # noqa: PLC0415 - after the first frame

    return draw_line(
        readings,
        order=question.order,
        as_of=question.as_of,
        known_by=question.known_by,
        corrections=own.corrections,
        corrections_from=own.corrections_from,
        orders=own.orders,
        letters=letters,
    )


def weighed_orders(readings: "Sequence[Reading]", own: "OwnFiles") -> list[tuple["Order", int]]:
    """Every known order with how many people it gives a place, most first."""
    from crisis_reader.succession import draw_line, known_orders  # noqa: PLC0415 - when first needed

    counted: list[tuple[Order, int]] = []
    for order in known_orders(own.orders):
        line = draw_line(readings, order=order, corrections=own.corrections, orders=own.orders)
        counted.append((order, sum(len(r.statuses) for r in (*line.rungs, *line.asserted))))
    return sorted(counted, key=lambda one: -one[1])
