"""Noun phrases: their heads, the counted groups and the joined names in them."""

from dataclasses import dataclass

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.lines import Line, is_subject
from crisis_reader.events.mentions import Form, Mention

# Prepositions that begin a clause of their own rather than a part of the noun phrase.
_NO_PART = frozenset(
    {
        "by",
        "por",
        "as",
        "como",
        "until",
        "till",
        "before",
        "after",
        "since",
        "than",
        "like",
        "hasta",
        "desde",
    }
)


_DOZEN = 12
_OTHERS = frozenset({"other", "more", "otros", "otras", "mas"})
_WHOSE_PEOPLE = frozenset({"his", "her", "su", "sus"})
_SUCH_AS = frozenset({"including", "incluido", "incluida", "among", "incluyendo", "namely"})


@dataclass(slots=True)
class Argument:
    """What fills a role: mentions of people, or words that name none."""

    mentions: list[Mention]
    first: int
    end: int
    count: int = 0
    """How many people a number word counts; 0 where none does."""
    regime: bool = False
    """Whether a government stands for its head."""
    again: bool = False
    """Whether "the resignation" takes up what the text has told before."""


_Core = tuple[int, int, Mention | None]
"""A link of a noun phrase: first token, token after the last, the mention it is."""


class NounPhrases:
    """Reads noun phrases in one language; the ground of subjects and objects."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.spanish = lexicon.language == "es"
        self.of = frozenset({"de", "del"}) if self.spanish else frozenset({"of"})

    def _noun_phrase(self, line: Line, t: int) -> Argument | None:
        """The noun phrase that ends at token ``t``: its head decides, not the last name in it."""
        cores, owner = self._cores(line, t)
        if owner is not None:
            return Argument([owner], owner.first, t + 1, regime=True)
        if not cores:
            return None
        head = cores[-1][2]
        if head is None:
            return self._headless(line, cores, t)
        if head.form is Form.NOMINAL and (leader := self._leader(line, head.first)) is not None:
            return Argument([leader], leader.first, t + 1)
        counted = head.form is Form.NOMINAL and self._count(line, head.first, head.core_end)
        if head.plural or counted:
            return self._counted(line, head, t + 1)
        return Argument(self._together(line, head), head.first, t + 1)

    def _headless(self, line: Line, cores: list[_Core], t: int) -> Argument:
        """A noun phrase whose head is no mention: the owner of a government, or a count."""
        start, stop, _ = cores[-1]
        inner = cores[-2][2] if len(cores) > 1 else None
        of = line.tokens.at(stop) in self.of
        if of and inner is not None and self._regime(line, start, stop):
            return Argument([inner], start, t + 1, regime=True)
        named = None if self.spanish else line.mention_at(start - 1)
        beside = named is not None and named.form is Form.NAME and named.core_end == start
        if named is not None and beside and self._regime(line, start, stop):
            return Argument([named], named.first, t + 1, regime=True)  # "the X government"
        leader = self._leader(line, start)
        people = [leader] if leader is not None else []
        first = leader.first if leader is not None else start
        return Argument(people, first, t + 1, count=self._count(line, start, stop))

    def _cores(self, line: Line, t: int) -> tuple[list[_Core], Mention | None]:
        """The links of a noun phrase from right to left, and the owner of a government in it."""
        tokens = line.tokens
        cores: list[_Core] = []
        while t >= 0:
            mention = line.mention_at(t)
            start = mention.first if mention is not None else self._run_start(line, t)
            if start > t:
                break
            cores.append((start, t + 1, mention))
            if mention is not None and mention.form is Form.PRONOUN:
                break
            before = tokens.at(start - 1)
            neighbour = line.mention_at(start - 1)
            if mention is None and neighbour is not None and neighbour.form is Form.NOMINAL:
                t = start - 1  # "three officials next in line": what follows the noun goes with it
            elif before == "'s":
                owner = line.mention_at(start - 2) if start > 1 and mention is None else None
                if self._regime(line, start, t + 1):
                    return cores, owner
                t = self._past_owner(line, start - 2)
                if t < 0:
                    return cores, None
            elif start > 1 and before in self.lexicon["prepositions"] and before not in _NO_PART:
                t = start - 2
            else:
                break
        return cores, None

    def _past_owner(self, line: Line, t: int) -> int:
        """The token before *of* in "the chief of New York's largest bank"; -1 without one."""
        owner = line.mention_at(t)
        if owner is not None and owner.core_end <= t:
            return t  # "the chief of Dakar" is read as one
        start = owner.first if owner is not None else t
        while owner is None and start > 0 and line.tokens.capital[start - 1]:
            start -= 1
        joined = line.tokens.at(start - 1) in self.lexicon["prepositions"] - _NO_PART
        return start - 2 if joined and start > 1 else -1

    def _run_start(self, line: Line, t: int) -> int:
        """First token of the stretch of nominal words that ends at token ``t``."""
        while t >= 0 and line.mention_at(t) is None and self._nominal(line, t):
            t -= 1
        return t + 1

    def _nominal(self, line: Line, t: int) -> bool:
        tokens, lexicon = line.tokens, self.lexicon
        f = tokens.form[t]
        if not f[0].isalnum():
            return False
        return f not in lexicon.nouns_end and tokens.lower[t] not in lexicon.verbs_end

    def _regime(self, line: Line, start: int, stop: int) -> bool:
        return any(line.tokens.form[i] in self.lexicon.regimes for i in range(start, stop))

    def number(self, line: Line, i: int) -> int:
        """The small number that token ``i`` says, 0 where it says none."""
        return self._count(line, i, i + 1)

    def _count(self, line: Line, start: int, stop: int) -> int:
        for i in range(start, stop):
            number = self.lexicon.numbers.get(line.tokens.form[i])
            if number == _DOZEN and {"half", "media"} & set(line.tokens.form[max(0, i - 2) : i]):
                return _DOZEN // 2
            if number:
                return number
            f, counted = line.tokens.form[i], line.tokens.at(i + 1).endswith("s")
            if counted and f.isdigit() and len(f) < 3:  # noqa: PLR2004 - a year is no count
                return int(f)
        return 0

    def _counted(self, line: Line, head: Mention, end: int) -> Argument:
        """A counted group: those named after *including* are its known members."""
        tokens = line.tokens
        named: list[Mention] = []
        for i in range(head.end, min(end + 40, len(tokens))):
            if tokens.form[i] in _SUCH_AS or (
                tokens.form[i] == "entre" and tokens.at(i + 1) in ("ellos", "ellas", "los")
            ):
                named = [
                    m
                    for m in line.mentions
                    if m.form is Form.NAME and i < m.first <= i + 16 and m.person is not None
                ]
                break
        start = head.first
        while tokens.at(start - 1) in _OTHERS or tokens.at(start - 1) in self.lexicon.numbers:
            start -= 1
        count = self._count(line, start, head.core_end)
        beside = self._beside(line, start) if count and not named else []
        first = beside[0].first if beside else head.first
        total = count + len(beside) or (0 if named else -1)
        return Argument(beside or named, first, end, count=total)

    def _leader(self, line: Line, start: int) -> Mention | None:
        """Whose people do it with him: X in "X and his cabinet were removed"."""
        start -= line.tokens.at(start - 1) in _WHOSE_PEOPLE  # "her" is a pronoun too
        i = start - 1
        if line.tokens.at(i) not in ("and", "y", "e") or line.tokens.at(start) not in _WHOSE_PEOPLE:
            return None
        before = line.mention_at(i - 1 - (line.tokens.at(i - 1) == ","))
        if before is None or before.plural or not is_subject(line, before, self.lexicon):
            return None
        return before

    def _beside(self, line: Line, start: int) -> list[Mention]:
        """The one named before others who are counted: "X and two other ministers"."""
        i = start - 1
        if line.tokens.at(i) not in ("and", "y", "e"):
            return []
        i -= line.tokens.at(i - 1) == ","
        before = line.mention_at(i - 1)
        if before is None or before.form is not Form.NAME:
            return []
        return [before] if is_subject(line, before, self.lexicon) else []

    def _together(self, line: Line, last: Mention) -> list[Mention]:
        """A mention and those joined to it by *and* or commas, if the first is a subject."""
        out = [last]
        while True:
            i = out[0].first - 1
            tokens = line.tokens
            if i < 1 or tokens.form[i] not in ("and", "y", "e", ","):
                return out
            if tokens.raw[i] == "," and len(out) == 1:
                return out
            if tokens.raw[i - 1] == ",":
                i -= 1
            before = line.mention_at(i - 1)
            if before is None or before.form is not Form.NAME or before.end < i or before in out:
                return out
            if not (is_subject(line, before, self.lexicon) or self._list_item(line, before)):
                return out
            out.insert(0, before)

    def _joined(self, line: Line, mention: Mention) -> list[Mention]:
        """An object or owner and those named with it: ``X and Y``, ``X, in 2018, and Y``."""
        out = [mention]
        tokens = line.tokens
        while mention.form is Form.NAME or mention.heads & self.lexicon.heads:
            i = self._past_year(line, out[-1].end)
            closed = tokens.at(i) in (",", "and", "y", "e") or tokens.at(out[-1].end - 1) == ","
            i += tokens.at(i) == ","
            linked = tokens.at(i) in ("and", "y", "e")
            i += linked
            i += linked and tokens.at(i) in self.of  # "the resignation of X and of the speaker"
            i += self.spanish and tokens.at(i) in ("a", "al")  # "destituyó a X y a Y"
            following = line.mention_at(i)
            if not closed or following is None or following.first > i:
                break
            named = following.form is Form.NAME and mention.form is Form.NAME
            titled = linked and following.form is Form.NOMINAL and tokens.at(i - 1) in self.of
            if not (named or titled) or not (linked or self._listed(line, following)):
                break
            after = tokens.lower[following.end] if following.end < len(tokens) else "."
            ends = after[0] in '.,;)"”»' or after in ("and", "y", "e")
            ends = ends or after in self.lexicon["prepositions"]
            if not ends and tokens.at(following.end - 1) != ",":
                break
            out.append(following)
        return out

    def _listed(self, line: Line, mention: Mention) -> bool:
        """Whether a name is followed by *and* and one more: the middle of a list."""
        i = mention.end + (line.tokens.at(mention.end) == ",")
        following = line.mention_at(i + 1)
        return line.tokens.at(i) in ("and", "y", "e") and following is not None

    def _past_year(self, line: Line, i: int) -> int:
        """Behind the year that may follow a name: ``, in 2018,``."""
        at = line.tokens.at
        start = i + (at(i) == ",")
        if at(start) in ("in", "en") and at(start + 1).isdigit():
            return start + 2
        return i

    def _list_item(self, line: Line, mention: Mention) -> bool:
        """Whether a mention after *and* is no subject but the second part of an object."""
        i = mention.first - 1
        tokens = line.tokens
        if i < 1 or tokens.form[i] not in ("and", "or", "y", "e", "o", ","):
            return False
        before = line.mention_at(i - 1)
        return before is not None and not is_subject(line, before, self.lexicon)
