"""Clauses: flat, ordered pieces of a sentence, cut where a new thing begins to be said.

The cut is conservative: what cannot be told from a list of names or an apposition stays whole. The
cue words are rows of ``clause_cues.toml``; a language without cues gives the sentence itself.
"""

import itertools
import re

from crisis_reader.text.clause_cues import ClauseCues, clause_cues
from crisis_reader.text.clause_words import ClauseWords
from crisis_reader.text.spans import Span, trimmed

_OPENERS = "\"'“‘«‹([¿¡#@"
# An opening mark with the space that some agencies leave after it.
_OPENED = re.compile(r"[\"'“‘«(¿¡]+\s?$")
_EDGE = " \t\n\r\u00a0,;:–—-"
_DASH = re.compile(r"\s[–—-]{1,2}\s|—")
# How far ahead of a cue its verb may stand, in words.
_REACH = 9
# A nominal piece of so few words stays with the clause that follows it.
_SHORT = 3


def read_clauses(text: str, sentence: Span, language: str = "en") -> tuple[Span, ...]:
    """Cut a sentence into clauses: in order, apart, trimmed of white space and separators.

    Quotation marks and the end mark stay with their clause. A relative clause in the middle leaves
    the main clause in two pieces. No piece leaves ``sentence``; a sentence without a word is one
    piece, an empty one none.
    """
    whole = trimmed(text, sentence)
    if not whole.length:
        return ()
    cues = clause_cues(language)
    reading = _Cutter(text, whole, cues) if cues else None
    if reading is None or len(reading.words) < 3:  # noqa: PLR2004 - two words are one clause
        return (whole,)
    offsets = [whole.start, *(reading.offset(i) for i in reading.cuts()), whole.end]
    pieces = (_stripped(text, a, b) for a, b in itertools.pairwise(offsets))
    return tuple(piece for piece in pieces if piece.length)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


class _Cutter(ClauseWords):
    """One sentence being cut, from its first word to its last."""

    def __init__(self, text: str, span: Span, cues: ClauseCues) -> None:
        super().__init__(text, span, cues)
        self.breaks = self.quoted.union(self._dash_edges(), self.hard_marks)
        """Words that begin a clause whatever they are."""
        self.start = 0
        """The word at which the clause being read begins."""

    def offset(self, i: int) -> int:
        """Where the clause that begins with word ``i`` begins: opening marks go with the word."""
        gap = self.gaps[i]
        if i in self.quote_starts:
            found = _OPENED.search(gap)
            return self.starts[i] - (len(gap) - found.start()) if found else self.starts[i]
        kept = len(gap.rstrip(_OPENERS))
        if kept and kept == len(gap) - 1 and gap[kept] in "\"'" and not gap[kept - 1].isspace():
            kept += 1  # a straight mark right after the end mark closes
        return self.starts[i] - (len(gap) - kept)

    def cuts(self) -> list[int]:
        """Indices of the words that begin a clause, the first left out."""
        out: list[int] = []
        cutting = self.cues.cutting
        at = {i for i, word in enumerate(self.words) if i and word in cutting}
        for i in sorted(at.union(self.breaks, self.commas)):
            cut = self._cut_at(i) if 0 < i < len(self.words) else None
            if cut is not None and cut > self.start and self._stands_alone(cut):
                out.append(cut)
                self.start = cut
        return out

    def _stands_alone(self, cut: int) -> bool:
        """Whether what is before ``cut`` is enough: no lone "and", no "a move" before "which"."""
        if cut - self.start == 1:
            return self.finite[self.start] or (self.start == 0 and "," in self.gaps[cut])
        if cut - self.start == _SHORT - 1 and self._cue(self.start):
            return False
        short = self.start > 0 and cut - self.start <= _SHORT and cut not in self.quoted
        return not short or self.has_verb(self.start, cut) or self._cue(self.start)

    def _cut_at(self, i: int) -> int | None:
        """The word at which a cut seen at word ``i`` falls, None for no cut."""
        if i in self.breaks:
            return i
        if i in self.glued:
            return None
        if self._cue(i):
            return self._leaned(i)
        if self.cues.has("joining", self.words[i]):
            return self._joined(i)
        begins = (i in self.commas and self._comma(i)) or self._free_participle(i)
        return i if begins else None

    def _free_participle(self, i: int) -> bool:
        """Whether a participle of speech stands at word ``i`` that no verb before it governs."""
        governed = self.cues.has("binds_participle", self.words[i - 1])
        return self.cues.has("participles", self.words[i]) and not governed

    def _verb_ahead(self, i: int, reach: int = _REACH) -> bool:
        """Whether a finite verb follows from word ``i`` on, before a mark, "and" or another cue."""
        for j in range(i, min(i + reach, len(self.words))):
            if j > i and (j in self.stops or self._cue(j, shallow=True)):
                return False
            if j > i and (self.cues.has("joining", self.words[j]) or self._contact_clause(j)):
                return False
            if self.finite[j]:
                return True
        return False

    def _contact_clause(self, i: int) -> bool:
        """Whether a pronoun here begins a relative clause without its "that": "the man we knew"."""
        return self.cues.has("contact", self.words[i])

    # -- cues ----------------------------------------------------------------------------------

    def _cue(self, i: int, *, shallow: bool = False) -> bool:
        """Whether word ``i`` opens a clause as a cue; ``shallow`` asks only for the sure ones."""
        for phrase, kind in self.cues.phrases.get(self.words[i], ()):
            end = i + len(phrase)
            if end >= len(self.words) or tuple(self.words[i:end]) != phrase:
                continue
            if kind == "always":
                return True
            if kind == "after_verb" and not shallow and i and not self._nominal(i - 1):
                return True
            if shallow:
                continue
            if kind == "before_participle" and self._verbal(end):
                return True
            if kind == "before_subject" and self._subject_follows(i, end):
                return True
        return False

    def _nominal(self, i: int) -> bool:
        """Whether word ``i`` makes the next one part of a noun phrase."""
        return (
            self.words[i] in self.cues.sets["determiners"]
            or self.words[i] in self.cues.sets["prepositions"]
        )

    def _verbal(self, i: int) -> bool:
        """Whether word ``i`` is the verbal form that a preposition governs."""
        word = self.words[i]
        if word == "being":
            return True
        return (
            word.endswith(self.cues.governed_endings)
            and word not in self.cues.sets["not_participles"]
        )

    def _subject_follows(self, i: int, end: int) -> bool:
        sets = self.cues.sets
        before = self.words[i - 1] if i else ""
        if before in sets["prepositions"] or self.words[end] in sets["pointed"]:
            return False
        if before in sets["saying"]:
            return True
        word = self.words[end]
        begins = any(word in sets[row] for row in ("subjects", "determiners", "groups"))
        relative = self.words[i] in sets["relatives"]
        if word in sets["clitics"] or (relative and i in self.commas):
            return True
        if begins or relative or self.raw[end][0].isupper():
            return self._verb_ahead(end)
        return False

    def _leaned(self, i: int) -> int:
        """Where the clause of a cue begins: "a day after" at "a", "shortly after" at "shortly"."""
        sets = self.cues.sets
        if i - 2 > self.start and self.words[i - 1] in sets["units"]:
            measure = self.words[i - 2]
            if measure in sets["measures"] or measure.isdigit():
                return i - 2
        before = self.words[i - 1]
        leans = before in sets["leaning"] or (
            before in sets["units"] and self.words[i] in sets["timed"]
        )
        return i - 1 if leans and i - 1 > self.start and not self.gaps[i].strip() else i

    # -- joining words and commas ----------------------------------------------------------------

    def _joined(self, i: int) -> int | None:
        """Where the clause begins that the "and" at word ``i`` joins; None if it joins names."""
        sets = self.cues.sets
        if i + 1 >= len(self.words) or not self.has_verb(0, i):
            return None
        k = i + 1
        while k + 1 < len(self.words) and (
            self.words[k].endswith(("ly", "mente")) or self.words[k] in sets["skipped"]
        ):
            k += 1
        if self.finite[k] or self._cue(k):
            return i
        if self.words[i] in sets["opposing"]:
            return i if self._verb_ahead(k) and not self._paired(i) else None
        return self._joined_subject(i, k)

    def _joined_subject(self, i: int, k: int) -> int | None:
        """The same where a subject follows, its first word ``k``, and a verb after it."""
        sets = self.cues.sets
        if not self.has_verb(self.start, i):
            return None
        if self.words[k] in sets["subjects"]:
            return i if self._verb_ahead(k, 4) else None
        if self._may_list_subjects(i) or not self._verb_ahead(k):
            return None
        # Two names before one verb: the clause begins before the first ("and A and B left").
        earlier = range(max(self.start, self.last_verb[i]) + 1, i)
        return next((j for j in earlier if self.words[j] in sets["joining"]), i)

    def _paired(self, i: int) -> bool:
        """Whether a "nor" at word ``i`` belongs to a "neither" since the last verb."""
        return any(
            self.words[j] in self.cues.sets["pairs"] for j in range(self.last_verb[i] + 1, i)
        )

    def _may_list_subjects(self, i: int) -> bool:
        """Whether what "and" joins may be two subjects of a verb to come ("said A and B left")."""
        last = self.last_verb[i]
        return self.words[last] in self.cues.sets["saying"] and last < i - 1

    def _comma(self, i: int) -> bool:
        """Whether the comma before word ``i`` ends a clause."""
        word, sets = self.words[i], self.cues.sets
        if self.is_participle(i):
            return True
        if self._open_apposition(i) or self._awaits_verb(i):
            return False
        if self._opened_subordinate():
            return self._verb_ahead(i) or self._looks_past(i)
        if not self.has_verb(0, i):
            return False
        if word in sets["purpose"] and i + 1 < len(self.words):
            return not self._parenthesis(i)
        return self._verb_ahead(i)

    def _awaits_verb(self, i: int) -> bool:
        """Whether the clause began with "that" or its like and has no verb yet."""
        first = self.words[self.start]
        return first in self.cues.sets["relatives"] and not self.has_verb(self.start, i)

    def _parenthesis(self, i: int) -> bool:
        """Whether a comma right after the last verb waits for its second one at word ``i``."""
        verb = self.last_verb[i]
        return 0 <= verb < i - 1 and verb + 1 in self.commas

    def _looks_past(self, i: int) -> bool:
        """Whether a form in -ed after the end of a subordinate clause takes up the main one."""
        return not self.cues.finite_endings and self.words[i].endswith("ed")

    def _opened_subordinate(self) -> bool:
        """Whether the clause being read began with a cue, so that a comma may end it."""
        first = self.words[self.start]
        return (
            self._cue(self.start)
            or self.cues.has("openers", first)
            or self.is_participle(self.start)
        )

    def _open_apposition(self, i: int) -> bool:
        """Whether a comma since the clause began still waits for its second one."""
        for j in range(i - 1, self.start, -1):
            if j in self.commas:
                return self.finite[i] and not self.has_verb(j, i)
        return False

    def _dash(self, i: int) -> bool:
        """Whether a dash stands before word ``i``; a spaced hyphen is one only before a verb."""
        found = _DASH.search(self.gaps[i])
        if found is None:
            return False
        return found.group().strip() != "-" or ")" in self.gaps[i] or self._verb_ahead(i)

    def _dash_edges(self) -> frozenset[int]:
        """Words after a dash that sets off a clause; a pair around a mere name stays whole."""
        at = [i for i in self.marked if self._dash(i)]
        edges: set[int] = set()
        while at:
            first = at.pop(0)
            if at and not self.has_verb(first, at[0]):
                at.pop(0)
                continue
            edges.add(first)
            edges.update(at[:1])
            at = at[1:]
        return frozenset(edges)
