"""Titles: the words before and behind a name that say what the person is."""

import re
from dataclasses import dataclass, field

from crisis_reader.events.lexicon import Lexicon
from crisis_reader.events.mentions import Mention
from crisis_reader.events.tokens import Tokens
from crisis_reader.text.folding import fold_word

# An apposition longer than this is a parenthesis of its own.
_APPOSITION = 26

_HEAD_WITHIN = 9

FORMER = frozenset(
    {"former", "ex", "late", "then", "onetime", "one-time", "entonces", "antiguo", "antigua"}
)

# What may follow the noun of an apposition besides a preposition or its closing mark.
_EDGES = ',“"«(—–'
# "R-Calif", "D-N": a party and the state, whose letters may have points between.
_PARTY = re.compile(r"[A-Z]-[A-Z][a-z]{0,4}$")
_STATE = 8
# No title is longer, in words.
_LONGEST = 16
# Unknown words, adjectives mostly, at the head of an apposition.
_ADJECTIVES = 4
_AFTER_HEAD = frozenset(
    {
        "who",
        "whose",
        "and",
        "since",
        "que",
        "quien",
        "y",
        "turned",
        "then",
        "also",
        "general",
        "elect",
        "elected",
        "appointed",
        "chosen",
    }
)
# "Chief of Patrol X", "Minister of United Kingdom X": so many words of a body before a name.
_BODY_WORDS = 3
_LINKS = frozenset({"of", "and", "for", "the", "de", "del", "la", "y", "los", "las", "&"})
_ARTICLES = frozenset({"the", "la", "los", "las", "el"})
_OF = frozenset({"of", "de", "del"})


def is_title(form: str, lexicon: Lexicon) -> bool:
    """Whether a word can be part of a title by itself."""
    if form in lexicon.titles:
        return True
    return form[:2] == "ex" and (form[2:3] == "-" or form[2:] in lexicon.heads)


def in_title(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` can be part of a title before a name."""
    f = tokens.form[i]
    if f in lexicon.participles and i > 0 and _noun_like(tokens, i - 1, lexicon):
        return False  # "the army ousted President X" is a verb
    if is_title(f, lexicon) or f in lexicon.places or f in lexicon.organisations:
        return True
    if lexicon.language == "es" and f.endswith("ista") and not tokens.capital[i]:
        return True  # "el presidente islamista X"
    return (
        "-" in f
        and len(f) > 1
        and not tokens.capital[i]
        and f.rsplit("-", 1)[-1] in ("old", "wing", "backed", "era", "born")
    )


def _noun_like(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether a verb can follow token ``i``: a noun, a name or a pronoun."""
    while i > 0 and tokens.form[i] in lexicon["adverbs"]:
        i -= 1
    f = tokens.form[i]
    if tokens.lower[i] in lexicon["have"] or f in ("that", "who", "which"):
        return True  # "had already impeached President X", "that toppled President X"
    if (
        not f[0].isalnum()
        or f == "'s"
        or f.endswith("-old")
        or f in lexicon["determiners"]
        or f in lexicon["possessives"]
    ):
        return False
    closed = ("prepositions", "conjunctions", "subordinators", "adverbs", "temporal")
    return not any(f in lexicon[name] for name in closed) and f not in lexicon.title_words


# Spanish titles that *ex* is written together with.
_ONCE = frozenset(
    {"presidente", "presidenta", "ministro", "ministra", "mandatario", "mandataria", "dictador"}
    | {"lider", "jefe", "jefa", "gobernador", "gobernadora", "alcalde", "alcaldesa", "canciller"}
    | {"senador", "senadora", "diputado", "diputada", "secretario", "secretaria", "rey"}
)


def title_words(title: str) -> list[str]:
    """The folded words of a title, ``ex`` as a word of its own."""
    out: list[str] = []
    for word in fold_word(title).replace(",", " ").split():
        if word.startswith("ex-"):
            out += ["ex", word[3:]]
        elif word.startswith("ex") and word[2:] in _ONCE:
            out += ["ex", word[2:]]
        else:
            out.append(word)
    return out


def own_words(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words of a title that say what its bearer is: "son" of "son of former president X"."""
    of = next((i for i, word in enumerate(words) if word in _OF), len(words))
    told = any(role_noun(word, lexicon) for word in words[:of])
    return words[:of] if told else words


def gender_of(words: set[str], lexicon: Lexicon) -> str | None:
    """``m`` or ``f`` where the words of a title tell, else None."""
    male, female = bool(words & lexicon.male), bool(words & lexicon.female)
    return None if male == female else "m" if male else "f"


def title_before(tokens: Tokens, core: int, lexicon: Lexicon) -> tuple[int, frozenset[str], str]:
    """Where the title before a name begins, its nouns of role, its words."""
    last = core - 1
    if last > 0 and tokens.raw[last] == ".":
        last -= 1
    capital = last >= 0 and tokens.capital[last]  # "Chief of Patrol X"
    if last < 0 or not (capital or _comma(tokens, last) or in_title(tokens, last, lexicon)):
        return core, frozenset(), ""  # as before most names
    near = _Title(tokens, lexicon, core, last - 1 if _comma(tokens, last) else last)
    near.read(comma=_comma(tokens, last))
    near.shed_government()
    if not _comma(tokens, last):
        near.shed_owner()
    else:
        near.heads &= {
            role_noun(f, lexicon) or f for f in own_words(tokens.form[near.first : core], lexicon)
        }
    if _comma(tokens, last) and near.heads and all(map(_plural, near.heads)):
        return core, frozenset(), ""  # "under pressure from her ministers, X"
    begin = near.start() if not near.heads else near.first
    if near.heads <= lexicon.honorifics and near.first < core and _comma(tokens, begin - 1):
        # "the head of the armed forces, Gen. X", "el jefe de Estado, el también laborista X"
        far = _Title(tokens, lexicon, begin, begin - 2)
        far.read(comma=True)
        if far.heads and far.opens():
            return far.start(), frozenset(near.heads | far.heads), far.words(last)
    if not near.heads or (_comma(tokens, last) and not near.opens()):
        return core, frozenset(), ""
    return near.start(), frozenset(near.heads), near.words(near.last)


def _plural(noun: str) -> bool:
    return noun.endswith("s") and noun != "boss"


def _comma(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.raw[i] == ","


@dataclass(slots=True)
class _Title:
    """A title being read from right to left."""

    tokens: Tokens
    lexicon: Lexicon
    core: int
    last: int
    first: int = -1
    comma: bool = False
    """Whether a comma stands before the name."""
    heads: set[str] = field(default_factory=set)

    def read(self, *, comma: bool) -> None:
        """Take in the words of the title; behind a comma capitals of any kind may be in it."""
        self.first, self.comma = self.core, comma
        t = self.last
        while t >= 0 and self.core - t <= _LONGEST:
            capital = comma and self.tokens.capital[t] and self.tokens.named[t]
            if in_title(self.tokens, t, self.lexicon) or capital:
                if self._done(t):
                    return
                self.first = t
                role = role_noun(self.tokens.form[t], self.lexicon)
                if role:
                    self.heads.add(role)
            elif self.tokens.raw[t] == "." and self.tokens.at(t - 1) in self.lexicon.honorifics:
                pass  # "Lt. Gov. X"
            elif not self._linked(t):
                behind = self._past_body(t)
                if behind is None:
                    return
                self.first = t = behind
            t -= 1

    def _done(self, t: int) -> bool:
        """Whether a participle is a verb of its own: "removed Y and installed General X"."""
        form, tokens = self.tokens.form[t], self.tokens
        joined = form.endswith("ed") and tokens.at(t - 1) == "and"
        return joined and not in_title(tokens, t - 2, self.lexicon)

    def _past_body(self, t: int) -> int | None:
        """Where *of* stands before a body nobody knows: the *of* of "Chief of Patrol X"."""
        form = self.tokens.form
        k = t
        while k > 0 and self.tokens.capital[k] and self.core - k <= _BODY_WORDS:
            k -= 1
        apart = k == t or k < 1 or t != self.core - 1
        if apart or form[k] not in _OF or form[k - 1] not in self.lexicon.heads:
            return None
        return k

    def _linked(self, t: int) -> bool:
        """Whether "of", "and" or "'s" at ``t`` goes on with the title."""
        form = self.tokens.form
        if t <= 0 or self.first >= self.core:
            return False
        if form[t] == ",":  # "la ministra de Educación, Cultura y Deporte, X"
            bodies = self.lexicon.organisations
            return self.tokens.capital[t - 1] and {form[t - 1], form[t + 1]} <= bodies
        if form[t] in _ARTICLES:
            return form[t - 1] in _LINKS - _ARTICLES  # not "as premier the economist X"
        named = self.comma and self.tokens.capital[t - 1] and self.tokens.named[t - 1]
        goes_on = named or in_title(self.tokens, t - 1, self.lexicon)
        return (form[t] == "'s" and goes_on) or (
            form[t] in _LINKS and (goes_on or form[t - 1] in _LINKS)
        )

    def shed_government(self) -> None:
        """Leave out "the government of" before a title: it is no part of what X is."""
        form = self.tokens.form
        for k in range(self.first, self.last):
            if role_noun(form[k], self.lexicon):
                return
            if form[k] in _OF and not self.lexicon.regimes.isdisjoint(form[self.first : k]):
                self.first = k + 1 + (form[k + 1] in _ARTICLES)
                return

    def shed_owner(self) -> None:
        """Leave out "an ally of" before "President X": what X is stands right before the name."""
        form = self.tokens.form
        last = next((k for k in range(self.last, self.first, -1) if form[k] in _OF), None)
        if last is None or not role_noun(form[self.last], self.lexicon):
            return
        near = [f for f in form[last + 1 : self.last + 1] if f not in _ARTICLES]
        plain = all(f in self.lexicon.titles and f not in self.lexicon.organisations for f in near)
        before = any(role_noun(f, self.lexicon) for f in form[self.first : last])
        if plain and before and not _plural(near[-1]):
            self.first = last + 1 + (form[last + 1] in _ARTICLES)
            self.heads = {noun for f in near if (noun := role_noun(f, self.lexicon))}

    def opens(self) -> bool:
        """Whether the title begins at a noun phrase: an article, 's or an edge before it."""
        t = self.first - 1
        if t < 0 or self.tokens.form[t] == "'s":
            return True
        f = self.tokens.form[t]
        return (
            f in self.lexicon["determiners"] or f in ("del", "al") or self.tokens.raw[t] in _EDGES
        )

    def start(self) -> int:
        """First token of the title, its article taken along."""
        f = self.tokens.form[self.first - 1] if self.first > 0 else ""
        return self.first - 1 if f in self.lexicon["determiners"] and f != "that" else self.first

    def words(self, last: int) -> str:
        """The words from the first up to token ``last``."""
        return self.tokens.words(self.first, last + 1)


def role_noun(form: str, lexicon: Lexicon) -> str | None:
    """The noun of role that a word is, ``ex`` taken off; None for other words."""
    if form in lexicon.people or form in lexicon.honorifics:
        return form
    if form.startswith("ex-"):
        return form[3:]
    return form[2:] if form[:2] == "ex" and form[2:] in lexicon.heads else None


def read_apposition(
    tokens: Tokens, mention: Mention, after: Mention | None, lexicon: Lexicon
) -> None:
    """Extend a name by ", the speaker of parliament,"; keep what it calls the person."""
    e, n = mention.end, len(tokens)
    if e + 1 >= n or tokens.raw[e] not in ",-–—(":
        return
    party = _past_party(tokens, e)
    if party is not None:
        mention.end = party
        return
    begin = e + 1
    if tokens.raw[begin][0].isdigit() and tokens.at(begin + 1) == ",":
        begin += 2  # an age
    head = _apposed(tokens, begin, lexicon)
    if head is None or (after is not None and after.first <= head):
        return  # no noun of role, or the title of the name that follows
    close = _close(tokens, head + 1, tokens.raw[e])
    listed = after is not None and after.core == close + 1 and tokens.raw[close] == ","
    if mention.title and listed:
        return  # a list of titles and names, each title before its name
    mention.apposition = tokens.words(begin, min(close, head + 6))
    words = set(title_words(tokens.words(begin, head + 1)))
    mention.former = mention.former or bool(words & FORMER)
    mention.heads = mention.heads | frozenset(w for w in words if w in lexicon.people)
    mention.gender = mention.gender or gender_of(words, lexicon)
    mention.end = min(close + 1, n) if close < n and tokens.raw[close] in ",-–—)" else close


def _past_party(tokens: Tokens, opener: int) -> int | None:
    """Behind the party and state that follow a name: "(R-Calif.)", ", D-N.Y.,"."""
    if not _PARTY.match(tokens.raw[opener + 1]):
        return None
    closing = ")" if tokens.raw[opener] == "(" else ","
    for k in range(opener + 2, min(opener + _STATE, len(tokens))):
        if tokens.raw[k] == closing:
            return k + 1
        if tokens.raw[k] != "." and len(tokens.raw[k]) > 1:
            return None
    return None


def _apposed(tokens: Tokens, begin: int, lexicon: Lexicon) -> int | None:
    """The noun of role of a noun phrase that begins at ``begin``, None where it has none."""
    for i in range(begin, min(begin + _HEAD_WITHIN, len(tokens))):
        f, following = tokens.form[i], tokens.at(i + 1)
        if role_noun(f, lexicon) and (f in lexicon.people or f not in lexicon.honorifics):
            if following in lexicon.people or noun_follows(tokens, i, lexicon):
                continue
            ends = following in lexicon["prepositions"] or following in _AFTER_HEAD
            ends = ends or not following[:1].isalnum()
            return i if ends else None  # "Abroad, senators protested" is no apposition
        plausible = f in lexicon["determiners"] or f == "'s" or in_title(tokens, i, lexicon)
        if plausible or tokens.capital[i]:
            continue
        if i > begin + _ADJECTIVES or not f[0].isalpha() or closes_phrase(f, lexicon):
            return None
    return None


def noun_follows(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether token ``i`` only begins the title: the *chief* of "chief cabinet secretary"."""
    if tokens.form[i] not in lexicon.modifiers:
        return False
    for k in range(i + 1, min(i + 4, len(tokens))):
        if tokens.form[k] in lexicon.people:
            return True
        if not in_title(tokens, k, lexicon):
            return False
    return False


def closes_phrase(form: str, lexicon: Lexicon) -> bool:
    """Whether a word cannot stand inside the noun phrase of an apposition."""
    return form in lexicon.closed


def _close(tokens: Tokens, i: int, opener: str) -> int:
    """Index of the mark that closes an apposition, or of the end of what it covers."""
    wanted = ")" if opener == "(" else ",;" if opener == "," else opener
    for j in range(i, min(i + _APPOSITION, len(tokens))):
        if tokens.raw[j] in wanted or tokens.raw[j] in '.;"”':
            return j
    return i
