"""Surveying: what several articles share, pair by pair."""

from collections.abc import Callable, Sequence
from itertools import combinations
from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message

from crisis_reader.article import Article
from crisis_reader.tui.jobs.bench import LONG, OFTEN, Bench, StoppedError

if TYPE_CHECKING:
    from crisis_reader.alignment import Alignment, Overview, Prepared


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
    if sum(len(article.text) for article in articles) > LONG:
        return _surveyed_far(bench, articles, stopped, known)
    from crisis_reader.alignment import align, align_all  # noqa: PLC0415 - when first needed
    from crisis_reader.alignment.aligning import mirrored  # noqa: PLC0415 - the same

    done, reported = 0, perf_counter()

    def align_pair(left: "Prepared", right: "Prepared", of: int) -> "Alignment":
        nonlocal done, reported
        if stopped():
            raise StoppedError
        if perf_counter() - reported >= OFTEN:
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


def _surveyed_far(
    bench: Bench,
    articles: Sequence[Article],
    stopped: Callable[[], bool],
    known: Callable[[Article, Article], "Alignment | None"],
) -> "Overview | None":
    from crisis_reader.tui.jobs.far import overview_far  # noqa: PLC0415 - for long texts only

    pairs = [
        (i, j, known(articles[i], articles[j])) for i, j in combinations(range(len(articles)), 2)
    ]
    tied = {
        (i, j): bench.anchors(articles[i], articles[j]) for i, j, found in pairs if found is None
    }
    shared = [(i, j, found) for i, j, found in pairs if found is not None]
    return overview_far(articles, bench.own_files(), shared, tied, stopped)
