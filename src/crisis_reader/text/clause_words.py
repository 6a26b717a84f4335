"""The words of a sentence as clauses are cut from them: which are verbs, what stands between.

There is no grammar here: a verb is known by a list, by its ending and by its neighbours.
"""

import itertools
import re

from crisis_reader.text.clause_cues import ClauseCues
from crisis_reader.text.spans import Span

_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_TOKEN = re.compile(rf"{_LETTERS}(?:[-'’]{_LETTERS})*")
# A comma inside a figure is none.
_COMMA = re.compile(r",(?!$)|(?<=[^\d]),$")
_STOP = re.compile(r"[;:–—]| - ")
_HARD = re.compile(r";|:\s")
_OPENING = re.compile(r"[“«‘]|(?:^|[\s(—–-])[\"']{1,2}\s?$")
_CLOSING = re.compile(r"[”»]|’’|^[,.!?…]*[\"']|^\s[\"'](?:[\s,.;:)]|$)")
_MARK = re.compile(r"[“”«»\"]|''|’’")
# A quotation of fewer words is a scrap inside somebody else's clause.
_QUOTED_WORDS = 4
_LONG_ENOUGH_FOR_ED = 4


class ClauseWords:
    """One sentence in columns: a row a word, and marks by the index of the word after them."""

    def __init__(self, text: str, span: Span, cues: ClauseCues) -> None:
        self.cues = cues
        found = list(_TOKEN.finditer(text, span.start, span.end))
        self.starts = [m.start() for m in found]
        self.raw = [m.group().replace("’", "'") for m in found]
        self.words = [word.lower() for word in self.raw]
        edges = [span.start, *(m.end() for m in found)]
        self.gaps = [text[a:b] for a, b in zip(edges, [*self.starts, span.end], strict=True)]
        """What stands before each word, and after the last."""
        self.finite = [self._is_finite(i) for i in range(len(found))]
        verbs = (i if finite else -1 for i, finite in enumerate(self.finite))
        self.last_verb = [-1, *itertools.accumulate(verbs, max)]
        """For each word the last finite verb before it, -1 for none; one more at the end."""
        self.marked = [i for i, gap in enumerate(self.gaps) if gap != " " and 0 < i < len(found)]
        """Words before which more stands than a space."""
        self.glued = frozenset(i for i in self.marked if not any(map(str.isspace, self.gaps[i])))
        """Words that no space parts from the one before: "U.S", "16,000"."""
        self.commas = frozenset(i for i in self.marked if _COMMA.search(self.gaps[i]))
        self.stops = self.commas.union(i for i in self.marked if _STOP.search(self.gaps[i]))
        """Words before which a mark stands that a noun phrase does not reach across."""
        self.hard_marks = frozenset(i for i in self.marked if _HARD.search(self.gaps[i]))
        """Words before which a semicolon or a colon stands."""
        self.quote_starts: set[int] = set()
        """Words at which a quotation begins that says something by itself."""
        self.quoted = self._quotation_edges()
        """Those words and the ones after such quotations."""

    def has_verb(self, first: int, end: int) -> bool:
        """Whether a finite verb stands among the words ``first`` to ``end``, half-open."""
        return self.last_verb[end] >= first

    def is_participle(self, i: int) -> bool:
        """Whether word ``i`` has the form of a present participle."""
        word = self.words[i]
        if word in self.cues.sets["not_participles"] or not (i == 0 or self.raw[i][0].islower()):
            return False
        return len(word) > _LONG_ENOUGH_FOR_ED and word.endswith(self.cues.participle_endings)

    def _is_finite(self, i: int) -> bool:
        word, cues = self.words[i], self.cues
        if word in cues.sets["finite"]:
            return True
        if word in cues.sets["not_finite"] or not self.raw[i][0].islower():
            return False
        if i and self.gaps[i] == " " and self._pronoun_before(i):
            return self._follows_subject(word)
        if cues.finite_endings:
            return len(word) > 2 and word.endswith(cues.finite_endings)  # noqa: PLR2004 - "dió" at least
        return (
            word.endswith("ed") and len(word) > _LONG_ENOUGH_FOR_ED and self._past_not_participle(i)
        )

    def _pronoun_before(self, i: int) -> bool:
        """Whether a pronoun or a relative stands right before, or one adverb away."""
        before = self.words[i - 1]
        if i > 1 and (before in self.cues.sets["skipped"] or before.endswith(("ly", "mente"))):
            before = self.words[i - 2]
        return before in self.cues.sets["nominatives"]

    def _follows_subject(self, word: str) -> bool:
        """Whether a word right after a pronoun or a relative is its verb."""
        if word in self.cues.sets["never_verbs"] or word in self.cues.sets["skipped"]:
            return False
        endings = self.cues.present_endings
        return word.endswith(endings) if endings else not word.endswith("ly")

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

    def _quotation_edges(self) -> frozenset[int]:
        """Words at which a quotation of some length begins, and the words after its end."""
        after: set[int] = set()
        opened: int | None = 0 if _OPENING.search(self.gaps[0]) else None
        for i in (*self.marked, len(self.words)):
            gap = self.gaps[i]
            closing = opened is not None and _CLOSING.search(gap)
            if opened is not None and (closing or i == len(self.words)):
                if i - opened >= _QUOTED_WORDS and self._quotes_clause(opened, i):
                    self.quote_starts.add(opened)
                    after.add(i)
                opened = None
            if _OPENING.search(gap) and not (closing and len(_MARK.findall(gap)) == 1):
                opened = i
        return frozenset(self.quote_starts | after)

    def _quotes_clause(self, first: int, end: int) -> bool:
        """Whether a quotation says something by itself: a mark sets it off, or it has a verb."""
        if any(c in ",:" for c in self.gaps[first]) or "," in self.gaps[end]:
            return True
        if self.finite[first] or not self.has_verb(first, end):
            return False
        before = self.words[first - 1] if first else ""
        return not first or self.raw[first][0].isupper() or before in self.cues.sets["saying"]
