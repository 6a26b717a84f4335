"""Subjects: what stands before a verb, through appositions, relative clauses and *and*."""

from crisis_reader.events.groups import Group, is_adverb
from crisis_reader.events.insertions import LEFT, Insertions
from crisis_reader.events.lines import Line, is_subject
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.phrases import Argument
from crisis_reader.events.tokens import Tokens

_CLOSERS = frozenset(",-–—)")
# A Spanish subject stands at most so many words behind its verb.
_RIGHT = 9
_THOSE = frozenset({"those", "ones", "one", "el", "la", "los", "las", "", "fue"})
_AROUND = frozenset({"de", "del", "en", "a", "al", "hacia", "desde", "por", "para"})
_WHEN = frozenset({"cuando", "mientras", "aunque", "porque"})
# "the judge who freed X": so far back may *who* stand; after these X has a verb of its own.
_LONG_RELATIVE = 12
_OF_OTHERS: tuple[str, ...] = (
    "that",
    "if",
    "whether",
    "see",
    "saw",
    "want",
    "hope",
    "think",
    "thought",
    "believ",
)
_OF_OTHERS += ("know", "knew", "claim", "demand", "insist", "help", "made", "make", "had", "fear")
_OF_OTHERS += (
    "which",
    "whom",
    "where",
    "whose",
    "how",
    "when",
    "after",
    "before",
    "while",
    "as",
    "watch",
    "once",
    "until",
    "and",
    "but",
)
_ARTICLES = frozenset({"el", "la", "los", "las"})
_THIS_ONE = frozenset({"este", "esta"})
_INSERTED = frozenset({"tras", "al", "luego", "despues", "segun", "en", "desde", "hasta", "a"})
_KIN = frozenset(
    {
        "son",
        "daughter",
        "wife",
        "widow",
        "husband",
        "brother",
        "sister",
        "nephew",
        "niece",
        "cousin",
    }
    | {"uncle", "ally", "aide", "rival", "opponent", "protege", "deputy", "successor", "critic"}
    | {"hijo", "hija", "esposa", "viuda", "esposo", "hermano", "hermana", "sobrino", "aliado"}
    | {"rival", "sucesor", "sucesora", "delfin", "yerno", "father", "mother", "grandson", "heir"}
)
_POSTS = frozenset({"cargo", "puesto", "funciones", "mando", "poder"})


class Subjects(Insertions):
    """Finds the subject of a verb group."""

    def subject(self, line: Line, group: Group) -> Argument | None:
        """The subject to the left of a verb group; in Spanish also to its right."""
        if self.spanish and line.tokens.at(group.first - 1) in _WHEN:
            named = line.mention_at(group.verb + 1)
            if named is not None and named.form is Form.NAME:
                return self.after_verb(line, group.verb + 1)  # "cuando renunció X"
        if self.spanish and self._led_in(line, group.first - 1):
            behind = self.after_verb(line, group.verb + 1)
            if behind is not None:
                return behind  # "la ceremonia en la que juró el ministro X"
        found = self._left(line, group.first - 1)
        owner = self._past_relative(line, found, group) if found and not self.spanish else None
        if owner is not None:
            return owner
        if found is None or not found.mentions:
            cleft = self._cleft(line, group)
            if cleft is not None:
                return cleft
        if self.spanish and (found is None or not found.mentions or self._behind(line, group)):
            after = self.after_verb(line, group.verb + 1)
            if after is not None:
                return after
        return found

    def _cleft(self, line: Line, group: Group) -> Argument | None:
        """Who is named behind "those who resigned was", "el que renunció fue"."""
        tokens = line.tokens
        who = tokens.at(group.first - 1) in ("who", "que", "quien", "quienes")
        if not who or tokens.at(group.first - 2) not in _THOSE:
            return None
        for i in range(group.verb + 1, min(group.verb + _RIGHT, len(tokens))):
            if tokens.lower[i] in self.lexicon["be"]:
                named = line.mention_at(i + 1)
                if named is None or named.form is Form.PRONOUN or named.first != i + 1:
                    return None
                return Argument([self.renamed(line, named)], group.first, named.end)
            if not tokens.form[i][0].isalnum():
                return None
        return None

    def _behind(self, line: Line, group: Group) -> bool:
        """Whether a Spanish verb opens its clause and its subject follows: "asumirá el juez X"."""
        before = line.tokens.raw[group.first - 1] if group.first else ""
        person = line.mention_at(group.verb + 1)
        if before not in _CLOSERS or person is None or group.passive:
            return False
        determined = line.tokens.form[person.first] in self.lexicon["determiners"]
        return person.form is Form.NAME or (determined and person.form is Form.NOMINAL)

    def _past_relative(self, line: Line, found: Argument, group: Group) -> Argument | None:
        """Whose relative clause ends before the verb: "the judge who freed X was sworn in"."""
        tokens = line.tokens
        for k in range(found.first - 1, max(0, found.first - _LONG_RELATIVE), -1):
            if not tokens.form[k][0].isalnum() and tokens.form[k] != "'s":
                return None
            if tokens.form[k] != "who":
                continue
            gap = tokens.lower[k + 1 : found.first]
            told = any(w in self.lexicon["say"] or w.startswith(_OF_OTHERS) for w in gap)
            owner = line.mention_at(k - 1)
            if not gap or told or owner is None or owner.plural or owner.form is Form.PRONOUN:
                return None
            apart = group.time in ("past", "present", "future", "infinitive", "conditional")
            return Argument([owner], owner.first, found.end) if apart else None
        return None

    def after_verb(self, line: Line, start: int) -> Argument | None:
        """A subject that follows its verb: ``Renunció ayer el ministro``, never behind *a*."""
        tokens, lexicon = line.tokens, self.lexicon
        if tokens.at(start) in self.of and set(tokens.form[start + 1 : start + 3]) & _POSTS:
            start += 2 + (tokens.at(start + 1) not in _POSTS)  # "fue removido de su cargo X"
        skip = start
        for i in range(start, min(start + _RIGHT, len(tokens))):
            if i < skip:
                continue
            mention = line.mention_at(i)
            if mention is not None and self._predicate(line, mention):
                skip = mention.end
                continue
            if mention is not None and mention.form is not Form.PRONOUN and i <= mention.core:
                before = tokens.at(mention.first - 1)
                if before in lexicon["prepositions"] and mention.first > start:
                    return None
                if tokens.form[mention.first] in ("al", "del"):
                    return None
                named = self.renamed(line, mention)
                if named is mention and tokens.form[start - 1].endswith("n"):
                    people = self._joined(line, mention)  # "Renunciaron X y Y"
                    return Argument(people, mention.first, max(m.end for m in people))
                return Argument([named], mention.first, max(mention.end, named.end))
            f = tokens.form[i]
            skip = self._past_place(line, i)
            if skip <= i and not (
                f in lexicon["adverbs"]
                or f in lexicon["weekdays"]
                or f in ("el", "la", "este", "tambien", ",", "pasado", "proximo")
                or tokens.raw[i][0].isdigit()
            ):
                return None
        return None

    def _predicate(self, line: Line, mention: Mention) -> bool:
        """Whether a bare office is what somebody named behind it becomes: "nombrada ministra X"."""
        if mention.form is not Form.NOMINAL or mention.plural or mention.end >= len(line.tokens):
            return False
        bare = line.tokens.form[mention.first] not in self.lexicon["determiners"]
        subject = line.mention_at(mention.end)
        named = subject is not None and subject.form is Form.NAME
        return bare and named and subject is not None and subject.first == mention.end

    def _past_place(self, line: Line, i: int) -> int:
        """Behind the place or thing that may stand before the subject: "Huyó del país el rey"."""
        tokens = line.tokens
        if tokens.form[i] not in _AROUND:
            return i
        k = i + 1 + (tokens.at(i + 1) in self.lexicon["determiners"])
        plain = k < len(tokens) and tokens.form[k][0].isalpha() and line.mention_at(k) is None
        return k + 1 if plain else i

    def _left(self, line: Line, t: int) -> Argument | None:  # noqa: PLR0911, PLR0912, C901 - one answer a case
        tokens, lexicon = line.tokens, self.lexicon
        start = t
        while t >= 0 and start - t < LEFT:
            f = tokens.form[t]
            mention = line.mention_at(t)
            if mention is not None and t == mention.end - 1 and mention.end > mention.core_end:
                return self._noun_phrase(line, t)
            if is_adverb(f, lexicon) or f in ("all", "both", "each", "todos", "ambos"):
                t -= 1
                continue
            if f.isdigit() and tokens.raw[t - 1] == "," and line.mention_at(t - 2) is not None:
                t -= 2  # "X, 70, who is a lawyer, resigned"
                continue
            if f == "first" and line.mention_at(t - 1) is not None:
                t -= 1  # "X first came to power"
                continue
            before = self._before_time(tokens, t)
            if before is not None:
                t = before
                continue
            if self.spanish and f in _THIS_ONE and t == start:
                gender = "f" if f.endswith("a") else "m"
                one = Mention(Form.PRONOUN, t, t + 1, t, t + 1, gender=gender)
                return Argument([one], t, t + 1)  # "esta asumió"
            if (f in lexicon["relatives"] and f != "that") or (
                f == "that" and t > 0 and tokens.raw[t - 1] != "," and not self._says(tokens, t - 1)
            ):
                if self.spanish and f == "que" and self._says(tokens, t - 1):
                    return self.leading(line, t)
                if self.spanish and self._oblique(tokens, t):
                    return self.leading(line, t)
                return self._antecedent(line, t)
            if tokens.raw[t] in _CLOSERS:
                owner = self._whose(line, t) or self._parted(line, t)
                if owner is not None:
                    return owner
                opened = self._opened(line, t)
                if opened is None:
                    return self.leading(line, t)
                apposed = self._apposed(line, opened, t)
                if apposed is not None:
                    return apposed
                outer = self._outer(line, opened - 1)
                if outer is not None:
                    return Argument([outer], outer.first, t + 1)
                known = line.mention_at(opened - 1)
                named = self.renamed(line, known) if known is not None else None
                if named is not None and named is not known and named.end >= t:
                    return Argument([named], named.first, t + 1)  # "its speaker, X, was"
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
                return self.leading(line, t)
            return self._noun_phrase(line, t)
        return None

    def _led_in(self, line: Line, t: int) -> bool:
        """Whether a relative that is no subject stands at token ``t``."""
        relative = line.tokens.at(t) in self.lexicon["relatives"]
        return line.tokens.at(t) == "donde" or (relative and self._oblique(line.tokens, t))

    def _parted(self, line: Line, comma: int) -> Argument | None:
        """Whose relative an insertion parts from its verb: "X, quien, tras ser elegido, juró"."""
        form = line.tokens.form
        if not self.spanish:
            return None
        for k in range(comma - 1, max(1, comma - LEFT // 2), -1):
            if form[k] in (".", ";", ":"):
                return None
            if form[k] == "," and form[k - 1] in ("quien", "que") and form[k + 1] in _INSERTED:
                return self._antecedent(line, k - 1)
        return None

    def _oblique(self, tokens: Tokens, t: int) -> bool:
        """Whether a relative stands for no subject: "en la que", "con lo que", "por quien"."""
        if tokens.at(t - 1) == "lo":
            return True
        article = tokens.at(t - 1) in _ARTICLES
        who = tokens.form[t] in ("quien", "quienes")
        return (article or who) and tokens.at(t - 1 - article) in self.lexicon["prepositions"]

    def _antecedent(self, line: Line, relative: int) -> Argument | None:
        """What a relative pronoun at ``relative`` stands for."""
        tokens = line.tokens
        t = relative - 1
        if tokens.form[relative] in ("cual", "cuales"):
            t -= 1  # "X, la cual dimitió"
        if t >= 0 and tokens.form[t] in self.lexicon["prepositions"]:
            said = self.spanish and self._reported(tokens, relative)  # "insiste en que es"
            return self.leading(line, relative) if said else None
        while t >= 0 and (
            tokens.raw[t] in ",-–—" or (tokens.raw[t].isdigit() and tokens.at(t - 1) == ",")
        ):
            t -= 1  # an age is passed with its commas
        if t >= 0 and tokens.form[t] in self.lexicon["conjunctions"] and t > 0:
            return self.leading(line, relative)
        mention = line.mention_at(t)
        if mention is not None and self._of_relative(line, mention, t):
            return Argument([], t, relative)
        if mention is not None and mention.form is not Form.PRONOUN:
            return Argument([mention], mention.first, mention.end)
        if self.spanish and tokens.form[relative] == "que":
            comma = tokens.raw[relative - 1] == ","
            if comma or self._reported(tokens, relative):
                return self.leading(line, relative)
        found = self._noun_phrase(line, t) if t >= 0 else None
        return found if found is not None and found.mentions else self._apposed_to(line, t) or found

    def _outer(self, line: Line, t: int) -> Mention | None:
        """Whose apposition a name at ``t`` stands in: X in "X, brother of Y, who died, was"."""
        inner = line.mention_at(t)
        if inner is None or inner.form is not Form.NAME:
            return None
        return next(
            (m for m in line.names if m.core_end <= inner.first <= t < m.end and m is not inner),
            None,
        )

    def _of_relative(self, line: Line, mention: Mention, t: int) -> bool:
        """Whether *who* is the other one of a family: "X, the son of a dictator who died"."""
        form = line.tokens.form
        if form[t] not in self.lexicon.people or mention.core_end > t:
            return False
        of = next((i for i in range(t - 1, mention.core_end, -1) if form[i] in self.of), None)
        return of is not None and any(f in _KIN for f in form[mention.core_end : of])

    def _apposed_to(self, line: Line, t: int) -> Argument | None:
        """The name that a noun phrase at ``t`` stands beside: "X — a former star who took"."""
        for i in range(t, max(0, t - _RIGHT), -1):
            if line.tokens.raw[i] in ",—–-(":
                name = line.mention_at(i - 1)
                if name is None or name.form is not Form.NAME or name.core_end > i:
                    return None
                return Argument([name], name.first, name.end)
        return None

    def leading(self, line: Line, t: int) -> Argument | None:
        """The subject that a verb after *and* or a comma shares: the nearest one before."""
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
