"""Offices of verbs: the one that stands behind a verb, behind its object or in a title it gives."""

from crisis_reader.events.arguments import Argument
from crisis_reader.events.groups import is_adverb
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line
from crisis_reader.events.matching import Hit
from crisis_reader.events.mentions import Form
from crisis_reader.events.offices import Office, read_office
from crisis_reader.events.records import Kind

_TO_OFFICE = frozenset({"as", "como", "from", "to", "be", "de", "a", "en", "cargo"})
_TO = frozenset({"to", "a", "al"})
_THIS = frozenset({"este", "pasado"})
_JOINTS = frozenset({"que", "quien", "quienes", "cuando", "hasta"})
_PARENTHESES = frozenset({",", "-", "–", "—"})
_PARENTHESIS = 18


class VerbOffices:
    """Finds the office of verbs in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.english = lexicon.language == "en"

    def office(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """The office that the verb names; None where the sentence names none."""
        found = hit.office or self._named(line, hit, argument)
        return found or self._title_given(line, hit, argument)

    def _title_given(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """``named a new premier, X``: the office stands in the title that X is given."""
        if hit.trigger.row.kind is not Kind.ENTRY or len(argument.mentions) != 1:
            return None
        mention = argument.mentions[0]
        words = line.tokens.form[mention.first : mention.core]
        reduced = mention.form is Form.NAME and mention.first < mention.core <= hit.at
        if reduced and hit.trigger.tag in ("past", "part") and line.tokens.at(hit.at - 1) == ",":
            return read_office(line.tokens, mention.first, self.lexicon)  # "Mayor X, named by Y,"
        closed = self.lexicon["determiners"] | self.lexicon["possessives"]
        bare = mention.first > hit.at and line.tokens.form[mention.first] not in closed
        if mention.form is Form.NOMINAL and (mention.indefinite or (bare and self.english)):
            return read_office(line.tokens, mention.first, self.lexicon)
        if mention.first < hit.at or not {"a", "an", "new", "un", "una", "nuevo", "nueva"} & set(
            words
        ):
            return None
        return read_office(line.tokens, mention.first, self.lexicon)

    def _named(self, line: Line, hit: Hit, argument: Argument) -> Office | None:
        """The office that stands behind the verb or behind its object."""
        starts = [max(argument.end, hit.end)]
        if argument.first < hit.at or not self.english or line.tokens.at(hit.end) == "as":
            starts.append(hit.end)  # "fue elegido presidente", "proclamó como presidente a X"
        starts += self._past_apposition(line, starts[0])
        found = (self._office_from(line, hit, start) for start in dict.fromkeys(starts))
        return next((office for office in found if office), None)

    def _past_apposition(self, line: Line, i: int) -> list[int]:
        """Where "named X, a lawyer, as premier" goes on behind what stands between marks."""
        form = line.tokens.form
        mark = line.tokens.at(i)
        if mark not in _PARENTHESES or mark not in form[i + 1 : i + _PARENTHESIS]:
            return []
        behind = form.index(mark, i + 1) + 1
        to_be = form[behind : behind + 2] == ["to", "be"]
        if form[behind : behind + 3] == ["to", "serve", "as"]:
            return [behind + 2]
        return [behind + to_be] if to_be or line.tokens.at(behind) in ("as", "como") else []

    def _office_from(self, line: Line, hit: Hit, start: int) -> Office | None:
        tokens, lexicon = line.tokens, self.lexicon
        start = self._past_adverbs(line, hit, start)
        for i in range(start, min(start + 8, len(tokens))):
            f = tokens.form[i]
            apart = tokens.raw[i] == "," and tokens.at(i + 1) not in _TO_OFFICE
            if f in lexicon["conjunctions"] or (
                (i > start or (apart and self.english)) and self._ends_office(line, i)
            ):
                return None
            if f not in _TO_OFFICE and i > start:
                continue
            at = i + 1 if f in _TO_OFFICE and i + 1 < len(tokens) else i
            mention = line.mention_at(at)
            if mention is not None and mention.form is Form.NAME:
                if tokens.at(mention.end) == "'s" and self.english and i == start:
                    owned = read_office(tokens, mention.end + 1, lexicon)
                    return None if owned is None or owned.minor else owned  # "named Yale's provost"
                titled = not self.english and mention.first == at == hit.end < mention.core
                if titled and tokens.form[at] not in lexicon["determiners"]:
                    return read_office(tokens, at, lexicon)  # "fue nombrada ministra X"
                continue
            office = read_office(tokens, at, lexicon)
            if office and not (f in _TO and self._receives(line, hit, at, office)):
                return office
        return None

    def _receives(self, line: Line, hit: Hit, at: int, office: Office) -> bool:
        """Whether who holds an office is handed a resignation: "submitted it to the king".

        "Renunció a la presidencia" names a seat, which nobody hands anything.
        """
        words = line.tokens.form[at : office.end]
        seat = any(word in self.lexicon.seats or word in self.lexicon.plain for word in words)
        return hit.trigger.row.kind is Kind.EXIT and not seat

    def _past_adverbs(self, line: Line, hit: Hit, i: int) -> int:
        """Behind what may stand before the office: "electo ayer rey", "X duly elected governor"."""
        form, lexicon = line.tokens.form, self.lexicon
        if self.english:
            behind = i > hit.at + 1
            while behind and (
                is_adverb(line.tokens.at(i), lexicon) or line.tokens.at(i) == "elected"
            ):
                i += 1
            return i
        while i < len(form) and (
            is_adverb(form[i], lexicon) or form[i] in lexicon["weekdays"] or form[i] in _THIS
        ):
            i += 1
        return i

    def _ends_office(self, line: Line, i: int) -> bool:
        """Whether an office behind token ``i`` would be another clause's."""
        form = line.tokens.form[i]
        if form in self.lexicon["temporal"] and form not in ("as", "since"):
            return True
        joins = not self.english and form in _JOINTS  # "hasta que nombre a"
        return joins or line.tokens.raw[i] in ".;:,()"
