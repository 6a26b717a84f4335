"""Claims: what two accounts say happened to the same person, with no word in common if need be.

Two events of one person, family and standing are the same claim; with other outcomes they carry a
difference. The families are rows of ``claims.tsv``. Nothing is claimed of a person the text does
not name beyond doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.reading import Reading
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.events import LIVE, DateRange, Event, Manner, Modality, same_person
from crisis_reader.text.spans import Span

# How far a thing can be from being done; said of an office these make a stage, not an event.
_READY = frozenset({Modality.UNCERTAIN, Modality.CONDITIONAL})
_STANDINGS = {
    Modality.ACTUAL: "done",
    Modality.ANNOUNCED: "done",
    Modality.DEMANDED: "demanded",
    Modality.CONDITIONAL: "a condition",
    Modality.DENIED: "denied",
    Modality.UNCERTAIN: "uncertain",
}
# From afar to the office itself; the last two are told of one who has it.
_STAGES = (
    "is next in line",
    "is ready for it",
    "declared it herself or himself",
    "holds it",
    "was recognised",
)
_TITLE = "title"
# Those that judge who holds an office; one may be called by any of these words.
_COURTS = frozenset({"court", "supreme_court", "constitutional_court"})
# Two accounts of one event put it at most this far apart; more is a year read wrongly.
_FAR = timedelta(days=31)
# Half a year later somebody resigns, or takes office, once more.
_AGAIN = timedelta(days=183)

MOST = 400
"""Claims of one article that are compared, each with each of the other's; a report of a thousand
words has about ten."""


class ClaimRow(NamedTuple):
    """One row of the table."""

    family: str
    outcome: str
    """What came of it, empty where the manner leaves that open."""
    stage: str
    """How near to the office, empty for what is no step towards one."""
    said: str
    """What both accounts say that the person did, whatever the outcome."""
    example: str


@dataclass(frozen=True, eq=False)
class Claim:
    """One event of an article, where it stands and what it claims."""

    event: Event
    sentence: int
    row: ClaimRow
    article: Reading = field(repr=False)

    @cached_property
    def clause(self) -> Span:
        """The clauses of the sentence that the event touches."""
        span = self.event.span
        touched = [c for c in self.article.clauses(self.sentence) if c.touches(span)]
        whole = self.article.sentences[self.sentence].span
        return touched[0].hull(touched[-1]) if touched else whole

    @cached_property
    def passage(self) -> Span:
        """The same as it is shown: with what a relative clause hangs on."""
        clauses = self.article.clauses(self.sentence)
        at = next((k for k, c in enumerate(clauses) if c.start == self.clause.start), None)
        if at is None:
            return self.clause
        return clauses[self.article.opening(self.sentence, at)].hull(self.clause)

    @cached_property
    def words(self) -> str:
        """The words of the clause, white space evened and marks at their ends left out."""
        text = self.clause.of(self.article.article.text)
        return " ".join(w.strip(".,;:") for w in text.split())

    @property
    def standing(self) -> str:
        """Whether it is said as done, demanded, denied and so on."""
        return _STANDINGS[self.event.modality]

    @property
    def done(self) -> bool:
        """Whether it is said as done or as sure to come."""
        return self.event.modality in LIVE

    @property
    def stage(self) -> str:
        """The step towards an office that it tells; empty for none."""
        if self.row.stage and self.event.modality in _READY:
            return "is ready for it"
        return self.row.stage if self.done else ""


def only_dates(claim: Claim) -> bool:
    """Whether a claim only says when something else was: "after her inauguration"."""
    article = claim.article
    idle = contrast_words("article", article.language)
    k = article.words.within(claim.event.span).start - 1
    while k > 0 and article.words.folded[k] in idle:
        k -= 1
    return k >= 0 and article.words.folded[k] in contrast_words("dating", article.language)


@cache
def claim_rows() -> dict[str, ClaimRow]:
    """The table, by manner."""
    text = (files("crisis_reader.alignment") / "claims.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {manner: ClaimRow(*(f.strip("-") for f in fields)) for manner, *fields in rows}


def read_claims(article: Reading) -> tuple[Claim, ...]:
    """The claims of an article, the first ``MOST`` of them, in order of its text."""
    rows = claim_rows()
    out: list[Claim] = []
    for event in article.events:
        if len(out) == MOST:
            break
        sentence = article.sentence_at(event.span.start)
        if sentence < 0 or _asked(article, sentence):
            continue
        if event.manner.value in rows and event.person:
            out.append(Claim(event, sentence, rows[event.manner.value], article))
    return tuple(sorted(out, key=lambda c: (c.event.span, c.event.manner.value)))


def _asked(article: Reading, sentence: int) -> bool:
    """Whether a sentence is a question, which claims nothing."""
    return article.sentences[sentence].span.of(article.article.text).rstrip("\"'”’» ")[-1:] == "?"


def one_person(left: Claim, right: Claim) -> bool:
    """Whether two claims are about the same person beyond doubt."""
    return _one_name(left.event.person or "", right.event.person or "")


@lru_cache(maxsize=4096)
def _one_name(one: str, other: str) -> bool:
    return same_person(one, other)


def agree(left: Claim, right: Claim) -> bool:
    """Whether two claims say the same of the same person, whatever the outcome.

    What is demanded, or denied, in both is the same claim too.
    """
    if left.row.family != right.row.family or left.standing != right.standing:
        return False
    if _apart(left, right):
        return False
    if left.row.family == _TITLE:  # to call somebody something tells nothing of what happened
        return False
    return left.stage == right.stage and one_person(left, right)


def agreements(lefts: Sequence[Claim], rights: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """All pairs of claims that agree, in order of the left ones, then of the right."""
    by_family: dict[str, list[Claim]] = {}
    for right in rights:
        by_family.setdefault(right.row.family, []).append(right)
    return [(a, b) for a in lefts for b in by_family.get(a.row.family, ()) if agree(a, b)]


def _apart(left: Claim, right: Claim) -> bool:
    """Whether both tell their day and the days are too far apart for one event told twice."""
    one, other = left.event.date, right.event.date
    if one is None or other is None or not (_dated_here(left) and _dated_here(right)):
        return False
    return any(
        a.latest is not None and b.earliest is not None and b.earliest - a.latest > _AGAIN
        for a, b in ((one, other), (other, one))
    )


def conflict(left: Claim, right: Claim) -> str:
    """Why two claims of one family are no match though told alike; empty where they are none.

    The words do not depend on which account is named first.
    """
    if left.row.family != right.row.family or left.row.family == _TITLE:
        return ""
    if not one_person(left, right):
        if _shares_name(left, right):
            return ""
        people = sorted((left.event.person or "", right.event.person or ""))
        return f"of two people: {people[0]}, {people[1]}"
    # Another standing towards an office is a stage, and a difference of its own.
    if left.standing != right.standing and not left.row.stage:
        one, other = sorted((left.standing, right.standing))
        return f"{one} in one, {other} in the other"
    return ""


def _shares_name(left: Claim, right: Claim) -> bool:
    """Whether the two names have a word in common: family, or one name written two ways."""
    own, its = (set((c.event.person or "").lower().split()) for c in (left, right))
    return bool(own & its)


def outcome_difference(
    left: Claim, right: Claim, lefts: Sequence[Claim], rights: Sequence[Claim]
) -> Difference | None:
    """The difference of outcome between two claims that agree; None where there is none."""
    if not left.row.outcome or not right.row.outcome or left.row.outcome == right.row.outcome:
        return None
    return Difference(
        dimension=Dimension.OUTCOME,
        left=left.event.span,
        right=right.event.span,
        left_also=_also(right, lefts),
        right_also=_also(left, rights),
    )


def said_of(left: Claim, right: Claim) -> str:
    """What two claims that agree both say, in everyday words; the longer name is given."""
    names = (left.event.person or "", right.event.person or "")
    name = max(names, key=lambda n: (len(n), n))
    standing = "" if left.standing == "done" else f" ({left.standing})"
    return f"both say that {name} {left.row.said}{standing}"


def _also(claim: Claim, others: Iterable[Claim]) -> Span | None:
    """Where an article says what a claim of the other one says."""
    for other in others:
        if agree(claim, other) and other.row.outcome == claim.row.outcome:
            return other.passage
    return None


def date_difference(
    left: Claim, right: Claim, lefts: Sequence[Claim], rights: Sequence[Claim]
) -> Difference | None:
    """The difference of day between two claims that agree, unless one text tells both days."""
    if not (_exclude(left, right) and _dated_here(left) and _dated_here(right)):
        return None
    if any(agree(left, o) and not _exclude(left, o) and o.event.date for o in rights):
        return None
    if any(agree(o, right) and not _exclude(o, right) and o.event.date for o in lefts):
        return None
    days = [claim.event.date.day if claim.event.date else None for claim in (left, right)]
    return Difference(
        dimension=Dimension.DATE,
        left=left.event.span,
        right=right.event.span,
        left_day=days[0],
        right_day=days[1],
    )


def _exclude(left: Claim, right: Claim) -> bool:
    """Whether the days of two claims cannot both be."""
    one, other = left.event.date, right.event.date
    if one is None or other is None:
        return False
    return _before(one, other) or _before(other, one)


def _before(one: DateRange, other: DateRange) -> bool:
    if one.latest is None or other.earliest is None:
        return False
    return timedelta(0) < other.earliest - one.latest <= _FAR


def _dated_here(claim: Claim) -> bool:
    """Whether the words that date an event stand in its own clause."""
    date = claim.event.date
    return date is not None and f" {claim.words} ".find(f" {_quoted(date.basis)} ") >= 0


def _quoted(basis: str) -> str:
    """The first words in quotation marks: what the basis of a date cites."""
    parts = basis.split("'")
    return parts[1].strip(" .,;:") if len(parts) > 1 else basis


def stage_differences(lefts: Sequence[Claim], rights: Sequence[Claim]) -> list[Difference]:
    """Where one account sees a person nearer to an office than the other: no match, a difference.

    Each step beyond the furthest one of the other account is set against that.
    """
    out: list[Difference] = []
    for group, others in _by_person(lefts, rights):
        own, its = _stages(group), _stages(others)
        if not own or not its:
            continue
        furthest_own, furthest_its = max(own), max(its)
        pairs = [(own[furthest_own], its[s]) for s in sorted(its) if s > furthest_own]
        pairs += [(own[s], its[furthest_its]) for s in sorted(own) if s > furthest_its]
        out += [
            Difference(dimension=Dimension.STAGE, left=a.event.span, right=b.event.span)
            for a, b in pairs
            if not (_recognised_before(b, a) or _recognised_before(a, b))
        ]
    return out


def _recognised_before(claim: Claim, other: Claim) -> bool:
    """Whether a court recognised somebody, and the other account tells of that court, too.

    What it says of it may be the same in words that are no event.
    """
    if claim.stage != _STAGES[-1]:
        return False
    words = range(*claim.article.ranges[claim.sentence])
    courts = {hit.concept for hit in claim.article.hits_in(words)} & _COURTS
    return bool(courts) and any(hit.concept in _COURTS for hit in other.article.hits)


def title_differences(lefts: Sequence[Claim], rights: Sequence[Claim]) -> list[Difference]:
    """Where one account calls a person self-proclaimed and the other gives the title as it is."""
    out: list[Difference] = []
    for group, others in _by_person(lefts, rights):
        own, its = _titles(group), _titles(others)
        if len(own) == len(its) == 1 and own.keys() != its.keys():
            (left,), (right,) = own.values(), its.values()
            out.append(
                Difference(dimension=Dimension.TITLE, left=left.event.span, right=right.event.span)
            )
    return out


def _titles(claims: Sequence[Claim]) -> dict[bool, Claim]:
    """The first title of each sort: whether it doubts that the person holds the office."""
    out: dict[bool, Claim] = {}
    for claim in claims:
        doubted = claim.event.manner is Manner.SELF_PROCLAIMED
        if doubted or claim.row.family == _TITLE:
            out.setdefault(doubted, claim)
    return out


def _by_person(
    lefts: Sequence[Claim], rights: Sequence[Claim]
) -> list[tuple[list[Claim], list[Claim]]]:
    """The claims of each person that both accounts name, the left account's order of mention."""
    out: list[tuple[list[Claim], list[Claim]]] = []
    placed: set[Claim] = set()
    for first in lefts:
        if first in placed:
            continue
        group = [c for c in lefts if one_person(first, c)]
        placed.update(group)
        others = [c for c in rights if one_person(first, c)]
        if others:
            out.append((group, others))
    return out


def _stages(claims: Sequence[Claim]) -> dict[int, Claim]:
    """The first claim of each stage, by its place in ``_STAGES``; an act before a mere epithet."""
    out: dict[int, Claim] = {}
    for claim in sorted(claims, key=lambda c: c.event.manner is Manner.SELF_PROCLAIMED):
        if claim.stage:
            out.setdefault(_STAGES.index(claim.stage), claim)
    return out
