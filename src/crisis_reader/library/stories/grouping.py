"""Grouping: which story an article belongs to, and when two stories are one.

Articles are placed one after the other, by day and not by arrival, each held against the articles
of the days around it that share its rarest terms. It joins the story it is most surely of, or opens
one. What a batch found is written at once, so grouping can be ended at any moment and go on later.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crisis_reader.library.articles.sources import never
from crisis_reader.library.stories.likeness import (
    COPIED,
    REACH,
    TermCounts,
    Told,
    likeness,
    repeats,
    told_of,
)
from crisis_reader.library.stories.records import GroupingReport
from crisis_reader.library.stories.sketch import sketch_of
from crisis_reader.library.stories.store import Batch, Sketched, StoryStore, shingle_term
from crisis_reader.library.stories.summary import summarise

JOIN = 0.5
"""Score from which an article belongs to a story."""

_BATCH = 250
"""Articles placed between two writes: each takes less than a tenth of a second, and after each the
list is read anew."""
_SKETCHED = 500
"""Articles sketched between two writes."""
_RAREST = 16
"""Terms under which an article is found."""
_RUNS = 8
"""Runs of words under which it is found, whatever its day: a half of a text has other least ones
than the whole, but not eight."""
_ASKED = 300
"""Articles looked at of those that have one term: the latest ones."""
_NEAREST = 24
"""Articles an article is held against."""
_VOTES = 3
"""Accounts of a story that must know an article, if it has so many: one alike by chance is no
bridge between two stories."""
_REPEATED = 6
"""Articles it is held against besides, for the runs of words they share: no more, since what a site
prints under every article is shared by thousands."""
_COPIED_WHOLE = 0.9
"""Share of a text's runs of words from which it is a copy whatever its names say."""
_KEPT = 4000
"""Sketches kept in memory, 2 KB each."""
_EVER = 4_000_000
"""Beyond the ordinal of any day."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    done: int = 0
    joined: int = 0
    opened: int = 0
    merged: int = 0

    def report(self, waiting: int, *, unread: int = 0, cancelled: bool = False) -> GroupingReport:
        """The report, with so many articles still to come."""
        return GroupingReport(
            done=self.done,
            waiting=waiting,
            unread=unread,
            joined=self.joined,
            opened=self.opened,
            merged=self.merged,
            cancelled=cancelled,
        )


def silent(_report: GroupingReport) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Near:
    """An article held against another."""

    one: Sketched
    told: Told
    score: float
    copied: bool


class _Placing:
    """Articles placed and not yet written."""

    def __init__(self) -> None:
        self.batch = Batch()
        self.having: dict[int, list[tuple[int, int]]] = {}
        """For each term the articles of this batch that have it, each with its day."""

    def index(self, one: Sketched, terms: Sequence[int]) -> None:
        """Let later articles find this one."""
        for term in terms:
            self.having.setdefault(term, []).append((one.number, one.day))
            self.batch.postings.append((term, one.day, one.number))


def _best(points: Mapping[int, float], most: int) -> list[int]:
    return sorted(points, key=lambda number: (-points[number], number))[:most]


class Grouping:
    """A run of grouping over one library."""

    def __init__(self, store: StoryStore, counts: TermCounts | None = None) -> None:
        """Read what was grouped before, ``counts`` too unless they are known."""
        self._store = store
        self._begin(counts)

    def _begin(self, counts: TermCounts | None = None) -> None:
        """Read anew what other programs may have written."""
        self._turn = self._store.turn()
        self._counts = counts or self._store.counts()
        self._last_story = self._store.last_story()
        self._known: OrderedDict[int, tuple[Sketched, Told]] = OrderedDict()
        self._stories: dict[int, int] = {}
        self._accounts: dict[int, int] = {}
        self._heirs: dict[int, int] = {}
        self._has_undated = self._store.has_undated()
        self._voices: dict[int, int] = {}

    def near(
        self, one: Sketched, *, most: int = _NEAREST, placing: _Placing | None = None
    ) -> list[Near]:
        """The articles most like this one, best first; those of the days around it, and copies."""
        told = self._told(one)
        alike, runs = likeness(told), frozenset(one.sketch.shingles)
        found: list[Near] = []
        for other, its in self._candidates(one, told, most, placing or _Placing()):
            score = alike(its)
            repeated = repeats(one.sketch, other.sketch, runs)
            # Reports made from one form share most of their words, and none of their names.
            copied = repeated >= (COPIED if score >= JOIN else _COPIED_WHOLE)
            found.append(Near(other, its, 1.0 if copied else score, copied))
        found.sort(key=lambda n: (-n.score, abs(n.one.day - one.day), n.one.number))
        return found

    def _told(self, one: Sketched) -> Told:
        return told_of(one.sketch, self._counts.rarities, one.day)

    def _candidates(
        self, one: Sketched, told: Told, most: int, placing: _Placing
    ) -> list[tuple[Sketched, Told]]:
        points: dict[int, float] = {}
        spans = [(one.day - REACH, one.day + REACH)] if one.day else [(0, _EVER)]
        if one.day and self._has_undated:
            spans.append((0, 0))
        rarest = told.rarest(_RAREST)
        for term, number in self._having(list(rarest), spans, placing):
            points[number] = points.get(number, 0.0) + rarest[term] ** 2
        runs = [shingle_term(shingle) for shingle in one.sketch.shingles[:_RUNS]]
        repeated = Counter(number for _, number in self._having(runs, [(0, _EVER)], placing))
        best = _best(points, most) + _best(repeated, _REPEATED)
        return self._loaded([number for number in dict.fromkeys(best) if number != one.number])

    def _having(
        self, terms: Sequence[int], spans: Sequence[tuple[int, int]], placing: _Placing
    ) -> list[tuple[int, int]]:
        found = self._store.having(terms, spans, _ASKED)
        for term in terms:
            for number, day in placing.having.get(term, ()):
                if any(first <= day <= last for first, last in spans):
                    found.append((term, number))
        return found

    def _loaded(self, numbers: Sequence[int]) -> list[tuple[Sketched, Told]]:
        for one in self._store.sketched([n for n in numbers if n not in self._known]):
            self._keep(one, self._told(one))
            if one.story is not None:
                self._stories.setdefault(one.number, one.story)
                self._accounts.setdefault(one.number, one.account)
        found = [self._known[n] for n in numbers if n in self._known]
        for one, _ in found:
            self._known.move_to_end(one.number)
        return found

    def _keep(self, one: Sketched, told: Told) -> None:
        self._known[one.number] = (one, told)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)

    # The run

    def run(
        self,
        progress: Callable[[GroupingReport], None] = silent,
        cancelled: Callable[[], bool] = never,
    ) -> GroupingReport:
        """Group what is to be grouped; see ``Stories.group``."""
        tally = Tally()
        ended = self._sketch_all(tally, progress, cancelled)
        while not ended and (some := self._store.unplaced(_BATCH)):
            self._place(some, tally)
            ended = cancelled()
            progress(tally.report(self._store.unplaced_count(), cancelled=ended))
        if not ended:
            summarise(self._store)
        return tally.report(self._store.waiting(), cancelled=ended)

    def _sketch_all(
        self,
        tally: Tally,
        progress: Callable[[GroupingReport], None],
        cancelled: Callable[[], bool],
    ) -> bool:
        """Bring the sketches up to date; whether it was cancelled."""
        while due := self._store.due(_SKETCHED):
            if cancelled():
                return True
            made = [(text, sketch_of(text.article)) for text in self._store.texts(due)]
            if self._store.renew_sketches(due, made, self._counts, self._turn):
                self._turn += 1
            else:
                # Another program sketched some of these.
                self._begin()
            progress(tally.report(self._store.waiting(), unread=self._store.due_count()))
        return cancelled()

    def _place(self, some: Sequence[Sketched], tally: Tally) -> None:
        placing = _Placing()
        for one in some:
            self._place_one(one, placing)
        batch = placing.batch
        if not self._store.write(batch, self._turn):
            self._begin()
            return
        self._turn += 1
        # What is on the disk by now need not be remembered but of those that are at hand.
        self._stories = {n: story for n, story in self._stories.items() if n in self._known}
        self._accounts = {n: self._accounts[n] for n in self._stories}
        tally.done += len(some)
        tally.opened += len(batch.opened)
        tally.joined += len(some) - len(batch.opened)
        tally.merged += len(batch.merged)

    def _place_one(self, one: Sketched, placing: _Placing) -> None:
        near = self.near(one, placing=placing)
        known = [n for n in near if n.one.number in self._stories]
        ranked = self._ranked(known)
        told = self._told(one)
        self._keep(one, told)
        if ranked and ranked[0][0] >= JOIN:
            story = ranked[0][1]
            for score, other in ranked[1:]:
                if score >= JOIN and self._are_one(story, other, known):
                    story = self._merge(story, other, placing)
        else:
            story = self._open(one, placing)
        copied = next((n.one.number for n in known if n.copied and self._story(n) == story), None)
        account = one.number if copied is None else self._accounts[copied]
        self._stories[one.number], self._accounts[one.number] = story, account
        self._voices[story] = self._voices_of(story) + (account == one.number)
        placing.batch.placed[one.number] = (story, account)
        runs = [shingle_term(shingle) for shingle in one.sketch.shingles[:_RUNS]]
        placing.index(one, [*told.rarest(_RAREST), *runs])

    def _ranked(self, known: Sequence[Near]) -> list[tuple[float, int]]:
        """The stories of some articles, each with how surely an article is of it, best first."""
        votes: dict[int, dict[int, float]] = {}
        for n in known:
            of_story = votes.setdefault(self._story(n), {})
            account = self._accounts[n.one.number]
            # What several outlets print is one voice.
            of_story[account] = max(n.score, of_story.get(account, 0.0))
        ranked = [(self._surely(of_story, story), story) for story, of_story in votes.items()]
        return sorted(ranked, key=lambda one: (-one[0], one[1]))

    def _surely(self, votes: Mapping[int, float], story: int) -> float:
        best = sorted(votes.values(), reverse=True)[:_VOTES]
        if best[0] >= 1.0:
            return 1.0
        return sum(best) / min(_VOTES, max(len(best), self._voices_of(story)))

    def _are_one(self, story: int, other: int, known: Sequence[Near]) -> bool:
        """Whether the articles of two stories that an article knows know each other too."""
        ours = [n for n in known if self._story(n) == story][:_VOTES]
        theirs = [n for n in known if self._story(n) == other][:_VOTES]
        scores = [alike(b.told) for alike in (likeness(a.told) for a in ours) for b in theirs]
        return sum(scores) >= JOIN * len(scores)

    def _story(self, near: Near) -> int:
        story = self._stories[near.one.number]
        while story in self._heirs:
            story = self._heirs[story]
        return story

    def _voices_of(self, story: int) -> int:
        if story not in self._voices:
            self._voices[story] = self._store.voices(story)
        return self._voices[story]

    def _open(self, one: Sketched, placing: _Placing) -> int:
        """A story of its own: the one it was alone in before its text changed, or a new one."""
        if one.was is not None and not self._voices_of(one.was):
            story = one.was
        else:
            self._last_story += 1
            story = self._last_story
            self._voices[story] = 0
        placing.batch.opened.append(story)
        return story

    def _merge(self, one: int, other: int, placing: _Placing) -> int:
        story, gone = min(one, other), max(one, other)
        self._voices[story] = self._voices_of(story) + self._voices_of(gone)
        self._heirs[gone] = story
        merged = placing.batch.merged
        for earlier, heir in merged.items():
            if heir == gone:
                merged[earlier] = story
        merged[gone] = story
        placed = placing.batch.placed
        for number, (of, account) in placed.items():
            if of == gone:
                placed[number] = (story, account)
        return story
