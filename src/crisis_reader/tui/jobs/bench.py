"""Bench: what articles share and what they tell, found out once and kept between jobs."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import RLock
from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.article import Article
from crisis_reader.errors import is_fault

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Anchor, Prepared
    from crisis_reader.library.own_files import OwnFiles
    from crisis_reader.succession import Reading

LONG = 250_000
"""Characters of both texts from which a process of its own pays: starting it takes a fourth of a
second."""

_PREPARED = 64
"""Prepared articles kept between two jobs: a news report takes some 300 KB."""

OFTEN = 0.08
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
        if len(article.text) <= LONG // 2:
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
            if perf_counter() - reported >= OFTEN or number == len(pairs):
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
        if len(left.text) + len(right.text) > LONG:
            return align_far(left, right, self.own_files(), stopped, anchors)
        return align(self.prepared(left), self.prepared(right), anchors=anchors)
