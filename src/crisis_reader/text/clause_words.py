"""The words of a sentence as clauses are cut from them: which are verbs, what stands between.

There is no grammar here: a verb is known by a list, by its ending and by its neighbours.
"""

import itertools
import re
from functools import lru_cache
from typing import NamedTuple

from crisis_reader.text.clause_cues import ClauseCues
from crisis_reader.text.spans import Span

_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
# Plain words go first: most are, and they are found in half the time.
_TOKEN = re.compile(rf"([a-zA-Z]++(?=[ .,])|{_LETTERS}(?:[-'’]{_LETTERS})*)")
# A comma inside a figure is none.
_COMMA = re.compile(r",(?!$)|(?<=[^\d]),$")
_STOP = re.compile(r"[;:–—]| - ")
_HARD = re.compile(r";|:\s")
_OPENING = re.compile(r"[“«‘]|(?:^|[\s(—–-])[\"']{1,2}\s?$")
_CLOSING = re.compile(r"[”»]|’’|^[,.!?…]*[\"']|^\s[\"'](?:[\s,.;:)]|$)")
_MARK = re.compile(r"[“”«»\"]|''|’’")
_ED = ("ed",)
# A quotation of fewer words is a scrap inside somebody else's clause.
_QUOTED_WORDS = 4
_LONG_ENOUGH_FOR_ED = 4


class _Gap(NamedTuple):
    """What stands between two words, and what it does."""

    glues: bool
    """No space parts the words: "U.S", "16,000"."""
    comma: bool
    stops: bool
    """A mark stands there that a noun phrase does not reach across."""
    hard: bool
    """A semicolon or a colon."""
    opens: bool
    """It may open a quotation."""
    closes: bool
    one_mark: bool
    """There is one quotation mark, no more."""


@lru_cache(maxsize=4096)
def _read_gap(gap: str) -> _Gap:
    comma = bool(_COMMA.search(gap))
    return _Gap(
        glues=not any(map(str.isspace, gap)),
        comma=comma,
        stops=comma or bool(_STOP.search(gap)),
        hard=bool(_HARD.search(gap)),
        opens=bool(_OPENING.search(gap)),
        closes=bool(_CLOSING.search(gap)),
        one_mark=len(_MARK.findall(gap)) == 1,
    )


class ClauseWords:
    """One sentence in columns: a row a word, and marks by the index of the word after them."""

    def __init__(self, text: str, span: Span, cues: ClauseCues) -> None:
        self.cues = cues
        # Gaps and words in turn: a match object for each word would take twice the time.
        parts = _TOKEN.split(span.of(text))
        self.gaps = parts[0::2]
        """What stands before each word, and after the last."""
        found = parts[1::2]
        self.starts = list(itertools.accumulate(map(len, parts), initial=span.start))[1:-1:2]
        self.raw = [word.replace("’", "'") for word in found] if "’" in text else found
        self.words = [word.lower() for word in self.raw]
        self.finite = self._finite()
        verbs = (i if finite else -1 for i, finite in enumerate(self.finite))
        self.last_verb = [-1, *itertools.accumulate(verbs, max)]
        """For each word the last finite verb before it, -1 for none; one more at the end."""
        self.marked = {
            i: _read_gap(gap)
            for i, gap in enumerate(self.gaps)
            if gap != " " and 0 < i < len(found)
        }
        """Words before which more stands than a space, and what that is."""
        self.glued = frozenset(i for i, gap in self.marked.items() if gap.glues)
        """Words that no space parts from the one before: "U.S", "16,000"."""
        self.commas = frozenset(i for i, gap in self.marked.items() if gap.comma)
        self.stops = frozenset(i for i, gap in self.marked.items() if gap.stops)
        """Words before which a mark stands that a noun phrase does not reach across."""
        self.hard_marks = frozenset(i for i, gap in self.marked.items() if gap.hard)
        """Words before which a semicolon or a colon stands."""
        self.quote_starts: set[int] = set()
        """Words at which a quotation begins that says something by itself."""
        self.quoted = self._quotation_edges()
        """Those words and the ones after such quotations."""

    def _finite(self) -> list[bool]:
        """For each word whether it is a finite verb."""
        cues, words = self.cues, self.words
        listed, subjects = cues.sets["finite"], cues.sets["nominatives"]
        out = [word in listed for word in words]
        endings = cues.finite_endings or _ED
        doubtful = {i for i, word in enumerate(words) if word.endswith(endings)}
        if not subjects.isdisjoint(words):
            at = [i for i, word in enumerate(words) if word in subjects]
            doubtful.update(i + 1 for i in at)
            doubtful.update(i + 2 for i in at)
        for i in doubtful:
            if i < len(words) and not out[i]:
                out[i] = self._is_finite(i)
        return out

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
        """Whether a word that is not listed as one is a finite verb, by its form and place."""
        word, cues = self.words[i], self.cues
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
        sets = self.cues.sets
        known = any(after in sets[row] for row in ("determiners", "prepositions", "subjects"))
        return known or not self.raw[i + 1][0].islower() or self.cues.has("after_past", after)

    def _quotation_edges(self) -> frozenset[int]:
        """Words at which a quotation of some length begins, and the words after its end."""
        after: set[int] = set()
        first, last = _read_gap(self.gaps[0]), len(self.words)
        opened: int | None = 0 if first.opens else None
        for i, gap in (*self.marked.items(), (last, _read_gap(self.gaps[last]))):
            closing = opened is not None and gap.closes
            if opened is not None and (closing or i == last):
                if i - opened >= _QUOTED_WORDS and self._quotes_clause(opened, i):
                    self.quote_starts.add(opened)
                    after.add(i)
                opened = None
            if gap.opens and not (closing and gap.one_mark):
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
