"""Arguments: who does it, to whom it is done, whose it is. Walks tokens, knows no pattern."""

from crisis_reader.events.lines import Line
from crisis_reader.events.mentions import Form, Mention
from crisis_reader.events.phrases import Argument
from crisis_reader.events.subjects import Subjects
from crisis_reader.events.titles import is_title

# An object begins at most so many words behind its verb, its adjectives counted.
_RIGHT = 9

# Prepositions before the words that may stand between a Spanish verb and "a X".
_SKIPPED = frozenset({"de", "del", "en", "por", "con", "como"})
_HEADED = frozenset({"headed", "led", "formed", "encabezado", "liderado", "presidido", "formado"})
_TOGETHER = frozenset(
    {("together", "with"), ("along", "with"), ("as", "did"), ("alongside", "with")}
    | {("junto", "a"), ("junto", "con"), ("igual", "que")}
)
_DAYS = frozenset({"el", "este", "pasado", "pasada", "ayer", "hoy", "anoche", "ultimo"})
_INSTEAD = frozenset({"sustitucion", "reemplazo", "remplazo", "lugar", "relevo"})
_UNTIL = frozenset({"hoy", "ahora", "ayer", "entonces"})
_SPANS = frozenset({"years", "decades", "months", "days", "weeks"})

__all__ = ["Argument", "Arguments"]


class Arguments(Subjects):
    """Finds the arguments of verbs and nouns in one language."""

    def object_(self, line: Line, start: int) -> Argument | None:  # noqa: C901 - one walk
        """The object that begins within a few words after a verb."""
        tokens, lexicon = line.tokens, self.lexicon
        i, n = start, len(tokens)
        # "Destituyen ministro por la crisis" over an article has no *a*
        marked = not self.spanish or (start == 1 and tokens.form[0].endswith("n"))
        while i < n and i - start < _RIGHT:
            f = tokens.form[i]
            mention = line.mention_at(i)
            named = mention is not None and tokens.capital[i]  # "Al Bashir"
            if self.spanish and f in ("a", "al") and not named:
                marked = True
                i += 1
                continue
            led = not marked and mention is not None and self._led(line, mention)
            if mention is not None and led and i == mention.first:
                i = max(i + 1, mention.core_end)  # "nombró en sustitución de X a Y"
                continue
            if self.spanish and f == "hasta" and tokens.at(i + 1) in _UNTIL:
                i += 2  # "al hasta hoy ministro"
                continue
            if mention is not None and i <= mention.core and not self._possesses(line, mention):
                if mention.form is Form.PRONOUN and self.spanish:
                    return None
                if not marked and mention.form is not Form.NAME:
                    i = max(i + 1, mention.end)
                    continue
                return self._object_at(line, mention)
            if mention is not None:
                i = max(i + 1, mention.core_end)
                continue
            if f in lexicon.regimes:
                return self.government(line, i, start)
            if (
                f == "'s"
                or f in lexicon["possessives"]
                or f in lexicon["determiners"]
                or f in lexicon["adverbs"]
            ):
                i += 1
                continue
            # "apartó del cargo a X": its object stands behind
            skipped = not marked and f in _SKIPPED
            if f.endswith("ing") and "-" not in f and not self.spanish and not is_title(f, lexicon):
                return None  # "a law prolonging her term"
            if not skipped and (not f[0].isalnum() or not self._nominal(line, i)):
                return None
            i += 1
        return None

    def _led(self, line: Line, mention: Mention) -> bool:
        """Whether a Spanish name is no object: "nombró en sustitución de X", "viajó con X"."""
        before = line.tokens.at(mention.first - 1)
        if before in self.of:
            return line.tokens.at(mention.first - 2) in _INSTEAD
        return before in self.lexicon["prepositions"]

    def accompany(self, line: Line, argument: Argument, start: int) -> None:
        """Adds to a subject who did the same: "X resigned, together with Y", "as did Y"."""
        form = line.tokens.form
        for i in range(start, min(start + _RIGHT, len(form) - 2)):
            if line.tokens.raw[i] in ".;:":
                return
            if (form[i], form[i + 1]) in _TOGETHER:
                other = line.mention_at(i + 2)
                if other is not None and other.form is Form.NAME and other.first == i + 2:
                    argument.mentions.append(other)
                return

    def _object_at(self, line: Line, mention: Mention) -> Argument:
        """An object that a mention begins, with those named beside it."""
        named = self.renamed(line, mention)
        if named is not mention:
            return Argument([named], mention.first, named.end)
        count = self._count(line, mention.first, mention.core_end) if mention.plural else 0
        people = [] if mention.plural else self._joined(line, mention)
        definite = line.tokens.form[mention.first] in ("los", "las")
        if self.spanish and definite and mention.heads & self.lexicon.heads:
            people = [mention]  # "despidió a los ministros": several, none named
        return Argument(people, mention.first, mention.end, count=count)

    def _possesses(self, line: Line, mention: Mention) -> bool:
        return line.tokens.at(mention.end) == "'s" or line.tokens.at(mention.core_end) == "'s"

    def government(self, line: Line, i: int, start: int) -> Argument:  # noqa: C901 - one walk
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
            owner = self._headed_by(line, i + 1)
            end = owner.end if owner is not None else end
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

    def _headed_by(self, line: Line, i: int) -> Mention | None:
        """Who leads it in "the government headed by X"."""
        if line.tokens.at(i) not in _HEADED or line.tokens.at(i + 1) not in ("by", "por"):
            return None
        found = self._first_person_at(line, i + 2)
        return found.mentions[0] if found is not None else None

    def agent(self, line: Line, start: int) -> Argument | None:
        """Who follows *by* (*por*) after a passive."""
        return self.after_word(line, start, ("by", "por"))

    def with_(self, line: Line, start: int) -> Argument | None:
        """Who follows *with* (*por*): the new one in "replaced X with Y"."""
        return self.after_word(line, start, ("with", "por", "con"))

    def after_word(self, line: Line, start: int, words: tuple[str, ...]) -> Argument | None:
        """Who follows one of some words within the clause, with at most a few words between."""
        tokens = line.tokens
        for i in range(start, min(start + 14, len(tokens))):
            if tokens.form[i] in words:
                return self._first_person_at(line, i + 1)
            if tokens.raw[i] in ",;:.":
                return None
        return None

    def given(self, line: Line, start: int, words: tuple[str, ...]) -> Argument | None:
        """Who follows a pattern that ends at ``start``: at once behind its preposition, else later.

        ``en manos de X`` has its *de* already where another pattern still looks for its *a*.
        """
        f = line.tokens.at(start)
        if f in self.lexicon["prepositions"] and f not in words:
            return self._first_person_at(line, start + 1) or self.after_word(line, start, words)
        return self.after_word(line, start, words)

    def _first_person_at(self, line: Line, start: int) -> Argument | None:
        """The first mention of a noun phrase; a name that follows a description is who it is."""
        tokens, lexicon = line.tokens, self.lexicon
        for k in range(start, min(start + _RIGHT, len(tokens))):
            mention = line.mention_at(k)
            if mention is not None:
                named = self.renamed(line, mention)
                return Argument([named], mention.first, named.end)
            f = tokens.form[k]
            if tokens.raw[k] == "," and f not in lexicon["prepositions"]:
                name = line.mention_at(k + 1)  # "to a civilian, X"
                opened = tokens.form[start] in lexicon["determiners"]
                if name is None or name.form is not Form.NAME or name.first != k + 1 or not opened:
                    return None
                return Argument([name], start, name.end)
            led = f in lexicon["prepositions"] and f not in self.of and f not in ("a", "en")
            if led or tokens.raw[k] in ';:.,"“”«»':
                return None
        return None

    def possessor(self, line: Line, noun: int, end: int) -> Argument | None:
        """Whose a noun is: X's, his, of X, by X."""
        return self._owner_behind(line, end) or self._owner_before(line, noun)

    def _owner_behind(self, line: Line, end: int) -> Argument | None:
        """The owner after *of* or *by*, with at most a few words between."""
        tokens, lexicon = line.tokens, self.lexicon
        links = self.of | {"by", "por"}
        k = end
        if tokens.at(k) in ("and", "y", "e"):  # "the resignation and arrest of X"
            near = range(k + 1, min(k + 5, len(tokens)))
            k = next((i for i in near if tokens.form[i] in links), k)
        k = self._past_complement(line, k) if self.spanish else k
        end = max(end, k - 2)
        while tokens.at(k) not in links:
            f = tokens.at(k)
            passed = f in ("as", "como") or (f[:1].isalpha() and self._nominal(line, k))
            led = f in lexicon["prepositions"] and f not in ("as", "como")
            if k > end + 2 or not passed or led:
                return None
            k += 1
        for m in range(k + 1, min(k + 6, len(tokens))):
            mention = line.mention_at(m)
            if mention is not None and m <= mention.core:
                if self._of_kin(line, mention):
                    return Argument([], mention.first, mention.end + 2)
                named = self.renamed(line, mention)
                owners = self._named_behind(line, mention) or (
                    [] if mention.plural else self._joined(line, named)
                )
                last = owners[-1] if owners else mention
                return Argument(owners, mention.first, last.core_end)
            if tokens.form[m] in lexicon.regimes:
                return self.government(line, m, m)
            if not self._nominal(line, m) and tokens.form[m] != "'s":
                return None
        return None

    def _of_kin(self, line: Line, mention: Mention) -> bool:
        """Whether somebody's relative is meant: "the appointment of the slain leader's son"."""
        tokens = line.tokens
        return tokens.at(mention.end) == "'s" and tokens.at(mention.end + 1) in self.lexicon["kin"]

    def _past_complement(self, line: Line, k: int) -> int:
        """Behind the post and the day of a Spanish noun: "la dimisión el 3 de mayo de X"."""
        form, lexicon, n = line.tokens.form, self.lexicon, len(line.tokens)
        if k < n and form[k] in ("a", "al"):
            i = k + 1 + (line.tokens.at(k + 1) in lexicon.determiners | lexicon["possessives"])
            post = line.tokens.at(i)
            if post in lexicon.plain or post in lexicon.seats:
                k = i + 1
                bare = line.tokens.at(k + 1) in lexicon.heads
                k += 2 if line.tokens.at(k) in self.of and bare else 0  # "al cargo de juez de X"
        begin = k
        while k < n and (
            form[k] in _DAYS
            or form[k].isdigit()
            or any(form[k] in lexicon[name] for name in ("weekdays", "months", "days"))
            or (form[k] in self.of and k > begin and self._dated(form, k))
        ):
            k += 1
        return k

    def _dated(self, form: list[str], k: int) -> bool:
        """Whether *de* at token ``k`` stands inside a day: "3 de mayo de 2010"."""
        after = form[k + 1] if k + 1 < len(form) else ""
        return after in self.lexicon["months"] or (
            after.isdigit() and form[k - 1] in self.lexicon["months"]
        )

    def _named_behind(self, line: Line, mention: Mention) -> list[Mention]:
        """Who a plural description is: ``the speakers of both chambers, X and Y``."""
        if not mention.plural or mention.form is not Form.NOMINAL:
            return []
        i = mention.end
        while i < min(mention.end + _RIGHT, len(line.tokens)) and line.tokens.raw[i] not in ",:":
            if not self._nominal(line, i) and line.tokens.form[i] not in self.of | {"y", "and"}:
                return []
            i += 1
        name = line.mention_at(i + 1)
        if name is None or name.form is not Form.NAME or name.first != i + 1:
            return []
        named = self._joined(line, name)
        return named if len(named) > 1 else []

    def _owner_before(self, line: Line, noun: int) -> Argument | None:
        """The owner before the noun and its adjectives: ``X's sudden``, ``his 30 years of``."""
        tokens = line.tokens
        for t in range(noun - 1, max(-1, noun - 6), -1):
            f = tokens.form[t]
            if f == "'s" or (tokens.raw[t] in "’'" and tokens.at(t - 1).endswith("s")):
                owner = line.mention_at(t - 1)
                return Argument([owner], owner.first, noun + 1) if owner is not None else None
            if f in self.lexicon["possessives"]:
                return Argument([self._possessive(t, f)], t, noun + 1)
            if f in ("whose", "cuya", "cuyo"):
                whose = self._antecedent(line, t)
                return whose and Argument(whose.mentions, whose.first, noun + 1)
            forced = f.endswith("ed") and t == noun - 1  # "her forced resignation"
            span = f in self.of and tokens.at(t - 1) in _SPANS
            if not (forced or span or self._nominal(line, t)):
                return None
        return None

    def _possessive(self, t: int, form: str) -> Mention:
        """A mention for *his*, *her*, *their*, *su*."""
        male, female = (
            form in self.lexicon["male_pronouns"],
            form in self.lexicon["female_pronouns"],
        )
        gender = "m" if male else "f" if female else None
        return Mention(Form.PRONOUN, t, t + 1, t, t + 1, gender=gender, plural=form == "their")
