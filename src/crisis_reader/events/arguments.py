"""Arguments: who does it, to whom it is done, whose it is. Walks tokens, knows no pattern."""

from dataclasses import dataclass

from crisis_reader.events.groups import Group
from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.people import Line, is_subject

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
_OPENERS = frozenset(",-–—(")
_CLOSERS = frozenset(",-–—)")
# No subject stands further from its verb than this, appositions counted once.
_LEFT = 45
_RIGHT = 9
_NUMBER = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8}  # fmt: skip


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


class Arguments:
    """Finds the arguments of verbs and nouns in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.spanish = lexicon.language == "es"
        self.of = frozenset({"de", "del"}) if self.spanish else frozenset({"of"})

    # -- subjects ------------------------------------------------------------------------------------

    def subject(self, line: Line, group: Group) -> Argument | None:
        """The subject to the left of a verb group; in Spanish also to its right."""
        found = self._left(line, group.first - 1, group)
        if self.spanish and (found is None or not found.mentions):
            after = self.after_verb(line, group.verb + 1)
            if after is not None:
                return after
        return found

    def after_verb(self, line: Line, start: int) -> Argument | None:
        """A subject that follows its verb: ``Renunció ayer el ministro``, never behind *a*."""
        tokens, lexicon = line.tokens, self.lexicon
        for i in range(start, min(start + _RIGHT, len(tokens))):
            mention = line.mention_at(i)
            if mention is not None and mention.form is not Form.PRONOUN and i <= mention.core:
                before = tokens.at(mention.first - 1)
                if before in lexicon["prepositions"] and mention.first > start:
                    return None
                if tokens.form[mention.first] in ("al", "del"):
                    return None
                return Argument([mention], mention.first, mention.end)
            f = tokens.form[i]
            if not (
                f in lexicon["adverbs"]
                or f in lexicon["weekdays"]
                or f in ("el", "la", "este", "tambien", ",", "pasado", "proximo")
                or tokens.raw[i][0].isdigit()
            ):
                return None
        return None

    def _left(self, line: Line, t: int, group: Group) -> Argument | None:
        tokens, lexicon = line.tokens, self.lexicon
        start = t
        while t >= 0 and start - t < _LEFT:
            f = tokens.form[t]
            mention = line.mention_at(t)
            if mention is not None and t == mention.end - 1 and mention.end > mention.core_end:
                return self._noun_phrase(line, t)
            if (
                f in lexicon["adverbs"]
                or f in ("all", "both", "each", "todos", "ambos")
                or (f in lexicon["weekdays"] and tokens.at(t - 1) not in lexicon["prepositions"])
            ):
                t -= 1
                continue
            if (f in lexicon["relatives"] and f not in ("that",)) or (
                f == "that" and t > 0 and tokens.raw[t - 1] != "," and not self._says(tokens, t - 1)
            ):
                if self.spanish and f == "que" and self._says(tokens, t - 1):
                    return self._leading(line, t)
                return self._antecedent(line, t)
            if tokens.raw[t] in _CLOSERS:
                opened = self._opened(line, t)
                if opened is None:
                    return self._leading(line, t)
                t = opened - 1
                continue
            if tokens.raw[t] in "“\"”«»'’":
                t -= 1
                continue
            if (
                f in lexicon["conjunctions"]
                or f in lexicon["prepositions"]
                or f in lexicon["temporal"]
                or f in lexicon["subordinators"]
                or not f[0].isalnum()
            ):
                return self._leading(line, t)
            return self._noun_phrase(line, t)
        return None

    def _says(self, tokens: object, i: int) -> bool:
        lower = getattr(tokens, "lower")  # noqa: B009
        return 0 <= i < len(lower) and lower[i] in self.lexicon["say"]

    def _antecedent(self, line: Line, relative: int) -> Argument | None:
        """What a relative pronoun at ``relative`` stands for."""
        tokens = line.tokens
        t = relative - 1
        if t >= 0 and tokens.form[t] in self.lexicon["prepositions"]:
            return None
        while t >= 0 and tokens.raw[t] in ",-–—":
            t -= 1
        if t >= 0 and tokens.form[t] in self.lexicon["conjunctions"] and t > 0:
            return self._leading(line, relative)
        mention = line.mention_at(t)
        if mention is not None and mention.form is not Form.PRONOUN:
            return Argument([mention], mention.first, mention.end)
        if self.spanish and tokens.form[relative] == "que":
            return self._leading(line, relative)
        return self._noun_phrase(line, t) if t >= 0 else None

    def _opened(self, line: Line, close: int) -> int | None:
        """Where the parenthesis that ends with the mark at ``close`` began; None for a lone mark."""
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
            or f in ("including", "incluido", "incluida", "along", "together")
        )

    def _verbal(self, line: Line, last: int, first: int) -> bool:
        return (
            any(line.tokens.lower[i] in self.lexicon["be"] for i in range(first, last))
            and line.tokens.at(first + 1) not in self.lexicon["relatives"]
        )

    def _leading(self, line: Line, t: int) -> Argument | None:
        """The subject that a verb after *and*, a comma or a preposition shares: the nearest one before."""
        best: Mention | None = None
        for mention in reversed(line.mentions):
            if mention.first > t or mention.end > t + 1:
                continue
            if (
                mention.form is Form.PRONOUN
                and line.tokens.form[mention.core] in self.lexicon["object_pronouns"]
                and not self.spanish
            ):
                continue
            if (
                is_subject(line, mention, self.lexicon)
                and not self._list_item(line, mention)
                and not self._governed(line, mention)
            ):
                best = mention
                break
        if best is None:
            first = next((m for m in line.mentions if m.end <= t + 1 and m.first == 0), None)
            best = first
        if best is None:
            return None
        return self._noun_phrase(line, best.end - 1) or Argument([best], best.first, best.end)

    def _list_item(self, line: Line, mention: Mention) -> bool:
        """Whether a mention after *and* is no subject but the second part of an object."""
        i = mention.first - 1
        tokens = line.tokens
        if i < 1 or tokens.form[i] not in ("and", "or", "y", "e", "o", ","):
            return False
        before = line.mention_at(i - 1)
        return before is not None and not is_subject(line, before, self.lexicon)

    def _governed(self, line: Line, mention: Mention) -> bool:
        """Whether "after Mubarak" is a preposition and its noun, no clause with a verb."""
        tokens = line.tokens
        i = mention.first - 1
        if i < 0 or tokens.form[i] not in (
            "after",
            "before",
            "since",
            "as",
            "than",
            "tras",
            "desde",
            "following",
            "como",
            "upon",
        ):
            return False
        k = mention.end
        return k >= len(tokens) or not (
            tokens.lower[k] in self.lexicon["be"]
            or tokens.lower[k] in self.lexicon["have"]
            or tokens.lower[k] in self.lexicon["verbs"]
            or tokens.form[k].endswith("ed")
        )

    # -- noun phrases -----------------------------------------------------------------------------------

    def _noun_phrase(self, line: Line, t: int) -> Argument | None:
        """The noun phrase that ends at token ``t``: its head decides, not the last name in it."""
        tokens, lexicon = line.tokens, self.lexicon
        end = t + 1
        cores: list[tuple[int, int, Mention | None]] = []
        preposition = ""
        while t >= 0:
            mention = line.mention_at(t)
            if mention is not None:
                start, stop = mention.first, t + 1
            else:
                stop = t + 1
                while t >= 0 and line.mention_at(t) is None and self._nominal(line, t):
                    t -= 1
                start = t + 1
                if start == stop:
                    break
            cores.append((start, stop, mention))
            if mention is not None and mention.form is Form.PRONOUN:
                break
            before = tokens.at(start - 1)
            neighbour = line.mention_at(start - 1)
            if mention is None and neighbour is not None and neighbour.form is Form.NOMINAL:
                t = start - 1  # "three officials next in line": what follows the noun goes with it
                continue
            if before == "'s":
                t = start - 2
                if mention is None and t >= 0:
                    owner = line.mention_at(t)
                    if (
                        any(tokens.form[k] in lexicon.regimes for k in range(start, stop))
                        and owner is not None
                    ):
                        return Argument([owner], owner.first, end, regime=True)
                break
            if before in lexicon["prepositions"] and before not in _NO_PART and start - 2 >= 0:
                preposition = before
                t = start - 2
                continue
            break
        if not cores:
            return None
        start, stop, head = cores[-1]
        if head is None:
            if (
                preposition in self.of
                and len(cores) > 1
                and cores[-2][2] is not None
                and self._regime(line, start, stop)
            ):
                owner = cores[-2][2]
                return Argument([owner], start, end, regime=True)
            return Argument([], start, end, count=self._count(line, start, stop))
        if head.plural or (
            head.form is Form.NOMINAL and self._count(line, head.first, head.core_end)
        ):
            return self._counted(line, head, end)
        return Argument(self._together(line, head), head.first, end)

    def _nominal(self, line: Line, t: int) -> bool:
        tokens, lexicon = line.tokens, self.lexicon
        f = tokens.form[t]
        if not f[0].isalnum():
            return False
        lower = tokens.lower[t]
        closed = (
            f in lexicon["prepositions"] or f in lexicon["conjunctions"] or f in lexicon["relatives"] or f in lexicon["temporal"]
            or f in lexicon["subordinators"] or lower in lexicon["be"] or lower in lexicon["have"] or lower in lexicon["modals"]
            or lower in lexicon["verbs"] or lower in lexicon["say"]
        )  # fmt: skip
        return not closed

    def _regime(self, line: Line, start: int, stop: int) -> bool:
        return any(line.tokens.form[i] in self.lexicon.regimes for i in range(start, stop))

    def number(self, line: Line, i: int) -> int:
        """The small number that token ``i`` says, 0 where it says none."""
        return self._count(line, i, i + 1)

    def _count(self, line: Line, start: int, stop: int) -> int:
        for i in range(start, stop):
            number = _NUMBER.get(line.tokens.form[i])
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
            if tokens.form[i] in (
                "including",
                "incluido",
                "incluida",
                "among",
                "incluyendo",
                "namely",
            ):
                named = [
                    m
                    for m in line.mentions
                    if m.form is Form.NAME and i < m.first <= i + 16 and m.person is not None
                ]
                break
        return Argument(
            named,
            head.first,
            end,
            count=self._count(line, head.first, head.core_end) or (0 if named else -1),
        )

    def _together(self, line: Line, last: Mention) -> list[Mention]:
        """A mention and those joined to it by *and* or commas, if the first of them is a subject."""
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

    # -- objects and complements ---------------------------------------------------------------------------

    def object_(self, line: Line, start: int) -> Argument | None:
        """The object that begins within a few words after a verb."""
        tokens, lexicon = line.tokens, self.lexicon
        i, n = start, len(tokens)
        marked = not self.spanish
        while i < n and i - start < _RIGHT:
            f = tokens.form[i]
            mention = line.mention_at(i)
            if self.spanish and f in ("a", "al"):
                marked = True
                i += 1
                continue
            if mention is not None and i <= mention.core and not self._possesses(line, mention):
                if mention.form is Form.PRONOUN and self.spanish:
                    return None
                if not marked and mention.form is not Form.NAME:
                    i = max(i + 1, mention.end)
                    continue
                if (
                    mention.form is Form.NOMINAL
                    and (follower := self._regime_of(line, mention)) is not None
                ):
                    return follower
                count = self._count(line, mention.first, mention.core_end) if mention.plural else 0
                return Argument(
                    [] if mention.plural else self._joined(line, mention),
                    mention.first,
                    mention.end,
                    count=count,
                )
            if mention is not None:
                i = max(i + 1, mention.core_end)
                continue
            if f in lexicon.regimes:
                return self._government(line, i, start)
            if (
                f == "'s"
                or f in lexicon["possessives"]
                or f in lexicon["determiners"]
                or f in lexicon["adverbs"]
            ):
                i += 1
                continue
            if not f[0].isalnum() or not self._nominal(line, i):
                return None
            i += 1
        return None

    def _joined(self, line: Line, mention: Mention) -> list[Mention]:
        """An object and those named with it: ``X and Y``."""
        out = [mention]
        tokens = line.tokens
        i = mention.end
        if tokens.at(i) in ("and", "y", "e"):
            following = line.mention_at(i + 1)
            if following is not None and following.form is Form.NAME and mention.form is Form.NAME:
                after = tokens.lower[following.end] if following.end < len(tokens) else "."
                if after in ".,;" or after in self.lexicon["prepositions"]:
                    out.append(following)
        return out

    def _possesses(self, line: Line, mention: Mention) -> bool:
        return line.tokens.at(mention.end) == "'s" or line.tokens.at(mention.core_end) == "'s"

    def _regime_of(self, line: Line, mention: Mention) -> Argument | None:
        return None

    def _government(self, line: Line, i: int, start: int) -> Argument:
        """``the elected government of X`` / ``X's government``: X, or nobody named."""
        tokens = line.tokens
        owner: Mention | None = None
        end = i + 1
        if tokens.at(i - 1) == "'s" or not self.spanish:
            for k in range(i - 1, start - 1, -1):
                if tokens.form[k] == "'s":
                    owner = line.mention_at(k - 1)
                    break
        if owner is None:
            k = i + 1
            while k < len(tokens) and k <= i + 3 and tokens.form[k] not in self.of:
                if (
                    not tokens.form[k][:1].isalpha()
                    or tokens.form[k] in self.lexicon["prepositions"]
                ):
                    break
                k += 1
            if tokens.at(k) in self.of:
                for m in range(k + 1, min(k + 4, len(tokens))):
                    found = line.mention_at(m)
                    if found is not None:
                        owner = found
                        end = found.end
                        break
        return Argument([owner] if owner else [], start, end, regime=True)

    def agent(self, line: Line, start: int) -> Argument | None:
        """Who follows *by* (*por*) after a passive."""
        return self._after_word(line, start, ("by", "por"))

    def with_(self, line: Line, start: int) -> Argument | None:
        """Who follows *with* (*por*): the new one in "replaced X with Y"."""
        return self._after_word(line, start, ("with", "por", "con"))

    def _after_word(self, line: Line, start: int, words: tuple[str, ...]) -> Argument | None:
        tokens = line.tokens
        for i in range(start, min(start + 14, len(tokens))):
            if tokens.form[i] in words:
                for k in range(i + 1, min(i + 5, len(tokens))):
                    mention = line.mention_at(k)
                    if mention is not None:
                        return Argument([mention], mention.first, mention.end)
                return None
            if tokens.raw[i] in ",;:.":
                return None
        return None

    def possessor(self, line: Line, noun: int, end: int) -> Argument | None:
        """Whose a noun is: X's, his, of X, by X."""
        tokens, lexicon = line.tokens, self.lexicon
        k = end
        while (
            k < len(tokens)
            and k <= end + 3
            and tokens.form[k] not in self.of
            and tokens.form[k] not in ("by", "por")
        ):
            if tokens.form[k] in ("as", "como"):
                k += 1
                continue
            if (
                tokens.form[k] in lexicon["prepositions"]
                or not tokens.form[k][:1].isalpha()
                or not self._nominal(line, k)
            ):
                break
            k += 1
        if tokens.at(k) in self.of or tokens.at(k) in ("by", "por"):
            for m in range(k + 1, min(k + 6, len(tokens))):
                mention = line.mention_at(m)
                if mention is not None and m <= mention.core:
                    return Argument(
                        [] if mention.plural else self._joined(line, mention),
                        mention.first,
                        mention.end,
                    )
                if tokens.form[m] in lexicon.regimes:
                    return self._government(line, m, m)
                if not self._nominal(line, m) and tokens.form[m] != "'s":
                    break
        t = noun - 1
        while t >= 0 and noun - t <= 5:  # noqa: PLR2004 - adjectives between owner and noun
            f = tokens.form[t]
            if f == "'s" or (tokens.raw[t] in "’'" and tokens.at(t - 1).endswith("s")):
                owner = line.mention_at(t - 1)
                if owner is not None:
                    return Argument([owner], owner.first, noun + 1)
                return None
            if f in lexicon["possessives"]:
                plural = f == "their"
                gender = (
                    "m"
                    if f in lexicon["male_pronouns"]
                    else "f"
                    if f in lexicon["female_pronouns"]
                    else None
                )
                mention = Mention(Form.PRONOUN, t, t + 1, t, t + 1, gender=gender, plural=plural)
                return Argument([mention], t, noun + 1)
            if not self._nominal(line, t):
                break
            t -= 1
        return None
