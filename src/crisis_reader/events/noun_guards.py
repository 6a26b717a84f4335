"""Guards of nouns: what the words around "his resignation" make of it; the ground of all guards."""

from crisis_reader.events.guard_table import NO_PHRASES, STEM, Guard, read_guards
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.records import Modality

MARKS = frozenset(',;:()—–«»“”"')
_QUOTES = frozenset('»”"')  # "“suspended” his resignation"
REACH = 14
# "suggest to the president of the republic that": how far its verb stands from *that*.
THAT = 10
_REPORTS = frozenset({"reports", "report", "rumours", "rumors", "claims", "suggestions"})
_UNTRUE = frozenset({"denied", "false", "untrue", "baseless", "unfounded", "dismissed"})
# Nouns of asking, with whoever asks between them and their "for".
_DEMANDS = frozenset(
    {"call", "calls", "demand", "demands", "plea", "pleas", "appeal", "appeals", "pressure", "push"}
    | {"campaign", "petition", "condition", "conditions", "protests", "clamour", "clamor", "called"}
)
_ASKED = 8
_INFINITIVE = ("ar", "er", "ir", "rse")
_ENDS = frozenset('.;:“"«”»')
_NONE = frozenset({"no", "any", "ningun", "ninguna"})


class NounGuards:
    """Walks the guard table of one language around noun phrases and gerunds."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.spanish = lexicon.language == "es"
        self.table = read_guards(lexicon.language)

    def find(self, line: Line, place: str, over: str, at: int, limit: int) -> Guard | None:
        """The longest phrase of the table that stands at token ``at`` and ends by ``limit``."""
        words, stems = self.table.get((place, over), NO_PHRASES)
        form = line.tokens.form[at]
        if (exact := words.get(form)) and (found := self._first(line, exact, at, limit)):
            return found
        begun = stems.get(form[:STEM])
        return self._first(line, begun, at, limit) if begun else None

    def _first(self, line: Line, guards: tuple[Guard, ...], at: int, limit: int) -> Guard | None:
        for guard in guards:
            if at + len(guard.words) <= limit and guard.fits(line, at):
                return guard
        return None

    def inside_name(self, line: Line, i: int) -> bool:
        """Whether token ``i`` stands inside somebody's name, where no word is a guard."""
        mention = line.mention_at(i)
        return mention is not None and mention.first < i < mention.end - 1

    def that(self, line: Line, that: int, over: str) -> Modality | None:
        """What the words before the *that* of a clause make of it: ``demanded that``."""
        untrue = _UNTRUE & set(line.tokens.form[that:])
        if line.tokens.at(that - 1) in _REPORTS and untrue:
            return Modality.DENIED  # "reports that X had fled were denied"
        for i in range(that - 1, max(-1, that - THAT), -1):
            guard = self.find(line, "that", over, i, that + 1)
            if guard:
                return guard.makes
            if line.tokens.raw[i] in MARKS:
                break
        return None

    def judge_noun(self, line: Line, first: int, end: int) -> Modality:
        """The modality of a noun phrase, from the words before its first token or behind it."""
        if line.tokens.form[first] in _NONE:
            return Modality.DENIED  # "there will be no resignation"
        size = len(line.tokens)
        apart = self.spanish and line.tokens.form[end : end + 2] == [",", "no"]
        end += apart  # "la renuncia de la jueza, X, no es válida"
        after = self.find(line, "after", "noun", end, size) if end < size else None
        # Behind "jubilation at his fall" stands the verb of the jubilation.
        if after and line.tokens.at(first - 1) not in self.lexicon["prepositions"]:
            return after.makes
        return self.left(line, first, "noun") or Modality.ACTUAL

    def between(self, line: Line, first: int, noun: int) -> Modality | None:
        """What a word between a possessive and its noun makes of it: "su posible renuncia"."""
        if not self.spanish:
            return None
        inside = (self.find(line, "before", "noun", i, noun) for i in range(first + 1, noun))
        made = next((guard.makes for guard in inside if guard), None)
        return None if made is Modality.ACTUAL else made

    def left(self, line: Line, first: int, over: str) -> Modality | None:  # noqa: PLR0911 - one answer a case
        """What the words before a noun or gerund make of it, the nearest first."""
        tokens, lexicon = line.tokens, self.lexicon
        for i in range(first - 1, max(-1, first - REACH), -1):
            if self.inside_name(line, i):
                continue
            f = tokens.form[i]
            far = self._asked_for(line, i, first)
            if far is not None:
                return far
            guard = self._around(line, over, i, first)
            if guard and self._closed(line, i + len(guard.words), first):
                continue
            if guard and not (f in ("to", "may") and not self._infinitive_marker(line, i)):
                return guard.makes
            if f == "that" or (self.spanish and f == "que"):
                return self.that(line, i, over)
            opened = self.find(line, "opens", over, i, first)
            if opened:
                return opened.makes
            if tokens.lower[i] in lexicon["say"]:
                return self._supposed_said(line, over, i)
            if (
                (tokens.raw[i] in MARKS and not (i == first - 1 and tokens.raw[i] in _QUOTES))
                or f in lexicon["subordinators"]
                or f == "but"
            ):
                return None
        return None

    def _in_case(self, line: Line, comma: int) -> bool:
        """Whether a list of what may befall goes on: "en caso de muerte, renuncia o"."""
        form = line.tokens.form
        begin = next((k + 1 for k in range(comma - 1, -1, -1) if form[k] in _ENDS), 0)
        verbs = self.lexicon["be"] | self.lexicon["say"] | self.lexicon["have"]
        listed = verbs.isdisjoint(line.tokens.lower[begin:comma])
        return form[begin : begin + 3] == ["en", "caso", "de"] and listed

    def _supposed_said(self, line: Line, over: str, said: int) -> Modality | None:
        """What a condition makes of what is confirmed in it: "if the court confirms his fall"."""
        for i in range(said - 1, max(-1, said - REACH), -1):
            if line.tokens.raw[i] in MARKS:
                return None
            opened = self.find(line, "opens", over, i, said)
            if opened:
                return opened.makes
        return None

    def _closed(self, line: Line, begin: int, first: int) -> bool:
        """Whether a preposition has its own noun before this: "exigió ante el juez la renuncia"."""
        form, lexicon = line.tokens.form, self.lexicon
        if not self.spanish or begin >= first or form[first] not in lexicon["determiners"]:
            return False
        if form[begin - 1] not in lexicon["prepositions"] or form[begin].endswith(_INFINITIVE):
            return False
        last = form[first - 1]
        return last not in lexicon["prepositions"] and last not in lexicon["conjunctions"]

    def _around(self, line: Line, over: str, i: int, first: int) -> Guard | None:
        """The guard at token ``i``; a phrase that began before it ("clamor por") goes first."""
        guard = self.find(line, "before", over, i, first)
        if guard is not None and guard.words[-1] == "on":
            day = line.tokens.at(i + len(guard.words))  # "won the vote on Friday, becoming"
            guard = None if day in self.lexicon["weekdays"] else guard
        if guard is None or len(guard.words) > 1:
            return guard
        for back in (1, 2):
            longer = self.find(line, "before", over, i - back, first) if i >= back else None
            if longer is not None and len(longer.words) > back:
                return longer
        return guard

    def _asked_for(self, line: Line, i: int, first: int) -> Modality | None:
        """What "calls by the bishops for", "accused X of", "one demand:" make of what follows."""
        tokens = line.tokens
        if tokens.raw[i] == "," and self.spanish and self._in_case(line, i):
            return Modality.CONDITIONAL
        if i != first - 1 or tokens.form[i] not in ("for", "of", ":"):
            return None
        if tokens.form[i] == ":":
            return Modality.DEMANDED if tokens.at(i - 1) in _DEMANDS else None
        near = tokens.form[max(0, i - _ASKED) : i]
        edges = [k for k, word in enumerate(near) if word in MARKS]
        near = near[edges[-1] + 1 :] if edges else near
        if tokens.form[i] == "for":
            return Modality.DEMANDED if _DEMANDS & set(near) else None
        accused = any(word.startswith(("accus", "suspect")) for word in near)
        return Modality.UNCERTAIN if accused else None

    def _infinitive_marker(self, line: Line, i: int) -> bool:
        """Whether *to* stands before a verb, not before a noun phrase."""
        nxt = line.tokens.at(i + 1)
        if (
            nxt in self.lexicon["determiners"]
            or nxt in self.lexicon["possessives"]
            or line.mention_at(i + 1)
        ):
            return False
        return line.tokens.at(i - 1) not in (
            "due",
            "thanks",
            "prior",
            "according",
            "reaction",
            "response",
            "responding",
            "responded",
            "reacting",
            "reacted",
            "led",
            "leads",
            "leading",
            "close",
        )
