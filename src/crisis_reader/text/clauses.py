"""Clauses: flat, ordered pieces of a sentence, cut where a new thing begins to be said.

The cut is conservative: what cannot be told from a list of names or an apposition stays whole. The
cue words are rows of ``clause_cues.toml``; a language without cues gives the sentence itself.
"""

import itertools
import re

from crisis_reader.text.clause_cues import ClauseCues, clause_cues
from crisis_reader.text.spans import Span, trimmed

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_EDGE = " \t\n\r\u00a0,;:–—-"
_DASH = re.compile(r"\s[–—-]{1,2}\s|—")
_OPENING = re.compile(r"[“«‘]|(?:^|[\s(—–-])[\"']{1,2}$")
_CLOSING = re.compile(r"[”»]|’’|^[,.!?…]*[\"']")
# A quotation of fewer words is a scrap inside somebody else's clause.
_QUOTED_WORDS = 4
# How far ahead of a cue its verb may stand, in words.
_REACH = 9
_LONG_ENOUGH_FOR_ED = 4
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
    reading = _Reading(text, whole, cues) if cues else None
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


class _Reading:
    """One sentence being cut: its words, what stands between them, which are finite verbs."""

    def __init__(self, text: str, span: Span, cues: ClauseCues) -> None:
        self.text = text
        self.cues = cues
        found = list(_TOKEN.finditer(text, span.start, span.end))
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.raw = [m.group().replace("’", "'") for m in found]
        self.words = [word.lower() for word in self.raw]
        edges = [span.start, *self.ends]
        self.gaps = [text[a:b] for a, b in zip(edges, [*self.starts, span.end], strict=True)]
        """What stands before each word, and after the last."""
        self.finite = [self._is_finite(i) for i in range(len(found))]
        verbs = (i if finite else -1 for i, finite in enumerate(self.finite))
        self.last_verb = [-1, *itertools.accumulate(verbs, max)]
        """For each word the last finite verb before it, -1 for none; one more at the end."""
        self.quoted = self._quotation_edges()
        self.dashes = self._dash_edges()
        self.start = 0

    def offset(self, i: int) -> int:
        """Where the clause that begins with word ``i`` begins: opening marks go with the word."""
        gap = self.gaps[i]
        kept = len(gap)
        while kept and gap[kept - 1] in "\"'“‘«‹([¿¡#@":
            kept -= 1
        if kept and kept == len(gap) - 1 and gap[kept] in "\"'" and not gap[kept - 1].isspace():
            kept += 1  # a straight mark right after the end mark closes
        return self.starts[i] - (len(gap) - kept)

    def cuts(self) -> list[int]:
        """Indices of the words that begin a clause, the first left out."""
        out: list[int] = []
        for i in range(1, len(self.words)):
            cut = self._cut_at(i)
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
        return not short or self._has_verb(self.start, cut) or self._cue(self.start)

    def _cut_at(self, i: int) -> int | None:
        """The word at which a cut seen at word ``i`` falls, None for no cut."""
        gap = self.gaps[i]
        if (
            i in self.quoted
            or i in self.dashes
            or ";" in gap
            or (":" in gap and gap[-1:].isspace())
        ):
            return i
        if self._cue(i):
            return self._leaned(i)
        word = self.words[i]
        if word in self.cues.sets["joining"]:
            return i if self._joins(i) else None
        if "," in gap and self._comma(i):
            return i
        if word in self.cues.sets["participles"]:
            return i if self.words[i - 1] not in self.cues.sets["binds_participle"] else None
        return None

    # -- verbs ---------------------------------------------------------------------------------

    def _is_finite(self, i: int) -> bool:
        word, cues = self.words[i], self.cues
        if word in cues.sets["finite"]:
            return True
        if word in cues.sets["not_finite"] or not self.raw[i][0].islower():
            return False
        if i and self.gaps[i] == " " and self.words[i - 1] in cues.sets["nominatives"]:
            return word not in cues.sets["never_verbs"] and not word.endswith("ly")
        if cues.finite_endings:
            return len(word) > 2 and word.endswith(cues.finite_endings)  # noqa: PLR2004 - "dió" at least
        return (
            word.endswith("ed") and len(word) > _LONG_ENOUGH_FOR_ED and self._past_not_participle(i)
        )

    def _past_not_participle(self, i: int) -> bool:
        """Whether an English -ed form stands as a past tense, not before a noun or "by"."""
        before = self.words[i - 1] if i else ""
        if not before or before in self.cues.sets["determiners"]:
            return before in self.cues.sets["bare_determiners"]
        if before in self.cues.sets["prepositions"] or before.endswith("ed"):
            return False
        last = i + 1 >= len(self.words)
        if last or any(mark in self.gaps[i + 1] for mark in '.!?:;"“'):
            return True
        after = self.words[i + 1]
        if after == "by":
            return False
        if before in self.cues.sets["subjects"] or self.raw[i - 1][0].isupper():
            return True
        known = (
            self.cues.sets["determiners"]
            | self.cues.sets["prepositions"]
            | self.cues.sets["subjects"]
        )
        return (
            after in known or not self.raw[i + 1][0].islower() or self.cues.has("after_past", after)
        )

    def _verb_ahead(self, i: int, reach: int = _REACH) -> bool:
        """Whether a finite verb follows from word ``i`` on, before a mark, "and" or another cue."""
        for j in range(i, min(i + reach, len(self.words))):
            if j > i and (self._cue(j, shallow=True) or any(c in ",;:–—" for c in self.gaps[j])):
                return False
            if j > i and self.words[j] in self.cues.sets["joining"]:
                return False
            if self.finite[j]:
                return True
        return False

    def _has_verb(self, first: int, end: int) -> bool:
        return self.last_verb[end] >= first

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
        relative = self.words[i] in ("that", "que")
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
        if i - 1 > self.start and self.words[i - 1] in sets["leaning"] and not self.gaps[i].strip():
            return i - 1
        return i

    # -- joining words and commas ----------------------------------------------------------------

    def _joins(self, i: int) -> bool:
        """Whether the "and" at word ``i`` joins two verbs, not two names."""
        sets = self.cues.sets
        if i + 1 >= len(self.words) or not self._has_verb(0, i):
            return False
        k = i + 1
        while k + 1 < len(self.words) and (
            self.words[k].endswith(("ly", "mente")) or self.words[k] in sets["skipped"]
        ):
            k += 1
        if self.finite[k] or self._cue(k):
            return True
        if self.words[i] in sets["opposing"]:
            return self._verb_ahead(k)
        if not self._has_verb(self.start, i):
            return False
        if self.words[k] in sets["subjects"]:
            return self._verb_ahead(k, 4)
        return not self._may_list_subjects(i) and self._verb_ahead(k)

    def _may_list_subjects(self, i: int) -> bool:
        """Whether what "and" joins may be two subjects of a verb to come ("said A and B left")."""
        last = self.last_verb[i]
        return self.words[last] in self.cues.sets["saying"] and last < i - 1

    def _comma(self, i: int) -> bool:
        """Whether the comma before word ``i`` ends a clause."""
        word, sets = self.words[i], self.cues.sets
        if self._participle(i):
            return True
        if self._open_apposition(i):
            return False
        if self._opened_subordinate():
            return self._verb_ahead(i) or self._looks_past(i)
        if not self._has_verb(0, i):
            return False
        if word in sets["purpose"] and i + 1 < len(self.words):
            return True
        return self._verb_ahead(i)

    def _looks_past(self, i: int) -> bool:
        """Whether a form in -ed after the end of a subordinate clause takes up the main one."""
        return not self.cues.finite_endings and self.words[i].endswith("ed")

    def _participle(self, i: int) -> bool:
        word = self.words[i]
        if word in self.cues.sets["not_participles"] or not self.raw[i][0].islower():
            return False
        return len(word) > _LONG_ENOUGH_FOR_ED and word.endswith(self.cues.participle_endings)

    def _opened_subordinate(self) -> bool:
        """Whether the clause being read began with a cue, so that a comma may end it."""
        first = self.words[self.start]
        return (
            self._cue(self.start) or self.cues.has("openers", first) or self._participle(self.start)
        )

    def _open_apposition(self, i: int) -> bool:
        """Whether a comma since the clause began still waits for its second one."""
        for j in range(i - 1, self.start, -1):
            if "," in self.gaps[j]:
                return self.finite[i] and not self._has_verb(j, i)
        return False

    # -- quotation marks and dashes ----------------------------------------------------------------

    def _quotation_edges(self) -> frozenset[int]:
        """Words at which a quotation of some length begins, and the words after its end."""
        edges: set[int] = set()
        opened: int | None = 0 if self.gaps[0] and _OPENING.search(self.gaps[0]) else None
        for i in range(1, len(self.words)):
            gap = self.gaps[i]
            if opened is not None and _CLOSING.search(gap):
                if i - opened >= _QUOTED_WORDS and self._quotes_clause(opened, i):
                    edges.update((opened, i))
                opened = None
            if _OPENING.search(gap):
                opened = i
        if opened is not None and len(self.words) - opened >= _QUOTED_WORDS:
            edges.update((opened,) if self._quotes_clause(opened, len(self.words)) else ())
        return frozenset(edges)

    def _quotes_clause(self, first: int, end: int) -> bool:
        """Whether a quotation says something by itself: a mark sets it off, or it has a verb."""
        if any(c in ",:" for c in self.gaps[first]) or "," in self.gaps[end]:
            return True
        if self.finite[first] or not self._has_verb(first, end):
            return False
        before = self.words[first - 1] if first else ""
        return not first or self.raw[first][0].isupper() or before in self.cues.sets["saying"]

    def _dash_edges(self) -> frozenset[int]:
        """Words after a dash that sets off a clause; a pair around a mere name stays whole."""
        at = [i for i in range(1, len(self.words)) if _DASH.search(self.gaps[i])]
        edges: set[int] = set()
        while at:
            first = at.pop(0)
            if at and not self._has_verb(first, at[0]):
                at.pop(0)
                continue
            edges.add(first)
            edges.update(at[:1])
            at = at[1:]
        return frozenset(edges)
