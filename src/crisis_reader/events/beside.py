"""Beside: what the events found beside each other say of one another.

Two may be one, one may tell the other better, and a headline takes its person from the sentence
that names it.
"""

from dataclasses import replace

from crisis_reader.events.records import LIVE, Event, HowNamed, Kind, Manner, Modality
from crisis_reader.events.referents import OWNED
from crisis_reader.events.requirements import Found

# A headline, a line under it and the first sentence, and in how many sentences the name may follow.
_LEAD = 2
_FOLLOWING = 5
# " and " has five characters.
_JOINED = 5
_RELATIONS = frozenset({"deputy", "successor", "predecessor", "rival", "ally", "colleague", "son"})
_OWN = frozenset({Manner.RESIGNED, Manner.STEPPED_DOWN})
_DONE_TO = frozenset(
    {Manner.REMOVED, Manner.DISMISSED, Manner.OVERTHROWN, Manner.DIED, Manner.FORCED_OUT}
)
_CHOSEN = frozenset({Manner.APPOINTED, Manner.ELECTED})


def named_later(told: list[tuple[Event, int]]) -> list[Event]:
    """The events in text order; those of a lead take their person from the sentence that names it.

    "President ousted" over an article is the exit of him of whom the next sentences tell one.
    """
    out: list[Event] = []
    left = {e.person for e, _ in told if e.kind is Kind.EXIT and e.modality in LIVE}
    for event, number in told:
        found: str | None = None
        described = event.person is None and event.how_named is HowNamed.TITLE
        owned = event.surface.lower().startswith((*OWNED, "los ", "las "))
        owned = owned and not _of_body(event)
        new = event.surface.lower().startswith(("new ", "a new ")) and event.kind is Kind.ENTRY
        if number <= _LEAD and described and not owned:
            near = [
                (abs(at - number), at < number, other)
                for other, at in told
                if at != number
                and number - _LEAD <= at <= number + _FOLLOWING
                and _same_deed(event, other)
                and not (new and other.person in left)
            ]
            if near:
                closest = min(distance[:2] for distance in near)
                people = {other.person for *distance, other in near if tuple(distance) == closest}
                found = next(iter(people)) if len(people) == 1 else None
        out.append(replace(event, person=found) if found else event)
    return out


def _of_body(event: Event) -> bool:
    """Whether "its president" is that of a body or a country, and no one's own deputy.

    "His predecessor" who went is whoever the next sentences say has gone.
    """
    owner, *rest = event.surface.lower().split()
    if event.kind is Kind.EXIT and rest[-1:] == ["predecessor"]:
        return True
    return owner in ("its", "their") and bool(rest) and not _RELATIONS & set(rest)


def _same_deed(event: Event, other: Event) -> bool:
    """Whether an event with a person can be the one that a headline tells without one."""
    if other.person is None or other.kind is not event.kind or other.modality not in LIVE:
        return False
    if event.kind not in (Kind.EXIT, Kind.ENTRY, Kind.DEPARTURE, Kind.CLAIM):
        return False
    if {event.manner, other.manner} & _OWN and {event.manner, other.manner} & _DONE_TO:
        return False  # who was removed is not who resigned
    if other.manner is Manner.ELECTED and event.manner is not Manner.ELECTED:
        return False  # who was once elected is not who takes over now
    left, right = (office.split() for office in (event.office or "", other.office or ""))
    vague = not left or not right or "leader" in (left[-1], right[-1])
    return vague or (left[-1] == right[-1] and ("vice" in left) == ("vice" in right))


def read_already(one: Found, other: Found) -> bool:
    """Whether a row that came first has read the same words for the same kind of event."""
    row, read = one.hit.trigger.row, other.hit.trigger.row
    if (one.kind is not other.kind and row.kind is not read.kind) or "agent" in (
        row.who,
        read.who,
    ):
        return False
    return other.hit.at <= one.hit.at < max(other.hit.end, other.hit.at + 1)


def told_beside(event: Event, events: list[tuple[Event, int | None]]) -> bool:
    """Whether the event beside it says it better: a refusal, or an appointment "to succeed"."""
    near = [e for e, _ in events if e.span.touches(event.span)]
    if event.kind is Kind.RECOGNITION and event.modality is Modality.DENIED:
        return any(e.kind is Kind.DENIAL for e in near)
    if event.kind is Kind.ENTRY:
        if (
            event.office is None
            and event.manner is Manner.APPOINTED
            and any(e.manner is Manner.NEXT_IN_LINE and e.person == event.person for e in near)
        ):
            return True  # "designated X as his successor" tells who will come
        judged = (e for e in near if e.kind in (Kind.RECOGNITION, Kind.DENIAL))
        return any(
            e.person == event.person
            and e.span.start < event.span.start
            and event.span.end <= e.span.end
            for e in judged
        )  # "annulled the election of X" tells of no new election
    if event.manner is not Manner.WOULD_SUCCEED:
        return False
    return any(e.manner in _CHOSEN and e.person == event.person for e in near)


def said_twice(event: Event, events: list[tuple[Event, int | None]], text: str) -> bool:
    """Whether *and* joins it to another verb for the same: "was impeached and removed"."""
    return event.kind is Kind.EXIT and any(
        e.kind is Kind.EXIT
        and e.person == event.person
        and e.modality is event.modality
        and 0 < event.span.start - e.span.end <= _JOINED
        and text[e.span.end : event.span.start].strip() == "and"
        for e, _ in events
    )


def of_his_own(event: Event, events: list[tuple[Event, int | None]]) -> Event:
    """An oath by which somebody "declares himself" is his claim and nobody's act."""
    if event.kind is not Kind.ENTRY or event.manner is not Manner.SWORN_IN:
        return event
    claimed = any(
        e.kind is Kind.CLAIM
        and e.manner is Manner.DECLARED
        and e.person == event.person
        and e.modality is Modality.ACTUAL
        and e.span.start >= event.span.end
        for e, _ in events
    )
    return replace(event, kind=Kind.CLAIM, manner=Manner.CLAIMED) if claimed else event


def who_came(
    told: tuple[Event, int | None],
    events: list[tuple[Event, int | None]],
    gone: frozenset[int],
) -> bool:
    """Whether "was replaced by Y" says only who came, of somebody told before to have left."""
    event, person = told
    if event.kind is not Kind.EXIT or person is None or event.manner is not Manner.LEFT_OFFICE:
        return False
    came = any(e.kind is Kind.ENTRY and event.span.touches(e.span) for e, _ in events)
    left = person in gone or any(
        e.kind is Kind.EXIT
        and e.span.end <= event.span.start
        and e.modality in LIVE
        and p == person
        for e, p in events
    )
    return came and left


def same(a: Event, b: Event) -> bool:
    """Whether two events of a sentence are one: a clause gives one event per person and kind."""
    return (
        a.kind is b.kind
        and a.person == b.person
        and a.span.touches(b.span)
        and a.manner is not Manner.DECLARED
    )
