"""Forces: which body had a part in somebody's going, as each account tells it.

Named as who acts ("the army urged him to quit") or as the cause ("he quit due to strikes"). Two
accounts that tell of the part of one body match, whatever it did; two that put the exit down to
different bodies part. The bodies are rows of ``forces.txt``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crisis_reader.alignment.claims import Claim, agree, one_person
from crisis_reader.alignment.contrast_words import contrast_words
from crisis_reader.alignment.reading import Reading
from crisis_reader.alignment.records import Difference, Dimension
from crisis_reader.text.concepts import ConceptHit
from crisis_reader.text.language import function_words
from crisis_reader.text.spans import Span

_EXIT = "exit"
_DRIVEN = "was driven out"
# Words between an exit and its cause, from the cause's first word to the last body it names, and
# between an article and its noun.
_NEAR = 4
_LIST = 9
_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Force:
    """A body that has a part in an exit."""

    body: str
    claim: Claim
    span: Span
    """The words that say so."""
    acts: bool
    """Whether it is told as who acts; else it is the cause given."""


def read_forces(article: Reading, claims: Sequence[Claim]) -> tuple[Force, ...]:
    """The bodies that an article gives a part in the exits it claims, in order of the text."""
    out: list[Force] = []
    for claim in claims:
        if claim.row.family == _EXIT and (claim.done or claim.standing == "demanded"):
            out += _acting(article, claim)
            out += _causing(article, claim)
    return tuple(out)


def _acting(article: Reading, claim: Claim) -> Iterator[Force]:
    """The subject of an exit that is demanded or brought about: the last body named before it."""
    if claim.done and claim.row.outcome != _DRIVEN:
        return
    first, _ = article.ranges[claim.sentence]
    event = article.words.within(claim.event.span)
    hits = [h for h in article.hits_in(range(first, event.stop)) if h.last < event.stop]
    subjects = [(h, at) for h in hits if (at := _subject(article, h, first)) is not None]
    for hit, at in reversed(subjects):
        span = article.words.span(at, max(hit.last, event.stop - 1))
        yield Force(_bodies()[hit.concept], claim, span, acts=True)
        return


def _subject(article: Reading, hit: ConceptHit, first: int) -> int | None:
    """The first word of the noun phrase of a body; None where it hangs on a preposition."""
    if hit.concept not in _bodies():
        return None
    folded, idle = article.words.folded, function_words(article.language)
    articles = contrast_words("article", article.language)
    k = hit.first - 1
    while k >= max(first, hit.first - 1 - _ADJECTIVES) and folded[k] not in idle:
        k -= 1
    if k < first:
        return first
    if folded[k] in articles:
        hangs = k > first and folded[k - 1] in contrast_words("before", article.language)
        return None if hangs else k
    return None if folded[k] in contrast_words("before", article.language) else k + 1


def _causing(article: Reading, claim: Claim) -> Iterator[Force]:
    """The bodies that are named as the cause, after the exit."""
    _, end = article.ranges[claim.sentence]
    event = article.words.within(claim.event.span)
    folded = article.words.folded
    markers = [m.split("_") for m in contrast_words("because", article.language)]
    for k in range(event.start + 1, min(event.stop + _NEAR, end)):
        length = max((len(m) for m in markers if list(folded[k : k + len(m)]) == m), default=0)
        if length:
            reach = range(k + length, min(k + length + _LIST, end))
            for hit in article.hits_in(reach):
                if hit.concept in _bodies():
                    span = article.words.span(k, hit.last)
                    yield Force(_bodies()[hit.concept], claim, span, acts=False)
            return


def shared_parts(lefts: Sequence[Force], rights: Sequence[Force]) -> list[tuple[Force, Force]]:
    """For each person and body the first pair of acts, where no claim matches them already."""
    seen: set[tuple[str, str | None]] = set()
    out: list[tuple[Force, Force]] = []
    for a in lefts:
        for b in rights:
            key = (a.body, a.claim.event.person)
            if not (a.acts and b.acts and a.body == b.body) or key in seen:
                continue
            if one_person(a.claim, b.claim) and not agree(a.claim, b.claim):
                seen.add(key)
                out.append((a, b))
    return out


def part_difference(one: Force, other: Force) -> Difference | None:
    """What the body did, where one account has it demand the exit, the other bring it about."""
    if one.claim.standing == other.claim.standing:
        return None
    return Difference(dimension=Dimension.OUTCOME, left=one.span, right=other.span)


def cause_differences(lefts: Sequence[Force], rights: Sequence[Force]) -> list[Difference]:
    """Where two accounts put one person's exit down to different bodies first.

    A body that the other account names later is its "also".
    """
    out: list[Difference] = []
    done: list[Claim] = []
    for first in lefts:
        if any(one_person(first.claim, claim) for claim in done):
            continue
        done.append(first.claim)
        own = _by_body(f for f in lefts if one_person(f.claim, first.claim))
        its = _by_body(f for f in rights if one_person(f.claim, first.claim))
        if not its:
            continue
        other = next(iter(its.values()))
        if other.body != first.body and not (other.body in own and first.body in its):
            also = own.get(other.body), its.get(first.body)
            out.append(
                Difference(
                    dimension=Dimension.OUTCOME,
                    left=first.span,
                    right=other.span,
                    left_also=also[0].span if also[0] else None,
                    right_also=also[1].span if also[1] else None,
                )
            )
    return out


def _by_body(forces: Iterator[Force]) -> dict[str, Force]:
    out: dict[str, Force] = {}
    for force in forces:
        out.setdefault(force.body, force)
    return out


def part_of(one: Force, other: Force) -> str:
    """What two accounts that tell of one body's part both say; the longer name is given."""
    names = (one.claim.event.person or "", other.claim.event.person or "")
    name = max(names, key=lambda n: (len(n), n))
    return f"both tell of the part of {one.body} in the exit of {name}"


@cache
def _bodies() -> Mapping[str, str]:
    """For each concept the body it names."""
    text = (files("crisis_reader.alignment") / "forces.txt").read_text("utf-8")
    rows = (line.split(":") for line in text.splitlines() if line and line[0] != "#")
    return {concept: body for body, concepts in rows for concept in concepts.split()}
