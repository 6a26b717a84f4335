"""Stages: what a verb's event is in the mouth that tells it: done, claimed, hoped for or to come.

A row of the table gives kind and manner; a speaker who says it of himself, a vow, a question and
the future make another stage of them. Decides nothing about who or which office.
"""

from crisis_reader.events.conjugation import FIRST_PERSON
from crisis_reader.events.groups import Group
from crisis_reader.events.guards import Verdict
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.patterns import Row
from crisis_reader.events.records import LIVE, Kind, Manner, Modality

# Words that say of a verb to come that it will be: who succeeds then is next.
_TO_COME = frozenset({"will", "to", "due", "expected", "would", "shall", "likely"})
_READY = ("willing", "ready", "prepared", "hop", "offer", "dispuest")
_STATES = frozenset({Manner.ASYLUM_SOUGHT, Manner.EXILED, Manner.PROTECTED})
# What others must let happen is only hoped for by whoever vows it; his own exit he can announce.
_BOASTS = ("vow", "pledg", "promis", "swor", "jur", "promet")
_SAID_TIMES = frozenset({"past", "present", "future", "conditional"})
# "announced in a broadcast in the early hours that he": so far stands the verb of saying.
_SAID = 14
# "his announcement that he would take over"
STATEMENTS = frozenset(
    {"announcement", "statement", "declaration", "claim", "assertion", "proclamation", "word"}
    | {"anuncio", "declaracion", "afirmacion", "comunicado"}
)
# What stands behind these in a question is taken as known: "who rules now that X has gone?"
_HELD_TRUE = frozenset({"that", "after", "since", "because", "when", "who", "which", ","})
_HELD_TRUE |= {"que", "tras", "cuando", "porque", "quien", "desde"}


class Stages:
    """Reads the stage of verbs in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.english = lexicon.language == "en"

    def read(
        self, line: Line, hit: Hit, group: Group, verdict: Verdict, modality: Modality
    ) -> tuple[Kind, Manner, Modality]:
        """Kind, manner and modality of what the verb tells, a stage of its row's."""
        row = hit.trigger.row
        kind, manner = self._stage(line, hit, group, verdict, modality)
        hoped = manner is Manner.WILLING and modality is not Modality.DENIED
        if hoped or (modality in LIVE and _asked(line, group.first)):
            return kind, manner, Modality.UNCERTAIN
        undone = modality in (Modality.DENIED, Modality.DEMANDED)
        said = row.kind is Kind.ENTRY and group.time in _SAID_TIMES
        if kind is Kind.CLAIM and said and not undone:
            return kind, manner, Modality.ACTUAL
        would = row.kind is Kind.NEXT and row.who != "holder"
        if would and modality is Modality.CONDITIONAL:
            return kind, manner, Modality.ACTUAL  # who would follow is next
        if modality is not Modality.ANNOUNCED:
            return kind, manner, modality
        if kind is Kind.NEXT or (manner in _STATES and group.progressive):
            return kind, manner, Modality.ACTUAL  # "is seeking asylum" is no plan
        unsure = kind is Kind.CLAIM or self._boast(line, row, verdict)
        return kind, manner, Modality.UNCERTAIN if unsure else modality

    def _stage(
        self, line: Line, hit: Hit, group: Group, verdict: Verdict, modality: Modality
    ) -> tuple[Kind, Manner]:
        """The kind and manner of the row, or that of somebody who is only ready or next."""
        row = hit.trigger.row
        if row.kind is not Kind.ENTRY or row.who not in ("subject", "agent"):
            return row.kind, row.manner
        word = line.tokens.form[verdict.governor] if verdict.governor is not None else ""
        if modality is Modality.UNCERTAIN and word.startswith(_READY):
            return Kind.CLAIM, Manner.WILLING
        told = group.time != "past" or group.perfect or group.progressive
        if row.spoken and told and verdict.governor is None and self.of_self(line, hit, group):
            return Kind.CLAIM, Manner.DECLARED  # "said he was assuming the presidency"
        names = row.who == "agent" or "clitic" in row.needs or row.asks_person
        takes = row.who == "subject" and line.tokens.lower[hit.at].startswith("t")  # "take over"
        names = (names or group.time == "gerund") and not takes
        succeeds = row.manner is Manner.SUCCEEDED and names
        if succeeds and self._coming(line, group, modality):
            return Kind.NEXT, Manner.WOULD_SUCCEED
        return row.kind, row.manner

    def _coming(self, line: Line, group: Group, modality: Modality) -> bool:
        """Whether a succession is still to be: "will succeed", "is to go, with X succeeding"."""
        if group.time == "future":
            return modality is Modality.ANNOUNCED
        before = set(line.tokens.form[: group.first])
        return group.time == "gerund" and "with" in before and bool(_TO_COME & before)

    def ahead(self, line: Line, group: Group) -> int:
        """The token before a verb group and its adverbs."""
        i = group.first - 1
        while i > 0 and line.tokens.form[i] in self.lexicon["adverbs"]:
            i -= 1
        return i

    def _boast(self, line: Line, row: Row, verdict: Verdict) -> bool:
        """Whether somebody only vows what is not his to do: "vowed to return to power"."""
        own = row.kind is Kind.EXIT and row.who == "subject" and row.manner is not Manner.CEDED
        if verdict.governor is None or own:
            return False
        return line.tokens.form[verdict.governor].startswith(_BOASTS)

    def of_self(self, line: Line, hit: Hit, group: Group) -> bool:
        """Whether speakers speak of themselves: "I", "said (that) he", "sostuvo que"."""
        tokens, i = line.tokens, self.ahead(line, group)
        if tokens.at(i) in ("i", "yo", "we") or hit.trigger.tag in FIRST_PERSON:
            return True
        if self.english or tokens.at(i) in ("el", "ella"):
            if tokens.at(i) not in ("he", "she", "el", "ella"):
                return False
            i -= 1
        linked = tokens.at(i) in ("that", "que")
        if linked and tokens.at(i - 1) in STATEMENTS:
            return True
        i -= linked
        reach = _SAID if linked else 1  # "said on Friday that he"
        for k in range(i, max(-1, i - reach), -1):
            if tokens.raw[k] in ".;:" or tokens.form[k] in ("that", "que"):
                return False
            if tokens.lower[k] in self.lexicon["say"]:
                return linked or self.english
        return False


def _asked(line: Line, first: int) -> bool:
    """Whether the verb group at ``first`` is the main one of a question, which tells nothing."""
    raw = line.tokens.raw
    if "?" not in raw[first:]:
        return False
    end = raw.index("?", first)
    if any(mark in '.;:"”»' for mark in raw[first:end]):
        return False
    start = max((i for i in range(first) if raw[i] in ".;:¿“«?!"), default=-1) + 1
    return not any(line.tokens.form[i] in _HELD_TRUE for i in range(start + 1, first))
