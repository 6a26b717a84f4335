"""Extents: the words that say an event, from a near subject to the edge of the clause."""

from dataclasses import dataclass

from crisis_reader.events.arguments import Argument
from crisis_reader.events.groups import Group
from crisis_reader.events.guards import Verdict
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form
from crisis_reader.events.offices import Office

_CLAUSE = 14
# A subject whose words begin so many characters before its verb is told by its apposition.
_LONG = 60
_TAIL = 4


@dataclass(frozen=True, slots=True)
class Words:
    """What a verb was found with."""

    group: Group
    verdict: Verdict
    argument: Argument
    office: Office | None


class Extents:
    """Finds the words of verbs in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def extent(self, line: Line, hit: Hit, words: Words) -> tuple[int, int]:
        """The tokens that say it: a subject that stands near, verb, complement, a few more."""
        group, governor, argument = words.group, words.verdict.governor, words.argument
        office = words.office
        if line.tokens.at(hit.end - 1) == "until":
            return min(group.first, argument.first), hit.end
        first = group.first if governor is None else min(group.first, governor)
        before = first
        while before > 0 and line.tokens.form[before - 1] in self.lexicon["adverbs"]:
            before -= 1
        last = max([argument.end, *(m.end for m in argument.mentions if m.first < before)])
        last = self._past_state(line, last)
        closing = before > 0 and line.tokens.raw[before - 1] == "," and before - 1 == last
        near = line.tokens.starts[first] - line.tokens.starts[argument.first] <= _LONG
        joined = argument.first < before <= last or (closing and bool(argument.mentions))
        if joined and near:
            first = argument.first
        elif joined and (core := self._name_before(line, argument, first)) is not None:
            first = core
        elif self._links(line.tokens.at(before - 1)):
            first = before - 1
        first = self._announcer(line, first)
        end = max(hit.end, argument.end if argument.mentions or argument.regime else 0)
        if office is not None and office.first < hit.end + 14:
            end = max(end, office.end)
        return first, clause_end(line, self.lexicon, end, first, end + _TAIL)

    def _name_before(self, line: Line, argument: Argument, verb: int) -> int | None:
        """Where the name of a subject with a long title begins, if it is near its verb."""
        one = argument.mentions[-1] if argument.mentions else None
        if one is None or one.form is not Form.NAME or argument.count:
            return None
        if not argument.first < one.core < verb:
            return None
        near = line.tokens.starts[verb] - line.tokens.starts[one.core] <= _LONG
        return one.core if near else None

    def _links(self, form: str) -> bool:
        """Whether a word before a verb group hangs its clause on another one."""
        return form in self.lexicon["relatives"] or form in self.lexicon["temporal"]

    def _past_state(self, line: Line, end: int) -> int:
        """Behind the state that says where a town lies: "the mayor of Dayton, Ohio, has"."""
        tokens = line.tokens
        state = tokens.at(end) == "," and tokens.at(end + 1) in self.lexicon.places
        return end + 2 if state and tokens.at(end + 2) == "," else end

    def _announcer(self, line: Line, first: int) -> int:
        """Where "X announced he would resign" begins: the pronoun alone would say too little."""
        tokens = line.tokens
        verb = first - 1 - (tokens.at(first - 1) == "that")
        if tokens.at(first) not in ("he", "she") or not tokens.at(verb).startswith("announce"):
            return first
        who = line.mention_at(verb - 1)
        named = who is not None and who.form is Form.NAME and who.core_end == verb
        return who.first if who is not None and named else first


def _deed(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` begins what was meant or feared, another deed's words: "to avoid war"."""
    tokens = line.tokens
    if tokens.form[i] in ("amid", "despite", "pese"):
        return True
    if tokens.form[i] not in ("to", "for", "para") or i + 1 >= len(tokens):
        return False
    named = tokens.capital[i + 1] or tokens.form[i + 1] in lexicon["determiners"]
    return not named and not tokens.form[i + 1][0].isdigit()


def clause_end(line: Line, lexicon: Lexicon, end: int, first: int, stop: int) -> int:
    """Up to the edge of the clause, a few words on at most, no word left dangling."""
    tokens = line.tokens
    last = end
    while last < min(len(tokens), stop) and last - first < _CLAUSE:
        f = tokens.form[last]
        if (
            (not f[0].isalnum() and f != "'s")
            or f in lexicon.clause_ends
            or _deed(line, last, lexicon)
        ):
            break
        last += 1
    while last > end and (
        tokens.form[last - 1] in lexicon.dangling or tokens.at(last - 1) in lexicon.numbers
    ):
        last -= 1
    return last
