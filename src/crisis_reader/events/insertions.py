"""Insertions: what is put between a subject and its verb, commas, brackets and times.

Finds where it began, and the name that says who a description is.
"""

from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.phrases import Argument, NounPhrases
from crisis_reader.events.tokens import Tokens

# No subject stands further from its verb than this, appositions counted once.
LEFT = 45
# "anunció el pasado fin de semana que": so far may the verb stand before its "que".
_REPORTED = 9
SAYING: tuple[str, ...] = (
    "anunci",
    "dij",
    "dec",
    "dic",
    "afirm",
    "asegur",
    "inform",
    "confirm",
    "declar",
)
SAYING += (
    "sostuv",
    "revel",
    "explic",
    "senal",
    "insist",
    "admit",
    "neg",
    "nieg",
    "sostien",
    "asever",
    "record",
    "indic",
    "precis",
    "adelant",
)
SAYING += ("manifest", "comunic", "agreg", "anad", "apunt", "coment", "expres", "subray", "destac")
SAYING += ("reconoc", "reiter", "advirt", "advert", "respond", "aclar", "denunc", "relat")
# Descriptions of whoever holds an office.
_ANY_OFFICE = frozenset(
    {"titular", "jefe", "jefa", "lider", "mandatario", "mandataria", "dirigente"}
)
_ANY_OFFICE |= {"gobernante", "portavoz", "fiscal"}
_OF_BODY = frozenset({"de", "del", "la", "los", "las", "el", "y", "e", "en", "retiro"})
# The name of a body has so many words more.
_BODY = 9
_DATES = frozenset({"en", "el", "de", "del", "desde", "in", "on", "early", "late"})
_AGO = 5
_WHOSE = frozenset({"whose", "cuya", "cuyo", "cuyas", "cuyos"})
# Before a day or a span of time, where it stands between a subject and its verb.
_TIMING = frozenset(
    {"on", "last", "this", "early", "late", "that", "same", "next", "the"}
    | {"el", "ese", "esa", "este", "esta", "mismo", "misma", "pasado", "pasada", "del"}
)
# "widely credited with", "backed by" begin an insertion; shorter words may be other ones.
_ADVERB = 4


class Insertions(NounPhrases):
    """Passes over what is inserted, in one language."""

    def _opened(self, line: Line, close: int) -> int | None:
        """Where the parenthesis that the mark at ``close`` ends began; None for a lone mark."""
        tokens = line.tokens
        mark = tokens.raw[close]
        wanted = "(" if mark == ")" else mark
        for t in range(close - 1, max(-1, close - 30), -1):
            if tokens.raw[t] in ".;:":
                return None
            if tokens.raw[t] in wanted or (mark in "-–—" and tokens.raw[t] in "-–—"):
                before = line.mention_at(t - 1)
                if before is not None and before.form is not Form.PRONOUN and t - 1 <= before.end:
                    return t
                if self._apposed(line, t, close) is not None:
                    return t
                if t > 0 and tokens.form[t - 1].isalnum() and not self._verbal(line, close - 1, t):
                    return t if self._inserted(line, t + 1) else None
                return None
        return None

    def _inserted(self, line: Line, i: int) -> bool:
        f = line.tokens.at(i)
        mention = line.mention_at(i)
        if mention is not None and mention.form is Form.NOMINAL:
            return True
        return (
            f in self.lexicon["relatives"]
            or f in self.lexicon["prepositions"]
            or (f in self.lexicon.places and line.tokens.at(i + 1) == ",")  # "of Dayton, Ohio,"
            or f in ("including", "incluido", "incluida", "along", "together")
            or (f.endswith(("ly", "mente")) and len(f) > _ADVERB)
            or (f.endswith("ed") and len(f) > _ADVERB)
        )

    def _verbal(self, line: Line, last: int, first: int) -> bool:
        return (
            any(line.tokens.lower[i] in self.lexicon["be"] for i in range(first, last))
            and line.tokens.at(first + 1) not in self.lexicon["relatives"]
        )

    def _whose(self, line: Line, comma: int) -> Argument | None:
        """The owner before "whose wife, Y, owns the bank," where the comma ends that clause."""
        tokens = line.tokens
        for k in range(comma - 1, max(1, comma - LEFT), -1):
            if tokens.raw[k] in ".;:":
                return None
            if tokens.form[k] not in _WHOSE:
                continue
            mark = next((i for i in range(k + 1, k + 4) if tokens.at(i) == ","), comma)
            name, owner = line.mention_at(mark + 1), line.mention_at(k - 2)
            parted = name is not None and name.first == mark + 1 and name.end < comma
            if not parted or owner is None or owner.plural or tokens.raw[k - 1] != ",":
                return None
            return Argument([owner], owner.first, comma + 1)
        return None

    def _apposed(self, line: Line, opened: int, close: int) -> Argument | None:
        """The name between commas that says who a description is: "an ally of X, Y,"."""
        name = self._named_between(line, opened, close)
        if name is None:
            return None
        cores, _ = self._cores(line, opened - 1)
        head = cores[-1][2] if len(cores) > 1 else None
        if head is None or head.form is not Form.NOMINAL:
            return None
        return None if head.plural else Argument([name], head.first, close + 1)

    def _named_between(self, line: Line, opened: int, close: int) -> Mention | None:
        """The name that fills what stands between two marks, its title taken along."""
        name = line.mention_at(close - 1)
        if name is None or name.form is not Form.NAME or name.core_end != close:
            return None
        before = line.tokens.form[opened + 1 : name.first]
        alone = opened < name.first and all(f in self.lexicon.titles for f in before)
        return name if alone else None

    def renamed(self, line: Line, mention: Mention) -> Mention:
        """The name that follows a description behind a comma: "his deputy, X"; else itself."""
        if mention.form is not Form.NOMINAL or mention.plural:
            return mention
        end = self._past_body(line, mention.end) if self.spanish else mention.end
        if line.tokens.at(end) != ",":
            return mention
        name = line.mention_at(end + 1)
        apart = name is None or name.form is not Form.NAME or name.first > end + 1
        apart = apart or (name is not None and self._another(mention, name))
        if apart or name is None:
            return mention
        speaks = self._says(line.tokens, name.end) if name.end < len(line.tokens) else False
        return mention if speaks else name  # "handed to his deputy, X said"

    def _another(self, mention: Mention, name: Mention) -> bool:
        """Whether a name behind a description has an office of its own: "el alcalde, el juez X"."""
        offices = self.lexicon.heads - _ANY_OFFICE
        said, own = mention.heads & offices, name.heads & offices
        return self.spanish and bool(said) and bool(own) and said.isdisjoint(own)

    def _past_body(self, line: Line, end: int) -> int:
        """Behind what a Spanish office is of: "presidente de la Cámara de Diputados (Lima), X"."""
        tokens, k = line.tokens, end
        while k < min(end + _BODY, len(tokens)):
            f = tokens.form[k]
            if f in _OF_BODY:
                k += 1
            elif (tokens.capital[k] and line.mention_at(k) is None) or (
                f in self.lexicon.organisations or f in self.lexicon.minor
            ):
                k += 1
                end = k
            else:
                break
        if tokens.at(end) == "(" and ")" in tokens.form[end : end + 5]:
            end = tokens.form.index(")", end) + 1
        return end

    def _says(self, tokens: Tokens, i: int) -> bool:
        return i >= 0 and tokens.lower[i] in self.lexicon["say"]

    def _reported(self, tokens: Tokens, que: int) -> bool:
        """Whether a verb of saying stands before "que" with no mark between: no relative then."""
        for i in range(que - 1, max(-1, que - _REPORTED), -1):
            if not tokens.form[i][:1].isalnum():
                return False
            if tokens.form[i].startswith(SAYING):
                return True
        return False

    def _before_time(self, tokens: Tokens, t: int) -> int | None:
        """What stands before "on Tuesday", "last week", "ese mismo día"; None for other words."""
        f = tokens.form[t]
        if f.isdigit() or f in self.lexicon["months"]:
            dated = self._before_date(tokens, t)
            if dated is not None:
                return dated
        day = f in self.lexicon["weekdays"] or f in self.lexicon["units"]
        if self.spanish and f in self.lexicon["units"]:  # "hace aproximadamente un año"
            ago = next(
                (i for i in range(t - 1, max(-1, t - _AGO), -1) if tokens.form[i] == "hace"), 0
            )
            if ago:
                return ago - 1
        if not day or tokens.at(t - 1) in ("of", "de", "after", "by"):
            return None
        k = t - 1
        while k >= 0 and (
            tokens.form[k] in _TIMING
            or tokens.form[k].isdigit()
            or tokens.form[k] in self.lexicon.numbers
        ):
            k -= 1
        return k

    def _before_date(self, tokens: Tokens, t: int) -> int | None:
        """What stands before "en 2014", "el 3 de mayo de 2014", "on May 3"; None for no date."""
        k = t
        while k >= 0 and (
            tokens.form[k] in _DATES
            or tokens.form[k].isdigit()
            or tokens.form[k] in self._months
            or (tokens.raw[k] == "." and tokens.at(k - 1) in self._months)  # "Nov. 24"
        ):
            k -= 1
        if self.spanish:
            return k if tokens.form[k + 1] in ("en", "el", "desde") else None
        return k if k < t and tokens.form[k + 1] in ("in", "on") else None

    @property
    def _months(self) -> frozenset[str]:
        return self.lexicon["months"]

    def time_at(self, line: Line, i: int) -> bool:
        """Whether a day or a span of time begins at token ``i``: "last month", "el domingo"."""
        form, end = line.tokens.form, min(i + 4, len(line.tokens))
        while i < end and (form[i] in _TIMING or form[i] in self.lexicon.numbers):
            i += 1
        if i >= end:
            return False
        f = form[i]
        named = any(f in self.lexicon[name] for name in ("weekdays", "units", "months", "days"))
        return named or f[0].isdigit()
