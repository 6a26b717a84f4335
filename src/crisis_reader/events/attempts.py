"""Attempts: what the men of a coup that failed announced is no event.

A report of a foiled coup says at its head that it failed, and further down, without a word of
doubt, what the plotters read out on the radio: "they announced the removal of the president".
"""

from dataclasses import replace

from crisis_reader.events.lines import Line
from crisis_reader.events.records import LIVE, Event, Kind, Manner, Modality

# So many sentences may pass until the report says that it failed.
_HEAD = 4
# "foiled an attempted coup", "the coup attempt against the government failed"
_NEAR = 6
_COUPS = frozenset({"coup", "coups", "putsch", "takeover", "mutiny", "golpe", "sublevacion"})
_FAILED = (
    *("foil", "thwart", "fail", "abortive", "aborted", "botched", "put down", "quash"),
    *("frustr", "fallid", "fracas", "abort", "desarticul"),
)
_PLOTTERS = frozenset(
    {"coup", "plotters", "mutineers", "rebels", "soldiers", "officers", "putschists", "plotter"}
    | {"golpistas", "sublevados", "amotinados", "militares", "rebeldes"}
)
_SAID = ("announc", "declar", "proclaim", "said", "claim", "read", "anunci", "proclam", "dij")
_DONE = {
    Kind.EXIT: frozenset({Manner.REMOVED, Manner.OVERTHROWN, Manner.DISMISSED, Manner.FORCED_OUT}),
    Kind.ENTRY: frozenset({Manner.SEIZED, Manner.ASSUMED, Manner.APPOINTED}),
}


def tells_of_failure(lines: list[Line]) -> bool:
    """Whether the head of a report says that a coup failed."""
    return any(_failed(line) for line in lines[:_HEAD])


def only_announced(event: Event, line: Line) -> Event:
    """The event as far as one may believe it where the coup of a report has failed."""
    if event.modality not in LIVE or event.manner not in _DONE.get(event.kind, ()):
        return event
    told = not line.words.isdisjoint(_PLOTTERS)
    said = any(word.startswith(_SAID) for word in line.tokens.form)
    return replace(event, modality=Modality.UNCERTAIN) if told and said else event


def _failed(line: Line) -> bool:
    if line.words.isdisjoint(_COUPS):
        return False
    form = line.tokens.form
    coups = [i for i, word in enumerate(form) if word in _COUPS]
    return any(
        word.startswith(_FAILED) and any(abs(i - k) <= _NEAR for k in coups)
        for i, word in enumerate(form)
    )
